"""Bring a database to the schema this kutla writes; refuse one that a newer kutla wrote."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from kutla.errors import LedgerVersionError

if TYPE_CHECKING:
    from sqlalchemy import Connection

_SCRIPTS = Path(__file__).parent / "migrations"


def head() -> str:
    """Give the schema that this kutla writes."""
    found = ScriptDirectory(str(_SCRIPTS)).get_current_head()
    assert found is not None  # the folder of revisions is part of the package
    return found


def is_current(connection: Connection) -> bool:
    """Whether nothing is to be done: a reader then need not wait for a writer."""
    scripts = ScriptDirectory(str(_SCRIPTS))
    current = MigrationContext.configure(connection).get_current_revision()
    return current is not None and current == scripts.get_current_head()


def migrate(connection: Connection, address: str) -> None:
    """Apply the revisions that are missing.

    Raises LedgerVersionError where the ledger's revision is not one this kutla knows.
    """
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    config.attributes["connection"] = connection
    scripts = ScriptDirectory.from_config(config)
    current = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in scripts.walk_revisions()}
    if current is not None and current not in known:
        raise LedgerVersionError(
            f"{address} was written by a newer kutla (schema {current}); "
            "install that version, or name another ledger with --ledger"
        )
    if current != scripts.get_current_head():
        command.upgrade(config, "head")
