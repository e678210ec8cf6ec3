"""What of a text is news: the steps, in the order in which they are taken.

Clean text must come through unharmed, so every step is gated: whole-line patterns first, the tail
only where a body has gone before, and the middle of the text only where so few lines look like
paragraphs that the text must be a full page's dump.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from kutla.documents.dateline import Dateline, find_dateline
from kutla.documents.document import Block, BlockRole, Dropped, DropReason
from kutla.documents.furniture import (
    ANYWHERE,
    TAIL_HEADINGS,
    match_line,
    trailing_caption,
    trailing_credit,
)
from kutla.documents.head import headline_offset, sort_head
from kutla.documents.lines import Line, split_lines
from kutla.documents.sorting import Sorting
from kutla.documents.tail import sort_tail

DUMP_SHARE = 0.3
"""Below this share of paragraph-like lines a text is a full page, above it an extracted one."""
_DUMP_LINES = 12
_HEAD_LINES = 15
_TABLE_ROW = re.compile(
    r"^[^\d\t|]{2,60}?(?:\t+|\s*\|\s*|\s*[:–—-]\s+|\s{2,})\d[\d.,]*(?:\s*%|\s+\w+){0,3}$"
)
_LEAD_PARAGRAPHS = 3
_WIDEST_GAP = 4
_PARAGRAPH_WORDS = 12
_ENDS = frozenset({DropReason.COMMENT, DropReason.COMMENT_POLICY})


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The news of a text, and what was cut from it."""

    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...]
    headline: str | None
    dateline: Dateline | None


def clean(text: str, *, headline: str | None = None, is_extracted: bool = False) -> Cleaned:
    """Sort a text into blocks of news and dropped spans; ``headline`` is one that metadata give.

    ``is_extracted`` says that another extractor has already found the article (HTML), so that
    the middle of the text is never filtered.
    """
    sorting = Sorting(split_lines(text))
    if not is_extracted:
        _filter_dump(sorting)
    _drop_furniture(sorting)
    sort_head(sorting, headline)
    sort_tail(sorting)
    _drop_repeated_lines(sorting)
    _cut_trailing_credits(sorting)
    dateline, dateline_at = _find_lead_dateline(sorting)
    blocks = _make_blocks(sorting, dateline, dateline_at)
    found = _headline_text(text, sorting) or headline
    return Cleaned(blocks, _make_dropped(text, sorting, dateline, dateline_at), found, dateline)


def is_dump(lines: tuple[Line, ...]) -> bool:
    """Whether a text is a full page rather than an article cut out of one."""
    plain = [line for line in lines if not line.bullet and not _TABLE_ROW.match(line.text)]
    prose = sum(line.is_prose for line in plain)
    return len(plain) >= _DUMP_LINES and 0 < prose < DUMP_SHARE * len(plain)


def _filter_dump(sorting: Sorting) -> None:
    """Keep the stretch of a dump that holds most prose; inside it, menus' short lines go."""
    lines = sorting.lines
    if not is_dump(lines):
        return
    first, last = _densest_stretch(lines)
    for index, line in enumerate(lines):
        inside = first <= index <= last
        if inside and (line.is_prose or line.bullet or _is_row(lines, index)):
            continue
        if match_line(line, ANYWHERE) is None and not _is_near_top(index, first, lines):
            reason = DropReason.RELATED if index > last else DropReason.NAVIGATION
            sorting.drop(index, reason)


def _is_near_top(index: int, first: int, lines: tuple[Line, ...]) -> bool:
    """Say whether the head step may find a title, a caption, a byline or a date line here."""
    return first - _HEAD_LINES <= index < first and lines[index].words >= 3


def _densest_stretch(lines: tuple[Line, ...]) -> tuple[int, int]:
    """Find the run of lines in which the words of paragraphs most outweigh the short lines."""
    best, best_at, run, start = 0.0, (0, len(lines) - 1), 0.0, 0
    for index, line in enumerate(lines):
        if run <= 0:
            run, start = 0.0, index
        run += line.words if line.is_prose else -6.0
        if run > best:
            best, best_at = run, (start, index)
    first, last = best_at
    return _reach(lines, first, -1), _reach(lines, last, 1)


def _reach(lines: tuple[Line, ...], edge: int, step: int) -> int:
    """Take in paragraphs that a link or an advertisement parts from the others."""
    place, gap = edge + step, 0
    while 0 <= place < len(lines) and gap <= _WIDEST_GAP:
        line = lines[place]
        if match_line(line, TAIL_HEADINGS) in _ENDS:
            break
        if line.is_prose and line.has_stop and line.words >= _PARAGRAPH_WORDS:
            edge, gap = place, 0
        else:
            gap += 1
        place += step
    return edge


def _is_row(lines: tuple[Line, ...], index: int) -> bool:
    """Say whether a row stands among rows; one alone is any line that ends in a figure."""
    if not _TABLE_ROW.match(lines[index].text):
        return False
    beside = [i for i in (index - 2, index - 1, index + 1, index + 2) if 0 <= i < len(lines)]
    return sum(bool(_TABLE_ROW.match(lines[i].text)) for i in beside) >= 2


def _drop_furniture(sorting: Sorting) -> None:
    for index in sorting.kept():
        line = sorting.lines[index]
        reason = match_line(line, ANYWHERE)
        credit = trailing_caption(line.text) if reason is DropReason.CAPTION else None
        if credit is not None:
            sorting.cuts.append((line.start + credit, line.end, DropReason.CAPTION))
        elif reason is not None:
            sorting.drop(index, reason)


def _drop_repeated_lines(sorting: Sorting) -> None:
    """Keep a paragraph once: the second is a pull quote or a page's slip."""
    seen: set[str] = set()
    for index in sorting.kept():
        line = sorting.lines[index]
        if line.words >= 6 and line.key in seen and not _is_row(sorting.lines, index):
            sorting.drop(index, DropReason.REPEATED_LINE)
        seen.add(line.key)


def _cut_trailing_credits(sorting: Sorting) -> None:
    """Cut a wire's name behind the last sentence; in mid-article such a line is a caption."""
    paragraphs = [i for i in sorting.kept() if sorting.lines[i].words >= 6]
    for index in paragraphs:
        line = sorting.lines[index]
        at = trailing_credit(line.text)
        if at is None:
            continue
        if index != paragraphs[-1] and line.words <= 45:
            sorting.drop(index, DropReason.CAPTION)
        else:
            sorting.cuts.append((line.start + at, line.end, DropReason.CREDIT))


def _find_lead_dateline(sorting: Sorting) -> tuple[Dateline | None, int]:
    leads = [i for i in sorting.kept() if i != sorting.headline][:_LEAD_PARAGRAPHS]
    for index in leads:
        line = sorting.lines[index]
        dateline = find_dateline(line.text)
        if dateline is not None and not line.bullet and line.words >= 6:
            return dateline, index
    return None, -1


def _make_blocks(sorting: Sorting, dateline: Dateline | None, at: int) -> tuple[Block, ...]:
    blocks = []
    ends = {end: start for start, end, _ in sorting.cuts}
    for index in sorting.kept():
        line = sorting.lines[index]
        start, role = line.start, BlockRole.PARAGRAPH
        if index == sorting.headline:
            start, role = start + headline_offset(line.text), BlockRole.HEADLINE
        elif line.text.startswith("#"):
            start += headline_offset(line.text)
        elif line.bullet:
            start, role = start + line.bullet, BlockRole.BULLET
        elif _is_row(sorting.lines, index):
            role = BlockRole.TABLE_ROW
        elif index == at and dateline is not None:
            start += dateline.length
        end = len(line.text[: ends.get(line.end, line.end) - line.start].rstrip()) + line.start
        if start < end:
            blocks.append(Block(start, end, role))
    return tuple(blocks)


def _make_dropped(
    text: str, sorting: Sorting, dateline: Dateline | None, at: int
) -> tuple[Dropped, ...]:
    spans = [
        (sorting.lines[index].start, sorting.lines[index].end, reason)
        for index, reason in sorting.dropped.items()
    ]
    spans.extend((start + _blanks(text, start), end, why) for start, end, why in sorting.cuts)
    if dateline is not None:
        line = sorting.lines[at]
        spans.append((line.start, line.start + len(dateline.words), DropReason.DATELINE))
    return tuple(_join(text, [Dropped(*span) for span in sorted(spans)]))


def _blanks(text: str, start: int) -> int:
    return len(text[start:]) - len(text[start:].lstrip())


def _join(text: str, spans: list[Dropped]) -> list[Dropped]:
    """Put neighbours of one reason together."""
    joined = spans[:1]
    for before, span in pairwise(spans):
        if span.reason is before.reason and not text[before.end : span.start].strip():
            joined[-1] = Dropped(joined[-1].start, span.end, span.reason)
        else:
            joined.append(span)
    return joined


def _headline_text(text: str, sorting: Sorting) -> str | None:
    if sorting.headline is None:
        return None
    line = sorting.lines[sorting.headline]
    return text[line.start + headline_offset(line.text) : line.end]
