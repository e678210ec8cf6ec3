"""ParlGov, as it is shipped in compact form, → a parliament: parties, elections, cabinets."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from kutla.errors import RegisterError
from kutla.register.countries import PARLIAMENTS, world
from kutla.register.entity import Alias, AliasMark, Cabinet, Election, Entity
from kutla.register.folding import fold, folded_words
from kutla.register.importing.draft import ParliamentDraft, fresh_id, slug
from kutla.register.wording import GROUP_HEADS
from kutla.vocabulary import Chamber, EntityKind, Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FOLDER = PARLIAMENTS / "parlgov"
SOURCE = "ParlGov, doi 10.7910/DVN/2VZ5ZC (CC0)"
_GROUPS = MappingProxyType(
    {"no party affiliation": "Independents", "one seat": "Parties with one seat each"}
)
"""What ParlGov keeps as parties and are none, by their English name."""
_SUCCESSION = re.compile(r"\s*\|\s*")
_GLOSS = re.compile(r"\s*[\[(][^\])]*[\])]\s*")
_ACRONYM = re.compile(r"(?=(?:.*[^\W\d_]){2})(?=.*[A-ZÀ-Þ].*[A-ZÀ-Þ\d]|\w+90)[\w&-]{2,9}")
_SAID_AS_WORD = 5
"""Letters from which an acronym may be said as a word."""


@dataclass(frozen=True)
class _Country:
    code: str
    name: str
    chamber: str
    languages: tuple[str, ...]


def parlgov_countries() -> tuple[str, ...]:
    """Give the countries that ParlGov holds, by kutla's names for them, in order."""
    return tuple(sorted(country.name for country in _countries()))


def import_parlgov(country: str, *, since: int = 1945) -> ParliamentDraft:
    """Make a parliament of a country in ParlGov, of the elections and cabinets from a year on.

    A country goes by name, adjective, capital or code ("Austria", "AUT"). Raises RegisterError,
    which lists the known ones, where there is none.
    """
    found = _country(country)
    first = f"{since:04}"
    results = [
        row
        for row in _rows("elections.csv")
        if row["country"] == found.code and row["held_on"] >= first
    ]
    governed = [
        row
        for row in _rows("cabinets.csv")
        if row["country"] == found.code and row["started_on"] >= first
    ]
    if not results:
        raise RegisterError(
            f"ParlGov holds no election of {found.name} since {since}; ask for an earlier year"
        )
    wanted = {row["party"] for row in results}
    wanted.update(id_ for row in governed for id_ in row["parties"].split())
    rows = [row for row in _rows("parties.csv") if row["id"] in wanted]
    ids = _ids(found, rows)
    name = slug(found.name)
    elections = tuple(_elections(found, name, results, ids))
    own = world().country_called(found.name)
    demonyms = world().demonyms_of(own.id) if own else ()
    entities = tuple(_entity(ids[row["id"]], row) for row in rows)
    aliases = _each_its_own(
        entities, [alias for row in rows for alias in _aliases(ids[row["id"]], row, found)]
    )
    home = "|".join(re.escape(each) for each in (found.name, *demonyms))
    own_words = re.compile(rf"^(?:{home})\s+|\s+(?:of|in)\s+(?:the\s+)?(?:{home})$")
    return ParliamentDraft(
        name,
        found.name,
        elections[-1].chamber,
        entities,
        (*aliases, *_short_forms(rows, ids, aliases, own_words)),
        elections,
        cabinets=tuple(_cabinets(governed, ids)),
        demonyms=demonyms,
        languages=found.languages,
        about=f"{found.name}, from ParlGov (Döring and Manow; CC0 1.0; doi 10.7910/DVN/2VZ5ZC).\n"
        "docs/parliaments.md says what each table holds; people are yours to add.",
    )


@cache
def _countries() -> tuple[_Country, ...]:
    return tuple(
        _Country(row["code"], row["country"], row["chamber"], tuple(row["languages"].split()))
        for row in _rows("chambers.csv")
    )


def _country(asked: str) -> _Country:
    known = world().country_called(asked)
    names = {fold(asked), fold(known.name) if known else ""}
    for country in _countries():
        if country.code == asked.upper() or fold(country.name) in names:
            return country
    raise RegisterError(
        f"ParlGov has no country {asked!r}; it has {', '.join(parlgov_countries())}"
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _ids(country: _Country, rows: list[dict[str, str]]) -> Mapping[str, str]:
    taken: set[str] = set()
    code = country.code.casefold()
    return {row["id"]: fresh_id(f"{code}-{slug(_current(row))}", taken) for row in rows}


def _current(row: dict[str, str]) -> str:
    """Give a party's present name in English: ParlGov writes "Flemish Block | Flemish Interest"."""
    return _GROUPS.get(row["english"]) or _parts(row["english"] or row["name"])[-1]


def _parts(text: str) -> tuple[str, ...]:
    text = text.replace(" -- ", " – ")
    parts = (_GLOSS.sub(" ", part).strip() for part in _SUCCESSION.split(text))
    return tuple(part for part in parts if part) or (text,)


def _entity(id_: str, row: dict[str, str]) -> Entity:
    kind = EntityKind.PARTY
    if row["english"] in _GROUPS:
        kind = EntityKind.GROUP
    elif "+" in row["short"]:
        kind = EntityKind.ELECTORAL_ALLIANCE
    return Entity(id_, kind, _name(row), provenance=f"{SOURCE}, party {row['id']}")


def _name(row: dict[str, str]) -> str:
    """Name a party in English, or as it calls itself where English is one ordinary word."""
    current = _current(row)
    native = _parts(row["name"])[-1]
    if row["english"] in _GROUPS:
        return current
    return native if _is_loose(current, row) and not _is_loose(native, row) else current


def _is_loose(text: str, row: dict[str, str]) -> bool:
    """Whether a name is a translation of one word: "Forward" may mean anything."""
    is_native = fold(text) in {
        fold(piece) for part in _parts(row["name"]) for piece in _pieces(part)
    }
    return len(folded_words(text)) == 1 and not is_native


def _aliases(id_: str, row: dict[str, str], country: _Country) -> Iterator[Alias]:
    if row["english"] in _GROUPS:
        return
    native = country.languages[0]
    source = f"{SOURCE}, party {row['id']}"
    seen = {fold(_name(row))}
    for language, texts in (("en", _parts(row["english"])), (native, _parts(row["name"]))):
        for text in (part for whole in texts for part in _pieces(whole)):
            if fold(text) and fold(text) not in seen:
                seen.add(fold(text))
                mark = AliasMark.ORDINARY if _is_loose(text, row) else AliasMark.DECIDES
                yield Alias(id_, text, language, provenance=source, mark=mark)
    for short in re.split(r"[|/]", row["short"]):
        if _ACRONYM.fullmatch(short) and fold(short) not in seen | GROUP_HEADS:
            seen.add(fold(short))
            for text in dict.fromkeys((_accented(short, row["name"]), short, *_as_word(short))):
                yield Alias(id_, text, native, provenance=source, mark=AliasMark.EXACT)


def _accented(short: str, name: str) -> str:
    """Give an acronym its accents back, which ParlGov leaves off.

    >>> _accented("SPO", "Sozialdemokratische Partei Österreichs")
    'SPÖ'
    """
    capitals = {letter for letter in name if letter.isupper()}
    plain = {unicodedata.normalize("NFD", letter)[0]: letter for letter in capitals}
    return "".join(
        plain[letter] if letter in plain and letter not in capitals else letter for letter in short
    )


def _each_its_own(entities: tuple[Entity, ...], aliases: list[Alias]) -> tuple[Alias, ...]:
    """Leave a party its name where a list of its own and others bears it too: Fidesz, the CDU."""
    joint = {each.id for each in entities if each.kind is EntityKind.ELECTORAL_ALLIANCE}
    taken = {fold(each.name) for each in entities if each.id not in joint}
    taken |= {fold(alias.text) for alias in aliases if alias.entity_id not in joint}
    return tuple(a for a in aliases if a.entity_id not in joint or fold(a.text) not in taken)


def _as_word(short: str) -> tuple[str, ...]:
    """Give an acronym as papers write it that say it as a word: SYRIZA, Syriza."""
    return (short.capitalize(),) if short.isupper() and len(short) >= _SAID_AS_WORD else ()


def _pieces(text: str) -> tuple[str, ...]:
    """Give a name, what stands before a dash in it, and what a slash divides if more than a word."""
    parts = [text, re.split(r"\s+–\s+", text)[0]]
    parts += [part for part in re.split(r"\s*/\s*", text) if len(folded_words(part)) > 1]
    return tuple(dict.fromkeys(parts))


def _short_forms(
    rows: list[dict[str, str]],
    ids: Mapping[str, str],
    aliases: tuple[Alias, ...],
    own: re.Pattern[str],
) -> Iterator[Alias]:
    """Leave the country out of a name where that leaves the name of no other party."""
    taken = {fold(alias.text) for alias in aliases} | {fold(_name(row)) for row in rows}
    forms: dict[str, list[tuple[str, dict[str, str]]]] = defaultdict(list)
    for row in rows:
        for part in _parts(row["english"]):
            plain = own.sub("", part).strip()
            if len(folded_words(plain)) > 1 and fold(plain) not in taken:
                forms[fold(plain)].append((plain, row))
    for found in forms.values():
        if len({row["id"] for _, row in found}) == 1:
            plain, row = found[0]
            yield Alias(ids[row["id"]], plain, provenance=f"{SOURCE}, party {row['id']}")


def _elections(
    country: _Country, name: str, results: list[dict[str, str]], ids: Mapping[str, str]
) -> Iterator[Election]:
    by_id: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in results:
        by_id[row["id"]].append(row)
    years = [rows[0]["held_on"][:4] for rows in by_id.values()]
    for id_, rows in by_id.items():
        held = rows[0]["held_on"]
        key = held[:7] if years.count(held[:4]) > 1 else held[:4]
        seats = int(rows[0]["seats_total"])
        yield Election(
            f"{name}-{key}",
            Period.parse(held),
            # A few of ParlGov's totals leave out seats that its own lines hold.
            Chamber(country.chamber, max(seats, sum(int(row["seats"]) for row in rows))),
            tuple((ids[row["party"]], int(row["seats"])) for row in rows),
            f"{SOURCE}, election {id_}",
        )


def _cabinets(rows: list[dict[str, str]], ids: Mapping[str, str]) -> Iterator[Cabinet]:
    followed = {row["previous"]: row["started_on"] for row in rows}
    for row in rows:
        since = date.fromisoformat(row["started_on"])
        until = date.fromisoformat(followed[row["id"]]) if row["id"] in followed else date.max
        yield Cabinet(
            f"cabinet-{row['id']}",
            row["name"],
            Period(since, max(until, since + timedelta(days=1))),
            tuple(ids[party] for party in row["parties"].split()),
            ids.get(row["led_by"]),
            row["caretaker"] == "1",
            f"{SOURCE}, cabinet {row['id']}",
        )
