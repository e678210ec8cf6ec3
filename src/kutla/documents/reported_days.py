"""What a report without a date lets one conclude about its day, and with what reason.

Three kinds of evidence, each a general habit of the press: a report is younger than anything it
says has happened; a day or month without a year lies within the last twelve months; and an
election named by its day alone is the latest one on that day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from kutla.documents.calendar_words import (
    DayWords,
    MonthWords,
    find_days,
    find_months,
    find_years,
)
from kutla.vocabulary import Period

NEAR_ELECTION_DAYS = 45
"""A day without a year is believed to follow an election that lies so close before it."""
_TWICE_AS_FAR = 2
_YEAR = timedelta(days=365)
_FRESH = timedelta(days=7)
"""A report whose first sentence gives a day was published that day or in the week after."""
_AHEAD = re.compile(
    r"\b(?:will|would|shall|scheduled|due|planned|plans?|expected|upcoming|ahead of|next|until|by"
    r"|before|deadline|set for|slated|postponed? (?:to|until)|called for|run-up"
    r"|(?:end|mid|middle) of|no later than|should|must|could|may)\b[^.;]*$",
    re.IGNORECASE,
)
_ELECTION = re.compile(r"\b(?:elections?|polls|vote|ballot|referendum)\b", re.IGNORECASE)
_NATIONAL = re.compile(
    r"\b(?:parliamentary|general|national|legislative|federal|snap|early|knesset|\w+[’']s) "
    r"(?:\w+ )?(?:elections?|polls)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"\b(?:won|wins|gained|results?|seats?|victory|victorious|finished|placed"
    r"|came (?:first|second))\b",
    re.IGNORECASE,
)
_ELECTION_NEAR = 60
_RECENT = re.compile(
    r"\b(?:last week|this week|(?:on |last |early |late )(?:mon|tues|wednes|thurs"
    r"|fri|satur|sun)day|last month|this month)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Kept:
    """What the evidence is taken from: the told paragraphs, and the captions."""

    paragraphs: tuple[str, ...]
    captions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inferred:
    """An interval for the day of publication, and why."""

    period: Period
    evidence: str
    reason: str
    certainty: float


@dataclass(frozen=True, slots=True)
class _Bound:
    on: date
    words: str
    why: str


def is_ahead(text: str, at: int) -> bool:
    """Whether the words before a date speak of what is to come: "will vote on 3 May"."""
    sentence = max(text.rfind(". ", 0, at), text.rfind("; ", 0, at)) + 1
    return bool(_AHEAD.search(text[max(sentence, at - 80) : at]))


@lru_cache(maxsize=4)
def reported_election(kept: Kept, elections: tuple[date, ...]) -> tuple[date, str, bool] | None:
    """Find the election that the text names by its day: (day, words, whether it is to come).

    Where two elections fall on the same day of the year and no year is given, none is chosen.
    """
    for paragraph in kept.paragraphs:
        for day in find_days(paragraph):
            after = paragraph[day.end : day.end + _ELECTION_NEAR].partition(".")[0]
            before = paragraph[max(0, day.start - _ELECTION_NEAR) : day.start].rpartition(".")[2]
            named = _ELECTION.search(after)
            if not named and not _ELECTION.search(before):
                continue
            same = [
                on
                for on in elections
                if (on.month, on.day) == (day.month, day.day) and day.year in {None, on.year}
            ]
            if len(same) == 1:
                words = paragraph[day.start : day.end + (named.end() if named else 0)]
                return same[0], words, is_ahead(paragraph, day.start)
    return None


def year_of(day: DayWords, kept: Kept, elections: tuple[date, ...]) -> tuple[date, str] | None:
    """Give the year to a day without one, and why; None where it stays open."""
    named = reported_election(kept, elections)
    if named is not None:
        election, words, ahead = named
        on = _first_on_or_after(day, election - _YEAR if ahead else election)
        if on is not None and day.fits(on):
            return on, f"the report speaks of “{words}”, which was in {election.year}"
    if _tells_a_result(kept):
        return _after_nearest_election(day, kept, elections)
    return None


@lru_cache(maxsize=4)
def _tells_a_result(kept: Kept) -> bool:
    return any(_tells_result(paragraph) for paragraph in kept.paragraphs)


def _tells_result(paragraph: str) -> bool:
    """Whether a paragraph gives, with a day, who won what in a national election."""
    return bool(_NATIONAL.search(paragraph) and _RESULT.search(paragraph) and find_days(paragraph))


def _after_nearest_election(
    day: DayWords, kept: Kept, elections: tuple[date, ...]
) -> tuple[date, str] | None:
    """Choose the election that lies closest before the day, if no other comes near it."""
    youngest = max((bound.on for bound in _stated_bounds(kept)), default=None)
    near: list[tuple[int, date, date]] = []
    for election in elections:
        on = _first_on_or_after(day, election)
        if on is None or not day.fits(on) or (youngest is not None and on < youngest):
            continue
        gap = (on - election).days
        if gap <= NEAR_ELECTION_DAYS:
            near.append((gap, on, election))
    near.sort()
    if not near or (len(near) > 1 and near[1][0] < _TWICE_AS_FAR * max(1, near[0][0])):
        return None
    gap, on, election = near[0]
    return on, f"it speaks of an election, and the one of {election} lies {gap} days before"


def _first_on_or_after(day: DayWords, start: date) -> date | None:
    for year in (start.year, start.year + 1):
        on = day.in_year(year)
        if on is not None and on >= start:
            return on
    return None


@lru_cache(maxsize=4)
def _stated_bounds(kept: Kept) -> tuple[_Bound, ...]:
    """List what has happened on a day, in a month or in a year that the text states in full."""
    bounds = []
    for where, texts in (("a caption", kept.captions), ("the report", kept.paragraphs)):
        for text in texts:
            days = find_days(text)
            for day in days:
                if day.on is not None and not is_ahead(text, day.start):
                    why = f"{where} gives {day.on.isoformat()}"
                    bounds.append(_Bound(day.on, day.words, why))
            for month in find_months(text):
                if month.year is not None and not is_ahead(text, month.start + 1):
                    on = date(month.year, month.month, 1)
                    bounds.append(_Bound(on, month.words, f"{where} speaks of {on:%Y-%m}"))
            for year, at in find_years(text):
                if not is_ahead(text, at) and not any(d.start <= at < d.end for d in days):
                    bounds.append(_Bound(date(year, 1, 1), str(year), f"{where} speaks of {year}"))
    return tuple(bounds)


def infer_period(kept: Kept, elections: tuple[date, ...]) -> Inferred | None:
    """Date a report from what it reports; None where nothing bounds it from both sides."""
    newest = _newest_open_day(kept, elections)
    if newest is not None:
        return newest
    named = reported_election(kept, elections)
    if named is not None:
        return _around_election(kept, *named)
    captions = _stated_bounds(Kept((), kept.captions))
    if not any(_names_a_day(bound) for bound in captions):
        return None
    return _after_caption(kept, max(captions, key=lambda bound: bound.on))


def not_before(kept: Kept) -> str | None:
    """Say what a report that stays undated is not older than; None where it names no year."""
    youngest = max(_stated_bounds(kept), key=lambda bound: bound.on, default=None)
    return None if youngest is None else f"{youngest.why}, so it is no older than that"


def _names_a_day(bound: _Bound) -> bool:
    return bool(find_days(bound.words))


def _newest_open_day(kept: Kept, elections: tuple[date, ...]) -> Inferred | None:
    """Take the newest day without a year that the elections give a year to."""
    best: tuple[date, str, str, bool] | None = None
    for number, paragraph in enumerate(kept.paragraphs):
        for day in find_days(paragraph):
            if day.year is not None or is_ahead(paragraph, day.start):
                continue
            if (named := reported_election(kept, elections)) is not None and (
                (named[0].month, named[0].day) == (day.month, day.day)
            ):
                continue
            told = year_of(day, kept, elections)
            if told is not None and (best is None or told[0] > best[0]):
                best = (told[0], day.words, told[1], number == 0)
    if best is None:
        return None
    on, words, why, in_lead = best
    until = on + (_FRESH if in_lead else _YEAR)
    span = "its first paragraph, so within a week" if in_lead else "the text, so within a year"
    reason = f"the newest day it reports is {words}, in {span}; the year is {on.year} because {why}"
    return Inferred(Period.through(on, until), words, reason, 0.7 if in_lead else 0.6)


def _around_election(kept: Kept, election: date, words: str, ahead: bool) -> Inferred | None:
    if ahead:
        period = Period(election - _YEAR, election + timedelta(days=1))
        reason = f"it looks ahead to “{words}”, the election of {election}"
        return Inferred(period, words, reason, 0.6)
    first, evidence, more = election, words, ""
    for month in _past_months(kept):
        on = _month_after(month, election)
        if on > first:
            first, evidence = on, f"{words}; {month.words}"
            more = f", and “{month.words}” puts it not before {on:%Y-%m}"
    for bound in _stated_bounds(kept):
        if bound.on > first:
            first, evidence, more = bound.on, f"{words}; {bound.words}", f", and {bound.why}"
    last = election + _YEAR - timedelta(days=1)
    if first > last:
        return None
    reason = f"it names “{words}” without a year, so within a year of the election of {election}"
    return Inferred(Period.through(first, last), evidence, reason + more, 0.7)


def _after_caption(kept: Kept, caption: _Bound) -> Inferred | None:
    """Not before the day a picture was taken, and within a year of it.

    Only captions give every day its year. In the text a year is named just because it is not the
    current one, so a full date there bounds the report from below and never from above.
    """
    last = caption.on + _YEAR - timedelta(days=1)
    youngest = max([caption, *_stated_bounds(kept)], key=lambda bound: bound.on)
    if youngest.on > last:
        return None
    recent = [found[0] for text in kept.paragraphs if (found := _RECENT.search(text))]
    words = [*dict.fromkeys([*recent, *(month.words for month in _past_months(kept))])][:3]
    reason = f"{caption.why}, and nothing is published before its picture was taken"
    if youngest.on > caption.on:
        reason += f"; {youngest.why}"
    if words:
        reason += f"; it says {', '.join(f'“{word}”' for word in words)} without a year"
    reason += "; papers seldom print a picture with its day for more than a year"
    certainty = 0.6 if words else 0.5
    return Inferred(Period.through(youngest.on, last), caption.words, reason, certainty)


def _past_months(kept: Kept) -> list[MonthWords]:
    return [
        month
        for paragraph in kept.paragraphs
        for month in find_months(paragraph)
        if month.year is None
        and month.words.casefold().startswith(
            ("in ", "since ", "from ", "during ", "early ", "late ", "mid")
        )
        and not is_ahead(paragraph, month.start)
    ]


def _month_after(month: MonthWords, start: date) -> date:
    first = date(start.year, month.month, 1)
    if (first.year, first.month) < (start.year, start.month):
        return date(start.year + 1, month.month, 1)
    return max(first, start)
