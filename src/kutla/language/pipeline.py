"""The packaged spaCy pipeline: loaded once, no download, no network."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kutla.errors import LanguageError

if TYPE_CHECKING:
    from collections.abc import Iterable

MODEL = Path(__file__).parent / "model"


_END_OF_SENTENCE = (
    r"(?<=[a-z][A-Z])\.",
    r"(?<=[A-Z]-[A-Z])\.",
    r"(?<=[A-Z]\d)\.",
    r"(?<=[A-Z]\d\d)\.",
)
"""A full stop after "AfD" or "D66": spaCy takes "fD." for an initial."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """The loaded spaCy ``Language``; ``nlp`` is Any for spaCy ships no types."""

    nlp: Any

    def parse(self, texts: Iterable[str]) -> list[Any]:
        """Parse each text as one sentence, in order."""
        return list(self.nlp.pipe(texts, batch_size=64))


@lru_cache(maxsize=1)
def load_pipeline() -> Pipeline:
    """Load the packaged pipeline; raises LanguageError where its weights are missing."""
    import spacy  # noqa: PLC0415

    try:
        nlp = spacy.load(MODEL)
        suffixes = (*nlp.Defaults.suffixes, *_END_OF_SENTENCE)
        nlp.tokenizer.suffix_search = spacy.util.compile_suffix_regex(suffixes).search
        _use_fast_products(nlp)
        return Pipeline(nlp)
    except OSError as missing:
        raise LanguageError(
            f"the language model is missing from {MODEL}; install kutla again, or train it with "
            "`make language`"
        ) from missing


def _use_fast_products(nlp: Any) -> None:
    """Let numpy multiply the matrices: its OpenBLAS needs a third of the time of thinc's BLIS."""
    import numpy as np  # noqa: PLC0415
    from thinc.api import NumpyOps  # noqa: PLC0415

    class Ops(NumpyOps):  # type: ignore[misc]
        """thinc's own, but for the product of two matrices."""

        name = "numpy"

        def gemm(
            self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False
        ) -> Any:
            """Multiply x by y, either turned where asked; into ``out`` where given."""
            return np.dot(x.T if trans1 else x, y.T if trans2 else y, out=out)

    ops = Ops()
    for _, pipe in nlp.pipeline:
        for node in pipe.model.walk() if hasattr(pipe, "model") else ():
            if isinstance(node.ops, NumpyOps):
                node.ops = ops


@lru_cache(maxsize=1)
def trained_strings() -> frozenset[str]:
    """Give every string the pipeline met in training, words with their capitals."""
    path = MODEL / "vocab" / "strings.json"
    return frozenset(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else frozenset()
