"""Games made from games: lists that split, members on their own, ranges, conditions on who leads."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from kutla.coalitions.game import Game, Group
from kutla.errors import CoalitionError

if TYPE_CHECKING:
    from collections.abc import Mapping


def split(
    game: Game, group_id: str, seats: int, *, label: str = "", same_rules: bool = False
) -> Game:
    """Let so many seats of a list go their own way: a bloc takes 9 of its 21 members.

    The rest keeps the list's id and rules. The part is a group of its own, ``<id>/part``, bound
    by no rule unless ``same_rules`` gives it those of the list. Raises CoalitionError where the
    list has no such number of seats to give.
    """
    whole = game.group(group_id)
    if not 0 < seats < whole.seats:
        raise CoalitionError(
            f"{whole.label} holds {whole.seats} seats, so {seats} of them cannot split off; "
            f"give a number from 1 to {whole.seats - 1}."
        )
    part = Group(_free_id(game, f"{group_id}/part"), label or f"{whole.label} (part)", seats)
    rest = replace(whole, seats=whole.seats - seats)
    return _put(game, whole, (rest, part), same_rules=same_rules)


def individuals(game: Game, group_id: str, number: int | None = None) -> Game:
    """Let members of a list decide one by one, ``number`` of them or all; no rule binds them.

    Raises CoalitionError where the list has fewer members.
    """
    whole = game.group(group_id)
    leaving = whole.seats if number is None else number
    if not 0 < leaving <= whole.seats:
        raise CoalitionError(
            f"{whole.label} holds {whole.seats} seats, so {leaving} members cannot decide by "
            "themselves."
        )
    alone = tuple(
        Group(f"{group_id}/{index}", f"{whole.label}, member {index}", 1)
        for index in range(1, leaving + 1)
    )
    rest = replace(whole, seats=whole.seats - leaving)
    return _put(game, whole, (rest, *alone), same_rules=False)


def _put(game: Game, whole: Group, parts: tuple[Group, ...], *, same_rules: bool) -> Game:
    groups: list[Group] = []
    for group in game.groups:
        groups += parts if group.id == whole.id else (group,)
    refusals = set(game.incompatible)
    if same_rules:
        for refusal in game.incompatible:
            if whole.id in refusal:
                refusals |= {refusal - {whole.id} | {part.id} for part in parts[1:]}
    return replace(game, groups=tuple(groups), incompatible=frozenset(refusals))


def _free_id(game: Game, wanted: str) -> str:
    found, number = wanted, 2
    while found in game.seats_of:
        found, number = f"{wanted}-{number}", number + 1
    return found


def within_range(game: Game, positions: Mapping[str, float], most: float) -> Game:
    """Keep coalitions whose members lie at most so far apart on a scale.

    Groups without a position are free. A range is a matter of pairs, so this only adds refusals.
    """
    if most < 0:
        raise ValueError(f"a range is zero or more, not {most}")
    apart = {
        frozenset(pair)
        for pair in combinations(sorted(positions.keys() & game.seats_of.keys()), 2)
        if abs(positions[pair[0]] - positions[pair[1]]) > most
    }
    return replace(game, incompatible=game.incompatible | apart)


def connected(game: Game, positions: Mapping[str, float]) -> Game:
    """Keep coalitions that leave no place empty between their outermost members on a scale."""
    known = {each: place for each, place in positions.items() if each in game.seats_of}
    return replace(game, connected_on=tuple(sorted(known.items())))


def led_by(game: Game, conditions: Mapping[str, str]) -> Game:
    """Let groups come only under a leader: ``{"a": "c"}``, A only if C leads.

    A coalition has one leader, who is a member of it; so A comes only with C, and never with a
    group that wants another leader, nor with C where C itself asks for another one.
    """
    pairs = [(each, leader) for each, leader in conditions.items() if each != leader]
    rivals = {
        frozenset(pair)
        for pair in combinations(sorted(conditions), 2)
        if conditions[pair[0]] != conditions[pair[1]]
    }
    return replace(
        game,
        only_if=(*game.only_if, *pairs),
        incompatible=game.incompatible | rivals,
    )
