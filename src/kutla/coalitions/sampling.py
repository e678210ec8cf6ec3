"""Coalitions drawn at random, each as likely as any other, where there are too many to list."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.coalitions import flat
from kutla.coalitions.diagram import diagrams_of
from kutla.coalitions.frontier import Row, check_effort, step
from kutla.coalitions.game import Coalition, Game, coalition_of
from kutla.coalitions.packing import Packing
from kutla.coalitions.plain import Plain, is_plain, plain_games
from kutla.errors import CoalitionError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


_NOTHING = "no coalition wins this game, so none can be drawn."


@dataclass(frozen=True, slots=True)
class _End:
    """Where sets stop: after ``index`` items in a state, at seats and size; ``count`` of them."""

    index: int
    mask: int
    seats: int
    size: int
    last: int | None
    """The item that is added at the end and crosses the quota, where one is."""
    count: int


class _Layers:
    """The frontier of a plain game, kept whole so that a set can be traced back."""

    def __init__(self, plain: Plain, packing: Packing) -> None:
        self.plain = plain
        self.packing = packing
        self.row = Row(plain.items, plain.vetoes)
        check_effort(self.row, plain.reach + 1, packing)
        self.states: list[dict[int, int]] = [{0: 1}]
        self.came_from: list[dict[int, list[tuple[int, bool]]]] = [{}]
        for index, item in enumerate(self.row.items):
            self._advance(index, packing.shift(item.seats, item.size))

    def _advance(self, index: int, move: int) -> None:
        before = self.states[-1]
        after: dict[int, int] = {}
        origins: dict[int, list[tuple[int, bool]]] = {}
        for mask, chosen in step(self.row, index, tuple(before)):
            stay = mask & ~(1 << index)
            after[stay] = after.get(stay, 0) + before[mask]
            origins.setdefault(stay, []).append((mask, False))
            if chosen >= 0:
                after[chosen] = after.get(chosen, 0) + (before[mask] << move)
                origins.setdefault(chosen, []).append((mask, True))
        self.states.append(after)
        self.came_from.append(origins)

    def count(self, index: int, mask: int, seats: int, size: int) -> int:
        """Count the sets in a state at so many seats and members."""
        if seats < 0 or size < 0:
            return 0
        packed = self.states[index].get(mask, 0)
        return packed >> self.packing.shift(seats, size) & ((1 << self.packing.bits) - 1)

    def trace(self, end: _End, draw: random.Random) -> list[str]:
        """Draw one of the sets that stop at ``end``."""
        ids = [] if end.last is None else list(self.row.items[end.last].ids)
        mask, seats, size = end.mask, end.seats, end.size
        for index in range(end.index, 0, -1):
            item = self.row.items[index - 1]
            taken_size = item.size if self.packing.stride > 1 else 0
            choices = []
            for before, taken in self.came_from[index][mask]:
                back = (item.seats, taken_size) if taken else (0, 0)
                left = (before, seats - back[0], size - back[1])
                choices.append((self.count(index - 1, *left), taken, left))
            pick = draw.randrange(sum(count for count, _, _ in choices))
            for count, taken, left in choices:
                if pick < count:
                    mask, seats, size = left
                    ids += item.ids if taken else ()
                    break
                pick -= count
        return ids


def sample(
    game: Game,
    *,
    number: int,
    seed: int,
    minimal: bool = True,
    weights: Mapping[str, float] | None = None,
) -> tuple[Coalition, ...]:
    """Draw coalitions with replacement; the same seed draws the same.

    Each is as likely as any other, or with ``weights`` as likely as the product of its members'
    weights (1 where none is given). Raises CoalitionError where there is nothing to draw from,
    ValueError for a weight of zero or less.
    """
    if weights is not None and any(weight <= 0 for weight in weights.values()):
        raise ValueError("the weights of a draw are above zero; put a group out with must_not")
    if weights is not None or not is_plain(game):
        return _draw_from_diagram(game, number, seed, weights, minimal=minimal)
    packing = Packing.wide_enough(len(game.groups), with_sizes=game.max_members is not None)
    ends: list[tuple[_Layers, _End]] = []
    for plain in plain_games(game):
        layers = _Layers(plain, packing)
        found = _minimal_ends(layers) if minimal else _winning_ends(layers)
        ends += [(layers, end) for end in found if _is_small_enough(game, layers, end)]
    total = sum(end.count for _, end in ends)
    if not total:
        raise CoalitionError(_NOTHING)
    draw = random.Random(seed)  # noqa: S311 - statistics, not secrets
    return tuple(_draw_one(game, ends, total, draw) for _ in range(number))


def _draw_from_diagram(
    game: Game, number: int, seed: int, weights: Mapping[str, float] | None, *, minimal: bool
) -> tuple[Coalition, ...]:
    diagrams = diagrams_of(game)
    laid = diagrams.flat(diagrams.minimal if minimal else diagrams.winning)
    if laid.root == 0:
        raise CoalitionError(_NOTHING)
    chance = random.Random(seed)  # noqa: S311 - statistics, not secrets
    if weights is None:
        counts = flat.below(laid, flat.packing_for(laid, with_sizes=False))
        drawn = (flat.draw(laid, counts, chance) for _ in range(number))
    else:
        sums = flat.weigh(laid, weights)
        drawn = (flat.draw_weighted(laid, sums, chance) for _ in range(number))
    return tuple(coalition_of(game, members) for members in drawn)


def _draw_one(
    game: Game, ends: list[tuple[_Layers, _End]], total: int, draw: random.Random
) -> Coalition:
    pick = draw.randrange(total)
    for layers, end in ends:
        if pick < end.count:
            fixed = [each for item in layers.plain.fixed for each in item.ids]
            return coalition_of(game, [*fixed, *layers.trace(end, draw)])
        pick -= end.count
    raise AssertionError  # pragma: no cover - the counts add up to the total


def _is_small_enough(game: Game, layers: _Layers, end: _End) -> bool:
    if game.max_members is None:
        return True
    last = 0 if end.last is None else layers.row.items[end.last].size
    return layers.plain.fixed_size + end.size + last <= game.max_members


def _winning_ends(layers: _Layers) -> Iterator[_End]:
    index = len(layers.row.items)
    for mask in layers.states[index]:
        for seats in range(max(layers.plain.need, 0), layers.plain.reach + 1):
            yield from _ends_at(layers, index, mask, seats, None)


def _minimal_ends(layers: _Layers) -> Iterator[_End]:
    plain = layers.plain
    if plain.need <= 0:
        if plain.slack is None or -plain.need < plain.slack:
            yield _End(0, 0, 0, 0, None, 1)
        return
    for index, item in enumerate(layers.row.items):
        first = max(plain.need - item.seats, 0)
        until = plain.need
        if plain.slack is not None:
            until = min(until, plain.need - item.seats + plain.slack)
        for mask in layers.states[index]:
            if not mask >> index & 1:
                for seats in range(first, until):
                    yield from _ends_at(layers, index, mask, seats, index)


def _ends_at(
    layers: _Layers, index: int, mask: int, seats: int, last: int | None
) -> Iterator[_End]:
    for size in range(layers.packing.stride):
        count = layers.count(index, mask, seats, size)
        if count:
            yield _End(index, mask, seats, size, last, count)
