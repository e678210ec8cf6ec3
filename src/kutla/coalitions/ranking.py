"""By what the best coalition is judged; several yardsticks are applied one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from kutla.errors import UnknownRuleError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from fractions import Fraction

    from kutla.coalitions.game import Group

Cost = "int | float | Fraction"


class Yardstick(Protocol):
    """A cost that never shrinks as a coalition grows; less is better."""

    @property
    def name(self) -> str:
        """What is measured."""

    def step(self, chosen: tuple[Group, ...], new: Group) -> float | Fraction:
        """Give what ``new`` adds to the cost of ``chosen``; never negative."""

    def at_least(self, new: Group) -> float | Fraction:
        """Give the least that ``new`` adds, whoever is in already."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A cost that each group brings with it."""

    name: str
    cost: Callable[[Group], float | Fraction]

    def step(self, chosen: tuple[Group, ...], new: Group) -> float | Fraction:
        """Give the group's own cost."""
        del chosen
        return self.at_least(new)

    def at_least(self, new: Group) -> float | Fraction:
        """Give the group's own cost; raises ValueError where it is negative."""
        cost = self.cost(new)
        if cost < 0:
            raise ValueError(f"{self.name} is negative for {new.label}; costs are zero or more")
        return cost


@dataclass(frozen=True, slots=True)
class Range:
    """Distance between the outermost members on a scale; groups without a place count nothing."""

    positions: Mapping[str, float] = field(hash=False)
    name: str = "range"

    def step(self, chosen: tuple[Group, ...], new: Group) -> float:
        """Give by how much ``new`` widens the range."""
        if new.id not in self.positions:
            return 0.0
        here = self.positions[new.id]
        placed = [self.positions[group.id] for group in chosen if group.id in self.positions]
        if not placed:
            return 0.0
        return max(here - max(placed), min(placed) - here, 0.0)

    def at_least(self, new: Group) -> float:
        """Give zero: a newcomer may lie inside the range."""
        del new
        return 0.0


@dataclass(frozen=True, slots=True)
class Broken:
    """How many refusals a coalition would have to overcome."""

    refusals: frozenset[frozenset[str]]
    name: str = "refusals"

    def step(self, chosen: tuple[Group, ...], new: Group) -> int:
        """Count the refusals that are complete only with ``new``."""
        inside = {group.id for group in chosen} | {new.id}
        return sum(new.id in refusal and refusal <= inside for refusal in self.refusals)

    def at_least(self, new: Group) -> int:
        """Give zero: a newcomer may meet nobody it refuses."""
        del new
        return 0


@dataclass(frozen=True, slots=True)
class Steps:
    """How much has to change: refusals to be overcome and groups to be won over."""

    refusals: frozenset[frozenset[str]]
    already: frozenset[str]
    name: str = "steps"

    def step(self, chosen: tuple[Group, ...], new: Group) -> int:
        """Count the refusals complete only with ``new``, and ``new`` itself if it is not there."""
        return Broken(self.refusals).step(chosen, new) + self.at_least(new)

    def at_least(self, new: Group) -> int:
        """Count the group itself where it has to be won over."""
        return int(new.id not in self.already)


MEMBERS = Sum("members", lambda _group: 1)
SURPLUS = Sum("surplus", lambda group: group.seats)
"""Seats and surplus differ by the quota, so they rank alike."""

YARDSTICKS: tuple[Sum, ...] = (MEMBERS, SURPLUS)
"""Those that have a name of their own on the command line."""


def find_yardstick(name: str) -> Sum:
    """Give the yardstick of that name; raises UnknownRuleError, which lists the known ones."""
    for yardstick in YARDSTICKS:
        if yardstick.name == name:
            return yardstick
    known = ", ".join(each.name for each in YARDSTICKS)
    raise UnknownRuleError(f"no yardstick is called {name!r}; known are: {known}.")


def mix(weights: Mapping[str, float], *, name: str = "mix") -> Sum:
    """Weigh named yardsticks against each other: ``mix({"members": 10, "surplus": 1})``."""
    parts = [(find_yardstick(each), weight) for each, weight in weights.items()]
    if any(weight < 0 for _, weight in parts):
        raise ValueError("the weights of a mix are zero or more")
    return Sum(name, lambda group: sum(weight * part.at_least(group) for part, weight in parts))
