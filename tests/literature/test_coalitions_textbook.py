"""Worked examples of the literature, by name."""

from fractions import Fraction

from kutla.coalitions import (
    MEMBERS,
    SURPLUS,
    Game,
    Group,
    Meaning,
    Range,
    banzhaf,
    count_winning,
    deegan_packel,
    enumerate_coalitions,
    holler_packel,
    needed_by_all,
    needed_by_none,
    shapley_shubik,
)


def game(quota, /, **seats):
    return Game(tuple(Group(each, each, number) for each, number in seats.items()), quota)


def raw(index):
    return {power.group.id: power.raw for power in index.powers}


def share(index):
    return {power.group.id: power.share for power in index.powers}


def test_un_security_council_since_1965():
    """Shapley and Shubik's rule on [39; 7×5, 1×10]: a permanent member has 421/2145."""
    groups = [Group(f"permanent-{number}", "P", 7) for number in range(5)]
    groups += [Group(f"elected-{number}", "E", 1) for number in range(10)]
    council = Game(tuple(groups), 39)
    power = raw(shapley_shubik(council))
    assert power["permanent-0"] == Fraction(421, 2145)
    assert power["elected-0"] == Fraction(4, 2145)
    swings = raw(banzhaf(council))
    assert swings["permanent-0"] == Fraction(848, 2**14)
    assert swings["elected-0"] == Fraction(84, 2**14)
    assert len(needed_by_all(council)) == 5


def test_council_of_the_eec_in_1958():
    """[12; 4, 4, 4, 2, 2, 1]: Luxembourg's vote never mattered (Felsenthal and Machover 1998)."""
    council = game(12, france=4, germany=4, italy=4, belgium=2, netherlands=2, luxembourg=1)
    assert share(banzhaf(council)) == {
        "france": Fraction(5, 21), "germany": Fraction(5, 21), "italy": Fraction(5, 21),
        "belgium": Fraction(1, 7), "netherlands": Fraction(1, 7), "luxembourg": 0,
    }  # fmt: skip
    power = raw(shapley_shubik(council))
    assert (power["france"], power["belgium"]) == (Fraction(14, 60), Fraction(9, 60))
    assert [group.id for group in needed_by_none(council)] == ["luxembourg"]
    assert count_winning(council) == 14


def test_nassau_county_board_of_supervisors_in_1964():
    """Banzhaf 1965: with [58; 31, 31, 28, 21, 2, 2] three of six towns have no power at all."""
    board = game(
        58,
        hempstead1=31,
        hempstead2=31,
        oyster_bay=28,
        north_hempstead=21,
        long_beach=2,
        glen_cove=2,
    )
    power = share(banzhaf(board))
    assert {power[each] for each in ("hempstead1", "hempstead2", "oyster_bay")} == {Fraction(1, 3)}
    assert [power[each] for each in ("north_hempstead", "long_beach", "glen_cove")] == [0, 0, 0]


LIJPHART = game(51, A=8, B=21, C=26, D=12, E=33)
"""Lijphart's hypothetical parliament (Democracies, 1984; Patterns of Democracy, 2012)."""

LEFT_TO_RIGHT = Range({"A": 1.0, "B": 2.0, "C": 3.0, "D": 4.0, "E": 5.0})


def members(coalitions):
    return ["".join(sorted(each.ids)) for each in coalitions]


def test_lijpharts_minimal_winning_coalitions():
    found = members(enumerate_coalitions(LIJPHART, limit=None))
    assert sorted(found) == ["ABC", "ADE", "BCD", "BE", "CE"]


def test_lijpharts_minimum_size_coalition():
    """Riker's size principle: ADE has 53 of 100."""
    [best] = enumerate_coalitions(LIJPHART, by=(SURPLUS,), limit=1)
    assert ("".join(sorted(best.ids)), best.seats) == ("ADE", 53)


def test_lijpharts_fewest_parties():
    """Leiserson's bargaining proposition: two parties, BE or CE."""
    found = [
        each
        for each in enumerate_coalitions(LIJPHART, by=(MEMBERS,), limit=None)
        if len(each.members) == 2
    ]
    assert sorted(members(found)) == ["BE", "CE"]


def test_lijpharts_minimal_range():
    """ABC, BCD and CE span two steps of the scale, the fewest."""
    found = enumerate_coalitions(LIJPHART, by=(LEFT_TO_RIGHT,), limit=3)
    assert sorted(members(found)) == ["ABC", "BCD", "CE"]


def test_rikers_three_persons_any_two_of_whom_win():
    """Riker 1962: unequal weights, equal power."""
    trio = game(51, one=49, two=48, three=3)
    assert set(raw(shapley_shubik(trio)).values()) == {Fraction(1, 3)}
    assert set(share(deegan_packel(trio)).values()) == {Fraction(1, 3)}


def test_deegan_and_packel_1978_and_holler_1982():
    """[51; 50, 30, 20]: minimal winning are {50, 30} and {50, 20}."""
    small = game(51, a=50, b=30, c=20)
    assert raw(deegan_packel(small)) == {
        "a": Fraction(1, 2),
        "b": Fraction(1, 4),
        "c": Fraction(1, 4),
    }
    assert share(holler_packel(small)) == {
        "a": Fraction(1, 2),
        "b": Fraction(1, 4),
        "c": Fraction(1, 4),
    }


def test_a_quarrel_of_two_in_the_two_meanings():
    """Three equal groups, two to win, two of whom quarrel: the third is in every coalition."""
    trio = Game(
        tuple(Group(each, each, 1) for each in "abc"), 2, incompatible=frozenset({frozenset("ab")})
    )
    feasible = shapley_shubik(trio)
    assert raw(feasible) == {"c": Fraction(1, 3), "a": Fraction(1, 6), "b": Fraction(1, 6)}
    restricted = shapley_shubik(trio, meaning=Meaning.RESTRICTED)
    assert raw(restricted) == {"c": Fraction(2, 3), "a": Fraction(1, 6), "b": Fraction(1, 6)}
    assert share(feasible)["c"] == Fraction(1, 2)
