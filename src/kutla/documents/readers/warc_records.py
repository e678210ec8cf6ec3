"""Walking along a web archive: whole records, and where one is damaged; on at the next."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from kutla.documents.raw import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADER = re.compile(rb"WARC/1\.[01]\r?\n(?=[A-Za-z-]{1,40}:)")
_GZIP = b"\x1f\x8b"
_MEMBER = re.compile(rb"\x1f\x8b\x08")
_STRIDE, _OVERLAP = 1_000_000, 2_048
_LONGEST_HEADER = 65_536
_END = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Page:
    """One record with what its server said of it.

    ``payload`` is as stored, and at most one byte more than MOST_BYTES of it.
    """

    number: int
    url: str | None
    media: str
    charset: str | None
    status: int | None
    encoding: str | None
    is_chunked: bool
    payload: bytes


@dataclass(frozen=True, slots=True)
class Damage:
    """A place where an archive cannot be read, and whether nothing follows it."""

    number: int
    why: str
    is_last: bool


def walk(stream: BinaryIO) -> Iterator[Page | Damage]:
    """Give the records that hold content, and each damage once, in the order of the file."""
    start: int | None = 0
    number = 0
    pending: Damage | None = None
    stream.seek(0)
    is_packed = stream.read(2) == _GZIP
    while start is not None:
        stretch = _Stretch(stream, start, number, is_packed)
        for page in stretch.pages():
            if pending is not None:
                yield pending
                pending = None
            yield page
        if stretch.why is None:
            return
        start = _find_next(stream, stretch.position + 1, is_packed=is_packed)
        damage = Damage(stretch.number + stretch.is_behind, stretch.why, is_last=start is None)
        # behind a whole record there is rubbish, or a damaged record, which then says so itself
        pending = damage if stretch.is_behind and start is not None else None
        if pending is None:
            yield damage
        number = stretch.number


@dataclass(slots=True)
class _Stretch:
    """Records from a place on, up to the first damage: in the last record, or right behind it."""

    stream: BinaryIO
    position: int
    number: int
    is_packed: bool
    why: str | None = None
    is_behind: bool = False

    def pages(self) -> Iterator[Page]:
        # a tenth of a second to import, and few folders hold an archive
        from fastwarc.warc import ArchiveIterator  # noqa: PLC0415

        before = self.number
        held: Page | None = None
        is_inside = False
        self.stream.seek(self.position)
        try:
            for record in ArchiveIterator(self.stream, parse_http=True):
                if held is not None:
                    yield held
                self.number, self.position = self.number + 1, record.stream_pos
                held, is_inside = None, True
                held = self._take(record)
                is_inside = False
                if self.why is not None:
                    return
        except OSError as error:
            self.why = _say(error, is_begun=self.number > 0)
            is_begun = self.number > before
            self.is_behind = is_begun and not is_inside and (self.is_packed or self._ends_whole())
            if not is_begun:
                self.number += 1
            if not self.is_behind:
                return
        if held is not None:
            yield held

    def _take(self, record: Any) -> Page | None:
        if str(record.record_type) not in {"response", "resource", "conversion"}:
            return None
        expected = record.content_length
        payload = record.reader.read(MOST_BYTES + 1)
        if len(payload) < min(expected, MOST_BYTES + 1):
            self.why = "it is cut short"
            return None
        http = record.http_headers
        headers = http if http is not None else record.headers
        media, charset = _media(record.http_content_type or headers.get("Content-Type") or "")
        return Page(
            number=self.number,
            url=record.headers.get("WARC-Target-URI"),
            media=media,
            charset=record.http_charset or charset,
            status=http.status_code if http is not None else None,
            encoding=http.get("Content-Encoding") if http is not None else None,
            is_chunked=http is not None
            and "chunked" in (http.get("Transfer-Encoding") or "").casefold(),
            payload=payload,
        )

    def _ends_whole(self) -> bool:
        """Whether the last record of an archive that is not packed ends where its header says."""
        self.stream.seek(self.position)
        head = self.stream.read(_LONGEST_HEADER).partition(_END)[0]
        length = re.search(rb"(?im)^content-length:\s*(\d{1,15})\s*$", head)
        if length is None:
            return False
        self.stream.seek(self.position + len(head) + len(_END) + int(length[1]))
        return self.stream.read(len(_END)) == _END


def _media(content_type: str) -> tuple[str, str | None]:
    media, _, rest = content_type.partition(";")
    found = re.search(r"charset=[\"']?([\w.:-]{3,30})", rest, re.IGNORECASE)
    return media.strip().casefold(), found[1] if found else None


def _say(error: OSError, *, is_begun: bool) -> str:
    if "Invalid WARC header" in str(error):
        if not is_begun:
            return "it does not begin as one"
        return "its length is not what its header says"
    if "decompression" in str(error):
        return "its gzip data is broken"
    return f"it cannot be read ({str(error)[:80]})"


def _find_next(stream: BinaryIO, start: int, *, is_packed: bool) -> int | None:
    """Find where the next record begins, at or behind a place; None at the end of the file."""
    pattern = _MEMBER if is_packed else _HEADER
    stream.seek(start)
    block, at = stream.read(_STRIDE), start
    while block:
        for found in pattern.finditer(block):
            if not is_packed or _unpacks(block[found.start() : found.start() + _OVERLAP]):
                return at + found.start()
        more = stream.read(_STRIDE)
        if not more:
            return None
        kept = block[-_OVERLAP:]
        at, block = at + len(block) - len(kept), kept + more
    return None


def _unpacks(packed: bytes) -> bool:
    try:
        return zlib.decompressobj(31).decompress(packed, 8).startswith(b"WARC/1.")
    except zlib.error:
        return False
