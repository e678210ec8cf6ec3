"""What people ask of a game: what a set lacks, who would do, what would have to give."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations, islice
from typing import TYPE_CHECKING

from kutla.coalitions.counting import (
    count_minimal_winning,
    count_winning,
    minimal_with_inside,
    needed_by_all,
)
from kutla.coalitions.game import Coalition, Game, Group, by_seats, coalition_of
from kutla.coalitions.listing import enumerate_coalitions
from kutla.coalitions.ranking import MEMBERS, SURPLUS, Broken, Steps, Sum
from kutla.errors import CoalitionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


def lacks(game: Game, members: Iterable[str]) -> int:
    """Count the seats that ``members`` are short of the quota; zero where they reach it."""
    return max(game.quota - game.seats(members), 0)


def lacks_of_each(game: Game, members: Iterable[str]) -> dict[str, int]:
    """Count what ``members`` are short of by quota: "seats" first, then each further one."""
    chosen = frozenset(members)
    short = {"seats": lacks(game, chosen)}
    short |= {each.name: max(each.quota - each.reached(chosen), 0) for each in game.also}
    return short


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
    others = by_seats(group for group in game.groups if group.id not in chosen)
    found: list[tuple[Group, ...]] = []
    for number in range(1, most + 1):
        reaching = [
            added
            for added in combinations(others, number)
            if not any(set(smaller) <= set(added) for smaller in found)
            and game.wins(chosen | {group.id for group in added})
        ]
        reaching.sort(key=lambda added: sum(group.seats for group in added))
        found += reaching
    return tuple(found[:limit])


@dataclass(frozen=True, slots=True)
class Partner:
    """What somebody brings to a group: how many ways to govern open with both in."""

    group: Group
    minimal: int
    """Minimal winning coalitions that hold both."""
    best: Coalition


def best_partners(game: Game, member: str, *, limit: int | None = 10) -> tuple[Partner, ...]:
    """Rank the others by in how many of ``member``'s minimal winning coalitions they are.

    Equals are ordered by seats. Those with whom there is no such coalition are left out.
    """
    with_both = minimal_with_inside(game, member)
    ranked = sorted(
        ((group, count) for group, count in with_both if count and group.id != member),
        key=lambda found: (-found[1], -found[0].seats, found[0].label),
    )
    return tuple(
        Partner(group, count, next(_minimal_holding(game, member, group.id)))
        for group, count in ranked[:limit]
    )


def _minimal_holding(game: Game, *members: str) -> Iterator[Coalition]:
    wanted = frozenset(members)
    every = enumerate_coalitions(game, by=(_missing(wanted), MEMBERS, SURPLUS), limit=None)
    return (coalition for coalition in every if wanted <= coalition.ids)


def _missing(wanted: frozenset[str]) -> Sum:
    """Cost a coalition for every member that is not wanted, so that the wanted come first."""
    return Sum("others", lambda group: int(group.id not in wanted))


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
    raise CoalitionError(
        f"no coalition with {_names(game, chosen)} reaches {game.quota} seats even with every "
        "refusal lifted."
    )


def _broken(game: Game, members: frozenset[str]) -> tuple[frozenset[str], ...]:
    return tuple(sorted((each for each in game.incompatible if each <= members), key=sorted))


@dataclass(frozen=True, slots=True)
class Change:
    """The fewest steps from a set that cannot govern to one that can."""

    lifted: tuple[frozenset[str], ...]
    """Refusals to be given up."""
    added: tuple[Group, ...]
    """Groups to be won over."""
    coalition: Coalition

    @property
    def steps(self) -> int:
        """How many things have to change."""
        return len(self.lifted) + len(self.added)


def smallest_changes(game: Game, members: Iterable[str], *, limit: int = 5) -> tuple[Change, ...]:
    """Find the fewest steps (a refusal lifted, a group won over) that let ``members`` govern.

    Fewest steps first, then fewest refusals, then least surplus. Raises CoalitionError where no
    such change helps.
    """
    chosen = frozenset(members)
    freed = replace(game, incompatible=frozenset(), must=game.must | chosen)
    steps = Steps(game.incompatible, chosen)
    found = tuple(
        Change(
            _broken(game, coalition.ids),
            tuple(group for group in coalition.members if group.id not in chosen),
            coalition,
        )
        for coalition in enumerate_coalitions(
            freed, by=(steps, Broken(game.incompatible), SURPLUS), limit=limit, minimal=False
        )
    )
    if not found:
        raise CoalitionError(
            f"no coalition with {_names(game, chosen)} wins even with every refusal lifted."
        )
    return found


def _names(game: Game, members: Iterable[str]) -> str:
    return ", ".join(group.label for group in by_seats(map(game.group, members))) or "anybody"


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


def only_in(
    here: Game, there: Game, *, limit: int = 10, most: int = 20_000
) -> tuple[Coalition, ...]:
    """Find the best minimal winning coalitions of one game that do not win in another.

    Groups are the same where their ids are; a list and all its parts together are the list. At
    most ``most`` coalitions are looked at.
    """
    every = enumerate_coalitions(here, limit=most)
    only = (each for each in every if not _wins_too(here, there, each.ids))
    return tuple(islice(only, limit))


def _wins_too(here: Game, there: Game, members: frozenset[str]) -> bool:
    parts_here, parts_there = _parts(here, there), _parts(there, here)
    if any(members & own and not own <= members for own in parts_here.values()):
        return False
    same = {each for each in members if each in there.seats_of}
    for whole in tuple(same):
        same |= parts_there.get(whole, frozenset())
    others = members - same - {each for own in parts_here.values() for each in own}
    return not others and there.wins(same)


def _parts(game: Game, other: Game) -> dict[str, frozenset[str]]:
    """Give, for lists that are split in this game only, the list with all its parts."""
    parts: dict[str, frozenset[str]] = {}
    for group_id in game.seats_of.keys() - other.seats_of.keys():
        whole = group_id.rpartition("/")[0]
        if whole in game.seats_of:
            parts[whole] = parts.get(whole, frozenset({whole})) | {group_id}
    return parts


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
        if not there.wins(coalition.ids):  # another quota may let it win on both sides
            found.append(coalition)
    return tuple(found)
