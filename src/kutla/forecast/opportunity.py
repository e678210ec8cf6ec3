"""A chamber before a government is formed, and what its country did before."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from kutla.errors import TooManyGroupsError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    Numbers = npt.NDArray[np.float64]
    Bits = npt.NDArray[np.bool_]

MOST_PARTIES = 14
"""Up to here every set of parties is looked at; beyond, ``plausible`` chooses."""
CAUSES: tuple[str, ...] = ("prime minister left", "coalition broke", "lost in parliament")
"""Why the last cabinet ended, where that is known; all else is the empty string."""
HALF_LIFE = 12.0
"""Years after which a past cabinet counts half."""


@dataclass(frozen=True, slots=True)
class PastCabinet:
    """A cabinet that governed: when it began (in years), who sat in it, and the chamber of then.

    ``seats`` are the chamber's by party id, ``total`` its size; ``ended`` is one of ``CAUSES`` or
    the empty string.
    """

    began: float
    parties: frozenset[str]
    led_by: str | None = None
    seats: Mapping[str, int] = field(default_factory=dict)
    total: int = 0
    is_caretaker: bool = False
    ended: str = ""
    election: str = ""


@dataclass(frozen=True, slots=True)
class Opportunity:
    """A formation opportunity.

    Parties are given by ``ids``, most seats first; ``left_right`` (0 to 10) is None where nobody
    has placed a party; ``family`` is ParlGov's short name or empty; ``before`` are the shares of
    seats in the chamber before, None where unknown. ``past`` is oldest first and ends with the
    cabinet that is to be replaced. Nothing in it may be later than ``year``.
    """

    ids: tuple[str, ...]
    seats: tuple[int, ...]
    total: int
    quota: int
    year: float
    left_right: tuple[float | None, ...]
    family: tuple[str, ...] = ()
    before: tuple[float | None, ...] = ()
    past: tuple[PastCabinet, ...] = ()
    after_election: bool = True

    def __post_init__(self) -> None:
        lengths = {len(self.ids), len(self.seats), len(self.left_right)}
        lengths |= {len(each) for each in (self.family, self.before) if each}
        if len(lengths) != 1 or not self.ids:
            raise ValueError("every party has an id, seats and a place (which may be None)")

    @property
    def last(self) -> PastCabinet | None:
        """The cabinet that is to be replaced."""
        return self.past[-1] if self.past else None

    @property
    def share(self) -> Numbers:
        """Share of the chamber's seats, a party each."""
        return np.array(self.seats, dtype=np.float64) / self.total

    @property
    def gain(self) -> Numbers:
        """Share of seats won since the election before; 0 where that is unknown."""
        before = self.before or (None,) * len(self.ids)
        now = self.share
        return np.array(
            [0.0 if was is None else is_ - was for is_, was in zip(now, before, strict=True)]
        )

    @property
    def governed(self) -> Bits:
        """Who sat in the last cabinet."""
        sat = self.last.parties if self.last else frozenset[str]()
        return np.array([each in sat for each in self.ids])

    @property
    def led(self) -> Bits:
        """Whose prime minister the last one was."""
        led_by = self.last.led_by if self.last else None
        return np.array([each == led_by for each in self.ids])

    @property
    def is_placed(self) -> bool:
        """Whether places from left to right are known for nearly all seats (nine tenths)."""
        placed = [
            seats
            for seats, place in zip(self.seats, self.left_right, strict=True)
            if place is not None
        ]
        return sum(placed) >= 0.9 * sum(self.seats)

    def places(self) -> Numbers:
        """Places from left to right; the unplaced stand at the seats' mean of the placed."""
        known = [
            (place, seats)
            for place, seats in zip(self.left_right, self.seats, strict=True)
            if place is not None
        ]
        held = sum(seats for _, seats in known)
        mean = sum(place * seats for place, seats in known) / held if held else 5.0
        return np.array([mean if place is None else place for place in self.left_right])


@dataclass(frozen=True, slots=True)
class Record:
    """What a country's past says, recent cabinets counting more (half after ``HALF_LIFE`` years).

    A party each: ``part`` is how often it governed while it had seats, ``led`` how often it led;
    ``newness`` whether it never sat before, ``outsider`` whether it hardly ever governed.
    ``ties`` (parties × parties) are how often two governed together of the times the rarer did;
    ``sets`` the weights of earlier cabinets, by bits. The rates are of hung parliaments, pulled
    towards those of all countries.
    """

    part: Numbers
    led: Numbers
    newness: Bits
    outsider: Bits
    longout: Bits
    ties: Numbers
    sets: tuple[tuple[tuple[int, ...], float], ...]
    minority: float
    surplus: float
    single: float
    again: float
    largest: float
    size: float


_PULL = 2.0


def read_record(chance: Opportunity) -> Record:
    """Count the past of an opportunity."""
    number = len(chance.ids)
    place = {each: index for index, each in enumerate(chance.ids)}
    sat, governed, led = np.zeros(number), np.zeros(number), np.zeros(number)
    together = np.zeros((number, number))
    sets: dict[tuple[int, ...], float] = {}
    rates = dict.fromkeys(
        ("cases", "minority", "surplus", "single", "again", "largest", "size"), 0.0
    )
    earlier: PastCabinet | None = None
    for each in chance.past:
        weight = 0.5 ** ((chance.year - each.began) / HALF_LIFE)
        for party, index in place.items():
            if each.seats.get(party, 0) > 0:
                sat[index] += weight
                governed[index] += weight * (party in each.parties)
                led[index] += weight * (party == each.led_by)
        inside = tuple(sorted(place[party] for party in each.parties if party in place))
        together[np.ix_(inside, inside)] += weight
        if inside and len(inside) == len(each.parties):
            sets[inside] = sets.get(inside, 0.0) + weight
        for name, value in _rates(each, earlier).items():
            rates[name] += weight * value
        earlier = each
    shown = np.diag(together).copy()
    ties = together / (np.minimum.outer(shown, shown) + 1.5)
    np.fill_diagonal(ties, 0.0)

    def rate(name: str, usual: float) -> float:
        return (rates[name] + _PULL * usual) / (rates["cases"] + _PULL)

    return Record(
        part=(governed + _PULL * 0.4) / (sat + _PULL),
        led=(led + 0.5 * chance.share + 0.02) / (sat + 1.0),
        newness=sat < 1e-9,
        outsider=governed < 0.05,
        longout=(sat > 0.5) & (governed < 0.02),
        ties=ties,
        sets=tuple(sets.items()),
        minority=rate("minority", 0.35),
        surplus=rate("surplus", 0.2),
        single=rate("single", 0.2),
        again=rate("again", 0.35),
        largest=rate("largest", 0.75),
        size=rate("size", 2.3),
    )


def _rates(one: PastCabinet, earlier: PastCabinet | None) -> dict[str, float]:
    """Give what one past cabinet adds to the rates; nothing where a party had a majority alone."""
    if not one.seats or not one.total or 2 * max(one.seats.values()) > one.total:
        return {}
    held = [one.seats.get(each, 0) for each in one.parties]
    is_minority = 2 * sum(held) <= one.total
    return {
        "cases": 1.0,
        "minority": is_minority,
        "surplus": not is_minority and 2 * (sum(held) - min(held, default=0)) > one.total,
        "single": len(one.parties) == 1,
        "again": earlier is not None and earlier.parties == one.parties,
        "largest": max(one.seats, key=lambda each: one.seats[each]) in one.parties,
        "size": len(one.parties),
    }


def potential_governments(number: int) -> Bits:
    """Give every non-empty set of ``number`` parties, one a row; row i has the bits of i + 1."""
    if number > MOST_PARTIES:
        raise TooManyGroupsError(
            f"{number} parties make 2^{number} potential governments; all of them are looked at "
            f"only up to {MOST_PARTIES} parties: ask plausible_governments for those that matter."
        )
    rows = np.arange(1, 1 << number, dtype=np.uint32)
    return (rows[:, None] >> np.arange(number, dtype=np.uint32) & 1).astype(bool)


def row_of(members: Bits, sets: Bits) -> int | None:
    """Give the row of a set of parties, None where it is not among the sets."""
    found = np.flatnonzero((sets == members).all(axis=1))
    return int(found[0]) if len(found) else None
