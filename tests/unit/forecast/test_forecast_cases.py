"""The cases are those of FIELD.md, and nothing in them is later than they are."""

import numpy as np

from kutla.forecast.cases import past_cases, year_of
from kutla.forecast.durations import concordance, falls_within, fit_weibull, no_government_by
from kutla.forecast.features import features, measure
from kutla.forecast.model import load_model
from kutla.forecast.opportunity import potential_governments


def test_there_are_836_opportunities_in_37_countries():
    cases = past_cases()
    assert len(cases) == load_model().cases == 836
    assert len({case.country for case in cases}) == 37
    assert sum(2 ** len(case.chance.ids) - 1 for case in cases) == 549444


def test_no_case_knows_its_own_outcome_or_what_came_later():
    for case in past_cases():
        assert all(each.began <= year_of(case.began_on) for each in case.chance.past)
        assert case.chance.year == year_of(case.began_on)
        assert max(case.chance.seats) * 2 <= case.chance.total


def test_features_do_not_change_with_the_outcome():
    case = next(case for case in past_cases() if len(case.chance.ids) == 5)
    sets = potential_governments(5)
    before = measure(case.chance, sets)
    assert before.shape == (31, len(features()))
    assert np.isfinite(before).all()


def test_a_weibull_is_found_again_and_censoring_heeded():
    draw = np.random.default_rng(3)
    rows = np.stack([np.ones(3000), draw.integers(0, 2, 3000)], axis=1).astype(float)
    full = np.exp(rows @ [6.0, 0.8]) * draw.weibull(1.3, 3000)
    limit = draw.uniform(200, 3000, 3000)
    weights, shape = fit_weibull(rows, np.minimum(full, limit), (full <= limit).astype(float))
    assert np.allclose(weights, [6.0, 0.8], atol=0.1)
    assert abs(shape - 1.3) <= 0.1


def test_concordance_by_hand():
    days, fell = np.array([1.0, 2.0, 3.0]), np.array([1.0, 1.0, 0.0])
    assert concordance(np.array([1.0, 2.0, 3.0]), days, fell) == 1.0
    assert concordance(np.array([3.0, 2.0, 1.0]), days, fell) == 0.0
    assert concordance(np.ones(3), days, fell) == 0.5


def test_waiting_and_falling_only_grow_with_time():
    lasting = load_model().durations
    row = np.array([1.0, 0, 2, 0, 0.55, 0, 0.1])
    falls = [falls_within(lasting, row, 100, more) for more in (0, 90, 365, 1500)]
    assert falls == sorted(falls)
    assert falls[0] == 0
    waits = [no_government_by(lasting, (289, 131), 20, more) for more in (0, 30, 90, 400)]
    assert waits[0] == 1
    assert waits == sorted(waits, reverse=True)
    assert no_government_by(lasting, (289, 300), 20, 90) > no_government_by(lasting, (), 20, 90)
