"""A forecast of a day with all that belongs beside it: what moved it, sensitivity, base rates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.errors import ForecastError
from kutla.forecast.durations import days_between, falls_within, no_government_by, traits
from kutla.forecast.ground import find_ground
from kutla.forecast.opportunity import Opportunity

if TYPE_CHECKING:
    from datetime import date

    from kutla.forecast.forecast import Forecast, Outcome
    from kutla.forecast.ground import Ground
    from kutla.forecast.news import Signal
    from kutla.register import Register
    from kutla.state import State

HEEDS = (0.0, 0.5, 1.0, 2.0)
"""How far the news is heeded where sensitivity is shown: not at all, by half, as stated, twice."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What ``kutla forecast`` says of a day.

    ``sensitivity`` is the first outcome's probability for each of ``HEEDS``. ``moved`` are the
    signals that are new since ``before`` (None: nothing was compared), ``gone`` those that were
    there; ``was`` is what the first outcome was given then. ``no_government`` and ``falls`` are
    (days from now, probability), only one of them filled: before and after a government is in.
    """

    ground: Ground
    forecast: Forecast
    sensitivity: tuple[tuple[float, float], ...]
    before: date | None
    moved: tuple[Signal, ...]
    gone: tuple[Signal, ...]
    was: float | None
    no_government: tuple[tuple[int, float], ...]
    falls: tuple[tuple[int, float], ...]


def answer(
    state: State,
    register: Register,
    *,
    earlier: State | None = None,
    limit: int = 10,
    every_list: bool = False,
) -> Answer:
    """Forecast a state's day; ``earlier`` is the state it is compared with.

    Raises ForecastError, with the reason, where there is no ground to stand on.
    """
    ground = find_ground(state, register, every_list=every_list)
    found = ground.forecast(limit=limit)
    first = found.outcomes[0]
    shown = tuple((heed, _same(ground, heed, first)) for heed in HEEDS)
    if earlier is not None and _election(earlier, register) != _election(state, register):
        earlier = None  # another chamber sat then: there is nothing to compare
    moved, gone, was = _compared(ground, first, earlier, register)
    return Answer(
        ground,
        found,
        shown,
        earlier.valid_on if earlier is not None else None,
        moved,
        gone,
        was,
        _no_government(ground, found, state.valid_on),
        _falls(ground, found, state.valid_on),
    )


def _election(state: State, register: Register) -> date | None:
    held = [each.held_on.first_on for each in register.elections]
    return max((each for each in held if each <= state.valid_on), default=None)


def _same(ground: Ground, heed: float, outcome: Outcome) -> float:
    """Give the probability of the same make-up with the news heeded otherwise."""
    for one in ground.forecast(heed=heed, limit=500).outcomes:
        if one.members == outcome.members:
            return one.probability
    return 0.0


def _compared(
    ground: Ground, first: Outcome, earlier: State | None, register: Register
) -> tuple[tuple[Signal, ...], tuple[Signal, ...], float | None]:
    if earlier is None:
        return (), (), None
    try:
        then = find_ground(earlier, register)
        was = _same(then, 1.0, first)
    except ForecastError:
        return ground.signals, (), None
    known = {(each.kind, each.groups) for each in then.signals}
    now = {(each.kind, each.groups) for each in ground.signals}
    return (
        tuple(each for each in ground.signals if (each.kind, each.groups) not in known),
        tuple(each for each in then.signals if (each.kind, each.groups) not in now),
        was,
    )


def _no_government(ground: Ground, found: Forecast, on: date) -> tuple[tuple[int, float], ...]:
    if not ground.after_election or ground.election_on is None:
        return ()
    gone = days_between(ground.election_on, on)
    lasting = found.model.durations
    return tuple(
        (more, no_government_by(lasting, ground.own_formations, gone, more))
        for more in (30, 90, 180)
    )


def _falls(ground: Ground, found: Forecast, on: date) -> tuple[tuple[int, float], ...]:
    sitting = ground.sitting
    if ground.after_election or sitting is None or sitting.valid is None:
        return ()
    ids = tuple(each.group.id for each in ground.contenders)
    chosen = [place for place, each in enumerate(ids) if each in sitting.parties]
    if not chosen:
        return ()
    began = sitting.valid.first_on
    gone = days_between(ground.election_on, began) / 365.25 if ground.election_on else 0.0
    chance = Opportunity(
        ids,
        tuple(each.group.seats for each in ground.contenders),
        ground.chamber_seats,
        ground.quota,
        ground.year,
        (None,) * len(ids),
    )
    row = traits(chance, chosen, gone, caretaker=sitting.is_caretaker)
    old = days_between(began, on)
    return tuple((more, falls_within(found.model.durations, row, old, more)) for more in (90, 365))
