"""``kutla.open``: a ledger to ask from Python, with frames at the edge.

::

    with kutla.open("kutla.db") as held:
        held.state("2018-09-01").seats.to_pandas()
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Self

from kutla.briefs.words import say
from kutla.errors import LedgerError, StateError
from kutla.exports.seen import compare, look
from kutla.exports.tables import (
    blocs_table,
    changes_table,
    claims_table,
    documents_table,
    facts_table,
    seats_table,
    timeline_table,
)
from kutla.ledger import Ledger, open_ledger
from kutla.pipeline import DEFAULT_PARLIAMENT
from kutla.state import Question, ask, find_asked, find_speaker, timeline
from kutla.state.finding import find_facts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    import pandas as pd

    from kutla.exports.seen import Seen
    from kutla.exports.table import Table
    from kutla.state import Answer, Diff, Fact, State

Day = date | str
Moment = datetime | date | str


@dataclass(frozen=True, slots=True)
class StateView:
    """What holds on a day as known at a moment, as tables; ``value`` is the state itself."""

    seen: Seen

    @property
    def value(self) -> State:
        """The state, with every fact's support and dissent."""
        return self.seen.state

    @property
    def seats(self) -> Table:
        """Who holds what."""
        return seats_table(self.seen)

    @property
    def facts(self) -> Table:
        """Every fact, its standing and what else is said of it."""
        return facts_table(self.seen)

    @property
    def blocs(self) -> Table:
        """Who is in which bloc, may join it, refused it, left it."""
        return blocs_table(self.seen)

    @property
    def claims(self) -> Table:
        """Every claim of the latest readings, counting or not."""
        return claims_table(self.seen)

    @property
    def documents(self) -> Table:
        """Every report."""
        return documents_table(self.seen)

    def timeline(
        self,
        *,
        about: str | Iterable[str] = (),
        kind: str | Iterable[str] = (),
        since: Day | None = None,
        until: Day | None = None,
    ) -> Table:
        """Give what happened when. Raises UnknownEntityError for a name that nobody bears."""
        answers = self.ask(about=about, kind=kind)
        wanted = {answer.fact.id for answer in answers}
        moments = timeline(self.value, since=_day(since), until=_day(until))
        chosen = tuple(moment for moment in moments if moment.fact.id in wanted)
        return timeline_table(chosen, self.seen)

    def ask(
        self,
        *,
        about: str | Iterable[str] = (),
        kind: str | Iterable[str] = (),
        contested: bool = False,
        speaker: str | None = None,
        outlet: str | None = None,
    ) -> tuple[Answer, ...]:
        """Say who says what: facts with their sides, claims and independent stories.

        Raises UnknownEntityError for a name that nobody bears, with the nearest names.
        """
        state, register = self.value, self.seen.register
        names = [about] if isinstance(about, str) else list(about)
        question = Question(
            about=tuple(find_asked(n, state.facts, register, state.valid_on) for n in names),
            kinds=(kind,) if isinstance(kind, str) else tuple(kind),
            is_contested=contested,
            speaker=None if speaker is None else find_speaker(speaker, register, state.valid_on),
            outlet=outlet,
        )
        return ask(state.facts, question, self.seen.documents)

    def why(self, words: str) -> Fact:
        """Give the one fact that words or an id mean. Raises StateError where it is not one."""
        found = find_facts(words, self.value.facts, self.seen.register, say)
        if len(found) == 1:
            return found[0]
        told = "no fact" if not found else f"{len(found)} facts"
        ids = f" ({', '.join(fact.id for fact in found[:6])})" if found else ""
        raise StateError(f"{told} of {self.value.valid_on} say {words!r}{ids}; name one by its id")


@dataclass(frozen=True, slots=True)
class DiffView:
    """What changed; ``value`` is the difference itself, with every fact before and after."""

    value: Diff
    table: Table

    def to_pandas(self) -> pd.DataFrame:
        """Give the changes as a data frame; see :meth:`Table.to_pandas`."""
        return self.table.to_pandas()


@dataclass(frozen=True, slots=True)
class Opened:
    """A ledger and the parliament it is about; close it, or use it in a ``with``.

    Only here is a moment that is left out "now".
    """

    ledger: Ledger
    parliament: str

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.ledger.close()

    def state(self, valid_on: Day | None = None, known_at: Moment | None = None) -> StateView:
        """Give what holds on a day as known at a moment.

        Without a day it is the last that a report speaks of; a day for a moment means its end.
        Raises BeforeTheLedgerError where no report says any day.
        """
        seen = look(
            self.ledger, self.parliament, known_at=_moment(known_at), valid_on=_day(valid_on)
        )
        return StateView(seen)

    @property
    def claims(self) -> Table:
        """Every claim, as known now."""
        return self.state().claims

    def diff(
        self,
        since: Moment | None = None,
        *,
        first: Day | None = None,
        last: Day | None = None,
        known_at: Moment | None = None,
    ) -> DiffView:
        """Say what came to be known ``since`` a moment, or changed from ``first`` to ``last``.

        Raises StateError where neither a moment nor a first day says what to compare with.
        """
        if since is None and first is None:
            raise StateError("say what to compare with: since a moment, or first a day")
        now = _moment(known_at)
        then = now if since is None else _moment(since)
        days = (_day(first), _day(last))
        found = compare(self.ledger, self.parliament, known=(then, now), days=days)
        seen = look(
            self.ledger, self.parliament, known_at=now, valid_on=found.after.valid_on
        )  # fmt: skip
        return DiffView(found, changes_table(found, seen))


def open_(ledger: str | Path, parliament: str = DEFAULT_PARLIAMENT) -> Opened:
    """Open a ledger that exists, to ask it; public as ``kutla.open``.

    ``parliament`` is a shipped one, or a folder. Raises LedgerError where there is no ledger.
    """
    if "://" not in str(ledger) and not Path(ledger).is_file():
        raise LedgerError(
            f"{ledger}: there is no such ledger; kutla.open_ledger makes one, and "
            f"`kutla brief PATH --ledger {ledger}` fills it"
        )
    return Opened(open_ledger(ledger), parliament)


def _day(on: Day | None) -> date | None:
    return date.fromisoformat(on) if isinstance(on, str) else on


def _moment(at: Moment | None) -> datetime:
    """Read a moment: a day means its end, a moment without a zone is taken as UTC."""
    if at is None:
        return datetime.now(UTC)
    if isinstance(at, str):
        is_day = len(at) == len("2018-09-01")
        at = date.fromisoformat(at) if is_day else datetime.fromisoformat(at)
    if not isinstance(at, datetime):
        return datetime.combine(at, time.max, UTC)
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)
