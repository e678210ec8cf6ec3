"""What anyone who follows Iraq would expect of its register."""

import csv
from datetime import date
from pathlib import Path

import pytest

from kutla.register import MatchStanding
from kutla.vocabulary import EntityKind

SHARED = Path(__file__).parents[3] / ".." / "shared" / "data" / "iraq"


@pytest.mark.parametrize(
    ("names", "entity_id"),
    [
        (("Fatih", "Al-Fatah", "Conquest Coalition", "the Fateh list", "الفتح"), "iq-fatah"),
        (("Sairoun", "Saeroun Alliance", "Sa'iroon", "سائرون"), "iq-sairoon"),
        (("Victory Coalition", "al-Nasr", "Nasr bloc"), "iq-nasr"),
        (("Hikma", "Wisdom Movement", "National Wisdom Trend", "al-Hikma current"), "iq-hikma"),
        (("PMF", "PMU", "al-Hashd al-Shaabi", "Popular Mobilisation Forces"), "iq-pmf"),
        (("Kadhimi", "Al-Kadhimi", "Mustafa Al-Kadhimi"), "iq-mustafa-al-kadhimi"),
        (("Amar al-Hakim", "cleric Ammar al-Hakim"), "iq-ammar-al-hakim"),
        (("Hezbollah Brigades", "Kata'ib Hizbullah"), "iq-kataib-hezbollah"),
        (("Hezbollah",), "lebanese-hezbollah"),
        (("the Marja'iya", "Supreme Religious Authority"), "iq-marjaiya"),
        (("Iraqi Interior Ministry", "Ministry of the Interior"), "iq-min-interior"),
        (("Riyadh", "Saudis"), "saudi-arabia"),
        (("Baghdad",), "iq-baghdad"),
    ],
)
def test_everyday_names_decide(iraq, names, entity_id):
    for name in names:
        assert iraq.match(name).entity_id == entity_id, name


def test_national_alliance_is_an_open_question_in_2018_and_none_in_2014(iraq):
    match = iraq.match("National Alliance", on=date(2018, 5, 19))
    assert match.entity_id is None
    assert {each.entity_id for each in match.candidates} == {"iq-wataniya", "iq-national-alliance"}
    assert "Allawi" in match.reason
    in_2014 = iraq.match("National Alliance", on=date(2014, 7, 1))
    assert in_2014.entity_id == "iq-national-alliance"


def test_a_title_tells_one_barzani_from_another(iraq):
    assert iraq.match("Barzani").standing is MatchStanding.AMBIGUOUS
    on = date(2020, 3, 1)
    assert iraq.match("President Barzani", on=on).entity_id == "iq-nechirvan-barzani"
    assert iraq.match("Prime Minister Barzani", on=on).entity_id == "iq-masrour-barzani"


def test_a_designate_is_not_yet_in_office(iraq):
    on = date(2020, 2, 15)
    assert [each.id for each in iraq.holders("prime minister", on)] == ["iq-adel-abdul-mahdi"]
    named = iraq.holders("Prime Minister-designate", on)
    assert [each.id for each in named] == ["iq-mohammed-tawfiq-allawi"]
    match = iraq.match("Prime Minister-designate Allawi", on=on)
    assert match.entity_id == "iq-mohammed-tawfiq-allawi"
    assert iraq.match("Allawi", on=date(2018, 6, 1)).entity_id == "iq-ayad-allawi"


def test_never_the_same(iraq):
    for left, right in (("Hakim", "Hikma"), ("Badr", "Sadr"), ("Azm", "Hasm")):
        assert iraq.are_never_same(left, right)
        assert iraq.match(left).entity_id != iraq.match(right).entity_id


@pytest.mark.parametrize(
    ("office", "day", "entity_id"),
    [
        ("prime minister", date(2010, 6, 1), "iq-nouri-al-maliki"),
        ("prime minister", date(2018, 5, 12), "iq-haider-al-abadi"),
        ("prime minister", date(2019, 12, 15), "iq-adel-abdul-mahdi"),
        ("prime minister", date(2020, 6, 26), "iq-mustafa-al-kadhimi"),
        ("prime minister", date(2024, 1, 1), "iq-mohammed-shia-al-sudani"),
        ("president", date(2013, 1, 1), "iq-jalal-talabani"),
        ("president", date(2016, 1, 1), "iq-fuad-masum"),
        ("president", date(2021, 1, 1), "iq-barham-salih"),
        ("speaker", date(2012, 1, 1), "iq-osama-al-nujaifi"),
        ("speaker", date(2020, 1, 1), "iq-mohammed-al-halbousi"),
        ("speaker", date(2026, 1, 1), "iq-haibat-al-halbousi"),
        ("minister of interior", date(2015, 1, 1), "iq-mohammed-al-ghabban"),
    ],
)
def test_who_held_which_office(iraq, office, day, entity_id):
    assert [each.id for each in iraq.holders(office, day)] == [entity_id]


@pytest.mark.parametrize("office", ["prime minister", "president", "speaker"])
def test_the_high_offices_have_one_holder_at_a_time(iraq, office):
    day = date(2010, 12, 1)
    while day < date(2026, 6, 1):
        assert len(iraq.holders(office, day)) <= 1, day
        day = day.replace(year=day.year + day.month // 12, month=day.month % 12 + 1)


def test_elections_and_their_results(iraq):
    election = iraq.election_on_or_before(date(2019, 1, 1))
    assert election.id == "iraq-2018"
    results = dict(election.results)
    assert results["iq-sairoon"] == 54
    assert results["iq-fatah"] == 48
    assert 47 in {each.seats for each in election.figures if each.entity_id == "iq-fatah"}
    assert sum(results.values()) <= 329


@pytest.mark.parametrize("year", [2021, 2025])
def test_the_complete_elections_add_up(iraq, year):
    election = iraq.election_on_or_before(date(year, 12, 31))
    assert sum(seats for _, seats in election.results) == 329


def test_every_list_with_seats_can_hold_them(iraq):
    for election in iraq.elections:
        for id_, _ in election.results:
            kind = iraq.entity(id_).kind
            assert kind not in {EntityKind.PERSON, EntityKind.PLACE, EntityKind.INSTITUTION}, id_


@pytest.mark.shared
def test_every_list_variant_of_the_shared_table_is_known(iraq):
    if not SHARED.is_dir():
        pytest.skip("the shared data is not beside the repository")
    rows = csv.DictReader(
        (SHARED / "iraq_lists_seats.csv").read_text(encoding="utf-8").splitlines()
    )
    names = {
        (row["year"], name)
        for row in rows
        for name in (row["name_en"], row["name_ar"], *row["variants"].split("|"))
        if name and not name.startswith("(")
    }
    missing = sorted(n for _, n in names if iraq.match(n).standing is MatchStanding.UNKNOWN)
    assert len(missing) <= len(names) * 0.1, missing
