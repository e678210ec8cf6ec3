"""Quotes as W3C Web Annotations: a page of JSON-LD, an annotation a claim.

The target is the report with a TextQuoteSelector and a TextPositionSelector; positions count code
points of the report's text, as the Recommendation has it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote as escape

from kutla.briefs.reviewing import say_claim
from kutla.exports.ties import is_url

if TYPE_CHECKING:
    from kutla.claims import Claim
    from kutla.exports.seen import Seen

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotations_text(seen: Seen) -> str:
    """Write the claims that count as a page of annotations."""
    items = [_annotation(claim, seen) for claim in seen.claims if seen.rulings.counts(claim)]
    page = {
        "@context": CONTEXT,
        "id": f"urn:kutla:{escape(seen.state.parliament)}:annotations",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }
    return json.dumps(page, ensure_ascii=False, indent=2) + "\n"


def _annotation(claim: Claim, seen: Seen) -> dict[str, object]:
    document = seen.documents.get(claim.quote.document_id)
    source: dict[str, object] = {
        "id": f"urn:kutla:document:{claim.quote.document_id}",
        "type": "Text",
        "format": "text/plain",
    }
    if document is not None and is_url(document.address):
        source["id"] = document.address
    judged = seen.rulings.voucher(claim)
    bodies: list[dict[str, object]] = [
        {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "text/plain",
            "language": "en",
            "value": say_claim(claim),
        },
        {"type": "TextualBody", "purpose": "tagging", "value": claim.kind},
    ]
    for each in (claim.subject.entity_id, claim.object and claim.object.entity_id):
        if each:
            source_of = {"type": "SpecificResource", "source": f"urn:kutla:{each}"}
            bodies.append({**source_of, "purpose": "identifying"})
    annotation: dict[str, object] = {
        "id": f"urn:kutla:claim:{claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": bodies,
        "target": {
            "type": "SpecificResource",
            "source": source,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": claim.quote.exact,
                    "prefix": claim.quote.prefix,
                    "suffix": claim.quote.suffix,
                },
                {
                    "type": "TextPositionSelector",
                    "start": claim.quote.start,
                    "end": claim.quote.end,
                },
            ],
        },
        "generator": {"type": "Software", "name": f"kutla, {claim.method}"},
    }
    if judged is not None:
        annotation["creator"] = {"type": "Person", "name": judged.judged_by}
        annotation["created"] = judged.recorded_at.isoformat()
    return annotation
