"""``kutla timeline``: what happened when, as far as a day is known."""

from __future__ import annotations

from typing import Annotated

import typer

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


def timeline(
    about: About = None,
    kind: Kinds = None,
    since: Annotated[str | None, typer.Option("--from", help="From this day on.")] = None,
    until: Annotated[str | None, typer.Option("--until", help="Up to this day.")] = None,
    ledger: LedgerPath = DEFAULTS.ledger,
    parliament: Parliament = DEFAULTS.parliament,
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
    form: Format = Form.TEXT,
    as_json: AsJson = False,
) -> None:
    """List what is said to have happened, in the order of time; "by" where the day is open."""
    from kutla.briefs.answers import print_timeline
    from kutla.exports.rows import moment_row
    from kutla.state import Question, ask
    from kutla.state import timeline as line_up

    kinds = check_kinds(kind)
    first, last = days_between(since, until)
    with open_seen(ledger, parliament, valid_on, known_at) as seen:
        state = seen.state
        question = Question(about=asked_names(about, state.facts, seen), kinds=kinds)
        wanted = {each.fact.id for each in ask(state.facts, question, seen.documents)}
    moments = [
        each for each in line_up(state, since=first, until=last) if each.fact.id in wanted
    ]  # fmt: skip
    shown = form_of(form, as_json=as_json)
    if shown is not Form.TEXT:
        print_rows([moment_row(each) for each in moments], shown)
    elif moments:
        print_timeline(moments, console())
    if not moments:
        typer.echo(f"kutla: nothing in {ledger} happened then; ask for less", err=True)
        raise typer.Exit(NOTHING)


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(timeline)
