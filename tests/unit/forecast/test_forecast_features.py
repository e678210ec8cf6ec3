"""Each feature says what its name says, checked by hand and against the coalition room."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kutla.coalitions import Game, Group, enumerate_coalitions
from kutla.errors import TooManyGroupsError
from kutla.forecast.features import features, measure, measure_leaders, median_party
from kutla.forecast.opportunity import (
    Opportunity,
    PastCabinet,
    potential_governments,
    read_record,
    row_of,
)

PAST = (
    PastCabinet(1990.0, frozenset("bd"), "b", {"a": 30, "b": 40, "c": 20, "d": 10}, 100),
    PastCabinet(1994.0, frozenset("ac"), "a", {"a": 45, "b": 30, "c": 15, "d": 10}, 100),
)
CHAMBER = Opportunity(
    ("a", "b", "c", "d"),
    (40, 35, 15, 10),
    100,
    51,
    1998.0,
    (2.0, 8.0, 6.0, 5.0),
    ("soc", "con", "right", "lib"),
    (0.45, 0.30, 0.15, 0.10),
    PAST,
)


def of(members, chance=CHAMBER, placed=True):
    inside = np.array([[each in members for each in chance.ids]])
    return dict(
        zip(features(placed=placed), measure(chance, inside, placed=placed)[0], strict=True)
    )


def test_the_last_cabinet():
    last = of("ac")
    assert last["the last cabinet again"] == 1
    assert last["overlap with the last cabinet"] == 1
    assert last["minimal winning with the largest"] == 1
    assert last["minority"] == 0
    assert last["left-right range"] == pytest.approx(0.4)
    assert last["seats between its ends left out"] == pytest.approx(0.1)  # d, at 5
    assert last["party of the last prime minister in it"] == 1
    assert last["far right in it"] == 1
    assert last["parties added"] == last["parties dropped"] == 0


def test_a_minority_of_one():
    alone = of("b")
    assert (alone["minority"], alone["single party"], alone["second party in it"]) == (1, 1, 1)
    assert alone["overlap with the last cabinet"] == 0
    assert alone["nobody kept, after an election"] == 1
    assert alone["share of seats"] == pytest.approx(0.35)
    assert alone["seats won"] == pytest.approx(0.05)
    assert alone["winner of the election in it"] == 1


def test_what_a_country_did_before_counts_by_its_age():
    record = read_record(CHAMBER)
    assert record.part[0] == record.part[2] > record.part[1] == record.part[3]
    assert record.ties[0, 2] > record.ties[1, 3] > record.ties[0, 1] == 0
    assert of("bd")["governed in this very make-up"] == 1
    assert of("ad")["governed in this very make-up"] == 0


def test_a_cause_is_heard_only_where_it_is_known():
    broke = PastCabinet(1994.0, frozenset("ac"), "a", PAST[1].seats, 100, ended="coalition broke")
    told = Opportunity(
        *(
            getattr(CHAMBER, name)
            for name in ("ids", "seats", "total", "quota", "year", "left_right")
        ),
        past=(PAST[0], broke),
    )
    assert of("ac", told)["again, as the coalition broke"] == 1
    assert of("ac")["again, as the coalition broke"] == 0


def test_without_places_nothing_needs_them():
    bare = Opportunity(CHAMBER.ids, CHAMBER.seats, 100, 51, 1998.0, (None,) * 4, past=PAST)
    assert not bare.is_placed
    assert set(features(placed=False)) < set(features())
    moved = Opportunity(
        CHAMBER.ids, CHAMBER.seats, 100, 51, 1998.0, (9.0, 1.0, 5.0, 0.0), past=PAST
    )
    assert of("ab", bare, placed=False) == of("ab", moved, placed=False)


def test_the_median_party_holds_the_median_seat():
    assert median_party(CHAMBER) == 3
    assert median_party(Opportunity(("a", "b"), (51, 49), 100, 51, 2000.0, (1.0, 9.0))) == 0


def test_leaders_are_measured_party_by_party():
    names, matrix = measure_leaders(CHAMBER)
    assert matrix.shape == (4, len(names))
    assert list(matrix[:, names.index("led")]) == [1, 0, 0, 0]
    assert list(matrix[:, names.index("largest")]) == [1, 0, 0, 0]
    assert len(measure_leaders(CHAMBER, placed=False)[0]) < len(names)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 30), min_size=2, max_size=7))
def test_minimal_winning_is_that_of_the_coalition_room(seats):
    quota, number = sum(seats) // 2 + 1, len(seats)
    ids = tuple(map(str, range(number)))
    chance = Opportunity(ids, tuple(seats), sum(seats), quota, 2000.0, (5.0,) * number)
    sets = potential_governments(number)
    minimal = measure(chance, sets)[:, features().index("minimal winning")]
    game = Game(tuple(Group(each, each, own) for each, own in zip(ids, seats, strict=True)), quota)
    expected = {
        row_of(np.isin(ids, list(each.ids)), sets)
        for each in enumerate_coalitions(game, limit=None)
    }
    assert set(np.flatnonzero(minimal)) == expected


def test_too_many_parties_for_all_sets_are_refused():
    with pytest.raises(TooManyGroupsError, match="15 parties"):
        potential_governments(15)
    with pytest.raises(ValueError, match="every party"):
        Opportunity(("a", "b"), (1, 2), 3, 2, 2000.0, (5.0,))
