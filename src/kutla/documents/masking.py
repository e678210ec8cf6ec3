"""Quotations in a text: masked for comparing, and kept apart as what two reports may share."""

from __future__ import annotations

import re

_QUOTED = re.compile(
    r"“[^“”]{1,3000}”|«[^«»]{1,3000}»|„[^„“”]{1,3000}[“”]|\"[^\"]{1,3000}\"", re.DOTALL
)
_WORD = re.compile(r"\w+")
MASK_WORDS = 4
"""Shorter quotations are single words in quotes and stay in the sentence."""


def quotations(text: str) -> tuple[tuple[str, ...], ...]:
    """List the quotations of a text as their words, those of a few words left out."""
    found = (tuple(words(match[0])) for match in _QUOTED.finditer(text))
    return tuple(quotation for quotation in found if len(quotation) >= MASK_WORDS)


def own_words(text: str) -> tuple[tuple[str, ...], ...]:
    """List the stretches of a text's own words, cut where a quotation stands."""

    def mask(match: re.Match[str]) -> str:
        return "\n\0\n" if len(words(match[0])) >= MASK_WORDS else match[0]

    stretches = _QUOTED.sub(mask, text).split("\0")
    return tuple(tuple(words(stretch)) for stretch in stretches)


def words(text: str) -> list[str]:
    """List the words of a text, folded."""
    return _WORD.findall(text.casefold().replace("’", "").replace("'", ""))
