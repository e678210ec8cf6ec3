"""A game with every kind of rule, taken apart into games that know only pairwise vetoes.

Groups that come together become one item. Groups under a condition (``only_if``, or a veto among
three and more) are decided first, each way that is possible; what is left is a *plain* game:
some members fixed, the rest free but for pairwise vetoes. Plain games are disjoint, so counts add.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.errors import TooManyGroupsError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kutla.coalitions.game import Game

MOST_CASES = 1 << 16
_FEW = 8
"""Up to so many groups under a condition each case is looked at; beyond, a diagram is faster."""


@dataclass(frozen=True, slots=True)
class Item:
    """Groups that move as one."""

    ids: tuple[str, ...]
    seats: int

    @property
    def size(self) -> int:
        """How many groups it is."""
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Plain:
    """Fixed members and free items, most seats first, under pairwise vetoes.

    ``vetoes[i]`` is the bit mask of the items that item ``i`` will not sit with. ``slack`` bounds
    the surplus of a minimal coalition: at or above it a fixed member (with all that depend on it)
    could be spared; None where no fixed member can ever be spared.
    """

    fixed: tuple[Item, ...]
    items: tuple[Item, ...]
    vetoes: tuple[int, ...]
    need: int
    slack: int | None

    @property
    def fixed_size(self) -> int:
        """How many groups are fixed."""
        return sum(item.size for item in self.fixed)

    @property
    def reach(self) -> int:
        """Seats of all free items."""
        return sum(item.seats for item in self.items)


@dataclass(frozen=True, slots=True)
class _Blocks:
    """The game with its ``together`` sets contracted, by position."""

    items: tuple[Item, ...]
    vetoes: tuple[int, ...]
    wide_vetoes: tuple[int, ...]
    only_if: tuple[tuple[int, int], ...]
    must: int
    must_not: int


def is_plain(game: Game) -> bool:
    """Whether the game falls apart into few plain ones; else ``diagram.py`` answers."""
    if not game.is_linear:
        return False
    under = {each for pair in game.only_if for each in pair}
    for incompatible in game.incompatible:
        if len(incompatible) > 2:
            under |= incompatible
    return len(under - game.must - game.must_not) <= _FEW


def plain_games(game: Game) -> Iterator[Plain]:
    """Yield disjoint plain games that hold every feasible winning set of ``game``.

    Raises TooManyGroupsError where the conditions leave too many cases.
    """
    blocks = _contract(game)
    if blocks is None:
        return
    for cases, (chosen, excluded) in enumerate(_decide(blocks)):
        if cases >= MOST_CASES:
            raise TooManyGroupsError(
                f"the conditions of this game leave more than {MOST_CASES} cases to look at; "
                "name fewer groups in conditions, or put some of them in or out."
            )
        plain = _make_plain(game.quota, blocks, chosen, excluded)
        if plain.reach >= plain.need:
            yield plain


def _contract(game: Game) -> _Blocks | None:
    """Merge what comes together; None where the rules leave no feasible set."""
    home = {group.id: group.id for group in game.groups}
    for block in game.together:
        roots = {home[each] for each in block}
        if roots:
            keep = min(roots)
            home = {each: keep if root in roots else root for each, root in home.items()}
    members: dict[str, list[str]] = {}
    for group in game.groups:
        members.setdefault(home[group.id], []).append(group.id)
    items = sorted(
        (Item(tuple(ids), sum(game.seats_of[each] for each in ids)) for ids in members.values()),
        key=lambda item: (-item.seats, item.ids),
    )
    place = {each: index for index, item in enumerate(items) for each in item.ids}
    must = _mask(place[each] for each in game.must)
    must_not = _mask(place[each] for each in game.must_not)
    vetoes = [0] * len(items)
    wide = []
    for incompatible in game.incompatible:
        mask = _mask(place[each] for each in incompatible)
        ends = _bits(mask)
        if len(ends) == 1:
            must_not |= mask
        elif len(ends) == 2:
            vetoes[ends[0]] |= 1 << ends[1]
            vetoes[ends[1]] |= 1 << ends[0]
        else:
            wide.append(mask)
    only_if = tuple({(place[a], place[b]) for a, b in game.only_if if place[a] != place[b]})
    if must & must_not:
        return None
    return _Blocks(tuple(items), tuple(vetoes), tuple(wide), only_if, must, must_not)


def _decide(blocks: _Blocks) -> Iterator[tuple[int, int]]:
    """Yield each possible (chosen, excluded) over the groups that stand under a condition."""
    under = _mask(each for pair in blocks.only_if for each in pair)
    for wide in blocks.wide_vetoes:
        under |= wide
    open_ends = _bits(under & ~blocks.must & ~blocks.must_not)
    stack = [(0, blocks.must, blocks.must_not)]
    while stack:
        depth, chosen, excluded = stack.pop()
        if not _may_stand(blocks, chosen, excluded):
            continue
        if depth == len(open_ends):
            yield chosen, excluded
            continue
        bit = 1 << open_ends[depth]
        stack.append((depth + 1, chosen, excluded | bit))
        stack.append((depth + 1, chosen | bit, excluded))


def _may_stand(blocks: _Blocks, chosen: int, excluded: int) -> bool:
    if any(wide & chosen == wide for wide in blocks.wide_vetoes):
        return False
    if any(blocks.vetoes[index] & chosen for index in _bits(chosen)):
        return False
    return not any(
        chosen >> first & 1 and excluded >> second & 1 for first, second in blocks.only_if
    )


def _make_plain(quota: int, blocks: _Blocks, chosen: int, excluded: int) -> Plain:
    for index in _bits(chosen):
        excluded |= blocks.vetoes[index]
    under = _mask(each for pair in blocks.only_if for each in pair)
    for wide in blocks.wide_vetoes:
        under |= wide
    everything = (1 << len(blocks.items)) - 1
    free = _bits(everything & ~chosen & ~excluded & ~under)
    place = {index: position for position, index in enumerate(free)}
    vetoes = tuple(
        _mask(place[other] for other in _bits(blocks.vetoes[index]) if other in place)
        for index in free
    )
    fixed = tuple(blocks.items[index] for index in _bits(chosen))
    need = quota - sum(item.seats for item in fixed)
    items = tuple(blocks.items[index] for index in free)
    return Plain(fixed, items, vetoes, need, _slack(blocks, chosen))


def _slack(blocks: _Blocks, chosen: int) -> int | None:
    """Give the fewest seats lost by sparing a fixed member and all that depend on it."""
    least: int | None = None
    for index in _bits(chosen):
        gone = 1 << index
        grown = 0
        while grown != gone:
            grown = gone
            for first, second in blocks.only_if:
                if chosen >> first & 1 and gone >> second & 1:
                    gone |= 1 << first
        if not gone & blocks.must:
            lost = sum(blocks.items[each].seats for each in _bits(gone))
            least = lost if least is None else min(least, lost)
    return least


def _mask(indices: Iterator[int] | Sequence[int]) -> int:
    mask = 0
    for index in indices:
        mask |= 1 << index
    return mask


def _bits(mask: int) -> list[int]:
    return [index for index in range(mask.bit_length()) if mask >> index & 1]
