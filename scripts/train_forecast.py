"""Fit the forecaster on ParlGov, score it leaving one country out, and forward in time.

    python scripts/train_forecast.py            # fit, score, write model.json and the report
    python scripts/train_forecast.py --report   # only the tables and the curve of docs/forecast.md

The cases are those of ``kutla.forecast.cases`` (the tables packaged with kutla). About ten minutes.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

from kutla.forecast.cases import Case, past_cases, read_table
from kutla.forecast.durations import fit_durations, formation_days
from kutla.forecast.features import features, measure, measure_leaders
from kutla.forecast.logit import Choices, fit, sample_alternatives, softmax, stack
from kutla.forecast.model import leaders_of, temper
from kutla.forecast.opportunity import potential_governments
from kutla.forecast.scoring import Judged, card_of, rows_of, write_report

ROOM = Path(__file__).parents[1] / "src/kutla/forecast"
SCORES = Path(__file__).parents[1] / "bench" / "forecast_scores.json"
"""Every case as its forecast did: what the report is written from; no part of the package."""
PENALTY, LEADER_PENALTY = 60.0, 5.0
"""Fitted with 5, 20 and 60 the log score is 2.558, 2.541 and 2.542: nothing hangs on it."""
FORWARD = "2000"


class Sample:
    """The cases measured once, and what a fit is made on."""

    def __init__(self, cases: tuple[Case, ...], *, placed: bool) -> None:
        self.cases, self.placed = cases, placed
        self.sets = [potential_governments(len(case.chance.ids)) for case in cases]
        self.rows = [
            measure(c.chance, s, placed=placed) for c, s in zip(cases, self.sets, strict=True)
        ]
        self.chosen = [sum(1 << each for each in case.chosen) - 1 for case in cases]
        self.leaders = [measure_leaders(case.chance, placed=placed)[1] for case in cases]
        self.led = np.array([case.led_by is not None for case in cases])
        pilot = fit(self.draw(None), penalty=20.0, steps=8)
        self.choices = self.draw(pilot)

    def draw(self, pilot: np.ndarray | None) -> Choices:
        """Draw alternatives: 60 at random, or the pilot's 120 best and 60 of the others."""
        drawn, offsets = [], []
        for seed, (rows, chosen) in enumerate(zip(self.rows, self.chosen, strict=True)):
            scores = np.zeros(len(rows)) if pilot is None else rows @ pilot
            first = 0 if pilot is None else 120
            kept, added = sample_alternatives(scores, chosen, first=first, others=60, seed=seed)
            drawn.append((rows[kept], int(np.flatnonzero(kept == chosen)[0])))
            offsets.append(added)
        return stack(drawn, offsets)

    def fit(self, which: np.ndarray, start: np.ndarray | None = None) -> np.ndarray:
        """Fit the weights of governments on some of the cases."""
        steps = 12 if start is None else 3
        return fit(self.choices.only(which), penalty=PENALTY, steps=steps, start=start)

    def fit_leaders(self, which: np.ndarray) -> np.ndarray:
        """Fit the weights of prime ministers' parties on some of the cases."""
        rows = [
            (self.leaders[i], int(self.cases[i].led_by or 0))
            for i in np.flatnonzero(which & self.led)
        ]
        return fit(stack(rows), penalty=LEADER_PENALTY, steps=12)

    def again(self, index: int) -> int | None:
        """Give the row of the last cabinet."""
        bits = sum(1 << int(each) for each in np.flatnonzero(self.cases[index].chance.governed))
        return bits - 1 if bits else None


def fit_line(said: np.ndarray, came: np.ndarray) -> tuple[float, float]:
    """Fit the log-odds with which "the same again" came true on those with which it was said."""
    odds = np.log(said / (1 - said))
    rows = np.stack([np.ones_like(odds), odds], axis=1)
    line = np.array([0.0, 1.0])
    for _ in range(25):
        share = 1 / (1 + np.exp(-rows @ line))
        bend = (rows * (share * (1 - share))[:, None]).T @ rows + 1e-6 * np.eye(2)
        line = line + np.linalg.solve(bend, rows.T @ (came - share))
    return float(line[0]), float(line[1])


def judge(
    sample: Sample, shares: list[np.ndarray], leaders: list[np.ndarray], groups: np.ndarray
) -> tuple[list[Judged], tuple[float, float]]:
    """Set the odds of "again" right without each group in turn, and judge every case."""
    again = [sample.again(i) for i in range(len(shares))]
    has = np.array([row is not None and len(s) > 1 for row, s in zip(again, shares, strict=True)])
    said = np.array(
        [s[row] if row is not None else 0.5 for row, s in zip(again, shares, strict=True)]
    )
    said = np.clip(said, 1e-6, 1 - 1e-6)
    came = np.array([row == chosen for row, chosen in zip(again, sample.chosen, strict=False)])
    lines = {
        each: fit_line(said[has & (groups != each)], came[has & (groups != each)])
        for each in set(groups)
    }
    judged = []
    for i, case in enumerate(sample.cases[: len(shares)]):
        right = temper(shares[i], again[i], lines[groups[i]])
        joint = leaders_of(sample.sets[i], right, leaders[i])
        judged.append(Judged.of(case, sample.sets[i], right, joint, sample.chosen[i], again[i]))
    return judged, fit_line(said[has], came[has])


def leave_out(sample: Sample) -> tuple[list[Judged], tuple[float, float], np.ndarray, np.ndarray]:
    """Fit without each country in turn and judge it by that; fit on all for the shipped weights."""
    country = np.array([case.country for case in sample.cases])
    every = np.ones(len(country), dtype=bool)
    start = sample.fit(every)
    shares: list[np.ndarray] = [np.empty(0)] * len(country)
    leaders: list[np.ndarray] = [np.empty(0)] * len(country)
    for each in sorted(set(country)):
        weights, led = sample.fit(country != each, start), sample.fit_leaders(country != each)
        for i in np.flatnonzero(country == each):
            scores = sample.rows[i] @ weights.astype(np.float32)
            shares[i] = softmax(scores.astype(np.float64))
            leaders[i] = softmax(sample.leaders[i] @ led)
        print(each, end=" ", flush=True)
    print()
    judged, line = judge(sample, shares, leaders, country)
    return judged, line, start, sample.fit_leaders(every)


def forward(sample: Sample) -> list[Judged]:
    """Fit on what began before 2000 and judge what came after.

    The line of "again" comes from three folds of countries of the earlier cases.
    """
    later = np.array([case.began_on >= FORWARD for case in sample.cases])
    names = sorted({case.country for case in sample.cases})
    fold = np.array([names.index(case.country) % 3 for case in sample.cases])
    weights, led = sample.fit(~later), sample.fit_leaders(~later)
    said, came = [], []
    for each in range(3):
        inner = sample.fit(~later & (fold != each), weights)
        for i in np.flatnonzero(~later & (fold == each)):
            row = sample.again(i)
            if row is not None:
                shares = softmax((sample.rows[i] @ inner.astype(np.float32)).astype(np.float64))
                said.append(float(np.clip(shares[row], 1e-6, 1 - 1e-6)))
                came.append(float(row == sample.chosen[i]))
    line = fit_line(np.array(said), np.array(came))
    judged = []
    for i in np.flatnonzero(later):
        shares = softmax((sample.rows[i] @ weights.astype(np.float32)).astype(np.float64))
        shares = temper(shares, sample.again(i), line)
        joint = leaders_of(sample.sets[i], shares, softmax(sample.leaders[i] @ led))
        judged.append(
            Judged.of(
                sample.cases[i], sample.sets[i], shares, joint, sample.chosen[i], sample.again(i)
            )
        )
    return judged


def rounded(values: np.ndarray) -> list[float]:
    """Give weights as they are shipped."""
    return [round(float(each), 5) for each in values]


def main() -> None:
    """Fit, score and write the model, its scores and the report."""
    cases = past_cases()
    if "--report" not in sys.argv:
        out: dict[str, object] = {
            "cases": len(cases),
            "potential_governments": sum((1 << len(case.chance.ids)) - 1 for case in cases),
            "countries": sorted({case.country for case in cases}),
            "source": "ParlGov, development version of 4 November 2023 (CC0 1.0)",
            "scored": "leave one country out",
        }
        scores: dict[str, object] = {}
        for placed in (True, False):
            name = "with places" if placed else "without places"
            sample = Sample(cases, placed=placed)
            judged, line, weights, led = leave_out(sample)
            out[name] = {
                "governments": dict(zip(features(placed=placed), rounded(weights), strict=True)),
                "leaders": dict(
                    zip(
                        measure_leaders(cases[0].chance, placed=placed)[0],
                        rounded(led),
                        strict=True,
                    )
                ),
                "again": rounded(np.array(line)),
                "card": card_of(judged),
            }
            scores[name] = rows_of(judged)
            scores[f"{name}, forward"] = rows_of(forward(sample))
            print(name, json.dumps(card_of(judged), indent=1))
        out["durations"] = {**fit_durations(cases), "formation": formation_days()}
        (ROOM / "model.json").write_text(
            json.dumps(out, indent=1, ensure_ascii=False) + "\n", "utf-8"
        )
        SCORES.write_text(json.dumps(scores, separators=(",", ":")) + "\n", encoding="utf-8")
    write_report(Path(__file__).parents[1] / "docs", SCORES)
    print(len(read_table("cabinets.csv")), "cabinets read")


if __name__ == "__main__":
    main()
