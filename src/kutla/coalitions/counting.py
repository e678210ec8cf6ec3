"""How many coalitions win, and how many of them can spare nobody: exact integers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kutla.coalitions.frontier import Row, check_effort, crossings, feasible_by_parts, widths
from kutla.coalitions.game import by_seats
from kutla.coalitions.packing import Packing
from kutla.coalitions.plain import plain_games

if TYPE_CHECKING:
    from collections.abc import Callable

    from kutla.coalitions.game import Game, Group
    from kutla.coalitions.plain import Plain


def count_feasible(game: Game) -> int:
    """Count the sets of groups, the empty one included, that break no rule."""
    seated = tuple(replace(group, seats=group.seats + 1) for group in game.groups)
    return count_winning(replace(game, groups=seated, quota=1)) + int(game.allows(()))


def count_winning(game: Game) -> int:
    """Count the feasible sets that reach the quota."""
    return sum(_gather(game, _winning, with_sizes=game.max_members is not None))


def count_minimal_winning(game: Game) -> int:
    """Count the minimal winning coalitions.

    Minimal means inclusion-minimal among the feasible winning sets: no smaller set of the same
    members is feasible and wins. (The other notion, that each single member is critical, differs
    only where conditions such as ``only_if`` let two leave together but not one alone.)
    """
    return sum(_gather(game, _minimal, with_sizes=game.max_members is not None))


def winning_by_size(game: Game) -> tuple[int, ...]:
    """Count the winning sets by their number of members, from 0 to all."""
    return _gather(game, _winning, with_sizes=True)


def minimal_by_size(game: Game) -> tuple[int, ...]:
    """Count the minimal winning coalitions by their number of members."""
    return _gather(game, _minimal, with_sizes=True)


def needed_by_all(game: Game) -> tuple[Group, ...]:
    """Give the groups that are in every winning coalition; none where nothing wins."""
    if not count_winning(game):
        return ()
    return by_seats(
        group
        for group in game.groups
        if group.id not in game.must_not
        and (group.id in game.must or not count_winning(game.without(group.id)))
    )


def needed_by_none(game: Game) -> tuple[Group, ...]:
    """Give the groups that are in no minimal winning coalition."""
    return by_seats(group for group, count in minimal_with(game) if not count)


def minimal_with(game: Game) -> tuple[tuple[Group, int], ...]:
    """Count, for each group, the minimal winning coalitions that it is in."""
    everything = count_minimal_winning(game)
    result = []
    for group in game.groups:
        if group.id in game.must:
            others = 0
        elif group.id in game.must_not:
            others = everything
        else:
            others = count_minimal_winning(game.without(group.id))
        result.append((group, everything - others))
    return tuple(result)


def estimate_states(game: Game) -> int:
    """Estimate the work of an exact answer: states of the frontier times seats of the quota."""
    return sum(
        (sum(widths(Row(plain.items, plain.vetoes), plain.need)) + 1) * max(plain.need, 1)
        for plain in plain_games(game)
    )


def _gather(
    game: Game, count: Callable[[Plain, Packing], list[int]], *, with_sizes: bool
) -> tuple[int, ...]:
    number = len(game.groups)
    packing = Packing.wide_enough(number, with_sizes=with_sizes)
    totals = [0] * (number + 1)
    for plain in plain_games(game):
        for size, sets in enumerate(count(plain, packing)):
            if sets:
                totals[size + (plain.fixed_size if with_sizes else 0)] += sets
    if game.max_members is not None:
        totals[game.max_members + 1 :] = []
    return tuple(totals)


def _winning(plain: Plain, packing: Packing) -> list[int]:
    row = Row(plain.items, plain.vetoes)
    check_effort(row, plain.reach + 1, packing)
    packed = feasible_by_parts(row, plain.reach + 1, packing)
    return packing.sum_by_size(packing.from_on(packed, plain.need))


def _minimal(plain: Plain, packing: Packing) -> list[int]:
    if plain.need <= 0:
        is_minimal = plain.slack is None or -plain.need < plain.slack
        return [int(is_minimal)]  # nobody can be added to a set that wins already
    until = plain.reach + 1
    if plain.slack is not None:
        until = min(until, plain.need + plain.slack)
    row = Row(plain.items, plain.vetoes)
    check_effort(row, plain.need, packing, need=plain.need)
    return packing.sum_by_size(crossings(row, plain.need, until, packing))
