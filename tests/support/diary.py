"""Reports, stories and claims from one line of domain words each, about the fictional Arvonia.

    diary = Diary()
    diary.report("Herald", "2031-05-20", "Dawn | seats | 47 of 120")
    diary.report("Post", "2031-05-21", "Dawn | joins_bloc | Big Tent | possible | by Ana Rusk")

A line is subject | kind | object or number, and then any of: a modality, a polarity, ``by NAME``,
``by anonymous NAME``, ``on DAY``, ``former``, ``saying WORDS`` (only for the quote). ``copy_of`` makes a report the same story as another.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from kutla.claims import Claim, Modality, Polarity, Voice
from kutla.documents import (
    Block,
    DateSource,
    Document,
    Outlet,
    PublicationDate,
    Story,
)
from kutla.register import Alias, Election, Entity, Register, Tenure
from kutla.state import project
from kutla.vocabulary import OPEN, Chamber, EntityKind, Period, Quote, Referent, When

SEATS = 120
VOTED = Period.day(date(2031, 5, 12))
_ENTITIES = (
    Entity("dawn", EntityKind.ELECTORAL_ALLIANCE, "Dawn"),
    Entity("harbour", EntityKind.PARTY_LIST, "Harbour"),
    Entity("meadow", EntityKind.PARTY_LIST, "Meadow"),
    Entity("summit", EntityKind.PARTY_LIST, "Summit"),
    Entity("big-tent", EntityKind.PARLIAMENTARY_GROUP, "Big Tent"),
    Entity("orchard", EntityKind.PARTY, "Orchard"),
    Entity("ilsa", EntityKind.PERSON, "Ilsa Varro"),
    Entity("tomas", EntityKind.PERSON, "Tomas Dehl"),
    Entity("vera", EntityKind.PERSON, "Vera Solm"),
    Entity("norland", EntityKind.COUNTRY, "Norland"),
    Entity("commission", EntityKind.INSTITUTION, "Electoral Commission"),
)
_ALSO = {"Sunrise": "dawn", "Grass Movement": "meadow", "Grass Trend": "meadow"}


def arvonia():
    return Register(
        "arvonia",
        "Arvonia",
        Chamber("Diet", SEATS),
        entities=_ENTITIES,
        aliases=(
            *(Alias(each.id, each.name) for each in _ENTITIES),
            *(Alias(entity_id, text) for text, entity_id in _ALSO.items()),
        ),
        elections=(
            Election("arvonia-2031", VOTED, Chamber("Diet", SEATS), (("dawn", 47), ("meadow", 9))),
        ),
        tenures=(
            Tenure("tomas", "leads", "dawn"),
            Tenure("orchard", "part_of", "dawn"),
            Tenure("vera", "holds_office", "president of the Free Coast"),
        ),
    )


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@dataclass
class Diary:
    register: Register = field(default_factory=arvonia)
    documents: list = field(default_factory=list)
    claims: list = field(default_factory=list)
    _story_of: dict = field(default_factory=dict)

    def report(self, outlet, day, *lines, copy_of=None):
        number = len(self.documents)
        text = "\n".join([f"Report {number} of the {outlet}, {day}.", *lines])
        document_id = hashlib.sha256(text.encode()).hexdigest()[:16]
        period = None if day is None else Period.parse(day)
        published = PublicationDate(
            period, DateSource.DATE_LINE if period else None, str(day), "stated"
        )
        self.documents.append(
            Document(
                document_id,
                f"{outlet}-{number}.txt",
                text,
                (Block(0, len(text)),),
                outlet=Outlet(outlet),
                published=published,
            )
        )
        self._story_of[document_id] = self._story_of[copy_of] if copy_of else f"story-{number}"
        self.claims += [self._claim(line, document_id, text, period) for line in lines]
        return document_id

    @property
    def stories(self):
        members = {}
        for document_id, story_id in self._story_of.items():
            members.setdefault(story_id, []).append(document_id)
        return tuple(Story(story_id, tuple(ids)) for story_id, ids in members.items())

    def state(self, on, known_at=None, judgements=()):
        return project(
            self.claims,
            self.documents,
            self.stories,
            self.register,
            valid_on=date.fromisoformat(on),
            known_at=at(known_at or "2040-01-01"),
            judgements=judgements,
        )

    def _refer(self, name):
        entity_id = self.register.match(name).entity_id
        entity = self.register.find_entity(entity_id) if entity_id else None
        return Referent(name, entity_id, entity.kind if entity else None)

    def _claim(self, line, document_id, text, reported):
        subject, kind, *rest = (part.strip() for part in line.split("|"))
        found = {"event": OPEN}
        for part in rest:
            self._read(part, found)
        start = text.index(line)
        return Claim(
            kind=kind,
            subject=self._refer(subject),
            reported=reported,
            quote=Quote.cut(document_id, text, start, start + len(line)),
            method="diary",
            certainty=1.0,
            **found,
        )

    def _read(self, part, found):
        first, _, rest = part.partition(" ")
        if part in set(Modality):
            found["modality"] = Modality(part)
        elif part in set(Polarity):
            found["polarity"] = Polarity(part)
        elif first == "by":
            name = rest.removeprefix("anonymous ")
            voice = Voice(
                name, is_anonymous=name != rest, entity_id=self.register.match(name).entity_id
            )
            found["attribution"] = (voice,)
        elif first == "on":
            found["event"] = When(Period.parse(rest), rest, "stated")
        elif first == "saying":
            pass
        elif part == "former":
            found["event"] = When(None, "former", "")
        elif first.isdigit():
            found["value"] = int(first)
            found["total"] = int(rest.removeprefix("of ")) if rest else None
        else:
            found["object"] = self._refer(part)


def only(state, kind):
    (fact,) = state.of_kind(kind)
    return fact


def codes(state):
    return {problem.code for problem in state.problems}
