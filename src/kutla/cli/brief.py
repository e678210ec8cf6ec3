"""``kutla brief``: read reports, record what they say, print where things stand."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kutla.cli.common import (
    DEFAULTS,
    NO_CLAIM,
    KnownAt,
    LedgerPath,
    Parliament,
    Paths,
    ValidOn,
    read_day,
    read_moment,
    tell,
)

NOTHING, SOME_SET_ASIDE = 1, 3


class BriefForm(StrEnum):
    """How the brief is printed."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


def brief(
    paths: Paths,
    parliament: Parliament = DEFAULTS.parliament,
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
    ledger: LedgerPath = DEFAULTS.ledger,
    output: Annotated[Path, typer.Option("--output", "-o", help="The HTML file.")] = DEFAULTS.brief,
    form: Annotated[BriefForm, typer.Option("--format", "-f")] = BriefForm.TERMINAL,
) -> None:
    """Read reports, record what they say, and say where things stand.

    Without --valid-on the day is the last that a report states; it is never today.
    """
    from kutla.briefs import make_brief, print_brief, render_html, render_markdown
    from kutla.cli.plain import plain_brief
    from kutla.ledger import open_ledger
    from kutla.pipeline import extract_paths, picture, record, refuse_another_parliament
    from kutla.register import load_parliament

    day, asked = read_day(valid_on, "--valid-on"), known_at and read_moment(known_at)
    register = load_parliament(parliament)
    extraction = extract_paths(paths, register)
    tell(extraction.unread)
    if not extraction.documents:
        typer.echo("kutla: no article was read; name files or folders that hold some", err=True)
        raise typer.Exit(NOTHING)
    if not extraction.claims:
        typer.echo(f"kutla: {NO_CLAIM}", err=True)
    with open_ledger(ledger) as held:
        refuse_another_parliament(held, register)
        record(held, extraction, datetime.now(UTC))
        moment = asked or datetime.now(UTC)
        seen = picture(held, parliament, valid_on=day, known_at=moment, unread=extraction.unread)
    made = make_brief(seen)
    output.write_text(render_html(made), encoding="utf-8")
    if form is BriefForm.TERMINAL:
        from rich.console import Console

        print_brief(made, Console(width=None if sys.stdout.isatty() else 110, highlight=False))
        typer.echo(f"\nWritten to {output}; the claims are in {ledger}.")
    elif form is BriefForm.MARKDOWN:
        typer.echo(render_markdown(made))
    elif form is BriefForm.HTML:
        typer.echo(render_html(made))
    else:
        typer.echo(json.dumps(plain_brief(made), ensure_ascii=False, indent=2))
    if not extraction.claims:
        raise typer.Exit(NOTHING)
    if extraction.unread:
        raise typer.Exit(SOME_SET_ASIDE)


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(brief)
