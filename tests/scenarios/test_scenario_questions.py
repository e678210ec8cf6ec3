"""The questions of an analyst, asked of the five articles that describe the product."""

from datetime import UTC, datetime

import pytest

from kutla import extract_paths, load_parliament, open_ledger, record
from kutla.briefs.words import say
from kutla.claims import Polarity
from kutla.exports import look
from kutla.ledger.reviewing import By, reject, undo
from kutla.state import Question, ask, find_asked, timeline
from kutla.state.finding import find_facts

NOW = datetime(2030, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def ledger(seeds, tmp_path_factory):
    with open_ledger(tmp_path_factory.mktemp("seeds") / "kutla.db") as opened:
        record(opened, extract_paths([seeds], load_parliament("iraq")), NOW)
        yield opened


@pytest.fixture
def seen(ledger):
    return look(ledger, "iraq", known_at=NOW)


def answers(seen, *names, **asked):
    facts = seen.state.facts
    about = tuple(find_asked(name, facts, seen.register) for name in names)
    return ask(facts, Question(about=about, **asked), seen.documents)


@pytest.mark.parametrize(
    "name", ["NASR", "Victory Alliance", "iq-nasr", "Al-Nasr", "Nasr Coalition"]
)
def test_who_says_what_about_whether_nasr_joins_and_how_many_sources_is_that(seen, name):
    (found,) = answers(seen, name, kinds=("joins_bloc",), is_contested=True)
    speakers = {
        side.reading.polarity is Polarity.AFFIRMED: {
            item.claim.speaker.name.split()[0] for item in side.items if item.claim.speaker
        }
        for side in found.sides
    }
    assert {"Jasim"} <= speakers[True]
    assert {"Huda"} <= speakers[False]
    assert found.stories == 1  # both are of one article: one source that reports two voices


def test_fatah_has_47_or_48_and_each_figure_has_its_words(seen):
    found = answers(seen, "Fatah", kinds=("seats",))
    assert {side.reading.value for each in found for side in each.sides} >= {47, 48} or len(
        found
    ) == 1
    for each in found:
        for item in each.items:
            document = seen.documents[item.claim.quote.document_id]
            assert item.claim.quote.stands_in(document.text)
            assert seen.line_of(item.claim) >= 1


def test_why_and_the_timeline_answer_on_the_same_facts(seen):
    (fact,) = find_facts(
        "does Nasr join the pro-government coalition", seen.state.facts, seen.register, say
    )
    assert fact.is_contested
    moments = [moment for moment in timeline(seen.state) if moment.fact.id == fact.id]
    assert {moment.is_leading for moment in moments} == {True, False}


def test_a_judgement_settles_it_and_undoing_it_brings_the_contest_back(ledger, seen):
    (contested,) = answers(seen, "Nasr", kinds=("joins_bloc",), is_contested=True)
    against = contested.sides[1]
    by = By("ana", datetime(2030, 1, 2, tzinfo=UTC), "hearsay")
    made = [reject(ledger, item.claim.id, by) for item in against.items]
    later = look(ledger, "iraq", known_at=datetime(2030, 1, 3, tzinfo=UTC))
    assert answers(later, "Nasr", kinds=("joins_bloc",), is_contested=True) == ()
    earlier = look(ledger, "iraq", known_at=NOW)
    assert answers(earlier, "Nasr", kinds=("joins_bloc",), is_contested=True) == (contested,)
    for each in made:
        undo(ledger, each.number, By("ana", datetime(2030, 1, 4, tzinfo=UTC)))
    last = look(ledger, "iraq", known_at=datetime(2030, 1, 5, tzinfo=UTC))
    (again,) = answers(last, "Nasr", kinds=("joins_bloc",), is_contested=True)
    assert again.fact.id == contested.fact.id
