"""Who wants, is named for, holds and leaves which office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.briefs.brief import Line, Section
from kutla.briefs.sections.lines import lines_of, nothing, reported_on, when_of
from kutla.briefs.words import say_who
from kutla.state import Standing

if TYPE_CHECKING:
    from kutla.briefs.numbering import Numbering
    from kutla.pipeline import Picture
    from kutla.state import Fact


def offices(picture: Picture, numbering: Numbering) -> Section:
    """Who wants, is named for, holds and leaves which office; who controls a ministry."""
    state = picture.state
    wanted = lines_of(
        state.of_kind(
            "candidate_for", "withdraws_candidacy", "nominated_for", "appointed_to", "resigns"
        ),
        numbering,
    )
    held = [
        _holder_line(f, numbering) for f in sorted(state.of_kind("holds_office"), key=reported_on)
    ]
    controls = lines_of(state.of_kind("controls"), numbering)
    parts = [*wanted, *held, *controls]
    return Section("offices", "Offices and candidacies", tuple(parts) or (nothing("offices"),))


def _holder_line(fact: Fact, numbering: Numbering) -> Line:
    verb = "was" if fact.standing is Standing.SUPERSEDED else "is"
    office = fact.object.name if fact.object else "in office"
    ended = f" — {fact.reason}" if fact.standing is Standing.SUPERSEDED else ""
    text = f"{fact.subject.name} {verb} {office} ({when_of(fact)}), {say_who(fact.support)}{ended}."
    return Line(text, numbering.of_fact(fact), fact.standing.value)
