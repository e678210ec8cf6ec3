"""Counts are exact: fast and slow agree on every kind of rule."""

from collections import Counter

import pytest
from coalition_games import games
from hypothesis import given, settings

from kutla.coalitions.brute import all_sets, minimal_winning_sets, winning_sets
from kutla.coalitions.counting import (
    count_feasible,
    count_minimal_winning,
    count_winning,
    minimal_by_size,
    minimal_with,
    needed_by_all,
    needed_by_none,
    winning_by_size,
)
from kutla.coalitions.game import Game, Group
from kutla.coalitions.listing import enumerate_coalitions
from kutla.coalitions.ranking import MEMBERS, SURPLUS
from kutla.errors import CoalitionError, TooManyGroupsError


def by_size(sets):
    return {size: count for size, count in Counter(map(len, sets)).items() if count}


def nonzero(counts):
    return {size: count for size, count in enumerate(counts) if count}


@settings(max_examples=150, deadline=None)
@given(games())
def test_winning_and_minimal_winning_coalitions_are_counted_as_brute_force_does(game):
    assert nonzero(winning_by_size(game)) == by_size(winning_sets(game))
    assert nonzero(minimal_by_size(game)) == by_size(minimal_winning_sets(game))
    assert count_winning(game) == len(winning_sets(game))
    assert count_minimal_winning(game) == len(minimal_winning_sets(game))
    assert count_feasible(game) == sum(game.allows(members) for members in all_sets(game))


@settings(max_examples=150, deadline=None)
@given(games(most=7))
def test_who_is_needed_by_all_and_by_none(game):
    winning, minimal = winning_sets(game), minimal_winning_sets(game)
    everywhere = frozenset.intersection(*winning) if winning else frozenset()
    assert {group.id for group in needed_by_all(game)} == everywhere
    assert {group.id for group in needed_by_none(game)} == {
        group.id for group in game.groups if not any(group.id in each for each in minimal)
    }
    assert {group.id: count for group, count in minimal_with(game)} == {
        group.id: sum(group.id in each for each in minimal) for group in game.groups
    }


@settings(max_examples=100, deadline=None)
@given(games())
def test_the_list_is_whole_without_repeats_and_in_order(game):
    for minimal, twin in ((True, minimal_winning_sets(game)), (False, winning_sets(game))):
        found = list(enumerate_coalitions(game, minimal=minimal, limit=None))
        assert len(found) == len(twin)
        assert {coalition.ids for coalition in found} == twin
        order = [(len(each.members), each.seats) for each in found]
        assert order == sorted(order)
        by_surplus = enumerate_coalitions(game, by=(SURPLUS, MEMBERS), minimal=minimal, limit=None)
        order = [(each.surplus, len(each.members)) for each in by_surplus]
        assert order == sorted(order)


def test_counts_of_any_size_are_exact():
    groups = tuple(Group(f"g{index}", f"G{index}", 1) for index in range(201))
    assert count_winning(Game(groups, 101)) == 2**200


def test_a_game_nobody_can_win_has_no_coalitions_and_needs_nobody():
    game = Game((Group("a", "A", 3), Group("b", "B", 2)), 6)
    assert count_winning(game) == count_minimal_winning(game) == 0
    assert needed_by_all(game) == ()
    assert list(enumerate_coalitions(game)) == []


def test_what_is_out_of_reach_is_refused_before_the_work():
    groups = tuple(Group(f"g{index}", f"G{index}", 1 + index) for index in range(120))
    refusals = frozenset(
        frozenset({f"g{one}", f"g{other}"})
        for one in range(60)
        for other in (60 + one, 60 + one * 7 % 60, 60 + one * 11 % 60)
    )
    with pytest.raises(TooManyGroupsError, match="states"):
        count_minimal_winning(Game(groups, 3000, incompatible=refusals))


def test_asking_for_two_who_refuse_each_other_is_an_impossible_question():
    groups = (Group("a", "Harbour", 3), Group("b", "Meadow", 2))
    pair = frozenset({frozenset({"a", "b"})})
    with pytest.raises(CoalitionError, match="Harbour and Meadow"):
        Game(groups, 4, incompatible=pair, must=frozenset({"a", "b"}))
    with pytest.raises(CoalitionError, match="both to be in and to be out"):
        Game(groups, 4, must=frozenset({"a"}), must_not=frozenset({"a"}))


@pytest.mark.parametrize(
    "wrong",
    [
        {"quota": 0},
        {"must": frozenset({"z"})},
        {"incompatible": frozenset({frozenset({"a"})})},
        {"max_members": 0},
    ],
)
def test_a_callers_mistake_is_a_value_error(wrong):
    with pytest.raises(ValueError, match=r"quota|not in the game|two groups|one member"):
        Game(**{"groups": (Group("a", "A", 3),), "quota": 2, **wrong})
