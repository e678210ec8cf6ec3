"""The arithmetic of a state: refusals that hold and that are contested, figures that decide."""

from kutla.claims.claim import Modality, Polarity
from kutla.coalitions import coalitions_from_state
from kutla.state.state import Bloc, Standing
from kutla.vocabulary import Referent
from support.states import fact, make_state


def seats(name, number, *others):
    return fact("seats", name, values=(number, *others))


ROWS = (seats("Harbour", 40), seats("Meadow", 35), seats("Orchard", 15), seats("Lantern", 8))


def names(groups):
    return {group.label for group in groups}


def test_a_state_without_seats_has_no_arithmetic():
    picture = coalitions_from_state(make_state((), chamber=101))
    assert picture.first is None
    assert picture.first_lacks == picture.quota == 51
    assert picture.unaccounted == 101
    assert not picture.can_reach
    assert picture.without_contested.outlook.winning == 0
    assert picture.without_contested.best == ()


def test_the_first_what_it_lacks_and_its_partners():
    picture = coalitions_from_state(make_state(ROWS, chamber=101))
    assert (picture.first.label, picture.first_lacks, picture.quota) == ("Harbour", 11, 51)
    assert picture.accounted == 98
    assert picture.unaccounted == 3
    assert [names(added) for added in picture.partners] == [{"Orchard"}, {"Meadow"}]
    assert [str(each) for each in picture.without_contested.best] == [
        "Harbour 40 + Orchard 15 = 55",
        "Harbour 40 + Meadow 35 = 75",
        "Meadow 35 + Orchard 15 + Lantern 8 = 58",
    ]
    assert picture.with_contested is None


def test_seats_nobody_is_known_to_hold_are_given_to_nobody():
    picture = coalitions_from_state(
        make_state((seats("Harbour", 30), seats("Meadow", 20)), chamber=101)
    )
    assert not picture.can_reach
    assert picture.unaccounted == 51
    assert picture.without_contested.outlook.winning == 0
    assert picture.without_contested.lifting is None


def test_a_refusal_holds_and_a_contested_one_is_answered_both_ways():
    settled = fact("refuses_bloc", "Meadow", "Harbour")
    contested = fact(
        "refuses_bloc", "Orchard", "Harbour", standing=Standing.CONTESTED, also=Polarity.DENIED
    )
    picture = coalitions_from_state(make_state((*ROWS, settled, contested), chamber=101))
    assert [each.is_contested for each in picture.refusals] == [False, True]
    assert [each.ids for each in picture.without_contested.best] == [
        {"?harbour", "?orchard"},
        {"?meadow", "?orchard", "?lantern"},
    ]
    assert [each.ids for each in picture.with_contested.best] == [
        {"?meadow", "?orchard", "?lantern"}
    ]
    assert names(picture.with_contested.outlook.needed_by_all) == {"Meadow", "Orchard", "Lantern"}


def test_where_refusals_leave_nothing_the_fewest_to_lift_are_named():
    everyone = tuple(
        fact("refuses_bloc", one, other)
        for one, other in [("Harbour", "Meadow"), ("Harbour", "Orchard"), ("Meadow", "Orchard")]
    )
    picture = coalitions_from_state(make_state((*ROWS, *everyone), chamber=101))
    assert picture.can_reach
    assert picture.without_contested.best == ()
    assert len(picture.without_contested.lifting.refusals) == 1


def test_a_leader_speaks_for_the_list_a_member_does_not():
    leads = fact("leads", "Tomas Reek", "Harbour")
    member = fact("member_of", "Ilse Brandt", "Orchard")
    by_leader = fact("refuses_bloc", "Meadow", "Tomas Reek")
    by_member = fact("refuses_bloc", "Ilse Brandt", "Harbour")
    picture = coalitions_from_state(
        make_state((*ROWS, leads, member, by_leader, by_member), chamber=101)
    )
    assert [each.groups for each in picture.refusals] == [{"?harbour", "?meadow"}]
    assert picture.unplaced_refusals == (by_member,)


def test_a_party_of_an_alliance_speaks_for_it_and_is_not_counted_twice():
    rows = (*ROWS, seats("Tide", 12))
    inside = fact("part_of", "Tide", "Harbour")
    refusal = fact("refuses_bloc", "Tide", "Meadow")
    picture = coalitions_from_state(make_state((*rows, inside, refusal), chamber=101))
    assert picture.accounted == 98
    assert [each.code for each in picture.problems] == ["seats-inside-another"]
    assert [each.groups for each in picture.refusals] == [{"?harbour", "?meadow"}]


def test_a_refusal_that_is_only_possible_or_was_followed_by_talks_is_contested():
    possible = fact("refuses_bloc", "Meadow", "Harbour", modality=Modality.POSSIBLE)
    firm = fact("refuses_bloc", "Orchard", "Harbour", on="2031-03-01")
    talks = fact("negotiates_with", "Harbour", "Orchard", on="2031-03-09")
    picture = coalitions_from_state(make_state((*ROWS, possible, firm, talks), chamber=101))
    assert {each.why for each in picture.refusals} == {
        "said to be possible only",
        "they are also reported together (negotiates_with)",
    }
    earlier = fact("negotiates_with", "Harbour", "Orchard", on="2031-02-01")
    picture = coalitions_from_state(make_state((*ROWS, firm, earlier), chamber=101))
    assert [each.is_contested for each in picture.refusals] == [False]


def test_denied_and_superseded_refusals_do_not_count():
    facts = (
        fact(
            "refuses_bloc", "Meadow", "Harbour", polarity=Polarity.DENIED, standing=Standing.DENIED
        ),
        fact("refuses_bloc", "Orchard", "Harbour", standing=Standing.SUPERSEDED),
    )
    assert coalitions_from_state(make_state((*ROWS, *facts), chamber=101)).refusals == ()


def test_a_list_that_opposes_a_list_will_not_sit_with_it_but_persons_are_left_out():
    opposes = fact("opposes", "Meadow", "Harbour")
    person = fact("opposes", "Orchard", "Tomas Reek")
    leads = fact("leads", "Tomas Reek", "Lantern")
    picture = coalitions_from_state(make_state((*ROWS, opposes, person, leads), chamber=101))
    assert [each.groups for each in picture.refusals] == [{"?harbour", "?meadow"}]


def test_a_contested_figure_that_decides_is_shown():
    rows = (seats("Harbour", 40), seats("Orchard", 10, 11), seats("Meadow", 30, 31))
    picture = coalitions_from_state(make_state(rows, chamber=101))
    deciding = [(flip.group.label, flip.seats) for flip in picture.flips if flip.changes_anything]
    assert deciding == [("Orchard", 11)]


def test_a_bloc_is_weighed_by_its_lists():
    bloc = Referent("Coast Accord")
    formed = fact("forms_bloc", "Harbour", "Coast Accord")
    joined = fact("joins_bloc", "Lantern", "Coast Accord")
    near = fact("joins_bloc", "Orchard", "Coast Accord", modality=Modality.POSSIBLE)
    state = make_state(
        (*ROWS, formed, joined, near),
        chamber=101,
        blocs=(Bloc(bloc, (formed,), (joined,), (near,), (), (), None),),
    )
    [alliance] = coalitions_from_state(state).alliances
    assert names(alliance.members) == {"Harbour", "Lantern"}
    assert (alliance.seats, alliance.lacks) == (48, 3)
    assert names(alliance.may_join) == {"Orchard"}


def test_more_seats_than_the_chamber_has_is_a_problem_not_an_error():
    picture = coalitions_from_state(make_state(ROWS, chamber=90))
    assert [each.code for each in picture.problems] == ["seats-exceed-chamber"]
    assert picture.unaccounted == 0


def test_pacts_and_talks_between_leaders_are_weighed_by_their_lists():
    facts = (
        fact("leads", "Tomas Reek", "Harbour"),
        fact("forms_bloc", "Tomas Reek", "Meadow"),
        fact("negotiates_with", "Tomas Reek", "Meadow"),
        fact("negotiates_with", "Orchard", "Tomas Reek"),
        fact("joins_bloc", "Lantern", "Orchard", modality=Modality.PLANNED),
    )
    found = coalitions_from_state(make_state((*ROWS, *facts), chamber=101)).alliances
    assert [(each.label, each.bond.value, each.lacks) for each in found] == [
        ("Harbour and Meadow", "formed", 0),
        ("Orchard and Lantern", "planned", 28),
        ("Harbour and Orchard", "talks", 0),
    ]
    assert len(found[0].facts) == 2


def test_where_no_pair_reaches_three_partners_are_named():
    rows = tuple(seats(name, number) for name, number in [("A", 30), ("B", 8), ("C", 7), ("D", 6)])
    picture = coalitions_from_state(make_state(rows, chamber=101))
    assert [names(added) for added in picture.partners] == [{"B", "C", "D"}]


def test_a_bloc_that_is_only_planned_has_no_members_yet():
    planned = fact("forms_bloc", "Harbour", "Coast Accord", modality=Modality.PLANNED)
    near = fact("joins_bloc", "Orchard", "Coast Accord", modality=Modality.POSSIBLE)
    state = make_state(
        (*ROWS, planned, near),
        chamber=101,
        blocs=(Bloc(Referent("Coast Accord"), (planned,), (), (near,), (), (), None),),
    )
    [alliance] = coalitions_from_state(state).alliances
    assert (alliance.bond.value, alliance.members) == ("planned", ())
    assert names(alliance.may_join) == {"Harbour", "Orchard"}


def test_a_contested_leader_still_speaks_and_a_list_may_be_a_bloc_as_well():
    leads = fact(
        "leads",
        "Tomas Reek",
        "Harbour",
        standing=Standing.CONTESTED,
        polarity=Polarity.DENIED,
        also=Polarity.AFFIRMED,
    )
    talks = fact("negotiates_with", "Tomas Reek", "Meadow")
    formed = fact("forms_bloc", "Ilse Brandt", "Meadow")
    state = make_state(
        (*ROWS, leads, talks, formed),
        chamber=101,
        blocs=(Bloc(Referent("Meadow"), (formed,), (), (), (), (), None),),
    )
    [alliance] = coalitions_from_state(state).alliances
    assert (alliance.label, alliance.bond.value) == ("Harbour and Meadow", "talks")
