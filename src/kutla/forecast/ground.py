"""The ground a forecast stands on: a state's seats, and what the register knows of parties."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kutla.coalitions import Group, by_seats
from kutla.coalitions.seating import Seating
from kutla.errors import ForecastError
from kutla.forecast.cases import read_table
from kutla.forecast.forecast import LEAST_KNOWN, Contender, forecast
from kutla.forecast.news import PRIME, Signal, signals_of
from kutla.forecast.opportunity import MOST_PARTIES, PastCabinet

if TYPE_CHECKING:
    from datetime import date

    from kutla.forecast.forecast import Forecast
    from kutla.register import Register
    from kutla.register.entity import Cabinet, Election
    from kutla.state import State

_PARTY_ID = re.compile(r"ParlGov.*\bparty (\d+)")
_NO_LIST = re.compile(r"\bindependents?\b|single-seat|one-seat")


@dataclass(frozen=True, slots=True)
class Ground:
    """What a forecast is made from, and where its seats come from, in words."""

    contenders: tuple[Contender, ...]
    quota: int
    chamber_seats: int
    past: tuple[PastCabinet, ...]
    year: float
    after_election: bool
    signals: tuple[Signal, ...]
    seats_from: str
    election_on: date | None
    sitting: Cabinet | None
    own_formations: tuple[int, ...]
    aside: tuple[Group, ...] = ()
    """Lists that are too small to tell apart, and members of none: they may join what is shown."""

    def forecast(self, *, heed: float = 1.0, limit: int = 10, seed: int = 0) -> Forecast:
        """Forecast on this ground; ``heed`` multiplies what the news weighs (0 for none of it)."""
        return forecast(
            self.contenders,
            quota=self.quota,
            chamber_seats=self.chamber_seats,
            aside=sum(each.seats for each in self.aside),
            signals=[each.scaled(heed) for each in self.signals] if heed else (),
            past=self.past,
            year=self.year,
            after_election=self.after_election,
            limit=limit,
            seed=seed,
        )


def find_ground(state: State, register: Register, *, every_list: bool = False) -> Ground:
    """Gather the ground for a forecast of a state's day.

    Seats are those reported where they make up the chamber, else the register's of the last
    election held by then. Beyond ``MOST_PARTIES`` lists the smaller ones are put aside, unless
    ``every_list``; independents always. What was said before the last election moves nothing.
    Raises ForecastError, with what is missing, where seats or cabinets are not known.
    """
    elections = sorted(
        (each for each in register.elections if each.held_on.first_on <= state.valid_on),
        key=lambda each: each.held_on.first_on,
    )
    all_groups, seats_from = _seats(state, elections, register)
    groups, aside = _told_apart(all_groups, every_list=every_list)
    cabinets = sorted(
        (
            each
            for each in register.cabinets
            if each.valid is not None and each.valid.first_on <= state.valid_on
        ),
        key=lambda each: each.valid.first_on if each.valid else state.valid_on,
    )
    if not cabinets:
        raise ForecastError(
            f"the register of {register.country} names no cabinet before {state.valid_on}, and most "
            "of what the model knows is who governed before; give them in its cabinets.csv."
        )
    past = [_past(each, elections) for each in cabinets]
    sitting = cabinets[-1]
    ids = {group.id for group in groups}
    if past[-1].led_by not in ids and (own := _list_of_the_premier(register, state.valid_on, ids)):
        past[-1] = replace(past[-1], led_by=own, parties=past[-1].parties | {own})
    last = elections[-1] if elections else None
    began = sitting.valid.first_on if sitting.valid else state.valid_on
    after = last is not None and began < last.held_on.first_on
    earlier = dict(elections[-2].results) if len(elections) > 1 else None
    known = _parlgov(register)
    total = state.chamber.seats
    return Ground(
        tuple(
            Contender(
                group,
                known.get(group.id, (None, ""))[0],
                family=known.get(group.id, (None, ""))[1],
                seats_before=None if earlier is None else earlier.get(group.id, 0),
            )
            for group in groups
        ),
        state.chamber.absolute_majority,
        total,
        tuple(past),
        state.valid_on.year + (state.valid_on.month - 1) / 12,
        after,
        tuple(
            each
            for each in signals_of(state, since=last.held_on.first_on if last else None)
            if each.groups <= ids
        ),
        seats_from,
        last.held_on.first_on if last else None,
        sitting,
        _formations(elections, cabinets, state.valid_on),
        aside,
    )


def _told_apart(
    groups: tuple[Group, ...], *, every_list: bool
) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Part the lists a forecast tells apart from those it puts aside."""
    lists = [each for each in by_seats(groups) if not _NO_LIST.search(each.id)]
    kept = lists if every_list else lists[:MOST_PARTIES]
    return tuple(kept), tuple(each for each in by_seats(groups) if each not in kept)


def _seats(
    state: State, elections: list[Election], register: Register
) -> tuple[tuple[Group, ...], str]:
    reported = Seating(state).groups
    total = state.chamber.seats
    held = sum(each.seats for each in reported)
    if LEAST_KNOWN * total <= held <= 1.05 * total:
        return reported, f"reported: {held} of {total} seats"
    if not elections:
        raise ForecastError(
            f"reports give {held} of {total} seats to somebody and the register has no election "
            f"before {state.valid_on}; a forecast needs {LEAST_KNOWN:.0%} of them."
        )
    last = elections[-1]
    groups = tuple(
        Group(each, entity.name if (entity := register.find_entity(each)) else each, seats)
        for each, seats in last.results
        if seats > 0
    )
    return groups, (
        f"the register's result of {last.held_on.first_on} (reports give only {held} of {total})"
    )


def _past(cabinet: Cabinet, elections: list[Election]) -> PastCabinet:
    began = cabinet.valid.first_on if cabinet.valid else None
    if began is None:
        raise ForecastError(f"the register does not say when {cabinet.name} began.")
    held = [each for each in elections if each.held_on.first_on <= began]
    seats = dict(held[-1].results) if held else {}
    return PastCabinet(
        began.year + (began.month - 1) / 12,
        frozenset(cabinet.parties),
        cabinet.led_by,
        seats,
        held[-1].chamber.seats if held else 0,
        cabinet.is_caretaker,
        election=held[-1].id if held else "",
    )


def _list_of_the_premier(register: Register, on: date, ids: set[str]) -> str | None:
    """Give the list that the sitting prime minister leads, where the register says so."""
    holders = {
        each.entity_id
        for each in register.tenures
        if each.role == "holds_office"
        and each.other.casefold() in PRIME
        and (each.valid is None or each.valid.first_on <= on < each.valid.until_on)
    }
    led = [
        each.other
        for each in register.tenures
        if each.entity_id in holders and each.role == "leads" and each.other in ids
    ]
    return led[0] if led else None


def _parlgov(register: Register) -> dict[str, tuple[float | None, str]]:
    """Give places and families of the parties whose source is ParlGov's."""
    table = {row["id"]: row for row in read_table("parties.csv")}
    found = {}
    for entity in register.entities:
        match = _PARTY_ID.search(entity.provenance)
        row = table.get(match[1]) if match else None
        if row is not None:
            place = float(row["left_right"]) if row["left_right"] else None
            found[entity.id] = (place, row["family"])
    return found


def _formations(elections: list[Election], cabinets: list[Cabinet], on: date) -> tuple[int, ...]:
    """Give the days each past election of the country took to a cabinet that was no caretaker."""
    days = []
    for index, election in enumerate(elections):
        held = election.held_on.first_on
        until = elections[index + 1].held_on.first_on if index + 1 < len(elections) else on
        starts = [
            each.valid.first_on
            for each in cabinets
            if each.valid and not each.is_caretaker and held <= each.valid.first_on <= until
        ]
        if starts:
            days.append((min(starts) - held).days)
    return tuple(days)
