"""Governments that live on votes from outside: who sits, who supports, who lets it pass."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kutla.coalitions import (
    Game,
    Group,
    Offer,
    Part,
    VoteRule,
    count_winning,
    enumerate_coalitions,
    government_of,
    with_offers,
)
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


def governments(game):
    return {str(government_of(each)) for each in enumerate_coalitions(game, limit=None)}


def test_support_from_outside_carries_a_government_without_a_seat_in_it():
    game = with_offers(CHAMBER.without("m", "l"), [Offer("o")])
    assert governments(game) == {
        "Harbour 40 + Orchard 15",
        "Harbour 40, supported by Orchard 15",
    }


def test_an_abstention_helps_where_only_yes_and_no_count():
    offers = [Offer("m", Part.ABSTAINS)]
    alone = CHAMBER.without("m", "o", "l")
    assert not governments(with_offers(alone, offers))
    # 40 yes, 25 no, 35 abstain
    simple = with_offers(alone, offers, rule=VoteRule.SIMPLE)
    assert governments(simple) == {"Harbour 40, tolerated by Meadow 35"}
    # 25 against is no absolute majority against
    negative = with_offers(alone, offers, rule=VoteRule.NEGATIVE)
    assert governments(negative) == {"Harbour 40, tolerated by Meadow 35"}


def test_an_offer_may_depend_on_who_governs():
    only = with_offers(CHAMBER, [Offer("l", only_with=frozenset({"m"}))])
    assert only.wins({"m", "h", "l/outside"})
    assert not only.wins({"h", "o", "l/outside"})
    never = with_offers(CHAMBER, [Offer("l", never_with=frozenset({"m"}))])
    assert never.wins({"h", "o", "l/outside"})
    assert not never.wins({"m", "h", "l/outside"})


def test_seats_no_report_gives_to_anybody_vote_against():
    offers = [Offer("m", Part.ABSTAINS)]
    alone = CHAMBER.without("m", "o", "l")
    assert not governments(with_offers(alone, offers, rule=VoteRule.SIMPLE, chamber=120))


def test_one_group_makes_one_offer_of_a_kind():
    with pytest.raises(CoalitionError, match="same offer twice"):
        with_offers(CHAMBER, [Offer("l"), Offer("l")])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(0, 9), min_size=2, max_size=4),
    st.lists(st.sampled_from([None, Part.OUTSIDE, Part.ABSTAINS]), min_size=4, max_size=4),
    st.sampled_from(list(VoteRule)),
    st.data(),
)
def test_each_rule_counts_the_votes_it_says_it_counts(seats, parts, rule, data):
    groups = tuple(Group(f"g{index}", f"G{index}", own) for index, own in enumerate(seats))
    total = sum(seats)
    quota = data.draw(st.integers(total // 2 + 1, max(total // 2 + 1, total)))
    offers = [
        Offer(group.id, part)
        for group, part in zip(groups, parts, strict=False)
        if part is not None
    ]
    game = with_offers(Game(groups, quota), offers, rule=rule)
    expected = 0
    idle = Part.ABSTAINS if rule is VoteRule.ABSOLUTE else None  # helps nobody, so is no role
    choices = [
        ("in", "against", part) if part not in (None, idle) else ("in", "against")
        for part in parts[: len(seats)]
    ]
    for roles in product(*choices):
        held = dict.fromkeys(("in", "against", Part.OUTSIDE, Part.ABSTAINS), 0)
        for own, role in zip(seats, roles, strict=True):
            held[role] += own
        yes, no = held["in"] + held[Part.OUTSIDE], held["against"]
        passed = {
            VoteRule.ABSOLUTE: yes >= quota,
            VoteRule.SIMPLE: yes > no,
            VoteRule.NEGATIVE: no < quota,
        }[rule]
        expected += passed and "in" in roles and yes + held[Part.ABSTAINS] > 0
    assert count_winning(game) == expected
