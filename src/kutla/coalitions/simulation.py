"""Many chambers drawn from what is not sure, with exact power in each, and error bars."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from kutla.coalitions.counting import count_winning, needed_by_all
from kutla.coalitions.power import banzhaf
from kutla.errors import CoalitionError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kutla.coalitions.chances import Chances
    from kutla.coalitions.game import Game, Group

_Ints = npt.NDArray[np.int64]
_MOST_GROUPS = 62
"""Beyond, the swing counts would not fit sixty-four bits."""
_CELLS = 400_000
"""How many counts are worked on at once: what a processor's cache holds."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over draws with its standard error."""

    mean: float
    error: float

    def __str__(self) -> str:
        return f"{self.mean:.3f} ± {self.error:.3f}"


@dataclass(frozen=True, slots=True)
class Simulated:
    """What came of the draws.

    ``possible``: some coalition reaches the quota. ``power``: each group's normalised Banzhaf
    share, exact in each draw. ``needed``: how often every winning coalition needs the group.
    ``reach``: for each set asked about, how often it governs.
    """

    draws: int
    possible: Estimate
    power: tuple[tuple[Group, Estimate], ...]
    needed: tuple[tuple[Group, Estimate], ...]
    reach: tuple[tuple[frozenset[str], Estimate], ...]


def simulate(
    game: Game,
    chances: Chances,
    *,
    draws: int,
    seed: int,
    sets: Iterable[Iterable[str]] = (),
) -> Simulated:
    """Draw chambers and answer in each of them; the same seed draws the same.

    A group that does not come (``joins``) is out of every coalition of its draw. Without any
    refusal all draws are worked on at once; with refusals, each chamber that differs once.
    Raises CoalitionError for fewer than two draws.
    """
    if draws < 2:
        raise CoalitionError("error bars need at least two draws; ask for some thousands.")
    asked = [frozenset(each) for each in sets]
    seats, refused = _draw(game, chances, draws, np.random.default_rng(seed))
    if game.is_free and not chances.refusals and len(game.groups) <= _MOST_GROUPS:
        power = banzhaf_shares(seats, game.quota)
        possible = (seats.sum(axis=1) >= game.quota).astype(float)
        others = seats.sum(axis=1, keepdims=True) - seats
        needed = ((others < game.quota) & (possible[:, None] > 0)).astype(float)
    else:
        possible, power, needed = _one_by_one(game, chances, seats, refused)
    reach = tuple(
        (each, _estimate(_governs(game, chances, each, seats, refused))) for each in asked
    )
    return Simulated(
        draws,
        _estimate(possible),
        _by_group(game, power),
        _by_group(game, needed),
        reach,
    )


def banzhaf_shares(seats: _Ints, quota: int) -> npt.NDArray[np.float64]:
    """Give the normalised Banzhaf index in each of many weighted games, from exact swing counts.

    ``seats`` is (draws, groups); so is the result, rows of noughts where nothing wins. Raises
    ValueError beyond sixty-two groups, where the counts would no longer be exact.
    """
    draws, groups = seats.shape
    if groups > _MOST_GROUPS:
        raise ValueError(f"swings of {groups} groups do not fit sixty-four bits")
    shares = np.zeros(seats.shape)
    step = max(_CELLS // quota, 1)
    for first in range(0, draws, step):
        here = seats[first : first + step]
        shares[first : first + step] = _shares(here, quota)
    return shares


def _shares(seats: _Ints, quota: int) -> npt.NDArray[np.float64]:
    """Count, a column a draw: sets by seats, then each group's swings by taking it out again."""
    counts = np.zeros((quota, len(seats)), dtype=np.int64)
    counts[0] = 1
    columns = np.arange(len(seats))
    for own in seats.T:
        counts = _add(counts, own, quota, columns)
    swings = np.empty(seats.shape)
    sums = np.empty((quota + 1, len(seats)), dtype=np.int64)
    sums[0] = 0
    np.cumsum(counts, axis=0, out=sums[1:])
    for group, own in enumerate(seats.T):
        swings[:, group] = _swings(sums, own, quota, columns)
    total = swings.sum(axis=1, keepdims=True)
    shares = np.zeros(seats.shape)
    np.divide(swings, total, out=shares, where=total > 0)
    return shares


def _add(counts: _Ints, own: _Ints, quota: int, columns: _Ints) -> _Ints:
    found = counts.copy()
    for seats in np.unique(own):
        where = columns[own == seats]
        if not seats:
            found[:, where] *= 2
        elif seats < quota:
            found[seats:, where] += counts[:-seats, where]
    return found


def _swings(sums: _Ints, own: _Ints, quota: int, columns: _Ints) -> _Ints:
    """Count the sets without a group whose seats lie within its own seats of the quota.

    With C the running sums over all groups, those without a group of w seats have running sums
    C(s) - C(s-w) + C(s-2w) - ...; the swings are the one below the quota less the one below the
    quota less w.
    """
    swings = np.zeros(len(columns), dtype=np.int64)
    for seats in np.unique(own):
        if not seats:
            continue
        where = columns[own == seats]
        below = np.zeros(len(where), dtype=np.int64)
        sign = 1
        for at in range(quota, 0, -int(seats)):
            below += sign * sums[at, where]
            sign = -sign
        before = np.zeros(len(where), dtype=np.int64)
        sign = 1
        for at in range(quota - int(seats), 0, -int(seats)):
            before += sign * sums[at, where]
            sign = -sign
        swings[where] = below - before
    return swings


def _draw(
    game: Game, chances: Chances, draws: int, chance: np.random.Generator
) -> tuple[_Ints, npt.NDArray[np.bool_]]:
    """Draw the seats that come, (draws, groups), and the refusals that hold, (draws, refusals)."""
    seats = np.empty((draws, len(game.groups)), dtype=np.int64)
    for index, group in enumerate(game.groups):
        figures = chances.seats.get(group.id)
        if figures is None:
            seats[:, index] = group.seats
        else:
            weights = np.array([float(each) for each in figures.values()])
            seats[:, index] = chance.choice(
                np.array(list(figures)), size=draws, p=weights / weights.sum()
            )
        if group.id in chances.joins:
            seats[chance.random(draws) >= float(chances.joins[group.id]), index] = 0
    refused = np.empty((draws, len(chances.refusals)), dtype=np.bool_)
    for index, likely in enumerate(chances.refusals.values()):
        refused[:, index] = chance.random(draws) < float(likely)
    return seats, refused


def _one_by_one(
    game: Game, chances: Chances, seats: _Ints, refused: npt.NDArray[np.bool_]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    known: dict[bytes, tuple[float, list[float], list[float]]] = {}
    rows = []
    pairs = list(chances.refusals)
    for own, holding in zip(seats, refused, strict=True):
        key = own.tobytes() + holding.tobytes()
        if key not in known:
            drawn = replace(
                game,
                groups=tuple(
                    replace(group, seats=int(each))
                    for group, each in zip(game.groups, own, strict=True)
                ),
                incompatible=game.incompatible
                | {pair for pair, holds in zip(pairs, holding, strict=True) if holds},
            )
            known[key] = _answer(drawn)
        rows.append(known[key])
    return (
        np.array([row[0] for row in rows]),
        np.array([row[1] for row in rows]),
        np.array([row[2] for row in rows]),
    )


def _answer(game: Game) -> tuple[float, list[float], list[float]]:
    index = banzhaf(game)
    needed = {group.id for group in needed_by_all(game)}
    return (
        float(count_winning(game) > 0),
        [float(index.of(group.id).share) for group in game.groups],
        [float(group.id in needed) for group in game.groups],
    )


def _governs(
    game: Game,
    chances: Chances,
    members: frozenset[str],
    seats: _Ints,
    refused: npt.NDArray[np.bool_],
) -> npt.NDArray[np.float64]:
    inside = [index for index, group in enumerate(game.groups) if group.id in members]
    stands = seats[:, inside].sum(axis=1) >= game.quota
    for index, pair in enumerate(chances.refusals):
        if pair <= members:
            stands &= ~refused[:, index]
    holds: npt.NDArray[np.float64] = stands.astype(np.float64)
    return holds if game.allows(members) else np.zeros(len(seats))


def _by_group(game: Game, values: npt.NDArray[np.float64]) -> tuple[tuple[Group, Estimate], ...]:
    return tuple((group, _estimate(values[:, index])) for index, group in enumerate(game.groups))


def _estimate(values: npt.NDArray[np.float64]) -> Estimate:
    return Estimate(float(values.mean()), float(values.std(ddof=1)) / sqrt(len(values)))
