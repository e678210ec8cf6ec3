"""Blocs, candidacies, contacts and offices: who says what, and what becomes of it."""

from kutla.ledger import Judgement, Verdict
from kutla.state import diff, timeline
from support.diary import Diary, at, codes, only


def test_two_voices_of_one_list_contradict_each_other_and_both_are_named():
    diary = Diary()
    diary.report(
        "Herald",
        "2031-07-01",
        "Harbour | joins_bloc | Big Tent | possible | by Ana Rusk",
        "Harbour | refuses_bloc | by Bo Lind",
    )
    state = diary.state("2031-07-02")
    (fact,) = state.contested
    assert "Ana Rusk" in fact.reason
    assert "Bo Lind" in fact.reason
    assert "any bloc" in fact.reason
    (bloc,) = state.blocs
    assert bloc.may_join == (fact,)


def test_a_refusal_of_any_bloc_says_nothing_of_another_list():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Harbour | joins_bloc | Big Tent", "Meadow | refuses_bloc")
    assert not diary.state("2031-07-02").contested


def test_who_joined_and_later_left_has_left():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Harbour | joins_bloc | Big Tent | on 2031-07-01")
    diary.report("Post", "2031-08-01", "Harbour | leaves_bloc | Big Tent | on 2031-08-01")
    (bloc,) = diary.state("2031-09-01").blocs
    assert not bloc.members
    assert [fact.subject.name for fact in bloc.left] == ["Harbour"]
    (before,) = diary.state("2031-07-15").blocs
    assert [fact.subject.name for fact in before.members] == ["Harbour"]


def test_a_candidacy_that_is_withdrawn_is_over_however_often_it_was_announced():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Tomas Dehl | candidate_for | prime minister")
    diary.report("Mail", "2031-07-01", "Tomas Dehl | candidate_for | premiership")
    diary.report("Post", "2031-07-01", "Tomas Dehl | withdraws_candidacy | prime minister")
    state = diary.state("2031-07-02")
    (fact,) = state.of_kind("candidate_for", "withdraws_candidacy")
    assert fact.kind == "withdraws_candidacy"
    assert not fact.is_contested
    assert len(fact.dissent) == 2


def test_a_planned_withdrawal_is_none_yet():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Tomas Dehl | candidate_for | prime minister")
    diary.report("Post", "2031-07-01", "Tomas Dehl | withdraws_candidacy | chancellor | planned")
    diary.report(
        "Post", "2031-07-01", "Tomas Dehl | withdraws_candidacy | prime minister | planned"
    )
    facts = {
        f.object.name: f
        for f in diary.state("2031-07-02").of_kind("candidate_for", "withdraws_candidacy")
    }
    assert "given up" not in facts["prime minister"].reason


def test_a_contact_and_its_denial_stand_against_each_other_whichever_way_round():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Harbour | meets | Dawn | by Ana Rusk")
    diary.report("Post", "2031-07-01", "Dawn | negotiates_with | Harbour | denied | by Bo Lind")
    (fact,) = diary.state("2031-07-02").contested
    assert {a.polarity for a in fact.alternatives} == {"affirmed", "denied"}


def test_a_denial_alone_is_a_denial():
    diary = Diary()
    diary.report("Post", "2031-07-01", "Dawn | meets | Harbour | denied | by Bo Lind")
    assert only(diary.state("2031-07-02"), "meets").standing == "denied"


def test_an_official_voice_settles_and_an_anonymous_one_is_marked():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Harbour | seats | 30 | by Electoral Commission")
    diary.report(
        "Post",
        "2031-07-01",
        "Ilsa Varro | resigns | prime minister | planned | by anonymous local sources",
    )
    state = diary.state("2031-07-02")
    assert only(state, "seats").standing == "settled"
    fact = only(state, "resigns")
    assert fact.standing == "reported"
    assert "does not name" in fact.reason


def test_a_later_holder_ends_the_earlier_ones_time():
    diary = Diary()
    diary.report("Herald", "2030-07-01", "Ilsa Varro | holds_office | prime minister")
    diary.report("Post", "2031-07-01", "Tomas Dehl | holds_office | premier")
    standing = {
        f.subject.name: f.standing for f in diary.state("2031-08-01").of_kind("holds_office")
    }
    assert standing == {"Ilsa Varro": "superseded", "Tomas Dehl": "reported"}
    before = diary.state("2030-08-01")
    assert only(before, "holds_office").standing == "reported"


def test_two_holders_at_once_and_a_leader_of_two_lists_are_problems():
    diary = Diary()
    diary.report(
        "Herald",
        "2031-07-01",
        "Ilsa Varro | holds_office | prime minister",
        "Tomas Dehl | holds_office | prime minister",
        "Ilsa Varro | leads | Harbour",
        "Ilsa Varro | leads | Meadow",
        "Harbour | joins_bloc | Big Tent",
        "Harbour | joins_bloc | Summit",
    )
    assert {"office-held-twice", "leads-two-lists", "in-two-blocs"} <= codes(
        diary.state("2031-07-02")
    )


def test_what_is_planned_counts_as_a_plan_and_what_comes_later_does_not_count():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Diet | confidence_vote | planned | on 2031-08-01")
    diary.report("Post", "2031-08-02", "Ilsa Varro | resigns | prime minister | on 2031-08-02")
    state = diary.state("2031-07-15")
    assert [fact.kind for fact in state.facts] == ["confidence_vote"]
    assert only(state, "confidence_vote").modality == "planned"


def test_an_analyst_rejects_a_claim_and_names_an_unmatched_list():
    diary = Diary()
    diary.report("Herald", "2031-05-20", "Free Valley | seats | 8", "Dawn | seats | 99")
    wrong = diary.claims[1].id
    made = at("2031-05-21")
    judgements = (
        Judgement(1, Verdict.REJECT, wrong, None, "misread", "mb", made),
        Judgement(2, Verdict.SAME, "Free Valley", "summit", "", "mb", made),
    )
    rows = diary.state("2031-06-01", judgements=judgements).seats.rows
    assert [(row.subject.entity_id, row.value) for row in rows] == [("summit", 8)]


def test_an_analyst_parts_a_name_from_the_list_it_was_taken_for():
    diary = Diary()
    diary.report("Herald", "2031-05-20", "Dawn | seats | 47")
    made = at("2031-05-21")
    judgements = (Judgement(1, Verdict.DIFFERENT, "Dawn", "dawn", "another one", "mb", made),)
    rows = diary.state("2031-06-01", judgements=judgements).seats.rows
    assert [(row.subject.name, row.subject.entity_id) for row in rows] == [("Dawn", None)]


def test_what_changed_since_yesterday():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Dawn | seats | 47", "Harbour | seats | 30")
    before = diary.state("2031-07-01")
    diary.report(
        "Post", "2031-07-02", "Dawn | seats | 47", "Harbour | seats | 31", "Meadow | seats | 9"
    )
    change = diff(before, diary.state("2031-07-02"))
    assert [c.fact.subject.name for c in change.new] == ["Meadow"]
    assert [c.fact.subject.name for c in change.newly_settled] == ["Dawn"]
    assert [c.fact.subject.name for c in change.newly_contested] == ["Harbour"]


def test_the_timeline_tells_a_stated_day_from_a_bound():
    diary = Diary()
    diary.report(
        "Herald",
        "2031-07-05",
        "Harbour | joins_bloc | Big Tent",
        "Dawn | meets | Meadow | on 2031-07-01",
    )
    line = [(m.fact.kind, str(m.period), m.is_bound) for m in timeline(diary.state("2031-07-06"))]
    assert line == [("meets", "2031-07-01", False), ("joins_bloc", "2031-07-05", True)]


def test_two_voices_of_one_week_contradict_each_other_though_one_spoke_later():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Harbour | joins_bloc | Big Tent | possible | by Ana Rusk")
    diary.report("Post", "2031-07-03", "Harbour | refuses_bloc | Big Tent | by Bo Lind")
    assert len(diary.state("2031-07-04").contested) == 1


def test_what_was_said_months_later_stands_and_the_earlier_word_is_kept():
    diary = Diary()
    diary.report("Herald", "2031-03-01", "Harbour | supports | Ilsa Varro")
    diary.report("Post", "2031-07-03", "Harbour | opposes | Ilsa Varro")
    (fact,) = diary.state("2031-07-04").facts
    assert (fact.kind, fact.standing, len(fact.dissent)) == ("opposes", "reported", 1)


def test_a_later_denial_does_not_undo_what_was_reported():
    diary = Diary()
    diary.report("Herald", "2031-03-01", "Harbour | negotiates_with | Dawn")
    diary.report("Post", "2031-07-03", "Harbour | negotiates_with | Dawn | denied | by Bo Lind")
    assert len(diary.state("2031-07-04").contested) == 1


def test_an_open_day_is_bounded_by_the_first_report_and_says_so():
    diary = Diary()
    diary.report("Herald", "2031-07-05", "Ilsa Varro | resigns | speaker")
    fact = only(diary.state("2031-07-06"), "resigns")
    assert fact.period is None
    assert "at the latest 2031-07-05" in fact.reason
