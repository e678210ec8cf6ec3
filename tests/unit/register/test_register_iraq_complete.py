"""How much of Iraq is in its register, measured: lists, figures, people, scripts, ties."""

import csv
from datetime import date

import pytest

from kutla.register import load_parliament
from kutla.vocabulary import EntityKind

YEARS = (2010, 2014, 2018, 2021, 2025)


@pytest.fixture(scope="module")
def iraq():
    return load_parliament("iraq")


@pytest.fixture(scope="module")
def elections(iraq):
    return {each.held_on.first_on.year: each for each in iraq.elections}


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_seats_of_every_election_but_2014_add_up_to_the_house(elections):
    assert tuple(elections) == YEARS
    short = {
        year: each.chamber.seats - sum(seats for _, seats in each.results)
        for year, each in elections.items()
    }
    assert short == {2010: 0, 2014: 34, 2018: 0, 2021: 0, 2025: 0}


@pytest.mark.shared
def test_every_list_of_2018_2021_and_2025_has_its_seats(shared, iraq, elections):
    wrong = []
    for row in rows(shared / "data/iraq/iraq_lists_seats.csv"):
        election = elections[int(row["year"])]
        seats = dict(election.results)
        names = [row["name_en"], row["name_ar"], *row["variants"].split("|")]
        held = {
            seats.get(iraq.match(name, on=election.held_on.first_on).entity_id)
            for name in names
            if name
        }
        if int(row["seats"]) not in held and row["list_key"] != "one":
            wrong.append((row["year"], row["list_key"]))
    assert wrong == []


@pytest.mark.shared
def test_every_figure_that_papers_disagree_on_is_kept_with_who_gives_it(shared, elections):
    missing = []
    for row in rows(shared / "data/iraq/iraq_conflicting_claims.csv"):
        election, seats = elections[int(row["year"])], int(row["claimed_seats"])
        given = [each.provenance for each in election.figures if each.seats == seats]
        if seats not in dict(election.results).values() and not given:
            missing.append((row["year"], row["subject"], seats))
    assert missing == []


def test_conflicting_figures_stand_beside_the_final_one(elections):
    final = dict(elections[2018].results)["iq-fatah"]
    others = {f.seats: f.provenance for f in elections[2018].figures if f.entity_id == "iq-fatah"}
    assert final == 48
    assert {47, 49} <= set(others)
    assert "rudaw" in others[47]


def test_a_bloc_formed_after_the_election_has_figures_and_no_seats(elections):
    given = {f.seats for f in elections[2025].figures if f.entity_id == "iq-coordination-framework"}
    assert {97, 148, 175, 185} <= given
    assert "iq-coordination-framework" not in dict(elections[2025].results)


def test_at_least_150_people_nearly_all_with_an_arabic_name(iraq):
    people = [each for each in iraq.own_entities if each.kind is EntityKind.PERSON]
    arabic = [
        each for each in people if any(alias.language == "ar" for alias in iraq.aliases_of(each.id))
    ]
    assert len(people) >= 200
    assert len(arabic) >= 0.97 * len(people)


@pytest.mark.parametrize(
    ("written", "entity_id"),
    [
        ("مەسعود بارزانی", "iq-masoud-barzani"),
        ("نێچیرڤان بارزانی", "iq-nechirvan-barzani"),
        ("بافڵ تاڵەبانی", "iq-bafel-talabani"),
        ("پارتی دیموکراتی کوردستان", "iq-kdp"),
        ("یەکێتیی نیشتمانیی کوردستان", "iq-puk"),
        ("نەوەی نوێ", "iq-new-generation"),
        ("حکومەتی هەرێمی کوردستان", "iq-krg"),
        ("هەولێر", "iq-erbil"),
        ("ائتلاف الإعمار والتنمية", "iq-rdc"),
        ("المجلس الشعبي الكلداني السرياني الآشوري", "iq-csapc"),
        ("Zowaa", "iq-adm"),
        ("Uniters for Reform", "iq-qarar"),
    ],
)
def test_names_in_arabic_and_kurdish_script_decide(iraq, written, entity_id):
    assert iraq.match(written, on=date(2018, 9, 1)).entity_id == entity_id


def test_one_word_that_is_also_a_word_of_kurdish_is_not_looked_for_in_text(iraq):
    assert iraq.spot("پارتی و کۆمەڵ") == ()


def test_the_lists_with_the_most_seats_are_led_by_somebody(iraq, elections):
    unled = [
        (year, id_)
        for year in (2018, 2021, 2025)
        for id_, seats in elections[year].results
        if seats >= 5 and iraq.entity(id_).kind is not EntityKind.GROUP
        and not any(tie.role == "leads" for tie in iraq.ties_to(id_))
    ]  # fmt: skip
    assert unled == []


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        (date(2012, 1, 1), "iq-nouri-al-maliki"),
        (date(2016, 1, 1), "iq-haider-al-abadi"),
        (date(2019, 6, 1), "iq-adel-abdul-mahdi"),
        (date(2021, 6, 1), "iq-mustafa-al-kadhimi"),
        (date(2024, 6, 1), "iq-mohammed-shia-al-sudani"),
    ],
)
def test_who_was_prime_minister(iraq, day, holder):
    assert [each.id for each in iraq.holders("prime minister", day)] == [holder]


def test_kinds_of_everything_the_news_names(iraq):
    kinds = {}
    for each in iraq.own_entities:
        kinds[each.kind] = kinds.get(each.kind, 0) + 1
    assert kinds[EntityKind.ARMED_FACTION] >= 15
    assert kinds[EntityKind.MINISTRY] >= 20
    assert kinds[EntityKind.INSTITUTION] >= 20
    assert kinds[EntityKind.UMBRELLA] >= 2
    assert kinds[EntityKind.CLERICAL_AUTHORITY] >= 1
