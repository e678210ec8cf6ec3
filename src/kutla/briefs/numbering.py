"""Numbers for claims, given in the order in which a brief first leans on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.briefs.brief import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kutla.documents import Document
    from kutla.state import Evidence, Fact


class Numbering:
    """Hands out claim numbers while a brief is written."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._numbers: dict[str, int] = {}
        self._items: list[Evidence] = []

    def of(self, items: Iterable[Evidence]) -> tuple[int, ...]:
        """Give the numbers of the claims, new ones where they have none."""
        found = []
        for item in items:
            number = self._numbers.get(item.claim.id)
            if number is None:
                self._items.append(item)
                number = self._numbers[item.claim.id] = len(self._items)
            found.append(number)
        return tuple(dict.fromkeys(found))

    def of_fact(self, fact: Fact) -> tuple[int, ...]:
        """Give the numbers of everything said for and against a fact."""
        return self.of((*fact.support, *fact.dissent))

    def entries(self) -> tuple[Entry, ...]:
        """Give the evidence, in order."""
        return tuple(
            Entry(number, item, self._documents.get(item.claim.quote.document_id))
            for number, item in enumerate(self._items, start=1)
        )
