"""Read a parliament's folder: rows to values, oddities to located problems."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kutla.register.entity import (
    Alias,
    AliasMark,
    Cabinet,
    Election,
    Entity,
    ReportedFigure,
    Tenure,
)
from kutla.register.separation import NeverSame
from kutla.register.tables import RESULTS, TABLES, Complaints, Row, read_period, read_rows
from kutla.vocabulary import Chamber, EntityKind, Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

ROLES = frozenset({"leads", "member_of", "part_of", "holds_office"})
SETTINGS = "parliament.toml"
_KEYS = frozenset({"name", "country", "demonym", "languages", "chamber", "elections"})
_TIES = ("memberships.csv", "tenures.csv")
_YES_OR_NO = {"": False, "no": False, "yes": True}


@dataclass
class Folder(Complaints):
    """What a folder holds, and what is wrong with it (filled while reading)."""

    name: str = ""
    country: str = ""
    chamber: Chamber | None = None
    demonyms: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    entities: list[Entity] = field(default_factory=list)
    aliases: list[Alias] = field(default_factory=list)
    elections: list[Election] = field(default_factory=list)
    tenures: list[Tenure] = field(default_factory=list)
    cabinets: list[Cabinet] = field(default_factory=list)
    never_same: list[NeverSame] = field(default_factory=list)
    open_seats: dict[str, int] = field(default_factory=dict)
    """Seats of an election, by its id, that the table is known to leave out."""
    places: dict[object, str] = field(default_factory=dict)
    """The file and line of an entity, alias, tenure, cabinet, pair or (election, row)."""


def read_folder(path: Path) -> Folder:
    """Read every table of a parliament's folder; what cannot be read is reported, not raised."""
    folder = Folder(name=path.name)
    settings = _read_settings(folder, path / SETTINGS)
    for row in _rows(folder, path, "entities.csv"):
        _read_entity(folder, row)
    for row in _rows(folder, path, "aliases.csv"):
        _read_alias(folder, row)
    for row in _rows(folder, path, "never_same.csv"):
        pair = NeverSame(row["left"], row["right"], row["reason"], row["source"])
        folder.never_same.append(pair)
        folder.places[pair] = row.place
    for name in _TIES:
        for row in _rows(folder, path, name):
            _read_tenure(folder, row)
    for row in _rows(folder, path, "cabinets.csv"):
        _read_cabinet(folder, row)
    _read_elections(folder, path, settings)
    return folder


def _rows(folder: Folder, path: Path, name: str) -> Iterator[Row]:
    return read_rows(folder, path, name, TABLES[name])


def _read_settings(folder: Folder, path: Path) -> Mapping[str, Any]:
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        folder.report(
            "file-missing",
            f"{path.name} is missing; write one with name, country and [chamber]",
            path.name,
        )
        return {}
    except OSError as error:
        folder.report("file-unreadable", f"{path.name} cannot be read: {error.strerror}", path.name)
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        folder.report("file-unreadable", f"{path.name} is not TOML: {error}", path.name)
        return {}
    for key in sorted(settings.keys() - _KEYS):
        folder.report(
            "key-unknown",
            f"{path.name}: nobody reads a key {key!r}; known are {', '.join(sorted(_KEYS))}",
            path.name,
        )
    folder.name = str(settings.get("name", folder.name))
    folder.country = str(settings.get("country", ""))
    folder.demonyms = _words(folder, settings, "demonym", path.name)
    folder.languages = _words(folder, settings, "languages", path.name)
    folder.chamber = _chamber(folder, settings.get("chamber", {}), path.name)
    if not folder.country:
        folder.report("key-missing", f'{path.name} names no country; add country = "…"', path.name)
    return settings


def _words(folder: Folder, settings: Mapping[str, Any], key: str, place: str) -> tuple[str, ...]:
    found = settings.get(key, [])
    if isinstance(found, list) and all(isinstance(each, str) for each in found):
        return tuple(found)
    folder.report("key-unreadable", f'{place}: {key} is a list of words, as ["…", "…"]', place)
    return ()


def _chamber(folder: Folder, about: Mapping[str, Any], place: str) -> Chamber | None:
    try:
        return Chamber(str(about["name"]), int(about["seats"]))
    except (KeyError, TypeError, ValueError):
        folder.report(
            "chamber-missing",
            f"{place}: [chamber] needs a name and a number of seats, at least 1",
            place,
        )
        return None


def _read_entity(folder: Folder, row: Row) -> None:
    try:
        kind = EntityKind(row["kind"])
    except ValueError:
        known = ", ".join(kind.value for kind in EntityKind)
        folder.report(
            "kind-unknown", f"{row.place}: no kind {row['kind']!r}; known are {known}", row.place
        )
        return
    if not row["id"] or not row["name"]:
        folder.report("name-missing", f"{row.place}: an entity needs an id and a name", row.place)
        return
    valid = read_period(folder, row)
    entity = Entity(
        row["id"], kind, row["name"], valid, folder.country, row["wikidata"] or None, row["source"]
    )
    folder.entities.append(entity)
    folder.places[entity] = row.place
    # The name is the first alias.
    folder.aliases.append(Alias(entity.id, entity.name, provenance=entity.provenance))


def _read_alias(folder: Folder, row: Row) -> None:
    try:
        mark = AliasMark(row["mark"])
    except ValueError:
        known = ", ".join(mark.value or "(empty)" for mark in AliasMark)
        folder.report(
            "mark-unknown", f"{row.place}: no mark {row['mark']!r}; known are {known}", row.place
        )
        return
    if not row["text"]:
        folder.report("name-missing", f"{row.place}: an alias needs a text", row.place)
        return
    alias = Alias(
        row["entity_id"],
        row["text"],
        row["language"] or "en",
        read_period(folder, row),
        row["source"],
        mark,
        row["note"],
    )
    if alias in folder.places:
        folder.report(
            "row-repeated", f"{row.place} repeats {folder.places[alias]}; leave one out", row.place
        )
        return
    folder.aliases.append(alias)
    folder.places[alias] = row.place


def _read_tenure(folder: Folder, row: Row) -> None:
    if row["role"] not in ROLES:
        folder.report(
            "role-unknown",
            f"{row.place}: no role {row['role']!r}; known are {', '.join(sorted(ROLES))}",
            row.place,
        )
        return
    if not row["other"]:
        folder.report(
            "name-missing",
            f"{row.place}: other is empty; name the entity, or the office in words",
            row.place,
        )
        return
    tenure = Tenure(
        row["entity_id"], row["role"], row["other"], read_period(folder, row), row["source"]
    )
    folder.tenures.append(tenure)
    folder.places.setdefault(tenure, row.place)


def _read_cabinet(folder: Folder, row: Row) -> None:
    if not row["id"] or not row["name"] or row["caretaker"] not in _YES_OR_NO:
        folder.report(
            "cabinet-unreadable",
            f"{row.place}: a cabinet needs an id and a name, and caretaker reads yes, no or nothing",
            row.place,
        )
        return
    cabinet = Cabinet(
        row["id"],
        row["name"],
        read_period(folder, row),
        tuple(each.strip() for each in row["parties"].split("|") if each.strip()),
        row["led_by"] or None,
        _YES_OR_NO[row["caretaker"]],
        row["source"],
    )
    folder.cabinets.append(cabinet)
    folder.places[cabinet] = row.place


def _read_elections(folder: Folder, path: Path, settings: Mapping[str, Any]) -> None:
    elections = settings.get("elections", {})
    if not isinstance(elections, dict):
        folder.report(
            "election-unreadable",
            f"{SETTINGS}: elections are tables, as [elections.2018]",
            SETTINGS,
        )
        return
    for year, about in sorted(elections.items()):
        _read_election(folder, path, str(year), about)
    for file in sorted((path / "elections").glob("*.csv")):
        if file.stem not in elections:
            place = f"elections/{file.name}"
            folder.report(
                "election-undated",
                f"{place} is read by nobody; add [elections.{file.stem}] with held_on and seats "
                f"to {SETTINGS}",
                place,
            )


def _read_election(folder: Folder, path: Path, year: str, about: Mapping[str, Any]) -> None:
    place = f"{SETTINGS}, [elections.{year}]"
    try:
        held_on = Period.parse(str(about["held_on"]))
        chamber = Chamber(folder.chamber.name if folder.chamber else "", int(about["seats"]))
        open_seats = int(about.get("open_seats", 0))
    except (KeyError, TypeError, ValueError) as error:
        folder.report(
            "election-unreadable",
            f'{place} needs held_on = "2018-05-12" and seats = 329 ({error})',
            place,
        )
        return
    id_ = f"{path.name}-{year}"
    results: list[tuple[str, int]] = []
    figures: list[ReportedFigure] = []
    for row in read_rows(folder, path, f"elections/{year}.csv", RESULTS):
        try:
            reported = tuple(_figures(row))
            # A bloc formed after the election has no seats of its own, only figures papers gave.
            seats = None if reported and not row["seats"] else _seats(row["seats"])
            figures.extend(reported)
        except ValueError:
            folder.report(
                "seats-unreadable",
                f"{row.place}: seats are a whole number and figures read 47=who says so|49=who",
                row.place,
            )
            continue
        if seats is not None:
            results.append((row["list_id"], seats))
        folder.places.setdefault((id_, row["list_id"]), row.place)
    source = str(about.get("source", ""))
    folder.open_seats[id_] = open_seats
    folder.places[id_] = place
    folder.elections.append(Election(id_, held_on, chamber, tuple(results), source, tuple(figures)))


def _seats(text: str) -> int:
    seats = int(text)
    if seats < 0:
        raise ValueError(text)
    return seats


def _figures(row: Row) -> Iterator[ReportedFigure]:
    for part in filter(None, row["figures"].split("|")):
        seats, _, source = part.partition("=")
        yield ReportedFigure(row["list_id"], _seats(seats), source.strip())
