"""Large chambers: the sets worth scoring, and how much probability lies outside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kutla.coalitions import Game, Group, enumerate_coalitions
from kutla.errors import TooManyGroupsError
from kutla.forecast.model import score_governments
from kutla.forecast.opportunity import MOST_PARTIES, potential_governments

if TYPE_CHECKING:
    from collections.abc import Callable

    from kutla.forecast.model import Weights
    from kutla.forecast.opportunity import Bits, Numbers, Opportunity

BEAM = 250
"""Sets kept of every size."""
SMALLEST = 400
"""Minimal winning coalitions taken in, fewest members first, from the coalition room."""
_DRAWS = 4000
_STALE = 3
_MOST_GROUPS = 64


@dataclass(frozen=True, slots=True)
class Plausible:
    """Sets looked at with their scores; ``left_out`` is the probability of all others.

    It is 0 where every set was looked at, else an estimate from ``_DRAWS`` random sets.
    """

    sets: Bits
    scores: Numbers
    left_out: float


def plausible_governments(
    chance: Opportunity,
    weights: Weights,
    *,
    shift: Callable[[Bits], Numbers] | None = None,
    seed: int = 0,
) -> Plausible:
    """Give every set of parties up to ``MOST_PARTIES`` of them; beyond, those that matter.

    These are found by beam search from single parties (the best ``BEAM`` of each size), from the
    last cabinet with one or two parties more or fewer, and from the smallest minimal winning
    coalitions. ``shift`` is added to the scores: what the news says. Raises TooManyGroupsError
    beyond ``_MOST_GROUPS`` parties.
    """
    number = len(chance.ids)

    def score(sets: Bits) -> Numbers:
        found = score_governments(chance, sets, weights)
        return found if shift is None else found + shift(sets)

    if number <= MOST_PARTIES:
        every = potential_governments(number)
        return Plausible(every, score(every), 0.0)
    if number > _MOST_GROUPS:
        raise TooManyGroupsError(
            f"{number} groups are more than the {_MOST_GROUPS} a forecast looks at; "
            "join those that sit together."
        )
    sets = _unique(np.concatenate([_beam(number, score), _near(chance), _smallest(chance)]))
    scores = score(sets)
    return Plausible(sets, scores, _left_out(sets, scores, score, seed))


def _unique(sets: Bits) -> Bits:
    packed = np.packbits(sets, axis=1)
    _, first = np.unique(packed, axis=0, return_index=True)
    kept = sets[np.sort(first)]
    return np.asarray(kept[kept.any(axis=1)])


def _beam(number: int, score: Callable[[Bits], Numbers]) -> Bits:
    """Grow sets one party at a time; stop where larger ones add nothing any more."""
    here = np.eye(number, dtype=bool)
    seen = [here]
    mass = float(np.exp(score(here)).sum())
    stale = 0
    for _ in range(1, number):
        grown = np.repeat(here, number, axis=0) | np.tile(
            np.eye(number, dtype=bool), (len(here), 1)
        )
        size = here[0].sum() + 1
        grown = _unique(grown[grown.sum(axis=1) == size])
        scores = score(grown)
        order = np.argsort(-scores, kind="stable")[:BEAM]
        here = grown[order]
        seen.append(grown[np.argsort(-scores, kind="stable")[: 8 * BEAM]])
        more = float(np.exp(scores).sum())
        stale = stale + 1 if more < 1e-4 * mass else 0
        mass += more
        if stale >= _STALE:
            break
    return np.concatenate(seen)


def _near(chance: Opportunity) -> Bits:
    """Give the last cabinet and it with one or two parties changed."""
    governed = chance.governed
    if not governed.any():
        return np.zeros((0, len(governed)), dtype=bool)
    flip = np.eye(len(governed), dtype=bool)
    one = governed ^ flip
    first, second = np.triu_indices(len(governed), 1)
    return np.concatenate([governed[None], one, governed ^ flip[first] ^ flip[second]])


def _smallest(chance: Opportunity) -> Bits:
    game = Game(
        tuple(Group(str(i), str(i), seats) for i, seats in enumerate(chance.seats)), chance.quota
    )
    found = [list(map(int, each.ids)) for each in enumerate_coalitions(game, limit=SMALLEST)]
    sets = np.zeros((len(found), len(chance.ids)), dtype=bool)
    for row, members in enumerate(found):
        sets[row, members] = True
    return sets


def _left_out(sets: Bits, scores: Numbers, score: Callable[[Bits], Numbers], seed: int) -> float:
    """Estimate the probability of the sets not looked at, by importance sampling.

    Parties are drawn one by one as often as they are in the sets looked at, never less than 3 nor
    more than 97 times in a hundred.
    """
    top = float(scores.max())
    mass = np.exp(scores - top)
    inside = np.clip(mass @ sets / mass.sum(), 0.03, 0.97)
    draw = np.random.default_rng(seed)
    drawn = draw.random((_DRAWS, sets.shape[1])) < inside
    drawn = drawn[drawn.any(axis=1)]
    known = {bytes(each) for each in np.packbits(sets, axis=1)}
    is_new = np.array([bytes(each) not in known for each in np.packbits(drawn, axis=1)])
    if not is_new.any():
        return 0.0
    new = drawn[is_new]
    log_chance = np.where(new, np.log(inside), np.log1p(-inside)).sum(axis=1)
    outside = float(np.exp(score(new) - top - log_chance).sum()) / len(drawn)
    return outside / (outside + float(mass.sum()))
