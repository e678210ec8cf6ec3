"""A register in words: what ``kutla parliament show`` prints."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kutla.vocabulary import POLITICAL_GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from kutla.register import Cabinet, Election, Register, Tenure
    from kutla.vocabulary import Period

_NAMES = 4


def describe_register(register: Register, on: date | None = None) -> str:
    """Describe a register: its chamber, elections, lists with leaders and names, offices.

    With a day, leaders, offices and the cabinet are of that day; else those without an end.
    """
    lines = [
        (
            f"{register.country}: {register.chamber.name}, {register.chamber.seats} seats, "
            f"{register.chamber.absolute_majority} are an absolute majority"
        ),
        "",
        *_kinds(register),
    ]
    for title, block in (
        ("Elections", _elections(register)),
        ("Lists, parties and groups", _groups(register, on)),
        ("Offices", _offices(register, on)),
        ("Cabinet", _cabinets(register, on)),
    ):
        rows = list(block)
        if rows:
            lines += ["", title, *(f"  {row}" for row in rows)]
    return "\n".join(lines) + "\n"


def register_rows(register: Register, on: date | None = None) -> list[dict[str, object]]:
    """Give a row an entity of the parliament's own, with names, leaders and ties of the day."""
    return [
        {
            "id": each.id,
            "kind": each.kind.value,
            "name": each.name,
            "valid": None if each.valid is None else _in_words(each.valid),
            "wikidata": each.wikidata,
            "names": [alias.text for alias in register.aliases_of(each.id)[1:]],
            "ties": [
                {"role": tie.role, "other": tie.other, "valid": _in_words(tie.valid)}
                for tie in register.tenures_of(each.id)
                if on is None or _holds(tie, on)
            ],
            "source": each.provenance,
        }
        for each in register.own_entities
    ]


def _kinds(register: Register) -> Iterator[str]:
    counts = Counter(each.kind.value for each in register.own_entities)
    named = ", ".join(f"{count} {kind}" for kind, count in counts.most_common())
    names = sum(len(register.aliases_of(each.id)) for each in register.own_entities)
    yield f"{sum(counts.values())} entities ({named or 'none yet'}) under {names} names"


def _elections(register: Register) -> Iterator[str]:
    for election in reversed(register.elections):
        yield _election(register, election)
        figures: dict[str, list[int]] = {}
        for each in election.figures:
            figures.setdefault(register.entity(each.entity_id).name, []).append(each.seats)
        if figures:
            told = (f"{name} {', '.join(map(str, given))}" for name, given in figures.items())
            yield f"  reported otherwise: {'; '.join(told)}"


def _election(register: Register, election: Election) -> str:
    results = sorted(election.results, key=lambda each: -each[1])
    first = ", ".join(f"{register.entity(id_).name} {seats}" for id_, seats in results[:_NAMES])
    more = f" and {len(results) - _NAMES} more" if len(results) > _NAMES else ""
    missing = election.chamber.seats - sum(seats for _, seats in results)
    gap = f"; {missing} of {election.chamber.seats} seats open" if results and missing else ""
    return f"{election.held_on}: {first or 'no results recorded'}{more}{gap}"


def _groups(register: Register, on: date | None) -> Iterator[str]:
    for each in register.own_entities:
        if each.kind not in POLITICAL_GROUPS:
            continue
        if on is not None and each.valid is not None and on not in each.valid:
            continue
        leaders = [
            register.entity(tie.entity_id).name
            for tie in register.ties_to(each.id)
            if tie.role == "leads" and _holds(tie, on)
        ]
        also = [alias.text for alias in register.aliases_of(each.id)[1:]][:_NAMES]
        led = f", led by {' and '.join(dict.fromkeys(leaders))}" if leaders else ""
        names = f" (also {', '.join(also)})" if also else ""
        yield f"{each.id}: {each.name}{names}{led}"


def _offices(register: Register, on: date | None) -> Iterator[str]:
    held = (tie for tie in register.tenures if tie.role == "holds_office" and _holds(tie, on))
    for tie in sorted(held, key=lambda tie: tie.other):
        yield f"{tie.other}: {register.entity(tie.entity_id).name} ({_in_words(tie.valid)})"


def _cabinets(register: Register, on: date | None) -> Iterator[str]:
    for cabinet in _of_day(register.cabinets, on):
        members = ", ".join(register.entity(id_).name for id_ in cabinet.parties)
        care = ", caretaker" if cabinet.is_caretaker else ""
        yield f"{cabinet.name}{care} ({_in_words(cabinet.valid)}): {members or 'no party'}"


def _of_day(cabinets: Iterable[Cabinet], on: date | None) -> Iterator[Cabinet]:
    for cabinet in cabinets:
        if on is None:
            if cabinet.valid is None or cabinet.valid.until_on.year == _OPEN:
                yield cabinet
        elif cabinet.valid is None or on in cabinet.valid:
            yield cabinet


_OPEN = 9999


def _holds(tie: Tenure, on: date | None) -> bool:
    if tie.valid is None:
        return True
    return on in tie.valid if on is not None else tie.valid.until_on.year == _OPEN


def _in_words(valid: Period | None) -> str:
    if valid is None:
        return "dates open"
    since = "" if valid.first_on.year == 1 else f"since {valid.first_on}"
    until = "" if valid.until_on.year == _OPEN else f"until {valid.last_on}"
    return f"{valid.first_on} to {valid.last_on}" if since and until else since or until
