"""Fit the forecaster on ParlGov and score it, leaving one country out at a time.

    python scripts/train_forecast.py ../shared/data/parlgov

writes src/kutla/forecast/model.json: weights, score card, and what both rest on.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kutla.forecast.features import FEATURES, Chances, measure, potential_governments
from kutla.forecast.logit import fit, softmax

SINCE = "1945"
MOST_PARTIES = 12
TARGET = Path(__file__).parents[1] / "src/kutla/forecast/model.json"


@dataclass(frozen=True)
class Case:
    """One formation opportunity and the government that came of it."""

    country: str
    chances: Chances
    chosen: int
    led_by: int | None
    alternatives: np.ndarray

    @property
    def previous(self) -> int:
        """The row of the last cabinet."""
        bits = sum(1 << place for place, sat in enumerate(self.chances.governed) if sat)
        return bits - 1


def read_cases(folder: Path) -> list[Case]:
    """Read every formation opportunity of the table of cabinets."""
    cabinets: dict[str, list[dict[str, str]]] = defaultdict(list)
    with (folder / "view_cabinet.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            cabinets[row["cabinet_id"]].append(row)
    cases = []
    for rows in cabinets.values():
        case = make_case(rows, cabinets.get(rows[0]["previous_cabinet_id"], []))
        if case is not None:
            cases.append(case)
    return cases


def make_case(rows: list[dict[str, str]], before: list[dict[str, str]]) -> Case | None:
    """Make a case of a cabinet's rows; None where no opportunity was open or it is too large."""
    first = rows[0]
    parties = [row for row in rows if row["seats"] and int(float(row["seats"])) > 0]
    inside = [row["cabinet_party"] == "1" for row in parties]
    total = int(float(first["election_seats_total"] or 0))
    quota = total // 2 + 1
    seats = tuple(int(float(row["seats"])) for row in parties)
    if first["start_date"] < SINCE or first["caretaker"] == "1" or not any(inside):
        return None
    if not 2 < len(parties) <= MOST_PARTIES or max(seats) >= quota or sum(seats) > total * 1.02:
        return None
    sat = {row["party_id"] for row in before if row["cabinet_party"] == "1"}
    led = {row["party_id"] for row in before if row["prime_minister"] == "1"}
    known = [float(row["left_right"]) for row in parties if row["left_right"]]
    middle = sum(known) / len(known) if known else 5.0
    chances = Chances(
        seats,
        tuple(float(row["left_right"]) if row["left_right"] else middle for row in parties),
        tuple(row["party_id"] in sat for row in parties),
        tuple(row["party_id"] in led for row in parties),
        quota,
    )
    chosen = sum(1 << place for place, is_in in enumerate(inside) if is_in) - 1
    leaders = [place for place, row in enumerate(parties) if row["prime_minister"] == "1"]
    led_by = leaders[0] if leaders else None
    return Case(first["country_name"], chances, chosen, led_by, measure(chances))


def score(cases: list[Case]) -> dict[str, object]:
    """Fit without each country in turn and judge it by that; give the means."""
    hits: dict[str, list[float]] = defaultdict(list)
    for country in sorted({case.country for case in cases}):
        inside = [case for case in cases if case.country == country]
        rest = [(case.alternatives, case.chosen) for case in cases if case.country != country]
        weights = fit(rest)
        for case in inside:
            judge(case, softmax(case.alternatives @ weights), hits)
        print(f"{country:20} n={len(inside):3} top-1={np.mean(hits['top-1'][-len(inside) :]):.3f}")
    return {name: round(float(np.mean(values)), 3) for name, values in sorted(hits.items())}


def judge(case: Case, shares: np.ndarray, hits: dict[str, list[float]]) -> None:
    """Note, for one case, how well its probabilities did."""
    rank = int((shares >= shares[case.chosen]).sum())
    for most in (1, 5, 10):
        hits[f"top-{most}"].append(rank <= most)
    hits["log-loss"].append(-float(np.log(max(shares[case.chosen], 1e-300))))
    hits["uniform log-loss"].append(float(np.log(len(shares))))
    hits["mean probability of the first"].append(float(shares.max()))
    changed = case.previous != case.chosen
    if changed:
        hits["top-1 where the make-up changed"].append(rank <= 1)
        hits["top-5 where the make-up changed"].append(rank <= 5)
    hits["baseline: the same again"].append(not changed)
    sets = potential_governments(len(case.chances.seats))
    seats = np.array(case.chances.seats)
    if case.led_by is not None:
        best = sets[int(shares.argmax())]
        leader = int(np.where(best, seats, -1).argmax())
        hits["leader: largest of the first"].append(leader == case.led_by)
        hits["baseline: the largest party leads"].append(int(seats.argmax()) == case.led_by)


def main() -> None:
    """Fit, score and write the model."""
    cases = read_cases(Path(sys.argv[1]))
    card = score(cases)
    weights = fit([(case.alternatives, case.chosen) for case in cases])
    model = {
        "features": list(FEATURES),
        "weights": [round(float(weight), 5) for weight in weights],
        "cases": len(cases),
        "potential_governments": sum(len(case.alternatives) for case in cases),
        "countries": sorted({case.country for case in cases}),
        "source": "ParlGov, development version of 4 November 2023 (CC0 1.0)",
        "scored": "leave one country out",
        "card": card,
    }
    TARGET.write_text(json.dumps(model, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(json.dumps(card, indent=1))


if __name__ == "__main__":
    main()
