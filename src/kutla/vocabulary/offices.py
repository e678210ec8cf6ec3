"""Offices that claims speak of, and the words papers use for them."""

from __future__ import annotations

import re

_WORDS_FOR_OFFICE: tuple[tuple[str, str], ...] = (
    (r"deputy prime minister|deputy premier|vice[- ]premier", "deputy prime minister"),
    (
        r"prime[- ]minister(?:ial|ship)?|premier(?:ship)?|(?-i:\bPM\b)|head of government",
        "prime minister",
    ),
    (r"(?:vice|deputy)[- ]chancellor", "vice-chancellor"),
    (r"chancellor(?:ship)?", "chancellor"),
    (r"deputy (?:parliament(?:ary)? )?speaker", "deputy speaker"),
    (r"speaker(?:ship)?", "speaker"),
    (r"vice[- ]president", "vice president"),
    (r"^(?:the )?presidency$|head of state", "president"),
)
_FORERUNNERS = re.compile(
    r"^(?:(?:the|a|an|acting|caretaker|interim|outgoing|incumbent|former|current)\s+)+",
    re.IGNORECASE,
)
_OF_A_REGION = re.compile(r"(?:(?<!deputy )\bpremier|first minister|chief minister) of [A-Z]")
_COMPILED = tuple((re.compile(words, re.IGNORECASE), name) for words, name in _WORDS_FOR_OFFICE)


def name_office(words: str) -> str:
    """Fold the wordings of one office into its standard name; other words come back trimmed.

    >>> name_office("the premiership")
    'prime minister'
    >>> name_office("Minister of Oil")
    'Minister of Oil'
    """
    if _OF_A_REGION.search(words):
        return _FORERUNNERS.sub("", words.strip())
    for pattern, name in _COMPILED:
        if pattern.search(words):
            return name
    return _FORERUNNERS.sub("", words.strip())
