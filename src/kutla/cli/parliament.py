"""``kutla parliament``: the parliaments at hand, and the check of a user's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

parliament = typer.Typer(help="List, show and check parliaments.", no_args_is_help=True)


@parliament.command("list")
def list_parliaments() -> None:
    """List the parliaments that are shipped."""
    from kutla.register import load_parliament, parliaments

    for name in parliaments():
        register = load_parliament(name)
        typer.echo(
            f"{name}: {register.chamber.name}, {register.chamber.seats} seats, "
            f"{len(register.entities)} entities, {len(register.elections)} elections"
        )


@parliament.command("check")
def check(folder: Annotated[Path, typer.Argument(help="A parliament's folder.")]) -> None:
    """Check a parliament's folder and say what is wrong, with file and row."""
    from kutla.register import check_parliament

    problems = check_parliament(folder)
    for problem in problems:
        typer.echo(f"{problem.place}: {problem.message}" if problem.place else problem.message)
    if problems:
        raise typer.Exit(2)
    typer.echo(f"{folder}: nothing is wrong")


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.add_typer(parliament, name="parliament")
