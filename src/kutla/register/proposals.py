"""Who a name no alias knows may be: offered to a person, never decided."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kutla.register.entity import AliasMark
from kutla.register.folding import folded_words
from kutla.register.likeness import PROPOSE_FROM, name_likeness, name_words
from kutla.register.lookup import NameIndex
from kutla.register.matching import (
    WITHOUT_HEADS,
    Candidate,
    Match,
    MatchStanding,
    are_compatible,
    narrow,
)
from kutla.register.sounds import is_abjad
from kutla.register.wording import core_of, strip_titles
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.register.entity import Alias
    from kutla.register.matching import Clues
    from kutla.register.register import Register
    from kutla.register.separation import Separation

_MOST_CANDIDATES = 5
_CLEAR_LEAD = 0.06
"""By how much the first must be ahead of the second to be the one that is proposed."""
_SURNAME_SCORE = 0.86
_OUT_OF_TIME = 0.05
_FULL = 3

_NOT_LIKENED = frozenset({AliasMark.EXACT, AliasMark.DEMONYM, AliasMark.ASKED, AliasMark.PROPOSES})


class Proposer:
    """Finds the recorded names that are like a given one."""

    def __init__(self, register: Register, separation: Separation) -> None:
        self._register = register
        self._separation = separation
        self._aliases = tuple(
            alias
            for alias in register.aliases
            if alias.mark not in _NOT_LIKENED and alias.note != "capital"
        )
        self._index = NameIndex(alias.text for alias in self._aliases)
        self._surnames: dict[str, list[Alias]] = defaultdict(list)
        for alias in self._aliases:
            parts = folded_words(alias.text)
            if register.entity(alias.entity_id).kind is EntityKind.PERSON and len(parts) > 1:
                self._surnames[parts[-1]].append(alias)
        self._in_latin = frozenset(a.entity_id for a in self._aliases if not is_abjad(a.text))

    def propose(self, name: str, clues: Clues) -> Match:
        """Give the entities whose names are like ``name``, best first."""
        ranked, against = self._ranked(name, clues)
        if not ranked:
            reason = f"no entity of the register bears the name {name} or one like it"
            return Match(name, None, MatchStanding.UNKNOWN, (), reason, against=against)
        kept = tuple(ranked[:_MOST_CANDIDATES])
        close = tuple(each.entity_id for each in kept if kept[0].score - each.score < _CLEAR_LEAD)
        if len(close) == 1:
            why = kept[0].why
            return Match(name, None, MatchStanding.PROPOSED, kept, why, "likeness", against=against)
        choice = narrow(self._register, close, clues)
        against = (*against, *choice.against)
        if len(choice.left) > 1:
            why = "; ".join(each.why for each in kept[: len(close)])
            return Match(
                name, None, MatchStanding.AMBIGUOUS, kept, why, "likeness", against=against
            )
        first = next(each for each in kept if each.entity_id == choice.left[0])
        kept = (first, *(each for each in kept if each is not first))
        reason = f"{first.why}, {choice.why}"
        rule = f"likeness, {choice.why}"
        return Match(name, None, MatchStanding.PROPOSED, kept, reason, rule, against=against)

    def _ranked(self, name: str, clues: Clues) -> tuple[list[Candidate], tuple[Candidate, ...]]:
        bare, _ = strip_titles(name)
        is_group = core_of(bare) is not None
        best: dict[str, Candidate] = {}
        against: dict[str, Candidate] = {}
        for alias, score, said in (*self._like(name), *self._by_surname(bare)):
            entity = self._register.entity(alias.entity_id)
            objection = ""
            if not are_compatible(clues.kind, entity.kind):
                objection = f"{entity.name} is a {entity.kind}, not a {clues.kind}"
            elif is_group and entity.kind in WITHOUT_HEADS:
                objection = f"{entity.name} is a {entity.kind}, and the name is a group's"
            elif self._separation.divides(name, alias.text):
                objection = f"{name} and {alias.text} are recorded as never the same"
            elif (fuller := self._contradicting(name, alias)) is not None:
                objection = f"{alias.text} is {fuller} in full, not {name}"
            if objection:
                against.setdefault(entity.id, Candidate(entity.id, 0.0, objection))
                continue
            found = Candidate(entity.id, round(score, 3), said)
            if clues.on and entity.valid is not None and clues.on not in entity.valid:
                why = f"{said}, which did not exist on {clues.on}"
                found = Candidate(entity.id, round(score - _OUT_OF_TIME, 3), why)
            held = best.get(entity.id)
            if held is None or held.score < found.score:
                best[entity.id] = found
        ranked = sorted(best.values(), key=lambda each: (-each.score, each.entity_id))
        return ranked, tuple(each for id_, each in against.items() if id_ not in best)

    def _like(self, name: str) -> Iterator[tuple[Alias, float, str]]:
        is_native = is_abjad(name)
        for at in self._index.near(name):
            alias = self._aliases[at]
            # Without its vowels سليم is also Salam: an entity's Latin spellings tell them apart.
            if not is_native and alias.entity_id in self._in_latin and is_abjad(alias.text):
                continue
            score = name_likeness(name, alias.text)
            if score >= PROPOSE_FROM:
                yield alias, min(score, 0.99), f"written like {alias.text}"

    def _contradicting(self, name: str, alias: Alias) -> str | None:
        """Give a recorded name as long as the one asked that is another: Mohammed Mahdi al-Bayati.

        Beside it, that the name is like the shorter "Mohammed al-Bayati" proves nothing.
        """
        length = len(name_words(name))
        if length <= len(name_words(alias.text)) or length < _FULL:
            return None
        fuller = [
            each.text
            for each in self._register.aliases_of(alias.entity_id)
            if len(name_words(each.text)) == length and is_abjad(each.text) == is_abjad(name)
        ]
        if any(name_likeness(name, each) >= PROPOSE_FROM for each in fuller):
            return None
        return next(iter(fuller), None)

    def _by_surname(self, name: str) -> Iterator[tuple[Alias, float, str]]:
        parts = folded_words(name)
        if len(parts) == 1:
            for alias in self._surnames.get(parts[0], ()):
                yield alias, _SURNAME_SCORE, f"the last name of {alias.text}"
