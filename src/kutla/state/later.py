"""When a later report ends what was so before, and when it only contradicts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.claims import Polarity
from kutla.claims.kinds import get_kind
from kutla.state.topics import STRENGTH

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kutla.state.state import Alternative, Evidence
    from kutla.state.topics import Point
    from kutla.vocabulary import Period


def _days(items: Iterable[Evidence]) -> list[Period]:
    return [
        p for item in items if (p := item.claim.event.period or item.claim.reported) is not None
    ]


def _events(items: Iterable[Evidence]) -> list[Period]:
    """Give the days of the events, none where one of them is not known."""
    days = [item.claim.event.period for item in items]
    return [day for day in days if day is not None] if all(days) else []


def _is_denial(item: Evidence) -> bool:
    """Whether somebody denies it, or says of a thing that happens that it did not."""
    is_over = item.claim.kind in _HAPPENED and item.claim.polarity is Polarity.NEGATED
    return item.claim.polarity is Polarity.DENIED or is_over


_NEAR_DAYS = 30
_HAPPENED = frozenset({"meets", "negotiates_with"})
_SAID = frozenset({"refuses_bloc", "supports", "opposes", "negotiates_with", "accuses"})


def latest(every: list[Alternative], points: list[Point]) -> Alternative | None:
    """Give the reading that came after all others, where such a thing can change.

    A deed (joined, left, withdrew) ends what was so before. Words against words need a month
    between them: two voices of one week contradict each other. A denial is about what was, so it
    never ends it, and only what is said to have happened after it ends a denial; nor does a later
    figure of an election change its result.
    """
    kinds = {point.claim.kind for point in points}
    if len(every) == 1 or not any(get_kind(k).is_changeable or k in _HAPPENED for k in kinds):
        return None
    for one in every:
        against = [item for other in every if other is not one for item in other.evidence]
        mine, others = _days(one.evidence), _days(against)
        if kinds & _HAPPENED or any(map(_is_denial, against)):
            mine = _events(one.evidence)
            others = [i.claim.reported for i in against if i.claim.reported is not None]
        if not mine or not others:
            continue
        gap = (min(p.first_on for p in mine) - max(p.last_on for p in others)).days
        claims = [item.claim for item in one.evidence]
        if gap <= 0 or any(map(_is_denial, one.evidence)):
            continue
        is_deed = all(c.kind not in _SAID and c.modality is STRENGTH[0] for c in claims)
        if is_deed or gap > _NEAR_DAYS:
            return one
    return None
