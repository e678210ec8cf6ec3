"""Each feature says what its name says, checked by hand and against the coalition room."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kutla.coalitions import Game, Group, enumerate_coalitions
from kutla.errors import TooManyGroupsError
from kutla.forecast.features import FEATURES, Chances, measure, median_party, potential_governments

CHAMBER = Chances(
    (40, 35, 15, 10),
    (2.0, 8.0, 6.0, 5.0),
    (True, False, True, False),
    (True, False, False, False),
    51,
)


def row(*members):
    return sum(1 << member for member in members) - 1


def features(*members):
    return dict(zip(FEATURES, measure(CHAMBER)[row(*members)], strict=True))


def test_the_last_cabinet():
    last = features(0, 2)
    assert last["the last cabinet again"] == 1
    assert last["overlap with the last cabinet"] == 1
    assert last["minimal winning with the largest"] == 1
    assert last["minority"] == 0
    assert last["left-right range"] == pytest.approx(0.4)
    assert last["party of the last prime minister in it"] == 1


def test_a_minority_of_one():
    alone = features(1)
    assert (alone["minority"], alone["single party"], alone["second party in it"]) == (1, 1, 1)
    assert alone["overlap with the last cabinet"] == 0
    assert alone["share of seats"] == pytest.approx(0.35)


def test_the_median_party_holds_the_median_seat():
    assert median_party(CHAMBER) == 3
    assert median_party(Chances((51, 49), (1.0, 9.0), (False,) * 2, (False,) * 2, 51)) == 0


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 30), min_size=2, max_size=7))
def test_minimal_winning_is_that_of_the_coalition_room(seats):
    quota = sum(seats) // 2 + 1
    number = len(seats)
    chances = Chances(tuple(seats), (5.0,) * number, (False,) * number, (False,) * number, quota)
    minimal = measure(chances)[:, FEATURES.index("minimal winning")]
    game = Game(tuple(Group(str(place), str(place), own) for place, own in enumerate(seats)), quota)
    expected = {row(*map(int, each.ids)) for each in enumerate_coalitions(game, limit=None)}
    assert set(np.flatnonzero(minimal)) == expected


def test_too_many_parties_are_refused():
    with pytest.raises(TooManyGroupsError, match="15 parties"):
        potential_governments(15)
    with pytest.raises(ValueError, match="every party"):
        Chances((1, 2), (5.0,), (True, False), (True, False), 2)
