"""What holds on a day as known at a moment, read off the ledger."""

from kutla.state.diff import Diff, diff
from kutla.state.project import KnownBy, project, project_ledger
from kutla.state.state import (
    Alternative,
    Bloc,
    Evidence,
    Fact,
    SeatTable,
    Standing,
    State,
)
from kutla.state.timeline import Moment, timeline
from kutla.state.weights import WEIGHTS, Weight

__all__ = [
    "WEIGHTS",
    "Alternative",
    "Bloc",
    "Diff",
    "Evidence",
    "Fact",
    "KnownBy",
    "Moment",
    "SeatTable",
    "Standing",
    "State",
    "Weight",
    "diff",
    "project",
    "project_ledger",
    "timeline",
]
