"""Blocs, pacts and talks of a state, weighed by the seats of those who are in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kutla.claims.claim import Modality, Polarity
from kutla.coalitions.game import Game, Group, by_seats
from kutla.coalitions.questions import lacks
from kutla.state.state import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kutla.coalitions.seating import Seating
    from kutla.state.state import Bloc, Fact, State

_GONE = (Standing.SUPERSEDED, Standing.RETRACTED, Standing.DENIED)


class Bond(StrEnum):
    """How far it has come."""

    FORMED = "formed"
    PLANNED = "planned"
    TALKS = "talks"


@dataclass(frozen=True, slots=True)
class Alliance:
    """Groups that sit together, mean to, or talk: what they hold and what they lack.

    ``label`` is the bloc's name, or the names of the groups; ``may_join`` are those of whom it is
    only planned or possible; ``broken`` says, in words, which of its own members refuse each other.
    """

    label: str
    bond: Bond
    members: tuple[Group, ...]
    may_join: tuple[Group, ...]
    seats: int
    lacks: int
    broken: tuple[str, ...]
    facts: tuple[Fact, ...]


def find_alliances(state: State, seating: Seating, game: Game) -> tuple[Alliance, ...]:
    """Weigh every bloc of the state, and every pact or talks between two groups with seats."""
    blocs = [_of_bloc(bloc, seating, game) for bloc in state.blocs]
    named = {bloc.referent.key for bloc in state.blocs} - seating.rows.keys()
    found = [*(each for each in blocs if each is not None), *_pairs(state, seating, game, named)]
    order = list(Bond)
    return tuple(sorted(found, key=lambda each: (order.index(each.bond), -each.seats, each.label)))


def _of_bloc(bloc: Bloc, seating: Seating, game: Game) -> Alliance | None:
    sure = [fact for fact in (*bloc.formed, *bloc.members) if _is_actual(fact)]
    unsure = [fact for fact in (*bloc.formed, *bloc.members, *bloc.may_join) if fact not in sure]
    left = _holders(seating, bloc, bloc.left)
    members = _holders(seating, bloc, sure) - left
    may_join = _holders(seating, bloc, unsure) - members
    bond = Bond.FORMED if any(map(_is_actual, bloc.formed)) else Bond.PLANNED
    if bloc.referent.key in seating.rows or not members | may_join:
        return None
    if bond is Bond.PLANNED and len(members | may_join) < 2:
        return None
    facts = (*bloc.formed, *bloc.members, *bloc.may_join)
    return _weigh(game, bloc.referent.name, bond, (members, may_join), facts)


def _pairs(state: State, seating: Seating, game: Game, named: set[str]) -> list[Alliance]:
    """Weigh pacts and talks between two groups; the firmest tie of a pair counts."""
    pairs: dict[frozenset[str], tuple[Bond, list[Fact]]] = {}
    for fact in state.of_kind("forms_bloc", "joins_bloc", "negotiates_with"):
        if fact.object is None or fact.object.key in named or fact.standing in _GONE:
            continue
        holders = {seating.holder(fact.subject), seating.holder(fact.object)}
        pair = frozenset(each for each in holders if each is not None)
        if len(pair) != 2 or fact.polarity is not Polarity.AFFIRMED:
            continue
        bond = Bond.TALKS
        if fact.kind != "negotiates_with":
            bond = Bond.FORMED if _is_actual(fact) else Bond.PLANNED
        known, facts = pairs.get(pair, (bond, []))
        order = list(Bond)
        pairs[pair] = (min(known, bond, key=order.index), [*facts, fact])
    return [
        _weigh(
            game,
            " and ".join(group.label for group in by_seats(map(game.group, pair))),
            bond,
            (set(pair), set()),
            tuple(facts),
        )
        for pair, (bond, facts) in pairs.items()
    ]


def _weigh(
    game: Game, label: str, bond: Bond, sides: tuple[set[str], set[str]], facts: tuple[Fact, ...]
) -> Alliance:
    members, may_join = sides
    free = Game(game.groups, game.quota, game.incompatible)
    return Alliance(
        label,
        bond,
        by_seats(map(game.group, members)),
        by_seats(map(game.group, may_join)),
        game.seats(members),
        lacks(game, members),
        free.broken_rules(members),
        facts,
    )


def _holders(seating: Seating, bloc: Bloc, facts: Iterable[Fact]) -> set[str]:
    keys = {
        seating.holder(referent)
        for fact in facts
        for referent in (fact.subject, fact.object)
        if referent is not None and referent.key != bloc.referent.key
    }
    return {key for key in keys if key is not None}


def _is_actual(fact: Fact) -> bool:
    stands = fact.standing not in _GONE and fact.polarity is Polarity.AFFIRMED
    return stands and fact.modality is Modality.ACTUAL
