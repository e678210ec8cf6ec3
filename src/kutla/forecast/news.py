"""What was said, as evidence: each kind moves the odds by one stated weight.

The weights are set by hand, not fitted: ParlGov has no news. ``docs/forecast.md`` shows the table
and every answer says what it would be with half and with twice of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from kutla.claims.claim import Modality, Polarity
from kutla.coalitions.seating import Seating, find_refusals
from kutla.state.state import Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from kutla.forecast.opportunity import Bits, Numbers
    from kutla.state.state import Fact, State

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "refuses": -2.5,
        "refuses, contested": -1.0,
        "sits with": 1.2,
        "may join": 0.5,
        "negotiates with": 0.4,
        "supports": 0.3,
        "nominated": 1.5,
        "candidate": 0.7,
        "withdrew": -1.0,
    }
)
"""Log-odds of a government that holds both groups, against one that does not; the last three of a
prime minister of the group. "Sits with" also takes half from what holds one without the other."""
STANDING: Mapping[Standing, float] = MappingProxyType(
    {Standing.SETTLED: 1.0, Standing.REPORTED: 0.7, Standing.CONTESTED: 0.4}
)
"""What a weight is multiplied by, for how firmly the fact stands; refusals state theirs."""
MOST = 3.0
"""All that is said of one pair, or of one group's candidates, moves the odds no further."""
PRIME = ("prime minister", "premier", "chancellor")
"""Heads of government; other candidacies move nothing."""
_LEADING = ("nominated", "candidate", "withdrew")


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing that was said and what it does: ``log_odds`` for the ``groups`` together.

    One group means a prime minister of that group. ``claims`` are the ids under it.
    """

    kind: str
    groups: frozenset[str]
    log_odds: float
    why: str
    claims: tuple[str, ...] = ()

    def scaled(self, by: float) -> Signal:
        """Give it with its weight multiplied."""
        return Signal(self.kind, self.groups, self.log_odds * by, self.why, self.claims)


def signals_of(state: State, *, since: date | None = None) -> tuple[Signal, ...]:
    """Read off a state what moves the odds, one a kind and pair (the strongest).

    What is known to have been so before ``since`` (the last election) is passed over.
    """
    seating = Seating(state)
    found: list[Signal] = []
    refusals, _ = find_refusals(seating)
    for each in refusals:
        if _is_before(each.fact, since):
            continue
        kind = "refuses, contested" if each.is_contested else "refuses"
        found.append(Signal(kind, each.groups, WEIGHTS[kind], _say(each.fact), _ids(each.fact)))
    for fact in state.facts:
        if not _is_before(fact, since):
            found += _of_fact(fact, seating)
    for bloc in state.blocs:
        members = [each for each in bloc.members if not _is_before(each, since)]
        found += _of_bloc(members, seating)
    strongest: dict[tuple[str, frozenset[str]], Signal] = {}
    for one in found:
        known = strongest.get((one.kind, one.groups))
        if known is None or abs(one.log_odds) > abs(known.log_odds):
            strongest[one.kind, one.groups] = one
    return tuple(strongest.values())


def _is_before(fact: Fact, since: date | None) -> bool:
    return since is not None and fact.period is not None and fact.period.first_on < since


def _of_fact(fact: Fact, seating: Seating) -> list[Signal]:
    kind = _kind(fact)
    if kind is None:
        return []
    weight = WEIGHTS[kind] * STANDING.get(fact.standing, 0.0)
    subject, other = seating.holder(fact.subject), seating.holder(fact.object)
    if kind in _LEADING:
        office = fact.object.name.casefold() if fact.object is not None else ""
        if not any(each in office for each in PRIME):
            return []
        # a nomination says who is put forward in its object, a candidacy in its subject
        groups = frozenset(each for each in (subject,) if each)
    else:
        groups = frozenset(each for each in (subject, other) if each)
        if len(groups) != 2:
            return []
    return [Signal(kind, groups, weight, _say(fact), _ids(fact))] if groups and weight else []


def _kind(fact: Fact) -> str | None:
    """Give the kind of signal a fact is; None where it is none or stands no more."""
    if fact.polarity is not Polarity.AFFIRMED or fact.standing not in STANDING:
        return None
    is_open = fact.modality in (Modality.POSSIBLE, Modality.PLANNED)
    if fact.kind in {"joins_bloc", "forms_bloc"}:
        return "may join" if is_open else "sits with"
    if fact.modality is not Modality.ACTUAL:
        return None
    return {
        "negotiates_with": "negotiates with",
        "supports": "supports",
        "nominated_for": "nominated",
        "candidate_for": "candidate",
        "withdraws_candidacy": "withdrew",
    }.get(fact.kind)


def _of_bloc(members: Sequence[Fact], seating: Seating) -> list[Signal]:
    """Tie every two groups that sit in one bloc."""
    held: dict[str, Fact] = {}
    for fact in members:
        group = seating.holder(fact.subject)
        stands = fact.polarity is Polarity.AFFIRMED and fact.modality is Modality.ACTUAL
        if group is not None and stands and fact.standing in STANDING:
            held.setdefault(group, fact)
    groups = sorted(held)
    found = []
    for index, one in enumerate(groups):
        for other in groups[index + 1 :]:
            firm = min(STANDING[held[each].standing] for each in (one, other))
            found.append(
                Signal(
                    "sits with",
                    frozenset({one, other}),
                    WEIGHTS["sits with"] * firm,
                    f"{_say(held[one])}; {_say(held[other])}",
                    (*_ids(held[one]), *_ids(held[other])),
                )
            )
    return found


def _say(fact: Fact) -> str:
    other = f" {fact.object.name}" if fact.object is not None else ""
    return f"{fact.subject.name} {fact.kind.replace('_', ' ')}{other} ({fact.standing.value})"


def _ids(fact: Fact) -> tuple[str, ...]:
    return tuple(item.claim.id for item in fact.support)


def make_up_shift(ids: Sequence[str], signals: Iterable[Signal]) -> Callable[[Bits], Numbers]:
    """Give what is added to the log-odds of sets of ``ids``: a function of rows × groups."""
    place = {each: index for index, each in enumerate(ids)}
    both = np.zeros((len(ids), len(ids)))
    split = np.zeros((len(ids), len(ids)))
    for each in signals:
        inside = sorted(place[group] for group in each.groups if group in place)
        if len(inside) != 2 or len(each.groups) != 2:
            continue
        both[inside[0], inside[1]] += each.log_odds
        if each.kind == "sits with":
            split[inside[0], inside[1]] -= each.log_odds / 2
    both, split = np.clip(both, -MOST, MOST), np.clip(split, -MOST / 2, 0.0)
    first, second = np.nonzero((both != 0) | (split != 0))

    def shift(sets: Bits) -> Numbers:
        one, other = sets[:, first], sets[:, second]
        together = (one & other) @ both[first, second]
        return np.asarray(together + (one ^ other) @ split[first, second], dtype=np.float64)

    return shift


def leader_shift(ids: Sequence[str], signals: Iterable[Signal]) -> Numbers:
    """Give what is added to the score of each group as that of the next prime minister."""
    shift = np.zeros(len(ids))
    for each in signals:
        if each.kind in _LEADING:
            for group in each.groups & set(ids):
                shift[list(ids).index(group)] += each.log_odds
    return np.clip(shift, -MOST, MOST)
