"""The world around every parliament: countries, their capitals and adjectives, world bodies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from kutla.register.entity import AliasMark
from kutla.register.folder import read_folder
from kutla.register.folding import fold
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kutla.register.entity import Alias, Entity

PARLIAMENTS = Path(__file__).parents[1] / "parliaments"
COMMON = "common"


@dataclass(frozen=True)
class World:
    """What every register knows, whatever its parliament."""

    entities: tuple[Entity, ...]
    aliases: tuple[Alias, ...]

    def country_called(self, name: str) -> Entity | None:
        """Give the country of that name, capital or adjective; None where it is no country."""
        entity_id = self._countries.get(fold(name))
        return next((each for each in self.entities if each.id == entity_id), None)

    def demonyms_of(self, entity_id: str) -> tuple[str, ...]:
        """Give the adjectives of a country: "Iranian", "Dutch"."""
        return tuple(
            alias.text
            for alias in self.aliases
            if alias.entity_id == entity_id and alias.mark is AliasMark.DEMONYM
        )

    def seen_from(self, own: Entity | None, taken: Iterable[Alias] = ()) -> tuple[Alias, ...]:
        """Give the aliases as a paper of the country ``own`` uses them.

        There the capital is a town and the people's name no government; and whatever the
        parliament's own table calls somebody (``taken``) means nobody else.
        """
        keys = {fold(alias.text) for alias in taken}
        return tuple(
            alias
            for alias in self.aliases
            if fold(alias.text) not in keys
            and (own is None or alias.entity_id != own.id or not _is_people(alias))
        )

    @cached_property
    def _countries(self) -> dict[str, str]:
        kinds = {entity.id: entity.kind for entity in self.entities}
        return {
            fold(alias.text): alias.entity_id
            for alias in self.aliases
            if kinds[alias.entity_id] is EntityKind.COUNTRY
        }


def _is_people(alias: Alias) -> bool:
    return alias.mark is AliasMark.DEMONYM or alias.note in {"capital", "people"}


@cache
def world() -> World:
    """Give the packaged table of countries and world bodies."""
    folder = read_folder(PARLIAMENTS / COMMON)
    return World(tuple(folder.entities), tuple(folder.aliases))


@cache
def country_names() -> Mapping[str, str]:
    """Map every name, capital and adjective of a country, as written, to the country's name.

    >>> country_names()["Tehran"], country_names()["Iranian"]
    ('Iran', 'Iran')
    """
    names = {
        entity.id: entity.name for entity in world().entities if entity.kind is EntityKind.COUNTRY
    }
    return MappingProxyType(
        {
            alias.text: names[alias.entity_id]
            for alias in world().aliases
            if alias.entity_id in names
        }
    )
