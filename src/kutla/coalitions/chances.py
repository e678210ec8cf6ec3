"""Seats, memberships and refusals that are not sure: chances of reaching the quota, exactly.

Each figure, each membership and each refusal is taken to be independent of the others. Chances
may be fractions, and then every answer is one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kutla.coalitions.game import Game

    Chance = Fraction | float


@dataclass(frozen=True, slots=True)
class Chances:
    """What is not sure about a game.

    * ``seats``: by group id, the chance of each seat count (they sum to one);
    * ``joins``: the chance that a group comes when it is asked (sure if it is not named);
    * ``refusals``: the chance that a set of groups will not sit together.
    """

    seats: Mapping[str, Mapping[int, Chance]] = field(default_factory=dict)
    joins: Mapping[str, Chance] = field(default_factory=dict)
    refusals: Mapping[frozenset[str], Chance] = field(default_factory=dict)

    def __post_init__(self) -> None:
        every: list[Chance] = [*self.joins.values(), *self.refusals.values()]
        for each, figures in self.seats.items():
            every += figures.values()
            if abs(float(sum(figures.values())) - 1) > 1e-9:
                raise ValueError(f"the chances of {each}'s seats do not sum to one")
            if any(seats < 0 for seats in figures):
                raise ValueError(f"{each} cannot hold fewer than no seats")
        if any(not 0 <= float(chance) <= 1 for chance in every):
            raise ValueError("a chance lies between nought and one")


@dataclass(frozen=True, slots=True)
class Reach:
    """What may come of a set of groups: by its size, and whether it stands."""

    sizes: Mapping[int, Chance]
    """The chance of each number of seats, all refusals aside."""
    reaches: Chance
    """The chance that its seats reach the quota."""
    holds: Chance
    """The chance that none of its members refuses another."""

    @property
    def governs(self) -> Chance:
        """The chance of both."""
        return self.reaches * self.holds

    @property
    def expected(self) -> Chance:
        """The number of seats to be expected."""
        return sum((seats * chance for seats, chance in self.sizes.items()), start=Fraction(0))


def reach_of(game: Game, members: Iterable[str], chances: Chances) -> Reach:
    """Work out what a set of groups may come to; raises ValueError for an unknown group.

    Rules of the game that are sure to be broken make ``holds`` nought.
    """
    chosen = frozenset(members)
    game.seats(chosen)
    sizes: dict[int, Chance] = {0: Fraction(1)}
    for each in sorted(chosen):
        sizes = _convolve(sizes, _own(game, each, chances))
    reaches: Chance = sum(
        (chance for seats, chance in sizes.items() if seats >= game.quota), start=Fraction(0)
    )
    holds: Chance = Fraction(1) if game.allows(chosen) else Fraction(0)
    for refusal, chance in chances.refusals.items():
        if refusal <= chosen and refusal not in game.incompatible:
            holds *= 1 - chance
    return Reach(dict(sorted(sizes.items())), reaches, holds)


def _own(game: Game, group_id: str, chances: Chances) -> dict[int, Chance]:
    """Give the chance of each number of seats a group brings, none where it does not come."""
    figures = chances.seats.get(group_id, {game.seats_of[group_id]: Fraction(1)})
    comes = chances.joins.get(group_id, Fraction(1))
    own: dict[int, Chance] = {}
    for seats, chance in figures.items():
        own[seats] = own.get(seats, Fraction(0)) + chance * comes
    if comes != 1:
        own[0] = own.get(0, Fraction(0)) + 1 - comes
    return own


def _convolve(one: Mapping[int, Chance], other: Mapping[int, Chance]) -> dict[int, Chance]:
    sums: dict[int, Chance] = {}
    for first, chance in one.items():
        for second, beside in other.items():
            sums[first + second] = sums.get(first + second, Fraction(0)) + chance * beside
    return sums
