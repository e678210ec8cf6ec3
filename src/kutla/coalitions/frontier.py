"""The frontier programme: feasible sets of a plain game, counted item by item.

A state is the set of items still to come that somebody already chosen refuses; all sets in the
same state share one packed polynomial. Items run from most seats to fewest, so a coalition is
minimal exactly when its last member crosses the quota.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.errors import TooManyGroupsError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kutla.coalitions.packing import Packing
    from kutla.coalitions.plain import Item

MOST_STATES = 1_000_000
MOST_BITS = 64_000_000_000
"""Upper bounds for the states of the frontier and for the bits moved in one pass."""


@dataclass(frozen=True, slots=True)
class Row:
    """A run of items with their vetoes, in the order in which they are decided."""

    items: tuple[Item, ...]
    vetoes: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.items) != len(self.vetoes):
            raise ValueError("each item has one mask of vetoes")

    def leaving_out(self, gone: int) -> Row:
        """Give the row without the items of the mask ``gone``."""
        keep = [index for index in range(len(self.items)) if not gone >> index & 1]
        place = {index: position for position, index in enumerate(keep)}
        vetoes = tuple(
            sum(1 << place[other] for other in keep if self.vetoes[index] >> other & 1)
            for index in keep
        )
        return Row(tuple(self.items[index] for index in keep), vetoes)


def step(row: Row, index: int, masks: Iterator[int] | Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield (state, state if the item is chosen or -1) for each; states still hold the item."""
    later = ~((1 << index + 1) - 1)
    bit = 1 << index
    veto = row.vetoes[index] & later
    for mask in masks:
        yield mask, (-1 if mask & bit else (mask | veto) & later)


def widths(row: Row, need: int = 0) -> tuple[int, ...]:
    """Count the states after each item from which ``need`` seats can still be reached.

    Raises TooManyGroupsError, with the estimate, once there are more than ``MOST_STATES``.
    """
    masks = {0: 0}
    counts: list[int] = []
    total = 0
    to_come = sum(item.seats for item in row.items)
    for index, item in enumerate(row.items):
        to_come -= item.seats
        too_low = need - to_come
        keep = ~(1 << index)
        following: dict[int, int] = {}
        for mask, chosen in step(row, index, tuple(masks)):
            most = masks[mask]
            if most >= too_low:
                stay = mask & keep
                following[stay] = max(following.get(stay, 0), most)
            if chosen >= 0 and most + item.seats >= too_low:
                following[chosen] = max(following.get(chosen, 0), most + item.seats)
        masks = following
        counts.append(len(masks))
        total += len(masks)
        if total > MOST_STATES:
            raise TooManyGroupsError(
                f"the refusals among {len(row.items)} groups leave more than {MOST_STATES:,} "
                f"states after {index + 1} of them; an exact answer is out of reach: "
                "put some groups in or out, or leave out the smallest."
            )
    return tuple(counts)


def check_effort(row: Row, seats: int, packing: Packing, *, need: int = 0) -> None:
    """Refuse, before any heavy work, what would take too long; says by how much."""
    _check_moved(row, sum(widths(row, need)), max(seats, 1) * packing.field)


def _check_moved(row: Row, states: int, bits_each: int) -> None:
    bits = states * bits_each
    if bits > MOST_BITS or states > MOST_STATES:
        raise TooManyGroupsError(
            f"an exact answer for {len(row.items)} groups would move {bits / 8e9:.1f} GB or more "
            f"through {states:,} states, over the limit of {MOST_BITS / 8e9:.1f} GB and "
            f"{MOST_STATES:,} states; divide all seats by a common factor, put some groups in or "
            "out, or sample."
        )


def feasible(row: Row, until: int, packing: Packing) -> int:
    """Give the packed polynomial of all feasible sets with fewer than ``until`` seats."""
    return sum(forward(row, until, packing)[-1].values())


def forward(row: Row, until: int, packing: Packing) -> list[dict[int, int]]:
    """Give the states before each item and after the last: what is blocked, and who got there."""
    layers = [{0: 1}]
    below = (1 << packing.field * until) - 1 if until > 0 else 0
    for index, item in enumerate(row.items):
        keep = ~(1 << index)
        move = packing.shift(item.seats, item.size)
        before = layers[-1]
        following: dict[int, int] = {}
        for mask, chosen in step(row, index, tuple(before)):
            packed = before[mask]
            stay = mask & keep
            following[stay] = following.get(stay, 0) + packed
            if chosen >= 0:
                following[chosen] = following.get(chosen, 0) + (packed << move & below)
        layers.append(following)
    return layers


def onward(
    row: Row, index: int, states: dict[int, int], window: tuple[int, int], packing: Packing
) -> int:
    """Carry ``states`` on over the items from ``index``; give the terms in ``window`` at the end.

    ``window`` is (first, until) in seats; the result is moved down to start at ``first``. What
    could no longer reach ``first`` is let go on the way.
    """
    first, until = window
    to_come = sum(item.seats for item in row.items[index:])
    let_go = max(first - to_come, 0)
    states = {mask: packed >> packing.field * let_go for mask, packed in states.items()}
    for place in range(index, len(row.items)):
        item = row.items[place]
        to_come -= item.seats
        drop = packing.field * (max(first - to_come, 0) - let_go)
        let_go = max(first - to_come, 0)
        below = (1 << packing.field * (until - let_go)) - 1
        move = packing.shift(item.seats, item.size) - drop
        keep = ~(1 << place)
        following: dict[int, int] = {}
        for mask, chosen in step(row, place, tuple(states)):
            packed = states[mask]
            stay = mask & keep
            following[stay] = following.get(stay, 0) + (packed >> drop)
            if chosen >= 0:
                moved = packed << move if move >= 0 else packed >> -move
                following[chosen] = following.get(chosen, 0) + (moved & below)
        states = following
    return sum(states.values())


def components(row: Row) -> list[Row]:
    """Split a row into parts between which there are no vetoes, each in a narrow order."""
    left = (1 << len(row.items)) - 1
    parts = []
    while left:
        seed = left & -left
        part = seed
        grown = 0
        while grown != part:
            grown = part
            for index in range(len(row.items)):
                if part >> index & 1:
                    part |= row.vetoes[index] & left
        left &= ~part
        parts.append(_narrow(row.leaving_out(~part & ((1 << len(row.items)) - 1))))
    return parts


def _narrow(row: Row) -> Row:
    """Reorder so that few items stand blocked at any time: nearest to what is decided first."""
    number = len(row.items)
    order: list[int] = []
    decided = 0
    touched = 0
    while len(order) < number:
        best = min(
            (index for index in range(number) if not decided >> index & 1),
            key=lambda index: (
                (row.vetoes[index] & ~decided & ~touched).bit_count() - (touched >> index & 1),
                (row.vetoes[index] & ~decided).bit_count(),
                index,
            ),
        )
        order.append(best)
        decided |= 1 << best
        touched = (touched | row.vetoes[best]) & ~decided
    place = {index: position for position, index in enumerate(order)}
    vetoes = tuple(
        sum(1 << place[other] for other in range(number) if row.vetoes[index] >> other & 1)
        for index in order
    )
    return Row(tuple(row.items[index] for index in order), vetoes)


def in_parts(row: Row) -> Row:
    """Reorder a row part after part, the widest first: between two parts nothing stands blocked."""
    items: list[Item] = []
    vetoes: list[int] = []
    for part in sorted(components(row), key=lambda part: -len(part.items)):
        start = len(items)
        items += part.items
        vetoes += [mask << start for mask in part.vetoes]
    return Row(tuple(items), tuple(vetoes))


def crossings(row: Row, need: int, until: int, packing: Packing) -> int:
    """Give the packed polynomial, from ``need`` on, of sets whose last item crosses ``need``.

    The items of ``row`` run from most seats to fewest; ``until`` bounds the seats. A state from
    which even all items to come would not reach ``need`` is dropped. Raises TooManyGroupsError
    once the states are too many; few are known beforehand, so that a quick answer stays quick.
    """
    moved_states = 0
    states = {0: 1}
    crossed = 0
    to_come = sum(item.seats for item in row.items)
    need_at = packing.field * need
    below_need = (1 << need_at) - 1
    for index, item in enumerate(row.items):
        to_come -= item.seats
        too_low = packing.field * max(need - to_come, 0)
        keep = ~(1 << index)
        move = packing.shift(item.seats, item.size)
        following: dict[int, int] = {}
        for mask, chosen in step(row, index, tuple(states)):
            packed = states[mask]
            if packed.bit_length() > too_low:
                stay = mask & keep
                following[stay] = following.get(stay, 0) + packed
            if chosen < 0:
                continue
            moved = packed << move
            if moved.bit_length() > need_at:
                crossed += moved >> need_at
                moved &= below_need
            if moved.bit_length() > too_low:
                following[chosen] = following.get(chosen, 0) + moved
        states = following
        moved_states += len(states)
        _check_moved(row, moved_states, need_at)
    return packing.below(crossed, until - need)
