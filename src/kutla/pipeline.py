"""The whole story on one page: read → extract → resolve → record → project → enumerate → place.

Between reading and drawing everything is pure; the clock is an argument. The one loop (resolving
a name needs the register, analysts' judgements in the ledger amend it) closes here, by a value.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from kutla.claims.extract import METHOD, extract
from kutla.claims.gate import is_political
from kutla.claims.resolve import resolve
from kutla.coalitions import CoalitionPicture, coalitions_from_state
from kutla.documents import Document, Reading, Story, Unread, group, read
from kutla.errors import BeforeTheLedgerError, LedgerError
from kutla.language import analyse, load_pipeline
from kutla.procedure import Milestone, Stage, load_procedure, place_in_procedure
from kutla.register import Register, judged, load_parliament, parliaments
from kutla.state import State, project_ledger

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kutla.claims import Claim
    from kutla.claims.endpoint import ModelExtractor
    from kutla.ledger import Ledger, Recorded
    from kutla.procedure import Procedure

DEFAULT_PARLIAMENT = "iraq"


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read off a set of files, before anything is recorded."""

    documents: tuple[Document, ...]
    stories: tuple[Story, ...]
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything a brief is drawn from: what holds, who could govern, what comes next."""

    state: State
    coalitions: CoalitionPicture
    stage: Stage
    documents: tuple[Document, ...]
    stories: tuple[Story, ...]
    unread: tuple[Unread, ...] = ()
    register: Register | None = None
    """The register as judged: who governed before, for a forecast."""


def extract_paths(
    paths: Iterable[str | Path], register: Register, model: ModelExtractor | None = None
) -> Extraction:
    """Read files, folders and addresses and find their claims; what is no use is set aside.

    ``model`` is asked in place of the reader of our own, if given; raises EndpointError where it
    is of no use.
    """
    elections = tuple(election.held_on.first_on for election in register.elections)
    return extract_reading(read(paths, elections=elections), register, model)


def extract_reading(
    reading: Reading, register: Register, model: ModelExtractor | None = None
) -> Extraction:
    """Find the claims of documents already read, with our own reader or with a model."""
    if model is not None:
        political = [each for each in reading.documents if is_political(each.body)]
        drafts = model.extract(political)
        told = tuple(
            claim
            for document in political
            for claim in resolve(drafts.get(document.id, ()), document, register)
        )
        return Extraction(reading.documents, group(reading.documents), told, reading.unread)
    pipeline = load_pipeline()
    elections = tuple(election.held_on.first_on for election in register.elections)
    claims: list[Claim] = []
    for document in reading.documents:
        if not is_political(document.body):
            continue
        analysis = analyse(document, register, pipeline, elections)
        claims.extend(resolve(extract(document, analysis), document, register))
    stories = group(reading.documents)
    return Extraction(reading.documents, stories, tuple(claims), reading.unread)


def refuse_another_parliament(ledger: Ledger, register: Register) -> None:
    """Raise LedgerError where a ledger's reports were read for another parliament.

    Ids of two parliaments side by side would be weighed in one house.
    """
    ids = [subject for subject in ledger.subjects() if not subject.startswith("?")]
    strange = [each for each in ids if register.find_entity(each) is None]
    if 2 * len(strange) > len(ids):
        raise LedgerError(
            f"the ledger holds reports that were read for another parliament ({strange[0]} is "
            f"nobody in {register.country}); name another ledger with --ledger"
        )


def record(ledger: Ledger, extraction: Extraction, recorded_at: datetime) -> Recorded:
    """Append an extraction to the ledger, all or nothing; copies of what it holds are found."""
    return ledger.record(
        extraction.documents,
        None,
        extraction.claims,
        recorded_at=recorded_at,
        run=METHOD,
    )


@dataclass(frozen=True, slots=True)
class Added:
    """What adding one document came to: None where the ledger held it, read by this reader."""

    document: Document
    claims: tuple[Claim, ...] | None


def add(
    ledger: Ledger, documents: Iterable[Document], register: Register, recorded_at: datetime
) -> Iterator[Added]:
    """Read and append documents one by one, each all or nothing.

    Killed at any instant, nothing recorded is lost and the document in hand is not there at all;
    the same call again goes on where it stopped. The cost of one does not grow with the ledger.
    """
    for document in documents:
        if ledger.has_read(document.id, METHOD):
            yield Added(document, None)
            continue
        extraction = extract_reading(Reading((document,)), register)
        record(ledger, extraction, recorded_at)
        yield Added(document, extraction.claims)


def reread(ledger: Ledger, register: Register, recorded_at: datetime) -> Iterator[Added]:
    """Read the documents anew that only an earlier version of the reader has read.

    Its claims stand from then on in place of the earlier ones, which are kept.
    """
    for document_id in ledger.unread_by(METHOD):
        yield from add(ledger, ledger.documents_called([document_id]), register, recorded_at)


def picture(
    ledger: Ledger,
    parliament: str,
    *,
    known_at: datetime,
    valid_on: date | None = None,
    unread: tuple[Unread, ...] = (),
) -> Picture:
    """Project what holds on a day as known at a moment, and what follows from it.

    Without ``valid_on`` it is the last day that a report known by then speaks of.
    """
    moment = ledger.moment_for(known_at)
    register = judged(load_parliament(parliament), ledger.judgements(known_at=moment))
    documents = tuple(
        document
        for document in ledger.documents(known_at=moment)
        if document.published.period is None
        or document.published.period.first_on <= known_at.date()
    )
    day = valid_on or last_day_reported(documents, ledger.claims(known_at=moment))
    state = project_ledger(ledger, register, valid_on=day, known_at=known_at)
    return Picture(
        state,
        coalitions_from_state(state),
        place_in_procedure(state, procedure_of(parliament), events=elections_of(register)),
        documents,
        _stories_of(ledger.stories(known_at=moment), documents),
        unread,
        register,
    )


def procedure_of(parliament: str) -> Procedure:
    """Give the procedure of a shipped parliament, or the one in a folder of one's own."""
    folder = Path(parliament)
    if parliament.casefold() not in parliaments() and (folder / "parliament.toml").is_file():
        return load_procedure(folder.resolve().name, folder=folder)
    return load_procedure(parliament.casefold())


def elections_of(register: Register) -> tuple[Milestone, ...]:
    """Give the elections of a register as milestones; they are data and have no report."""
    return tuple(Milestone("election", each.held_on) for each in register.elections)


def _stories_of(stories: tuple[Story, ...], documents: tuple[Document, ...]) -> tuple[Story, ...]:
    """Leave out of every story what was not out yet."""
    known = {document.id for document in documents}
    cut = (
        Story(story.id, tuple(i for i in story.document_ids if i in known), story.copies)
        for story in stories
    )
    return tuple(story for story in cut if story.document_ids)


def last_day_reported(documents: tuple[Document, ...], claims: tuple[Claim, ...]) -> date:
    """Give the latest stated day of publication, else of an event; never today.

    Raises BeforeTheLedgerError where no report says any day.
    """
    published = [
        document.published.period.last_on
        for document in documents
        if document.published.period is not None and document.published.is_exact
    ]
    events = [
        claim.event.period.last_on
        for claim in claims
        if claim.event.period is not None and claim.modality.value == "actual"
    ]
    bounded = [
        document.published.period.first_on
        for document in documents
        if document.published.period is not None
    ]
    days = [
        *published,
        *bounded,
        *(day for day in events if not published or day <= max(published) + timedelta(days=31)),
    ]
    if not days:
        raise BeforeTheLedgerError(
            "no report in the ledger says a day; name the day you ask about with --valid-on"
        )
    return max(days)
