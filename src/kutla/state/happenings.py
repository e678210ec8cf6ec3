"""Things that happen more than once: two raids of two months are two facts, not one.

Claims that give a day within two days of each other (for contacts: two weeks) tell of one
happening. A claim without a day belongs to the nearest one within ninety days of its report.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from kutla.vocabulary import Period

if TYPE_CHECKING:
    from datetime import date

    from kutla.state.topics import Point

_SLACK = {
    "contact": 14,
    "attacks": 2,
    "raids": 2,
    "detains": 2,
    "releases": 2,
    "session": 2,
    "court_ruling": 2,
    "confidence_vote": 2,
}
_NEAR = timedelta(days=90)
_PRECISE = timedelta(days=7)


def split(points: list[Point]) -> list[list[Point]]:
    """Divide the points of one topic by happening, the earliest first, under keys of their own."""
    slack = _SLACK.get(points[0].family)
    if slack is None or len(points) == 1:
        return [points]
    spans = _spans([p.claim.event.period for p in points], timedelta(days=slack))
    if len(spans) < 2:
        return [points]
    groups: list[list[Point]] = [[] for _ in spans]
    apart: list[Point] = []
    for point in points:
        place = _place_of(point, spans)
        (apart if place is None else groups[place]).append(point)
    filled = [(span, group) for span, group in zip(spans, groups, strict=True) if group]
    named = [
        [replace(p, part=f"@{span.first_on}" if number else "") for p in group]
        for number, (span, group) in enumerate(filled)
    ]
    return [*named, *([[replace(p, part="@open") for p in apart]] if apart else [])]


def _spans(periods: list[Period | None], slack: timedelta) -> list[Period]:
    """Give the stretches of days that happenings fill; vague days only where nothing is precise."""
    stated = sorted(p for p in periods if p is not None)
    spans: list[Period] = []
    for period in (p for p in stated if _is_precise(p)):
        if spans and period.first_on <= spans[-1].last_on + slack:
            until = max(spans[-1].until_on, period.until_on)
            spans[-1] = Period(spans[-1].first_on, until)
        else:
            spans.append(period)
    for period in (p for p in stated if not _is_precise(p)):
        if not any(period.overlaps(span) for span in spans):
            spans.append(period)
    return sorted(spans)


def _is_precise(period: Period) -> bool:
    return period.until_on - period.first_on <= _PRECISE


def _place_of(point: Point, spans: list[Period]) -> int | None:
    period = point.claim.event.period
    if period is not None:
        return next(n for n, span in enumerate(spans) if span.overlaps(period))
    reported = point.claim.reported
    if reported is None:
        return None
    distances = [(_distance(span, reported.first_on), n) for n, span in enumerate(spans)]
    nearest, place = min(distances)
    return place if nearest <= _NEAR else None


def _distance(span: Period, day: date) -> timedelta:
    if day in span:
        return timedelta(0)
    return min(abs(day - span.first_on), abs(day - span.last_on))
