"""Parliaments made of ParlGov: every country, its seats, its names."""

import csv
from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest

from kutla.errors import RegisterError
from kutla.register import check_parliament, load_parliament
from kutla.register.importing import import_parlgov, parlgov_countries, write_parliament
from kutla.vocabulary import EntityKind


@pytest.fixture(scope="module")
def austria(tmp_path_factory):
    folder = tmp_path_factory.mktemp("own") / "austria"
    return load_parliament(write_parliament(import_parlgov("Austria", since=2000), folder))


def test_there_are_37_countries():
    assert len(parlgov_countries()) == 37
    assert {"Austria", "Japan", "Romania"} <= set(parlgov_countries())


@pytest.mark.parametrize("country", parlgov_countries())
def test_every_country_is_imported_and_passes_the_check(country, tmp_path):
    folder = write_parliament(import_parlgov(country), tmp_path / "made")
    assert check_parliament(folder) == ()
    register = load_parliament(folder)
    assert register.country == country
    assert len(register.elections) >= 5
    last = register.elections[-1]
    assert sum(seats for _, seats in last.results) <= last.chamber.seats
    assert register.cabinets


@pytest.mark.parametrize("asked", ["Austria", "austria", "AUT", "aut", "Austrian", "Vienna"])
def test_a_country_goes_by_name_code_adjective_or_capital(asked):
    assert import_parlgov(asked, since=2019).country == "Austria"


def test_a_country_that_is_not_there_is_answered_with_those_that_are():
    with pytest.raises(RegisterError, match=r"no country 'Atlantis'; it has .*Austria, .*Sweden"):
        import_parlgov("Atlantis")


def test_a_year_after_the_last_election_is_refused_in_one_sentence():
    with pytest.raises(RegisterError, match="no election of Austria since 2100"):
        import_parlgov("Austria", since=2100)


@pytest.mark.parametrize(
    ("country", "name", "english"),
    [
        ("Austria", "SPÖ", "Social Democratic Party"),
        ("Austria", "SPO", "Social Democratic Party"),
        ("Austria", "the Freedom Party", "Freedom Party"),
        ("Denmark", "Venstre", "Liberal"),
        ("Finland", "True Finns", "Finn"),
        ("Portugal", "Bloco de Esquerda", "Bloc"),
        ("Poland", "Prawo i Sprawiedliwość", "Law and Justice"),
        ("Norway", "Labour Party", "Norske Arbeiderparti"),
        ("Italy", "Lega Nord", "North"),
        ("Greece", "Syriza", "Syriza"),
        ("Ireland", "Fianna Fáil", "Fianna"),
        ("Ireland", "Fianna Fail", "Fianna"),
        ("Hungary", "Fidesz", "Fidesz"),
        ("Canada", "Bloc Québécois", "Québécois"),
        ("Iceland", "Independence Party", "Independence"),
    ],
)
def test_parties_go_by_the_names_papers_use(country, name, english, tmp_path):
    folder = write_parliament(import_parlgov(country, since=1990), tmp_path / "made")
    match = load_parliament(folder).match(name)
    assert match.standing.value == "decided", match.reason
    entity = load_parliament(folder).entity(match.entity_id)
    names = " ".join(a.text for a in load_parliament(folder).aliases_of(entity.id))
    assert english.casefold() in names.casefold()


def test_the_unaffiliated_are_a_group_and_no_party():
    kinds = {each.name: each.kind for each in import_parlgov("Ireland").entities}
    assert kinds["Independents"] is EntityKind.GROUP


def test_elections_have_the_seats_that_were_won(austria):
    election = austria.election_on_or_before(date(2020, 1, 1))
    assert election.held_on.first_on == date(2019, 9, 29)
    assert election.chamber.seats == sum(seats for _, seats in election.results) == 183
    assert sorted((seats for _, seats in election.results), reverse=True)[:2] == [71, 40]


def test_cabinets_follow_one_another_without_a_gap(austria):
    spans = sorted((each.valid.first_on, each.valid.until_on) for each in austria.cabinets)
    assert all(before[1] == after[0] for before, after in pairwise(spans))
    assert any(each.is_caretaker for each in austria.cabinets)


def test_two_elections_of_one_year_are_two():
    keys = [each.id for each in import_parlgov("Greece", since=2012).elections]
    assert {"greece-2012-05", "greece-2012-06"} <= set(keys)
    assert len(keys) == len(set(keys))


def test_a_party_keeps_its_name_beside_a_list_that_bears_it_too(tmp_path):
    hungary = load_parliament(write_parliament(import_parlgov("Hungary"), tmp_path / "h"))
    germany = load_parliament(write_parliament(import_parlgov("Germany"), tmp_path / "g"))
    fidesz = hungary.entity(hungary.match("Fidesz").entity_id)
    assert fidesz.kind is EntityKind.PARTY
    union = germany.entity(germany.match("Christian Democratic Union").entity_id)
    assert (union.kind, union.name) == (EntityKind.PARTY, "Christian Democratic Union")


def test_every_row_names_parlgov_as_its_source():
    draft = import_parlgov("Estonia")
    rows = (*draft.entities, *draft.aliases, *draft.elections, *draft.cabinets)
    assert {row.provenance.split(",")[0] for row in rows} == {"ParlGov"}


def test_no_name_means_two_parties_of_one_country():
    """Where one name decides for two, neither can be told: such names are to be few."""
    for country in ("Austria", "Spain", "Israel", "Latvia"):
        owners = defaultdict(set)
        for alias in import_parlgov(country, since=2010).aliases:
            if not alias.mark.value:
                owners[alias.text.casefold()].add(alias.entity_id)
        shared = {text for text, ids in owners.items() if len(ids) > 1}
        assert len(shared) <= 1, (country, shared)


def test_the_shipped_tables_hold_what_parlgov_holds(shared):
    with (shared / "data/parlgov/view_election.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["election_type"] == "parliament"]
    told = defaultdict(int)
    for row in rows:
        if row["election_date"] >= "1945":
            told[row["country_name_short"], row["election_date"]] += int(float(row["seats"] or 0))
    codes = {row["country_name_short"] for row in rows}
    held = {
        (code, str(each.held_on)): sum(seats for _, seats in each.results)
        for code in codes
        for each in import_parlgov(code).elections
    }
    assert held == {key: seats for key, seats in told.items() if seats}
