"""Which claims a question sees: the two clocks, and the ways to read the second."""

from datetime import date, datetime

import pytest

from kutla.ledger import open_ledger
from kutla.state import KnownBy, project, project_ledger
from support.diary import Diary, arvonia, at


@pytest.fixture
def ledger(tmp_path):
    diary = Diary()
    diary.report("Herald", "2031-05-20", "Dawn | seats | 47")
    diary.report("Post", "2031-09-05", "Dawn | seats | 48")
    with open_ledger(tmp_path / "kutla.db") as opened:
        opened.record(
            diary.documents, diary.stories, diary.claims, recorded_at=at("2035-01-01"), run="d"
        )
        yield opened


def figures(ledger, known_at, known_by=None):
    state = project_ledger(
        ledger, arvonia(), valid_on=date(2031, 12, 1), known_at=at(known_at), known_by=known_by
    )
    return [[each.value for each in row.alternatives] for row in state.seats.rows]


def test_papers_loaded_years_later_were_out_when_they_were_out(ledger):
    assert figures(ledger, "2031-06-01", KnownBy.PUBLISHED) == [[47]]
    assert figures(ledger, "2031-10-01", KnownBy.PUBLISHED) == [[47, 48]]


def test_this_ledger_knew_nothing_before_it_was_begun(ledger):
    assert figures(ledger, "2031-10-01", KnownBy.RECORDED) == []
    assert figures(ledger, "2035-01-01", KnownBy.RECORDED) == [[47, 48]]


def test_unasked_publication_decides_before_the_ledger_was_begun(ledger):
    assert figures(ledger, "2031-06-01") == [[47]]
    assert figures(ledger, "2035-01-02") == [[47, 48]]


def test_a_moment_without_a_zone_is_the_callers_bug():
    naive = datetime(2031, 6, 1)  # noqa: DTZ001
    with pytest.raises(ValueError, match="time zone"):
        project((), (), (), arvonia(), valid_on=date(2031, 6, 1), known_at=naive)


def test_a_claim_with_no_day_at_all_counts_and_the_report_is_flagged():
    diary = Diary()
    diary.report("Herald", None, "Dawn | meets | Harbour")
    state = diary.state("2031-06-01")
    assert len(state.of_kind("meets")) == 1
    assert "date-open" in {problem.code for problem in state.problems}
