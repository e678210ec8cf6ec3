"""The best one-to-one matching of two small sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def match_best(weights: Sequence[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    """Pair rows with columns so that the sum of weights is greatest; 0 means "never pair".

    Weights are not negative. The Hungarian method with potentials, cubic in the larger side.
    """
    size = max(len(weights), max((len(row) for row in weights), default=0))
    square = [[0] * size for _ in range(size)]
    for i, row in enumerate(weights):
        square[i][: len(row)] = [-weight for weight in row]
    columns = _assign(square)
    pairs = ((row, column) for column, row in enumerate(columns))
    return tuple(sorted((row, column) for row, column in pairs if square[row][column] < 0))


def _assign(costs: list[list[int]]) -> list[int]:
    """Give the row of each column in the cheapest assignment of a square matrix."""
    size = len(costs)
    row_potential, column_potential = [0] * (size + 1), [0] * (size + 1)
    row_of = [0] * (size + 1)
    for row in range(1, size + 1):
        row_of[0] = row
        _augment(costs, row_of, row_potential, column_potential)
    return [row - 1 for row in row_of[1:]]


def _augment(costs: list[list[int]], row_of: list[int], u: list[int], v: list[int]) -> None:
    size = len(costs)
    slack: list[float] = [float("inf")] * (size + 1)
    before, is_done, column = [0] * (size + 1), [False] * (size + 1), 0
    while row_of[column] != 0:
        is_done[column] = True
        row, nearest, step = row_of[column], 0, float("inf")
        for other in range(1, size + 1):
            if is_done[other]:
                continue
            reduced = costs[row - 1][other - 1] - u[row] - v[other]
            if reduced < slack[other]:
                slack[other], before[other] = reduced, column
            if slack[other] < step:
                step, nearest = slack[other], other
        _shift(int(step), is_done, row_of, (u, v), slack)
        column = nearest
    while column:
        row_of[column] = row_of[before[column]]
        column = before[column]


def _shift(
    step: int,
    is_done: list[bool],
    row_of: list[int],
    potentials: tuple[list[int], list[int]],
    slack: list[float],
) -> None:
    u, v = potentials
    for column, done in enumerate(is_done):
        if done:
            u[row_of[column]] += step
            v[column] -= step
        else:
            slack[column] -= step
