"""Votes to seats: the textbook cases, ties in full, and the laws of each method."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kutla.coalitions import Method, apportion
from kutla.errors import CoalitionError

VOTES = {"a": 100_000, "b": 80_000, "c": 30_000, "d": 20_000}


@pytest.mark.parametrize(
    ("method", "seats"),
    [
        ("dhondt", [4, 3, 1, 0]),
        ("sainte-lague", [3, 3, 1, 1]),
        ("hare", [3, 3, 1, 1]),
        ("droop", [4, 3, 1, 0]),
    ],
)
def test_eight_seats_among_four_lists(method, seats):
    assert list(apportion(VOTES, 8, method).seats.values()) == seats


def test_the_first_divisor_of_iraq_keeps_small_lists_out():
    votes = {"large": 53_000, "middle": 24_000, "small": 7_900}
    assert apportion(votes, 5, Method.SAINTE_LAGUE).seats["small"] == 0
    close = {"large": 60, "small": 13}
    assert apportion(close, 4, Method.SAINTE_LAGUE).seats == {"large": 3, "small": 1}
    assert apportion(close, 4, Method.IRAQ).seats == {"large": 4, "small": 0}


def test_a_tie_at_the_last_seat_is_found_in_exact_fractions():
    # 20,000 / 1.4 and 100,000 / 7 are the same
    found = apportion(VOTES, 8, "sainte-lague-1.4")
    assert [list(each.values()) for each in found.outcomes] == [[4, 3, 1, 0], [3, 3, 1, 1]]


def test_a_tie_gives_every_outcome_and_no_single_one():
    found = apportion({"a": 5, "b": 5, "c": 5}, 2, "dhondt")
    assert len(found.outcomes) == 3
    assert found.is_tied
    with pytest.raises(CoalitionError, match="tie"):
        _ = found.seats


def test_a_threshold_keeps_lists_out_but_not_the_exempt():
    found = apportion(VOTES, 8, "dhondt", threshold=Fraction(10, 100))
    assert found.excluded == ("d",)
    kept = apportion(VOTES, 8, "dhondt", threshold=0.1, exempt=frozenset({"d"}))
    assert kept.excluded == ()


def test_a_threshold_nobody_reaches_and_a_method_nobody_knows():
    with pytest.raises(CoalitionError, match="threshold"):
        apportion(VOTES, 8, threshold=0.9)
    with pytest.raises(CoalitionError, match="known are: dhondt"):
        apportion(VOTES, 8, "lottery")
    with pytest.raises(ValueError, match="zero or more"):
        apportion({"a": -1}, 8)


many_votes = st.dictionaries(
    st.sampled_from("abcdef"), st.integers(1, 1000), min_size=1, max_size=6
)


@given(many_votes, st.integers(0, 40), st.sampled_from(list(Method)))
def test_every_outcome_gives_out_all_the_seats(votes, seats, method):
    found = apportion(votes, seats, method)
    assert {sum(outcome.values()) for outcome in found.outcomes} == {seats}
    assert len({tuple(sorted(outcome.items())) for outcome in found.outcomes}) == len(
        found.outcomes
    )


@given(
    many_votes,
    st.integers(0, 30),
    st.sampled_from([Method.DHONDT, Method.SAINTE_LAGUE, Method.IRAQ]),
)
def test_a_divisor_method_never_takes_a_seat_away_when_the_house_grows(votes, seats, method):
    fewer, more = apportion(votes, seats, method), apportion(votes, seats + 1, method)
    if not (fewer.is_tied or more.is_tied):
        assert all(more.seats[each] >= fewer.seats[each] for each in votes)


@given(many_votes, st.integers(1, 30))
def test_dhondt_shares_out_by_the_highest_quotients(votes, seats):
    found = apportion(votes, seats, Method.DHONDT)
    quotients = sorted(
        (Fraction(count, divisor) for count in votes.values() for divisor in range(1, seats + 1)),
        reverse=True,
    )
    last = quotients[seats - 1]
    for outcome in found.outcomes:
        for each, held in outcome.items():
            assert held == 0 or Fraction(votes[each], held) >= last
            assert Fraction(votes[each], held + 1) <= last


@given(many_votes, st.integers(1, 30))
def test_hare_stays_within_one_seat_of_the_exact_share(votes, seats):
    total = sum(votes.values())
    for outcome in apportion(votes, seats, Method.HARE).outcomes:
        assert all(
            abs(held - Fraction(votes[each] * seats, total)) < 1 for each, held in outcome.items()
        )
