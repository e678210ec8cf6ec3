"""What a ledger holds and how much room it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import String, Text, and_, func, select, text

from kutla.ledger.migrate import head
from kutla.ledger.schema import CLAIMS, DOCUMENTS, READ_CLAIMS, READINGS, RUNS, STORIES, TABLES

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

    from kutla.ledger.ledger import Ledger

_BY_HAND = "hand%"


@dataclass(frozen=True, slots=True)
class TableSize:
    """One table: its rows, and bytes of what stands in them (PostgreSQL: with its indexes)."""

    name: str
    rows: int
    size: int


@dataclass(frozen=True, slots=True)
class Report:
    """What a ledger holds. Sizes are bytes.

    ``superseded`` are claims that no document's latest reading found; ``copies`` documents that are
    not the lead of their story, with the bytes of their texts in ``copies_size``.
    """

    schema: str
    began: str | None
    last: str | None
    runs: tuple[tuple[str, int], ...]
    """Each reader and version with the number of documents it read."""
    tables: tuple[TableSize, ...]
    superseded: int
    copies: int
    copies_size: int

    @property
    def size(self) -> int:
        """All the tables' bytes."""
        return sum(table.size for table in self.tables)


def report(ledger: Ledger) -> Report:
    """Measure a ledger; reads every row once."""
    with ledger.looking() as connection:
        runs = connection.execute(
            select(RUNS.c.method, func.count(READINGS.c.sequence))
            .join(READINGS, READINGS.c.method == RUNS.c.method, isouter=True)
            .group_by(RUNS.c.id, RUNS.c.method)
            .order_by(RUNS.c.id)
        )
        moments = [
            connection.execute(select(each(RUNS.c.recorded_at))).scalar() for each in (func.min,)
        ]
        copies, copies_size = _copies(connection)
        _, grown = ledger.growth()
        return Report(
            schema=head(),
            began=moments[0],
            last=None if grown.last is None else grown.last.isoformat(),
            runs=tuple((row[0], row[1]) for row in runs),
            tables=tuple(_size(connection, table) for table in TABLES),
            superseded=_superseded(connection),
            copies=copies,
            copies_size=copies_size,
        )


def _size(connection: Connection, table: Table) -> TableSize:
    rows = connection.execute(select(func.count()).select_from(table)).scalar() or 0
    if connection.dialect.name == "postgresql":
        query = text("SELECT pg_total_relation_size(:name)")
        return TableSize(
            table.name, rows, connection.execute(query, {"name": table.name}).scalar_one()
        )
    lengths: Any = None
    fixed = 0
    for column in table.columns:
        if isinstance(column.type, String | Text):
            length = func.coalesce(func.length(column), 0)
            lengths = length if lengths is None else lengths + length
        else:
            fixed += 8
    told = 0
    if lengths is not None:
        told = connection.execute(select(func.sum(lengths)).select_from(table)).scalar() or 0
    return TableSize(table.name, rows, int(told) + rows * fixed)


def _superseded(connection: Connection) -> int:
    """Count the claims that only earlier readings of their documents found."""
    newest = (
        select(READINGS.c.document_id, func.max(READINGS.c.sequence).label("last"))
        .where(READINGS.c.method.not_like(_BY_HAND))
        .group_by(READINGS.c.document_id)
        .subquery()
    )
    stands = (
        select(READ_CLAIMS.c.claim_id)
        .join(READINGS, READINGS.c.sequence == READ_CLAIMS.c.reading)
        .join(newest, newest.c.document_id == READINGS.c.document_id, isouter=True)
        .where((READINGS.c.sequence == newest.c.last) | READINGS.c.method.like(_BY_HAND))
    )
    query = select(func.count()).select_from(CLAIMS).where(CLAIMS.c.id.not_in(stands))
    return connection.execute(query).scalar() or 0


def _copies(connection: Connection) -> tuple[int, int]:
    """Count the documents that stand behind another of their story, and measure their texts."""
    newest = (
        select(STORIES.c.document_id, func.max(STORIES.c.sequence).label("last"))
        .group_by(STORIES.c.document_id)
        .subquery()
    )
    query = (
        select(func.count(), func.sum(func.length(DOCUMENTS.c.text)))
        .join(STORIES, STORIES.c.document_id == DOCUMENTS.c.id)
        .join(
            newest,
            and_(newest.c.document_id == DOCUMENTS.c.id, newest.c.last == STORIES.c.sequence),
        )
        .where(STORIES.c.position > 0)
    )
    count, size = connection.execute(query).one()
    return int(count), int(size or 0)
