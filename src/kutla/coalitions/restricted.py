"""The restricted game: a set wins when it contains a feasible winning one.

Every set of groups is one bit of a single integer, so a rule is a handful of bitwise operations
on it. Exact under any rule, for as many groups as such a table can hold.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kutla.errors import TooManyGroupsError

if TYPE_CHECKING:
    from kutla.coalitions.game import Game

MOST_GROUPS = 22


def is_free(game: Game) -> bool:
    """Whether no rule at all restricts who sits with whom."""
    return not (
        game.incompatible
        or game.must
        or game.must_not
        or game.together
        or game.only_if
        or game.max_members is not None
    )


def swing_tables(game: Game, *, restricted: bool) -> dict[str, int]:
    """Give, for each group, the table of winning sets in which it is critical.

    In the restricted game a set wins that contains a feasible winning one; else only feasible
    winning sets do, and a group is critical where the seats fall short without its own.
    Raises TooManyGroupsError beyond ``MOST_GROUPS`` groups.
    """
    number = len(game.groups)
    _check_size(number)
    tables = {}
    wins = winning_table(game) if restricted else feasible_table(game) & _reaching(game)
    for index, group in enumerate(game.groups):
        having = _having(number, index)
        if restricted:
            tables[group.id] = wins & having & ~((wins & ~having) << (1 << index))
        else:
            short = ~_reaching(replace(game, quota=game.quota + group.seats))
            tables[group.id] = wins & having & short
    return tables


def shared_swings(tables: dict[str, int]) -> dict[str, dict[int, int]]:
    """Count, for each group, the sets in which it is critical by how many are critical in them.

    How many are critical is counted for all sets at once, one bit plane a binary digit.
    """
    planes: list[int] = []
    for table in tables.values():
        carry = table
        for place, plane in enumerate(planes):
            planes[place], carry = plane ^ carry, plane & carry
        if carry:
            planes.append(carry)
    counts: dict[str, dict[int, int]] = {}
    for each, table in tables.items():
        counts[each] = {}
        for number in range(1, len(tables) + 1):
            left = table
            for place, plane in enumerate(planes):
                left &= plane if number >> place & 1 else ~plane
            if number >> len(planes) == 0 and left:
                counts[each][number] = left.bit_count()
    return counts


def swings_by_size(game: Game) -> dict[str, list[int]]:
    """Count, by size, the sets that win the restricted game with a group and not without it."""
    number = len(game.groups)
    wins = winning_table(game)
    everything = (1 << (1 << number)) - 1
    of_size = [_sized(number, size) for size in range(number + 1)]
    counts = {}
    for index, group in enumerate(game.groups):
        without = everything & ~_having(number, index)
        swing = (wins >> (1 << index)) & without & ~wins
        counts[group.id] = [0] + [(swing & of_size[size]).bit_count() for size in range(number)]
    return counts


def winning_table(game: Game) -> int:
    """Give the table of sets that contain a feasible winning set, bit by bit.

    Raises TooManyGroupsError beyond ``MOST_GROUPS`` groups.
    """
    number = len(game.groups)
    _check_size(number)
    table = feasible_table(game) & _reaching(game)
    for index in range(number):
        table |= (table & ~_having(number, index)) << (1 << index)
    return table


def _check_size(number: int) -> None:
    if number > MOST_GROUPS:
        raise TooManyGroupsError(
            f"the restricted game of {number} groups has 2^{number} sets to look at, more than "
            f"the 2^{MOST_GROUPS} that are looked at; ask for the feasible meaning, or leave out "
            f"the {number - MOST_GROUPS} smallest groups."
        )


def feasible_table(game: Game) -> int:
    """Give the table of feasible sets."""
    number = len(game.groups)
    everything = (1 << (1 << number)) - 1
    has = {group.id: _having(number, index) for index, group in enumerate(game.groups)}
    table = everything
    for refusal in game.incompatible:
        table &= ~_all(has, refusal, everything)
    for each in game.must:
        table &= has[each]
    for each in game.must_not:
        table &= ~has[each]
    for block in game.together:
        none = everything
        for each in block:
            none &= ~has[each]
        table &= none | _all(has, block, everything)
    for first, second in game.only_if:
        table &= ~has[first] | has[second]
    if game.max_members is not None:
        small = 0
        for size in range(game.max_members + 1):
            small |= _sized(number, size)
        table &= small
    return table & everything


def _all(has: dict[str, int], members: frozenset[str], everything: int) -> int:
    table = everything
    for each in members:
        table &= has[each]
    return table


def _having(number: int, index: int) -> int:
    """Give the table of the sets that have the group at ``index``."""
    block = ((1 << (1 << index)) - 1) << (1 << index)
    for doubling in range(index + 1, number):
        block |= block << (1 << doubling)
    return block


@cache
def _sized(number: int, size: int) -> int:
    """Give the table of the sets of exactly ``size`` groups."""
    if size < 0 or size > number:
        return 0
    if number == 0:
        return 1
    return _sized(number - 1, size) | _sized(number - 1, size - 1) << (1 << number - 1)


def _reaching(game: Game) -> int:
    """Give the table of the sets whose seats reach the quota."""

    @cache
    def reach(number: int, need: int) -> int:
        if need <= 0:
            return (1 << (1 << number)) - 1
        if number == 0:
            return 0
        seats = game.groups[number - 1].seats
        return reach(number - 1, need) | reach(number - 1, need - seats) << (1 << number - 1)

    return reach(len(game.groups), game.quota)
