"""Indices are exact fractions, in both meanings."""

from fractions import Fraction
from itertools import permutations

import pytest
from coalition_games import games
from hypothesis import given, settings

from kutla.coalitions.brute import all_sets, minimal_winning_sets, swings, winning_sets
from kutla.coalitions.diagram import Diagrams
from kutla.coalitions.game import Game, Group, Threshold
from kutla.coalitions.power import (
    Meaning,
    banzhaf,
    deegan_packel,
    holler_packel,
    johnston,
    shapley_shubik,
)
from kutla.coalitions.swings import swings_by_size


def nonzero(counts):
    return {size: count for size, count in enumerate(counts) if count}


@settings(max_examples=150, deadline=None)
@given(games())
def test_swings_are_those_of_the_definition_under_every_rule(game):
    twin = swings(game)
    fast = swings_by_size(game)
    assert {each: nonzero(own) for each, own in fast.items()} == twin


@settings(max_examples=100, deadline=None)
@given(games(conditions=False))
def test_swings_are_those_of_the_definition_under_pairwise_vetoes(game):
    twin = swings(game)
    assert {each: nonzero(own) for each, own in swings_by_size(game).items()} == twin
    plain = swings_by_size(game, with_sizes=False)
    assert {each: sum(own) for each, own in plain.items()} == {
        each: sum(own.values()) for each, own in twin.items()
    }


@settings(max_examples=100, deadline=None)
@given(games(most=6))
def test_the_restricted_game_is_won_by_what_contains_a_winning_coalition(game):
    winning = winning_sets(game)
    diagrams = Diagrams(game)
    for members in all_sets(game):
        inside = [(place, group.id in members) for place, group in enumerate(diagrams.order)]
        assert diagrams.upward.eval(inside) == any(some <= members for some in winning)


@settings(max_examples=60, deadline=None)
@given(games(most=5))
def test_shapley_shubik_of_the_restricted_game_counts_orders_of_arrival(game):
    winning = winning_sets(game)
    ids = [group.id for group in game.groups]
    pivots = dict.fromkeys(ids, 0)
    orders = list(permutations(ids))
    for order in orders:
        for index in range(len(order)):
            if any(some <= set(order[: index + 1]) for some in winning):
                if not any(some <= set(order[:index]) for some in winning):
                    pivots[order[index]] += 1
                break
    index = shapley_shubik(game, meaning=Meaning.RESTRICTED)
    assert {each: index.of(each).raw for each in ids} == {
        each: Fraction(count, len(orders)) for each, count in pivots.items()
    }
    assert sum(power.share for power in index.powers) == (1 if winning else 0)


@settings(max_examples=100, deadline=None)
@given(games(most=7))
def test_indices_over_minimal_winning_coalitions(game):
    minimal = minimal_winning_sets(game)
    deegan, holler = deegan_packel(game), holler_packel(game)
    for group in game.groups:
        own = [each for each in minimal if group.id in each]
        assert holler.of(group.id).raw == len(own)
        expected = sum((Fraction(1, len(each)) for each in own), start=Fraction(0))
        assert deegan.of(group.id).raw == (expected / len(minimal) if minimal else 0)


@settings(max_examples=60, deadline=None)
@given(games(vetoes=False, conditions=False))
def test_without_rules_the_two_meanings_agree(game):
    assert banzhaf(game).powers == banzhaf(game, meaning=Meaning.RESTRICTED).powers
    shapley = shapley_shubik(game)
    assert shapley.powers == shapley_shubik(game, meaning=Meaning.RESTRICTED).powers
    assert all(power.raw == power.share for power in shapley.powers) or not shapley.powers[0].raw


def test_a_tie_at_half_does_not_win():
    game = Game((Group("a", "A", 2), Group("b", "B", 1), Group("c", "C", 1)), 3)
    assert [power.raw for power in banzhaf(game).powers] == [
        Fraction(3, 4), Fraction(1, 4), Fraction(1, 4),
    ]  # fmt: skip


def test_a_hundred_and_fifty_equal_groups_are_equally_powerful():
    groups = tuple(Group(f"g{index:03}", f"G{index}", 2) for index in range(150))
    index = shapley_shubik(Game(groups, 151))
    assert {power.raw for power in index.powers} == {Fraction(1, 150)}


def test_the_restricted_game_of_a_large_chamber_is_exact():
    groups = tuple(Group(f"g{index}", f"G{index}", 3) for index in range(30))
    game = Game(groups, 46, incompatible=frozenset({frozenset({"g1", "g2"})}))
    index = shapley_shubik(game, meaning=Meaning.RESTRICTED)
    assert sum(power.raw for power in index.powers) == 1
    assert index.of("g1").raw == index.of("g2").raw < index.of("g3").raw
    assert len({power.raw for power in index.powers}) == 2


def test_johnston_of_a_whole_chamber_with_a_refusal_is_exact():
    groups = tuple(Group(f"g{index}", f"G{index}", 1 + index % 7) for index in range(34))
    index = johnston(Game(groups, 70, incompatible=frozenset({frozenset({"g1", "g2"})})))
    assert sum(power.share for power in index.powers) == 1
    by_seats = {}
    for power in index.powers:
        if power.group.id not in ("g1", "g2"):
            by_seats.setdefault(power.group.seats, set()).add(power.raw)
    assert all(len(values) == 1 for values in by_seats.values())


@settings(max_examples=60, deadline=None)
@given(games(most=8, vetoes=False, conditions=False))
def test_shapley_shubik_in_floats_is_the_exact_one(game):
    exact, floats = shapley_shubik(game), shapley_shubik(game, exact=False)
    for group in game.groups:
        assert float(floats.of(group.id).raw) == pytest.approx(
            float(exact.of(group.id).raw), abs=1e-12
        )


def test_a_double_majority_gives_a_small_member_power_that_its_seats_do_not():
    groups = (Group("a", "A", 50), Group("b", "B", 40), Group("c", "C", 1))
    alone = banzhaf(Game(groups, 46))
    both = banzhaf(Game(groups, 46, also=(Threshold("lists", 2),)))
    assert alone.of("c").raw == 0
    assert both.of("c").raw == Fraction(1, 4)


@settings(max_examples=100, deadline=None)
@given(games(most=6))
def test_johnston_shares_each_coalition_among_its_critical_members(game):
    feasible, winning = johnston(game), winning_sets(game)
    raw = dict.fromkeys(game.seats_of, Fraction(0))
    for members in winning:
        critical = [each for each in members if not game.reaches(members - {each})]
        for each in critical:
            raw[each] += Fraction(1, len(critical))
    assert {each: feasible.of(each).raw for each in raw} == raw

    def wins(members):
        return any(some <= members for some in winning)

    raw = dict.fromkeys(game.seats_of, Fraction(0))
    for members in filter(wins, all_sets(game)):
        critical = [each for each in members if not wins(members - {each})]
        for each in critical:
            raw[each] += Fraction(1, len(critical))
    restricted = johnston(game, meaning=Meaning.RESTRICTED)
    assert {each: restricted.of(each).raw for each in raw} == raw
