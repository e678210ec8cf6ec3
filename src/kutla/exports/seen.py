"""What a ledger shows on a day as known at a moment, with all that answers are read from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from kutla.errors import BeforeTheLedgerError
from kutla.ledger import REVIEW, Rulings, carried_over, rulings
from kutla.ledger.glance import claims_of, last_day, stories_of
from kutla.ledger.judgement import ABOUT_CLAIMS
from kutla.pipeline import refuse_another_parliament
from kutla.register import judged, load_parliament
from kutla.state import diff, project_ledger, reviewed

if TYPE_CHECKING:
    from datetime import date, datetime

    from kutla.claims import Claim
    from kutla.documents import Document, Story
    from kutla.ledger import Judgement, Ledger
    from kutla.register import Register
    from kutla.state import Diff, Evidence, State

_Value = TypeVar("_Value")


@dataclass(frozen=True)
class Seen:
    """A state with the register and judgements it was read from, and what stands behind it.

    ``documents`` are those out by then, by id; ``copies`` gives for a document all of its story, in
    reading order. Both are fetched as they are asked for. ``judgements`` are those that stand, as
    they bear on the claims of the latest readings.
    """

    state: State
    register: Register
    judgements: tuple[Judgement, ...]
    documents: Fetched[Document]
    copies: Fetched[tuple[Document, ...]]
    judged_claims: tuple[Claim, ...]
    read_claims: Callable[[], tuple[Claim, ...]]
    read_stories: Callable[[], tuple[Story, ...]]

    @classmethod
    def of(
        cls,
        state: State,
        register: Register,
        documents: Iterable[Document],
        stories: Iterable[Story],
        claims: Iterable[Claim],
        judgements: Iterable[Judgement] = (),
    ) -> Seen:
        """Put together what is all at hand."""
        claims, stories = tuple(claims), tuple(stories)
        by_id = {document.id: document for document in documents}
        copies = {
            id_: tuple(by_id[each] for each in story.document_ids if each in by_id)
            for story in stories
            for id_ in story.document_ids
        }
        return cls(
            state,
            register,
            tuple(judgements),
            Fetched(lambda keys: _those(by_id, keys), lambda: by_id),
            Fetched(lambda keys: _those(copies, keys), lambda: copies),
            claims,
            lambda: claims,
            lambda: stories,
        )

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of the latest readings, counting or not: all of them are read."""
        return self.read_claims()

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """Every story."""
        return self.read_stories()

    @cached_property
    def rulings(self) -> Rulings:
        """What the judgements come to."""
        return rulings(self.judgements, self.judged_claims)

    def line_of(self, claim: Claim) -> int | None:
        """Give the line of its document that a claim's quote begins on, counted from 1."""
        document = self.documents.get(claim.quote.document_id)
        return None if document is None else line_at(document.text, claim.quote.start)

    def fetch(self, items: Iterable[Evidence]) -> None:
        """Fetch the documents of these claims and their copies in one go."""
        ids = [item.claim.quote.document_id for item in items]
        self.documents.fetch(ids)
        self.copies.fetch(ids)


def _those(held: Mapping[str, _Value], keys: list[str]) -> dict[str, _Value]:
    return {key: held[key] for key in keys if key in held}


class Fetched(Mapping[str, _Value]):
    """A mapping that fetches what is asked for, some keys at a time, and everything if it must."""

    def __init__(
        self,
        some: Callable[[list[str]], Mapping[str, _Value]],
        every: Callable[[], Mapping[str, _Value]],
    ) -> None:
        self._some, self._every = some, every
        self._held: dict[str, _Value | None] = {}
        self._is_whole = False

    def fetch(self, keys: list[str]) -> None:
        """Fetch these together: one question in place of many."""
        missing = [key for key in dict.fromkeys(keys) if key not in self._held]
        if missing and not self._is_whole:
            self._held |= dict.fromkeys(missing) | dict(self._some(missing))

    def __getitem__(self, key: str) -> _Value:
        self.fetch([key])
        found = self._held.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        if not self._is_whole:
            self._held = dict(self._every())
            self._is_whole = True
        return iter([key for key, value in self._held.items() if value is not None])

    def __len__(self) -> int:
        return sum(1 for _ in self)


def line_at(text: str, offset: int) -> int:
    r"""Give the line that an offset lies on, counted from 1.

    >>> line_at("one\ntwo", 4)
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
    judgements, judged_claims = _judgements(ledger, moment)
    register = judged(load_parliament(parliament), judgements)
    day = valid_on or last_day(ledger, moment=moment, known_on=known_at.date())
    if day is None:
        raise BeforeTheLedgerError(
            "no report in the ledger says a day; name the day you ask about with --valid-on"
        )
    state = project_ledger(ledger, register, valid_on=day, known_at=known_at)

    def out_by_then(documents: Iterable[Document]) -> dict[str, Document]:
        return {
            each.id: each
            for each in documents
            if each.published.period is None or each.published.period.first_on <= known_at.date()
        }

    documents = Fetched(
        lambda ids: out_by_then(ledger.documents_called(ids)),
        lambda: out_by_then(ledger.documents(known_at=moment)),
    )

    def copies(told: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[Document, ...]]:
        documents.fetch([each for ids in told.values() for each in ids])
        return {
            id_: tuple(found for each in ids if (found := documents.get(each)) is not None)
            for id_, ids in told.items()
        }

    def every_copy() -> dict[str, tuple[Document, ...]]:
        stories = ledger.stories(known_at=moment)
        return copies({id_: story.document_ids for story in stories for id_ in story.document_ids})

    return Seen(
        state,
        register,
        judgements,
        documents,
        Fetched(lambda ids: copies(stories_of(ledger, ids, moment=moment)), every_copy),
        judged_claims,
        lambda: reviewed(ledger, known_at=moment)[0],
        lambda: ledger.stories(known_at=moment),
    )


def _judgements(
    ledger: Ledger, moment: datetime | None
) -> tuple[tuple[Judgement, ...], tuple[Claim, ...]]:
    """Give the judgements as they bear on the latest readings, and the claims they may bear on."""
    judgements = ledger.judgements(known_at=moment)
    named = {
        each
        for one in judgements
        if one.verdict in ABOUT_CLAIMS
        for each in (one.about, one.other)
        if each is not None
    }
    if not named:
        return judgements, ()
    told = ledger.claims_called(named)
    now = claims_of(ledger, {claim.quote.document_id for claim in told}, moment=moment)
    held = {claim.id for claim in now}
    gone = tuple(claim for claim in told if claim.id not in held)
    return carried_over(judgements, gone, now), (*now, *gone)


def why_not(ledger: Ledger, seen: Seen, claim_id: str) -> str | None:
    """Say why a claim of the ledger is under no fact of a state; None where there is no such claim.

    It was rejected or corrected, the latest reader does not find it, or it is not of that day.
    """
    found = ledger.find_claims(claim_id)
    if len(found) != 1:
        return None
    (claim,) = found
    ruled = seen.rulings
    for verb, judgements in (("rejected", ruled.rejected), ("corrected", ruled.corrected)):
        if claim.id in judgements:
            by = judgements[claim.id]
            why = f": {by.reason}" if by.reason else ""
            now = f"; claim {by.other} counts in its place" if by.other else ""
            return (
                f"claim {claim.id} was {verb} by {by.judged_by} (judgement {by.number}){why}{now}"
            )
    if claim.method == REVIEW and claim.id not in ruled.entered:
        return f"claim {claim.id} was entered in review, and that was undone"
    moment = ledger.moment_for(seen.state.known_at)
    read = claims_of(ledger, [claim.quote.document_id], moment=moment)
    if claim.id not in {each.id for each in read}:
        return f"claim {claim.id} is not of the latest reading of its report"
    return f"claim {claim.id} does not bear on {seen.state.valid_on}; ask about another day"


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
    before = look(ledger, parliament, known_at=known[0], valid_on=days[0] or after.state.valid_on)
    return _difference(ledger, before, after)


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
    return made, _difference(ledger, before, after)


def _difference(ledger: Ledger, before: Seen, after: Seen) -> Diff:
    """Compare two states; what the latest readings hold is looked up where something is missing."""
    now = {item.claim.id for item in _evidence(after.state)}
    missing = {
        item.claim.quote.document_id for item in _evidence(before.state) if item.claim.id not in now
    }
    moment = ledger.moment_for(after.state.known_at)
    read = {claim.id for claim in claims_of(ledger, missing, moment=moment)}
    return diff(before.state, after.state, rulings=after.rulings, read=read | now)


def _evidence(state: State) -> Iterator[Evidence]:
    for fact in state.facts:
        yield from fact.support
        yield from fact.dissent
