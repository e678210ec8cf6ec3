"""The score of a reader: precision, recall and F1 by kind, and how well the details agree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kutla.claims.kinds import KINDS
from kutla.claims.pairing import DETAILS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kutla.claims.pairing import Claimed
    from kutla.vocabulary import Problem


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims were matched, predicted and annotated."""

    matched: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """The share of predicted claims that are in the gold; 1 where none was predicted."""
        return self.matched / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """The share of gold claims that were predicted; 1 where there is none."""
        return self.matched / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two; 1 where both sides are empty."""
        both = self.predicted + self.gold
        return 2 * self.matched / both if both else 1.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.matched + other.matched, self.predicted + other.predicted, self.gold + other.gold
        )


@dataclass(frozen=True, slots=True)
class KindScore:
    """The two tallies of one kind of claim."""

    kind: str
    lenient: Tally = Tally()
    strict: Tally = Tally()


@dataclass(frozen=True, slots=True)
class DetailScore:
    """On how many of the matched claims a detail agrees."""

    name: str
    agreed: int = 0
    compared: int = 0

    @property
    def accuracy(self) -> float:
        """The share that agrees; 1 where nothing was compared."""
        return self.agreed / self.compared if self.compared else 1.0


@dataclass(frozen=True, slots=True)
class ScoreCard:
    """The score of one or more documents.

    ``missed`` are gold claims that nothing matched, ``spurious`` predicted ones, ``pairs`` the
    matched (predicted, gold), each with the document's name; ``problems`` what could not be scored.
    """

    documents: int
    kinds: tuple[KindScore, ...]
    details: tuple[DetailScore, ...]
    pairs: tuple[tuple[str, Claimed, Claimed], ...] = ()
    missed: tuple[tuple[str, Claimed], ...] = ()
    spurious: tuple[tuple[str, Claimed], ...] = ()
    problems: tuple[Problem, ...] = field(default=())

    @property
    def lenient(self) -> Tally:
        """The lenient tally over all kinds."""
        return sum((score.lenient for score in self.kinds), Tally())

    @property
    def strict(self) -> Tally:
        """The strict tally over all kinds."""
        return sum((score.strict for score in self.kinds), Tally())

    def detail(self, name: str) -> DetailScore:
        """Give the score of one of ``DETAILS``."""
        return next(score for score in self.details if score.name == name)


def merge(cards: Iterable[ScoreCard], problems: tuple[Problem, ...] = ()) -> ScoreCard:
    """Add the scores of several documents, kinds in their own order."""
    cards = tuple(cards)
    return ScoreCard(
        documents=sum(card.documents for card in cards),
        kinds=tuple(
            _add_kinds(kind.name, cards)
            for kind in KINDS
            if any(score.kind == kind.name for card in cards for score in card.kinds)
        ),
        details=tuple(_add_details(name, cards) for name in DETAILS),
        pairs=tuple(item for card in cards for item in card.pairs),
        missed=tuple(item for card in cards for item in card.missed),
        spurious=tuple(item for card in cards for item in card.spurious),
        problems=tuple(item for card in cards for item in card.problems) + problems,
    )


def _add_kinds(kind: str, cards: tuple[ScoreCard, ...]) -> KindScore:
    scores = [score for card in cards for score in card.kinds if score.kind == kind]
    return KindScore(
        kind,
        sum((score.lenient for score in scores), Tally()),
        sum((score.strict for score in scores), Tally()),
    )


def _add_details(name: str, cards: tuple[ScoreCard, ...]) -> DetailScore:
    scores = [card.detail(name) for card in cards]
    return DetailScore(
        name, sum(score.agreed for score in scores), sum(score.compared for score in scores)
    )
