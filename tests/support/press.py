"""A press of any size, made from a seed: the ledger of many years, without reading a word.

Twenty-one years of reports about Iraq's parliament: results of its elections told again and again,
who leads what and holds which office (the register's own facts), questions of the season on which
many reports speak (who joins, refuses, supports, negotiates), and happenings, each told by several
papers. Half of the documents are copies of another. Claims have the quotes, days and chains of
authority that real ones have; only their texts are short.
"""

from __future__ import annotations

import hashlib
import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kutla.claims import Claim, Modality, Polarity, Voice, VoiceRole
from kutla.claims.codec import to_line
from kutla.documents import Block, DateSource, Document, Outlet, OutletKind, PublicationDate, Story
from kutla.ledger.payload import document_payload
from kutla.ledger.schema import CLAIMS, DOCUMENTS, READ_CLAIMS, READINGS, RUNS, STORIES
from kutla.vocabulary import OPEN, EntityKind, Period, Quote, Referent, When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.ledger import Ledger
    from kutla.register import Register

BEGAN = date(2005, 1, 1)
ENDED = date(2026, 1, 1)
RECORDED = "2026-01-02T00:00:00.000000+00:00"
_PER_DOCUMENT = 8
_TOLD_BY = 8  # reports that tell of one happening
_QUESTIONS = 120  # open in one season
_STANCES = ("joins_bloc", "refuses_bloc", "supports", "opposes", "negotiates_with")
_HAPPENINGS = ("meets", "accuses", "threatens", "attacks", "detains")
_GROUPS = frozenset({EntityKind.PARTY_LIST, EntityKind.ELECTORAL_ALLIANCE, EntityKind.PARTY})


@dataclass(frozen=True)
class Told:
    """What a claim says, before anybody says it."""

    kind: str
    subject: Referent
    object: Referent | None = None
    value: int | None = None
    total: int | None = None
    event: When = OPEN
    modality: Modality = Modality.ACTUAL
    polarity: Polarity = Polarity.AFFIRMED


@dataclass(frozen=True)
class Batch:
    """The reports of some days."""

    documents: list[Document]
    stories: list[Story]
    claims: list[Claim]


def press(count: int, register: Register, seed: int = 1) -> Iterator[Batch]:
    """Give about ``count`` claims, day by day, a batch a month."""
    days = (ENDED - BEGAN).days
    a_day = count / days
    world = _World(register, random.Random(seed), a_day)
    batch = Batch([], [], [])
    owed = 0.0
    for number in range(days):
        day = BEGAN + timedelta(days=number)
        owed += a_day
        while owed >= _PER_DOCUMENT:
            owed -= world.report(day, batch)
        if day.day == 1 and batch.documents:
            yield batch
            batch = Batch([], [], [])
    yield batch


class _World:
    def __init__(self, register: Register, chance: random.Random, a_day: float) -> None:
        self.register, self.chance = register, chance
        kinds = {entity.id: entity for entity in register.own_entities}
        self.people = [e for e in kinds.values() if e.kind is EntityKind.PERSON]
        self.groups = [e for e in kinds.values() if e.kind in _GROUPS]
        self.results = [
            (e.held_on.first_on, e.results, e.chamber.seats)
            for e in register.elections
            if e.results
        ]
        self.outlets = [
            Outlet(f"Paper {n}", OutletKind.PARTY if n % 9 == 0 else OutletKind.NEWSPAPER)
            for n in range(40)
        ]
        self.events_a_day = 0.2 * a_day / _TOLD_BY
        self.season: tuple[int, int] = (0, 0)
        self.questions: list[Told] = []
        self.recent: list[Told] = []
        self.on = BEGAN
        self.number = 0
        self.last: list[list[Told]] = []

    def report(self, day: date, batch: Batch) -> int:
        """Add one document and say how many claims it has."""
        chance = self.chance
        self._turn(day)
        is_copy = bool(batch.documents) and chance.random() < 0.5 and bool(self.last)
        told = self.last[-1] if is_copy else [self._told(day) for _ in range(_PER_DOCUMENT)]
        self.number += 1
        lines = [f"Report {self.number}"]
        lines += [
            f"{t.subject.name}: {t.kind} {t.object.name if t.object else t.value}." for t in told
        ]
        text = "\n".join(lines)
        id_ = hashlib.sha256(text.encode()).hexdigest()[:16]
        outlet = chance.choice(self.outlets)
        period = Period.parse(day.isoformat())
        blocks, at = [], 0
        for line in lines:
            blocks.append(Block(at, at + len(line)))
            at += len(line) + 1
        batch.documents.append(
            Document(
                id=id_, address=f"press/{self.number}.txt", text=text, blocks=tuple(blocks),
                headline=lines[0], outlet=outlet,
                published=PublicationDate(period, DateSource.METADATA, day.isoformat(), "stated"),
            )
        )  # fmt: skip
        if is_copy:
            story = batch.stories[-1]
            batch.stories[-1] = Story(story.id, (*story.document_ids, id_))
        else:
            batch.stories.append(Story(f"story-{id_}", (id_,)))
            self.last = [told]
        for block, each in zip(blocks[1:], told, strict=True):
            batch.claims.append(
                Claim(
                    kind=each.kind, subject=each.subject, object=each.object, value=each.value,
                    total=each.total, event=each.event, reported=period, modality=each.modality,
                    polarity=each.polarity, attribution=self._voices(), method="rules/2",
                    quote=Quote.cut(id_, text, block.start, block.end), certainty=0.9,
                )
            )  # fmt: skip
        return len(told)

    def _voices(self) -> tuple[Voice, ...]:
        share = self.chance.random()
        if share < 0.6:
            return ()
        if share < 0.7:
            return (Voice("sources", VoiceRole.SPEAKER, is_anonymous=True),)
        person = self.chance.choice(self.people)
        return (Voice(person.name, VoiceRole.SPEAKER, entity_id=person.id),)

    def _turn(self, day: date) -> None:
        while self.on <= day:
            whole = int(self.events_a_day) + (self.chance.random() < self.events_a_day % 1)
            self.recent += [self._happening(self.on) for _ in range(whole)]
            self.recent = self.recent[-max(20, 5 * whole) :]
            self.on += timedelta(days=1)
        season = (day.year, (day.month - 1) // 3)
        if season != self.season:
            self.season = season
            self.questions = [self._question() for _ in range(_QUESTIONS)]

    def _referent(self, entity: object) -> Referent:
        return Referent(entity.name, entity.id, entity.kind)  # type: ignore[attr-defined]

    def _happening(self, day: date) -> Told:
        one, other = self.chance.sample(self.people, 2)
        event = When(Period.parse(day.isoformat()), "on the day")
        kind = self.chance.choice(_HAPPENINGS)
        return Told(kind, self._referent(one), self._referent(other), event=event)

    def _question(self) -> Told:
        kind = self.chance.choice(_STANCES)
        one, other = self.chance.sample(self.groups, 2)
        modality = self.chance.choice(list(Modality))
        return Told(kind, self._referent(one), self._referent(other), modality=modality)

    def _told(self, day: date) -> Told:
        chance = self.chance
        share = chance.random()
        if share < 0.15:
            held = [each for each in self.results if each[0] <= day]
            if held:
                on, results, total = held[-1]
                list_id, seats = chance.choice(results)
                seats += chance.random() < 0.05
                event = When(Period.parse(on.isoformat()), "election")
                subject = self._referent(self.register.entity(list_id))
                return Told("seats", subject, value=seats, total=total, event=event)
        if share < 0.55:
            tenures = self.register.tenures
            tenure = chance.choice(tenures)
            entity = self.register.find_entity(tenure.entity_id)
            other = self.register.find_entity(tenure.other)
            if entity is not None and (tenure.valid is None or day in tenure.valid):
                target = (
                    self._referent(other)
                    if other
                    else Referent(tenure.other, None, EntityKind.OFFICE)
                )
                return Told(tenure.role, self._referent(entity), target)
        if share < 0.8 or not self.recent:
            return self.questions[min(int(chance.expovariate(0.05)), _QUESTIONS - 1)]
        return chance.choice(self.recent[-max(4, int(3 * self.events_a_day)) :])


def fill(ledger: Ledger, count: int, register: Register, seed: int = 1) -> int:
    """Write a press into an empty ledger in one go and say how many claims it holds."""
    made = 0
    with ledger.engine.begin() as connection:
        run = connection.execute(RUNS.insert().values(method="rules/2", recorded_at=RECORDED))
        run_id = run.inserted_primary_key[0]  # type: ignore[index]
        reading = 0
        for batch in press(count, register, seed):
            connection.execute(
                DOCUMENTS.insert(),
                [
                    {
                        "id": d.id, "address": d.address, "outlet": d.outlet.name if d.outlet else None,
                        "headline": d.headline, **_days(d.published.period, "published"),
                        "text": d.text, "payload": document_payload(d),
                        "recorded_at": RECORDED, "run_id": run_id,
                    }
                    for d in batch.documents
                ],
            )  # fmt: skip
            connection.execute(
                STORIES.insert(),
                [
                    {
                        "story_id": s.id, "document_id": id_, "position": n,
                        "payload": "[]", "recorded_at": RECORDED,
                    }
                    for s in batch.stories
                    for n, id_ in enumerate(s.document_ids)
                ],
            )  # fmt: skip
            readings = {}
            for d in batch.documents:
                reading += 1
                readings[d.id] = reading
            connection.execute(
                READINGS.insert(),
                [
                    {
                        "sequence": n,
                        "document_id": id_,
                        "method": "rules/2",
                        "recorded_at": RECORDED,
                    }
                    for id_, n in readings.items()
                ],
            )
            by_id = {claim.id: claim for claim in batch.claims}
            connection.execute(
                CLAIMS.insert(),
                [
                    {
                        "id": id_, "document_id": c.quote.document_id, "kind": c.kind,
                        "subject": c.subject.key, "object": c.object.key if c.object else None,
                        "method": c.method, **_days(c.event.period, "event"),
                        **_days(c.reported, "published"), "payload": to_line(c),
                        "recorded_at": RECORDED,
                    }
                    for id_, c in by_id.items()
                ],
            )  # fmt: skip
            connection.execute(
                READ_CLAIMS.insert(),
                [
                    {
                        "reading": readings[c.quote.document_id],
                        "claim_id": id_,
                        "recorded_at": RECORDED,
                    }
                    for id_, c in by_id.items()
                ],
            )
            made += len(by_id)
    return made


def _days(period: Period | None, prefix: str) -> dict[str, str | None]:
    return {
        f"{prefix}_from": None if period is None else period.first_on.isoformat(),
        f"{prefix}_until": None if period is None else period.until_on.isoformat(),
    }
