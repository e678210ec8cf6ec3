"""Look a parliament's folder over: what would make a register answer wrongly."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from kutla.register.countries import world
from kutla.register.entity import AliasMark
from kutla.register.folder import Folder, read_folder
from kutla.register.folding import fold
from kutla.register.separation import Separation
from kutla.vocabulary import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.register.entity import Alias

_KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check_parliament(path: Path | str) -> tuple[Problem, ...]:
    """Give what is wrong in a parliament's folder, each with its file and line; empty if nothing.

    One that cannot be read, or rows that point nowhere, keep a folder from being loaded.
    """
    folder = read_folder(Path(path))
    return (*folder.problems, *structural_problems(folder), *_doubtful(folder))


def structural_problems(folder: Folder) -> tuple[Problem, ...]:
    """Give the problems between rows that keep a folder from being loaded."""
    return (*_repeated_ids(folder), *_dangling(folder))


def _repeated_ids(folder: Folder) -> Iterator[Problem]:
    for id_, count in Counter(entity.id for entity in folder.entities).items():
        if count > 1:
            yield Problem(
                "id-repeated",
                f"{count} entities have the id {id_}; give each its own",
                (),
                "entities.csv",
            )


def _dangling(folder: Folder) -> Iterator[Problem]:
    known = {entity.id for entity in (*folder.entities, *world().entities)}
    for alias in folder.aliases:
        if alias.entity_id not in known:
            place = folder.places[alias]
            yield Problem(
                "entity-unknown",
                f"{place}: no entity {alias.entity_id!r}; add it to entities.csv",
                (),
                place,
            )
    for tenure in folder.tenures:
        place = folder.places[tenure]
        ends = [tenure.entity_id]
        if tenure.role != "holds_office":
            ends.append(tenure.other)
        for id_ in ends:
            if id_ not in known:
                yield Problem(
                    "entity-unknown",
                    f"{place}: no entity {id_!r}; add it to entities.csv",
                    (),
                    place,
                )
    for election in folder.elections:
        for id_, _ in election.results:
            if id_ not in known:
                place = f"elections, {election.id}"
                yield Problem(
                    "entity-unknown",
                    f"{place}: no entity {id_!r}; add it to entities.csv",
                    (),
                    place,
                )


def _doubtful(folder: Folder) -> Iterator[Problem]:
    yield from _shared_aliases(folder)
    yield from _sums(folder)
    for entity in folder.entities:
        if not _KEBAB.fullmatch(entity.id):
            yield Problem(
                "id-not-kebab-case",
                f"the id {entity.id!r} is not lower-case words with hyphens",
                (),
                folder.places[entity],
            )


def _shared_aliases(folder: Folder) -> Iterator[Problem]:
    """Names of several entities at once are legal, but a pair that is never the same may not."""
    by_key: dict[str, list[Alias]] = defaultdict(list)
    for alias in folder.aliases:
        if alias.mark is not AliasMark.PROPOSES:
            by_key[fold(alias.text)].append(alias)
    separation = Separation(folder.never_same)
    for aliases in by_key.values():
        ids = sorted({alias.entity_id for alias in aliases})
        for left, right in ((a, b) for a in ids for b in ids if a < b):
            if separation.divides(left, right):
                text = aliases[0].text
                yield Problem(
                    "never-same-shared",
                    f"{text!r} is a name of both {left} and {right}, which never_same.csv keeps "
                    "apart; mark one as proposes",
                    (),
                    "aliases.csv",
                )


def _sums(folder: Folder) -> Iterator[Problem]:
    for election in folder.elections:
        total = sum(seats for _, seats in election.results)
        if election.results and total != election.chamber.seats:
            message = (
                f"the results of {election.id} add up to {total} of {election.chamber.seats} seats"
            )
            yield Problem("seats-do-not-add-up", message, (), f"elections, {election.id}")
        for id_, count in Counter(id_ for id_, _ in election.results).items():
            if count > 1:
                yield Problem(
                    "list-repeated",
                    f"{id_} stands {count} times in {election.id}",
                    (),
                    f"elections, {election.id}",
                )
