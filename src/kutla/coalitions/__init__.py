"""Who could govern: exact combinatorics under vetoes, and power; see ``docs/coalitions.md``."""

from kutla.coalitions.alliances import Alliance, Bond
from kutla.coalitions.counting import (
    count_feasible,
    count_minimal_winning,
    count_winning,
    estimate_states,
    minimal_by_size,
    minimal_with,
    needed_by_all,
    needed_by_none,
    winning_by_size,
)
from kutla.coalitions.game import Coalition, Game, Group, by_seats, coalition_of
from kutla.coalitions.listing import enumerate_coalitions
from kutla.coalitions.picture import (
    Arithmetic,
    CoalitionPicture,
    coalitions_from_state,
)
from kutla.coalitions.power import (
    Meaning,
    Power,
    PowerIndex,
    banzhaf,
    deegan_packel,
    holler_packel,
    johnston,
    shapley_shubik,
)
from kutla.coalitions.questions import (
    Flip,
    Lifting,
    Outlook,
    flips,
    lacks,
    outlook,
    partners_for,
    what_lifts,
)
from kutla.coalitions.ranking import (
    MEMBERS,
    SURPLUS,
    YARDSTICKS,
    Broken,
    Range,
    Sum,
    Yardstick,
    find_yardstick,
    mix,
)
from kutla.coalitions.sampling import sample
from kutla.coalitions.seating import Refusal

__all__ = [
    "MEMBERS",
    "SURPLUS",
    "YARDSTICKS",
    "Alliance",
    "Arithmetic",
    "Bond",
    "Broken",
    "Coalition",
    "CoalitionPicture",
    "Flip",
    "Game",
    "Group",
    "Lifting",
    "Meaning",
    "Outlook",
    "Power",
    "PowerIndex",
    "Range",
    "Refusal",
    "Sum",
    "Yardstick",
    "banzhaf",
    "by_seats",
    "coalition_of",
    "coalitions_from_state",
    "count_feasible",
    "count_minimal_winning",
    "count_winning",
    "deegan_packel",
    "enumerate_coalitions",
    "estimate_states",
    "find_yardstick",
    "flips",
    "holler_packel",
    "johnston",
    "lacks",
    "minimal_by_size",
    "minimal_with",
    "mix",
    "needed_by_all",
    "needed_by_none",
    "outlook",
    "partners_for",
    "sample",
    "shapley_shubik",
    "what_lifts",
    "winning_by_size",
]
