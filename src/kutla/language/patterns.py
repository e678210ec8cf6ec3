"""Patterns that are tried only on a text that holds what they need (see ``needs``); only for speed.

Every choice of pieces that some pattern needs is one bit; a text has the bits of all its words
together, each word's looked up once. Whether a pattern may match is then one comparison.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from kutla.language.needs import EDGE, FIGURE, MARK, choices_of, small

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kutla.language.needs import Choice

_PIECE = re.compile(rf"{MARK}[a-z]*|[a-z]+|\d")
_bits: dict[Choice, int] = {}
_bits_of_piece: dict[str, int] = {}
_adding = Lock()
_LOOKED_BACK_AT = 40
"""No expression looks further back than so many signs."""


def _bits_for(choices: frozenset[Choice]) -> int:
    """Give the bits of the choices together, new ones for those that no pattern had before."""
    with _adding:
        for choice in choices - _bits.keys():
            bit = 1 << len(_bits)
            for piece in choice:
                _bits_of_piece[piece] = _bits_of_piece.get(piece, 0) | bit
            _bits[choice] = bit
    return sum(_bits[choice] for choice in choices)


@lru_cache(maxsize=32)
def _bits_in_text(text: str, known: int) -> int:
    """Give the bits a text has, of the ``known`` first: a new pattern's are not in what was kept."""
    bits = 0
    for piece in set(_PIECE.findall(small(text))):
        bits |= _bits_in_piece(FIGURE if piece.isdecimal() else piece, known)
    return bits


@lru_cache(maxsize=20_000)
def _bits_in_piece(piece: str, known: int) -> int:  # noqa: ARG001  (part of the cache's key)
    """Give the bits of a word or sign: of its every part, for a pattern may need an ending alone."""
    word = f"{EDGE}{piece.removeprefix(MARK)}{EDGE}"
    bits = _bits_of_piece.get(piece, 0)
    if piece.startswith(MARK):
        bits |= _bits_of_piece.get(MARK, 0) | _bits_of_piece.get(piece[:2], 0)
    for start in range(len(word)):
        for end in range(start + 1, len(word) + 1):
            bits |= _bits_of_piece.get(word[start:end], 0)
    return bits


@lru_cache(maxsize=32)
def _places(starts: re.Pattern[str], text: str) -> tuple[int, ...]:
    return tuple(match.start() for match in starts.finditer(text))


class Pattern:
    """An expression that looks at a text's words before it is tried; compiled when first tried."""

    def __init__(
        self,
        expand: Callable[[], str],
        needed: frozenset[Choice],
        flags: re.RegexFlag = re.IGNORECASE,
        starts: re.Pattern[str] | None = None,
    ) -> None:
        """Take what gives the expression in full, and the choices it needs (see ``needs``).

        ``starts`` matches, without taking anything, wherever the expression can begin at all.
        """
        self._expand = expand
        self._needed = _bits_for(needed)
        self._flags = flags
        self._starts = starts

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression as ``re`` knows it."""
        return re.compile(self._expand(), self._flags)

    def may_match(self, text: str) -> bool:
        """Whether the text holds all that a match needs."""
        return self._needed & _bits_in_text(text, len(_bits)) == self._needed

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the matches that do not overlap, as ``re`` does."""
        if not self.may_match(text):
            return iter(())
        return (
            self.compiled.finditer(text)
            if self._starts is None
            else self._from_starts(self._starts, text)
        )

    def _from_starts(self, starts: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
        end = 0
        for place in _places(starts, text):
            match = self.compiled.match(text, place) if place >= end else None
            if match:
                yield match
                end = match.end()

    def finditer_in(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield the matches within ``text[start:end]``; what stands before may be looked back at."""
        if not self.may_match(text[max(0, start - _LOOKED_BACK_AT) : end]):
            return iter(())
        return self.compiled.finditer(text, start, end)

    def search(self, text: str) -> re.Match[str] | None:
        """Give the first match, as ``re`` does."""
        return self.compiled.search(text) if self.may_match(text) else None

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """Give the match that begins at a place, as ``re`` does."""
        return self.compiled.match(text, at) if self.may_match(text) else None


def pattern_of(expression: str, flags: re.RegexFlag = re.NOFLAG) -> Pattern:
    """Make a pattern of an expression as it stands; raises re.error for what is none."""
    return Pattern(lambda: expression, choices_of(expression), flags)
