"""What is looked up for a few is what reading everything would give."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kutla.errors import BeforeTheLedgerError
from kutla.ledger import open_ledger
from kutla.ledger.glance import claims_of, documents_at, last_day, stories_of
from kutla.pipeline import last_day_reported
from support.diary import Diary, at

DAYS = st.sampled_from(["2031-05-20", "2031-05", "2031", None, "2031-06-02", "2032-01-01"])
LINES = st.sampled_from(
    [
        "Dawn | seats | 47", "Dawn | seats | 48 | on 2031-05-12",
        "Harbour | joins_bloc | Big Tent | planned | on 2033-01-01",
        "Harbour | meets | Dawn | on 2031-06", "Harbour | meets | Dawn | on 2039-06-01",
    ]
)  # fmt: skip


@given(st.lists(st.tuples(DAYS, LINES), min_size=1, max_size=4), st.booleans())
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_last_day_is_that_of_all_documents_and_claims(tmp_path_factory, told, is_reread):
    diary = Diary()
    for day, line in told:
        diary.report("Herald", day, line)
    with open_ledger(tmp_path_factory.mktemp("g") / "l.db") as ledger:
        ledger.record(
            diary.documents, diary.stories, diary.claims, recorded_at=at("2032-02-01"), run="d/1"
        )
        if is_reread:
            again = [replace(claim, method="d/2") for claim in diary.claims[1:]]
            ledger.record(diary.documents, (), again, recorded_at=at("2032-02-03"), run="d/2")
        for moment in (None, at("2032-02-02"), at("2032-02-04")):
            known_on = date(2032, 1, 15)
            documents = tuple(
                d
                for d in ledger.documents(known_at=moment)
                if d.published.period is None or d.published.period.first_on <= known_on
            )
            try:
                expected = last_day_reported(documents, ledger.claims(known_at=moment))
            except BeforeTheLedgerError:
                expected = None
            assert last_day(ledger, moment=moment, known_on=known_on) == expected


@pytest.fixture
def held(ledger, add, diary):
    add(ledger, diary, "2031-06-01")
    anew = [replace(claim, method="diary/2") for claim in diary.claims[:2]]
    ledger.record(
        diary.documents[:1], None, anew, recorded_at=at("2031-06-03"), run="diary/2"
    )  # fmt: skip
    return ledger


@pytest.mark.parametrize("moment", [None, at("2031-06-02"), at("2031-06-04"), at("2031-05-01")])
def test_claims_and_stories_of_some_documents_are_those_of_all(held, diary, moment):
    ids = [document.id for document in diary.documents]
    whole = held.claims(known_at=moment)
    for some in (ids, ids[:1], ids[1:], []):
        of_these = [claim for claim in whole if claim.quote.document_id in some]
        assert set(claims_of(held, some, moment=moment)) == set(of_these)
        told = {
            each: story.document_ids
            for story in held.stories(known_at=moment)
            for each in story.document_ids
            if each in some
        }
        assert stories_of(held, some, moment=moment) == told


def test_a_document_is_found_by_its_id_and_by_every_address(ledger, add, diary):
    also = ("https://herald.example/1?a=b&c", 'odd "name" 100%.txt')
    diary.documents[0] = replace(diary.documents[0], also_at=also)
    add(ledger, diary)
    first = diary.documents[0]
    for name in (first.id, first.address, *also):
        assert documents_at(ledger, name) == (first,)
    for name in ("herald", "", "Herald", "odd name 100%.txt"):
        assert documents_at(ledger, name) == ()
