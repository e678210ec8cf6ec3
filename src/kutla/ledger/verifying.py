"""Whether what stands in a ledger is what was written: ids are hashes of the contents."""

from __future__ import annotations

import hashlib

from kutla.claims.codec import from_line
from kutla.errors import ClaimError
from kutla.vocabulary import Problem


def document_id(text: str) -> str:
    """Give the id that a document with this text has."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def verify_claim(claim_id: str, payload: str, text: str) -> list[Problem]:
    """Say what is wrong with a recorded claim, given the text of its document."""
    altered = Problem("claim-altered", f"claim {claim_id} is not what it was", (claim_id,))
    try:
        claim = from_line(payload, place=f"claim {claim_id}")
    except ClaimError:
        return [altered]
    problems = [] if claim.id == claim_id else [altered]
    if not claim.quote.stands_in(text):
        message = f"the quote of claim {claim_id} does not stand in its document"
        problems.append(Problem("quote-not-found", message, (claim_id,)))
    return problems
