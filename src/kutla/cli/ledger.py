"""``kutla ledger``: look after a ledger: check, copy, export, import, measure, read anew."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kutla.cli.asking import open_held
from kutla.cli.common import DEFAULTS, LedgerPath, Parliament, read_place
from kutla.errors import LedgerError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.ledger.reporting import Report

ALTERED = 1
_MEGABYTE = 1_000_000

app = typer.Typer(
    name="ledger",
    help="Check, copy, export, import and measure a ledger; read its documents anew.",
    no_args_is_help=True,
)
Source = Annotated[Path, typer.Argument(parser=read_place, metavar="SRC", show_default=False)]
Target = Annotated[Path, typer.Argument(parser=read_place, metavar="DST", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON.")]


@app.command()
def info(ledger: LedgerPath = DEFAULTS.ledger, as_json: AsJson = False) -> None:
    """Say since when it is held, by which readers, and how much is in it."""
    found = _report(ledger)
    if as_json:
        typer.echo(json.dumps(_plain(found), ensure_ascii=False, indent=2))
        return
    rows = {table.name: table.rows for table in found.tables}
    typer.echo(f"{ledger}: schema {found.schema}, {found.size / _MEGABYTE:.1f} MB")
    typer.echo(f"from {found.began or 'no row yet'} to {found.last or 'none'}")
    for method, documents in found.runs:
        typer.echo(f"  read by {method}: {documents} documents")
    typer.echo(
        f"{rows['documents']} documents ({found.copies} of them copies), {rows['claims']} claims "
        f"({found.superseded} superseded), {rows['judgements']} judgements"
    )


@app.command(name="compact-report")
def compact_report(ledger: LedgerPath = DEFAULTS.ledger, as_json: AsJson = False) -> None:
    """Say what takes how much room; nothing is ever taken out."""
    found = _report(ledger)
    if as_json:
        typer.echo(json.dumps(_plain(found), ensure_ascii=False, indent=2))
        return
    typer.echo(f"{'table':<14}{'rows':>12}{'MB':>10}{'share':>8}")
    for table in sorted(found.tables, key=lambda each: -each.size):
        share = table.size / found.size if found.size else 0.0
        typer.echo(f"{table.name:<14}{table.rows:>12,}{table.size / _MEGABYTE:>10.2f}{share:>8.0%}")
    typer.echo(f"{'all':<14}{'':>12}{found.size / _MEGABYTE:>10.2f}")
    typer.echo(f"texts of copies: {found.copies} documents, {found.copies_size / _MEGABYTE:.2f} MB")
    typer.echo(f"claims that a later reading superseded: {found.superseded}; kept, and not counted")


@app.command()
def verify(ledger: LedgerPath = DEFAULTS.ledger, as_json: AsJson = False) -> None:
    """Check every row against what it should be; exit 1 where something was altered."""
    with open_held(ledger) as held:
        problems = held.verify()
    if as_json:
        rows = [{"code": each.code, "message": each.message} for each in problems]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for problem in problems:
            typer.echo(f"{problem.code}: {problem.message}")
        typer.echo(f"{ledger}: {len(problems) or 'no'} problem{'s' * (len(problems) != 1)}")
    if problems:
        raise typer.Exit(ALTERED)


@app.command(name="copy")
def copy_ledger(source: Source, target: Target) -> None:
    """Copy a ledger into another database, row by row as it is; goes on where it was broken off."""
    from kutla.ledger import open_ledger
    from kutla.ledger.copying import copy

    if str(source) == str(target):
        raise LedgerError(f"{source} cannot be copied onto itself; name another target")
    with open_held(source) as held, open_ledger(target) as there:
        rows = copy(held, there)
    typer.echo(f"{rows} rows copied from {source} to {target}")


@app.command(name="export")
def export_ledger(
    ledger: LedgerPath = DEFAULTS.ledger,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file; else standard output.")
    ] = None,
) -> None:
    """Write the whole ledger as lines of JSON: documents, claims, judgements, and since when."""
    from kutla.ledger.copying import export_lines

    with open_held(ledger) as held:
        if output is None:
            for line in export_lines(held):
                typer.echo(line)
            return
        part = output.with_name(f"{output.name}.part")
        try:
            with part.open("w", encoding="utf-8") as file:
                file.writelines(f"{line}\n" for line in export_lines(held))
            part.replace(output)
        except OSError as fault:
            raise LedgerError(f"{output} cannot be written: {fault.strerror}") from fault
    typer.echo(f"{ledger} written to {output}")


@app.command(name="import")
def import_ledger(
    file: Annotated[Path, typer.Argument(help="What `kutla ledger export` wrote, or -.")],
    ledger: LedgerPath = DEFAULTS.ledger,
) -> None:
    """Fill a new ledger with an exported one, all or nothing."""
    from kutla.ledger import open_ledger
    from kutla.ledger.copying import import_lines

    with open_ledger(ledger) as held:
        rows = import_lines(held, _lines(file), name=str(file))
    typer.echo(f"{rows} rows imported from {file} into {ledger}")


@app.command()
def reread(
    parliament: Parliament = DEFAULTS.parliament, ledger: LedgerPath = DEFAULTS.ledger
) -> None:
    """Read the documents anew that only an earlier version of the reader has read.

    Its claims count from then on; the earlier ones are kept, and an earlier --known-at gives them.
    """
    from kutla.claims.extract import METHOD
    from kutla.pipeline import refuse_another_parliament
    from kutla.pipeline import reread as read_anew
    from kutla.register import load_parliament

    register = load_parliament(parliament)
    documents = claims = 0
    with open_held(ledger) as held:
        refuse_another_parliament(held, register)
        for added in read_anew(held, register, datetime.now(UTC)):
            documents += 1
            claims += len(added.claims or ())
            if sys.stderr.isatty():
                typer.echo(f"\r{documents} documents, {claims} claims", err=True, nl=False)
    if documents and sys.stderr.isatty():
        typer.echo("", err=True)
    typer.echo(f"{documents} documents read anew by {METHOD}, with {claims} claims")


def _lines(file: Path) -> Iterator[str]:
    if str(file) == "-":
        yield from sys.stdin
        return
    try:
        with file.open(encoding="utf-8") as opened:
            yield from opened
    except OSError as fault:
        raise LedgerError(f"{file} cannot be read: {fault.strerror}") from fault
    except UnicodeDecodeError as fault:
        raise LedgerError(f"{file} is no text in UTF-8 ({fault.reason}); export it anew") from fault


def _report(ledger: Path) -> Report:
    from kutla.ledger.reporting import report

    with open_held(ledger) as held:
        return report(held)


def _plain(found: Report) -> dict[str, object]:
    return {
        "schema": found.schema,
        "began": found.began,
        "last": found.last,
        "runs": [{"method": method, "documents": documents} for method, documents in found.runs],
        "tables": [
            {"name": table.name, "rows": table.rows, "bytes": table.size} for table in found.tables
        ],
        "superseded_claims": found.superseded,
        "copies": found.copies,
        "copies_bytes": found.copies_size,
    }


def add_to(application: typer.Typer) -> None:
    """Make the commands known."""
    application.add_typer(app)
