"""On what a figure of an election rests: a first count, a recount, the final result, a projection.

Two figures of one election need not contradict each other: a recount overtakes the first count, and
"36 with its allies" is no rival of "27 for the list alone". Reports say so beside the figure, and
only there is it read; a figure whose words say nothing of the kind stays a rival of all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kutla.claims import Claim


class Basis(IntEnum):
    """What was counted, the later the higher; each overtakes those before it."""

    PROJECTED = 1
    """A projection, an estimate, an exit poll."""
    UNOFFICIAL = 2
    """Partial or unofficial results."""
    FIRST_COUNT = 3
    """Preliminary or initial results."""
    AUDITED = 4
    """After complaints and audits, not certified yet."""
    FINAL = 5
    """A recount, the final or certified result."""


@dataclass(frozen=True, slots=True)
class Rests:
    """What a claim's words say of its figure: on which basis, and of the list alone or with others.

    Both None where the words say nothing.
    """

    basis: Basis | None = None
    is_alone: bool | None = None


_WORDS = (
    (Basis.PROJECTED, r"projection|projected|projects|estimates?|estimated|exit polls?|forecasts?"),
    (
        Basis.UNOFFICIAL,
        r"unofficial(?:ly)?|partial (?:results?|count|returns)|unconfirmed results?",
    ),
    (
        Basis.FIRST_COUNT,
        (
            r"preliminar(?:y|ily)|prelim|first count|initial (?:results?|count|tally)|early results?|"
            r"provisional(?:ly)?|first results"
        ),
    ),
    (Basis.AUDITED, r"audit(?:ed|s)?|appeals? stage|after (?:the )?(?:complaints|appeals)"),
    (
        Basis.FINAL,
        (
            r"final(?:ly)? (?:results?|count|tally|figures?)|final|recount(?:ed)?|manual count|"
            r"certified|ratified|upheld|definitive"
        ),
    ),
)
_BASIS = tuple((basis, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for basis, words in _WORDS)
_NOT_YET = re.compile(
    r"\b(?:before|ahead of|pending|until|awaiting|no|not (?:the )?)\s+(?:the |any |a )?"
    r"(?:final|recount|certified|ratified|audit)",
    re.IGNORECASE,
)
_WITH_OTHERS = re.compile(
    r"\b(?:including|incl\.?|counting|together with|along with|with) (?:its |his |their |the |all )?"
    r"(?:\w+ )?(?:allies|allied|partners|seats won inside|affiliates|others?)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\b(?:alone|on (?:its|his|their) own|by itself)\b", re.IGNORECASE)
_END = re.compile(r"[.!?](?:\s|$)|\n")


def rests_on(claim: Claim) -> Rests:
    """Read off a claim's words what its figure rests on; of several the latest counts."""
    return read_basis(claim.quote.prefix, claim.quote.exact, claim.quote.suffix)


@lru_cache(maxsize=20_000)
def read_basis(prefix: str, exact: str, suffix: str) -> Rests:
    """Read off a quote, and what stands around it in its sentence, what a figure rests on."""
    words = f"{_END.split(prefix)[-1]}{exact}{_END.split(suffix)[0]}"
    told = _NOT_YET.sub(" ", words)
    found = [basis for basis, pattern in _BASIS if pattern.search(told)]
    alone: bool | None = None
    if _WITH_OTHERS.search(words):
        alone = False
    elif _ALONE.search(words):
        alone = True
    return Rests(max(found) if found else None, alone)


WORDS = {
    Basis.PROJECTED: "a projection",
    Basis.UNOFFICIAL: "unofficial results",
    Basis.FIRST_COUNT: "the first count",
    Basis.AUDITED: "the audit",
    Basis.FINAL: "the final count",
}
"""How a reason names each."""
