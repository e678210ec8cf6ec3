"""``kutla read``: a document as kutla sees it, and what it cut away."""

from __future__ import annotations

from typing import Annotated

import typer

from kutla.cli.common import DEFAULTS, Parliament, Paths


def read(
    paths: Paths,
    parliament: Parliament = DEFAULTS.parliament,
    show_dropped: Annotated[
        bool, typer.Option("--show-dropped", help="Show what was cut away, and why.")
    ] = False,
) -> None:
    """Print the news of documents: outlet, day with its reason, headline and clean text."""
    from rich.console import Console
    from rich.text import Text

    from kutla.documents import read as read_documents
    from kutla.register import load_parliament

    elections = tuple(e.held_on.first_on for e in load_parliament(parliament).elections)
    reading = read_documents(paths, elections=elections)
    console = Console(highlight=False)
    for document in reading.documents:
        outlet = document.outlet.name if document.outlet else "outlet unknown"
        day = document.published.period or "day open"
        console.print(
            Text(f"{document.address}: {outlet}, {day} ({document.published.reason})", "bold")
        )
        pieces = [(block.start, block.end, "") for block in document.blocks]
        if show_dropped:
            pieces += [(cut.start, cut.end, cut.reason.value) for cut in document.dropped]
        for start, end, reason in sorted(pieces):
            words = Text(document.text[start:end], "strike dim" if reason else "")
            if reason:
                words = Text.assemble((f"[{reason}] ", "yellow"), words)
            console.print(words)
        console.print()
    for unread in reading.unread:
        typer.echo(f"kutla: {unread.message}", err=True)
    if reading.unread:
        raise typer.Exit(3 if reading.documents else 1)


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(read)
