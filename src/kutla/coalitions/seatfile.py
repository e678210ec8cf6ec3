"""A table of seats as people keep it: ``list,seats`` and any further columns of numbers."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from kutla.coalitions.game import Game, Group
from kutla.errors import CoalitionError

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMES = ("list", "party", "group", "name", "label")
_SEATS = ("seats", "seat", "members", "votes")


@dataclass(frozen=True, slots=True)
class SeatTable:
    """Groups with their seats, and the further columns by group id."""

    groups: tuple[Group, ...]
    columns: Mapping[str, Mapping[str, float]]

    @property
    def seats(self) -> int:
        """All seats of the table."""
        return sum(group.seats for group in self.groups)


def parse_seats(text: str, name: str = "the seats") -> SeatTable:
    """Read a table of seats; the first column is the list where no header says so.

    Raises CoalitionError that names the table, the line and the mend.
    """
    rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff"))))
    rows = [[cell.strip() for cell in row] for row in rows]
    numbered = [(number, row) for number, row in enumerate(rows, 1) if any(row)]
    if not numbered:
        raise CoalitionError(f"{name} is empty; write a line `list,seats` and a line a list.")
    header = [cell.lower() for cell in numbered[0][1]]
    who = next((header.index(each) for each in _NAMES if each in header), None)
    held = next((header.index(each) for each in _SEATS if each in header), None)
    if who is None or held is None:
        raise CoalitionError(
            f"{name}, line {numbered[0][0]}: no columns `list` and `seats`; the first line names them."
        )
    groups: dict[str, Group] = {}
    columns: dict[str, dict[str, float]] = {}
    for number, row in numbered[1:]:
        place = f"{name}, line {number}"
        label = row[who] if who < len(row) else ""
        if not label:
            raise CoalitionError(f"{place}: a list without a name; write one or drop the line.")
        group_id = label.casefold()
        if group_id in groups:
            raise CoalitionError(f"{place}: {label} stands twice; add its seats up in one line.")
        groups[group_id] = Group(group_id, label, _whole(row, held, place))
        for index, cell in enumerate(row[: len(header)]):
            if index not in (who, held) and cell:
                columns.setdefault(header[index], {})[group_id] = _number(cell, place)
    return SeatTable(tuple(groups.values()), columns)


def _whole(row: list[str], held: int, place: str) -> int:
    cell = row[held] if held < len(row) else ""
    if not cell.isdecimal():
        raise CoalitionError(f"{place}: {cell!r} is no number of seats; write digits only.")
    return int(cell)


def _number(cell: str, place: str) -> float:
    try:
        return float(cell)
    except ValueError:
        raise CoalitionError(
            f"{place}: {cell!r} is no number; further columns hold numbers."
        ) from None


def read_quota(text: str | None, chamber: int) -> int:
    """Read a quota of a chamber: ``165``, ``2/3``, ``66.7%``, or the absolute majority if None.

    A share is rounded up to whole seats. Raises CoalitionError for anything else.
    """
    if text is None:
        return chamber // 2 + 1
    try:
        share = Fraction(text.removesuffix("%").strip())
    except (ValueError, ZeroDivisionError):
        raise CoalitionError(f"{text!r} is no quota; write 165, 2/3 or 60%.") from None
    if text.endswith("%"):
        share /= 100
    if "/" in text or text.endswith("%"):
        share *= chamber
        share = Fraction(-(-share.numerator // share.denominator))
    if share.denominator != 1 or share < 1:
        raise CoalitionError(f"{text!r} is no quota of whole seats; write 165, 2/3 or 60%.")
    return int(share)


def game_of(table: SeatTable, quota: str | None = None, chamber: int | None = None) -> Game:
    """Make the game of a table; ``chamber`` is the size of the house if the table lacks seats."""
    size = table.seats if chamber is None else chamber
    if size < table.seats:
        raise CoalitionError(
            f"the lists hold {table.seats} seats, more than the {size} of the chamber; mend one."
        )
    if not table.groups or not size:
        raise CoalitionError("no list holds a seat, so there is nothing to count.")
    return Game(table.groups, read_quota(quota, size))
