"""Deadlines as a calendar that other programs read (RFC 5545), whole days, written by icalendar."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

if TYPE_CHECKING:
    from datetime import date

    from kutla.procedure.placing import Stage
    from kutla.procedure.simulating import Branch


def make_calendar(
    parliament: str, stage: Stage, branches: tuple[Branch, ...], *, on: date
) -> bytes:
    """Give the calendar of what is due: the open clocks, those that passed, and what may follow.

    ``on`` is the day that was asked about. The same stage gives the same bytes; an event keeps its
    UID as long as it is the same rule's deadline on the same day, so that a calendar that is read
    again does not hold it twice.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//kutla//procedure//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{parliament}: procedure")
    made: dict[str, Event] = {}

    def add(day: date, summary: str, text: str, *, sure: bool) -> None:
        uid = sha256(f"{parliament}|{day}|{summary}".encode()).hexdigest()[:32] + "@kutla"
        event = Event()
        event.add("uid", uid)
        event.add("dtstamp", datetime.combine(on, time(), UTC))
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", summary)
        event.add("description", text)
        event.add("status", "CONFIRMED" if sure else "TENTATIVE")
        event.add("transp", "TRANSPARENT")
        made.setdefault(uid, event)

    for option in (*stage.options, *stage.later):
        if option.due_on is not None:
            rule = option.rule
            add(option.due_on, f"Due: {rule.title}", f"Art. {rule.article}. {rule.text}", sure=True)
    for missed in stage.missed:
        done = f"done on {missed.done_on}" if missed.done_on else "not done yet"
        text = f"Art. {missed.rule.article}: {done}, {missed.late_days} days late"
        add(missed.due_on, f"Missed: {missed.rule.title}", text, sure=True)
    for branch in _walk(branches):
        if branch.by is not None and branch.rules:
            rule = branch.rules[0]
            text = f"At the latest, if every step before takes its whole time. Art. {rule.article}"
            add(branch.by, f"At the latest: {branch.title}", text, sure=False)
    for uid in sorted(made):
        calendar.add_component(made[uid])
    return bytes(calendar.to_ical())


def _walk(branches: tuple[Branch, ...]) -> list[Branch]:
    return [each for branch in branches for each in (branch, *_walk(branch.then))]
