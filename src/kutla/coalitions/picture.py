"""The arithmetic of a state: who could govern, who cannot be done without, what is unsure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.coalitions.alliances import Alliance, find_alliances
from kutla.coalitions.game import Coalition, Game, Group
from kutla.coalitions.listing import enumerate_coalitions
from kutla.coalitions.questions import (
    Flip,
    Lifting,
    Outlook,
    flips,
    lacks,
    outlook,
    what_lifts,
)
from kutla.coalitions.seating import Refusal, Seating, find_refusals
from kutla.errors import CoalitionError, TooManyGroupsError
from kutla.vocabulary import Problem

if TYPE_CHECKING:
    from kutla.state.state import Fact, State

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
        partners=_partners(game, first) if first else (),
        alliances=find_alliances(state, seating, game),
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


def _partners(game: Game, first: Group) -> tuple[tuple[Group, ...], ...]:
    """Find the smallest additions to the first group that reach the quota, fewest first."""
    try:
        best = tuple(enumerate_coalitions(game.having(first.id), limit=BEST))
    except TooManyGroupsError:
        return ()
    added = (tuple(each for each in one.members if each != first) for one in best)
    return tuple(each for each in added if each)


def _flips(game: Game, seating: Seating) -> tuple[Flip, ...]:
    try:
        return flips(game, seating.other_values)
    except TooManyGroupsError:
        return ()


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
