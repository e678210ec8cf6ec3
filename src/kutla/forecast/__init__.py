"""Who may govern, with what probability, and how often that was right; see ``docs/forecast.md``."""

from kutla.forecast.cases import Case, past_cases
from kutla.forecast.durations import falls_within, no_government_by
from kutla.forecast.forecast import Contender, Forecast, Outcome, forecast
from kutla.forecast.ground import Ground, find_ground
from kutla.forecast.model import Durations, Model, Weights, load_model
from kutla.forecast.news import WEIGHTS, Signal, signals_of
from kutla.forecast.opportunity import Opportunity, PastCabinet

__all__ = [
    "WEIGHTS",
    "Case",
    "Contender",
    "Durations",
    "Forecast",
    "Ground",
    "Model",
    "Opportunity",
    "Outcome",
    "PastCabinet",
    "Signal",
    "Weights",
    "falls_within",
    "find_ground",
    "forecast",
    "load_model",
    "no_government_by",
    "past_cases",
    "signals_of",
]
