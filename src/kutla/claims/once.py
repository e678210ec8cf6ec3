"""Each claim once, even when the article repeats it in its headline, body and quotation."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kutla.claims.claim import VoiceRole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kutla.claims.claim import ClaimDraft, Name

_SYMMETRIC = frozenset({"meets", "negotiates_with", "forms_bloc"})


def keep_each_once(drafts: Iterable[ClaimDraft]) -> tuple[ClaimDraft, ...]:
    """Drop repetitions: of one claim by one voice the fullest wording stays.

    A claim the article repeats in its own voice gives way to the same claim with a speaker; two
    speakers who say the same are two claims. A wording without object gives way to one with it, a
    vote without its count to one with it, a membership to the leadership of the same.
    """
    groups: dict[tuple[object, ...], list[ClaimDraft]] = defaultdict(list)
    for draft in drafts:
        groups[_key(draft)].append(draft)
    kept = [best for group in groups.values() for best in _best(group)]
    with_object = {(d.kind, _name(d.subject), d.polarity) for d in kept if d.object is not None}
    counted = {
        (_name(d.subject), d.modality) for d in kept if d.kind == "confidence_vote" and d.value
    }
    led = {(_name(d.subject), _name(d.object)) for d in kept if d.kind == "leads"}
    full = [
        draft
        for draft in kept
        if not (draft.kind == "member_of" and (_name(draft.subject), _name(draft.object)) in led)
        and not (
            draft.kind == "confidence_vote"
            and not draft.value
            and (_name(draft.subject), draft.modality) in counted
        )
    ]
    full = [
        draft
        for draft in full
        if draft.object is not None
        or draft.value is not None
        or (draft.kind, _name(draft.subject), draft.polarity) not in with_object
    ]
    return tuple(sorted(full, key=lambda draft: (draft.quote.start, draft.quote.end, draft.kind)))


def _name(name: Name | None) -> str:
    if name is None:
        return ""
    return name.entity_id or name.name.casefold()


def _key(draft: ClaimDraft) -> tuple[object, ...]:
    ends: tuple[str, ...] = (_name(draft.subject), _name(draft.object))
    if draft.kind == "seats":
        ends = (draft.subject.name.casefold(), "")  # a list named twice is worth a word
    if draft.kind in _SYMMETRIC:
        ends = tuple(sorted(ends))
    return (draft.kind, ends, draft.value, draft.polarity)


def _speaker(draft: ClaimDraft) -> str:
    voices = [voice.name for voice in draft.attribution if voice.role is not VoiceRole.OUTLET]
    return voices[-1] if voices else ""


def _best(group: list[ClaimDraft]) -> list[ClaimDraft]:
    by_speaker: dict[str, list[ClaimDraft]] = defaultdict(list)
    for draft in group:
        by_speaker[_speaker(draft)].append(draft)
    if len(by_speaker) > 1:
        by_speaker.pop("", None)
    return [max(drafts, key=_fullness) for drafts in by_speaker.values()]


def _fullness(draft: ClaimDraft) -> tuple[bool, bool, float, int]:
    return (
        draft.event.period is not None,
        draft.total is not None,
        draft.certainty,
        -len(draft.quote.exact),
    )
