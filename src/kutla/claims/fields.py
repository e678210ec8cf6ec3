"""One JSON object of the interchange form, read key by key with messages that name the place."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NoReturn, TypeVar

from kutla.claims.claim import Modality, Polarity, VoiceRole
from kutla.claims.kinds import get_kind
from kutla.errors import ClaimError, UnknownKindError
from kutla.vocabulary import EntityKind, Period

if TYPE_CHECKING:
    from collections.abc import Mapping

_Word = TypeVar("_Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Fields:
    """The keys of one object; ``place`` is what messages call it ("gold.jsonl, line 3")."""

    place: str
    keys: Mapping[str, object]

    @classmethod
    def parse(cls, line: str, place: str) -> Fields:
        """Read a JSON object; anything else is a ClaimError."""
        try:
            read = json.loads(line)
        except json.JSONDecodeError as error:
            raise ClaimError(
                f"{place}: not JSON ({error.msg} at column {error.colno}); write one object a line"
            ) from None
        if not isinstance(read, dict):
            raise ClaimError(f"{place}: not a JSON object; write one object a line")
        return cls(place, read)

    def refuse(self, key: str, wanted: str) -> NoReturn:
        """Raise the ClaimError that says what ``key`` should hold."""
        held = "missing" if key not in self.keys else f"{self.keys[key]!r}"
        raise ClaimError(f"{self.place}: {key!r} should be {wanted}, and is {held}")

    def kind(self) -> str:
        """Read the kind of claim."""
        name = self.text("kind") or self.refuse("kind", "a kind of claim")
        try:
            return get_kind(name).name
        except UnknownKindError as error:
            raise UnknownKindError(f"{self.place}: {error}") from None

    def text(self, key: str) -> str | None:
        """Read a string or null."""
        read = self.keys.get(key)
        if read is None or isinstance(read, str):
            return read
        return self.refuse(key, "a string or null")

    def number(self, key: str) -> int | None:
        """Read a whole number or null."""
        read = self.keys.get(key)
        if read is None:
            return None
        if isinstance(read, float) and read.is_integer():
            return int(read)
        if isinstance(read, int) and not isinstance(read, bool):
            return read
        return self.refuse(key, "a whole number or null")

    def share(self, key: str) -> float:
        """Read a number between 0 and 1; 1 where there is none."""
        read = self.keys.get(key, 1.0)
        if isinstance(read, int | float) and not isinstance(read, bool) and 0 <= read <= 1:
            return float(read)
        return self.refuse(key, "a number between 0 and 1")

    def truth(self, key: str) -> bool:
        """Read true or false; false where there is neither."""
        read = self.keys.get(key, False)
        if isinstance(read, bool):
            return read
        return self.refuse(key, "true or false")

    def period(self, key: str) -> Period | None:
        """Read an ISO day, month, year or range, or null."""
        read = self.text(key)
        if read is None:
            return None
        try:
            return Period.parse(read)
        except ValueError:
            self.refuse(key, "an ISO day, month, year or range (a/b), or null")

    def polarity(self) -> Polarity:
        """Read the polarity; affirmed where there is none."""
        return self._word("polarity", Polarity, Polarity.AFFIRMED)

    def modality(self) -> Modality:
        """Read the modality; actual where there is none."""
        return self._word("modality", Modality, Modality.ACTUAL)

    def role(self) -> VoiceRole:
        """Read the role of a voice; speaker where there is none."""
        return self._word("role", VoiceRole, VoiceRole.SPEAKER)

    def entity_kind(self, key: str) -> EntityKind | None:
        """Read what sort of actor an argument is, or null."""
        if self.text(key) is None:
            return None
        return self._word(key, EntityKind, EntityKind.PERSON)

    def rows(self, key: str) -> tuple[Fields, ...] | None:
        """Read a list of objects, or None where the key is missing or null."""
        read = self.keys.get(key)
        if read is None:
            return None
        if isinstance(read, list) and all(isinstance(row, dict) for row in read):
            return tuple(Fields(f"{self.place}, {key} {n}", row) for n, row in enumerate(read, 1))
        return self.refuse(key, "a list of objects")

    def _word(self, key: str, words: type[_Word], default: _Word) -> _Word:
        read = self.keys.get(key)
        if read is None:
            return default
        try:
            return words(str(read))
        except ValueError:
            self.refuse(key, "one of " + ", ".join(word.value for word in words))
