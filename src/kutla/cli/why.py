"""``kutla why``: what a fact rests on, down to the line of the report."""

from __future__ import annotations

from typing import Annotated

import typer

from kutla.cli.asking import NOTHING, AsJson, console, form_of, open_held
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

_MOST = 12


def why(
    words: Annotated[
        list[str], typer.Argument(help="A fact's id, a claim's id, or words that say the fact.")
    ],
    ledger: LedgerPath = DEFAULTS.ledger,
    parliament: Parliament = DEFAULTS.parliament,
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
    form: Format = Form.TEXT,
    as_json: AsJson = False,
) -> None:
    """Show why a fact stands as it does: claims, sources with copies, weights, quotes and places."""
    from kutla.briefs.answers import print_fact_head, print_why
    from kutla.briefs.words import say
    from kutla.errors import EntryNotFoundError
    from kutla.exports.rows import why_row
    from kutla.exports.seen import look, why_not
    from kutla.state import used_weights
    from kutla.state.finding import find_facts

    asked = " ".join(words)
    day, moment = read_day(valid_on, "--valid-on"), read_moment(known_at)
    with open_held(ledger) as held:
        seen = look(held, parliament, known_at=moment, valid_on=day)
        found = find_facts(asked, seen.state.facts, seen.register, say)
        seen.fetch(item for fact in found for item in (*fact.support, *fact.dissent))
        told = None if found else why_not(held, seen, asked)
    if told is not None:
        typer.echo(f"kutla: {told}", err=True)
        raise typer.Exit(NOTHING)
    if not found:
        raise EntryNotFoundError(
            f"no fact in {ledger} is called or says {asked!r} on {seen.state.valid_on}; "
            "`kutla state --format json` and `kutla claims` give ids"
        )
    shown = form_of(form, as_json=as_json)
    if shown is not Form.TEXT:
        print_rows([why_row(fact, seen) for fact in found], shown)
        return
    out = console()
    if len(found) == 1:
        print_why(found[0], seen.copies, seen.documents, used_weights().rows, out)
        return
    out.print(f"{asked!r} may mean any of these {len(found)} facts; ask by id:")
    for fact in found[:_MOST]:
        print_fact_head(fact, out)
    if len(found) > _MOST:
        out.print(f"and {len(found) - _MOST} more; say more words")
    raise typer.Exit(NOTHING)


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(why)
