"""``kutla.open``: a ledger asked from Python, with frames at the edge."""

from datetime import UTC, date, datetime

import pytest

import kutla
from kutla.errors import LedgerError, StateError, UnknownEntityError
from support.republic import make_republic


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return make_republic(tmp_path_factory.mktemp("republic"))


@pytest.fixture
def held(place):
    with kutla.open(*place) as opened:
        yield opened


def test_seats_come_as_a_frame(held):
    frame = held.state("2014-05-20").seats.to_pandas()
    assert dict(zip(frame["list"], frame["seats"], strict=True)) == {
        "Harbour Party": 38, "Meadow List": 23, "Orchard Union": 17,
    }  # fmt: skip
    assert frame.loc[frame["list"] == "Meadow List", "other_figures"].item() == "24"


def test_days_and_moments_may_be_texts_days_or_moments(held):
    moment = datetime(2014, 5, 20, 23, 59, 59, 999999, tzinfo=UTC)
    states = [
        held.state(day, known_at=known).value
        for day in ("2014-05-20", date(2014, 5, 20))
        for known in ("2014-05-20", date(2014, 5, 20), moment)
    ]
    assert all(state == states[0] for state in states)


def test_without_a_day_it_is_the_last_that_a_report_speaks_of(held):
    assert held.state().value.valid_on == date(2014, 5, 25)
    assert held.claims.to_dicts() == held.state().claims.to_dicts()


def test_facts_blocs_documents_and_the_timeline_come_as_tables(held):
    state = held.state()
    assert set(state.facts.to_pandas()["kind"]) >= {"seats", "joins_bloc"}
    assert [(row["who"], row["bloc"]) for row in state.blocs] == [
        ("Orchard Union", "Harbour Party")
    ]
    assert [row["claims"] for row in state.documents] == [3, 1, 2, 1]
    days = [row["from"] for row in state.timeline(about="Harbour Party")]
    assert days == sorted(days)
    assert state.timeline(kind="raids").to_dicts() == []


def test_who_says_what_is_asked_by_any_name(held):
    (answer,) = held.state().ask(about="Meadow", kind="seats", contested=True)
    assert [side.reading.value for side in answer.sides] == [23, 24]
    with pytest.raises(UnknownEntityError, match="nothing is said about"):
        held.state().ask(about="Nobody Such")


def test_why_gives_the_one_fact_or_says_that_there_are_several(held):
    assert held.state().why("Meadow seats").value == 23
    with pytest.raises(StateError, match="name one by its id"):
        held.state().why("seats")
    with pytest.raises(StateError, match="no fact"):
        held.state().why("weather")


def test_what_came_to_be_known_since(held):
    found = held.diff("2014-05-15")
    frame = found.to_pandas()
    assert set(frame["change"]) >= {"new", "newly contested"}
    assert found.value.newly_contested[0].fact.subject.name == "Meadow List"
    days = held.diff(first="2014-05-20", last="2014-05-25").value
    assert (days.before.valid_on, days.after.valid_on) == (date(2014, 5, 20), date(2014, 5, 25))
    with pytest.raises(StateError, match="say what to compare with"):
        held.diff()


def test_a_ledger_that_is_not_there_is_not_made(tmp_path):
    with pytest.raises(LedgerError, match="there is no such ledger"):
        kutla.open(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []
