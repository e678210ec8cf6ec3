"""How much a voice weighs: one visible table, in log-odds.

An independent story that reports a thing in its own voice about doubles the odds (0.7 = ln 2); an
official voice speaks for what it decides; a nameless one hardly moves them. The order official >
named > reported > anonymous > partisan is DESIGN.md's; the sizes are ours and meant to be changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.claims import VoiceRole
from kutla.documents import OutletKind
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from kutla.claims import Claim, Voice
    from kutla.documents import Document, Source
    from kutla.register import Register


@dataclass(frozen=True, slots=True)
class Weight:
    """One row of the table."""

    name: str
    log_odds: float


VOUCHED = Weight("vouched", 2.2)
"""An analyst read the words and vouches for them (``kutla review accept``): nine to one."""
OFFICIAL = Weight("official", 1.6)
NAMED = Weight("named", 1.1)
REPORTED = Weight("reported", 0.7)
ANONYMOUS = Weight("anonymous", 0.2)
PARTISAN = Weight("partisan", 0.1)
WEIGHTS = (VOUCHED, OFFICIAL, NAMED, REPORTED, ANONYMOUS, PARTISAN)

_OFFICIAL_NAME = re.compile(
    r"\b(?:electoral commission|election commission|IHEC|court|parliament|council of representatives|"
    r"presidency|joint operations? command|ministry|speaker's office|central bank)\b",
    re.IGNORECASE,
)
_OFFICIAL_KINDS = frozenset({EntityKind.INSTITUTION, EntityKind.MINISTRY})
PARTISAN_OUTLETS = frozenset({OutletKind.PARTY})


def weigh(
    claim: Claim, document: Document | Source | None, speaker_kind: EntityKind | None
) -> Weight:
    """Give the row of the table that a claim's innermost voice falls under."""
    outlet = None if document is None else document.outlet
    is_partisan = outlet is not None and outlet.kind in PARTISAN_OUTLETS
    return _of_voice(claim.speaker, speaker_kind, is_partisan=is_partisan)


def weigh_voice(speaker: Voice | None, register: Register, *, is_partisan: bool) -> Weight:
    """Give the row that a voice falls under; ``is_partisan`` says that a party publishes it."""
    known = register.find_entity(speaker.entity_id) if speaker and speaker.entity_id else None
    return _of_voice(speaker, known.kind if known else None, is_partisan=is_partisan)


def _of_voice(
    speaker: Voice | None, speaker_kind: EntityKind | None, *, is_partisan: bool
) -> Weight:
    if speaker is None or speaker.role is VoiceRole.AGENCY:
        return PARTISAN if is_partisan else REPORTED
    if speaker.is_anonymous:
        return ANONYMOUS
    if speaker_kind in _OFFICIAL_KINDS or _OFFICIAL_NAME.search(speaker.name):
        return OFFICIAL
    return NAMED
