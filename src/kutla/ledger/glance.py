"""Looking at little of a large ledger: the days it speaks of, the stories of a few documents.

What a question needs beside its answer: where whole tables would have to be read, the database is
asked instead.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select

from kutla.claims.trusted import from_ledger_line
from kutla.ledger.rows import moment_text
from kutla.ledger.schema import CLAIMS, DOCUMENTS, READ_CLAIMS, READINGS, STORIES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from kutla.claims import Claim
    from kutla.documents import Document
    from kutla.ledger.ledger import Ledger

_CHUNK = 500
_DAY = timedelta(days=1)
_INFERRED = '"date_source": "inferred"'
_ACTUAL = '"modality": "actual"'
_FAR = timedelta(days=31)
"""An event later than that after the last report is a plan, whatever its mood."""


def last_day(ledger: Ledger, *, moment: datetime | None, known_on: date) -> date | None:
    """Give the latest stated day of publication, else of an event; None where no report says any.

    The same as ``pipeline.last_day_reported`` of all documents out by ``known_on`` and all claims
    of the latest readings by ``moment``, without reading them.
    """
    stated, bounded = _published(ledger, moment, known_on)
    events = _events(ledger, moment)
    if stated:
        events = [day for day in events if day <= max(stated) + _FAR]
    days = [*stated, *bounded, *events]
    return max(days) if days else None


def stories_of(
    ledger: Ledger, document_ids: Iterable[str], *, moment: datetime | None
) -> dict[str, tuple[str, ...]]:
    """Give for each of some documents the ids of its story's documents, in reading order."""
    found: dict[str, tuple[str, ...]] = {}
    asked = sorted(set(document_ids))
    with ledger.looking() as connection:
        for start in range(0, len(asked), _CHUNK):
            part = asked[start : start + _CHUNK]
            columns = STORIES.c.document_id, STORIES.c.story_id
            own = _latest(connection, select(*columns).where(columns[0].in_(part)), moment)
            stories = {row.story_id for row in own.values()}
            query = select(*columns, STORIES.c.position).where(columns[1].in_(sorted(stories)))
            told = {row.document_id for row in connection.execute(query)}
            query = select(*columns, STORIES.c.position).where(columns[0].in_(sorted(told)))
            members: dict[str, list[Any]] = {}
            for row in _latest(connection, query, moment).values():
                members.setdefault(row.story_id, []).append(row)
            for id_, row in own.items():
                ordered = sorted(members.get(row.story_id, ()), key=lambda one: one.position)
                found[id_] = tuple(each.document_id for each in ordered) or (id_,)
    return found


def claims_of(
    ledger: Ledger, document_ids: Iterable[str], *, moment: datetime | None
) -> tuple[Claim, ...]:
    """Give the claims of the latest readings of some documents, as ``Ledger.claims`` would."""
    asked = sorted(set(document_ids))
    claims: list[Claim] = []
    with ledger.looking() as connection:
        for start in range(0, len(asked), _CHUNK):
            part = asked[start : start + _CHUNK]
            query = select(READINGS).where(READINGS.c.document_id.in_(part))
            if moment is not None:
                query = query.where(READINGS.c.recorded_at <= moment_text(moment))
            latest: dict[str, int] = {}
            stands: set[int] = set()
            for row in connection.execute(query.order_by(READINGS.c.sequence)):
                if row.method.startswith("hand"):
                    stands.add(row.sequence)
                else:
                    latest[row.document_id] = row.sequence
            stands |= set(latest.values())
            links = select(READ_CLAIMS.c.claim_id).where(READ_CLAIMS.c.reading.in_(sorted(stands)))
            if moment is not None:
                links = links.where(READ_CLAIMS.c.recorded_at <= moment_text(moment))
            found = select(CLAIMS).where(CLAIMS.c.document_id.in_(part), CLAIMS.c.id.in_(links))
            claims += [
                from_ledger_line(row.payload, place=f"claim {row.id}")
                for row in connection.execute(found.order_by(CLAIMS.c.sequence))
            ]
    return tuple(claims)


def documents_at(ledger: Ledger, name: str) -> tuple[Document, ...]:
    """Give the documents of an id or address, in order of recording: none, one, or several."""
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    query = select(DOCUMENTS.c.id).where(
        or_(
            DOCUMENTS.c.id == name,
            DOCUMENTS.c.address == name,
            DOCUMENTS.c.payload.contains(f'"{escaped}"', autoescape=True),
        )
    )
    with ledger.looking() as connection:
        ids = list(connection.execute(query.order_by(DOCUMENTS.c.sequence)).scalars())
    return tuple(
        each for each in ledger.documents_called(ids) if name in {each.id, *each.addresses}
    )


def _latest(connection: Any, query: Any, moment: datetime | None) -> dict[str, Any]:
    if moment is not None:
        query = query.where(STORIES.c.recorded_at <= moment_text(moment))
    rows = connection.execute(query.order_by(STORIES.c.sequence))
    return {row.document_id: row for row in rows}


def _published(
    ledger: Ledger, moment: datetime | None, known_on: date
) -> tuple[list[date], list[date]]:
    """Give the stated days of publication, and the first days of all periods of it."""
    inferred = DOCUMENTS.c.payload.contains(_INFERRED)
    query = select(DOCUMENTS.c.published_from, DOCUMENTS.c.published_until, inferred).distinct()
    query = query.where(
        DOCUMENTS.c.published_from.is_not(None),
        DOCUMENTS.c.published_from <= known_on.isoformat(),
    )
    if moment is not None:
        query = query.where(DOCUMENTS.c.recorded_at <= moment_text(moment))
    stated, bounded = [], []
    with ledger.looking() as connection:
        for first, until, is_inferred in connection.execute(query):
            first_on, last_on = date.fromisoformat(first), date.fromisoformat(until) - _DAY
            bounded.append(first_on)
            if first_on == last_on and not is_inferred:
                stated.append(last_on)
    return stated, bounded


def _events(ledger: Ledger, moment: datetime | None) -> list[date]:
    """Give the last days of what is said to have happened, by the latest readings."""
    by_hand = READINGS.c.method.startswith("hand")
    latest = select(func.max(READINGS.c.sequence)).where(~by_hand)
    others = select(READINGS.c.sequence).where(by_hand)
    query = (
        select(CLAIMS.c.event_until)
        .join(READ_CLAIMS, READ_CLAIMS.c.claim_id == CLAIMS.c.id)
        .where(CLAIMS.c.event_until.is_not(None), CLAIMS.c.payload.contains(_ACTUAL))
        .distinct()
    )
    if moment is not None:
        by_then = moment_text(moment)
        latest = latest.where(READINGS.c.recorded_at <= by_then)
        others = others.where(READINGS.c.recorded_at <= by_then)
        query = query.where(READ_CLAIMS.c.recorded_at <= by_then)
    stands = latest.group_by(READINGS.c.document_id)
    query = query.where(or_(READ_CLAIMS.c.reading.in_(stands), READ_CLAIMS.c.reading.in_(others)))
    with ledger.looking() as connection:
        return [date.fromisoformat(each) - _DAY for each in connection.execute(query).scalars()]
