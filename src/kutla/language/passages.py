"""Blocks of a document cut into passages: sentences, and quotations apart from their frames."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.documents.document import BlockRole
from kutla.language.passage import Passage

if TYPE_CHECKING:
    from kutla.documents.document import Block, Document
    from kutla.language.pipeline import Pipeline

_FOLD = str.maketrans("“”„«»‘’‚`\u00a0\u2009\u202f–", '"""""\'\'\'\'   -') | {ord("\n"): " "}
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "col",
        "lt",
        "sgt",
        "maj",
        "capt",
        "adm",
        "gov",
        "sen",
        "rep",
        "rev",
        "hon",
        "st",
        "jr",
        "sr",
        "no",
        "vs",
        "etc",
        "inc",
        "ltd",
        "co",
        "corp",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "u.s",
        "u.k",
        "u.n",
        "e.g",
        "i.e",
        "a.m",
        "p.m",
        "approx",
        "dept",
        "brig",
        "cmdr",
        "pres",
        "min",
        "mt",
        "ft",
    ]
)
_BOUNDARY = re.compile(r"([.!?…]+[\"')\]]*)\s+(?=[\"'(\[]*[A-Z0-9À-Þ\u0600-\u06ff])")
_QUOTATION = re.compile(r'"([^"]+)("|$)')
_CLAUSE_WORDS = 5
PLACEHOLDER = "this"


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    sentence: tuple[int, int]
    text: str
    offsets: tuple[int, ...]
    quotation: bool


def fold(text: str) -> str:
    """Fold typographic quotation marks, apostrophes, spaces and dashes, one for one."""
    return text.translate(_FOLD)


def split_passages(document: Document, pipeline: Pipeline) -> tuple[Passage, ...]:
    """Cut every block into passages and parse each one by itself."""
    pieces: list[tuple[int, Block, _Piece]] = []
    for index, block in enumerate(document.blocks):
        pieces.extend((index, block, piece) for piece in _pieces(document.text, block))
    parses = pipeline.parse([piece.text for _, _, piece in pieces])
    passages = []
    for (index, block, piece), parse in zip(pieces, parses, strict=True):
        starts = tuple(piece.offsets[token.idx] for token in parse)
        ends = tuple(piece.offsets[token.idx + len(token) - 1] + 1 for token in parse)
        passages.append(
            Passage(
                index, block.role, piece.start, piece.end, *piece.sentence, parse, starts, ends,
                quotation=piece.quotation,
            )
        )  # fmt: skip
    return tuple(passages)


def _pieces(text: str, block: Block) -> list[_Piece]:
    folded = fold(text[block.start : block.end])
    quotations = _quotations(folded)
    pieces: list[_Piece] = []
    for start, end in _sentences(folded, quotations, block.role):
        pieces.extend(_frame_and_quotations(folded, block.start, start, end, quotations))
    return pieces


def _quotations(folded: str) -> list[tuple[int, int]]:
    """Spans between marks that are clauses, marks included; an unclosed one runs to the end."""
    return [
        match.span()
        for match in _QUOTATION.finditer(folded)
        if len(match.group(1).split()) >= _CLAUSE_WORDS
    ]


def _sentences(
    folded: str, quotations: list[tuple[int, int]], role: BlockRole
) -> list[tuple[int, int]]:
    if role is BlockRole.HEADLINE:
        return [(0, len(folded))]
    cuts = [0]
    for match in _BOUNDARY.finditer(folded):
        at = match.end()
        within = any(start < match.start(1) < end - 1 for start, end in quotations)
        if within or _is_abbreviation(folded, match.start(1)):
            continue
        cuts.append(at)
    cuts.append(len(folded))
    spans = itertools.pairwise(cuts)
    return [(a, b) for a, b in spans if folded[a:b].strip()]


_BEFORE_FIGURES = frozenset(["no", "mar", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])


def _is_abbreviation(folded: str, stop: int) -> bool:
    if folded[stop] != ".":
        return False
    word = re.search(r"[\w.-]+$", folded[:stop])
    if word is None:
        return False
    bare = word.group(0).casefold()
    if bare in _BEFORE_FIGURES and not folded[stop + 1 :].lstrip()[:1].isdigit():
        return False  # "they said no."
    return bare in _ABBREVIATIONS or bool(re.fullmatch(r"(?:\w\.)*\w", bare) and not bare.isdigit())


def _frame_and_quotations(
    folded: str, base: int, start: int, end: int, quotations: list[tuple[int, int]]
) -> list[_Piece]:
    sentence = (base + start, base + len(folded[:end].rstrip()))
    inside = [(a, b) for a, b in quotations if a >= start and b <= end + 1]
    pieces: list[_Piece] = []
    text: list[str] = []
    offsets: list[int] = []
    at = start
    for a, b in inside:
        text.append(folded[at:a])
        offsets.extend(range(base + at, base + a))
        filler = f'"{PLACEHOLDER}"' if _has_words(folded, start, end, inside) else ""
        text.append(filler)
        offsets.extend([base + a] * len(filler))
        at = b
    text.append(folded[at:end])
    offsets.extend(range(base + at, base + end))
    frame = "".join(text)
    if re.search(r"\w", frame.replace(PLACEHOLDER, "")):
        lead = len(frame) - len(frame.lstrip())
        frame = frame.strip()
        pieces.append(
            _Piece(*sentence, sentence, frame, tuple(offsets[lead : lead + len(frame)]), False)
        )
    for a, b in inside:
        pieces.extend(_within(folded, base, a, b, sentence))
    return pieces


def _has_words(folded: str, start: int, end: int, inside: list[tuple[int, int]]) -> bool:
    outside = folded[start:end]
    for a, b in inside:
        outside = outside.replace(folded[a:b], "")
    return bool(re.search(r"\w", outside))


def _within(folded: str, base: int, a: int, b: int, sentence: tuple[int, int]) -> list[_Piece]:
    inner_start = a + 1
    inner_end = b - 1 if folded[b - 1] == '"' else b
    inner = folded[inner_start:inner_end]
    pieces = []
    for start, end in _sentences(inner, [], BlockRole.PARAGRAPH):
        text = inner[start:end]
        lead = len(text) - len(text.lstrip())
        text = text.strip()
        first = base + inner_start + start + lead
        offsets = tuple(range(first, first + len(text)))
        pieces.append(_Piece(first, first + len(text), sentence, text, offsets, True))
    return pieces
