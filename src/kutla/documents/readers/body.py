"""One article in memory, of whatever kind its server or its first bytes say it is."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from kutla.documents.readers.pages import is_page, make_page
from kutla.documents.readers.pdf import read_pdf
from kutla.documents.readers.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.documents.raw import RawText

_PDF = b"%PDF-"


def read_body(
    body: bytes, name: str, *, media: str, charset: str | None = None, url: str | None = None
) -> Iterator[RawText]:
    """Read a page, a PDF or a text. Raises UnreadableDocumentError where it holds no article."""
    if body.startswith(_PDF) or media == "application/pdf":
        yield from read_pdf(io.BytesIO(body), name)
    elif media == "text/plain" and not is_page(body):
        yield from read_text(io.BytesIO(body), name)
    else:
        yield make_page(body, name, charset=charset, url=url)
