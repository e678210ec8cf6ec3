"""Which lines of one text are news: the running tally the cleaner's steps write into."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kutla.documents.document import DropReason
    from kutla.documents.lines import Line


@dataclass(slots=True)
class Sorting:
    """The lines of a text, and for each line that goes why; local to one cleaning."""

    lines: tuple[Line, ...]
    dropped: dict[int, DropReason] = field(default_factory=dict)
    cuts: list[tuple[int, int, DropReason]] = field(default_factory=list)
    """Spans inside kept lines that go: a wire's name behind the last sentence."""
    headline: int | None = None

    def drop(self, index: int, reason: DropReason) -> None:
        """Let a line go; the first reason given stays."""
        self.dropped.setdefault(index, reason)

    def is_kept(self, index: int) -> bool:
        """Whether a line still stands."""
        return index not in self.dropped

    def kept(self) -> list[int]:
        """List the lines that still stand."""
        return [index for index in range(len(self.lines)) if index not in self.dropped]

    def first_prose(self) -> int:
        """Find the first paragraph that stands, or the end of the text."""
        for index in self.kept():
            if self.lines[index].is_prose and index != self.headline:
                return index
        return len(self.lines)

    def prose_words_before(self, index: int) -> int:
        """Count the words of the paragraphs that stand before a line."""
        return sum(
            self.lines[i].words for i in range(index) if self.is_kept(i) and self.lines[i].is_prose
        )
