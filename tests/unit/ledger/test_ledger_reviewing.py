"""Review as library calls: each decision is appended with who, when and why."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kutla.claims import Modality, Polarity
from kutla.errors import ClaimError, EntryNotFoundError, LedgerError, QuoteNotFoundError
from kutla.ledger import REVIEW, Verdict
from kutla.ledger.reviewing import (
    By,
    Wording,
    accept,
    check_arguments,
    correct,
    document_for,
    enter,
    excerpt,
    find_claim,
    history,
    place_quote,
    reject,
    undo,
)
from kutla.state import project_ledger
from support.diary import Diary, at

MB = By("mb", at("2031-06-10"), "read it over")


@pytest.fixture
def diary():
    diary = Diary()
    diary.report("Herald", "2031-05-20", "Harbour | joins_bloc | Big Tent | by Ana Rusk")
    diary.report("Post", "2031-05-21", "Dawn | seats | 47 of 120")
    return diary


@pytest.fixture
def held(ledger, add, diary):
    add(ledger, diary)
    return ledger


def facts(held, diary):
    state = project_ledger(
        held, diary.register, valid_on=date(2031, 6, 1), known_at=at("2031-07-01")
    )
    return {(fact.kind, fact.subject.name): fact for fact in state.facts}


def test_a_claim_is_named_by_the_beginning_of_its_id(held, diary):
    one, other = diary.claims
    assert find_claim(held, one.id[:8]) == one
    assert accept(held, other.id[:8], MB).about == other.id
    with pytest.raises(EntryNotFoundError, match="no claim has the id 'zzz'"):
        reject(held, "zzz", MB)
    with pytest.raises(EntryNotFoundError, match="no claim has the id ''"):
        reject(held, "", MB)


def test_a_claim_is_named_by_words_that_only_its_quote_holds(held, diary):
    one, _ = diary.claims
    assert find_claim(held, "big  TENT") == one
    with pytest.raises(EntryNotFoundError, match=f"2 claims are called.*{one.id} joins_bloc Harb"):
        find_claim(held, "|")


def test_a_correction_names_whom_it_means_in_any_spelling_and_keeps_the_rest(held, diary):
    one, _ = diary.claims
    wording = Wording(subject="Sunrise", modality=Modality.PLANNED)
    judgement, made = correct(held, one.id, wording, diary.register, MB)
    assert (judgement.verdict, judgement.about, judgement.other) == (
        Verdict.CORRECT, one.id, made.id,
    )  # fmt: skip
    assert (made.subject.entity_id, made.object, made.modality) == ("dawn", one.object, "planned")
    assert (made.quote, made.attribution, made.method) == (one.quote, one.attribution, REVIEW)
    found = facts(held, diary)
    assert ("joins_bloc", "Harbour") not in found
    (item,) = found["joins_bloc", "Dawn"].support
    assert (item.claim, item.weight) == (made, 2.2)
    assert set(held.claims_called([one.id, made.id])) == {one, made}


def test_parts_of_a_claim_can_be_emptied(held, diary):
    one, two = diary.claims
    _, made = correct(
        held, one.id, Wording(without=frozenset({"speaker"})), diary.register, MB
    )  # fmt: skip
    assert made.speaker is None
    _, made = correct(held, two.id, Wording(without=frozenset({"total"})), diary.register, MB)
    assert (made.value, made.total) == (47, None)
    with pytest.raises(ClaimError, match="cannot be without subject"):
        correct(held, two.id, Wording(without=frozenset({"subject"})), diary.register, MB)
    with pytest.raises(ClaimError, match="a seats claim needs a number"):
        correct(held, two.id, Wording(without=frozenset({"value"})), diary.register, MB)


def test_a_correction_that_changes_nothing_is_refused_and_records_nothing(held, diary):
    one, _ = diary.claims
    with pytest.raises(ClaimError, match="says just that already"):
        correct(held, one.id, Wording(polarity=Polarity.AFFIRMED), diary.register, MB)
    with pytest.raises(QuoteNotFoundError, match="quote it verbatim"):
        correct(held, one.id, Wording(quote="never said"), diary.register, MB)
    assert held.judgement_log() == ()
    assert len(held.claims()) == 2


def test_a_claim_is_entered_with_a_document_of_the_ledger(held, diary):
    document = diary.documents[1]
    wording = Wording(kind="seats", subject="Harbour", value=30, quote="Dawn | seats | 47 of 120")
    judgement, made = enter(held, document, wording, diary.register, MB)
    assert (judgement.verdict, judgement.about, judgement.reason) == (
        Verdict.ADD, made.id, "read it over",
    )  # fmt: skip
    assert made.reported == document.published.period
    assert facts(held, diary)["seats", "Harbour"].value == 30
    assert len(held.documents()) == 2


def test_a_claim_is_entered_with_a_quotation_of_a_page_that_is_not_at_hand(held, diary):
    page = excerpt(
        "Meadow will sit with\nBig Tent, its leader said.",
        "https://gazette.example/1",
        outlet="Gazette",
        published_on=date(2031, 5, 25),
    )
    wording = Wording(
        kind="joins_bloc",
        subject="Meadow",
        object="Big Tent",
        modality=Modality.PLANNED,
        speaker="a senior official",
        quote="Meadow will sit with Big Tent",
    )
    _, made = enter(held, page, wording, diary.register, MB)
    assert made.quote.exact == "Meadow will sit with\nBig Tent"
    assert made.is_anonymous
    (kept,) = [each for each in held.documents() if each.id == page.id]
    assert (kept.address, kept.outlet.name) == ("https://gazette.example/1", "Gazette")
    assert str(kept.published.period) == "2031-05-25"
    assert facts(held, diary)["joins_bloc", "Meadow"].support[0].outlet == "Gazette"


def test_a_second_quotation_of_a_page_is_another_excerpt_but_a_whole_page_must_hold_it(diary):
    url = "https://gazette.example/1"
    one, two = (
        excerpt(words, url, outlet=None, published_on=None) for words in ("It won.", "It lost.")
    )
    assert document_for([one, two], "It  lost.") == two
    assert document_for([one], "It lost.") is None
    page = diary.documents[0]
    assert document_for([one, page], "It lost.") == page
    assert document_for([], "It lost.") is None


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        (Wording(subject="Dawn", quote="Dawn"), "needs a kind"),
        (Wording(kind="seats", quote="Dawn"), "a subject"),
        (Wording(kind="seats", subject="Dawn"), "the words"),
        (Wording(kind="seats", subject="Dawn", quote="Dawn"), "needs a number"),
        (Wording(kind="seats", subject="Dawn", value=1, quote="dusk"), "quote it verbatim"),
        (Wording(kind="joins_bloc", subject="Dawn", quote="Dawn"), "needs an object"),
        (Wording(kind="gossip", subject="Dawn", quote="Dawn"), "known are"),
        (Wording(kind="seats", subject=" ", value=1, quote="Dawn"), "a name has letters"),
    ],
)
def test_what_is_no_claim_is_not_entered(held, diary, wording, said):
    with pytest.raises(ClaimError, match=said):
        enter(held, diary.documents[1], wording, diary.register, MB)
    assert held.judgement_log() == ()


def test_every_decision_is_in_the_log_with_who_took_it_back(held, diary):
    one, two = diary.claims
    reject(held, one.id, MB)
    _, made = correct(held, two.id, Wording(value=48), diary.register, MB)
    held.judge(Verdict.SAME, "Dawn", other="harbour", judged_by="mb", recorded_at=MB.at)
    undo(held, 1, By("ak", at("2031-06-12"), "it was right"))
    found = history(held)
    assert [(d.judgement.verdict, d.claim, d.other) for d in found] == [
        (Verdict.REJECT, one, None),
        (Verdict.CORRECT, two, made),
        (Verdict.UNDO, None, None),
    ]
    assert [d.undone_by and d.undone_by.judged_by for d in found] == ["ak", None, None]
    assert len(history(held, known_at=at("2031-06-11"))) == 2


def test_what_is_undone_already_cannot_be_undone_and_an_undo_can(held, diary):
    one, _ = diary.claims
    reject(held, one.id, MB)
    undo(held, 1, MB)
    with pytest.raises(LedgerError, match="taken back already"):
        undo(held, 1, MB)
    with pytest.raises(EntryNotFoundError, match="no judgement 9"):
        undo(held, 9, MB)
    assert undo(held, 2, MB).about == "2"
    assert ("joins_bloc", "Harbour") not in facts(held, diary)


def test_nobody_judges_namelessly_or_at_no_moment():
    with pytest.raises(LedgerError, match="who makes it"):
        By("  ", at("2031-06-10"))


def test_a_moment_needs_its_zone(held, diary):
    with pytest.raises(ValueError, match="time zone"):
        accept(held, diary.claims[0].id, By("mb", datetime(2031, 6, 10)))  # noqa: DTZ001


WORDS = st.lists(st.text(st.characters(categories=("L", "N")), min_size=1), min_size=1)
GAPS = st.sampled_from([" ", "\n", "  ", "\n\n", " \t"])


@given(WORDS, st.data())
def test_a_quote_is_found_however_its_lines_are_broken(words, data):
    text = words[0] + "".join(data.draw(GAPS) + word for word in words[1:])
    asked = words[0] + "".join(data.draw(GAPS) + word for word in words[1:])
    quote = place_quote("doc", text, asked)
    assert quote.stands_in(text)
    assert quote.exact.split() == words


def test_kinds_that_take_no_object_or_number_are_held_to_it(diary):
    from dataclasses import replace

    one, two = diary.claims
    for wrong in (replace(two, object=one.object), replace(one, value=4)):
        with pytest.raises(ClaimError, match="takes no"):
            check_arguments(wrong)
