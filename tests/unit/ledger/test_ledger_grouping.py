"""Stories found as documents come in, one by one, are those of all documents together."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kutla.documents import group, make_document
from kutla.ledger import open_ledger
from support.diary import at

WORDS = [
    "harbour",
    "dawn",
    "list",
    "seats",
    "talks",
    "minister",
    "member",
    "bloc",
    "vote",
    "house",
    "speaker",
    "council",
    "coast",
    "valley",
    "party",
    "leader",
    "north",
    "south",
    "report",
    "paper",
    "alliance",
    "session",
    "quorum",
    "budget",
    "border",
    "office",
    "union",
]


def sentence(seed):
    chance = random.Random(seed)
    return " ".join(chance.choices(WORDS, k=14)).capitalize() + "."


def article(parts):
    """A report of paragraphs; a number stands for one and the same paragraph wherever it is."""
    return make_document(
        "\n\n".join([f"Report {parts}", *(sentence(n) for n in parts)]), address="a.txt"
    )


@given(
    st.lists(
        st.lists(st.integers(0, 9), min_size=2, max_size=5).map(tuple), max_size=7, unique=True
    ),
    st.data(),
)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_one_by_one_or_all_together(tmp_path_factory, articles, data):
    documents = list({d.id: d for d in map(article, articles)}.values())
    with open_ledger(tmp_path_factory.mktemp("l") / "kutla.db") as ledger:
        rest = list(documents)
        while rest:
            size = data.draw(st.integers(1, len(rest)))
            part, rest = rest[:size], rest[size:]
            ledger.record(part, None, (), recorded_at=at("2031-06-01"), run="r/1")
        assert {s.id: s for s in ledger.stories()} == {s.id: s for s in group(documents)}
        assert ledger.verify() == ()


@pytest.mark.parametrize("number", range(3))
def test_on_both_databases(ledger, number):
    documents = [article((number, 1, 2, 3)), article((1, 2, 3)), article((7, 8, 9))]
    for document in documents:
        ledger.record([document], None, (), recorded_at=at("2031-06-01"), run="r/1")
    assert set(ledger.stories()) == set(group(documents))


def test_an_earlier_moment_has_the_stories_of_then(ledger):
    first, second = article((1, 2, 3, 4)), article((1, 2, 3, 5))
    ledger.record([first], None, (), recorded_at=at("2031-06-01"), run="r/1")
    ledger.record([second], None, (), recorded_at=at("2031-06-02"), run="r/1")
    (alone,) = ledger.stories(known_at=at("2031-06-01"))
    assert alone.document_ids == (first.id,)
    assert alone.copies == ()
    (both,) = ledger.stories()
    assert both.document_ids == (first.id, second.id)
