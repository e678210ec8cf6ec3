"""The forecast: forty-one lists against the clock, and Iraq's rounds of 2018, 2021 and 2025 replayed.

    python -m bench.forecast            # both
    python -m bench.forecast --docs     # the replay into docs/forecast.md

The replay reads the press of ``kutla example`` as known on each day and adds the dated events of
``bench/iraq_rounds.csv`` up to it. What came is the register's next cabinet.
"""

import csv
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, date, datetime
from datetime import time as clock
from itertools import combinations
from pathlib import Path

from kutla.coalitions import Group
from kutla.example import write_example
from kutla.forecast import WEIGHTS, Contender, Signal, find_ground, forecast
from kutla.ledger import open_ledger
from kutla.pipeline import extract_paths, picture, record
from kutla.register import load_parliament

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "forecast.md"
BEGIN, END = "<!-- replay: begin (python -m bench.forecast --docs) -->", "<!-- replay: end -->"
LISTS = (
    46,
    29,
    27,
    27,
    26,
    18,
    18,
    15,
    15,
    9,
    9,
    8,
    8,
    6,
    6,
    5,
    5,
    5,
    4,
    4,
    4,
    *(3,) * 5,
    *(2,) * 4,
    *(1,) * 11,
)
LIMIT = 10.0


def main() -> None:
    """Score a large chamber and say how long it took."""
    lists = [
        Contender(Group(f"l{at}", f"List {at}", own), governed=at in {0, 1, 4, 6}, led=not at)
        for at, own in enumerate(LISTS)
    ]
    began = time.perf_counter()
    found = forecast(lists, quota=sum(LISTS) // 2 + 1, chamber_seats=sum(LISTS))
    took = time.perf_counter() - began
    print(
        f"{len(LISTS)} lists: {found.looked_at:,} sets found and scored in {took:.1f} s (limit {LIMIT:.0f}); "
        f"left out an estimated {found.left_out:.0%}"
    )


def signals(on: date) -> list[Signal]:
    found = []
    for row in csv.DictReader((HERE / "iraq_rounds.csv").read_text("utf-8").splitlines()):
        groups = row["groups"].split("|")
        if row["kind"] and date.fromisoformat(row["on"]) <= on:
            sets = combinations(groups, 2) if len(groups) > 1 else [groups]
            found += [
                Signal(row["kind"], frozenset(each), WEIGHTS[row["kind"]], row["what"])
                for each in sets
            ]
    return found


def replay() -> str:
    register = load_parliament("iraq")
    rows = list(csv.DictReader((HERE / "iraq_rounds.csv").read_text("utf-8").splitlines()))
    lines = [
        "| day | what was out | likeliest make-up | it | what came | its lists / the others, mean probability | likeliest to lead |",
        "|---|---|---|---|---|---|---|",
    ]
    with tempfile.TemporaryDirectory() as folder:
        paths = write_example(Path(folder) / "all")
        press = [each for each in paths if "iraq" in each.parts]
        with open_ledger(Path(folder) / "l.db") as ledger:
            now = datetime(2026, 6, 1, tzinfo=UTC)
            record(ledger, extract_paths(press, register), now)
            for row in rows:
                on = date.fromisoformat(row["on"])
                moment = datetime.combine(on, clock.max, UTC)
                state = picture(ledger, "iraq", known_at=moment, valid_on=on).state
                ground = find_ground(state, register)
                ids = {each.group.id for each in ground.contenders}
                said = [each for each in signals(on) if each.groups <= ids]
                ground = replace(ground, signals=(*ground.signals, *said))
                lines.append(_line(row["what"], on, ground, register))
    return "\n".join(lines)


def _line(what, on, ground, register):
    found = ground.forecast(limit=2**14)
    after = [each for each in register.cabinets if each.valid and each.valid.first_on > on]
    came = frozenset(after[0].parties) if after else frozenset()
    first = found.outcomes[0]
    inside = [share for group, share in found.sits if group.id in came]
    outside = [share for group, share in found.sits if group.id not in came]
    hit = [
        (rank, one.probability)
        for rank, one in enumerate(found.outcomes, 1)
        if {group.id for group in one.members} == came & {g.id for g, _ in found.sits}
    ]
    who = " + ".join(group.label for group in first.members)
    place = f"{hit[0][1]:.2%}, place {hit[0][0]:,}" if hit else "not in the register"
    means = (
        f"{sum(inside) / len(inside):.0%} / {sum(outside) / len(outside):.0%}" if inside else "–"
    )
    leader, share = found.leads[0]
    return f"| {on} | {what} | {who} | {first.probability:.1%} | {place} | {means} | {leader.label} {share:.0%} |"


if __name__ == "__main__":
    table = replay()
    if "--docs" in sys.argv:
        head, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
        PAGE.write_text(f"{head}{BEGIN}\n{table}\n{END}{rest.partition(END)[2]}", "utf-8")
    else:
        main()
        print(table)
