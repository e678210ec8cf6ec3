"""Lines that one outlet prints under many reports: its boilerplate, told by comparing reports.

Copies are put together first, else the body of a report published twice would be taken for
boilerplate. Paragraphs are dropped only at a report's edges and only when they are everywhere:
agencies repeat background paragraphs, and those are news.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from kutla.documents.document import Block, BlockRole, Document, Dropped, DropReason
from kutla.documents.lines import PROSE_WORDS, fold
from kutla.documents.stories import group

FEWEST_REPORTS = 3
_LINE_SHARE = 0.2
_PARAGRAPH_SHARE = 0.6
_EDGE_BLOCKS = 2


def drop_repeated(documents: tuple[Document, ...]) -> tuple[Document, ...]:
    """Drop the lines that stand in several independent reports of one outlet."""
    by_outlet: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        if document.outlet is not None:
            by_outlet[document.outlet.name].append(document)
    cleaned = {}
    for reports in by_outlet.values():
        if len(reports) >= FEWEST_REPORTS:
            cleaned.update(_clean_outlet(reports))
    return tuple(cleaned.get(document.id, document) for document in documents)


def _clean_outlet(reports: list[Document]) -> dict[str, Document]:
    leads = {story.document_ids[0] for story in group(reports)}
    times: Counter[str] = Counter()
    for document in reports:
        if document.id in leads:
            times.update({_key(document, block) for block in document.blocks})
    return {document.id: _drop(document, times, len(leads)) for document in reports}


def _key(document: Document, block: Block) -> str:
    return fold(document.text[block.start : block.end])


def _drop(document: Document, times: Counter[str], reports: int) -> Document:
    kept: list[Block] = []
    gone: list[Dropped] = []
    for place, block in enumerate(document.blocks):
        key = _key(document, block)
        is_paragraph = len(key.split()) >= PROSE_WORDS
        edge = min(place, len(document.blocks) - 1 - place) < _EDGE_BLOCKS
        least = max(FEWEST_REPORTS, (_PARAGRAPH_SHARE if is_paragraph else _LINE_SHARE) * reports)
        is_news = block.role in {BlockRole.HEADLINE, BlockRole.TABLE_ROW} or (
            is_paragraph and not edge
        )
        if times[key] >= least and not is_news:
            gone.append(Dropped(block.start, block.end, DropReason.REPEATED))
        else:
            kept.append(block)
    if not gone:
        return document
    dropped = sorted((*document.dropped, *gone), key=lambda span: span.start)
    return replace(document, blocks=tuple(kept), dropped=tuple(dropped))
