"""Passages written by hand: ``[P:Ana Ruiz] of the [O:Green List] won 12 seats``.

The letter says the kind (P person, O party list, A armed faction, C country, I institution,
M ministry, G group); ``[P:she=Ana Ruiz]`` is a word that stands for a fuller name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kutla.claims.claim import ClaimDraft
from kutla.claims.extract import extract
from kutla.documents.document import Block, BlockRole, Document
from kutla.language.passage import Analysis, Mention, Passage, Speaker
from kutla.vocabulary import EntityKind

_KINDS = {
    "P": EntityKind.PERSON,
    "O": EntityKind.PARTY_LIST,
    "A": EntityKind.ARMED_FACTION,
    "C": EntityKind.COUNTRY,
    "I": EntityKind.INSTITUTION,
    "M": EntityKind.MINISTRY,
    "G": EntityKind.GROUP,
    "E": EntityKind.ELECTION,
}
_BRACKET = re.compile(r"\[(?:([^\]:|]+)\|)?([A-Z]):([^\]=]+)(?:=([^\]]+))?\]")


@lru_cache(maxsize=1)
def pipeline():
    from kutla.language import load_pipeline

    return load_pipeline()


@lru_cache(maxsize=1)
def _nlp():
    import os

    import spacy

    path = os.environ.get("KUTLA_DEV_MODEL")
    return spacy.load(path) if path else pipeline().nlp


def passage_of(written: str, *, speaker: str | None = None, role=BlockRole.PARAGRAPH):
    text, mentions, last = "", [], 0
    for found in _BRACKET.finditer(written):
        text += written[last : found.start()]
        title, letter, words, name = found.groups()
        if title:
            text += title + " "
        start = len(text)
        text += words
        mentions.append(
            Mention(start, len(text), words, name or words, _KINDS[letter], title=title or "")
        )
        last = found.end()
    text += written[last:]
    parse = _nlp()(text)
    starts = tuple(token.idx for token in parse)
    ends = tuple(token.idx + len(token) for token in parse)
    passage = Passage(
        0, role, 0, len(text), 0, len(text), parse, starts, ends, tuple(mentions),
        speaker=Speaker(speaker) if speaker else None, quotation=speaker is not None,
    )  # fmt: skip
    return text, passage


def drafts_of(written: str, **kwargs) -> tuple[ClaimDraft, ...]:
    text, passage = passage_of(written, **kwargs)
    document = Document("d" * 16, "memory", text, (Block(0, len(text)),))
    analysis = Analysis(document.id, text, (passage,), passage.mentions)
    return extract(document, analysis)


def lines_of(written: str, **kwargs) -> list[str]:
    """Each claim as "kind | subject | object | value/total | polarity modality"."""
    lines = []
    for d in drafts_of(written, **kwargs):
        value = "" if d.value is None else str(d.value) + (f"/{d.total}" if d.total else "")
        lines.append(
            " | ".join(
                (d.kind, d.subject.name, d.object.name if d.object else "", value,
                 f"{d.polarity.value} {d.modality.value}")
            )
        )  # fmt: skip
    return lines
