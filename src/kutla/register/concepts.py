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
from kutla.register.folding import fold_word
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
def _by_word() -> dict[str, Concept]:
    found: dict[str, Concept] = {}
    with _TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            concept = Concept(row["concept"], Role(row["role"]))
            for word in row["words"].split():
                found.setdefault(fold_word(word)[-1], concept)
                for reading in sounds(word):
                    found.setdefault(f"~{reading}", concept)
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
def concept_of(word: str) -> Concept | None:
    """Give what a word means in names of groups, None where it means nothing known.

    >>> concept_of("al-Nassr"), concept_of("Victory").id
    (None, 'victory')
    """
    folded = fold_word(word)[-1]
    found = _by_word().get(folded) or _countries().get(folded)
    if found is None:
        heard = (_by_word().get(f"~{reading}") for reading in sounds(word) if len(reading) > 3)
        found = next(filter(None, heard), None)
    return found
