"""Are two written names one? By what the register decides, else by how alike they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kutla.register.concepts import is_plain_word
from kutla.register.folding import fold
from kutla.register.likeness import PROPOSE_FROM, UNSURE_FROM, name_likeness

if TYPE_CHECKING:
    from datetime import date

    from kutla.register.matching import Match
    from kutla.register.register import Register
    from kutla.vocabulary import EntityKind


class Sameness(StrEnum):
    """What two names are to each other."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is made of two names. Only where ``is_decided`` may anything be merged unseen.

    ``likeness`` is 0 to 1; ``reason`` one sentence.
    """

    left: str
    right: str
    sameness: Sameness
    is_decided: bool
    likeness: float
    reason: str


def compare_names(
    left: str,
    right: str,
    register: Register | None = None,
    *,
    on: date | None = None,
    kind: EntityKind | None = None,
) -> Comparison:
    """Say whether two names are one, in a register where one is given.

    Two names are merged unseen only where curated aliases say so of both; what merely looks alike
    is "same" with ``is_decided`` false: a proposal for a person to look at.
    """
    if not fold(left) or not fold(right):
        why = "what has no letter is no name"
        return Comparison(left, right, Sameness.DIFFERENT, False, 0.0, why)
    likeness = round(name_likeness(left, right), 3)
    if register is not None:
        pair = register.match(left, on=on, kind=kind), register.match(right, on=on, kind=kind)
        is_settled = all(match.entity_id for match in pair)
        if not is_settled and register.are_never_same(left, right):
            why = "the register keeps the two apart: they are never the same"
            return Comparison(left, right, Sameness.DIFFERENT, True, likeness, why)
        found = _by_register(*pair)
        if found is not None:
            sameness, is_decided, why = found
            return Comparison(left, right, sameness, is_decided, likeness, why)
    if is_plain_word(left) != is_plain_word(right):
        why = "one is an ordinary word in small letters, the other a name"
        return Comparison(left, right, Sameness.UNSURE, False, likeness, why)
    return Comparison(
        left, right, *_by_likeness(likeness), likeness=likeness, reason=_words(likeness)
    )


def _by_register(a: Match, b: Match) -> tuple[Sameness, bool, str] | None:
    if a.entity_id and b.entity_id:
        if a.entity_id == b.entity_id:
            return Sameness.SAME, True, f"{a.reason}, and {b.reason}"
        return Sameness.DIFFERENT, True, f"{a.reason}, but {b.reason}"
    if a.best and b.best:
        if a.best == b.best:
            return Sameness.SAME, False, f"{a.reason}; {b.reason}"
        return Sameness.DIFFERENT, False, f"{a.reason}; {b.reason}"
    known, other = (a, b) if a.entity_id else (b, a)
    if known.entity_id and other.candidates:
        may_be = known.entity_id in {each.entity_id for each in other.candidates}
        sameness = Sameness.UNSURE if may_be else Sameness.DIFFERENT
        return sameness, False, f"{known.reason}; {other.reason}"
    return None


def _by_likeness(likeness: float) -> tuple[Sameness, bool]:
    if likeness >= PROPOSE_FROM:
        return Sameness.SAME, False
    return (Sameness.UNSURE if likeness >= UNSURE_FROM else Sameness.DIFFERENT), False


def _words(likeness: float) -> str:
    if likeness >= PROPOSE_FROM:
        return f"written or meant alike ({likeness:.2f}); a proposal, for a person to confirm"
    if likeness >= UNSURE_FROM:
        return f"somewhat alike ({likeness:.2f}), not enough to propose"
    return f"not alike ({likeness:.2f})"
