"""An index of names by the sounds and meanings of their words: the few worth comparing, quickly."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import combinations, product
from typing import TYPE_CHECKING

from kutla.register.concepts import Role, concepts_of, parts_of
from kutla.register.initials import acronyms, short_form, without_ties
from kutla.register.likeness import comparable_rows, is_group_like, name_texts
from kutla.register.person_likeness import given_name_lines
from kutla.register.sounds import rows_likeness, sounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kutla.register.concepts import Concept

_CLASSES = str.maketrans(
    {
        **dict.fromkeys("pbfvw", "P"), **dict.fromkeys("tdTD", "T"), **dict.fromkeys("szSZ8C", "S"),
        **dict.fromkeys("kqg", "K"), **dict.fromkeys("GX", "H"), "c": "C", **dict.fromkeys("aeiouIUAWYOEhy", ""),
    }
)  # fmt: skip
_SOFT = {
    "T": "S", "S": "TJC", "K": "JHC", "J": "KSC", "H": "K", "C": "KSJ",
    "m": "n", "n": "m", "l": "r", "r": "l",
}  # fmt: skip
"""Classes some of whose sounds are taken for each other: Kadhimi and Kazimi."""
_LEFT_OUT = frozenset("PJH")
"""Classes one of whose sounds may be hardly heard: w, y, and kh or gh, which are h too."""
_NEAR_ENOUGH = 0.74
"""A word less alike than this keeps the whole name from being proposed: the worst word counts half."""
_LONG = 4
_MOST_WORDS = 20
_MOST_REMEMBERED = 100_000
_NOT_NAMING = frozenset({Role.HEAD, Role.WEAK, Role.COUNTRY})


@lru_cache(maxsize=65536)
def _coarse(row: str) -> str:
    """Give the classes of a row's consonants; the row itself where it has none."""
    return row.translate(_CLASSES) or f"={row}"


@lru_cache(maxsize=65536)
def _variants(coarse: str) -> frozenset[str]:
    """Give what else the consonants may be: one taken for another, or missing in a long word."""
    if coarse.startswith("="):
        return frozenset()
    found = set()
    for at, sign in enumerate(coarse):
        before, after = coarse[:at], coarse[at + 1 :]
        found |= {f"{before}{other}{after}" for other in _SOFT.get(sign, "")}
        found |= {coarse.replace(sign, other) for other in _SOFT.get(sign, "")}
        if len(coarse) >= _LONG or (sign in _LEFT_OUT and len(coarse) > 1):
            found.add(before + after)
    return frozenset(found)


class NameIndex:
    """Names by their words. :meth:`near` answers with positions in the order given."""

    def __init__(self, names: Iterable[str]) -> None:
        self._bearers: dict[str, set[int]] = defaultdict(set)
        self._meaning: dict[str, set[int]] = defaultdict(set)
        self._letters: dict[str, set[int]] = defaultdict(set)
        self._acronyms: dict[str, set[int]] = defaultdict(set)
        self._given: dict[int, set[int]] = defaultdict(set)
        self._joined: dict[str, set[int]] = defaultdict(set)
        self._run_together: dict[str, set[int]] = defaultdict(set)
        self._rows: dict[str, set[str]] = defaultdict(set)
        self._rows_of_variant: dict[str, set[str]] = defaultdict(set)
        self._remembered: dict[str, frozenset[int]] = {}
        for at, name in enumerate(names):
            self._add(at, name)

    def _add(self, at: int, name: str) -> None:
        for short in filter(None, map(short_form, name_texts(name))):
            self._acronyms[short].add(at)
        for row in comparable_rows(name):
            for word in row:
                self._letters[word[:1].casefold()].add(at)
                for line in given_name_lines(word):
                    self._given[line].add(at)
            for concept in _concepts(row):
                self._meaning[concept.id].add(at)
            for sound in (each for word in row for each in sounds(word)):
                self._add_sound(at, sound)
                if len(row) == 1:
                    self._run_together[_coarse(sound)].add(at)
            for sound in _joined_rows(row):
                self._joined[_coarse(sound)].add(at)
            for short in acronyms(row):
                self._acronyms[short].add(at)

    def _add_sound(self, at: int, sound: str) -> None:
        self._bearers[sound].add(at)
        coarse = _coarse(sound)
        self._rows[coarse].add(sound)
        for variant in _variants(coarse):
            self._rows_of_variant[variant].add(sound)

    def near(self, name: str) -> tuple[int, ...]:
        """Give the names that may be like this one, in order; the rest cannot be."""
        found: set[int] = set()
        for short in map(short_form, name_texts(name)):
            found |= self._acronyms.get(short, set())
        for row in comparable_rows(name):
            if len(row) > _MOST_WORDS:
                continue
            for short in acronyms(row):
                found |= self._acronyms.get(short, set())
            if is_group_like(name):
                found |= self._groups(row)
            found |= self._people(row)
        return tuple(sorted(found))

    def _people(self, row: tuple[str, ...]) -> set[int]:
        """Give the names that share two words, or all of one, or run two of the words together."""
        sets = [self._near_word(word) for word in row]
        found = set(sets[0]) if len(row) == 1 else set()
        for one, other in combinations(sets, 2):
            found |= one & other
        for sound in _joined_rows(row):
            # Long rows rarely differ in their coarse consonants when they are one name.
            found |= self._run_together.get(_coarse(sound), set())
            if len(row) > 2:
                found |= self._bearers_of_key(sound)
        for word in row:
            for sound in sounds(word):
                found |= self._joined.get(_coarse(sound), set())
        return found

    def _bearers_of_key(self, sound: str) -> set[int]:
        rows = self._rows.get(_coarse(sound), ())
        return {at for row in rows for at in self._bearers[row]}

    def _near_word(self, word: str) -> frozenset[int]:
        held = self._remembered.get(word)
        if held is None:
            found: set[int] = set()
            if len(word) == 1:
                found |= self._letters.get(word.casefold(), set())
            for sound in sounds(word):
                found |= self._near_sounds(sound)
            for line in given_name_lines(word):
                found |= self._given.get(line, set())
            if len(self._remembered) > _MOST_REMEMBERED:
                self._remembered.clear()
            held = self._remembered[word] = frozenset(found)
        return held

    def _near_sounds(self, sound: str) -> set[int]:
        coarse = _coarse(sound)
        near = {*self._rows.get(coarse, ()), *self._rows_of_variant.get(coarse, ())}
        for variant in _variants(coarse):
            near |= self._rows.get(variant, set())
        found: set[int] = set()
        for other in near:
            if other == sound or rows_likeness(sound, other) >= _NEAR_ENOUGH:
                found |= self._bearers[other]
        return found

    def _groups(self, row: tuple[str, ...]) -> set[int]:
        """Give the groups that share a naming word, or where there is none two weak ones."""
        naming: list[frozenset[int]] = []
        weak: list[frozenset[int]] = []
        heads: list[frozenset[int]] = []
        for word in (part for each in row for part in parts_of(without_ties(each))):
            concepts = concepts_of(word)
            meant = frozenset(at for each in concepts for at in self._meaning.get(each.id, ()))
            if not concepts:
                naming.append(self._near_word(word))
            elif concepts[0].role is Role.HEAD:
                heads.append(meant)
            elif concepts[0].role in _NOT_NAMING:
                weak.append(meant)
            else:
                naming.append(meant)
        found = {at for some in naming for at in some}
        if len(weak) == 1 and not naming:
            return found | weak[0]
        return found | {at for both in combinations([*weak, *heads], 2) for at in both[0] & both[1]}


def _concepts(row: tuple[str, ...]) -> Iterator[Concept]:
    for word in row:
        for part in parts_of(without_ties(word)):
            yield from concepts_of(part)


def _joined_rows(row: tuple[str, ...]) -> Iterator[str]:
    """Sound out two or three words that stand together as one: "Nasr Allah"."""
    for length in (2, 3):
        for at in range(len(row) - length + 1):
            words = row[at : at + length]
            if all(len(word) > 1 for word in words):
                first = [sounds(word)[:1] for word in words]
                yield from ("".join(each) for each in product(*first))
