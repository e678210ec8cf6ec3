"""Copies as a table, the hashes that find them, and guards against REPLACE and TRUNCATE."""

from alembic import op
from sqlalchemy import String

from kutla.ledger.grouping import begin_grouping
from kutla.ledger.schema import COPIES, SHINGLES, guards, replace_guard, truncate_guard

revision = "0002"
down_revision = "0001"

_GUARDED = ("runs", "documents", "stories", "readings", "claims", "read_claims", "judgements")


def upgrade() -> None:
    """Make the new tables, guard every table fully, and sketch the documents that are there."""
    connection = op.get_bind()
    dialect = connection.dialect.name
    COPIES.create(connection)
    SHINGLES.create(connection)
    op.create_index("stories_by_document", "stories", ["document_id"])
    for statement in guards(dialect, ["copies"]):
        op.execute(statement)
    for table in _GUARDED:
        op.execute(truncate_guard(table) if dialect == "postgresql" else replace_guard(table))
    if dialect == "postgresql":  # SQLite takes a longer text as it is
        op.alter_column("stories", "story_id", type_=String(32))
    begin_grouping(connection)
