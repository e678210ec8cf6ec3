"""How alike two names are that are not written alike: good enough to propose, never to decide."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

from kutla.register.folding import folded_words
from kutla.register.wording import GROUP_HEADS

PROPOSE_FROM = 0.84
"""Below this two names are not worth a look; tuned on ``tests/unit/register/pairs.csv``."""

_DIGRAPHS = (
    ("x", "ks"), ("tsch", "x"), ("sch", "x"), ("sh", "x"), ("ch", "x"), ("kh", "k"), ("gh", "k"),
    ("th", "t"), ("dh", "d"), ("ph", "f"), ("dj", "j"), ("zh", "j"), ("g", "j"), ("q", "k"),
    ("ck", "k"), ("c", "k"), ("p", "b"), ("v", "f"),
)  # fmt: skip
_VOWELS = re.compile(r"(?<!^)[aeiouyw]+|^[aeiouyw]+")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def ascii_words(name: str) -> tuple[str, ...]:
    """Give the folded words in Latin letters, without "coalition" … where more is left."""
    parts = folded_words(name)
    kept = [part for part in parts if part not in GROUP_HEADS] or list(parts)
    return tuple(filter(None, (_latin(part) for part in kept)))


def _latin(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "", anyascii(word).lower())


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """Give the consonants a name keeps through every transliteration.

    >>> skeleton("Muqtada al-Sadr") == skeleton("Moqtada Sadr")
    True
    """
    return " ".join(_bones(word) for word in ascii_words(name))


@lru_cache(maxsize=65536)
def _bones(word: str) -> str:
    for letters, folded in _DIGRAPHS:
        word = word.replace(letters, folded)
    first = "a" if word[0] in "aeiouyw" else ""
    bones = first + _VOWELS.sub("", word)
    if len(bones) > 1 and bones.endswith("h"):
        bones = bones[:-1]
    return _DOUBLED.sub(r"\1", bones)


def name_likeness(left: str, right: str) -> float:
    """Say how alike two names are, 0 to 1: their skeletons and their letters together.

    Names of which one leaves words out ("Ali Sistani", "Ali al-Husseini al-Sistani") count as
    alike only where the first and the last word both stay.
    """
    if folded_words(left) == folded_words(right):
        return 1.0
    a, b = ascii_words(left), ascii_words(right)
    if not a or not b:
        return 0.0
    if len(a) != len(b) and min(len(a), len(b)) >= 2:
        short = _compare((a[0], a[-1]), (b[0], b[-1])) - 0.05
        return max(short, _compare(a, b))
    return _compare(a, b)


def _compare(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    if len(a) == len(b):
        # Word by word, and the worst counts: one given name apart is another person.
        pairs = [_compare_words(x, y) for x, y in zip(a, b, strict=True)]
        return 0.5 * min(pairs) + 0.5 * sum(pairs) / len(pairs)
    bones = fuzz.ratio("".join(map(_bones, a)), "".join(map(_bones, b))) / 100
    return 0.6 * bones + 0.4 * fuzz.ratio("".join(a), "".join(b)) / 100


@lru_cache(maxsize=65536)
def _compare_words(a: str, b: str) -> float:
    if a == b:
        return 1.0
    bones_a, bones_b = _bones(a), _bones(b)
    letters = fuzz.ratio(a, b) / 100
    if len(bones_a) < 3 or len(bones_b) < 3:
        # Two consonants are no evidence: Nuri and Nair share them.
        return letters if bones_a != bones_b else 0.5 + 0.5 * letters
    return 0.6 * fuzz.ratio(bones_a, bones_b) / 100 + 0.4 * letters
