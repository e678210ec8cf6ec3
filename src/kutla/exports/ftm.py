"""FollowTheMoney 4: entities, and the statements they are made of.

People, organizations and bodies are things; who belongs to, leads and holds what are links of
their own schema; every other tie is an ``UnknownLink`` whose ``role`` is its kind. A link's ``proof``
are the reports, ``summary`` what is said, ``description`` the words. A denial, a plan and the other
side of a dispute are links too, and their ``status`` says so. Lossy: FollowTheMoney knows no weights.
"""

from __future__ import annotations

import hashlib
import io
import json
from typing import TYPE_CHECKING

from kutla.briefs.words import say_reading
from kutla.exports.table import needed
from kutla.exports.ties import is_url, named, reports_of, ties_of
from kutla.register.entity import AliasMark
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from kutla.documents import Document
    from kutla.exports.seen import Seen
    from kutla.exports.ties import Tie
    from kutla.state import Alternative, Fact
    from kutla.vocabulary import Period, Referent

Entity = dict[str, object]
Properties = dict[str, list[str]]
_SCHEMATA = {
    EntityKind.PERSON: "Person",
    EntityKind.PARTY_LIST: "Organization",
    EntityKind.PARTY: "Organization",
    EntityKind.ELECTORAL_ALLIANCE: "Organization",
    EntityKind.PARLIAMENTARY_GROUP: "Organization",
    EntityKind.ARMED_FACTION: "Organization",
    EntityKind.UMBRELLA: "Organization",
    EntityKind.CLERICAL_AUTHORITY: "Organization",
    EntityKind.OUTLET: "Organization",
    EntityKind.MINISTRY: "PublicBody",
    EntityKind.INSTITUTION: "PublicBody",
    EntityKind.COUNTRY: "PublicBody",
    EntityKind.OFFICE: "Position",
    EntityKind.ELECTION: "Event",
    EntityKind.GROUP: "LegalEntity",
    EntityKind.PLACE: "Thing",
}
_UNKNOWN = "LegalEntity"
_QUOTES = " \"'“”‘’"
_ORGANIZATIONS = frozenset({"Organization", "PublicBody"})
_LEGAL = _ORGANIZATIONS | {"Person", "LegalEntity"}
_MEMBERSHIPS = frozenset({"member_of", "part_of", "joins_bloc"})
_POSTS = frozenset({"holds_office", "appointed_to"})


def ftm_entities(seen: Seen) -> tuple[Entity, ...]:
    """Give the entities: things first, then the reports, then the links between them."""
    things: dict[str, Entity] = {}
    links: list[Entity] = []
    articles: dict[str, Entity] = {}
    for fact in seen.state.facts:
        _put(named(fact.subject, seen), seen, things)
        for reading in fact.alternatives:
            for document in reports_of(reading, seen):
                articles.setdefault(document.id, _article(document))
        if fact.object is None:
            _note(fact, seen, things, links)
    for tie in ties_of(seen):
        _put(tie.object, seen, things)
        if tie.subject.key != tie.object.key:
            links.append(_link(tie, seen))
    return (*things.values(), *articles.values(), *links)


def ftm_text(seen: Seen) -> str:
    """Write the entities as JSON lines, as ``ftm`` reads them."""
    lines = (json.dumps(each, ensure_ascii=False, sort_keys=True) for each in ftm_entities(seen))
    return "".join(f"{line}\n" for line in lines)


def write_statements(seen: Seen, path: Path) -> None:
    """Write the statements as CSV, a row a value, by FollowTheMoney's own writer.

    Raises SettingsError where followthemoney is not installed.
    """
    statement = needed("followthemoney.statement", "interop")
    data = needed("followthemoney", "interop")
    dataset = data.Dataset.make(
        {"name": f"kutla_{seen.state.parliament.replace('-', '_')}", "title": "kutla"}
    )
    moment = seen.state.known_at.isoformat(timespec="seconds")
    rows = []
    for each in ftm_entities(seen):
        entity = statement.StatementEntity.from_data(dataset, each)
        for one in sorted(entity.statements, key=lambda one: (one.prop, one.value)):
            one.first_seen = one.last_seen = moment
            one.origin = "kutla"
            rows.append(one)
    out = _Kept()
    statement.write_statements(out, statement.CSV, rows)
    path.write_bytes(out.getvalue())


class _Kept(io.BytesIO):
    """Bytes that outlive the wrapper which the library puts around them and forgets."""

    def close(self) -> None:
        """Stay open: what was written is still to be read."""


def ftm_id(referent: Referent) -> str:
    """Give the id of a thing: the register's, or a hash of a name that nobody matched."""
    if referent.entity_id is not None:
        return referent.entity_id
    return "kutla-" + hashlib.sha256(referent.key.encode()).hexdigest()[:16]


def _put(referent: Referent, seen: Seen, things: dict[str, Entity]) -> None:
    id_ = ftm_id(referent)
    if id_ in things:
        return
    entity = seen.register.find_entity(referent.entity_id) if referent.entity_id else None
    properties: Properties = {"name": [referent.name.strip(_QUOTES) or referent.name]}
    if entity is not None:
        aliases = [
            alias.text
            for alias in seen.register.aliases_of(entity.id)
            if alias.text != entity.name and alias.mark is AliasMark.DECIDES
        ]
        if aliases:
            properties["alias"] = list(dict.fromkeys(aliases))
        if entity.wikidata:
            properties["wikidataId"] = [entity.wikidata]
    schema = schema_of(referent)
    if referent.kind is not None and schema in _ORGANIZATIONS:
        properties["classification"] = [referent.kind.value]
    things[id_] = {"id": id_, "schema": schema, "properties": properties}


def schema_of(referent: Referent) -> str:
    """Give the schema of a thing; whose kind nobody knows is a legal entity."""
    return _UNKNOWN if referent.kind is None else _SCHEMATA[referent.kind]


def _article(document: Document) -> Entity:
    properties: Properties = {"title": [document.headline or document.address]}
    properties["fileName"] = [document.address.rpartition("/")[2] or document.address]
    raw = document.text.encode("utf-8", "surrogatepass")
    properties["contentHash"] = [hashlib.sha1(raw, usedforsecurity=False).hexdigest()]
    if is_url(document.address):
        properties["sourceUrl"] = [document.address]
    if document.outlet is not None:
        properties["publisher"] = [document.outlet.name]
    if document.byline:
        properties["author"] = [document.byline]
    if document.published.period is not None and (day := iso(document.published.period)):
        properties["publishedAt"] = [day]
    return {"id": f"kutla-doc-{document.id}", "schema": "Article", "properties": properties}


def _link(tie: Tie, seen: Seen) -> Entity:
    schema, first, second = _ends(tie)
    properties: Properties = {
        first: [ftm_id(tie.subject)],
        second: [ftm_id(tie.object)],
        "status": [_status(tie)],
        "recordId": [tie.fact.id],
        **_told(tie.says, tie.reading, seen),
    }
    if schema != "Occupancy":
        properties["role"] = [tie.kind.replace("_", " ")]
    if tie.is_bound:
        properties |= _reported(tie.reading)
    else:
        is_entry = (
            schema == "Occupancy" and tie.kind == "appointed_to"
        )  # its end is nobody's to say
        properties |= _days(tie.first_on, None if is_entry else tie.last_on)
    number = tie.fact.alternatives.index(tie.reading)
    key = tie.fact.id if number == 0 else f"{tie.fact.id}-{number}"
    return {"id": f"kutla-fact-{key}", "schema": schema, "properties": properties}


def _ends(tie: Tie) -> tuple[str, str, str]:
    """Give the schema of a tie and the names of its ends: the precise one where all of it fits."""
    one, other = schema_of(tie.subject), schema_of(tie.object)
    if tie.is_so and one in _LEGAL and other in _ORGANIZATIONS:
        if tie.kind in _MEMBERSHIPS:
            return "Membership", "member", "organization"
        if tie.kind == "leads":
            return "Directorship", "director", "organization"
    if tie.is_so and tie.kind in _POSTS and (one, other) == ("Person", "Position"):
        return "Occupancy", "holder", "post"
    return "UnknownLink", "subject", "object"


def _status(tie: Tie) -> str:
    """Say how a tie stands: "contested", "reported, possible", "contested, the other side, denied"."""
    parts = [tie.fact.standing.value]
    if not tie.is_leading:
        parts.append("the other side" if tie.fact.is_contested else "earlier")
    parts += [
        word
        for word in (tie.reading.polarity.value, tie.reading.modality.value)
        if word not in {"affirmed", "actual"}
    ]
    return ", ".join(parts)


def _note(fact: Fact, seen: Seen, things: dict[str, Entity], links: list[Entity]) -> None:
    """Keep what has no object: seats as a note of the list, what happens as an event."""
    subject = named(fact.subject, seen)
    thing = things[ftm_id(subject)]
    if fact.kind == "seats":
        told = "; ".join(say_reading(fact, each) for each in fact.alternatives)
        notes = thing["properties"]
        if isinstance(notes, dict):
            notes.setdefault("notes", []).append(f"{told} ({fact.standing.value})")
        return
    properties: Properties = {
        "name": [say_reading(fact, fact.alternatives[0])],
        "recordId": [fact.id],
        **_told(say_reading(fact, fact.alternatives[0]), fact.alternatives[0], seen),
    }
    if schema_of(subject) in _LEGAL:
        properties["involved"] = [ftm_id(subject)]
    if fact.period is not None:
        properties |= _days(fact.period.first_on, fact.period.last_on)
    links.append({"id": f"kutla-fact-{fact.id}", "schema": "Event", "properties": properties})


def _told(says: str, reading: Alternative, seen: Seen) -> Properties:
    reports = reports_of(reading, seen)
    found: Properties = {
        "summary": [says],
        "description": _once(" ".join(i.claim.quote.exact.split()) for i in reading.evidence),
        "proof": [f"kutla-doc-{each.id}" for each in reports],
        "sourceUrl": [each.address for each in reports if is_url(each.address)],
        "publisher": _once(each.outlet.name for each in reports if each.outlet is not None),
    }
    return {name: values for name, values in found.items() if values}


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _days(first_on: date | None, last_on: date | None) -> Properties:
    days = (("startDate", first_on), ("endDate", last_on))
    return {name: [day.isoformat()] for name, day in days if day is not None}


def _reported(reading: Alternative) -> Properties:
    """Give the ``date`` of what has no day of its own: that of its first report, as far as known."""
    reports = [i.claim.reported for i in reading.evidence if i.claim.reported is not None]
    first = iso(min(reports)) if reports else None
    return {} if first is None else {"date": [first]}


def iso(period: Period) -> str | None:
    """Give a day, month or year as FollowTheMoney writes it; None for any other stretch."""
    text = str(period)
    return None if "/" in text else text
