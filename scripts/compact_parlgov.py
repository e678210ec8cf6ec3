"""Write the compact form of ParlGov that kutla ships: parties, elections and cabinets as tables.

    python scripts/compact_parlgov.py ../shared/data/parlgov

writes src/kutla/parliaments/parlgov/{parties,elections,cabinets}.csv. Elections to the
European Parliament and parties that never held a seat in a national parliament are left out; all
else is as ParlGov has it, its own ids included. ``ended`` says in words why a cabinet ended, where
``cabinet_codes.csv`` has a code for it.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ENDED = {
    "4": "prime minister left",
    "5": "prime minister left",
    "10": "coalition broke",
    "15": "election",
    "21": "early election",
    "23": "lost in parliament",
    "24": "lost in parliament",
    "30": "other",
}
"""Resignation and death of the prime minister; conflict between the parties; elections; lost votes."""
TARGET = Path(__file__).parents[1] / "src/kutla/parliaments/parlgov"


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Read a table, each row by the names of its columns."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def write(name: str, columns: tuple[str, ...], lines: Iterable[tuple[str, ...]]) -> None:
    """Write a table, sorted, so that two runs give the same file."""
    with (TARGET / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(lines)


def number(text: str) -> str:
    """Give a number without the ``.0`` of an export, rounded to a hundredth."""
    return f"{round(float(text), 2):g}" if text else ""


def main(folder: Path) -> None:
    """Read the views of ParlGov in ``folder`` and write the tables."""
    TARGET.mkdir(parents=True, exist_ok=True)
    results = [
        row for row in rows(folder / "view_election.csv") if row["election_type"] == "parliament"
    ]
    cabinets = list(rows(folder / "view_cabinet.csv"))
    seated = {row["party_id"] for row in (*results, *cabinets) if number(row["seats"]) > "0"}
    seated |= {row["party_id"] for row in cabinets if row["cabinet_party"] == "1"}
    write_parties(folder, seated)
    write_elections(results)
    causes = {row["id"]: row["termination"] for row in rows(folder / "cabinet_codes.csv")}
    write_cabinets(cabinets, causes)


def write_parties(folder: Path, seated: set[str]) -> None:
    """Write a row a party that held a seat or sat in a cabinet."""
    columns = ("country", "id", "short", "name", "english", "family", "left_right")
    lines = [
        (
            row["country_name_short"],
            row["party_id"],
            row["party_name_short"],
            row["party_name"],
            row["party_name_english"],
            row["family_name_short"],
            number(row["left_right"]),
        )
        for row in rows(folder / "view_party.csv")
        if row["party_id"] in seated
    ]
    write("parties.csv", columns, sorted(lines, key=lambda line: (line[0], int(line[1]))))


def write_elections(results: list[dict[str, str]]) -> None:
    """Write a row a party with seats in an election."""
    columns = ("country", "id", "held_on", "seats_total", "party", "seats", "vote_share")
    lines = [
        (
            row["country_name_short"],
            row["election_id"],
            row["election_date"],
            number(row["seats_total"]),
            row["party_id"],
            number(row["seats"]),
            number(row["vote_share"]),
        )
        for row in results
        if number(row["seats"]) not in {"", "0"}
    ]
    write(
        "elections.csv", columns, sorted(lines, key=lambda r: (r[0], r[2], r[1], -int(r[5]), r[4]))
    )


def write_cabinets(cabinets: list[dict[str, str]], causes: dict[str, str]) -> None:
    """Write a row a cabinet, with its parties joined by spaces."""
    columns = (
        *("country", "id", "previous", "election", "started_on", "name", "caretaker"),
        *("led_by", "parties", "ended"),
    )
    by_id: dict[str, list[dict[str, str]]] = {}
    for row in cabinets:
        by_id.setdefault(row["cabinet_id"], []).append(row)
    lines = []
    for id_, members in by_id.items():
        first = members[0]
        inside = [row for row in members if row["cabinet_party"] == "1"]
        led = [row["party_id"] for row in inside if row["prime_minister"] == "1"]
        lines.append(
            (
                first["country_name_short"],
                id_,
                first["previous_cabinet_id"],
                first["election_id"],
                first["start_date"],
                first["cabinet_name"],
                first["caretaker"],
                led[0] if led else "",
                " ".join(row["party_id"] for row in inside),
                ENDED.get(causes.get(id_, ""), ""),
            )
        )
    write("cabinets.csv", columns, sorted(lines, key=lambda row: (row[0], row[4], int(row[1]))))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: compact_parlgov.py FOLDER")
    main(Path(sys.argv[1]))
