"""How a written name becomes a key: what spelling habits leave out is left out here too.

Case, diacritics, the Arabic article, apostrophes, hyphens and full stops between initials are
folded; nothing else is. Two names with one key are written alike, and that alone is safe enough
to let an alias decide. Everything looser is :mod:`kutla.register.likeness` and only proposes.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

APOSTROPHES = "'’‘ʼʿʾ`´ʻ′"
_TOKEN = re.compile(rf"(?:[^\W\d_]\.){{2,}}|[^\W_]+(?:[{APOSTROPHES}][^\W_]+)*")
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}][sS]$")
_NOT_DECOMPOSED = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
_ARABIC_LETTERS = str.maketrans({"ى": "ي", "ة": "ه", "ی": "ي", "ک": "ك", "ـ": None})
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ARTICLES = frozenset({"al", "el"})
_ASSIMILATED = {"as": "s", "ash": "s", "an": "n", "ar": "r", "at": "t", "az": "z", "ad": "d"}
_ABD = re.compile(r"^abd[aeou]l(?=\w{3})")
_ABDULLAH = re.compile(r"^abd[aeou]ll?ah?$")
_ISATION = re.compile(r"(?<=\w\w)isation$")
_SPELLINGS = {
    "abdul": "abd",
    "abdel": "abd",
    "abdal": "abd",
    "abou": "abu",
    "block": "bloc",
    "defence": "defense",
    "labour": "labor",
    "centre": "center",
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, as written, and what it folds to."""

    start: int
    end: int
    written: str
    folded: tuple[str, ...]
    is_article: bool = False


@lru_cache(maxsize=65536)
def fold_word(written: str) -> tuple[str, ...]:
    """Fold one word; a glued "Abdulmahdi" comes apart into two."""
    word = unicodedata.normalize("NFKD", written.casefold()).casefold()
    word = "".join(letter for letter in word if letter.isalnum()) or word
    word = word.translate(_NOT_DECOMPOSED)
    if _ARABIC.search(word):
        word = word.translate(_ARABIC_LETTERS)
        if word.startswith("ال") and len(word) > len("الله"):
            word = word[2:]
    word = _ISATION.sub("ization", _SPELLINGS.get(word, word))
    if not _ABDULLAH.match(word) and (glued := _ABD.match(word)):
        return ("abd", word[glued.end() :])
    return (word,)


def words(text: str) -> tuple[Word, ...]:
    """Cut a text into words with their places; a possessive 's belongs to none.

    >>> [word.folded for word in words("Al-Sadr’s list")]
    [('al',), ('sadr',), ('list',)]
    """
    found: list[Word] = []
    for piece in _TOKEN.finditer(text):
        written = piece.group()
        if len(written) > 2:
            written = _POSSESSIVE.sub("", written)
        end = piece.start() + len(written)
        folded = fold_word(written)
        found.append(Word(piece.start(), end, written, folded, _is_article(text, end, folded[0])))
    return tuple(found)


def _is_article(text: str, end: int, folded: str) -> bool:
    if folded in _ARTICLES:
        return True
    consonant = _ASSIMILATED.get(folded)
    if consonant is None or text[end : end + 1] not in {"-", "‑"}:
        return False
    return text[end + 1 : end + 2].casefold() == consonant


def fold(text: str) -> str:
    """Give the key of a name.

    >>> fold("Muqtada al-Sadr") == fold("MUQTADA AL SADR") == fold("Muqtadā as-Sadr")
    True
    >>> fold("the U.S.")
    'us'
    """
    return " ".join(folded_words(text))


@lru_cache(maxsize=65536)
def folded_words(text: str) -> tuple[str, ...]:
    """Give the words of :func:`fold`, articles left out (unless there is nothing else)."""
    all_words = words(text)
    kept = [part for word in all_words if not word.is_article for part in word.folded]
    if not kept:
        kept = [part for word in all_words for part in word.folded]
    if len(kept) > 1 and kept[0] == "the":
        kept = kept[1:]
    return tuple(kept)
