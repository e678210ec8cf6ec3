"""Days, months and years as papers write them, found in a text; no day is ever made up."""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WD = (
    r"(?:(?P<wd>(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\.?,?\s+"
    r"(?:the\s+)?)?"
)
_NOT_A_NAME = r"(?!\s+(?:alliance|bloc|coalition|movement|camp|forces|group|front)\b)"
_YEAR = r"(?P<y>(?:19|20)\d\d)\b"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        (
            rf"\b{_WD}(?P<d>\d{{1,2}})(?:st|nd|rd|th|\.)?(?:\s+of)?[\s\-]+(?P<m>{_MONTHS})\b\.?"
            rf"(?:,?[\s\-]+{_YEAR})?{_NOT_A_NAME}"
        ),
        (
            rf"\b{_WD}(?P<m>{_MONTHS})\b\.?[\s\-]+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b"
            rf"(?![:.]\d|%|,\d|\s*(?:seats|votes|per\s?cent)\b)(?:,?\s+{_YEAR})?{_NOT_A_NAME}"
        ),
        rf"\b{_YEAR}[\-/](?P<m>\d{{1,2}})[\-/](?P<d>\d{{1,2}})(?!\d)",
        rf"\b{_WD}(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?{_YEAR}",
        rf"\b{_WD}(?P<d>\d{{1,2}})[/\-](?P<m>\d{{1,2}})[/\-]{_YEAR}",
    )
)
_MONTH = re.compile(
    rf"\b(?P<in>in|since|from|until|during|by|for|of|early|mid|late|last|this|next)[\s\-]+"
    rf"(?P<m>{_MONTHS})\b\.?(?:,?\s+(?:of\s+)?{_YEAR})?(?!\s*\d)",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(r"(?<![\d.,$€£\-/])(?P<y>(?:19[5-9]|20[0-4])\d)(?![\d]|[.,]\d|s\b|%)")


@dataclass(frozen=True, slots=True)
class DayWords:
    """A day as written; ``year`` None where the words leave it out, ``weekday`` 0 is Monday."""

    start: int
    end: int
    words: str
    month: int
    day: int
    year: int | None = None
    weekday: int | None = None

    @property
    def on(self) -> date | None:
        """The day, where its year is written."""
        return None if self.year is None else self.in_year(self.year)

    def in_year(self, year: int) -> date | None:
        """Give the day in a year; None for 29 February of a common year."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def fits(self, on: date) -> bool:
        """Whether the weekday that is written, if any, is that of ``on``."""
        return self.weekday is None or on.weekday() == self.weekday


@dataclass(frozen=True, slots=True)
class MonthWords:
    """A month as written: "in June", "since October 2019"."""

    start: int
    end: int
    words: str
    month: int
    year: int | None


def find_days(text: str) -> tuple[DayWords, ...]:
    """Find every day that is written with figures, in order and not overlapping.

    ``03/05/2019`` may be March or May and is left out; ``13/05/2019`` is taken.
    """
    found: list[DayWords] = []  # in order, none overlapping
    for form in _FORMS:
        for match in form.finditer(text):
            day = _read_day(match)
            if day is None:
                continue
            at = bisect(found, day.start, key=lambda one: one.start)
            is_free = (at == 0 or found[at - 1].end <= day.start) and (
                at == len(found) or day.end <= found[at].start
            )
            if is_free:
                found.insert(at, day)
    return tuple(found)


def find_months(text: str) -> tuple[MonthWords, ...]:
    """Find months named behind a preposition ("in May", never the verb "may")."""
    return tuple(
        MonthWords(
            match.start(),
            match.end(),
            match[0],
            _month(match["m"]),
            int(match["y"]) if match["y"] else None,
        )
        for match in _MONTH.finditer(text)
        if match["m"][0].isupper()
    )


def find_years(text: str) -> tuple[tuple[int, int], ...]:
    """Find years that stand alone, as (year, offset)."""
    return tuple((int(match["y"]), match.start()) for match in _YEAR_ALONE.finditer(text))


def _month(words: str) -> int:
    names = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    return names.index(words[:3].casefold()) + 1


def _read_day(match: re.Match[str]) -> DayWords | None:
    parts = match.groupdict()
    month_words, day = match["m"], int(match["d"])
    if month_words.isdigit():
        month = int(month_words)
        if not 1 <= month <= 12 or ("/" in match[0] and day <= 12 and not _is_iso(match)):
            return None
    elif month_words[0].islower():
        return None
    else:
        month = _month(month_words)
    year = int(match["y"]) if parts.get("y") else None
    weekday = _WEEKDAYS.index(match["wd"][:3].casefold()) if parts.get("wd") else None
    read = DayWords(match.start(), match.end(), match[0].strip(), month, day, year, weekday)
    return read if read.in_year(year or 2000) else None


def _is_iso(match: re.Match[str]) -> bool:
    return match.start("y") < match.start("d")
