"""``kutla procedure``: the stage of the constitution's procedure on a day."""

from __future__ import annotations

import typer

from kutla.cli.common import (
    DEFAULTS,
    KnownAt,
    LedgerPath,
    Parliament,
    ValidOn,
    open_picture,
)


def procedure(
    ledger: LedgerPath = DEFAULTS.ledger,
    parliament: Parliament = DEFAULTS.parliament,
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
) -> None:
    """Say the stage, what is due by when, who may act, and which majority it takes."""
    from rich.console import Console

    from kutla.briefs import print_section
    from kutla.briefs.numbering import Numbering
    from kutla.briefs.sections import next_steps

    with open_picture(ledger, parliament, valid_on, known_at) as seen:
        numbering = Numbering({document.id: document for document in seen.documents})
        print_section(next_steps(seen, numbering), Console(highlight=False))


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(procedure)
