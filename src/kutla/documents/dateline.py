"""The dateline a paragraph may begin with: place, agency, day, and the dash behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kutla.documents.calendar_words import DayWords, find_days

_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.\-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ'’.\-]+){0,3}"
_TITLED = r"[A-ZÀ-Þ][\w'’.\-]+(?:[ \-/][A-ZÀ-Þ][\w'’.\-]+){0,2}"
_DAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}\s+)?"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?:\s+\d{1,2})?"
    r"(?:,?\s+(?:19|20)\d\d)?"
)
_REGION = r"[A-ZÀ-Þ][\w'’.\-]*(?:\s+(?:of\s+)?[A-ZÀ-Þ][\w'’.\-]*){0,3}"
_AGENCY = r"\((?P<agency>[A-Z][\w.&'’ /\-]{1,40})\)"
_DASH = r"\s*(?:[–—―]|--|-(?=\s)|\s-)\s*"
_REST = rf"(?:,?\s+(?i:{_DAY})|\s*,\s+{_REGION})*"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<place>{_CAPITALS}){_REST}\s*(?:{_AGENCY})?(?:,?\s+(?i:{_DAY}))?(?:{_DASH}|:\s+)",
        rf"(?P<place>{_TITLED}){_REST}\s*{_AGENCY}(?:,?\s+(?i:{_DAY}))?\s*(?:{_DASH}|:\s*|\s+)",
        rf"(?P<place>{_TITLED})(?:,\s+{_REGION})?,?\s+(?i:{_DAY})(?:{_DASH}|:\s+)",
        rf"(?P<place>{_TITLED}),\s+{_REGION}{_DASH}",
        rf"(?P<place>{_TITLED}){_DASH}(?=(?:The|A|An|In|On|At|After|As|Two|Three|Several)\s)",
        rf"(?P<place>){_AGENCY}\s*(?:{_DASH}|\s)",
    )
)
_LONGEST = 90
_NOT_A_PLACE = frozenset(
    [
        "UPDATED",
        "UPDATE",
        "BREAKING",
        "EXCLUSIVE",
        "ANALYSIS",
        "OPINION",
        "WATCH",
        "VIDEO",
        "LIVE",
        "EXPLAINER",
        "INTERVIEW",
        "NOTE",
        "CORRECTION",
        "FACTBOX",
        "TIMELINE",
        "PHOTOS",
        "PROFILE",
        "RELATED",
        "READ",
        "MORE",
        "ALSO",
        "Q",
        "A",
        "Update",
        "Correction",
    ]
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The first ``length`` characters of a paragraph, and what they say."""

    length: int
    words: str
    place: str | None
    agency: str | None
    day: DayWords | None


def find_dateline(paragraph: str) -> Dateline | None:
    """Find the dateline at the start of a paragraph; None where it has none.

    >>> find_dateline("LJUBAVA, May 3 (TBN) — The council met.").place
    'LJUBAVA'
    >>> find_dateline("Markov – who leads the list – resigned.") is None
    True
    """
    for form in _FORMS:
        found = form.match(paragraph)
        if not found or found.end() > _LONGEST or not _begins_a_sentence(paragraph[found.end() :]):
            continue
        place = found["place"] or None
        if place is not None and _NOT_A_PLACE & set(re.split(r"\W+", place)):
            continue
        days = find_days(found[0])
        agency = found.groupdict().get("agency")
        return Dateline(found.end(), found[0].strip(), place, agency, days[0] if days else None)
    return None


def _begins_a_sentence(rest: str) -> bool:
    first = rest.lstrip("“\"‘'«[(")[:1]
    return first.isupper() or first.isdigit() or (bool(first) and first.lower() == first.upper())
