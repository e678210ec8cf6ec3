"""The shipped weights, the score card they earned, and how scores become probabilities."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from kutla.errors import ForecastError
from kutla.forecast.features import features, measure, measure_leaders
from kutla.forecast.logit import softmax

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kutla.forecast.opportunity import Bits, Numbers, Opportunity


@dataclass(frozen=True, slots=True)
class Weights:
    """One set of weights: for potential governments, for prime ministers' parties, and the line
    by which the log-odds of "the same again" are set right (they come out too sure).
    """  # noqa: D205

    placed: bool
    governments: tuple[float, ...]
    leaders: tuple[float, ...]
    again: tuple[float, float]
    card: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Durations:
    """How long governments last and take: Weibull in days, and days from election to cabinet.

    ``scale`` holds the weights of log-duration by feature name, ``shape`` the Weibull shape;
    ``formation`` the days of every post-election cabinet of ParlGov, in hundredths of its order.
    """

    scale: Mapping[str, float]
    shape: float
    concordance: float
    formation: tuple[int, ...]
    cases: int


@dataclass(frozen=True, slots=True)
class Model:
    """Weights with and without places from left to right, and what they rest on."""

    with_places: Weights
    without_places: Weights
    durations: Durations
    cases: int
    potential_governments: int
    countries: tuple[str, ...]
    source: str
    scored: str

    def weights_for(self, chance: Opportunity) -> Weights:
        """Give the weights that an opportunity has the ground for."""
        return self.with_places if chance.is_placed else self.without_places


@cache
def load_model() -> Model:
    """Load the packaged model; raises ForecastError where its features are not ours."""
    read = json.loads((files("kutla.forecast") / "model.json").read_text(encoding="utf-8"))
    both = {}
    for name, placed in (("with places", True), ("without places", False)):
        part = read[name]
        if tuple(part["governments"]) != features(placed=placed):
            raise ForecastError(
                "forecast/model.json was fitted on other features than this kutla measures; "
                "run scripts/train_forecast.py again."
            )
        both[name] = Weights(
            placed,
            tuple(part["governments"].values()),
            tuple(part["leaders"].values()),
            (float(part["again"][0]), float(part["again"][1])),
            dict(part["card"]),
        )
    lasting = read["durations"]
    return Model(
        both["with places"],
        both["without places"],
        Durations(
            dict(lasting["scale"]),
            float(lasting["shape"]),
            float(lasting["concordance"]),
            tuple(lasting["formation"]),
            int(lasting["cases"]),
        ),
        int(read["cases"]),
        int(read["potential_governments"]),
        tuple(read["countries"]),
        str(read["source"]),
        str(read["scored"]),
    )


def score_governments(chance: Opportunity, sets: Bits, weights: Weights) -> Numbers:
    """Give the score of every set: utilities of the conditional logit, one a row."""
    matrix = measure(chance, sets, placed=weights.placed)
    return np.asarray(matrix @ np.array(weights.governments, dtype=np.float32), dtype=np.float64)


def temper(shares: Numbers, again: int | None, line: tuple[float, float]) -> Numbers:
    """Set the odds of "the same again" right and share out the rest as it was."""
    if again is None or not 0 < shares[again] < 1:
        return shares
    said = float(np.clip(shares[again], 1e-6, 1 - 1e-6))
    odds = line[0] + line[1] * float(np.log(said / (1 - said)))
    right = 1 / (1 + float(np.exp(-odds)))
    tempered = shares * ((1 - right) / (1 - said))
    tempered[again] = right
    return np.asarray(tempered / tempered.sum())


def leader_chances(chance: Opportunity, weights: Weights, shift: Numbers | None = None) -> Numbers:
    """Give how likely the next prime minister is of each party, before looking at make-ups."""
    _, matrix = measure_leaders(chance, placed=weights.placed)
    scores = matrix @ np.array(weights.leaders)
    return softmax(scores if shift is None else scores + shift)


def leaders_of(sets: Bits, shares: Numbers, leaders: Numbers) -> Numbers:
    """Join both models: the next prime minister's party, summed over make-ups.

    Within a make-up its members divide by ``leaders``: P(p) = Σ P(S) q(p) / Σ q(members of S).
    """
    within = sets * leaders
    return np.asarray(shares @ (within / within.sum(axis=1, keepdims=True)))
