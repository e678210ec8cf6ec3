"""What can follow a stage, what is due as a calendar, and who has the majorities."""

from datetime import date

import pytest
from icalendar import Calendar

from kutla.coalitions import coalitions_from_state
from kutla.procedure import (
    Milestone,
    check_procedure,
    largest_blocs,
    list_procedures,
    load_procedure,
    make_calendar,
    place_in_procedure,
    reaches,
    simulate,
)
from kutla.procedure.rules import EVENTS
from kutla.vocabulary import Period
from support.states import affirmed, fact, make_state

IRAQ = load_procedure("iraq")


def at(parliament, day, *steps, facts=(), chamber=329):
    """The stage on a day after some dated steps, nothing else known."""
    procedure = load_procedure(parliament)
    events = [Milestone(event, Period.parse(on)) for event, on in steps]
    state = make_state(
        list(facts), chamber=chamber, valid_on=date.fromisoformat(day), parliament=parliament
    )
    return procedure, state, place_in_procedure(state, procedure, events=events, use_record=False)


def walk(parliament, day, *steps, depth=6):
    procedure, _, stage = at(parliament, day, *steps)
    return simulate(procedure, stage, on=date.fromisoformat(day), depth=depth)


def find(branches, *path):
    """Follow events (``!`` before one that comes of a failure, ``~`` of silence) down the tree."""
    for name in path:
        how = {"!": "fails", "~": "silence"}.get(name[0], "done")
        (branch,) = (b for b in branches if b.event == name.lstrip("!~") and b.how == how)
        branches = branch.then
    return branch


SESSION = (
    ("election", "2018-05-12"),
    ("ratification", "2018-08-19"),
    ("first-session", "2018-09-03"),
)


def test_each_clock_of_iraq_runs_from_the_step_that_starts_it():
    found = walk("iraq", "2018-09-05", *SESSION)
    assert find(found, "speaker").by is None  # Art. 55 gives no day
    president = find(found, "speaker", "president")
    assert president.by == date(2018, 10, 3)  # 30 days from the first session, Art. 72(2)(b)
    charge = find(found, "speaker", "president", "designation")
    assert charge.by == date(2018, 10, 18)  # 15 days, Art. 76(1)
    cabinet = find(found, "speaker", "president", "designation", "investiture")
    assert cabinet.by == date(2018, 11, 17)  # 30 days, Art. 76(2)
    assert [each.event for each in cabinet.then] == ["government-sits"]


def test_a_nominee_may_fail_by_a_vote_or_by_silence_and_the_next_has_a_clock_of_his_own():
    steps = (
        *SESSION,
        ("speaker", "2018-09-15"),
        ("president", "2018-10-02"),
        ("designation", "2018-10-02"),
    )
    found = walk("iraq", "2018-10-10", *steps)
    assert find(found, "~nominee-failed").by == date(2018, 11, 1)
    assert find(found, "!nominee-failed").by is None
    again = find(found, "~nominee-failed", "designation")
    assert again.loop
    assert again.by == date(2018, 11, 16)
    assert again.then == ()


def test_silence_dissolves_the_house_in_spain():
    steps = (("election", "2019-04-28"), ("first-session", "2019-05-21"), ("speaker", "2019-05-21"),
             ("designation", "2019-06-06"), ("nominee-failed", "2019-07-23"))  # fmt: skip
    found = walk("spain", "2019-08-01", *steps)
    assert find(found, "dissolution").by == date(
        2019, 9, 22
    )  # two months: dissolved on 24 September
    assert find(found, "dissolution", "election").loop is False


def test_in_germany_a_failed_vote_opens_fourteen_days():
    steps = (("election", "2017-09-24"), ("first-session", "2017-10-24"), ("designation", "2018-03-05"),
             ("nominee-failed", "2018-03-14"))  # fmt: skip
    found = walk("germany", "2018-03-15", *steps)
    assert find(found, "investiture").by == date(2018, 3, 28)
    assert find(found, "~dissolution").by == date(2018, 3, 28)


def test_a_mandate_that_runs_out_in_israel_goes_back():
    steps = (("election", "2019-04-09"), ("results", "2019-04-16"), ("designation", "2019-04-17"))
    found = walk("israel", "2019-05-01", *steps)
    assert find(found, "~nominee-failed").by == date(
        2019, 5, 15
    )  # 28 days; lengthened to 29 May then


@pytest.mark.parametrize("parliament", list_procedures())
def test_every_walk_ends_and_every_branch_is_known(parliament):
    procedure = load_procedure(parliament)
    steps = [(event, f"2031-0{n}-01") for n, event in enumerate(procedure.path, start=1)]
    for number in range(1, len(steps) + 1):
        found = walk(parliament, "2031-09-20", *steps[:number], depth=8)
        assert found or number == len(steps)
        stack, seen = list(found), 0
        while stack:
            branch = stack.pop()
            seen += 1
            assert branch.event in EVENTS or branch.event == "government-sits"
            assert branch.title
            assert not (branch.loop and branch.then)
            stack += branch.then
        assert seen < 3_000


@pytest.mark.parametrize("parliament", list_procedures())
def test_no_shipped_procedure_has_an_oddity(parliament):
    assert check_procedure(load_procedure(parliament)) == ()


def test_oddities_are_found():
    from dataclasses import replace

    rule = IRAQ.rule("cabinet-clock")
    broken = replace(
        IRAQ,
        rules=(
            replace(rule, id="a", clock_from=("dissolution",), event=None, silence="results"),
            replace(rule, id="a", valid_from=date(2020, 1, 1), valid_until=date(2019, 1, 1)),
        ),
        readings=(IRAQ.readings[0], IRAQ.readings[0]),
    )
    said = " / ".join(check_procedure(broken))
    for word in (
        "no rule says how president",
        "which nothing brings about",
        "two rules",
        "over before",
        "two ways",
    ):
        assert word in said


def test_without_a_stage_nothing_is_walked():
    assert walk("iraq", "2018-09-05") == ()


def test_the_calendar_is_one_that_others_read():
    procedure, _, stage = at("iraq", "2018-09-05", *SESSION)
    branches = simulate(procedure, stage, on=date(2018, 9, 5))
    written = make_calendar("iraq", stage, branches, on=date(2018, 9, 5))
    assert written == make_calendar("iraq", stage, branches, on=date(2018, 9, 5))
    events = Calendar.from_ical(written).walk("VEVENT")
    told = {(str(e["SUMMARY"]), e["DTSTART"].dt, str(e["STATUS"])) for e in events}
    assert ("Due: Deadline for the President", date(2018, 10, 3), "CONFIRMED") in told
    assert ("At the latest: the government takes office", date(2018, 11, 17), "TENTATIVE") in told
    assert len({str(e["UID"]) for e in events}) == len(events)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))


SEATS = [
    fact("seats", name, values=(n,))
    for name, n in (("Dawn", 150), ("Harbour", 90), ("Summit", 60), ("Grass", 29))
]


def test_who_has_the_majorities_that_the_next_acts_need():
    _, state, stage = at("iraq", "2018-09-05", *SESSION, facts=SEATS)
    by_number = {each.needed: each for each in reaches(state, stage)}
    assert set(by_number) == {165, 220}
    majority, two_thirds = by_number[165], by_number[220]
    assert (majority.first.label, majority.lacks) == ("Dawn", 15)
    assert {"Dawn", "Grass"} in [
        {g.label for g in each.members} for each in majority.sets
    ] or majority.sets
    assert all(each.seats >= 220 for each in two_thirds.sets)
    assert [group.label for group in two_thirds.blockers] == ["Dawn"]  # 179 others are no 220
    assert any("President" in act for act in two_thirds.acts)


def test_both_readings_of_the_largest_bloc_stand_side_by_side():
    _, state, stage = at(
        "iraq",
        "2022-03-01",
        ("election", "2021-10-10"),
        ("first-session", "2022-01-09"),
        facts=SEATS,
    )
    found = largest_blocs(state, stage, coalitions_from_state(state))
    assert len(found) == 2
    assert {each.name for each in found} == {"Dawn"}
    assert {each.why for each in found} == {
        "as of the first session, 2022-01-09",
        "as of 2022-03-01",
    }
    assert affirmed("leads", "x").kind == "leads"
