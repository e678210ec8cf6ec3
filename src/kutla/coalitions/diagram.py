"""Decision diagrams: any rule at all, compiled once, then counted, ranked, drawn from and indexed.

The frontier programme of ``frontier.py`` knows one quota and refusals between pairs. Everything
else (double majorities, "only with B or C", many conditions, connectedness) is compiled here to a
binary decision diagram (Bryant 1986; the ``oxidd`` library does the Boolean operations) and laid
out flat, level by level, so that plain loops over it answer the rest.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import inf
from typing import TYPE_CHECKING, TypeVar

from oxidd.bdd import BDDManager
from oxidd.util import DDMemoryError

from kutla.coalitions.game import by_seats
from kutla.errors import TooManyGroupsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from oxidd.bdd import BDDFunction

    from kutla.coalitions.game import Game, Group, Threshold

MOST_NODES = 1 << 22
"""How large a diagram may grow: about 200 MB."""
_NEVER, _ALWAYS = 0, 1
_Built = TypeVar("_Built")


@lru_cache(maxsize=16)
def diagrams_of(game: Game) -> Diagrams:
    """Give the diagrams of a game; those of the last games asked about are kept."""
    return Diagrams(game)


@dataclass(frozen=True, slots=True)
class Flat:
    """A diagram laid out flat: node ``i`` decides group ``levels[i]``; children come before parents.

    Nodes 0 and 1 are the ends "not in the family" and "in the family". Every way from ``root`` to
    an end passes every level once, so that sizes can be read off a path.
    """

    groups: tuple[Group, ...]
    levels: tuple[int, ...]
    low: tuple[int, ...]
    high: tuple[int, ...]
    root: int


class Diagrams:
    """The families of sets of one game, as diagrams over its groups, most seats first.

    Raises TooManyGroupsError where a diagram outgrows ``MOST_NODES``.
    """

    def __init__(self, game: Game) -> None:
        self.game = game
        places = dict(game.connected_on)
        if places:  # the order of the scale keeps connectedness narrow
            known = sorted(
                (each for each in game.groups if each.id in places),
                key=lambda group: places[group.id],
            )
            others = [each for each in game.groups if each.id not in places]
            self.order = (*by_seats(others), *known)
        else:
            self.order = by_seats(game.groups)
        self._manager = BDDManager(MOST_NODES, MOST_NODES // 8, 1)
        self._manager.add_vars(len(self.order))
        self._has = {group.id: self._manager.var(index) for index, group in enumerate(self.order)}
        self._place = {group.id: index for index, group in enumerate(self.order)}
        self._flat: dict[BDDFunction, Flat] = {}
        self._no = self._manager.false()
        self._yes = self._manager.true()

    @cached_property
    def feasible(self) -> BDDFunction:
        """The sets that break no rule."""
        return self._guarded(self._feasible)

    @cached_property
    def reaching(self) -> BDDFunction:
        """The sets that reach the quotas."""
        return self._guarded(self._reaching)

    @cached_property
    def winning(self) -> BDDFunction:
        """The feasible sets that reach the quotas."""
        return self._guarded(lambda: self.feasible & self.reaching)

    @cached_property
    def upward(self) -> BDDFunction:
        """The sets that contain a winning one: the restricted game."""
        return self._guarded(lambda: self._close(self.winning))

    @cached_property
    def minimal(self) -> BDDFunction:
        """The winning sets no smaller part of which wins."""
        return self._guarded(self._minimal)

    def holding(self, family: BDDFunction, group_id: str) -> BDDFunction:
        """Give the sets of a family that have a group in them."""
        return self._guarded(lambda: family & self._has[group_id])

    def swinging(self, group_id: str) -> BDDFunction:
        """Give the winning sets with a group that do not reach the quotas without it."""

        def swing() -> BDDFunction:
            return self.winning & self._has[group_id] & ~self._without(self.reaching, group_id)

        return self._guarded(swing)

    def pivoting(self, group_id: str) -> BDDFunction:
        """Give the sets that win the restricted game with a group and not without it."""

        def swing() -> BDDFunction:
            return self.upward & self._has[group_id] & ~self._without(self.upward, group_id)

        return self._guarded(swing)

    def shared(self, families: Mapping[str, BDDFunction]) -> dict[str, dict[int, int]]:
        """Count the sets of each family by how many of the families they are in."""
        number = len(self.order)

        def tell_apart() -> list[BDDFunction]:
            exactly = [self._yes]
            for family in families.values():
                raised = [self._no, *exactly]
                kept = [*exactly, self._no]
                exactly = [family.ite(more, same) for more, same in zip(raised, kept, strict=True)]
                while not exactly[-1].satisfiable():
                    exactly.pop()
            return exactly

        def count_each() -> dict[str, dict[int, int]]:
            return {
                each: {
                    many: found
                    for many, sets in enumerate(exactly)
                    if many and (found := (family & sets).sat_count(number))
                }
                for each, family in families.items()
            }

        exactly = self._guarded(tell_apart)
        return self._guarded(count_each)

    def count(self, family: BDDFunction) -> int:
        """Count the sets of a family."""
        return family.sat_count(len(self.order))

    def flat(self, family: BDDFunction) -> Flat:
        """Lay a diagram out flat; those laid out once are kept."""
        if family not in self._flat:
            self._flat[family] = _Flattening(self.order).lay_out(family)
        return self._flat[family]

    def _guarded(self, build: Callable[[], _Built]) -> _Built:
        try:
            return build()
        except DDMemoryError:
            raise TooManyGroupsError(
                f"the rules among {len(self.order)} groups need a decision diagram of more than "
                f"{MOST_NODES:,} nodes; put some groups in or out, or leave out the smallest."
            ) from None

    def _without(self, family: BDDFunction, group_id: str) -> BDDFunction:
        """Give the sets that are in the family once the group is taken out of them."""
        place = self._place[group_id]
        return family.substitute(family.make_substitution([(place, self._no)]))

    def _close(self, family: BDDFunction) -> BDDFunction:
        for each in reversed(self.order):
            family |= self._has[each.id] & self._without(family, each.id)
        return family

    def _minimal(self) -> BDDFunction:
        spared = self._no
        for each in reversed(self.order):
            spared |= self._has[each.id] & self._without(self.upward, each.id)
        return self.winning & ~spared

    def _feasible(self) -> BDDFunction:
        game, has = self.game, self._has
        family = self._yes
        for each in game.must:
            family &= has[each]
        for each in game.must_not:
            family &= ~has[each]
        for block in game.together:
            family &= self._all(block) | ~self._any(block)
        for refusal in sorted(game.incompatible, key=self._lowest):
            family &= ~self._all(refusal)
        for first, second in game.only_if:
            family &= has[first].imp(has[second])
        for condition in game.conditions:
            family &= self._all(condition.when).imp(self._any(condition.then))
        if game.connected_on:
            family &= self._connected()
        if game.max_members is not None:
            family &= ~self._at_least({group.id: 1 for group in self.order}, game.max_members + 1)
        return family

    def _lowest(self, members: Iterable[str]) -> list[int]:
        """Order rules from the bottom of the diagram up: each then changes little above it."""
        return sorted(-self._place[each] for each in members)

    def _all(self, members: Iterable[str]) -> BDDFunction:
        family = self._yes
        for each in members:
            family &= self._has[each]
        return family

    def _any(self, members: Iterable[str]) -> BDDFunction:
        family = self._no
        for each in members:
            family |= self._has[each]
        return family

    def _connected(self) -> BDDFunction:
        at: dict[float, list[str]] = {}
        for each, place in self.game.connected_on:
            at.setdefault(place, []).append(each)
        manned = [self._any(at[place]) for place in sorted(at)]
        family = self._yes
        before = self._no
        for index, here in enumerate(manned):
            after = self._no
            for later in manned[index + 1 :]:
                after |= later
            family &= here | ~(before & after)
            before |= here
        return family

    def _reaching(self) -> BDDFunction:
        family = self._at_least(self.game.seats_of, self.game.quota)
        for each in self.game.also:
            family &= self._threshold(each)
        for each in self.game.or_else:
            family |= self._threshold(each)
        return family

    def _threshold(self, threshold: Threshold) -> BDDFunction:
        weights = {group.id: threshold.weight_of(group.id) for group in self.order}
        return self._at_least(weights, threshold.quota)

    def _at_least(self, weights: Mapping[str, int], quota: int) -> BDDFunction:
        """Compile one weighted threshold; needs between which nothing changes share a node.

        Behle (2007): a node serves an interval of needs, so the diagram is the smallest there is
        whatever the size of the weights.
        """
        own = [weights[group.id] for group in self.order]
        to_come = [0] * (len(own) + 1)
        for index in range(len(own) - 1, -1, -1):
            to_come[index] = to_come[index + 1] + own[index]
        known: list[_Intervals] = [_Intervals() for _ in own]

        def build(index: int, need: int) -> tuple[BDDFunction, float, float]:
            if need <= 0:
                return self._yes, -inf, 0
            if need > to_come[index]:
                return self._no, to_come[index] + 1, inf
            found = known[index].find(need)
            if found is None:
                low, low_from, low_to = build(index + 1, need)
                high, high_from, high_to = build(index + 1, need - own[index])
                node = self._manager.var(index).ite(high, low)
                first = max(low_from, high_from + own[index])
                found = node, first, min(low_to, high_to + own[index])
                known[index].keep(found)
            return found

        return build(0, quota)[0]


class _Intervals:
    """The nodes of one level by the interval of needs that each serves."""

    def __init__(self) -> None:
        self._starts: list[float] = []
        self._nodes: list[tuple[BDDFunction, float, float]] = []

    def find(self, need: int) -> tuple[BDDFunction, float, float] | None:
        place = bisect_right(self._starts, need) - 1
        if place >= 0 and need <= self._nodes[place][2]:
            return self._nodes[place]
        return None

    def keep(self, found: tuple[BDDFunction, float, float]) -> None:
        place = bisect_right(self._starts, found[1])
        self._starts.insert(place, found[1])
        self._nodes.insert(place, found)


class _Flattening:
    """Walks a diagram from the top and numbers its nodes, children first."""

    def __init__(self, order: tuple[Group, ...]) -> None:
        self.order = order
        self.levels = [len(order), len(order)]
        self.low = [_NEVER, _ALWAYS]
        self.high = [_NEVER, _ALWAYS]
        self._relays: dict[tuple[int, int], int] = {}

    def lay_out(self, family: BDDFunction) -> Flat:
        numbers: dict[BDDFunction, int] = {}
        stack = [family]
        while stack:
            node = stack[-1]
            if node in numbers:
                stack.pop()
                continue
            ends = node.cofactors()
            if ends is None:
                numbers[node] = _ALWAYS if node.valid() else _NEVER
                continue
            high, low = ends
            waiting = [each for each in ends if each not in numbers]
            if waiting:
                stack += waiting
                continue
            level = node.node_level() or 0
            numbers[node] = self._add(
                level, self._down_to(numbers[low], level), self._down_to(numbers[high], level)
            )
        root = self._relay(numbers[family], 0)
        return Flat(self.order, tuple(self.levels), tuple(self.low), tuple(self.high), root)

    def _down_to(self, node: int, level: int) -> int:
        return self._relay(node, level + 1)

    def _relay(self, node: int, level: int) -> int:
        """Put nodes in between that let both choices pass, so that no level is skipped."""
        if node == _NEVER:
            return node
        for here in range(self.levels[node] - 1, level - 1, -1):
            key = (here, node)
            if key not in self._relays:
                self._relays[key] = self._add(here, node, node)
            node = self._relays[key]
        return node

    def _add(self, level: int, low: int, high: int) -> int:
        self.levels.append(level)
        self.low.append(low)
        self.high.append(high)
        return len(self.levels) - 1
