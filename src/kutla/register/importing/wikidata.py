"""A dump of Wikidata and a list of ids → a parliament: names in many languages, parties, offices."""

from __future__ import annotations

import bz2
import gzip
import json
import re
from contextlib import contextmanager
from datetime import date
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Any, cast

from kutla.errors import RegisterError
from kutla.register.countries import world
from kutla.register.entity import Alias, Entity, Tenure
from kutla.register.folding import fold
from kutla.register.importing.draft import ParliamentDraft, fresh_id, slug
from kutla.vocabulary import Chamber, EntityKind, Period

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

SOURCE = "https://www.wikidata.org/wiki/"
_ID = re.compile(r"\bQ[1-9]\d*\b")
_LINE_ID = re.compile(r'"id"\s*:\s*"(Q[1-9]\d*)"')
_HEAD = 400
"""Letters of a line in which its own id stands."""
_KINDS = MappingProxyType(
    {
        "Q5": EntityKind.PERSON,
        "Q7278": EntityKind.PARTY,
        "Q388602": EntityKind.ELECTORAL_ALLIANCE,
        "Q6138528": EntityKind.PARLIAMENTARY_GROUP,
        "Q848197": EntityKind.PARLIAMENTARY_GROUP,
        "Q17149090": EntityKind.ARMED_FACTION,
        "Q192350": EntityKind.MINISTRY,
        "Q6256": EntityKind.COUNTRY,
        "Q3624078": EntityKind.COUNTRY,
    }
)
"""What an item is an instance of (P31) → its kind; what is none of these is an institution."""
_TIES = MappingProxyType({"P102": "member_of", "P463": "member_of", "P361": "part_of"})
_LEADER, _OFFICE = "P488", "P39"


def read_ids(path: Path) -> tuple[str, ...]:
    """Read the Wikidata ids in a file, in any form: one a line, addresses, a column of a table."""
    try:
        found = _ID.findall(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise RegisterError(f"{path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise RegisterError(f"{path.name} is no text of ids such as Q42") from None
    if not found:
        raise RegisterError(f"{path.name} holds no Wikidata id such as Q42")
    return tuple(dict.fromkeys(found))


def import_wikidata(
    dump: Path,
    ids: Collection[str],
    country: str,
    *,
    chamber: Chamber,
    languages: Collection[str] = ("en",),
) -> ParliamentDraft:
    """Make a parliament of some items of a Wikidata JSON dump (plain, .gz or .bz2), read once.

    Names are the labels and aliases in ``languages``; ties are party, membership, part of, chair
    and position held, where both ends are asked for (a position only needs a label in the dump).
    Raises RegisterError where the dump cannot be read or holds none of the ids.
    """
    items = _items(dump, frozenset(ids))
    if not items:
        raise RegisterError(f"{dump.name} holds none of the {len(ids)} ids asked for")
    own = world().country_called(country)
    prefix = slug(own.name if own else country)
    taken: set[str] = set()
    entities: dict[str, Entity] = {}
    aliases: list[Alias] = []
    for item_id in ids:
        item = items.get(item_id)
        name = _label(item, languages) if item else ""
        if item is None or not name or _is_office(item_id, items):
            continue
        id_ = fresh_id(f"{prefix}-{slug(name)}", taken)
        source = f"{SOURCE}{item_id}"
        valid = _own_period(item)
        entities[item_id] = Entity(id_, _kind(item), name, valid, "", item_id, source)
        aliases.extend(_aliases(id_, name, item, languages, source))
    tenures = tuple(
        dict.fromkeys(tie for item_id in entities for tie in _tenures(item_id, items, entities))
    )
    return ParliamentDraft(
        prefix,
        own.name if own else country,
        chamber,
        tuple(entities.values()),
        tuple(aliases),
        tenures=tenures,
        demonyms=world().demonyms_of(own.id) if own else (),
        languages=tuple(languages),
        about=f"From {dump.name} (Wikidata, CC0 1.0).",
    )


def _stream(path: Path) -> IO[bytes]:
    if path.suffix == ".gz":
        return cast("IO[bytes]", gzip.open(path))
    return cast("IO[bytes]", bz2.open(path)) if path.suffix == ".bz2" else path.open("rb")


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    try:
        with _stream(path) as file:
            yield file
    except (OSError, EOFError) as error:
        raise RegisterError(f"{path} cannot be read as a dump: {error}") from None


def _items(dump: Path, wanted: frozenset[str]) -> dict[str, dict[str, Any]]:
    """Read the items asked for; a line of no wanted id is never parsed."""
    found: dict[str, dict[str, Any]] = {}
    with _opened(dump) as file:
        for number, raw in enumerate(file, start=1):
            line = raw.decode("utf-8", "replace").strip().rstrip(",")
            if not wanted & set(_LINE_ID.findall(line[:_HEAD])):
                continue
            try:
                item = json.loads(line)
            except json.JSONDecodeError as error:
                raise RegisterError(
                    f"{dump.name}:{number} is no item of a Wikidata dump: {error.msg}"
                ) from None
            if isinstance(item, dict) and item.get("id") in wanted:
                found[str(item["id"])] = item
    return found


def _label(item: Mapping[str, Any], languages: Collection[str]) -> str:
    labels = _map(item, "labels")
    chosen = [labels[code] for code in ("en", "mul", *languages, *labels) if code in labels]
    return str(chosen[0]["value"]) if chosen else ""


def _aliases(
    id_: str, name: str, item: Mapping[str, Any], languages: Collection[str], source: str
) -> Iterator[Alias]:
    seen = {fold(name)}
    for code in dict.fromkeys(("en", "mul", *languages)):
        label = _map(item, "labels").get(code)
        for each in (*([label] if label else []), *_map(item, "aliases").get(code, [])):
            text = str(each["value"])
            if fold(text) and fold(text) not in seen:
                seen.add(fold(text))
                yield Alias(id_, text, code, provenance=source)


def _map(item: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """Give a part of an item; dumps write an empty one as a list."""
    found = item.get(key)
    return found if isinstance(found, dict) else {}


def _claims(item: Mapping[str, Any], prop: str) -> Iterator[tuple[object, Mapping[str, Any]]]:
    """Give a property's values with their qualifiers, deprecated ones left out."""
    for claim in _map(item, "claims").get(prop, []):
        value = claim.get("mainsnak", {}).get("datavalue", {}).get("value")
        if claim.get("rank") != "deprecated" and value is not None:
            yield value, _map(claim, "qualifiers")


def _targets(item: Mapping[str, Any], prop: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for value, qualifiers in _claims(item, prop):
        if isinstance(value, dict) and "id" in value:
            yield str(value["id"]), qualifiers


def _kind(item: Mapping[str, Any]) -> EntityKind:
    kinds = [_KINDS[target] for target, _ in _targets(item, "P31") if target in _KINDS]
    return kinds[0] if kinds else EntityKind.INSTITUTION


def _is_office(item_id: str, items: Mapping[str, Mapping[str, Any]]) -> bool:
    return any(
        target == item_id for item in items.values() for target, _ in _targets(item, _OFFICE)
    )


def _tenures(
    item_id: str, items: Mapping[str, Mapping[str, Any]], entities: Mapping[str, Entity]
) -> Iterator[Tenure]:
    item, own = items[item_id], entities[item_id]
    for prop, role in _TIES.items():
        for target, qualifiers in _targets(item, prop):
            if target in entities and target != item_id:
                is_person = own.kind is EntityKind.PERSON
                verb = "member_of" if is_person else "part_of" if role == "member_of" else role
                yield Tenure(own.id, verb, entities[target].id, _dated(qualifiers), own.provenance)
    for target, qualifiers in _targets(item, _LEADER):
        if target in entities:
            yield Tenure(entities[target].id, "leads", own.id, _dated(qualifiers), own.provenance)
    for target, qualifiers in _targets(item, _OFFICE):
        office = _label(items[target], ("en",)) if target in items else ""
        if office:
            yield Tenure(
                own.id, "holds_office", office.casefold(), _dated(qualifiers), own.provenance
            )


def _own_period(item: Mapping[str, Any]) -> Period | None:
    """Give from when to when an organisation was; a person's life is no such period."""
    if _kind(item) is EntityKind.PERSON:
        return None
    since = next((value for value, _ in _claims(item, "P571")), None)
    until = next((value for value, _ in _claims(item, "P576")), None)
    return _between(_moment(since), _moment(until))


def _dated(qualifiers: Mapping[str, Any]) -> Period | None:
    def first(prop: str) -> Period | None:
        snaks = qualifiers.get(prop, [])
        return _moment(snaks[0].get("datavalue", {}).get("value")) if snaks else None

    return _between(first("P580"), first("P582"))


def _moment(value: object) -> Period | None:
    """Read ``+2018-05-00T00:00:00Z`` at its precision: 11 a day, 10 a month, 9 a year."""
    if not isinstance(value, dict):
        return None
    text = str(value.get("time", "")).lstrip("+")
    length = {11: 10, 10: 7, 9: 4}.get(int(value.get("precision", 0)))
    if length is None:
        return None
    try:
        return Period.parse(text[:length])
    except ValueError:
        return None


def _between(since: Period | None, until: Period | None) -> Period | None:
    if since is None and until is None:
        return None
    first = since.first_on if since else date.min
    end = until.until_on if until else date.max
    return Period(first, end) if first < end else None
