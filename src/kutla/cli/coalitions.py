"""``kutla coalitions``: which sets of lists reach the quota, and whom every one needs."""

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


def coalitions(
    ledger: LedgerPath = DEFAULTS.ledger,
    parliament: Parliament = DEFAULTS.parliament,
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
    form: Format = Form.TEXT,
) -> None:
    """Say which sets of lists reach the quota under what was refused."""
    from rich.console import Console

    from kutla.briefs import print_section
    from kutla.briefs.sections import arithmetic

    with open_picture(ledger, parliament, valid_on, known_at) as seen:
        if form is Form.TEXT:
            print_section(arithmetic(seen), Console(highlight=False))
            return
        answer = seen.coalitions.with_contested or seen.coalitions.without_contested
        rows: list[dict[str, object]] = [
            {
                "lists": [group.label for group in each.members],
                "ids": [group.id for group in each.members],
                "seats": each.seats,
                "surplus": each.surplus,
                "quota": each.quota,
            }
            for each in answer.best
        ]
        print_rows(rows, form)


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(coalitions)
