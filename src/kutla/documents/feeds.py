"""RSS and Atom feeds by feedparser, and lists of feeds (OPML)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree

from kutla.documents.html import read_fragment
from kutla.documents.metadata import Metadata
from kutla.documents.records import read_day
from kutla.errors import UnreadableDocumentError

if TYPE_CHECKING:
    from datetime import date

_SAFE = {"resolve_entities": False, "no_network": True, "load_dtd": False, "recover": True}


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One entry of a feed.

    ``key`` is what the feed calls it by, else its link, else its title; ``text`` what the feed
    itself gives of it, often a teaser only.
    """

    key: str
    url: str | None
    text: str
    metadata: Metadata


def parse_feed(raw: bytes, name: str, *, url: str | None = None) -> tuple[FeedItem, ...]:
    """Read the entries of an RSS or Atom feed in its own order.

    ``url`` is where it was fetched, for relative links. Raises UnreadableDocumentError where the
    bytes are no feed.
    """
    # a twentieth of a second to import, and few folders hold a feed
    import feedparser  # noqa: PLC0415

    headers = {"content-location": url} if url else {}
    try:
        found: Any = feedparser.parse(raw, response_headers=headers, sanitize_html=False)
    except (ValueError, RecursionError, UnicodeError, LookupError, AttributeError) as error:
        raise UnreadableDocumentError(f"{name} is a broken feed; fetch it again") from error
    if not found.entries and not found.version:
        raise UnreadableDocumentError(
            f"{name} is no feed (neither RSS nor Atom); give the address of the outlet's feed"
        )
    outlet = found.feed.get("title")
    items = (_read_entry(entry, outlet) for entry in found.entries)
    return tuple({item.key: item for item in items if item.key}.values())


def _read_entry(entry: Any, outlet: str | None) -> FeedItem:
    bodies = [part.get("value") or "" for part in entry.get("content", ())]
    text = read_fragment(max([*bodies, entry.get("summary") or ""], key=len))
    link = _web(entry.get("link"))
    source = entry.get("source") or {}
    headline = read_fragment(entry.get("title") or "").strip() or None
    return FeedItem(
        key=str(entry.get("id") or link or headline or ""),
        url=link,
        text=text,
        metadata=Metadata(
            headline=headline,
            byline=entry.get("author") or None,
            outlet=source.get("title") or outlet or None,
            url=link,
            section=_section(entry),
            published_on=_day(entry),
        ),
    )


def _day(entry: Any) -> date | None:
    words = entry.get("published") or entry.get("dc_date") or entry.get("updated")
    return read_day(words if isinstance(words, str) else None)


def _section(entry: Any) -> str | None:
    tags = [tag.get("term") for tag in entry.get("tags", ())]
    return next((term for term in tags if term), None)


def _web(link: Any) -> str | None:
    is_web = isinstance(link, str) and link.startswith(("http://", "https://"))
    return link if is_web else None


def parse_opml(raw: bytes, name: str) -> tuple[str, ...]:
    """Read the addresses of a list of feeds, each once, in its order.

    Raises UnreadableDocumentError where there is none.
    """
    try:
        root: Any = etree.fromstring(raw, etree.XMLParser(**_SAFE))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocumentError(f"{name} is not valid XML; export it again") from error
    found = []
    for outline in root.iter("{*}outline") if root is not None else ():
        fields = {key.casefold(): value.strip() for key, value in outline.attrib.items()}
        address = fields.get("xmlurl") or (fields.get("url") if fields.get("type") == "rss" else "")
        if address and _web(address):
            found.append(address)
    if not found:
        raise UnreadableDocumentError(
            f'{name} lists no feed; give an OPML file with <outline xmlUrl="https://…"/> lines'
        )
    return tuple(dict.fromkeys(found))
