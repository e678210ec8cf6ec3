"""What changed between two states, and why."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kutla.ledger import Judgement, Verdict, rulings
from kutla.state import diff, timeline
from support.diary import Diary, at

V = Verdict


def names(changes):
    return sorted(change.fact.subject.name for change in changes)


def headings(found):
    return {title: names(changes) for title, changes in found.sections if changes}


def test_two_equal_states_do_not_differ():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Dawn | seats | 47", "Harbour | meets | Dawn")
    assert diff(diary.state("2031-07-02"), diary.state("2031-07-02")).is_empty


def test_every_heading_has_its_own():
    diary = Diary()
    diary.report(
        "Herald",
        "2031-07-01",
        "Dawn | seats | 47 | on 2031-05-12",
        "Harbour | seats | 30 | on 2031-05-12",
        "Summit | seats | 5 | on 2031-05-12",
        "Ilsa Varro | holds_office | prime minister",
        "Meadow | joins_bloc | Big Tent | possible",
    )
    before = diary.state("2031-07-01")
    diary.report(
        "Post",
        "2031-09-02",
        "Dawn | seats | 47 | on 2031-05-12",
        "Harbour | seats | 31 | on 2031-05-12",
        "Orchard | meets | Meadow",
        "Tomas Dehl | holds_office | prime minister",
        "Meadow | joins_bloc | Big Tent | on 2031-09-01",
    )
    middle = diary.state("2031-09-03")
    assert headings(diff(before, middle)) == {
        "new": ["Orchard", "Tomas Dehl"],
        "changed": ["Meadow"],
        "newly contested": ["Harbour"],
        "newly settled": ["Dawn", "Meadow"],
        "ended": ["Ilsa Varro"],
    }
    diary.report("Times", "2031-09-04", "Dawn | seats | 47 | on 2031-05-12")
    now = diff(middle, diary.state("2031-09-04"))
    assert headings(now) == {"further support": ["Dawn"]}
    assert now.supported[0].reasons[-1] == "said by Times (2031-09-04)"


def test_what_was_rejected_or_corrected_is_withdrawn_with_the_reason():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Dawn | seats | 47", "Harbour | seats | 30 | by Ana Rusk")
    before = diary.state("2031-07-02")
    wrong, other = diary.claims
    moment = at("2031-07-02")
    made = (
        Judgement(1, V.REJECT, wrong.id, None, "a misprint", "mb", moment),
        Judgement(2, V.CORRECT, other.id, replace(other, value=31).id, "", "ak", moment),
    )
    after = diary.state("2031-07-02", judgements=made)
    found = diff(before, after, rulings=rulings(made), read={wrong.id, other.id})
    assert {change.fact.subject.name: change.reasons for change in found.withdrawn} == {
        "Dawn": ("what Herald (2031-07-01) said was rejected by mb: a misprint",),
        "Harbour": ("what Ana Rusk in Herald (2031-07-01) said was corrected by ak",),
    }


def test_what_the_latest_reading_does_not_find_is_withdrawn_and_says_so():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Dawn | seats | 47", "Harbour | seats | 30")
    before = diary.state("2031-07-02")
    diary.claims = diary.claims[1:]
    found = diff(before, diary.state("2031-07-02"), read={claim.id for claim in diary.claims})
    (change,) = found.withdrawn
    assert found.turned == ()
    assert "the latest reading of the report by Herald (2031-07-01)" in change.reasons[0]


def test_a_fact_under_a_fuller_name_is_the_same_fact():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Harbour | joins_bloc | the coalition | possible")
    before = diary.state("2031-07-02")
    fuller = replace(diary.claims[0].object, name="the Coastal Coalition")
    state = diary.state("2031-07-02")
    (fact,) = state.facts
    after = replace(state, facts=(replace(fact, id="another", object=fuller),))
    assert diff(before, after).new == ()
    assert diff(before, after).withdrawn == ()


def test_what_is_contested_no_more_but_not_settled_has_turned():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Dawn | seats | 47")
    diary.report("Post", "2031-07-01", "Dawn | seats | 48")
    before = diary.state("2031-07-02")
    made = (Judgement(1, V.REJECT, diary.claims[1].id, None, "", "mb", at("2031-07-02")),)
    found = diff(before, diary.state("2031-07-02", judgements=made), rulings=rulings(made))
    assert headings(found) == {"turned": ["Dawn"]}


LINES = st.lists(
    st.sampled_from(
        [
            "Dawn | seats | 47", "Dawn | seats | 48", "Harbour | joins_bloc | Big Tent",
            "Harbour | refuses_bloc | Big Tent", "Ilsa Varro | meets | Norland",
            "Ilsa Varro | candidate_for | speaker", "Ilsa Varro | withdraws_candidacy | speaker",
        ]
    ),
    max_size=6,
)  # fmt: skip


@given(LINES, LINES)
def test_nothing_gets_lost_between_two_states(first, second):
    diary = Diary()
    for day, line in enumerate(first, start=1):
        diary.report("Herald", f"2031-07-{day:02}", line)
    before = diary.state("2031-07-20")
    for day, line in enumerate(second, start=10):
        diary.report("Post", f"2031-07-{day:02}", line)
    after = diary.state("2031-07-20")
    found = diff(before, after)
    assert len(before.facts) - len(found.withdrawn) == len(after.facts) - len(found.new)
    assert {c.fact.id for c in found.new}.isdisjoint({c.fact.id for c in found.withdrawn})
    back = diff(after, before)
    assert names(back.withdrawn) == names(found.new)
    assert names(back.new) == names(found.withdrawn)
    unchanged = [
        f for f in after.facts if f.id not in {c.fact.id for _, cs in found.sections for c in cs}
    ]
    standing = {f.id: (f.standing, f.value) for f in before.facts}
    assert all(
        standing.get(f.id, (f.standing, f.value)) == (f.standing, f.value) for f in unchanged
    )
    for change in (each for _, changes in found.sections for each in changes):
        assert change.reasons


def test_the_timeline_shows_every_turn_of_a_fact():
    diary = Diary()
    diary.report("Herald", "2031-06-01", "Ilsa Varro | candidate_for | speaker | on 2031-05-30")
    diary.report("Post", "2031-07-01", "Ilsa Varro | withdraws_candidacy | speaker | on 2031-06-29")
    line = [
        (str(m.period), m.reading.polarity, m.is_leading)
        for m in timeline(diary.state("2031-07-02"))
    ]
    assert line == [("2031-05-30", "affirmed", False), ("2031-06-29", "negated", True)]


def test_the_timeline_can_be_cut_on_both_sides():
    diary = Diary()
    for day in ("2031-06-01", "2031-06-05", "2031-06-09"):
        diary.report("Herald", day, f"Dawn | attacks | Norland | on {day}")
    state = diary.state("2031-07-02")
    cut = timeline(state, since=date(2031, 6, 5), until=date(2031, 6, 8))
    assert [str(moment.period) for moment in cut] == ["2031-06-05"]
    assert len(timeline(state)) == 3
