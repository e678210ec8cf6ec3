"""The constitution as data, and where in it we are; see ``docs/procedure.md``."""

from kutla.procedure.calendar import make_calendar
from kutla.procedure.checking import check_procedure
from kutla.procedure.loading import list_procedures, load_procedure, parse_procedure
from kutla.procedure.milestones import Milestone, read_milestones
from kutla.procedure.placing import Missed, Option, Precedent, Stage, place_in_procedure
from kutla.procedure.reaching import Largest, Reach, largest_blocs, reaches
from kutla.procedure.rules import (
    EVENTS,
    MAJORITIES,
    Past,
    Procedure,
    Reading,
    Rule,
    members_needed,
)
from kutla.procedure.simulating import Branch, simulate

__all__ = [
    "EVENTS",
    "MAJORITIES",
    "Branch",
    "Largest",
    "Milestone",
    "Missed",
    "Option",
    "Past",
    "Precedent",
    "Procedure",
    "Reach",
    "Reading",
    "Rule",
    "Stage",
    "check_procedure",
    "largest_blocs",
    "list_procedures",
    "load_procedure",
    "make_calendar",
    "members_needed",
    "parse_procedure",
    "place_in_procedure",
    "reaches",
    "read_milestones",
    "simulate",
]
