"""What changed between two states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kutla.state.state import Fact, State


@dataclass(frozen=True, slots=True)
class Diff:
    """Facts that are new, that lead with another reading, and whose standing turned."""

    new: tuple[Fact, ...]
    changed: tuple[tuple[Fact, Fact], ...]
    newly_contested: tuple[Fact, ...]
    newly_settled: tuple[Fact, ...]


def diff(before: State, after: State) -> Diff:
    """Compare two states fact by fact."""
    old = {fact.id: fact for fact in before.facts}
    both = [(old[fact.id], fact) for fact in after.facts if fact.id in old]
    return Diff(
        new=tuple(fact for fact in after.facts if fact.id not in old),
        changed=tuple(
            (one, two)
            for one, two in both
            if (one.value, one.polarity, one.modality) != (two.value, two.polarity, two.modality)
        ),
        newly_contested=tuple(t for o, t in both if t.is_contested and not o.is_contested),
        newly_settled=tuple(
            t for o, t in both if t.standing.value == "settled" and o.standing.value != "settled"
        ),
    )
