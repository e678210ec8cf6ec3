"""Who is who in one parliament."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


class AliasMark(StrEnum):
    """How far an alias can be trusted."""

    DECIDES = ""
    """Wherever it stands, it means the entity."""
    ORDINARY = "ordinary"
    """An ordinary word too ("Change"): in running text only beside "movement", "list" …"""
    EXACT = "exact"
    """Only in this very case: "US", never "us"."""
    PROPOSES = "proposes"
    """Seen for the entity, maybe by mistake: offered for review, never decided."""
    DEMONYM = "demonym"
    """An adjective ("Iranian"): matched when asked for, not looked for in running text."""
    ASKED = "asked"
    """A word for whatever is at hand ("the parliament"): matched when asked for, likewise."""


@dataclass(frozen=True, slots=True)
class Alias:
    """One way of writing an entity's name, with the days it meant that entity.

    ``note`` says in words what a person should know who has to choose.
    """

    entity_id: str
    text: str
    language: str = "en"
    valid: Period | None = None
    provenance: str = ""
    mark: AliasMark = AliasMark.DECIDES
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReportedFigure:
    """Seats that somebody reported for a list and the final result does not bear out."""

    entity_id: str
    seats: int
    provenance: str = ""


@dataclass(frozen=True, slots=True)
class Election:
    """One election of a chamber. ``results`` are reference figures, never claims.

    ``figures`` are the differing ones that papers gave; nothing is computed from them.
    """

    id: str
    held_on: Period
    chamber: Chamber
    results: tuple[tuple[str, int], ...] = ()
    provenance: str = ""
    figures: tuple[ReportedFigure, ...] = ()


@dataclass(frozen=True, slots=True)
class Tenure:
    """A dated tie between two entities: ``role`` is leads, member_of, part_of or holds_office."""

    entity_id: str
    role: str
    other: str
    valid: Period | None = None
    provenance: str = ""


@dataclass(frozen=True, slots=True)
class Cabinet:
    """A cabinet that governed: ``parties`` are the ids of those in it, ``led_by`` the head's.

    ``valid`` runs from its first day to the day before the next one's, which may be open.
    """

    id: str
    name: str
    valid: Period | None = None
    parties: tuple[str, ...] = ()
    led_by: str | None = None
    is_caretaker: bool = False
    provenance: str = ""
