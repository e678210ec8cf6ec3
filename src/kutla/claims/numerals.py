"""Numbers in figures and in words."""

from __future__ import annotations

import re

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

_WORDS: dict[str, int] = {word: number for number, word in enumerate(_UNITS)}
_WORDS |= {word: 10 * number for number, word in enumerate(_TENS, start=2)}

_TEN = "|".join(_TENS)
_UNIT = "|".join(_UNITS[1:])
_NO_COUNT = r"(?!\d|[.,]\d|-\d| ?%| ?(?:percent|per cent|percentage points?)\b)"
"""A share ("35.4 percent") is no count."""
NUMERAL = (
    rf"(?:(?<![\d.])(?:\d{{1,3}}(?:[,\u00a0\u202f\u2009]\d{{3}})+|\d+){_NO_COUNT}|"
    rf"(?:{_TEN})(?:[- ](?:{_UNIT}))?|{_UNIT})"
)
"""Regular expression of a number in figures or words, to be used ignoring case."""


def read_numeral(text: str) -> int | None:
    """Give the number that the words or figures mean, None where they are no number.

    >>> read_numeral("forty-two"), read_numeral("1,204"), read_numeral("some")
    (42, 1204, None)
    """
    figures = re.sub(r"[,\u00a0\u202f\u2009]", "", text).strip()
    if figures.isdigit():
        return int(figures)
    total = 0
    for word in re.split(r"[\s-]+", text.strip().lower()):
        if word not in _WORDS:
            return None
        total += _WORDS[word]
    return total
