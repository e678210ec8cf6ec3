"""How likely each government is, where there is ground to say; refused where there is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kutla.coalitions import Group, by_seats
from kutla.errors import ForecastError, TooLittleHistoryError
from kutla.forecast.logit import softmax
from kutla.forecast.model import leader_chances, leaders_of, load_model, temper
from kutla.forecast.news import leader_shift, make_up_shift
from kutla.forecast.opportunity import Opportunity, PastCabinet, row_of
from kutla.forecast.plausible import plausible_governments

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kutla.forecast.model import Model, Weights
    from kutla.forecast.news import Signal
    from kutla.forecast.opportunity import Bits, Numbers

LEAST_KNOWN = 0.95
"""Share of the chamber's seats that must be known to be somebody's."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A group before a government is formed.

    ``left_right`` is from 0 to 10, None where nobody has placed it; ``governed`` whether it sat in
    the last cabinet, ``led`` whether the last prime minister was its own (both are read off
    ``past`` instead, where ``forecast`` is given any); ``family`` as ParlGov abbreviates it;
    ``seats_before`` in the chamber before, None where unknown.
    """

    group: Group
    left_right: float | None = None
    governed: bool = False
    led: bool = False
    family: str = ""
    seats_before: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One potential government and its probability; it may hold a minority."""

    members: tuple[Group, ...]
    seats: int
    probability: float
    is_minority: bool


@dataclass(frozen=True, slots=True)
class Forecast:
    """The likeliest governments, beside the rules of thumb a forecast must beat.

    ``again`` is the last cabinet's outcome, None where it is not among the contenders;
    ``largest`` the largest group; ``leads`` how probable it is that the next prime minister is of
    each group; ``sits`` that each group is in the government. ``ruled_out`` is what hard refusals
    took away, ``left_out`` the probability of the sets not looked at (0 where all were),
    ``looked_at`` how many were. ``without_news`` is the first outcome's probability had nothing
    been said.
    """

    outcomes: tuple[Outcome, ...]
    again: Outcome | None
    largest: Group
    leads: tuple[tuple[Group, float], ...]
    sits: tuple[tuple[Group, float], ...]
    ruled_out: float
    left_out: float
    looked_at: int
    without_news: float
    signals: tuple[Signal, ...]
    placed: bool
    model: Model
    cautions: tuple[str, ...]


def forecast(
    contenders: Sequence[Contender],
    *,
    quota: int,
    chamber_seats: int | None = None,
    aside: int = 0,
    refusals: Iterable[frozenset[str]] = (),
    signals: Iterable[Signal] = (),
    past: Sequence[PastCabinet] = (),
    year: float = 2020.0,
    after_election: bool = True,
    limit: int = 10,
    model: Model | None = None,
    seed: int = 0,
) -> Forecast:
    """Give the probability of each potential government.

    ``aside`` are seats of known holders that are no contenders: small lists, independents.
    ``refusals`` are taken at their word: what they rule out gets nothing, and ``ruled_out`` is the
    probability it would have had. ``signals`` (what was said) move the odds by the weights of
    ``news.WEIGHTS``. ``past`` are the country's cabinets before, oldest first. Raises
    ForecastError where seats are not known well enough, or one group has a majority;
    TooLittleHistoryError where no cabinet came before; TooManyGroupsError beyond 64 groups.
    """
    known = model or load_model()
    _check_ground(contenders, quota, chamber_seats, aside)
    chance = _opportunity(contenders, quota, chamber_seats, past, year, after_election)
    if not chance.governed.any():
        raise TooLittleHistoryError(
            "none of the groups is known to have sat in the last cabinet, and most of what the "
            "model knows is who governed before; say who did."
        )
    weights = known.weights_for(chance)
    said = tuple(signals)
    heard = make_up_shift(chance.ids, said)
    seen = plausible_governments(chance, weights, shift=heard, seed=seed)
    bare = _tempered(chance, seen.sets, seen.scores - heard(seen.sets), weights)
    shares = bare * np.exp(heard(seen.sets))
    shares = shares / shares.sum()
    possible = _possible(chance.ids, seen.sets, refusals)
    ruled_out = float(shares[~possible].sum())
    if not possible.any() or ruled_out >= 1:
        raise ForecastError("the refusals rule out every government; lift one, or ask what_lifts.")
    shares = np.where(possible, shares, 0.0) / shares[possible].sum()
    groups = {each.group.id: each.group for each in contenders}
    ordered = [groups[each] for each in chance.ids]

    def outcome(row: int) -> Outcome:
        inside = zip(ordered, seen.sets[row], strict=True)
        members = by_seats(group for group, is_in in inside if is_in)
        seats = sum(group.seats for group in members)
        return Outcome(members, seats, float(shares[row]), seats < quota)

    best = np.argsort(-shares, kind="stable")[:limit]
    again = row_of(chance.governed, seen.sets)
    leaders = leader_chances(chance, weights, leader_shift(chance.ids, said))
    return Forecast(
        tuple(outcome(int(row)) for row in best if shares[row] > 0),
        None if again is None else outcome(again),
        by_seats(ordered)[0],
        _ranked(ordered, leaders_of(seen.sets, shares, leaders)),
        _ranked(ordered, shares @ seen.sets),
        ruled_out,
        seen.left_out,
        len(seen.sets),
        float(bare[best[0]]),
        said,
        weights.placed,
        known,
        _cautions(contenders, weights, seen.left_out),
    )


def _tempered(chance: Opportunity, sets: Bits, scores: Numbers, weights: Weights) -> Numbers:
    return temper(softmax(scores), row_of(chance.governed, sets), weights.again)


def _check_ground(
    contenders: Sequence[Contender], quota: int, chamber_seats: int | None, aside: int
) -> None:
    seats = sum(each.group.seats for each in contenders) + aside
    if len(contenders) < 3:
        raise ForecastError(
            f"{len(contenders)} groups are known; who governs is open only among three or more."
        )
    if chamber_seats is not None and seats < LEAST_KNOWN * chamber_seats:
        raise ForecastError(
            f"only {seats} of {chamber_seats} seats are known to be somebody's; a forecast needs "
            f"{LEAST_KNOWN:.0%} of them. Add reports of the missing lists."
        )
    if chamber_seats is not None and seats > 1.05 * chamber_seats:
        raise ForecastError(
            f"the lists are given {seats} seats in a chamber of {chamber_seats}: some list is "
            "counted twice. Mend that first (kutla state shows which)."
        )
    if seats < quota:
        raise ForecastError(f"the groups hold {seats} seats, fewer than the quota of {quota}.")
    largest = max(contenders, key=lambda each: each.group.seats)
    if largest.group.seats >= quota:
        raise ForecastError(f"{largest.group.label} has a majority alone; there is nothing to bet.")


def _opportunity(
    contenders: Sequence[Contender],
    quota: int,
    chamber_seats: int | None,
    past: Sequence[PastCabinet],
    year: float,
    after_election: bool,
) -> Opportunity:
    order = sorted(contenders, key=lambda each: (-each.group.seats, each.group.id))
    total = chamber_seats or sum(each.group.seats for each in order)
    cabinets = tuple(past)
    if not cabinets:
        led = [each.group.id for each in order if each.led]
        sat = frozenset(each.group.id for each in order if each.governed)
        seats = {each.group.id: each.group.seats for each in order}
        cabinets = (PastCabinet(year - 4, sat, led[0] if led else None, seats, total),)
    return Opportunity(
        tuple(each.group.id for each in order),
        tuple(each.group.seats for each in order),
        total,
        quota,
        year,
        tuple(each.left_right for each in order),
        tuple(each.family for each in order),
        tuple(None if each.seats_before is None else each.seats_before / total for each in order),
        cabinets,
        after_election,
    )


def _possible(ids: Sequence[str], sets: Bits, refusals: Iterable[frozenset[str]]) -> Bits:
    place = {each: index for index, each in enumerate(ids)}
    possible = np.ones(len(sets), dtype=bool)
    for refusal in refusals:
        if unknown := sorted(refusal - place.keys()):
            raise ValueError(f"the refusals name groups that are no contenders: {unknown}")
        possible &= ~sets[:, [place[each] for each in refusal]].all(axis=1)
    return possible


def _ranked(groups: Sequence[Group], chances: Numbers) -> tuple[tuple[Group, float], ...]:
    found = zip(groups, map(float, chances), strict=True)
    return tuple(sorted(found, key=lambda one: (-one[1], one[0].label)))


def _cautions(
    contenders: Sequence[Contender], weights: Weights, left_out: float
) -> tuple[str, ...]:
    card = weights.card
    said = [
        (
            f"Left out of the fitting one country at a time, the first guess was right in "
            f"{card['top-1']:.0%} of {card['cases']:.0f} cases and what came was among the first "
            f"five in {card['top-5']:.0%}; the same cabinet again would have been right in "
            f"{card['baseline: the same again']:.0%}. Where the make-up changed the first guess "
            f"was right in {card['top-1 where the make-up changed']:.0%}."
        )
    ]
    if not weights.placed:
        said.append(
            "Places from left to right are not known for nine tenths of the seats: the weights "
            "that do without them were used."
        )
    elif unplaced := [each.group.label for each in contenders if each.left_right is None]:
        said.append(f"Placed in the middle for want of a place: {', '.join(sorted(unplaced))}.")
    if len(contenders) > 12:
        said.append(
            f"{len(contenders)} groups: the model was fitted and scored on twelve parties at most."
        )
    if left_out:
        said.append(f"Sets not looked at hold an estimated {left_out:.1%} of the probability.")
    return tuple(said)
