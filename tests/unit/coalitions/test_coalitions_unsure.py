"""What a state leaves unsure: contested figures and refusals become chances."""

from math import exp

import pytest

from kutla.claims.claim import Modality, Polarity
from kutla.coalitions import chances_from_state, coalitions_from_state, reach_of
from kutla.state.state import Standing
from kutla.vocabulary import Referent
from support.states import fact, make_state

HARBOUR, MEADOW, ORCHARD = (Referent(name).key for name in ("Harbour", "Meadow", "Orchard"))
HOUSE = (
    fact("seats", "Harbour", values=(40,)),
    fact("seats", "Meadow", values=(35,)),
    fact("seats", "Orchard", values=(15,)),
)


def test_what_nobody_contests_is_sure():
    chances = chances_from_state(make_state(HOUSE, chamber=101))
    assert (dict(chances.seats), dict(chances.refusals)) == ({}, {})


def test_figures_of_one_list_share_one_by_their_odds():
    rows = (fact("seats", "Harbour", values=(40, 43)), *HOUSE[1:])
    chances = chances_from_state(make_state(rows, chamber=101))
    figures = chances.seats[HARBOUR]
    assert set(figures) == {40, 43}
    assert sum(figures.values()) == pytest.approx(1)
    assert figures[40] / figures[43] == pytest.approx(exp(1.0))  # log-odds 1 and 0 in this state


def test_a_contested_refusal_is_as_likely_as_its_voices():
    said = fact(
        "refuses_bloc", "Orchard", "Harbour", standing=Standing.CONTESTED, also=Polarity.DENIED
    )
    chances = chances_from_state(make_state((*HOUSE, said), chamber=101))
    pair = frozenset({ORCHARD, HARBOUR})
    assert chances.refusals[pair] == pytest.approx(1 / (1 + exp(-1)))


def test_a_refusal_that_is_only_possible_is_even():
    said = fact("refuses_bloc", "Orchard", "Harbour", modality=Modality.POSSIBLE)
    chances = chances_from_state(make_state((*HOUSE, said), chamber=101))
    assert chances.refusals == {frozenset({ORCHARD, HARBOUR}): 0.5}


def test_a_settled_refusal_is_a_rule_of_the_game_and_no_chance():
    said = fact("refuses_bloc", "Orchard", "Harbour")
    state = make_state((*HOUSE, said), chamber=101)
    assert chances_from_state(state).refusals == {}
    game = coalitions_from_state(state).without_contested.game
    assert frozenset({ORCHARD, HARBOUR}) in game.incompatible


def test_the_chances_of_a_state_answer_for_a_set_of_its_lists():
    said = fact("refuses_bloc", "Orchard", "Harbour", modality=Modality.POSSIBLE)
    rows = (fact("seats", "Harbour", values=(34, 40)), *HOUSE[1:], said)
    state = make_state(rows, chamber=101)
    game = coalitions_from_state(state).without_contested.game
    chances = chances_from_state(state)
    reach = reach_of(game, {HARBOUR, ORCHARD}, chances)
    assert float(reach.reaches) == pytest.approx(1 / (1 + exp(1)))  # 40 + 15 does, 34 + 15 not
    assert float(reach.holds) == 0.5
