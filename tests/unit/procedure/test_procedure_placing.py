"""Placing under other constitutions, and with thin or odd reports."""

from datetime import date

import pytest

from kutla.claims.claim import Modality, Polarity
from kutla.errors import ProcedureError
from kutla.procedure import (
    list_procedures,
    load_procedure,
    members_needed,
    parse_procedure,
    place_in_procedure,
)
from kutla.procedure.milestones import read_milestones
from kutla.vocabulary import Chamber
from support.states import fact, make_state

COAST = parse_procedure(
    "coast",
    {
        "title": "Coast: Assembly",
        "path": ["election", "speaker", "designation", "investiture"],
        "offices": {"speaker": ["speaker"], "government": ["first minister", "prime minister"]},
        "rule": [
            {"id": "charge", "title": "Charge", "article": "3", "event": "designation",
             "clock_days": 10, "clock_from": ["speaker"]},
            {"id": "vote", "title": "Vote", "article": "4", "event": "investiture",
             "majority": "simple-of-present", "quorum": "half-of-members"},
            {"id": "censure", "title": "Censure", "article": "5", "event": "no-confidence",
             "majority": "three-fifths-of-members", "when": ["government-sits"]},
        ],
    },
    "coast/procedure.toml",
)  # fmt: skip


def stage(*facts, day="2031-06-01", chamber=99, procedure=COAST):
    return place_in_procedure(
        make_state(facts, chamber=chamber, valid_on=date.fromisoformat(day)), procedure
    )


def test_a_step_out_of_turn_moves_nothing():
    reached = stage(
        fact("election", "the poll", on="2031-03-01"),
        fact("appointed_to", "Ilse Brandt", "prime minister", on="2031-04-01"),
        fact("appointed_to", "Ovo Lind", "speaker", on="2031-05-01"),
    )
    assert reached.id == "government-sits"
    assert [step.event for step in reached.reached] == ["election", "investiture"]


def test_steps_nobody_reported_are_named():
    reached = stage(
        fact("election", "the poll", on="2031-03-01"),
        fact("appointed_to", "Ilse Brandt", "prime minister", on="2031-04-01"),
    )
    assert reached.skipped == ("speaker", "designation")


def test_only_what_is_affirmed_as_actual_and_dated_counts():
    base = fact("election", "the poll", on="2031-03-01")
    for other in (
        fact("appointed_to", "Ovo Lind", "speaker", on="2031-05-01", polarity=Polarity.DENIED),
        fact("appointed_to", "Ovo Lind", "speaker", on="2031-05-01", modality=Modality.POSSIBLE),
        fact("appointed_to", "Ovo Lind", "speaker", on="2031-07-01"),
        fact("appointed_to", "Ovo Lind", "deputy speaker", on="2031-05-01"),
    ):
        assert stage(base, other).id == "election"
    open_day = fact("appointed_to", "Ovo Lind", "speaker")
    assert stage(base, open_day).id == "election"
    assert stage(base, open_day).undated == (open_day,)


def test_a_month_is_too_vague_for_a_clock():
    vague = stage(
        fact("election", "the poll", on="2031-03-01"),
        fact("appointed_to", "Ovo", "speaker", on="2031-05"),
    )
    assert vague.id == "speaker"
    assert vague.due == ()
    exact = stage(
        fact("election", "the poll", on="2031-03-01"),
        fact("appointed_to", "Ovo", "speaker", on="2031-05-04"),
    )
    [option] = exact.due
    assert (option.due_on, option.overdue_days) == (date(2031, 5, 14), 18)


def test_a_house_that_denies_confidence_ends_the_charge():
    base = (
        fact("election", "the poll", on="2031-03-01"),
        fact("nominated_for", "Brandt, designated", "prime minister", on="2031-04-01"),
    )
    vote = fact("confidence_vote", "cabinet rejected", on="2031-04-10")
    assert stage(*base, vote).id == "nominee-failed"
    invested = fact("confidence_vote", "cabinet of Brandt", on="2031-04-10")
    fallen = fact("confidence_vote", "cabinet toppled", on="2031-05-10")
    assert stage(*base, invested).id == "government-sits"
    assert stage(*base, invested, fallen).id == "no-confidence"
    survived = fact("confidence_vote", "cabinet survived the motion", on="2031-05-10")
    assert stage(*base, invested, survived).id == "government-sits"


def test_an_election_of_something_else_or_elsewhere_is_not_this_parliaments():
    for words in ("provincial councils", "presidential poll", "the party's leadership"):
        assert stage(fact("election", words, on="2031-03-01")).id == "unknown"


def test_a_reported_incumbent_is_enough_for_a_sitting_government_unless_former():
    assert stage(fact("holds_office", "Ilse Brandt", "prime minister")).id == "government-sits"
    assert stage(fact("holds_office", "former premier Brandt", "prime minister")).id == "unknown"
    caretaker = stage(fact("holds_office", "caretaker Brandt", "prime minister"))
    assert any("caretaker" in note for note in caretaker.notes)


def test_majorities_have_the_numbers_of_the_chamber():
    sitting = stage(fact("holds_office", "Ilse Brandt", "prime minister"))
    assert [(each.rule.id, each.needed) for each in sitting.options] == [("censure", 60)]
    chamber = Chamber("Assembly", 128)
    assert members_needed("two-thirds-of-members", chamber) == 86
    assert members_needed("absolute-of-members", chamber) == 65
    assert members_needed("simple-of-present", chamber) is None
    with pytest.raises(ProcedureError, match="known are"):
        members_needed("most", chamber)


def test_a_parliament_without_a_file_has_majorities_only_and_says_so():
    generic = load_procedure("atlantis")
    assert generic.is_generic
    told = stage(fact("election", "the poll", on="2031-03-01"), procedure=generic)
    assert told.id == "unknown"
    assert [each.needed for each in told.options] == [50, 66]
    assert any("no procedure for this parliament" in note for note in told.notes)


@pytest.mark.parametrize("parliament", list_procedures())
def test_every_shipped_procedure_is_whole(parliament):
    procedure = load_procedure(parliament)
    assert procedure.path[0] == "election"
    assert procedure.path[-1] == "investiture"
    assert "designation" in procedure.path
    assert procedure.names_of("government")
    assert all(rule.source for rule in procedure.rules)
    assert {rule.event for rule in procedure.rules} >= {
        "designation",
        "investiture",
        "no-confidence",
    }
    told = stage(
        fact("holds_office", "Brandt", procedure.names_of("government")[0]), procedure=procedure
    )
    assert told.id == "government-sits"
    assert any(each.rule.event == "no-confidence" for each in told.options)


def test_germany_and_lebanon():
    germany = load_procedure("germany")
    told = stage(
        fact("election", "Bundestag", on="2031-03-02"),
        day="2031-03-20",
        chamber=630,
        procedure=germany,
    )
    assert (told.awaits, str(told.due[0].due_on)) == ("first-session", "2031-04-01")
    assert {each.rule.id: each.needed for each in told.later}["election-of-chancellor"] == 316
    lebanon = load_procedure("lebanon")
    told = stage(fact("holds_office", "Brandt", "prime minister"), chamber=128, procedure=lebanon)
    president = [each for each in told.options if each.rule.event == "president"]
    assert [(each.needed, each.present, each.blocking) for each in president] == [
        (86, 86, 43),
        (65, 86, 43),
    ]


def test_milestones_of_one_event_from_two_reports_are_one():
    state = make_state(
        (
            fact("appointed_to", "Brandt", "prime minister", on="2031-04-01"),
            fact("confidence_vote", "cabinet of Brandt", on="2031-04-02"),
        ),
        chamber=99,
    )
    assert len(read_milestones(state, COAST)) == 2
    told = place_in_procedure(state, COAST)
    assert len(told.reached) == 1
    assert len(told.reached[0].claim_ids) == 2


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"path": ["coronation"]}, "'coronation' is unknown"),
        ({"path": ["election"]}, "from election to investiture"),
        ({"extra": 1}, "keys nobody reads: extra"),
        ({"rule": [{"id": "a", "title": "A"}]}, "lacks article"),
        ({"rule": [{"id": "a", "title": "A", "article": "1", "clock_days": 3}]}, "needs both"),
        (
            {"rule": [{"id": "a", "title": "A", "article": "1", "majority": "most"}]},
            "'most' is unknown",
        ),
        ({"rule": [{"id": "a", "title": "A", "article": "1"}] * 2}, "two rules called a"),
        ({"rule": [{"id": "a", "title": "A", "article": "1", "valid_from": "2020"}]}, "is no day"),
        ({"event": [{"on": date(2020, 1, 1), "event": "x", "text": "", "source": ""}]}, "unknown"),
    ],
)
def test_a_malformed_file_is_named_with_the_place_and_the_mend(change, message):
    with pytest.raises(ProcedureError, match=message):
        parse_procedure("coast", {"path": [], **change}, "coast/procedure.toml")


def test_a_folder_of_ones_own(tmp_path):
    (tmp_path / "procedure.toml").write_text(
        "title = 'Own'\npath = ['election', 'designation', 'investiture']\n", encoding="utf-8"
    )
    assert load_procedure("own", folder=tmp_path).title == "Own"
    (tmp_path / "procedure.toml").write_text("title = ", encoding="utf-8")
    with pytest.raises(ProcedureError, match="not readable TOML"):
        load_procedure("own", folder=tmp_path)
