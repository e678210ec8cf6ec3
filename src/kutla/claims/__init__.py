"""What a document says: drafts as read, claims as resolved."""

from kutla.claims.claim import (
    ARTICLE,
    Claim,
    ClaimDraft,
    Modality,
    Name,
    Polarity,
    Voice,
    VoiceRole,
)
from kutla.claims.kinds import KINDS, Kind, get_kind

__all__ = [
    "ARTICLE",
    "KINDS",
    "Claim",
    "ClaimDraft",
    "Kind",
    "Modality",
    "Name",
    "Polarity",
    "Voice",
    "VoiceRole",
    "get_kind",
]
