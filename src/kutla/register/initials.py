"""Acronyms of groups and initials of people."""

from __future__ import annotations

import re

from kutla.register.folding import words

_SMALL_WORDS = """
    a and at by for from in of on the to with al el de del della des di do dos du d l la las le les
    los y e i der die das den dem des für und von vom zur zum im in am het een van voor en te och för
    av ve ile için bo ji li û u ya o kai tou tis na pri w z"""
_SMALL = frozenset(_SMALL_WORDS.split())
_ACRONYM = re.compile(r"^(?:[^\W\d_]\.?){2,6}$")
_MOST_WORDS = 9


def is_small(word: str) -> bool:
    """Whether a word only ties others together: of, and, für, ve."""
    return word.casefold() in _SMALL


def abbreviates(short: str, row: tuple[str, ...]) -> bool:
    """Whether a short form in capitals stands for the initials of a row of words, in their order.

    Small words may count or not, as each language does: PUK, AfD, VVD, ISCI.

    >>> abbreviates("PUK", ("Patriotic", "Union", "of", "Kurdistan"))
    True
    >>> abbreviates("KDP", ("Democratic", "Party", "of", "Kurdistan"))
    False
    """
    short = short.strip()
    if not _ACRONYM.match(short) or sum(sign.isupper() for sign in short) < 2:
        return False
    letters = [sign.casefold() for sign in short if sign.isalpha()]
    pieces = [word.written for each in row for word in words(each.replace("-", " "))]
    if not len(letters) <= len(pieces) <= _MOST_WORDS:
        return False
    return _fits(letters, pieces)


def _fits(letters: list[str], pieces: list[str]) -> bool:
    """Whether every letter opens the next word, only small words being passed over."""
    if not pieces:
        return not letters
    opens = bool(letters) and pieces[0][:1].casefold() == letters[0]
    if opens and _fits(letters[1:], pieces[1:]):
        return True
    return is_small(pieces[0]) and _fits(letters, pieces[1:])
