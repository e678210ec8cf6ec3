"""The first schema."""

from alembic import op

from kutla.ledger.schema import METADATA, guards

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create every table and the triggers that guard it."""
    connection = op.get_bind()
    METADATA.create_all(connection)
    for statement in guards(connection.dialect.name):
        op.execute(statement)
