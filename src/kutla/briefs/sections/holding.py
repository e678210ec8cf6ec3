"""Who holds what, and what the first list lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.briefs.brief import Drawing, Line, Section, Table
from kutla.briefs.drawings import draw_hemicycle
from kutla.briefs.sections.lines import flags
from kutla.briefs.words import say_day, say_voices

if TYPE_CHECKING:
    from kutla.briefs.numbering import Numbering
    from kutla.pipeline import Picture


def seats(picture: Picture, numbering: Numbering) -> Section:
    """Who holds what: every figure with who gives it, what is missing, how far to the quota."""
    state = picture.state
    rows, refs = [], []
    for fact in state.seats.rows:
        name = fact.subject.name if fact.subject.is_resolved else f"“{fact.subject.name}”"
        figures = " or ".join(str(a.value) for a in fact.alternatives)
        stories = ", ".join(str(a.stories) for a in fact.alternatives)
        rows.append(
            (
                name,
                figures,
                stories,
                fact.standing.value,
                say_voices((*fact.support, *fact.dissent)),
            )
        )
        refs.append(numbering.of_fact(fact))
    total = next((a.total for f in state.seats.rows for a in f.alternatives if a.total), None)
    parts: list[Line | Table | Drawing] = []
    if not rows:
        return Section(
            "seats", "Who holds what", (Line("No report gives any list a number of seats."),)
        )
    held = f", election of {say_day(state.seats.election_on)}" if state.seats.election_on else ""
    parts.append(draw_hemicycle(state))
    columns = ("List", "Seats", "Stories", "Standing", "Who says so")
    caption = f"Reported seats of the {state.chamber.name}{held}"
    parts.append(Table(caption, columns, tuple(rows), tuple(refs), frozenset({1, 2})))
    accounted = f"Together {state.seats.accounted} of {state.chamber.seats} seats are reported"
    if state.seats.unaccounted > 0:
        accounted += f"; {state.seats.unaccounted} are reported for nobody"
    if total is not None and total != state.chamber.seats:
        accounted += f". A report gives the house {total} seats"
    parts.append(Line(accounted + "."))
    parts.append(_first_lacks(picture))
    parts += flags(
        picture,
        numbering,
        "list-named-twice",
        "name-not-matched",
        "seats-do-not-add-up",
        only_seats=True,
    )
    return Section("seats", "Who holds what", tuple(parts))


def _first_lacks(picture: Picture) -> Line:
    arithmetic = picture.coalitions
    if arithmetic.first is None:
        return Line(f"An absolute majority takes {arithmetic.quota} seats.")
    first = arithmetic.first
    if arithmetic.first_lacks <= 0:
        return Line(
            f"{first.label} alone has the {arithmetic.quota} seats of an absolute majority."
        )
    return Line(
        f"No list is near the {arithmetic.quota} seats of an absolute majority: {first.label}, "
        f"the first, has {first.seats} and lacks {arithmetic.first_lacks}."
        if first.seats * 2 < arithmetic.quota
        else f"{first.label}, the first list, has {first.seats} of the {arithmetic.quota} seats "
        f"of an absolute majority and lacks {arithmetic.first_lacks}."
    )
