"""Who holds an office: of one that one person holds, the later holder ends the earlier's time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kutla.claims import Modality, Polarity
from kutla.register.folding import folded_words
from kutla.state.state import Fact, Standing

if TYPE_CHECKING:
    from datetime import date

    from kutla.vocabulary import Referent

SINGLE = frozenset({"prime minister", "president", "speaker", "chancellor"})
FORMER = "former"


def succeed(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Mark as superseded whoever is only ever "former", or is followed by a later holder."""
    held = [f for f in facts if f.kind == "holds_office" and f.object is not None]
    resigned = [
        f
        for f in facts
        if f.kind == "resigns" and f.polarity is Polarity.AFFIRMED and f.modality is Modality.ACTUAL
    ]
    changed: dict[str, Fact] = {}
    for fact in held:
        if all(item.claim.event.words == FORMER for item in fact.support):
            changed[fact.id] = replace(
                fact, standing=Standing.SUPERSEDED, reason="a former holder, says the report"
            )
            continue
        gone = next((f for f in resigned if _ends(f, fact)), None)
        if gone is not None:
            changed[fact.id] = replace(
                fact,
                standing=Standing.SUPERSEDED,
                reason="resigned, and no later report has the office held still",
            )
            continue
        later = _successor(fact, held)
        if later is not None:
            reason = f"{later.subject.name} is reported to hold it later"
            changed[fact.id] = replace(fact, standing=Standing.SUPERSEDED, reason=reason)
    return tuple(changed.get(fact.id, fact) for fact in facts)


def _ends(resignation: Fact, fact: Fact) -> bool:
    """Whether one resigned from the office after the last report of holding it."""
    if resignation.is_contested or resignation.subject.key != fact.subject.key:
        return False
    if resignation.object is None or fact.object is None:
        return False
    if resignation.object.name.casefold() != fact.object.name.casefold():
        return False
    went, held = _last_day(resignation), _last_day(fact)
    if resignation.period is not None:
        went = resignation.period.last_on
    return went is not None and held is not None and went >= held


def _successor(fact: Fact, held: list[Fact]) -> Fact | None:
    if fact.object is None or fact.object.name.casefold() not in SINGLE:
        return None
    mine = _last_day(fact)
    rivals = [
        (day, other)
        for other in held
        if not may_be_same(other.subject, fact.subject)
        and other.object is not None
        and other.object.name.casefold() == fact.object.name.casefold()
        and (day := _last_day(other)) is not None
        and mine is not None
        and day > mine
    ]
    return max(rivals, key=lambda pair: pair[0])[1] if rivals else None


def may_be_same(one: Referent, other: Referent) -> bool:
    """Whether two names may be one person's: "Torvald" is no successor of "Alma Torvald"."""
    if one.is_resolved and other.is_resolved:
        return one.key == other.key
    some, more = folded_words(one.name), folded_words(other.name)
    return set(some) <= set(more) or set(more) <= set(some)


def _last_day(fact: Fact) -> date | None:
    days = [
        item.claim.reported.first_on
        for item in fact.support
        if item.claim.event.words != FORMER and item.claim.reported is not None
    ]
    return max(days) if days else None
