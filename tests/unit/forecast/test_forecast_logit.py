"""The logit finds the weights that made the choices, and a larger fit raises the likelihood."""

import numpy as np
import pytest

from kutla.forecast.logit import fit, sample_alternatives, softmax, stack


def test_weights_that_made_the_choices_are_found_again():
    draw = np.random.default_rng(3)
    truth = np.array([1.5, -0.8, 0.0])
    cases = []
    for _ in range(1500):
        alternatives = draw.normal(size=(6, 3))
        chosen = int(draw.choice(6, p=softmax(alternatives @ truth)))
        cases.append((alternatives, chosen))
    assert fit(stack(cases)) == pytest.approx(truth, abs=0.12)


def test_features_on_other_scales_give_the_same_probabilities():
    draw = np.random.default_rng(4)
    cases = [(draw.normal(size=(5, 2)), int(draw.integers(5))) for _ in range(200)]
    stretched = [(each * np.array([1000.0, 0.01]), chosen) for each, chosen in cases]
    one, other = fit(stack(cases)), fit(stack(stretched))
    assert one == pytest.approx(other * np.array([1000.0, 0.01]), rel=1e-3, abs=1e-4)


def test_a_fit_needs_a_case_and_probabilities_sum_to_one():
    with pytest.raises(ValueError, match="at least one case"):
        stack([])
    assert softmax(np.array([1000.0, 999.0])).sum() == pytest.approx(1.0)


def test_a_fit_on_sampled_alternatives_is_of_all_of_them():
    draw = np.random.default_rng(5)
    truth = np.array([1.0, -0.5])
    every, some, offsets = [], [], []
    for seed in range(1200):
        rows = draw.normal(size=(60, 2))
        chosen = int(draw.choice(60, p=softmax(rows @ truth)))
        every.append((rows, chosen))
        kept, added = sample_alternatives(rows @ truth / 2, chosen, first=8, others=8, seed=seed)
        assert chosen in kept
        assert len(set(kept.tolist())) == len(kept) == 16
        some.append((rows[kept], int(np.flatnonzero(kept == chosen)[0])))
        offsets.append(added)
    assert fit(stack(some, offsets)) == pytest.approx(fit(stack(every)), abs=0.1)


def test_only_some_of_the_cases():
    cases = [(np.array([[0.0], [1.0]]), 1), (np.array([[2.0], [3.0], [4.0]]), 2)]
    kept = stack(cases).only(np.array([False, True]))
    assert kept.rows[kept.chosen].tolist() == [[4.0]]
    assert kept.lengths.tolist() == [3]
