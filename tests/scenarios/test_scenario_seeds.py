"""What the state says of the five real articles, read from end to end."""

from datetime import UTC, date, datetime

import pytest

from kutla.ledger import open_ledger
from kutla.pipeline import extract_paths, record
from kutla.register import load_parliament
from kutla.state import project_ledger

pytestmark = pytest.mark.shared

_NOW = datetime(2026, 1, 1, tzinfo=UTC)
_SEATS = {
    "iq-sairoon": {54},
    "iq-fatah": {47, 48},
    "iq-nasr": {42},
    "iq-state-of-law": {25},
    "iq-kdp": {25},
    "iq-hikma": {19},
    "iq-puk": {18},
    "iq-qarar": {14},
    "iq-anbar-identity": {6},
    "iq-gorran": {5},
    "iq-new-generation": {4},
}


@pytest.fixture(scope="module")
def ask(seeds, tmp_path_factory):
    register = load_parliament("iraq")
    with open_ledger(tmp_path_factory.mktemp("seeds") / "kutla.db") as ledger:
        record(ledger, extract_paths(sorted(seeds.glob("*.txt")), register), _NOW)

        def ask(day):
            on = date.fromisoformat(day)
            return project_ledger(ledger, register, valid_on=on, known_at=_NOW)

        yield ask


def test_the_seats_of_2018(ask):
    state = ask("2021-07-28")
    found = {row.subject.entity_id: {a.value for a in row.alternatives} for row in state.seats.rows}
    unmatched = [row for row in state.seats.rows if not row.subject.is_resolved]
    assert {key: value for key, value in found.items() if key} == _SEATS
    assert [(row.subject.name, row.value) for row in unmatched] == [("National Alliance", 21)]
    assert state.seats.accounted == 280
    assert state.seats.unaccounted == 49
    (contested,) = [row for row in state.seats.rows if row.is_contested]
    assert contested.subject.entity_id == "iq-fatah"
    assert [a.stories for a in contested.alternatives] == [1, 1]


def test_the_list_that_one_report_names_twice_is_flagged_and_no_other(ask):
    flagged = [p.message for p in ask("2021-07-28").problems if p.code == "list-named-twice"]
    (message,) = flagged
    assert "National Wisdom Movement" in message
    assert "National Wisdom Trend" in message


def test_the_bloc_of_2020_and_the_two_voices_of_one_list(ask):
    state = ask("2021-07-28")
    (bloc,) = [each for each in state.blocs if each.size is not None]
    assert [f.subject.entity_id for f in bloc.formed] == ["iq-hikma"]
    assert bloc.size is not None
    assert bloc.size.value == 40
    (nasr,) = [f for f in bloc.may_join if f.subject.entity_id == "iq-nasr"]
    assert nasr.is_contested
    assert "Huda Sajad" in nasr.reason
    assert "Jasim al-Baghati" in nasr.reason


def test_alliances_and_talks_of_2018(ask):
    state = ask("2021-07-28")
    pairs = {
        frozenset({f.subject.entity_id, f.object.entity_id})
        for f in state.of_kind("forms_bloc", "negotiates_with", "meets")
        if f.object is not None
    }
    assert {"iq-muqtada-al-sadr", "iq-communist-party"} in pairs
    assert {"iq-muqtada-al-sadr", "iq-haider-al-abadi"} in pairs


def test_the_contact_with_washington_is_contested(ask):
    facts = [f for f in ask("2021-07-28").contested if f.kind in {"meets", "negotiates_with"}]
    (fact,) = facts
    assert {fact.subject.entity_id, fact.object.entity_id} == {"united-states", "iq-sairoon"}
    assert {a.polarity for a in fact.alternatives} == {"affirmed", "denied"}


def test_who_gave_up_the_candidacy_and_who_held_the_office(ask):
    state = ask("2021-07-28")
    (given_up,) = state.of_kind("withdraws_candidacy")
    assert given_up.subject.entity_id == "iq-hadi-al-amiri"
    assert not given_up.is_contested
    holders = {
        f.subject.entity_id: str(f.standing)
        for f in state.of_kind("holds_office")
        if f.object.name == "prime minister"
    }
    assert holders["iq-haider-al-abadi"] == "superseded"
    assert holders["iq-mustafa-al-kadhimi"] == "settled"
    before = {
        f.subject.entity_id: str(f.standing)
        for f in ask("2018-05-31").of_kind("holds_office")
        if f.object.name == "prime minister"
    }
    assert before == {"iq-haider-al-abadi": "reported"}


def test_the_plan_against_the_government_is_one_plan(ask):
    (plan,) = ask("2021-07-28").of_kind("confidence_vote")
    assert plan.subject.entity_id == "iq-mustafa-al-kadhimi"
    assert plan.modality != "actual"


def test_the_election_is_one(ask):
    held = [f for f in ask("2021-07-28").of_kind("election") if f.period is not None]
    assert [str(f.period) for f in held] == ["2018-05-12"]
