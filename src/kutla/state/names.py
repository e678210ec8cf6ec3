"""Whom a question is about: a name in any spelling, an id, or a name that nobody knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from kutla.errors import UnknownEntityError
from kutla.register.folding import folded_words
from kutla.register.matching import MatchStanding

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kutla.register import Register
    from kutla.state.state import Fact
    from kutla.vocabulary import Referent

_NEAREST = 5
_LIKE = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """A name that was asked about: the keys of everybody it may mean, and what to tell of it."""

    words: str
    keys: frozenset[str]
    note: str = ""


def find_asked(
    words: str, facts: Iterable[Fact], register: Register, on: date | None = None
) -> Asked:
    """Say whom a name means among those that facts are about.

    The register decides (any spelling, an id, a Wikidata id); of a name that several bear, all are
    taken, and the note says so. Names that the register does not know are taken too where they hold
    every word that was asked for. Raises UnknownEntityError, with the nearest names, where no fact
    is about anybody of that name.
    """
    named = {each.key: each for each in _referents(facts)}
    by_register, note = _by_register(words, register, on)
    asked = set(folded_words(words))
    unmatched = {
        key
        for key, each in named.items()
        if not each.is_resolved and asked and asked <= set(folded_words(each.name))
    }
    keys = by_register | unmatched
    if not keys & set(named):
        raise UnknownEntityError(_nobody(words, by_register, named, register))
    return Asked(words, frozenset(keys), note)


def find_speaker(words: str, register: Register, on: date | None = None) -> Asked:
    """Say who a speaker is: by the register, and by the words of the name themselves."""
    keys, note = _by_register(words, register, on)
    return Asked(words, frozenset(keys), note)


def _referents(facts: Iterable[Fact]) -> Iterable[Referent]:
    for fact in facts:
        claims = [item.claim for item in (*fact.support, *fact.dissent)]
        ends = [
            fact.subject,
            fact.object,
            *(c.subject for c in claims),
            *(c.object for c in claims),
        ]
        yield from (each for each in ends if each is not None)


def _by_register(words: str, register: Register, on: date | None) -> tuple[set[str], str]:
    entity = register.find_entity(words) or register.find_by_wikidata(words)
    if entity is not None:
        return {entity.id}, ""
    found = register.match(words, on=on)
    if found.entity_id is not None:
        return {found.entity_id}, ""
    candidates = [register.entity(each.entity_id) for each in found.candidates]
    names = " or ".join(f"{each.name} ({each.id})" for each in candidates)
    if found.standing is MatchStanding.AMBIGUOUS and candidates:
        return {each.id for each in candidates}, f"“{words}” may be {names}; all are taken"
    if found.standing is MatchStanding.PROPOSED:
        first = candidates[0]
        return {first.id}, f"“{words}” is taken for {first.name} ({first.id}); nobody has judged it"
    return set(), ""


def _nobody(words: str, known: set[str], named: dict[str, Referent], register: Register) -> str:
    names = sorted({each.name for each in named.values()})
    found = process.extract(words, names, scorer=fuzz.WRatio, limit=_NEAREST, score_cutoff=_LIKE)
    near = f"; the nearest names are {', '.join(each[0] for each in found)}" if found else ""
    who = ", ".join(sorted(register.entity(each).name for each in known))
    who = f" ({who})" if who else ""
    return f"nothing is said about {words!r}{who}{near}; `kutla claims` lists what is said"
