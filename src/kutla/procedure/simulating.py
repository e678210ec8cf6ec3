"""What can follow a stage, step by step: a tree with the last day of every clock that is known.

A step may be done, may fail where it is a vote or a try (a nominee who is refused or gives up), or
its clock may run out; what each leads to is the constitution's (``failure`` and ``silence`` of a
rule). Days are the latest: each step is taken to be done on the last day of its clock, and where a
step has none the days after it count from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.procedure.placing import SITS, UNKNOWN
from kutla.procedure.rounds import BROKEN_OFF
from kutla.procedure.rules import EVENTS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kutla.procedure.placing import Option, Stage
    from kutla.procedure.rules import Procedure, Rule

DEPTH = 6
"""Steps that a walk looks ahead."""


@dataclass(frozen=True, slots=True)
class Branch:
    """One thing that may follow, and what may follow it.

    ``how`` is ``done``, ``fails`` or ``silence`` (the clock runs out); ``by`` the latest day, else
    ``after_days`` days after the step before it, both None where no clock runs; ``rules`` those under
    which it happens; ``loop`` says that it leads back to a step that is above it in the tree.
    """

    event: str
    how: str
    by: date | None
    after_days: int | None
    rules: tuple[Rule, ...]
    then: tuple[Branch, ...] = ()
    loop: bool = False

    @property
    def title(self) -> str:
        """Say what happens, in words."""
        return "a government sits" if self.event == SITS else EVENTS[self.event]


def simulate(
    procedure: Procedure, stage: Stage, *, on: date, depth: int = DEPTH
) -> tuple[Branch, ...]:
    """Walk what can follow a stage, ``depth`` steps ahead at most.

    Empty where nothing tells the stage, or the parliament has no procedure of its own. Loops (a
    nominee who fails, and the next one) are named and not walked again.
    """
    if stage.id == UNKNOWN or not procedure.path:
        return ()
    days = {step.event: step.day for step in stage.reached if step.is_exact}
    start = stage.reached[-1].event if stage.reached else stage.id
    walk = _Walk(procedure, on, {option.rule.id: option for option in stage.options})
    return walk.after(stage.id, {**days, stage.id: days.get(start)}, depth, (stage.id,))


@dataclass(frozen=True, slots=True)
class _Walk:
    procedure: Procedure
    on: date
    known: dict[str, Option]

    def after(
        self, stage: str, days: Mapping[str, date | None], depth: int, above: tuple[str, ...]
    ) -> tuple[Branch, ...]:
        """Give what can follow a stage; ``days`` are those of the steps so far, None where open."""
        if depth == 0:
            return ()
        awaited = self._awaited(stage)
        groups: dict[str, list[Rule]] = {} if awaited is None else {awaited: []}
        for rule in self.procedure.in_force(days.get(stage) or self.on):
            if rule.event is not None and self._is_open(rule, stage, awaited):
                groups.setdefault(rule.event, []).append(rule)
        found: list[Branch] = []
        for event, rules in groups.items():
            found.append(self._branch(event, "done", rules, days, depth, above))
            for rule in rules:
                for how, outcome in (("fails", rule.failure), ("silence", rule.silence)):
                    if outcome is not None:
                        found.append(self._branch(outcome, how, [rule], days, depth, above))
        unique = {(each.event, each.how, each.by): each for each in found}
        return tuple(unique.values())

    def _is_open(self, rule: Rule, stage: str, awaited: str | None) -> bool:
        if rule.when:
            return stage in rule.when
        return rule.event == awaited and self._applies(rule, stage)

    def _branch(
        self,
        event: str,
        how: str,
        rules: list[Rule],
        days: Mapping[str, date | None],
        depth: int,
        above: tuple[str, ...],
    ) -> Branch:
        by, length = self._latest(rules, days, is_first=len(above) == 1)
        under = tuple(rules)
        if event == self.procedure.path[-1]:
            sits = Branch(SITS, "done", None, None, ())
            return Branch(event, how, by, length, under, (sits,))
        if event in above:
            return Branch(event, how, by, length, under, loop=True)
        then = self.after(event, {**days, event: by}, depth - 1, (*above, event))
        return Branch(event, how, by, length, under, then)

    def _awaited(self, stage: str) -> str | None:
        path = self.procedure.path
        if stage in {SITS, path[-1]}:
            return None
        if stage in BROKEN_OFF:
            return "designation" if "designation" in path else path[-1]
        if stage == "dissolution":
            return "election"
        return path[path.index(stage) + 1] if stage in path else None

    def _applies(self, rule: Rule, stage: str) -> bool:
        if stage in BROKEN_OFF:
            return not rule.clock_from or stage in rule.clock_from
        return not rule.clock_from or not set(rule.clock_from) <= set(BROKEN_OFF)

    def _latest(
        self, rules: list[Rule], days: Mapping[str, date | None], *, is_first: bool
    ) -> tuple[date | None, int | None]:
        """Give the last day of the clocks of some rules, else the shortest one's length in days."""
        ends: list[date] = []
        lengths: list[int] = []
        for rule in rules:
            known = self.known.get(rule.id) if is_first else None
            started = [each for event in rule.clock_from if (each := days.get(event))]
            end = known.due_on if known is not None else None
            if end is None and started:
                end = rule.due_on(max(started))
            whole = rule.due_on(self.on)
            if end is not None:
                ends.append(end)
            elif whole is not None and whole > self.on:
                lengths.append((whole - self.on).days)
        return (min(ends), None) if ends else (None, min(lengths, default=None))
