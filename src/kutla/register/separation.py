"""Pairs that must never be merged, however alike they are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.register.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class NeverSame:
    """Two names, or two ids, that are never the same, and why."""

    left: str
    right: str
    reason: str = ""
    provenance: str = ""


class Separation:
    """Answers whether a list of pairs keeps two names apart."""

    def __init__(self, pairs: Iterable[NeverSame]) -> None:
        self._pairs = tuple((f" {fold(each.left)} ", f" {fold(each.right)} ") for each in pairs)
        self._both = frozenset(self._pairs) | frozenset((b, a) for a, b in self._pairs)

    def divides(self, left: str, right: str) -> bool:
        """Whether one name holds one side of a pair and the other name the other side.

        A name that holds both sides ("Hakim of Hikma") is divided from nothing.
        """
        a, b = f" {fold(left)} ", f" {fold(right)} "
        if (a, b) in self._both:
            return True
        return any(
            (x in a and y in b and x not in b and y not in a)
            or (y in a and x in b and y not in b and x not in a)
            for x, y in self._pairs
        )
