"""Which predicted claim is which gold claim, and in what the two agree."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kutla.claims.agreement import is_compatible_name, is_same_name, is_same_office
from kutla.claims.claim import ARTICLE, Claim, ClaimDraft, VoiceRole
from kutla.claims.kinds import get_kind
from kutla.claims.matching import match_best
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kutla.claims.claim import Name
    from kutla.vocabulary import Referent

Claimed = Claim | ClaimDraft
Identify = Callable[[str], str | None]
"""Gives a register's id for a name, or None."""
_BEFALLING = frozenset({"detains", "releases"})
DETAILS = ("polarity", "modality", "source", "date", "quote")
"""What is compared on matched claims, each with its own accuracy."""


def agrees(one: Claimed, other: Claimed, identify: Identify | None = None) -> bool:
    """Whether two claims say the same, leniently: kind, arguments and value."""
    if one.kind != other.kind:
        return False
    kind = get_kind(one.kind)
    if kind.has_value and one.value != other.value:
        return False
    if _is_same_argument(one.subject, other.subject, identify) and _has_same_object(
        one, other, identify
    ):
        return True
    if kind.name in _BEFALLING and (one.object is None) != (other.object is None):
        return _agrees_befallen(one, other, identify)
    return kind.symmetric and _agrees_swapped(one, other, identify)


def _has_same_object(one: Claimed, other: Claimed, identify: Identify | None) -> bool:
    kind = get_kind(one.kind)
    if one.object is None or other.object is None:
        return not kind.object_required or one.object is other.object
    if EntityKind.OFFICE in kind.object_kinds and is_same_office(
        one.object.name, other.object.name
    ):
        return True
    return _is_same_argument(one.object, other.object, identify)


def _agrees_befallen(one: Claimed, other: Claimed, identify: Identify | None) -> bool:
    """Whether "nine were held" (no agent named) is the same as "police held nine"."""
    passive, active = (one, other) if one.object is None else (other, one)
    return active.object is not None and _is_same_argument(passive.subject, active.object, identify)


def _agrees_swapped(one: Claimed, other: Claimed, identify: Identify | None) -> bool:
    return (
        one.object is not None
        and other.object is not None
        and _is_same_argument(one.subject, other.object, identify)
        and _is_same_argument(one.object, other.subject, identify)
    )


def _is_same_argument(
    one: Referent | Name, other: Referent | Name, identify: Identify | None
) -> bool:
    if one.entity_id is not None and one.entity_id == other.entity_id:
        return True
    if is_compatible_name(one.name, other.name):
        return True
    entity_id = identify(one.name) if identify else None
    return entity_id is not None and identify is not None and entity_id == identify(other.name)


def pair_claims(
    ours: Sequence[Claimed], theirs: Sequence[Claimed], identify: Identify | None = None
) -> list[tuple[Claimed, Claimed]]:
    """Pair claims one to one: as many as possible, then those that agree in most details."""
    weights = [[_weight(one, other, identify) for other in theirs] for one in ours]
    return [(ours[row], theirs[column]) for row, column in match_best(weights)]


def _weight(one: Claimed, other: Claimed, identify: Identify | None) -> int:
    """Weigh a pair: a match outweighs all details of all other pairs, strict ones come next."""
    if not agrees(one, other, identify):
        return 0
    details = sum(has_detail(name, one, other) for name in DETAILS)
    return 100_000 + 10 * is_strict(one, other) + details


def is_strict(one: Claimed, other: Claimed) -> bool:
    """Whether a leniently matched pair agrees in names word by word, polarity and modality."""
    if (one.polarity, one.modality) != (other.polarity, other.modality):
        return False
    if _has_same_names((one.subject, one.object), (other.subject, other.object)):
        return True
    swapped = (other.object or other.subject, other.subject)
    return get_kind(one.kind).symmetric and _has_same_names((one.subject, one.object), swapped)


def _has_same_names(
    ones: tuple[Referent | Name, Referent | Name | None],
    others: tuple[Referent | Name, Referent | Name | None],
) -> bool:
    for one, other in zip(ones, others, strict=True):
        if one is None or other is None:
            if one is not other:
                return False
        elif not is_same_name(one.name, other.name):
            return False
    return True


def source_of(claim: Claimed) -> str:
    """Name the innermost speaker, or "article"."""
    speakers = [voice for voice in claim.attribution if voice.role is not VoiceRole.OUTLET]
    return speakers[-1].name if speakers else ARTICLE


def has_detail(name: str, one: Claimed, other: Claimed) -> bool:
    """Whether two claims agree in one of ``DETAILS``."""
    if name == "polarity":
        return one.polarity is other.polarity
    if name == "modality":
        return one.modality is other.modality
    if name == "date":
        return one.event.period == other.event.period
    if name == "source":
        return is_compatible_name(source_of(one), source_of(other))
    return _has_shared_quote(one, other)


def _has_shared_quote(one: Claimed, other: Claimed) -> bool:
    ours, theirs = one.quote, other.quote
    if ours.exact in theirs.exact or theirs.exact in ours.exact:
        return True
    # Gold may name no document, or be offsets into the file's own text: it is the same one here.
    return ours.start < theirs.end and theirs.start < ours.end
