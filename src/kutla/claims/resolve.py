"""From drafts to claims: names matched against a register, or kept as they stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kutla.claims.claim import Claim, ClaimDraft, Name, Voice
from kutla.vocabulary import Referent

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kutla.documents.document import Document
    from kutla.register import Register


def resolve(
    drafts: Iterable[ClaimDraft], document: Document, register: Register
) -> tuple[Claim, ...]:
    """Match the names of a document's drafts; a name that is not decided stays a mention."""
    reported = document.published.period
    on = reported.first_on if reported is not None else None
    return tuple(_resolve(draft, document, register, on) for draft in drafts)


def _resolve(draft: ClaimDraft, document: Document, register: Register, on: date | None) -> Claim:
    return Claim(
        kind=draft.kind,
        subject=_referent(draft.subject, register, on),
        object=None if draft.object is None else _referent(draft.object, register, on),
        value=draft.value,
        total=draft.total,
        polarity=draft.polarity,
        modality=draft.modality,
        attribution=tuple(_voice(voice, register, on) for voice in draft.attribution),
        event=draft.event,
        reported=document.published.period,
        quote=draft.quote,
        method=draft.method,
        certainty=draft.certainty,
    )


def matched(claim: Claim, register: Register) -> Claim:
    """Match the names of a claim from elsewhere that have no id; an id that is nobody's is dropped.

    What the claim says of a known name's kind gives way to the register.
    """
    on = claim.reported.first_on if claim.reported is not None else None

    def known(referent: Referent) -> Referent:
        entity = register.find_entity(referent.entity_id) if referent.entity_id else None
        if entity is not None:
            return Referent(referent.name, entity.id, entity.kind)
        return _referent(Name(referent.name, referent.kind), register, on)

    return replace(
        claim,
        subject=known(claim.subject),
        object=None if claim.object is None else known(claim.object),
        attribution=tuple(_voice(voice, register, on) for voice in claim.attribution),
    )


def _referent(name: Name, register: Register, on: date | None) -> Referent:
    entity_id = name.entity_id
    if entity_id is None:
        entity_id = register.match(name.name, on=on, kind=name.kind).entity_id
    entity = None if entity_id is None else register.find_entity(entity_id)
    return Referent(name.name, entity_id, name.kind if entity is None else entity.kind)


def _voice(voice: Voice, register: Register, on: date | None) -> Voice:
    if voice.entity_id is not None or voice.is_anonymous:
        return voice
    return replace(voice, entity_id=register.match(voice.name, on=on).entity_id)
