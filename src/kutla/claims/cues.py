"""Which rules can match a text at all, told from the words of their predicates; only for speed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.claims.inflect import verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterable

_VERBS = re.compile(r"\{V:([^{}]+)\}")
_LITERAL = re.compile(r"([A-Za-z]+)(?:(\?)|(?=[ ).|,]|$))")
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Index:
    """Places of rules by the words one of which each needs; ``always`` those that may need none."""

    by_word: dict[str, tuple[int, ...]]
    always: tuple[int, ...]

    def places(self, words: frozenset[str]) -> list[int]:
        """Give the places of the rules that a text of these words may match, in order."""
        found = set(self.always)
        for word in words:
            found.update(self.by_word.get(word, ()))
        return sorted(found)


def make_index(cues: Iterable[frozenset[str]]) -> Index:
    """Make the index of rules from the words that each needs one of; none is always tried."""
    by_word: dict[str, list[int]] = {}
    always: list[int] = []
    for place, words in enumerate(cues):
        if not words:
            always.append(place)
        for word in words:
            by_word.setdefault(word, []).append(place)
    return Index({word: tuple(places) for word, places in by_word.items()}, tuple(always))


def words_of(text: str) -> frozenset[str]:
    """Give the words of a text in small letters.

    >>> sorted(words_of("Re-elected: ‹P0›'s list"))
    ['elected', 'list', 'p', 're', 's']
    """
    return frozenset(_WORD.findall(text.casefold()))


def first_words(lemmas: Iterable[str]) -> frozenset[str]:
    """Give the first word of every form of these verbs ("pull out" → pull, pulls, …)."""
    return frozenset(_WORD.findall(form)[0] for lemma in lemmas for form in verb_forms(lemma))


def cues_of(pattern: str) -> frozenset[str]:
    """Give the words with which the group ``v`` of a surface pattern may begin.

    Empty where that cannot be told: the pattern must then always be tried.

    >>> sorted(cues_of("(?P<s>{P}) (?P<v>talks?|in touch) with")), cues_of("(?P<s>{P}) of")
    (['in', 'ins', 'talk', 'talks', 'talkss'], frozenset())
    """
    at = pattern.find("(?P<v>")
    if at < 0:
        return frozenset()
    words: set[str] = set()
    for option in _options(pattern[at + len("(?P<v>") :]):
        verbs, plain = _VERBS.match(option), _LITERAL.match(option)
        if verbs:
            words |= first_words(verb.replace("_", " ") for verb in verbs[1].split())
        elif plain:
            word = plain[1].casefold()
            words |= {word, f"{word}s", word[:-1]} if plain[2] else {word, f"{word}s"}
        else:
            return frozenset()
    return frozenset(words)


def _options(pattern: str) -> list[str]:
    """Split a group's alternatives; ``pattern`` starts behind its opening bracket."""
    options, depth, piece = [], 0, ""
    for place, sign in enumerate(pattern):
        is_plain = place > 0 and pattern[place - 1] == "\\"
        if sign == ")" and depth == 0 and not is_plain:
            break
        if sign == "|" and depth == 0:
            options.append(piece)
            piece = ""
            continue
        if not is_plain:
            depth += (sign in "([{") - (sign in ")]}")
        piece += sign
    return [*options, piece]
