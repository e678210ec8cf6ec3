"""The append-only store: what was read, what it says, what analysts decided, and since when."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Connection, Engine, create_engine, event, func, select
from sqlalchemy.exc import DatabaseError

from kutla.claims.codec import from_line, to_line
from kutla.errors import EntryNotFoundError, LedgerError, QuoteNotFoundError
from kutla.ledger.judgement import Judgement, Verdict, standing
from kutla.ledger.migrate import migrate
from kutla.ledger.payload import document_payload, read_document, read_story, story_payload
from kutla.ledger.schema import CLAIMS, DOCUMENTS, JUDGEMENTS, READINGS, RUNS, STORIES
from kutla.vocabulary import Period, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType

    from kutla.claims import Claim
    from kutla.documents import Document, Story

_BUSY_MILLISECONDS = 5000


@dataclass(frozen=True, slots=True)
class Recorded:
    """What one call to ``record`` added, and what was there already."""

    documents_new: int
    documents_known: int
    claims_new: int
    claims_known: int


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
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self.engine.begin() as connection:
                yield connection
        except DatabaseError as fault:
            raise LedgerError(f"{self.address}: {fault.orig}; nothing was written") from fault

    def record(
        self,
        documents: Iterable[Document],
        stories: Iterable[Story],
        claims: Iterable[Claim],
        *,
        recorded_at: datetime,
        run: str,
    ) -> Recorded:
        """Append what one reading found, all or nothing; what is there already adds nothing.

        ``run`` names the reader and its version: a later run over a document supersedes an earlier
        one's claims, and both are kept. Raises QuoteNotFoundError for a claim whose quote does not
        stand in its document, ValueError for a moment without time zone.
        """
        moment = _moment(recorded_at)
        documents, claims = tuple(documents), tuple(claims)
        with self._transaction() as connection:
            run_id = connection.execute(
                RUNS.insert().values(method=run, recorded_at=moment)
            ).inserted_primary_key[0]  # type: ignore[index]
            new_documents = _add_documents(connection, documents, moment, run_id)
            _check_quotes(connection, documents, claims)
            _add_stories(connection, stories, moment)
            _add_readings(connection, documents, run, moment)
            new_claims = _add_claims(connection, claims, moment)
        return Recorded(
            new_documents, len(documents) - new_documents, new_claims, len(claims) - new_claims
        )

    def documents(self, *, known_at: datetime | None = None) -> tuple[Document, ...]:
        """Give the documents recorded by then, in order of recording."""
        query = select(DOCUMENTS.c.payload, DOCUMENTS.c.text).order_by(DOCUMENTS.c.sequence)
        rows = self._rows(query, DOCUMENTS, known_at)
        return tuple(read_document(row.payload, row.text) for row in rows)

    def stories(self, *, known_at: datetime | None = None) -> tuple[Story, ...]:
        """Give the stories recorded by then; of a document's groupings the latest counts."""
        rows = self._rows(select(STORIES).order_by(STORIES.c.sequence), STORIES, known_at)
        latest: dict[str, Any] = {row.document_id: row for row in rows}
        members: dict[str, list[Any]] = {}
        for row in latest.values():
            members.setdefault(row.story_id, []).append(row)
        stories = []
        for story_id, found in members.items():
            ordered = sorted(found, key=lambda row: (row.position, row.sequence))
            ids = tuple(row.document_id for row in ordered)
            stories.append(read_story(story_id, ids, ordered[-1].payload))
        return tuple(stories)

    def claims(self, *, known_at: datetime | None = None) -> tuple[Claim, ...]:
        """Give the claims of each document's latest reading by then, in order of recording."""
        readings = self._rows(select(READINGS).order_by(READINGS.c.sequence), READINGS, known_at)
        latest = {row.document_id: row for row in readings}
        rows = self._rows(select(CLAIMS).order_by(CLAIMS.c.sequence), CLAIMS, known_at)
        return tuple(
            from_line(row.payload, place=f"claim {row.id}")
            for row in rows
            if row.document_id not in latest
            or row.method == latest[row.document_id].method
            or row.method.startswith("hand")
        )

    def moment_for(self, known_at: datetime) -> datetime | None:
        """Give the moment to read the ledger at; None for a moment before it was begun.

        Reports loaded today that were out in 2018 were known in 2018 to whoever read them then: for
        a moment before the ledger's first row the day of publication decides, not the recording.
        """
        with self._transaction() as connection:
            began = connection.execute(select(func.min(RUNS.c.recorded_at))).scalar()
        return known_at if began is not None and _moment(known_at) >= began else None

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
        moment = _moment(recorded_at)
        with self._transaction() as connection:
            if verdict in {Verdict.ACCEPT, Verdict.REJECT}:
                _must_exist(connection, CLAIMS.c.id == about, f"no claim {about}", self.address)
            if verdict is Verdict.UNDO:
                found = JUDGEMENTS.c.sequence == int(about)
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
        query = select(JUDGEMENTS).order_by(JUDGEMENTS.c.sequence)
        rows = self._rows(query, JUDGEMENTS, known_at)
        every = tuple(
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
        return standing(every)

    def verify(self) -> tuple[Problem, ...]:
        """Check every claim against its document and its own id; nothing is mended."""
        texts = {document.id: document.text for document in self.documents()}
        problems = []
        with self.engine.connect() as connection:
            for row in connection.execute(select(CLAIMS)):
                claim = from_line(row.payload, place=f"claim {row.id}")
                if claim.id != row.id:
                    problems.append(Problem("claim-altered", f"claim {row.id} is not what it was"))
                if not claim.quote.stands_in(texts.get(row.document_id, "")):
                    message = f"the quote of claim {row.id} does not stand in its document"
                    problems.append(Problem("quote-not-found", message, (row.id,)))
        return tuple(problems)

    def _rows(self, query: Any, table: Any, known_at: datetime | None) -> list[Any]:
        if known_at is not None:
            query = query.where(table.c.recorded_at <= _moment(known_at))
        with self._transaction() as connection:
            return list(connection.execute(query))


def open_ledger(address: str | Path) -> Ledger:
    """Open a ledger, made where there is none: a path (SQLite) or a database URL.

    Raises LedgerError where it cannot be opened, LedgerVersionError where it is newer.
    """
    where = str(address)
    url = where if "://" in where else f"sqlite:///{Path(where).resolve()}"
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    try:
        with engine.begin() as connection:
            migrate(connection, where)
    except DatabaseError as fault:
        raise LedgerError(
            f"{where} cannot be used as a ledger: {fault.orig}; name another with --ledger"
        ) from fault
    return Ledger(engine, where)


def _prepare_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions are ours: BEGIN IMMEDIATE below
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _moment(at: datetime) -> str:
    if at.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _days(period: Period | None, prefix: str) -> dict[str, str | None]:
    return {
        f"{prefix}_from": None if period is None else period.first_on.isoformat(),
        f"{prefix}_until": None if period is None else period.until_on.isoformat(),
    }


def _known(connection: Connection, column: Any) -> set[str]:
    return set(connection.execute(select(column)).scalars())


def _add_documents(
    connection: Connection, documents: tuple[Document, ...], moment: str, run_id: int
) -> int:
    known = _known(connection, DOCUMENTS.c.id)
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
        for document in {document.id: document for document in documents}.values()
        if document.id not in known
    ]
    if rows:
        connection.execute(DOCUMENTS.insert(), rows)
    return len(rows)


def _check_quotes(
    connection: Connection, documents: tuple[Document, ...], claims: tuple[Claim, ...]
) -> None:
    texts = {document.id: document.text for document in documents}
    for claim in claims:
        document_id = claim.quote.document_id
        if document_id not in texts:
            query = select(DOCUMENTS.c.text).where(DOCUMENTS.c.id == document_id)
            texts[document_id] = connection.execute(query).scalar() or ""
        if not claim.quote.stands_in(texts[document_id]):
            raise QuoteNotFoundError(
                f"a {claim.kind} claim quotes words that do not stand in document {document_id} "
                f"at {claim.quote.start}; nothing was recorded"
            )


def _add_stories(connection: Connection, stories: Iterable[Story], moment: str) -> None:
    rows = connection.execute(select(STORIES).order_by(STORIES.c.sequence))
    latest = {row.document_id: (row.story_id, row.payload) for row in rows}
    added = [
        {
            "story_id": story.id,
            "document_id": document_id,
            "position": position,
            "payload": story_payload(story),
            "recorded_at": moment,
        }
        for story in stories
        for position, document_id in enumerate(story.document_ids)
        if latest.get(document_id) != (story.id, story_payload(story))
    ]
    if added:
        connection.execute(STORIES.insert(), added)


def _add_readings(
    connection: Connection, documents: tuple[Document, ...], run: str, moment: str
) -> None:
    known = set(connection.execute(select(READINGS.c.document_id, READINGS.c.method)).tuples())
    ids = {document.id for document in documents}
    rows = [
        {"document_id": each, "method": run, "recorded_at": moment}
        for each in sorted(ids)
        if (each, run) not in known
    ]
    if rows:
        connection.execute(READINGS.insert(), rows)


def _add_claims(connection: Connection, claims: tuple[Claim, ...], moment: str) -> int:
    known = _known(connection, CLAIMS.c.id)
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
        for claim_id, claim in {claim.id: claim for claim in claims}.items()
        if claim_id not in known
    ]
    if rows:
        connection.execute(CLAIMS.insert(), rows)
    return len(rows)


def _must_exist(connection: Connection, condition: Any, what: str, address: str) -> None:
    table = condition.left.table
    count = connection.execute(select(func.count()).select_from(table).where(condition)).scalar()
    if not count:
        raise EntryNotFoundError(f"{what} is in {address}; `kutla claims` lists them")
