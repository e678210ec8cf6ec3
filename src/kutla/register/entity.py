"""Who is who in one parliament."""

from __future__ import annotations

from dataclasses import dataclass

from kutla.vocabulary import Chamber, EntityKind, Period


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, list, party, faction, ministry, country … known to a register.

    ``id`` is stable and kebab-case (``iq-fatah``); ``valid`` is when it existed under that
    name, None where unbounded; ``wikidata`` only where sure.
    """

    id: str
    kind: EntityKind
    name: str
    valid: Period | None = None
    country: str = ""
    wikidata: str | None = None
    provenance: str = ""


@dataclass(frozen=True, slots=True)
class Alias:
    """One way of writing an entity's name, with the days it meant that entity."""

    entity_id: str
    text: str
    language: str = "en"
    valid: Period | None = None
    provenance: str = ""


@dataclass(frozen=True, slots=True)
class Election:
    """One election of a chamber. ``results`` are reference figures, never claims."""

    id: str
    held_on: Period
    chamber: Chamber
    results: tuple[tuple[str, int], ...] = ()
    provenance: str = ""


@dataclass(frozen=True, slots=True)
class Tenure:
    """A dated tie between two entities: ``role`` is leads, member_of, part_of or holds_office."""

    entity_id: str
    role: str
    other: str
    valid: Period | None = None
    provenance: str = ""
