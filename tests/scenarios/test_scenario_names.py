"""One thing under several names: blocs, elections, offices, governments, leaders and their lists."""

import pytest

from support.diary import Diary, codes, only


def joining(state):
    return state.of_kind("joins_bloc", "refuses_bloc")


def test_the_coalition_of_a_report_is_the_one_it_names_more_fully():
    diary = Diary()
    diary.report(
        "Herald",
        "2031-07-01",
        "Meadow | forms_bloc | pro-harvest coalition",
        "Harbour | joins_bloc | coalition | possible | by Ana Rusk",
        "coalition | seats | 31 | by Ana Rusk",
        "Harbour | refuses_bloc | any coalition | by Bo Lind",
        "Harbour | refuses_bloc | Meadow",
    )
    state = diary.state("2031-07-02")
    (fact,) = joining(state)
    assert fact.is_contested
    assert "Ana Rusk" in fact.reason
    assert "Bo Lind" in fact.reason
    assert len(fact.support) + len(fact.dissent) == 3
    (bloc,) = state.blocs
    assert bloc.referent.name == "pro-harvest coalition"
    assert [f.subject.name for f in bloc.formed] == ["Meadow"]
    assert bloc.may_join == (fact,)
    assert bloc.size is not None
    assert bloc.size.value == 31
    assert state.seats.rows == ()


def test_two_blocs_in_one_report_are_not_confused():
    diary = Diary()
    diary.report(
        "Herald",
        "2031-07-01",
        "Meadow | forms_bloc | pro-harvest coalition",
        "Dawn | forms_bloc | river alliance",
        "Harbour | joins_bloc | coalition | possible",
    )
    assert only(diary.state("2031-07-02"), "joins_bloc").object.name == "coalition"


def test_the_coalition_of_another_report_stays_another():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Meadow | forms_bloc | pro-harvest coalition")
    diary.report("Post", "2031-07-01", "Harbour | joins_bloc | coalition")
    assert only(diary.state("2031-07-02"), "joins_bloc").object.name == "coalition"


def test_to_refuse_any_bloc_is_to_refuse_each_of_those_in_question():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Harbour | joins_bloc | Big Tent | possible")
    diary.report("Mail", "2031-07-01", "Harbour | joins_bloc | Long Table | possible")
    diary.report("Post", "2031-07-02", "Harbour | refuses_bloc | any coalition | by Bo Lind")
    facts = joining(diary.state("2031-07-03"))
    assert {f.object.name for f in facts} == {"Big Tent", "Long Table"}
    assert all(f.is_contested for f in facts)


def test_an_alliance_with_a_party_is_no_bloc_named_like_the_party():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Dawn | forms_bloc | Orchard")
    diary.report("Post", "2031-07-01", "Orchard | forms_bloc | Dawn")
    state = diary.state("2031-07-02")
    assert only(state, "forms_bloc").standing == "settled"
    assert "Orchard" not in {bloc.referent.name for bloc in state.blocs}


@pytest.mark.parametrize(
    "name", ["Tomas Dehl", "Tomas Dehl's alliance", "Tomas Dehl's alliance with Orchard"]
)
def test_seats_of_a_leader_are_those_of_the_list_he_led(name):
    diary = Diary()
    diary.report("Herald", "2031-05-20", f"{name} | seats | 47")
    (row,) = diary.state("2031-06-01").seats.rows
    assert row.subject.name == "Dawn"


def test_seats_of_a_leader_whom_only_the_reports_know():
    diary = Diary()
    diary.report("Herald", "2031-05-20", "Ilsa Varro | seats | 12", "Ilsa Varro | leads | Harbour")
    (row,) = diary.state("2031-06-01").seats.rows
    assert row.subject.name == "Harbour"


def test_seats_of_a_leader_of_two_lists_stay_under_his_name():
    diary = Diary()
    diary.report(
        "Herald",
        "2031-05-20",
        "Ilsa Varro | seats | 12",
        "Ilsa Varro | leads | Harbour",
        "Ilsa Varro | leads | Summit",
    )
    state = diary.state("2031-06-01")
    (row,) = state.seats.rows
    assert row.subject.name == "Ilsa Varro"
    assert "seats-of-a-person" in codes(state)


def test_only_names_of_lists_are_a_list_named_twice():
    diary = Diary()
    first = diary.report("Herald", "2031-05-20", "Dawn | seats | 47", "Tomas Dehl | seats | 47")
    diary.report("Post", "2031-05-21", "Dawn | seats | 47", copy_of=first)
    assert "list-named-twice" not in codes(diary.state("2031-06-01"))


def test_two_whole_names_of_a_list_in_one_report_are_flagged_once():
    diary = Diary()
    lines = ("Grass Movement | seats | 9", "Grass Trend | seats | 9")
    first = diary.report("Herald", "2031-05-20", *lines)
    diary.report("Post", "2031-05-21", *lines, copy_of=first)
    state = diary.state("2031-06-01")
    flagged = [p for p in state.problems if p.code == "list-named-twice"]
    assert len(flagged) == 1
    assert state.seats.accounted == 9
    (row,) = state.seats.rows
    assert sum(item.is_counted for item in row.support) == 1


def test_one_election_has_one_fact_however_it_is_called():
    diary = Diary()
    diary.report("Herald", "2031-05-20", "May 12 poll | election | on 2031-05-12")
    diary.report("Post", "2031-05-21", "national elections | election | on 2031-05")
    diary.report("Mail", "2031-05-21", "election | election")
    fact = only(diary.state("2031-06-01"), "election")
    assert fact.standing == "settled"
    assert len(fact.support) == 3


def test_the_next_election_is_another_one_and_a_local_one_a_third():
    diary = Diary()
    diary.report("Herald", "2031-05-20", "May 12 poll | election | on 2031-05-12")
    diary.report("Post", "2031-09-21", "early elections | election | demanded | by Bo Lind")
    diary.report("Mail", "2031-09-21", "fresh poll | election | planned | on 2031-12-01")
    diary.report("Mail", "2031-09-21", "local elections | election | on 2031-09-01")
    facts = diary.state("2031-10-01").of_kind("election")
    assert [f.subject.name for f in facts] == ["May 12 poll", "local elections", "early elections"]
    assert {i.claim.subject.name for i in facts[2].support} == {"early elections", "fresh poll"}


def test_a_denial_that_names_the_leader_meets_the_account_that_names_his_list():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Norland | negotiates_with | Dawn")
    diary.report("Post", "2031-07-02", "Tomas Dehl | meets | Norland | denied | by Bo Lind")
    (fact,) = diary.state("2031-07-03").facts
    assert fact.is_contested
    assert {a.polarity for a in fact.alternatives} == {"affirmed", "denied"}


def test_a_denial_of_one_partner_is_none_of_another():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Norland | negotiates_with | Dawn")
    diary.report("Post", "2031-07-02", "Ilsa Varro | meets | Norland | denied | by Bo Lind")
    assert not diary.state("2031-07-03").contested


@pytest.mark.parametrize("days", [("2031-07-01", "2031-09-01"), ("2031-09-01", "2031-07-01")])
def test_no_denial_is_outdated_by_a_later_report_of_the_same(days):
    diary = Diary()
    diary.report("Herald", days[0], "Harbour | meets | Dawn | by Ana Rusk")
    diary.report("Post", days[1], "Harbour | meets | Dawn | denied | by Bo Lind")
    assert only(diary.state("2031-10-01"), "meets").is_contested


def test_a_meeting_held_after_the_denial_is_no_contradiction():
    diary = Diary()
    diary.report("Post", "2031-07-01", "Harbour | meets | Dawn | denied | by Bo Lind")
    diary.report("Herald", "2031-09-02", "Harbour | meets | Dawn | on 2031-09-01")
    fact = only(diary.state("2031-10-01"), "meets")
    assert not fact.is_contested
    assert fact.polarity == "affirmed"
    assert len(fact.dissent) == 1


def test_another_countrys_president_is_not_a_second_president():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Ilsa Varro | holds_office | president")
    diary.report(
        "Post", "2031-08-01",
        "Olav Brim | holds_office | president | saying Norland President Olav Brim came",
        "Ulla Fern | holds_office | president of Norland",
    )  # fmt: skip
    diary.report("Mail", "2031-08-02", "Olav Brim | holds_office | president")
    state = diary.state("2031-09-01")
    held = {f.subject.name: (f.object.name, str(f.standing)) for f in state.of_kind("holds_office")}
    assert held["Ilsa Varro"] == ("president", "reported")
    assert held["Olav Brim"][0] == held["Ulla Fern"][0] == "president of Norland"
    assert "office-held-twice" not in codes(state)


def test_the_register_tells_a_regions_president_from_the_countrys():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Ilsa Varro | holds_office | president")
    diary.report("Post", "2031-08-01", "Vera Solm | holds_office | president")
    objects = {
        f.subject.name: f.object.name for f in diary.state("2031-09-01").of_kind("holds_office")
    }
    assert objects == {"Ilsa Varro": "president", "Vera Solm": "president of the Free Coast"}


@pytest.mark.parametrize("name", ["Ilsa Varro's government", "government of Ilsa Varro"])
def test_confidence_in_a_government_is_confidence_in_its_head(name):
    diary = Diary()
    diary.report("Herald", "2031-07-01", f"{name} | confidence_vote | planned")
    diary.report("Post", "2031-07-01", "Ilsa Varro | confidence_vote | planned")
    fact = only(diary.state("2031-07-02"), "confidence_vote")
    assert fact.subject.name == "Ilsa Varro"
    assert fact.standing == "settled"


def test_who_resigned_holds_the_office_no_more_from_that_day():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Ilsa Varro | holds_office | prime minister")
    diary.report("Post", "2031-08-01", "Ilsa Varro | resigns | premiership | on 2031-08-01")
    assert only(diary.state("2031-07-15"), "holds_office").standing == "reported"
    assert only(diary.state("2031-08-02"), "holds_office").standing == "superseded"


def test_who_stays_in_office_after_resigning_still_holds_it():
    diary = Diary()
    diary.report("Herald", "2031-08-01", "Ilsa Varro | resigns | prime minister | on 2031-08-01")
    diary.report("Post", "2031-09-01", "Ilsa Varro | holds_office | prime minister")
    assert only(diary.state("2031-09-02"), "holds_office").standing == "reported"


def test_a_surname_alone_is_no_successor():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Ilsa Varro | holds_office | president")
    diary.report("Post", "2031-08-01", "Varro | holds_office | president")
    state = diary.state("2031-09-01")
    assert {str(f.standing) for f in state.of_kind("holds_office")} == {"reported"}
    assert "office-held-twice" not in codes(state)


def test_a_leaders_coalition_is_more_than_his_own_list():
    diary = Diary()
    diary.report(
        "Herald",
        "2031-07-01",
        "Meadow | refuses_bloc | Tomas Dehl's coalition",
        "Dawn | part_of | Tomas Dehl's coalition",
        "Tomas Dehl's alliance | negotiates_with | Harbour",
    )
    state = diary.state("2031-07-02")
    assert only(state, "refuses_bloc").object.name == "Tomas Dehl's coalition"
    assert only(state, "part_of").object.name == "Tomas Dehl's coalition"
    assert only(state, "negotiates_with").subject.name == "Dawn"


def test_who_withdraws_without_a_word_on_the_office_withdraws_from_the_one_he_ran_for():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Tomas Dehl | candidate_for | prime minister")
    diary.report("Post", "2031-07-05", "Tomas Dehl | withdraws_candidacy")
    fact = only(diary.state("2031-07-06"), "withdraws_candidacy")
    assert fact.object.name == "prime minister"
    assert len(fact.dissent) == 1


def test_with_two_candidacies_it_stays_open_which_one_was_withdrawn():
    diary = Diary()
    diary.report("Herald", "2031-07-01", "Tomas Dehl | candidate_for | prime minister")
    diary.report("Herald", "2031-07-01", "Tomas Dehl | candidate_for | speaker")
    diary.report("Post", "2031-07-05", "Tomas Dehl | withdraws_candidacy")
    assert only(diary.state("2031-07-06"), "withdraws_candidacy").object is None


def test_a_deputys_list_is_the_one_she_sits_for():
    diary = Diary()
    diary.report(
        "Herald",
        "2031-07-01",
        "Rita Moll | member_of | Harbour",
        "Rita Moll's list | refuses_bloc | Big Tent",
    )
    assert only(diary.state("2031-07-02"), "refuses_bloc").subject.name == "Harbour"
