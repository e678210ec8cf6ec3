"""Lines on printed pages: what is page furniture, and which lines make up a paragraph."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import quantiles

_MARGIN, _PRINT_MARGIN = 0.08, 0.05
"""Shares of a page's height: where running heads stand, and where browsers print theirs."""
_ADDRESS = re.compile(r"\b(?:https?|file)://\S+", re.IGNORECASE)
_DAY_AND_HOUR = re.compile(
    r"(?:\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\b\d{1,2}\s\w{3,9}\.?\s\d{4}),?\s+(?:at\s)?"
    r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(
    r"^(?:page|seite|p\.)?\s*\d{1,4}(?:\s*(?:/|of|von)\s*\d{1,4})?$|\s\d{1,3}\s*(?:/|of)\s*\d{1,3}$",
    re.IGNORECASE,
)
_ITEM = 0.2
_BULLET = re.compile(r"^[•◦▪●‣\u2043\-–*]\s")
_ENDS_SENTENCE = re.compile(r"[.!?:…؟۔][\"'”’»)\]]*$")
_SOFT_HYPHENS = "\u2010\u00ad"
"""Those that a browser puts in when it breaks a word; any other may be the word's own."""
_HYPHEN = re.compile(r"(?P<head>[^\W\d_]{2,})(?P<sign>[-\u2010\u00ad\u0002\ufffe])$")
_ARABIC = re.compile(r"[\u0620-\u064a]{3,}")
_ONLY_AT_THE_END = "ةى"
_WRONG_SHARE = 0.02
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_KEEPS_HYPHEN = frozenset(
    [
        "al",
        "anti",
        "co",
        "counter",
        "cross",
        "el",
        "ex",
        "far",
        "half",
        "inter",
        "left",
        "long",
        "mid",
        "multi",
        "non",
        "post",
        "pre",
        "pro",
        "right",
        "self",
        "semi",
        "short",
        "so",
        "then",
        "two",
        "three",
        "vice",
        "well",
    ]
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: where it stands, in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    page_height: float

    @property
    def is_in_head_or_foot(self) -> bool:
        """Whether it stands where running heads and page numbers do."""
        share = (self.bottom + self.height / 2) / self.page_height
        return share > 1 - _MARGIN or share < _MARGIN

    @property
    def is_at_the_edge(self) -> bool:
        """Whether it stands where browsers print title, address and hour."""
        share = (self.bottom + self.height / 2) / self.page_height
        return share > 1 - _PRINT_MARGIN or share < _PRINT_MARGIN


def drop_furniture(pages: list[list[Line]]) -> tuple[list[list[Line]], str | None, str]:
    """Take running heads, page numbers and what a browser prints around a page out of pages.

    Gives the pages that are left, the address and the title that stood in the margins.
    """
    repeated = _repeated(pages)
    url, title = None, ""
    kept: list[list[Line]] = []
    for page in pages:
        kept.append([])
        for line in page:
            printed = line.is_at_the_edge and _is_printed(line.text)
            if not printed and not (line.is_in_head_or_foot and _shape(line.text) in repeated):
                kept[-1].append(line)
                continue
            found = _ADDRESS.search(line.text)
            if found is not None and found[0].startswith("http"):
                url = url or found[0].rstrip(".,;…")
            rest = _DAY_AND_HOUR.sub("", _ADDRESS.sub("", line.text))
            rest = _PAGE_NUMBER.sub("", rest.strip()).strip(" ,|-–—")
            title = title or (rest if printed and len(rest.split()) > 1 else "")
    return kept, url, title


def _repeated(pages: list[list[Line]]) -> set[str]:
    counts = Counter(
        shape
        for page in pages
        for shape in {_shape(line.text) for line in page if line.is_in_head_or_foot}
    )
    enough = max(2, (len(pages) + 1) // 2)
    return {shape for shape, count in counts.items() if count >= enough}


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", " ".join(text.split()).casefold())


def _is_printed(text: str) -> bool:
    return bool(_ADDRESS.search(text) or _DAY_AND_HOUR.search(text) or _PAGE_NUMBER.search(text))


def is_reversed(text: str) -> bool:
    """Whether Arabic words stand backwards: some begin with letters that words only end in."""
    words = _ARABIC.findall(text)
    wrong = sum(word[0] in _ONLY_AT_THE_END for word in words)
    return wrong > max(1, _WRONG_SHARE * len(words))


def join_paragraphs(pages: list[list[Line]]) -> str:
    """Put lines back into paragraphs, across pages too; an empty line between paragraphs."""
    lines = [line for page in pages for line in page]
    words = Counter(word.casefold() for line in lines for word in _WORD.findall(line.text))
    pitch = _pitch(lines)
    width = max((line.right for line in lines), default=0.0) - min(
        (line.left for line in lines), default=0.0
    )
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and _continues(paragraphs[-1], line, pitch, width):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return "\n\n".join(_glue(paragraph, words) for paragraph in paragraphs)


def _pitch(lines: list[Line]) -> float:
    """Give the usual distance of lines within a paragraph, as a multiple of their height."""
    steps = [
        (one.bottom - two.bottom) / one.height
        for one, two in pairwise(lines)
        if one.bottom > two.bottom and _same_size(one, two)
    ]
    usual = quantiles(steps, n=4)[0] if len(steps) > 1 else 0.0
    return usual if 0.7 < usual < 1.7 else 1.2


def _same_size(one: Line, two: Line) -> bool:
    return abs(one.height - two.height) <= 0.08 * max(one.height, two.height)


def _continues(paragraph: list[Line], line: Line, pitch: float, page_width: float) -> bool:
    last = paragraph[-1]
    if _BULLET.match(line.text) or not _same_size(last, line):
        return False
    if "\t" in line.text or "\t" in last.text:  # rows of a table
        return False
    step = (last.bottom - line.bottom) / line.height
    width = max(each.right for each in paragraph) - min(each.left for each in paragraph)
    is_ended = _ENDS_SENTENCE.search(last.text) is not None
    if step <= 0:  # the next page or column
        return not is_ended and len(last.text.split()) > 3 and not line.text[:1].isupper()
    if step > 1.25 * pitch:
        return False
    is_indented = line.left - min(each.left for each in paragraph) > 0.7 * line.height
    if last.right - last.left < _ITEM * page_width:
        return False  # a line of wrapped text is not that short; items of a list are
    is_short = last.right < max(line.right, last.left + width) - 0.2 * width
    return not (is_ended and (is_indented or is_short))


def _glue(paragraph: list[Line], words: Counter[str]) -> str:
    text = ""
    for line in paragraph:
        new = "\t".join(" ".join(cell.split()) for cell in line.text.strip().split("\t"))
        broken = _HYPHEN.search(text)
        tail = _WORD.match(new)
        if broken and tail:
            text = text[:-1] + ("-" if _keeps(broken, tail[0], words) else "") + new
        else:
            text = f"{text} {new}" if text else new
    return text


def _keeps(broken: re.Match[str], tail: str, words: Counter[str]) -> bool:
    """Whether a hyphen at a line's end belongs to the word."""
    head = broken["head"].casefold()
    if broken["sign"] in _SOFT_HYPHENS or words[f"{head}{tail}".casefold()]:
        return False
    if not tail[:1].islower():
        return True
    return bool(words[f"{head}-{tail}".casefold()]) or head in _KEEPS_HYPHEN
