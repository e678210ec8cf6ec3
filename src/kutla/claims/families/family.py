"""A family: frames, surface rules and, where neither serves, a function of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.claims.frames import Frame, match_frames
from kutla.claims.rules import Rule, match_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kutla.claims.found import Found
    from kutla.claims.view import View


@dataclass(frozen=True, slots=True)
class Family:
    """Ways of saying claims that belong together."""

    name: str
    frames: tuple[Frame, ...] = ()
    rules: tuple[Rule, ...] = ()
    readers: tuple[Callable[[View], Iterator[Found]], ...] = ()

    def find(self, view: View) -> Iterator[Found]:
        """Yield everything the family finds in a passage."""
        yield from match_frames(view, self.frames)
        yield from match_rules(view, self.rules)
        for read in self.readers:
            yield from read(view)
