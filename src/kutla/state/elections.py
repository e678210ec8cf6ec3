"""One election under many names: "the May 12 poll" and "the parliamentary election of 2031"."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from kutla.claims import Modality
from kutla.vocabulary import EntityKind, Period, Referent

if TYPE_CHECKING:
    from kutla.register import Register
    from kutla.state.topics import Point

_GENERAL = re.compile(r"\b(?:elections?|polls?|vote|voting|ballot|polling)\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:presidential|local|provincial|municipal|regional|state|mayoral|council|european|"
    r"leadership|primary|primaries|senate|by-?elections?|referendum|run-?off|in [A-Z])",
)
_AHEAD = re.compile(
    r"\b(?:upcoming|coming|next|early|earlier|snap|fresh|new|forthcoming|planned|future)\b",
    re.IGNORECASE,
)
_AFTER = "after "


def fold_elections(points: list[Point], register: Register) -> list[Point]:
    """Give the points about one election one subject.

    An election is known by its day. One without a day is the last before the report, or, where
    the words look ahead, the next after it. Local and other elections keep their own names.
    """
    anchors = {id(p): _anchor(p, register) for p in points if p.family == "election"}
    ahead = {a for a in anchors.values() if isinstance(a, Period) and not _is_held(a, register)}
    groups: dict[str, list[Point]] = defaultdict(list)
    for point in points:
        anchor = anchors.get(id(point))
        if isinstance(anchor, str):
            anchor = _only_later(anchor, ahead) or anchor
        if anchor is not None:
            groups[str(anchor)].append(point)
    renamed: dict[int, Point] = {}
    for group in groups.values():
        subject = min((p.subject for p in group), key=_fullness)
        for point in group:
            note = point.note
            if point.subject.key != subject.key:
                note = f"named as {point.claim.subject.name}"
            renamed[id(point)] = replace(point, subject=subject, note=note)
    return [renamed.get(id(point), point) for point in points]


def _anchor(point: Point, register: Register) -> Period | str | None:
    """Give the days of an election, or "after DAY" for the next one; None where it stays apart."""
    name = point.subject.name
    if not point.subject.is_resolved and (not _GENERAL.search(name) or _OTHER.search(name)):
        return None
    period = point.claim.event.period
    entity = register.find_entity(point.subject.entity_id or "")
    if entity is not None and entity.valid is not None:
        period = period or entity.valid
    if period is not None:
        held = [each.held_on for each in register.elections if each.held_on.overlaps(period)]
        return held[0] if len(held) == 1 else period
    reported = point.claim.reported
    before = register.election_on_or_before(reported.last_on) if reported is not None else None
    if before is None:
        return None
    is_past = point.is_yes and point.claim.modality is Modality.ACTUAL and not _AHEAD.search(name)
    return before.held_on if is_past else f"{_AFTER}{before.held_on.last_on.isoformat()}"


def _is_held(period: Period, register: Register) -> bool:
    return any(each.held_on == period for each in register.elections)


def _only_later(anchor: str, ahead: set[Period]) -> Period | None:
    """Give the one election day that reports name after the last one held."""
    later = [each for each in ahead if each.first_on.isoformat() > anchor.removeprefix(_AFTER)]
    spread = (max(e.last_on for e in later) - min(e.first_on for e in later)) if later else None
    near = spread is not None and spread <= timedelta(days=31)
    return min(later, key=lambda e: (e.until_on - e.first_on, e.first_on)) if near else None


def _fullness(subject: Referent) -> tuple[bool, bool, int, str]:
    """Order names: the register's first, then those with a day or year, then the longer."""
    has_day = any(sign.isdigit() for sign in subject.name)
    is_election = subject.kind is EntityKind.ELECTION
    return (
        not (subject.is_resolved and is_election),
        not has_day,
        -len(subject.name),
        subject.name,
    )
