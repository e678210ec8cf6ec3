"""What an analyst should look at first: the claims of a state, the most doubtful ones at the top."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.vocabulary import POLITICAL_GROUPS, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kutla.ledger import Judgement, Rulings
    from kutla.state.state import Evidence, Fact

_UNSURE = 0.6
_NAMED = POLITICAL_GROUPS | {EntityKind.PERSON}


@dataclass(frozen=True, slots=True)
class Pending:
    """A claim with the fact it is under, why it should be looked at, and what was decided of it.

    ``urgency`` orders: each reason adds one, doubt in the reading up to one more.
    """

    item: Evidence
    fact: Fact
    reasons: tuple[str, ...]
    urgency: float
    judged: Judgement | None = None


def review_queue(facts: Iterable[Fact], rulings: Rulings) -> tuple[Pending, ...]:
    """List the claims under facts, each once, the most urgent first; judged ones come last."""
    found: dict[str, Pending] = {}
    for fact in facts:
        for item in (*fact.support, *fact.dissent):
            pending = _pending(item, fact, rulings)
            held = found.get(item.claim.id)
            if held is None or held.urgency < pending.urgency:
                found[item.claim.id] = pending
    order = {id_: place for place, id_ in enumerate(found)}
    return tuple(
        sorted(
            found.values(),
            key=lambda p: (p.judged is not None, -p.urgency, order[p.item.claim.id]),
        )
    )


def _pending(item: Evidence, fact: Fact, rulings: Rulings) -> Pending:
    claim = item.claim
    reasons = []
    if fact.is_contested:
        reasons.append("contested")
    reasons += [
        f"“{name.name}” is not matched"
        for name in (claim.subject, claim.object)
        if name is not None
        and not name.is_resolved
        and name.kind in _NAMED
        and name.name != name.name.lower()
    ]
    if claim.is_anonymous:
        reasons.append("nameless source")
    if claim.certainty < _UNSURE:
        reasons.append(f"read with certainty {claim.certainty:.2f}")
    urgency = len(reasons) + (1 - claim.certainty)
    return Pending(item, fact, tuple(reasons), round(urgency, 3), rulings.voucher(claim))
