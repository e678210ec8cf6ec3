"""Settling on made-up worlds whose truth is known: against counting heads and learning sources.

Each world has lists with a true figure and reports by sources of five sorts; each sort is right as
often as its weight says (log-odds 1.6 is 83 %), and half of the reports are copies of another. That
the weights fit is the world's assumption; what is tested is that settling makes use of it.
"""

import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime
from math import exp, log

import pytest

from kutla.claims import Claim, Voice, VoiceRole
from kutla.documents import Block, DateSource, Document, Outlet, OutletKind, PublicationDate, Story
from kutla.register import Register
from kutla.state import project, used_weights
from kutla.vocabulary import Chamber, EntityKind, Period, Quote, Referent, When

DAY = Period.parse("2031-05-12")
LISTS, REPORTS = 60, 7


@dataclass(frozen=True)
class Said:
    thing: int
    value: int
    source: str
    sort: str
    story: int


def world(seed):
    """Figures of 60 lists and who says what; sources keep their sort, copies their original's words."""
    chance = random.Random(seed)
    truth = [chance.randint(3, 60) for _ in range(LISTS)]
    sorts = [row for row in used_weights().rows if row.name != "vouched"]
    sources = {f"source {n}": sorts[n % len(sorts)] for n in range(25)}
    said, story = [], 0
    for thing, value in enumerate(truth):
        for name in chance.sample(sorted(sources), REPORTS):
            own = [each for each in said if each.thing == thing]
            if own and chance.random() < 0.5:
                of = chance.choice(own)
                said.append(Said(thing, of.value, name, of.sort, of.story))
                continue
            story += 1
            sort = sources[name]
            is_right = chance.random() < 1 / (1 + exp(-sort.log_odds))
            told = value if is_right else value + chance.choice((-2, -1, 1, 2))
            said.append(Said(thing, told, name, sort.name, story))
    return truth, said


def by_settling(said):
    documents, claims, stories = [], [], defaultdict(list)
    for number, each in enumerate(said):
        text = f"Report {number}. List {each.thing} has {each.value} seats."
        id_ = f"{number:016x}"
        start = text.index("List")
        kind = OutletKind.PARTY if each.sort == "partisan" else None
        documents.append(
            Document(
                id_, f"{number}.txt", text, (Block(0, len(text)),), outlet=Outlet(each.source, kind),
                published=PublicationDate(DAY, DateSource.METADATA, "", ""),
            )
        )  # fmt: skip
        voices = {
            "official": (Voice("the Electoral Commission"),),
            "named": (Voice("Ana Rusk"),),
            "anonymous": (Voice("sources", VoiceRole.SPEAKER, is_anonymous=True),),
        }
        claims.append(
            Claim(
                kind="seats", subject=Referent(f"List {each.thing}", None, EntityKind.PARTY_LIST),
                value=each.value, attribution=voices.get(each.sort, ()), event=When(DAY),
                reported=DAY, quote=Quote.cut(id_, text, start, len(text)), method="t", certainty=1.0,
            )
        )  # fmt: skip
        stories[each.story].append(id_)
    state = project(
        claims, documents, [Story(str(s), tuple(ids)) for s, ids in stories.items()],
        Register.empty("nowhere", Chamber("House", 5000)),
        valid_on=date(2031, 6, 1), known_at=datetime(2031, 6, 1, tzinfo=UTC),
    )  # fmt: skip
    return {int(row.subject.name.split()[1]): row.value for row in state.seats.rows}


def by_heads(said):
    """The figure most reports give, copies counted, the lower one of equals."""
    counts = defaultdict(Counter)
    for each in said:
        counts[each.thing][each.value] += 1
    return {t: min(c, key=lambda value: (-c[value], value)) for t, c in counts.items()}


def by_learning(said, rounds=20):
    """TruthFinder's idea (Yin, Han and Yu 2008): sources that agree with many are believed more."""
    trust = {each.source: 0.8 for each in said}
    best = {}
    for _ in range(rounds):
        belief = defaultdict(float)
        for each in said:
            belief[each.thing, each.value] += -log(max(1e-9, 1 - trust[each.source]))
        sure = {key: 1 / (1 + exp(-0.3 * score)) for key, score in belief.items()}
        told = defaultdict(list)
        for each in said:
            told[each.source].append(sure[each.thing, each.value])
        trust = {source: min(0.99, sum(x) / len(x)) for source, x in told.items()}
        best = {}
        for (thing, value), score in sorted(belief.items()):
            if thing not in best or score > belief[thing, best[thing]]:
                best[thing] = value
    return best


@pytest.fixture(scope="module")
def scores():
    found = Counter()
    for seed in range(12):
        truth, said = world(seed)
        for name, way in (("us", by_settling), ("heads", by_heads), ("learning", by_learning)):
            answer = way(said)
            found[name] += sum(answer[thing] == value for thing, value in enumerate(truth))
    return {name: count / (12 * LISTS) for name, count in found.items()}


def test_weighing_voices_and_counting_stories_once_beats_counting_heads(scores):
    assert scores["us"] > scores["heads"] + 0.02
    assert scores["us"] > scores["learning"] + 0.02
