"""In how many coalitions each group is critical, by size: the raw matter of power indices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.coalitions.frontier import Row, check_effort, components, feasible, feasible_by_parts
from kutla.coalitions.packing import Packing
from kutla.coalitions.plain import Plain, plain_games
from kutla.errors import CoalitionError

if TYPE_CHECKING:
    from kutla.coalitions.game import Game


def swings_by_size(game: Game, *, with_sizes: bool = True) -> dict[str, list[int]]:
    """Count, for each group, the feasible winning sets that fall short without its seats.

    The counts stand by number of members, or in one slot without ``with_sizes``.
    """
    packing = Packing.wide_enough(len(game.groups), with_sizes=with_sizes)
    plains = [] if game.only_if else list(plain_games(game))
    if len(plains) == 1 and _is_simple(game, plains[0]):
        counts = _simple(game, plains[0], packing)
    else:
        counts = {group.id: _one(game, group.id, packing) for group in game.groups}
    if game.max_members is not None and with_sizes:
        for own in counts.values():
            own[game.max_members + 1 :] = [0] * (len(own) - game.max_members - 1)
    return counts


def _is_simple(game: Game, plain: Plain) -> bool:
    only_pairs = all(len(each) == 2 for each in game.incompatible)
    return only_pairs and not plain.fixed and all(item.size == 1 for item in plain.items)


def _one(game: Game, group_id: str, packing: Packing) -> list[int]:
    """Count the swings of one group by putting it in: right under every rule."""
    counts = [0] * packing.stride
    if group_id in game.must_not:
        return counts
    try:
        having = game.having(group_id)
    except CoalitionError:  # it refuses somebody who must be in
        return counts
    for plain in plain_games(having):
        row = Row(plain.items, plain.vetoes)
        until = plain.need + game.seats_of[group_id]
        check_effort(row, until, packing)
        if until <= 0:
            continue
        packed = feasible_by_parts(row, until, packing)
        moved = packing.sum_by_size(packing.from_on(packed, plain.need))
        offset = plain.fixed_size if packing.stride > 1 else 0
        for size, count in enumerate(moved):
            if count:
                counts[size + offset] += count
    return counts


def _simple(game: Game, plain: Plain, packing: Packing) -> dict[str, list[int]]:
    """Do all groups at once: what has no veto in common is multiplied once and divided out."""
    quota = plain.need
    row = Row(plain.items, plain.vetoes)
    check_effort(row, quota, packing)
    parts = components(row)
    bound = [part for part in parts if len(part.items) > 1]
    free = [part.items[0] for part in parts if len(part.items) == 1]
    free_product = 1
    for item in free:
        moved = free_product << packing.shift(item.seats, item.size)
        free_product += packing.below(moved, quota)
    polynomials = [feasible(part, quota, packing) for part in bound]
    everything = free_product
    for polynomial in polynomials:
        everything = packing.below(everything * polynomial, quota)
    counts = {group.id: [0] * packing.stride for group in game.groups}
    for item in free:
        others = packing.without_factor(everything, item.seats, item.size, quota)
        counts[item.ids[0]] = _tail(others, quota, item.seats, packing)
    for place, part in enumerate(bound):
        rest = free_product
        for other, polynomial in enumerate(polynomials):
            if other != place:
                rest = packing.below(rest * polynomial, quota)
        for index, item in enumerate(part.items):
            inner = part.leaving_out(part.vetoes[index] | 1 << index)
            packed = feasible_by_parts(inner, quota, packing)
            counts[item.ids[0]] = _tail(packed * rest, quota, item.seats, packing)
    return counts


def _tail(packed: int, quota: int, seats: int, packing: Packing) -> list[int]:
    """Count what lacks at most ``seats`` of the quota, with the group itself as one member more."""
    sizes = packing.sum_by_size(packing.between(packed, quota - seats, quota))
    return [0, *sizes[:-1]] if packing.stride > 1 else sizes
