"""``kutla stories``: which reports are one and the same."""

from __future__ import annotations

import typer

from kutla.cli.common import DEFAULTS, Form, Format, Parliament, Paths, print_rows, tell

NOTHING = 1


def stories(
    paths: Paths, parliament: Parliament = DEFAULTS.parliament, form: Format = Form.TEXT
) -> None:
    """List the independent stories of files, each with its copies."""
    from kutla.documents import group, read
    from kutla.register import load_parliament

    elections = tuple(e.held_on.first_on for e in load_parliament(parliament).elections)
    reading = read(paths, elections=elections)
    tell(reading.unread)
    if not reading.documents:
        raise typer.Exit(NOTHING)
    documents = {document.id: document for document in reading.documents}
    found = group(reading.documents)
    if form is not Form.TEXT:
        print_rows(
            [
                {
                    "story": story.id,
                    "documents": [documents[each].address for each in story.document_ids],
                    "copies": [
                        {
                            "of": c.document_id,
                            "other": c.other_id,
                            "kind": c.kind,
                            "containment": c.containment,
                        }
                        for c in story.copies
                    ],
                }
                for story in found
            ],
            form,
        )
        return
    for number, story in enumerate(found, start=1):
        for position, each in enumerate(story.document_ids):
            document = documents[each]
            outlet = document.outlet.name if document.outlet else "outlet unknown"
            label = f"{number}." if position == 0 else "   copy:"
            typer.echo(
                f"{label} {document.headline or document.address} ({outlet}; {document.address})"
            )


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(stories)
