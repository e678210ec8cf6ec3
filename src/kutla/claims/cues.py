"""Which rules can match a text at all, told from the words of their predicates; only for speed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

from kutla.claims.inflect import verb_forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_VERBS = re.compile(r"\{V:([^{}]+)\}")
_LITERAL = re.compile(r"([A-Za-z]*)")
_AUXILIARIES = frozenset(
    {
        "would",
        "could",
        "should",
        "does",
        "do",
        "did",
        "is",
        "are",
        "was",
        "were",
        "wo",
        "has",
        "have",
    }
)
_WORD_ENDS = {"", *" ).|,-'’"}
_EITHER = re.compile(r"\[([A-Za-z]{2})\]([a-z]*)(?=[ ).|,-]|$)")
_WORD = re.compile(r"[a-z]+")


_Of = TypeVar("_Of")
_To = TypeVar("_To")


def once_each(make: Callable[[_Of], _To]) -> Callable[[_Of], _To]:
    """Keep what ``make`` gave for each very object: rules are many, and long to hash.

    For the rules of the families, which live as long as the program; others are kept as well.
    """
    kept: dict[int, tuple[_Of, _To]] = {}

    @wraps(make)
    def made(of: _Of) -> _To:
        found = kept.get(id(of))
        if found is None or found[0] is not of:
            found = kept[id(of)] = (of, make(of))
        return found[1]

    return made


@dataclass(frozen=True, slots=True)
class Index:
    """Places of rules by the words one of which each needs; ``always`` those that may need none."""

    by_word: dict[str, tuple[int, ...]]
    always: tuple[int, ...]

    def places(self, words: frozenset[str]) -> list[int]:
        """Give the places of the rules that a text of these words may match, in order."""
        found = set(self.always)
        for word in self.by_word.keys() & words:
            found.update(self.by_word[word])
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
    return _starts(options_of(pattern[at + len("(?P<v>") :])) or frozenset()


def _starts(options: list[str]) -> frozenset[str] | None:
    """Give the words with which one of the options may begin; None where that cannot be told."""
    found: set[str] = set()
    for option in options:
        words = _start(option.lstrip('-"“‘ '))
        if not words:
            return None
        found |= words
    return frozenset(found)


def _start(option: str) -> frozenset[str] | None:
    verbs = _VERBS.match(option)
    if verbs:
        return first_words(verb.replace("_", " ") for verb in verbs[1].split())
    if option.startswith("(?:"):
        return _start_of_group(option)
    plain = _LITERAL.match(option)
    return _start_of_word(plain[0].casefold(), option[plain.end() :]) if plain else None


def _start_of_word(word: str, rest: str) -> frozenset[str] | None:
    either = _EITHER.match(rest)
    if either:  # "recogni[sz]e", "[Pp]ro"
        words = {f"{word}{letter}{either[2]}".casefold() for letter in either[1]}
    elif rest.startswith("(?:"):  # "prox(?:y|ies)"
        ends = options_of(rest[3:])
        is_plain = all(end.isalpha() or not end for end in ends)
        words = {word + end.casefold() for end in ends} if is_plain else set()
    elif word and rest.startswith("?"):
        words = {word, f"{word}s", word[:-1]}
    elif word in _AUXILIARIES:
        words = {word, f"{word}n"}  # "wouldn't" is the words "wouldn" and "t"
    else:
        words = {word, f"{word}s"} if word and rest[:1] in _WORD_ENDS else set()
    return frozenset(words) or None


def _start_of_group(option: str) -> frozenset[str] | None:
    inner = options_of(option[3:])
    rest = option[3 + sum(len(each) + 1 for each in inner) :]
    words = _starts(inner)
    if words is None or (rest[:1].isalpha() and not all(each.endswith(" ") for each in inner)):
        return None
    if rest.startswith("*"):
        return None
    if not rest.startswith("?"):
        return words
    after = _start(rest[1:].lstrip())
    is_apart = rest[1:2] == " " or all(each.endswith(" ") for each in inner)
    return words | after if after and is_apart else None


def options_of(pattern: str) -> list[str]:
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
