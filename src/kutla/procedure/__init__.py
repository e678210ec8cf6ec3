"""The constitution as data, and where in it we are; see ``docs/procedure.md``."""

from kutla.procedure.loading import list_procedures, load_procedure, parse_procedure
from kutla.procedure.milestones import Milestone, read_milestones
from kutla.procedure.placing import Missed, Option, Precedent, Stage, place_in_procedure
from kutla.procedure.rules import (
    EVENTS,
    MAJORITIES,
    Past,
    Procedure,
    Reading,
    Rule,
    members_needed,
)

__all__ = [
    "EVENTS",
    "MAJORITIES",
    "Milestone",
    "Missed",
    "Option",
    "Past",
    "Precedent",
    "Procedure",
    "Reading",
    "Rule",
    "Stage",
    "list_procedures",
    "load_procedure",
    "members_needed",
    "parse_procedure",
    "place_in_procedure",
    "read_milestones",
]
