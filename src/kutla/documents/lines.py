"""The lines of a text as the cleaner sees them: where they stand and what they look like.

A line is a paragraph in most extracted text. Text that was wrapped by hand at a column is put
back together first, so that no sentence is cut in two.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BLANK = " \t\u00a0\u200b\u200e\u200f\ufeff\u2009\u202f\u2060"
_WORD = re.compile(r"\w+(?:[’'\-.]\w+)*")
_STOP = re.compile(r"(?:[.!?…؟۔।]|\.\.\.)[\"”’»')\]]*$|[:,;—][\"”’»]*$|[”\"]$")
_BULLET = re.compile(r"(?:[•·●▪■◦‣∙*\-–]|\(?\d{1,2}[.)])[\s\u00a0]+(?=\S)")
_NOT_A_WORD = re.compile(r"[\W_]+")
_WRAP_COLUMNS = range(45, 101)
PROSE_WORDS = 8
"""A line of fewer words is no paragraph, whatever it ends with."""


@dataclass(frozen=True, slots=True)
class Line:
    """``text == whole[start:end]``, without blanks at its ends; ``key`` is it folded."""

    start: int
    end: int
    text: str
    key: str
    words: int
    has_stop: bool
    bullet: int
    """How many characters the bullet sign takes, 0 where there is none."""

    @property
    def is_prose(self) -> bool:
        """Whether this looks like a paragraph: enough words, and an end."""
        return self.words >= PROSE_WORDS and self.has_stop


def fold(text: str) -> str:
    """Give what two lines share when they say the same: letters and figures only, no case."""
    return _NOT_A_WORD.sub(" ", text.casefold()).strip()


def count_words(text: str) -> int:
    """Count the words of a text."""
    return sum(1 for _ in _WORD.finditer(text))


def make_line(whole: str, start: int, end: int) -> Line | None:
    """Make the line at ``whole[start:end]``, trimmed; None where nothing is left."""
    while start < end and whole[start] in _BLANK:
        start += 1
    while end > start and whole[end - 1] in _BLANK:
        end -= 1
    if start == end:
        return None
    text = whole[start:end]
    bullet = _BULLET.match(text)
    return Line(
        start,
        end,
        text,
        fold(text),
        count_words(text),
        bool(_STOP.search(text)),
        bullet.end() if bullet else 0,
    )


def split_lines(text: str) -> tuple[Line, ...]:
    """Split a text into its lines, hand-wrapped paragraphs put together."""
    spans = [(found.start(), found.end()) for found in _LINE.finditer(text)]
    lines = [line for span in spans if (line := make_line(text, *span)) is not None]
    if _is_wrapped(text, lines):
        return tuple(_unwrap(text, lines))
    return tuple(lines)


def _runs_on(text: str, one: Line, two: Line) -> bool:
    between = text[one.end : two.start]
    return (
        len(one.text) in _WRAP_COLUMNS
        and not one.has_stop
        and not two.bullet
        and len(re.findall(r"\r\n|[\n\r]", between)) == 1
    )


def _is_wrapped(text: str, lines: list[Line]) -> bool:
    pairs = list(itertools.pairwise(lines))
    broken = [two for one, two in pairs if _runs_on(text, one, two)]
    mid_sentence = sum(two.text[0].islower() for two in broken)
    return mid_sentence >= 2 and len(broken) >= 0.3 * len(lines)


def _unwrap(text: str, lines: list[Line]) -> list[Line]:
    whole: list[Line] = []
    previous: Line | None = None
    for line in lines:
        close = previous is not None and "\n\n" not in _ends(text[previous.end : line.start])
        short = previous is not None and previous.has_stop and len(previous.text) < _WRAP_COLUMNS[0]
        if close and not line.bullet and not short:
            merged = make_line(text, whole[-1].start, line.end)
            whole[-1] = merged if merged is not None else line
        else:
            whole.append(line)
        previous = line
    return whole


def _ends(between: str) -> str:
    return re.sub(r"[^\n]", "", between.replace("\r\n", "\n").replace("\r", "\n"))
