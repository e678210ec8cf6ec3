"""Oddities of the world's data, as data: nothing is raised, nothing is hidden."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a reader should know: sums that do not add up, a name nobody knows.

    ``code`` is stable and kebab-case (``seats-do-not-add-up``); ``message`` is one sentence;
    ``claim_ids`` and ``place`` (a file, a document id, a row) say where to look.
    """

    code: str
    message: str
    claim_ids: tuple[str, ...] = ()
    place: str = ""
