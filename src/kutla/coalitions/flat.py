"""What is read off a flat diagram: counts, power, draws, by plain loops over its nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.coalitions.packing import Packing

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

    from kutla.coalitions.diagram import Flat


def packing_for(flat: Flat, *, with_sizes: bool) -> Packing:
    """Give a packing whose slots hold any count of sets over the diagram's groups."""
    return Packing.wide_enough(len(flat.groups), with_sizes=with_sizes)


def below(flat: Flat, packing: Packing) -> list[int]:
    """Count, for each node, the ways from it to the end "in the family", packed by size."""
    one_more = packing.shift(0, 1)
    counts = [0, 1]
    for node in range(2, len(flat.levels)):
        counts.append(counts[flat.low[node]] + (counts[flat.high[node]] << one_more))
    return counts


def count(flat: Flat) -> int:
    """Count the sets of the family."""
    return below(flat, packing_for(flat, with_sizes=False))[flat.root]


def count_by_size(flat: Flat) -> tuple[int, ...]:
    """Count the sets of the family by number of members, from 0 to all."""
    packing = packing_for(flat, with_sizes=True)
    return unpack(below(flat, packing)[flat.root], packing)


def unpack(packed: int, packing: Packing) -> tuple[int, ...]:
    """Give the counts by size of a packed number."""
    slot = (1 << packing.bits) - 1
    return tuple(packed >> packing.bits * size & slot for size in range(packing.stride))


def through(flat: Flat, *, with_sizes: bool) -> list[tuple[list[int], list[int]]]:
    """Count, for each group, the sets of the family with it, and with it taken out, by size.

    The first list counts sets that hold the group, by their size; the second sets that do not,
    by their size without it plus one: those that would have that size if it joined.
    """
    packing = packing_for(flat, with_sizes=with_sizes)
    one_more = packing.shift(0, 1)
    ends = below(flat, packing)
    ways = [0] * len(flat.levels)
    ways[flat.root] = 1
    having = [0] * len(flat.groups)
    lacking = [0] * len(flat.groups)
    for node in range(len(flat.levels) - 1, 1, -1):
        here = ways[node]
        if not here:
            continue
        low, high, level = flat.low[node], flat.high[node], flat.levels[node]
        ways[low] += here
        ways[high] += here << one_more
        having[level] += here * ends[high]
        lacking[level] += here * ends[low]
    return [
        ([0, *unpack(own, packing)[:-1]], [0, *unpack(others, packing)[:-1]])
        if with_sizes
        else ([own], [others])
        for own, others in zip(having, lacking, strict=True)
    ]


def draw(flat: Flat, counts: list[int], chance: random.Random) -> list[str]:
    """Draw one set of the family, each as likely; ``counts`` are those of :func:`below`."""
    node = flat.root
    members = []
    while node > 1:
        low = counts[flat.low[node]]
        if chance.randrange(counts[node]) < low:
            node = flat.low[node]
        else:
            members.append(flat.groups[flat.levels[node]].id)
            node = flat.high[node]
    return members


def weigh(flat: Flat, weights: Mapping[str, float]) -> list[float]:
    """Add up, for each node, the products of the members' weights over all ways to the end."""
    sums = [0.0, 1.0]
    own = [weights.get(group.id, 1.0) for group in flat.groups]
    for node in range(2, len(flat.levels)):
        sums.append(sums[flat.low[node]] + own[flat.levels[node]] * sums[flat.high[node]])
    return sums


def draw_weighted(flat: Flat, sums: list[float], chance: random.Random) -> list[str]:
    """Draw one set, as likely as the product of its members' weights (see :func:`weigh`)."""
    node = flat.root
    members = []
    while node > 1:
        group = flat.groups[flat.levels[node]]
        if chance.random() * sums[node] < sums[flat.low[node]]:
            node = flat.low[node]
        else:
            members.append(group.id)
            node = flat.high[node]
    return members
