"""What tells one potential government from another: the standard features of the literature.

Martin and Stevenson 2001; Glasgow, Golder and Golder 2012; incumbency after Diermeier and Merlo.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kutla.errors import TooManyGroupsError

if TYPE_CHECKING:
    import numpy.typing as npt

MOST_PARTIES = 14
FEATURES: tuple[str, ...] = (
    "minority",
    "minimal winning",
    "minimal winning with the largest",
    "number of parties",
    "single party",
    "share of seats",
    "distance of the share from one half",
    "largest party in it",
    "second party in it",
    "median party in it",
    "left-right range",
    "range of a minority",
    "distance from the median",
    "party of the last prime minister in it",
    "the last cabinet again",
    "overlap with the last cabinet",
    "seats of the last cabinet kept",
)


@dataclass(frozen=True, slots=True)
class Chances:
    """A chamber before a government is formed, party by party.

    ``left_right`` runs from 0 to 10; ``governed`` says who sat in the last cabinet and ``led``
    whose prime minister it was.
    """

    seats: tuple[int, ...]
    left_right: tuple[float, ...]
    governed: tuple[bool, ...]
    led: tuple[bool, ...]
    quota: int

    def __post_init__(self) -> None:
        lengths = {len(self.seats), len(self.left_right), len(self.governed), len(self.led)}
        if len(lengths) != 1 or not self.seats:
            raise ValueError("every party has seats, a place, and whether it governed and led")


def potential_governments(number: int) -> npt.NDArray[np.bool_]:
    """Give every non-empty set of ``number`` parties, one a row; row i has the bits of i + 1."""
    if number > MOST_PARTIES:
        raise TooManyGroupsError(
            f"{number} parties make 2^{number} potential governments; a forecast looks at "
            f"{MOST_PARTIES} parties at most: leave out the smallest, or join those that sit together."
        )
    rows = np.arange(1, 1 << number, dtype=np.uint32)
    return (rows[:, None] >> np.arange(number, dtype=np.uint32) & 1).astype(bool)


def measure(chances: Chances) -> npt.NDArray[np.float64]:
    """Measure every potential government; one row each, one column a feature."""
    sets = potential_governments(len(chances.seats))
    seats = np.array(chances.seats, dtype=np.float64)
    places = np.array(chances.left_right, dtype=np.float64)
    governed = np.array(chances.governed, dtype=bool)
    led = np.array(chances.led, dtype=bool)
    total = seats.sum()
    held = sets @ seats
    wins = held >= chances.quota
    smallest = np.where(sets, seats, np.inf).min(axis=1)
    minimal = wins & (held - smallest < chances.quota)
    order = np.argsort(-seats, kind="stable")
    largest = sets[:, order[0]]
    second = sets[:, order[1]] if len(order) > 1 else np.zeros(len(sets), dtype=bool)
    median = median_party(chances)
    top = np.where(sets, places, -np.inf).max(axis=1)
    bottom = np.where(sets, places, np.inf).min(axis=1)
    width = (top - bottom) / 10
    centre = (sets @ (seats * places)) / np.maximum(held, 1)
    share = held / total
    both = sets[:, governed].sum(axis=1)
    either = sets.sum(axis=1) + governed.sum() - both
    kept = sets[:, governed] @ seats[governed] / max(seats[governed].sum(), 1.0)
    again = (sets == governed).all(axis=1)
    columns = (
        ~wins,
        minimal,
        minimal & largest,
        sets.sum(axis=1),
        sets.sum(axis=1) == 1,
        share,
        np.abs(share - 0.5),
        largest,
        second,
        sets[:, median],
        width,
        width * ~wins,
        np.abs(centre - places[median]) / 10,
        sets[:, led].any(axis=1),
        again,
        both / np.maximum(either, 1),
        kept,
    )
    return np.stack([np.asarray(column, dtype=np.float64) for column in columns], axis=1)


def median_party(chances: Chances) -> int:
    """Give the index of the party that holds the median seat from left to right."""
    order = sorted(range(len(chances.seats)), key=lambda index: chances.left_right[index])
    passed = 0
    for index in order:
        passed += chances.seats[index]
        if 2 * passed >= sum(chances.seats):
            return index
    return order[-1]
