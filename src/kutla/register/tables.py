"""The tables of a parliament's folder: which columns they have, and their rows with their places."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from types import MappingProxyType
from typing import TYPE_CHECKING

from kutla.vocabulary import Period, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

TIES = ("entity_id", "role", "other", "valid_from", "valid_to", "source")
RESULTS = ("list_id", "seats", "figures", "source")
TABLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "entities.csv": ("id", "kind", "name", "valid_from", "valid_to", "wikidata", "source"),
        "aliases.csv": (
            *("entity_id", "text", "language", "valid_from", "valid_to", "mark", "note"),
            "source",
        ),
        "never_same.csv": ("left", "right", "reason", "source"),
        "memberships.csv": TIES,
        "tenures.csv": TIES,
        "cabinets.csv": (
            *("id", "name", "valid_from", "valid_to", "parties", "led_by", "caretaker", "source"),
        ),
    }
)
"""Every table but the results of elections, by its file."""


@dataclass
class Complaints:
    """What is wrong in a folder, in the order in which it was met."""

    problems: list[Problem] = field(default_factory=list)

    def report(self, code: str, message: str, place: str) -> None:
        """Note a problem; a message says what would mend it."""
        self.problems.append(Problem(code, message, (), place))


class Row(dict[str, str]):
    """A row of a table that knows its place; a column left out reads as empty."""

    place = ""

    def __missing__(self, key: str) -> str:
        return ""


def read_rows(told: Complaints, folder: Path, name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """Read a table's rows, none where there is no such table; what cannot be read is reported."""
    try:
        file = (folder / name).open(encoding="utf-8-sig", newline="")
    except FileNotFoundError:
        return
    except OSError as error:
        told.report("file-unreadable", f"{name} cannot be read: {error.strerror}", name)
        return
    with file:
        try:
            yield from _rows(told, csv.DictReader(file, strict=True), name, columns)
        except UnicodeDecodeError as error:
            told.report(
                "file-unreadable",
                f"{name} is not UTF-8 (byte {error.start}); save it as UTF-8",
                name,
            )
        except csv.Error as error:
            told.report("file-unreadable", f"{name} is no CSV table: {error}", name)


def _rows(
    told: Complaints, reader: csv.DictReader[str], name: str, columns: tuple[str, ...]
) -> Iterator[Row]:
    if not _has_columns(told, tuple(reader.fieldnames or ()), name, columns):
        return
    for raw in reader:
        row = Row({key: (raw.get(key) or "").strip() for key in columns})
        breaks = sum(cell.count("\n") for cell in raw.values() if isinstance(cell, str))
        row.place = f"{name}:{reader.line_num - breaks}"
        if None in raw:
            told.report(
                "row-too-long",
                f"{row.place} has more cells than columns; quote the cell that holds a comma",
                row.place,
            )
        if not row["source"]:
            told.report(
                "source-missing",
                f"{row.place} names no source; write a page's address, a book, or "
                '"compiler\'s knowledge"',
                row.place,
            )
        yield row


def _has_columns(
    told: Complaints, found: tuple[str, ...], name: str, columns: tuple[str, ...]
) -> bool:
    listed = ", ".join(columns)
    place = f"{name}:1"
    for each in found:
        if each and each not in columns:
            close = get_close_matches(each, columns, n=1)
            mend = f"did you mean {close[0]!r}?" if close else f"its columns are {listed}"
            told.report("column-unknown", f"{place}: nobody reads a column {each!r}; {mend}", place)
    for each in sorted({each for each in found if found.count(each) > 1}):
        told.report("column-repeated", f"{place}: the column {each!r} stands twice", place)
    absent = [column for column in (columns[0], "source") if column not in found]
    if absent:
        told.report(
            "column-missing", f"{place}: no column {absent[0]!r}; its columns are {listed}", place
        )
    return not absent


def read_period(told: Complaints, row: Row) -> Period | None:
    """Read valid_from and valid_to (both included, either may be open)."""
    first, last = row["valid_from"], row["valid_to"]
    if not first and not last:
        return None
    try:
        first_on = Period.parse(first).first_on if first else date.min
        until_on = Period.parse(last).until_on if last else date.max
    except ValueError as error:
        told.report(
            "date-unreadable", f"{row.place}: {error}; write 2018, 2018-05 or 2018-05-12", row.place
        )
        return None
    if until_on <= first_on:
        told.report(
            "dates-reversed",
            f"{row.place}: valid_to ({last}) lies before valid_from ({first}); swap or mend them",
            row.place,
        )
        return None
    return Period(first_on, until_on)
