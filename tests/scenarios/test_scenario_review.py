"""An analyst reads over what the reader found; every decision is appended and can be taken back."""

from dataclasses import replace
from datetime import date

import pytest

from kutla.ledger import REVIEW, Verdict, open_ledger
from kutla.ledger.judgement import REVIEW_RUN
from kutla.state import Standing, project_ledger
from kutla.vocabulary import Referent
from support.diary import Diary, at, only


@pytest.fixture
def told(tmp_path):
    diary = Diary()
    diary.report("Herald", "2031-05-20", "Harbour | joins_bloc | Big Tent")
    diary.report("Post", "2031-05-20", "Harbour | joins_bloc | Big Tent | negated")
    with open_ledger(tmp_path / "kutla.db") as ledger:
        ledger.record(
            diary.documents, diary.stories, diary.claims, recorded_at=at("2031-06-01"), run="diary"
        )
        yield ledger, diary


def seen(ledger, diary, known_at="2031-07-01"):
    return project_ledger(
        ledger, diary.register, valid_on=date(2031, 6, 1), known_at=at(known_at)
    )  # fmt: skip


def judge(ledger, verdict, about, **more):
    return ledger.judge(verdict, about, judged_by="mb", recorded_at=at("2031-06-10"), **more)


def test_what_is_rejected_does_not_count_and_was_contested_before(told):
    ledger, diary = told
    yes, no = diary.claims
    assert only(seen(ledger, diary), "joins_bloc").is_contested
    made = judge(ledger, Verdict.REJECT, no.id)
    fact = only(seen(ledger, diary), "joins_bloc")
    assert ([i.claim for i in fact.support], fact.dissent) == ([yes], ())
    assert only(seen(ledger, diary, "2031-06-05"), "joins_bloc").is_contested
    judge(ledger, Verdict.UNDO, str(made.number))
    assert only(seen(ledger, diary), "joins_bloc").is_contested


def test_what_is_accepted_weighs_as_vouched_for_and_still_stands_against_the_other(told):
    ledger, diary = told
    _, no = diary.claims
    judge(ledger, Verdict.ACCEPT, no.id)
    fact = only(seen(ledger, diary), "joins_bloc")
    (item,) = fact.support
    assert (item.claim, item.weight) == (no, 2.2)
    assert item.why == "vouched for by mb: Post"
    assert fact.is_contested


def test_what_is_accepted_and_undisputed_is_settled(told):
    ledger, diary = told
    yes, no = diary.claims
    judge(ledger, Verdict.REJECT, no.id)
    assert only(seen(ledger, diary), "joins_bloc").standing is Standing.REPORTED
    judge(ledger, Verdict.ACCEPT, yes.id)
    fact = only(seen(ledger, diary), "joins_bloc")
    assert fact.standing is Standing.SETTLED
    assert "analyst vouches" in fact.reason


def test_a_correction_counts_in_place_of_what_it_corrects_and_both_are_kept(told):
    ledger, diary = told
    yes, _ = diary.claims
    other = replace(yes, subject=Referent("Meadow", "meadow"), method=REVIEW)
    ledger.record((), (), (other,), recorded_at=at("2031-06-10"), run=REVIEW_RUN)
    assert {i.claim.id for f in seen(ledger, diary).facts for i in f.support}.isdisjoint({other.id})
    made = judge(ledger, Verdict.CORRECT, yes.id, other=other.id)
    by_subject = {fact.subject.name: fact for fact in seen(ledger, diary).facts}
    assert [item.claim for item in by_subject["Meadow"].support] == [other]
    assert not by_subject["Harbour"].is_contested
    assert ledger.claims_called([yes.id, other.id]) != ()
    judge(ledger, Verdict.UNDO, str(made.number))
    assert {fact.subject.name for fact in seen(ledger, diary).facts} == {"Harbour"}


def test_a_rejection_outlives_a_better_reader(told):
    ledger, diary = told
    yes, no = diary.claims
    judge(ledger, Verdict.REJECT, no.id)
    anew = [replace(claim, method="diary/2") for claim in diary.claims]
    ledger.record((), (), anew, recorded_at=at("2031-06-20"), run="diary/2")
    fact = only(seen(ledger, diary), "joins_bloc")
    assert ([i.claim for i in fact.support], fact.dissent) == ([replace(yes, method="diary/2")], ())


def test_what_was_vouched_for_stands_even_if_a_later_reader_misses_it(told):
    ledger, diary = told
    yes, no = diary.claims
    judge(ledger, Verdict.ACCEPT, yes.id)
    ledger.record((), (), [replace(no, method="diary/2")], recorded_at=at("2031-06-20"), run="d/2")
    read = diary.documents
    ledger.record(read, (), (), recorded_at=at("2031-06-20"), run="d/2")
    fact = only(seen(ledger, diary), "joins_bloc")
    assert [i.claim for i in fact.support] == [yes]
    assert [i.claim.method for i in fact.dissent] == ["diary/2"]


def test_evidence_is_the_claim_that_the_ledger_holds_even_where_names_were_merged(told):
    ledger, diary = told
    diary.report("Courier", "2031-05-21", "Port List | joins_bloc | Big Tent")
    ledger.record(
        diary.documents, diary.stories, diary.claims, recorded_at=at("2031-06-02"), run="diary"
    )
    judge(ledger, Verdict.SAME, "Port List", other="harbour")
    fact = only(seen(ledger, diary), "joins_bloc")
    held = {claim.id for claim in ledger.claims()}
    assert {item.claim.id for item in (*fact.support, *fact.dissent)} == held
