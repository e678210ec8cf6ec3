"""A government and those who keep it in office from outside, told apart.

Where a government may live on votes from outside, or only has to escape a majority against it
(negative parliamentarism; Bergman 1993), each group that offers this stands in the game a second
time: ``<id>/outside`` votes for the government without sitting in it, ``<id>/abstains`` lets it
pass. A group takes one part at most. All questions of this room can be asked of the game.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from kutla.coalitions.game import Condition, Game, Group, Threshold
from kutla.errors import CoalitionError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kutla.coalitions.game import Coalition


VOTES = "votes, a yes counted twice and an abstention once"
"""What the further quota is called where abstentions count."""


class VoteRule(StrEnum):
    """Which vote a government has to survive."""

    ABSOLUTE = "absolute"
    """Yes from the quota, of all members: positive parliamentarism."""
    SIMPLE = "simple"
    """More yes than no of those who vote."""
    NEGATIVE = "negative"
    """No absolute majority against: whoever abstains helps."""


class Part(StrEnum):
    """What a group does for a government in which it does not sit."""

    OUTSIDE = "outside"
    ABSTAINS = "abstains"


@dataclass(frozen=True, slots=True)
class Offer:
    """What a group would do from outside, and for which governments.

    ``only_with``: at least one of these sits in it; ``never_with``: none of these does.
    """

    group: str
    part: Part = Part.OUTSIDE
    only_with: frozenset[str] = frozenset()
    never_with: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Government:
    """A coalition of a game with offers, taken apart."""

    members: tuple[Group, ...]
    outside: tuple[Group, ...]
    abstaining: tuple[Group, ...]

    @property
    def seats(self) -> int:
        """Seats of those who sit in it."""
        return sum(group.seats for group in self.members)

    @property
    def votes_for(self) -> int:
        """Seats of those who sit in it or vote for it."""
        return self.seats + sum(group.seats for group in self.outside)

    def __str__(self) -> str:
        said = " + ".join(f"{group.label} {group.seats}" for group in self.members)
        for word, groups in (("supported by", self.outside), ("tolerated by", self.abstaining)):
            if groups:
                names = ", ".join(f"{group.label} {group.seats}" for group in groups)
                said += f", {word} {names}"
        return said


def with_offers(
    game: Game,
    offers: Iterable[Offer],
    *,
    rule: VoteRule = VoteRule.ABSOLUTE,
    chamber: int | None = None,
) -> Game:
    """Make the game in which groups may also support or tolerate from outside.

    The quota of ``game`` is an absolute majority of its chamber, which has ``chamber`` seats (those
    of the groups if not given). Whoever takes no part votes against. Where the quota asks for yes
    votes (``VoteRule.ABSOLUTE``) an abstention helps nobody and makes no role. Raises CoalitionError
    for two offers of the same part by one group.
    """
    offered = tuple(offers)
    if rule is VoteRule.ABSOLUTE:
        offered = tuple(each for each in offered if each.part is not Part.ABSTAINS)
    parts = {(each.group, each.part) for each in offered}
    if len(parts) != len(offered):
        raise CoalitionError("a group makes the same offer twice; join the two into one.")
    extra = tuple(
        Group(
            f"{each.group}/{each.part.value}",
            f"{game.label(each.group)} ({each.part.value})",
            game.seats_of[each.group],
        )
        for each in offered
    )
    own = {each.group for each in offered}
    refusals = set(game.incompatible)
    for group_id in own:
        roles = [group_id, *(f"{group_id}/{part.value}" for who, part in parts if who == group_id)]
        refusals |= {
            frozenset({first, other})
            for place, first in enumerate(roles)
            for other in roles[place + 1 :]
        }
    conditions = [*game.conditions]
    sitting = frozenset(game.seats_of) - game.must_not
    for each, role in zip(offered, extra, strict=True):
        refusals |= {frozenset({role.id, other}) for other in each.never_with}
        conditions.append(Condition(frozenset({role.id}), (each.only_with or sitting) & sitting))
    widened = replace(
        game,
        groups=(*game.groups, *extra),
        incompatible=frozenset(refusals),
        conditions=tuple(conditions),
    )
    if rule is VoteRule.ABSOLUTE:
        return widened
    total = sum(game.seats_of.values()) if chamber is None else chamber
    return _under(widened, game, offered, rule, total)


def _under(
    widened: Game, game: Game, offers: tuple[Offer, ...], rule: VoteRule, total: int
) -> Game:
    """Put the quota on the votes that the rule counts."""
    if rule is VoteRule.NEGATIVE:  # those who do not vote against, whatever else they do
        return replace(widened, quota=max(1, total - game.quota + 1))
    # A vote for counts two, an abstention one: it takes a vote from those against.
    votes = {group.id: 2 * group.seats for group in widened.groups}
    for each in offers:
        if each.part is Part.ABSTAINS:
            votes[f"{each.group}/{each.part.value}"] = game.seats_of[each.group]
    also = (*game.also, Threshold.of(VOTES, total + 1, votes))
    return replace(widened, quota=1, also=also)


def government_of(coalition: Coalition) -> Government:
    """Take a coalition of a game with offers apart into who sits, supports and abstains."""
    outside, abstaining, members = [], [], []
    for group in coalition.members:
        owner, _, part = group.id.rpartition("/")
        label = group.label.removesuffix(f" ({part})")
        if owner and part == Part.OUTSIDE:
            outside.append(Group(owner, label, group.seats))
        elif owner and part == Part.ABSTAINS:
            abstaining.append(Group(owner, label, group.seats))
        else:
            members.append(group)
    return Government(tuple(members), tuple(outside), tuple(abstaining))
