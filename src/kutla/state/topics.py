"""What competes with what: claims about the same thing, whatever words they use for it.

A topic is a kind of thing and the actors it is about. "X joined Y" and "X refuses to join Y" are
one topic with a yes and a no; "X runs" and "X withdraws" are one candidacy; 47 and 48 seats are one
figure. A contact denied and talks reported between the same two are one topic too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kutla.claims import Modality, Polarity
from kutla.vocabulary import Referent, name_office

if TYPE_CHECKING:
    from datetime import date

    from kutla.claims import Claim
    from kutla.register import Register

_FAMILY = {
    "refuses_bloc": "joins_bloc",
    "leaves_bloc": "joins_bloc",
    "withdraws_candidacy": "candidate_for",
    "opposes": "supports",
    "meets": "contact",
    "negotiates_with": "contact",
}
_SAYS_NO = frozenset({"refuses_bloc", "leaves_bloc", "withdraws_candidacy", "opposes"})
_UNORDERED = frozenset({"contact", "forms_bloc"})
_OFFICES = frozenset(
    {
        "holds_office",
        "candidate_for",
        "withdraws_candidacy",
        "nominated_for",
        "appointed_to",
        "resigns",
    }
)
_OWNED = re.compile(
    r"^(?P<owner>.+?)['’]s (?:\w+ )?(?:alliance|coalition|bloc|list|party|movement)\b",
    re.IGNORECASE,
)
_ANY = re.compile(
    r"^(?:any|the|a|an|this|that) .*(?:coalition|alliance|bloc|government)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Point:
    """A claim with what it is about in the register's words, and whether it says yes or no."""

    claim: Claim
    family: str
    subject: Referent
    object: Referent | None
    is_yes: bool
    note: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What competing claims share."""
        ends = (self.subject.key, self.object.key if self.object else "")
        if self.family in _UNORDERED:
            first, second = sorted(ends)
            return (self.family, first, second)
        return (self.family, *ends)


def point_of(claim: Claim, register: Register, on: date | None) -> Point:
    """Say what a claim is about, in names that claims can share."""
    subject, note = _settled_name(claim.subject, register, on, is_seats=claim.kind == "seats")
    target = claim.object
    if target is not None:
        target, _ = _settled_name(target, register, on, is_seats=False)
        if claim.kind in _OFFICES:
            target = Referent(name_office(target.name), None, target.kind)
    says_yes = claim.polarity is Polarity.AFFIRMED
    if claim.kind in _SAYS_NO:
        says_yes = not says_yes
    family = _FAMILY.get(claim.kind, claim.kind)
    if claim.kind == "refuses_bloc" and target is not None and _ANY.match(target.name):
        target = None
    return Point(claim, family, subject, target, says_yes, note)


def _settled_name(
    referent: Referent, register: Register, on: date | None, *, is_seats: bool
) -> tuple[Referent, str]:
    if referent.entity_id is not None:
        entity = register.find_entity(referent.entity_id)
        if entity is not None:
            if is_seats and entity.kind.value == "person":
                led = _list_of(entity.id, register, on)
                if led is not None:
                    return led, f"said of {entity.name}, who leads it"
            return Referent(entity.name, entity.id, entity.kind), ""
        return referent, ""
    owned = _OWNED.match(referent.name)
    if owned:
        match = register.match(owned["owner"], on=on)
        if match.entity_id is not None:
            led = _list_of(match.entity_id, register, on)
            if led is not None:
                return led, f"named as {referent.name}"
    return referent, ""


def _list_of(person_id: str, register: Register, on: date | None) -> Referent | None:
    """Give the one list a person leads that stood at the election next to a day."""
    election = register.election_on_or_before(on) if on is not None else None
    standing = {entity_id for entity_id, _ in election.results} if election is not None else set()
    led = [
        tenure.other
        for tenure in register.tenures_of(person_id)
        if tenure.role == "leads" and (tenure.other in standing)
    ]
    if len(set(led)) != 1:
        return None
    entity = register.entity(led[0])
    return Referent(entity.name, entity.id, entity.kind)


def gather(points: list[Point]) -> dict[tuple[str, str, str], list[Point]]:
    """Group points by topic; a refusal of any bloc whatever joins what is said of its subject."""
    topics: dict[tuple[str, str, str], list[Point]] = {}
    for point in points:
        topics.setdefault(point.key, []).append(point)
    for key in [k for k in topics if k[0] == "joins_bloc" and k[2] == ""]:
        others = [k for k in topics if k[:2] == key[:2] and k != key]
        near = [k for k in others if _is_near(topics[key], topics[k])]
        if near:
            vague = topics.pop(key)
            target = topics[near[0]][0].object
            said = "said of any bloc, so of this one too"
            topics[near[0]] += [replace(p, object=target, note=said) for p in vague]
    return topics


_NEAR_DAYS = 90


def _is_near(some: list[Point], others: list[Point]) -> bool:
    days = [p.claim.reported.first_on for p in some if p.claim.reported]
    other_days = [p.claim.reported.first_on for p in others if p.claim.reported]
    if not days or not other_days:
        documents = {p.claim.quote.document_id for p in some}
        return bool(documents & {p.claim.quote.document_id for p in others})
    return min(abs((a - b).days) for a in days for b in other_days) <= _NEAR_DAYS


STRENGTH = (Modality.ACTUAL, Modality.PLANNED, Modality.POSSIBLE, Modality.DEMANDED)
