"""How alike two names are that are not written alike: good enough to propose, never to decide."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from anyascii import anyascii

from kutla.register.concepts import Role, concept_of, parts_of
from kutla.register.folding import folded_words, words
from kutla.register.group_likeness import group_likeness
from kutla.register.initials import abbreviates, is_small, without_ties
from kutla.register.person_likeness import row_likeness
from kutla.register.wording import GROUP_HEADS, TITLES

if TYPE_CHECKING:
    from kutla.register.folding import Word

PROPOSE_FROM = 0.84
"""Below this two names are not worth a look; tuned on ``tests/unit/register/pairs.csv``."""
UNSURE_FROM = 0.72
"""Between this and :data:`PROPOSE_FROM` two names may be one; nobody should say so without a look."""

_BRACKETED = re.compile(r"[(\[]([^)\]]+)[)\]]")
_INVERTED = re.compile(r"^\s*([^,،]+)[,،]\s*([^,،]+?)\s*$")
_INITIALS = re.compile(r"([^\W\d_])\.")
_SERVANT = "عبدال"
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "mp", "phd"})
_NOT_IN_NAMES = TITLES - {"justice", "king", "prince", "current", "parliament", "democrat"}
_ALIKE = 0.86
_MOST_OF_CONCEPTS = 4


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """Give the words of a name as written, without articles; "Hakim, Ammar" is turned round."""
    turned = _INVERTED.match(name)
    if turned is not None and turned[2].casefold().strip(". ") not in _SUFFIXES:
        name = f"{turned[2]} {turned[1]}"
    every = words(name)
    kept = tuple(part for word in every if not word.is_article for part in _pieces(word))
    if len(kept) > 1:
        kept = tuple(part for word in kept for part in (_INITIALS.findall(word) or (word,)))
    if len(kept) > 1 and kept[0].casefold() == "the":
        kept = kept[1:]
    return kept or tuple(word.written for word in every)


def _pieces(word: Word) -> tuple[str, ...]:
    """Cut "Abdellatif" as folding does, so that every spelling of Abd is one, and "J.P."."""
    if word.folded[0] == "abd":
        return word.folded
    if word.written.startswith(_SERVANT) and len(word.written) > len(_SERVANT) + 1:
        return _SERVANT[:3], word.written[len(_SERVANT) :]
    return (word.written,)


@lru_cache(maxsize=65536)
def is_group_name(name: str) -> bool:
    """Whether a word of the name says that it names a group or body."""
    found = (concept_of(part) for word in name_words(name) for part in parts_of(word))
    return any(each is not None and each.role in {Role.HEAD, Role.BODY} for each in found)


@dataclass(frozen=True, slots=True)
class _Part:
    """A name, or what stands in its brackets, made ready once to be compared many times."""

    text: str
    row: tuple[str, ...]
    plain: tuple[str, ...]
    is_group: bool


@lru_cache(maxsize=65536)
def _parts(name: str) -> tuple[_Part, ...]:
    """Give the name without brackets, and what stands in them as a name of its own."""
    outside = _BRACKETED.sub(" ", name).strip()
    inside = (each.strip() for each in _BRACKETED.findall(name))
    texts = tuple(filter(folded_words, (outside, *inside))) or (name,)
    rows = ((text, name_words(text)) for text in texts)
    return tuple(
        _Part(text, row, _without_titles(row), is_group_name(text) or _is_of_concepts(row))
        for text, row in rows
        if row
    )


def is_group_like(name: str) -> bool:
    """Whether a name is to be compared by what its words mean."""
    return any(part.is_group for part in _parts(name))


def name_texts(name: str) -> tuple[str, ...]:
    """Give the name without brackets, and what stands in them."""
    return tuple(part.text for part in _parts(name))


def comparable_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Give the rows of words under which a name is compared: without brackets, without titles."""
    rows = dict.fromkeys(row for part in _parts(name) for row in (part.row, part.plain))
    return tuple(rows)


def name_likeness(left: str, right: str) -> float:
    """Say how alike two names are, 0 to 1, whatever alphabet each is in.

    People are compared word by word as they sound: a middle name may be missing, a given name may
    be an initial, two words may be written as one. Groups are compared by what their words mean,
    in any order and language, and by their initials.

    >>> name_likeness("Muqtada al-Sadr", "مقتدى الصدر") > PROPOSE_FROM
    True
    >>> name_likeness("Victory Alliance", "Tahaluf al-Nasr") > PROPOSE_FROM
    True
    """
    if folded_words(left) == folded_words(right):
        return 1.0
    return max((_compare(a, b) for a in _parts(left) for b in _parts(right)), default=0.0)


def _compare(a: _Part, b: _Part) -> float:
    if folded_words(a.text) == folded_words(b.text):
        return 1.0
    if abbreviates(a.text, b.row) or abbreviates(b.text, a.row):
        return _ALIKE
    if a.is_group or b.is_group:
        return group_likeness(a.row, b.row)
    if a.plain == a.row and b.plain == b.row:
        return row_likeness(a.row, b.row)
    # What is a title in one language is a word in another ("Şêx"): with and without it.
    return max(row_likeness(a.plain, b.plain), row_likeness(a.row, b.row))


def _is_of_concepts(row: tuple[str, ...]) -> bool:
    kept = [word for word in map(without_ties, row) if not is_small(word)]
    known = [any(concept_of(part) for part in parts_of(word)) for word in kept]
    return 0 < len(kept) <= _MOST_OF_CONCEPTS and all(known)


@lru_cache(maxsize=65536)
def _without_titles(row: tuple[str, ...]) -> tuple[str, ...]:
    first, last = 0, len(row)
    while first < last - 1 and folded_words(row[first])[-1:][0] in _NOT_IN_NAMES:
        first += 1
    while last > first + 1 and row[last - 1].casefold() in _SUFFIXES:
        last -= 1
    return row[first:last]


_DIGRAPHS = (
    ("x", "ks"), ("tsch", "x"), ("sch", "x"), ("sh", "x"), ("ch", "x"), ("kh", "k"), ("gh", "k"),
    ("th", "t"), ("dh", "d"), ("ph", "f"), ("dj", "j"), ("zh", "j"), ("g", "j"), ("q", "k"),
    ("ck", "k"), ("c", "k"), ("p", "b"), ("v", "f"),
)  # fmt: skip
_LETTERS_OF_VOWELS = re.compile(r"(?<!^)[aeiouyw]+|^[aeiouyw]+")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """Give the consonants a name keeps through every transliteration.

    >>> skeleton("Muqtada al-Sadr") == skeleton("Moqtada Sadr")
    True
    """
    parts = folded_words(name)
    kept = [part for part in parts if part not in GROUP_HEADS] or list(parts)
    return " ".join(filter(None, map(_bones, kept)))


@lru_cache(maxsize=65536)
def _bones(word: str) -> str:
    word = re.sub(r"[^a-z0-9]", "", anyascii(word).lower())
    for letters, folded in _DIGRAPHS:
        word = word.replace(letters, folded)
    first = "a" if word[:1] in set("aeiouyw") else ""
    bones = first + _LETTERS_OF_VOWELS.sub("", word)
    if len(bones) > 1 and bones.endswith("h"):
        bones = bones[:-1]
    return _DOUBLED.sub(r"\1", bones)
