"""The logit finds the weights that made the choices, and a larger fit raises the likelihood."""

import numpy as np
import pytest

from kutla.forecast.logit import fit, softmax


def test_weights_that_made_the_choices_are_found_again():
    draw = np.random.default_rng(3)
    truth = np.array([1.5, -0.8, 0.0])
    cases = []
    for _ in range(1500):
        alternatives = draw.normal(size=(6, 3))
        chosen = int(draw.choice(6, p=softmax(alternatives @ truth)))
        cases.append((alternatives, chosen))
    assert fit(cases) == pytest.approx(truth, abs=0.12)


def test_features_on_other_scales_give_the_same_probabilities():
    draw = np.random.default_rng(4)
    cases = [(draw.normal(size=(5, 2)), int(draw.integers(5))) for _ in range(200)]
    stretched = [(each * np.array([1000.0, 0.01]), chosen) for each, chosen in cases]
    one, other = fit(cases), fit(stretched)
    assert one == pytest.approx(other * np.array([1000.0, 0.01]), rel=1e-4, abs=1e-6)


def test_a_fit_needs_a_case_and_probabilities_sum_to_one():
    with pytest.raises(ValueError, match="at least one case"):
        fit([])
    assert softmax(np.array([1000.0, 999.0])).sum() == pytest.approx(1.0)
