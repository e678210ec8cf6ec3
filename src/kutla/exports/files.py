"""Tables as files: CSV, a spreadsheet, Parquet."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING, Any

from kutla.errors import SettingsError
from kutla.exports.table import Column, Sort, Table, needed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


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

    What is contested is marked, what does not count struck out; of more than five thousand rows
    only days and headings are dressed, so that it can be opened. A last sheet says what every
    column holds. Raises SettingsError where openpyxl is missing or a table has too many rows.
    """
    openpyxl = needed("openpyxl", "tables")
    long = next((table for table in tables if len(table) >= MOST_ROWS), None)
    if long is not None:
        raise SettingsError(
            f"the table {long.name} has {len(long):,} rows, and a sheet holds {MOST_ROWS:,}; "
            "write it with --format parquet or csv"
        )
    told = (("sheet", 14), ("column", 18), ("what it holds", 70))
    columns = tuple(Column(name, Sort.TEXT, width, "") for name, width in told)
    rows = tuple((table.name, each.name, each.help) for table in tables for each in table.columns)
    with path.open("wb") as out:  # before a sheet is begun: what cannot be written is not begun
        book = openpyxl.Workbook(write_only=True)
        for table in (*tables, Table("columns", columns, rows)):
            _fill(book.create_sheet(table.name), table)
        book.save(out)


MOST_ROWS = 1_048_575
"""Rows below the heading that a sheet can hold."""
_MOST_DRESSED = 5_000
_WIDE = 28


def _fill(sheet: Any, table: Table) -> None:
    letters = needed("openpyxl.utils", "tables").get_column_letter
    for number, column in enumerate(table.columns, start=1):
        sheet.column_dimensions[letters(number)].width = column.width
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{letters(len(table.columns))}{len(table) + 1}"
    dressed = _Dressed(sheet, table, is_plain=len(table) > _MOST_DRESSED)
    sheet.append(dressed.heading())
    for row in table.rows:
        sheet.append(dressed.row(row))


class _Dressed:
    """The cells of one sheet; every style is made once and shared."""

    def __init__(self, sheet: Any, table: Table, *, is_plain: bool) -> None:
        styles = needed("openpyxl.styles", "tables")
        self._cell = needed("openpyxl.cell", "tables").WriteOnlyCell
        self._sheet, self._table, self._is_plain = sheet, table, is_plain
        self._bold = styles.Font(bold=True)
        self._struck = styles.Font(strike=True, color="888888")
        self._ground = styles.PatternFill("solid", fgColor="DDE6EE")
        self._mark = styles.PatternFill("solid", fgColor="FFF2B3")
        self._top = styles.Alignment(vertical="top")
        self._wrapped = styles.Alignment(vertical="top", wrap_text=True)
        names = [column.name for column in table.columns]
        self._counts = names.index("counts") if "counts" in names else -1

    def heading(self) -> list[Any]:
        cells = []
        for column in self._table.columns:
            cell = self._cell(self._sheet, value=column.name)
            cell.font, cell.fill = self._bold, self._ground
            cells.append(cell)
        return cells

    def row(self, values: tuple[Any, ...]) -> list[Any]:
        is_out = self._counts >= 0 and values[self._counts] is False
        pairs = zip(self._table.columns, values, strict=True)
        return [self._one(column, _cell(value), is_out=is_out) for column, value in pairs]

    def _one(self, column: Column, value: Any, *, is_out: bool) -> Any:
        is_word = isinstance(value, str)
        if self._is_plain and not (is_word and value.startswith(_FORMULA)):
            return value
        cell = self._cell(self._sheet, value=value)
        if is_word:
            cell.data_type = "s"  # words that begin with "=" are words
        if self._is_plain:
            return cell
        cell.alignment = self._wrapped if column.width >= _WIDE else self._top
        if column.sort is Sort.DAY and value is not None:
            cell.number_format = "yyyy-mm-dd"
        elif column.name == "share":
            cell.number_format = "0.0%"
        if is_out:
            cell.font = self._struck
        elif column.name == "standing" and value == "contested":
            cell.font, cell.fill = self._bold, self._mark
        return cell


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
    with path.open("wb") as out:  # a path that cannot be written is then named as everywhere
        parquet.write_table(table.to_arrow(), out, compression="zstd")
