"""A forecast stands on known seats and a cabinet before; else it is refused."""

import time

import pytest

from kutla.coalitions import Group
from kutla.errors import ForecastError, TooLittleHistoryError, TooManyGroupsError
from kutla.forecast import WEIGHTS, Contender, Signal, forecast, load_model

HARBOUR = Contender(Group("h", "Harbour", 40), 3.0, governed=True, led=True)
MEADOW = Contender(Group("m", "Meadow", 35), 8.0)
ORCHARD = Contender(Group("o", "Orchard", 16), 4.0, governed=True)
LANTERN = Contender(Group("l", "Lantern", 10), 6.0)
ALL = (HARBOUR, MEADOW, ORCHARD, LANTERN)


def told(*contenders, **more):
    return forecast(contenders or ALL, **{"quota": 51, "chamber_seats": 101, **more})


def given_to(found, *ids):
    return sum(
        one.probability for one in found.outcomes if {*ids} <= {group.id for group in one.members}
    )


def test_probabilities_are_ordered_and_sum_to_one_over_all_governments():
    found = told(limit=15)
    shares = [each.probability for each in found.outcomes]
    assert len(shares) == found.looked_at == 15
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == pytest.approx(1.0)
    assert sum(share for _, share in found.leads) == pytest.approx(1.0)
    assert dict(found.sits)[HARBOUR.group] == pytest.approx(given_to(found, "h"))
    assert found.left_out == 0


def test_a_sitting_minimal_winning_coalition_led_by_the_largest_is_the_first_guess():
    first = told().outcomes[0]
    assert {group.label for group in first.members} == {"Harbour", "Orchard"}
    assert not first.is_minority
    assert first == told().again
    assert told().leads[0][0] == HARBOUR.group


def test_the_order_of_the_groups_changes_nothing():
    turned = told(LANTERN, ORCHARD, MEADOW, HARBOUR)
    assert turned.outcomes[0].probability == pytest.approx(told().outcomes[0].probability)


def test_a_refusal_rules_out_and_says_how_much():
    pair = frozenset({"h", "o"})
    free, bound = told(), told(refusals=[pair])
    assert bound.ruled_out >= free.outcomes[0].probability
    assert all(not pair <= {group.id for group in each.members} for each in bound.outcomes)
    assert bound.again.probability == 0


def test_what_is_said_moves_the_odds_by_its_weight():
    pair = frozenset({"m", "o"})
    kind = "negotiates with"
    plain, moved = (
        told(limit=15),
        told(limit=15, signals=[Signal(kind, pair, WEIGHTS[kind], "said")]),
    )
    before, after = given_to(plain, *pair), given_to(moved, *pair)
    odds = (after / (1 - after)) / (before / (1 - before))
    assert odds == pytest.approx(2.718281828 ** WEIGHTS[kind], rel=1e-6)
    refused = told(limit=15, signals=[Signal("refuses", pair, WEIGHTS["refuses"], "said")])
    assert given_to(refused, *pair) < before


def test_a_nomination_moves_the_prime_minister_and_no_make_up():
    plain = told()
    moved = told(signals=[Signal("nominated", frozenset({"o"}), WEIGHTS["nominated"], "said")])
    assert dict(moved.leads)[ORCHARD.group] > dict(plain.leads)[ORCHARD.group]
    assert moved.outcomes == plain.outcomes


def test_the_score_card_comes_with_it():
    caution = told().cautions[0]
    assert "one country at a time" in caution
    card = load_model().with_places.card
    assert card["top-1"] < card["top-5"] < card["top-10"] <= 1
    assert card["log score"] < card["baseline: uniform, log score"]


def test_without_places_the_other_weights_are_used_and_it_is_said():
    bare = tuple(Contender(each.group, governed=each.governed, led=each.led) for each in ALL)
    found = told(*bare)
    assert not found.placed
    assert "do without" in found.cautions[1]


def test_forty_one_lists_are_scored_in_less_than_ten_seconds_with_what_is_left_out():
    seats = [46, 29, 27, 27, 26, 18, 18, 15, 15, 9, 9, 8, 8, 6, 6, 5, 5, 5, 4, 4, 4, 3, 3, 3, 3, 3]
    seats += [2, 2, 2, 2] + [1] * 11
    lists = [
        Contender(
            Group(f"l{place:02}", f"List {place}", own),
            governed=place in {0, 1, 4, 6},
            led=not place,
        )
        for place, own in enumerate(seats)
    ]
    assert len(lists) == 41
    began = time.process_time()
    found = told(*lists, quota=sum(seats) // 2 + 1, chamber_seats=sum(seats))
    assert time.process_time() - began < 10
    assert 0 < found.left_out < 1
    assert any("not looked at" in each for each in found.cautions)
    assert found == told(*lists, quota=sum(seats) // 2 + 1, chamber_seats=sum(seats))


@pytest.mark.parametrize(
    ("contenders", "more", "message"),
    [
        (ALL, {"chamber_seats": 140}, "only 101 of 140 seats"),
        (ALL, {"chamber_seats": 90}, "counted twice"),
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


def test_beyond_sixty_four_groups_it_is_refused():
    many = [Contender(Group(f"g{i}", f"G{i}", 2), governed=i < 3) for i in range(65)]
    with pytest.raises(TooManyGroupsError, match="64"):
        told(*many, quota=66, chamber_seats=130)
