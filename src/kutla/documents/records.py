"""Records of articles, with the field names that feeds, scrapers and data sets use."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

from kutla.documents.calendar_words import find_days
from kutla.documents.html import read_fragment, read_html
from kutla.documents.metadata import Metadata

TEXT_KEYS = (
    "text", "body", "content", "article", "maintext", "full_text", "articlebody", "article_text",
    "body_text", "plain_text", "story_text", "raw_content",
)  # fmt: skip
_HTML_KEYS = ("html", "raw_html", "content_html")
_KEYS = {
    "headline": ("title", "headline"),
    "byline": ("byline", "author", "authors", "creator"),
    "outlet": (
        "outlet",
        "source",
        "publisher",
        "site",
        "sitename",
        "site_name",
        "source_name",
        "publication",
        "media_name",
        "newspaper",
    ),
    "url": ("url", "link", "canonical_url"),
    "section": ("section", "category", "articlesection"),
}
_DATE_KEYS = (
    "date", "published", "published_on", "published_at", "date_published", "publication_date",
    "date_publish", "pub_date", "pubdate", "datetime", "datepublished", "publish_date",
    "published_date", "publishedat", "created_at",
)  # fmt: skip
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*\r?\n", re.DOTALL)
_JOINTS = re.compile(r"[\s.:-]+")
_FIRST_SECOND, _LAST_SECOND = 100_000_000, 100_000_000_000
"""The day a number stands for must lie after 1973, when no newspaper kept such numbers yet; a
smaller number is a count of something else."""
_LIST_KEYS = ("articles", "documents", "items", "results", "data")


def list_records(parsed: Any) -> list[Any]:
    """Give the records of a parsed JSON file: one, a list of them, or a list in an object."""
    if isinstance(parsed, list):
        return parsed
    if isinstance(parsed, dict):
        for key in _LIST_KEYS:
            if isinstance(parsed.get(key), list) and not _find(parsed, TEXT_KEYS + _HTML_KEYS):
                inner: list[Any] = parsed[key]
                return inner
    return [parsed]


def read_record(record: Any) -> tuple[str, Metadata] | str:
    """Read a record's text and metadata, or say in half a sentence what it lacks."""
    if not isinstance(record, dict):
        return "is no JSON object; give each article as an object with a text field"
    metadata = _read_metadata(record)
    text = read_fragment(_find(record, TEXT_KEYS) or "")
    if text:
        return text, metadata
    page = _find(record, _HTML_KEYS)
    if not page:
        return (
            f"has none of the text fields {', '.join(TEXT_KEYS[:3])} or html; name one of them so"
        )
    extracted = read_html(page)
    if extracted is None:
        return "holds HTML without an article; give the article's own page"
    return extracted[0], prefer(metadata, extracted[1])


def read_front_matter(text: str) -> Metadata:
    """Read the ``key: value`` lines between two rules at the top of a Markdown file."""
    found = _FRONT_MATTER.match(text)
    pairs = (line.partition(":") for line in found[1].splitlines()) if found else ()
    return _read_metadata({key.strip(): value.strip(" \"'") for key, _, value in pairs})


def _find(record: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    folded = {_fold(key): value for key, value in record.items()}
    for key in keys:
        value = folded.get(key)
        if isinstance(value, list):
            value = ", ".join(str(name) for item in value if (name := _name(item)))
        value = _name(value)
        if isinstance(value, str) and value.strip():
            return value
    return None


def _fold(key: Any) -> str:
    return _JOINTS.sub("_", str(key).strip().casefold())


def _name(value: Any) -> Any:
    """Give the name of what a record says with an object: of an author, of a publisher."""
    return value.get("name") or value.get("title") if isinstance(value, dict) else value


def _read_metadata(record: dict[str, Any]) -> Metadata:
    found = {name: _find(record, keys) for name, keys in _KEYS.items()}
    words = _find(record, _DATE_KEYS)
    return Metadata(**found, published_on=read_day(words) if words else _read_moment(record))


def _read_moment(record: dict[str, Any]) -> date | None:
    """Read a number of seconds, or thousandths, since 1970, as exports of data bases have it."""
    folded = {_fold(key): value for key, value in record.items()}
    for key in _DATE_KEYS:
        value = folded.get(key)
        if isinstance(value, int | float) and value >= _FIRST_SECOND:
            seconds = value / 1000 if value >= 1000 * _FIRST_SECOND else value
            if seconds < _LAST_SECOND:
                return datetime.fromtimestamp(seconds, UTC).date()
    return None


def read_day(words: str | None) -> date | None:
    """Read the day of a feed's or a record's date, ISO or in words, as its own zone has it."""
    if not words:
        return None
    try:
        return date.fromisoformat(words.strip()[:10])
    except ValueError:
        days = find_days(words)
        return days[0].on if days else None


def prefer(first: Metadata, second: Metadata) -> Metadata:
    """Put together what two sources say of one article; where both do, the first is believed."""
    return Metadata(
        first.headline or second.headline,
        first.byline or second.byline,
        first.outlet or second.outlet,
        first.url or second.url,
        first.section or second.section,
        first.published_on or second.published_on,
    )
