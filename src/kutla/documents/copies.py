"""Which documents share text: an index that a document is added to one at a time.

A document is held as its five-word shingles outside quotations; of their hashes one in sixteen is
kept for finding candidates (and the eight least, for short texts), so that adding a document
compares it only with those it shares one with. Candidates are verified by aligning the texts.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import nsmallest
from typing import TYPE_CHECKING

from kutla.documents.document import Copy, Document
from kutla.documents.masking import own_words, quotations

if TYPE_CHECKING:
    from collections.abc import Sequence

SHINGLE = 5
SAMPLE = 16
LEAST = 8
SHARED = 0.5
"""Share of the smaller text that must stand in the other one."""
TOUCHED = 0.1
"""Share from which a text may come from an outlet that it credits."""
QUOTE_WORDS = 8
"""A shared quotation of so many words is a shared statement."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a document to compare it."""

    document: Document
    shingles: tuple[int, ...]
    """In the order of the text."""
    sample: frozenset[int]
    quotes: frozenset[int]


def sketch(document: Document) -> Sketch:
    """Reduce a document to its shingles, the sampled ones, and its quotations."""
    body = document.body
    shingles = tuple(value for stretch in own_words(body) for value in _rolled(stretch, SHINGLE))
    distinct = set(shingles)
    sample = {value for value in distinct if not value % SAMPLE} | set(nsmallest(LEAST, distinct))
    quotes = {value for quotation in quotations(body) for value in _rolled(quotation, QUOTE_WORDS)}
    return Sketch(document, shingles, frozenset(sample), frozenset(quotes))


_PRIME = (1 << 61) - 1
_BASE = 1_000_003_000_007


def _rolled(words: Sequence[str], size: int) -> list[int]:
    """Give the hash of every run of ``size`` words: each from the one before (Rabin and Karp 1987)."""
    numbers = [_number(word) for word in words]
    if len(numbers) < size:
        return []
    outgoing = pow(_BASE, size - 1, _PRIME)
    value = 0
    for number in numbers[:size]:
        value = (value * _BASE + number) % _PRIME
    found = [value]
    for gone, come in zip(numbers, numbers[size:], strict=False):
        value = ((value - gone * outgoing) * _BASE + come) % _PRIME
        found.append(value)
    return found


@lru_cache(maxsize=200_000)
def _number(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=7).digest(), "big")


def aligned_share(one: Sketch, two: Sketch) -> tuple[float, float]:
    """Give the share of each text's shingles that stand in the other one in the same order.

    Shingles that stand once in both are put in order of the first; the longest increasing run
    of their places in the second is the alignment, so text that is only shuffled does not count.
    """
    places_one, places_two = _once(one.shingles), _once(two.shingles)
    shared = [
        places_two[value] for value in one.shingles if value in places_one and value in places_two
    ]
    run = _longest_increasing(shared)
    return (
        run / len(places_one) if places_one else 0.0,
        run / len(places_two) if places_two else 0.0,
    )


def _once(shingles: tuple[int, ...]) -> dict[int, int]:
    places: dict[int, int] = {}
    twice: set[int] = set()
    for at, value in enumerate(shingles):
        if value in places:
            twice.add(value)
        places[value] = at
    return {value: at for value, at in places.items() if value not in twice}


def _longest_increasing(values: list[int]) -> int:
    piles: list[int] = []
    for value in values:
        at = bisect_left(piles, value)
        piles[at : at + 1] = [value]
    return len(piles)


@dataclass(slots=True)
class CopyIndex:
    """The documents seen so far; ``add`` one and get its edges to the earlier ones."""

    _sketches: dict[str, Sketch] = field(default_factory=dict)
    _holders: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    _quoters: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, document: Document) -> tuple[Copy, ...]:
        """Add a document; give its edges to those already there, none where it is one of them."""
        if document.id in self._sketches:
            return ()
        new = sketch(document)
        candidates: dict[str, None] = {}
        for holders, values in ((self._holders, new.sample), (self._quoters, new.quotes)):
            for value in values:
                candidates.update(dict.fromkeys(holders.get(value, ())))
                holders[value].append(document.id)
        self._sketches[document.id] = new
        known = [name for name in self._sketches if name in candidates]
        edges = (compare(self._sketches[name], new) for name in known)
        return tuple(edge for pair in edges for edge in pair)


def compare(old: Sketch, new: Sketch) -> list[Copy]:
    """Give the edges between two documents, the earlier one first."""
    in_old, in_new = aligned_share(old, new)
    share = round(max(in_old, in_new), 3)
    one, two = old.document, new.document
    if in_old >= SHARED and in_new >= SHARED:
        return [Copy(one.id, two.id, "copy", share)]
    if in_old >= SHARED:
        return [Copy(two.id, one.id, "contains", share)]
    if in_new >= SHARED:
        return [Copy(one.id, two.id, "contains", share)]
    edges = []
    if old.quotes & new.quotes:
        edges.append(Copy(one.id, two.id, "shared_quote", share))
    if share >= TOUCHED:
        edges.extend(_credited(one, two, share))
    return edges


def _credited(one: Document, two: Document, share: float) -> list[Copy]:
    return [
        Copy(teller.id, origin.id, "credited_origin", share)
        for teller, origin in ((one, two), (two, one))
        if origin.outlet is not None and origin.outlet.name in teller.credits
    ]
