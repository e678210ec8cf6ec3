"""``kutla state``: what holds on a day, as known at a moment."""

from __future__ import annotations

import typer

from kutla.cli.common import (
    DEFAULTS,
    Form,
    Format,
    KnownAt,
    LedgerPath,
    Parliament,
    ValidOn,
    open_picture,
    print_rows,
)


def state(
    ledger: LedgerPath = DEFAULTS.ledger,
    parliament: Parliament = DEFAULTS.parliament,
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
    form: Format = Form.TEXT,
) -> None:
    """List the facts of a day with their standing, and the reason in words."""
    from kutla.briefs.words import say, say_period, say_voices
    from kutla.cli.plain import plain_fact

    with open_picture(ledger, parliament, valid_on, known_at) as seen:
        if form is not Form.TEXT:
            print_rows([plain_fact(fact) for fact in seen.state.facts], form)
            return
        typer.echo(f"{seen.state.chamber.name}, {seen.state.valid_on.isoformat()}")
        for fact in seen.state.facts:
            figures = " or ".join(str(a.value) for a in fact.alternatives if a.value is not None)
            said = (
                f"{say(fact)}" if fact.kind != "seats" else f"{fact.subject.name}: {figures} seats"
            )
            typer.echo(f"[{fact.standing.value}] {said} ({say_period(fact.period)})")
            typer.echo(f"    {fact.reason}: {say_voices((*fact.support, *fact.dissent))}")
        for problem in seen.state.problems:
            typer.echo(f"[open] {problem.message}")


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(state)
