"""Who published a report: every sign of it, weighed; a wire that is credited is no publisher."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.documents.document import Dropped, DropReason, Outlet, OutletKind
from kutla.documents.lines import fold
from kutla.documents.outlet_table import find_outlet, find_outlet_by_url, known_outlets

if TYPE_CHECKING:
    from kutla.documents.dateline import Dateline
    from kutla.documents.metadata import Metadata

_TOLD = re.compile(
    r"\b(?:told|speaking to|spoke to|in an interview with|in a statement to)\s+"
    r"(?P<who>(?:[Tt]he )?[A-Z][\w’'\-]*(?:[ \-][A-Z0-9][\w’'\-]*){0,3})"
)
_POLICY = re.compile(
    r"(?P<who>[A-Z][\w’'\-]*(?: [A-Z0-9][\w’'\-]*){0,3}) (?:moderates|welcomes|reserves|reviews)\b"
)
_APPEAL = re.compile(
    r"^(?:Please )?(?:Support|Donate to|Help|Fund) (?P<who>[A-Z][\w.]*(?: [A-Z][\w.]*){0,2})[.!]?$"
)
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)|Copyright)\s*(?:\d{4})?(?:\s?[-–]\s?\d{4})?,?\s*"
    r"(?P<who>[A-Z][\w’'\-]*(?:[ .&](?! )(?!All rights)(?!\d{4})[\w’'&\-]+){0,5})"
)
_FURNITURE = frozenset(
    {DropReason.BANNER, DropReason.DONATION, DropReason.NAVIGATION, DropReason.SUBSCRIBE,
     DropReason.COMMENT_POLICY, DropReason.REPEATED}
)  # fmt: skip
LEAST_CERTAINTY = 0.5
"""With less than that no outlet is named."""


@dataclass(frozen=True, slots=True)
class _Sign:
    name: str
    evidence: str
    certainty: float


def find_publisher(
    text: str, dropped: tuple[Dropped, ...], dateline: Dateline | None, metadata: Metadata
) -> Outlet | None:
    """Weigh the signs of who published a text; None where there is none.

    Independent signs of one outlet add up; certainty is 1 minus the product of their doubts.
    """
    signs = [*_from_metadata(metadata), *_from_dateline(dateline), *_from_telling(text, dropped)]
    for span in dropped:
        if span.reason in _FURNITURE:
            signs.extend(_from_furniture(text[span.start : span.end]))
    return _weigh(signs)


def _weigh(signs: list[_Sign]) -> Outlet | None:
    doubts: dict[str, float] = defaultdict(lambda: 1.0)
    evidence: dict[str, dict[str, None]] = defaultdict(dict)
    names: dict[str, str] = {}
    for sign in signs:
        known = find_outlet(sign.name)
        name = known.name if known else sign.name
        key = fold(name)
        names.setdefault(key, name)
        if sign.evidence not in evidence[key]:
            doubts[key] *= 1 - sign.certainty
        evidence[key][sign.evidence] = None
    if not doubts:
        return None
    best = min(doubts, key=lambda key: doubts[key])
    if 1 - doubts[best] < LEAST_CERTAINTY:
        return None
    known = find_outlet(names[best])
    return Outlet(
        names[best],
        known.kind if known else None,
        "; ".join(list(evidence[best])[:3]),
        round(1 - doubts[best], 3),
    )


def _from_metadata(metadata: Metadata) -> list[_Sign]:
    signs = []
    if metadata.outlet:
        signs.append(_Sign(metadata.outlet, f"metadata: {metadata.outlet}", 0.95))
    if metadata.url:
        known = find_outlet_by_url(metadata.url)
        if known is not None:
            signs.append(_Sign(known.name, f"address: {metadata.url}", 0.95))
    return signs


def _from_dateline(dateline: Dateline | None) -> list[_Sign]:
    """Take a paper in a dateline for the publisher; an agency there is what anyone may carry."""
    if dateline is None or dateline.agency is None:
        return []
    known = find_outlet(dateline.agency)
    is_wire = known is not None and known.kind in {OutletKind.AGENCY, OutletKind.STATE}
    if known is None:
        return []
    return [_Sign(known.name, f"dateline: {dateline.words}", 0.35 if is_wire else 0.9)]


def _from_telling(text: str, dropped: tuple[Dropped, ...]) -> list[_Sign]:
    """Count "told X", which is how X writes of itself; of those often quoted it says little."""
    times: dict[str, int] = defaultdict(int)
    quoted: set[str] = set()
    for match in _TOLD.finditer(text):
        inside = any(span.start <= match.start() < span.end for span in dropped)
        parts = match["who"].split(" ")
        names = (" ".join(parts[:length]) for length in range(len(parts), 0, -1))
        known = next((found for name in names if (found := find_outlet(name))), None)
        if known is None or inside or known.kind is OutletKind.AGENCY:
            continue
        times[known.name] += 1
        if known.is_often_quoted:
            quoted.add(known.name)
    signs = []
    for name, count in times.items():
        often = "" if count == 1 else f", {count} times"
        certainty = 0.75 if count > 1 else 0.6
        signs.append(
            _Sign(name, f"“told {name}”{often}", certainty * (0.5 if name in quoted else 1))
        )
    return signs


def _from_furniture(words: str) -> list[_Sign]:
    signs = []
    for line in words.splitlines():
        stripped = line.strip()
        for pattern, certainty in ((_APPEAL, 0.7), (_POLICY, 0.9), (_COPYRIGHT, 0.7)):
            match = pattern.search(stripped)
            if match and fold(match["who"]) not in _NO_NAMES:
                signs.append(_Sign(match["who"].strip(), f"“{match[0]}”", certainty))
        known = find_outlet(stripped)
        if known is not None:
            signs.append(_Sign(known.name, f"a line of its own: {stripped}", 0.7))
        elif len(stripped) < 160:
            signs.extend(_from_tagline(stripped))
    return signs


def _from_tagline(line: str) -> list[_Sign]:
    key = f" {fold(line)} "
    found = [
        outlet
        for outlet in known_outlets()
        if len(outlet.name) > 4
        and any(
            f" {fold(name)} " in key for name in (outlet.name, *outlet.aliases) if len(name) > 4
        )
    ]
    if not found:
        return []
    longest = max(found, key=lambda outlet: len(outlet.name))
    return [_Sign(longest.name, f"banner: {line[:80]}", 0.8)]


_NO_NAMES = frozenset(
    {"us", "our", "we", "the", "all", "this", "independent journalism", "journalism"}
)
