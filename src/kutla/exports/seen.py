"""What a ledger shows on a day as known at a moment, with all that answers are read from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kutla.errors import BeforeTheLedgerError
from kutla.ledger import Rulings, rulings
from kutla.pipeline import last_day_reported, refuse_another_parliament
from kutla.register import judged, load_parliament
from kutla.state import diff, project_ledger, reviewed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime

    from kutla.claims import Claim
    from kutla.documents import Document, Story
    from kutla.ledger import Judgement, Ledger
    from kutla.register import Register
    from kutla.state import Diff, State


@dataclass(frozen=True)
class Seen:
    """A state with the register, documents, stories, claims and judgements it was read from.

    ``claims`` are those of the latest readings, counting or not; ``judgements`` those that stand.
    """

    state: State
    register: Register
    documents: Mapping[str, Document]
    stories: tuple[Story, ...]
    claims: tuple[Claim, ...]
    judgements: tuple[Judgement, ...]

    @cached_property
    def rulings(self) -> Rulings:
        """What the judgements come to."""
        return rulings(self.judgements, self.claims)

    @cached_property
    def copies(self) -> Mapping[str, tuple[Document, ...]]:
        """The documents of each story, by the story's id, in reading order."""
        return {
            story.id: tuple(
                self.documents[each] for each in story.document_ids if each in self.documents
            )
            for story in self.stories
        }

    def line_of(self, claim: Claim) -> int | None:
        """Give the line of its document that a claim's quote begins on, counted from 1."""
        document = self.documents.get(claim.quote.document_id)
        return None if document is None else line_at(document.text, claim.quote.start)


def line_at(text: str, offset: int) -> int:
    r"""Give the line that an offset lies on, counted from 1.

    >>> line_at("one\\ntwo", 4)
    2
    """
    return text.count("\n", 0, offset) + 1


def look(
    ledger: Ledger, parliament: str, *, known_at: datetime, valid_on: date | None = None
) -> Seen:
    """Read off a ledger what holds on a day as known at a moment.

    Without ``valid_on`` it is the last day that a report known by then speaks of. Raises
    LedgerError for another parliament's ledger, BeforeTheLedgerError where no report says a day.
    """
    refuse_another_parliament(ledger, load_parliament(parliament))
    moment = ledger.moment_for(known_at)
    claims, judgements = reviewed(ledger, known_at=moment)
    register = judged(load_parliament(parliament), judgements)
    documents = {
        document.id: document
        for document in ledger.documents(known_at=moment)
        if document.published.period is None
        or document.published.period.first_on <= known_at.date()
    }
    day = valid_on or last_day_reported(tuple(documents.values()), claims)
    state = project_ledger(ledger, register, valid_on=day, known_at=known_at)
    stories = ledger.stories(known_at=moment)
    return Seen(state, register, documents, stories, claims, judgements)


def compare(
    ledger: Ledger,
    parliament: str,
    *,
    known: tuple[datetime, datetime],
    days: tuple[date | None, date | None] = (None, None),
) -> Diff:
    """Compare what a ledger shows of two days, as known at two moments, the earlier first.

    Without days both sides speak of the last day that a report known at the later moment speaks
    of, so that only what was known differs.
    """
    after = look(ledger, parliament, known_at=known[1], valid_on=days[1])
    before = look(
        ledger, parliament, known_at=known[0], valid_on=days[0] or after.state.valid_on
    )  # fmt: skip
    read = {claim.id for claim in after.claims}
    return diff(before.state, after.state, rulings=after.rulings, read=read)


def effect_of(
    ledger: Ledger,
    parliament: str,
    decide: Callable[[Ledger, Register], Judgement],
    *,
    now: Callable[[], datetime],
) -> tuple[Judgement, Diff | None]:
    """Let a decision be recorded, and say what it changes in the state of the last day reported.

    ``decide`` records it and is given the register as judged; ``now`` is asked before and after.
    None where no report says a day, so that there is no state to change.
    """
    try:
        before: Seen | None = look(ledger, parliament, known_at=now())
    except BeforeTheLedgerError:
        before = None
    register = before.register if before else load_parliament(parliament)
    made = decide(ledger, register)
    if before is None:
        return made, None
    after = look(ledger, parliament, known_at=now(), valid_on=before.state.valid_on)
    read = {claim.id for claim in after.claims}
    return made, diff(before.state, after.state, rulings=after.rulings, read=read)
