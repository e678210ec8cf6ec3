"""Three rounds of Iraq's government formation, replayed from dated facts alone."""

import csv
from datetime import date

import pytest

from kutla.procedure import load_procedure, place_in_procedure
from support.states import fact, make_state

IRAQ = load_procedure("iraq")
SPEAKER, PRESIDENT, PREMIER = "speaker of parliament", "president of the republic", "prime minister"

ROUND_OF_2018 = (
    fact("election", "parliament", on="2018-05-12"),
    fact("session", "parliament", on="2018-09-03"),
    fact("appointed_to", "Halbousi", SPEAKER, on="2018-09-15"),
    fact("appointed_to", "Salih", PRESIDENT, on="2018-10-02"),
    fact("nominated_for", "Abdul Mahdi", PREMIER, on="2018-10-02"),
    fact("confidence_vote", "cabinet of Abdul Mahdi", on="2018-10-25"),
    fact("resigns", "Abdul Mahdi", PREMIER, on="2019-12-01"),
    fact("nominated_for", "Allawi", PREMIER, on="2020-02-01"),
    fact("withdraws_candidacy", "Allawi", PREMIER, on="2020-03-01"),
    fact("nominated_for", "Zurfi, charged", PREMIER, on="2020-03-17"),
    fact("nominated_for", "Kadhimi, charged", PREMIER, on="2020-04-09"),
    fact("appointed_to", "Kadhimi", PREMIER, on="2020-05-07"),
)
ROUND_OF_2021 = (
    fact("election", "parliament", on="2021-10-10"),
    fact("session", "parliament", on="2022-01-09"),
    fact("appointed_to", "Halbousi", SPEAKER, on="2022-01-09"),
    fact("appointed_to", "Rashid", PRESIDENT, on="2022-10-13"),
    fact("nominated_for", "Sudani", PREMIER, on="2022-10-13"),
    fact("confidence_vote", "cabinet of Sudani", on="2022-10-27"),
)
ROUND_OF_2025 = (
    fact("election", "parliament", on="2025-11-11"),
    fact("session", "parliament", on="2025-12-29"),
    fact("appointed_to", "Haibat al-Halbousi", SPEAKER, on="2025-12-29"),
    fact("appointed_to", "Amedi", PRESIDENT, on="2026-04-11"),
    fact("nominated_for", "Zaidi", PREMIER, on="2026-04-27"),
)
EVERYTHING = (*ROUND_OF_2018, *ROUND_OF_2021, *ROUND_OF_2025)


def stage_on(day, *, facts=EVERYTHING, use_record=False):
    state = make_state(facts, valid_on=date.fromisoformat(day), parliament="iraq")
    return place_in_procedure(state, IRAQ, use_record=use_record)


@pytest.mark.parametrize(
    ("day", "stage", "awaits"),
    [
        ("2018-05-23", "election", "results"),
        ("2018-09-05", "first-session", "speaker"),
        ("2018-09-18", "speaker", "president"),
        ("2018-10-10", "designation", "investiture"),
        ("2019-06-01", "government-sits", None),
        ("2019-12-20", "resignation", "designation"),
        ("2020-03-10", "nominee-failed", "designation"),
        ("2020-04-20", "designation", "investiture"),
        ("2020-07-01", "government-sits", None),
        ("2021-07-28", "government-sits", None),
        ("2022-03-01", "speaker", "president"),
        ("2022-10-20", "designation", "investiture"),
        ("2024-01-01", "government-sits", None),
        ("2026-02-10", "speaker", "president"),
        ("2026-05-01", "designation", "investiture"),
    ],
)
@pytest.mark.parametrize("use_record", [False, True])
def test_the_stage_of_each_day(day, stage, awaits, use_record):
    found = stage_on(day, use_record=use_record)
    assert (found.id, found.awaits) == (stage, awaits) or (
        use_record and day == "2018-05-23" and found.id == "election"
    )


def due(stage):
    return {option.rule.id: (str(option.due_on), option.overdue_days) for option in stage.due}


def missed(stage):
    return {(each.rule.id, str(each.due_on), each.late_days) for each in stage.missed}


def test_deadlines_and_by_how_much_they_passed():
    assert due(stage_on("2018-09-18")) == {"president-clock": ("2018-10-03", 0)}
    assert due(stage_on("2018-10-10")) == {"cabinet-clock": ("2018-11-01", 0)}
    assert due(stage_on("2019-12-20")) == {"replacement": ("2019-12-16", 4)}
    assert due(stage_on("2022-03-01")) == {"president-clock": ("2022-02-08", 21)}
    assert due(stage_on("2026-02-10")) == {"president-clock": ("2026-01-28", 13)}
    assert due(stage_on("2026-04-20")) == {"designation": ("2026-04-26", 0)}


def test_what_was_missed():
    assert missed(stage_on("2018-11-01")) == set()
    assert ("president-clock", "2022-02-08", 247) in missed(stage_on("2022-11-01"))
    assert missed(stage_on("2026-05-01")) == {
        ("president-clock", "2026-01-28", 73),
        ("designation", "2026-04-26", 1),
    }
    assert ("replacement", "2020-03-16", 1) in missed(stage_on("2020-04-01"))


def test_a_further_charge_restarts_the_clock_of_the_cabinet():
    assert due(stage_on("2020-04-20"))["cabinet-clock"] == ("2020-05-09", 0)
    assert not any(rule == "cabinet-clock" for rule, _, _ in missed(stage_on("2020-07-01")))


def test_how_it_went_the_last_times():
    days = [
        each.days for each in stage_on("2026-05-01").precedents if each.rule.id == "president-clock"
    ]
    assert days == [277, 29]
    later = stage_on("2026-06-01", use_record=True)
    assert later.id == "government-sits"
    days = [each.days for each in later.precedents if each.rule.id == "president-clock"]
    assert days == [103, 277, 29]


def test_the_court_changed_the_election_of_the_president_and_the_largest_bloc():
    before, after = stage_on("2022-02-02"), stage_on("2022-02-03")
    option = {each.rule.event: each for each in before.options if each.needed}["president"]
    assert (option.needed, option.present) == (220, None)
    option = {each.rule.event: each for each in after.options if each.needed}["president"]
    assert (option.needed, option.present, option.blocking) == (220, 220, 110)
    assert option.quorum_in_words == "two thirds of all members (220)"
    assert "25/federal/2010" in before.reading.name
    assert before.other_readings == ()
    assert "3 February 2022" in after.reading.name
    assert [each.name for each in after.other_readings] == [before.reading.name]


def test_after_the_election_the_majorities_ahead_are_told():
    stage = stage_on("2018-05-23")
    needed = {each.rule.event: each.needed for each in stage.later if each.needed}
    assert needed == {"speaker": 165, "president": 220, "investiture": 165}


def test_while_a_government_sits_it_can_be_unseated_or_the_house_dissolved():
    stage = stage_on("2021-07-28")
    options = {each.rule.id: each for each in stage.options}
    assert options["no-confidence"].needed == 165
    assert options["no-confidence"].initiating == 66
    assert options["dissolution"].initiating == 110
    assert str(options["ordinary-election"].due_on) == "2022-07-20"


def test_plans_to_unseat_a_government_are_beside_the_stage_and_move_nothing():
    from kutla.claims.claim import Modality

    plan = fact("confidence_vote", "Kadhimi", modality=Modality.PLANNED)
    stage = stage_on("2021-07-28", facts=(*ROUND_OF_2018, plan))
    assert stage.id == "government-sits"
    assert stage.plans == (plan,)


def test_what_is_reported_has_claims_under_it_and_what_is_recorded_a_source():
    reported = stage_on("2018-09-18")
    assert all(step.claim_ids for step in reported.reached)
    recorded = stage_on("2018-09-18", facts=(), use_record=True)
    assert recorded.id == "speaker"
    assert all(step.past is not None and not step.claim_ids for step in recorded.reached)
    both = stage_on("2018-09-18", use_record=True)
    speaker = both.reached[-1]
    assert speaker.claim_ids
    assert speaker.past is not None


def test_later_knowledge_changes_no_earlier_answer():
    assert stage_on("2018-09-18") == stage_on("2018-09-18", facts=ROUND_OF_2018[:3])


def test_where_nothing_tells_the_stage_is_unknown_and_the_steps_are_given():
    stage = stage_on("2018-09-18", facts=())
    assert stage.id == "unknown"
    assert stage.since is None
    assert stage.due == ()
    assert {each.needed for each in stage.options} >= {165, 220}
    assert "not known" in stage.title


@pytest.mark.shared
def test_the_record_is_that_of_the_compiled_events(shared):
    with (shared / "data/iraq/iraq_formation_events.csv").open(encoding="utf-8") as file:
        days = {row["date"] for row in csv.DictReader(file)}
    checked = {str(past.on) for past in IRAQ.record if past.source != "compiler, not checked"}
    assert checked <= days
