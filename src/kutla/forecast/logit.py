"""Conditional logit: which of the alternatives of each case was chosen, by weights alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    Matrix = npt.NDArray[np.float64]


def fit(cases: Sequence[tuple[Matrix, int]], *, penalty: float = 1.0, steps: int = 25) -> Matrix:
    """Fit the weights by Newton's method; ``penalty`` is a ridge on standardised features.

    Each case is the matrix of its alternatives and the row that was chosen.
    """
    if not cases:
        raise ValueError("a fit needs at least one case")
    scale = np.maximum(np.concatenate([each for each, _ in cases]).std(axis=0), 1e-9)
    scaled = [(each / scale, chosen) for each, chosen in cases]
    weights = np.zeros(len(scale))
    value = _value(scaled, weights, penalty)
    for _ in range(steps):
        move = np.linalg.solve(*_bend_and_slope(scaled, weights, penalty))
        size = 1.0
        while (reached := _value(scaled, weights + size * move, penalty)) < value and size > 1e-6:
            size /= 2
        weights = weights + size * move
        if reached - value < 1e-7 * abs(value):
            break
        value = reached
    return np.asarray(weights / scale, dtype=np.float64)


def _bend_and_slope(
    cases: Sequence[tuple[Matrix, int]], weights: Matrix, penalty: float
) -> tuple[Matrix, Matrix]:
    slope = -penalty * weights
    bend = penalty * np.eye(len(weights))
    for alternatives, chosen in cases:
        share = softmax(alternatives @ weights)
        mean = share @ alternatives
        slope += alternatives[chosen] - mean
        bend += (alternatives * share[:, None]).T @ alternatives - np.outer(mean, mean)
    return bend, slope


def _value(cases: Sequence[tuple[Matrix, int]], weights: Matrix, penalty: float) -> float:
    """Give the penalised log-likelihood, which the fit raises step by step."""
    total = -penalty / 2 * float(weights @ weights)
    for alternatives, chosen in cases:
        scores = alternatives @ weights
        top = float(scores.max())
        total += float(scores[chosen]) - top - float(np.log(np.exp(scores - top).sum()))
    return total


def softmax(scores: Matrix) -> Matrix:
    """Turn scores into probabilities."""
    raised = np.exp(scores - scores.max())
    return np.asarray(raised / raised.sum(), dtype=np.float64)
