"""Which of a million claims bear on a day, and who of them speaks for the others: numbers alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from kutla.claims.kinds import get_kind
from kutla.state.columns import KIND_NAMES, NO_DAY, microseconds
from kutla.state.weights import DEFAULT, PARTISAN_OUTLETS, weigh_voice

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kutla.register import Register
    from kutla.state.columns import Columns
    from kutla.state.weights import Weights

MOST_SHOWN = 4_000
"""With no more claims than these every one is shown; with more, each reading has fewer speakers."""
MOST_OF_A_TERM = 20_000
_SPEAKERS = (25, 12, 6, 4, 3, 2)
_LOOK_BACK = timedelta(days=400)
_BEFORE_AN_ELECTION = timedelta(days=183)
"""Alliances are made in the half year before the election they run in."""
_STANDING_KINDS = frozenset(
    {
        *("seats", "member_of", "leads", "part_of", "holds_office", "appointed_to", "resigns"),
        *("controls", "backed_by"),
    }
)
_OPEN_ENDED = 2**31 - 1
_STANDS = np.array([name in _STANDING_KINDS for name in KIND_NAMES])
_LASTS = np.array([get_kind(n).is_lasting or get_kind(n).is_changeable for n in KIND_NAMES])
"""Of these kinds the first and the last report tell something: what came after ends what was."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The claims that stand for all (their numbers in the ledger), and what all of them weigh.

    ``apart`` are the claims of the stories that analysts judged: they speak for themselves.
    ``outlets`` and ``told`` give the outlet and the story of each of ``claims``, then of ``apart``;
    ``undated`` are the numbers of the documents among theirs that do not state their day.
    """

    claims: NDArray[np.int64]
    apart: NDArray[np.int64]
    readings: NDArray[np.int64]
    outlets: list[int]
    told: list[int]
    undated: NDArray[np.int32]
    starts: NDArray[np.int64]
    stories: NDArray[np.int64]
    weights: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Rows:
    """The claims that count, a row each: aligned arrays."""

    claim: NDArray[np.int64]
    document: NDArray[np.int32]
    signature: NDArray[np.int64]
    voice: NDArray[np.int64]
    certainty: NDArray[np.float32]
    reported: NDArray[np.int32]
    event: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.claim)

    def only(self, chosen: NDArray[Any]) -> _Rows:
        """Keep the rows that a mask or their numbers choose."""
        return _Rows(*(getattr(self, name)[chosen] for name in self.__slots__))


def select(
    columns: Columns,
    register: Register,
    *,
    valid_on: date,
    known_on: date,
    moment: datetime | None,
    judged: frozenset[int] = frozenset(),
    table: Weights = DEFAULT,
) -> Selection | None:
    """Choose the claims that stand for all on a day; None where they are few enough to show all.

    ``moment`` is what the ledger is read at (None: by publication); ``judged`` are the numbers of
    documents in which analysts judged a claim: nobody else stands for theirs.
    """
    if len(columns) <= MOST_SHOWN:
        return None
    rows = _counting(columns, valid_on, known_on, moment)
    told = _stories(columns, moment)
    apart = rows.only(np.empty(0, np.int64))
    if judged:
        is_apart = np.isin(told, told[np.array(sorted(judged), np.int64)])[rows.document]
        apart, rows = rows.only(is_apart), rows.only(~is_apart)
    if len(rows) <= MOST_SHOWN:
        return None
    kinds, places = _signature_table(columns)
    if places is not None:
        rows = replace(rows, signature=places[rows.signature])
    if len(rows) > MOST_OF_A_TERM:
        rows = rows.only(_of_the_term(rows, kinds, register, valid_on))
    return _chosen(rows, apart, told, columns, kinds, weigh=(register, table))


def horizon(register: Register, valid_on: date) -> date:
    """Give the day before which only what stands until it is ended bears on a day.

    Half a year before the last election held by then, and 400 days back at least.
    """
    election = register.election_on_or_before(valid_on)
    least = valid_on - _LOOK_BACK
    return (
        least if election is None else min(least, election.held_on.first_on - _BEFORE_AN_ELECTION)
    )


def _counting(columns: Columns, valid_on: date, known_on: date, moment: datetime | None) -> _Rows:
    """Give the rows that count on a day as known at a moment: ``project`` says by which rule."""
    latest, by_hand = _standing_readings(columns, moment)
    valid, known = valid_on.toordinal(), known_on.toordinal()
    parts: dict[str, list[NDArray[Any]]] = {name: [] for name in _Rows.__slots__}
    signatures_before = voices_before = 0
    for segment in columns.segments:
        reported, event = segment["reported"], segment["event"]
        is_ahead = segment["is_ahead"]
        counts = (reported <= known) & (
            ((event == NO_DAY) & (reported <= valid))
            | ((event != NO_DAY) & ((event <= valid) | (is_ahead & (reported <= valid))))
        )
        reading = segment["reading"]
        counts &= (latest[segment["document"]] == reading) | by_hand[reading]
        if moment is not None:
            counts &= segment["recorded"] <= microseconds(moment)
        chosen = np.flatnonzero(counts)
        for name in ("claim", "document", "certainty", "reported", "event"):
            parts[name].append(segment[name][chosen])
        parts["signature"].append(segment["signature"][chosen].astype(np.int64) + signatures_before)
        voice = segment["voice"][chosen].astype(np.int64)
        parts["voice"].append(np.where(voice < 0, -1, voice + voices_before))
        signatures_before += len(segment["signatures"])
        voices_before += len(segment.voices)
    return _Rows(*(np.concatenate(parts[name]) for name in _Rows.__slots__))


def _standing_readings(
    columns: Columns, moment: datetime | None
) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """Give each document's latest reading by its number, and which readings are by hand."""
    number, document = columns.joined("reading_number"), columns.joined("reading_document")
    is_by_hand = columns.joined("reading_by_hand")
    known = np.ones(len(number), np.bool_)
    if moment is not None:
        known = columns.joined("reading_recorded") <= microseconds(moment)
    latest = np.full(columns.upto.documents + 1, -1, np.int32)
    read = known & ~is_by_hand
    latest[document[read]] = number[read]  # of several the last stands: they are in order
    by_hand = np.zeros(columns.upto.readings + 1, np.bool_)
    by_hand[number[known & is_by_hand]] = True
    return latest, by_hand


def _signature_table(
    columns: Columns,
) -> tuple[NDArray[np.int8], NDArray[np.int64] | None]:
    """Give the kinds of one table of signatures for all segments, and the old places' new ones."""
    kinds = columns.joined("signature_kind")
    if len(columns.segments) == 1:
        return kinds, None
    hashes = columns.joined("signatures")
    _, first, places = np.unique(hashes, return_index=True, return_inverse=True)
    return kinds[first], places


def _of_the_term(
    rows: _Rows, kinds: NDArray[np.int8], register: Register, valid_on: date
) -> NDArray[np.bool_]:
    """Say which rows bear on a day: those of what stands, of the term, and of the last year."""
    since = np.full(len(KIND_NAMES), horizon(register, valid_on).toordinal())
    since[~_LASTS] = (valid_on - _LOOK_BACK).toordinal()
    since[_STANDS] = NO_DAY
    day = np.maximum(rows.reported, rows.event)
    bears: NDArray[np.bool_] = (day >= since[kinds[rows.signature]]) | (day == NO_DAY)
    return bears


def _chosen(
    rows: _Rows,
    apart: _Rows,
    told: NDArray[np.uint64],
    columns: Columns,
    kinds: NDArray[np.int8],
    *,
    weigh: tuple[Register, Weights],
) -> Selection:
    """Count every story once in every reading, and choose who speaks for it."""
    size = len(kinds)
    weights = _weights(rows, columns, *weigh)
    codes, names = _numbered(told)
    story = codes[rows.document]
    pair = rows.signature * names + story
    # the strongest of each story first, the earliest reported of equals, then as recorded
    strength = np.round(weights * 100).astype(np.int64)
    order = _in_order(pair, strength, rows.reported)
    is_first = np.ones(len(order), np.bool_)
    is_first[1:] = pair[order][1:] != pair[order][:-1]
    best = order[is_first]  # one row a reading and story, readings together
    reading = rows.signature[best]
    starts = np.searchsorted(reading, np.arange(size + 1))
    counts = np.diff(starts)
    limit = _limit(counts)
    speakers = best[_ranks(reading, strength[best], rows.reported[best], starts) < limit]
    is_cut = np.bincount(rows.signature, minlength=size) > np.minimum(counts, limit)
    ends = _ends(rows, is_cut, kinds)
    shown = np.unique(np.concatenate([speakers, ends]))
    shown = shown[np.unique(rows.claim[shown], return_index=True)[1]]  # in the ledger's order
    last = np.unique(apart.claim, return_index=True)[1]
    documents = np.concatenate([rows.document[shown], apart.document[last]])
    is_dated = np.ones(len(told), np.bool_)
    is_dated[columns.joined("document_number")] = columns.joined("document_is_dated")
    outlet, _ = columns.outlets()
    return Selection(
        rows.claim[shown],
        apart.claim[last],
        rows.signature[shown],
        outlet[documents].tolist(),
        told[documents].tolist(),
        np.unique(documents[~is_dated[documents]]),
        starts,
        story[best],
        weights[best],
    )


def _weights(
    rows: _Rows, columns: Columns, register: Register, table: Weights
) -> NDArray[np.float64]:
    """Weigh every row by the table of weights, as ``settle`` weighs one claim."""
    voices = [voice for segment in columns.segments for voice in segment.voices]
    used = np.flatnonzero(np.bincount(rows.voice + 1, minlength=1)) - 1
    sizes = np.zeros((len(voices) + 1, 2))
    for place in used.tolist():
        voice = None if place < 0 else voices[place]
        for is_partisan in (0, 1):
            weight = weigh_voice(voice, register, table, is_partisan=bool(is_partisan))
            sizes[place, is_partisan] = weight.log_odds
    outlet, outlets = columns.outlets()
    partisan = np.array([each.kind in PARTISAN_OUTLETS for each in outlets] + [False], np.int8)
    base = sizes[rows.voice, partisan[outlet[rows.document]]]
    return np.round(base * rows.certainty.astype(np.float64), 2)


def _stories(columns: Columns, moment: datetime | None) -> NDArray[np.uint64]:
    """Give the story of each document by its number; one that is in none is its own."""
    told = np.arange(columns.upto.documents + 1, dtype=np.uint64)
    document, story = columns.joined("story_document"), columns.joined("story")
    if moment is not None:
        known = columns.joined("story_recorded") <= microseconds(moment)
        document, story = document[known], story[known]
    told[document] = story  # of several groupings the last stands: they are in order
    return told


def _numbered(values: NDArray[np.uint64]) -> tuple[NDArray[np.int64], int]:
    """Give equal values equal small numbers, and say how many there are."""
    order = np.argsort(values)
    ordered = values[order]
    is_new = np.ones(len(values), np.bool_)
    is_new[1:] = ordered[1:] != ordered[:-1]
    codes = np.empty(len(values), np.int64)
    codes[order] = np.cumsum(is_new) - 1
    return codes, int(is_new.sum())


def _in_order(
    group: NDArray[np.int64], strength: NDArray[np.int64], reported: NDArray[np.int32]
) -> NDArray[np.int64]:
    """Order rows by group, then the strongest first, then the earliest reported.

    Sorted as one number a row where that holds all three: several times as fast as one by one.
    """
    if not len(group):
        return np.empty(0, np.int64)
    first = int(reported.min())
    days, most = int(reported.max()) - first + 1, int(strength.max()) + 1
    if (int(group.max()) + 1) * days * most >= 2**63:
        return np.lexsort((reported, -strength, group))
    number = (group * most + (most - 1 - strength)) * days + (reported - first)
    return np.argsort(number)


def _limit(counts: NDArray[np.int64]) -> int:
    """Give how many speakers a reading may have, so that all together are not too many."""
    for limit in _SPEAKERS:
        if int(np.minimum(counts, limit).sum()) <= MOST_SHOWN:
            return limit
    return 1


def _ranks(
    reading: NDArray[np.int64],
    strength: NDArray[np.int64],
    reported: NDArray[np.int32],
    starts: NDArray[np.int64],
) -> NDArray[np.int64]:
    """Give each story its place in its reading: the strongest first, of equals the earliest."""
    order = _in_order(reading, strength, reported)
    ranks = np.empty(len(order), np.int64)
    ranks[order] = np.arange(len(order)) - starts[reading[order]]
    return ranks


def _ends(rows: _Rows, is_cut: NDArray[np.bool_], kinds: NDArray[np.int8]) -> NDArray[np.int64]:
    """Give the first and the last report of every reading that is not shown whole.

    Not of happenings that have their day: there no report's day tells anything.
    """
    size = len(kinds)
    tells = is_cut[rows.signature] & (_LASTS[kinds[rows.signature]] | (rows.event == NO_DAY))
    at = np.flatnonzero(tells & (rows.reported != NO_DAY))
    reading, day = rows.signature[at], rows.reported[at]
    first, last = np.full(size, _OPEN_ENDED, np.int64), np.full(size, -1, np.int64)
    np.minimum.at(first, reading, day)
    np.maximum.at(last, reading, day)
    found = []
    for end in (first, last):
        is_end = day == end[reading]
        chosen = np.full(size, -1, np.int64)
        chosen[reading[is_end][::-1]] = at[is_end][::-1]  # of several the one recorded first
        found.append(chosen[chosen >= 0])
    return np.concatenate(found)
