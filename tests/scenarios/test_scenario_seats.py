"""Seats after an election in Arvonia, as its papers report them."""

from support.diary import Diary, codes, only


def test_two_papers_one_figure_is_settled():
    diary = Diary()
    diary.report("Herald", "2031-05-20", "Dawn | seats | 47 of 120")
    diary.report("Post", "2031-05-21", "Sunrise | seats | 47")
    fact = only(diary.state("2031-06-01"), "seats")
    assert (fact.value, fact.standing, fact.alternatives[0].stories) == (47, "settled", 2)


def test_a_copy_adds_no_voice():
    diary = Diary()
    first = diary.report("Herald", "2031-05-20", "Dawn | seats | 47 of 120")
    diary.report("Mirror", "2031-05-20", "Dawn | seats | 47 of 120", copy_of=first)
    fact = only(diary.state("2031-06-01"), "seats")
    assert (fact.standing, fact.alternatives[0].stories) == ("reported", 1)
    assert [item.is_counted for item in fact.support] == [True, False]


def test_differing_figures_stand_side_by_side():
    diary = Diary()
    diary.report("Herald", "2031-05-20", "Dawn | seats | 47")
    diary.report("Post", "2031-09-05", "Dawn | seats | 48")
    fact = only(diary.state("2031-10-01"), "seats")
    assert fact.is_contested
    assert {(each.value, each.stories) for each in fact.alternatives} == {(47, 1), (48, 1)}
    assert "Herald" in fact.reason
    assert "Post" in fact.reason


def test_a_list_named_twice_in_one_report_counts_once_and_is_flagged():
    diary = Diary()
    diary.report("Herald", "2031-05-20", "Grass Movement | seats | 9", "Grass Trend | seats | 9")
    state = diary.state("2031-06-01")
    assert (state.seats.accounted, len(state.seats.rows)) == (9, 1)
    assert "list-named-twice" in codes(state)


def test_what_is_missing_is_shown_and_given_to_nobody():
    diary = Diary()
    diary.report("Herald", "2031-05-20", "Dawn | seats | 47", "Harbour | seats | 30")
    state = diary.state("2031-06-01")
    assert (state.seats.accounted, state.seats.unaccounted) == (77, 43)
    assert "seats-unaccounted" in codes(state)


def test_more_seats_than_the_chamber_has_is_a_problem():
    diary = Diary()
    diary.report("Herald", "2031-05-20", "Dawn | seats | 90", "Harbour | seats | 50")
    assert "seats-do-not-add-up" in codes(diary.state("2031-06-01"))


def test_seats_of_a_man_are_those_of_the_list_he_leads():
    diary = Diary()
    diary.report("Herald", "2031-05-20", "Tomas Dehl | seats | 47", "Dawn | seats | 47")
    state = diary.state("2031-06-01")
    assert [(row.subject.entity_id, row.value) for row in state.seats.rows] == [("dawn", 47)]


def test_seats_of_a_woman_who_leads_no_list_stay_with_her_and_are_flagged():
    diary = Diary()
    diary.report("Herald", "2031-05-20", "Ilsa Varro | seats | 12")
    state = diary.state("2031-06-01")
    assert state.seats.rows[0].subject.entity_id == "ilsa"
    assert "seats-of-a-person" in codes(state)


def test_a_party_of_an_alliance_is_not_counted_beside_it():
    diary = Diary()
    diary.report("Herald", "2031-05-20", "Dawn | seats | 47", "Orchard | seats | 11")
    state = diary.state("2031-06-01")
    assert (state.seats.accounted, len(state.seats.rows)) == (47, 2)
    assert "seats-counted-within" in codes(state)


def test_an_unknown_list_is_a_row_and_an_open_question():
    diary = Diary()
    diary.report("Herald", "2031-05-20", "Free Valley | seats | 8")
    state = diary.state("2031-06-01")
    assert state.seats.rows[0].value == 8
    assert "name-not-matched" in codes(state)


def test_members_of_a_bloc_are_its_size_and_no_row():
    diary = Diary()
    diary.report(
        "Herald",
        "2031-05-20",
        "Harbour | forms_bloc | Citizens' Bench",
        "Citizens' Bench | seats | 40",
    )
    state = diary.state("2031-06-01")
    assert not state.seats.rows
    assert [bloc.size.value for bloc in state.blocs if bloc.size] == [40]


def test_a_bloc_grows_and_the_earlier_size_is_kept():
    diary = Diary()
    diary.report(
        "Herald",
        "2031-06-01",
        "Harbour | forms_bloc | Citizens' Bench",
        "Citizens' Bench | seats | 40",
    )
    diary.report("Post", "2031-08-01", "Citizens' Bench | seats | 52")
    (bloc,) = diary.state("2031-09-01").blocs
    assert (bloc.size.value, bloc.size.standing) == (52, "reported")
    assert [item.claim.value for item in bloc.size.dissent] == [40]
