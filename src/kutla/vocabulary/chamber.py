"""A chamber and its majorities."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chamber:
    """A house of parliament with ``seats`` members by law."""

    name: str
    seats: int

    def __post_init__(self) -> None:
        if self.seats < 1:
            raise ValueError(f"a chamber has at least one seat, not {self.seats}")

    @property
    def absolute_majority(self) -> int:
        """Seats that are more than half of all members: 165 of 329."""
        return self.seats // 2 + 1

    @property
    def two_thirds(self) -> int:
        """The least number of seats that is at least two thirds of all members: 220 of 329."""
        return -(-2 * self.seats // 3)

    @property
    def quorum(self) -> int:
        """Members who must be present where the rule is "an absolute majority of members"."""
        return self.absolute_majority
