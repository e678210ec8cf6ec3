"""How likely each government is, where there is ground to say; refused where there is not."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from kutla.coalitions import Group, by_seats
from kutla.errors import ForecastError, TooLittleHistoryError
from kutla.forecast.features import FEATURES, Chances, measure, potential_governments
from kutla.forecast.logit import softmax

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import numpy.typing as npt

LEAST_PLACED = 0.9
"""Share of the known seats whose place from left to right must be known."""
LEAST_KNOWN = 0.95
"""Share of the chamber's seats that must be known to be somebody's."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A group before a government is formed.

    ``left_right`` is from 0 to 10, None where nobody has placed it; ``governed`` whether it sat in
    the last cabinet, ``led`` whether the last prime minister was its own.
    """

    group: Group
    left_right: float | None = None
    governed: bool = False
    led: bool = False


@dataclass(frozen=True, slots=True)
class Model:
    """Weights with the score card they earned leaving one country out at a time."""

    features: tuple[str, ...]
    weights: tuple[float, ...]
    cases: int
    countries: tuple[str, ...]
    source: str
    scored: str
    card: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One potential government and its probability; it may hold a minority."""

    members: tuple[Group, ...]
    seats: int
    probability: float
    is_minority: bool


@dataclass(frozen=True, slots=True)
class Forecast:
    """The likeliest governments, beside the two rules of thumb a forecast must beat.

    ``again`` is the last cabinet's outcome, None where it is not among the contenders;
    ``largest`` the largest group; ``leads`` how probable it is that each group is the largest of
    the government, and so likely to lead it.
    """

    outcomes: tuple[Outcome, ...]
    again: Outcome | None
    largest: Group
    leads: tuple[tuple[Group, float], ...]
    ruled_out: float
    model: Model
    cautions: tuple[str, ...]


@cache
def load_model() -> Model:
    """Load the packaged model; raises ForecastError where its features are not ours."""
    read = json.loads(files("kutla.forecast").joinpath("model.json").read_text(encoding="utf-8"))
    if tuple(read["features"]) != FEATURES:
        raise ForecastError(
            "forecast/model.json was fitted on other features than this kutla measures; "
            "run scripts/train_forecast.py again."
        )
    return Model(
        tuple(read["features"]),
        tuple(read["weights"]),
        int(read["cases"]),
        tuple(read["countries"]),
        str(read["source"]),
        str(read["scored"]),
        dict(read["card"]),
    )


def forecast(
    contenders: Sequence[Contender],
    *,
    quota: int,
    chamber_seats: int | None = None,
    refusals: Iterable[frozenset[str]] = (),
    limit: int = 10,
    model: Model | None = None,
) -> Forecast:
    """Give the probability of each potential government.

    ``refusals`` are taken at their word: what they rule out gets nothing, and ``ruled_out`` is the
    probability it would have had. Raises ForecastError where seats or places are not known well
    enough, or one group has a majority; TooLittleHistoryError where no cabinet came before;
    TooManyGroupsError beyond what can be looked at.
    """
    known = model or load_model()
    _check_ground(contenders, quota, chamber_seats)
    chances = _chances(contenders, quota)
    sets = potential_governments(len(contenders))
    shares = softmax(measure(chances) @ np.array(known.weights))
    possible = _possible(contenders, sets, refusals)
    ruled_out = float(shares[~possible].sum())
    if not possible.any() or ruled_out >= 1:
        raise ForecastError("the refusals rule out every government; lift one, or ask what_lifts.")
    shares = np.where(possible, shares, 0.0) / shares[possible].sum()
    groups = [each.group for each in contenders]

    def outcome(row: int) -> Outcome:
        members = by_seats(group for group, is_in in zip(groups, sets[row], strict=True) if is_in)
        seats = sum(group.seats for group in members)
        return Outcome(members, seats, float(shares[row]), seats < quota)

    best = np.argsort(-shares, kind="stable")[:limit]
    again = sum(1 << place for place, each in enumerate(contenders) if each.governed) - 1
    return Forecast(
        tuple(outcome(int(row)) for row in best if shares[row] > 0),
        outcome(again) if again >= 0 else None,
        by_seats(groups)[0],
        _leads(groups, sets, shares),
        ruled_out,
        known,
        _cautions(contenders, known),
    )


def _check_ground(contenders: Sequence[Contender], quota: int, chamber_seats: int | None) -> None:
    seats = sum(each.group.seats for each in contenders)
    if len(contenders) < 3:
        raise ForecastError(
            f"{len(contenders)} groups are known; who governs is open only among three or more."
        )
    if chamber_seats is not None and seats < LEAST_KNOWN * chamber_seats:
        raise ForecastError(
            f"only {seats} of {chamber_seats} seats are known to be somebody's; a forecast needs "
            f"{LEAST_KNOWN:.0%} of them. Add reports of the missing lists."
        )
    if seats < quota:
        raise ForecastError(f"the groups hold {seats} seats, fewer than the quota of {quota}.")
    largest = max(contenders, key=lambda each: each.group.seats)
    if largest.group.seats >= quota:
        raise ForecastError(f"{largest.group.label} has a majority alone; there is nothing to bet.")
    placed = sum(each.group.seats for each in contenders if each.left_right is not None)
    if placed < LEAST_PLACED * seats:
        raise ForecastError(
            f"the place from left to right is known for {placed} of {seats} seats; the model needs "
            f"{LEAST_PLACED:.0%} of them. Give positions, or do without a forecast."
        )
    if not any(each.governed for each in contenders):
        raise TooLittleHistoryError(
            "none of the groups is known to have sat in the last cabinet, and most of what the "
            "model knows is who governed before; say who did."
        )


def _chances(contenders: Sequence[Contender], quota: int) -> Chances:
    placed = [each for each in contenders if each.left_right is not None]
    held = sum(each.group.seats for each in placed)
    middle = sum((each.left_right or 0.0) * each.group.seats for each in placed) / held
    return Chances(
        tuple(each.group.seats for each in contenders),
        tuple(middle if each.left_right is None else each.left_right for each in contenders),
        tuple(each.governed for each in contenders),
        tuple(each.led for each in contenders),
        quota,
    )


def _possible(
    contenders: Sequence[Contender],
    sets: npt.NDArray[np.bool_],
    refusals: Iterable[frozenset[str]],
) -> npt.NDArray[np.bool_]:
    place = {each.group.id: index for index, each in enumerate(contenders)}
    possible = np.ones(len(sets), dtype=bool)
    for refusal in refusals:
        if unknown := sorted(refusal - place.keys()):
            raise ValueError(f"the refusals name groups that are no contenders: {unknown}")
        possible &= ~sets[:, [place[each] for each in refusal]].all(axis=1)
    return possible


def _leads(
    groups: Sequence[Group], sets: npt.NDArray[np.bool_], shares: npt.NDArray[np.float64]
) -> tuple[tuple[Group, float], ...]:
    seats = np.array([group.seats for group in groups])
    first = np.where(sets, seats, -1).argmax(axis=1)
    leads = [(group, float(shares[first == place].sum())) for place, group in enumerate(groups)]
    return tuple(sorted(leads, key=lambda one: (-one[1], one[0].label)))


def _cautions(contenders: Sequence[Contender], model: Model) -> tuple[str, ...]:
    card = model.card
    said = [
        (
            f"Left out of the fitting one country at a time, the first guess was right in "
            f"{card['top-1']:.0%} of {model.cases} cases; the same cabinet again would have been in "
            f"{card['baseline: the same again']:.0%}. Where the make-up changed it was right in "
            f"{card['top-1 where the make-up changed']:.0%}."
        )
    ]
    unplaced = [each.group.label for each in contenders if each.left_right is None]
    if unplaced:
        said.append(f"Placed in the middle for want of a place: {', '.join(sorted(unplaced))}.")
    return tuple(said)
