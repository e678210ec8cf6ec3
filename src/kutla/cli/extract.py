"""``kutla extract``: the claims of files, without a ledger."""

from __future__ import annotations

import typer

from kutla.cli.common import DEFAULTS, NO_CLAIM, Form, Format, Parliament, Paths, print_rows, tell

NOTHING, SOME_SET_ASIDE = 1, 3


def extract(
    paths: Paths, parliament: Parliament = DEFAULTS.parliament, form: Format = Form.JSONL
) -> None:
    """Print the claims of files in the interchange form, one JSON object a line."""
    from kutla.cli.plain import plain_claim
    from kutla.pipeline import extract_paths
    from kutla.register import load_parliament

    extraction = extract_paths(paths, load_parliament(parliament))
    print_rows([plain_claim(claim) for claim in extraction.claims], form)
    tell(extraction.unread)
    if extraction.documents and not extraction.claims:
        typer.echo(f"kutla: {NO_CLAIM}", err=True)
    if not extraction.claims:
        raise typer.Exit(NOTHING)
    if extraction.unread:
        raise typer.Exit(SOME_SET_ASIDE)


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(extract)
