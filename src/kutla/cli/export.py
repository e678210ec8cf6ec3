"""``kutla export``: what a ledger holds, for spreadsheets, frames, Gephi and other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kutla.cli.asking import open_seen
from kutla.cli.common import DEFAULTS, KnownAt, LedgerPath, Parliament, ValidOn
from kutla.errors import SettingsError

if TYPE_CHECKING:
    from kutla.exports import Seen


class ExportForm(StrEnum):
    """What is written."""

    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    FTM = "ftm"
    FTM_STATEMENTS = "ftm-statements"
    POPOLO = "popolo"
    GEXF = "gexf"
    ANNOTATIONS = "annotations"


class TableName(StrEnum):
    """Which table."""

    CLAIMS = "claims"
    FACTS = "facts"
    SEATS = "seats"
    BLOCS = "blocs"
    TIMELINE = "timeline"
    DOCUMENTS = "documents"
    ALL = "all"


_FILES = frozenset({ExportForm.XLSX, ExportForm.PARQUET, ExportForm.FTM_STATEMENTS})
_OF_TABLES = frozenset({ExportForm.CSV, ExportForm.PARQUET})


def export(
    form: Annotated[ExportForm, typer.Option("--format", "-f", help="What to write.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file; a folder for --table all.")
    ] = None,
    table: Annotated[
        TableName, typer.Option(help="Of csv and parquet: which table.")
    ] = TableName.CLAIMS,
    with_documents: Annotated[
        bool, typer.Option("--with-documents", help="Of jsonl: the documents too.")
    ] = False,
    ledger: LedgerPath = DEFAULTS.ledger,
    parliament: Parliament = DEFAULTS.parliament,
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
) -> None:
    """Write what a ledger holds on a day, as known at a moment, in a form that others read."""
    is_many = form in _OF_TABLES and table is TableName.ALL
    if output is None and (form in _FILES or is_many):
        what = "a folder" if is_many else "a file"
        raise SettingsError(f"--format {form.value} writes {what}; name it with --output")
    with open_seen(ledger, parliament, valid_on, known_at) as seen:
        written = _write(seen, form, output, table, with_documents=with_documents)
    for path in written:
        typer.echo(f"written: {path}", err=True)


def _write(
    seen: Seen, form: ExportForm, output: Path | None, table: TableName, *, with_documents: bool
) -> list[Path]:
    from kutla.exports.files import csv_text, write_parquet, write_spreadsheet
    from kutla.exports.ftm import write_statements
    from kutla.exports.tables import TABLES

    if form in _OF_TABLES and output is not None:
        names = list(TABLES) if table is TableName.ALL else [table.value]
        if table is TableName.ALL:
            output.mkdir(parents=True, exist_ok=True)
        paths = []
        for name in names:
            path = output / f"{name}.{form.value}" if table is TableName.ALL else output
            made = TABLES[name](seen)
            if form is ExportForm.PARQUET:
                write_parquet(made, path)
            else:
                path.write_text(csv_text(made), encoding="utf-8", newline="")
            paths.append(path)
        return paths
    if output is not None and form is ExportForm.XLSX:
        write_spreadsheet([make(seen) for make in TABLES.values()], output)
    elif output is not None and form is ExportForm.FTM_STATEMENTS:
        write_statements(seen, output)
    else:
        text = _text(seen, form, table, with_documents=with_documents)
        if output is None:
            typer.echo(text, nl=False)
            return []
        output.write_text(text, encoding="utf-8", newline="\n")
    return [output] if output is not None else []


def _text(seen: Seen, form: ExportForm, table: TableName, *, with_documents: bool) -> str:
    from kutla.claims.codec import to_lines
    from kutla.exports.annotations import annotations_text
    from kutla.exports.files import csv_text
    from kutla.exports.ftm import ftm_text
    from kutla.exports.gexf import gexf_text
    from kutla.exports.importing import claims_with_documents_text
    from kutla.exports.popolo import popolo_text
    from kutla.exports.tables import TABLES

    if form is ExportForm.CSV:
        return csv_text(TABLES[table.value](seen))
    if form is ExportForm.JSONL:
        return claims_with_documents_text(seen) if with_documents else to_lines(seen.claims)
    writers = {
        ExportForm.FTM: ftm_text,
        ExportForm.POPOLO: popolo_text,
        ExportForm.GEXF: gexf_text,
        ExportForm.ANNOTATIONS: annotations_text,
    }
    return writers[form](seen)


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(export)
