"""A brief as a value: sections of lines and tables, every line with the claims under it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from kutla.documents import Document
    from kutla.state import Evidence


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence; ``refs`` are the numbers of the claims under it, ``mark`` its standing."""

    text: str
    refs: tuple[int, ...] = ()
    mark: str = ""
    below: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the last column of a row may carry claim numbers."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    refs: tuple[tuple[int, ...], ...] = ()
    numeric: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A server-drawn SVG with its caption; text readers get the caption."""

    svg: str
    caption: str


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a brief."""

    id: str
    title: str
    parts: tuple[Line | Table | Drawing, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim of the evidence, with its number."""

    number: int
    item: Evidence
    document: Document | None


@dataclass(frozen=True, slots=True)
class Brief:
    """What there is to say, in the order in which it is read."""

    parliament: str
    chamber: str
    valid_on: date
    known_at: datetime
    summary: tuple[Line, ...]
    sections: tuple[Section, ...]
    evidence: tuple[Entry, ...] = field(repr=False, default=())
