"""How good forecasts were: hits, log score, Brier, calibration; the tables and the curve of them."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from kutla.forecast.cases import Case
    from kutla.forecast.opportunity import Bits, Numbers

BINS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """One past case as its forecast did.

    ``rank`` is 1 where the government that came was held the likeliest (ties count against us);
    ``probability`` what it was given, ``first`` what the likeliest was given; ``again`` is the
    last cabinet's row or -1. ``leader`` is the rank of the prime minister's party, 0 if unknown.
    """

    country: str
    began_on: str
    after_election: bool
    sets: int
    rank: int
    probability: float
    first: float
    brier: float
    is_again: bool
    said_again: float
    again: int
    rank_if_changed: int
    leader: int
    leader_probability: float
    largest_led: bool

    @classmethod
    def of(
        cls,
        case: Case,
        sets: Bits,
        shares: Numbers,
        leaders: Numbers,
        chosen: int,
        again: int | None,
    ) -> Judged:
        """Judge the probabilities of a case."""
        other = shares.copy()
        if again is not None and again != chosen:
            other[again] = 0.0
        led = case.led_by
        return cls(
            country=case.country,
            began_on=case.began_on,
            after_election=case.chance.after_election,
            sets=len(sets),
            rank=int((shares >= shares[chosen]).sum()),
            probability=float(shares[chosen]),
            first=float(shares.max()),
            brier=float((shares**2).sum() - 2 * shares[chosen] + 1),
            is_again=again == chosen,
            said_again=0.0 if again is None else float(shares[again]),
            again=-1 if again is None else again,
            rank_if_changed=int((other >= other[chosen]).sum()),
            leader=0 if led is None else int((leaders >= leaders[led]).sum()),
            leader_probability=0.0 if led is None else float(leaders[led]),
            largest_led=led == 0,
        )


def calibration(judged: Sequence[Judged]) -> list[tuple[int, float, float]]:
    """Give, by tenths of the first guess's probability: cases, mean said, share that came true."""
    found = []
    for tenth in range(BINS):
        inside = [one for one in judged if min(int(one.first * BINS), BINS - 1) == tenth]
        if inside:
            said = float(np.mean([one.first for one in inside]))
            found.append((len(inside), said, float(np.mean([one.rank <= 1 for one in inside]))))
    return found


def calibration_error(judged: Sequence[Judged]) -> float:
    """Give the mean gap between what was said of the first guess and what came, by tenths."""
    return sum(n * abs(said - came) for n, said, came in calibration(judged)) / max(len(judged), 1)


def card_of(judged: Sequence[Judged]) -> dict[str, float]:
    """Give the score card: shares of hits and mean scores, by name."""
    changed = [one for one in judged if not one.is_again]
    led = [one for one in judged if one.leader]

    def mean(values: Iterable[float]) -> float:
        kept = list(values)
        return round(float(np.mean(kept)), 4) if kept else 0.0

    return {
        "cases": len(judged),
        "top-1": mean(one.rank <= 1 for one in judged),
        "top-5": mean(one.rank <= 5 for one in judged),
        "top-10": mean(one.rank <= 10 for one in judged),
        "log score": mean(-np.log(max(one.probability, 1e-300)) for one in judged),
        "Brier": mean(one.brier for one in judged),
        "calibration error": round(calibration_error(judged), 4),
        "mean probability of the first": mean(one.first for one in judged),
        "cases where the make-up changed": len(changed),
        "top-1 where the make-up changed": mean(one.rank <= 1 for one in changed),
        "top-5 where the make-up changed": mean(one.rank <= 5 for one in changed),
        "top-1, told that it changes": mean(one.rank_if_changed <= 1 for one in changed),
        "top-5, told that it changes": mean(one.rank_if_changed <= 5 for one in changed),
        "cases with a prime minister's party": len(led),
        "prime minister's party": mean(one.leader <= 1 for one in led),
        "prime minister's party, top-2": mean(one.leader <= 2 for one in led),
        "baseline: the same again": mean(one.is_again for one in judged),
        "baseline: the largest party leads": mean(one.largest_led for one in led),
        "baseline: uniform, log score": mean(np.log(one.sets) for one in judged),
        "baseline: uniform, top-1": mean(1 / one.sets for one in judged),
    }


def rows_of(judged: Sequence[Judged]) -> list[list[object]]:
    """Give plain rows of the fields in order, numbers of five digits, to be kept for the report."""
    return [
        [float(f"{v:.5g}") if isinstance(v, float) else v for v in astuple(one)] for one in judged
    ]


def read_scores(place: Path) -> dict[str, list[Judged]]:
    """Read what ``rows_of`` wrote."""
    read: Mapping[str, list[list[Any]]] = json.loads(place.read_text(encoding="utf-8"))
    return {name: [Judged(*row) for row in rows] for name, rows in read.items()}


_SHOWN = (
    *("top-1", "top-5", "top-10", "log score", "Brier", "calibration error"),
    *("top-1 where the make-up changed", "top-5 where the make-up changed"),
    *("top-1, told that it changes", "top-5, told that it changes"),
    *("prime minister's party", "prime minister's party, top-2"),
    *("baseline: the same again", "baseline: the largest party leads"),
    *("baseline: uniform, log score",),
)
_SPLITS: tuple[tuple[str, Callable[[Judged], bool]], ...] = (
    ("all", lambda _: True),
    ("after an election", lambda one: one.after_election),
    ("between elections", lambda one: not one.after_election),
)


def report(scores: Mapping[str, Sequence[Judged]]) -> str:
    """Write the tables of the score card in Markdown."""
    columns = [
        (
            f"{name}: {split}" if split != "all" else name,
            card_of([one for one in rows if test(one)]),
        )
        for name, rows in scores.items()
        for split, test in (_SPLITS if name == "with places" else _SPLITS[:1])
    ]
    lines = ["| | " + " | ".join(name for name, _ in columns) + " |"]
    lines.append("|---" * (len(columns) + 1) + "|")
    lines.append("| cases | " + " | ".join(str(int(card["cases"])) for _, card in columns) + " |")
    lines += [
        f"| {name} | " + " | ".join(f"{card[name]:.3f}" for _, card in columns) + " |"
        for name in _SHOWN
    ]
    lines += ["", "| said of the first guess | cases | came true |", "|---|---|---|"]
    main = scores["with places"]
    lines += [f"| {said:.2f} | {count} | {came:.2f} |" for count, said, came in calibration(main)]
    lines += ["", "| country | cases | top-1 | the same again | top-5 | prime minister's party |"]
    lines.append("|---|---|---|---|---|---|")
    for country in sorted({one.country for one in main}):
        card = card_of([one for one in main if one.country == country])
        values = ("top-1", "baseline: the same again", "top-5", "prime minister's party")
        shown = " | ".join(f"{card[each]:.2f}" for each in values)
        lines.append(f"| {country} | {int(card['cases'])} | {shown} |")
    return "\n".join(lines)


def draw_calibration(judged: Sequence[Judged]) -> str:
    """Draw what was said of first guesses against what came true, as SVG (circles by cases)."""
    size, edge = 320, 44
    span = size - 2 * edge

    def at(said: float, came: float) -> tuple[float, float]:
        return edge + span * said, size - edge - span * came

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img" font-family="sans-serif" font-size="11">',
        "<title>Calibration: probability said of the first guess, and how often it came true</title>",
        f'<rect width="{size}" height="{size}" fill="#fff"/>',
    ]
    (x0, y0), (x1, y1) = at(0, 0), at(1, 1)
    parts.append(f'<path d="M{x0} {y1}V{y0}H{x1}" fill="none" stroke="#444"/>')
    parts.append(f'<path d="M{x0} {y0}L{x1} {y1}" stroke="#999" stroke-dasharray="4 3"/>')
    for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
        (x, _), (_, y) = at(tick, 0), at(0, tick)
        parts.append(f'<text x="{x:.0f}" y="{y0 + 15}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{x0 - 6}" y="{y + 4:.0f}" text-anchor="end">{tick:g}</text>')
    points = calibration(judged)
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in (at(s, c) for _, s, c in points))
    parts.append(f'<polyline points="{line}" fill="none" stroke="#1f5fa8" stroke-width="1.5"/>')
    for count, said, came in points:
        x, y = at(said, came)
        radius = 2 + (count / max(n for n, _, _ in points)) ** 0.5 * 6
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#1f5fa8"/>')
    middle = size / 2
    parts.append(f'<text x="{middle}" y="{size - 8}" text-anchor="middle">probability said</text>')
    parts.append(
        f'<text x="12" y="{middle}" text-anchor="middle" transform="rotate(-90 12 {middle})">'
        "share that came true</text></svg>"
    )
    return "\n".join(parts) + "\n"


BEGIN, END = "<!-- scores: begin (make forecast-report) -->", "<!-- scores: end -->"


def write_report(docs: Path, scores: Path) -> None:
    """Write the tables into ``forecast.md`` between its marks, and the curve beside it."""
    read = read_scores(scores)
    page = docs / "forecast.md"
    head, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, tail = rest.partition(END)
    page.write_text(f"{head}{BEGIN}\n{report(read)}\n{END}{tail}", encoding="utf-8")
    (docs / "forecast-calibration.svg").write_text(
        draw_calibration(read["with places"]), encoding="utf-8"
    )
