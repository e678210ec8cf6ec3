"""The formation opportunities of the past: ParlGov, as it is shipped, made into cases.

One a cabinet since 1945 where no party held a majority and two to twelve had seats; caretakers
are in, members without a party are not among the parties, and a cabinet's parties without seats
are passed over. That makes 836. What an opportunity knows of its country began before it.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kutla.forecast.opportunity import CAUSES, Opportunity, PastCabinet

SINCE = 1945.0
MOST_SCORED = 12


@dataclass(frozen=True, slots=True)
class Case:
    """An opportunity and what came of it: its parties' places, the prime minister's party."""

    country: str
    name: str
    began_on: str
    chance: Opportunity
    chosen: tuple[int, ...]
    led_by: int | None
    cabinet: str


def read_table(name: str) -> list[dict[str, str]]:
    """Read a packaged table of ParlGov."""
    place = files("kutla") / "parliaments" / "parlgov" / name
    return list(csv.DictReader(place.read_text(encoding="utf-8").splitlines()))


def year_of(day: str) -> float:
    """Give a day as a year with its fraction by months.

    >>> year_of("1998-07-15")
    1998.5
    """
    year, month = day.split("-")[:2]
    return int(year) + (int(month) - 1) / 12


@cache
def past_cases() -> tuple[Case, ...]:
    """Give every formation opportunity of ParlGov, country by country, earliest first."""
    chambers = _chambers()
    parties = {row["id"]: row for row in read_table("parties.csv")}
    nobody = {each for each, row in parties.items() if row["short"] == "none"}
    cases = []
    for country, cabinets in _cabinets().items():
        past = [_past(row, chambers) for row in cabinets]
        order = sorted(
            {row["election"] for row in cabinets} | set(chambers.of_country[country]),
            key=lambda each: chambers.held_on.get(each, ""),
        )
        for index, row in enumerate(cabinets):
            seats = {
                party: held
                for party, held in chambers.seats.get(row["election"], {}).items()
                if party not in nobody
            }
            earlier = order[: order.index(row["election"])]
            before = chambers.shares(earlier[-1]) if earlier else None
            case = _case(row, seats, chambers, tuple(past[:index]), before, parties)
            if case is not None:
                cases.append(case)
    return tuple(cases)


@dataclass(frozen=True)
class _Chambers:
    seats: dict[str, dict[str, int]]
    total: dict[str, int]
    held_on: dict[str, str]
    of_country: dict[str, list[str]]

    def shares(self, election: str) -> dict[str, float]:
        total = self.total.get(election, 0)
        return {each: held / total for each, held in self.seats.get(election, {}).items()}


def _chambers() -> _Chambers:
    found = _Chambers(defaultdict(dict), {}, {}, defaultdict(list))
    for row in read_table("elections.csv"):
        election = row["id"]
        if election not in found.total:
            found.of_country[row["country"]].append(election)
        found.seats[election][row["party"]] = int(row["seats"])
        found.total[election] = int(row["seats_total"])
        found.held_on[election] = row["held_on"]
    return found


def _cabinets() -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in read_table("cabinets.csv"):
        found[row["country"]].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (row["started_on"], int(row["id"])))
    return found


def _past(row: dict[str, str], chambers: _Chambers) -> PastCabinet:
    return PastCabinet(
        year_of(row["started_on"]),
        frozenset(row["parties"].split()),
        row["led_by"] or None,
        chambers.seats.get(row["election"], {}),
        chambers.total.get(row["election"], 0),
        row["caretaker"] == "1",
        row["ended"] if row["ended"] in CAUSES else "",
        row["election"],
    )


def _case(
    row: dict[str, str],
    seats: dict[str, int],
    chambers: _Chambers,
    past: tuple[PastCabinet, ...],
    before: dict[str, float] | None,
    parties: dict[str, dict[str, str]],
) -> Case | None:
    """Make a case of a cabinet; None where no opportunity was open or it is too large."""
    total = chambers.total.get(row["election"], 0)
    inside = set(row["parties"].split()) & seats.keys()
    if year_of(row["started_on"]) < SINCE or not inside or not 2 <= len(seats) <= MOST_SCORED:
        return None
    if 2 * max(seats.values()) > total:
        return None
    ids = sorted(seats, key=lambda each: (-seats[each], int(each)))
    places = [parties[each]["left_right"] for each in ids]
    chance = Opportunity(
        tuple(ids),
        tuple(seats[each] for each in ids),
        total,
        total // 2 + 1,
        year_of(row["started_on"]),
        tuple(float(place) if place else None for place in places),
        tuple(parties[each]["family"] for each in ids),
        tuple(None if before is None else before.get(each, 0.0) for each in ids),
        past,
        after_election=not past or past[-1].election != row["election"],
    )
    return Case(
        row["country"],
        row["name"],
        row["started_on"],
        chance,
        tuple(index for index, each in enumerate(ids) if each in inside),
        ids.index(row["led_by"]) if row["led_by"] in ids else None,
        row["id"],
    )
