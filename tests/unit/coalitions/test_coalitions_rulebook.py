"""Rules as people say them, and tables as people keep them."""

from fractions import Fraction

import pytest

from kutla.coalitions import (
    RULES,
    Condition,
    Game,
    Group,
    Threshold,
    count_winning,
    find_groups,
    game_of,
    parse_seats,
    read_quota,
    read_rules,
)
from kutla.errors import CoalitionError, UnknownRuleError

TABLE = """list,seats,position,population
Harbour Party,40,1,50
Blue and White,35,2,30
Orchard,15,4,15
Lantern Union,10,,5
"""
SEATS = parse_seats(TABLE, "seats.csv")
GAME = game_of(SEATS)


def shaped(*rules, game=GAME):
    return read_rules(game, rules, columns=SEATS.columns).game


def test_a_table_is_read_with_its_further_columns():
    assert GAME.quota == 51
    assert GAME.seats_of == {
        "harbour party": 40,
        "blue and white": 35,
        "orchard": 15,
        "lantern union": 10,
    }
    assert SEATS.columns["position"] == {
        "harbour party": 1.0,
        "blue and white": 2.0,
        "orchard": 4.0,
    }


@pytest.mark.parametrize(
    ("rule", "what", "value"),
    [
        ("Harbour refuses Blue and White", "incompatible", frozenset({frozenset({"harbour party", "blue and white"})})),
        ("Orchard only with Harbour", "only_if", (("orchard", "harbour party"),)),
        ("Orchard only with Harbour or Lantern", "conditions", (Condition(frozenset({"orchard"}), frozenset({"harbour party", "lantern union"})),)),
        ("orchard, lantern together", "together", (frozenset({"orchard", "lantern union"}),)),
        ("with Orchard and Blue and White", "must", frozenset({"orchard", "blue and white"})),
        ("without lantern union", "must_not", frozenset({"lantern union"})),
        ("at most 3 lists", "max_members", 3),
        ("also 3 lists", "also", (Threshold("lists", 3),)),
        ("or 75% of lists", "or_else", (Threshold("lists", 3),)),
        ("connected", "connected_on", (("blue and white", 2.0), ("harbour party", 1.0), ("orchard", 4.0))),
        ("range 1", "incompatible", frozenset({frozenset({"orchard", "harbour party"}), frozenset({"orchard", "blue and white"})})),
    ],
)  # fmt: skip
def test_a_rule_in_words_is_a_rule_of_the_game(rule, what, value):
    assert getattr(shaped(rule), what) == value


def test_figures_splits_and_leaders():
    assert shaped("Harbour holds 41").seats_of["harbour party"] == 41
    assert shaped("5 of Orchard leave").seats_of["orchard/part"] == 5
    assert len(shaped("Lantern one by one").groups) == 14
    led = shaped("Orchard only if Harbour leads", "Lantern only if Blue and White leads")
    assert not led.allows({"orchard", "lantern union", "harbour party", "blue and white"})


def test_a_further_quota_may_be_a_share_of_a_column():
    game = shaped("also 65% of population")
    assert game.also[0].quota == 65
    assert not game.wins({"harbour party", "lantern union", "orchard"} - {"orchard"})
    assert game.wins({"harbour party", "orchard"})


def test_what_is_only_likely_is_kept_apart():
    asked = read_rules(
        GAME,
        ["Harbour refuses Orchard with 70%", "Orchard holds 20 by 25 %", "Lantern comes with 60%"],
    )
    assert asked.has_chances
    assert not asked.game.incompatible
    assert asked.chances.refusals == {frozenset({"harbour party", "orchard"}): Fraction(7, 10)}
    assert asked.chances.seats == {"orchard": {20: Fraction(1, 4), 15: Fraction(3, 4)}}
    assert asked.chances.joins == {"lantern union": Fraction(3, 5)}


def test_a_refusal_is_lifted_only_where_there_is_one():
    refused = shaped("Harbour refuses Orchard")
    assert not read_rules(refused, ["lift Harbour, Orchard"]).game.incompatible
    with pytest.raises(UnknownRuleError, match="no refusal between these"):
        shaped("lift Harbour, Orchard")


def test_support_from_outside_and_abstention():
    game = shaped(
        "Orchard supports from outside never with Lantern", "Blue and White abstains", "vote simple"
    )
    assert game.wins({"harbour party", "orchard/outside"})
    assert not game.allows({"harbour party", "lantern union", "orchard/outside"})
    assert game.wins({"harbour party", "blue and white/abstains"})
    assert count_winning(game) > 0


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("Dawn refuses Harbour", "no list here is called 'Dawn'; the nearest:"),
        ("Harbour dances with Orchard", "the rule 'Harbour dances with Orchard' is not understood"),
        ("Harbour Orchard", "not understood; write it as one of: A refuses B"),
        ("Harbour refuses Harbour", "cannot refuse itself"),
        ("also 3 of votes", "without a column 'votes'"),
        ("at most 0 lists", "at least one list"),
        ("Harbour refuses Orchard with 170%", "at most 100%"),
        ("Harbour holds 41 with 60%; Harbour holds 42 with 60%", "more than 100%"),
        ("40 of Harbour leave", "Harbour Party holds 40 seats"),
    ],
)
def test_what_is_not_understood_is_said_with_the_mend(rule, said):
    with pytest.raises(CoalitionError, match=said):
        read_rules(GAME, rule.split("; "), columns=SEATS.columns)


def test_every_form_that_is_shown_is_understood():
    letters = "ABCD"
    game = Game(tuple(Group(each, each, 60) for each in letters), 121)
    columns = {
        "position": dict.fromkeys(letters, 1.0),
        "population": dict.fromkeys(letters, 10.0),
    }
    for rule in RULES:
        base = read_rules(game, ["A refuses B"]).game if rule.startswith("lift") else game
        read_rules(base, [rule], columns=columns)


def test_a_name_that_fits_two_lists_is_asked_back():
    game = Game((Group("1", "National Front", 3), Group("2", "National Union", 2)), 3)
    with pytest.raises(UnknownRuleError, match="more than one list"):
        find_groups(game, "National")
    assert find_groups(game, "National Union and National Front") == ["2", "1"]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("", "is empty"),
        ("a,b\n1,2\n", "line 1: no columns `list` and `seats`"),
        ("list,seats\nA,many\n", "line 2: 'many' is no number of seats"),
        ("list,seats\nA,3\na,4\n", "line 3: a stands twice"),
        ("list,seats\n,3\n", "line 2: a list without a name"),
        ("list,seats,position\nA,3,left\n", "line 2: 'left' is no number"),
    ],
)
def test_a_table_that_is_wrong_is_said_with_its_line(table, said):
    with pytest.raises(CoalitionError, match=said):
        parse_seats(table, "seats.csv")


def test_a_quota_is_a_number_or_a_share():
    assert read_quota(None, 329) == 165
    assert read_quota("220", 329) == 220
    assert read_quota("2/3", 329) == 220
    assert read_quota("60%", 120) == 72
    for wrong in ("most", "1/0", "0", "2.5"):
        with pytest.raises(CoalitionError, match="quota"):
            read_quota(wrong, 120)


def test_a_chamber_smaller_than_its_lists_is_a_fault_of_the_table():
    with pytest.raises(CoalitionError, match="more than the 90"):
        game_of(SEATS, chamber=90)
    assert game_of(SEATS, chamber=120).quota == 61
