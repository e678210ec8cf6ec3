"""What stands around a name in a running text, and what that says of the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.register.wording import GROUP_HEADS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kutla.register.folding import Word

_BETWEEN = frozenset({"", " ", "-", "‑", "\u00a0", "’", "'"})
_SHORT = 3
_LONGEST_HEADLINE = 25
_PLACING = frozenset({"in", "near", "outside", "capital"})


def is_where(text: str, row: Sequence[Word], at: int) -> bool:
    """Whether a capital is only where something happens: "in Tehran", "the capital Tehran"."""
    return (
        at > 0 and row[at - 1].written in _PLACING and text[row[at - 1].end : row[at].start] == " "
    )


def is_shouted(row: Sequence[Word], first: int, last: int) -> bool:
    """Whether both neighbours are all capitals too: there "IS" and "US" are common words."""
    around = [row[at].written for at in (first - 1, last + 1) if 0 <= at < len(row)]
    return len(around) == 2 and all(word.isupper() and len(word) > 1 for word in around)


def title_lines(text: str, row: Sequence[Word]) -> Iterator[list[Word]]:
    """Give the lines that are written as headlines are: capitals on nearly every long word."""
    line: list[Word] = []
    for at, word in enumerate(row):
        line.append(word)
        is_last = at + 1 == len(row)
        if is_last or "\n" in text[word.end : row[at + 1].start]:
            long = [each for each in line if len(each.written) > _SHORT]
            capitals = sum(each.written[:1].isupper() for each in long)
            if 2 <= len(line) <= _LONGEST_HEADLINE and capitals >= 0.8 * len(long):
                yield line
            line = []


def has_head(text: str, row: Sequence[Word], first: int, last: int) -> bool:
    """Whether a group word stands right beside, brackets and quotation marks between allowed."""
    for left, right, head in ((last, last + 1, last + 1), (first - 1, first, first - 1)):
        if left < 0 or right >= len(row):
            continue
        gap = text[row[left].end : row[right].start]
        near = gap.strip(" \u00a0()\"“”'’‘«»") == "" and "\n" not in gap
        if near and row[head].folded[-1] in GROUP_HEADS:
            return True
    return False


def with_heads(text: str, row: Sequence[Word], last: int) -> int:
    """Give the last word of a group's name, the heads behind it taken in."""
    while (
        last + 1 < len(row)
        and text[row[last].end : row[last + 1].start] == " "
        and row[last + 1].folded[-1] in GROUP_HEADS
    ):
        last += 1
    return last


def is_beside(text: str, left: Word, right: Word) -> bool:
    """Whether nothing but a space or a hyphen stands between two words."""
    return text[left.end : right.start] in _BETWEEN


def is_joined_article(text: str, row: Sequence[Word], at: int) -> bool:
    """Whether the word before is an article tied to this one."""
    return row[at - 1].is_article and is_beside(text, row[at - 1], row[at])
