"""From the picture to the brief, in the order in which it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.briefs import sections
from kutla.briefs.brief import Brief, Line
from kutla.briefs.numbering import Numbering
from kutla.briefs.sections.likely import likely
from kutla.briefs.words import say_day

if TYPE_CHECKING:
    from kutla.pipeline import Picture


def make_brief(picture: Picture) -> Brief:
    """Write the brief of a picture: where things stand, who can reach the quota, what is contested,
    what changed, what comes next, who may govern, what is open, and the evidence.
    """  # noqa: D205  (the order is the contract)
    numbering = Numbering({document.id: document for document in picture.documents})
    seats = sections.seats(picture, numbering)
    body = (
        sections.reports(picture),
        seats,
        sections.alliances(picture, numbering),
        sections.offices(picture, numbering),
        sections.denials(picture, numbering),
        sections.pressure(picture, numbering),
        sections.arithmetic(picture),
        sections.contested(picture, numbering),
        sections.changed(picture, numbering),
        sections.next_steps(picture, numbering),
        likely(picture),
        sections.questions(picture, numbering),
    )
    state = picture.state
    return Brief(
        parliament=state.parliament,
        chamber=state.chamber.name,
        valid_on=state.valid_on,
        known_at=state.known_at,
        summary=_summary(picture),
        sections=body,
        evidence=numbering.entries(),
    )


def _summary(picture: Picture) -> tuple[Line, ...]:
    state, found = picture.state, picture.coalitions
    lines = []
    if found.first is not None:
        lines.append(
            f"{found.first.label} is first with {found.first.seats} of {state.chamber.seats} seats; "
            f"{found.quota} make a majority, so it lacks {max(0, found.first_lacks)}."
        )
    answer = found.with_contested or found.without_contested
    if answer.outlook is not None and found.groups:
        needed = [group.label for group in answer.outlook.needed_by_all]
        who = f"; every one needs {' and '.join(needed)}" if needed else "; none is needed by all"
        lines.append(f"{answer.outlook.minimal:,} smallest sets of lists reach it{who}.")
    contested, still_open = len(state.contested), len(state.problems)
    points = "1 point is" if contested == 1 else f"{contested} points are"
    lines.append(f"{points} contested; {still_open} {'is' if still_open == 1 else 'are'} open.")
    lines.append(f"On {say_day(state.valid_on)}: {picture.stage.title}.")
    return tuple(Line(text) for text in lines)
