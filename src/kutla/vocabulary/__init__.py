"""The nouns everyone shares: frozen, no input or output, importing nothing of kutla but errors."""

from kutla.vocabulary.actors import POLITICAL_GROUPS, EntityKind, Referent
from kutla.vocabulary.chamber import Chamber
from kutla.vocabulary.offices import name_office
from kutla.vocabulary.problems import Problem
from kutla.vocabulary.quotes import Quote
from kutla.vocabulary.time import OPEN, Period, When

__all__ = [
    "OPEN",
    "POLITICAL_GROUPS",
    "Chamber",
    "EntityKind",
    "Period",
    "Problem",
    "Quote",
    "Referent",
    "When",
    "name_office",
]
