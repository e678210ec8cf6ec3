"""What a text must hold for a pattern to match at all, read off the pattern; only for speed.

Most patterns fail on most passages, and a long one is slow to fail. Of each we tell some *choices*:
sets of words and signs one of which stands in whatever it matches ("won" or "wins" or "win"). They
are read off the parsed expression, so they hold however a rule is written; what cannot be told is
not asked for. Letters count small; whatever is no letter of a to z is the edge of a word.
"""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_parser: Any = importlib.import_module("re._parser")
"""The standard library's own reader of expressions; it has no public name."""

EDGE = "\0"
"""Stands for the edge of a word: anything but a letter, or nothing at all."""
FIGURE = "0"
MARK = "‹"
Choice = frozenset[str]
"""Pieces, one of which must be there; an ``EDGE`` before or after says that a word begins or ends."""

_ALIKE = str.maketrans("ıİſ\u212a", "iisk")
_RUN = re.compile(rf"{MARK}[a-z]?|{EDGE}?[a-z]+{EDGE}?|{FIGURE}")
_WEAK = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "and",
        "or",
        "is",
        "was",
        "has",
        "it",
        "its",
        "his",
        "with",
        "as",
        "from",
    ]
)
_MOST_STRINGS = 4096
_MOST_JOINED = 600
_LONGEST_RANGE = 12


@dataclass(frozen=True, slots=True)
class Part:
    """What is known of a part of an expression.

    ``strings`` are all it matches, where they are few, else None. ``begins`` and ``ends`` say that
    a word cannot go on across its first or last sign, unless it matches nothing at all.
    """

    strings: frozenset[str] | None = None
    choices: frozenset[Choice] = frozenset()
    may_be_empty: bool = True
    begins: bool = False
    ends: bool = False


_NOTHING = Part(frozenset({""}))
_ANYTHING = Part()
_ANY_SIGN = Part(may_be_empty=False)
_AN_EDGE = Part(frozenset({EDGE}))
_NO_NAMES: Mapping[str, Part] = {}


def small(text: str) -> str:
    """Give the text in small letters, with those put alike that a pattern takes for each other."""
    return text.translate(_ALIKE).lower()


def choices_of(expression: str, named: Mapping[str, Part] = _NO_NAMES) -> frozenset[Choice]:
    """Give choices of pieces, one of each of which stands in whatever the expression matches.

    ``named`` are single signs that stand in the expression for a part read already.

    >>> found = choices_of("(?:won|wins) [0-9]+ seats?")
    >>> sorted(sorted(piece.replace(EDGE, "|") for piece in choice) for choice in found)
    [['0'], ['won|', 'wins|'], ['|seat', '|seats']]
    """
    return _opened(read_part(expression, named)).choices


def read_part(expression: str, named: Mapping[str, Part] = _NO_NAMES) -> Part:
    """Read what can be known of an expression; raises re.error for what is none."""
    return _sequence(_parser.parse(expression), named)


def _opened(part: Part) -> Part:
    """Give the part without its strings, and what follows from them instead."""
    if part.strings is None:
        return part
    choice = _choice(part.strings)
    return Part(
        None,
        part.choices | ({choice} if choice else frozenset()),
        _may_be_empty(part),
        _begins(part),
        all(not each or each.endswith(EDGE) for each in part.strings),
    )


def _may_be_empty(part: Part) -> bool:
    if part.strings is None:
        return part.may_be_empty
    return any(not each.strip(EDGE) for each in part.strings)


def _begins(part: Part) -> bool:
    if part.strings is None:
        return part.begins
    return all(not each or each.startswith(EDGE) for each in part.strings)


def _choice(strings: frozenset[str]) -> Choice | None:
    """Give the most telling piece of each string; None where one of them has none."""
    found = set()
    for string in strings:
        pieces = _RUN.findall(string.replace(EDGE, EDGE * 2))  # an edge serves both its sides
        if not pieces:
            return None
        found.add(max(pieces, key=_weight))
    return frozenset(found)


def _weight(piece: str) -> int:
    return 0 if piece.strip(EDGE) in _WEAK else len(piece) + 2 * piece.startswith(MARK)


class _Sequence:
    """Parts one after the other: their strings are joined as long as they stay few."""

    def __init__(self) -> None:
        self.choices: frozenset[Choice] = frozenset()
        self.strings = frozenset({""})
        self.is_whole = True
        self.may_be_empty = True
        self.begins = True

    def add(self, part: Part) -> None:
        """Go on with a part."""
        if self.may_be_empty:
            self.begins = self.begins and _begins(part)
        self.choices |= part.choices
        if part.strings is None:
            self._break(
                ends_word=part.begins and not part.may_be_empty,
                begins_word=part.ends and (not part.may_be_empty or self._at_edge()),
            )
        else:
            self._join(part.strings)
        self.may_be_empty = self.may_be_empty and _may_be_empty(part)

    def _at_edge(self) -> bool:
        return all(each.endswith(EDGE) for each in self.strings)

    def _join(self, strings: frozenset[str]) -> None:
        if len(self.strings) > 1 and len(self.strings) * len(strings) > _MOST_JOINED:
            at_edge = self._at_edge()
            self._break(
                ends_word=all(each.startswith(EDGE) for each in strings), begins_word=at_edge
            )
        self.strings = frozenset(
            f"{one}{other}".replace(EDGE * 2, EDGE) for one, other in product(self.strings, strings)
        )

    def _break(self, *, ends_word: bool, begins_word: bool) -> None:
        end = EDGE if ends_word else ""
        choice = _choice(frozenset(f"{each}{end}" for each in self.strings))
        self.choices |= {choice} if choice else frozenset()
        self.strings = frozenset({EDGE if begins_word else ""})
        self.is_whole = False

    def part(self) -> Part:
        """Give what is known of the whole."""
        if self.is_whole and len(self.strings) <= _MOST_STRINGS:
            return Part(self.strings, self.choices)
        ends = self._at_edge()
        choice = _choice(self.strings)
        choices = self.choices | ({choice} if choice else frozenset())
        return Part(None, choices, self.may_be_empty, self.begins, ends)


def _sequence(items: Any, named: Mapping[str, Part]) -> Part:
    parts = _Sequence()
    for operation, value in items:
        parts.add(_part(str(operation), value, named))
    return parts.part()


def _part(operation: str, value: Any, named: Mapping[str, Part]) -> Part:
    """Read one operation of the parsed expression; one not known here may match anything."""
    match operation:
        case "LITERAL":
            part = named.get(chr(value)) or Part(frozenset({_sign(value)}))
        case "NOT_LITERAL" | "ANY":
            part = _ANY_SIGN
        case "IN":
            part = _one_of(value)
        case "AT":
            part = _NOTHING if str(value) == "AT_NON_BOUNDARY" else _AN_EDGE
        case "SUBPATTERN":
            part = _sequence(value[3], named)
        case "BRANCH":
            part = _either([_sequence(branch, named) for branch in value[1]])
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            part = _repeated(value[0], value[1], _sequence(value[2], named))
        case "ASSERT":
            part = _seen(value[0], _sequence(value[1], named))
        case "ASSERT_NOT":
            part = _AN_EDGE if _is_any_letter(value[1]) else _NOTHING
        case _:
            part = _ANYTHING
    return part


def _sign(code: int) -> str:
    sign = small(chr(code))
    if sign.isdecimal():
        return FIGURE
    return sign if "a" <= sign <= "z" or sign == MARK else EDGE


def _one_of(items: Any) -> Part:
    signs: set[str] = set()
    for operation, value in items:
        known = _signs(str(operation), value)
        if known is None:
            return _ANY_SIGN
        signs |= known
    return Part(frozenset(signs))


def _signs(operation: str, value: Any) -> set[str] | None:
    if operation == "LITERAL":
        return {_sign(value)}
    if operation == "RANGE" and value[1] - value[0] < _LONGEST_RANGE:
        return {_sign(code) for code in range(value[0], value[1] + 1)}
    if operation == "CATEGORY":
        known = {"CATEGORY_DIGIT": FIGURE, "CATEGORY_SPACE": EDGE, "CATEGORY_NOT_WORD": EDGE}
        return {known[str(value)]} if str(value) in known else None
    return None


def _is_any_letter(items: Any) -> bool:
    r"""Whether the parsed part is one sign that may be any letter: "[\w-]"."""
    if len(items) != 1 or str(items[0][0]) != "IN":
        return False
    inside = {(str(operation), str(value)) for operation, value in items[0][1]}
    return ("CATEGORY", "CATEGORY_WORD") in inside and ("NEGATE", "None") not in inside


def _either(parts: list[Part]) -> Part:
    strings = [part.strings for part in parts if part.strings is not None]
    if len(strings) == len(parts) and sum(map(len, strings)) <= _MOST_STRINGS:
        return Part(frozenset().union(*strings))
    opened = [_opened(part) for part in parts]
    choices = set()
    for is_mark in (False, True):
        best = [_best(part.choices, is_mark=is_mark) for part in opened]
        if all(best):
            choices.add(frozenset().union(*(each for each in best if each)))
    return Part(
        None,
        frozenset(choices),
        any(part.may_be_empty for part in opened),
        all(part.begins for part in opened),
        all(part.ends for part in opened),
    )


def _best(choices: frozenset[Choice], *, is_mark: bool) -> Choice | None:
    """Give the choice that says most: none of its pieces short or common, and few of them."""
    fit = [each for each in choices if any(p.startswith(MARK) for p in each) == is_mark]
    return max(
        fit, key=lambda each: (min(map(_weight, each)), -len(each), sorted(each)), default=None
    )


def _repeated(fewest: int, most: int, part: Part) -> Part:
    if part.strings is not None and most <= 3 and (len(part.strings) + 1) ** most <= _MOST_JOINED:
        times = [
            "".join(each)
            for n in range(fewest, most + 1)
            for each in product(part.strings, repeat=n)
        ]
        return Part(frozenset(each.replace(EDGE * 2, EDGE) for each in times))
    opened = _opened(part)
    choices = opened.choices if fewest else frozenset()
    may_be_empty = not fewest or opened.may_be_empty
    return Part(None, choices, may_be_empty, opened.begins, opened.ends)


def _seen(direction: int, part: Part) -> Part:
    """Read what must stand before or after and is not matched itself."""
    opened = _opened(part)
    at_edge = opened.begins if direction > 0 else opened.ends
    is_edge = at_edge and (not opened.may_be_empty or _has_no_empty(part))
    return Part(frozenset({EDGE if is_edge else ""}), opened.choices)


def _has_no_empty(part: Part) -> bool:
    return part.strings is not None and "" not in part.strings
