"""Who says what about whom: the claims under facts, filtered, with their independent stories."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.state.topics import family_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from kutla.claims import Claim, Modality, Polarity
    from kutla.documents import Document
    from kutla.state.names import Asked
    from kutla.state.state import Alternative, Evidence, Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of the claims; what is left out asks nothing.

    Every one of ``about`` must be in a claim's fact; any of ``kinds`` will do, and a kind stands
    for its whole topic (``joins_bloc`` takes in who refuses and who leaves). ``since`` and
    ``until`` bound the day of the event, of the report where the event has none, both included.
    """

    about: tuple[Asked, ...] = ()
    kinds: tuple[str, ...] = ()
    is_contested: bool = False
    polarity: Polarity | None = None
    modality: Modality | None = None
    speaker: Asked | None = None
    outlet: str | None = None
    document: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One reading of a fact with the claims that were asked for, the weightiest first."""

    reading: Alternative
    items: tuple[Evidence, ...]

    @property
    def stories(self) -> int:
        """Independent stories among them: of a large ledger, more than the claims that are shown."""
        if len(self.items) == len(self.reading.evidence):
            return self.reading.stories
        return len({item.story_id for item in self.items})


@dataclass(frozen=True, slots=True)
class Answer:
    """A fact with the sides that were asked for, the leading one first."""

    fact: Fact
    sides: tuple[Side, ...]

    @property
    def items(self) -> tuple[Evidence, ...]:
        """Every claim of every side."""
        return tuple(item for side in self.sides for item in side.items)

    @property
    def stories(self) -> int:
        """Independent stories on all sides together: one may carry both."""
        return len({item.story_id for item in self.items})


def ask(
    facts: Iterable[Fact], question: Question, documents: Mapping[str, Document]
) -> tuple[Answer, ...]:
    """Answer a question from facts, in their order; facts with no claim asked for are left out."""
    answers = []
    for fact in facts:
        if question.is_contested and not fact.is_contested:
            continue
        sides = tuple(
            Side(reading, items)
            for reading in fact.alternatives
            if (
                items := tuple(
                    item for item in reading.evidence if _fits(item, fact, question, documents)
                )
            )
        )
        if sides:
            answers.append(Answer(fact, sides))
    return tuple(answers)


def keys_of(fact: Fact, claim: Claim) -> frozenset[str]:
    """Give whom a claim is about: by its own names, and by the names its fact settled on."""
    named = (fact.subject, fact.object, claim.subject, claim.object)
    return frozenset(each.key for each in named if each is not None)


def _fits(
    item: Evidence, fact: Fact, question: Question, documents: Mapping[str, Document]
) -> bool:
    claim = item.claim
    keys = keys_of(fact, claim)
    return (
        all(keys & name.keys for name in question.about)
        and (not question.kinds or not {claim.kind, family_of(claim)}.isdisjoint(question.kinds))
        and question.polarity in {None, claim.polarity}
        and question.modality in {None, claim.modality}
        and (question.speaker is None or _speaks(claim, question.speaker))
        and (question.outlet is None or _contains(item.outlet, question.outlet))
        and (question.document is None or _is_document(claim, documents, question.document))
        and _in_days(claim, question.since, question.until)
    )


def _speaks(claim: Claim, asked: Asked) -> bool:
    """Whether one of the voices of a claim was asked for, by who it is or by what it is called."""
    return any(
        voice.entity_id in asked.keys or _contains(voice.name, asked.words)
        for voice in claim.attribution
    )


def _contains(name: str | None, words: str) -> bool:
    return name is not None and words.casefold() in name.casefold()


def _is_document(claim: Claim, documents: Mapping[str, Document], asked: str) -> bool:
    if claim.quote.document_id.startswith(asked):
        return True
    document = documents.get(claim.quote.document_id)
    return document is not None and any(asked in each for each in document.addresses)


def _in_days(claim: Claim, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    period = claim.event.period or claim.reported
    if period is None:
        return False
    return (since is None or period.last_on >= since) and (
        until is None or period.first_on <= until
    )
