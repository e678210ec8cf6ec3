"""``kutla review``: what analysts decide of claims; all appended, all attributed."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kutla.claims.claim import Modality, Polarity
from kutla.cli.asking import (
    NOTHING,
    About,
    AsJson,
    Kinds,
    asked_names,
    check_kinds,
    console,
    form_of,
    open_held,
    open_seen,
)
from kutla.cli.common import (
    DEFAULTS,
    Form,
    Format,
    KnownAt,
    LedgerPath,
    Parliament,
    ValidOn,
    print_rows,
    read_day,
    read_moment,
)
from kutla.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable

    from kutla.documents import Document
    from kutla.ledger import Judgement, Ledger
    from kutla.ledger.reviewing import By
    from kutla.register import Register
    from kutla.vocabulary import Period

review = typer.Typer(
    help="Accept, reject, correct claims, enter one by hand, take it back.", no_args_is_help=True
)
ClaimId = Annotated[
    str, typer.Argument(help="A claim's id, the beginning of it, or words of its quote.")
]
Who = Annotated[str | None, typer.Option("--by", help="Who decides; you, where left out.")]
Reason = Annotated[str, typer.Option("--reason", help="Why, in a few words.")]
KindOf = Annotated[str | None, typer.Option("--kind", help="The kind of claim.")]
Subject = Annotated[str | None, typer.Option("--subject", help="A name in any spelling, or an id.")]
Object = Annotated[str | None, typer.Option("--object", help="A name in any spelling, or an id.")]
Value = Annotated[int | None, typer.Option("--value", min=0, help="The number, as of seats.")]
Total = Annotated[int | None, typer.Option("--total", min=0, help="Out of how many.")]
HowPolar = Annotated[Polarity | None, typer.Option("--polarity", help="Whether it is so.")]
HowModal = Annotated[Modality | None, typer.Option("--modality", help="In what way it is so.")]
Speaker = Annotated[str | None, typer.Option("--speaker", help="Who says so, if not the article.")]
Event = Annotated[str | None, typer.Option("--date", help="When: a day, month, year or range a/b.")]
Words = Annotated[str | None, typer.Option("--quote", help="The words, verbatim.")]


@review.command("list")
def list_(
    about: About = None,
    kind: Kinds = None,
    contested: Annotated[bool, typer.Option("--contested", help="Only what is contested.")] = False,
    judged: Annotated[bool, typer.Option("--judged", help="Also what was decided on.")] = False,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 20,
    ledger: LedgerPath = DEFAULTS.ledger,
    parliament: Parliament = DEFAULTS.parliament,
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
    form: Format = Form.TEXT,
    as_json: AsJson = False,
) -> None:
    """List the claims that an analyst should look at, the most doubtful first."""
    from kutla.briefs.reviewing import print_queue
    from kutla.exports.rows import pending_row
    from kutla.state import Question, ask
    from kutla.state.queue import review_queue

    kinds = check_kinds(kind)
    with open_seen(ledger, parliament, valid_on, known_at) as seen:
        names = asked_names(about, seen.state.facts, seen)
        question = Question(about=names, kinds=kinds, is_contested=contested)
        wanted = {
            item.claim.id
            for answer in ask(seen.state.facts, question, seen.documents)
            for item in answer.items
        }
    queue = [
        each
        for each in review_queue(seen.state.facts, seen.rulings)
        if each.item.claim.id in wanted and (judged or each.judged is None)
    ]
    shown = form_of(form, as_json=as_json)
    if shown is not Form.TEXT:
        print_rows([pending_row(each) for each in queue[:limit]], shown)
    elif queue:
        print_queue(queue[:limit], len(queue) - limit, console())
    if not queue:
        typer.echo(f"kutla: no claim in {ledger} waits for review", err=True)
        raise typer.Exit(NOTHING)


@review.command("accept")
def accept(
    claim: ClaimId,
    ledger: LedgerPath = DEFAULTS.ledger,
    parliament: Parliament = DEFAULTS.parliament,
    by: Who = None,
    reason: Reason = "",
) -> None:
    """Vouch for a claim: it weighs as vouched, at full certainty."""
    from kutla.ledger.reviewing import accept as decide

    _decide(
        ledger, parliament, lambda held, _: decide(held, claim, _by(by, reason)), "is accepted"
    )  # fmt: skip


@review.command("reject")
def reject(
    claim: ClaimId,
    ledger: LedgerPath = DEFAULTS.ledger,
    parliament: Parliament = DEFAULTS.parliament,
    by: Who = None,
    reason: Reason = "",
) -> None:
    """Let a claim not count; it is kept."""
    from kutla.ledger.reviewing import reject as decide

    _decide(
        ledger, parliament, lambda held, _: decide(held, claim, _by(by, reason)), "is rejected"
    )  # fmt: skip


@review.command("correct")
def correct(
    claim: ClaimId,
    kind: KindOf = None,
    subject: Subject = None,
    object_: Object = None,
    value: Value = None,
    total: Total = None,
    polarity: HowPolar = None,
    modality: HowModal = None,
    speaker: Speaker = None,
    date: Event = None,
    quote: Words = None,
    without: Annotated[
        list[str] | None, typer.Option(help="Empty it: object, value, total, speaker or event.")
    ] = None,
    ledger: LedgerPath = DEFAULTS.ledger,
    parliament: Parliament = DEFAULTS.parliament,
    by: Who = None,
    reason: Reason = "",
) -> None:
    """Put a corrected claim in the place of one; both are kept, the corrected one counts."""
    from kutla.ledger.reviewing import Wording
    from kutla.ledger.reviewing import correct as decide

    wording = Wording(
        kind=kind,
        subject=subject,
        object=object_,
        value=value,
        total=total,
        polarity=polarity,
        modality=modality,
        speaker=speaker,
        event=_period(date),
        quote=quote,
        without=frozenset(without or ()),
    )
    _decide(
        ledger,
        parliament,
        lambda held, register: decide(held, claim, wording, register, _by(by, reason))[0],
        "is corrected",
    )


@review.command("add")
def add(
    source: Annotated[
        str,
        typer.Argument(help="A document in the ledger (id, address), a file, or a web address."),
    ],
    kind: Annotated[str, typer.Option("--kind", help="The kind of claim.")],
    subject: Annotated[str, typer.Option("--subject", help="A name in any spelling, or an id.")],
    quote: Annotated[str, typer.Option("--quote", help="The words, verbatim.")],
    object_: Object = None,
    value: Value = None,
    total: Total = None,
    polarity: HowPolar = None,
    modality: HowModal = None,
    speaker: Speaker = None,
    date: Event = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it (of an excerpt).")] = None,
    published: Annotated[str | None, typer.Option(help="The day of it (of an excerpt).")] = None,
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Read the page at a web address, not the quote alone.")
    ] = False,
    ledger: LedgerPath = DEFAULTS.ledger,
    parliament: Parliament = DEFAULTS.parliament,
    by: Who = None,
    reason: Reason = "",
) -> None:
    """Enter a claim by hand, with its source; the quote must stand in it.

    Of a web address that is not in the ledger the quote itself is recorded as an excerpt.
    """
    from kutla.ledger.glance import documents_at
    from kutla.ledger.reviewing import Wording, document_for, enter, excerpt

    wording = Wording(
        kind=kind,
        subject=subject,
        object=object_,
        value=value,
        total=total,
        polarity=polarity,
        modality=modality,
        speaker=speaker,
        event=_period(date),
        quote=quote,
    )
    day = read_day(published, "--published")

    def decide(held: Ledger, register: Register) -> Judgement:
        document = document_for(documents_at(held, source), quote)
        if document is None and ("://" not in source or fetch):
            document = _read_document(held, source, register)
        if document is None:
            document = excerpt(quote, source, outlet=outlet, published_on=day)
        return enter(held, document, wording, register, _by(by, reason))[0]

    _decide(ledger, parliament, decide, "is entered")


@review.command("undo")
def undo(
    number: Annotated[int, typer.Argument(min=1, help="The judgement's number.")],
    ledger: LedgerPath = DEFAULTS.ledger,
    parliament: Parliament = DEFAULTS.parliament,
    by: Who = None,
    reason: Reason = "",
) -> None:
    """Take a judgement back; both are kept, and an undo can be undone."""
    from kutla.ledger.reviewing import undo as decide

    _decide(ledger, parliament, lambda held, _: decide(held, number, _by(by, reason)), "is undone")


@review.command("log")
def log(
    ledger: LedgerPath = DEFAULTS.ledger,
    known_at: KnownAt = None,
    form: Format = Form.TEXT,
    as_json: AsJson = False,
) -> None:
    """List every judgement on claims, oldest first: who, when, what, why, and what was undone."""
    from kutla.briefs.reviewing import print_log
    from kutla.exports.rows import decision_row
    from kutla.ledger.reviewing import history

    with open_held(ledger) as held:
        found = history(held, known_at=read_moment(known_at))
    shown = form_of(form, as_json=as_json)
    if shown is not Form.TEXT:
        print_rows([decision_row(each) for each in found], shown)
    elif found:
        print_log(found, console())
    if not found:
        typer.echo(f"kutla: nobody has judged a claim in {ledger}", err=True)
        raise typer.Exit(NOTHING)


def _by(name: str | None, reason: str) -> By:
    from kutla.ledger.reviewing import By

    return By(name or getpass.getuser(), datetime.now(UTC), reason)


def _period(text: str | None) -> Period | None:
    from kutla.vocabulary import Period

    if text is None:
        return None
    try:
        return Period.parse(text)
    except ValueError:
        raise SettingsError(
            f"--date: {text!r} is no day, month, year or range; write 2018-06-02, 2018-06 or a/b"
        ) from None


def _decide(
    ledger: Path, parliament: str, decide: Callable[[Ledger, Register], Judgement], done: str
) -> None:
    """Record a decision and say what it changes in the state as it is now."""
    from kutla.briefs.reviewing import print_effect
    from kutla.exports.seen import effect_of

    with open_held(ledger) as held:
        made, change = effect_of(held, parliament, decide, now=lambda: datetime.now(UTC))
        about = f"judgement {made.about}" if made.verdict == "undo" else f"claim {made.about}"
        typer.echo(f"judgement {made.number}: {about} {done}, says {made.judged_by}")
        if made.other is not None:
            typer.echo(f"  claim {made.other} counts in its place")
        if change is not None:
            print_effect(change, console())


def _read_document(held: Ledger, source: str, register: Register) -> Document:
    """Read a file or page, record it with the claims the reader finds, and give the document."""
    from kutla.documents import read
    from kutla.errors import UnreadableDocumentError
    from kutla.pipeline import add

    elections = tuple(each.held_on.first_on for each in register.elections)
    reading = read([source], elections=elections)
    if not reading.documents:
        told = reading.unread[0].message if reading.unread else f"{source} holds no article"
        raise UnreadableDocumentError(told)
    if len(reading.documents) > 1:
        raise UnreadableDocumentError(
            f"{source} holds {len(reading.documents)} articles; `kutla add {source}` records "
            "them, then name one by its address"
        )
    for added in add(held, reading.documents, register, datetime.now(UTC)):
        return added.document
    return reading.documents[0]


def add_to(app: typer.Typer) -> None:
    """Make the commands known."""
    app.add_typer(review, name="review")
