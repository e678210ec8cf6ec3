"""What is odd in a procedure's data: steps nobody decides, clocks nothing starts, ends nobody reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.procedure.rounds import BROKEN_OFF

if TYPE_CHECKING:
    from kutla.procedure.rules import Procedure

_GIVEN = frozenset({"election", "results", "ratification", "first-session", "speaker"})
"""Steps that come about everywhere, with or without a rule that is written down."""


def check_procedure(procedure: Procedure) -> tuple[str, ...]:
    """Give a sentence for every oddity; empty where there is none, and for a generic procedure.

    A step of the path that no rule is about, a clock that starts with an event which neither the
    path nor any rule brings about, an end (``failure``, ``silence``) after which no rule goes on, two
    rules of one id, a rule that is over before it begins, readings of a term at one and the same day.
    """
    if procedure.is_generic:
        return ()
    about = {rule.event for rule in procedure.rules if rule.event}
    ends = {end for rule in procedure.rules for end in (rule.failure, rule.silence) if end}
    events = {*procedure.path, *about, *ends}
    if "designation" in events or "investiture" in events:
        events |= set(BROKEN_OFF)  # a government may fall or resign in any country
    said = [
        f"no rule says how {step} comes about, and it is a step of the path"
        for step in procedure.path
        if step not in about and step not in _GIVEN
    ]
    for rule in procedure.rules:
        missing = [event for event in rule.clock_from if event not in events]
        if missing:
            said.append(
                f"{rule.id}: its clock starts with {' or '.join(missing)}, which nothing brings about"
            )
        for end in (rule.failure, rule.silence):
            goes_on = end in procedure.path or any(
                end in (*each.when, *each.clock_from) for each in procedure.rules
            )
            if end and not goes_on and end not in {*BROKEN_OFF, "dissolution"}:
                said.append(f"{rule.id}: leads to {end}, and nothing says what follows")
        if rule.valid_from and rule.valid_until and rule.valid_until <= rule.valid_from:
            said.append(f"{rule.id}: is over before it begins")
    ids = [rule.id for rule in procedure.rules]
    said += [f"{each} is the id of two rules" for each in sorted(set(ids)) if ids.count(each) > 1]
    days = [(reading.subject, reading.valid_from) for reading in procedure.readings]
    said += [
        f"“{subject}” is read in two ways from {day} on"
        for subject, day in sorted(set(days))
        if days.count((subject, day)) > 1
    ]
    return tuple(said)
