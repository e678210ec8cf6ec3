"""Whether what stands in a ledger is what was written: ids are hashes of the contents."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, text

from kutla.claims.codec import from_line
from kutla.errors import ClaimError
from kutla.ledger.payload import read_document
from kutla.ledger.schema import (
    CLAIMS,
    COPIES,
    DOCUMENTS,
    GUARDED,
    JUDGEMENTS,
    READ_CLAIMS,
    READINGS,
    RUNS,
    STORIES,
)
from kutla.vocabulary import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection


def document_id(text: str) -> str:
    """Give the id that a document with this text has."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def verify_claim(claim_id: str, payload: str, text: str | None) -> list[Problem]:
    """Say what is wrong with a recorded claim, given the text of its document if at hand."""
    altered = Problem("claim-altered", f"claim {claim_id} is not what it was", (claim_id,))
    try:
        claim = from_line(payload, place=f"claim {claim_id}")
    except ClaimError:
        return [altered]
    problems = [] if claim.id == claim_id else [altered]
    if text is not None and not claim.quote.stands_in(text):
        message = f"the quote of claim {claim_id} does not stand in its document"
        problems.append(Problem("quote-not-found", message, (claim_id,)))
    return problems


def verify_ledger(connection: Connection) -> Iterator[Problem]:
    """Give all that is wrong with a ledger.

    The database's own checks; guards that were taken off; texts, claims and quotes against the
    ids and documents; the columns that are asked by against the contents; rows that point nowhere;
    numbers that are missing in the middle, where rows were taken out.
    """
    yield from _by_the_database(connection)
    yield from _unguarded(connection)
    yield from _documents(connection)
    yield from _claims(connection)
    yield from _dangling(connection)
    yield from _gaps(connection)


def _by_the_database(connection: Connection) -> Iterator[Problem]:
    if connection.dialect.name != "sqlite":
        return
    for row in connection.execute(text("PRAGMA integrity_check")):
        if row[0] != "ok":
            yield Problem("database-damaged", f"SQLite says: {row[0]}")


def _unguarded(connection: Connection) -> Iterator[Problem]:
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.dialect.name == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    )
    held = set(connection.execute(text(query)).scalars())
    for table in GUARDED:
        missing = [a for a in ("update", "delete") if f"{table.name}_no_{a}" not in held]
        if missing:
            message = f"the guard of table {table.name} against {' and '.join(missing)} is gone"
            yield Problem("guard-gone", message)


def _documents(connection: Connection) -> Iterator[Problem]:
    for row in connection.execution_options(yield_per=500).execute(select(DOCUMENTS)):
        if document_id(row.text) != row.id:
            yield Problem("document-altered", f"the text of document {row.id} is not what it was")
        try:
            document = read_document(row.payload, row.text)
        except (KeyError, TypeError, ValueError):
            yield Problem("document-altered", f"what is known of document {row.id} cannot be read")
            continue
        outlet = document.outlet.name if document.outlet else None
        period = document.published.period
        said = (row.address, row.outlet, row.headline, row.published_from)
        first = None if period is None else period.first_on.isoformat()
        if said != (document.address, outlet, document.headline, first):
            message = f"the columns of document {row.id} do not say what its contents say"
            yield Problem("document-altered", message)


def _claims(connection: Connection) -> Iterator[Problem]:
    query = select(CLAIMS, DOCUMENTS.c.text).join(DOCUMENTS, DOCUMENTS.c.id == CLAIMS.c.document_id)
    for row in connection.execution_options(yield_per=500).execute(query):
        problems = verify_claim(row.id, row.payload, row.text)
        yield from problems
        if problems:
            continue
        claim = from_line(row.payload)
        event = claim.event.period
        said = (row.kind, row.subject, row.object, row.document_id, row.event_from)
        if said != (
            claim.kind,
            claim.subject.key,
            claim.object.key if claim.object else None,
            claim.quote.document_id,
            None if event is None else event.first_on.isoformat(),
        ):
            message = f"the columns of claim {row.id} do not say what its contents say"
            yield Problem("claim-altered", message, (row.id,))


_POINTS = (
    (CLAIMS, CLAIMS.c.document_id, DOCUMENTS.c.id),
    (STORIES, STORIES.c.document_id, DOCUMENTS.c.id),
    (COPIES, COPIES.c.document_id, DOCUMENTS.c.id),
    (COPIES, COPIES.c.other_id, DOCUMENTS.c.id),
    (READINGS, READINGS.c.document_id, DOCUMENTS.c.id),
    (READINGS, READINGS.c.method, RUNS.c.method),
    (READ_CLAIMS, READ_CLAIMS.c.reading, READINGS.c.sequence),
    (READ_CLAIMS, READ_CLAIMS.c.claim_id, CLAIMS.c.id),
)


def _dangling(connection: Connection) -> Iterator[Problem]:
    for table, column, target in _POINTS:
        query = select(table.c.sequence).where(column.not_in(select(target))).limit(20)
        for number in connection.execute(query).scalars():
            message = f"row {number} of {table.name} points to a {column.name} that is not there"
            yield Problem("row-dangling", message)
    found = set(connection.execute(select(READ_CLAIMS.c.claim_id)).scalars())
    for name in connection.execute(select(CLAIMS.c.id)).scalars():
        if name not in found:
            yield Problem("claim-unread", f"claim {name} was found by no reading", (name,))


def _gaps(connection: Connection) -> Iterator[Problem]:
    """Find rows that were taken out. PostgreSQL leaves gaps itself where writing was broken off."""
    if connection.dialect.name != "sqlite":
        return
    for table in (DOCUMENTS, CLAIMS, STORIES, COPIES, READINGS, READ_CLAIMS, JUDGEMENTS):
        number: Any = table.c.sequence
        last, count = connection.execute(select(func.max(number), func.count())).one()
        if last is not None and last != count:
            missing = last - count
            message = f"{missing} rows are missing in the middle of {table.name}"
            yield Problem("rows-missing", message)
