"""What holds on a day as known at a moment: facts with their support and their dissent."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from kutla.claims.claim import Claim, Modality, Polarity
    from kutla.vocabulary import Chamber, Period, Problem, Referent


class Standing(StrEnum):
    """How firmly a fact stands."""

    SETTLED = "settled"
    """Two independent stories or an official voice, and nobody against."""
    REPORTED = "reported"
    """One story, nobody against."""
    CONTESTED = "contested"
    SUPERSEDED = "superseded"
    RETRACTED = "retracted"
    DENIED = "denied"
    """Only its denial is on record."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim as it weighs for or against a fact.

    ``weight`` is the log-odds the claim adds by the table of weights (``state/weights.py``);
    ``is_counted`` is false for a further copy or a second claim of a story already counted.
    """

    claim: Claim
    story_id: str
    outlet: str | None
    weight: float
    is_counted: bool
    why: str
    """In words: "official, Independent High Electoral Commission, via Iraqi News"."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """One of several values that claims give for the same thing."""

    value: int | None
    total: int | None
    polarity: Polarity
    modality: Modality
    evidence: tuple[Evidence, ...]
    log_odds: float
    counted: int | None = None
    """Independent stories, where ``evidence`` is only those that stand for many."""

    @property
    def stories(self) -> int:
        """Independent stories that carry this value."""
        if self.counted is not None:
            return self.counted
        return len({item.story_id for item in self.evidence})


@dataclass(frozen=True, slots=True)
class Fact:
    """A thing that claims speak of, its leading value, and who says so or otherwise.

    Competing claims agree in kind, subject and object and overlap in time. ``alternatives`` holds
    every reading of it, the leading one first; ``support`` is the evidence of the first,
    ``dissent`` that of the others. ``period`` is when it was so, None where left open.
    """

    id: str
    kind: str
    subject: Referent
    object: Referent | None
    standing: Standing
    alternatives: tuple[Alternative, ...]
    reason: str
    period: Period | None = None

    @property
    def value(self) -> int | None:
        """The leading value, for kinds that have one."""
        return self.alternatives[0].value

    @property
    def polarity(self) -> Polarity:
        """Whether the leading reading affirms it."""
        return self.alternatives[0].polarity

    @property
    def modality(self) -> Modality:
        """The way in which the leading reading says so."""
        return self.alternatives[0].modality

    @property
    def support(self) -> tuple[Evidence, ...]:
        """Evidence for the leading reading."""
        return self.alternatives[0].evidence

    @property
    def dissent(self) -> tuple[Evidence, ...]:
        """Evidence for every other reading."""
        return tuple(item for other in self.alternatives[1:] for item in other.evidence)

    @property
    def is_contested(self) -> bool:
        """Whether voices stand against each other."""
        return self.standing is Standing.CONTESTED


@dataclass(frozen=True, slots=True)
class SeatTable:
    """Who holds what after an election.

    ``rows`` are the ``seats`` facts of lists, most seats first; ``unaccounted`` is the chamber's
    size less their sum, never spread over anyone.
    """

    election_on: date | None
    rows: tuple[Fact, ...]
    accounted: int
    unaccounted: int


@dataclass(frozen=True, slots=True)
class Bloc:
    """A bloc or alliance: who is in it, who may join, who refused, how many members are claimed."""

    referent: Referent
    formed: tuple[Fact, ...]
    members: tuple[Fact, ...]
    may_join: tuple[Fact, ...]
    refused: tuple[Fact, ...]
    left: tuple[Fact, ...]
    size: Fact | None


@dataclass(frozen=True, slots=True)
class State:
    """Everything that holds on ``valid_on`` as known at ``known_at``.

    ``facts`` is all of it, in a stable order; the other fields are views of it by subject.
    """

    parliament: str
    chamber: Chamber
    valid_on: date
    known_at: datetime
    facts: tuple[Fact, ...]
    seats: SeatTable
    blocs: tuple[Bloc, ...]
    problems: tuple[Problem, ...]

    def of_kind(self, *kinds: str) -> tuple[Fact, ...]:
        """Give the facts of the named kinds, in order."""
        return tuple(fact for fact in self.facts if fact.kind in kinds)

    @property
    def contested(self) -> tuple[Fact, ...]:
        """Facts on which voices stand against each other."""
        return tuple(fact for fact in self.facts if fact.is_contested)
