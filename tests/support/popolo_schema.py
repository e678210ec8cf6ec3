"""JSON Schema (draft 2020-12) of the parts of Popolo that kutla writes, after the specification.

Classes and required properties are those of popoloproject.com/specs; what the specification does
not name is allowed only where it is listed here as an extension of kutla's own.
"""

DAY = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
NAME = {"type": "string", "minLength": 1}
LINK = {
    "type": "object",
    "properties": {"url": {"type": "string", "format": "uri"}, "note": NAME},
    "minProperties": 1,
    "additionalProperties": False,
}


def _thing(required, **properties):
    return {
        "type": "object",
        "required": ["id", *required],
        "properties": {"id": NAME, **properties},
        "additionalProperties": False,
    }


OTHER_NAMES = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["name"],
        "properties": {"name": NAME, "lang": NAME},
        "additionalProperties": False,
    },
}
IDENTIFIERS = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["identifier"],
        "properties": {"identifier": NAME, "scheme": NAME},
        "additionalProperties": False,
    },
}
PERSON = _thing(["name"], name=NAME, other_names=OTHER_NAMES, identifiers=IDENTIFIERS)
ORGANIZATION = _thing(
    ["name"],
    name=NAME,
    other_names=OTHER_NAMES,
    identifiers=IDENTIFIERS,
    classification=NAME,
    founding_date=DAY,
    seats={"type": "integer"},  # EveryPolitician's extension
)
POST = _thing(["label", "organization_id"], label=NAME, role=NAME, organization_id=NAME)
MEMBERSHIP = _thing(
    ["organization_id"],
    label=NAME,
    role=NAME,
    person_id=NAME,
    member={
        "type": "object",
        "required": ["@type", "id", "name"],
        "properties": {"@type": {"const": "Organization"}, "id": NAME, "name": NAME},
    },
    organization_id=NAME,
    post_id=NAME,
    start_date=DAY,
    end_date=DAY,
    sources={"type": "array", "items": LINK},
) | {"oneOf": [{"required": ["person_id"]}, {"required": ["member"]}]}
EVENT = _thing(
    ["name"], name=NAME, classification=NAME, start_date=DAY, end_date=DAY, organization_id=NAME
)
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["persons", "organizations", "posts", "memberships", "events"],
    "properties": {
        "persons": {"type": "array", "items": PERSON},
        "organizations": {"type": "array", "items": ORGANIZATION},
        "posts": {"type": "array", "items": POST},
        "memberships": {"type": "array", "items": MEMBERSHIP},
        "events": {"type": "array", "items": EVENT},
    },
    "additionalProperties": False,
}
