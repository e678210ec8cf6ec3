"""What we hold and since when: append-only, in SQLite by default."""

from kutla.ledger.judgement import Judgement, Verdict
from kutla.ledger.ledger import Ledger, Recorded, open_ledger

__all__ = ["Judgement", "Ledger", "Recorded", "Verdict", "open_ledger"]
