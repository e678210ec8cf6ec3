"""The arithmetic of a state: who could govern, who cannot be done without, what is unsure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.coalitions.game import Coalition, Game, Group, by_seats
from kutla.coalitions.listing import enumerate_coalitions
from kutla.coalitions.questions import (
    Flip,
    Lifting,
    Outlook,
    flips,
    lacks,
    outlook,
    partners_for,
    what_lifts,
)
from kutla.coalitions.seating import Refusal, Seating, find_refusals
from kutla.errors import CoalitionError, TooManyGroupsError
from kutla.vocabulary import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kutla.state.state import Bloc, Fact, State
    from kutla.vocabulary import Referent

BEST = 10


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """The answers for one reading of the refusals.

    ``outlook`` is None where an exact answer is out of reach; ``why_not`` then says why.
    ``lifting`` is there where the seats would reach but the refusals leave no coalition.
    """

    game: Game
    outlook: Outlook | None
    best: tuple[Coalition, ...]
    lifting: Lifting | None
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Alliance:
    """A bloc of the state as seats: its groups with seats, what they hold and lack."""

    referent: Referent
    members: tuple[Group, ...]
    may_join: tuple[Group, ...]
    seats: int
    lacks: int
    broken: tuple[str, ...]
    """Refusals among its own members, in words."""


@dataclass(frozen=True, slots=True)
class CoalitionPicture:
    """What the seats and the refusals of a state allow.

    ``without_contested`` heeds the refusals nobody contests; ``with_contested`` all of them, and
    is None where there is no contested one. Seats that no report gives to anybody are
    ``unaccounted``: they are in no coalition here.
    """

    quota: int
    chamber_seats: int
    groups: tuple[Group, ...]
    accounted: int
    unaccounted: int
    refusals: tuple[Refusal, ...]
    unplaced_refusals: tuple[Fact, ...]
    without_contested: Arithmetic
    with_contested: Arithmetic | None
    first: Group | None
    first_lacks: int
    partners: tuple[tuple[Group, ...], ...]
    alliances: tuple[Alliance, ...]
    flips: tuple[Flip, ...]
    problems: tuple[Problem, ...]

    @property
    def can_reach(self) -> bool:
        """Whether the groups we know of could reach the quota if all sat together."""
        return self.accounted >= self.quota


def coalitions_from_state(state: State, *, quota: int | None = None) -> CoalitionPicture:
    """Do the coalition arithmetic of a state; the quota is the absolute majority if not given."""
    seating = Seating(state)
    refusals, unplaced = find_refusals(seating)
    needed = state.chamber.absolute_majority if quota is None else quota
    firm = frozenset(each.groups for each in refusals if not each.is_contested)
    every = frozenset(each.groups for each in refusals)
    game = Game(seating.groups, needed, incompatible=firm)
    accounted = sum(group.seats for group in seating.groups)
    first = seating.groups[0] if seating.groups else None
    return CoalitionPicture(
        quota=needed,
        chamber_seats=state.chamber.seats,
        groups=seating.groups,
        accounted=accounted,
        unaccounted=max(state.chamber.seats - accounted, 0),
        refusals=refusals,
        unplaced_refusals=unplaced,
        without_contested=_answer(game),
        with_contested=(
            _answer(Game(seating.groups, needed, incompatible=every)) if every != firm else None
        ),
        first=first,
        first_lacks=lacks(game, [first.id]) if first else needed,
        partners=partners_for(game, [first.id], limit=BEST) if first else (),
        alliances=_alliances(state, seating, game),
        flips=_flips(game, seating),
        problems=_problems(state, seating, accounted),
    )


def _answer(game: Game) -> Arithmetic:
    try:
        stands = outlook(game)
        best = tuple(enumerate_coalitions(game, limit=BEST))
    except TooManyGroupsError as error:
        return Arithmetic(game, None, (), None, str(error))
    lifting = None
    if not best and sum(group.seats for group in game.groups) >= game.quota:
        try:
            lifting = what_lifts(game)
        except CoalitionError:
            lifting = None
    return Arithmetic(game, stands, best, lifting)


def _flips(game: Game, seating: Seating) -> tuple[Flip, ...]:
    try:
        return flips(game, seating.other_values)
    except TooManyGroupsError:
        return ()


def _alliances(state: State, seating: Seating, game: Game) -> tuple[Alliance, ...]:
    found = []
    for bloc in state.blocs:
        members = _holders(seating, bloc, (*bloc.formed, *bloc.members))
        left = _holders(seating, bloc, bloc.left)
        stay = [each for each in members if each not in left]
        if bloc.referent.key in seating.rows or not stay:
            continue
        may_join = [each for each in _holders(seating, bloc, bloc.may_join) if each not in stay]
        broken = Game(game.groups, game.quota, game.incompatible).broken_rules(stay)
        found.append(
            Alliance(
                bloc.referent,
                by_seats(map(game.group, stay)),
                by_seats(map(game.group, may_join)),
                game.seats(stay),
                lacks(game, stay),
                broken,
            )
        )
    return tuple(found)


def _holders(seating: Seating, bloc: Bloc, facts: Iterable[Fact]) -> list[str]:
    keys = {
        seating.holder(referent)
        for fact in facts
        for referent in (fact.subject, fact.object)
        if referent is not None and referent.key != bloc.referent.key
    }
    return sorted(key for key in keys if key is not None)


def _problems(state: State, seating: Seating, accounted: int) -> tuple[Problem, ...]:
    problems = [
        Problem(
            "seats-inside-another",
            f"{row.subject.name} ({row.value}) is part of {host.subject.name} ({host.value}) "
            "and is counted with it, not beside it",
            tuple(item.claim.id for item in row.support),
        )
        for row, host in seating.inside
    ]
    if accounted > state.chamber.seats:
        problems.append(
            Problem(
                "seats-exceed-chamber",
                f"the lists together are given {accounted} seats in a chamber of "
                f"{state.chamber.seats}: some figure is wrong, or a list is named twice",
            )
        )
    return tuple(problems)
