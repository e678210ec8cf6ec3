"""The sections of a brief, each read off the picture; no parliament is named in them."""

from kutla.briefs.sections.arithmetic import arithmetic
from kutla.briefs.sections.coming import changed, next_steps
from kutla.briefs.sections.disputes import contested, denials
from kutla.briefs.sections.holding import seats
from kutla.briefs.sections.offices import offices
from kutla.briefs.sections.pressure import pressure
from kutla.briefs.sections.questions import questions
from kutla.briefs.sections.reading import reports
from kutla.briefs.sections.siding import alliances

__all__ = [
    "alliances",
    "arithmetic",
    "changed",
    "contested",
    "denials",
    "next_steps",
    "offices",
    "pressure",
    "questions",
    "reports",
    "seats",
]
