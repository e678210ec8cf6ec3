"""Acronyms of groups and initials of people."""

from __future__ import annotations

import re

from kutla.register.concepts import parts_of
from kutla.register.folding import APOSTROPHES, words

_SMALL_WORDS = """
    a and at et by for from in of on the to with al el de del della des di do dos du d l la las le les
    los y e i der die das den dem des für und von vom zur zum im in am het een van voor en te och för
    av ve wal wa va ile için per pour para por pro ha bo ji li û u ya o kai tou tis na pri w z"""
_SMALL = frozenset(_SMALL_WORDS.split())
_ACRONYM = re.compile(r"^(?:[^\W\d_][.\-&/]?){2,6}$")
_TIED = re.compile(rf"^(?:(?:d|l|dell|dall|nell|all|sull)[{APOSTROPHES}](?=\w)|Ha(?=[A-Z]))")
_MOST_WORDS = 9


def is_small(word: str) -> bool:
    """Whether a word only ties others together: of, and, für, ve."""
    return word.casefold() in _SMALL


def without_ties(word: str) -> str:
    """Take an elided word or a Hebrew article off: d'Italia, HaBayit.

    >>> without_ties("l'Italia"), without_ties("HaTzionut"), without_ties("Hakim")
    ('Italia', 'Tzionut', 'Hakim')
    """
    return _TIED.sub("", word)


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
    letters = list(short_form(short))
    if not letters:
        return False
    return any(
        len(letters) <= len(pieces) <= _MOST_WORDS and _fits(letters, pieces)
        for pieces in _pieces(row)
    )


def short_form(text: str) -> str:
    """Give the letters of an acronym, folded; nothing where the text is none.

    >>> short_form("N-VA"), short_form("P.U.K."), short_form("Nasr")
    ('nva', 'puk', '')
    """
    text = text.strip()
    if not _ACRONYM.match(text) or sum(sign.isupper() for sign in text) < 2:
        return ""
    return "".join(sign.casefold() for sign in text if sign.isalpha())


def _pieces(row: tuple[str, ...]) -> list[list[str]]:
    """Give the words whose initials count; compounds whole, and cut as in ÖVP."""
    whole = [word.written for each in row for word in words(_loose(each))]
    cut = [part for word in whole for part in parts_of(word)]
    return [whole] if cut == whole else [whole, cut]


def _loose(word: str) -> str:
    return without_ties(word).replace("-", " ")


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
    found: dict[str, None] = {}
    for pieces in _pieces(row):
        if 2 <= len(pieces) <= _MOST_WORDS:
            found |= dict.fromkeys(_acronyms(pieces))
    return tuple(found)


def _acronyms(pieces: list[str]) -> list[str]:
    strict = "".join(piece[0].casefold() for piece in pieces if not is_small(piece))
    loose = "".join(piece[0].casefold() for piece in pieces)
    return [each for each in (strict, loose, *_between(pieces)) if len(each) > 1]


def _between(pieces: list[str]) -> list[str]:
    """Give the acronyms that count one of the small words, as PVV does."""
    small = [at for at, piece in enumerate(pieces) if is_small(piece)]
    return [
        "".join(p[0].casefold() for at, p in enumerate(pieces) if at == one or at not in small)
        for one in small
        if len(small) > 1
    ]
