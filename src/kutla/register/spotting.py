"""Find every curated alias in a running text, in one pass over its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.register.entity import AliasMark
from kutla.register.folding import folded_words, words
from kutla.register.surroundings import (
    has_head,
    is_beside,
    is_joined_article,
    is_shouted,
    is_where,
    title_lines,
    with_heads,
)
from kutla.register.wording import CALENDAR, FUNCTION_WORDS, GROUP_HEADS, TITLES
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from kutla.register.entity import Alias
    from kutla.register.folding import Word
    from kutla.register.register import Register


@dataclass(frozen=True, slots=True)
class Spotting:
    """An alias found at ``text[start:end]``; several ids where several entities bear it.

    No id where the name was only ever proposed for somebody: a name it is, whose is open.

    A group's span takes in the head behind it ("Fatah" and "Fatah Coalition" are one name).
    """

    start: int
    end: int
    text: str
    entity_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """What an alias asks of the words it is found in."""

    alias: Alias
    written: tuple[str, ...]


class _Node:
    __slots__ = ("entries", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.entries: list[_Entry] = []


_HEADED = frozenset(
    {
        EntityKind.PARTY_LIST,
        EntityKind.PARTY,
        EntityKind.ELECTORAL_ALLIANCE,
        EntityKind.PARLIAMENTARY_GROUP,
        EntityKind.ARMED_FACTION,
        EntityKind.UMBRELLA,
    }
)
_NAMESAKES = frozenset({EntityKind.PERSON, EntityKind.OUTLET})
_PATRONYMS = frozenset({"abd", "abu", "bin", "ibn", "ben", "umm", "bint"})
_LEADING = FUNCTION_WORDS | TITLES | CALENDAR | GROUP_HEADS
_ACRONYM_LETTERS = 6


class Spotter:
    """A trie of the folded words of every alias of a register."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._root = _Node()
        self._demonyms = frozenset(
            part
            for alias in register.aliases
            if alias.mark is AliasMark.DEMONYM
            for part in folded_words(alias.text)
        ) | frozenset(part for each in register.demonyms for part in folded_words(each))
        for alias in register.aliases:
            if alias.mark not in {AliasMark.DEMONYM, AliasMark.ASKED}:
                self._add(alias)

        self._lone = self._lone_surnames(register)

    @staticmethod
    def _lone_surnames(register: Register) -> dict[str, tuple[str, ...]]:
        lone: dict[str, tuple[str, ...]] = {}
        for alias in register.aliases:
            parts = folded_words(alias.text)
            kind = register.entity(alias.entity_id).kind
            if len(parts) == 1 and kind is EntityKind.PERSON and alias.mark is AliasMark.DECIDES:
                lone[parts[0]] = tuple(dict.fromkeys((*lone.get(parts[0], ()), alias.entity_id)))
        return lone

    def _add(self, alias: Alias) -> None:
        node, written = self._root, []
        for word in words(alias.text):
            if word.is_article and (word.start > 0 or alias.text.strip() != word.written):
                continue
            for part in word.folded:
                node = node.next.setdefault(part, _Node())
                written.append(word.written)
        if written:
            node.entries.append(_Entry(alias, tuple(written)))

    def spot(self, text: str, on: date | None = None) -> tuple[Spotting, ...]:
        """Give the aliases in ``text``, longest first at each place, none overlapping."""
        found: list[Spotting] = []
        row = words(text)
        at = 0
        while at < len(row):
            if row[at].is_article or row[at].folded[0] not in self._root.next:
                at += 1
                continue
            hit = self._longest(text, row, at, on)
            if hit is None:
                at += 1
                continue
            last, ids = hit
            first = at - 1 if at and is_joined_article(text, row, at) else at
            start, end = row[first].start, row[last].end
            found.append(Spotting(start, end, text[start:end], ids))
            at = last + 1
        return tuple(sorted((*found, *self._in_headlines(text, row, found)), key=_place))

    def _in_headlines(
        self, text: str, row: Sequence[Word], found: Sequence[Spotting]
    ) -> Iterator[Spotting]:
        """Find lone surnames in lines where every word has a capital and so none tells a name.

        There only those count that the rest of the text names too.
        """
        named = {each.entity_ids for each in found}
        taken = {at for each in found for at in range(each.start, each.end)}
        for line in title_lines(text, row):
            for word in line:
                ids = self._lone.get(word.folded[-1], ())
                if ids in named and word.start not in taken and word.written[:1].isupper():
                    yield Spotting(word.start, word.end, word.written, ids)

    def _longest(
        self, text: str, row: Sequence[Word], at: int, on: date | None
    ) -> tuple[int, tuple[str, ...]] | None:
        best: tuple[int, tuple[str, ...]] | None = None
        node, here, walked = self._root, at, []
        while here < len(row):
            if here > at and not is_beside(text, row[here - 1], row[here]):
                break
            word = row[here]
            if word.is_article and here > at:
                here += 1
                continue
            for part in word.folded:
                step = node.next.get(part)
                if step is None:
                    return best
                node = step
                walked.append(word.written)
            valid = [each for each in node.entries if _is_valid(each.alias, on)]
            accepted = self._accept(text, row, (at, here), valid, tuple(walked))
            if accepted is not None:
                best = accepted
            here += 1
        return best

    def _accept(
        self,
        text: str,
        row: Sequence[Word],
        place: tuple[int, int],
        entries: Sequence[_Entry],
        walked: tuple[str, ...],
    ) -> tuple[int, tuple[str, ...]] | None:
        last = place[1]
        aliases = [
            entry.alias
            for entry in entries
            if _is_cased_alike(entry, walked) and self._fits(text, row, place, entry)
        ]
        if not aliases:
            return None
        ids = tuple(dict.fromkeys(alias.entity_id for alias in aliases))
        if all(self._register.entity(id_).kind in _HEADED for id_ in ids):
            last = with_heads(text, row, last)
        if all(alias.mark is AliasMark.PROPOSES for alias in aliases):
            ids = ()
        return last, ids

    def _fits(self, text: str, row: Sequence[Word], place: tuple[int, int], entry: _Entry) -> bool:
        """Whether what stands around the words lets them be this alias."""
        first, last = place
        alias = entry.alias
        if alias.mark is AliasMark.ORDINARY and not has_head(text, row, first, last):
            return False
        if alias.mark is AliasMark.EXACT and is_shouted(row, first, last):
            return False
        if alias.note == "capital" and is_where(text, row, first):
            return False
        is_lone = first == last and len(entry.written) == 1
        return not (is_lone and self._is_part_of_another_name(text, row, first, entry))

    def _is_part_of_another_name(
        self, text: str, row: Sequence[Word], at: int, entry: _Entry
    ) -> bool:
        """Whether a lone word is a piece of a longer name: "Mohsen al-Hakim" is not al-Hakim."""
        if row[at].written.isupper() and len(row[at].written) > 1:
            return False
        before = at - 1 if at and is_joined_article(text, row, at) else at
        previous = row[before - 1] if before else None
        if previous is not None and is_beside(text, previous, row[before]):
            if previous.folded[-1] in _PATRONYMS and previous.written[:1].isupper():
                return True
            kind = self._register.entity(entry.alias.entity_id).kind
            # "George Washington" is no government, "Michael Bloomberg" no agency.
            is_namesake = kind in _NAMESAKES or entry.alias.note == "capital"
            if is_namesake and self._is_name_like(previous):
                return True
        return self._continues_as_name(text, row, at, entry)

    def _continues_as_name(self, text: str, row: Sequence[Word], at: int, entry: _Entry) -> bool:
        if at + 1 >= len(row) or not is_beside(text, row[at], row[at + 1]):
            return False
        following = row[at + 1]
        if following.is_article and at + 2 < len(row):
            # "Nasr al-Shammari": what an Arabic article ties on belongs to the name.
            return is_beside(text, following, row[at + 2]) and row[at + 2].written[:1].isupper()
        is_person = self._register.entity(entry.alias.entity_id).kind is EntityKind.PERSON
        is_spaced = text[row[at].end : following.start] == " "
        return is_person and is_spaced and self._is_name_like(following)

    def _is_name_like(self, word: Word) -> bool:
        return (
            word.written[:1].isupper()
            and not word.written.isupper()
            and word.folded[-1] not in _LEADING
            and word.folded[-1] not in self._demonyms
        )


def _is_cased_alike(entry: _Entry, walked: tuple[str, ...]) -> bool:
    """Whether capitals stand where the alias has them; an abbreviation is all capitals."""
    for wanted, seen in zip(entry.written, walked, strict=True):
        if wanted.isupper() and 1 < len(wanted) <= _ACRONYM_LETTERS and wanted.isascii():
            if not seen.isupper():
                return False
        elif (
            wanted[:1].isupper() and not seen[:1].isupper() and wanted.casefold() not in GROUP_HEADS
        ):
            return False
    return entry.alias.mark is not AliasMark.EXACT or entry.written == walked


def _is_valid(alias: Alias, on: date | None) -> bool:
    return on is None or alias.valid is None or on in alias.valid


def _place(spotting: Spotting) -> int:
    return spotting.start
