"""The end of a page: comments, related articles and subscription boxes under the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kutla.documents.document import DropReason
from kutla.documents.furniture import ANYWHERE, COMMENT_POLICY, TAIL_HEADINGS, match_line

if TYPE_CHECKING:
    from kutla.documents.lines import Line
    from kutla.documents.sorting import Sorting

BODY_WORDS = 40
"""Words of paragraphs that must have gone before a heading is believed to end the article."""
_BODY_PARAGRAPHS = 2
_BOX_LINES, _LAST_PARAGRAPH = 2, 12
_LONGEST_THREAD = 400
"""Lines from the end among which comments without a heading are sought."""
_MOST_STARTS = 40
_PERSONAL = re.compile(
    r"\b(?:i|i['’]m|my|me|you|your|u|lol|pls|plz|imo|bcuz|thx|thanks|dude|guys|nope|yeah|btw)\b|\?|!!",
    re.IGNORECASE,
)


_KEEP_THEIR_REASON = frozenset(
    {DropReason.DONATION, DropReason.LINK, DropReason.SUBSCRIBE, DropReason.CREDIT,
     DropReason.BANNER}
)  # fmt: skip


def sort_tail(sorting: Sorting) -> None:
    """Cut from the first heading that ends the article; then comments that have no heading."""
    for index, line in enumerate(sorting.lines):
        reason = match_line(line, TAIL_HEADINGS)
        if reason is None and COMMENT_POLICY.search(line.text) and line.words <= 60:
            reason = _policy(sorting, index)
        if reason is None:
            continue
        if not _body_seen(sorting, index):
            # a heading so early is the site's menu, unless it is the article's own headline
            if line.words <= 3 and reason is not DropReason.COMMENT_POLICY:
                sorting.drop(index, DropReason.NAVIGATION)
            continue
        sorting.drop(index, reason)
        if _ends_article(sorting, index, reason):
            _drop_last_labels(sorting, index)
            _cut_from(sorting, index + 1, reason)
            return
    start = _find_bare_comments(sorting)
    if start is not None:
        _cut_from(sorting, start, DropReason.COMMENT)


def _policy(sorting: Sorting, index: int) -> DropReason | None:
    """Take a line as comment policy when its neighbour or its own words leave no doubt."""
    around = sorting.lines[max(0, index - 1) : index + 2]
    hits = sum(len(COMMENT_POLICY.findall(line.text)) for line in around)
    return DropReason.COMMENT_POLICY if hits >= 2 else None


def _body_seen(sorting: Sorting, index: int) -> bool:
    paragraphs = words = 0
    for i in range(index):
        line = sorting.lines[i]
        if line.is_prose and sorting.is_kept(i) and i != sorting.headline:
            paragraphs, words = paragraphs + 1, words + line.words
            if paragraphs >= _BODY_PARAGRAPHS and words >= BODY_WORDS:
                return True
    return False


def _ends_article(sorting: Sorting, index: int, reason: DropReason) -> bool:
    after = sorting.lines[index + 1 : index + 1 + _LONGEST_THREAD]
    prose = [line for line in after if line.is_prose]
    if reason in {DropReason.COMMENT, DropReason.COMMENT_POLICY}:
        return _are_comments(after) or len(prose) <= 2 or _is_short(sorting, index, prose)
    # under "Related" stand titles; paragraphs there mean that the box was inside the article
    soon = [line for line in after[:_BOX_LINES] if line.is_prose]
    if len(prose) == 1 and soon and soon[0].words >= _LAST_PARAGRAPH:
        return False  # a box of one or two titles, and then the article's last paragraph
    return len(prose) <= 1 or len(prose) <= 0.25 * len(after)


def _drop_last_labels(sorting: Sorting, index: int) -> None:
    """Right above the cut stands the site's own name, a share button, a section."""
    for above in range(index - 1, -1, -1):
        line = sorting.lines[above]
        if sorting.is_kept(above):
            if line.words > 3 or line.has_stop or line.bullet:
                return
            sorting.drop(above, DropReason.BANNER)


def _is_short(sorting: Sorting, index: int, prose: list[Line]) -> bool:
    return sum(line.words for line in prose) < sorting.prose_words_before(index)


def _are_comments(lines: tuple[Line, ...]) -> bool:
    prose = [line for line in lines if line.words >= 4]
    personal = sum(
        bool(_PERSONAL.search(line.text) or COMMENT_POLICY.search(line.text)) for line in prose
    )
    return not prose or personal >= 0.3 * len(prose)


def _cut_from(sorting: Sorting, start: int, reason: DropReason) -> None:
    current = reason
    for index in range(start, len(sorting.lines)):
        line = sorting.lines[index]
        heading = match_line(line, TAIL_HEADINGS)
        if heading is not None and current is not DropReason.COMMENT:
            current = heading
        own = match_line(line, ANYWHERE)
        if own not in _KEEP_THEIR_REASON:
            own = None
        if COMMENT_POLICY.search(line.text):
            own = DropReason.COMMENT_POLICY
        sorting.dropped[index] = own or heading or current


def _find_bare_comments(sorting: Sorting) -> int | None:
    """Find where names and short paragraphs begin to alternate to the end of the text.

    An interview alternates too, between two who are named in the article; readers are more than
    two, and the article does not know them.
    """
    lines = sorting.lines
    kept = sorting.kept()[-_LONGEST_THREAD:]
    names = [i for i in kept if _is_handle(lines[i])][:_MOST_STARTS]
    for start in names:
        below = [i for i in kept if i >= start]
        handles = [i for i in below if _is_handle(lines[i])]
        if not 0.3 <= len(handles) / len(below) <= 0.6 or not _body_seen(sorting, start):
            continue
        body = " ".join(line.key for line in lines[:start])
        strangers = {lines[i].key for i in handles if f" {lines[i].key} " not in f" {body} "}
        said = tuple(lines[i] for i in below if i not in set(handles))
        if len(strangers) >= 3 and _are_comments(said):
            return start
    return None


def _is_handle(line: Line) -> bool:
    return 1 <= line.words <= 4 and not line.has_stop and not line.bullet and len(line.text) <= 40
