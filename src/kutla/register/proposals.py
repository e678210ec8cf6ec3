"""Who a name no alias knows may be: offered to a person, never decided."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from kutla.register.entity import AliasMark
from kutla.register.folding import folded_words
from kutla.register.likeness import PROPOSE_FROM, name_likeness, skeleton
from kutla.register.matching import (
    WITHOUT_HEADS,
    Candidate,
    Match,
    MatchStanding,
    are_compatible,
)
from kutla.register.wording import core_of, strip_titles
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.register.entity import Alias
    from kutla.register.register import Register
    from kutla.register.separation import Separation

_SKELETON_CUTOFF = 68
_MOST_CANDIDATES = 5
_CLEAR_LEAD = 0.06
"""By how much the first must be ahead of the second to be the one that is proposed."""
_SURNAME_SCORE = 0.86


_NOT_LIKENED = frozenset({AliasMark.EXACT, AliasMark.DEMONYM, AliasMark.ASKED, AliasMark.PROPOSES})


class Proposer:
    """Holds the skeletons of every alias of a register."""

    def __init__(self, register: Register, separation: Separation) -> None:
        self._register = register
        self._separation = separation
        self._aliases: dict[str, list[Alias]] = defaultdict(list)
        self._surnames: dict[str, list[Alias]] = defaultdict(list)
        for alias in register.aliases:
            if alias.mark in _NOT_LIKENED or alias.note == "capital":
                continue
            self._aliases[skeleton(alias.text)].append(alias)
            parts = folded_words(alias.text)
            if register.entity(alias.entity_id).kind is EntityKind.PERSON and len(parts) > 1:
                self._surnames[parts[-1]].append(alias)
        self._skeletons = tuple(self._aliases)

    def propose(self, name: str, kind: EntityKind | None) -> Match:
        """Give the entities whose names are like ``name``, best first."""
        bare, _ = strip_titles(name)
        is_group = core_of(bare) is not None
        best: dict[str, Candidate] = {}
        for alias, score, why in (*self._like(bare), *self._by_surname(bare)):
            entity = self._register.entity(alias.entity_id)
            if not are_compatible(kind, entity.kind) or self._separation.divides(name, alias.text):
                continue
            if is_group and entity.kind in WITHOUT_HEADS:
                continue
            held = best.get(entity.id)
            if held is None or held.score < score:
                best[entity.id] = Candidate(entity.id, round(score, 3), why)
        ranked = sorted(best.values(), key=lambda each: (-each.score, each.entity_id))
        if not ranked:
            reason = f"no entity of the register bears the name {name} or one like it"
            return Match(name, None, MatchStanding.UNKNOWN, (), reason)
        kept = tuple(ranked[:_MOST_CANDIDATES])
        is_clear = len(kept) == 1 or kept[0].score - kept[1].score >= _CLEAR_LEAD
        standing = MatchStanding.PROPOSED if is_clear else MatchStanding.AMBIGUOUS
        return Match(name, None, standing, kept, kept[0].why)

    def _like(self, name: str) -> Iterator[tuple[Alias, float, str]]:
        found = process.extract(
            skeleton(name),
            self._skeletons,
            scorer=fuzz.ratio,
            score_cutoff=_SKELETON_CUTOFF,
            limit=60,
        )
        for bones, _, _ in found:
            for alias in self._aliases[bones]:
                score = name_likeness(name, alias.text)
                if score >= PROPOSE_FROM:
                    yield alias, min(score, 0.99), f"written like {alias.text}"

    def _by_surname(self, name: str) -> Iterator[tuple[Alias, float, str]]:
        parts = folded_words(name)
        if len(parts) == 1:
            for alias in self._surnames.get(parts[0], ()):
                yield alias, _SURNAME_SCORE, f"the last name of {alias.text}"
