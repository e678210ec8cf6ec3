"""Tables as files: CSV, a spreadsheet, Parquet."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING, Any

from kutla.exports.table import Sort, needed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kutla.exports.table import Column, Table

_MOST_LETTERS = 32_767
"""A cell of a spreadsheet holds no more."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_text(table: Table) -> str:
    """Write a table as CSV: a row of headings, ISO days, lists parted by blanks.

    A text that a spreadsheet would take for a formula has an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    for row in table.rows:
        writer.writerow(_plain(value) for value in row)
    return out.getvalue()


def _plain(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return " ".join(map(str, value))
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def write_spreadsheet(tables: Sequence[Table], path: Path) -> None:
    """Write a sheet a table: headings that stay in view, filters, widths, wrapped words, dates.

    A last sheet says what every column holds. Raises SettingsError where openpyxl is missing.
    """
    openpyxl = needed("openpyxl", "tables")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for table in tables:
        _fill(book.create_sheet(table.name), table)
    told = book.create_sheet("columns")
    told.append(["sheet", "column", "what it holds"])
    for table in tables:
        for column in table.columns:
            told.append([table.name, column.name, column.help])
    _dress(told, [("sheet", 14), ("column", 18), ("what it holds", 70)])
    book.save(path)


def _fill(sheet: Any, table: Table) -> None:
    styles = needed("openpyxl.styles", "tables")
    sheet.append([column.name for column in table.columns])
    for row in table.rows:
        sheet.append([_cell(value) for value in row])
    wrapped = styles.Alignment(vertical="top", wrap_text=True)
    top = styles.Alignment(vertical="top")
    for number, column in enumerate(table.columns, start=1):
        for (cell,) in sheet.iter_rows(min_row=2, min_col=number, max_col=number):
            cell.alignment = wrapped if column.width >= 28 else top
            if isinstance(cell.value, str):
                cell.data_type = "s"  # words that begin with "=" are words
            elif column.sort is Sort.DAY:
                cell.number_format = "yyyy-mm-dd"
            elif column.name == "share":
                cell.number_format = "0.0%"
    _dress(sheet, [(column.name, column.width) for column in table.columns])
    _mark_standing(sheet, table.columns)


def _mark_standing(sheet: Any, columns: tuple[Column, ...]) -> None:
    """Let what is contested be seen: bold, on a yellow ground; what does not count, struck out."""
    styles = needed("openpyxl.styles", "tables")
    names = [column.name for column in columns]
    if "standing" in names:
        place = names.index("standing") + 1
        for (cell,) in sheet.iter_rows(min_row=2, min_col=place, max_col=place):
            if cell.value == "contested":
                cell.font = styles.Font(bold=True)
                cell.fill = styles.PatternFill("solid", fgColor="FFF2B3")
    if "counts" in names:
        place = names.index("counts")
        for row in sheet.iter_rows(min_row=2):
            if row[place].value is False:
                for cell in row:
                    cell.font = styles.Font(strike=True, color="888888")


def _dress(sheet: Any, widths: list[tuple[str, int]]) -> None:
    styles = needed("openpyxl.styles", "tables")
    letters = needed("openpyxl.utils", "tables").get_column_letter
    for number, (_, width) in enumerate(widths, start=1):
        cell = sheet.cell(row=1, column=number)
        cell.font = styles.Font(bold=True)
        cell.fill = styles.PatternFill("solid", fgColor="DDE6EE")
        sheet.column_dimensions[letters(number)].width = width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


_ILLEGAL = dict.fromkeys(each for each in range(32) if chr(each) not in "\t\n\r")


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = " ".join(map(str, value))
    return value.translate(_ILLEGAL)[:_MOST_LETTERS] if isinstance(value, str) else value


def write_parquet(table: Table, path: Path) -> None:
    """Write a table as Parquet with the types of its columns, dates as dates, lists as lists.

    Raises SettingsError where pyarrow is missing.
    """
    parquet = needed("pyarrow.parquet", "tables")
    parquet.write_table(table.to_arrow(), path, compression="zstd")
