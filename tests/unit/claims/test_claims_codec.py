from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kutla.claims.claim import Claim, ClaimDraft, Modality, Name, Polarity, Voice, VoiceRole
from kutla.claims.codec import draft_from_line, from_line, from_lines, to_line, to_lines
from kutla.claims.kinds import KINDS
from kutla.errors import ClaimError, QuoteNotFoundError, UnknownKindError
from kutla.vocabulary import EntityKind, Period, Quote, Referent, When

words = st.text(min_size=1, max_size=12)
maybe_words = st.none() | words
numbers = st.none() | st.integers(-5, 5000)
days = st.dates(date(1900, 1, 1), date(2100, 1, 1))
periods = st.one_of(
    days.map(Period.day),
    st.tuples(days, days).map(lambda pair: Period.through(min(pair), max(pair))),
    st.builds(Period.month, st.integers(1900, 2100), st.integers(1, 12)),
    st.builds(Period.year, st.integers(1900, 2100)),
)
voices = st.builds(
    Voice, words, st.sampled_from(VoiceRole), st.booleans(), maybe_words, st.text(max_size=8)
)
shared = {
    "kind": st.sampled_from([kind.name for kind in KINDS]),
    "value": numbers,
    "total": numbers,
    "polarity": st.sampled_from(Polarity),
    "modality": st.sampled_from(Modality),
    "attribution": st.lists(voices, max_size=3).map(tuple),
    "event": st.builds(When, st.none() | periods, maybe_words, st.text(max_size=8)),
    "quote": st.builds(
        Quote,
        words,
        st.integers(0, 99),
        st.integers(0, 99),
        words,
        st.text(max_size=4),
        st.text(max_size=4),
    ),
    "method": words,
    "certainty": st.floats(0, 1),
}
referents = st.builds(Referent, words, maybe_words, st.none() | st.sampled_from(EntityKind))
names = st.builds(
    Name, words, st.none() | st.sampled_from(EntityKind), numbers, numbers, maybe_words
)
claims = st.builds(
    Claim, subject=referents, object=st.none() | referents, reported=st.none() | periods, **shared
)
drafts = st.builds(ClaimDraft, subject=names, object=st.none() | names, **shared)

TEXT = "Meadow holds 31 of the 120 seats, the clerk said."
LINE = {
    "kind": "seats", "subject": "Meadow", "object": None, "value": 31, "total": 120,
    "polarity": "affirmed", "modality": "actual", "source": "the clerk", "date": "2031-04",
    "quote": "Meadow holds 31 of the 120 seats",
}  # fmt: skip


def line(**changes):
    return json.dumps({key: value for key, value in (LINE | changes).items() if value != "-"})


@given(claims)
def test_a_claim_survives_the_line_with_the_same_id(claim):
    again = from_line(to_line(claim))
    assert again == claim
    assert again.id == claim.id


@given(drafts)
def test_a_draft_survives_the_line(draft):
    assert draft_from_line(to_line(draft)) == draft


@given(st.lists(claims, max_size=4))
def test_many_claims_survive_the_file_in_order(many):
    assert from_lines(to_lines(many)) == tuple(many)


def test_a_written_line_begins_with_the_keys_of_the_guide():
    assert list(json.loads(to_line(from_line(line()))))[:10] == list(LINE)


def test_a_line_with_the_ten_keys_alone_is_enough():
    claim = from_line(line(), document_id="d1", text=TEXT)
    assert (claim.value, claim.total, claim.event.period) == (31, 120, Period.month(2031, 4))
    assert (claim.quote.document_id, claim.quote.start, claim.quote.end) == ("d1", 0, 32)
    assert claim.quote.suffix.startswith(", the clerk")
    assert [voice.name for voice in claim.attribution] == ["the clerk"]


def test_offsets_alone_are_cut_from_the_text():
    claim = from_line(line(quote="-", start=0, end=6), text=TEXT)
    assert claim.quote.exact == "Meadow"


def test_the_article_is_nobody_else_s_voice():
    assert from_line(line(source="article")).attribution == ()


def test_the_source_is_the_innermost_speaker_and_never_the_outlet():
    outlet, clerk = Voice("The Gull", VoiceRole.OUTLET), Voice("the clerk")
    claim = from_line(line())
    carried = replace(claim, attribution=(outlet,))
    assert json.loads(to_line(carried))["source"] == "article"
    spoken = replace(claim, attribution=(outlet, clerk))
    assert json.loads(to_line(spoken))["source"] == "the clerk"


@pytest.mark.parametrize(
    ("source", "anonymous"),
    [("local sources", True), ("a party official", True), ("Ada Mps", False), ("The Gull", False)],
)
def test_a_description_as_source_is_anonymous(source, anonymous):
    (voice,) = from_line(line(source=source)).attribution
    assert voice.is_anonymous is anonymous


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"subject": None}, "'subject' should be a name, and is None"),
        ({"subject": "-"}, "'subject' should be a name, and is missing"),
        ({"value": "31"}, "'value' should be a whole number or null, and is '31'"),
        ({"value": True}, "'value' should be a whole number"),
        ({"polarity": "no"}, "'polarity' should be one of affirmed, negated, denied"),
        ({"date": "May 4"}, "'date' should be an ISO day"),
        ({"certainty": 2}, "'certainty' should be a number between 0 and 1"),
        ({"quote": None}, "'quote' should be the words"),
        ({"attribution": [{"role": "speaker"}]}, "attribution 1: 'name' should be a name"),
        ({"attribution": "Ada"}, "'attribution' should be a list of objects"),
    ],
)
def test_a_fault_is_named_with_its_line_and_key(changes, message):
    with pytest.raises(ClaimError) as raised:
        from_lines("\n" + line(**changes), name="gold.jsonl")
    assert str(raised.value).startswith("gold.jsonl, line 2")
    assert message in str(raised.value)


@pytest.mark.parametrize("broken", ["{", "[]", "seats"])
def test_what_is_no_object_is_refused(broken):
    with pytest.raises(ClaimError, match=r"line 1: not"):
        from_line(broken)


def test_an_unknown_kind_is_refused_with_its_line():
    with pytest.raises(UnknownKindError, match=r"^line 1: .*'mandates'"):
        from_line(line(kind="mandates"))


@pytest.mark.parametrize("changes", [{"quote": "Meadow holds 32"}, {"start": 1, "end": 33}])
def test_a_quote_that_does_not_stand_in_the_text_is_refused(changes):
    with pytest.raises(QuoteNotFoundError, match="verbatim"):
        from_line(line(**changes), text=TEXT)


def test_offsets_outside_the_text_are_refused():
    with pytest.raises(ClaimError, match="within the document"):
        from_line(line(quote="-", start=10, end=1000), text=TEXT)
