"""Who is who in a parliament: a name → an entity, or an open question."""

from kutla.register.checking import check_parliament
from kutla.register.comparison import Comparison, Sameness, compare_names
from kutla.register.countries import country_names
from kutla.register.entity import (
    Alias,
    AliasMark,
    Cabinet,
    Election,
    Entity,
    ReportedFigure,
    Tenure,
)
from kutla.register.judging import Identity, identity_of, judged
from kutla.register.likeness import name_likeness
from kutla.register.loading import find_parliament, load_parliament, parliaments, parliaments_in
from kutla.register.matching import Candidate, Match, MatchStanding
from kutla.register.register import Register
from kutla.register.resolver_lines import ResolverLine, read_resolver_lines, resolver_lines
from kutla.register.separation import NeverSame
from kutla.register.spotting import Spotting

__all__ = [
    "Alias",
    "AliasMark",
    "Cabinet",
    "Candidate",
    "Comparison",
    "Election",
    "Entity",
    "Identity",
    "Match",
    "MatchStanding",
    "NeverSame",
    "Register",
    "ReportedFigure",
    "ResolverLine",
    "Sameness",
    "Spotting",
    "Tenure",
    "check_parliament",
    "compare_names",
    "country_names",
    "find_parliament",
    "identity_of",
    "judged",
    "load_parliament",
    "name_likeness",
    "parliaments",
    "parliaments_in",
    "read_resolver_lines",
    "resolver_lines",
]
