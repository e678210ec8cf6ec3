"""Files of records: JSON, JSON lines and tables, one article a record, read one at a time."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any, BinaryIO

from kutla.documents.decoding import decode, encoding_of
from kutla.documents.document import Unread
from kutla.documents.raw import MOST_BYTES, RawText, peekable, read_whole
from kutla.documents.records import list_records, read_record
from kutla.errors import UnreadableDocumentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HOPELESS = 20
_SAMPLE = 65_536
_DELIMITERS = ",;\t|"


def read_json(stream: BinaryIO, name: str) -> Iterator[RawText | Unread]:
    """Read a JSON file: one article, a list of them, or a list under a usual name."""
    text = decode(read_whole(stream, name), name)
    try:
        parsed: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        where = f" at line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise UnreadableDocumentError(
            f"{name} is not valid JSON{where}; mend it, or name it .jsonl if it has a record a line"
        ) from error
    records = list_records(parsed)
    if not records:
        raise UnreadableDocumentError(f"{name} holds no record; give articles as JSON objects")
    for number, record in enumerate(records, 1):
        address = name if len(records) == 1 else f"{name}#{number}"
        yield _make(record, address, f"{name}, record {number}")


def read_json_lines(stream: BinaryIO, name: str) -> Iterator[RawText | Unread]:
    """Read JSON lines; a line that is no record is set aside, the others are read."""
    mend = "give one JSON object with a text field a line"
    yield from _hopeful(_json_lines(stream, name), name, "lines", mend)


def _json_lines(stream: BinaryIO, name: str) -> Iterator[RawText | Unread]:
    number = 0
    while line := stream.readline(MOST_BYTES + 1):
        number += 1
        address, place = f"{name}#{number}", f"{name}, line {number}"
        if len(line) > MOST_BYTES:
            yield Unread(address, f"{place} has no end within {_limit()}; give one article a line")
            _skip_line(stream, line)
        elif line.strip():
            yield _read_line(line, address, place)


def _skip_line(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(_SAMPLE)


def _read_line(line: bytes, address: str, place: str) -> RawText | Unread:
    try:
        record: Any = json.loads(decode(line, place))
    except (UnreadableDocumentError, ValueError, RecursionError):
        return Unread(address, f"{place} is not valid JSON; mend the line")
    return _make(record, address, place)


def read_table(stream: BinaryIO, name: str) -> Iterator[RawText | Unread]:
    """Read a table with a row of headings, an article a row; tabs and semicolons do as well."""
    mend = "give a row of headings, one of them text"
    yield from _hopeful(_rows(stream, name), name, "rows", mend)


def _rows(stream: BinaryIO, name: str) -> Iterator[RawText | Unread]:
    buffered = peekable(stream, _SAMPLE)
    sample = buffered.peek(_SAMPLE)[:_SAMPLE]
    encoding = encoding_of(sample, name)
    errors = "replace" if encoding.startswith("utf-16") else "surrogateescape"
    text = io.TextIOWrapper(buffered, encoding, errors=errors, newline="")
    csv.field_size_limit(MOST_BYTES)
    lines = iter(lambda: text.readline(MOST_BYTES), "")
    rows = csv.reader(lines, delimiter=_delimiter(sample.decode(encoding, "replace"), text))
    headings: list[str] = []
    while (row := _next_row(rows)) is not None:
        place = f"{name}, line {rows.line_num}"
        if isinstance(row, str):
            yield Unread(f"{name}#{rows.line_num}", f"{place} {row}")
        elif not headings:
            headings = [cell.strip() for cell in row]
        elif any(cell.strip() for cell in row):
            yield _read_row(
                dict(zip(headings, row, strict=False)), f"{name}#{rows.line_num}", place
            )


def _next_row(rows: Any) -> list[str] | str | None:
    try:
        return next(rows, None)
    except csv.Error as error:
        if "field larger" in str(error):
            return f"has a field without end within {_limit()}; close its quotation mark"
        return f"is no row of a table ({error}); mend its quotation marks"


def _read_row(record: dict[str, str], address: str, place: str) -> RawText | Unread:
    try:
        clean = {key: _mend(value, place) for key, value in record.items() if key}
    except UnreadableDocumentError as error:
        return Unread(address, str(error))
    return _make(clean, address, place)


def _mend(value: str, place: str) -> str:
    """Decode anew a cell that is in another encoding than the rest of its table."""
    if value.isascii() or not any("\udc80" <= letter <= "\udcff" for letter in value):
        return value
    return decode(value.encode("utf-8", "surrogateescape"), place)


def _delimiter(sample: str, text: io.TextIOWrapper) -> str:
    """Tell what stands between cells; a first line that says so (``sep=;``) is read away."""
    headings = sample.lstrip("\ufeff\r\n ").partition("\n")[0].strip()
    if headings.casefold().startswith("sep=") and len(headings) == len("sep=;"):
        text.readline(MOST_BYTES)
        return headings[-1]
    return max(_DELIMITERS, key=headings.count)


def _make(record: Any, address: str, place: str) -> RawText | Unread:
    found = read_record(record)
    if isinstance(found, str):
        return Unread(address, f"{place} {found}")
    text, metadata = found
    return RawText(address, text, metadata)


def _hopeful(
    items: Iterable[RawText | Unread], name: str, unit: str, mend: str
) -> Iterator[RawText | Unread]:
    """Give items as they come, and give up on a file that is something else altogether."""
    held: list[Unread] = []
    is_good = False
    for item in items:
        if isinstance(item, Unread) and not is_good:
            held.append(item)
            if len(held) >= _HOPELESS:
                raise UnreadableDocumentError(
                    f"{name} holds no article in its first {_HOPELESS} {unit}; {mend}"
                )
            continue
        is_good = True
        yield from held
        held.clear()
        yield item
    if not is_good and not held:
        raise UnreadableDocumentError(f"{name} is empty; {mend}")
    yield from held


def _limit() -> str:
    return f"{MOST_BYTES / 1e6:.0f} MB"
