"""A web page → its article's text and metadata, by trafilatura."""

from __future__ import annotations

import logging
import re
import warnings
from datetime import date
from functools import cache
from typing import Any

from lxml import etree

from kutla.documents.decoding import tidy
from kutla.documents.lines import fold
from kutla.documents.metadata import Metadata
from kutla.documents.page_head import find_day, find_headline, find_site

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_TAG = re.compile(r"<(?P<end>/)?(?P<name>[a-zA-Z][\w:-]{0,40})(?=[\s>/])")
_ENDLESS = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "option",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "colgroup",
        "optgroup",
        "rt",
        "rp",
        "html",
        "head",
        "body",
    ]
)
"""Elements without an end, and those whose end may be left out."""
_LOOKS_LIKE_HTML = re.compile(
    r"<(?:/?[a-zA-Z][\w-]{0,20}[\s>/]|!--)|&(?:[a-zA-Z]{2,8}|#x?\w{1,6});"
)
_BLOCKS = [
    "p",
    "div",
    "section",
    "article",
    "blockquote",
    "figure",
    "figcaption",
    "table",
    "ul",
    "ol",
    "pre",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
]
_OPENS = {**dict.fromkeys(_BLOCKS, "\n\n"), "li": "\n", "tr": "\n", "br": "\n"}
_CLOSES = {**dict.fromkeys(_BLOCKS, "\n\n"), "td": "\t", "th": "\t"}
_UNSEEN = frozenset({"script", "style", "noscript", "template"})
_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+\s*")
_ROW = re.compile(r"\|\s*(.*?)\s*\|\s*")
_SPACES = re.compile(r"\s+")
_EDGES = re.compile(r"[ \t]*\n[ \t]*")
_BLANK_LINES = re.compile(r"\n{3,}")


def declared_encoding(raw: bytes) -> str | None:
    """Give the encoding a page declares in its head, if it declares one."""
    found = _DECLARED.search(raw[:4096])
    return found[1].decode("ascii") if found else None


def nesting(page: str) -> int:
    """Count how deep a page's elements stand in one another, those with an end of their own."""
    deepest = depth = 0
    for tag in _TAG.finditer(page):
        if tag["name"].casefold() not in _ENDLESS:
            depth = depth - 1 if tag["end"] else depth + 1
            deepest = max(depth, deepest)
    return deepest


def read_fragment(markup: str) -> str:
    """Give the text of a piece of HTML that is all article (a feed's, a record's), as lines.

    Text without any tag comes back as it is.
    """
    from lxml import html  # noqa: PLC0415

    if not _LOOKS_LIKE_HTML.search(markup):
        return markup
    try:
        tree = html.fragment_fromstring(tidy(markup), create_parent="div")
    except (etree.ParserError, ValueError):
        return ""
    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event == "start":
            seen = "" if element.tag in _UNSEEN else _in_one_line(element.text)
            pieces.append(f"{_OPENS.get(element.tag, '')}{seen}")
        else:
            pieces.append(f"{_CLOSES.get(element.tag, '')}{_in_one_line(element.tail)}")
    return _BLANK_LINES.sub("\n\n", _EDGES.sub("\n", "".join(pieces))).strip()


@cache
def _be_quiet() -> None:
    """Keep what the libraries say of a page's oddities off the user's screen."""
    for name in ("trafilatura", "htmldate", "dateparser"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", module=r"dateutil\.")
    warnings.filterwarnings("ignore", module=r"dateparser\.")


def _in_one_line(words: str | None) -> str:
    return _SPACES.sub(" ", words or "")


def read_html(page: str, *, url: str | None = None) -> tuple[str, Metadata] | None:
    """Extract a page's article, the headline as its first line; None where there is none.

    ``url`` is where the page was found; the address that the page itself calls canonical wins.
    """
    # trafilatura takes a third of a second to import and most folders hold no HTML
    from trafilatura import bare_extraction  # noqa: PLC0415

    _be_quiet()
    page = tidy(page)
    found: Any = bare_extraction(
        page,
        url=url,
        with_metadata=True,
        include_comments=False,
        favor_precision=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if found is None or not (found.text or "").strip():
        return None
    headline = find_headline(page, found.title, found.sitename)
    metadata = Metadata(
        headline=headline,
        byline=found.author,
        outlet=found.sitename or find_site(page, headline),
        url=found.url,
        section=(found.categories or [None])[0],
        published_on=_read_iso(found.date) or find_day(page),
    )
    text = _rows_with_tabs(found.text)
    if headline and fold(headline) not in {fold(line) for line in text.splitlines()[:3]}:
        text = f"{headline}\n{text}"
    return text, metadata


def _rows_with_tabs(text: str) -> str:
    """Give table rows as text files have them: no bars around cells, no rule below the head."""
    if "|" not in text:
        return text
    lines = (line for line in text.splitlines() if not _RULE.fullmatch(line))
    return "\n".join(
        "\t".join(cell.strip() for cell in row[1].split("|"))
        if (row := _ROW.fullmatch(line))
        else line
        for line in lines
    )


def _read_iso(words: str | None) -> date | None:
    try:
        return date.fromisoformat((words or "")[:10])
    except ValueError:
        return None
