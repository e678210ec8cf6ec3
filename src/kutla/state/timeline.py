"""What happened when, as far as a day is known: the readings of facts in the order of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from kutla.state.state import Alternative, Evidence, Fact, State
    from kutla.vocabulary import Period


@dataclass(frozen=True, slots=True)
class Moment:
    """One reading of a fact at its place in time.

    ``is_bound`` is true where no report gives the day: then ``period`` is that of the first report
    of it, by the end of which it must have been so. ``is_leading`` is false for a reading that
    does not stand at the head of its fact: an earlier turn, or the other side.
    """

    period: Period
    fact: Fact
    is_bound: bool
    reading: Alternative
    is_leading: bool = True


def timeline(
    state: State, *, since: date | None = None, until: date | None = None
) -> tuple[Moment, ...]:
    """Put every reading in the order of time, earliest first; what has no day at all is left out.

    ``since`` and ``until`` leave out what ended before or began after, both days included.
    """
    moments = [
        moment
        for fact in state.facts
        for reading in fact.alternatives
        if (moment := _moment(fact, reading)) is not None
    ]
    return tuple(
        sorted(
            (
                m
                for m in moments
                if (since is None or m.period.last_on >= since)
                and (until is None or m.period.first_on <= until)
            ),
            key=lambda m: (
                m.period.first_on, m.period.until_on, m.is_bound, m.fact.id, not m.is_leading,
            ),
        )
    )  # fmt: skip


def _moment(fact: Fact, reading: Alternative) -> Moment | None:
    is_leading = reading is fact.alternatives[0]
    period = fact.period if is_leading else _stated(reading.evidence)
    if period is not None:
        return Moment(period, fact, is_bound=False, reading=reading, is_leading=is_leading)
    reports = [i.claim.reported for i in reading.evidence if i.claim.reported is not None]
    if not reports:
        return None
    return Moment(min(reports), fact, is_bound=True, reading=reading, is_leading=is_leading)


def _stated(evidence: tuple[Evidence, ...]) -> Period | None:
    """Give the most precise day that the evidence states, the earliest of equals."""
    days = [item.claim.event.period for item in evidence if item.claim.event.period is not None]
    return min(days, key=lambda p: (p.until_on - p.first_on, p.first_on), default=None)
