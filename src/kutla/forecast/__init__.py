"""Who may govern, with what probability, and how often that was right; see ``docs/forecast.md``."""

from kutla.forecast.forecast import (
    Contender,
    Forecast,
    Model,
    Outcome,
    forecast,
    load_model,
)

__all__ = ["Contender", "Forecast", "Model", "Outcome", "forecast", "load_model"]
