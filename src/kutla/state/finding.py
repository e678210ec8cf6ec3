"""One fact among many: by its id, by the id of a claim under it, or by words that say it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kutla.register.folding import folded_words
from kutla.state.asking import keys_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kutla.register import Register
    from kutla.state.state import Fact

_ID = re.compile(r"[0-9a-f]{4,16}")
_STOP = (
    "a an and any are as be been did do does for from has have how in is it its many not of on or "
    "says say that the their them they this to was what whether which who whom whose why will with"
)
_STOPPED = frozenset(_STOP.split())


def find_facts(
    words: str, facts: Iterable[Fact], register: Register, say: Callable[[Fact], str]
) -> tuple[Fact, ...]:
    """Give the facts that words mean: one where they are clear, several where they are not.

    ``words`` are the beginning of a fact's or claim's id, or a question in words; ``say`` says a
    fact in a sentence. Names are matched by the register, the other words by their stems.
    """
    facts = tuple(facts)
    if _ID.fullmatch(words):
        found = tuple(f for f in facts if f.id.startswith(words)) or tuple(
            f for f in facts if any(i.claim.id.startswith(words) for i in (*f.support, *f.dissent))
        )
        if found:
            return found
    scored = [(_score(words, fact, register, say(fact)), fact) for fact in facts]
    best = max((score for score, _ in scored), default=0.0)
    return tuple(fact for score, fact in scored if score == best) if best > 0 else ()


def _score(words: str, fact: Fact, register: Register, sentence: str) -> float:
    """Give the share of what was asked that a fact speaks of; 0 where a name of it is missing."""
    named, others = _taken_apart(words, register)
    keys: set[str] = set()
    for item in (*fact.support, *fact.dissent):
        keys |= keys_of(fact, item.claim)
    if any(keys.isdisjoint(ids) for ids in named):
        return 0.0
    told = " ".join(
        (sentence, fact.kind.replace("_", " "), *(key for key in keys if key[0] == "?"))
    )
    stems = {_stem(word) for word in folded_words(told)}
    figures = {str(reading.value) for reading in fact.alternatives if reading.value is not None}
    asked = [word for word in others if word not in _STOPPED]
    hits = sum(_stem(word) in stems or word in figures for word in asked)
    if asked and not hits and not named:
        return 0.0
    # of facts that answer equally, the one about just those names comes first
    exact = len(named) == len({fact.subject.key, fact.object.key if fact.object else ""} - {""})
    return len(named) + (hits / len(asked) if asked else 0.0) + 0.01 * exact


def _taken_apart(words: str, register: Register) -> tuple[list[frozenset[str]], list[str]]:
    """Give whom each name in the words may mean, and the words left over."""
    named, rest, end = [], [], 0
    for each in register.spot(words):
        if not each.entity_ids:
            continue
        named.append(frozenset(each.entity_ids))
        rest.append(words[end : each.start])
        end = each.end
    rest.append(words[end:])
    return named, list(folded_words(" ".join(rest)))


_ENDINGS = ("ing", "ed", "es", "s", "e")


def _stem(word: str) -> str:
    """Cut the ending of a verb or plural: "joins", "joined" and "joining" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word
