"""The rows one reading adds: every function looks at what is there and inserts what is new."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

from kutla.claims.codec import to_line
from kutla.errors import EntryNotFoundError, QuoteNotFoundError
from kutla.ledger.grouping import add_copies, add_memberships
from kutla.ledger.payload import document_payload
from kutla.ledger.schema import CLAIMS, DOCUMENTS, READ_CLAIMS, READINGS, RUNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kutla.claims import Claim
    from kutla.documents import Document, Story
    from kutla.vocabulary import Period


def moment_text(at: datetime) -> str:
    """Write a moment so that text order is the order in time. Raises ValueError without a zone."""
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _days(period: Period | None, prefix: str) -> dict[str, str | None]:
    return {
        f"{prefix}_from": None if period is None else period.first_on.isoformat(),
        f"{prefix}_until": None if period is None else period.until_on.isoformat(),
    }


_CHUNK = 500


def _where_in(connection: Connection, query: Any, column: Any, keys: Iterable[Any]) -> list[Any]:
    """Ask for the rows of these keys alone, some at a time: a small addition reads little."""
    asked = sorted(set(keys))
    rows: list[Any] = []
    for start in range(0, len(asked), _CHUNK):
        rows += connection.execute(query.where(column.in_(asked[start : start + _CHUNK])))
    return rows


def _known(connection: Connection, column: Any, keys: Iterable[str]) -> set[str]:
    return {row[0] for row in _where_in(connection, select(column), column, keys)}


def add_documents(
    connection: Connection, documents: tuple[Document, ...], moment: str, run_id: int
) -> tuple[Document, ...]:
    """Add the documents that are new and give them."""
    known = _known(connection, DOCUMENTS.c.id, (document.id for document in documents))
    new = tuple(
        document
        for document in {document.id: document for document in documents}.values()
        if document.id not in known
    )
    rows = [
        {
            "id": document.id,
            "address": document.address,
            "outlet": document.outlet.name if document.outlet else None,
            "headline": document.headline,
            **_days(document.published.period, "published"),
            "text": document.text,
            "payload": document_payload(document),
            "recorded_at": moment,
            "run_id": run_id,
        }
        for document in new
    ]
    if rows:
        connection.execute(DOCUMENTS.insert(), rows)
    return new


def check_quotes(
    connection: Connection, documents: tuple[Document, ...], claims: tuple[Claim, ...]
) -> None:
    """Raise for a claim whose words do not stand in its document, or that has no document."""
    texts = {document.id: document.text for document in documents}
    for claim in claims:
        document_id = claim.quote.document_id
        if document_id not in texts:
            query = select(DOCUMENTS.c.text).where(DOCUMENTS.c.id == document_id)
            text = connection.execute(query).scalar()
            if text is None:
                raise EntryNotFoundError(
                    f"a {claim.kind} claim is about document {document_id}, which is not in the "
                    "ledger; record the document with it; nothing was recorded"
                )
            texts[document_id] = text
        if not claim.quote.stands_in(texts[document_id]):
            raise QuoteNotFoundError(
                f"a {claim.kind} claim quotes words that do not stand in document {document_id} "
                f"at {claim.quote.start}; nothing was recorded"
            )


def add_stories(connection: Connection, stories: Iterable[Story], moment: str) -> None:
    """Add what is new about which documents are one story, and their copies."""
    stories = tuple(stories)
    add_copies(connection, (copy for story in stories for copy in story.copies), moment)
    add_memberships(connection, stories, moment)


def run_number(connection: Connection, run: str, moment: str) -> int:
    """Give the number of a reader and version, noted at its first use."""
    found = connection.execute(select(RUNS.c.id).where(RUNS.c.method == run)).scalar()
    if found is not None:
        return int(found)
    made = connection.execute(RUNS.insert().values(method=run, recorded_at=moment))
    return int(made.inserted_primary_key[0])  # type: ignore[index]


def add_readings(connection: Connection, read: set[str], run: str, moment: str) -> None:
    """Note that a reader has read these documents."""
    pairs = select(READINGS.c.document_id).where(READINGS.c.method == run)
    known = {row[0] for row in _where_in(connection, pairs, READINGS.c.document_id, read)}
    rows = [
        {"document_id": each, "method": run, "recorded_at": moment}
        for each in sorted(read)
        if each not in known
    ]
    if rows:
        connection.execute(READINGS.insert(), rows)


def link(connection: Connection, claims: tuple[Claim, ...], run: str, moment: str) -> None:
    """Note which reading found which claim: one claim may be found by several."""
    column = READINGS.c.document_id
    readings = select(column, READINGS.c.sequence).where(READINGS.c.method == run)
    read = {claim.quote.document_id for claim in claims}
    reading_of = {row[0]: row[1] for row in _where_in(connection, readings, column, read)}
    column = READ_CLAIMS.c.reading
    pairs = select(column, READ_CLAIMS.c.claim_id)
    known = {tuple(row) for row in _where_in(connection, pairs, column, reading_of.values())}
    found = {claim.id: reading_of[claim.quote.document_id] for claim in claims}
    rows = [
        {"reading": reading, "claim_id": claim_id, "recorded_at": moment}
        for claim_id, reading in found.items()
        if (reading, claim_id) not in known
    ]
    if rows:
        connection.execute(READ_CLAIMS.insert(), rows)


def add_claims(connection: Connection, claims: tuple[Claim, ...], moment: str) -> int:
    """Add the claims that are new and say how many."""
    by_id = {claim.id: claim for claim in claims}
    known = _known(connection, CLAIMS.c.id, by_id)
    rows = [
        {
            "id": claim_id,
            "document_id": claim.quote.document_id,
            "kind": claim.kind,
            "subject": claim.subject.key,
            "object": claim.object.key if claim.object else None,
            "method": claim.method,
            **_days(claim.event.period, "event"),
            **_days(claim.reported, "published"),
            "payload": to_line(claim),
            "recorded_at": moment,
        }
        for claim_id, claim in by_id.items()
        if claim_id not in known
    ]
    if rows:
        connection.execute(CLAIMS.insert(), rows)
    return len(rows)
