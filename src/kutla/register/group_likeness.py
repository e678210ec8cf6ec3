"""How alike two names of groups and bodies are: by what their words mean, in any order."""

from __future__ import annotations

from functools import lru_cache

from kutla.register.concepts import Concept, Role, concept_of, concepts_of, parts_of
from kutla.register.folding import fold_word
from kutla.register.initials import is_small, without_ties
from kutla.register.sounds import sound_likeness

_MOST_WORDS = 20
_SAME_WORD = 0.84
_WRITTEN_ALIKE = 0.97
_OUT_WEAK = 0.08
_OUT_NAME = 0.3
_OUT_PARTY = 0.12
_OUT_UNNAMED = 0.2
"""Where only words of many names are left, each of them tells: "Islamic Group", "Islamic Party"."""
_HEADS_DIFFER = 0.1


@lru_cache(maxsize=131072)
def group_likeness(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Compare two names of groups, 0 to 1.

    Heads ("bloc", "party") only count where nothing else names the group, a year or number always;
    words both lack partners for make two groups of them.
    """
    if max(len(a), len(b)) > _MOST_WORDS:
        return float(a == b)
    left, right = _tokens(a), _tokens(b)
    if _numbers(left) != _numbers(right):
        return 0.0 if _numbers(left) and _numbers(right) else 0.7
    is_named = _is_named(left) and _is_named(right)
    heads = _heads(left), _heads(right)
    if is_named:
        left, right = _without_heads(left), _without_heads(right)
    scores, lone_left, lone_right = _paired(left, right)
    if not scores or (lone_left and lone_right):
        return 0.0
    lone = (*lone_left, *lone_right)
    missing = sum(_cost(word, is_named) for word in lone)
    if not is_named and len(lone) == 1 and not (heads[0] and heads[1]) and _is_party(lone[0]):
        # "Moderaterna" is the Moderate Party, "Wataniya" no National Alliance.
        missing = _OUT_PARTY
    apart = _HEADS_DIFFER / 2 if is_named and all(heads) and heads[0].isdisjoint(heads[1]) else 0.0
    return max(0.0, 0.5 * min(scores) + 0.5 * sum(scores) / len(scores) - missing - apart)


def _tokens(row: tuple[str, ...]) -> tuple[str, ...]:
    bare = (without_ties(word) for word in row)
    kept = tuple(part for word in bare if not is_small(word) for part in parts_of(word))
    return kept or row


def _numbers(row: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for word in row if word.isdigit() and len(word) > 1)


def _is(word: str, *roles: Role) -> bool:
    found = concept_of(word)
    return found is not None and found.role in roles


def _is_party(word: str) -> bool:
    return any(each.id == "party" for each in concepts_of(word))


def _is_named(row: tuple[str, ...]) -> bool:
    return any(not _is(word, Role.HEAD, Role.BODY, Role.WEAK, Role.COUNTRY) for word in row)


def _heads(row: tuple[str, ...]) -> frozenset[Concept]:
    found = (concept_of(word) for word in row)
    return frozenset(each for each in found if each is not None and each.role is Role.HEAD)


def _without_heads(row: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in row if not _is(word, Role.HEAD))


def _cost(word: str, is_named: bool) -> float:
    if not is_named:
        return _OUT_UNNAMED
    return _OUT_WEAK if _is(word, Role.WEAK, Role.COUNTRY, Role.HEAD) else _OUT_NAME


def _paired(
    left: tuple[str, ...], right: tuple[str, ...]
) -> tuple[list[float], list[str], list[str]]:
    """Pair words best first; give the scores and what is left over on either side."""
    every = sorted(
        (
            (_alike(x, y), -abs(i - j), i, j)
            for i, x in enumerate(left)
            for j, y in enumerate(right)
        ),
        reverse=True,
    )
    scores, used_left, used_right = [], set(), set()
    for score, _, i, j in every:
        if score >= _SAME_WORD - 0.1 and i not in used_left and j not in used_right:
            scores.append(score)
            used_left.add(i)
            used_right.add(j)
    return (
        scores,
        [word for i, word in enumerate(left) if i not in used_left],
        [word for j, word in enumerate(right) if j not in used_right],
    )


def _alike(a: str, b: str) -> float:
    if fold_word(a) == fold_word(b):
        return 1.0
    first, second = concepts_of(a), concepts_of(b)
    if first and second:
        return 0.0 if set(first).isdisjoint(second) else 1.0
    heard = sound_likeness(a, b)
    if first or second:
        # "Nasser" sounds like "Nasr", which means victory: only the very same sounds will do.
        return heard if heard >= _WRITTEN_ALIKE else min(heard, 0.7)
    return heard
