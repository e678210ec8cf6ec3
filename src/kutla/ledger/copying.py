"""A ledger into another database, and out to lines of JSON and back: every row as it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, and_, func, or_, select, text

from kutla.errors import ClaimError, LedgerError
from kutla.ledger.grouping import begin_grouping
from kutla.ledger.migrate import head
from kutla.ledger.schema import CLAIMS, DOCUMENTS, SHINGLES, TABLES
from kutla.ledger.verifying import document_id, verify_claim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sqlalchemy import Connection, Table

    from kutla.ledger.ledger import Ledger

_AT_ONCE = 2_000
_HEAD = "kutla_ledger"


def copy(
    source: Ledger, target: Ledger, *, said: Callable[[str, int], None] = lambda *_: None
) -> int:
    """Copy every row of one ledger into another, of whatever database, and say how many.

    What the target holds already must be how the source begins (a copy that was broken off goes on
    where it stopped); raises LedgerError where it holds something else. Rows that are added to the
    source meanwhile wait for the next copy. ``said`` is told each table and its rows so far.
    """
    copied = 0
    with source.looking() as reading:
        ends = {table.name: _last(reading, table) for table in TABLES}
        for table in TABLES:
            with target.looking() as there:
                after = _last(there, table)
                _must_agree(reading, there, table, after, target.address)
            while rows := _rows_after(reading, table, after, ends[table.name]):
                with target.writing() as connection:
                    connection.execute(table.insert(), rows)
                after = tuple(rows[-1][column.name] for column in table.primary_key)
                copied += len(rows)
                said(table.name, copied)
    with target.writing() as connection:
        _count_on(connection)
    return copied


def _last(connection: Connection, table: Table) -> tuple[int, ...] | None:
    """Give the key of a table's last row, None where it is empty."""
    keys = list(table.primary_key)
    query = select(*keys).order_by(*(key.desc() for key in keys)).limit(1)
    row = connection.execute(query).first()
    return None if row is None else tuple(row)


def _rows_after(
    connection: Connection, table: Table, after: tuple[int, ...] | None, end: tuple[int, ...] | None
) -> list[dict[str, Any]]:
    keys = list(table.primary_key)
    query = select(table).order_by(*keys).limit(_AT_ONCE)
    if end is None:
        return []
    if after is not None:
        query = query.where(_beyond(keys, after))
    rows = [dict(row._mapping) for row in connection.execute(query)]  # noqa: SLF001
    return [row for row in rows if tuple(row[key.name] for key in keys) <= end]


def _beyond(keys: list[Any], after: tuple[int, ...]) -> Any:
    if len(keys) == 1:
        return keys[0] > after[0]
    return or_(keys[0] > after[0], and_(keys[0] == after[0], keys[1] > after[1]))


def _must_agree(
    reading: Connection, there: Connection, table: Table, after: tuple[int, ...] | None, where: str
) -> None:
    if after is None:
        return
    same = and_(*(key == value for key, value in zip(table.primary_key, after, strict=True)))
    mine, theirs = (each.execute(select(table).where(same)).first() for each in (reading, there))
    if mine is None or tuple(mine) != tuple(theirs or ()):
        raise LedgerError(
            f"{where} holds another ledger's {table.name}; name a new one, or one that an earlier "
            "copy of the same ledger was made to"
        )


def _count_on(connection: Connection) -> None:
    """Let PostgreSQL number new rows after the last that was copied with its number."""
    if connection.dialect.name != "postgresql":
        return
    for table in TABLES:
        key = next(iter(table.primary_key))
        if table is not SHINGLES and isinstance(key.type, Integer):
            last = connection.execute(select(func.max(key))).scalar()
            if last is not None:
                sequence = f"pg_get_serial_sequence('{table.name}', '{key.name}')"
                connection.execute(text(f"SELECT setval({sequence}, :last)"), {"last": last})


_EXPORTED = tuple(table for table in TABLES if table is not SHINGLES)
_BY_NAME = {table.name: table for table in _EXPORTED}


def export_lines(ledger: Ledger) -> Iterator[str]:
    """Give the whole ledger as lines of JSON (no line ends), the first saying what it is.

    What can be worked out again (the hashes that find copies) is left out.
    """
    with ledger.looking() as connection:
        counts = {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar()
            for table in _EXPORTED
        }
        yield json.dumps({_HEAD: head(), "rows": counts})
        for table in _EXPORTED:
            after, end = None, _last(connection, table)
            while rows := _rows_after(connection, table, after, end):
                for row in rows:
                    yield json.dumps({"table": table.name, **row}, ensure_ascii=False)
                after = tuple(rows[-1][column.name] for column in table.primary_key)


def import_lines(ledger: Ledger, lines: Iterable[str], *, name: str = "the export") -> int:
    """Fill an empty ledger with what :func:`export_lines` gave, all or nothing; say how many rows.

    Raises LedgerError that names ``name`` and the line: for lines that are none of an export, a row
    that does not hold what its id says, an export that is cut off, a ledger that is not empty.
    """
    made, expected = 0, {}
    waiting: list[dict[str, Any]] = []
    table: Table | None = None
    with ledger.writing() as connection:
        for each in TABLES:
            if _last(connection, each) is not None:
                raise LedgerError(
                    f"{ledger.address} is not empty; an export goes into a new ledger, name one"
                )
        for number, line in enumerate(lines, start=1):
            place = f"{name}, line {number}"
            row = _row(line, place)
            if number == 1:
                expected = _header(row, place)
                continue
            found = _BY_NAME.get(str(row.pop("table", "")))
            if found is None or set(row) != {column.name for column in found.columns}:
                raise LedgerError(f"{place}: no row of a ledger; export it anew")
            _must_be_whole(found, row, place)
            if found is not table or len(waiting) == _AT_ONCE:
                _insert(connection, table, waiting)
                table, waiting = found, []
            waiting.append(row)
            expected[found.name] = expected.get(found.name, 0) - 1
            made += 1
        _insert(connection, table, waiting)
        if not made and not expected:
            raise LedgerError(f"{name} is empty; give a file that `kutla ledger export` wrote")
        if any(expected.values()):
            short = ", ".join(f"{count} {each}" for each, count in expected.items() if count)
            raise LedgerError(f"{name} is not whole (missing: {short}); nothing was imported")
        begin_grouping(connection)
        _count_on(connection)
    return made


def _insert(connection: Connection, table: Table | None, rows: list[dict[str, Any]]) -> None:
    if table is not None and rows:
        connection.execute(table.insert(), rows)


def _row(line: str, place: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as fault:
        raise LedgerError(f"{place}: not JSON ({fault.msg}); nothing was imported") from None
    if not isinstance(row, dict):
        raise LedgerError(f"{place}: not a row of a ledger; nothing was imported")
    return row


def _header(row: dict[str, Any], place: str) -> dict[str, int]:
    if row.get(_HEAD) != head() or not isinstance(row.get("rows"), dict):
        raise LedgerError(
            f"{place}: not an export of a ledger of this version (schema {head()}); "
            "export it with `kutla ledger export`"
        )
    return dict(row["rows"])


def _must_be_whole(table: Table, row: dict[str, Any], place: str) -> None:
    if table is DOCUMENTS and document_id(str(row["text"])) != row["id"]:
        raise LedgerError(f"{place}: the text of document {row['id']} is not what its id says")
    if table is CLAIMS:
        try:
            problems = verify_claim(str(row["id"]), str(row["payload"]), None)
        except ClaimError as fault:
            raise LedgerError(f"{place}: {fault}") from fault
        if problems:
            raise LedgerError(f"{place}: {problems[0].message}; nothing was imported")
