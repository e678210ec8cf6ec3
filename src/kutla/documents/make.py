"""One text and what stands beside it → one Document."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import date

from kutla.documents.calendar_words import find_days
from kutla.documents.cleaning import clean
from kutla.documents.credits import find_credits
from kutla.documents.dating import date_document
from kutla.documents.document import Document, Dropped, DropReason
from kutla.documents.metadata import NO_METADATA, Metadata
from kutla.documents.outlet import find_publisher

_FIRST_PAPERS, _LAST_YEAR = 1800, 2100
_NO_DAY = date(1970, 1, 1)
_PLACE_AND_DAY = re.compile(r"^(?P<place>[A-Z][\w'’\-]+(?: [A-Z][\w'’\-]+){0,2}), ")
_BYLINE = re.compile(
    r"^[*_]*(?:by|written by|reported by|author)\s*:?\s+(?P<who>[A-Z][^,|\d(]{2,60}?)[\s*_]*(?:[,|(\d].*)?$",
    re.IGNORECASE,
)


def document_id(text: str) -> str:
    """Give the id of a text: the same text is the same document wherever it was found."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def make_document(
    text: str,
    *,
    address: str,
    metadata: Metadata = NO_METADATA,
    elections: tuple[date, ...] = (),
    is_extracted: bool = False,
) -> Document:
    """Make a document of a text: clean it, say who published it and when.

    ``elections`` are the days of elections from which years that the text leaves out are told;
    ``is_extracted`` says that the text is already an article cut out of its page.
    """
    metadata, doubt = _without_wild_day(metadata)
    cleaned = clean(text, headline=metadata.headline, is_extracted=is_extracted)
    outlet = find_publisher(text, cleaned.dropped, cleaned.dateline, metadata)
    published = date_document(
        text,
        blocks=cleaned.blocks,
        dropped=cleaned.dropped,
        dateline=cleaned.dateline,
        metadata=metadata,
        elections=elections,
    )
    if doubt:
        published = replace(published, reason=f"{published.reason}; {doubt}")
    return Document(
        id=document_id(text),
        address=address,
        text=text,
        blocks=cleaned.blocks,
        dropped=cleaned.dropped,
        headline=cleaned.headline,
        outlet=outlet,
        byline=metadata.byline or _find_byline(text, cleaned.dropped),
        section=metadata.section,
        published=published,
        credits=find_credits(_credited(text, cleaned.dropped), outlet.name if outlet else None),
        place=cleaned.dateline.place if cleaned.dateline else _find_place(text, cleaned.dropped),
    )


def _without_wild_day(metadata: Metadata) -> tuple[Metadata, str]:
    """Set a day aside that no paper had or will have: 1601 and 1970 are what machines call none."""
    day = metadata.published_on
    if day is None or (_FIRST_PAPERS <= day.year <= _LAST_YEAR and day != _NO_DAY):
        return metadata, ""
    doubt = f"the day {day.isoformat()} beside it was set aside, since no report is of that day"
    return replace(metadata, published_on=None), doubt


def _credited(text: str, dropped: tuple[Dropped, ...]) -> str:
    """Give the text without what readers wrote and what other articles are called."""
    others = {DropReason.COMMENT, DropReason.RELATED, DropReason.NAVIGATION, DropReason.BANNER}
    pieces, at = [], 0
    for span in dropped:
        if span.reason in others:
            pieces.append(text[at : span.start])
            at = span.end
    return "".join([*pieces, text[at:]])


def _find_byline(text: str, dropped: tuple[Dropped, ...]) -> str | None:
    for span in dropped:
        if span.reason in {DropReason.CREDIT, DropReason.DATE_LINE}:
            for line in text[span.start : span.end].splitlines():
                found = _BYLINE.match(line.strip())
                if found:
                    return found["who"].strip()
    return None


def _find_place(text: str, dropped: tuple[Dropped, ...]) -> str | None:
    """Read the place off a date line of its own: "Kathmandu, July 13"."""
    for span in dropped:
        if span.reason is DropReason.DATE_LINE:
            line = text[span.start : span.end]
            found, days = _PLACE_AND_DAY.match(line), find_days(line)
            if found and days and found.end() == days[0].start and days[0].weekday is None:
                return found["place"]
    return None
