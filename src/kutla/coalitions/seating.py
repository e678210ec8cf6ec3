"""From the facts of a state to who holds seats and who will not sit with whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.claims.claim import Modality, Polarity
from kutla.coalitions.game import Group, by_seats
from kutla.state.state import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kutla.state.state import Fact, State
    from kutla.vocabulary import Referent

_GONE = (Standing.SUPERSEDED, Standing.RETRACTED, Standing.DENIED)
_MOST_STEPS = 4


@dataclass(frozen=True, slots=True)
class Refusal:
    """Two groups of which one will not sit with the other, and the fact that says so.

    ``is_contested`` holds where voices stand against each other, where it is only possible or
    demanded, or where the two were also reported together later; ``why`` says which.
    """

    groups: frozenset[str]
    fact: Fact
    is_contested: bool
    why: str


class Seating:
    """Groups with seats, and the way from any referent to the group that it speaks for."""

    def __init__(self, state: State) -> None:
        self.state = state
        rows = {
            fact.subject.key: fact
            for fact in reversed(state.seats.rows)
            if fact.value is not None and fact.value >= 0
        }
        self._speaks_for = _ties(state, "leads", "part_of")
        hosts = {each: self._host(each, rows.keys()) for each in rows}
        self.inside = tuple((rows[each], rows[host]) for each, host in hosts.items() if host)
        """Rows of lists that sit inside another row's alliance: counted once, with the host."""
        self.rows = {each: fact for each, fact in rows.items() if not hosts[each]}
        self.groups = by_seats(
            Group(each, fact.subject.name, fact.value or 0) for each, fact in self.rows.items()
        )

    def _host(self, key: str, rows: Iterable[str]) -> str | None:
        hosts = {other for other in self._speaks_for.get(key, ()) if other in rows} - {key}
        if len(hosts) != 1:
            return None
        host = hosts.pop()
        is_mutual = key in self._speaks_for.get(host, ())
        return None if is_mutual and key < host else host

    def holder(self, referent: Referent | None) -> str | None:
        """Give the id of the one group the referent is, leads or belongs to; else None."""
        if referent is None:
            return None
        here = {referent.key}
        for _ in range(_MOST_STEPS):
            if found := here & self.rows.keys():
                return found.pop() if len(found) == 1 else None
            here = {other for each in here for other in self._speaks_for.get(each, ())}
        return None

    @property
    def other_values(self) -> dict[str, tuple[int, ...]]:
        """Seat counts that are given beside the leading one, by group id."""
        others = {}
        for each, fact in self.rows.items():
            values = {
                other.value
                for other in fact.alternatives[1:]
                if other.value is not None and other.polarity is Polarity.AFFIRMED
            } - {fact.value, None}
            if values:
                others[each] = tuple(sorted(value for value in values if value is not None))
        return others


def find_refusals(seating: Seating) -> tuple[tuple[Refusal, ...], tuple[Fact, ...]]:
    """Give the refusals between groups with seats, and the facts that could not be placed so.

    A list's refusal counts, and its leader's; a mere member's does not speak for the list.
    """
    refusals: dict[frozenset[str], Refusal] = {}
    unplaced = []
    for fact in seating.state.of_kind("refuses_bloc", "opposes"):
        if fact.standing in _GONE or not _affirmed_somewhere(fact):
            continue
        pair = _pair(seating, fact)
        if pair is None:
            if fact.kind == "refuses_bloc":
                unplaced.append(fact)
            continue
        why = _doubt(seating, fact, pair)
        refusal = Refusal(pair, fact, is_contested=bool(why), why=why)
        known = refusals.get(pair)
        if known is None or (known.is_contested and not refusal.is_contested):
            refusals[pair] = refusal
    return tuple(refusals.values()), tuple(unplaced)


def _pair(seating: Seating, fact: Fact) -> frozenset[str] | None:
    if fact.kind == "opposes":
        ends = [each.key for each in (fact.subject, fact.object) if each is not None]
        pair = frozenset(ends) & seating.rows.keys()
    else:
        holders = (seating.holder(fact.subject), seating.holder(fact.object))
        pair = frozenset(each for each in holders if each is not None)
    return frozenset(pair) if len(pair) == 2 else None


def _doubt(seating: Seating, fact: Fact, pair: frozenset[str]) -> str:
    if fact.is_contested or fact.polarity is not Polarity.AFFIRMED:
        return f"contested: {fact.reason}" if fact.reason else "contested"
    if fact.modality in (Modality.POSSIBLE, Modality.DEMANDED):
        return f"said to be {fact.modality.value} only"
    for other in seating.state.of_kind("forms_bloc", "joins_bloc", "negotiates_with"):
        if other.standing in _GONE or other.polarity is not Polarity.AFFIRMED:
            continue
        ends = {seating.holder(other.subject), seating.holder(other.object)}
        if pair == ends and not _is_earlier(other, fact):
            return f"they are also reported together ({other.kind})"
    return ""


def _is_earlier(one: Fact, other: Fact) -> bool:
    if one.period is None or other.period is None:
        return False
    return one.period.first_on < other.period.first_on


def _affirmed_somewhere(fact: Fact) -> bool:
    return any(each.polarity is Polarity.AFFIRMED for each in fact.alternatives)


def _ties(state: State, *kinds: str) -> dict[str, tuple[str, ...]]:
    """Give who leads or is part of what; a contested tie counts while somebody affirms it."""
    ties: dict[str, list[str]] = {}
    for fact in state.of_kind(*kinds):
        stands = fact.standing not in _GONE and any(
            each.polarity is Polarity.AFFIRMED and each.modality is Modality.ACTUAL
            for each in fact.alternatives
        )
        if stands and fact.object is not None:
            ties.setdefault(fact.subject.key, []).append(fact.object.key)
    return {each: tuple(others) for each, others in ties.items()}
