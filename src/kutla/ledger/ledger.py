"""The append-only store: what was read, what it says, what analysts decided, and since when."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import DatabaseError

from kutla.claims.trusted import from_ledger_line
from kutla.errors import EntryNotFoundError, LedgerError
from kutla.ledger.grouping import add_to_stories
from kutla.ledger.judgement import ABOUT_CLAIMS, Judgement, Verdict, standing
from kutla.ledger.opening import LOOKS_ONLY, open_engine
from kutla.ledger.payload import read_document, stories_from
from kutla.ledger.rows import (
    add_claims,
    add_documents,
    add_readings,
    add_stories,
    check_quotes,
    link,
    moment_text,
    run_number,
)
from kutla.ledger.schema import (
    CLAIMS,
    COPIES,
    DOCUMENTS,
    JUDGEMENTS,
    READ_CLAIMS,
    READINGS,
    RUNS,
    STORIES,
)
from kutla.ledger.verifying import verify_ledger

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

    from kutla.claims import Claim
    from kutla.documents import Document, Story
    from kutla.vocabulary import Problem

_BY_HAND = "hand"
_LOCK = 0x6B75746C61
"""The advisory lock of PostgreSQL that a writer holds ("kutla" in ASCII)."""
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Recorded:
    """What one call to ``record`` added, and what was there already."""

    documents_new: int
    documents_known: int
    claims_new: int
    claims_known: int


class Growth(NamedTuple):
    """The last number of each table that a state is read off, and the last moment of recording."""

    links: int
    readings: int
    stories: int
    documents: int
    judgements: int
    last: datetime | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """An open ledger. One writer and many readers at once; every answer is as of a moment."""

    engine: Engine
    address: str

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write all or nothing; the only writer meanwhile: others wait for their turn."""
        try:
            with self.engine.begin() as connection:
                if connection.dialect.name == "postgresql":  # as SQLite does on BEGIN IMMEDIATE
                    connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
                yield connection
        except DatabaseError as fault:
            raise LedgerError(f"{self.address}: {fault.orig}; nothing was written") from fault

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """Look without locking: readers wait for nobody and nobody waits for them."""
        try:
            with self.engine.connect() as connection:
                looking = connection.execution_options(**{LOOKS_ONLY: True})
                with looking.begin():
                    yield looking
        except DatabaseError as fault:
            raise LedgerError(f"{self.address}: {fault.orig}; it cannot be read") from fault

    def record(
        self,
        documents: Iterable[Document],
        stories: Iterable[Story] | None,
        claims: Iterable[Claim],
        *,
        recorded_at: datetime,
        run: str,
    ) -> Recorded:
        """Append what one reading found, all or nothing; what is there already adds nothing.

        Where ``stories`` is None the new documents are grouped with those the ledger holds.
        ``run`` names the reader and its version: a later run over a document supersedes an earlier
        one's claims, and both are kept. Raises QuoteNotFoundError for a claim whose quote does not
        stand in its document, ValueError for a moment without time zone.
        """
        moment = moment_text(recorded_at)
        documents, claims = tuple(documents), tuple(claims)
        with self.writing() as connection:
            run_id = run_number(connection, run, moment)
            added = add_documents(connection, documents, moment, run_id)
            check_quotes(connection, documents, claims)
            if stories is None:
                add_to_stories(connection, added, moment)
            else:
                add_stories(connection, stories, moment)
            new_claims = add_claims(connection, claims, moment)
            read = {d.id for d in documents} | {c.quote.document_id for c in claims}
            add_readings(connection, read, run, moment)
            link(connection, claims, run, moment)
        return Recorded(
            len(added), len(documents) - len(added), new_claims, len(claims) - new_claims
        )

    def documents(self, *, known_at: datetime | None = None) -> tuple[Document, ...]:
        """Give the documents recorded by then, in order of recording."""
        query = select(DOCUMENTS.c.payload, DOCUMENTS.c.text).order_by(DOCUMENTS.c.sequence)
        rows = self._rows(query, DOCUMENTS, known_at)
        return tuple(read_document(row.payload, row.text) for row in rows)

    def documents_called(self, ids: Iterable[str]) -> tuple[Document, ...]:
        """Give the documents of these ids, in order of recording; unknown ids are left out."""
        rows: list[Any] = []
        asked = sorted(set(ids))
        with self.looking() as connection:
            for start in range(0, len(asked), _CHUNK):
                query = select(DOCUMENTS).where(DOCUMENTS.c.id.in_(asked[start : start + _CHUNK]))
                rows += connection.execute(query)
        rows.sort(key=lambda row: row.sequence)
        return tuple(read_document(row.payload, row.text) for row in rows)

    def has_read(self, document_id: str, run: str) -> bool:
        """Whether a reader and version has read a document."""
        query = select(READINGS.c.sequence).where(
            READINGS.c.document_id == document_id, READINGS.c.method == run
        )
        with self.looking() as connection:
            return connection.execute(query).first() is not None

    def unread_by(self, run: str) -> tuple[str, ...]:
        """Give the ids of the documents that a reader and version has not read, in order."""
        read = select(READINGS.c.document_id).where(READINGS.c.method == run)
        query = select(DOCUMENTS.c.id).where(DOCUMENTS.c.id.not_in(read))
        with self.looking() as connection:
            return tuple(connection.execute(query.order_by(DOCUMENTS.c.sequence)).scalars())

    def stories(self, *, known_at: datetime | None = None) -> tuple[Story, ...]:
        """Give the stories recorded by then; of a document's groupings the latest counts."""
        rows = self._rows(select(STORIES).order_by(STORIES.c.sequence), STORIES, known_at)
        copies = self._rows(select(COPIES).order_by(COPIES.c.sequence), COPIES, known_at)
        return stories_from(rows, copies)

    def claims(self, *, known_at: datetime | None = None) -> tuple[Claim, ...]:
        """Give the claims of each document's latest reading by then, in order of recording.

        What an earlier reading found and the latest did not is kept in the ledger, and comes back
        with an earlier ``known_at``. Claims made by hand stand beside every reading.
        """
        readings = self._rows(select(READINGS).order_by(READINGS.c.sequence), READINGS, known_at)
        latest = {
            row.document_id: row.sequence for row in readings if not row.method.startswith(_BY_HAND)
        }
        stands = set(latest.values()) | {
            row.sequence for row in readings if row.method.startswith(_BY_HAND)
        }
        links = self._rows(select(READ_CLAIMS), READ_CLAIMS, known_at)
        found = {row.claim_id for row in links if row.reading in stands}
        rows = self._rows(select(CLAIMS).order_by(CLAIMS.c.sequence), CLAIMS, known_at)
        return tuple(
            from_ledger_line(row.payload, place=f"claim {row.id}")
            for row in rows
            if row.id in found
        )

    def claims_called(self, ids: Iterable[str]) -> tuple[Claim, ...]:
        """Give the claims of these ids, whichever reading found them; unknown ids are left out."""
        rows: list[Any] = []
        asked = sorted(set(ids))
        with self.looking() as connection:
            for start in range(0, len(asked), _CHUNK):
                query = select(CLAIMS).where(CLAIMS.c.id.in_(asked[start : start + _CHUNK]))
                rows += connection.execute(query)
        return tuple(from_ledger_line(row.payload, place=f"claim {row.id}") for row in rows)

    def find_claims(self, beginning: str, *, most: int = 20) -> tuple[Claim, ...]:
        """Give the claims whose id is this or begins so, at most so many; none for no beginning."""
        if not beginning.isalnum():
            return ()
        query = select(CLAIMS).where(CLAIMS.c.id.startswith(beginning, autoescape=True))
        with self.looking() as connection:
            rows = list(connection.execute(query.order_by(CLAIMS.c.sequence).limit(most)))
        return tuple(from_ledger_line(row.payload, place=f"claim {row.id}") for row in rows)

    def subjects(self, *, most: int = 500) -> tuple[str, ...]:
        """Give whom the first claims are about: ids of a register, or "?" and a name as written."""
        rows = self._rows(select(CLAIMS).order_by(CLAIMS.c.sequence).limit(most), CLAIMS, None)
        return tuple(row.subject for row in rows)

    def moment_for(self, known_at: datetime) -> datetime | None:
        """Give the moment to read the ledger at; None for a moment before it was begun.

        Reports loaded today that were out in 2018 were known in 2018 to whoever read them then: for
        a moment before the ledger's first row the day of publication decides, not the recording.
        """
        began = self.began()
        return known_at if began is not None and moment_text(known_at) >= began else None

    def began(self) -> str | None:
        """Give the moment of the first row, as text; None for a ledger that holds nothing."""
        with self.looking() as connection:
            return connection.execute(select(func.min(RUNS.c.recorded_at))).scalar()

    def growth(self) -> tuple[str | None, Growth]:
        """Say since when and how far the ledger has grown: the same as long as nothing is added."""
        counted = (READ_CLAIMS, READINGS, STORIES, DOCUMENTS, JUDGEMENTS)
        with self.looking() as connection:
            began = connection.execute(select(func.min(RUNS.c.recorded_at))).scalar()
            numbers = [
                connection.execute(select(func.max(table.c.sequence))).scalar() or 0
                for table in counted
            ]
            moments = [
                connection.execute(
                    select(table.c.recorded_at).order_by(table.c.sequence.desc()).limit(1)
                ).scalar()
                for table in counted
            ]
        last = max((moment for moment in moments if moment), default=None)
        links, readings, stories, documents, judgements = numbers
        grown = None if last is None else datetime.fromisoformat(last)
        return began, Growth(links, readings, stories, documents, judgements, grown)

    def judge(
        self,
        verdict: Verdict,
        about: str,
        *,
        judged_by: str,
        recorded_at: datetime,
        other: str | None = None,
        reason: str = "",
    ) -> Judgement:
        """Append a judgement. Raises EntryNotFoundError where what it is about is not there."""
        moment = moment_text(recorded_at)
        with self.writing() as connection:
            asked = [about, other or ""] if verdict is Verdict.CORRECT else [about]
            for claim_id in asked if verdict in ABOUT_CLAIMS else ():
                what = f"no claim {claim_id}"
                _must_exist(connection, CLAIMS.c.id == claim_id, what, self.address)
            if verdict is Verdict.UNDO:
                found = JUDGEMENTS.c.sequence == (int(about) if about.isdecimal() else -1)
                _must_exist(connection, found, f"no judgement {about}", self.address)
            number = connection.execute(
                JUDGEMENTS.insert().values(
                    verdict=verdict.value,
                    about=about,
                    other=other,
                    reason=reason,
                    judged_by=judged_by,
                    recorded_at=moment,
                )
            ).inserted_primary_key[0]  # type: ignore[index]
        return Judgement(number, verdict, about, other, reason, judged_by, recorded_at)

    def judgements(self, *, known_at: datetime | None = None) -> tuple[Judgement, ...]:
        """Give the judgements that stand by then, oldest first."""
        return standing(self.judgement_log(known_at=known_at))

    def judgement_log(self, *, known_at: datetime | None = None) -> tuple[Judgement, ...]:
        """Give every judgement by then, oldest first: those taken back and the undoing too."""
        query = select(JUDGEMENTS).order_by(JUDGEMENTS.c.sequence)
        rows = self._rows(query, JUDGEMENTS, known_at)
        return tuple(
            Judgement(
                row.sequence,
                Verdict(row.verdict),
                row.about,
                row.other,
                row.reason,
                row.judged_by,
                datetime.fromisoformat(row.recorded_at),
            )
            for row in rows
        )

    def verify(self) -> tuple[Problem, ...]:
        """Check every row against what it should be; nothing is mended. See ``verify_ledger``."""
        with self.looking() as connection:
            return tuple(verify_ledger(connection))

    def _rows(self, query: Any, table: Any, known_at: datetime | None) -> list[Any]:
        if known_at is not None:
            query = query.where(table.c.recorded_at <= moment_text(known_at))
        with self.looking() as connection:
            return list(connection.execute(query))


def open_ledger(address: str | Path) -> Ledger:
    """Open a ledger, made where there is none: a path (SQLite) or a database URL.

    Raises LedgerError where it cannot be opened, LedgerVersionError where it is newer.
    """
    return Ledger(open_engine(address), str(address))


def _must_exist(connection: Connection, condition: Any, what: str, address: str) -> None:
    table = condition.left.table
    count = connection.execute(select(func.count()).select_from(table).where(condition)).scalar()
    if not count:
        raise EntryNotFoundError(f"{what} is in {address}; `kutla claims` lists them")
