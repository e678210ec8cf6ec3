"""``kutla parliament import``: a parliament's folder made of open data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kutla.cli.common import read_day, search_path

if TYPE_CHECKING:
    from kutla.register.importing import ParliamentDraft

importing = typer.Typer(
    help="Make a parliament's folder of open data: ParlGov, Popolo, a table, Wikidata.",
    no_args_is_help=True,
)
To = Annotated[Path | None, typer.Option("--to", help="The folder to make.")]
Country = Annotated[str, typer.Option("--country", help="Whose parliament it is.")]
Chamber = Annotated[str, typer.Option("--chamber", help="What the chamber is called.")]
Seats = Annotated[int | None, typer.Option("--seats", min=1, help="Its members by law.")]
NoticeOfParlGov = "ParlGov, Holger Döring and Philip Manow, doi 10.7910/DVN/2VZ5ZC, CC0 1.0"


@importing.command("parlgov")
def from_parlgov(
    country: Annotated[str, typer.Argument(help="One of ParlGov's 37 countries: Austria, AUT.")],
    to: To = None,
    since: Annotated[int, typer.Option(help="Elections and cabinets from this year on.")] = 1945,
) -> None:
    """Make a parliament of ParlGov: parties, elections with seats, cabinets."""
    from kutla.register.importing import import_parlgov

    _write(import_parlgov(country, since=since), to)
    typer.echo(f"source: {NoticeOfParlGov}")


@importing.command("popolo")
def from_popolo(
    file: Annotated[Path, typer.Argument(help="A Popolo file (JSON), as of EveryPolitician.")],
    country: Country = "",
    to: To = None,
) -> None:
    """Make a parliament of a Popolo file: people, parties, memberships, elections."""
    from kutla.register.importing import import_popolo

    _write(import_popolo(file, country), to)


@importing.command("csv")
def from_csv(
    file: Annotated[Path, typer.Argument(help="A table with a column name or party.")],
    country: Country,
    chamber: Chamber = "Parliament",
    seats: Seats = None,
    held_on: Annotated[
        str | None, typer.Option(help="The day of the election, with seats.")
    ] = None,
    to: To = None,
) -> None:
    """Make a parliament of a table: lists with seats, or people with their party."""
    from kutla.register.importing import import_table
    from kutla.vocabulary import Chamber as House

    day = read_day(held_on, "--held-on")
    house = None if seats is None else House(chamber, seats)
    _write(import_table(file, country, chamber=house, held_on=day), to)


@importing.command("wikidata")
def from_wikidata(
    dump: Annotated[Path, typer.Argument(help="A Wikidata JSON dump: plain, .gz or .bz2.")],
    country: Country,
    ids: Annotated[Path, typer.Option(help="A file with the ids wanted: Q42, one or more a line.")],
    seats: Annotated[int, typer.Option(min=1, help="Members by law.")],
    chamber: Chamber = "Parliament",
    languages: Annotated[str, typer.Option(help="Languages of names, as en,ar,ckb.")] = "en",
    to: To = None,
) -> None:
    """Make a parliament of a list of Wikidata ids: names, parties, offices with their dates."""
    from kutla.register.importing import import_wikidata, read_ids
    from kutla.vocabulary import Chamber as House

    codes = [code.strip() for code in languages.split(",") if code.strip()]
    wanted = read_ids(ids)
    draft = import_wikidata(dump, wanted, country, chamber=House(chamber, seats), languages=codes)
    _write(draft, to)
    found = {entity.wikidata for entity in draft.entities}
    missing = [each for each in wanted if each not in found]
    if missing:
        typer.echo(f"not made: {', '.join(missing)} (not in the dump, unnamed, or an office)")


def _write(draft: ParliamentDraft, to: Path | None) -> None:
    """Write the folder, check it, and say what is in it."""
    from kutla.errors import RegisterError
    from kutla.register import check_parliament
    from kutla.register.importing import write_parliament

    if not draft.country.strip():
        raise RegisterError("--country is empty; say whose parliament it is")
    folder = write_parliament(draft, to or search_path()[0] / draft.name)
    typer.echo(
        f"{folder}: {len(draft.entities)} entities, {len(draft.aliases)} more names, "
        f"{len(draft.elections)} elections, {len(draft.cabinets)} cabinets, "
        f"{len(draft.tenures)} ties"
    )
    for problem in check_parliament(folder):
        typer.echo(f"to mend: {problem.message}")
