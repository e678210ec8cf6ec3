"""The families of claims, one small file each, in the order they are tried."""

from kutla.claims.families.acts import ACTS
from kutla.claims.families.blocs import BLOCS
from kutla.claims.families.clashes import CLASHES
from kutla.claims.families.dealings import DEALINGS
from kutla.claims.families.family import Family
from kutla.claims.families.force import FORCE
from kutla.claims.families.houses import HOUSES
from kutla.claims.families.leadership import LEADERSHIP
from kutla.claims.families.makeup import MAKEUP
from kutla.claims.families.moves import MOVES
from kutla.claims.families.offices import OFFICES
from kutla.claims.families.portfolios import PORTFOLIOS
from kutla.claims.families.procedure import PROCEDURE
from kutla.claims.families.seats import SEATS
from kutla.claims.families.sides import SIDES
from kutla.claims.families.stances import STANCES

FAMILIES: tuple[Family, ...] = (
    SEATS, MAKEUP, LEADERSHIP, MOVES, BLOCS, SIDES, STANCES, DEALINGS, PORTFOLIOS, OFFICES, ACTS,
    HOUSES, PROCEDURE, FORCE, CLASHES,
)  # fmt: skip

__all__ = ["FAMILIES", "Family"]
