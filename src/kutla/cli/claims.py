"""``kutla claims``: who says what about whom, and how many independent sources that is."""

from __future__ import annotations

from typing import Annotated

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
    days_between,
    form_of,
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
)


def claims(
    about: About = None,
    kind: Kinds = None,
    contested: Annotated[bool, typer.Option("--contested", help="Only what is contested.")] = False,
    polarity: Annotated[Polarity | None, typer.Option(help="Only such claims.")] = None,
    modality: Annotated[Modality | None, typer.Option(help="Only such claims.")] = None,
    speaker: Annotated[str | None, typer.Option(help="Who says so: a name, or a part.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Which outlet: its name, or a part.")] = None,
    document: Annotated[
        str | None, typer.Option(help="A document's id, or a part of its address.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--from", help="From this day: the event's, else the report's.")
    ] = None,
    until: Annotated[str | None, typer.Option("--until", help="Up to this day.")] = None,
    ledger: LedgerPath = DEFAULTS.ledger,
    parliament: Parliament = DEFAULTS.parliament,
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
    form: Format = Form.TEXT,
    as_json: AsJson = False,
) -> None:
    """List who says what, fact by fact: each side with its claims and independent stories."""
    from kutla.briefs.answers import print_answers
    from kutla.exports.rows import answer_rows
    from kutla.state import Question, ask, find_speaker

    kinds = check_kinds(kind)
    first, last = days_between(since, until)
    with open_seen(ledger, parliament, valid_on, known_at) as seen:
        state = seen.state
        voice = None if speaker is None else find_speaker(speaker, seen.register, state.valid_on)
        question = Question(
            about=asked_names(about, state.facts, seen),
            kinds=kinds,
            is_contested=contested,
            polarity=polarity,
            modality=modality,
            speaker=voice,
            outlet=outlet,
            document=document,
            since=first,
            until=last,
        )
        found = ask(state.facts, question, seen.documents)
        seen.fetch(item for answer in found for item in answer.items)
    shown = form_of(form, as_json=as_json)
    if shown is not Form.TEXT:
        print_rows([row for answer in found for row in answer_rows(answer, seen)], shown)
    elif found:
        print_answers(found, seen.copies, console())
    if not found:
        typer.echo(f"kutla: no claim in {ledger} is like that; ask for less", err=True)
        raise typer.Exit(NOTHING)


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(claims)
