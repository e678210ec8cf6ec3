"""When a report was published: what it states, what it lets one conclude, and what stays open."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kutla.documents import DateSource, Metadata, PublicationDate, make_document
from kutla.documents.calendar_words import find_days
from kutla.vocabulary import Period

BODY = "The Harbour List has agreed to sit in a cabinet with Common Ground, its leader said."
MORE = (
    "Talks about the ministries began some weeks ago and are to end before parliament meets again."
)
ELECTIONS = (date(2015, 3, 8), date(2019, 6, 9), date(2023, 6, 4))


def published(
    *lines: str, elections: tuple[date, ...] = ELECTIONS, **metadata: object
) -> PublicationDate:
    text = "\n\n".join(lines)
    return make_document(
        text, address="a.txt", metadata=Metadata(**metadata), elections=elections
    ).published


@pytest.mark.parametrize(
    "line",
    [
        "Wednesday, 28 July, 2021 - 08:00", "28 July 2021", "July 28, 2021", "Jul. 28, 2021 10:15 am GMT",
        "Published: 28 July 2021", "Wed 28 Jul 2021", "2021-07-28", "2021-07-28T08:00:00+03:00", "28.07.2021",
        "28/07/2021", "28th of July 2021", "Updated July 28, 2021", "By Nora Quist | 28 July 2021",
        "Wednesday July 28 2021 at 9 p.m.",
    ],
)  # fmt: skip
def test_a_date_line_is_read_in_all_its_forms(line: str) -> None:
    found = published("Cabinet agreed in Ljubava", line, BODY, MORE)
    assert found.period == Period.day(date(2021, 7, 28))
    assert found.date_source is DateSource.DATE_LINE
    assert found.is_exact
    assert line in found.evidence


def test_a_day_that_may_be_two_days_stays_open() -> None:
    assert published("Cabinet agreed in Ljubava", "03/05/2021", BODY, MORE).period is None


def test_a_wrong_weekday_costs_certainty_and_says_so() -> None:
    right = published("Cabinet agreed", "Wednesday, 28 July 2021", BODY)
    wrong = published("Cabinet agreed", "Monday, 28 July 2021", BODY)
    assert wrong.certainty < right.certainty
    assert "Wednesday" in wrong.reason


def test_the_first_day_of_publication_counts_before_the_last_update() -> None:
    found = published("Cabinet agreed", "Updated 30 July 2021", "Published 28 July 2021", BODY)
    assert str(found.period) == "2021-07-28"


def test_metadata_come_first_and_a_date_line_that_disagrees_is_named() -> None:
    found = published("Cabinet agreed", "1 March 2021", BODY, published_on=date(2021, 7, 28))
    assert str(found.period) == "2021-07-28"
    assert found.date_source is DateSource.METADATA
    assert "2021-03-01" in found.reason


def test_a_dateline_with_a_year_is_exact() -> None:
    found = published(f"LJUBAVA, May 3, 2020 (TBN) — {BODY}", MORE)
    assert str(found.period) == "2020-05-03"
    assert found.date_source is DateSource.DATELINE


def test_a_dateline_without_a_year_stays_open_where_nothing_gives_one() -> None:
    assert published(f"LJUBAVA, May 3 (TBN) — {BODY}", MORE).period is None


def test_a_dateline_takes_its_year_from_the_election_the_report_names() -> None:
    found = published(f"LJUBAVA, June 20 (TBN) — {BODY}", "Common Ground lost the June 9 election.")
    assert str(found.period) == "2019-06-20"
    assert "2019" in found.reason


def test_a_captions_day_is_a_bound_and_never_the_day() -> None:
    caption = "Ilva Doren at the parliament on May 16, 2020. Photo: Press office"
    found = published(caption, f"LJUBAVA – {BODY}", "Deputies met on Tuesday and last week.")
    assert found.date_source is DateSource.INFERRED
    assert not found.is_exact
    assert found.period is not None
    assert found.period.first_on == date(2020, 5, 16)
    assert date(2020, 7, 1) in found.period
    assert "caption" in found.reason


def test_an_election_named_by_its_day_gives_the_year() -> None:
    found = published(
        BODY, "Common Ground came second in the June 9 election.", "In July, it began to talk."
    )
    assert str(found.period) == "2019-07-01/2020-06-07"


def test_an_election_still_to_come_lies_after_the_report() -> None:
    found = published(BODY, "Both hope to win seats in the upcoming June 9 election.")
    assert found.period is not None
    assert found.period.last_on == date(2019, 6, 9)


def test_days_without_a_year_follow_the_election_whose_result_is_told() -> None:
    lead = "On June 20, the office of Ilva Doren, who won the parliamentary election, denied the report."
    found = published(
        lead,
        "On June 18 the count in the parliamentary election gave it 42 seats.",
        MORE,
        elections=ELECTIONS[:2],
    )
    assert found.period is not None
    assert found.period.first_on == date(2019, 6, 20)
    assert found.period.last_on <= date(2019, 6, 30)


def test_two_elections_that_are_near_leave_the_year_open() -> None:
    lead = "On June 20, the office of Ilva Doren, who won the parliamentary election, denied the report."
    assert published(lead, elections=(date(2019, 6, 9), date(2023, 6, 11))).period is None


def test_without_elections_a_day_without_a_year_stays_open() -> None:
    lead = "On June 20, the office of Ilva Doren, who won the parliamentary election, denied the report."
    assert published(lead, elections=()).period is None


@pytest.mark.parametrize(
    "line",
    [
        "The port was sold in March 2012 and has lost money ever since it changed hands.",
        "She may yet march with them; in 2014 she did, and now we wait for an answer.",
        "The line is to open by December 2031, and the March 14 alliance supports that.",
    ],
)
def test_background_in_the_text_dates_nothing(line: str) -> None:
    assert published(BODY, line).period is None


def test_the_reason_for_no_date_says_what_the_report_is_no_older_than() -> None:
    assert "2012-03" in published(BODY, "The port was sold in March 2012 to its workers.").reason


def test_a_banners_day_is_no_day_of_publication() -> None:
    assert published("10 DAYS LEFT UNTIL THE END OF SEPTEMBER 2018", BODY, MORE).period is None


@given(
    st.dates(date(1990, 1, 1), date(2049, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%A, %d %B, %Y", "%Y-%m-%d", "%d.%m.%Y", "%d %b %Y"]),
)
def test_every_day_is_read_back_from_every_form(on: date, form: str) -> None:
    days = find_days(f"It was {on.strftime(form)} then.")
    assert [day.on for day in days] == [on]
    assert days[0].fits(on)
