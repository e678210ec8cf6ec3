"""Who matters, exactly: Banzhaf, Shapley–Shubik, Deegan–Packel, Holler–Packel, Johnston.

Under vetoes an index has two meanings, and an answer says which it is:

* ``Meaning.FEASIBLE``: count the swings within feasible coalitions: sets that may form, reach the
  quota, and fall short of it without the group's seats;
* ``Meaning.RESTRICTED``: play the restricted game, in which any set wins that *contains* a
  feasible winning one; its Shapley–Shubik index sums to one by itself.

Without rules the two agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import factorial
from typing import TYPE_CHECKING

from kutla.coalitions.counting import minimal_by_size, minimal_with, minimal_with_by_size
from kutla.coalitions.diagram import diagrams_of
from kutla.coalitions.multilinear import pivotal_shares
from kutla.coalitions.swings import pivots, swings_by_size

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kutla.coalitions.game import Game, Group


class Meaning(StrEnum):
    """What an index counts where some groups will not sit together."""

    FEASIBLE = "feasible"
    RESTRICTED = "restricted"


@dataclass(frozen=True, slots=True)
class Power:
    """One group's power: ``raw`` by the index's own formula, ``share`` scaled to sum to one."""

    group: Group
    raw: Fraction
    share: Fraction


@dataclass(frozen=True, slots=True)
class PowerIndex:
    """An index over all groups, most powerful first."""

    name: str
    meaning: Meaning
    powers: tuple[Power, ...]

    def of(self, group_id: str) -> Power:
        """Give one group's power; raises ValueError for an unknown id."""
        for power in self.powers:
            if power.group.id == group_id:
                return power
        raise ValueError(f"no group {group_id!r} is in the game")


def banzhaf(game: Game, *, meaning: Meaning = Meaning.FEASIBLE) -> PowerIndex:
    """Banzhaf: ``raw`` is the absolute index (swings over 2^(n-1)), ``share`` the normalised."""
    ways = 1 << max(len(game.groups) - 1, 0)
    swings = _swings(game, meaning, with_sizes=game.max_members is not None)
    return _index(
        "Banzhaf", meaning, game, {each: Fraction(sum(own), ways) for each, own in swings.items()}
    )


def shapley_shubik(
    game: Game, *, meaning: Meaning = Meaning.FEASIBLE, exact: bool = True
) -> PowerIndex:
    """Shapley–Shubik: share of the orders of arrival in which the group is pivotal.

    In the feasible meaning ``raw`` sums to less than one (most orders pass through a set that may
    not form) and ``share`` is conditioned on the orders that count. With ``exact=False`` a game
    without rules is worked out in floating point, right to about 1e-12 and much faster beyond a
    hundred groups; a game with rules is always exact.
    """
    if not exact and game.is_free:
        shares = pivotal_shares([group.seats for group in game.groups], game.quota)
        floats = {group.id: Fraction(shares[group.seats]) for group in game.groups}
        return _index("Shapley–Shubik", meaning, game, floats)
    number = len(game.groups)
    weights = [
        Fraction(factorial(size - 1) * factorial(number - size), factorial(number))
        if size
        else Fraction(0)
        for size in range(number + 1)
    ]
    swings = _swings(game, meaning, with_sizes=True)
    raw = {
        each: sum(
            (weight * count for weight, count in zip(weights, own, strict=True)), start=Fraction(0)
        )
        for each, own in swings.items()
    }
    return _index("Shapley–Shubik", meaning, game, raw)


def deegan_packel(game: Game) -> PowerIndex:
    """Deegan–Packel: each minimal winning coalition is as likely, and shared equally."""
    total = sum(minimal_by_size(game)) or 1
    raw = {}
    for group, own in minimal_with_by_size(game):
        shares = (Fraction(count, size) for size, count in enumerate(own) if size and count)
        raw[group.id] = sum(shares, start=Fraction(0)) / total
    return _index("Deegan–Packel", Meaning.FEASIBLE, game, raw)


def holler_packel(game: Game) -> PowerIndex:
    """Holler–Packel (public good): the minimal winning coalitions that the group is in."""
    raw = {group.id: Fraction(count) for group, count in minimal_with(game)}
    return _index("Holler–Packel", Meaning.FEASIBLE, game, raw)


def johnston(game: Game, *, meaning: Meaning = Meaning.FEASIBLE) -> PowerIndex:
    """Johnston: each winning coalition is shared by those who are critical in it."""
    diagrams = diagrams_of(game)
    critical = diagrams.swinging if meaning is Meaning.FEASIBLE else diagrams.pivoting
    families = {group.id: critical(group.id) for group in game.groups}
    raw = {
        each: sum((Fraction(count, number) for number, count in own.items()), start=Fraction(0))
        for each, own in diagrams.shared(families).items()
    }
    return _index("Johnston", meaning, game, raw)


def _swings(game: Game, meaning: Meaning, *, with_sizes: bool) -> Mapping[str, list[int]]:
    if meaning is Meaning.FEASIBLE or game.is_free:
        return swings_by_size(game, with_sizes=with_sizes)
    diagrams = diagrams_of(game)
    return pivots(diagrams.flat(diagrams.upward), with_sizes=with_sizes)


def _index(name: str, meaning: Meaning, game: Game, raw: Mapping[str, Fraction]) -> PowerIndex:
    total = sum(raw.values(), start=Fraction(0))
    powers = [
        Power(group, raw[group.id], raw[group.id] / total if total else Fraction(0))
        for group in game.groups
    ]
    powers.sort(key=lambda power: (-power.raw, -power.group.seats, power.group.label))
    return PowerIndex(name, meaning, tuple(powers))
