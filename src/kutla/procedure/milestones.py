"""What has happened, as far as a state tells: dated steps on the way to a government."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kutla.claims.claim import Modality, Polarity
from kutla.state.state import Standing
from kutla.vocabulary import EntityKind, Period, name_office

if TYPE_CHECKING:
    from kutla.procedure.rules import Past, Procedure
    from kutla.state.state import Fact, State

SAME_EVENT = timedelta(days=3)
"""Two accounts of one kind of event this close are accounts of the same event."""

_MOVED = re.compile(r"postpon|delay|cancel|annul|called? off", re.IGNORECASE)
_DISSOLVED = re.compile(r"dissol", re.IGNORECASE)
_RATIFIED = re.compile(r"ratif|certif|endors", re.IGNORECASE)
_RESULTS = re.compile(r"result", re.IGNORECASE)
_CHARGED = re.compile(
    r"designat|task|charg|mandat|entrust|formateur|ask\w* .{0,40}\bform\b|appoint", re.IGNORECASE
)
_LOST = re.compile(
    r"no[- ]confidence|withdr[ae]w|lost|lose|reject|fail|toppl|oust|defeat|unseat", re.IGNORECASE
)
_SURVIVED = re.compile(
    r"surviv|(?:motion|no[- ]confidence).{0,60}(?:fail|reject|defeat|fell short|voted down)",
    re.IGNORECASE,
)
_OTHER_POLLS = re.compile(
    r"presidential|provincial|regional|local|municipal|mayor|referendum|primary|primaries|"
    r"leadership|European|midterm|by-election",
    re.IGNORECASE,
)
_CARETAKER = re.compile(r"caretaker|outgoing|interim", re.IGNORECASE)
_FORMER = re.compile(r"\bformer|\bex-|\bone-time|\bthen[- ]", re.IGNORECASE)
_GONE = (Standing.SUPERSEDED, Standing.RETRACTED, Standing.DENIED)


@dataclass(frozen=True, slots=True)
class Milestone:
    """One event of a procedure: when, by whom it is told.

    ``facts`` are the state's own; ``past`` is the record's entry, which is data with a source and
    no report. ``on`` is a day, or the range in which it fell.
    """

    event: str
    on: Period
    facts: tuple[Fact, ...] = ()
    past: Past | None = None
    is_explicit: bool = True

    @property
    def day(self) -> date:
        """The day that clocks are counted from: the last on which it can have been."""
        return self.on.last_on

    @property
    def is_exact(self) -> bool:
        """Whether it is known to within a week, so that a clock can be counted from it."""
        return self.on.until_on - self.on.first_on <= timedelta(days=7)

    @property
    def claim_ids(self) -> tuple[str, ...]:
        """The claims under it."""
        return tuple(item.claim.id for fact in self.facts for item in fact.support)

    @property
    def text(self) -> str:
        """Say what it was, in a few words."""
        if self.past is not None:
            return self.past.text
        return "; ".join(_in_words(fact) for fact in self.facts) or self.event


def read_milestones(state: State, procedure: Procedure) -> tuple[Milestone, ...]:
    """Give the milestones that the state's facts tell of, up to ``valid_on``, the earliest first.

    Only what is affirmed as actual and has a date counts; the rest moves no procedure.
    """
    found = []
    for fact in state.facts:
        if not _happened(fact) or fact.period is None or fact.period.first_on > state.valid_on:
            continue
        event, is_explicit = _event_of(fact, procedure)
        if event is not None:
            found.append(Milestone(event, fact.period, (fact,), None, is_explicit))
    if state.seats.election_on is not None and state.seats.election_on <= state.valid_on:
        found.append(Milestone("election", Period.day(state.seats.election_on)))
    return tuple(sorted(found, key=_order))


def merge(one: tuple[Milestone, ...], other: tuple[Milestone, ...]) -> tuple[Milestone, ...]:
    """Put two tellings together; accounts of one event become one milestone.

    The exact day wins over a range, and a dated record over a report of the same days.
    """
    merged: list[Milestone] = []
    for new in (*other, *one):
        twin = next((old for old in merged if _is_same(old, new)), None)
        if twin is None:
            merged.append(new)
            continue
        better = twin if twin.on.is_day or not new.on.is_day else new
        merged[merged.index(twin)] = Milestone(
            twin.event,
            better.on,
            (*twin.facts, *new.facts),
            twin.past or new.past,
            twin.is_explicit or new.is_explicit,
        )
    return tuple(sorted(merged, key=_order))


def undated(state: State, procedure: Procedure) -> tuple[Fact, ...]:
    """Give the facts that tell of a milestone without a day: they move nothing, but are shown."""
    return tuple(
        fact
        for fact in state.facts
        if fact.period is None and _happened(fact) and _event_of(fact, procedure)[0] is not None
    )


def planned(state: State, procedure: Procedure) -> tuple[Fact, ...]:
    """Give the facts that tell of a procedural step as planned, possible or demanded."""
    kinds = ("election", "confidence_vote", "session", "nominated_for", "resigns")
    ahead = []
    for fact in state.of_kind(*kinds):
        if fact.standing in _GONE or not _is_affirmed(fact):
            continue
        if fact.modality is not Modality.ACTUAL:  # what was done later is later knowledge
            is_premier = _office(fact, procedure) == "government"
            if fact.kind not in ("nominated_for", "resigns") or is_premier:
                ahead.append(fact)
    return tuple(ahead)


def incumbent(state: State, procedure: Procedure) -> Fact | None:
    """Give the best supported report of who holds the head of government's office."""
    holders = [
        fact
        for fact in state.of_kind("holds_office")
        if _happened(fact)
        and _office(fact, procedure) == "government"
        and not _FORMER.search(_words(fact))
        and (fact.period is None or fact.period.first_on <= state.valid_on)
    ]
    holders.sort(key=lambda fact: (-fact.alternatives[0].log_odds, fact.id))
    return holders[0] if holders else None


def _event_of(fact: Fact, procedure: Procedure) -> tuple[str | None, bool]:
    """Give the event a fact tells of, and whether its words leave no doubt of that."""
    words = _words(fact)
    office = _office(fact, procedure)
    if fact.kind == "election":
        return _polling_event(fact, procedure, words), True
    if fact.kind == "nominated_for" and office == "government":
        return "designation", bool(_CHARGED.search(words))
    if fact.kind == "appointed_to" and office == "government":
        return ("designation" if "designate" in words else "investiture"), True
    if fact.kind == "appointed_to":
        return office, True
    return _other_event(fact.kind, words, is_premier=office == "government"), True


def _polling_event(fact: Fact, procedure: Procedure, words: str) -> str | None:
    if _is_elsewhere(fact, procedure) or _OTHER_POLLS.search(words):
        return None
    if _DISSOLVED.search(words):
        return "dissolution"
    if _RATIFIED.search(words) and _RESULTS.search(words):
        return "ratification"
    return None if _MOVED.search(words) else "election"


def _other_event(kind: str, words: str, *, is_premier: bool) -> str | None:
    event = None
    if kind == "session":
        event = "first-session"
    elif kind == "court_ruling" and _RATIFIED.search(words) and _RESULTS.search(words):
        event = "ratification"
    elif kind == "withdraws_candidacy" and is_premier:
        event = "nominee-failed"
    elif kind == "resigns" and is_premier:
        event = "resignation"
    elif kind == "confidence_vote" and not _SURVIVED.search(words):
        event = "no-confidence" if _LOST.search(words) else "investiture"
    return event


def is_caretaker(fact: Fact) -> bool:
    """Whether the reports of who holds an office call the holder or the cabinet caretaker."""
    return bool(_CARETAKER.search(_words(fact)))


def _is_elsewhere(fact: Fact, procedure: Procedure) -> bool:
    """Whether a fact names another country than the parliament's own."""
    own = procedure.title.partition(":")[0].casefold()
    sides = (side for side in (fact.subject, fact.object) if side is not None)
    return any(
        side.kind is EntityKind.COUNTRY and own not in side.name.casefold() for side in sides
    )


def _office(fact: Fact, procedure: Procedure) -> str | None:
    """Give which of the procedure's offices the fact is about; None for any other."""
    if fact.object is None:
        return None
    written = " ".join(fact.object.name.casefold().split())
    standard = name_office(fact.object.name) if len(written.split()) < 3 else written
    for office, names in procedure.offices:
        if written in names or standard in names:
            return office
    return None


def _happened(fact: Fact) -> bool:
    return fact.standing not in _GONE and _is_affirmed(fact) and fact.modality is Modality.ACTUAL


def _is_affirmed(fact: Fact) -> bool:
    """Whether the reports affirm what the fact's own kind says.

    A fact's polarity answers its question, so one led by a withdrawal is a *no* to running.
    """
    own = [item.claim.polarity for item in fact.support if item.claim.kind == fact.kind]
    return Polarity.AFFIRMED in (own or [fact.polarity])


def _words(fact: Fact) -> str:
    return " ".join(item.claim.quote.exact for item in fact.support)


def _in_words(fact: Fact) -> str:
    what = fact.kind.replace("_", " ")
    return f"{fact.subject.name} {what}" + (f" {fact.object.name}" if fact.object else "")


def _order(milestone: Milestone) -> tuple[date, date]:
    return milestone.on.last_on, milestone.on.first_on


def _is_same(one: Milestone, other: Milestone) -> bool:
    if one.event != other.event:
        return False
    begins = max(one.on.first_on, other.on.first_on)
    ends = min(one.on.last_on, other.on.last_on)
    return begins - ends <= SAME_EVENT
