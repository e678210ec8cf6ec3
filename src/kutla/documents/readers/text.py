"""Plain text and Markdown; a web page that was saved under such a name is read as the page it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from kutla.documents.decoding import decode
from kutla.documents.raw import RawText, read_whole
from kutla.documents.readers.pages import is_page, make_page
from kutla.documents.records import read_front_matter
from kutla.errors import UnreadableDocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator


def read_text(stream: BinaryIO, name: str) -> Iterator[RawText]:
    """Read a text, its metadata from the ``key: value`` lines between rules at its top, if any."""
    raw = read_whole(stream, name)
    if is_page(raw):
        yield make_page(raw, name)
        return
    text = decode(raw, name)
    if not text.strip():
        raise UnreadableDocumentError(f"{name} is empty; give a file that holds an article")
    yield RawText(name, text, read_front_matter(text))
