"""A draft is what a reader guesses; a claim is what is recorded."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from kutla.vocabulary import OPEN, EntityKind, Period, Quote, Referent, When

if TYPE_CHECKING:
    from collections.abc import Mapping


class Polarity(StrEnum):
    """Whether it is said to be so."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"
    """The document itself says it is not so."""
    DENIED = "denied"
    """Somebody denies it; the innermost voice is the denier."""


class Modality(StrEnum):
    """In what way it is said to be so."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DEMANDED = "demanded"


class VoiceRole(StrEnum):
    """The part a voice plays in the chain of who says."""

    OUTLET = "outlet"
    AGENCY = "agency"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of the chain of authority.

    ``name`` is the fullest name or description the document gives ("local sources");
    ``description`` what it says of the speaker ("director of Sadr's office").
    """

    name: str
    role: VoiceRole = VoiceRole.SPEAKER
    is_anonymous: bool = False
    entity_id: str | None = None
    description: str = ""


ARTICLE = "article"
"""The interchange name of the document's own voice."""


@dataclass(frozen=True, slots=True)
class Name:
    """An argument of a draft: the fullest name the document gives, and where it was read.

    ``start``/``end`` are the offsets of the words that stand for it in the sentence (a pronoun,
    a description or the name itself); ``kind`` is what the words around it say it is.
    """

    name: str
    kind: EntityKind | None = None
    start: int | None = None
    end: int | None = None
    entity_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDraft:
    """What an extractor read: names as written, not yet matched against a register.

    ``attribution`` runs from the outermost voice to the innermost, empty where the document
    itself asserts the claim. ``certainty`` (0 to 1) is the extractor's in its own reading.
    """

    kind: str
    subject: Name
    object: Name | None = None
    value: int | None = None
    total: int | None = None
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    attribution: tuple[Voice, ...] = ()
    event: When = OPEN
    quote: Quote
    method: str
    certainty: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A resolved claim; equal contents have equal :attr:`id`, whenever they were read.

    ``reported`` is when the document was published, as far as that is known.
    """

    kind: str
    subject: Referent
    object: Referent | None = None
    value: int | None = None
    total: int | None = None
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    attribution: tuple[Voice, ...] = ()
    event: When = OPEN
    reported: Period | None = None
    quote: Quote
    method: str
    certainty: float
    _id: str = field(init=False, default="", compare=False, repr=False)

    @property
    def id(self) -> str:
        """First 16 hex digits of the SHA-256 of the canonical JSON of the contents."""
        if not self._id:  # worked out once: a state asks thousands of claims for it
            object.__setattr__(self, "_id", claim_id(self))
        return self._id

    @property
    def speaker(self) -> Voice | None:
        """The innermost speaker, None where the document itself asserts the claim."""
        speakers = [voice for voice in self.attribution if voice.role is not VoiceRole.OUTLET]
        return speakers[-1] if speakers else None

    @property
    def is_anonymous(self) -> bool:
        """Whether the innermost speaker is not named."""
        return self.speaker is not None and self.speaker.is_anonymous


def claim_id(claim: Claim) -> str:
    """Hash the canonical JSON of what the claim says (``certainty`` left out)."""
    return hashlib.sha256(canonical_json(_contents(claim)).encode()).hexdigest()[:16]


def saying_id(claim: Claim) -> str:
    """Hash what the claim says and where, whichever reader found it (``method`` left out too)."""
    contents = {key: value for key, value in _contents(claim).items() if key != "method"}
    return hashlib.sha256(canonical_json(contents).encode()).hexdigest()[:16]


def canonical_json(contents: Mapping[str, object]) -> str:
    """Write JSON one way only: keys sorted, no spaces, no escapes."""
    return json.dumps(contents, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _contents(claim: Claim) -> dict[str, object]:
    def referent(value: Referent | None) -> list[str | None] | None:
        return None if value is None else [value.name, value.entity_id]

    return {
        "kind": claim.kind,
        "subject": referent(claim.subject),
        "object": referent(claim.object),
        "value": claim.value,
        "total": claim.total,
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "attribution": [[v.name, v.role.value, v.is_anonymous] for v in claim.attribution],
        "event": None if claim.event.period is None else str(claim.event.period),
        "quote": [claim.quote.document_id, claim.quote.start, claim.quote.end, claim.quote.exact],
        "method": claim.method,
    }
