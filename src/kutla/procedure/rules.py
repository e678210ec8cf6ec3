"""A constitution's procedure as data: rules with their article, majority, clock and source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING

from kutla.errors import ProcedureError

if TYPE_CHECKING:
    from kutla.vocabulary import Chamber

EVENTS: dict[str, str] = {
    "election": "an election is held",
    "results": "the results are final",
    "ratification": "the results are ratified",
    "first-session": "the new house sits for the first time",
    "speaker": "the house elects its speaker",
    "president": "the head of state is elected",
    "designation": "somebody is charged to form a government",
    "investiture": "the government takes office",
    "nominee-failed": "the one charged gives up or fails",
    "resignation": "the government resigns",
    "no-confidence": "confidence is withdrawn from the government",
    "dissolution": "the house is dissolved",
}
"""What can happen in a procedure; every file uses these names."""

MAJORITIES: dict[str, str] = {
    "absolute-of-members": "more than half of all members",
    "two-thirds-of-members": "two thirds of all members",
    "three-fifths-of-members": "three fifths of all members",
    "one-third-of-members": "one third of all members",
    "one-quarter-of-members": "one quarter of all members",
    "one-fifth-of-members": "one fifth of all members",
    "one-tenth-of-members": "one tenth of all members",
    "half-of-members": "half of all members",
    "simple-of-present": "more than half of those present",
    "plurality": "more votes than anybody else",
}
"""Majorities and shares of the house that a rule may ask for."""

_SHARES = {
    "two-thirds-of-members": Fraction(2, 3),
    "three-fifths-of-members": Fraction(3, 5),
    "one-third-of-members": Fraction(1, 3),
    "one-quarter-of-members": Fraction(1, 4),
    "one-fifth-of-members": Fraction(1, 5),
    "one-tenth-of-members": Fraction(1, 10),
    "half-of-members": Fraction(1, 2),
}


def members_needed(majority: str, chamber: Chamber) -> int | None:
    """Give how many members the majority is in this chamber; None where it hangs on who comes.

    Raises ProcedureError for a majority of no known name.
    """
    if majority == "absolute-of-members":
        return chamber.absolute_majority
    if majority in _SHARES:
        share = _SHARES[majority] * chamber.seats
        return -(-share.numerator // share.denominator)
    if majority in MAJORITIES:
        return None
    known = ", ".join(MAJORITIES)
    raise ProcedureError(f"no majority is called {majority!r}; known are: {known}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: what it is for (``event``), who acts, which majority, by when.

    ``when`` names the stages in which it is open beside those that await its ``event``;
    ``clock_from`` the events that start its clock. ``failure`` is the event that follows where the
    vote or try fails, ``silence`` the one that follows where its clock runs out; None where the
    constitution says nothing, or only that another try may be made. ``verified`` says whether the compiler saw the
    number in the cited page; ``valid_from`` and ``valid_until`` bound the days it is in force.
    """

    id: str
    title: str
    article: str
    event: str | None = None
    text: str = ""
    actor: str = ""
    majority: str | None = None
    quorum: str | None = None
    initiators: str = ""
    initiators_share: str | None = None
    clock_days: int | None = None
    clock_years: int | None = None
    clock_from: tuple[str, ...] = ()
    sanction: str = ""
    failure: str | None = None
    silence: str | None = None
    when: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    source: str = ""
    verified: bool = False
    note: str = ""

    def is_in_force(self, on: date) -> bool:
        """Whether the rule holds on that day."""
        begun = self.valid_from is None or self.valid_from <= on
        return begun and (self.valid_until is None or on < self.valid_until)

    def due_on(self, started_on: date) -> date | None:
        """Give the last day of the rule's clock, started on that day; None without a clock."""
        if self.clock_days is None and self.clock_years is None:
            return None
        return add_years(started_on, self.clock_years or 0) + timedelta(days=self.clock_days or 0)


def add_years(on: date, years: int) -> date:
    """Give the same day so many years on; 29 February becomes 1 March in a common year."""
    try:
        return on.replace(year=on.year + years)
    except ValueError:
        return date(on.year + years, 3, 1)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a court reads a disputed term, from a day on."""

    subject: str
    name: str
    valid_from: date
    text: str
    source: str
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Past:
    """One dated event of the record: a fact with its source, not a report."""

    on: date
    event: str
    text: str
    source: str
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Procedure:
    """The procedure of one parliament.

    ``path`` is the way to a government, event by event. ``offices`` gives, for ``speaker``,
    ``president`` and ``government``, the names by which reports call the office. A generic
    procedure knows the majorities of any chamber and nothing else.
    """

    parliament: str
    title: str
    path: tuple[str, ...]
    rules: tuple[Rule, ...]
    readings: tuple[Reading, ...] = ()
    record: tuple[Past, ...] = ()
    offices: tuple[tuple[str, tuple[str, ...]], ...] = ()
    notes: tuple[str, ...] = ()
    is_generic: bool = False

    def names_of(self, office: str) -> tuple[str, ...]:
        """Give the names of an office, folded to lower case."""
        return dict(self.offices).get(office, ())

    def rule(self, rule_id: str) -> Rule:
        """Give the rule of that id; raises ProcedureError, which lists the known ones."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        known = ", ".join(rule.id for rule in self.rules)
        raise ProcedureError(f"{self.parliament} has no rule {rule_id!r}; known are: {known}.")

    def in_force(self, on: date) -> tuple[Rule, ...]:
        """Give the rules that hold on that day."""
        return tuple(rule for rule in self.rules if rule.is_in_force(on))
