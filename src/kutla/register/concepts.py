"""Words that names of parties and bodies are made of, the same in a dozen languages.

``concepts.csv`` beside this file holds them: "victory" is also نصر, "nasr", "zafer". A concept says
that two names may be translations of each other, which only ever proposes.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from kutla.register.countries import world
from kutla.register.folding import fold_word, folded_words
from kutla.register.sounds import sounds
from kutla.vocabulary import EntityKind

_TABLE = Path(__file__).with_name("concepts.csv")


class Role(StrEnum):
    """What a word does in the name of a group or body."""

    HEAD = "head"
    """Says what kind of group it is; papers rarely agree on it: alliance, bloc, movement."""
    BODY = "body"
    """Says what kind of body it is, and tells it from others: council, union, front."""
    WEAK = "weak"
    """Stands in many names and makes none by itself: national, islamic, democratic."""
    NAME = "name"
    """What the group is called: victory, wisdom."""
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Concept:
    """One meaning, whatever the language of the word."""

    id: str
    role: Role


@cache
def _by_word() -> dict[str, tuple[Concept, ...]]:
    """Map folded words to what they mean, behind ^ their stems, behind ~ their sounds."""
    found: dict[str, tuple[Concept, ...]] = {}
    with _TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            concept = Concept(row["concept"], Role(row["role"]))
            for word in row["words"].split():
                folded = fold_word(word)[-1]
                keys = (folded, f"^{_stem(folded)}", *(f"~{reading}" for reading in sounds(word)))
                for key in keys:
                    found[key] = tuple(dict.fromkeys((*found.get(key, ()), concept)))
    return found


@cache
def _countries() -> dict[str, Concept]:
    """Map the names and adjectives of countries, of one word, to the country."""
    named = {e.id: e.name for e in world().entities if e.kind is EntityKind.COUNTRY}
    found: dict[str, Concept] = {}
    for alias in world().aliases:
        if alias.entity_id in named and alias.note != "capital" and " " not in alias.text:
            folded = fold_word(alias.text)[-1]
            found.setdefault(folded, Concept(alias.entity_id, Role.COUNTRY))
    return found


@lru_cache(maxsize=65536)
def concepts_of(word: str) -> tuple[Concept, ...]:
    """Give what a word may mean in names of groups, the likeliest first; nothing where unknown.

    >>> [each.id for each in concepts_of("watani")]
    ['national', 'patriotic']
    """
    folded = fold_word(word)[-1]
    found = _meaning(folded)
    if not found and folded.startswith(_ARABIC_TIES) and len(folded) > _SHORTEST_TIED:
        # "and the", "for the" are written as one with the word.
        found = _meaning(fold_word("ال" + folded[2:].removeprefix("ل"))[-1])
    if not found and len(_stem(folded)) >= _SHORTEST_STEM:
        found = _by_word().get(f"^{_stem(folded)}", ())
    if not found:
        heard = (_by_word().get(f"~{reading}") for reading in sounds(word) if len(reading) > 3)
        found = next(filter(None, heard), ())
    return found


_ENDINGS = (
    "lichen", "liche", "lich", "ischen", "ische", "isch", "erna", "erne", "arna", "iya", "ya", "ler", "lar",
    "eyen", "yen", "et", "en", "er", "es", "an", "e", "a", "i", "o", "n", "s", "يه", "ات", "ين", "ون", "ه", "ي",
)  # fmt: skip
_SHORTEST_STEM = 4
_MOST_ENDINGS = 2


@lru_cache(maxsize=65536)
def _stem(folded: str) -> str:
    """Take the commonest endings of a dozen languages off, at most two."""
    for _ in range(_MOST_ENDINGS):
        for ending in _ENDINGS:
            if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST_STEM:
                folded = folded[: -len(ending)]
                break
    return folded


_ARABIC_TIES = ("وال", "لل")
_SHORTEST_TIED = 4


def _meaning(folded: str) -> tuple[Concept, ...]:
    country = _countries().get(folded)
    return _by_word().get(folded) or (() if country is None else (country,))


def concept_of(word: str) -> Concept | None:
    """Give the likeliest meaning of a word in names of groups, None where it means nothing known.

    >>> concept_of("Victory").id, concept_of("Quux")
    ('victory', None)
    """
    return next(iter(concepts_of(word)), None)


@lru_cache(maxsize=65536)
def parts_of(word: str) -> tuple[str, ...]:
    """Cut a compound of two words that mean something: Sverige+demokraterna; else the word.

    >>> parts_of("Sozialdemokratische"), parts_of("Sairoon")
    (('sozial', 'demokratische'), ('Sairoon',))
    """
    folded = fold_word(word)[-1]
    if len(folded) < 2 * _SHORTEST_PART or not folded.isascii() or _meaning(folded):
        return (word,)
    for at in range(_SHORTEST_PART, len(folded) - _SHORTEST_PART + 1):
        first, second = folded[:at], folded[at:]
        if _meaning(second) and (_meaning(first) or _meaning(first.removesuffix("s"))):
            return first.removesuffix("s") if not _meaning(first) else first, second
    return (word,)


_SHORTEST_PART = 5


def is_plain_word(name: str) -> bool:
    """Whether a name is but an English word, small letters and all: "reform", "the victory".

    >>> is_plain_word("the reform"), is_plain_word("Reform"), is_plain_word("reform bloc")
    (True, False, False)
    """
    if name != name.lower() or name == name.upper():
        return False
    meant = [(word, concept_of(word)) for word in folded_words(name)]
    return all(each is not None and each.id == word and _names(each) for word, each in meant)


def _names(concept: Concept) -> bool:
    return concept.role in {Role.NAME, Role.WEAK}
