"""A Popolo file (as of EveryPolitician) → a parliament: people, parties, memberships, elections."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from kutla.errors import RegisterError
from kutla.register.countries import world
from kutla.register.entity import Alias, Election, Entity, Tenure
from kutla.register.folding import fold
from kutla.register.importing.draft import ParliamentDraft, fresh_id, group_kind, slug
from kutla.vocabulary import Chamber, EntityKind, Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_KINDS = {
    "party": EntityKind.PARTY,
    "faction": EntityKind.PARLIAMENTARY_GROUP,
    "parliamentary group": EntityKind.PARLIAMENTARY_GROUP,
    "parliamentary_group": EntityKind.PARLIAMENTARY_GROUP,
    "caucus": EntityKind.PARLIAMENTARY_GROUP,
    "coalition": EntityKind.ELECTORAL_ALLIANCE,
    "alliance": EntityKind.ELECTORAL_ALLIANCE,
    "electoral alliance": EntityKind.ELECTORAL_ALLIANCE,
    "list": EntityKind.PARTY_LIST,
    "ministry": EntityKind.MINISTRY,
}
_LEADING = frozenset({"leader", "chair", "chairman", "chairwoman", "president", "party leader"})
_PLAIN = frozenset({"", "member", "representative", "mp", "deputy"})


@dataclass
class _Reading:
    """What has been read so far; ids of the file → ours."""

    path: Path
    prefix: str
    source: str
    ids: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    entities: list[Entity] = field(default_factory=list)
    aliases: list[Alias] = field(default_factory=list)

    def add(self, raw: Mapping[str, Any], kind: EntityKind) -> None:
        """Take a person or an organisation in, with its other names."""
        name = _name(raw)
        if not name or (kind is not EntityKind.PERSON and fold(name) == "unknown"):
            return
        id_ = fresh_id(f"{self.prefix}-{slug(name)}", self.taken)
        self.ids[str(raw.get("id", id_))] = id_
        valid = _period(raw.get("founding_date"), raw.get("dissolution_date"))
        source = _source(raw) or self.source
        item = next(
            (
                str(each.get("identifier"))
                for each in _dicts(raw, "identifiers")
                if each.get("scheme") == "wikidata"
            ),
            None,
        )
        self.entities.append(Entity(id_, group_kind(name, kind), name, valid, "", item, source))
        seen = {fold(name)}
        for text, language, since, until in _other_names(raw):
            if fold(text) and fold(text) not in seen:
                seen.add(fold(text))
                self.aliases.append(Alias(id_, text, language, _period(since, until), source))


def import_popolo(path: Path, country: str = "") -> ParliamentDraft:
    """Make a parliament of a Popolo file.

    The chamber is its organization of classification "legislature"; parties and groups are those
    that people sit for; elections have dates and no seats, for Popolo knows none. Raises
    RegisterError where the file is no Popolo or names no person.
    """
    data = _load(path)
    legislature = _legislature(data)
    country = country or _country(legislature, path)
    own = world().country_called(country)
    prefix = slug(own.name if own else country)[:12].rstrip("-")
    reading = _Reading(path, prefix, path.name)
    is_party = {str(each.get("on_behalf_of_id")) for each in _dicts(data, "memberships")}
    for raw in _dicts(data, "organizations"):
        kind = _KINDS.get(str(raw.get("classification", "")).casefold().strip())
        if raw is not legislature and (kind or str(raw.get("id")) in is_party):
            reading.add(raw, kind or EntityKind.PARTY)
    for raw in _dicts(data, "persons"):
        reading.add(raw, EntityKind.PERSON)
    if not any(each.kind is EntityKind.PERSON for each in reading.entities):
        raise RegisterError(f"{path.name} names no person; is it a Popolo file?")
    name = slug(own.name if own else country)
    seats = legislature.get("seats")
    chamber = Chamber(
        str(legislature.get("name") or "Parliament"),
        seats if isinstance(seats, int) and seats > 0 else _members_at_once(data, legislature),
    )
    return ParliamentDraft(
        name,
        own.name if own else country,
        chamber,
        tuple(reading.entities),
        tuple(reading.aliases),
        tuple(_elections(data, name, chamber, reading.source)),
        tuple(dict.fromkeys(_tenures(data, reading))),
        demonyms=world().demonyms_of(own.id) if own else (),
        about=f"From {path.name} (Popolo). Say in every source under which licence it came.",
    )


def _load(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise RegisterError(f"{path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise RegisterError(f"{path.name} is not UTF-8; is it a Popolo file?") from None
    except json.JSONDecodeError as error:
        raise RegisterError(
            f"{path.name} is not JSON (line {error.lineno}: {error.msg}); is it a Popolo file?"
        ) from None
    if not isinstance(data, dict) or not isinstance(data.get("persons"), list):
        raise RegisterError(f'{path.name} has no list "persons"; is it a Popolo file?')
    return data


def _dicts(raw: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]:
    found = raw.get(key)
    if isinstance(found, list):
        yield from (each for each in found if isinstance(each, dict))


def _legislature(data: Mapping[str, Any]) -> Mapping[str, Any]:
    found = [
        each
        for each in _dicts(data, "organizations")
        if str(each.get("classification", "")).casefold() == "legislature"
    ]
    return found[0] if found else {}


def _country(legislature: Mapping[str, Any], path: Path) -> str:
    area = legislature.get("area")
    named = area.get("name") if isinstance(area, dict) else None
    for words in (str(named or ""), str(legislature.get("name", "")), path.stem):
        for word in (words, *words.replace("-", " ").replace("_", " ").split()):
            own = world().country_called(word)
            if own is not None:
                return own.name
    raise RegisterError(f"{path.name} does not say whose parliament it is; give it with --country")


def _name(raw: Mapping[str, Any]) -> str:
    """Give a name; EveryPolitician writes the unaffiliated as "Independent" or "unknown"."""
    given = " ".join(str(raw[key]) for key in ("given_name", "family_name") if raw.get(key))
    return " ".join(str(raw.get("name") or given).split())


def _source(raw: Mapping[str, Any]) -> str:
    found = [str(each["url"]) for each in _dicts(raw, "sources") if each.get("url")]
    return found[0] if found else ""


def _other_names(raw: Mapping[str, Any]) -> Iterator[tuple[str, str, object, object]]:
    for each in _dicts(raw, "other_names"):
        text = " ".join(str(each.get("name") or "").split())
        yield text, str(each.get("lang") or "en"), each.get("start_date"), each.get("end_date")
    for each in _dicts(raw, "names"):
        yield str(each.get("name") or ""), str(each.get("lang") or "en"), None, None


def _day(text: object, *, is_end: bool) -> date | None:
    if not isinstance(text, str) or not text:
        return None
    try:
        period = Period.parse(text[:10])
    except ValueError:
        return None
    return period.until_on if is_end else period.first_on


def _period(since: object, until: object) -> Period | None:
    first, end = _day(since, is_end=False), _day(until, is_end=True)
    if first is None and end is None:
        return None
    first, end = first or date.min, end or date.max
    return Period(first, end) if first < end else None


def _events(data: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {str(each.get("id")): each for each in _dicts(data, "events")}


def _tenures(data: Mapping[str, Any], reading: _Reading) -> Iterator[Tenure]:
    events = _events(data)
    kinds = {entity.id: entity.kind for entity in reading.entities}
    for raw in _dicts(data, "memberships"):
        person = reading.ids.get(str(raw.get("person_id")))
        if person is None:
            continue
        term = events.get(str(raw.get("legislative_period_id")), {})
        valid = _period(
            raw.get("start_date") or term.get("start_date"),
            raw.get("end_date") or term.get("end_date"),
        )
        source = _source(raw) or reading.source
        role = " ".join(str(raw.get("role") or "").casefold().split())
        for key in ("on_behalf_of_id", "organization_id"):
            body = reading.ids.get(str(raw.get(key)))
            if body is not None and kinds[body] is not EntityKind.PERSON:
                verb = "leads" if role in _LEADING and key == "organization_id" else "member_of"
                yield Tenure(person, verb, body, valid, source)
        if role not in _PLAIN | _LEADING:
            yield Tenure(person, "holds_office", role, valid, source)


def _members_at_once(data: Mapping[str, Any], legislature: Mapping[str, Any]) -> int:
    """Count the people of the largest term, where the file does not say how many seats there are."""
    terms: dict[str, set[str]] = {}
    for raw in _dicts(data, "memberships"):
        if not legislature or raw.get("organization_id") == legislature.get("id"):
            term = terms.setdefault(str(raw.get("legislative_period_id")), set())
            term.add(str(raw.get("person_id")))
    return max((len(each) for each in terms.values()), default=0) or 1


def _elections(
    data: Mapping[str, Any], name: str, chamber: Chamber, source: str
) -> Iterator[Election]:
    for raw in _dicts(data, "events"):
        held = _day(raw.get("start_date"), is_end=False)
        if "election" in str(raw.get("classification", "")).casefold() and held is not None:
            text = str(raw["start_date"])[:10]
            yield Election(f"{name}-{text}", Period.parse(text), chamber, (), source)
