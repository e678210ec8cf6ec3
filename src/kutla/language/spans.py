"""Names where they stand, and which of two that overlap is kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kutla.language.headwords import TAIL_WORDS
from kutla.vocabulary import EntityKind

REGISTER, HEAD, NETWORK, CAPITALS = 3, 2, 1, 0


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name where it stands; ``rank`` says how it was found, ``label`` what the network says."""

    start: int
    end: int
    text: str
    rank: int
    label: str = ""
    kind: EntityKind | None = None
    entity_id: str | None = None


def merge_spans(spans: list[NameSpan]) -> list[NameSpan]:
    """Of overlapping names keep the surest and fullest; labels and ids of the same words join."""
    ordered = sorted(spans, key=lambda s: (-_worth(s), s.start))
    kept: list[NameSpan] = []
    for span in ordered:
        over = [
            index
            for index, other in enumerate(kept)
            if span.start < other.end and other.start < span.end
        ]
        if not over:
            kept.append(span)
        elif len(over) == 1:
            other = kept[over[0]]
            if (other.start, other.end) == (span.start, span.end) or other.start == span.start:
                kept[over[0]] = _joined(other, span)
    return sorted(kept, key=lambda s: s.start)


_GENERIC_REST = re.compile(rf"(?: (?:{TAIL_WORDS}))+")


def _joined(kept: NameSpan, span: NameSpan) -> NameSpan:
    """What a name learns from a shorter one with which it begins: "Sairoon" in "Sairoon list"."""
    is_same = kept.end == span.end
    rest = kept.text[len(span.text) :]
    is_it = is_same or bool(_GENERIC_REST.fullmatch(rest))
    lends = span.entity_id and not kept.entity_id and is_it
    if lends and (is_same or span.kind is not EntityKind.COUNTRY):
        kept = replace(kept, entity_id=span.entity_id, kind=span.kind)
    return replace(
        kept,
        label=kept.label or span.label,
        rank=max(kept.rank, span.rank) if is_same else kept.rank,
    )


_LITTLE = 0.5


def _worth(span: NameSpan) -> float:
    """Longer wins; a register's or head noun's words win over a little more of capitals."""
    if span.kind is EntityKind.COUNTRY:
        return span.end - span.start + _LITTLE  # "Italia Viva" is no Italy
    return (span.end - span.start) + {REGISTER: 6, HEAD: 4, NETWORK: 1, CAPITALS: 0}[span.rank]
