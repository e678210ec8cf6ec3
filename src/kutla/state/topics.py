"""What competes with what: claims about the same thing, whatever words they use for it.

A topic is a kind of thing and the actors it is about. "X joined Y" and "X refuses to join Y" are
one topic with a yes and a no; "X runs" and "X withdraws" are one candidacy; 47 and 48 seats are one
figure. A contact denied and talks reported between the same two are one topic too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.claims import Modality, Polarity
from kutla.vocabulary import EntityKind, Referent

if TYPE_CHECKING:
    from datetime import date

    from kutla.claims import Claim
    from kutla.state.camps import Camps
    from kutla.state.posts import Posts

_FAMILY = {
    "refuses_bloc": "joins_bloc",
    "leaves_bloc": "joins_bloc",
    "withdraws_candidacy": "candidate_for",
    "opposes": "supports",
    "meets": "contact",
    "negotiates_with": "contact",
}
_SAYS_NO = frozenset({"refuses_bloc", "leaves_bloc", "withdraws_candidacy", "opposes"})
_JOINED = frozenset({"forms_bloc", "joins_bloc", "leaves_bloc", "refuses_bloc", "part_of"})
_UNORDERED = frozenset({"contact", "forms_bloc"})
_ANY = re.compile(
    r"^(?:any|no|another|the|a|an|this|that) .*(?:coalition|alliance|bloc|government)",
    re.IGNORECASE,
)
_OF_GOVERNMENTS = frozenset({"confidence_vote", "supports", "opposes"})
_GOVERNMENT = re.compile(
    r"^(?:the )?(?:(?P<owner>.+?)['’]s? (?:\w+ )?(?:government|cabinet|administration)"
    r"|(?:government|cabinet|administration) of (?P<head>.+))$",
    re.IGNORECASE,
)

STRENGTH = (Modality.ACTUAL, Modality.PLANNED, Modality.POSSIBLE, Modality.DEMANDED)


def family_of(claim: Claim) -> str:
    """Give the kind of thing a claim is about: to refuse or to leave a bloc is about joining it."""
    return _FAMILY.get(claim.kind, claim.kind)


@dataclass(frozen=True, slots=True)
class Point:
    """A claim with what it is about in the register's words, and whether it says yes or no."""

    claim: Claim
    family: str
    subject: Referent
    object: Referent | None
    is_yes: bool
    note: str = ""
    part: str = ""
    """Which happening it is, where the same thing happened more than once."""
    recorded: Claim | None = None
    """The claim as the ledger holds it, where analysts' merges of names changed what is read."""
    vouched_by: str = ""
    """The analyst who vouches for the claim, by a judgement."""

    @property
    def key(self) -> tuple[str, str, str]:
        """What competing claims share."""
        ends = (self.subject.key, self.object.key if self.object else "")
        if self.family in _UNORDERED:
            first, second = sorted(ends)
            return (self.family + self.part, first, second)
        return (self.family + self.part, *ends)

    @property
    def said(self) -> Claim:
        """The claim that bears witness: the one that the ledger holds."""
        return self.recorded or self.claim

    @property
    def document_id(self) -> str:
        """The report the claim stands in."""
        return self.claim.quote.document_id


def point_of(
    claim: Claim,
    camps: Camps,
    posts: Posts,
    on: date | None,
    *,
    recorded: Claim | None = None,
    vouched_by: str = "",
) -> Point:
    """Say what a claim is about, in names that claims can share."""
    subject, note = camps.settled(claim.subject, on, is_seats=claim.kind == "seats")
    target = claim.object
    if target is not None:
        target, _ = camps.settled(target, on, is_joined=claim.kind in _JOINED)
        target = claim.object if target.key == subject.key and claim.object else target
        target = posts.named(claim, subject, target)
    if claim.kind in _OF_GOVERNMENTS:
        subject, target = _headed(subject, camps, on), target and _headed(target, camps, on)
    says_yes = claim.polarity is Polarity.AFFIRMED
    if claim.kind in _SAYS_NO:
        says_yes = not says_yes
    family = family_of(claim)
    if claim.kind == "refuses_bloc" and is_any(target):
        target = None
    return Point(
        claim, family, subject, target, says_yes, note, recorded=recorded, vouched_by=vouched_by
    )


def is_any(target: Referent | None) -> bool:
    """Whether a name means whatever bloc there may be: "any coalition"."""
    return target is not None and not target.is_resolved and bool(_ANY.match(target.name))


def _headed(referent: Referent, camps: Camps, on: date | None) -> Referent:
    """Read "K's government" as K: confidence in the one is confidence in the other."""
    found = _GOVERNMENT.match(referent.name)
    if found is None or referent.is_resolved:
        return referent
    head = found["owner"] or found["head"]
    entity_id = camps.register.match(head, on=on).entity_id
    entity = camps.register.find_entity(entity_id) if entity_id else None
    if entity is not None and entity.kind is not EntityKind.PERSON:
        return referent
    return Referent(entity.name if entity else head, entity_id, EntityKind.PERSON)
