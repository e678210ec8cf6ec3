"""What an analyst decides: appended with name and moment, undone only by another judgement.

Of a claim an analyst says that it is right (``accept``), that it does not count (``reject``), or
that it should read otherwise (``correct``); a claim no reader found is entered by hand (``add``).
Nothing is taken out of the ledger by any of them: see :func:`rulings` for what each does.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from kutla.claims.claim import saying_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from kutla.claims import Claim


class Verdict(StrEnum):
    """What a judgement says of a claim, or of two names."""

    ACCEPT = "accept"
    """The claim is right: an analyst vouches for it."""
    REJECT = "reject"
    """The claim does not count."""
    CORRECT = "correct"
    """The claim ``other`` counts in place of the claim ``about``; both are kept."""
    ADD = "add"
    """The claim was entered by hand."""
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    UNDO = "undo"
    """Takes back the judgement whose number ``about`` names."""


ABOUT_CLAIMS = frozenset({Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT, Verdict.ADD})
REVIEW = "review"
"""The method of claims that stand by a judgement alone: entered by hand, or a correction."""
REVIEW_RUN = "hand: review"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision; ``about`` is a claim's id, a name, or a judgement's number (for undo)."""

    number: int
    verdict: Verdict
    about: str
    other: str | None
    reason: str
    judged_by: str
    recorded_at: datetime


def standing(judgements: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
    """Give the judgements that were not taken back, oldest first."""
    undone: set[int] = set()
    for judgement in reversed(judgements):
        if judgement.verdict is Verdict.UNDO and judgement.number not in undone:
            undone.add(int(judgement.about))
    return tuple(
        judgement
        for judgement in judgements
        if judgement.number not in undone and judgement.verdict is not Verdict.UNDO
    )


@dataclass(frozen=True, slots=True)
class Rulings:
    """What the judgements that stand make of each claim, by the claim's id.

    A later judgement on a claim takes the place of an earlier one on it. ``entered`` are the
    claims that stand by a judgement: added by hand, or put in place of another.
    """

    accepted: Mapping[str, Judgement] = field(default_factory=dict)
    rejected: Mapping[str, Judgement] = field(default_factory=dict)
    corrected: Mapping[str, Judgement] = field(default_factory=dict)
    entered: Mapping[str, Judgement] = field(default_factory=dict)

    def counts(self, claim: Claim) -> bool:
        """Whether a claim counts: one of a reader does until judged, one of a review if it stands."""
        if claim.id in self.rejected or claim.id in self.corrected:
            return False
        return claim.method != REVIEW or claim.id in self.entered

    def voucher(self, claim: Claim) -> Judgement | None:
        """Give the judgement by which an analyst vouches for a claim, None where there is none."""
        return self.accepted.get(claim.id) or self.entered.get(claim.id)


def rulings(judgements: Iterable[Judgement], claims: Iterable[Claim] = ()) -> Rulings:
    """Play the judgements that stand, in their order, and say what they come to.

    ``claims`` say which ids are those of corrections and claims entered by hand. A correction of a claim that no longer stands itself (its own correction was undone, or its
    original rejected since) is without effect, so that undoing the first undoes what hangs on it.
    """
    last: dict[str, Judgement] = {}
    entered: dict[str, Judgement] = {}
    every = sorted(judgements, key=lambda one: one.number)
    of_review = {claim.id for claim in claims if claim.method == REVIEW}
    for judgement in every:
        about = judgement.about
        if judgement.verdict not in ABOUT_CLAIMS:
            continue
        is_correction = judgement.verdict is Verdict.CORRECT
        if is_correction and about in of_review and about not in entered:
            continue
        before = last.get(about)
        if before is not None and before.verdict is Verdict.CORRECT and before.other is not None:
            entered.pop(before.other, None)
        if judgement.verdict is Verdict.ADD:
            entered[about] = judgement
            last.pop(about, None)
            continue
        last[about] = judgement
        if is_correction and judgement.other is not None:
            entered[judgement.other] = judgement
            last.pop(judgement.other, None)

    def of(verdict: Verdict) -> dict[str, Judgement]:
        return {about: one for about, one in last.items() if one.verdict is verdict}

    return Rulings(of(Verdict.ACCEPT), of(Verdict.REJECT), of(Verdict.CORRECT), entered)


def carried_over(
    judgements: Iterable[Judgement], judged: Iterable[Claim], claims: Iterable[Claim]
) -> tuple[Judgement, ...]:
    """Let judgements on what an earlier reader found speak on the same claims of a later one.

    ``judged`` are the claims that the judgements name, ``claims`` those of the latest readings. A
    claim's id holds its reader's version; two claims that say the same in the same words of one
    document are one to an analyst.
    """
    judged = tuple(judged)
    if not judged:
        return tuple(judgements)
    by_saying = {saying_id(claim): claim.id for claim in claims if claim.method != REVIEW}
    moved = {
        claim.id: by_saying.get(saying_id(claim), claim.id)
        for claim in judged
        if claim.method != REVIEW
    }
    return tuple(
        replace(one, about=moved.get(one.about, one.about)) if one.verdict in ABOUT_CLAIMS else one
        for one in judgements
    )
