"""A table of one's own (CSV) → a parliament: lists with seats, or people with their party."""

from __future__ import annotations

import csv
import re
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from kutla.errors import RegisterError
from kutla.register.countries import world
from kutla.register.entity import Alias, Election, Entity, Tenure
from kutla.register.folding import fold
from kutla.register.importing.draft import ParliamentDraft, fresh_id, group_kind, slug
from kutla.vocabulary import POLITICAL_GROUPS, Chamber, EntityKind, Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "name": ("name", "full name", "entity", "label"),
        "group": ("party", "list", "group", "faction", "bloc", "party name", "alliance"),
        "seats": ("seats", "mandates", "seats won"),
        "aliases": ("aliases", "alias", "other names", "variants", "also known as", "abbreviation"),
        "leader": ("leader", "head", "chair"),
        "office": ("office", "role", "position"),
        "kind": ("kind", "type"),
        "since": ("start date", "valid from", "from", "since"),
        "until": ("end date", "valid to", "until", "to"),
        "wikidata": ("wikidata", "wikidata id", "qid"),
        "source": ("source", "sources", "url"),
    }
)
"""What a column may be called, with spaces or underscores, in any case."""
_LIST = re.compile(r"\s*[|;]\s*")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_HEBREW = re.compile(r"[\u0590-\u05ff]")


def import_table(
    path: Path, country: str, *, chamber: Chamber | None = None, held_on: date | None = None
) -> ParliamentDraft:
    """Make a parliament of a CSV table.

    A row with a list and seats is a list's result; a row with a name and a list is a person of
    that list. ``chamber`` is made of the seats where it is not given; ``held_on`` is the day of
    the election, which seats need. Raises RegisterError with the line of what cannot be read.
    """
    rows = tuple(_rows(path))
    own = world().country_called(country)
    reading = _Reading(path, slug(own.name if own else country))
    for line, row in rows:
        reading.take(line, row)
    if reading.seats and held_on is None:
        raise RegisterError(f"{path.name} has seats; say with --held-on when the election was")
    total = sum(reading.seats.values())
    if chamber is None and not total:
        raise RegisterError(f"{path.name} does not say how many seats there are; give --seats")
    chamber = chamber or Chamber("Parliament", total)
    name = slug(own.name if own else country)
    elections: tuple[Election, ...] = ()
    if reading.seats and held_on is not None:
        if total > chamber.seats:
            raise RegisterError(
                f"{path.name}: the lists hold {total} of {chamber.seats} seats; correct --seats"
            )
        result = tuple(reading.seats.items())
        elections = (
            Election(f"{name}-{held_on.year}", Period.day(held_on), chamber, result, path.name),
        )
    return ParliamentDraft(
        name,
        own.name if own else country,
        chamber,
        tuple(reading.entities.values()),
        tuple(reading.aliases),
        elections,
        tuple(dict.fromkeys(reading.tenures)),
        demonyms=world().demonyms_of(own.id) if own else (),
        about=f"From {path.name}. docs/parliaments.md says what each table holds.",
    )


class _Reading:
    """The rows of a table as entities, aliases, ties and seats."""

    def __init__(self, path: Path, prefix: str) -> None:
        self._path = path
        self._prefix = prefix
        self._taken: set[str] = set()
        self._by_name: dict[tuple[str, bool], str] = {}
        self.entities: dict[str, Entity] = {}
        self.aliases: dict[Alias, None] = {}
        self.tenures: list[Tenure] = []
        self.seats: dict[str, int] = {}

    def take(self, line: int, row: Mapping[str, str]) -> None:
        """Read a row; raises RegisterError with its line."""
        place = f"{self._path.name}:{line}"
        source = row["source"] or self._path.name
        valid = _period(place, row)
        if row["seats"] or (row["group"] and not row["name"]):
            name = row["group"] or row["name"]
            if not name:
                raise RegisterError(f"{place}: seats without a party; name it")
            id_ = self._entity(name, _kind(place, row, EntityKind.PARTY), source, row["wikidata"])
            self._names(id_, row["aliases"], source)
            if row["seats"]:
                if id_ in self.seats:
                    raise RegisterError(f"{place}: {name} has seats in an earlier row; keep one")
                self.seats[id_] = _number(place, row["seats"])
            for leader in filter(None, _LIST.split(row["leader"])):
                head = self._entity(leader, EntityKind.PERSON, source)
                self.tenures.append(Tenure(head, "leads", id_, valid, source))
            return
        if not row["name"]:
            raise RegisterError(f"{place}: a row needs a name or a party")
        kind = EntityKind.PERSON if row["group"] or row["office"] else EntityKind.PARTY
        kind = _kind(place, row, kind)
        id_ = self._entity(row["name"], kind, source, row["wikidata"])
        self._names(id_, row["aliases"], source)
        if row["group"]:
            group = self._entity(row["group"], EntityKind.PARTY, source)
            role = "member_of" if kind is EntityKind.PERSON else "part_of"
            self.tenures.append(Tenure(id_, role, group, valid, source))
        if row["office"]:
            self.tenures.append(Tenure(id_, "holds_office", row["office"], valid, source))

    def _entity(self, name: str, kind: EntityKind, source: str, wikidata: str = "") -> str:
        key = fold(name), kind is EntityKind.PERSON
        if key not in self._by_name:
            id_ = fresh_id(f"{self._prefix}-{slug(name)}", self._taken)
            self._by_name[key] = id_
            kind = group_kind(name, kind) if kind in POLITICAL_GROUPS else kind
            self.entities[id_] = Entity(id_, kind, name, None, "", wikidata or None, source)
        return self._by_name[key]

    def _names(self, id_: str, written: str, source: str) -> None:
        for text in filter(None, _LIST.split(written)):
            alias = Alias(id_, text, _language(text), provenance=source)
            if fold(text) != fold(self.entities[id_].name):
                self.aliases[alias] = None


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise RegisterError(f"{path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise RegisterError(
            f"{path.name} is not UTF-8 (byte {error.start}); save it as UTF-8"
        ) from None
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.DictReader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    try:
        columns = _columns(path, reader.fieldnames or ())
        for raw in reader:
            if any(raw.get(each) for each in columns.values()):
                row = dict.fromkeys(COLUMNS, "")
                row |= {key: " ".join((raw.get(at) or "").split()) for key, at in columns.items()}
                yield reader.line_num, row
    except csv.Error as error:
        raise RegisterError(f"{path.name}:{reader.line_num} is no CSV: {error}") from None


def _columns(path: Path, found: Iterable[str]) -> dict[str, str]:
    written = {" ".join(each.replace("_", " ").split()).casefold(): each for each in found if each}
    columns = {
        key: written[name]
        for key, names in COLUMNS.items()
        for name in reversed(names)
        if name in written
    }
    if "name" not in columns and "group" not in columns:
        raise RegisterError(
            f"{path.name} has no column called name or party; its columns are "
            f"{', '.join(written.values()) or 'none'}"
        )
    return columns


def _number(place: str, text: str) -> int:
    if not text.isdecimal():
        raise RegisterError(f"{place}: seats are a whole number, not {text!r}")
    return int(text)


def _kind(place: str, row: Mapping[str, str], otherwise: EntityKind) -> EntityKind:
    if not row["kind"]:
        return otherwise
    try:
        return EntityKind(row["kind"].casefold().replace(" ", "-"))
    except ValueError:
        known = ", ".join(kind.value for kind in EntityKind)
        raise RegisterError(f"{place}: no kind {row['kind']!r}; known are {known}") from None


def _period(place: str, row: Mapping[str, str]) -> Period | None:
    if not row["since"] and not row["until"]:
        return None
    try:
        first = Period.parse(row["since"]).first_on if row["since"] else date.min
        until = Period.parse(row["until"]).until_on if row["until"] else date.max
        return Period(first, until)
    except ValueError as error:
        raise RegisterError(f"{place}: {error}; write 2018, 2018-05 or 2018-05-12") from None


def _language(text: str) -> str:
    """Guess the language by the script: enough to choose a name to show."""
    if _ARABIC.search(text):
        return "ar"
    return "he" if _HEBREW.search(text) else "en"
