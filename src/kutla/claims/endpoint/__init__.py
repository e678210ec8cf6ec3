"""A second extractor: a language model behind any OpenAI-compatible endpoint; see ``docs/models.md``."""

from kutla.claims.endpoint.asking import Endpoint, Usage
from kutla.claims.endpoint.extractor import ModelExtractor, Rejected

__all__ = ["Endpoint", "ModelExtractor", "Rejected", "Usage"]
