"""What we hold and since when: append-only, in SQLite by default."""

from kutla.ledger.judgement import (
    REVIEW,
    Judgement,
    Rulings,
    Verdict,
    carried_over,
    rulings,
)
from kutla.ledger.ledger import Ledger, Recorded, open_ledger

__all__ = [
    "REVIEW",
    "Judgement",
    "Ledger",
    "Recorded",
    "Rulings",
    "Verdict",
    "carried_over",
    "open_ledger",
    "rulings",
]
