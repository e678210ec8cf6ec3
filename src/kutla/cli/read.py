"""``kutla read``: a document as kutla sees it, and what it cut away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kutla.cli.common import DEFAULTS, Form, Format, Parliament, Paths, print_rows, tell

if TYPE_CHECKING:
    from rich.console import Console

    from kutla.documents import Document

NOTHING, SOME_SET_ASIDE = 1, 3


def read(
    paths: Paths,
    parliament: Parliament = DEFAULTS.parliament,
    show_dropped: Annotated[
        bool, typer.Option("--show-dropped", help="Show what was cut away, and why.")
    ] = False,
    form: Format = Form.TEXT,
) -> None:
    """Print the news of documents: outlet, day with its reason, headline and clean text."""
    from rich.console import Console

    from kutla.documents import read_batches
    from kutla.register import load_parliament

    elections = tuple(e.held_on.first_on for e in load_parliament(parliament).elections)
    console = Console(highlight=False)
    rows: list[dict[str, object]] = []
    found = set_aside = 0
    for reading in read_batches(paths, elections=elections):
        if form is Form.TEXT:
            for document in reading.documents:
                _print(document, console, show_dropped=show_dropped)
        else:
            rows += [plain_document(each) for each in reading.documents]
        if form is Form.JSONL:  # the others have a head and an end
            print_rows(rows, form)
            rows.clear()
        tell(reading.unread)
        found, set_aside = found + len(reading.documents), set_aside + len(reading.unread)
    if form in {Form.JSON, Form.CSV}:
        print_rows(rows, form)
    if set_aside or not found:
        raise typer.Exit(SOME_SET_ASIDE if found else NOTHING)


def _print(document: Document, console: Console, *, show_dropped: bool) -> None:
    from rich.text import Text

    outlet = document.outlet.name if document.outlet else "outlet unknown"
    day = document.published.period or "day open"
    head = f"{document.address}: {outlet}, {day} ({document.published.reason})"
    console.print(Text(head, "bold"))
    pieces = [(block.start, block.end, "") for block in document.blocks]
    if show_dropped:
        pieces += [(cut.start, cut.end, cut.reason.value) for cut in document.dropped]
    for start, end, reason in sorted(pieces):
        words = Text(document.text[start:end], "strike dim" if reason else "")
        if reason:
            words = Text.assemble((f"[{reason}] ", "yellow"), words)
        console.print(words)
    console.print()


def plain_document(document: Document) -> dict[str, object]:
    """Give a document as plain values: what another program, or kutla itself, reads again."""
    return {
        "address": document.address,
        "also_at": list(document.also_at),
        "outlet": document.outlet.name if document.outlet else None,
        "published": str(document.published.period) if document.published.period else None,
        "published_reason": document.published.reason,
        "headline": document.headline,
        "byline": document.byline,
        "credits": list(document.credits),
        "text": "\n\n".join(document.text[b.start : b.end] for b in document.blocks),
        "dropped": [
            {"reason": cut.reason.value, "text": document.text[cut.start : cut.end]}
            for cut in document.dropped
        ],
    }


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(read)
