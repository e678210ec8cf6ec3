"""Whatever the reports say, the arithmetic and the procedure give an answer."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kutla.claims.claim import Modality, Polarity
from kutla.coalitions import coalitions_from_state
from kutla.procedure import list_procedures, load_procedure, place_in_procedure
from kutla.state.state import Standing
from support.states import fact, make_state

NAMES = ("Harbour", "Meadow", "Orchard", "Lantern", "Tomas Reek", "Ilse Brandt", "parliament")
OFFICES = ("prime minister", "speaker", "president", "chancellor", "parliament")
KINDS = (
    "refuses_bloc", "opposes", "forms_bloc", "joins_bloc", "negotiates_with", "leads", "part_of",
    "member_of", "election", "session", "appointed_to", "nominated_for", "withdraws_candidacy",
    "confidence_vote", "resigns", "holds_office", "court_ruling",
)  # fmt: skip


@st.composite
def facts(draw):
    day = date(2018, 1, 1) + timedelta(days=draw(st.integers(0, 3200)))
    on = draw(st.sampled_from([None, day.isoformat(), f"{day:%Y-%m}", f"{day:%Y}"]))
    more = {
        "on": on,
        "polarity": draw(st.sampled_from(Polarity)),
        "modality": draw(st.sampled_from(Modality)),
        "standing": draw(st.sampled_from(Standing)),
    }
    if draw(st.booleans()):
        numbers = draw(st.lists(st.integers(0, 60), min_size=1, max_size=3))
        return fact("seats", draw(st.sampled_from(NAMES)), values=tuple(numbers), **more)
    kind, subject = draw(st.sampled_from(KINDS)), draw(st.sampled_from(NAMES))
    return fact(kind, subject, draw(st.sampled_from([None, *NAMES, *OFFICES])), **more)


@settings(max_examples=120, deadline=None)
@given(
    st.lists(facts(), max_size=14),
    st.sampled_from([*list_procedures(), "nowhere"]),
    st.integers(0, 3200),
)
def test_any_state_has_an_arithmetic_and_a_stage(told, parliament, days):
    valid_on = date(2018, 1, 1) + timedelta(days=days)
    state = make_state(told, chamber=120, valid_on=valid_on)
    picture = coalitions_from_state(state)
    assert picture.accounted + picture.unaccounted >= min(120, picture.accounted)
    for coalition in picture.without_contested.best:
        assert coalition.seats >= picture.quota
        firm = [each.groups for each in picture.refusals if not each.is_contested]
        assert not any(pair <= coalition.ids for pair in firm)
    stage = place_in_procedure(state, load_procedure(parliament))
    assert all(step.on.first_on <= valid_on for step in stage.reached)
    assert all(missed.late_days > 0 for missed in stage.missed)
    assert stage.since is None or stage.since <= valid_on + timedelta(days=6)


@pytest.mark.parametrize("day", ["2018-06-01", "2022-05-01", "2026-11-23"])
def test_a_stage_of_iraq_tells_nothing_from_after_its_day(day):
    valid_on = date.fromisoformat(day)
    stage = place_in_procedure(make_state((), valid_on=valid_on), load_procedure("iraq"))
    days = [step.day for step in stage.reached] + [each.done_on for each in stage.precedents]
    assert max(days) <= valid_on
