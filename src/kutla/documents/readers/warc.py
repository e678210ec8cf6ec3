"""Web archives: the articles of a WARC, a record at a time, whatever its size.

A damaged record (cut short, or of another length than its header says) ends the archive for the
library that reads it. Here it is set aside and reading goes on at the next record that can be
found, so that one fault in the middle costs one page.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import zipfile
import zlib
from typing import TYPE_CHECKING, BinaryIO

from kutla.documents.document import Unread
from kutla.documents.raw import MOST_BYTES, RawText
from kutla.documents.readers.body import read_body
from kutla.documents.readers.unpacking import Overlong, unpack
from kutla.documents.readers.warc_records import Damage, Page, walk
from kutla.errors import UnreadableDocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

_READABLE = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
_OK = 200
_ARCHIVE = re.compile(r"^(?:.*/)?[^/]+\.warc(?:\.gz)?$")


def read_warc(stream: BinaryIO, name: str) -> Iterator[RawText | Unread]:
    """Read the pages, PDFs and texts of a web archive; pictures, scripts and redirects are none.

    ``name#URL`` is the address of each. Memory holds one record at a time.
    """
    if stream.seekable():
        yield from _read_archive(stream, name)
        return
    # what comes through a pipe is put on disk: what cannot be read twice cannot be mended
    with tempfile.TemporaryFile() as spooled:
        shutil.copyfileobj(stream, spooled)
        yield from _read_archive(spooled, name)


def read_wacz(stream: BinaryIO, name: str) -> Iterator[RawText | Unread]:
    """Read the web archives in a WACZ, as browsers' archivers write it: a ZIP with them inside."""
    with tempfile.TemporaryFile() as spooled:
        source = stream
        if not stream.seekable():
            shutil.copyfileobj(stream, spooled)
            source = spooled
        try:
            with zipfile.ZipFile(source) as parts:
                names = [each for each in parts.namelist() if _ARCHIVE.search(each)]
                if not names:
                    raise UnreadableDocumentError(
                        f"{name} holds no web archive; export it again as .warc.gz"
                    )
                for each in names:
                    with parts.open(each) as archive:
                        yield from read_warc(archive, name)  # type: ignore[arg-type]
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
            raise UnreadableDocumentError(
                f"{name} is damaged or cut short; export it again as .warc.gz"
            ) from error


def _read_archive(stream: BinaryIO, name: str) -> Iterator[RawText | Unread]:
    found = told = False
    for item in walk(stream):
        if isinstance(item, Damage):
            if not found and item.is_last:
                raise UnreadableDocumentError(
                    f"{name} is no web archive that can be read ({item.why}); fetch it again"
                )
            told = True
            yield Unread(
                f"{name}#{item.number}",
                f"{name}, record {item.number}: {item.why}, and it was set aside; "
                "fetch the archive again if you need it",
            )
            continue
        found = True
        if item.media in _READABLE and item.status in {None, _OK}:
            for each in _read_record(item, name):
                told = True
                yield each
    if not told:
        what = "no page, PDF or text" if found else "no record"
        raise UnreadableDocumentError(f"{name} holds {what}; give a web archive with pages")


def _read_record(record: Page, name: str) -> Iterator[RawText | Unread]:
    address = f"{name}#{record.url or record.number}"
    place = f"{name}, record {record.number}" + (f" ({record.url})" if record.url else "")
    try:
        body = unpack(record.payload, chunked=record.is_chunked, encoding=record.encoding)
    except Overlong:
        limit = f"{MOST_BYTES / 1e6:.0f} MB"
        yield Unread(address, f"{place} is too large (at most {limit}); save its article by itself")
        return
    except ValueError as error:
        yield Unread(address, f"{place} cannot be unpacked ({error}); fetch the page again")
        return
    if not body.strip():
        return
    try:
        for item in read_body(
            body, place, media=record.media, charset=record.charset, url=record.url
        ):
            yield RawText(address, item.text, item.metadata, item.is_extracted)
    except UnreadableDocumentError as error:
        yield Unread(address, str(error))
