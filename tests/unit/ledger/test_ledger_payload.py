"""Documents and stories come back from the ledger as they went in, whatever is in them."""

import json
from dataclasses import asdict
from datetime import date
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from kutla.documents import (
    Block,
    BlockRole,
    Copy,
    DateSource,
    Document,
    Dropped,
    DropReason,
    Outlet,
    OutletKind,
    PublicationDate,
    Story,
)
from kutla.ledger.payload import document_payload, read_document, stories_from
from kutla.vocabulary import Period

_TEXT = st.text(max_size=20)
_MAYBE = st.none() | _TEXT
_AT = st.integers(0, 500)
_SHARE = st.floats(0, 1)
_DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
_PERIODS = st.tuples(_DAYS, _DAYS).map(lambda days: Period.through(min(days), max(days)))
_NAMES = st.lists(_TEXT, max_size=3).map(tuple)
_DOCUMENTS = st.builds(
    Document,
    id=st.text("0123456789abcdef", min_size=16, max_size=16),
    address=_TEXT,
    text=_TEXT,
    blocks=st.lists(st.builds(Block, _AT, _AT, st.sampled_from(BlockRole)), max_size=3).map(tuple),
    dropped=st.lists(st.builds(Dropped, _AT, _AT, st.sampled_from(DropReason)), max_size=3).map(
        tuple
    ),
    headline=_MAYBE,
    outlet=st.none()
    | st.builds(Outlet, _TEXT, st.none() | st.sampled_from(OutletKind), _TEXT, _SHARE),
    byline=_MAYBE,
    section=_MAYBE,
    published=st.builds(
        PublicationDate,
        st.none() | _PERIODS,
        st.none() | st.sampled_from(DateSource),
        _TEXT,
        _TEXT,
        _SHARE,
    ),
    credits=_NAMES,
    place=_MAYBE,
    also_at=_NAMES,
)


@given(_DOCUMENTS)
def test_a_document_comes_back_as_it_went_in(document):
    assert read_document(document_payload(document), document.text) == document


def _rows(story):
    return [
        SimpleNamespace(sequence=n, story_id=story.id, document_id=name, position=n, payload="[]")
        for n, name in enumerate(story.document_ids)
    ]


@given(st.integers(1, 4), st.lists(st.sampled_from(["copy", "contains"]), max_size=3))
def test_a_story_comes_back_as_it_went_in(size, kinds):
    names = tuple(f"d{n}" for n in range(size))
    copies = tuple(Copy(names[0], f"e{n}", kind, 0.5) for n, kind in enumerate(kinds))
    story = Story("a-story", names, copies)
    rows = [
        SimpleNamespace(
            document_id=c.document_id, other_id=c.other_id, kind=c.kind, containment=c.containment
        )
        for c in copies
    ]
    assert stories_from(_rows(story), rows) == (story,)


def test_copies_of_an_older_ledger_stand_beside_the_row():
    edge = Copy("d0", "d1", "copy", 0.9)
    rows = _rows(Story("a-story", ("d0", "d1")))
    rows[-1].payload = json.dumps([asdict(edge)])
    assert stories_from(rows, []) == (Story("a-story", ("d0", "d1"), (edge,)),)
