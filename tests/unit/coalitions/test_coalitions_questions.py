"""What a set lacks, who would do, which refusal would have to go, what a figure changes."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from coalition_games import games
from hypothesis import given, settings

from kutla.coalitions.brute import all_sets, minimal_winning_sets, winning_sets
from kutla.coalitions.game import Game, Group
from kutla.coalitions.listing import enumerate_coalitions
from kutla.coalitions.questions import flips, lacks, partners_for, what_lifts
from kutla.coalitions.ranking import MEMBERS, Range, Sum, find_yardstick, mix
from kutla.coalitions.sampling import sample
from kutla.errors import CoalitionError, UnknownRuleError

HARBOUR, MEADOW, ORCHARD, LANTERN = (
    Group("harbour", "Harbour", 40),
    Group("meadow", "Meadow", 35),
    Group("orchard", "Orchard", 15),
    Group("lantern", "Lantern", 10),
)
CHAMBER = Game((HARBOUR, MEADOW, ORCHARD, LANTERN), 51)
FEUD = frozenset({"harbour", "meadow"})


def test_what_the_first_lacks_and_who_would_do():
    assert lacks(CHAMBER, ["harbour"]) == 11
    assert partners_for(CHAMBER, ["harbour"]) == ((ORCHARD,), (MEADOW,))
    assert partners_for(CHAMBER, ["lantern"]) == (
        (MEADOW, ORCHARD),
        (HARBOUR, ORCHARD),
        (HARBOUR, MEADOW),
    )
    assert partners_for(CHAMBER, ["harbour", "meadow"]) == ()


def test_partners_heed_refusals():
    game = Game(CHAMBER.groups, 51, incompatible=frozenset({FEUD}))
    assert partners_for(game, ["harbour"]) == ((ORCHARD,),)


def test_the_fewest_refusals_to_lift():
    refusals = frozenset(
        {FEUD, frozenset({"harbour", "orchard"}), frozenset({"meadow", "orchard"})}
    )
    game = Game(CHAMBER.groups, 51, incompatible=refusals)
    assert list(enumerate_coalitions(game)) == []
    lifting = what_lifts(game)
    assert len(lifting.refusals) == 1
    assert lifting.coalition.ids == {"harbour", "orchard"}
    assert what_lifts(game, FEUD, exactly=True).refusals == (FEUD,)
    with pytest.raises(CoalitionError, match="fall short: "):
        what_lifts(game, ["orchard", "lantern"], exactly=True)


@settings(max_examples=100, deadline=None)
@given(games(most=6))
def test_no_smaller_lifting_would_do(game):
    def possible(lifted):
        freed = game.incompatible - frozenset(lifted)
        return bool(winning_sets(replace(game, incompatible=freed)))

    try:
        found = what_lifts(game)
    except CoalitionError:
        assert not any(
            possible(some)
            for size in range(len(game.incompatible) + 1)
            for some in combinations(game.incompatible, size)
        )
        return
    fewest = next(
        size
        for size in range(len(game.incompatible) + 1)
        if any(possible(some) for some in combinations(game.incompatible, size))
    )
    assert len(found.refusals) == fewest


def test_a_contested_figure_that_decides_and_one_that_does_not():
    [flip] = flips(CHAMBER, {"meadow": [36]})
    assert flip.gained
    assert not flip.lost
    assert flip.gained[0].ids == {"meadow", "orchard"}
    assert flip.changes_anything
    [dull] = flips(CHAMBER, {"lantern": [9]})
    assert not dull.changes_anything
    assert dull.before == dull.after


@settings(max_examples=150, deadline=None)
@given(games(most=6))
def test_what_is_gained_and_lost_is_what_wins_on_one_side_only(game):
    group = game.groups[0]
    other = game.with_seats(group.id, group.seats + 3)
    if game.quota > 60:
        return
    [flip] = flips(game, {group.id: [group.seats + 3]}, limit=1000)
    assert {each.ids for each in flip.gained} == winning_sets(other) - winning_sets(game)
    [back] = flips(other, {group.id: [group.seats]}, limit=1000)
    assert {each.ids for each in back.lost} == {each.ids for each in flip.gained}


def test_the_narrowest_range_comes_first():
    scale = Range({"harbour": 2.0, "meadow": 8.0, "orchard": 7.0, "lantern": 6.0})
    best = next(enumerate_coalitions(CHAMBER, by=(scale, MEMBERS)))
    assert best.ids == {"meadow", "orchard", "lantern"}


@settings(max_examples=100, deadline=None)
@given(games(most=6))
def test_every_order_is_kept_by_a_range_and_by_a_mix(game):
    place = {group.id: float(index * 7 % 5) for index, group in enumerate(game.groups)}

    def width(coalition):
        places = [place[each] for each in coalition.ids]
        return max(places, default=0.0) - min(places, default=0.0)

    found = list(enumerate_coalitions(game, by=(Range(place), MEMBERS), limit=None))
    assert {each.ids for each in found} == minimal_winning_sets(game)
    costs = [(width(each), len(each.members)) for each in found]
    assert costs == sorted(costs)
    mixed = mix({"members": 3, "surplus": 1})
    found = list(enumerate_coalitions(game, by=(mixed,), minimal=False, limit=None))
    weighed = [3 * len(each.members) + each.seats for each in found]
    assert weighed == sorted(weighed)


def test_wrong_yardsticks():
    with pytest.raises(UnknownRuleError, match="members, surplus"):
        find_yardstick("beauty")
    with pytest.raises(ValueError, match="negative for Harbour"):
        next(enumerate_coalitions(CHAMBER, by=(Sum("debt", lambda _group: -1),)))


@settings(max_examples=60, deadline=None)
@given(games(most=6))
def test_samples_win_and_the_same_seed_draws_the_same(game):
    for minimal, twin in ((True, minimal_winning_sets(game)), (False, winning_sets(game))):
        if not twin:
            with pytest.raises(CoalitionError, match="none can be drawn"):
                sample(game, number=1, seed=1, minimal=minimal)
            continue
        drawn = sample(game, number=20, seed=7, minimal=minimal)
        assert {each.ids for each in drawn} <= twin
        assert drawn == sample(game, number=20, seed=7, minimal=minimal)


def test_a_sample_is_uniform():
    groups = tuple(Group(f"g{index}", f"G{index}", 1 + index % 4) for index in range(7))
    refusals = frozenset({frozenset({"g0", "g3"}), frozenset({"g1", "g2"})})
    game = Game(groups, 8, incompatible=refusals)
    twin = minimal_winning_sets(game)
    draws = 400 * len(twin)
    counts = Counter(each.ids for each in sample(game, number=draws, seed=11))
    assert set(counts) == twin
    chi_square = sum((count - 400) ** 2 / 400 for count in counts.values())
    assert chi_square < 2.5 * len(twin)


def test_allows_is_the_definition_in_words():
    game = Game(
        CHAMBER.groups,
        51,
        incompatible=frozenset({FEUD}),
        must=frozenset({"lantern"}),
        only_if=(("orchard", "meadow"),),
    )
    assert len(all_sets(game)) == 16
    assert game.broken_rules(["harbour", "meadow"]) == (
        "Harbour and Meadow refuse each other",
        "Lantern must be in",
    )
    assert game.broken_rules(["orchard", "lantern"]) == ("Orchard comes only with Meadow",)
