"""Saved web pages: bytes → the article's text, in the encoding the page declares."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, BinaryIO

from kutla.documents.decoding import decode, decode_declared
from kutla.documents.html import declared_encoding, nesting, read_html
from kutla.documents.raw import RawText, read_whole
from kutla.errors import UnreadableDocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEGINS_AS_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MOST_TAGS = 150_000
"""Pages of news have some thousands; the time to tell an article from the rest grows with the
square of their number, and this many take ten seconds."""
_DEEPEST = 250
"""libxml2 reads no element below the 256th level."""


def is_page(raw: bytes) -> bool:
    """Whether bytes begin as a web page does, whatever the file is called."""
    return _BEGINS_AS_PAGE.match(raw[:4096]) is not None


def read_page(stream: BinaryIO, name: str) -> Iterator[RawText]:
    """Read the article of a saved web page."""
    yield make_page(read_whole(stream, name), name)


def make_page(
    raw: bytes, name: str, *, charset: str | None = None, url: str | None = None
) -> RawText:
    """Extract the article of a page; ``charset`` and ``url`` are what the server said of it.

    Raises UnreadableDocumentError where there is none, with the likely reason.
    """
    page = (
        decode_declared(raw, charset)
        or decode_declared(raw, declared_encoding(raw))
        or decode(raw, name)
    )
    tags = page.count("<")
    if tags > _MOST_TAGS:
        raise UnreadableDocumentError(
            f"{name} has {tags:,} HTML tags{_nested(page)} (at most {_MOST_TAGS:,}), which no "
            "article has; save the article's own page, or its text as .txt"
        )
    extracted = read_html(page, url=url)
    if extracted is None:
        raise UnreadableDocumentError(
            f"{name} holds no article that can be made out{_nested(page)}; save the article's own page, "
            "or its text as .txt"
        )
    text, metadata = extracted
    return RawText(name, text, metadata, is_extracted=True)


def _nested(page: str) -> str:
    depth = nesting(page)
    return f", nested {depth:,} elements deep" if depth > _DEEPEST else ""
