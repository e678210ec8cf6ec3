"""How many coalitions win, and how many of them can spare nobody: exact integers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kutla.coalitions import flat
from kutla.coalitions.diagram import diagrams_of
from kutla.coalitions.frontier import Row, check_effort, crossings, feasible, in_parts, widths
from kutla.coalitions.game import by_seats
from kutla.coalitions.packing import Packing
from kutla.coalitions.plain import is_plain, plain_games

if TYPE_CHECKING:
    from collections.abc import Callable

    from kutla.coalitions.diagram import Flat
    from kutla.coalitions.game import Game, Group
    from kutla.coalitions.plain import Plain


_MANY = 60
"""Beyond so many groups a diagram of minimal coalitions costs more than counting without each."""


def count_feasible(game: Game) -> int:
    """Count the sets of groups, the empty one included, that break no rule."""
    if not is_plain(game):
        diagrams = diagrams_of(game)
        return diagrams.count(diagrams.feasible)
    seated = tuple(replace(group, seats=group.seats + 1) for group in game.groups)
    return count_winning(replace(game, groups=seated, quota=1)) + int(game.allows(()))


def count_winning(game: Game) -> int:
    """Count the feasible sets that reach the quota."""
    if not is_plain(game):
        diagrams = diagrams_of(game)
        return diagrams.count(diagrams.winning)
    return sum(_gather(game, _winning, with_sizes=game.max_members is not None))


def count_minimal_winning(game: Game) -> int:
    """Count the minimal winning coalitions.

    Minimal means inclusion-minimal among the feasible winning sets: no smaller set of the same
    members is feasible and wins. (The other notion, that each single member is critical, differs
    only where conditions such as ``only_if`` let two leave together but not one alone.)
    """
    if not is_plain(game):
        diagrams = diagrams_of(game)
        return diagrams.count(diagrams.minimal)
    return sum(_gather(game, _minimal, with_sizes=game.max_members is not None))


def winning_by_size(game: Game) -> tuple[int, ...]:
    """Count the winning sets by their number of members, from 0 to all."""
    if not is_plain(game):
        return flat.count_by_size(_laid(game, minimal=False))
    return _gather(game, _winning, with_sizes=True)


def minimal_by_size(game: Game) -> tuple[int, ...]:
    """Count the minimal winning coalitions by their number of members."""
    if not is_plain(game):
        return flat.count_by_size(_laid(game, minimal=True))
    return _gather(game, _minimal, with_sizes=True)


def needed_by_all(game: Game) -> tuple[Group, ...]:
    """Give the groups that are in every winning coalition; none where nothing wins."""
    if not is_plain(game):
        laid = _laid(game, minimal=False)
        passed = zip(laid.groups, flat.through(laid, with_sizes=False), strict=True)
        return by_seats(group for group, (own, others) in passed if own[0] and not others[0])
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
    return tuple((group, sum(own)) for group, own in minimal_with_by_size(game, with_sizes=False))


def minimal_with_by_size(
    game: Game, *, with_sizes: bool = True
) -> tuple[tuple[Group, list[int]], ...]:
    """Count, for each group, the minimal winning coalitions it is in, by number of members."""
    if is_plain(game) and len(game.groups) > _MANY:
        return _by_leaving_out(game, with_sizes=with_sizes)
    laid = _laid(game, minimal=True)
    found = zip(laid.groups, flat.through(laid, with_sizes=with_sizes), strict=True)
    counts = {group.id: own for group, (own, _) in found}
    return tuple((group, counts[group.id]) for group in game.groups)


def _by_leaving_out(game: Game, *, with_sizes: bool) -> tuple[tuple[Group, list[int]], ...]:
    """Count those with a group as all less those without it; equals under no rule only once."""
    ruled = {each for rule in (*game.incompatible, *game.together, *game.only_if) for each in rule}
    everything = _minimal_counts(game, with_sizes=with_sizes)
    known: dict[int, list[int]] = {}
    result = []
    for group in game.groups:
        is_equal = group.id not in ruled | game.must | game.must_not
        if group.id in game.must:
            own = list(everything)
        elif group.id in game.must_not:
            own = [0] * len(everything)
        elif is_equal and group.seats in known:
            own = known[group.seats]
        else:
            others = _minimal_counts(game.without(group.id), with_sizes=with_sizes)
            own = [count - other for count, other in zip(everything, others, strict=True)]
            if is_equal:
                known[group.seats] = own
        result.append((group, own))
    return tuple(result)


def _minimal_counts(game: Game, *, with_sizes: bool) -> tuple[int, ...]:
    return minimal_by_size(game) if with_sizes else (count_minimal_winning(game),)


def minimal_with_inside(game: Game, member: str) -> tuple[tuple[Group, int], ...]:
    """Count, for each group, the minimal winning coalitions that hold it beside ``member``.

    Raises ValueError where there is no such member.
    """
    game.group(member)
    diagrams = diagrams_of(game)
    laid = diagrams.flat(diagrams.holding(diagrams.minimal, member))
    found = zip(laid.groups, flat.through(laid, with_sizes=False), strict=True)
    counts = {group.id: own[0] for group, (own, _) in found}
    return tuple((group, counts[group.id]) for group in game.groups)


def _laid(game: Game, *, minimal: bool) -> Flat:
    diagrams = diagrams_of(game)
    return diagrams.flat(diagrams.minimal if minimal else diagrams.winning)


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
    """Count all feasible sets, whatever their seats, less those that fall short."""
    row = in_parts(Row(plain.items, plain.vetoes))
    check_effort(row, max(plain.need, 1), packing)
    unseated = Row(tuple(replace(item, seats=0) for item in row.items), row.vetoes)
    everything = packing.sum_by_size(feasible(unseated, 1, packing))
    if plain.need <= 0:
        return everything
    short = packing.sum_by_size(feasible(row, plain.need, packing))
    return [all_sets - too_few for all_sets, too_few in zip(everything, short, strict=True)]


def _minimal(plain: Plain, packing: Packing) -> list[int]:
    if plain.need <= 0:
        is_minimal = plain.slack is None or -plain.need < plain.slack
        return [int(is_minimal)]  # nobody can be added to a set that wins already
    until = plain.reach + 1
    if plain.slack is not None:
        until = min(until, plain.need + plain.slack)
    row = Row(plain.items, plain.vetoes)
    return packing.sum_by_size(crossings(row, plain.need, until, packing))
