"""A parliament that is being begun, and its folder on disk."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from kutla.errors import RegisterError
from kutla.register.folding import fold
from kutla.register.tables import RESULTS, TABLES
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kutla.register.entity import Alias, Cabinet, Election, Entity, Tenure
    from kutla.register.separation import NeverSame
    from kutla.vocabulary import Chamber, Period

_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
_UNAFFILIATED = frozenset(
    {"independent", "independents", "no party", "non partisan", "nonpartisan", "unaffiliated"}
)
_PEOPLE_OF = frozenset({"member_of", "part_of"})


@dataclass(frozen=True)
class ParliamentDraft:
    """Everything a folder holds. ``open_seats`` says what an election's results leave out.

    An election's id ends in its key: ``2018``, or ``2019-04`` where a year had two.
    """

    name: str
    country: str
    chamber: Chamber
    entities: tuple[Entity, ...] = ()
    aliases: tuple[Alias, ...] = ()
    elections: tuple[Election, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    cabinets: tuple[Cabinet, ...] = ()
    never_same: tuple[NeverSame, ...] = ()
    demonyms: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    about: str = ""

    def named(self, name: str) -> ParliamentDraft:
        """Give the draft under another name."""
        old = f"{self.name}-"
        elections = tuple(
            replace(each, id=f"{name}-{each.id.removeprefix(old)}") for each in self.elections
        )
        return replace(self, name=name, elections=elections)


def group_kind(name: str, otherwise: EntityKind) -> EntityKind:
    """Give the kind of what people sit for: those who sit for nobody are a group and no party."""
    return EntityKind.GROUP if fold(name) in _UNAFFILIATED else otherwise


def slug(text: str) -> str:
    """Make an id of a name: lower-case ASCII words with hyphens.

    >>> slug("Bündnis 90/Die Grünen")
    'bundnis-90-die-grunen'
    """
    from anyascii import anyascii  # noqa: PLC0415  # names in any script; seldom needed

    plain = _NOT_IN_IDS.sub("-", anyascii(fold(text) or text).casefold())
    return plain.strip("-") or "unnamed"


def fresh_id(wanted: str, taken: set[str]) -> str:
    """Give an id that is not taken yet, and take it."""
    id_, count = wanted, 1
    while id_ in taken:
        count += 1
        id_ = f"{wanted}-{count}"
    taken.add(id_)
    return id_


def write_parliament(draft: ParliamentDraft, folder: Path) -> Path:
    """Write a parliament's folder; raises RegisterError where it already holds something."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise RegisterError(
            f"{folder} already exists and is not empty; give another place with --to"
        )
    (folder / "elections").mkdir(parents=True, exist_ok=True)
    (folder / "parliament.toml").write_text(_settings(draft), encoding="utf-8")
    members = [each for each in draft.tenures if each.role in _PEOPLE_OF]
    others = [each for each in draft.tenures if each.role not in _PEOPLE_OF]
    _write(folder, "entities.csv", map(_entity, draft.entities))
    _write(folder, "aliases.csv", map(_alias, draft.aliases))
    _write(folder, "memberships.csv", map(_tie, members))
    _write(folder, "tenures.csv", map(_tie, others))
    _write(folder, "cabinets.csv", map(_cabinet, draft.cabinets))
    _write(
        folder,
        "never_same.csv",
        ((each.left, each.right, each.reason, each.provenance) for each in draft.never_same),
    )
    for election in draft.elections:
        name = f"elections/{_key(draft, election)}.csv"
        _write(folder, name, _results(election))
    return folder


def _key(draft: ParliamentDraft, election: Election) -> str:
    return election.id.removeprefix(f"{draft.name}-")


def _quoted(text: str) -> str:
    """Write a TOML string: JSON's escapes are TOML's."""
    return json.dumps(text, ensure_ascii=False)


def _settings(draft: ParliamentDraft) -> str:
    lines = [f"# {line}" for line in draft.about.splitlines()]
    lines += [f"name = {_quoted(draft.name)}", f"country = {_quoted(draft.country)}"]
    for key, words in (("demonym", draft.demonyms), ("languages", draft.languages)):
        if words:
            lines.append(f"{key} = [{', '.join(map(_quoted, words))}]")
    chamber = draft.chamber
    lines += ["", "[chamber]", f"name = {_quoted(chamber.name)}", f"seats = {chamber.seats}"]
    for election in sorted(draft.elections, key=lambda each: each.held_on):
        seats = election.chamber.seats
        lines += ["", f"[elections.{_key(draft, election)}]"]
        lines += [f"held_on = {_quoted(str(election.held_on))}", f"seats = {seats}"]
        missing = seats - sum(number for _, number in election.results)
        if election.results and missing > 0:
            lines.append(f"open_seats = {missing}")
        lines.append(f"source = {_quoted(election.provenance)}")
    return "\n".join(lines) + "\n"


def _write(folder: Path, name: str, rows: Iterable[tuple[str, ...]]) -> None:
    columns = TABLES.get(name, RESULTS)
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def _entity(each: Entity) -> tuple[str, ...]:
    since, until = _days(each.valid)
    return (each.id, each.kind.value, each.name, since, until, each.wikidata or "", each.provenance)


def _alias(each: Alias) -> tuple[str, ...]:
    since, until = _days(each.valid)
    mark = each.mark.value
    return (
        each.entity_id,
        each.text,
        each.language,
        since,
        until,
        mark,
        each.note,
        each.provenance,
    )


def _tie(each: Tenure) -> tuple[str, ...]:
    return (each.entity_id, each.role, each.other, *_days(each.valid), each.provenance)


def _cabinet(each: Cabinet) -> tuple[str, ...]:
    caretaker = "yes" if each.is_caretaker else ""
    parties, led_by = "|".join(each.parties), each.led_by or ""
    return (each.id, each.name, *_days(each.valid), parties, led_by, caretaker, each.provenance)


def _results(election: Election) -> Iterable[tuple[str, ...]]:
    seats = {id_: str(number) for id_, number in election.results}
    for id_ in dict.fromkeys((*seats, *(each.entity_id for each in election.figures))):
        figures = "|".join(
            f"{each.seats}={each.provenance}" for each in election.figures if each.entity_id == id_
        )
        yield id_, seats.get(id_, ""), figures, election.provenance


def _days(valid: Period | None) -> tuple[str, str]:
    if valid is None:
        return "", ""
    since = "" if valid.first_on == date.min else _short(valid.first_on, is_first=True)
    until = "" if valid.until_on == date.max else _short(valid.last_on, is_first=False)
    return since, until


def _short(on: date, *, is_first: bool) -> str:
    """Write 1 January as the year where a period begins, 31 December where it ends."""
    edge = (1, 1) if is_first else (12, 31)
    return f"{on:%Y}" if (on.month, on.day) == edge else on.isoformat()
