"""The seat table: which figures belong to which election, what is named twice, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.register.folding import folded_words
from kutla.state.state import Fact, SeatTable
from kutla.vocabulary import EntityKind, Problem

if TYPE_CHECKING:
    from datetime import date

    from kutla.register import Register
    from kutla.state.topics import Point
    from kutla.vocabulary import Chamber, Referent

_BLOC_KINDS = frozenset({"forms_bloc", "joins_bloc", "refuses_bloc", "leaves_bloc"})


def bloc_keys(points: list[Point]) -> frozenset[str]:
    """Give the keys of blocs that are formed or joined: what they hold is members, not seats."""
    return frozenset(
        point.object.key
        for point in points
        if point.claim.kind in _BLOC_KINDS
        and point.object is not None
        and point.object.entity_id is None
        and point.object.kind is not EntityKind.PERSON
    )


def election_of(point: Point, register: Register) -> date | None:
    """Give the day of the election that a figure belongs to, None where nothing tells."""
    claim = point.claim
    period = claim.event.period or claim.reported
    if period is None:
        return register.elections[-1].held_on.first_on if len(register.elections) == 1 else None
    election = register.election_on_or_before(period.last_on)
    return election.held_on.first_on if election is not None else None


def seat_table(
    facts: tuple[Fact, ...], chamber: Chamber, election_on: date | None, register: Register
) -> tuple[SeatTable, tuple[Problem, ...]]:
    """Line up the figures, most seats first, and say what does not add up."""
    rows = tuple(sorted(facts, key=lambda f: (-(f.value or 0), f.subject.name)))
    within = _within(rows, election_on, register)
    accounted = sum(fact.value or 0 for fact in rows if fact.id not in within)
    table = SeatTable(election_on, rows, accounted, chamber.seats - accounted)
    return table, (
        *_sums(table, chamber),
        *_counted_within(rows, within),
        *_named_twice(rows, register),
        *_unmatched(rows),
        *_of_persons(rows),
    )


def _within(
    rows: tuple[Fact, ...], election_on: date | None, register: Register
) -> dict[str, Fact]:
    """Find rows whose list is part of another row's list: its seats are in that one's figure."""
    by_entity = {row.subject.entity_id: row for row in rows if row.subject.entity_id}
    within: dict[str, Fact] = {}
    for entity_id, row in by_entity.items():
        for tenure in register.tenures_of(entity_id):
            whole = by_entity.get(tenure.other)
            if tenure.role != "part_of" or whole is None or whole is row:
                continue
            in_time = tenure.valid is None or election_on is None or election_on in tenure.valid
            if in_time and (row.value or 0) <= (whole.value or 0):
                within[row.id] = whole
    return within


def _counted_within(rows: tuple[Fact, ...], within: dict[str, Fact]) -> list[Problem]:
    return [
        Problem(
            "seats-counted-within",
            f"the {row.value} seats of {row.subject.name} are in the figure of "
            f"{within[row.id].subject.name}, which it is part of; counted once",
            tuple(item.claim.id for item in row.support),
        )
        for row in rows
        if row.id in within
    ]


def _of_persons(rows: tuple[Fact, ...]) -> list[Problem]:
    return [
        Problem(
            "seats-of-a-person",
            f"{row.value} seats are said of {row.subject.name}, a person who is not known to lead "
            "one list; they stay under that name",
            tuple(item.claim.id for item in row.support),
        )
        for row in rows
        if row.subject.kind is EntityKind.PERSON
    ]


def _sums(table: SeatTable, chamber: Chamber) -> list[Problem]:
    ids = tuple(item.claim.id for row in table.rows for item in row.support)
    if not table.rows or table.unaccounted == 0:
        return []
    if table.unaccounted < 0:
        message = (
            f"the reported seats add up to {table.accounted}, more than the "
            f"{chamber.seats} of the {chamber.name}"
        )
        return [Problem("seats-do-not-add-up", message, ids)]
    message = f"{table.unaccounted} of {chamber.seats} seats are reported for nobody"
    return [Problem("seats-unaccounted", message, ids)]


def _named_twice(rows: tuple[Fact, ...], register: Register) -> list[Problem]:
    problems = []
    for row in rows:
        by_document: dict[str, set[str]] = {}
        for item in (*row.support, *row.dissent):
            if _is_list_name(item.claim.subject, register):
                said = by_document.setdefault(item.claim.quote.document_id, set())
                said.add(item.claim.subject.name)
        for names in dict.fromkeys(_apart(every) for every in by_document.values()):
            if len(names) < 2:
                continue
            both = " and ".join(f"“{name}”" for name in names)
            message = f"{row.subject.name} is named twice in one report, as {both}; counted once"
            problems.append(
                Problem("list-named-twice", message, tuple(i.claim.id for i in row.support))
            )
    return problems


def _is_list_name(subject: Referent, register: Register) -> bool:
    """Whether a figure is said of a list by its own name, and not of a person or "X's list"."""
    if subject.kind is EntityKind.PERSON or "'s " in subject.name or "’s " in subject.name:
        return False
    entity_id = register.match(subject.name).entity_id
    entity = register.find_entity(entity_id) if entity_id else None
    return entity is None or entity.kind is not EntityKind.PERSON


def _apart(names: set[str]) -> tuple[str, ...]:
    """Leave out a name that is another one shortened: only two whole names are two entries."""
    words = {name: frozenset(folded_words(name)) - {"the"} for name in sorted(names)}
    kept: list[str] = []
    for name in sorted(words, key=lambda each: -len(words[each])):
        if not any(words[name] <= words[other] for other in kept):
            kept.append(name)
    return tuple(sorted(kept))


def _unmatched(rows: tuple[Fact, ...]) -> list[Problem]:
    return [
        Problem(
            "name-not-matched",
            f"“{row.subject.name}” is no list that the register knows for that election",
            tuple(item.claim.id for item in row.support),
        )
        for row in rows
        if not row.subject.is_resolved
    ]
