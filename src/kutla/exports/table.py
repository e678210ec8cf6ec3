"""A table: named, typed columns with a width and a word of help, and rows of plain values.

One description serves every way out: CSV, spreadsheet, Parquet, data frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from kutla.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd
    import pyarrow as pa


class Sort(StrEnum):
    """What a column holds. A day is ISO text in CSV and a date everywhere else."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    TRUTH = "true or false"
    DAY = "day"
    LIST = "texts"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``width`` is that of a spreadsheet, in letters."""

    name: str
    sort: Sort
    width: int
    help: str


@dataclass(frozen=True, slots=True, repr=False)
class Table:
    """Rows of equal length under their columns. Raises ValueError where a row is not."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]

    def __post_init__(self) -> None:
        wrong = [row for row in self.rows if len(row) != len(self.columns)]
        if wrong:
            raise ValueError(f"{self.name}: a row has {len(wrong[0])} of {len(self.columns)} cells")

    def __repr__(self) -> str:
        return f"<{self.name}: {len(self.rows)} rows of {len(self.columns)} columns>"

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        names = [column.name for column in self.columns]
        return (dict(zip(names, row, strict=True)) for row in self.rows)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Give the rows as dictionaries."""
        return list(self)

    def to_arrow(self) -> pa.Table:
        """Give an Arrow table with the types of the columns and their help as metadata.

        Raises SettingsError where pyarrow is not installed.
        """
        arrow = needed("pyarrow", "tables")
        types = {
            Sort.TEXT: arrow.string(),
            Sort.WHOLE: arrow.int64(),
            Sort.NUMBER: arrow.float64(),
            Sort.TRUTH: arrow.bool_(),
            Sort.DAY: arrow.date32(),
            Sort.LIST: arrow.list_(arrow.string()),
        }
        fields = [
            arrow.field(column.name, types[column.sort], metadata={"help": column.help})
            for column in self.columns
        ]
        by_column = zip(*self.rows, strict=True) if self.rows else [[] for _ in self.columns]
        arrays = [
            arrow.array(list(values), type=field.type)
            for values, field in zip(by_column, fields, strict=True)
        ]
        return arrow.Table.from_arrays(arrays, schema=arrow.schema(fields))

    def to_pandas(self) -> pd.DataFrame:
        """Give a data frame: whole numbers stay whole where some are missing, days are dates.

        Raises SettingsError where pandas is not installed.
        """
        pandas = needed("pandas", "tables")
        kinds = {
            Sort.TEXT: "object",
            Sort.WHOLE: "Int64",
            Sort.NUMBER: "Float64",
            Sort.TRUTH: "boolean",
            Sort.DAY: "object",
            Sort.LIST: "object",
        }
        by_column = zip(*self.rows, strict=True) if self.rows else [[] for _ in self.columns]
        frame: pd.DataFrame = pandas.DataFrame(
            {
                column.name: pandas.Series(list(values), dtype=kinds[column.sort])
                for column, values in zip(self.columns, by_column, strict=True)
            }
        )
        frame.attrs["name"] = self.name
        return frame


def needed(module: str, extra: str) -> Any:
    """Import a library of an extra. Raises SettingsError that says how to install it."""
    from importlib import import_module  # noqa: PLC0415  # asked for only where it is used

    try:
        return import_module(module)
    except ImportError:
        raise SettingsError(
            f"{module} is not installed; `pip install 'kutla[{extra}]'` installs it"
        ) from None
