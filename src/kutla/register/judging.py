"""What analysts decided about names, applied to a register: a value in, a value out.

The decisions themselves are kept, appended and undoable, in the ledger; see ``kutla.ledger``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from kutla.register.entity import Alias, AliasMark, Entity
from kutla.register.folding import fold
from kutla.register.likeness import is_group_like
from kutla.register.separation import NeverSame
from kutla.vocabulary import EntityKind, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from kutla.register.register import Register

SAME, DIFFERENT, UNSURE = "same", "different", "unsure"


class Judged(Protocol):
    """A judgement as the ledger gives it: ``verdict`` is same, different, unsure or of a claim."""

    @property
    def number(self) -> int:
        """Its number in the ledger: later ones are higher."""
        ...

    @property
    def verdict(self) -> str:
        """same, different, unsure; any other is none of the register's."""
        ...

    @property
    def about(self) -> str:
        """A name or an id."""
        ...

    @property
    def other(self) -> str | None:
        """The name or id it is compared with."""
        ...

    @property
    def reason(self) -> str:
        """Why, in words."""
        ...

    @property
    def judged_by(self) -> str:
        """Who says so."""
        ...

    @property
    def recorded_at(self) -> datetime:
        """Since when the ledger holds it."""
        ...


@dataclass(frozen=True)
class Identity:
    """Which names and ids are one, after all judgements; every id ever merged leads on.

    ``clusters`` each begin with the canonical one. ``problems`` are judgements that contradict
    later ones; the later stand.
    """

    register: Register
    clusters: tuple[tuple[str, ...], ...]
    apart: tuple[tuple[str, str, Judged], ...]
    unsure: tuple[tuple[str, str, Judged], ...]
    problems: tuple[Problem, ...] = ()

    def canonical(self, name_or_id: str) -> str:
        """Give what a name or id leads to; itself where nobody judged it."""
        node = _node(self.register, name_or_id)
        found = next((cluster for cluster in self.clusters if node in cluster), (name_or_id,))
        return found[0]

    @property
    def redirects(self) -> tuple[tuple[str, str], ...]:
        """Every merged name or id with the entity's id it leads to."""
        return tuple(
            (each, cluster[0])
            for cluster in self.clusters
            if self.register.find_entity(cluster[0]) is not None
            for each in cluster[1:]
        )


def identity_of(judgements: Iterable[Judged], register: Register) -> Identity:
    """Join what is judged the same, newest first, so that a later decision beats an earlier one.

    Of a cluster the entity that stands first in the register is canonical, else the first name.
    """
    groups: dict[str, set[str]] = {}
    apart: list[tuple[str, str, Judged]] = []
    unsure: list[tuple[str, str, Judged]] = []
    problems: list[Problem] = []
    settled: set[frozenset[str]] = set()
    for each in sorted(judgements, key=lambda one: -one.number):
        if each.verdict not in {SAME, DIFFERENT, UNSURE} or each.other is None:
            continue
        a, b = _node(register, each.about), _node(register, each.other)
        if frozenset({a, b}) in settled or a == b:
            continue
        settled.add(frozenset({a, b}))
        left, right = groups.setdefault(a, {a}), groups.setdefault(b, {b})
        if each.verdict == UNSURE:
            unsure.append((a, b, each))
        elif each.verdict == DIFFERENT:
            if left is right:
                problems.append(_contradicts(each, "what later ones join"))
            else:
                apart.append((a, b, each))
        elif any({x, y} <= left | right for x, y, _ in apart):
            problems.append(_contradicts(each, "what later ones keep apart"))
        else:
            left |= right
            groups.update(dict.fromkeys(left, left))
    order = {entity.id: at for at, entity in enumerate(register.entities)}
    clusters = {
        tuple(sorted(group, key=lambda node: (order.get(node, len(order)), node)))
        for group in groups.values()
        if len(group) > 1
    }
    return Identity(register, tuple(sorted(clusters)), tuple(apart), tuple(unsure), tuple(problems))


def judged(register: Register, judgements: Iterable[Judged]) -> Register:
    """Give the register as analysts amended it; the files are untouched.

    A name judged the same as an entity becomes a name of it and of nobody else; two entities
    judged the same become the first, and the other's id leads to it; names judged the same as
    each other become an entity of their own (``judged-…``). A name judged different is no name of
    that entity; one judged unsure is only offered for it.
    """
    identity = identity_of(judgements, register)
    if not (identity.clusters or identity.apart or identity.unsure):
        return register
    register, identity = _with_new_entities(register, identity)
    redirects = dict(identity.redirects)
    aliases = _renamed(register, identity, redirects)
    return replace(
        register,
        aliases=aliases,
        tenures=tuple(
            replace(
                each,
                entity_id=redirects.get(each.entity_id, each.entity_id),
                other=redirects.get(each.other, each.other),
            )
            for each in register.tenures
        ),
        elections=tuple(
            replace(
                each, results=tuple((redirects.get(id_, id_), seats) for id_, seats in each.results)
            )
            for each in register.elections
        ),
        never_same=(*register.never_same, *_separations(register, identity)),
        redirects=(
            *register.redirects,
            *((id_, to) for id_, to in redirects.items() if register.find_entity(id_)),
        ),
    )


def _node(register: Register, name_or_id: str) -> str:
    entity = register.find_entity(name_or_id) or register.find_by_wikidata(name_or_id)
    return entity.id if entity is not None else " ".join(name_or_id.split())


def _contradicts(judgement: Judged, what: str) -> Problem:
    message = (
        f"judgement {judgement.number} ({judgement.about} and {judgement.other} are "
        f"{judgement.verdict}, says {judgement.judged_by}) contradicts {what}; undo the wrong one"
    )
    return Problem("judgements-contradict", message, (), f"judgement {judgement.number}")


def _with_new_entities(register: Register, identity: Identity) -> tuple[Register, Identity]:
    """Make an entity of every cluster that has none, so that its names lead somewhere."""
    entities, clusters = [], []
    for cluster in identity.clusters:
        first = cluster[0]
        if register.find_entity(first) is not None:
            clusters.append(cluster)
            continue
        kind = EntityKind.PARTY_LIST if is_group_like(first) else EntityKind.PERSON
        entity = Entity("judged-" + fold(first).replace(" ", "-"), kind, first, provenance="judged")
        entities.append(entity)
        clusters.append((entity.id, *cluster))
    richer = register.amended(entities=entities)
    return richer, replace(identity, register=richer, clusters=tuple(clusters))


def _renamed(
    register: Register, identity: Identity, redirects: dict[str, str]
) -> tuple[Alias, ...]:
    names = {fold(name): to for name, to in redirects.items() if not register.find_entity(name)}
    struck = {(fold(x), y) for a, b, _ in identity.apart for x, y in ((a, b), (b, a))}
    doubted = {(fold(x), y): j for a, b, j in identity.unsure for x, y in ((a, b), (b, a))}
    kept = []
    for alias in register.aliases:
        to = redirects.get(alias.entity_id, alias.entity_id)
        key = fold(alias.text)
        if names.get(key, to) != to or (key, to) in struck:
            continue
        if (key, to) in doubted:
            note = f"{doubted[key, to].judged_by} is unsure"
            kept.append(replace(alias, entity_id=to, mark=AliasMark.PROPOSES, note=note))
        else:
            kept.append(replace(alias, entity_id=to) if to != alias.entity_id else alias)
    added = [
        Alias(to, name, "", provenance="judged the same")
        for name, to in redirects.items()
        if not register.find_entity(name)
    ]
    offered = [
        Alias(y, x, "", mark=AliasMark.PROPOSES, note=f"{j.judged_by} is unsure")
        for a, b, j in identity.unsure
        for x, y in ((a, b), (b, a))
        if register.find_entity(y) is not None and register.find_entity(x) is None
    ]
    return (*kept, *added, *offered)


def _separations(register: Register, identity: Identity) -> Sequence[NeverSame]:
    found = []
    for a, b, judgement in identity.apart:
        why = judgement.reason or f"judged by {judgement.judged_by}"
        found.append(NeverSame(a, b, why, "judged"))
        found += [
            NeverSame(x, y, why, "judged")
            for x in _names(register, a)
            for y in _names(register, b)
            if (x, y) != (a, b) and fold(x) != fold(y)
        ]
    return found


def _names(register: Register, node: str) -> tuple[str, ...]:
    entity = register.find_entity(node)
    if entity is None:
        return (node,)
    return tuple(dict.fromkeys((entity.name, *(a.text for a in register.aliases_of(node)))))
