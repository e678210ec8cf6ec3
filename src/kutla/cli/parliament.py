"""``kutla parliament``: the parliaments at hand, the check of one's own, and how to begin one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kutla.cli import importing
from kutla.cli.common import Form, Format, place_of, print_rows, read_day, search_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kutla.register import Register
    from kutla.vocabulary import Problem

parliament = typer.Typer(
    help="List, show and check parliaments, begin one of your own.", no_args_is_help=True
)
parliament.add_typer(importing.importing, name="import")

SOME_SET_ASIDE = 3
Name = Annotated[str, typer.Argument(help="A shipped parliament, one of yours, or a folder.")]


@parliament.command("list")
def list_parliaments(form: Format = Form.TEXT) -> None:
    """List the parliaments that are shipped, and yours."""
    from kutla.errors import RegisterError
    from kutla.register import load_parliament, parliaments, parliaments_in

    own = parliaments_in(search_path())
    rows = [
        _summary(name, load_parliament(name), "shipped")
        for name in parliaments()
        if name not in own
    ]
    broken = []
    for name, path in own.items():
        try:
            rows.append(_summary(name, load_parliament(path), str(path)))
        except RegisterError as error:
            broken.append(str(error))
    if form is not Form.TEXT:
        print_rows(rows, form)
    else:
        for row in rows:
            typer.echo(_in_words(row))
    for message in broken:
        typer.echo(f"kutla: {message}", err=True)
    if broken:
        raise typer.Exit(SOME_SET_ASIDE)


@parliament.command("show")
def show(
    name: Name,
    valid_on: Annotated[
        str | None, typer.Option("--valid-on", help="Leaders and offices of that day.")
    ] = None,
    form: Format = Form.TEXT,
) -> None:
    """Show what a parliament's register holds: elections, parties, leaders, offices."""
    from kutla.briefs.registers import describe_register, register_rows
    from kutla.register import load_parliament

    register = load_parliament(place_of(name))
    day = read_day(valid_on, "--valid-on")
    if form is Form.TEXT:
        typer.echo(describe_register(register, day), nl=False)
    else:
        print_rows(register_rows(register, day), form)


@parliament.command("check")
def check(
    folder: Annotated[str, typer.Argument(help="A parliament's folder, or its name.")],
) -> None:
    """Check a parliament's folder and say what is wrong, with file and row."""
    from kutla.register import check_parliament
    from kutla.register.loading import SETTINGS, find_parliament

    path = Path(folder)
    if not path.exists() and not (path / SETTINGS).exists():
        path = find_parliament(folder, search_path())
    problems = (*check_parliament(path), *_procedure_problems(path))
    for problem in problems:
        said = problem.message.startswith(problem.place)
        typer.echo(problem.message if said else f"{problem.place}: {problem.message}")
    if problems:
        count = "one thing is" if len(problems) == 1 else f"{len(problems)} things are"
        typer.echo(f"{folder}: {count} wrong", err=True)
        raise typer.Exit(2)
    typer.echo(f"{folder}: nothing is wrong")


@parliament.command("new")
def new(
    name: Annotated[str, typer.Argument(help="What to call it, in lower case: arvonia.")],
    country: Annotated[str, typer.Option(help="The country; the name, where left out.")] = "",
    chamber: Annotated[str, typer.Option(help="What the chamber is called.")] = "Parliament",
    seats: Annotated[int, typer.Option(min=1, help="How many members it has by law.")] = 100,
    to: Annotated[Path | None, typer.Option(help="The folder to make.")] = None,
) -> None:
    """Begin a parliament of your own: a folder with empty tables to fill."""
    from kutla.errors import RegisterError
    from kutla.register.importing import ParliamentDraft, write_parliament
    from kutla.register.importing.draft import slug
    from kutla.vocabulary import Chamber

    if slug(name) != name:
        raise RegisterError(f"{name!r} is no name for a folder; write {slug(name)!r}")
    country = country or name.replace("-", " ").title()
    draft = ParliamentDraft(
        name,
        country,
        Chamber(chamber, seats),
        about=f"{country}: who is who. Every row of the tables names its source.\n"
        "An election is a table [elections.2018] with held_on, seats and source here, and its\n"
        "results are in elections/2018.csv (list_id,seats,figures,source).",
    )
    folder = write_parliament(draft, to or search_path()[0] / name)
    typer.echo(f"{folder}: begun; fill its tables, then `kutla parliament check {folder}`")


def _in_words(row: Mapping[str, object]) -> str:
    place = "" if row["place"] == "shipped" else f" ({row['place']})"
    return (
        f"{row['name']}{place}: {row['chamber']}, {row['seats']} seats, {row['people']} people, "
        f"{row['groups']} lists, parties and groups, {row['names']} names, "
        f"{row['elections']} elections"
    )


def _summary(name: str, register: Register, place: str) -> dict[str, object]:
    from kutla.vocabulary import POLITICAL_GROUPS, EntityKind

    own = register.own_entities
    return {
        "name": name,
        "place": place,
        "country": register.country,
        "chamber": register.chamber.name,
        "seats": register.chamber.seats,
        "people": sum(each.kind is EntityKind.PERSON for each in own),
        "groups": sum(each.kind in POLITICAL_GROUPS for each in own),
        "names": sum(len(register.aliases_of(each.id)) for each in own),
        "elections": len(register.elections),
        "cabinets": len(register.cabinets),
    }


def _procedure_problems(folder: Path) -> tuple[Problem, ...]:
    """The room of procedures reads procedure.toml; what it refuses is a problem like others."""
    from kutla.errors import ProcedureError
    from kutla.procedure import load_procedure
    from kutla.vocabulary import Problem

    try:
        load_procedure(folder.resolve().name, folder=folder)
    except ProcedureError as error:
        message = str(error).rstrip(".")
        return (Problem("procedure-unreadable", message, (), "procedure.toml"),)
    return ()


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.add_typer(parliament, name="parliament")
