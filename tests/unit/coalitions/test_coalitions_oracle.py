"""At the size of a real chamber, against an independent library (graphillion's families of sets)."""

import random
from itertools import combinations

import pytest

from kutla.coalitions import (
    Condition,
    Game,
    Group,
    Threshold,
    banzhaf,
    count_minimal_winning,
    count_winning,
    enumerate_coalitions,
    sample,
    shapley_shubik,
)
from kutla.coalitions.diagram import Diagrams
from kutla.coalitions.flat import count

GraphSet = pytest.importorskip("graphillion").GraphSet
SEATS = (54, 47, 42, 25, 25, 21, 19, 18, 14, 8, 6, 5, 5, 4, 4, 3, 3, 3, 2, 2, 2, 2, *(1,) * 15)


def chamber(vetoes, *, seed, **rules):
    groups = tuple(Group(f"g{index}", f"List {index}", own) for index, own in enumerate(SEATS))
    draw = random.Random(seed)
    pairs = [frozenset(pair) for pair in combinations([group.id for group in groups], 2)]
    refused = frozenset(draw.sample(pairs, vetoes))
    return Game(groups, sum(SEATS) // 2 + 1, incompatible=refused, **rules)


def family(game):
    """The feasible winning sets of a game, by the other library: groups are edges of a graph."""
    edges = {group.id: (index, 1000 + index) for index, group in enumerate(game.groups)}
    GraphSet.set_universe(list(edges.values()))
    limits = [([(*edges[group.id], group.seats) for group in game.groups], (game.quota, 10**6))]
    for threshold in game.also:
        weights = [(*edges[group.id], threshold.weight_of(group.id)) for group in game.groups]
        limits.append((weights, (threshold.quota, 10**6)))
    found = GraphSet.graphs(linear_constraints=limits)
    for pair in game.incompatible:
        one, other = pair
        found = found - found.including(edges[one]).including(edges[other])
    for condition in game.conditions:
        broken = found
        for each in condition.when:
            broken = broken.including(edges[each])
        for each in condition.then:
            broken = broken.excluding(edges[each])
        found = found - broken
    return found


@pytest.mark.parametrize("seed", [1, 2, 5])
def test_forty_vetoes_among_thirty_seven_lists(seed):
    game = chamber(40, seed=seed)
    twin = family(game)
    assert count_winning(game) == twin.len()
    assert count_minimal_winning(game) == twin.minimal().len()


def test_vetoes_conditions_and_a_double_majority_together():
    draw = random.Random(8)
    ids = [f"g{index}" for index in range(len(SEATS))]
    conditions = tuple(
        Condition(frozenset({one}), frozenset({other, third}))
        for one, other, third in (draw.sample(ids, 3) for _ in range(20))
    )
    game = chamber(20, seed=4, conditions=conditions, also=(Threshold("lists", 9),))
    twin = family(game)
    assert count_winning(game) == twin.len() > 0
    assert count_minimal_winning(game) == twin.minimal().len() > 0


def test_the_two_ways_of_kutla_agree_on_a_whole_chamber():
    game = chamber(40, seed=3)
    diagrams = Diagrams(game)
    assert count(diagrams.flat(diagrams.winning)) == count_winning(game)
    assert count(diagrams.flat(diagrams.minimal)) == count_minimal_winning(game)
    for group in game.groups[:6]:
        swings = diagrams.count(diagrams.swinging(group.id))
        assert banzhaf(game).of(group.id).raw * 2 ** (len(SEATS) - 1) == swings


def test_the_council_of_the_european_union_is_no_weighted_game_but_is_counted():
    """Populations of 1 January 2020 in thousands (Eurostat); Treaty on European Union, Art. 16(4).

    Fifty-five per cent of the members with sixty-five of the population; a minority that blocks
    has at least four members, so twenty-four always suffice.
    """
    people = (
        83167, 67320, 59641, 47333, 37958, 19329, 17408, 11522, 10719, 10694, 10328, 10296, 9770, 8901,
        6951, 5823, 5525, 5458, 4964, 4058, 2794, 2096, 1908, 1329, 888, 626, 515,
    )  # fmt: skip
    quota = -(-65 * sum(people) // 100)
    groups = tuple(Group(f"s{index:02}", f"State {index}", own) for index, own in enumerate(people))
    game = Game(groups, quota, also=(Threshold("states", 15),), or_else=(Threshold("states", 24),))
    assert count_winning(game) == _meet_in_the_middle(people, quota)
    index = shapley_shubik(game)
    assert sum(power.raw for power in index.powers) == 1
    largest = index.of("s00").share
    assert 0.17 < float(largest) < 0.18


def _meet_in_the_middle(people, quota):
    """Count the winning sets of the council by pairing the subsets of two halves."""
    from bisect import bisect_left

    halves = []
    for half in (people[:13], people[13:]):
        by_size = [[] for _ in range(len(half) + 1)]
        for mask in range(1 << len(half)):
            inside = [own for index, own in enumerate(half) if mask >> index & 1]
            by_size[len(inside)].append(sum(inside))
        halves.append([sorted(sums) for sums in by_size])
    total = 0
    for first, sums in enumerate(halves[0]):
        for second, others in enumerate(halves[1]):
            if first + second >= 24:
                total += len(sums) * len(others)
            elif first + second >= 15:
                total += sum(len(others) - bisect_left(others, quota - own) for own in sums)
    return total


def test_draws_are_as_likely_as_their_weights():
    game = Game((Group("a", "A", 3), Group("b", "B", 3), Group("c", "C", 3)), 6)
    drawn = sample(game, number=6000, seed=4, weights={"a": 3.0})
    with_a = sum("a" in each.ids for each in drawn) / len(drawn)
    assert abs(with_a - 6 / 7) < 0.02
    with pytest.raises(ValueError, match="above zero"):
        sample(game, number=1, seed=1, weights={"a": 0.0})


def test_the_best_of_a_ruled_game_come_first_and_lazily():
    game = chamber(40, seed=5, conditions=(Condition(frozenset({"g0"}), frozenset({"g5", "g6"})),))
    best = list(enumerate_coalitions(game, limit=200))
    order = [(len(each.members), each.surplus) for each in best]
    assert order == sorted(order)
    assert len({each.ids for each in best}) == 200
    assert all(game.wins(each.ids) for each in best)
