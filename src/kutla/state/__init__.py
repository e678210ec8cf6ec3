"""What holds on a day as known at a moment, read off the ledger."""

from kutla.state.asking import Answer, Question, Side, ask
from kutla.state.diff import Change, Diff, diff
from kutla.state.names import Asked, find_asked, find_speaker
from kutla.state.project import KnownBy, project, project_ledger, reviewed
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
from kutla.state.views import Government, government, stances
from kutla.state.weights import WEIGHTS, Weight, Weights, load_weights, use_weights, used_weights

__all__ = [
    "WEIGHTS",
    "Alternative",
    "Answer",
    "Asked",
    "Bloc",
    "Change",
    "Diff",
    "Evidence",
    "Fact",
    "Government",
    "KnownBy",
    "Moment",
    "Question",
    "SeatTable",
    "Side",
    "Standing",
    "State",
    "Weight",
    "Weights",
    "ask",
    "diff",
    "find_asked",
    "find_speaker",
    "government",
    "load_weights",
    "project",
    "project_ledger",
    "reviewed",
    "stances",
    "timeline",
    "use_weights",
    "used_weights",
]
