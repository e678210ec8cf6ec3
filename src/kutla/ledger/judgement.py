"""What an analyst decides: appended with name and moment, undone only by another judgement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Verdict(StrEnum):
    """What a judgement says of a claim, or of two names."""

    ACCEPT = "accept"
    REJECT = "reject"
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    UNDO = "undo"
    """Takes back the judgement whose number ``about`` names."""


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
