"""Who has the majorities that the next acts need, on the day: joined with the arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.coalitions import coalitions_from_state

if TYPE_CHECKING:
    from datetime import date

    from kutla.coalitions import CoalitionPicture
    from kutla.coalitions.game import Coalition, Group
    from kutla.procedure.placing import Stage
    from kutla.procedure.rules import Reading
    from kutla.state.state import State

_SETS = 3


@dataclass(frozen=True, slots=True)
class Reach:
    """A number of members that some act needs, and who has them.

    ``first`` is the largest group and ``lacks`` what it lacks; ``sets`` the best few coalitions that
    reach under what nobody contests was refused (none: nobody does); ``blockers`` the fewest groups,
    the largest first, without whom it cannot be reached (empty where no seats are known).
    """

    needed: int
    acts: tuple[str, ...]
    first: Group | None
    lacks: int
    sets: tuple[Coalition, ...]
    blockers: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Largest:
    """Whom one reading of "largest bloc" makes it: a group or a bloc with its seats, and when counted.

    ``name`` is None where no seats are known by then.
    """

    reading: Reading
    name: str | None
    seats: int | None
    why: str


def reaches(state: State, stage: Stage) -> tuple[Reach, ...]:
    """Say who has each majority or quorum that an open step needs, the smallest first."""
    acts: dict[int, list[str]] = {}
    for option in (*stage.options, *stage.later):
        for number, what in ((option.needed, "vote"), (option.present, "presence")):
            if number is not None:
                acts.setdefault(number, []).append(f"{option.rule.title} ({what})")
    return tuple(
        _reach(state, number, tuple(dict.fromkeys(named))) for number, named in sorted(acts.items())
    )


def _reach(state: State, needed: int, acts: tuple[str, ...]) -> Reach:
    picture = coalitions_from_state(state, quota=needed)
    groups = sorted(picture.groups, key=lambda group: (-group.seats, group.label))
    blockers: list[Group] = []
    for group in groups:
        if state.chamber.seats - sum(each.seats for each in blockers) < needed:
            break
        blockers.append(group)
    blocks = bool(groups) and state.chamber.seats - sum(g.seats for g in blockers) < needed
    return Reach(
        needed,
        acts,
        picture.first,
        picture.first_lacks,
        picture.without_contested.best[:_SETS],
        tuple(blockers) if blocks else (),
    )


def largest_blocs(state: State, stage: Stage, picture: CoalitionPicture) -> tuple[Largest, ...]:
    """Say whom each reading of "largest bloc" makes it.

    The first session's reading counts the blocs reported by that session (all of them before it);
    the reading of any session counts those of the day asked about.
    """
    session = next((step.day for step in stage.reached if step.event == "first-session"), None)
    readings = (stage.reading, *stage.other_readings)
    found = []
    for reading in readings:
        if reading is None:
            continue
        until = session if "first session" in reading.name else None
        name, seats = _largest(picture, until)
        when = "no first session yet" if session is None else f"the first session, {session}"
        counted = when if "first session" in reading.name else f"{state.valid_on}"
        found.append(Largest(reading, name, seats, f"as of {counted}"))
    return tuple(found)


def _largest(picture: CoalitionPicture, until: date | None) -> tuple[str | None, int | None]:
    found: list[tuple[int, str]] = [(group.seats, group.label) for group in picture.groups]
    for alliance in picture.alliances:
        days = [
            item.claim.reported.first_on
            for fact in alliance.facts
            for item in fact.support
            if item.claim.reported is not None
        ]
        in_time = until is None or not days or min(days) <= until
        if in_time and alliance.seats and not alliance.broken:
            found.append((alliance.seats, f"{alliance.label} ({alliance.bond.value})"))
    if not found:
        return None, None
    seats, name = max(found, key=lambda pair: (pair[0], pair[1]))
    return name, seats
