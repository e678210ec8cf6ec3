"""Where two ways of reading agree certainty is high; where they differ one is kept and it drops."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kutla.claims.found import Found

BOTH_AGREE = 0.9
NAME = 0.85
SURFACE_ALONE = 0.7
PARSE_ALONE = 0.6
THEY_DIFFER = 0.5


_BLOCS = frozenset({"joins_bloc", "forms_bloc", "refuses_bloc"})
"""A refusal to join or to form is read as one or the other until its mood is known."""


def prefer_named(found: list[Found]) -> list[Found]:
    """Drop what names only "a government" where the same words name whose it is.

    "It will not join any government that includes Harbour" is said of Harbour alone.
    """
    named = [item for item in found if item.object and not item.object.name[:1].islower()]
    return [
        item
        for item in found
        if not (item.object and item.object.name[:1].islower())
        or not any(_is_fuller(other, item) for other in named)
    ]


def _is_fuller(other: Found, item: Found) -> bool:
    kinds = {other.kind, item.kind}
    same = (len(kinds) == 1 or kinds <= _BLOCS) and other.subject.name == item.subject.name
    return same and other.span[0] <= item.anchor < other.span[1]


def settle_readings(found: Iterable[Found]) -> Iterator[tuple[Found, float]]:
    """Yield each reading of a passage once, with its certainty, in the order of the text.

    Readings of one kind at one predicate belong together. What surface and parse both say is kept
    as agreed; where they differ wholly the surface reading is kept, for bad parses give confident
    wrong arguments (treebanks/README.md); a further coordinated argument seen by one is kept too.
    """
    groups: dict[tuple[str, int], list[Found]] = defaultdict(list)
    for item in found:
        groups[item.kind, item.anchor].append(item)
    for _, items in sorted(groups.items(), key=lambda pair: pair[0][1]):
        yield from _settle(items)


def _arguments(item: Found) -> tuple[str, str, int | None]:
    return (item.subject.name, item.object.name if item.object else "", item.value)


def _settle(items: list[Found]) -> Iterator[tuple[Found, float]]:
    by_layer: dict[str, dict[tuple[str, str, int | None], Found]] = defaultdict(dict)
    for item in items:
        by_layer[item.layer].setdefault(_arguments(item), item)
    surface = by_layer["surface"] | by_layer["name"]
    parse = by_layer["parse"]
    for arguments, item in surface.items():
        yield item, _certainty(item, arguments, parse)
    agrees = any(arguments in surface for arguments in parse)
    for arguments, item in parse.items():
        if arguments in surface:
            continue
        if not surface:
            yield item, PARSE_ALONE
        elif agrees and any(_shares_an_argument(arguments, other) for other in surface):
            yield item, THEY_DIFFER


def _certainty(
    item: Found,
    arguments: tuple[str, str, int | None],
    parse: dict[tuple[str, str, int | None], Found],
) -> float:
    if item.layer == "name":
        return NAME
    if arguments in parse:
        return BOTH_AGREE
    return THEY_DIFFER if parse else SURFACE_ALONE


def _shares_an_argument(
    one: tuple[str, str, int | None], other: tuple[str, str, int | None]
) -> bool:
    return one[0] == other[0] or bool(one[1] and one[1] == other[1])
