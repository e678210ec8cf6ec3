"""Which of several figures of one election counts: by what each rests on, then by who says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.state.basis import WORDS, Basis, rests_on
from kutla.state.state import Alternative, Standing
from kutla.state.weights import NAMED
from kutla.state.wording import against, unopposed, words_of

if TYPE_CHECKING:
    from kutla.state.basis import Rests

SAYS_ITS_BASIS = NAMED.log_odds
"""A figure that says it is the final one, or the list's alone, weighs that much more: as a name."""


def settle_count(alternatives: list[Alternative]) -> tuple[Standing, str]:
    """Put the figures of one list in order, the leading one first, and say how firmly it stands.

    Later reports change no result, but a later count does: figures of an earlier count are
    overtaken and no rivals; nor is one that counts allies in where another says "alone" or nothing.
    """
    rests = {id(each): _rests(each) for each in alternatives}
    last = max((r.basis for r in rests.values() if r.basis is not None), default=None)
    others_are_alone = any(r.is_alone is not False for r in rests.values())

    def is_overtaken(one: Alternative) -> bool:
        mine = rests[id(one)]
        is_earlier = mine.basis is not None and last is not None and mine.basis < last
        return is_earlier or (mine.is_alone is False and others_are_alone)

    def strength(one: Alternative) -> float:
        mine = rests[id(one)]
        says = mine.basis is Basis.FINAL or mine.is_alone is True
        return one.log_odds + (SAYS_ITS_BASIS if says else 0.0)

    alternatives.sort(key=lambda a: (is_overtaken(a), -strength(a), str(a.value)))
    rivals = [each for each in alternatives if not is_overtaken(each)]
    former = [each for each in alternatives if is_overtaken(each)]
    told = "".join(f"; {_told(each, rests[id(each)])}" for each in former)
    if len(rivals) > 1:
        return Standing.CONTESTED, against(rivals) + told
    standing, reason = unopposed(rivals[0])
    basis = rests[id(rivals[0])].basis
    return standing, (f"{WORDS[basis]}: " if basis is not None and former else "") + reason + told


def _rests(alternative: Alternative) -> Rests:
    """Say what a figure rests on by all who give it: the latest count, alone if anybody says so."""
    found = [rests_on(item.claim) for item in alternative.evidence]
    bases = [each.basis for each in found if each.basis is not None]
    alone = [each.is_alone for each in found if each.is_alone is not None]
    # a figure that somebody gives without saying so is not only that of the list and its allies
    with_others = bool(alone) and not any(alone) and len(alone) == len(found)
    is_alone = False if with_others else (True if any(alone) else None)
    return type(found[0])(max(bases) if bases else None, is_alone)


def _told(alternative: Alternative, rests: Rests) -> str:
    if rests.is_alone is False:
        return f"{words_of(alternative)} counts allies in"
    said = WORDS[rests.basis] if rests.basis is not None else "earlier"
    return f"{words_of(alternative)} was {said}"
