"""Where in its procedure a parliament stands on a day, what is due, and who may act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.procedure.milestones import (
    Milestone,
    incumbent,
    is_caretaker,
    merge,
    planned,
    read_milestones,
    undated,
)
from kutla.procedure.rounds import BROKEN_OFF, Round, clocks, walk
from kutla.procedure.rules import EVENTS, MAJORITIES, Procedure, Reading, Rule, members_needed
from kutla.vocabulary import Period

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kutla.state.state import Fact, State
    from kutla.vocabulary import Chamber

UNKNOWN = "unknown"
SITS = "government-sits"


@dataclass(frozen=True, slots=True)
class Option:
    """What may happen next under one rule, with its numbers for this chamber.

    ``needed`` and ``present`` are members; ``blocking`` is how many can prevent it by staying
    away; ``initiating`` how many can set it off. ``due_on`` is the last day of the clock.
    """

    rule: Rule
    needed: int | None
    present: int | None
    blocking: int | None
    initiating: int | None
    clock_started: Milestone | None
    due_on: date | None
    overdue_days: int

    @property
    def majority_in_words(self) -> str:
        """Say which majority it takes, with the number where there is one."""
        return _share_in_words(self.rule.majority, self.needed)

    @property
    def quorum_in_words(self) -> str:
        """Say who must be present."""
        return _share_in_words(self.rule.quorum, self.present)


@dataclass(frozen=True, slots=True)
class Missed:
    """A deadline of the present round that passed unmet: done late, or not yet."""

    rule: Rule
    due_on: date
    done_on: date | None
    late_days: int


@dataclass(frozen=True, slots=True)
class Precedent:
    """How long a step took in an earlier round, from the event that started its clock."""

    rule: Rule
    started_on: date
    done_on: date
    days: int


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a parliament stands.

    ``id`` is the last step taken (``government-sits`` after the last of the path, ``unknown``
    where nothing tells); ``reached`` the steps of this round with what tells of them; ``awaits``
    the next; ``options`` what may happen now and ``later`` the steps of the path after the next.
    ``skipped`` are steps that must have been but nothing tells of.
    """

    id: str
    title: str
    since: date | None
    awaits: str | None
    reached: tuple[Milestone, ...]
    skipped: tuple[str, ...]
    options: tuple[Option, ...]
    later: tuple[Option, ...]
    missed: tuple[Missed, ...]
    reading: Reading | None
    other_readings: tuple[Reading, ...]
    precedents: tuple[Precedent, ...]
    plans: tuple[Fact, ...]
    undated: tuple[Fact, ...]
    incumbent: Fact | None
    notes: tuple[str, ...]

    @property
    def due(self) -> tuple[Option, ...]:
        """The options that have a deadline, the soonest first."""
        timed = [option for option in self.options if option.due_on is not None]
        return tuple(sorted(timed, key=lambda option: str(option.due_on)))


def place_in_procedure(
    state: State,
    procedure: Procedure,
    *,
    events: Iterable[Milestone] = (),
    use_record: bool = True,
) -> Stage:
    """Say where the state stands in the procedure on its ``valid_on``.

    ``events`` are further milestones (elections of a register). The procedure's own record is
    used up to ``valid_on`` and ``known_at`` unless ``use_record`` is off; what rests on it and not
    on a report has no claims under it. Where nothing tells, the stage is ``unknown``.
    """
    until = min(state.valid_on, state.known_at.date())
    recorded = tuple(
        Milestone(past.event, Period.day(past.on), (), past)
        for past in procedure.record
        if use_record and past.on <= until
    )
    given = tuple(each for each in events if each.on.first_on <= until)
    milestones = merge(read_milestones(state, procedure), merge(given, recorded))
    rounds = walk(procedure, milestones) if procedure.path else []
    now = rounds[-1] if rounds else Round()
    return _stage(state, procedure, now, rounds)


def _stage(state: State, procedure: Procedure, now: Round, rounds: list[Round]) -> Stage:
    last = now.last
    holder = incumbent(state, procedure)
    stage_id, awaits = _name_stage(procedure, last.event if last else None, holder)
    rules = procedure.in_force(state.valid_on)
    open_rules = _open_rules(procedure, rules, stage_id, awaits)
    readings = [each for each in procedure.readings if each.valid_from <= state.valid_on]
    in_force = max(readings, key=lambda each: each.valid_from) if readings else None
    notes = procedure.notes
    if stage_id == UNKNOWN and not procedure.is_generic:
        notes = ("No dated report tells where things stand; the rules of each step follow.", *notes)
    if holder is not None and is_caretaker(holder):
        notes = (*notes, "Reports call the government caretaker, outgoing or interim.")
    return Stage(
        id=stage_id,
        title=_title(stage_id, awaits),
        since=last.day if last and last.is_exact else None,
        awaits=awaits,
        reached=tuple(now.steps),
        skipped=_skipped(procedure, now),
        options=tuple(_option(rule, now, state, awaits) for rule in open_rules),
        later=tuple(
            _option(rule, now, state, awaits) for rule in _later_rules(procedure, rules, awaits)
        ),
        missed=_missed(procedure, now, state),
        reading=in_force,
        other_readings=tuple(each for each in readings if each is not in_force),
        precedents=_precedents(procedure, rounds if stage_id == SITS else rounds[:-1]),
        plans=planned(state, procedure),
        undated=undated(state, procedure),
        incumbent=holder,
        notes=notes,
    )


def _name_stage(
    procedure: Procedure, last: str | None, holder: Fact | None
) -> tuple[str, str | None]:
    path = procedure.path
    if last is None:
        return (SITS, None) if holder is not None else (UNKNOWN, None)
    if path and last == path[-1]:
        return SITS, None
    if last in BROKEN_OFF:
        return last, "designation"
    if last == "dissolution":
        return last, "election"
    return last, path[path.index(last) + 1]


def _title(stage_id: str, awaits: str | None) -> str:
    if stage_id == UNKNOWN:
        return "where the procedure stands is not known from what was reported"
    if stage_id == SITS:
        return "a government sits"
    return f"{EVENTS[stage_id]}; next: {EVENTS[awaits]}" if awaits else EVENTS[stage_id]


def _open_rules(
    procedure: Procedure, rules: tuple[Rule, ...], stage_id: str, awaits: str | None
) -> list[Rule]:
    if stage_id == UNKNOWN:
        return list(rules)
    first = [rule for rule in rules if rule.event == awaits and _applies(rule, stage_id)]
    beside = [rule for rule in rules if stage_id in rule.when and rule not in first]
    return [*first, *beside] if procedure.path else list(rules)


def _applies(rule: Rule, stage_id: str) -> bool:
    """Whether a rule for the awaited step is the one for this way of getting there."""
    if rule.event is None:
        return False
    if stage_id in BROKEN_OFF:
        return not rule.clock_from or stage_id in rule.clock_from
    return not rule.clock_from or not set(rule.clock_from) <= set(BROKEN_OFF)


def _later_rules(procedure: Procedure, rules: tuple[Rule, ...], awaits: str | None) -> list[Rule]:
    if awaits is None or awaits not in procedure.path:
        return []
    ahead = procedure.path[procedure.path.index(awaits) + 1 :]
    order = {event: place for place, event in enumerate(ahead)}
    found = [rule for rule in rules if rule.event in order and _applies(rule, "")]
    return sorted(found, key=lambda rule: order[str(rule.event)])


def _option(rule: Rule, now: Round, state: State, awaits: str | None) -> Option:
    chamber = state.chamber
    started = now.latest(*rule.clock_from) if rule.clock_from else None
    if awaits and rule.event == awaits and started and not _is_of_this_step(rule, now, started):
        started = None
    due_on = rule.due_on(started.day) if started and started.is_exact else None
    present = _number(rule.quorum, chamber)
    return Option(
        rule,
        _number(rule.majority, chamber),
        present,
        None if present is None else chamber.seats - present + 1,
        _number(rule.initiators_share, chamber),
        started if due_on else None,
        due_on,
        max((state.valid_on - due_on).days, 0) if due_on else 0,
    )


def _is_of_this_step(rule: Rule, now: Round, started: Milestone) -> bool:
    """Whether no later event of this round has replaced the one that started the clock.

    After a failed nominee the clock of the first charge is over and that of a further one runs.
    """
    last = now.last
    broken = last is not None and last.event in BROKEN_OFF
    if broken and last is not None:
        return last.event in rule.clock_from
    return started in now.steps or not now.steps


def _number(majority: str | None, chamber: Chamber) -> int | None:
    return None if majority is None else members_needed(majority, chamber)


def _share_in_words(majority: str | None, number: int | None) -> str:
    if majority is None:
        return ""
    return MAJORITIES[majority] + (f" ({number})" if number is not None else "")


def _skipped(procedure: Procedure, now: Round) -> tuple[str, ...]:
    """Name the steps of the path before the furthest one that nothing tells of."""
    place = {event: index for index, event in enumerate(procedure.path)}
    told = {step.event for step in now.steps}
    if not told & {"election"}:
        return ()
    furthest = max((place[event] for event in told if event in place), default=-1)
    return tuple(event for event in procedure.path[:furthest] if event not in told)


def _missed(procedure: Procedure, now: Round, state: State) -> tuple[Missed, ...]:
    """Find the deadlines of this round that passed unmet."""
    found = []
    for rule, started, done in clocks(procedure, now):
        due_on = rule.due_on(started.day)
        if due_on is None or (done is not None and not done.is_exact):
            continue
        late = ((done.day if done else state.valid_on) - due_on).days
        if late > 0:
            found.append(Missed(rule, due_on, done.day if done else None, late))
    return tuple(found)


def _precedents(procedure: Procedure, rounds: list[Round]) -> tuple[Precedent, ...]:
    """Tell how long each step took in the rounds that are over, rule by rule, the latest first."""
    order = {rule.id: place for place, rule in enumerate(procedure.rules)}
    found = [
        Precedent(rule, started.day, done.day, (done.day - started.day).days)
        for each in rounds
        for rule, started, done in clocks(procedure, each)
        if done is not None and done.is_exact
    ]
    found.sort(key=lambda one: (order[one.rule.id], -one.started_on.toordinal()))
    return tuple(found)
