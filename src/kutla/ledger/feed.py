"""The rows of a ledger after a mark, in order, for whoever keeps an index of it beside it."""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, select

from kutla.ledger.schema import CLAIMS, DOCUMENTS, READ_CLAIMS, READINGS, STORIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

    from kutla.ledger.ledger import Ledger


class Mark(NamedTuple):
    """How far somebody has read: the last number of each table."""

    links: int = 0
    readings: int = 0
    stories: int = 0
    documents: int = 0


class Link(NamedTuple):
    """One claim as one reading found it, with the line it is written down as."""

    sequence: int
    recorded_at: str
    reading: int
    claim: int
    document: int
    payload: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A connection that looks, and gives the rows between two marks."""

    connection: Connection

    def mark(self) -> Mark:
        """Give the mark that stands at the ledger's end."""
        return Mark(
            *(
                self.connection.execute(select(func.max(table.c.sequence))).scalar() or 0
                for table in (READ_CLAIMS, READINGS, STORIES, DOCUMENTS)
            )
        )

    def links(self, after: Mark, upto: Mark) -> Iterator[Link]:
        """Give the claims as readings found them."""
        query = (
            select(
                READ_CLAIMS.c.sequence,
                READ_CLAIMS.c.recorded_at,
                READ_CLAIMS.c.reading,
                CLAIMS.c.sequence,
                DOCUMENTS.c.sequence,
                CLAIMS.c.payload,
            )
            .join(CLAIMS, CLAIMS.c.id == READ_CLAIMS.c.claim_id)
            .join(DOCUMENTS, DOCUMENTS.c.id == CLAIMS.c.document_id)
            .where(READ_CLAIMS.c.sequence > after.links, READ_CLAIMS.c.sequence <= upto.links)
            .order_by(READ_CLAIMS.c.sequence)
        )
        for row in self._rows(query):
            yield Link(*row)

    def readings(self, after: Mark, upto: Mark) -> Iterator[Any]:
        """Give (sequence, document's number, method, recorded_at) of each reading."""
        yield from self._rows(
            select(
                READINGS.c.sequence, DOCUMENTS.c.sequence, READINGS.c.method, READINGS.c.recorded_at
            )
            .join(DOCUMENTS, DOCUMENTS.c.id == READINGS.c.document_id)
            .where(READINGS.c.sequence > after.readings, READINGS.c.sequence <= upto.readings)
            .order_by(READINGS.c.sequence)
        )

    def stories(self, after: Mark, upto: Mark) -> Iterator[Any]:
        """Give (document's number, story id, recorded_at) of each grouping."""
        yield from self._rows(
            select(DOCUMENTS.c.sequence, STORIES.c.story_id, STORIES.c.recorded_at)
            .join(DOCUMENTS, DOCUMENTS.c.id == STORIES.c.document_id)
            .where(STORIES.c.sequence > after.stories, STORIES.c.sequence <= upto.stories)
            .order_by(STORIES.c.sequence)
        )

    def documents(self, after: Mark, upto: Mark) -> Iterator[Any]:
        """Give (number, id, payload) of each document."""
        yield from self._rows(
            select(DOCUMENTS.c.sequence, DOCUMENTS.c.id, DOCUMENTS.c.payload)
            .where(DOCUMENTS.c.sequence > after.documents, DOCUMENTS.c.sequence <= upto.documents)
            .order_by(DOCUMENTS.c.sequence)
        )

    def _rows(self, query: Any) -> Iterator[Any]:
        streamed = self.connection.execution_options(yield_per=10_000)
        yield from streamed.execute(query)


def place_beside(ledger: Ledger) -> Path:
    """Give the folder for what is kept beside a ledger: derived, and made anew where it is lost.

    Beside the file of a SQLite ledger; for another data base in the system's temporary folder.
    """
    name = ledger.engine.url.database
    if ledger.engine.dialect.name == "sqlite" and name and name != ":memory:":
        return Path(f"{name}-columns")
    known = hashlib.sha256(ledger.address.encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"kutla-columns-{known}"


_AT_ONCE = 900


def claims_numbered(connection: Connection, numbers: Iterable[int]) -> Iterator[str]:
    """Give the lines of the claims with these numbers, in order of recording."""
    for row in _numbered(connection, "SELECT payload FROM claims", numbers):
        yield row[0]


def documents_numbered(connection: Connection, numbers: Iterable[int]) -> Iterator[Any]:
    """Give (number, id, payload) of the documents with these numbers, without their texts."""
    query = "SELECT sequence, id, payload FROM documents"
    yield from _numbered(connection, query, numbers)


def documents_of_claims(connection: Connection, ids: Iterable[str]) -> frozenset[int]:
    """Give the numbers of the documents that claims stand in, by the claims' ids."""
    asked = sorted(set(ids))
    found: set[int] = set()
    query = select(DOCUMENTS.c.sequence).join(CLAIMS, CLAIMS.c.document_id == DOCUMENTS.c.id)
    for start in range(0, len(asked), _AT_ONCE):
        part = asked[start : start + _AT_ONCE]
        found |= {row[0] for row in connection.execute(query.where(CLAIMS.c.id.in_(part)))}
    return frozenset(found)


def _numbered(connection: Connection, query: str, numbers: Iterable[int]) -> Iterator[Any]:
    # numbers are written into the query: they are whole ones of our own, and binding thousands of
    # parameters takes longer than the rows
    asked = sorted({int(number) for number in numbers})
    for start in range(0, len(asked), _AT_ONCE):
        part = ",".join(map(str, asked[start : start + _AT_ONCE]))
        where = f"{query} WHERE sequence IN ({part}) ORDER BY sequence"
        yield from connection.exec_driver_sql(where)
