"""Coalitions one by one, the best first, made only as they are asked for."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from functools import cache
from itertools import count, islice
from typing import TYPE_CHECKING, Any

from kutla.coalitions.diagram import diagrams_of
from kutla.coalitions.game import Coalition, Game, Group, by_seats, coalition_of
from kutla.coalitions.plain import Item, Plain, is_plain, plain_games
from kutla.coalitions.ranking import MEMBERS, SURPLUS
from kutla.errors import TooManyGroupsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kutla.coalitions.diagram import Flat
    from kutla.coalitions.ranking import Yardstick

MOST_OPEN = 2_000_000
"""How many unfinished sets may lie open before a question is given up."""

_Costs = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _Open:
    """A set under construction: items before ``index`` are decided."""

    index: int
    chosen: tuple[Group, ...]
    costs: _Costs
    blocked: int
    seats: int
    is_done: bool


def enumerate_coalitions(
    game: Game,
    *,
    by: Sequence[Yardstick] = (MEMBERS, SURPLUS),
    minimal: bool = True,
    limit: int | None = 10,
) -> Iterator[Coalition]:
    """Yield winning coalitions, the best first, each once.

    ``by`` are yardsticks in order of weight, the later deciding between equals of the earlier;
    ``minimal`` leaves out those that can spare somebody; ``limit`` is how many, None for all.
    Raises TooManyGroupsError where too many unfinished sets would have to be kept open.
    """
    if limit is not None and limit < 0:
        raise ValueError(f"a limit is zero or more, not {limit}")
    if not is_plain(game):
        return islice(_search_diagram(game, tuple(by), minimal=minimal), limit)
    ways = [_search(game, plain, tuple(by), minimal=minimal) for plain in plain_games(game)]
    merged = heapq.merge(*ways, key=lambda found: found[0])
    return islice((coalition for _, coalition in merged), limit)


def _search(
    game: Game, plain: Plain, by: tuple[Yardstick, ...], *, minimal: bool
) -> Iterator[tuple[tuple[Any, ...], Coalition]]:
    least = _least_costs(game, plain, by)
    order = count()
    first = _start(game, plain, by)
    heap = [(first.costs, next(order), first)]
    while heap:
        costs, _, node = heapq.heappop(heap)
        if node.is_done:
            members = by_seats(node.chosen)
            found = Coalition(members, node.seats, game.quota)
            yield (costs, len(members), tuple(each.id for each in members)), found
            continue
        for following in _branch(game, plain, by, node, minimal=minimal):
            bound = _bound(following, least, plain, game)
            if bound is not None:
                heapq.heappush(heap, (bound, -next(order), following))  # deepest first
        _check_open(len(heap), len(plain.items))


def _search_diagram(game: Game, by: tuple[Yardstick, ...], *, minimal: bool) -> Iterator[Coalition]:
    """Search the diagram of all that qualify: a way through it is a coalition."""
    diagrams = diagrams_of(game)
    laid = diagrams.flat(diagrams.minimal if minimal else diagrams.winning)
    least = _least_to_the_end(laid, by)
    if least[laid.root] is None:
        return
    order = count()
    heap: list[tuple[_Costs, int, int, tuple[Group, ...], _Costs]] = [
        (least[laid.root] or (), next(order), laid.root, (), (0,) * len(by))
    ]
    while heap:
        _, _, node, chosen, costs = heapq.heappop(heap)
        if node == 1:
            yield coalition_of(game, (group.id for group in chosen))
            continue
        new = laid.groups[laid.levels[node]]
        more = tuple(cost + rule.step(chosen, new) for cost, rule in zip(costs, by, strict=True))
        ways = ((laid.low[node], chosen, costs), (laid.high[node], (*chosen, new), more))
        for following, members, spent in ways:
            ahead = least[following]
            if ahead is not None:
                bound = tuple(map(sum, zip(spent, ahead, strict=True)))
                heapq.heappush(heap, (bound, -next(order), following, members, spent))
        _check_open(len(heap), len(laid.groups))


def _least_to_the_end(laid: Flat, by: tuple[Yardstick, ...]) -> list[_Costs | None]:
    nothing: _Costs = (0,) * len(by)
    price = [tuple(rule.at_least(group) for rule in by) for group in laid.groups]
    least: list[_Costs | None] = [None, nothing]
    for node in range(2, len(laid.levels)):
        low, high = least[laid.low[node]], least[laid.high[node]]
        if high is not None:
            high = tuple(map(sum, zip(high, price[laid.levels[node]], strict=True)))
        least.append(high if low is None else low if high is None else min(low, high))
    return least


def _check_open(number: int, groups: int) -> None:
    if number > MOST_OPEN:
        raise TooManyGroupsError(
            f"more than {MOST_OPEN:,} unfinished coalitions of {groups} groups lie "
            "open; judge by fewest members first, put some groups in or out, or sample."
        )


def _start(game: Game, plain: Plain, by: tuple[Yardstick, ...]) -> _Open:
    node = _Open(0, (), (0,) * len(by), 0, 0, is_done=False)
    for item in plain.fixed:
        node = _enter(game, by, node, item)
    return node


def _enter(game: Game, by: tuple[Yardstick, ...], node: _Open, item: Item) -> _Open:
    chosen, costs = node.chosen, node.costs
    for each in item.ids:
        new = game.group(each)
        costs = tuple(cost + rule.step(chosen, new) for cost, rule in zip(costs, by, strict=True))
        chosen = (*chosen, new)
    return _Open(
        node.index, chosen, costs, node.blocked, node.seats + item.seats, is_done=node.is_done
    )


def _branch(
    game: Game, plain: Plain, by: tuple[Yardstick, ...], node: _Open, *, minimal: bool
) -> Iterator[_Open]:
    wins = node.seats >= game.quota
    if node.index == 0 and minimal and plain.need <= 0:
        if plain.slack is None or -plain.need < plain.slack:
            yield _Open(0, node.chosen, node.costs, 0, node.seats, is_done=True)
        return
    if node.index == len(plain.items):
        if wins and not minimal:
            yield _Open(node.index, node.chosen, node.costs, 0, node.seats, is_done=True)
        return
    after = node.index + 1
    yield _Open(after, node.chosen, node.costs, node.blocked, node.seats, is_done=False)
    if node.blocked >> node.index & 1:
        return
    item = plain.items[node.index]
    entered = _enter(game, by, node, item)
    done = minimal and entered.seats >= game.quota
    if done and plain.slack is not None and entered.seats - game.quota >= plain.slack:
        return
    blocked = node.blocked | plain.vetoes[node.index]
    yield _Open(after, entered.chosen, entered.costs, blocked, entered.seats, is_done=done)


def _bound(
    node: _Open, least: Callable[[int, int], _Costs | None], plain: Plain, game: Game
) -> _Costs | None:
    if game.max_members is not None and len(node.chosen) > game.max_members:
        return None
    if node.is_done:
        return node.costs
    need = max(game.quota - node.seats, 0)
    if need and not _can_reach(plain, node, need):
        return None
    more = least(node.index, need)
    if more is None:
        return None
    return tuple(cost + extra for cost, extra in zip(node.costs, more, strict=True))


def _can_reach(plain: Plain, node: _Open, need: int) -> bool:
    for index in range(node.index, len(plain.items)):
        if not node.blocked >> index & 1:
            need -= plain.items[index].seats
            if need <= 0:
                return True
    return False


def _least_costs(
    game: Game, plain: Plain, by: tuple[Yardstick, ...]
) -> Callable[[int, int], _Costs | None]:
    """Give, for items from an index on and seats still needed, the least costs, vetoes aside."""
    nothing: _Costs = (0,) * len(by)
    price = [
        tuple(sum(rule.at_least(game.group(each)) for each in item.ids) for rule in by)
        for item in plain.items
    ]

    @cache
    def least(index: int, need: int) -> _Costs | None:
        if need <= 0:
            return nothing
        if index == len(plain.items):
            return None
        skipped = least(index + 1, need)
        rest = least(index + 1, need - plain.items[index].seats)
        if rest is None:
            return skipped
        taken = tuple(cost + own for cost, own in zip(rest, price[index], strict=True))
        return taken if skipped is None or taken < skipped else skipped

    return least
