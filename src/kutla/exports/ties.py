"""Facts as ties between two: with their days, their sources and how they stand.

What the formats of networks and registers share: each has its own words for the same ties.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.briefs.words import say_reading
from kutla.claims import Modality, Polarity
from kutla.claims.kinds import get_kind
from kutla.vocabulary import Referent

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kutla.documents import Document
    from kutla.exports.seen import Seen
    from kutla.state import Alternative, Fact


@dataclass(frozen=True, slots=True)
class Tie:
    """One reading of a fact with a subject and an object.

    It held from ``first_on`` to ``last_on``: None where that is open. ``is_bound`` says that the
    first day is that by which the first report of it was out; what lasts has no last day until
    something ends it.
    """

    fact: Fact
    reading: Alternative
    subject: Referent
    object: Referent
    first_on: date | None
    last_on: date | None
    is_bound: bool
    is_leading: bool
    says: str

    @property
    def kind(self) -> str:
        """The kind of claim that says so."""
        return self.reading.evidence[0].claim.kind

    @property
    def is_so(self) -> bool:
        """Whether it is said to be so in fact: no plan, no denial, and not the other side."""
        return (
            self.is_leading
            and self.reading.polarity is Polarity.AFFIRMED
            and self.reading.modality is Modality.ACTUAL
        )


def ties_of(seen: Seen) -> tuple[Tie, ...]:
    """Give the ties of a state, a tie a reading, in the order of its facts."""
    return tuple(
        tie
        for fact in seen.state.facts
        if fact.object is not None
        for tie in _readings(fact, fact.object, seen)
    )


def _readings(fact: Fact, target: Referent, seen: Seen) -> Iterable[Tie]:
    lead_from, _, _ = _days(fact, fact.alternatives[0])
    for number, reading in enumerate(fact.alternatives):
        first_on, last_on, is_bound = _days(fact, reading)
        if number and first_on and lead_from and first_on < lead_from and not fact.is_contested:
            last_on = lead_from  # an earlier turn: it held until the leading reading began
        yield Tie(
            fact,
            reading,
            named(fact.subject, seen),
            named(target, seen),
            first_on,
            last_on,
            is_bound,
            is_leading=number == 0,
            says=say_reading(fact, reading),
        )


def _days(fact: Fact, reading: Alternative) -> tuple[date | None, date | None, bool]:
    is_lasting = get_kind(fact.kind).is_changeable and fact.standing.value != "superseded"
    is_lead = reading is fact.alternatives[0]
    stated = [i.claim.event.period for i in reading.evidence if i.claim.event.period is not None]
    period = fact.period if is_lead else min(stated, default=None)
    if period is not None:
        return period.first_on, None if is_lasting else period.last_on, False
    reports = [i.claim.reported for i in reading.evidence if i.claim.reported is not None]
    if not reports:
        return None, None, False
    known_by: date = min(each.last_on for each in reports)
    return known_by, None if is_lasting else known_by, True


def named(referent: Referent, seen: Seen) -> Referent:
    """Give a referent under the register's name where it knows it."""
    entity = seen.register.find_entity(referent.entity_id) if referent.entity_id else None
    return Referent(entity.name, entity.id, entity.kind) if entity else referent


def reports_of(reading: Alternative, seen: Seen) -> tuple[Document, ...]:
    """Give the reports that a reading rests on, each once."""
    ids = dict.fromkeys(item.claim.quote.document_id for item in reading.evidence)
    return tuple(seen.documents[each] for each in ids if each in seen.documents)


def is_url(address: str) -> bool:
    """Whether an address can be followed by anybody: a web address and no path."""
    return address.startswith(("http://", "https://"))
