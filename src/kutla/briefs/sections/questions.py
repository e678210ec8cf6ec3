"""What stays open: names, days, sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.briefs.brief import Line, Section
from kutla.briefs.sections.lines import refs_of, sentence

if TYPE_CHECKING:
    from kutla.briefs.numbering import Numbering
    from kutla.pipeline import Picture


def questions(picture: Picture, numbering: Numbering) -> Section:
    """What stays open: names nobody knows, days nobody gives, sums that do not add up."""
    lines = [
        Line(
            sentence(problem.message),
            refs_of(picture.state, numbering, problem.claim_ids),
            "open",
        )
        for problem in (*picture.state.problems, *picture.coalitions.problems)
    ]
    return Section("open", "Open questions", tuple(lines) or (Line("None."),))
