"""A register in words and rows: what ``kutla parliament show`` prints."""

from datetime import date

import pytest

from kutla.briefs.registers import describe_register, register_rows
from kutla.register import Alias, Election, Entity, Register, Tenure
from kutla.register.entity import Cabinet, ReportedFigure
from kutla.vocabulary import Chamber, EntityKind, Period


def period(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.fixture
def register() -> Register:
    chamber = Chamber("Diet", 10)
    return Register(
        "arvonia",
        "Arvonia",
        chamber,
        entities=(
            Entity("dawn", EntityKind.PARTY_LIST, "Dawn Coalition", provenance="the gazette"),
            Entity("homeland", EntityKind.PARTY, "Homeland"),
            Entity("ilsa", EntityKind.PERSON, "Ilsa Varro", wikidata="Q42"),
            Entity("tomas", EntityKind.PERSON, "Tomas Brandl"),
        ),
        aliases=(
            Alias("dawn", "Dawn Coalition"),
            Alias("dawn", "The Dawn"),
            Alias("dawn", "الفجر", "ar"),
        ),
        elections=(
            Election(
                "arvonia-2018",
                Period.parse("2018-05-06"),
                chamber,
                (("dawn", 5), ("homeland", 3)),
                "the gazette",
                (ReportedFigure("dawn", 6, "a paper"),),
            ),
        ),
        tenures=(
            Tenure("ilsa", "leads", "dawn", period("2016-01-01", "2019-07-01")),
            Tenure("tomas", "leads", "dawn", period("2019-07-01", "2030-01-01")),
            Tenure("ilsa", "holds_office", "speaker", period("2018-06-01", "2019-01-01")),
        ),
        cabinets=(Cabinet("c1", "Varro", period("2018-06-01", "2020-01-01"), ("dawn",), "dawn"),),
    )


def test_the_chamber_its_majority_and_its_elections_are_told(register):
    text = describe_register(register)
    assert text.startswith("Arvonia: Diet, 10 seats, 6 are an absolute majority\n")
    assert "2018-05-06: Dawn Coalition 5, Homeland 3; 2 of 10 seats open" in text
    assert "reported otherwise: Dawn Coalition 6\n" in text
    assert "The Dawn, الفجر" in text


@pytest.mark.parametrize(
    ("day", "leader"),
    [(date(2018, 1, 1), "Ilsa Varro"), (date(2020, 1, 1), "Tomas Brandl")],
)
def test_leaders_are_those_of_the_day(register, day, leader):
    assert f"led by {leader}" in describe_register(register, day)


def test_offices_and_cabinets_are_those_of_the_day(register):
    in_2018 = describe_register(register, date(2018, 7, 1))
    assert "speaker: Ilsa Varro" in in_2018
    assert "Varro (2018-06-01 to 2019-12-31): Dawn Coalition" in in_2018
    in_2021 = describe_register(register, date(2021, 7, 1))
    assert "speaker" not in in_2021
    assert "Cabinet" not in in_2021


def test_rows_hold_names_ties_and_sources(register):
    rows = {row["id"]: row for row in register_rows(register, date(2018, 7, 1))}
    assert set(rows) == {"dawn", "homeland", "ilsa", "tomas"}
    assert rows["dawn"]["names"] == ["The Dawn", "الفجر"]
    assert rows["dawn"]["source"] == "the gazette"
    assert rows["ilsa"]["wikidata"] == "Q42"
    assert [tie["role"] for tie in rows["ilsa"]["ties"]] == ["leads", "holds_office"]
    assert rows["tomas"]["ties"] == []


def test_a_register_of_nothing_is_described_too():
    text = describe_register(Register("void", "Void", Chamber("House", 1)))
    assert "0 entities" in text
