"""In how many coalitions each group is critical, by size: the raw matter of power indices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.coalitions import flat
from kutla.coalitions.diagram import diagrams_of
from kutla.coalitions.frontier import Row, check_effort, feasible, forward, in_parts, onward
from kutla.coalitions.packing import Packing
from kutla.coalitions.plain import Plain, is_plain, plain_games
from kutla.errors import CoalitionError

if TYPE_CHECKING:
    from kutla.coalitions.diagram import Flat
    from kutla.coalitions.game import Game


def swings_by_size(game: Game, *, with_sizes: bool = True) -> dict[str, list[int]]:
    """Count, for each group, the feasible winning sets that fall short without its seats.

    The counts stand by number of members, or in one slot without ``with_sizes``.
    """
    if not is_plain(game):
        return _by_diagram(game, with_sizes=with_sizes)
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


def _by_diagram(game: Game, *, with_sizes: bool) -> dict[str, list[int]]:
    diagrams = diagrams_of(game)
    if game.is_unruled:  # who wins without a group is then a matter of the quotas alone
        return pivots(diagrams.flat(diagrams.winning), with_sizes=with_sizes)
    counts = {}
    for group in game.groups:
        family = diagrams.swinging(group.id)
        counts[group.id] = (
            list(flat.count_by_size(diagrams.flat(family)))
            if with_sizes
            else [diagrams.count(family)]
        )
    return counts


def pivots(laid: Flat, *, with_sizes: bool) -> dict[str, list[int]]:
    """Count by size, in a family that only grows, the sets that leave it with each group."""
    passed = zip(laid.groups, flat.through(laid, with_sizes=with_sizes), strict=True)
    return {
        group.id: [with_it - anyway for with_it, anyway in zip(own, others, strict=True)]
        for group, (own, others) in passed
    }


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
        packed = feasible(in_parts(row), until, packing)
        moved = packing.sum_by_size(packing.from_on(packed, plain.need))
        offset = plain.fixed_size if packing.stride > 1 else 0
        for size, count in enumerate(moved):
            if count:
                counts[size + offset] += count
    return counts


def _simple(game: Game, plain: Plain, packing: Packing) -> dict[str, list[int]]:
    """Do all groups in one pass: what came before a group is shared by all who follow it.

    A group without any veto is divided out of the polynomial of all instead, which is cheaper.
    """
    quota = plain.need
    row = in_parts(Row(plain.items, plain.vetoes))
    check_effort(row, quota, packing)
    bound = sum(1 for veto in row.vetoes if veto)  # the parts with vetoes come first
    layers = forward(Row(row.items[:bound], row.vetoes[:bound]), quota, packing)
    everything = sum(layers[-1].values())
    for item in row.items[bound:]:
        everything += packing.below(everything << packing.shift(item.seats, item.size), quota)
    counts = {group.id: [0] * packing.stride for group in game.groups}
    known: dict[int, list[int]] = {}
    for index, item in enumerate(row.items):
        window = (max(quota - item.seats, 0), quota)
        if row.vetoes[index]:
            later = ~((1 << index + 1) - 1)
            others: dict[int, int] = {}
            for mask, packed in layers[index].items():
                if not mask >> index & 1:
                    after = (mask | row.vetoes[index]) & later
                    others[after] = others.get(after, 0) + packed
            sizes = packing.sum_by_size(onward(row, index + 1, others, window, packing))
        elif item.seats in known:
            sizes = known[item.seats]
        else:
            left = packing.without_factor(everything, item.seats, item.size, quota)
            sizes = packing.sum_by_size(packing.between(left, *window))
            known[item.seats] = sizes
        # the group itself is one member more
        counts[item.ids[0]] = [0, *sizes[:-1]] if packing.stride > 1 else list(sizes)
    return counts
