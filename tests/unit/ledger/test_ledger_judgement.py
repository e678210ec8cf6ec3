"""What judgements on claims come to: the later beats the earlier, and undoing leaves nothing behind."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kutla.errors import EntryNotFoundError
from kutla.ledger import REVIEW, Judgement, Verdict, carried_over, rulings
from kutla.ledger.judgement import standing
from support.diary import Diary, at

V = Verdict


def judged(*decisions):
    """Judgements 1, 2, 3 … of lines such as ``reject a``, ``correct a b``, ``undo 1``."""
    made = []
    for number, line in enumerate(decisions, start=1):
        verdict, about, *other = line.split()
        moment = datetime(2031, 6, 1, tzinfo=UTC) + timedelta(hours=number)
        made.append(
            Judgement(number, V(verdict), about, other[0] if other else None, "", "mb", moment)
        )
    return rulings(standing(tuple(made)))


@pytest.mark.parametrize(
    ("decisions", "accepted", "rejected", "corrected", "entered"),
    [
        (["accept a"], "a", "", "", ""),
        (["reject a"], "", "a", "", ""),
        (["reject a", "undo 1"], "", "", "", ""),
        (["reject a", "undo 1", "undo 2"], "", "a", "", ""),
        (["reject a", "accept a"], "a", "", "", ""),
        (["accept a", "reject a"], "", "a", "", ""),
        (["correct a b"], "", "", "a", "b"),
        (["correct a b", "undo 1"], "", "", "", ""),
        (["correct a b", "correct a c"], "", "", "a", "c"),
        (["correct a b", "reject a"], "", "a", "", ""),
        (["correct a b", "accept a"], "a", "", "", ""),
        (["correct a b", "correct b c"], "", "", "ab", "bc"),
        (["correct a b", "correct b c", "correct c b"], "", "", "ac", "bc"),
        (["add a"], "", "", "", "a"),
        (["add a", "undo 1"], "", "", "", ""),
        (["add a", "add a", "undo 1"], "", "", "", "a"),
        (["add a", "reject a"], "", "a", "", "a"),
        (["add a", "correct a b"], "", "", "a", "ab"),
    ],
)
def test_what_judgements_come_to(decisions, accepted, rejected, corrected, entered):
    found = judged(*decisions)
    sets = (found.accepted, found.rejected, found.corrected, found.entered)
    assert tuple("".join(sorted(each)) for each in sets) == (accepted, rejected, corrected, entered)


IDS = st.sampled_from("abc")
DECISION = st.one_of(
    st.tuples(st.sampled_from(["accept", "reject", "add"]), IDS).map(" ".join),
    st.tuples(st.just("correct"), IDS, IDS).filter(lambda d: d[1] != d[2]).map(" ".join),
)


@given(st.lists(DECISION, max_size=8))
def test_undoing_everything_leaves_nothing_behind(decisions):
    undone = [f"undo {number}" for number in range(1, len(decisions) + 1)]
    found = judged(*decisions, *undone)
    assert found == rulings(())


@given(st.lists(DECISION, max_size=8), DECISION)
def test_a_judgement_and_its_undoing_change_nothing(decisions, one):
    assert judged(*decisions, one, f"undo {len(decisions) + 1}") == judged(*decisions)


@given(st.lists(DECISION, max_size=8))
def test_a_claim_is_accepted_rejected_or_corrected_and_never_two_of_them(decisions):
    found = judged(*decisions)
    sets = [set(found.accepted), set(found.rejected), set(found.corrected)]
    assert sum(map(len, sets)) == len(set().union(*sets))


def test_undoing_a_correction_undoes_the_correction_of_it(diary):
    a, b, c, *_ = (
        replace(diary.claims[0], value=value, method=method)
        for value, method in ((47, "diary"), (48, REVIEW), (49, REVIEW))
    )
    moment = at("2031-06-01")
    first = Judgement(1, V.CORRECT, a.id, b.id, "", "mb", moment)
    second = Judgement(2, V.CORRECT, b.id, c.id, "", "mb", moment)
    for standing_ones, counting in (((first, second), [c]), ((first,), [b]), ((second,), [a])):
        found = rulings(standing_ones, (a, b, c))
        assert [claim for claim in (a, b, c) if found.counts(claim)] == counting


def test_a_judgement_on_what_an_earlier_reader_found_speaks_on_the_same_claim_of_a_later_one():
    diary = Diary()
    diary.report("Herald", "2031-05-20", "Dawn | seats | 47")
    (old,) = diary.claims
    new, other = replace(old, method="diary/2"), replace(old, method="diary/2", value=48)
    rejected = Judgement(1, V.REJECT, old.id, None, "", "mb", at("2031-06-01"))
    (moved,) = carried_over((rejected,), (old,), (new, other))
    assert (moved.about, moved.verdict) == (new.id, V.REJECT)
    assert carried_over((rejected,), (old,), (other,)) == (rejected,)


def test_a_judgement_on_a_claim_that_is_not_there_is_refused(ledger, add, diary):
    add(ledger, diary)
    moment, (claim, *_) = at("2031-06-02"), diary.claims
    for verdict in (V.ACCEPT, V.REJECT, V.ADD):
        with pytest.raises(EntryNotFoundError, match="no claim nobody"):
            ledger.judge(verdict, "nobody", judged_by="mb", recorded_at=moment)
    with pytest.raises(EntryNotFoundError, match="no claim nobody"):
        ledger.judge(V.CORRECT, claim.id, other="nobody", judged_by="mb", recorded_at=moment)
    assert ledger.judgement_log() == ()


def test_the_log_keeps_what_was_taken_back(ledger, add, diary):
    add(ledger, diary)
    claim = diary.claims[0]
    ledger.judge(V.REJECT, claim.id, judged_by="mb", recorded_at=at("2031-06-02"))
    ledger.judge(V.UNDO, "1", judged_by="ak", recorded_at=at("2031-06-03"))
    assert ledger.judgements() == ()
    assert [(one.verdict, one.judged_by) for one in ledger.judgement_log()] == [
        (V.REJECT, "mb"),
        (V.UNDO, "ak"),
    ]
    assert len(ledger.judgement_log(known_at=at("2031-06-02"))) == 1


def test_claims_are_found_by_id_whichever_reading_found_them(ledger, add, diary):
    add(ledger, diary, run="diary/1")
    old = diary.claims[0]
    diary.claims = [replace(claim, method="diary/2") for claim in diary.claims]
    add(ledger, diary, "2031-06-02", run="diary/2")
    assert old not in ledger.claims()
    assert ledger.claims_called([old.id, "nobody"]) == (old,)


def test_a_claim_of_a_review_counts_only_by_a_judgement(diary):
    claim = replace(diary.claims[0], method=REVIEW)
    assert not rulings(()).counts(claim)
    added = Judgement(1, V.ADD, claim.id, None, "", "mb", at("2031-06-01"))
    assert rulings((added,)).counts(claim)
    assert rulings((added,)).voucher(claim) == added
