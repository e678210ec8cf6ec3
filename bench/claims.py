"""The reader: articles a second on one core, against the bare parser on the same sentences.

The political texts are those of the repository (the bundled example, ``tests/gold/world``); the
mixed ones are Wikinews from ``../shared/articles``, left out where that is not there.
"""

from __future__ import annotations

import csv
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from kutla.claims.extract import extract
from kutla.claims.gate import is_political
from kutla.documents import Block, BlockRole, Document
from kutla.language import analyse, load_pipeline
from kutla.language.passages import split_passages
from kutla.register import Register
from kutla.vocabulary import Chamber

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kutla.language.pipeline import Pipeline

_ROOT = Path(__file__).parents[1]
_POLITICAL = (
    "tests/gold/world/*.txt",
    "src/kutla/example_data/iraq/*.txt",
    "src/kutla/example_data/republic/press/*.txt",
)
_MIXED = _ROOT.parent / "shared" / "articles" / "wikinews.csv"
_ROUNDS = 3
_A_BOOK = 15_000
POLITICAL_LIMIT, MIXED_LIMIT = 40, 300


def _document(name: str, text: str) -> Document:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            role = BlockRole.PARAGRAPH if blocks else BlockRole.HEADLINE
            blocks.append(Block(at, at + len(line.rstrip()), role))
        at += len(line) + 1
    return Document(name, name, text, tuple(blocks))


def _political() -> list[Document]:
    paths = sorted(path for pattern in _POLITICAL for path in _ROOT.glob(pattern))
    documents = [_document(path.name, path.read_text(encoding="utf-8")) for path in paths]
    return [document for document in documents if is_political(document.text)]


def _mixed() -> list[Document]:
    if not _MIXED.exists():
        return []
    with _MIXED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        _document(str(i), f"{row['title']}\n\n{row['text'].strip()}\n")
        for i, row in enumerate(rows)
        if len(row["text"]) < _A_BOOK
    ]


def _best(work: Callable[[], object]) -> float:
    """Give the shortest processor time of a few rounds, in seconds."""
    rounds = []
    for _ in range(_ROUNDS):
        start = process_time()
        work()
        rounds.append(process_time() - start)
    return min(rounds)


def _read(documents: Sequence[Document], register: Register, pipeline: Pipeline) -> None:
    for document in documents:
        if is_political(document.text):
            extract(document, analyse(document, register, pipeline))


def main() -> None:
    """Print the tables."""
    pipeline, register = load_pipeline(), Register.empty("nowhere", Chamber("house", 100))
    print("\n| texts | | whole reader, /s | bare parser, /s | times the parser | limit, /s |")
    print("|---|---|---|---|---|---|")
    for name, documents, limit in (
        ("political", _political(), POLITICAL_LIMIT),
        ("mixed, behind the gate", _mixed(), MIXED_LIMIT),
    ):
        if not documents:
            continue
        _read(documents, register, pipeline)  # the first time patterns are compiled
        whole = _best(lambda docs=documents: _read(docs, register, pipeline))  # type: ignore[misc]
        bare = _best(lambda docs=documents: [split_passages(d, pipeline) for d in docs])  # type: ignore[misc]
        print(
            f"| {name} | {len(documents)} | {len(documents) / whole:.1f} | {len(documents) / bare:.1f} "
            f"| {whole / bare:.2f} | {limit} |"
        )


if __name__ == "__main__":
    main()
