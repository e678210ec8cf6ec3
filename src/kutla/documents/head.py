"""The top of a page: the headline, and what stands around it that is no news."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kutla.documents.calendar_words import find_days
from kutla.documents.dateline import find_dateline
from kutla.documents.document import DropReason
from kutla.documents.furniture import AT_TOP, TAGLINE, match_line
from kutla.documents.lines import Line, count_words, fold

if TYPE_CHECKING:
    from kutla.documents.sorting import Sorting

UPDATE_MARK = re.compile(
    r"^(?:updated?|breaking(?: news)?|exclusive|developing|just in|urgent|watch|video|live)"
    r"(?:\s?\d+)?\s?[:|–—-]\s*",
    re.IGNORECASE,
)
_MARKDOWN_HEADING = re.compile(r"^#{1,6}\s+")
_DATE_LABELS = re.compile(
    r"\b(?:first |last )?(?:published|posted|updated|modified|created|date|added|issued|issue)\b"
    r"(?: (?:on|at))?:?|\b\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?|\b(?:GMT|UTC|[A-Z]{2,4}T)\b"
    r"|[+\-]\d\d:?\d\d\b|\b\d{1,2}\s?[ap]\.?m\.?|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)
_SITE_SUFFIX = re.compile(r"\s[|–—-]\s[^|–—]{2,40}$")
HEADLINE_WORDS = range(3, 36)
_TOP_LINES = 25
_DOUBLED = 0.3
"""A title that stands twice is likely the article's, though menus repeat other titles too."""
_NEAR_EQUAL = 0.15
"""Titles of one article differ by so much in how many of their words its body uses."""


def is_date_line(line: Line) -> bool:
    """Whether a line is a day and hardly anything else.

    A time, a weekday and a label ("Published:") belong to the day, and up to four words, such as
    a name, may stand beside it.
    """
    if line.words > 25:
        return False
    days = find_days(line.text)
    if not days:
        return False
    rest = line.text
    for day in reversed(days):
        rest = rest[: day.start] + " " + rest[day.end :]
    left = count_words(_DATE_LABELS.sub(" ", rest))
    return left <= 1 or (left <= 4 and days[0].year is not None and not line.has_stop)


def headline_key(text: str) -> str:
    """Give what a headline and its repetition share: no update mark, no name of the site."""
    return fold(UPDATE_MARK.sub("", _MARKDOWN_HEADING.sub("", _SITE_SUFFIX.sub("", text))))


def headline_offset(text: str) -> int:
    """Count the characters of a heading's signs and its update mark."""
    heading = _MARKDOWN_HEADING.match(text)
    start = heading.end() if heading else 0
    mark = UPDATE_MARK.match(text[start:])
    return start + (mark.end() if mark else 0)


def sort_head(sorting: Sorting, stated: str | None) -> None:
    """Find the headline and let the furniture around it go.

    ``stated`` is the headline that metadata give, if any.
    """
    _drop_date_lines(sorting)
    top = sorting.first_prose()
    _drop_furniture(sorting, top)
    sorting.headline = _find_headline(sorting, top, stated)
    _drop_above(sorting)
    _drop_repeated_headline(sorting, stated)
    _drop_repeated_standfirst(sorting)


def _drop_date_lines(sorting: Sorting) -> None:
    for index in sorting.kept()[:_TOP_LINES]:
        if is_date_line(sorting.lines[index]):
            sorting.drop(index, DropReason.DATE_LINE)


def _drop_furniture(sorting: Sorting, top: int) -> None:
    candidate_seen = False
    for index in range(top):
        line = sorting.lines[index]
        if not sorting.is_kept(index):
            candidate_seen |= sorting.dropped[index] is DropReason.DATE_LINE
            continue
        reason = match_line(line, AT_TOP)
        doubtful = reason is DropReason.CAPTION and not re.search(
            r"[./(\[]\s?\S+$|file|picture", line.text
        )
        if reason is not None and not (doubtful and not candidate_seen):
            sorting.drop(index, reason)
        else:
            candidate_seen = True


def _may_be_headline(sorting: Sorting, index: int) -> bool:
    line = sorting.lines[index]
    if not sorting.is_kept(index) or line.words not in HEADLINE_WORDS or line.bullet:
        return False
    if find_dateline(line.text) and not UPDATE_MARK.match(line.text):
        return False
    return not line.text.endswith((".", ",", ";", ":")) and bool(re.search(r"[^\W\d_]", line.text))


def _find_headline(sorting: Sorting, top: int, stated: str | None) -> int | None:
    lines = sorting.lines
    if stated:
        key = headline_key(stated)
        for index in range(min(top + 3, len(lines))):
            if sorting.is_kept(index) and key and headline_key(lines[index].text) == key:
                return index
        return None
    following = top < len(lines)
    candidates = [index for index in range(top) if _may_be_headline(sorting, index)]
    if not candidates or not following:
        return None
    marked = [index for index in candidates if lines[index].text.startswith("#")]
    plain = [index for index in candidates if not TAGLINE.search(lines[index].text)]
    return next(iter(marked), None) if marked else _closest_to_body(sorting, plain, top)


def _closest_to_body(sorting: Sorting, candidates: list[int], top: int) -> int | None:
    """Choose the line whose words the article uses; of near equals the first."""
    body = {word for i in sorting.kept() if i >= top for word in sorting.lines[i].key.split()}
    keys = [headline_key(sorting.lines[i].text) for i in sorting.kept()]
    shares: dict[int, float] = {}
    for index in candidates:
        content = [word for word in sorting.lines[index].key.split() if len(word) > 3]
        shares[index] = sum(word in body for word in content) / max(1, len(content))
        if keys.count(headline_key(sorting.lines[index].text)) > 1:
            shares[index] += _DOUBLED
    best = max(shares.values(), default=0.0)
    return next((i for i in candidates if shares[i] >= best - _NEAR_EQUAL), None)


def _drop_above(sorting: Sorting) -> None:
    """Drop what stands above the headline, which is the site's; a tagline goes anywhere."""
    headline = sorting.headline
    for index in range(headline if headline is not None else 0):
        if sorting.is_kept(index) and not sorting.lines[index].is_prose:
            sorting.drop(index, DropReason.BANNER)
    for index in range(sorting.first_prose()):
        line = sorting.lines[index]
        if sorting.is_kept(index) and index != headline and TAGLINE.search(line.text):
            sorting.drop(index, DropReason.BANNER)


def _drop_repeated_headline(sorting: Sorting, stated: str | None) -> None:
    key = headline_key(stated) if stated else ""
    if sorting.headline is not None:
        key = headline_key(sorting.lines[sorting.headline].text)
    if not key:
        return
    for index in sorting.kept():
        if index != sorting.headline and headline_key(sorting.lines[index].text) == key:
            sorting.drop(index, DropReason.DOUBLED_HEADLINE)


def _drop_repeated_standfirst(sorting: Sorting) -> None:
    """Drop a standfirst that the lead says again, behind its dateline or not."""
    paragraphs = [i for i in sorting.kept() if i != sorting.headline][:4]
    for place, first in enumerate(paragraphs[:2]):
        key = sorting.lines[first].key
        if sorting.lines[first].words < 6:
            continue
        for later in paragraphs[place + 1 :]:
            text = sorting.lines[later].text
            dateline = find_dateline(text)
            lead = fold(text[dateline.length :] if dateline else text)
            if f"{lead} ".startswith(f"{key} "):
                sorting.drop(first, DropReason.REPEATED_STANDFIRST)
                break
