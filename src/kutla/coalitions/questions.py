"""What people ask of a game: what a set lacks, who would do, what would have to give."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

from kutla.coalitions.counting import count_minimal_winning, count_winning, needed_by_all
from kutla.coalitions.game import Coalition, Game, Group, by_seats, coalition_of
from kutla.coalitions.listing import enumerate_coalitions
from kutla.coalitions.ranking import MEMBERS, SURPLUS, Broken
from kutla.errors import CoalitionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def lacks(game: Game, members: Iterable[str]) -> int:
    """Count the seats that ``members`` are short of the quota; zero where they reach it."""
    return max(game.quota - game.seats(members), 0)


def partners_for(
    game: Game, members: Iterable[str], *, most: int = 2, limit: int | None = None
) -> tuple[tuple[Group, ...], ...]:
    """Find who, added to ``members``, makes a winning coalition.

    Additions of one group come first, then of two (up to ``most``), of which neither alone would
    do; within a number the least surplus first. None where ``members`` win already.
    """
    chosen = frozenset(members)
    if game.wins(chosen):
        return ()
    short = game.quota - game.seats(chosen)
    others = by_seats(group for group in game.groups if group.id not in chosen)
    found: list[tuple[Group, ...]] = []
    for number in range(1, most + 1):
        reaching = [
            added
            for added in combinations(others, number)
            if sum(group.seats for group in added) >= short
            and not any(set(smaller) <= set(added) for smaller in found)
            and game.allows(chosen | {group.id for group in added})
        ]
        reaching.sort(key=lambda added: sum(group.seats for group in added))
        found += reaching
    return tuple(found[:limit])


@dataclass(frozen=True, slots=True)
class Lifting:
    """The refusals that would have to go, and the coalition that could then form."""

    refusals: tuple[frozenset[str], ...]
    coalition: Coalition


def what_lifts(game: Game, members: Iterable[str] = (), *, exactly: bool = False) -> Lifting:
    """Find the fewest refusals to lift so that ``members`` can be part of a winning coalition.

    With ``exactly`` it is about these members and nobody else. Raises CoalitionError where no
    lifting helps, since the seats do not reach or another rule forbids it.
    """
    chosen = frozenset(members)
    if exactly:
        freed = replace(game, incompatible=frozenset())
        return Lifting(_broken(game, chosen), coalition_of(freed, chosen))
    freed = replace(game, incompatible=frozenset(), must=game.must | chosen)
    yardsticks = (Broken(game.incompatible), MEMBERS, SURPLUS)
    for coalition in enumerate_coalitions(freed, by=yardsticks, limit=1):
        return Lifting(_broken(game, coalition.ids), coalition)
    names = ", ".join(group.label for group in by_seats(map(game.group, chosen))) or "anybody"
    raise CoalitionError(
        f"no coalition with {names} reaches {game.quota} seats even with every refusal lifted."
    )


def _broken(game: Game, members: frozenset[str]) -> tuple[frozenset[str], ...]:
    return tuple(sorted((each for each in game.incompatible if each <= members), key=sorted))


@dataclass(frozen=True, slots=True)
class Outlook:
    """How a game stands, in a few numbers."""

    winning: int
    minimal: int
    needed_by_all: tuple[Group, ...]


def outlook(game: Game) -> Outlook:
    """Count the winning and minimal winning coalitions and say whom all of them need."""
    return Outlook(count_winning(game), count_minimal_winning(game), needed_by_all(game))


@dataclass(frozen=True, slots=True)
class Flip:
    """What changes when one contested figure takes its other value.

    ``gained`` and ``lost`` are the best minimal winning coalitions that are there only with the
    other figure, and only with the leading one.
    """

    group: Group
    seats: int
    before: Outlook
    after: Outlook
    gained: tuple[Coalition, ...]
    lost: tuple[Coalition, ...]

    @property
    def changes_anything(self) -> bool:
        """Whether any winning set is gained or lost."""
        return bool(self.gained or self.lost or self.before.winning != self.after.winning)


def flips(
    game: Game, contested: Mapping[str, Sequence[int]], *, limit: int = 10
) -> tuple[Flip, ...]:
    """Replay the game with each other value of each contested figure, one at a time.

    ``contested`` gives the other seat counts by group id.
    """
    before = outlook(game)
    found = []
    for group_id, values in contested.items():
        for seats in values:
            other = game.with_seats(group_id, seats)
            found.append(
                Flip(
                    game.group(group_id),
                    seats,
                    before,
                    outlook(other),
                    gained=_only_in(other, game, limit),
                    lost=_only_in(game, other, limit),
                )
            )
    return tuple(found)


def _only_in(here: Game, there: Game, limit: int) -> tuple[Coalition, ...]:
    """Find the best coalitions that win here and not there.

    Such a set holds a group that has grown and has less to spare than the growth.
    """
    grown = {each for each, seats in here.seats_of.items() if seats > there.seats_of[each]}
    if not grown or grown & here.must_not:
        return ()
    growth = sum(here.seats_of[each] - there.seats_of[each] for each in grown)
    try:
        having = here.having(*grown)
    except CoalitionError:  # it refuses somebody who must be in
        return ()
    found: list[Coalition] = []
    for coalition in enumerate_coalitions(having, by=(SURPLUS, MEMBERS), minimal=False, limit=None):
        if coalition.surplus >= growth or len(found) == limit:
            break
        found.append(coalition)
    return tuple(found)
