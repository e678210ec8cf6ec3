"""What happens more than once, and what is said of it without a day."""

from support.diary import Diary


def facts_of(diary, kind, day="2031-12-01"):
    return sorted(diary.state(day).of_kind(kind), key=lambda f: str(f.period))


def test_two_raids_of_two_months_are_two():
    diary = Diary()
    diary.report("Herald", "2031-07-02", "Summit | raids | Meadow | on 2031-07-01")
    diary.report("Post", "2031-07-03", "Summit | raids | Meadow | on 2031-07-02")
    diary.report("Herald", "2031-09-02", "Summit | raids | Meadow | on 2031-09-01")
    diary.report("Mail", "2031-09-05", "Summit | raids | Meadow")
    first, second = facts_of(diary, "raids")
    assert len(first.support) == 2
    assert len(second.support) == 2
    assert first.id != second.id
    assert first.standing == second.standing == "settled"


def test_a_vague_month_is_no_happening_beside_the_precise_day_in_it():
    diary = Diary()
    diary.report("Herald", "2031-07-02", "Summit | raids | Meadow | on 2031-07-01")
    diary.report("Post", "2031-08-03", "Summit | raids | Meadow | on 2031-07")
    diary.report("Mail", "2031-10-05", "Summit | raids | Meadow | on 2031-10-04")
    first, second = facts_of(diary, "raids")
    assert [len(first.support), len(second.support)] == [2, 1]


def test_a_meeting_is_denied_and_another_half_a_year_later_is_not():
    diary = Diary()
    diary.report("Herald", "2031-06-02", "Dawn | meets | Harbour | on 2031-06-01")
    diary.report("Post", "2031-06-03", "Dawn | meets | Harbour | denied | by Bo Lind")
    diary.report("Mail", "2031-11-03", "Dawn | meets | Harbour | on 2031-11-02")
    contested, later = sorted(facts_of(diary, "meets"), key=lambda f: not f.is_contested)
    assert contested.is_contested
    assert not later.is_contested
    assert str(later.period) == "2031-11-02"


def test_the_first_happening_keeps_its_name_when_a_second_comes():
    diary = Diary()
    diary.report("Herald", "2031-07-02", "Summit | raids | Meadow | on 2031-07-01")
    (alone,) = facts_of(diary, "raids")
    diary.report("Herald", "2031-09-02", "Summit | raids | Meadow | on 2031-09-01")
    first, _ = facts_of(diary, "raids")
    assert first.id == alone.id


def test_a_report_without_any_day_is_no_evidence_for_either():
    diary = Diary()
    diary.report("Herald", "2031-07-02", "Summit | raids | Meadow | on 2031-07-01")
    diary.report("Herald", "2031-09-02", "Summit | raids | Meadow | on 2031-09-01")
    diary.report("Mail", None, "Summit | raids | Meadow")
    assert [len(f.support) for f in facts_of(diary, "raids")] == [1, 1, 1]


def test_two_counts_of_one_arrest_stand_side_by_side():
    diary = Diary()
    diary.report("Herald", "2031-07-02", "Summit | detains | Meadow | 14")
    diary.report("Post", "2031-07-02", "Summit | detains | Meadow | 19 | by Bo Lind")
    diary.report("Mail", "2031-07-03", "Summit | detains | Meadow")
    (fact,) = facts_of(diary, "detains")
    assert fact.is_contested
    assert {a.value for a in fact.alternatives} == {14, 19}
    assert "14" in fact.reason
    assert "19" in fact.reason


def test_who_gives_no_number_contradicts_none():
    diary = Diary()
    diary.report("Herald", "2031-07-02", "Summit | detains | Meadow | 14")
    diary.report("Mail", "2031-07-03", "Summit | detains | Meadow")
    (fact,) = facts_of(diary, "detains")
    assert fact.standing == "settled"
    assert fact.value == 14
