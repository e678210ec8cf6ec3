"""How long a government lasts, and how long one takes to form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kutla.forecast.cases import read_table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kutla.forecast.cases import Case
    from kutla.forecast.model import Durations
    from kutla.forecast.opportunity import Numbers, Opportunity

TRAITS: tuple[str, ...] = (
    "constant",
    "minority",
    "parties",
    "single party",
    "share",
    "caretaker",
    "years of the term gone",
)


def traits(
    chance: Opportunity, chosen: Sequence[int], years_gone: float, *, caretaker: bool
) -> Numbers:
    """Measure a government for its duration, in the order of ``TRAITS``."""
    held = sum(chance.seats[each] for each in chosen)
    return np.array(
        [
            1.0,
            held < chance.quota,
            len(chosen),
            len(chosen) == 1,
            held / chance.total,
            caretaker,
            min(years_gone, 5.0),
        ],
        dtype=np.float64,
    )


def fit_weibull(rows: Numbers, days: Numbers, fell: Numbers) -> tuple[Numbers, float]:
    """Fit log-duration's weights and the shape by maximum likelihood; those not fallen are censored.

    The hazard is shape/scale · (t/scale)^(shape − 1) with log scale = rows · weights.
    """
    best: tuple[float, Numbers, float] | None = None
    for shape in np.arange(0.7, 1.8, 0.05):
        weights = np.zeros(rows.shape[1])
        weights[0] = np.log(days.sum() / max(fell.sum(), 1))
        for _ in range(30):
            run = (days * np.exp(-rows @ weights)) ** shape
            slope = rows.T @ (shape * (run - fell)) - 1e-3 * weights
            bend = (rows * (shape**2 * run)[:, None]).T @ rows + 1e-3 * np.eye(len(weights))
            move = np.linalg.solve(bend, slope)
            weights = weights + move / max(1.0, float(np.abs(move).max()))
            if np.abs(move).max() < 1e-8:
                break
        run = (days * np.exp(-rows @ weights)) ** shape
        log = np.log(shape) + shape * (np.log(days) - rows @ weights) - np.log(days)
        value = float((fell * log - run).sum())
        if best is None or value > best[0]:
            best = (value, weights, float(shape))
    if best is None:
        raise ValueError("a fit needs at least one government")
    return best[1], best[2]


def concordance(scores: Numbers, days: Numbers, fell: Numbers) -> float:
    """Give how often, of two governments, the one said to last longer did (ties count half)."""
    right = pairs = 0.0
    for first in np.flatnonzero(fell):
        longer = days > days[first]
        pairs += longer.sum()
        right += (scores[longer] > scores[first]).sum() + 0.5 * (
            scores[longer] == scores[first]
        ).sum()
    return float(right / pairs)


def fit_durations(cases: Sequence[Case]) -> dict[str, object]:
    """Fit on the cases, leaving one country out for the concordance; give what is shipped."""
    rows, days, fell, country = _lives(cases)
    said = np.zeros(len(rows))
    for each in sorted(set(country)):
        out = country == each
        weights, _ = fit_weibull(rows[~out], days[~out], fell[~out])
        said[out] = rows[out] @ weights
    weights, shape = fit_weibull(rows, days, fell)
    return {
        "scale": {name: round(float(w), 4) for name, w in zip(TRAITS, weights, strict=True)},
        "shape": round(shape, 3),
        "concordance": round(concordance(said, days, fell), 3),
        "cases": len(rows),
    }


def _lives(
    cases: Sequence[Case],
) -> tuple[Numbers, Numbers, Numbers, np.ndarray[tuple[int], np.dtype[np.str_]]]:
    from datetime import date  # noqa: PLC0415  (a name for types above)

    following = {row["previous"]: row for row in read_table("cabinets.csv") if row["previous"]}
    held_on = {row["id"]: row["held_on"] for row in read_table("elections.csv")}
    caretakers = {row["id"] for row in read_table("cabinets.csv") if row["caretaker"] == "1"}
    election_of = {row["id"]: row["election"] for row in read_table("cabinets.csv")}
    rows, days, fell, country = [], [], [], []
    for case in cases:
        follower = following.get(case.cabinet)
        if follower is None:
            continue
        began = date.fromisoformat(case.began_on)
        lasted = (date.fromisoformat(follower["started_on"]) - began).days
        held = held_on.get(election_of[case.cabinet])
        if lasted <= 0 or held is None:
            continue
        gone = (began - date.fromisoformat(held)).days / 365.25
        rows.append(traits(case.chance, case.chosen, gone, caretaker=case.cabinet in caretakers))
        days.append(lasted)
        fell.append(follower["election"] == election_of[case.cabinet])
        country.append(case.country)
    return (
        np.array(rows),
        np.array(days, dtype=float),
        np.array(fell, dtype=float),
        np.array(country),
    )


def formation_days() -> list[int]:
    """Give the days from an election to the first cabinet after it, in hundredths of their order.

    Only chambers where no party had a majority count, and no caretaker.
    """
    from datetime import date  # noqa: PLC0415

    held_on: dict[str, str] = {}
    most: dict[str, float] = {}
    for row in read_table("elections.csv"):
        held_on[row["id"]] = row["held_on"]
        share = int(row["seats"]) / max(int(row["seats_total"]), 1)
        most[row["id"]] = max(most.get(row["id"], 0.0), share)
    first: dict[str, str] = {}
    for row in read_table("cabinets.csv"):
        is_hung = most.get(row["election"], 1.0) <= 0.5
        if row["caretaker"] != "1" and is_hung and row["started_on"] >= "1945":
            known = first.get(row["election"], "9999")
            first[row["election"]] = min(known, row["started_on"])
    days = sorted(
        max((date.fromisoformat(on) - date.fromisoformat(held_on[each])).days, 0)
        for each, on in first.items()
    )
    return [days[round(part / 100 * (len(days) - 1))] for part in range(101)]


def falls_within(model: Durations, row: Numbers, old: int, more: int) -> float:
    """Give how likely a government ``old`` days of age falls within ``more`` days.

    ``row`` is that of ``traits``; a fall is an end between elections.
    """
    scale = float(np.exp(row @ np.array([model.scale[each] for each in TRAITS])))
    return 1 - float(np.exp((old / scale) ** model.shape - ((old + more) / scale) ** model.shape))


def no_government_by(model: Durations, own: Sequence[int], elapsed: int, more: int) -> float:
    """Give how likely there is still no government ``more`` days on, ``elapsed`` after an election.

    A country's ``own`` past formations (days each) count one each, all of ParlGov's together five;
    half a formation is always held to take longer than any seen.
    """
    usual = np.array(model.formation)
    own_days = np.array(own, dtype=float)

    def lasting(day: int) -> float:
        return 5 * float((usual > day).mean()) + float((own_days > day).sum()) + 0.5

    return lasting(elapsed + more) / lasting(elapsed)


def days_between(first: date, then: date) -> int:
    """Give the days from one day to another, never less than none."""
    return max((then - first).days, 0)
