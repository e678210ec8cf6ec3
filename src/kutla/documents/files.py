"""Files and folders → texts with metadata; each way a file can be no use has its sentence."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kutla.documents.decoding import decode
from kutla.documents.document import Unread
from kutla.documents.html import declared_encoding, read_html
from kutla.documents.metadata import NO_METADATA, Metadata
from kutla.documents.records import list_records, read_front_matter, read_record
from kutla.errors import UnreadableDocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES = 20_000_000
"""A larger file holds no single article (the longest run to some hundred kilobytes), and cleaning
it would take minutes. JSON lines may be larger, since they are read a line at a time; there the
limit is for a line."""
_PLAIN = frozenset({".txt", ".md"})
_PAGES = frozenset({".html", ".htm"})
_RECORDS = frozenset({".json"})
_LINES = frozenset({".jsonl"})
ENDINGS = tuple(sorted(_PLAIN | _PAGES | _RECORDS | _LINES))
_ENDINGS_SAID = ", ".join(ENDINGS)
_HOPELESS_LINES = 20


@dataclass(frozen=True, slots=True)
class RawText:
    """A decoded text and what stands beside it, before any cleaning."""

    address: str
    text: str
    metadata: Metadata = NO_METADATA
    is_extracted: bool = False


def list_files(paths: tuple[Path, ...]) -> Iterator[Path | Unread]:
    """List the files at some paths, folders with all below them, each folder's in sorted order.

    Names that begin with a dot are passed over; other endings are set aside with the reason.
    """
    seen: set[Path] = set()
    for path in paths:
        if path.is_dir():
            yield from _list_folder(path, seen)
        elif not path.exists():
            yield Unread(str(path), f"{path} does not exist; check the path")
        elif path.resolve() not in seen:
            seen.add(path.resolve())
            yield _judge(path)


def _list_folder(folder: Path, seen: set[Path]) -> Iterator[Path | Unread]:
    articles = 0
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if hidden or not path.is_file():
            continue
        judged = _judge(path)
        articles += isinstance(judged, Path)
        if path.resolve() not in seen:
            seen.add(path.resolve())
            yield judged
    if not articles:
        yield Unread(
            str(folder),
            f"{folder} holds no article; put files ending in {_ENDINGS_SAID} there",
        )


def _judge(path: Path) -> Path | Unread:
    if path.suffix.casefold() in ENDINGS:
        return path
    ending = f"ends in {path.suffix}" if path.suffix else "has no ending"
    return Unread(str(path), f"{path} was skipped: it {ending}, and kutla reads {_ENDINGS_SAID}")


def read_texts(path: Path) -> Iterator[RawText | Unread]:
    """Read the texts of one file: one, or one a record.

    Raises UnreadableDocumentError where the file as a whole is no use; a single record that is
    none comes as ``Unread``.
    """
    ending = path.suffix.casefold()
    if ending in _LINES:
        yield from _read_lines(path)
        return
    raw = _read_bytes(path)
    if ending in _PAGES:
        yield _read_page(path, raw)
        return
    text = decode(raw, str(path))
    if ending in _RECORDS:
        yield from _read_json(path, text)
        return
    if not text.strip():
        raise UnreadableDocumentError(f"{path} is empty; give a file that holds an article")
    yield RawText(str(path), text, read_front_matter(text) if ending == ".md" else NO_METADATA)


def _read_bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise UnreadableDocumentError(
                f"{path} is too large ({size / 1e6:.0f} MB; at most {MOST_BYTES / 1e6:.0f} MB): "
                "split it into one file an article, or give the articles as JSON lines"
            )
        raw = path.read_bytes()
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise UnreadableDocumentError(
            f"{path} cannot be opened ({why.lower()}); check its permissions"
        ) from error
    if not raw.strip():
        raise UnreadableDocumentError(f"{path} is empty; give a file that holds an article")
    return raw


def _read_page(path: Path, raw: bytes) -> RawText:
    page = _decode_declared(raw) or decode(raw, str(path))
    extracted = read_html(page)
    if extracted is None:
        raise UnreadableDocumentError(
            f"{path} holds no article that can be made out; save the article's own page, "
            "or its text as .txt"
        )
    text, metadata = extracted
    return RawText(str(path), text, metadata, is_extracted=True)


def _decode_declared(raw: bytes) -> str | None:
    encoding = declared_encoding(raw)
    if encoding is None:
        return None
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _read_json(path: Path, text: str) -> Iterator[RawText | Unread]:
    try:
        parsed: Any = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        where = f" at line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise UnreadableDocumentError(
            f"{path} is not valid JSON{where}; mend it, or name it .jsonl if it has a record a line"
        ) from error
    records = list_records(parsed)
    if not records:
        raise UnreadableDocumentError(f"{path} holds no record; give articles as JSON objects")
    for number, record in enumerate(records, 1):
        address = str(path) if len(records) == 1 else f"{path}#{number}"
        yield _make_raw(record, address, f"{path}, record {number}")


def _make_raw(record: Any, address: str, place: str) -> RawText | Unread:
    found = read_record(record)
    if isinstance(found, str):
        return Unread(address, f"{place} {found}")
    text, metadata = found
    return RawText(address, text, metadata)


def _read_lines(path: Path) -> Iterator[RawText | Unread]:
    good, bad = 0, 0
    try:
        with path.open("rb") as handle:
            number = 0
            while line := handle.readline(MOST_BYTES + 1):
                number += 1
                if len(line) > MOST_BYTES:
                    raise UnreadableDocumentError(
                        f"{path} has no end to line {number} within {MOST_BYTES / 1e6:.0f} MB; "
                        "give one article a line"
                    )
                if not line.strip():
                    continue
                item = _read_line(path, number, line)
                good, bad = good + isinstance(item, RawText), bad + isinstance(item, Unread)
                if not good and bad >= _HOPELESS_LINES:
                    raise UnreadableDocumentError(
                        f"{path} holds no article in its first {number} lines; give one JSON "
                        "object with a text field a line"
                    )
                yield item
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise UnreadableDocumentError(
            f"{path} cannot be opened ({why.lower()}); check its permissions"
        ) from error
    if not good and not bad:
        raise UnreadableDocumentError(f"{path} is empty; give one JSON object a line")


def _read_line(path: Path, number: int, line: bytes) -> RawText | Unread:
    address, place = f"{path}#{number}", f"{path}, line {number}"
    try:
        record: Any = json.loads(line.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        return Unread(address, f"{place} is not valid JSON; mend the line")
    return _make_raw(record, address, place)
