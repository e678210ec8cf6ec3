"""Who sits in the chamber, what must be reached, and who will not or only sit with whom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from kutla.errors import CoalitionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """A party list, alliance or parliamentary group that decides as one."""

    id: str
    label: str
    seats: int

    def __post_init__(self) -> None:
        if self.seats < 0:
            raise ValueError(f"{self.label} cannot hold {self.seats} seats")


@dataclass(frozen=True, slots=True)
class Threshold:
    """Another quota beside the seats: so many of something that groups bring with them.

    ``weights`` gives each group's share by id; groups that are not named bring nothing. None
    counts the groups themselves, one each (a majority of lists, of member states).
    """

    name: str
    quota: int
    weights: tuple[tuple[str, int], ...] | None = None

    @classmethod
    def of(cls, name: str, quota: int, weights: Mapping[str, int]) -> Threshold:
        """Make a threshold from a mapping; raises ValueError for a negative weight."""
        if below := sorted(each for each, weight in weights.items() if weight < 0):
            raise ValueError(f"{name} is negative for {below}; weights are zero or more")
        return cls(name, quota, tuple(sorted(weights.items())))

    def weight_of(self, group_id: str) -> int:
        """Give what one group brings."""
        return 1 if self.weights is None else dict(self.weights).get(group_id, 0)

    def reached(self, members: Iterable[str]) -> int:
        """Add up what ``members`` bring."""
        known = None if self.weights is None else dict(self.weights)
        return sum(1 if known is None else known.get(each, 0) for each in members)


@dataclass(frozen=True, slots=True)
class Condition:
    """Where all of ``when`` are in, at least one of ``then`` is: "A only with B or C"."""

    when: frozenset[str]
    then: frozenset[str]


@dataclass(frozen=True)
class Game:
    """A weighted game with constraints.

    A set of groups is *feasible* when it holds every rule below, and *winning* when it is
    feasible and its seats reach ``quota``.

    * ``also``: further quotas that must all be reached too (double majority, quorum);
    * ``or_else``: quotas of which any one suffices by itself, in place of all the others (a
      blocking minority that must have so many members);
    * ``incompatible``: sets of groups not all of which sit together (mostly pairs: refusals);
    * ``must`` / ``must_not``: groups every coalition has in it, or never;
    * ``together``: sets of groups that come all or none;
    * ``only_if``: pairs ``(a, b)``: ``a`` comes only if ``b`` does;
    * ``max_members``: at most so many groups;
    * ``conditions``: see :class:`Condition`;
    * ``connected_on``: places on a scale by group id: no place between two members is left empty
      (Axelrod's connected coalitions); groups without a place are free.
    """

    groups: tuple[Group, ...]
    quota: int
    incompatible: frozenset[frozenset[str]] = frozenset()
    must: frozenset[str] = frozenset()
    must_not: frozenset[str] = frozenset()
    together: tuple[frozenset[str], ...] = ()
    only_if: tuple[tuple[str, str], ...] = ()
    max_members: int | None = None
    conditions: tuple[Condition, ...] = ()
    also: tuple[Threshold, ...] = ()
    or_else: tuple[Threshold, ...] = ()
    connected_on: tuple[tuple[str, float], ...] = ()

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
        for condition in self.conditions:
            named |= condition.when | condition.then
        named.update(each for each, _ in self.connected_on)
        for threshold in (*self.also, *self.or_else):
            named.update(each for each, _ in threshold.weights or ())
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

    def reaches(self, members: Iterable[str]) -> bool:
        """Whether ``members`` reach the quotas, whatever the rules say."""
        chosen = frozenset(members)
        if any(each.reached(chosen) >= each.quota for each in self.or_else):
            return True
        return self.seats(chosen) >= self.quota and all(
            each.reached(chosen) >= each.quota for each in self.also
        )

    def wins(self, members: Iterable[str]) -> bool:
        """Whether ``members`` is feasible and reaches the quotas."""
        chosen = frozenset(members)
        return self.reaches(chosen) and self.allows(chosen)

    @property
    def is_unruled(self) -> bool:
        """Whether no rule at all restricts who sits with whom."""
        return not (
            self.incompatible
            or self.must
            or self.must_not
            or self.together
            or self.only_if
            or self.conditions
            or self.connected_on
            or self.max_members is not None
        )

    @property
    def is_free(self) -> bool:
        """Whether no rule restricts who sits with whom, and seats alone decide."""
        return self.is_linear and self.is_unruled

    @property
    def is_linear(self) -> bool:
        """Whether seats alone decide, under refusals and simple conditions: the fast case."""
        return not (self.also or self.or_else or self.conditions or self.connected_on)

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
        said += [
            f"{self._names(each.when, 'and')} only with {self._names(each.then, 'or') or 'nobody'}"
            for each in self.conditions
            if each.when <= chosen and not each.then & chosen
        ]
        said += self._gaps(chosen)
        if self.max_members is not None and len(chosen) > self.max_members:
            said.append(f"more than {self.max_members} members")
        return tuple(said)

    def _names(self, group_ids: Iterable[str], joint: str) -> str:
        return f" {joint} ".join(self.label(each) for each in sorted(group_ids))

    def _gaps(self, chosen: frozenset[str]) -> list[str]:
        places = [place for each, place in self.connected_on if each in chosen]
        if not places:
            return []
        inside = {place for _, place in self.connected_on if min(places) < place < max(places)}
        return [
            "nobody at "
            + " or ".join(sorted(self.label(each) for each, at in self.connected_on if at == place))
            + " on the scale, between members"
            for place in sorted(inside - set(places))
        ]

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
    if not game.reaches(chosen):
        raise CoalitionError(f"these fall short: {', '.join(_shortfalls(game, chosen))}.")
    return Coalition(by_seats(game.group(each) for each in chosen), seats, game.quota)


def _shortfalls(game: Game, chosen: frozenset[str]) -> list[str]:
    seats = game.seats(chosen)
    said = [f"{seats} seats of {game.quota}"] if seats < game.quota else []
    said += [
        f"{each.reached(chosen)} {each.name} of {each.quota}"
        for each in game.also
        if each.reached(chosen) < each.quota
    ]
    return said
