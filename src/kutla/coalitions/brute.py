"""The definitions, tried on every set of groups: slow, and the twin all else is held to."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kutla.coalitions.game import Game


def all_sets(game: Game) -> list[frozenset[str]]:
    """Give every set of groups, the empty one first."""
    ids = [group.id for group in game.groups]
    return [frozenset(some) for size in range(len(ids) + 1) for some in combinations(ids, size)]


def winning_sets(game: Game) -> set[frozenset[str]]:
    """Give every feasible set that reaches the quota."""
    return {members for members in all_sets(game) if game.wins(members)}


def minimal_winning_sets(game: Game) -> set[frozenset[str]]:
    """Give the winning sets of which no smaller part is feasible and wins."""
    winning = winning_sets(game)
    return {members for members in winning if not any(other < members for other in winning)}


def swings(game: Game) -> dict[str, dict[int, int]]:
    """Count by size, for each group, the winning sets it is in that reach no quota without it."""
    counts: dict[str, dict[int, int]] = {group.id: {} for group in game.groups}
    for members in winning_sets(game):
        for each in members:
            if not game.reaches(members - {each}):
                by_size = counts[each]
                by_size[len(members)] = by_size.get(len(members), 0) + 1
    return counts
