"""From competing claims to a fact: independent stories counted once, weights shown, reasons said."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from kutla.claims import Polarity
from kutla.claims.kinds import get_kind
from kutla.state.counts import settle_count
from kutla.state.later import latest
from kutla.state.state import Alternative, Evidence, Fact, Standing
from kutla.state.topics import STRENGTH
from kutla.state.weights import DEFAULT, weigh
from kutla.state.wording import against, unopposed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kutla.documents import Document, Source
    from kutla.register import Register
    from kutla.state.condense import Tally
    from kutla.state.topics import Point
    from kutla.state.weights import Weights
    from kutla.vocabulary import Period


def settle(
    points: list[Point],
    stories: Mapping[str, str],
    documents: Mapping[str, Document | Source],
    register: Register,
    *,
    is_result: bool = False,
    tally: Tally | None = None,
    weights: Weights = DEFAULT,
) -> Fact:
    """Weigh what is said of one topic. ``stories`` gives the story of a document.

    ``is_result`` says that the figures are those of an election, which no later report changes.
    ``tally`` sums up claims that are not among the points, where some stand for many;
    ``weights`` is the table of how much a voice weighs.
    """
    alternatives = [
        _alternative(group, stories, documents, register, tally, weights)
        for group in _readings(points)
    ]
    if is_result:
        standing, reason = settle_count(alternatives)
    else:
        later = latest(alternatives, points)
        alternatives.sort(
            key=lambda a: (a is not later, not _takes_back(a, points), -a.log_odds, str(a.value))
        )
        standing, reason = _standing(points, alternatives, later)
    lead = alternatives[0]
    first = next(p for p in points if p.said == lead.evidence[0].claim)
    kind = lead.evidence[0].claim.kind
    period = _period(lead.evidence)
    if period is None and not get_kind(kind).is_lasting:
        reason += _bound(lead.evidence)
    return Fact(
        id=_fact_id(first),
        kind=kind,
        subject=first.subject,
        object=first.object,
        standing=standing,
        alternatives=tuple(alternatives),
        reason=reason,
        period=period,
    )


_COUNTED = frozenset({"seats", "detains", "releases"})


def _readings(points: list[Point]) -> list[list[Point]]:
    """Group points that say the same; who gives no number agrees with the number most give."""
    readings: dict[tuple[bool, int | None], list[Point]] = defaultdict(list)
    for point in points:
        value = point.claim.value if point.claim.kind in _COUNTED else None
        readings[point.is_yes, value].append(point)
    for side in (True, False):
        given = [key for key in readings if key[0] is side and key[1] is not None]
        if given and (side, None) in readings:
            most = max(given, key=lambda key: (len(readings[key]), key[1] or 0))
            readings[most] += readings.pop((side, None))
    return list(readings.values())


def _fact_id(point: Point) -> str:
    return hashlib.sha256("\x1f".join(point.key).encode()).hexdigest()[:12]


def _alternative(
    points: list[Point],
    stories: Mapping[str, str],
    documents: Mapping[str, Document | Source],
    register: Register,
    tally: Tally | None,
    weights: Weights,
) -> Alternative:
    marked = [_evidence(point, stories, documents, register, weights) for point in points]
    if len(marked) > 1:
        marked = _each_story_once(marked)
    claims = [item.claim for item in marked]
    totals = [claim.total for claim in claims if claim.total is not None]
    modality = min((claim.modality for claim in claims), key=STRENGTH.index)
    marked.sort(key=lambda item: not item.is_counted)
    stories_counted, log_odds = _summed(marked, tally)
    return Alternative(
        value=next((c.value for c in claims if c.value is not None), None),
        total=totals[0] if totals else None,
        polarity=_polarity(points, claims[0].polarity),
        modality=modality,
        evidence=tuple(marked),
        log_odds=round(log_odds, 2),
        counted=stories_counted,
    )


def _each_story_once(evidence: list[Evidence]) -> list[Evidence]:
    """Order evidence, the strongest first, and count each story once."""
    evidence.sort(
        key=lambda item: (
            -item.weight,
            item.claim.modality is not STRENGTH[0],
            item.outlet is None,  # of copies, the one whose outlet is known speaks
            item.claim.quote.document_id,
            item.claim.quote.start,
        )
    )
    counted: set[str] = set()
    marked = []
    for item in evidence:
        is_known = item.story_id in counted
        marked.append(replace(item, is_counted=False) if is_known else item)
        counted.add(item.story_id)
    return marked


def _summed(evidence: list[Evidence], tally: Tally | None) -> tuple[int | None, float]:
    """Sum the log-odds of each story once: of those shown, and of those that some stand for."""
    counted = [item for item in evidence if item.is_counted]
    if tally is None:
        return None, sum(item.weight for item in counted)
    rest = [item for item in counted if not tally.holds(item.claim.quote)]
    stories, log_odds = tally.sum(item.claim.quote for item in evidence)
    return stories + len(rest), log_odds + sum(item.weight for item in rest)


def _polarity(points: list[Point], said: Polarity) -> Polarity:
    if points[0].is_yes:
        return Polarity.AFFIRMED
    return said if said is not Polarity.AFFIRMED else Polarity.NEGATED


def _evidence(
    point: Point,
    stories: Mapping[str, str],
    documents: Mapping[str, Document | Source],
    register: Register,
    weights: Weights,
) -> Evidence:
    claim = point.said
    document = documents.get(claim.quote.document_id)
    outlet = document.outlet.name if document is not None and document.outlet else None
    speaker = claim.speaker
    entity = register.find_entity(speaker.entity_id) if speaker and speaker.entity_id else None
    weight = weigh(claim, document, entity.kind if entity else None, weights)
    if point.vouched_by:
        weight = weights.vouched
    chain = " → ".join(voice.name for voice in claim.attribution) or (outlet or "the report itself")
    by = f" for by {point.vouched_by}" if point.vouched_by else ""
    why = f"{weight.name}{by}: {chain}" + (f"; {point.note}" if point.note else "")
    return Evidence(
        claim=claim,
        story_id=stories.get(claim.quote.document_id, claim.quote.document_id),
        outlet=outlet,
        weight=round(weight.log_odds * (1.0 if point.vouched_by else claim.certainty), 2),
        is_counted=True,
        why=why,
    )


def _standing(
    points: list[Point], alternatives: list[Alternative], later: Alternative | None
) -> tuple[Standing, str]:
    lead = alternatives[0]
    if len(alternatives) == 1:
        return unopposed(lead)
    if later is not None:
        return Standing.REPORTED, "the latest report; earlier ones said otherwise"
    if _takes_back(lead, points):
        return Standing.REPORTED, "a candidacy that was given up; no report says it was renewed"
    sides = against(alternatives)
    notes = sorted({point.note for point in points if point.note.startswith("said of any")})
    return Standing.CONTESTED, sides + "".join(f"; {note}" for note in notes)


_CANDIDACY = frozenset({"candidate_for", "withdraws_candidacy"})


def _takes_back(one: Alternative, points: list[Point]) -> bool:
    """A candidacy that is withdrawn was a candidacy: the two do not contradict each other.

    Only a withdrawal that happened counts, none that is planned, and none that is denied.
    """
    if one.polarity is Polarity.AFFIRMED or one.modality is not STRENGTH[0]:
        return False
    kinds = {point.claim.kind for point in points}
    given_up = any(i.claim.kind == "withdraws_candidacy" for i in one.evidence)
    denied = any(i.claim.polarity is Polarity.DENIED for i in one.evidence)
    return kinds == _CANDIDACY and given_up and not denied


def _bound(evidence: tuple[Evidence, ...]) -> str:
    """Say by when a thing without a day had happened: by the first report of it, never today."""
    reports = [i.claim.reported.last_on for i in evidence if i.claim.reported is not None]
    if not reports:
        return "; no report says the day, and the reports have none themselves"
    return f"; no report says the day, at the latest {min(reports).isoformat()}"


def _period(evidence: tuple[Evidence, ...]) -> Period | None:
    dated = [item.claim.event.period for item in evidence if item.claim.event.period is not None]
    return min(dated, key=lambda p: (p.until_on - p.first_on, p.first_on)) if dated else None
