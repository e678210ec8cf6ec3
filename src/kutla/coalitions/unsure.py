"""What a state leaves unsure, as chances: contested figures and contested refusals."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, TypeVar

from kutla.claims.claim import Polarity
from kutla.coalitions.chances import Chances
from kutla.coalitions.seating import Seating, find_refusals

if TYPE_CHECKING:
    from kutla.state.state import Fact, State

_Key = TypeVar("_Key")
EVEN = 0.5
"""The chance of a refusal that is in doubt for another reason than a voice against it."""


def chances_from_state(state: State) -> Chances:
    """Turn the log-odds of contested figures and refusals into chances.

    The values given for one list's seats share one among them, as exp(log-odds) does; so do the
    voices for a refusal and those against it. A refusal in doubt for another reason (only
    possible, or the two also reported together) counts as even. What is not contested is sure.
    """
    seating = Seating(state)
    seats = {
        each: figures for each, fact in seating.rows.items() if len(figures := _figures(fact)) > 1
    }
    refusals = {
        refusal.groups: _chance(refusal.fact)
        for refusal in find_refusals(seating)[0]
        if refusal.is_contested
    }
    return Chances(seats, {}, refusals)


def _figures(fact: Fact) -> dict[int, float]:
    odds: dict[int, float] = {}
    for each in fact.alternatives:
        if each.value is not None and each.polarity is Polarity.AFFIRMED:
            odds[each.value] = max(odds.get(each.value, each.log_odds), each.log_odds)
    return _shared(odds)


def _chance(fact: Fact) -> float:
    odds: dict[bool, float] = {}
    for each in fact.alternatives:
        says_so = each.polarity is Polarity.AFFIRMED
        odds[says_so] = max(odds.get(says_so, each.log_odds), each.log_odds)
    return _shared(odds)[True] if len(odds) > 1 else EVEN


def _shared(odds: dict[_Key, float]) -> dict[_Key, float]:
    most = max(odds.values(), default=0.0)
    weights = {each: exp(own - most) for each, own in odds.items()}
    total = sum(weights.values())
    return {each: weight / total for each, weight in weights.items()}
