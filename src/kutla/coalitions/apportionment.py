"""From votes to seats, in exact fractions, with every outcome that a tie leaves open.

Divisor methods give each further seat to the list with the highest votes / divisor; quota methods
give each list its whole quotas and the rest by largest remainder. Sources: Balinski and Young,
*Fair Representation* (1982); Iraq's divisors 1.6, 3, 5, ... (2014), 1.7 (2018, and by the law of
2023) for the first.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import combinations, islice
from typing import TYPE_CHECKING

from kutla.errors import CoalitionError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MOST_TIED = 1000
"""How many tied outcomes are given, at the most."""


class Method(StrEnum):
    """How seats are shared out."""

    DHONDT = "dhondt"
    SAINTE_LAGUE = "sainte-lague"
    SCANDINAVIAN = "sainte-lague-1.4"
    IRAQ_2014 = "sainte-lague-1.6"
    IRAQ = "sainte-lague-1.7"
    HARE = "hare"
    DROOP = "droop"


_FIRST: dict[Method, Fraction] = {
    Method.SAINTE_LAGUE: Fraction(1),
    Method.SCANDINAVIAN: Fraction(7, 5),
    Method.IRAQ_2014: Fraction(8, 5),
    Method.IRAQ: Fraction(17, 10),
}


@dataclass(frozen=True, slots=True)
class Apportionment:
    """The seats by list.

    ``outcomes`` are all allocations the rule allows, more than one where votes tie for the last
    seats (at most ``MOST_TIED`` of them). ``excluded`` did not reach the threshold.
    """

    method: Method
    outcomes: tuple[Mapping[str, int], ...]
    excluded: tuple[str, ...]

    @property
    def is_tied(self) -> bool:
        """Whether lots would have to be drawn."""
        return len(self.outcomes) > 1

    @property
    def seats(self) -> Mapping[str, int]:
        """The one outcome; raises CoalitionError where there is a tie."""
        if self.is_tied:
            raise CoalitionError(
                f"the votes tie: {len(self.outcomes)} allocations are right; read `outcomes`, or "
                "settle the tie in the votes."
            )
        return self.outcomes[0]


def apportion(
    votes: Mapping[str, int],
    seats: int,
    method: Method | str = Method.SAINTE_LAGUE,
    *,
    threshold: Fraction | float = 0,
    exempt: frozenset[str] = frozenset(),
) -> Apportionment:
    """Share ``seats`` out by ``votes``; lists under ``threshold`` (a share of all) get none.

    ``exempt`` lists are not held to it (minorities, direct mandates). Raises CoalitionError where
    nobody is left to take a seat, ValueError for negative numbers.
    """
    rule = _method(method)
    if seats < 0 or any(count < 0 for count in votes.values()):
        raise ValueError("votes and seats are zero or more")
    bar = Fraction(threshold) * sum(votes.values())
    taking = {each: count for each, count in votes.items() if count >= bar or each in exempt}
    taking = {each: count for each, count in taking.items() if count}
    excluded = tuple(sorted(votes.keys() - taking.keys()))
    if not taking and seats:
        raise CoalitionError("no list reaches the threshold, so the seats stay empty; lower it.")
    share = _by_quota if rule in (Method.HARE, Method.DROOP) else _by_divisor
    outcomes = tuple(
        {each: found.get(each, 0) for each in votes} for found in share(taking, seats, rule)
    )
    return Apportionment(rule, outcomes, excluded)


def _method(method: Method | str) -> Method:
    try:
        return Method(method)
    except ValueError:
        known = ", ".join(Method)
        raise CoalitionError(f"no method is called {method!r}; known are: {known}.") from None


def _divisor(method: Method) -> Callable[[int], Fraction]:
    if method is Method.DHONDT:
        return lambda held: Fraction(held + 1)
    first = _FIRST[method]
    return lambda held: Fraction(2 * held + 1) if held else first


def _by_divisor(votes: Mapping[str, int], seats: int, method: Method) -> list[dict[str, int]]:
    divisor = _divisor(method)
    held = dict.fromkeys(votes, 0)
    while seats:
        claims = {each: Fraction(count) / divisor(held[each]) for each, count in votes.items()}
        best = max(claims.values())
        tied = [each for each, claim in claims.items() if claim == best]
        if len(tied) > seats:
            return _lots(held, tied, seats)
        for each in tied:
            held[each] += 1
        seats -= len(tied)
    return [held]


def _by_quota(votes: Mapping[str, int], seats: int, method: Method) -> list[dict[str, int]]:
    total = sum(votes.values())
    if not seats:
        return [dict.fromkeys(votes, 0)]
    quota = Fraction(total, seats)
    if method is Method.DROOP:
        quota = Fraction(total // (seats + 1) + 1)
    held = {each: int(count // quota) for each, count in votes.items()}
    left = seats - sum(held.values())
    rests = {each: count - held[each] * quota for each, count in votes.items()}
    while left:
        best = max(rests.values())
        tied = [each for each, rest in rests.items() if rest == best]
        if len(tied) > left:
            return _lots(held, tied, left)
        for each in tied:
            held[each] += 1
            rests[each] -= quota
        left -= len(tied)
    return [held]


def _lots(held: Mapping[str, int], tied: list[str], seats: int) -> list[dict[str, int]]:
    """Give each way in which ``seats`` fall among the tied."""
    return [
        {each: own + (each in lucky) for each, own in held.items()}
        for lucky in islice(combinations(tied, seats), MOST_TIED)
    ]
