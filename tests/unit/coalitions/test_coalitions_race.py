"""A race of two blocs, against trying every way in which the undecided can go."""

from fractions import Fraction
from itertools import product

import pytest
from coalition_games import games
from hypothesis import assume, given, settings

from kutla.coalitions import Game, Group, race
from kutla.errors import CoalitionError

CHAMBER = Game(
    (
        Group("h", "Harbour", 40),
        Group("m", "Meadow", 35),
        Group("o", "Orchard", 15),
        Group("l", "Lantern", 10),
    ),
    51,
)


def test_each_undecided_list_joins_one_side_the_other_or_neither():
    found = race(CHAMBER, ["h"], ["m"])
    assert found.allocations == 9
    # Harbour needs Orchard or both... 40 + 15 or 40 + 15 + 10; 40 + 10 is one short
    assert found.first.ways == 3
    # Meadow needs both
    assert found.second.ways == 1
    assert found.neither == Fraction(5, 9)
    assert [swing.group.id for swing in found.swings] == ["o", "l"]
    assert found.first.lacks == 11
    assert str(found.first.best[0]) == "Harbour 40 + Orchard 15 = 55"


def test_the_nearest_way_of_a_bloc_leaves_its_rival_out():
    found = race(CHAMBER, ["h"], ["m"])
    assert all("m" not in each.ids for each in found.first.best)


def test_a_list_runs_on_one_side_only():
    with pytest.raises(CoalitionError, match="both sides"):
        race(CHAMBER, ["h", "o"], ["o"])
    with pytest.raises(CoalitionError, match="at least one list"):
        race(CHAMBER, ["h"], [])


@settings(max_examples=60, deadline=None)
@given(games(most=6, conditions=False))
def test_the_shares_are_those_of_all_allocations(game):
    assume(len(game.groups) >= 2)
    ids = [group.id for group in game.groups]
    first, second, undecided = {ids[0]}, {ids[1]}, ids[2:]
    ways, wins = 0, [0, 0]
    decided = {each: [0, 0, 0, 0] for each in undecided}  # ways with, wins with, for side one
    for sides in product((0, 1, 2), repeat=len(undecided)):
        blocs = [set(first), set(second)]
        for each, side in zip(undecided, sides, strict=True):
            if side < 2:
                blocs[side].add(each)
        if not all(game.allows(bloc) for bloc in blocs):
            continue
        ways += 1
        for side in (0, 1):
            wins[side] += game.seats(blocs[side]) >= game.quota
        for each in undecided:
            at = 0 if each in blocs[0] else 2
            decided[each][at] += 1
            decided[each][at + 1] += game.seats(blocs[0]) >= game.quota
    found = race(game, first, second)
    assert (found.allocations, found.first.ways, found.second.ways) == (ways, *wins)
    for swing in found.swings:
        with_ways, with_wins, out_ways, out_wins = decided[swing.group.id]
        assert swing.first == (
            Fraction(with_wins, with_ways) if with_ways else 0,
            Fraction(out_wins, out_ways) if out_ways else 0,
        )
