"""Partners, the fewest steps to a government, and what a change of the game changes."""

import pytest
from coalition_games import games
from hypothesis import assume, given, settings

from kutla.coalitions import (
    Game,
    Group,
    Threshold,
    best_partners,
    lacks_of_each,
    only_in,
    smallest_changes,
    split,
)
from kutla.coalitions.brute import all_sets, minimal_winning_sets
from kutla.errors import CoalitionError

CHAMBER = Game(
    (
        Group("h", "Harbour", 40),
        Group("m", "Meadow", 35),
        Group("o", "Orchard", 15),
        Group("l", "Lantern", 10),
    ),
    51,
    incompatible=frozenset({frozenset({"h", "m"}), frozenset({"h", "o"})}),
)


def test_partners_are_ranked_by_the_ways_they_open():
    ranked = best_partners(CHAMBER, "m")
    assert [(each.group.id, each.minimal) for each in ranked] == [("o", 1), ("l", 1)]
    assert str(ranked[0].best) == "Meadow 35 + Orchard 15 + Lantern 10 = 60"
    assert best_partners(CHAMBER, "h") == ()


def test_what_is_lacking_is_said_quota_by_quota():
    game = Game(CHAMBER.groups, 51, also=(Threshold("lists", 3),))
    assert lacks_of_each(game, ["h"]) == {"seats": 11, "lists": 2}


def test_the_fewest_steps_lift_a_refusal_or_win_a_list_over():
    first, *_ = smallest_changes(CHAMBER, ["h"])
    assert first.steps == 2
    assert [sorted(pair) for pair in first.lifted] == [["h", "o"]]
    assert [group.id for group in first.added] == ["o"]
    with pytest.raises(CoalitionError, match="even with every refusal lifted"):
        smallest_changes(Game(CHAMBER.groups, 101), ["h"])


@settings(max_examples=60, deadline=None)
@given(games(most=6, conditions=False))
def test_no_fewer_steps_would_do(game):
    assume(sum(game.seats_of.values()) >= game.quota)
    start = frozenset({game.groups[0].id})
    steps = [
        sum(pair <= members for pair in game.incompatible) + len(members - start)
        for members in all_sets(game)
        if start <= members and game.seats(members) >= game.quota
    ]
    found = smallest_changes(game, start, limit=3)
    assert [each.steps for each in found] == sorted(steps)[: len(found)]


@settings(max_examples=60, deadline=None)
@given(games(most=6))
def test_the_ways_of_a_pair_are_those_of_brute_force(game):
    minimal = minimal_winning_sets(game)
    member = game.groups[0].id
    ranked = {each.group.id: each.minimal for each in best_partners(game, member, limit=None)}
    expected = {
        group.id: count
        for group in game.groups[1:]
        if (count := sum({member, group.id} <= each for each in minimal))
    }
    assert ranked == expected


def test_a_change_of_rules_gains_and_loses_coalitions():
    freed = Game(CHAMBER.groups, 51)
    gained = only_in(freed, CHAMBER)
    assert {each.ids for each in gained} == {frozenset("hm"), frozenset("ho")}
    assert only_in(CHAMBER, freed) == ()


def test_a_list_that_stays_whole_after_a_split_has_lost_nothing():
    freed = Game(CHAMBER.groups, 51)
    parted = split(freed, "h", 12)
    assert only_in(freed, parted) == ()
    assert all("h/part" in each.ids or "h" in each.ids for each in only_in(parted, freed))
