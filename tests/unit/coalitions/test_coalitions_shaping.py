"""Split lists, members on their own, ranges and leaders: each by its definition."""

from dataclasses import replace

import pytest
from coalition_games import games
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kutla.coalitions import (
    Game,
    Group,
    connected,
    count_minimal_winning,
    count_winning,
    enumerate_coalitions,
    individuals,
    led_by,
    split,
    within_range,
)
from kutla.coalitions.brute import all_sets, winning_sets
from kutla.errors import CoalitionError

CHAMBER = Game(
    (Group("h", "Harbour", 40), Group("m", "Meadow", 35), Group("o", "Orchard", 25)),
    51,
    incompatible=frozenset({frozenset({"h", "m"})}),
)


def sets(game):
    return {each.ids for each in enumerate_coalitions(game, minimal=False, limit=None)}


def test_a_part_of_a_list_goes_where_the_list_will_not():
    game = split(CHAMBER, "h", 16)
    assert game.seats_of == {"h": 24, "h/part": 16, "m": 35, "o": 25}
    assert game.wins({"m", "h/part"})
    assert not game.allows({"m", "h"})


def test_a_part_may_be_held_to_the_rules_of_its_list():
    game = split(CHAMBER, "h", 16, same_rules=True)
    assert not game.allows({"m", "h/part"})


def test_members_on_their_own_are_counted_one_by_one():
    game = individuals(CHAMBER, "o", 2)
    assert game.seats_of == {"h": 40, "m": 35, "o": 23, "o/1": 1, "o/2": 1}
    alone = individuals(Game((Group("a", "A", 3),), 2), "a")
    assert count_minimal_winning(alone) == 3


@pytest.mark.parametrize("number", [0, 40, 41])
def test_a_list_cannot_lose_what_it_has_not(number):
    with pytest.raises(CoalitionError, match="Harbour holds 40 seats"):
        split(CHAMBER, "h", number)


@settings(max_examples=80, deadline=None)
@given(games(most=6), st.lists(st.integers(0, 5), min_size=6, max_size=6), st.integers(0, 5))
def test_a_range_leaves_out_the_sets_that_stretch_too_far(game, places, most):
    positions = {group.id: float(place) for group, place in zip(game.groups, places, strict=False)}
    try:
        narrowed = within_range(game, positions, most)
    except CoalitionError:
        assume(False)

    def width(members):
        held = [positions[each] for each in members]
        return max(held) - min(held) if held else 0

    assert winning_sets(narrowed) == {each for each in winning_sets(game) if width(each) <= most}
    assert count_winning(narrowed) == len(winning_sets(narrowed))


@settings(max_examples=80, deadline=None)
@given(games(most=6, wide=False), st.lists(st.integers(0, 3), min_size=6, max_size=6))
def test_a_connected_coalition_leaves_no_place_empty_between_its_members(game, places):
    positions = {group.id: float(place) for group, place in zip(game.groups, places, strict=False)}
    joined = connected(game, positions)
    every = set(positions.values())

    def is_closed(members):
        held = {positions[each] for each in members}
        return not held or all(place in held for place in every if min(held) < place < max(held))

    assert sets(joined) == {each for each in winning_sets(game) if is_closed(each)}


@settings(max_examples=60, deadline=None)
@given(games(most=5, conditions=False), st.dictionaries(st.integers(0, 4), st.integers(0, 4)))
def test_groups_that_name_a_leader_come_only_under_one_that_suits_all(game, wishes):
    ids = [group.id for group in game.groups]
    wanted = {
        ids[each]: ids[leader]
        for each, leader in wishes.items()
        if each < len(ids) and leader < len(ids)
    }
    led = led_by(game, wanted)

    def has_leader(members):
        named = {wanted[each] for each in members if each in wanted}
        return not named or any(named == {leader} for leader in members)

    for members in all_sets(game):
        assert led.allows(members) == (game.allows(members) and has_leader(members))
    assert count_winning(led) == len(winning_sets(led))


def test_what_is_asked_of_an_unknown_list_is_a_callers_mistake():
    with pytest.raises(ValueError, match="no group"):
        split(CHAMBER, "z", 3)
    with pytest.raises(ValueError, match="range"):
        within_range(CHAMBER, {}, -1)
    assert replace(CHAMBER, connected_on=()) == CHAMBER
