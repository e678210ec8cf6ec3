"""Blocs and alliances: who formed them, who is in, who may join, who refused, who left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.claims import Modality, Polarity
from kutla.state.state import Bloc, Fact
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from kutla.vocabulary import Referent


def blocs_of(facts: tuple[Fact, ...], sizes: dict[str, Fact]) -> tuple[Bloc, ...]:
    """Put what is said of each bloc together, in the order of its first mention."""
    blocs: dict[str, Referent] = {}
    for fact in facts:
        target = fact.object
        if target is None or target.kind in {EntityKind.PERSON, EntityKind.COUNTRY}:
            continue
        is_target = fact.kind in {"part_of", "joins_bloc", "refuses_bloc", "leaves_bloc"}
        if is_target or (fact.kind == "forms_bloc" and not _is_partner(target)):
            blocs.setdefault(target.key, target)
    about: dict[str, list[Fact]] = {key: [] for key in blocs}
    for fact in facts:
        if fact.object is not None and fact.object.key in about:
            about[fact.object.key].append(fact)
    return tuple(_bloc(referent, about[key], sizes.get(key)) for key, referent in blocs.items())


def _is_partner(target: Referent) -> bool:
    """Whether "X formed an alliance with Y" names Y and not the alliance: Y is a known party."""
    return target.is_resolved and target.kind in _PARTNERS


_PARTNERS = frozenset(
    {EntityKind.PARTY, EntityKind.PARTY_LIST, EntityKind.ARMED_FACTION, EntityKind.UMBRELLA}
)


def _bloc(referent: Referent, own: list[Fact], size: Fact | None) -> Bloc:
    joins = [fact for fact in own if fact.kind in {"joins_bloc", "refuses_bloc", "leaves_bloc"}]
    firm = [
        f
        for f in joins
        if f.polarity is Polarity.AFFIRMED and f.modality is Modality.ACTUAL and not f.is_contested
    ]
    no = [f for f in joins if f.polarity is not Polarity.AFFIRMED and not f.is_contested]
    left = [f for f in no if any(item.claim.kind == "leaves_bloc" for item in f.support)]
    return Bloc(
        referent=referent,
        formed=tuple(f for f in own if f.kind == "forms_bloc"),
        members=(*(f for f in own if f.kind == "part_of"), *firm),
        may_join=tuple(f for f in joins if f not in firm and f not in no),
        refused=tuple(f for f in no if f not in left),
        left=tuple(left),
        size=size,
    )
