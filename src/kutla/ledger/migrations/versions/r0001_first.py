"""The first schema, as it was: what stands here never changes."""

from alembic import op
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

revision = "0001"
down_revision = None

_FIRST = MetaData()

Table(
    "runs",
    _FIRST,
    Column("id", Integer, primary_key=True),
    Column("method", String(64), nullable=False),
    Column("recorded_at", String(32), nullable=False),
)

Table(
    "documents",
    _FIRST,
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

Table(
    "stories",
    _FIRST,
    Column("sequence", Integer, primary_key=True),
    Column("story_id", String(16), nullable=False),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("payload", Text, nullable=False),
    Column("recorded_at", String(32), nullable=False),
)

Table(
    "readings",
    _FIRST,
    Column("sequence", Integer, primary_key=True),
    Column("document_id", ForeignKey("documents.id"), nullable=False),
    Column("method", String(64), nullable=False),
    Column("recorded_at", String(32), nullable=False),
    UniqueConstraint("document_id", "method"),
)

Table(
    "read_claims",
    _FIRST,
    Column("sequence", Integer, primary_key=True),
    Column("reading", ForeignKey("readings.sequence"), nullable=False),
    Column("claim_id", ForeignKey("claims.id"), nullable=False),
    Column("recorded_at", String(32), nullable=False),
    UniqueConstraint("reading", "claim_id"),
)

Table(
    "claims",
    _FIRST,
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

Table(
    "judgements",
    _FIRST,
    Column("sequence", Integer, primary_key=True),
    Column("verdict", String(16), nullable=False),
    Column("about", Text, nullable=False),
    Column("other", Text),
    Column("reason", Text, nullable=False),
    Column("judged_by", Text, nullable=False),
    Column("recorded_at", String(32), nullable=False),
)

_GUARDED = ("runs", "documents", "stories", "readings", "claims", "read_claims", "judgements")


def upgrade() -> None:
    """Create every table and the triggers that guard it."""
    connection = op.get_bind()
    _FIRST.create_all(connection)
    is_postgres = connection.dialect.name == "postgresql"
    if is_postgres:
        op.execute(
            "CREATE OR REPLACE FUNCTION kutla_refuse() RETURNS trigger AS $$ BEGIN "
            "RAISE EXCEPTION 'the ledger only grows: % of % is refused', TG_OP, TG_TABLE_NAME; "
            "END $$ LANGUAGE plpgsql"
        )
    for table in _GUARDED:
        for action in ("UPDATE", "DELETE"):
            name = f"{table}_no_{action.lower()}"
            op.execute(
                f"CREATE TRIGGER {name} BEFORE {action} ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION kutla_refuse()"
                if is_postgres
                else f"CREATE TRIGGER {name} BEFORE {action} ON {table} BEGIN "
                f"SELECT RAISE(ABORT, 'the ledger only grows: {action} is refused'); END"
            )
