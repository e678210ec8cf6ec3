"""Words that say when, resolved against the day of publication and the register's elections."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kutla.language.passage import DatedWords
from kutla.vocabulary import OPEN, Period, When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.documents.document import Document
    from kutla.language.passage import Passage

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_M = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June|July|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_PATTERNS = tuple(
    (name, re.compile(pattern, 0 if name in {"month", "md", "dm"} else re.IGNORECASE))
    for name, pattern in (
        ("iso", r"\b(?P<year>\d{4})-(?P<m>\d{2})-(?P<day>\d{2})\b"),
        (
            "md",
            rf"\b{_M} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>(?:19|20)\d\d))?\b(?! (?:seats|MPs))",
        ),
        (
            "dm",
            rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_M}(?:,? (?P<year>(?:19|20)\d\d))?\b",
        ),
        (
            "month",
            rf"\b(?:(?P<rel>[Ll]ast|[Nn]ext|[Tt]his) )?{_M}(?:'s|’s)?(?: (?P<year>(?:19|20)\d\d))?\b",
        ),
        (
            "weekday",
            r"\b(?:(?P<rel>last|next|this|the following) )?(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b",
        ),
        (
            "relative",
            r"\b(?P<word>yesterday|today|tomorrow|last week|last month|last year|this week|this month|this year|next week|next month|next year)\b",
        ),
        (
            "year",
            r"\b(?:in|since|of|during|from|until|by(?: the end of)?|the) (?P<year>(?:19|20)\d\d)\b",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class _Clock:
    published: date | None
    span: Period | None
    years: tuple[date, ...]


def find_dates(document: Document, elections: tuple[date, ...] = ()) -> tuple[DatedWords, ...]:
    """Find and resolve the date words of a document's blocks; what is unsure stays open."""
    period = document.published.period
    clock = _Clock(period.first_on if period and period.is_day else None, period, elections)
    found: list[DatedWords] = []
    for block in document.blocks:
        text = document.text[block.start : block.end]
        taken: list[tuple[int, int]] = []
        for name, pattern in _PATTERNS:
            for match in pattern.finditer(text):
                if any(a < match.end() and match.start() < b for a, b in taken):
                    continue
                if (
                    name == "month"
                    and match["month"] in {"May", "March"}
                    and not _is_month(text, match)
                ):
                    continue
                taken.append(match.span())
                when = _resolve(name, match, clock, is_ahead=_is_ahead(text, match.start()))
                found.append(
                    DatedWords(block.start + match.start(), block.start + match.end(), when)
                )
    return tuple(sorted(found, key=lambda d: d.start))


_TO_COME = re.compile(
    r"\b(?:will|would|shall|(?:is|are|was|were) (?:to|due|set|scheduled|expected|planned)|due|scheduled|"
    r"slated|plans? to|hopes? to|wants? to|until|ahead of|deadline|['’]ll)\b"
)
_PAST = re.compile(
    r"\b(?:\w{2,}ed|met|said|told|won|held|was|were|had|did|took|left|came|went|made|gave|saw|began|lost|"
    r"got|put|set out|broke|fell|kept|became|ran|spoke|wrote|chose|swore|quit|led|brought|sent|struck)\b"
)
_FEW_WORDS = 4


def _is_ahead(text: str, at: int) -> bool:
    """Whether the verb before a date tells of what is to come: "will vote on Tuesday".

    A participle right behind "will be" is part of it; any other past verb in between is nearer.
    """
    sentence = max(text.rfind(sign, 0, at) for sign in (". ", "; ", "\n", "! ", "? ")) + 1
    before = text[sentence:at]
    coming = list(_TO_COME.finditer(before))
    if not coming:
        return False
    between = before[coming[-1].end() :]
    past = _PAST.search(between)
    return past is None or len(between[: past.start()].split()) < _FEW_WORDS - 1


def _is_month(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()].rstrip().rsplit(" ", 1)[-1].casefold()
    return bool(match["year"]) or before in {
        "in",
        "since",
        "until",
        "last",
        "next",
        "this",
        "by",
        "early",
        "late",
        "mid",
    }


def _resolve(name: str, match: re.Match[str], clock: _Clock, *, is_ahead: bool) -> When:
    words = match.group(0)
    try:
        period, reason = _period(name, match, clock, is_ahead=is_ahead)
    except ValueError:
        return When(None, words, "no such day")
    return When(period, words, reason)


def _period(
    name: str, match: re.Match[str], clock: _Clock, *, is_ahead: bool
) -> tuple[Period | None, str]:
    groups = match.groupdict()
    if name == "iso":
        return Period.parse(match.group(0)), "stated"
    if name == "year":
        return Period.year(int(groups["year"])), "stated"
    if name == "month":
        return _named_month(_month(groups["month"]), groups, clock, is_ahead=is_ahead)
    if name in {"md", "dm"}:
        return _named_day(groups, clock)
    if clock.published is None:
        return None, "the day of publication is open"
    period = _counted(name, groups, clock.published, is_ahead=is_ahead)
    return period, "counted from the day of publication"


def _named_day(groups: dict[str, str | None], clock: _Clock) -> tuple[Period | None, str]:
    month, day = _month(groups["month"] or ""), int(groups["day"] or 0)
    if groups["year"]:
        return Period.day(date(int(groups["year"]), month, day)), "stated"
    return _without_year(month, day, clock)


def _counted(
    name: str, groups: dict[str, str | None], published: date, *, is_ahead: bool
) -> Period:
    if name == "weekday":
        return Period.day(_weekday(groups, published, is_ahead=is_ahead))
    return _relative((groups["word"] or "").casefold(), published)


def _month(word: str) -> int:
    return [m[:3] for m in _MONTHS].index(word[:3].casefold()) + 1


def _without_year(month: int, day: int, clock: _Clock) -> tuple[Period | None, str]:
    if clock.published is not None:
        return Period.day(_nearest(month, day, clock.published)), "the year nearest to publication"
    same = [on for on in clock.years if (on.month, on.day) == (month, day)]
    if len(same) == 1:
        return Period.day(same[0]), "the day of that year's election"
    if clock.span is not None:
        years = range(clock.span.first_on.year, clock.span.last_on.year + 1)
        first = clock.span.first_on
        days = [date(year, month, day) for year in years]
        near = [on for on in days if on in clock.span or abs((on - first).days) < _NEAR_DAYS]
        if len(near) == 1:
            return Period.day(near[0]), "the only such day near the time of publication"
    return None, "no year is given"


_NEAR_DAYS = 60
_AHEAD_COSTS = 10
"""Papers tell of the past: a day to come must be ten days nearer to be meant."""


def _nearest(month: int, day: int, published: date) -> date:
    def cost(on: date) -> int:
        return abs((on - published).days) + (_AHEAD_COSTS if on > published else 0)

    return min((date(published.year + step, month, day) for step in (0, -1, 1)), key=cost)


def _named_month(
    month: int, groups: dict[str, str | None], clock: _Clock, *, is_ahead: bool
) -> tuple[Period | None, str]:
    if groups["year"]:
        return Period.month(int(groups["year"]), month), "stated"
    anchor = clock.published or (clock.span.first_on if clock.span else None)
    if anchor is None:
        return None, "no year is given"
    if is_ahead and groups["rel"] != "last":
        year = anchor.year if month >= anchor.month else anchor.year + 1
        return Period.month(year, month), "the next such month after publication"
    year = anchor.year if month <= anchor.month or groups["rel"] == "next" else anchor.year - 1
    return Period.month(year, month), "the latest such month before publication"


def _weekday(groups: dict[str, str | None], published: date, *, is_ahead: bool) -> date:
    wanted = _DAYS.index((groups["weekday"] or "").casefold())
    back = (published.weekday() - wanted) % 7
    if groups["rel"] in {"next", "the following"} or (
        is_ahead and groups["rel"] != "last" and back
    ):
        return published + timedelta(days=(wanted - published.weekday() - 1) % 7 + 1)
    return published - timedelta(days=back)


def _relative(word: str, published: date) -> Period:
    simple = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if word in simple:
        return Period.day(published + timedelta(days=simple[word]))
    which, unit = word.split(" ")
    step = {"last": -1, "this": 0, "next": 1}[which]
    if unit == "year":
        return Period.year(published.year + step)
    if unit == "month":
        index = published.year * 12 + published.month - 1 + step
        return Period.month(index // 12, index % 12 + 1)
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
    return Period.through(monday, monday + timedelta(days=6))


def governing_date(passage: Passage, anchor: int) -> When:
    """Give the date words that govern a claim anchored at an offset; open where none does.

    The nearest date of the same clause, else the one the sentence opens with; the day of a verb of
    saying is the telling's, not the event's.
    """
    best: DatedWords | None = None
    cost = 10_000
    for dated in passage.dates:
        between = _between(passage, dated, anchor)
        far = len(between) + (60 if re.search(r"[;:]|, (?:but|while|and)\b", between) else 0)
        if _is_of_saying(passage, dated):
            continue
        if far < cost:
            best, cost = dated, far
    return OPEN if best is None or cost > 160 else best.when


def _between(passage: Passage, dated: DatedWords, anchor: int) -> str:
    low, high = sorted((dated.start, anchor))
    starts = passage.starts
    inside = [place for place, start in enumerate(starts) if low <= start < high]
    return "".join(passage.parse[place].text_with_ws for place in inside)


_SAYING = frozenset(
    [
        "said",
        "says",
        "told",
        "added",
        "announced",
        "tweeted",
        "stated",
        "reported",
        "wrote",
        "published",
        "stressed",
        "noted",
    ]
)


def _is_of_saying(passage: Passage, dated: DatedWords) -> bool:
    places = [place for place, start in enumerate(passage.starts) if start < dated.start]
    before = [passage.parse[place].lower_ for place in places[-4:]]
    return bool(_SAYING & set(before[-2:])) or bool(
        len(before) > 2 and _SAYING & set(before[-4:]) and before[-1] in {"on", "late", "early"}
    )


def sentence_dates(dates: tuple[DatedWords, ...], passage: Passage) -> Iterator[DatedWords]:
    """Yield the date words that stand in the passage's sentence."""
    for dated in dates:
        if passage.sentence_start <= dated.start < passage.sentence_end:
            yield dated
