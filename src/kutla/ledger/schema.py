"""The tables, as one SQLAlchemy metadata for every database. Rows are added, never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

METADATA = MetaData()

RUNS = Table(
    "runs",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("method", String(64), nullable=False),
    Column("recorded_at", String(32), nullable=False),
)

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("sequence", Integer, primary_key=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("address", Text, nullable=False),
    Column("outlet", Text),
    Column("headline", Text),
    Column("published_from", String(10)),
    Column("published_until", String(10)),
    Column("text", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("recorded_at", String(32), nullable=False),
    Column("run_id", ForeignKey("runs.id"), nullable=False),
)

STORIES = Table(
    "stories",
    METADATA,
    Column("sequence", Integer, primary_key=True),
    Column("story_id", String(32), nullable=False),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("payload", Text, nullable=False),  # copies, by ledgers older than the table of copies
    Column("recorded_at", String(32), nullable=False),
    Index("stories_by_document", "document_id"),
)

COPIES = Table(
    "copies",
    METADATA,
    Column("sequence", Integer, primary_key=True),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("other_id", ForeignKey("documents.id"), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("containment", Float, nullable=False),
    Column("recorded_at", String(32), nullable=False),
    UniqueConstraint("document_id", "other_id", "kind"),
    Index("copies_by_other", "other_id"),
)

SHINGLES = Table(
    "shingles",
    METADATA,
    Column("value", BigInteger, primary_key=True, autoincrement=False),
    Column("document", ForeignKey("documents.sequence"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
"""Hashes of runs of words by which a new document finds those it may be a copy of; derived."""

READINGS = Table(
    "readings",
    METADATA,
    Column("sequence", Integer, primary_key=True),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("method", String(64), nullable=False),
    Column("recorded_at", String(32), nullable=False),
    UniqueConstraint("document_id", "method"),
)

READ_CLAIMS = Table(
    "read_claims",
    METADATA,
    Column("sequence", Integer, primary_key=True),
    Column("reading", ForeignKey("readings.sequence"), nullable=False),
    Column("claim_id", ForeignKey("claims.id"), nullable=False),
    Column("recorded_at", String(32), nullable=False),
    UniqueConstraint("reading", "claim_id"),
)

CLAIMS = Table(
    "claims",
    METADATA,
    Column("sequence", Integer, primary_key=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("subject", Text, nullable=False),
    Column("object", Text),
    Column("method", String(64), nullable=False),
    Column("event_from", String(10)),
    Column("event_until", String(10)),
    Column("published_from", String(10)),
    Column("published_until", String(10)),
    Column("payload", Text, nullable=False),
    Column("recorded_at", String(32), nullable=False),
    Index("claims_by_document", "document_id"),
)

JUDGEMENTS = Table(
    "judgements",
    METADATA,
    Column("sequence", Integer, primary_key=True),
    Column("verdict", String(16), nullable=False),
    Column("about", Text, nullable=False),
    Column("other", Text),
    Column("reason", Text, nullable=False),
    Column("judged_by", Text, nullable=False),
    Column("recorded_at", String(32), nullable=False),
)

GUARDED = (RUNS, DOCUMENTS, STORIES, COPIES, READINGS, CLAIMS, READ_CLAIMS, JUDGEMENTS)
"""Of these no row may be changed or taken away, whoever asks."""
TABLES = (RUNS, DOCUMENTS, STORIES, COPIES, SHINGLES, CLAIMS, READINGS, READ_CLAIMS, JUDGEMENTS)
"""Every table, those that others point to first."""
_UNIQUE = {"documents": ("id",), "claims": ("id",), "readings": ("document_id", "method")}


def guards(dialect: str, tables: Iterable[str]) -> list[str]:
    """Give the statements that make the database itself refuse to change or delete a row."""
    return [
        statement
        for table in tables
        for statement in (_postgres(table) if dialect == "postgresql" else _sqlite(table))
    ]


REFUSAL = (
    "CREATE OR REPLACE FUNCTION kutla_refuse() RETURNS trigger AS $$ BEGIN "
    "RAISE EXCEPTION 'the ledger only grows: % of % is refused', TG_OP, TG_TABLE_NAME; "
    "END $$ LANGUAGE plpgsql"
)
"""What PostgreSQL's triggers call."""


def _postgres(table: str) -> list[str]:
    rows = [
        f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION kutla_refuse()"
        for action in ("UPDATE", "DELETE")
    ]
    return [*rows, truncate_guard(table)]


def truncate_guard(table: str) -> str:
    """Give PostgreSQL's statement against emptying a table, which fires no trigger of rows."""
    return (
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION kutla_refuse()"
    )


def _sqlite(table: str) -> list[str]:
    rows = [
        f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} BEGIN "
        f"SELECT RAISE(ABORT, 'the ledger only grows: {action} is refused'); END"
        for action in ("UPDATE", "DELETE")
    ]
    return [*rows, replace_guard(table)]


def replace_guard(table: str) -> str:
    """Give SQLite's statement against INSERT OR REPLACE, which deletes without a DELETE."""
    number = "id" if table == "runs" else "sequence"
    same = [f"{number} = NEW.{number}"]
    if table in _UNIQUE:
        same.append(" AND ".join(f"{column} = NEW.{column}" for column in _UNIQUE[table]))
    where = " OR ".join(f"({each})" for each in same)
    return (  # no words of anybody's are in it: names of our own tables and columns
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "  # noqa: S608
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {where}) BEGIN "
        "SELECT RAISE(ABORT, 'the ledger only grows: REPLACE is refused'); END"
    )
