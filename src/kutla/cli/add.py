"""``kutla add``: read reports into a ledger, one by one, each all or nothing."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

import typer

from kutla.cli.common import DEFAULTS, LedgerPath, Parliament, Paths, tell

NOTHING = 1
SOME_SET_ASIDE = 3


def add(
    paths: Paths,
    parliament: Parliament = DEFAULTS.parliament,
    ledger: LedgerPath = DEFAULTS.ledger,
) -> None:
    """Add reports to a ledger, one by one; what it holds already adds nothing.

    Broken off at any moment, nothing recorded is lost: the same call again goes on from there.
    """
    from kutla.documents import read_batches
    from kutla.ledger import open_ledger
    from kutla.pipeline import add as add_documents
    from kutla.pipeline import refuse_another_parliament
    from kutla.register import load_parliament

    register = load_parliament(parliament)
    elections = tuple(election.held_on.first_on for election in register.elections)
    new = known = claims = aside = 0
    with open_ledger(ledger) as held:
        refuse_another_parliament(held, register)
        for batch in read_batches(paths, elections=elections):
            tell(batch.unread)
            aside += len(batch.unread)
            for added in add_documents(held, batch.documents, register, datetime.now(UTC)):
                if added.claims is None:
                    known += 1
                    continue
                new += 1
                claims += len(added.claims)
                if sys.stderr.isatty():
                    typer.echo(f"\r{new} new, {known} known, {claims} claims", err=True, nl=False)
    if sys.stderr.isatty() and new:
        typer.echo("", err=True)
    if not new and not known:
        typer.echo("kutla: no article was read; name files or folders that hold some", err=True)
        raise typer.Exit(NOTHING)
    typer.echo(
        f"{new} new documents with {claims} claims recorded in {ledger}; {known} were there"
        + (f"; {aside} set aside" if aside else "")
    )
    if aside:
        raise typer.Exit(SOME_SET_ASIDE)


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(add)
