"""Who sits in the chamber, what must be reached, and who will not or only sit with whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from kutla.errors import CoalitionError

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """A party list, alliance or parliamentary group that decides as one."""

    id: str
    label: str
    seats: int

    def __post_init__(self) -> None:
        if self.seats < 0:
            raise ValueError(f"{self.label} cannot hold {self.seats} seats")


@dataclass(frozen=True)
class Game:
    """A weighted game with constraints.

    A set of groups is *feasible* when it holds every rule below, and *winning* when it is
    feasible and its seats reach ``quota``.

    * ``incompatible``: sets of groups not all of which sit together (mostly pairs: refusals);
    * ``must`` / ``must_not``: groups every coalition has in it, or never;
    * ``together``: sets of groups that come all or none;
    * ``only_if``: pairs ``(a, b)``: ``a`` comes only if ``b`` does;
    * ``max_members``: at most so many groups.
    """

    groups: tuple[Group, ...]
    quota: int
    incompatible: frozenset[frozenset[str]] = frozenset()
    must: frozenset[str] = frozenset()
    must_not: frozenset[str] = frozenset()
    together: tuple[frozenset[str], ...] = ()
    only_if: tuple[tuple[str, str], ...] = ()
    max_members: int | None = None

    def __post_init__(self) -> None:
        self._check_arguments()
        self._check_question()

    def _check_arguments(self) -> None:
        ids = [group.id for group in self.groups]
        if len(set(ids)) != len(ids):
            raise ValueError("two groups of a game have the same id")
        if self.quota < 1:
            raise ValueError(f"a quota is at least one seat, not {self.quota}")
        if self.max_members is not None and self.max_members < 1:
            raise ValueError(f"a coalition has at least one member, not {self.max_members}")
        named: set[str] = {*self.must, *self.must_not}
        for several in (*self.incompatible, *self.together, *self.only_if):
            named.update(several)
        if unknown := sorted(named - set(ids)):
            raise ValueError(f"the rules name groups that are not in the game: {unknown}")
        if any(len(pair) < 2 for pair in self.incompatible):
            raise ValueError("an incompatible set names at least two groups")

    def _check_question(self) -> None:
        if both := sorted(self.must & self.must_not):
            raise CoalitionError(
                f"{self.label(both[0])} is asked both to be in and to be out; drop one of the two."
            )
        for pair in sorted(self.incompatible, key=sorted):
            if pair <= self.must:
                names = " and ".join(self.label(each) for each in sorted(pair))
                raise CoalitionError(
                    f"{names} are all asked to be in, but refuse each other; "
                    "lift the refusal or drop one of them."
                )

    @cached_property
    def seats_of(self) -> dict[str, int]:
        """Seats by group id."""
        return {group.id: group.seats for group in self.groups}

    def group(self, group_id: str) -> Group:
        """Give the group of that id; raises ValueError where there is none."""
        try:
            return self._by_id[group_id]
        except KeyError:
            raise ValueError(f"no group {group_id!r} is in the game") from None

    @cached_property
    def _by_id(self) -> dict[str, Group]:
        return {group.id: group for group in self.groups}

    def label(self, group_id: str) -> str:
        """Give the name people know the group by."""
        return self.group(group_id).label

    def seats(self, members: Iterable[str]) -> int:
        """Count the seats of ``members``; raises ValueError for an unknown one."""
        chosen = set(members)
        if unknown := sorted(chosen - self.seats_of.keys()):
            raise ValueError(f"no such groups in the game: {unknown}")
        return sum(self.seats_of[each] for each in chosen)

    def allows(self, members: Iterable[str]) -> bool:
        """Whether ``members`` is feasible: the definition that every algorithm is held to."""
        return not self.broken_rules(members)

    def wins(self, members: Iterable[str]) -> bool:
        """Whether ``members`` is feasible and reaches the quota."""
        chosen = frozenset(members)
        return self.seats(chosen) >= self.quota and self.allows(chosen)

    def broken_rules(self, members: Iterable[str]) -> tuple[str, ...]:
        """Say, in words, each rule that ``members`` breaks."""
        chosen = frozenset(members)
        said = [
            " and ".join(self.label(each) for each in sorted(pair)) + " refuse each other"
            for pair in sorted(self.incompatible, key=sorted)
            if pair <= chosen
        ]
        said += [f"{self.label(each)} must be in" for each in sorted(self.must - chosen)]
        said += [f"{self.label(each)} must be out" for each in sorted(self.must_not & chosen)]
        said += [
            " and ".join(self.label(each) for each in sorted(block)) + " come together or not"
            for block in self.together
            if block & chosen and not block <= chosen
        ]
        said += [
            f"{self.label(first)} comes only with {self.label(second)}"
            for first, second in self.only_if
            if first in chosen and second not in chosen
        ]
        if self.max_members is not None and len(chosen) > self.max_members:
            said.append(f"more than {self.max_members} members")
        return tuple(said)

    def without(self, *group_ids: str) -> Game:
        """Give the game in which these groups stay out."""
        return replace(self, must_not=self.must_not | set(group_ids))

    def having(self, *group_ids: str) -> Game:
        """Give the game in which these groups are in."""
        return replace(self, must=self.must | set(group_ids))

    def with_seats(self, group_id: str, seats: int) -> Game:
        """Give the game in which one group holds another number of seats."""
        changed = replace(self.group(group_id), seats=seats)
        groups = tuple(changed if each.id == group_id else each for each in self.groups)
        return replace(self, groups=groups)


@dataclass(frozen=True, slots=True)
class Coalition:
    """A feasible winning set: members by seats, most first."""

    members: tuple[Group, ...]
    seats: int
    quota: int

    @property
    def surplus(self) -> int:
        """Seats beyond the quota."""
        return self.seats - self.quota

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the members."""
        return frozenset(group.id for group in self.members)

    def __str__(self) -> str:
        names = " + ".join(f"{group.label} {group.seats}" for group in self.members)
        return f"{names} = {self.seats}"


def by_seats(groups: Iterable[Group]) -> tuple[Group, ...]:
    """Order groups by seats, most first, then by label and id."""
    return tuple(sorted(groups, key=lambda group: (-group.seats, group.label, group.id)))


def coalition_of(game: Game, members: Iterable[str]) -> Coalition:
    """Make the coalition of ``members``; raises CoalitionError where they do not win."""
    chosen = frozenset(members)
    if broken := game.broken_rules(chosen):
        raise CoalitionError(f"these cannot sit together: {'; '.join(broken)}.")
    seats = game.seats(chosen)
    if seats < game.quota:
        raise CoalitionError(f"these hold {seats} seats, {game.quota - seats} short of the quota.")
    return Coalition(by_seats(game.group(each) for each in chosen), seats, game.quota)
