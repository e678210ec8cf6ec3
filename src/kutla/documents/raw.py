"""What every reader gives: a decoded text and what stands beside it; and the limits they keep."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, TypeAlias

from kutla.documents.document import Unread
from kutla.documents.metadata import NO_METADATA, Metadata
from kutla.errors import UnreadableDocumentError

MOST_BYTES = 20_000_000
"""A larger file holds no single article (the longest run to some hundred kilobytes), and cleaning
it would take minutes. Files of many records (JSON lines, CSV, WARC) may be larger, since they are
read a record at a time; there the limit is for a record."""


@dataclass(frozen=True, slots=True)
class RawText:
    """A decoded text and what stands beside it, before any cleaning."""

    address: str
    text: str
    metadata: Metadata = NO_METADATA
    is_extracted: bool = False


Reader: TypeAlias = Callable[[BinaryIO, str], Iterator[RawText | Unread]]
"""A reader takes an open file and its name and gives the texts in it, one at a time.

It raises UnreadableDocumentError where the file as a whole is no use; a single record that is none
comes as ``Unread``, and what follows it is still read."""


def read_whole(stream: BinaryIO, name: str) -> bytes:
    """Read a file that holds one article. Raises UnreadableDocumentError: empty, or too large."""
    size = _size_of(stream)
    raw = b"" if size is not None and size > MOST_BYTES else stream.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES or (size or 0) > MOST_BYTES:
        said = f"{size / 1e6:.0f} MB; " if size and size > MOST_BYTES else ""
        raise UnreadableDocumentError(
            f"{name} is too large ({said}at most {MOST_BYTES / 1e6:.0f} MB): "
            "split it into one file an article, or give the articles as JSON lines"
        )
    if not raw.strip(b" \t\r\n\f\v\x00\xef\xbb\xbf"):
        raise UnreadableDocumentError(f"{name} is empty; give a file that holds an article")
    return raw


def _size_of(stream: BinaryIO) -> int | None:
    """Give the size of a file on disk, so that a large one is refused unread."""
    try:
        size = os.fstat(stream.fileno()).st_size
    except (OSError, AttributeError):
        return None
    return size or None


def peekable(stream: BinaryIO, size: int) -> io.BufferedReader:
    """Put a buffer before an open file of any sort, so that its first bytes can be looked at."""
    return io.BufferedReader(_Forward(stream), size)


class _Forward(io.RawIOBase):
    """A stream that is read once, forward, and that fills what is asked for while it can."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        raw = self._stream.read(len(buffer))
        buffer[: len(raw)] = raw
        return len(raw)
