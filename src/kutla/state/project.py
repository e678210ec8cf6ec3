"""Read off the ledger what holds on a day, as known at a moment. Pure: no clock, no network."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from kutla.claims import Modality
from kutla.ledger import Verdict, carried_over, rulings
from kutla.ledger.judgement import ABOUT_CLAIMS
from kutla.state.blocs import blocs_of
from kutla.state.camps import Camps
from kutla.state.checks import check
from kutla.state.condense import condense
from kutla.state.elections import fold_elections
from kutla.state.folding import Topics, fill_candidacies, fold_blocs, meet_denials, spread_refusals
from kutla.state.happenings import split
from kutla.state.offices import succeed
from kutla.state.posts import Posts
from kutla.state.remembering import asked, remember, remembered
from kutla.state.seats import bloc_keys, election_of, seat_table
from kutla.state.settle import settle
from kutla.state.state import Fact, State
from kutla.state.topics import Point, point_of
from kutla.state.weights import DEFAULT, used_weights
from kutla.vocabulary import Referent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kutla.claims import Claim
    from kutla.documents import Document, Source, Story
    from kutla.ledger import Judgement, Ledger
    from kutla.register import Register
    from kutla.state.condense import Tally
    from kutla.state.weights import Weights
    from kutla.vocabulary import Chamber

_NOT_YET = frozenset({Modality.PLANNED, Modality.POSSIBLE, Modality.DEMANDED})


class KnownBy(StrEnum):
    """What makes a report known: that it was recorded, or that it was out."""

    RECORDED = "recorded"
    PUBLISHED = "published"


def project_ledger(
    ledger: Ledger,
    register: Register,
    *,
    valid_on: date,
    known_at: datetime,
    known_by: KnownBy | None = None,
    weights: Weights | None = None,
) -> State:
    """Project what a ledger held at a moment; see :func:`project`.

    ``RECORDED`` gives back exactly what this ledger knew then, and can never change. With
    ``PUBLISHED`` whatever is in the ledger now and was out by then counts: what a reader of those
    papers knew. None takes ``RECORDED`` from the ledger's first row on, ``PUBLISHED`` before it.
    ``weights`` is the table of how much a voice weighs; None takes the one that is in use.
    """
    if known_by is None:
        moment = ledger.moment_for(known_at)
    else:
        moment = known_at if known_by is KnownBy.RECORDED else None
    weights = weights or used_weights()
    key = asked(ledger, register, weights, valid_on, known_at, moment)
    held = remembered(key, register)
    if held is not None:
        return replace(held, known_at=known_at)
    with collecting_paused():
        condensed = condense(
            ledger,
            register,
            valid_on=valid_on,
            known_at=known_at,
            moment=moment,
            weights=weights,
        )
        claims, judgements = reviewed(
            ledger, known_at=moment, claims=condensed.claims if condensed else None
        )
        state = project(
            claims,
            condensed.sources if condensed else ledger.documents(known_at=moment),
            condensed.stories if condensed else ledger.stories(known_at=moment),
            register,
            valid_on=valid_on,
            known_at=known_at,
            judgements=judgements,
            tally=condensed.tally if condensed else None,
            weights=weights,
        )
    remember(key, register, state)
    return state


@contextmanager
def collecting_paused() -> Iterator[None]:
    """Keep the collector of cycles from going through a whole register again and again.

    A projection makes many small things and no cycles; what it makes outlives it or is counted out.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def reviewed(
    ledger: Ledger, *, known_at: datetime | None, claims: tuple[Claim, ...] | None = None
) -> tuple[tuple[Claim, ...], tuple[Judgement, ...]]:
    """Give the claims of the latest readings, and the judgements as they bear on those.

    A judgement on what an earlier reader found speaks on the same claim of a later one; what an
    analyst vouched for stands beside every reading, even if the latest reader misses it. ``claims``
    are those of the latest readings, where they are at hand already.
    """
    if claims is None:
        claims = ledger.claims(known_at=known_at)
    judgements = ledger.judgements(known_at=known_at)
    judged = {one.about for one in judgements if one.verdict in ABOUT_CLAIMS}
    held = {claim.id for claim in claims}
    gone = ledger.claims_called(judged - held) if judged - held else ()
    judgements = carried_over(judgements, gone, claims)
    accepted = rulings(judgements, claims).accepted
    return (*claims, *(claim for claim in gone if claim.id in accepted)), judgements


def project(
    claims: Iterable[Claim],
    documents: Iterable[Document | Source],
    stories: Iterable[Story],
    register: Register,
    *,
    valid_on: date,
    known_at: datetime,
    judgements: Sequence[Judgement] = (),
    tally: Tally | None = None,
    weights: Weights = DEFAULT,
) -> State:
    """Turn claims into facts with their support and dissent.

    A claim counts if its report was out by ``known_at`` and what it tells of had begun by
    ``valid_on`` (plans count as plans). A claim whose day is open counts from its report on; one
    whose report is undated too counts always, and says so. ``tally`` sums up the claims that those
    given stand for, if they do; ``weights`` is the table of how much a voice weighs. Raises ValueError for a naive moment.
    """
    if known_at.tzinfo is None:
        raise ValueError("known_at needs its time zone")
    by_id = {document.id: document for document in documents}
    story_of = {each: story.id for story in stories for each in story.document_ids}
    claims = tuple(claims)
    ruled = rulings(judgements, claims)
    vouched = {id_: one.judged_by for id_, one in {**ruled.entered, **ruled.accepted}.items()}
    known_on = known_at.astimezone(UTC).date()
    merged, parted = _merges(judgements, register), _partings(judgements)
    counting = [
        (claim, _merged(claim, merged, parted))
        for claim in sorted(claims, key=_in_order)
        if ruled.counts(claim) and _counts(claim, valid_on, known_on)
    ]
    read = [claim for _, claim in counting]
    camps, posts = Camps.of(read, register), Posts.of(read, register)
    points = [
        point_of(
            claim,
            camps,
            posts,
            _day_of(claim),
            recorded=recorded,
            vouched_by=vouched.get(recorded.id, "") if vouched else "",
        )
        for recorded, claim in counting
    ]
    points = fold_elections(fold_blocs(points), register)
    blocs = bloc_keys(points)
    sized = [p for p in points if p.family == "seats" and p.subject.key in blocs]
    seated = [p for p in points if p.family == "seats" and p.subject.key not in blocs]
    others = [p for p in points if p.family != "seats"]

    def settle_all(chosen: list[Point], *, is_result: bool = False) -> tuple[Fact, ...]:
        topics = meet_denials(fill_candidacies(spread_refusals(_gather(chosen))), camps).values()
        return tuple(
            settle(
                part, story_of, by_id, register, is_result=is_result, tally=tally, weights=weights
            )
            for topic in topics
            for part in split(topic)
        )

    election_on, current = _current_election(seated, register, valid_on)
    table, seat_problems = seat_table(
        settle_all(current, is_result=True),
        register_chamber(register, election_on),
        election_on,
        register,
    )
    sizes = {fact.subject.key: fact for fact in settle_all(sized)}
    facts = tuple(_noted(fact, valid_on) for fact in succeed(settle_all(others)))
    every = tuple(sorted((*table.rows, *sizes.values(), *facts), key=_order))
    return State(
        parliament=register.name,
        chamber=register_chamber(register, election_on),
        valid_on=valid_on,
        known_at=known_at,
        facts=every,
        seats=table,
        blocs=blocs_of(facts, sizes),
        problems=(*seat_problems, *check(every, by_id)),
    )


def _noted(fact: Fact, valid_on: date) -> Fact:
    """Say so where the report of a thing without a day may be later than the day asked about."""
    claims = [item.claim for item in fact.support]
    reports = [claim.reported for claim in claims if claim.reported is not None]
    is_open = all(claim.event.period is None for claim in claims)
    if not is_open or not reports or min(each.last_on for each in reports) <= valid_on:
        return fact
    first, last = min(e.first_on for e in reports), min(e.last_on for e in reports)
    return replace(
        fact, reason=f"{fact.reason}; its report is of some day from {first} to {last}, maybe later"
    )


def _gather(points: list[Point]) -> Topics:
    topics: Topics = {}
    for point in points:
        topics.setdefault(point.key, []).append(point)
    return topics


def register_chamber(register: Register, election_on: date | None) -> Chamber:
    """Give the chamber as it was elected on a day; the register's own where none is known."""
    for election in register.elections:
        if election.held_on.first_on == election_on:
            return election.chamber
    return register.chamber


def _merges(judgements: Sequence[Judgement], register: Register) -> dict[str, str]:
    """Map unmatched names and merged ids to the entity that analysts say they are."""
    merged = dict(register.redirects)
    for judgement in judgements:
        if judgement.verdict is Verdict.SAME and judgement.other is not None:
            known = register.find_entity(judgement.other)
            found = known.id if known else register.match(judgement.other).entity_id
            merged[Referent(judgement.about).key] = found or judgement.other
    return merged


def _partings(judgements: Sequence[Judgement]) -> frozenset[tuple[str, str]]:
    """Give the names with the entity that analysts say they are not."""
    return frozenset(
        (Referent(j.about).key, j.other)
        for j in judgements
        if j.verdict is Verdict.DIFFERENT and j.other is not None
    )


def _merged(
    claim: Claim, merged: Mapping[str, str], parted: frozenset[tuple[str, str]] = frozenset()
) -> Claim:
    """Put the entity that an analyst named for a name in its place, or take a wrong one away."""

    def named(referent: Referent | None) -> Referent | None:
        if referent is None:
            return None
        if (Referent(referent.name).key, referent.entity_id) in parted:
            referent = replace(referent, entity_id=None)
        if referent.key not in merged:
            return referent
        return replace(referent, entity_id=merged[referent.key])

    if not merged and not parted:
        return claim
    subject = named(claim.subject) or claim.subject
    return replace(claim, subject=subject, object=named(claim.object))


def _in_order(claim: Claim) -> tuple[str, str, int, str]:
    """Order claims by report and place, so that the order they are told in changes nothing."""
    day = claim.reported.first_on.isoformat() if claim.reported else ""
    return (day, claim.quote.document_id, claim.quote.start, claim.id)


def _day_of(claim: Claim) -> date | None:
    period = claim.event.period or claim.reported
    return None if period is None else period.last_on


def _counts(claim: Claim, valid_on: date, known_on: date) -> bool:
    if claim.reported is not None and claim.reported.first_on > known_on:
        return False
    event = claim.event.period
    if event is None:
        return claim.reported is None or claim.reported.first_on <= valid_on
    if (
        claim.reported is not None
        and claim.reported.first_on > valid_on
        and event.first_on > valid_on
    ):
        return False
    return event.first_on <= valid_on or claim.modality in _NOT_YET


def _current_election(
    points: list[Point], register: Register, valid_on: date
) -> tuple[date | None, list[Point]]:
    """Choose the figures of the latest election that anybody reports by the day asked about."""
    dated = [(election_of(point, register), point) for point in points]
    days = [day for day, _ in dated if day is not None and day <= valid_on]
    if not days:
        return None, [point for _, point in dated]
    latest = max(days)
    undated = None if len(set(days)) > 1 else latest
    return latest, [point for day, point in dated if (day or undated) == latest]


def _order(fact: Fact) -> tuple[str, str, str, str]:
    day = fact.period.first_on.isoformat() if fact.period else "9999"
    return (fact.kind, day, fact.subject.name, fact.object.name if fact.object else "")
