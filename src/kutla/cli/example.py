"""``kutla example``: write the bundled press to a folder, to try everything on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kutla.errors import SettingsError


def example(
    folder: Annotated[Path, typer.Argument(help="The folder to write.")] = Path("example"),
    force: Annotated[
        bool, typer.Option("--force", help="Write into a folder that exists.")
    ] = False,
) -> None:
    """Write two example presses: Iraq 2018-2021 in our words, and a fictional republic's."""
    from kutla.example import write_example

    if folder.exists() and any(folder.iterdir()) and not force:
        raise SettingsError(f"{folder} is not empty; name another folder or say --force")
    write_example(folder)
    typer.echo(f"Written to {folder}; now try: kutla brief {folder}/iraq")


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(example)
