"""Days, periods and moments.

A day is ``_on`` (:class:`datetime.date`), a moment is ``_at`` (aware :class:`datetime.datetime`).
Periods are half-open: ``first_on <= day < until_on``.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)
_ISO = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Half-open range of days, ``first_on`` included and ``until_on`` not.

    >>> str(Period.parse("2018-06"))
    '2018-06'
    >>> str(Period.parse("2018-05-12/2018-05-19"))
    '2018-05-12/2018-05-19'
    """

    first_on: date
    until_on: date

    def __post_init__(self) -> None:
        if self.until_on <= self.first_on:
            raise ValueError(f"a period must hold a day: {self.first_on} to {self.until_on}")

    @classmethod
    def day(cls, on: date) -> Period:
        """Give the period that is the one day ``on``."""
        return cls(on, on + _DAY)

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """Give the period that is one calendar month."""
        days = calendar.monthrange(year, month)[1]
        first_on = date(year, month, 1)
        return cls(first_on, first_on + timedelta(days=days))

    @classmethod
    def year(cls, year: int) -> Period:
        """Give the period that is one calendar year."""
        return cls(date(year, 1, 1), date(year + 1, 1, 1))

    @classmethod
    def through(cls, first_on: date, last_on: date) -> Period:
        """Give the period from ``first_on`` to ``last_on``, both included."""
        return cls(first_on, last_on + _DAY)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read ``2018``, ``2018-06``, ``2018-06-02`` or a range ``a/b`` (both ends included).

        Raises ValueError where the text is none of these.
        """
        first, slash, last = text.strip().partition("/")
        start = cls._parse_one(first)
        if not slash:
            return start
        return cls(start.first_on, cls._parse_one(last).until_on)

    @classmethod
    def _parse_one(cls, text: str) -> Period:
        found = _ISO.match(text.strip())
        if not found:
            raise ValueError(f"not an ISO day, month, year or range: {text!r}")
        year, month, day = found.groups()
        if day:
            return cls.day(date(int(year), int(month), int(day)))
        if month:
            return cls.month(int(year), int(month))
        return cls.year(int(year))

    @property
    def last_on(self) -> date:
        """The last day that belongs to the period."""
        return self.until_on - _DAY

    @property
    def is_day(self) -> bool:
        """Whether the period is a single day."""
        return self.until_on - self.first_on == _DAY

    def overlaps(self, other: Period) -> bool:
        """Whether the two periods share a day."""
        return self.first_on < other.until_on and other.first_on < self.until_on

    def __contains__(self, on: date) -> bool:
        return self.first_on <= on < self.until_on

    def __str__(self) -> str:
        if self.is_day:
            return self.first_on.isoformat()
        if self == Period.month(self.first_on.year, self.first_on.month):
            return f"{self.first_on:%Y-%m}"
        if self == Period.year(self.first_on.year):
            return f"{self.first_on:%Y}"
        return f"{self.first_on.isoformat()}/{self.last_on.isoformat()}"


@dataclass(frozen=True, slots=True)
class When:
    """When something was so: the period, the words it was read from, and why.

    ``period`` is None where the text leaves it open; it is never filled in with "today".
    """

    period: Period | None = None
    words: str | None = None
    reason: str = ""


OPEN = When()
