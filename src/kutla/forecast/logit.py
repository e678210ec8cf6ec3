"""Conditional logit: which of the alternatives of each case was chosen, by weights alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Choices:
    """Cases one below the other: ``rows`` (alternatives × features), where each case starts, the
    row chosen in each, and what is added to each row's score (the correction for sampling).
    """  # noqa: D205

    rows: npt.NDArray[np.float32]
    starts: npt.NDArray[np.int64]
    chosen: npt.NDArray[np.int64]
    offset: Matrix

    @property
    def lengths(self) -> npt.NDArray[np.int64]:
        """Alternatives a case."""
        return np.diff(np.append(self.starts, len(self.rows)))

    def only(self, cases: npt.NDArray[np.bool_]) -> Choices:
        """Give some of the cases."""
        lengths = self.lengths
        kept = np.repeat(cases, lengths)
        starts = np.concatenate([[0], np.cumsum(lengths[cases])[:-1]]).astype(np.int64)
        within = (self.chosen - self.starts)[cases]
        return Choices(self.rows[kept], starts, starts + within, self.offset[kept])


def stack(cases: Sequence[tuple[Matrix, int]], offsets: Sequence[Matrix] | None = None) -> Choices:
    """Stack cases: the matrix of each one's alternatives and the row that was chosen."""
    if not cases:
        raise ValueError("a fit needs at least one case")
    lengths = [len(rows) for rows, _ in cases]
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64)
    rows = np.concatenate([np.asarray(rows, dtype=np.float32) for rows, _ in cases])
    chosen = starts + np.array([row for _, row in cases])
    added = np.zeros(len(rows)) if offsets is None else np.concatenate(list(offsets))
    return Choices(rows, starts, chosen, added)


def sample_alternatives(
    scores: Matrix, chosen: int, *, first: int, others: int, seed: int
) -> tuple[npt.NDArray[np.int64], Matrix]:
    """Draw alternatives for a fit: the ``first`` best by a pilot's scores, some of the others.

    Gives the rows (the chosen one always among them) and what to add to their scores, so that the
    fit is of all alternatives (McFadden 1978).
    """
    order = np.argsort(-scores, kind="stable")
    best, rest = order[:first], order[first:]
    if len(rest) <= others:
        return order, np.zeros(len(order))
    draw = np.random.default_rng(seed)
    if chosen in rest:
        drawn = np.append(draw.choice(rest[rest != chosen], others - 1, replace=False), chosen)
    else:
        drawn = draw.choice(rest, others, replace=False)
    added = np.concatenate([np.zeros(len(best)), np.full(others, np.log(len(rest) / others))])
    return np.concatenate([best, drawn]), added


def fit(
    choices: Choices, *, penalty: float = 1.0, steps: int = 25, start: Matrix | None = None
) -> Matrix:
    """Fit the weights by Newton's method; ``penalty`` is a ridge on standardised features."""
    scale = np.maximum(choices.rows.std(axis=0, dtype=np.float64), 1e-6)
    rows = (choices.rows / scale).astype(np.float32)
    scaled = Choices(rows, choices.starts, choices.chosen, choices.offset)
    weights = np.zeros(len(scale)) if start is None else start * scale
    value, shares = _value(scaled, weights, penalty)
    for _ in range(steps):
        weighed = rows * shares[:, None].astype(np.float32)
        means = np.add.reduceat(weighed, choices.starts, axis=0)
        slope = (rows[choices.chosen] - means).sum(axis=0, dtype=np.float64) - penalty * weights
        bend = (rows.T @ weighed - means.T @ means).astype(np.float64)
        move = np.linalg.solve(bend + penalty * np.eye(len(scale)), slope)
        size = 1.0
        reached, shares = _value(scaled, weights + size * move, penalty)
        while reached < value and size > 1e-6:
            size /= 2
            reached, shares = _value(scaled, weights + size * move, penalty)
        weights = weights + size * move
        if reached - value < 1e-6 * abs(value):
            break
        value = reached
    return np.asarray(weights / scale, dtype=np.float64)


def _value(choices: Choices, weights: Matrix, penalty: float) -> tuple[float, Matrix]:
    """Give the penalised log-likelihood and the probability of every row within its case."""
    scores = (choices.rows @ weights.astype(np.float32)).astype(np.float64) + choices.offset
    lengths = choices.lengths
    tops = np.maximum.reduceat(scores, choices.starts)
    raised = np.exp(scores - np.repeat(tops, lengths))
    sums = np.add.reduceat(raised, choices.starts)
    value = float((scores[choices.chosen] - tops - np.log(sums)).sum())
    return value - 0.5 * penalty * float(weights @ weights), raised / np.repeat(sums, lengths)


def softmax(scores: Matrix) -> Matrix:
    """Turn scores into probabilities."""
    raised = np.exp(scores - scores.max())
    return np.asarray(raised / raised.sum(), dtype=np.float64)
