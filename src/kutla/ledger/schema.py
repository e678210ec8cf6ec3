"""The tables, as one SQLAlchemy metadata for every database. Rows are added, never changed."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

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
    Column("story_id", String(16), nullable=False),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("payload", Text, nullable=False),
    Column("recorded_at", String(32), nullable=False),
)

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

GUARDED = (RUNS, DOCUMENTS, STORIES, READINGS, CLAIMS, READ_CLAIMS, JUDGEMENTS)


def guards(dialect: str) -> list[str]:
    """Give the statements that make the database itself refuse to change or delete a row."""
    statements: list[str] = []
    if dialect == "postgresql":
        statements.append(
            "CREATE OR REPLACE FUNCTION kutla_refuse() RETURNS trigger AS $$ BEGIN "
            "RAISE EXCEPTION 'the ledger only grows: % of % is refused', TG_OP, TG_TABLE_NAME; "
            "END $$ LANGUAGE plpgsql"
        )
    for table in GUARDED:
        for action in ("UPDATE", "DELETE"):
            name = f"{table.name}_no_{action.lower()}"
            if dialect == "postgresql":
                statements.append(
                    f"CREATE TRIGGER {name} BEFORE {action} ON {table.name} "
                    "FOR EACH ROW EXECUTE FUNCTION kutla_refuse()"
                )
            else:
                statements.append(
                    f"CREATE TRIGGER {name} BEFORE {action} ON {table.name} BEGIN "
                    f"SELECT RAISE(ABORT, 'the ledger only grows: {action} is refused'); END"
                )
    return statements
