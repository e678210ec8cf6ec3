"""Opening a database as a ledger, and refusing whatever is none, in one sentence."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.exc import ArgumentError, DatabaseError

from kutla.errors import LedgerError
from kutla.ledger.migrate import is_current, migrate

LOOKS_ONLY = "kutla_looks_only"
_BUSY_MILLISECONDS = 5000
_PAUSE_MILLISECONDS = 50
_MAGIC = b"SQLite format 3\x00"
_VERSION_TABLE = "alembic_version"


def open_engine(address: str | Path) -> Engine:
    """Open a path (SQLite) or database URL, bring its schema up to date, make it where missing.

    Raises LedgerError where that cannot be, LedgerVersionError where a newer kutla wrote it.
    """
    where = str(address)
    engine = _engine(_url(where) if "://" in where else f"sqlite:///{_place(where)}", where)
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    try:
        _bring_up_to_date(engine, where)
    except DatabaseError as fault:
        engine.dispose()
        raise LedgerError(
            f"{where} cannot be used as a ledger: {fault.orig}; name another with --ledger"
        ) from fault
    except LedgerError:
        engine.dispose()
        raise
    return engine


def _bring_up_to_date(engine: Engine, where: str) -> None:
    with engine.connect().execution_options(**{LOOKS_ONLY: True}) as connection:
        if is_current(connection):
            return
        tables = inspect(connection).get_table_names()
    if tables and _VERSION_TABLE not in tables:
        raise LedgerError(
            f"{where} is a database of something else, not a ledger; "
            "name another file with --ledger"
        )
    if engine.dialect.name == "sqlite":
        _let_readers_in(engine)
    with engine.begin() as connection:
        migrate(connection, where)


def _let_readers_in(engine: Engine) -> None:
    """Write ahead: readers wait for no writer. The file keeps that, so it is said once.

    The busy timeout does not hold for this change (sqlite.org/wal.html), so it is tried again
    while another process looks at the new file.
    """
    raw = engine.raw_connection()
    try:
        for _ in range(_BUSY_MILLISECONDS // _PAUSE_MILLISECONDS):
            try:
                raw.cursor().execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError:
                time.sleep(_PAUSE_MILLISECONDS / 1000)
            else:
                return
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()


def _place(where: str) -> Path:
    """Give the whole path of a file, after making sure that it can be a ledger's.

    SQLite would take a short text file for an empty database and write over it.
    """
    path = Path(where).resolve()
    mend = "name another with --ledger"
    if not where.strip():
        raise LedgerError(f"a ledger needs the name of a file; {mend}")
    if path.is_dir():
        raise LedgerError(f"{where} is a folder, and a ledger is a file; {mend}")
    if not path.parent.is_dir():
        raise LedgerError(f"there is no folder {path.parent} for {where}; make it, or {mend}")
    try:
        if path.exists():
            with path.open("rb") as file:
                head = file.read(len(_MAGIC))
            if head and head != _MAGIC:
                raise LedgerError(f"{where} cannot be used as a ledger: it is no database; {mend}")
    except OSError as fault:
        raise LedgerError(f"{where} cannot be read: {fault.strerror}; {mend}") from fault
    return path


def _url(where: str) -> str:
    """Name the driver of a PostgreSQL URL that names none: psycopg, whatever SQLAlchemy prefers."""
    scheme, _, rest = where.partition("://")
    return f"postgresql+psycopg://{rest}" if scheme in {"postgresql", "postgres"} else where


def _engine(url: str, where: str) -> Engine:
    try:
        return create_engine(url)
    except (ArgumentError, ModuleNotFoundError) as fault:  # a URL, driver or dialect nobody knows
        raise LedgerError(
            f"{where.partition('://')[0]} is no kind of database that is installed here ({fault}); "
            "give a file, or install its driver"
        ) from fault


def _prepare_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions are ours: BEGIN IMMEDIATE below
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        looks_only = connection.get_execution_options().get(LOOKS_ONLY, False)
        connection.exec_driver_sql("BEGIN" if looks_only else "BEGIN IMMEDIATE")
