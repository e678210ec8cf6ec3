"""Look a parliament's folder over: what would make a register answer wrongly."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from kutla.register.countries import world
from kutla.register.entity import AliasMark
from kutla.register.folder import Folder, read_folder
from kutla.register.folding import fold
from kutla.register.separation import Separation
from kutla.register.wording import FUNCTION_WORDS
from kutla.vocabulary import POLITICAL_GROUPS, EntityKind, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kutla.register.entity import Alias, Tenure

HARMLESS = frozenset(
    {"source-missing", "column-unknown", "key-unknown", "row-repeated", "election-undated"}
)
"""What a check names and a load overlooks."""
_NAMES = "aliases.csv"
_KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WIKIDATA = re.compile(r"Q[1-9]\d*")
_SEATED = POLITICAL_GROUPS | {EntityKind.GROUP, EntityKind.ARMED_FACTION, EntityKind.UMBRELLA}
_LOOSE = frozenset({AliasMark.DECIDES, AliasMark.PROPOSES})


def check_parliament(path: Path | str) -> tuple[Problem, ...]:
    """Give what is wrong in a parliament's folder, each with its file and line; empty if nothing.

    One that cannot be read, or rows that point nowhere, keep a folder from being loaded.
    """
    path = Path(path)
    if not path.is_dir():
        message = f"{path.name} is no folder; `kutla parliament new NAME` begins one"
        return (Problem("folder-missing", message, (), path.name),)
    folder = read_folder(path)
    return (*folder.problems, *structural_problems(folder), *_doubtful(folder))


def structural_problems(folder: Folder) -> tuple[Problem, ...]:
    """Give the problems between rows that keep a folder from being loaded."""
    return (*_repeated_ids(folder), *_dangling(folder))


def _repeated_ids(folder: Folder) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for entity in folder.entities:
        place = folder.places[entity]
        if entity.id in first:
            message = f"{place}: the id {entity.id} is taken in {first[entity.id]}; give it another"
            yield Problem("id-repeated", message, (), place)
        first.setdefault(entity.id, place)


def _dangling(folder: Folder) -> Iterator[Problem]:
    known = {entity.id for entity in (*folder.entities, *world().entities)}
    for place, id_ in _references(folder):
        if id_ not in known:
            message = f"{place}: no entity {id_!r}; add it to entities.csv or correct the id"
            yield Problem("entity-unknown", message, (), place)


def _references(folder: Folder) -> Iterator[tuple[str, str]]:
    """Give every id that a row names, with the row's place."""
    for alias in folder.aliases:
        if alias in folder.places:
            yield folder.places[alias], alias.entity_id
    for tenure in folder.tenures:
        yield folder.places[tenure], tenure.entity_id
        if tenure.role != "holds_office":
            yield folder.places[tenure], tenure.other
    for election in folder.elections:
        for id_ in dict.fromkeys(
            (*(id_ for id_, _ in election.results), *(f.entity_id for f in election.figures))
        ):
            yield folder.places[election.id, id_], id_
    for cabinet in folder.cabinets:
        for id_ in (*cabinet.parties, *filter(None, (cabinet.led_by,))):
            yield folder.places[cabinet], id_


def _doubtful(folder: Folder) -> Iterator[Problem]:
    yield from _entities(folder)
    yield from _common_words(folder)
    yield from _shared_aliases(folder)
    yield from _ties(folder)
    yield from _elections(folder)


def _entities(folder: Folder) -> Iterator[Problem]:
    items: dict[str, str] = {}
    for entity in folder.entities:
        place = folder.places[entity]
        if not _KEBAB.fullmatch(entity.id):
            message = f"{place}: the id {entity.id!r} is not lower-case words with hyphens"
            yield Problem("id-not-kebab-case", message, (), place)
        if entity.wikidata is None:
            continue
        if not _WIKIDATA.fullmatch(entity.wikidata):
            message = f"{place}: {entity.wikidata!r} is no Wikidata id; write it as Q42"
            yield Problem("wikidata-unreadable", message, (), place)
        elif entity.wikidata in items:
            message = (
                f"{place}: {entity.wikidata} is already {items[entity.wikidata]}; one is wrong"
            )
            yield Problem("wikidata-repeated", message, (), place)
        items.setdefault(entity.wikidata, entity.id)


def _common_words(folder: Folder) -> Iterator[Problem]:
    """A name that is a word of every sentence would be found in every sentence."""
    for alias in folder.aliases:
        place = folder.places.get(alias, "")
        key = fold(alias.text)
        if not key:
            message = f"{place}: {alias.text!r} holds no letter or digit; leave it out"
            yield Problem("alias-empty", message, (), place)
        elif alias.mark in _LOOSE and (key in FUNCTION_WORDS or (len(key) == 1 and key.isascii())):
            message = f"{place}: {alias.text!r} is a common word; mark it exact, asked or ordinary"
            yield Problem("alias-too-common", message, (), place)


def _shared_aliases(folder: Folder) -> Iterator[Problem]:
    """Names of several entities at once are legal, but a pair that is never the same may not."""
    by_key: dict[str, list[Alias]] = defaultdict(list)
    for alias in folder.aliases:
        if alias.mark is not AliasMark.PROPOSES:
            by_key[fold(alias.text)].append(alias)
    separation = Separation(folder.never_same)
    for aliases in by_key.values():
        for one, other in combinations(aliases, 2):
            left, right = sorted((one.entity_id, other.entity_id))
            if left == right or not _overlap(one, other) or not separation.divides(left, right):
                continue
            place = next((folder.places[a] for a in (other, one) if a in folder.places), _NAMES)
            message = (
                f"{place}: {one.text!r} is a name of both {left} and {right}, which "
                "never_same.csv keeps apart; mark one as proposes, or say when it was whose"
            )
            yield Problem("never-same-shared", message, (), place)


def _ties(folder: Folder) -> Iterator[Problem]:
    kinds = {entity.id: entity.kind for entity in (*folder.entities, *world().entities)}
    for pair in folder.never_same:
        if not pair.left or not pair.right or fold(pair.left) == fold(pair.right):
            place = folder.places[pair]
            message = f"{place}: a pair needs two names or ids that differ"
            yield Problem("pair-unreadable", message, (), place)
    for tenure in folder.tenures:
        place = folder.places[tenure]
        if tenure.entity_id == tenure.other:
            message = f"{place}: {tenure.entity_id} is tied to itself; correct one of the two"
            yield Problem("tie-to-itself", message, (), place)
        elif tenure.role == "part_of" and kinds.get(tenure.entity_id) is EntityKind.PERSON:
            message = f"{place}: {tenure.entity_id} is a person; write member_of"
            yield Problem("role-misplaced", message, (), place)
        elif tenure.role == "member_of" and kinds.get(tenure.entity_id) in POLITICAL_GROUPS:
            message = f"{place}: {tenure.entity_id} is no person; write part_of"
            yield Problem("role-misplaced", message, (), place)
    yield from _circles(folder)


def _circles(folder: Folder) -> Iterator[Problem]:
    """A party that is part of an alliance that is part of the party, on one day."""
    parts = [tenure for tenure in folder.tenures if tenure.role == "part_of"]
    ties = {(tenure.entity_id, tenure.other): tenure for tenure in parts}
    for (left, right), tenure in ties.items():
        back = ties.get((right, left))
        if back is not None and left < right and _overlap(tenure, back):
            place = folder.places[back]
            message = f"{place}: {right} and {left} are each part of the other; leave one out"
            yield Problem("parts-in-a-circle", message, (), place)


def _overlap(one: Alias | Tenure, other: Alias | Tenure) -> bool:
    return one.valid is None or other.valid is None or one.valid.overlaps(other.valid)


def _elections(folder: Folder) -> Iterator[Problem]:
    kinds = {entity.id: entity.kind for entity in folder.entities}
    for election in folder.elections:
        ids = [id_ for id_, _ in election.results]
        yield from _sums(
            folder, election.id, sum(n for _, n in election.results), election.chamber.seats
        )
        for id_, count in Counter(ids).items():
            place = folder.places[election.id, id_]
            if count > 1:
                message = f"{place}: {id_} stands {count} times in {election.id}; keep one row"
                yield Problem("list-repeated", message, (), place)
            if id_ in kinds and kinds[id_] not in _SEATED:
                message = f"{place}: {id_} is a {kinds[id_]}, which holds no seats; name its list"
                yield Problem("kind-holds-no-seats", message, (), place)
        if not election.provenance:
            place = folder.places[election.id]
            yield Problem("source-missing", f"{place} names no source", (), place)


def _sums(folder: Folder, id_: str, total: int, seats: int) -> Iterable[Problem]:
    left_open = folder.open_seats.get(id_, 0)
    if not total or total + left_open == seats:
        return
    said = f" and {left_open} are said to be open" if left_open else ""
    message = (
        f"the results of {id_} add up to {total} of {seats} seats{said}; add the lists that are "
        "missing, or say open_seats = N beside seats"
    )
    yield Problem("seats-do-not-add-up", message, (), f"elections, {id_}")
