"""What can be asked of an entity through the reconciliation service, as tables of cells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from kutla.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kutla.register import Register, Tenure

_GROUPS = frozenset(
    {
        "party-list",
        "party",
        "electoral-alliance",
        "parliamentary-group",
        "umbrella",
        "armed-faction",
    }
)
_PERSON = frozenset({"person", "clerical-authority"})


@dataclass(frozen=True, slots=True)
class Property:
    """One column: its id, name, what it holds, the kinds that have it (none: all).

    ``is_fetched`` is false for those that only help to tell namesakes apart.
    """

    id: str
    name: str
    about: str
    kinds: frozenset[str] = frozenset()
    is_fetched: bool = True


PROPERTIES = (
    Property("kind", "kind", "what sort of actor it is"),
    Property("names", "names", "every recorded way of writing it"),
    Property("wikidata", "Wikidata id", "where it is surely known"),
    Property("country", "country", "the country it belongs to"),
    Property("valid_from", "valid from", "the first day it was so called"),
    Property("valid_to", "valid to", "the last day it was so called"),
    Property("leads", "leads", "the groups a person leads", _PERSON),
    Property("led_by", "led by", "who leads a group", _GROUPS),
    Property("member_of", "member of", "the groups a person belongs to", _PERSON),
    Property("members", "members", "the people who belong to a group", _GROUPS),
    Property("part_of", "part of", "the alliances a party belongs to", _GROUPS),
    Property("parts", "parts", "the parties of an alliance", _GROUPS),
    Property("holds_office", "holds office", "the offices a person holds or held", _PERSON),
    Property("seats", "seats", "seats won, an election a value", _GROUPS),
    Property("source", "source", "where the register has it from"),
    Property("valid_on", "valid on", "the day a row speaks of, as 2018-09-01", is_fetched=False),
    Property("office", "office", "the title a row gives with the name", is_fetched=False),
    Property("context", "context", "words that stand around the name", is_fetched=False),
)
_TO = {
    "leads": "leads",
    "member_of": "member_of",
    "part_of": "part_of",
    "holds_office": "holds_office",
}
_FROM = {"led_by": "leads", "members": "member_of", "parts": "part_of"}


@dataclass(frozen=True, slots=True)
class Settings:
    """How values of a property are fetched: at most ``limit`` (0: all), of a day."""

    limit: int = 0
    valid_on: date | None = None


def property_called(id_: str) -> Property:
    """Give the property of an id; raises SettingsError, which lists the known ones."""
    for each in PROPERTIES:
        if each.id == id_ and each.is_fetched:
            return each
    known = ", ".join(each.id for each in PROPERTIES if each.is_fetched)
    raise SettingsError(f"no property {id_!r}; known are {known}")


def read_settings(asked: Any, place: str) -> Settings:
    """Read the settings of a property; raises SettingsError where one cannot be used."""
    if asked is None:
        return Settings()
    if not isinstance(asked, dict):
        raise SettingsError(f"{place}: settings are an object with limit and valid_on")
    limit, day = asked.get("limit") or 0, asked.get("valid_on") or None
    try:
        return Settings(max(0, int(limit)), date.fromisoformat(str(day)) if day else None)
    except ValueError:
        raise SettingsError(
            f"{place}: settings {asked!r}; limit is a number and valid_on a day as 2018-09-01"
        ) from None


def values_of(
    register: Register, entity_id: str, wanted: Property, settings: Settings
) -> list[dict[str, Any]]:
    """Give a cell: values as the API writes them, none for an id that nobody has."""
    if register.find_entity(entity_id) is None:
        return []
    found = list(_values(register, register.entity(entity_id).id, wanted.id, settings.valid_on))
    return found[: settings.limit] if settings.limit else found


def _values(
    register: Register, entity_id: str, wanted: str, on: date | None
) -> Iterator[dict[str, Any]]:
    if wanted in _TO:
        yield from _ties(register, register.tenures_of(entity_id), _TO[wanted], on, "other")
    elif wanted in _FROM:
        yield from _ties(register, register.ties_to(entity_id), _FROM[wanted], on, "entity_id")
    elif wanted == "names":
        texts = (a.text for a in register.aliases_of(entity_id) if not on or _holds(a.valid, on))
        yield from ({"str": text} for text in dict.fromkeys(texts))
    elif wanted == "seats":
        for election in register.elections:
            if on is None or election.held_on.first_on <= on:
                yield from ({"int": n} for list_id, n in election.results if list_id == entity_id)
    else:
        yield from ({"str": value} for value in _own(register, entity_id)[wanted] if value)


def _own(register: Register, entity_id: str) -> Mapping[str, tuple[str, ...]]:
    entity = register.entity(entity_id)
    valid = entity.valid
    first = "" if valid is None or valid.first_on == date.min else str(valid.first_on)
    last = "" if valid is None or valid.until_on == date.max else str(valid.last_on)
    return {
        "kind": (entity.kind.value,),
        "wikidata": (entity.wikidata or "",),
        "country": (entity.country,),
        "valid_from": (first,),
        "valid_to": (last,),
        "source": (entity.provenance,),
    }


def _ties(
    register: Register, ties: tuple[Tenure, ...], role: str, on: date | None, side: str
) -> Iterator[dict[str, Any]]:
    seen = set()
    for tie in ties:
        if tie.role != role or (on is not None and not _holds(tie.valid, on)):
            continue
        other = tie.other if side == "other" else tie.entity_id
        if other in seen:
            continue
        seen.add(other)
        entity = register.find_entity(other)
        yield {"str": other} if entity is None else {"id": entity.id, "name": entity.name}


def _holds(valid: Any, on: date) -> bool:
    return valid is None or on in valid
