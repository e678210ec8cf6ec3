"""Generating polynomials packed into one Python integer.

A polynomial in seats (and members) is a row of fixed-width fields, one a seat count, each of
``stride`` slots, one a member count. Adding a group is a shift and an addition; the sum over a
range of seats is a remainder. Every step is exact whatever the size.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Packing:
    """Widths: ``bits`` a slot, ``stride`` slots a seat count (1 where members do not matter)."""

    bits: int
    stride: int = 1

    @classmethod
    def wide_enough(cls, groups: int, *, with_sizes: bool) -> Packing:
        """Give a packing whose slots hold any count of sets of that many groups."""
        return cls(groups + 2, groups + 1 if with_sizes else 1)

    @property
    def field(self) -> int:
        """Bits a seat count."""
        return self.bits * self.stride

    def shift(self, seats: int, size: int) -> int:
        """By how much a group of so many seats and members moves a polynomial."""
        return self.field * seats + (self.bits * size if self.stride > 1 else 0)

    def below(self, packed: int, seats: int) -> int:
        """Keep the terms with fewer than ``seats`` seats."""
        return packed & ((1 << self.field * seats) - 1) if seats > 0 else 0

    def from_on(self, packed: int, seats: int) -> int:
        """Keep the terms with at least ``seats`` seats, moved down to start at zero."""
        return packed >> self.field * seats if seats > 0 else packed

    def between(self, packed: int, first: int, until: int) -> int:
        """Keep the terms with ``first <= seats < until``, moved down to start at zero."""
        first = max(first, 0)
        return self.below(self.from_on(packed, first), until - first)

    def sum_by_size(self, packed: int) -> list[int]:
        """Add up over all seat counts; give the counts by member count (one slot if stride 1)."""
        modulus = (1 << self.field) - 1
        total = packed % modulus
        slot = (1 << self.bits) - 1
        return [total >> self.bits * size & slot for size in range(self.stride)]

    def without_factor(self, packed: int, seats: int, size: int, until: int) -> int:
        """Divide by ``1 + x^seats y^size``, exact in the terms with fewer than ``until`` seats.

        1/(1+z) = (1-z)(1+z²)(1+z⁴)… and a packed polynomial cut at a power of two is a ring, so
        a handful of shifts do what a division would.
        """
        width = self.field * until
        ring = (1 << width) - 1
        step = self.shift(seats, size)
        if step == 0:
            return (packed & ring) // 2
        result = packed & ring
        result = (result - (result << step)) & ring
        step *= 2
        while step < width:
            result = (result + (result << step)) & ring
            step *= 2
        return result
