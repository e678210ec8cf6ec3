"""A forecast stands on known seats, known places and a cabinet before; else it is refused."""

import pytest

from kutla.coalitions import Group
from kutla.errors import ForecastError, TooLittleHistoryError
from kutla.forecast import Contender, forecast, load_model

HARBOUR = Contender(Group("h", "Harbour", 40), 3.0, governed=True, led=True)
MEADOW = Contender(Group("m", "Meadow", 35), 8.0)
ORCHARD = Contender(Group("o", "Orchard", 16), 4.0, governed=True)
LANTERN = Contender(Group("l", "Lantern", 10), 6.0)
ALL = (HARBOUR, MEADOW, ORCHARD, LANTERN)


def told(*contenders, **more):
    return forecast(contenders or ALL, **{"quota": 51, "chamber_seats": 101, **more})


def test_probabilities_are_ordered_and_sum_to_one_over_all_governments():
    found = told(limit=15)
    shares = [each.probability for each in found.outcomes]
    assert len(shares) == 15
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == pytest.approx(1.0)
    assert sum(share for _, share in found.leads) == pytest.approx(1.0)


def test_a_sitting_minimal_winning_coalition_led_by_the_largest_is_the_first_guess():
    first = told().outcomes[0]
    assert {group.label for group in first.members} == {"Harbour", "Orchard"}
    assert not first.is_minority
    assert first == told().again


def test_a_refusal_rules_out_and_says_how_much():
    pair = frozenset({"h", "o"})
    free, bound = told(), told(refusals=[pair])
    assert bound.ruled_out >= free.outcomes[0].probability
    assert all(not pair <= {group.id for group in each.members} for each in bound.outcomes)
    assert bound.again.probability == 0


def test_the_score_card_comes_with_it():
    [caution] = told().cautions
    assert "one country at a time" in caution
    card = load_model().card
    assert card["top-1"] < card["top-5"] < card["top-10"] <= 1
    assert card["log-loss"] < card["uniform log-loss"]


@pytest.mark.parametrize(
    ("contenders", "more", "message"),
    [
        (ALL, {"chamber_seats": 140}, "only 101 of 140 seats"),
        ((Contender(HARBOUR.group), *ALL[1:]), {}, "known for 61 of 101 seats"),
        (ALL, {"quota": 40}, "has a majority alone"),
        ((HARBOUR, MEADOW), {"chamber_seats": None}, "among three or more"),
        (ALL, {"quota": 200, "chamber_seats": None}, "fewer than the quota"),
    ],
)
def test_without_ground_it_is_refused_with_the_reason(contenders, more, message):
    with pytest.raises(ForecastError, match=message):
        told(*contenders, **more)


def test_without_a_cabinet_before_there_is_too_little_history():
    fresh = tuple(Contender(each.group, each.left_right) for each in ALL)
    with pytest.raises(TooLittleHistoryError, match="who did"):
        told(*fresh)


def test_refusals_that_leave_nothing_are_an_error_and_strangers_a_callers_mistake():
    with pytest.raises(ForecastError, match="rule out every government"):
        told(refusals=[frozenset({each.group.id}) for each in ALL])
    with pytest.raises(ValueError, match="no contenders"):
        told(refusals=[frozenset({"x", "h"})])
