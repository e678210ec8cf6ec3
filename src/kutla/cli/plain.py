"""Values of the rooms as plain dictionaries, for JSON and CSV."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kutla.briefs import Drawing, Line, Table
from kutla.claims.codec import to_line

if TYPE_CHECKING:
    from kutla.briefs import Brief
    from kutla.claims import Claim, ClaimDraft
    from kutla.state import Fact


def plain_claim(claim: Claim | ClaimDraft) -> dict[str, object]:
    """Give a claim in the interchange form."""
    found: dict[str, object] = json.loads(to_line(claim))
    return found


def plain_fact(fact: Fact) -> dict[str, object]:
    """Give a fact with every reading, its stories, odds and claims."""
    return {
        "id": fact.id,
        "kind": fact.kind,
        "subject": fact.subject.name,
        "subject_id": fact.subject.entity_id,
        "object": fact.object.name if fact.object else None,
        "object_id": fact.object.entity_id if fact.object else None,
        "value": fact.value,
        "polarity": fact.polarity.value,
        "modality": fact.modality.value,
        "standing": fact.standing.value,
        "period": str(fact.period) if fact.period else None,
        "reason": fact.reason,
        "readings": [
            {
                "value": reading.value,
                "total": reading.total,
                "polarity": reading.polarity.value,
                "modality": reading.modality.value,
                "stories": reading.stories,
                "log_odds": reading.log_odds,
                "claims": [
                    {
                        "id": item.claim.id,
                        "weight": item.weight,
                        "counted": item.is_counted,
                        "why": item.why,
                        "quote": item.claim.quote.exact,
                        "document": item.claim.quote.document_id,
                    }
                    for item in reading.evidence
                ],
            }
            for reading in fact.alternatives
        ],
    }


def plain_brief(brief: Brief) -> dict[str, object]:
    """Give a brief with its sections and numbered evidence."""
    return {
        "parliament": brief.parliament,
        "chamber": brief.chamber,
        "valid_on": brief.valid_on.isoformat(),
        "known_at": brief.known_at.isoformat(),
        "summary": [line.text for line in brief.summary],
        "sections": [
            {"id": s.id, "title": s.title, "parts": [_plain_part(part) for part in s.parts]}
            for s in brief.sections
        ],
        "evidence": [
            {"number": entry.number, **plain_claim(entry.item.claim)} for entry in brief.evidence
        ],
    }


def _plain_part(part: Line | Table | Drawing) -> dict[str, object]:
    if isinstance(part, Drawing):
        return {"drawing": part.caption}
    if isinstance(part, Table):
        rows = [dict(zip(part.columns, row, strict=True)) for row in part.rows]
        return {"table": part.caption, "rows": rows, "claims": [list(each) for each in part.refs]}
    return {
        "text": part.text,
        "standing": part.mark or None,
        "claims": list(part.refs),
        "below": [_plain_part(line) for line in part.below],
    }
