"""Chances are exact; draws agree with them within their error bars."""

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kutla.coalitions import (
    Chances,
    Game,
    Group,
    banzhaf,
    banzhaf_shares,
    reach_of,
    simulate,
)
from kutla.errors import CoalitionError

CHAMBER = Game((Group("h", "Harbour", 40), Group("m", "Meadow", 35), Group("o", "Orchard", 25)), 51)
HALF = Fraction(1, 2)


def test_a_contested_figure_leaves_a_chance():
    chances = Chances(seats={"o": {25: HALF, 10: HALF}})
    found = reach_of(CHAMBER, ["h", "o"], chances)
    assert dict(found.sizes) == {50: HALF, 65: HALF}
    assert found.reaches == found.governs == HALF
    assert found.expected == Fraction(115, 2)


def test_a_list_that_may_not_come_and_a_refusal_that_may_not_hold():
    third = Fraction(1, 3)
    pair = frozenset({"h", "m"})
    found = reach_of(CHAMBER, ["h", "m"], Chances(joins={"m": third}, refusals={pair: HALF}))
    assert dict(found.sizes) == {40: 1 - third, 75: third}
    assert (found.reaches, found.holds, found.governs) == (third, HALF, third / 2)


def test_what_the_rules_forbid_never_holds():
    game = Game(CHAMBER.groups, 51, incompatible=frozenset({frozenset({"h", "m"})}))
    assert reach_of(game, ["h", "m"], Chances()).governs == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"seats": {"h": {40: 0.5}}},
        {"seats": {"h": {-1: 1.0}}},
        {"joins": {"h": 1.5}},
        {"refusals": {frozenset({"h", "m"}): -0.1}},
    ],
)
def test_chances_that_are_none_are_a_callers_mistake(wrong):
    with pytest.raises(ValueError, match=r"chance|seats"):
        Chances(**wrong)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.integers(0, 6), min_size=1, max_size=3, unique=True), min_size=1, max_size=5
    ),
    st.integers(1, 15),
)
def test_the_chance_of_reaching_is_that_of_all_worlds(figures, quota):
    ids = [f"g{index}" for index in range(len(figures))]
    game = Game(
        tuple(Group(each, each, own[0]) for each, own in zip(ids, figures, strict=True)), quota
    )
    seats = {
        each: {count: Fraction(1, len(own)) for count in own}
        for each, own in zip(ids, figures, strict=True)
    }
    found = reach_of(game, ids, Chances(seats=seats))
    worlds = [sum(world) for world in product(*figures)]
    assert found.reaches == Fraction(sum(size >= quota for size in worlds), len(worlds))
    assert sum(found.sizes.values()) == 1


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=1, max_size=6),
    st.integers(1, 20),
)
def test_power_in_many_draws_at_once_is_the_exact_one_of_each(rows, quota):
    shares = banzhaf_shares(np.array(rows, dtype=np.int64), quota)
    for row, own in zip(rows, shares, strict=True):
        game = Game(tuple(Group(f"g{i}", f"G{i}", seats) for i, seats in enumerate(row)), quota)
        index = banzhaf(game)
        assert list(own) == pytest.approx([float(index.of(f"g{i}").share) for i in range(4)])


def test_draws_agree_with_the_exact_chance_and_say_how_sure_they_are():
    chances = Chances(
        seats={"o": {25: 0.5, 10: 0.5}}, joins={"m": 0.7}, refusals={frozenset({"h", "o"}): 0.2}
    )
    found = simulate(CHAMBER, chances, draws=4000, seed=3, sets=[["h", "o"], ["h", "m"]])
    for members, estimate in found.reach:
        exact = float(reach_of(CHAMBER, members, chances).governs)
        assert abs(estimate.mean - exact) < 4 * max(estimate.error, 1e-3)
    assert found == simulate(CHAMBER, chances, draws=4000, seed=3, sets=[["h", "o"], ["h", "m"]])


def test_one_draw_has_no_error_bars():
    with pytest.raises(CoalitionError, match="two draws"):
        simulate(CHAMBER, Chances(), draws=1, seed=1)


def test_more_groups_than_the_counts_can_hold_are_refused():
    with pytest.raises(ValueError, match="sixty-four bits"):
        banzhaf_shares(np.ones((2, 63), dtype=np.int64), 32)
