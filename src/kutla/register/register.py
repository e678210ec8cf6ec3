"""Who is who in one parliament, with the indexes that make asking cheap."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from kutla.errors import UnknownEntityError
from kutla.register.concepts import is_plain_word
from kutla.register.countries import world
from kutla.register.entity import Alias, AliasMark, Cabinet, Election, Entity, Tenure
from kutla.register.folding import fold, folded_words
from kutla.register.matching import WITHOUT_HEADS, Clues, Match, no_name, settle
from kutla.register.proposals import Proposer
from kutla.register.separation import NeverSame, Separation
from kutla.register.spotting import Spotter, Spotting
from kutla.register.wording import (
    WEAK_WORDS,
    after_title,
    core_of,
    office_key,
    office_of,
    owner_and_rest,
    strip_titles,
)
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from kutla.vocabulary import Chamber


_MOST_REMEMBERED = 200_000
_SHORT_CONTEXT = 80
"""Characters of context up to which an answer is remembered; longer ones rarely come again."""


@dataclass(frozen=True, eq=False)
class Register:
    """A parliament's entities and every name they go by. Built by ``load_parliament``."""

    name: str
    country: str
    chamber: Chamber
    entities: tuple[Entity, ...] = field(default=(), repr=False)
    aliases: tuple[Alias, ...] = field(default=(), repr=False)
    elections: tuple[Election, ...] = field(default=(), repr=False)
    tenures: tuple[Tenure, ...] = field(default=(), repr=False)
    never_same: tuple[NeverSame, ...] = field(default=(), repr=False)
    demonyms: tuple[str, ...] = ()
    """What this country's own people and things are called: taken off before a name."""
    cabinets: tuple[Cabinet, ...] = field(default=(), repr=False)
    redirects: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """Ids merged into others by judgement, with the ids they lead to, for ever."""

    @classmethod
    def empty(cls, name: str, chamber: Chamber) -> Register:
        """Give the register of a parliament nobody described: it knows the world's countries."""
        own = world().country_called(name)
        return cls(
            name,
            own.name if own else name,
            chamber,
            world().entities,
            world().seen_from(own),
            demonyms=world().demonyms_of(own.id) if own else (),
        )

    def amended(
        self,
        *,
        entities: Iterable[Entity] = (),
        aliases: Iterable[Alias] = (),
        never_same: Iterable[NeverSame] = (),
    ) -> Register:
        """Give this register with more in it: what analysts decided, without touching a file."""
        return replace(
            self,
            entities=(*self.entities, *entities),
            aliases=(*self.aliases, *aliases),
            never_same=(*self.never_same, *never_same),
        )

    def entity(self, entity_id: str) -> Entity:
        """Give the entity of that id; raises UnknownEntityError."""
        found = self.find_entity(entity_id)
        if found is None:
            raise UnknownEntityError(
                f"no entity {entity_id!r} in the register of {self.name}; "
                "add it to entities.csv or correct the id"
            )
        return found

    def find_entity(self, entity_id: str) -> Entity | None:
        """Give the entity of that id, or of the one it was merged into; None where there is none."""
        return self._by_id.get(self._led_to.get(entity_id, entity_id))

    def find_by_wikidata(self, wikidata: str) -> Entity | None:
        """Give the entity of a Wikidata id, None where none is recorded."""
        return self._by_wikidata.get(wikidata)

    def match(
        self,
        name: str,
        *,
        on: date | None = None,
        kind: EntityKind | None = None,
        context: str = "",
    ) -> Match:
        """Say which entity a name stands for, or what keeps the question open.

        ``on`` is the day the text speaks of, ``kind`` what the words around say it is,
        ``context`` the text around it. The name may carry titles and an abbreviation in brackets.
        """
        key = (name, on, kind, context)
        held = self._known.get(key)
        if held is None:
            held = self._match(name, Clues(on, kind, context))
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            if len(context) <= _SHORT_CONTEXT:
                self._known[key] = held
        return held

    def _match(self, name: str, clues: Clues) -> Match:
        hits, office = self._found(name)
        if self._is_ordinary(name, hits):
            return no_name(self, name, hits)
        if hits:
            return settle(self, name, hits, replace(clues, office=office))
        found = self._in_a_phrase(name, clues)
        if found is None:
            _, titles = strip_titles(name, self._demonym_words)
            found = self._proposer.propose(name, replace(clues, office=office_of(titles)))
        return found

    def find_named(self, name: str, *, kind: EntityKind | None = None) -> Entity | None:
        """Give the one entity that a curated alias names, None where none does or several do.

        Nothing is proposed: what is not written like an alias is nobody.
        """
        hits, office = self._found(name)
        if not hits or self._is_ordinary(name, hits):
            return None
        found = settle(self, name, hits, Clues(None, kind, "", office=office)).entity_id
        return None if found is None else self.find_entity(found)

    @staticmethod
    def _is_ordinary(name: str, hits: tuple[Alias, ...]) -> bool:
        """Whether a word in small letters is no name here: "reform" beside the bloc "Reform"."""
        if name != name.lower() or name == name.upper():
            return False
        marked = bool(hits) and all(
            each.mark is AliasMark.ORDINARY and fold(each.text) == fold(name) for each in hits
        )
        return marked or is_plain_word(name)

    def _found(self, name: str) -> tuple[tuple[Alias, ...], str | None]:
        """Give the aliases written like a name under its strictest key that has any."""
        held = self._looked_up.get(name)
        if held is None:
            held = ((), None)
            for written, titles in self._writings(name):
                hits = self._hits(written, name)
                if hits:
                    held = (hits, office_of(titles))
                    break
            if len(self._looked_up) >= _MOST_REMEMBERED:
                self._looked_up.clear()
            self._looked_up[name] = held
        return held

    def spot(self, text: str, *, on: date | None = None) -> tuple[Spotting, ...]:
        """Find every curated alias in a text, the longest at each place, in order.

        With a day, names that meant an entity only at other times are left out.
        """
        return self._spotter.spot(text, on)

    def election_on_or_before(self, day: date) -> Election | None:
        """Give the last election that began by ``day``, None where none is recorded."""
        held = [each for each in self.elections if each.held_on.first_on <= day]
        return max(held, key=lambda each: each.held_on.first_on, default=None)

    def holders(self, office: str, on: date) -> tuple[Entity, ...]:
        """Give who held an office on a day: one, none, or several where it is shared."""
        asked = office_key(office.removesuffix(f" of {self.country}"))
        return tuple(
            self.entity(tenure.entity_id)
            for tenure in self.tenures
            if tenure.role == "holds_office"
            and office_key(tenure.other) == asked
            and (tenure.valid is None or on in tenure.valid)
        )

    def tenures_of(self, entity_id: str) -> tuple[Tenure, ...]:
        """Give the dated ties of an entity to others."""
        return self._tenures_by_entity.get(entity_id, ())

    def ties_to(self, entity_id: str) -> tuple[Tenure, ...]:
        """Give the dated ties of others to an entity: who leads it, who is part of it."""
        return self._tenures_by_other.get(entity_id, ())

    @cached_property
    def own_entities(self) -> tuple[Entity, ...]:
        """The entities of the parliament's own, without the world's countries and bodies."""
        outside = frozenset(entity.id for entity in world().entities)
        return tuple(entity for entity in self.entities if entity.id not in outside)

    def aliases_of(self, entity_id: str) -> tuple[Alias, ...]:
        """Give every recorded way of writing an entity's name."""
        return self._aliases_by_entity.get(entity_id, ())

    def are_never_same(self, left: str, right: str) -> bool:
        """Whether two names or ids are recorded as never to be merged."""
        return self._separation.divides(left, right)

    def words_about(self, entity_id: str) -> frozenset[str]:
        """Give the folded words of an entity's names and of those it is tied to."""
        about = self._names(entity_id)
        for tenure in self.tenures_of(entity_id):
            about |= frozenset(folded_words(tenure.other)) | self._names(tenure.other)
        for tenure in self._tenures_by_other.get(entity_id, ()):
            about |= self._names(tenure.entity_id)
        return about - WEAK_WORDS

    def _names(self, entity_id: str) -> frozenset[str]:
        return frozenset(w for a in self.aliases_of(entity_id) for w in folded_words(a.text))

    def _writings(self, name: str) -> Iterable[tuple[str, tuple[str, ...]]]:
        """Give the keys a name may be recorded under, strictest first, with the titles left out."""
        plain = _without_brackets(name)
        bare, titles = strip_titles(plain, self._demonym_words)
        yield fold(name), ()
        yield fold(plain), ()
        if titles:
            yield bare, titles
        for text in (plain, bare):
            core = core_of(text, self._weak)
            if core is not None:
                yield f"{core} *", titles

    def _in_a_phrase(self, name: str, clues: Clues) -> Match | None:
        """Read "PUK leader X" as X, and "X's list Y" as Y where X is known and of this country."""
        titled = after_title(name)
        if titled is not None:
            hits = self._hits(titled[0], name)
            people = [a for a in hits if self.entity(a.entity_id).kind is EntityKind.PERSON]
            if people:
                return settle(self, name, people, replace(clues, office=office_of(titled[1])))
        owned = owner_and_rest(name)
        if owned is None:
            return None
        owner = self.match(owned[0], on=clues.on)
        if owner.entity_id is None:
            return None
        by = self.entity(owner.entity_id)
        is_home = fold(by.name) == fold(self.country)
        if by.kind is EntityKind.COUNTRY and not is_home:
            return None
        theirs = [
            alias
            for alias in self._hits(fold(owned[1]), owned[1])
            if is_home or alias.mark is not AliasMark.ASKED
        ]
        return settle(self, name, theirs, clues) if theirs else None

    def _hits(self, key: str, name: str) -> tuple[Alias, ...]:
        return tuple(
            alias
            for alias in self._by_key.get(key, ())
            if alias.mark is not AliasMark.EXACT or alias.text in name
        )

    @cached_property
    def _known(self) -> dict[tuple[str, date | None, EntityKind | None, str], Match]:
        """What was asked before: one name stands in thousands of articles."""
        return {}

    @cached_property
    def _looked_up(self) -> dict[str, tuple[tuple[Alias, ...], str | None]]:
        return {}

    @cached_property
    def _by_id(self) -> Mapping[str, Entity]:
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def _by_key(self) -> Mapping[str, tuple[Alias, ...]]:
        """Index aliases by key; "core *" is the key of a group's name with another head."""
        index: dict[str, list[Alias]] = defaultdict(list)
        for alias in self.aliases:
            key = fold(alias.text)
            index[key].append(alias)
            entity = self.find_entity(alias.entity_id)
            if entity is None or entity.kind in WITHOUT_HEADS:
                continue
            core = core_of(alias.text, self._weak)
            index[f"{core or key} *"].append(alias)
        for key in [key for key in index if key.endswith(" *")]:
            index[key] = _one_each(index[key])
        return {key: tuple(found) for key, found in index.items()}

    @cached_property
    def _led_to(self) -> Mapping[str, str]:
        return dict(self.redirects)

    @cached_property
    def _by_wikidata(self) -> Mapping[str, Entity]:
        return {entity.wikidata: entity for entity in self.entities if entity.wikidata}

    @cached_property
    def _aliases_by_entity(self) -> Mapping[str, tuple[Alias, ...]]:
        index: dict[str, list[Alias]] = defaultdict(list)
        for alias in self.aliases:
            index[alias.entity_id].append(alias)
        return {id_: tuple(found) for id_, found in index.items()}

    @cached_property
    def _tenures_by_entity(self) -> Mapping[str, tuple[Tenure, ...]]:
        index: dict[str, list[Tenure]] = defaultdict(list)
        for tenure in self.tenures:
            index[tenure.entity_id].append(tenure)
        return {id_: tuple(found) for id_, found in index.items()}

    @cached_property
    def _tenures_by_other(self) -> Mapping[str, tuple[Tenure, ...]]:
        index: dict[str, list[Tenure]] = defaultdict(list)
        for tenure in self.tenures:
            index[tenure.other].append(tenure)
        return {id_: tuple(found) for id_, found in index.items()}

    @cached_property
    def _demonym_words(self) -> frozenset[str]:
        return frozenset(word for demonym in self.demonyms for word in folded_words(demonym))

    @cached_property
    def _weak(self) -> frozenset[str]:
        """Words that name no group of this parliament by themselves: its own country's."""
        own = {self.name, self.country, *self.demonyms}
        return frozenset(word for name in own for word in folded_words(name))

    @cached_property
    def _separation(self) -> Separation:
        return Separation(self.never_same)

    @cached_property
    def _proposer(self) -> Proposer:
        return Proposer(self, self._separation)

    @cached_property
    def _spotter(self) -> Spotter:
        return Spotter(self)


def _one_each(aliases: list[Alias]) -> list[Alias]:
    """Keep one undated alias an entity: under another head, dates of one wording prove nothing."""
    kept: dict[str, Alias] = {}
    for alias in aliases:
        if alias.mark is AliasMark.PROPOSES:
            continue
        held = kept.get(alias.entity_id)
        if held is None or (held.valid is not None and alias.valid is None):
            kept[alias.entity_id] = alias
    return list(kept.values())


def _without_brackets(name: str) -> str:
    """Leave out what stands in brackets: "Fatih (Conquest) Coalition" → "Fatih Coalition"."""
    outside, depth = [], 0
    for sign in name:
        depth += sign in "(["
        if depth == 0:
            outside.append(sign)
        depth -= sign in ")]" and depth > 0
    return "".join(outside).strip() or name
