"""``kutla import``: claims from elsewhere, with their documents or where those are."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from kutla.cli.common import DEFAULTS, LedgerPath, Parliament

BAD_INPUT, NOTHING, SOME_SET_ASIDE = 2, 1, 3
_SHOWN = 20


def bring(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="Claims as .jsonl or .csv; .jsonl may hold their documents too.",
            exists=True,
            dir_okay=False,
        ),
    ],
    keep_going: Annotated[
        bool, typer.Option("--keep-going", help="Record the good rows though others are faulty.")
    ] = False,
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Read the pages at web addresses, not quotes alone.")
    ] = False,
    ledger: LedgerPath = DEFAULTS.ledger,
    parliament: Parliament = DEFAULTS.parliament,
) -> None:
    """Record claims of files, all or nothing; what is wrong is told line by line.

    The words of every claim must stand in its document: one of the ledger, of the file, beside
    it, or the page it names; of a page that is not at hand the quote alone is recorded.
    """
    from kutla.exports.importing import read_claims, record_imported
    from kutla.ledger import open_ledger
    from kutla.pipeline import refuse_another_parliament
    from kutla.register import load_parliament

    register = load_parliament(parliament)
    with open_ledger(ledger) as held:
        refuse_another_parliament(held, register)
        found = read_claims(
            files, register, held=held.documents(), known=held.claims(), fetch=fetch
        )
        for fault in found.faults[:_SHOWN]:
            typer.echo(f"kutla: {fault}", err=True)
        if len(found.faults) > _SHOWN:
            typer.echo(f"kutla: and {len(found.faults) - _SHOWN} more faulty lines", err=True)
        if found.faults and not keep_going:
            typer.echo("kutla: nothing was recorded; mend the lines, or say --keep-going", err=True)
            raise typer.Exit(BAD_INPUT)
        if not found.claims:
            typer.echo("kutla: the files hold no claim", err=True)
            raise typer.Exit(NOTHING)
        made = record_imported(held, found, datetime.now(UTC))
    typer.echo(
        f"{ledger}: {made.claims_new} new claims ({made.claims_known} known), "
        f"{made.documents_new} new documents"
    )
    if found.faults:
        raise typer.Exit(SOME_SET_ASIDE)


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command("import")(bring)
