"""Popolo: persons, organizations, posts, memberships and elections, each with its sources.

Of the facts those go in that are said to be so: who belongs to, leads, is part of and joined what,
and who holds which office. Seats, stances and plans have no place in Popolo and stay out.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kutla.exports.ties import is_url, named, reports_of, ties_of
from kutla.register.entity import AliasMark
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from kutla.exports.seen import Seen
    from kutla.exports.ties import Tie
    from kutla.vocabulary import Referent

Thing = dict[str, object]
_MEMBERS = {
    "member_of": "member",
    "part_of": "member",
    "joins_bloc": "member",
    "leads": "leader",
}
_POSTS = frozenset({"holds_office", "appointed_to"})
_STANDS = frozenset({"settled", "reported", "contested"})


def popolo_text(seen: Seen) -> str:
    """Write what a state knows of memberships and posts as one Popolo document."""
    return json.dumps(popolo(seen), ensure_ascii=False, indent=2) + "\n"


def popolo(seen: Seen) -> dict[str, list[Thing]]:
    """Give what a state knows of memberships and posts, as Popolo's lists of things."""
    house = f"{seen.state.parliament}-chamber"
    persons: dict[str, Thing] = {}
    organizations: dict[str, Thing] = {
        house: {
            "id": house,
            "name": seen.state.chamber.name,
            "classification": "legislature",
            "seats": seen.state.chamber.seats,
        }
    }
    posts: dict[str, Thing] = {}
    memberships: list[Thing] = []

    def put(referent: Referent) -> str:
        thing = _thing(referent, seen)
        kept = persons if referent.kind is EntityKind.PERSON else organizations
        return str(kept.setdefault(str(thing["id"]), thing)["id"])

    for row in seen.state.seats.rows:
        put(named(row.subject, seen))
    for tie in ties_of(seen):
        if not tie.is_so or not _goes_in(tie):
            continue
        membership = _dated(tie, seen)
        if tie.kind in _POSTS:
            post_id = tie.object.entity_id or f"post:{_slug(tie.object.name)}"
            posts.setdefault(
                post_id,
                {
                    "id": post_id,
                    "label": tie.object.name,
                    "role": tie.object.name,
                    "organization_id": house,
                },
            )
            membership |= {"post_id": post_id, "organization_id": house, "role": tie.object.name}
        else:
            membership |= {"organization_id": put(tie.object), "role": _MEMBERS[tie.kind]}
        member_id = put(tie.subject)
        if tie.subject.kind is EntityKind.PERSON:
            membership["person_id"] = member_id
        else:
            membership["member"] = {
                "@type": "Organization",
                "id": member_id,
                "name": tie.subject.name,
            }
        memberships.append(membership)
    return {
        "persons": list(persons.values()),
        "organizations": list(organizations.values()),
        "posts": list(posts.values()),
        "memberships": memberships,
        "events": _elections(seen, house),
    }


def _goes_in(tie: Tie) -> bool:
    if tie.fact.standing.value not in _STANDS:
        return tie.kind in _POSTS and tie.fact.standing.value == "superseded"
    is_group = tie.subject.kind is EntityKind.GROUP
    if tie.kind in _POSTS:
        return tie.subject.kind is EntityKind.PERSON
    target = tie.object.kind
    return tie.kind in _MEMBERS and not is_group and target is not EntityKind.PERSON


def _thing(referent: Referent, seen: Seen) -> Thing:
    entity = seen.register.find_entity(referent.entity_id) if referent.entity_id else None
    if entity is None:
        thing: Thing = {"id": f"name:{_slug(referent.name)}", "name": referent.name}
        if referent.kind is not EntityKind.PERSON:
            thing["classification"] = _classified(referent.kind)
        return thing
    thing = {"id": entity.id, "name": entity.name}
    others = [
        {"name": alias.text, **({"lang": alias.language} if alias.language else {})}
        for alias in seen.register.aliases_of(entity.id)
        if alias.text != entity.name and alias.mark is AliasMark.DECIDES
    ]
    if others:
        thing["other_names"] = others
    if entity.wikidata:
        thing["identifiers"] = [{"scheme": "wikidata", "identifier": entity.wikidata}]
    if entity.kind is not EntityKind.PERSON:
        thing["classification"] = _classified(entity.kind)
        if entity.valid is not None:
            thing["founding_date"] = entity.valid.first_on.isoformat()
    return thing


def _classified(kind: EntityKind | None) -> str:
    """Say what an organization is in words: "party", "list", "electoral alliance"."""
    words = "unknown" if kind is None else kind.value.replace("-", " ")
    return words.removeprefix("party ") if words == "party list" else words


def _dated(tie: Tie, seen: Seen) -> Thing:
    membership: Thing = {"id": f"fact:{tie.fact.id}", "label": tie.says}
    if tie.first_on is not None and not tie.is_bound:
        membership["start_date"] = tie.first_on.isoformat()
    if tie.last_on is not None and not tie.is_bound and tie.kind != "appointed_to":
        membership["end_date"] = tie.last_on.isoformat()
    quotes = {i.claim.quote.document_id: i.claim.quote.exact for i in tie.reading.evidence[::-1]}
    membership["sources"] = [
        {
            **({"url": document.address} if is_url(document.address) else {}),
            "note": f"{document.outlet.name if document.outlet else document.address}: "
            f"“{' '.join(quotes[document.id].split())}” ({tie.fact.standing.value})",
        }
        for document in reports_of(tie.reading, seen)
    ]
    return membership


def _elections(seen: Seen, house: str) -> list[Thing]:
    return [
        {
            "id": election.id,
            "name": f"Election of {election.held_on}",
            "classification": "general election",
            "start_date": election.held_on.first_on.isoformat(),
            "end_date": election.held_on.last_on.isoformat(),
            "organization_id": house,
        }
        for election in seen.register.elections
        if election.held_on.first_on <= seen.state.valid_on
    ]


def _slug(name: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in name.casefold()).split())
