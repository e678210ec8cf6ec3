"""A web page → its article's text and metadata, by trafilatura."""

from __future__ import annotations

import logging
import re
from datetime import date
from typing import Any

from kutla.documents.lines import fold
from kutla.documents.metadata import Metadata

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_SITE_IN_TITLE = re.compile(r"\s+[|–—»-]\s+[^|–—»]{2,50}$")


def declared_encoding(raw: bytes) -> str | None:
    """Give the encoding a page declares in its head, if it declares one."""
    found = _DECLARED.search(raw[:4096])
    return found[1].decode("ascii") if found else None


def read_html(page: str) -> tuple[str, Metadata] | None:
    """Extract a page's article, the headline as its first line; None where there is none."""
    # trafilatura takes a third of a second to import and most folders hold no HTML
    from trafilatura import bare_extraction  # noqa: PLC0415

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found: Any = bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        favor_precision=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if found is None or not (found.text or "").strip():
        return None
    headline = _SITE_IN_TITLE.sub("", found.title) if found.title else None
    metadata = Metadata(
        headline=headline,
        byline=found.author,
        outlet=found.sitename or None,
        url=found.url,
        section=(found.categories or [None])[0],
        published_on=_read_iso(found.date),
    )
    text: str = found.text
    if headline and fold(headline) not in {fold(line) for line in text.splitlines()[:3]}:
        text = f"{headline}\n{text}"
    return text, metadata


def _read_iso(words: str | None) -> date | None:
    try:
        return date.fromisoformat((words or "")[:10])
    except ValueError:
        return None
