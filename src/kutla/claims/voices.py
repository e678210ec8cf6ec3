"""Who says it: the chain from the outlet to the innermost speaker, and who "we" is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.claims.claim import Voice, VoiceRole
from kutla.language.passage import Mention
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from kutla.documents.document import Document
    from kutla.language.passage import Passage, Speaker

_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})


def voices_of(document: Document, passage: Passage, at: int) -> tuple[Voice, ...]:
    """Give the chain of who says what stands at offset ``at``, outermost first."""
    voices: list[Voice] = []
    if document.outlet is not None:
        voices.append(Voice(document.outlet.name, VoiceRole.OUTLET))
    outer = [span.speaker for span in passage.speech if span.start <= at < span.end]
    chain = [*outer, *([passage.speaker] if passage.speaker else [])]
    for speaker in chain:
        for voice in _voices(document, speaker):
            if voice.name not in {known.name for known in voices}:
                voices.append(voice)
    return tuple(voices)


def _voices(document: Document, speaker: Speaker) -> list[Voice]:
    agencies = {credit.casefold() for credit in document.credits}
    carriers = [Voice(name, VoiceRole.AGENCY) for name in speaker.via]
    role = VoiceRole.AGENCY if speaker.name.casefold() in agencies else VoiceRole.SPEAKER
    innermost = Voice(
        speaker.name, role, speaker.is_anonymous, speaker.entity_id, speaker.description
    )
    return [*carriers, innermost]


def is_denied(passage: Passage, at: int) -> bool:
    """Whether what stands at ``at`` is reported as denied."""
    return any(span.is_denial for span in passage.speech if span.start <= at < span.end)


def first_person_mentions(passage: Passage) -> tuple[Mention, ...]:
    """Give the words by which a quoted speaker speaks of himself: "I", "my", "we", "our"."""
    speaker = passage.speaker
    if speaker is None or speaker.is_anonymous or not passage.quotation:
        return ()
    covered = [(mention.start, mention.end) for mention in passage.mentions]
    found = []
    for token in passage.parse:
        word = token.lower_
        start, end = passage.starts[token.i], passage.ends[token.i]
        if word not in _SINGULAR | _PLURAL or any(a <= start < b for a, b in covered):
            continue
        found.append(
            Mention(
                start,
                end,
                token.text,
                speaker.name,
                EntityKind.PERSON,
                "pronoun",
                "",
                speaker.entity_id,
            )
        )
    return tuple(found)
