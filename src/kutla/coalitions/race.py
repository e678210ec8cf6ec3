"""Two rival blocs that court the same lists: who can get there, and whose choice decides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from kutla.coalitions.counting import count_winning
from kutla.coalitions.game import Game, Group, by_seats, coalition_of
from kutla.coalitions.listing import enumerate_coalitions
from kutla.errors import CoalitionError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kutla.coalitions.game import Coalition


@dataclass(frozen=True, slots=True)
class Contender:
    """One bloc of a race.

    ``ways`` counts in how many of the possible allocations of the undecided it wins;
    ``share`` is that as a share of all. ``best`` are its nearest minimal winning coalitions.
    """

    members: tuple[Group, ...]
    seats: int
    lacks: int
    ways: int
    share: Fraction
    best: tuple[Coalition, ...]


@dataclass(frozen=True, slots=True)
class Swing:
    """How much one undecided list matters: each bloc's share of wins with it, and without it."""

    group: Group
    first: tuple[Fraction, Fraction]
    second: tuple[Fraction, Fraction]

    @property
    def weight(self) -> Fraction:
        """The two differences added up: nought where the list decides nothing."""
        return sum(
            (with_it - without for with_it, without in (self.first, self.second)), Fraction(0)
        )


@dataclass(frozen=True, slots=True)
class Race:
    """The race; ``allocations`` counts the ways in which the undecided may go.

    Each undecided list joins the first bloc, the second or neither, as the refusals let it, and
    each way counts the same: this is arithmetic, not a forecast.
    """

    first: Contender
    second: Contender
    allocations: int
    neither: Fraction
    swings: tuple[Swing, ...]


def race(game: Game, first: Iterable[str], second: Iterable[str], *, best: int = 5) -> Race:
    """Set two blocs against each other over everybody else.

    Raises CoalitionError where they share a list or a bloc cannot sit together by itself.
    """
    cores = (frozenset(first), frozenset(second))
    if not all(cores):
        raise CoalitionError("a race is between two blocs; name at least one list on each side.")
    if shared := cores[0] & cores[1]:
        names = ", ".join(sorted(game.label(each) for each in shared))
        raise CoalitionError(f"{names} cannot run on both sides of a race; leave it out of one.")
    for core in cores:
        if broken := game.broken_rules(core | game.must):
            raise CoalitionError(f"a bloc of the race cannot sit together: {'; '.join(broken)}.")
    lanes = _lanes(game, cores)
    everything = count_winning(_scored(lanes, game, None))
    wins = [count_winning(_scored(lanes, game, side)) for side in (0, 1)]
    contenders = tuple(
        _contender(game.without(*rival), core, won, everything, best)
        for core, rival, won in zip(cores, cores[::-1], wins, strict=True)
    )
    undecided = [each for each in game.groups if each.id not in cores[0] | cores[1]]
    swings = [_swing(lanes, game, group) for group in undecided if group.id not in game.must_not]
    swings.sort(key=lambda swing: (-swing.weight, -swing.group.seats, swing.group.label))
    neither = Fraction(everything - sum(wins), everything)
    return Race(contenders[0], contenders[1], everything, neither, tuple(swings))


def _contender(game: Game, core: frozenset[str], won: int, everything: int, best: int) -> Contender:
    members = by_seats(map(game.group, core))
    seats = game.seats(core)
    having = game.having(*core)
    nearest = tuple(enumerate_coalitions(having, limit=best))
    if game.wins(core):
        nearest = (coalition_of(game, core),)
    lacking = max(game.quota - seats, 0)
    return Contender(members, seats, lacking, won, Fraction(won, everything), nearest)


def _lane(group_id: str, side: int) -> str:
    return f"{group_id}@{side}"


def _lanes(game: Game, cores: tuple[frozenset[str], frozenset[str]]) -> Game:
    """Make the game of both blocs at once: each list stands in it once a side, with no seats."""
    groups, refusals, out = [], set(), set(game.must_not)
    for group in game.groups:
        groups += [replace(group, id=_lane(group.id, side)) for side in (0, 1)]
        refusals.add(frozenset({_lane(group.id, 0), _lane(group.id, 1)}))
    for refusal in game.incompatible:
        refusals |= {frozenset(_lane(each, side) for each in refusal) for side in (0, 1)}
    only_if = tuple((_lane(a, side), _lane(b, side)) for a, b in game.only_if for side in (0, 1))
    together = tuple(
        frozenset(_lane(each, side) for each in block) for block in game.together for side in (0, 1)
    )
    core = frozenset(_lane(each, side) for side in (0, 1) for each in cores[side])
    return Game(
        tuple(groups),
        1,
        incompatible=frozenset(refusals),
        must=core,
        must_not=frozenset(_lane(each, side) for each in out for side in (0, 1)),
        only_if=only_if,
        together=together,
    )


def _scored(lanes: Game, game: Game, side: int | None) -> Game:
    """Give the lanes the seats of one side and the quota; without a side all allocations win."""
    seats = (
        {_lane(each, side): own for each, own in game.seats_of.items()} if side is not None else {}
    )
    groups = tuple(replace(group, seats=seats.get(group.id, 0)) for group in lanes.groups)
    if side is None:
        anybody = next(iter(lanes.must))
        groups = tuple(
            replace(group, seats=1) if group.id == anybody else group for group in groups
        )
        return replace(lanes, groups=groups, quota=1)
    return replace(lanes, groups=groups, quota=game.quota)


def _swing(lanes: Game, game: Game, group: Group) -> Swing:
    shares = []
    for side in (0, 1):
        lane = _lane(group.id, side)
        with_it = _share(lanes, game, side, having=lane)
        shares.append((with_it, _share(lanes, game, side, lacking=lane)))
    return Swing(group, shares[0], shares[1])


def _share(
    lanes: Game, game: Game, side: int, *, having: str | None = None, lacking: str | None = None
) -> Fraction:
    try:
        held = lanes.having(having) if having else lanes.without(lacking or "")
    except CoalitionError:  # it refuses somebody of that bloc's core
        return Fraction(0)
    ways = count_winning(_scored(held, game, None))
    return Fraction(count_winning(_scored(held, game, side)), ways) if ways else Fraction(0)
