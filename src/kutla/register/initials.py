"""Acronyms of groups and initials of people."""

from __future__ import annotations

import re

from kutla.register.folding import words

_SMALL_WORDS = """
    a and at by for from in of on the to with al el de del della des di do dos du d l la las le les
    los y e i der die das den dem des für und von vom zur zum im in am het een van voor en te och för
    av ve wal wa va ile için bo ji li û u ya o kai tou tis na pri w z"""
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
    if len(row) < 2 or " " in short:
        return False
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


def acronyms(row: tuple[str, ...]) -> tuple[str, ...]:
    """Give the acronyms a row of words may have, folded: with and without its small words.

    >>> acronyms(("Islamic", "Supreme", "Council", "of", "Iraq"))
    ('isci', 'iscoi')
    """
    pieces = [word.written for each in row for word in words(each.replace("-", " "))]
    if not 2 <= len(pieces) <= _MOST_WORDS:
        return ()
    strict = "".join(piece[0].casefold() for piece in pieces if not is_small(piece))
    loose = "".join(piece[0].casefold() for piece in pieces)
    found = dict.fromkeys(each for each in (strict, loose, *_between(pieces)) if len(each) > 1)
    return tuple(found)


def _between(pieces: list[str]) -> list[str]:
    """Give the acronyms that count one of the small words, as PVV does."""
    small = [at for at, piece in enumerate(pieces) if is_small(piece)]
    return [
        "".join(p[0].casefold() for at, p in enumerate(pieces) if at == one or at not in small)
        for one in small
        if len(small) > 1
    ]
