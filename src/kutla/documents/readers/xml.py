"""XML of the press: feeds with their texts, NITF and NewsML-G2 of the agencies, XHTML pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from lxml import etree

from kutla.documents.document import Unread
from kutla.documents.feeds import parse_feed
from kutla.documents.metadata import Metadata
from kutla.documents.raw import RawText, read_whole
from kutla.documents.readers.pages import is_page, make_page
from kutla.documents.records import read_day
from kutla.errors import UnreadableDocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_SAFE = {"resolve_entities": False, "no_network": True, "load_dtd": False}
_FEEDS = frozenset({"rss", "feed", "RDF"})
_AGENCY = frozenset({"nitf", "newsItem", "newsMessage", "packageItem"})
_PARAGRAPHS = frozenset({"p", "hl2", "li", "h2", "h3", "blockquote"})
_HEAD, _STEP = 65_536, 512
_FEWEST_WORDS = 8


def read_xml(stream: BinaryIO, name: str) -> Iterator[RawText | Unread]:
    """Read a feed's entries, an agency's items or a page, by what the file's first element is."""
    raw = read_whole(stream, name)
    root = _root_name(raw)
    if is_page(raw) or root == "html":
        yield make_page(raw, name)
    elif root in _AGENCY:
        yield from _read_agency(raw, name)
    elif root in _FEEDS or root is None:
        yield from _read_feed(raw, name)
    else:
        raise UnreadableDocumentError(
            f"{name} is XML of a kind kutla does not know (<{root}>); it reads RSS, Atom, NITF and "
            "NewsML-G2, so give the articles as one of these or as .txt"
        )


def _root_name(raw: bytes) -> str | None:
    """Give the first element's name, None where the head of the file is not well-formed."""
    parser = etree.XMLPullParser(events=("start",), **_SAFE)
    try:
        for at in range(0, min(len(raw), _HEAD), _STEP):
            parser.feed(raw[at : at + _STEP])
            for _, element in parser.read_events():
                return str(etree.QName(element).localname)
    except (etree.XMLSyntaxError, ValueError):
        pass
    return None


def _read_feed(raw: bytes, name: str) -> Iterator[RawText | Unread]:
    items = parse_feed(raw, name)
    if not items:
        raise UnreadableDocumentError(f"{name} is a feed without an entry; fetch it again later")
    for number, item in enumerate(items, 1):
        address = item.url or f"{name}#{number}"
        if len(item.text.split()) < _FEWEST_WORDS:
            mend = f"save {item.url}" if item.url is not None else "give the article's own page"
            yield Unread(
                address,
                f"{name}, entry {number} holds no text but its headline; {mend}, or follow the "
                "feed with `kutla watch`",
            )
        else:
            yield RawText(address, item.text, item.metadata)


def _read_agency(raw: bytes, name: str) -> Iterator[RawText | Unread]:
    try:
        root = etree.fromstring(raw, etree.XMLParser(**_SAFE))
    except (etree.XMLSyntaxError, ValueError) as error:
        place = f" at line {error.lineno}" if isinstance(error, etree.XMLSyntaxError) else ""
        raise UnreadableDocumentError(f"{name} is not valid XML{place}; export it again") from error
    items = [root] if _local(root) == "nitf" else _find(root, "newsItem") or [root]
    for number, item in enumerate(items, 1):
        address = name if len(items) == 1 else f"{name}#{number}"
        text = "\n\n".join(_paragraphs(item))
        if text:
            yield RawText(address, text, _metadata(item))
        else:
            yield Unread(
                address, f"{name}, item {number} holds no text; export it with its text inline"
            )


def _paragraphs(item: Any) -> list[str]:
    bodies = _find(item, "body.content") or _find(item, "inlineXML") or _find(item, "inlineData")
    found: list[str] = []
    for body in bodies[:1]:
        inner = _find(body, "body.content") or _find(body, "body") or [body]
        for element in inner[0].iter("{*}*"):
            nested = any(_local(each) in _PARAGRAPHS for each in element.iterancestors())
            if _local(element) in _PARAGRAPHS and not nested:
                found.append(_words(element))
        if not found:
            found = [_words(inner[0])]
    return [words for words in found if words]


def _metadata(item: Any) -> Metadata:
    return Metadata(
        headline=_first(item, "hl1") or _first(item, "headline") or _first(item, "title"),
        byline=_first(item, "byline") or _first(item, "by"),
        outlet=_outlet(item),
        section=_first(item, "fixture.id"),
        published_on=_day(item),
    )


def _outlet(item: Any) -> str | None:
    for tag in ("distributor", "doc.copyright", "provider", "creditline"):
        for element in _find(item, tag):
            named = _words(element) or element.get("holder") or element.get("literal")
            if named:
                return str(named).strip()
    return None


def _day(item: Any) -> date | None:
    """When it was issued, else the story's day; NITF writes 20180524T101500Z."""
    for tag in ("date.issue", "versionCreated", "firstCreated", "story.date", "contentCreated"):
        for element in _find(item, tag):
            words = str(element.get("norm") or _words(element))
            if words[:8].isdecimal():
                words = f"{words[:4]}-{words[4:6]}-{words[6:8]}"
            day = read_day(words)
            if day is not None:
                return day
    return None


def _find(element: Any, tag: str) -> list[Any]:
    return list(element.iter(f"{{*}}{tag}"))


def _first(element: Any, tag: str) -> str | None:
    return next((words for each in _find(element, tag) if (words := _words(each))), None)


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _local(element: Any) -> str:
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""
