"""The score card, by hand."""

from dataclasses import replace

import numpy as np
import pytest

from kutla.forecast.cases import past_cases
from kutla.forecast.model import temper
from kutla.forecast.opportunity import potential_governments
from kutla.forecast.scoring import (
    Judged,
    calibration_error,
    card_of,
    draw_calibration,
    read_scores,
    report,
    rows_of,
)

CASE = next(case for case in past_cases() if len(case.chance.ids) == 3 and case.led_by == 0)


def judged(shares, chosen, again):
    sets = potential_governments(3)
    return Judged.of(CASE, sets, np.array(shares), np.array([0.6, 0.3, 0.1]), chosen, again)


def test_ranks_and_scores_by_hand():
    one = judged([0.4, 0.3, 0.1, 0.05, 0.05, 0.05, 0.05], chosen=1, again=0)
    assert (one.rank, one.rank_if_changed, one.leader) == (2, 1, 1)
    assert one.probability == pytest.approx(0.3)
    assert one.brier == pytest.approx(0.4**2 + 0.7**2 + 0.1**2 + 4 * 0.05**2)
    assert not one.is_again


def test_ties_count_against_the_forecast():
    assert judged([1 / 7] * 7, chosen=3, again=None).rank == 7


def test_calibration_error_is_zero_where_what_was_said_comes_as_often():
    one = judged([0.5, 0.5, 0, 0, 0, 0, 0], chosen=0, again=0)
    hit, miss = replace(one, rank=1, first=0.5), replace(one, rank=3, first=0.5)
    assert calibration_error([hit, miss]) == pytest.approx(0)
    assert calibration_error([miss, miss]) == pytest.approx(0.5)
    assert card_of([hit, miss])["top-1"] == 0.5


def test_the_odds_of_again_are_set_right_and_the_rest_keeps_its_order():
    shares = np.array([0.8, 0.15, 0.05])
    right = temper(shares, 0, (0.0, 0.5))
    assert right.sum() == pytest.approx(1)
    assert right[0] == pytest.approx(2 / 3)
    assert right[1] / right[2] == pytest.approx(3)
    assert temper(shares, None, (0.0, 0.5)) is shares


def test_rows_come_back_and_are_drawn(tmp_path):
    import json

    one = judged([0.4, 0.3, 0.1, 0.05, 0.05, 0.05, 0.05], chosen=1, again=0)
    place = tmp_path / "s.json"
    place.write_text(json.dumps({"with places": rows_of([one, one])}), encoding="utf-8")
    [(name, back)] = read_scores(place).items()
    assert (name, back[0].rank) == ("with places", 2)
    assert "| top-1 |" in report({name: back})
    assert draw_calibration(back).count("<circle") == 1
