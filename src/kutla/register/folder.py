"""Read a parliament's folder: rows to values, oddities to located problems."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from kutla.register.entity import Alias, AliasMark, Election, Entity, ReportedFigure, Tenure
from kutla.register.separation import NeverSame
from kutla.vocabulary import Chamber, EntityKind, Period, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

ROLES = frozenset({"leads", "member_of", "part_of", "holds_office"})
_TABLES = {
    "entities.csv": ("id", "kind", "name", "valid_from", "valid_to", "wikidata", "source"),
    "aliases.csv": (
        *("entity_id", "text", "language", "valid_from", "valid_to", "mark", "note", "source"),
    ),
    "never_same.csv": ("left", "right", "reason", "source"),
    "tenures.csv": ("entity_id", "role", "other", "valid_from", "valid_to", "source"),
}  # fmt: skip
_RESULT_COLUMNS = ("list_id", "seats", "figures", "source")


@dataclass
class Folder:
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
    never_same: list[NeverSame] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    places: dict[Alias | Tenure | Entity, str] = field(default_factory=dict)

    def report(self, code: str, message: str, place: str) -> None:
        """Note a problem; a message says what would mend it."""
        self.problems.append(Problem(code, message, (), place))


def read_folder(path: Path) -> Folder:
    """Read every table of a parliament's folder; what cannot be read is reported, not raised."""
    folder = Folder(name=path.name)
    settings = _read_settings(folder, path / "parliament.toml")
    for row in _rows(folder, path, "entities.csv"):
        _read_entity(folder, row)
    for row in _rows(folder, path, "aliases.csv"):
        _read_alias(folder, row)
    for row in _rows(folder, path, "never_same.csv"):
        folder.never_same.append(NeverSame(row["left"], row["right"], row["reason"], row["source"]))
    for row in _rows(folder, path, "tenures.csv"):
        _read_tenure(folder, row)
    for year, about in sorted(settings.get("elections", {}).items()):
        _read_election(folder, path, str(year), about)
    return folder


def _read_settings(folder: Folder, path: Path) -> Mapping[str, Any]:
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        folder.report(
            "file-missing",
            f"{path.name} is missing; write one with name, country and [chamber]",
            path.name,
        )
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        folder.report("file-unreadable", f"{path.name} is not TOML: {error}", path.name)
        return {}
    folder.name = str(settings.get("name", folder.name))
    folder.country = str(settings.get("country", ""))
    folder.demonyms = tuple(settings.get("demonym", ()))
    folder.languages = tuple(settings.get("languages", ()))
    folder.chamber = _chamber(folder, settings.get("chamber", {}), path.name)
    if not folder.country:
        folder.report(
            "key-missing", 'parliament.toml names no country; add country = "…"', path.name
        )
    return settings


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


class _Row(dict[str, str]):
    """A row of a table that knows its place; a column left out reads as empty."""

    place = ""

    def __missing__(self, key: str) -> str:
        return ""


def _rows(folder: Folder, path: Path, name: str, columns: tuple[str, ...] = ()) -> Iterator[_Row]:
    columns = columns or _TABLES[name]
    try:
        text = (path / name).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return
    except (OSError, UnicodeDecodeError) as error:
        folder.report("file-unreadable", f"{name} cannot be read as UTF-8: {error}", name)
        return
    reader = csv.DictReader(text.splitlines())
    absent = [
        column for column in (columns[0], "source") if column not in (reader.fieldnames or ())
    ]
    if absent:
        folder.report(
            "column-missing",
            f"{name} has no column {absent[0]!r}; its columns are {', '.join(columns)}",
            name,
        )
        return
    for raw in reader:
        row = _Row({key: (raw.get(key) or "").strip() for key in columns})
        row.place = f"{name}:{reader.line_num}"
        if None in raw:
            folder.report(
                "row-too-long",
                f"{row.place} has more cells than columns; quote the cell that holds a comma",
                row.place,
            )
        if not row["source"]:
            folder.report("source-missing", f"{row.place} names no source", row.place)
        yield row


def _period(folder: Folder, row: _Row) -> Period | None:
    """Read valid_from and valid_to (both included, either may be open)."""
    first, last = row["valid_from"], row["valid_to"]
    if not first and not last:
        return None
    try:
        first_on = Period.parse(first).first_on if first else date.min
        until_on = Period.parse(last).until_on if last else date.max
        return Period(first_on, until_on)
    except ValueError as error:
        folder.report(
            "date-unreadable", f"{row.place}: {error}; write 2018, 2018-05 or 2018-05-12", row.place
        )
        return None


def _read_entity(folder: Folder, row: _Row) -> None:
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
    valid = _period(folder, row)
    entity = Entity(
        row["id"], kind, row["name"], valid, folder.country, row["wikidata"] or None, row["source"]
    )
    folder.entities.append(entity)
    folder.places[entity] = row.place
    # The name is the first alias.
    folder.aliases.append(Alias(entity.id, entity.name, provenance=entity.provenance))


def _read_alias(folder: Folder, row: _Row) -> None:
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
        _period(folder, row),
        row["source"],
        mark,
        row["note"],
    )
    folder.aliases.append(alias)
    folder.places[alias] = row.place


def _read_tenure(folder: Folder, row: _Row) -> None:
    if row["role"] not in ROLES:
        folder.report(
            "role-unknown",
            f"{row.place}: no role {row['role']!r}; known are {', '.join(sorted(ROLES))}",
            row.place,
        )
        return
    tenure = Tenure(
        row["entity_id"], row["role"], row["other"], _period(folder, row), row["source"]
    )
    folder.tenures.append(tenure)
    folder.places[tenure] = row.place


def _read_election(folder: Folder, path: Path, year: str, about: Mapping[str, Any]) -> None:
    place = f"parliament.toml, [elections.{year}]"
    try:
        held_on = Period.parse(str(about["held_on"]))
        chamber = Chamber(folder.chamber.name if folder.chamber else "", int(about["seats"]))
    except (KeyError, TypeError, ValueError) as error:
        folder.report(
            "election-unreadable",
            f'{place} needs held_on = "2018-05-12" and seats = 329 ({error})',
            place,
        )
        return
    results: list[tuple[str, int]] = []
    figures: list[ReportedFigure] = []
    name = f"elections/{year}.csv"
    for row in _rows(folder, path, name, _RESULT_COLUMNS):
        try:
            results.append((row["list_id"], int(row["seats"])))
            figures.extend(_figures(row))
        except ValueError:
            folder.report(
                "seats-unreadable",
                f"{row.place}: seats are a whole number and figures read 47=who says so|49=who",
                row.place,
            )
    folder.elections.append(
        Election(
            f"{path.name}-{year}",
            held_on,
            chamber,
            tuple(results),
            str(about.get("source", "")),
            tuple(figures),
        )
    )


def _figures(row: _Row) -> Iterator[ReportedFigure]:
    for part in filter(None, row["figures"].split("|")):
        seats, _, source = part.partition("=")
        yield ReportedFigure(row["list_id"], int(seats), source.strip())
