"""Documents and stories come back from the ledger as they went in, whatever is in them."""

from datetime import date

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
from kutla.ledger.payload import document_payload, read_document, read_story, story_payload
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


@given(_NAMES, st.lists(st.builds(Copy, _TEXT, _TEXT, _TEXT, _SHARE), max_size=3).map(tuple))
def test_a_story_comes_back_as_it_went_in(ids, copies):
    story = Story("a-story", ids, copies)
    assert read_story(story.id, ids, story_payload(story)) == story
