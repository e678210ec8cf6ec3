"""What happened when, as far as a day is known: the facts of a state in the order of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kutla.state.state import Fact, State
    from kutla.vocabulary import Period


@dataclass(frozen=True, slots=True)
class Moment:
    """A fact at its place in time.

    ``is_bound`` is true where no report gives the day: then ``period`` is that of the first report
    of it, by the end of which it must have been so.
    """

    period: Period
    fact: Fact
    is_bound: bool


def timeline(state: State) -> tuple[Moment, ...]:
    """Put facts in the order of time, earliest first; what has no day at all is left out."""
    moments = []
    for fact in state.facts:
        if fact.period is not None:
            moments.append(Moment(fact.period, fact, is_bound=False))
            continue
        reports = [i.claim.reported for i in fact.support if i.claim.reported is not None]
        if reports:
            moments.append(Moment(min(reports), fact, is_bound=True))
    return tuple(
        sorted(moments, key=lambda m: (m.period.first_on, m.period.until_on, m.is_bound, m.fact.id))
    )
