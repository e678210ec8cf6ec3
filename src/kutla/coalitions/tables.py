"""Answers as rows of plain values, and as data frames where pandas is installed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from kutla.errors import CoalitionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kutla.coalitions.apportionment import Apportionment
    from kutla.coalitions.chances import Chances, Reach
    from kutla.coalitions.game import Coalition, Group
    from kutla.coalitions.power import PowerIndex
    from kutla.coalitions.race import Race

Row = dict[str, object]


def coalition_rows(coalitions: Iterable[Coalition]) -> list[Row]:
    """Give a row a coalition: ``lists``, ``ids``, ``seats``, ``surplus``, ``quota``."""
    return [
        {
            "lists": [group.label for group in each.members],
            "ids": [group.id for group in each.members],
            "seats": each.seats,
            "surplus": each.surplus,
            "quota": each.quota,
        }
        for each in coalitions
    ]


def power_rows(indices: Sequence[PowerIndex]) -> list[Row]:
    """Give a row a group: ``list``, ``id``, ``seats``, then each index's share as a number."""
    rows: dict[str, Row] = {}
    for index in indices:
        for power in index.powers:
            group = power.group
            row = rows.setdefault(
                group.id, {"list": group.label, "id": group.id, "seats": group.seats}
            )
            row[index.name] = float(power.share)
    return list(rows.values())


def seat_rows(voted: Iterable[Group], found: Apportionment) -> list[Row]:
    """Give a row a list: votes, seats, and ``or`` all it may hold where votes tie."""
    rows: list[Row] = []
    for group in voted:
        row: Row = {"list": group.label, "votes": group.seats}
        row["seats"] = found.outcomes[0][group.id]
        if found.is_tied:
            row["or"] = sorted({outcome[group.id] for outcome in found.outcomes})
        rows.append(row)
    return rows


def reach_rows(found: Iterable[tuple[Coalition, Reach]]) -> list[Row]:
    """Give a row a coalition: its chance to reach the quota, to hold together, and both."""
    return [
        {
            "lists": [group.label for group in coalition.members],
            "seats": coalition.seats,
            "expected": float(reach.expected),
            "reaches": float(reach.reaches),
            "holds": float(reach.holds),
            "governs": float(reach.governs),
        }
        for coalition, reach in found
    ]


def race_rows(race: Race) -> list[Row]:
    """Give a row an undecided list: each bloc's share of wins with it and without it."""
    return [
        {
            "list": swing.group.label,
            "seats": swing.group.seats,
            "first_with": float(swing.first[0]),
            "first_without": float(swing.first[1]),
            "second_with": float(swing.second[0]),
            "second_without": float(swing.second[1]),
            "weight": float(swing.weight),
        }
        for swing in race.swings
    ]


def chance_rows(chances: Chances, labels: dict[str, str]) -> list[Row]:
    """Give a row a chance: ``about``, ``what`` and ``chance``."""
    rows: list[Row] = [
        {"about": labels[each], "what": f"holds {seats}", "chance": float(chance)}
        for each, figures in chances.seats.items()
        for seats, chance in figures.items()
    ]
    rows += [
        {"about": labels[each], "what": "comes when asked", "chance": float(chance)}
        for each, chance in chances.joins.items()
    ]
    rows += [
        {
            "about": " and ".join(sorted(labels[each] for each in pair)),
            "what": "refuse each other",
            "chance": float(chance),
        }
        for pair, chance in chances.refusals.items()
    ]
    return rows


def to_frame(rows: Iterable[Row]) -> Any:
    """Make a pandas data frame of rows; raises CoalitionError where pandas is not installed."""
    try:
        pandas = import_module("pandas")
    except ImportError:
        raise CoalitionError(
            "a data frame needs pandas, which is not installed; run `pip install pandas`."
        ) from None
    return pandas.DataFrame(list(rows))
