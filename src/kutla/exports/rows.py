"""Facts, claims, moments and changes as plain values, for JSON, CSV and tables."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kutla.briefs.words import say, say_reading
from kutla.claims.codec import to_line

if TYPE_CHECKING:
    from kutla.claims import Claim
    from kutla.exports.seen import Seen
    from kutla.ledger.reviewing import Decision
    from kutla.state import Alternative, Answer, Change, Evidence, Fact, Moment
    from kutla.state.queue import Pending

Row = dict[str, object]


def claim_row(claim: Claim) -> Row:
    """Give a claim in the interchange form."""
    found: Row = json.loads(to_line(claim))
    return found


def answer_rows(answer: Answer, seen: Seen) -> list[Row]:
    """Give the claims of an answer, each with its fact, its side and how it counts there."""
    fact = answer.fact
    return [
        {
            **claim_row(item.claim),
            "fact": fact.id,
            "standing": fact.standing.value,
            "reading": say_reading(fact, side.reading),
            "reading_stories": side.stories,
            "log_odds": side.reading.log_odds,
            **_counting(item, seen),
        }
        for side in answer.sides
        for item in side.items
    ]


def _counting(item: Evidence, seen: Seen) -> Row:
    document = seen.documents.get(item.claim.quote.document_id)
    return {
        "weight": item.weight,
        "counted": item.is_counted,
        "why": item.why,
        "story": item.story_id,
        "outlet": item.outlet,
        "address": None if document is None else document.address,
        "line": seen.line_of(item.claim),
    }


def fact_row(fact: Fact) -> Row:
    """Give a fact in one flat row: what it says, how it stands, how many stories on each side."""
    stories = {i.story_id for i in fact.support}
    against = {i.story_id for i in fact.dissent}
    return {
        "id": fact.id,
        "kind": fact.kind,
        "says": say(fact),
        "subject": fact.subject.name,
        "subject_id": fact.subject.entity_id,
        "object": None if fact.object is None else fact.object.name,
        "object_id": None if fact.object is None else fact.object.entity_id,
        "value": fact.value,
        "total": fact.alternatives[0].total,
        "polarity": fact.polarity.value,
        "modality": fact.modality.value,
        "standing": fact.standing.value,
        "period": None if fact.period is None else str(fact.period),
        "reason": fact.reason,
        "log_odds": fact.alternatives[0].log_odds,
        "stories_for": len(stories),
        "stories_against": len(against),
        "claims_for": [item.claim.id for item in fact.support],
        "claims_against": [item.claim.id for item in fact.dissent],
    }


def why_row(fact: Fact, seen: Seen) -> Row:
    """Give a fact with every reading and, under each, its claims with weight, quote and place."""
    return {**fact_row(fact), "readings": [_side(fact, each, seen) for each in fact.alternatives]}


def _side(fact: Fact, reading: Alternative, seen: Seen) -> Row:
    return {
        "says": say_reading(fact, reading),
        "value": reading.value,
        "total": reading.total,
        "polarity": reading.polarity.value,
        "modality": reading.modality.value,
        "stories": reading.stories,
        "log_odds": reading.log_odds,
        "claims": [
            {
                **claim_row(item.claim),
                **_counting(item, seen),
                "copies": [
                    each.address for each in seen.copies.get(item.claim.quote.document_id, ())
                ],
            }
            for item in reading.evidence
        ],
    }


def moment_row(moment: Moment) -> Row:
    """Give a moment: from when to when, whether that is only a bound, and what was so."""
    return {
        "from": moment.period.first_on.isoformat(),
        "until": moment.period.last_on.isoformat(),
        "bound": moment.is_bound,
        "leading": moment.is_leading,
        "says": say_reading(moment.fact, moment.reading),
        "kind": moment.fact.kind,
        "subject": moment.fact.subject.name,
        "subject_id": moment.fact.subject.entity_id,
        "object": None if moment.fact.object is None else moment.fact.object.name,
        "object_id": None if moment.fact.object is None else moment.fact.object.entity_id,
        "value": moment.reading.value,
        "polarity": moment.reading.polarity.value,
        "modality": moment.reading.modality.value,
        "standing": moment.fact.standing.value,
        "stories": moment.reading.stories,
        "fact": moment.fact.id,
        "claims": [item.claim.id for item in moment.reading.evidence],
    }


def change_row(heading: str, change: Change) -> Row:
    """Give a change: its heading, the fact as it is, how it read before, and the reasons."""
    return {
        "change": heading,
        **fact_row(change.fact),
        "before": None if change.before is None else say(change.before),
        "before_standing": None if change.before is None else change.before.standing.value,
        "came": [item.claim.id for item in change.came],
        "went": [item.claim.id for item in change.went],
        "reasons": list(change.reasons),
    }


def pending_row(pending: Pending) -> Row:
    """Give a claim that waits for review, with why, and with the fact it is under."""
    judged = pending.judged
    return {
        **claim_row(pending.item.claim),
        "urgency": pending.urgency,
        "review": list(pending.reasons),
        "fact": pending.fact.id,
        "says": say(pending.fact),
        "standing": pending.fact.standing.value,
        "weight": pending.item.weight,
        "judged": None if judged is None else judged.verdict.value,
        "judged_by": None if judged is None else judged.judged_by,
    }


def decision_row(decision: Decision) -> Row:
    """Give a judgement on a claim: who, when, what, why, and who took it back."""
    one, by = decision.judgement, decision.undone_by
    return {
        "number": one.number,
        "verdict": one.verdict.value,
        "about": one.about,
        "other": one.other,
        "judged_by": one.judged_by,
        "recorded_at": one.recorded_at.isoformat(),
        "reason": one.reason,
        "undone_by": None if by is None else by.number,
        "claim": None if decision.claim is None else claim_row(decision.claim),
        "corrected": None if decision.other is None else claim_row(decision.other),
    }
