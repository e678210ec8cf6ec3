"""What people call the groups of a game: labels, ids, their beginnings and initials."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import process

from kutla.errors import UnknownRuleError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kutla.coalitions.game import Game

_LEAST_LETTERS = 2


class Names:
    """From a name as somebody writes it to the id of the one group it can mean."""

    def __init__(self, game: Game, further: Mapping[str, Iterable[str]] | None = None) -> None:
        """``further`` gives other names by group id, such as those of a register."""
        whole: dict[str, set[str]] = {}
        short: dict[str, set[str]] = {}
        for group in game.groups:
            for name in (group.id, group.label, *(further or {}).get(group.id, ())):
                whole.setdefault(_fold(name), set()).add(group.id)
            for name in _shorter(group.label):
                short.setdefault(name, set()).add(group.id)
        for name, ids in short.items():
            whole.setdefault(name, ids)
        self._ids = {name: next(iter(ids)) for name, ids in whole.items() if len(ids) == 1}
        self._several = sorted(name for name, ids in whole.items() if len(ids) > 1)
        self._labels = [group.label for group in game.groups]
        longest_first = sorted((name for name in self._ids if name), key=len, reverse=True)
        every = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
        self.pattern = re.compile(rf"(?<!\w)(?:{every})(?!\w)", re.IGNORECASE)

    def find(self, name: str) -> str:
        """Give the id; raises UnknownRuleError, which names the nearest, where none or many fit."""
        folded = _fold(name)
        if folded in self._ids:
            return self._ids[folded]
        if folded in self._several:
            raise UnknownRuleError(f"{name!r} may be more than one list; write its whole name.")
        near = [found[0] for found in process.extract(name, self._labels, limit=3)]
        raise UnknownRuleError(f"no list here is called {name!r}; the nearest: {', '.join(near)}.")


def find_groups(
    game: Game, text: str, further: Mapping[str, Iterable[str]] | None = None
) -> list[str]:
    """Read names set off by commas, "and" or "+"; names that hold such a word are found whole.

    Raises UnknownRuleError for a name that nobody here has.
    """
    names = Names(game, further)
    found = [names.find(match.group()) for match in names.pattern.finditer(text)]
    for rest in re.split(r",|\+|\band\b", names.pattern.sub(",", text)):
        if rest.strip():
            names.find(rest.strip())
    return found


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())


def _shorter(label: str) -> set[str]:
    """Give the beginnings of a label, word by word, and its initials."""
    words = _fold(label).split()
    found = {" ".join(words[:number]) for number in range(1, len(words))}
    if len(words) > 1:
        found.add("".join(word[0] for word in words))
    found |= {each.rstrip("'’") for each in found}
    return {each for each in found if len(each) >= _LEAST_LETTERS}
