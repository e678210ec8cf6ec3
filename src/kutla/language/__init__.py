"""Text to what the claim rules read: passages with parse, names, voices and dates."""

from kutla.language.analyse import analyse
from kutla.language.dates import governing_date
from kutla.language.passage import Analysis, DatedWords, Mention, Passage, Speaker, SpokenSpan
from kutla.language.pipeline import Pipeline, load_pipeline

__all__ = [
    "Analysis",
    "DatedWords",
    "Mention",
    "Passage",
    "Pipeline",
    "Speaker",
    "SpokenSpan",
    "analyse",
    "governing_date",
    "load_pipeline",
]
