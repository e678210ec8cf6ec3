"""A ledger of millions, cut down to what bears on one day: the same answer from fewer claims.

Every claim that counts is counted; only who speaks for it is chosen. Claims with one signature are
one reading of one thing, and where many reports give it, its strongest ones (of each story the
strongest), the first and the last stand for all, while stories and log-odds are summed over all of
them. Where more than ``choosing.MOST_OF_A_TERM`` claims count, what happened more than a year ago and what
was said before the last term is left to the timeline; who leads, belongs, holds and won stays until
something ends it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from kutla.claims.trusted import from_trusted_line
from kutla.documents import Source, Story
from kutla.ledger.feed import claims_numbered, documents_numbered, documents_of_claims
from kutla.ledger.payload import read_source
from kutla.state.choosing import select
from kutla.state.columns import STORY, columns_of
from kutla.state.weights import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import numpy as np
    from numpy.typing import NDArray

    from kutla.claims import Claim
    from kutla.ledger import Ledger
    from kutla.register import Register
    from kutla.state.weights import Weights
    from kutla.vocabulary import Quote

_MOST_NUMBERS = 2**31


@dataclass(frozen=True, slots=True)
class Tally:
    """What all the claims of each reading weigh together, whoever of them is shown.

    ``places`` gives the reading of a shown claim by the identity of its quote; ``starts`` where the
    stories of each reading begin in ``stories`` and ``weights`` (one entry a story: its strongest).
    """

    places: Mapping[int, int]
    starts: NDArray[np.int64]
    stories: NDArray[np.int64]
    weights: NDArray[np.float64]

    def holds(self, quote: Quote) -> bool:
        """Whether the claim of this quote is among those counted here."""
        return id(quote) in self.places

    def sum(self, quotes: Iterable[Quote]) -> tuple[int, float]:
        """Count the stories behind the readings of some quotes, and sum their log-odds."""
        found = {self.places[id(quote)] for quote in quotes if id(quote) in self.places}
        slices = [slice(self.starts[place], self.starts[place + 1]) for place in sorted(found)]
        if len(slices) == 1:
            weights = self.weights[slices[0]]
            return len(weights), float(weights.sum())
        best: dict[int, float] = {}
        for part in slices:
            pairs = zip(self.stories[part].tolist(), self.weights[part].tolist(), strict=True)
            for story, weight in pairs:
                best[story] = max(weight, best.get(story, weight))
        return len(best), sum(best.values())


@dataclass(frozen=True, slots=True)
class Condensed:
    """What :func:`~kutla.state.project.project` is given in place of a whole ledger."""

    claims: tuple[Claim, ...]
    sources: tuple[Source, ...]
    stories: tuple[Story, ...]
    tally: Tally


def condense(
    ledger: Ledger,
    register: Register,
    *,
    valid_on: date,
    known_at: datetime,
    moment: datetime | None,
    weights: Weights = DEFAULT,
) -> Condensed | None:
    """Fetch the claims that stand for all on a day; None where they are few enough to show all.

    ``moment`` is what the ledger is read at (None: by publication).
    """
    judgements = ledger.judgements(known_at=moment)
    with ledger.looking() as connection:
        judged = documents_of_claims(connection, {judgement.about for judgement in judgements})
        columns = columns_of(ledger)
        chosen = select(
            columns,
            register,
            valid_on=valid_on,
            known_on=known_at.astimezone(UTC).date(),
            moment=moment,
            judged=judged,
            table=weights,
        )
        if chosen is None:
            return None
        lines = claims_numbered(connection, chosen.claims.tolist())
        claims = tuple(map(from_trusted_line, lines))
        apart = claims_numbered(connection, chosen.apart.tolist())
        aside = tuple(map(from_trusted_line, apart))
        undated = [
            read_source(id_, payload)
            for _, id_, payload in documents_numbered(connection, chosen.undated.tolist())
        ]
    _, outlets = columns.outlets()
    sources: dict[str, Source] = {}
    stories: dict[str, list[str]] = {}
    for claim, outlet, story in zip((*claims, *aside), chosen.outlets, chosen.told, strict=True):
        id_ = claim.quote.document_id
        if id_ not in sources:
            sources[id_] = Source(id_, outlet=outlets[outlet] if outlet >= 0 else None)
            if story > _MOST_NUMBERS:  # else it is in none, and has its own number
                stories.setdefault(f"{STORY}{story:016x}", []).append(id_)
    sources |= {source.id: source for source in undated}
    pairs = zip(claims, chosen.readings.tolist(), strict=True)
    tally = Tally(
        {id(claim.quote): place for claim, place in pairs},
        chosen.starts,
        chosen.stories,
        chosen.weights,
    )
    told = tuple(Story(id_, tuple(ids)) for id_, ids in stories.items())
    return Condensed((*claims, *aside), tuple(sources.values()), told, tally)
