"""The rounds of a procedure: each way from an election, or a government's end, to a government."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kutla.procedure.milestones import Milestone
    from kutla.procedure.rules import Procedure, Rule

ENDS_GOVERNMENT = ("resignation", "no-confidence")
BROKEN_OFF = ("nominee-failed", *ENDS_GOVERNMENT)


class Round:
    """One way from an election or a government's end to the next government, as far as it got."""

    def __init__(self, start: Milestone | None = None, before: Round | None = None) -> None:
        self.steps: list[Milestone] = [start] if start else []
        self.before = before

    @property
    def last(self) -> Milestone | None:
        """The furthest step so far."""
        return self.steps[-1] if self.steps else None

    def latest(self, *events: str) -> Milestone | None:
        """Give the latest milestone of these events, in this round or before it."""
        for step in reversed(self.steps):
            if step.event in events:
                return step
        return self.before.latest(*events) if self.before else None


def walk(procedure: Procedure, milestones: tuple[Milestone, ...]) -> list[Round]:
    """Let the milestones move the procedure, one by one; those out of turn move nothing."""
    place = {event: index for index, event in enumerate(procedure.path)}
    rounds: list[Round] = []
    for milestone in sorted(milestones, key=lambda each: (each.day, place.get(each.event, -1))):
        now = rounds[-1] if rounds else Round()
        if _begins_round(procedure, now, milestone):
            rounds.append(Round(milestone, now))
        elif (step := _next_step(procedure, place, now, milestone)) is not None:
            now.steps.append(step)
            rounds = rounds or [now]
    return rounds


def _begins_round(procedure: Procedure, now: Round, new: Milestone) -> bool:
    if new.event == "election":
        return True
    here = now.last.event if now.last else None
    return new.event in ENDS_GOVERNMENT and here in (None, *procedure.path[-1:])


def _next_step(
    procedure: Procedure, place: dict[str, int], now: Round, new: Milestone
) -> Milestone | None:
    """Give the step that a milestone is within its round; None where it is out of turn."""
    here = now.last.event if now.last else None
    if new.event == "dissolution":
        return new
    if here == "designation" and new.event in BROKEN_OFF:
        # A house that denies a new government its confidence ends a charge, not a government.
        return replace(new, event="nominee-failed")
    is_step = new.event in place and _is_forward(procedure, place, here, new)
    return new if is_step else None


def _is_forward(
    procedure: Procedure, place: dict[str, int], here: str | None, new: Milestone
) -> bool:
    """Whether a step of the path is one forward from where things stand."""
    target = place[new.event]
    if here is None:
        return new.is_explicit and new.event != "first-session"
    if here in BROKEN_OFF:
        return target >= place.get("designation", len(place))
    if here == "dissolution" or here == procedure.path[-1]:
        return False
    if new.event == "designation" and not new.is_explicit:
        return target == place[here] + 1
    if new.event == here == "designation":
        return True
    return target > place[here]


def clocks(procedure: Procedure, round_: Round) -> list[tuple[Rule, Milestone, Milestone | None]]:
    """Pair each event that starts a clock with the next that stops it, in the order of events."""
    pairs: list[tuple[Rule, Milestone, Milestone | None]] = []
    for place, started in enumerate(round_.steps):
        for rule in procedure.in_force(started.day):
            if (
                not started.is_exact
                or started.event not in rule.clock_from
                or rule.event not in procedure.path
            ):
                continue
            if rule.when and started.event not in rule.when:
                continue
            later = round_.steps[place + 1 :]
            restart = next((step for step in later if step.event == started.event), None)
            done = next((step for step in later if step.event == rule.event), None)
            stop = next((step for step in later if step.event in BROKEN_OFF), None)
            if any(
                end is not None and (done is None or end.day < done.day) for end in (stop, restart)
            ):
                continue
            if done is None and _is_moved_on(procedure, rule, later):
                continue
            pairs.append((rule, started, done))
    return pairs


def _is_moved_on(procedure: Procedure, rule: Rule, later: list[Milestone]) -> bool:
    """Whether a step beyond the rule's own has been taken, so that its day is merely unknown."""
    path = procedure.path
    beyond = path[path.index(rule.event) + 1 :] if rule.event in path else ()
    return any(step.event in beyond for step in later)
