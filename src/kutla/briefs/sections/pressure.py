"""Force, accusations, threats, and moves against a government."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.briefs.brief import Line, Section
from kutla.briefs.sections.lines import lines_of, nothing

if TYPE_CHECKING:
    from kutla.briefs.numbering import Numbering
    from kutla.pipeline import Picture
    from kutla.state import State


def pressure(picture: Picture, numbering: Numbering) -> Section:
    """Force, accusations, threats, and moves against a government."""
    kinds = (
        "confidence_vote",
        "raids",
        "detains",
        "releases",
        "attacks",
        "accuses",
        "threatens",
        "event_other",
    )
    parts = lines_of(picture.state.of_kind(*kinds), numbering)
    marked = tuple(_mark_anonymous(line, picture.state, numbering) for line in parts)
    return Section("pressure", "Pressure and force", marked or (nothing("pressure or force"),))


def _mark_anonymous(line: Line, state: State, numbering: Numbering) -> Line:
    for fact in state.facts:
        if numbering.of_fact(fact) == line.refs and all(i.claim.is_anonymous for i in fact.support):
            return Line(
                f"{line.text} Nobody is named as the source.", line.refs, "anonymous", line.below
            )
    return line
