"""Who can be the subject or object of a claim."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EntityKind(StrEnum):
    """What sort of actor an entity is."""

    PERSON = "person"
    PARTY_LIST = "party-list"
    PARTY = "party"
    ELECTORAL_ALLIANCE = "electoral-alliance"
    PARLIAMENTARY_GROUP = "parliamentary-group"
    ARMED_FACTION = "armed-faction"
    UMBRELLA = "umbrella"
    MINISTRY = "ministry"
    INSTITUTION = "institution"
    COUNTRY = "country"
    CLERICAL_AUTHORITY = "clerical-authority"
    OFFICE = "office"
    ELECTION = "election"
    OUTLET = "outlet"
    GROUP = "group"
    """People without a name of their own: "MPs", "protesters", "40 members"."""
    PLACE = "place"


POLITICAL_GROUPS = frozenset(
    {
        EntityKind.PARTY_LIST,
        EntityKind.PARTY,
        EntityKind.ELECTORAL_ALLIANCE,
        EntityKind.PARLIAMENTARY_GROUP,
    }
)
"""Kinds that can hold seats."""


@dataclass(frozen=True, slots=True, order=True)
class Referent:
    """Whom a claim is about: the name as the document gives it and, if known, the entity.

    ``entity_id`` is None for a name that was not matched; it is kept as it stands.
    """

    name: str
    entity_id: str | None = None
    kind: EntityKind | None = None

    @property
    def key(self) -> str:
        """What two referents share when they are the same: the id, else the folded name."""
        return self.entity_id or "?" + " ".join(self.name.casefold().split())

    @property
    def is_resolved(self) -> bool:
        """Whether the register knows this referent."""
        return self.entity_id is not None
