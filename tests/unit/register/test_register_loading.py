from datetime import date

import pytest

from kutla.errors import RegisterError, UnknownParliamentError
from kutla.register import check_parliament, country_names, load_parliament, parliaments
from kutla.register.countries import PARLIAMENTS
from kutla.vocabulary import EntityKind, Period

TOML = """name = "arvonia"
country = "Arvonia"
demonym = ["Arvonian"]

[chamber]
name = "Diet"
seats = 10

[elections.2018]
held_on = "2018-05-06"
seats = 10
source = "the gazette"
"""
ENTITIES = """id,kind,name,valid_from,valid_to,wikidata,source
dawn,party-list,Dawn Coalition,2018,,,the gazette
homeland,party,Homeland,,,,the gazette
"""


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "arvonia"
    (path / "elections").mkdir(parents=True)
    (path / "parliament.toml").write_text(TOML, encoding="utf-8")
    (path / "entities.csv").write_text(ENTITIES, encoding="utf-8")
    (path / "aliases.csv").write_text(
        "entity_id,text,source\ndawn,The Dawn,the gazette\n", encoding="utf-8"
    )
    (path / "elections" / "2018.csv").write_text(
        "list_id,seats,figures,source\ndawn,6,5=a paper,gazette\nhomeland,4,,gazette\n",
        encoding="utf-8",
    )
    return path


def codes(path):
    return [problem.code for problem in check_parliament(path)]


def test_a_folder_of_ones_own_is_a_parliament(folder):
    register = load_parliament(folder)
    assert (register.name, register.country, register.chamber.seats) == ("arvonia", "Arvonia", 10)
    assert register.match("Dawn").entity_id == "dawn"
    assert register.entity("dawn").valid == Period(date(2018, 1, 1), date.max)
    assert register.match("Germany").entity_id == "germany"
    assert codes(folder) == []


def test_results_and_differing_figures_are_kept_apart(folder):
    election = load_parliament(folder).election_on_or_before(date(2018, 5, 6))
    assert election.results == (("dawn", 6), ("homeland", 4))
    assert [(each.entity_id, each.seats, each.provenance) for each in election.figures] == [
        ("dawn", 5, "a paper")
    ]


def test_no_election_before_the_first(folder):
    assert load_parliament(folder).election_on_or_before(date(2018, 5, 5)) is None


def test_an_unknown_parliament_lists_the_known_ones():
    with pytest.raises(UnknownParliamentError, match=r"atlantis.*iraq"):
        load_parliament("atlantis")


def test_a_parliament_is_called_by_name_in_any_case():
    assert load_parliament("Iraq") is load_parliament("iraq")
    assert "iraq" in parliaments()
    assert "common" not in parliaments()


@pytest.mark.parametrize(
    ("name", "change", "code", "place"),
    [
        ("entities.csv", ("party-list", "lists"), "kind-unknown", "entities.csv:2"),
        ("entities.csv", (",2018,", ",May 2018,"), "date-unreadable", "entities.csv:2"),
        ("entities.csv", ("homeland,party", "dawn,party"), "id-repeated", "entities.csv"),
        ("entities.csv", ("Homeland,", ","), "name-missing", "entities.csv:3"),
        ("entities.csv", ("id,kind", "key,kind"), "column-missing", "entities.csv"),
        ("aliases.csv", ("dawn,The", "dusk,The"), "entity-unknown", "aliases.csv:2"),
        ("elections/2018.csv", ("dawn,6", "dawn,six"), "seats-unreadable", "elections/2018.csv:2"),
        (
            "parliament.toml",
            ("seats = 10\n\n[el", "seats = 0\n\n[el"),
            "chamber-missing",
            "parliament",
        ),
        ("parliament.toml", ('"2018-05-06"', '"6 May"'), "election-unreadable", "[elections.2018]"),
        ("parliament.toml", ("name =", "name"), "file-unreadable", "parliament.toml"),
    ],
)
def test_a_broken_table_is_named_with_its_place_and_not_loaded(folder, name, change, code, place):
    old, new = change
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = [problem for problem in check_parliament(folder) if problem.code == code]
    assert found
    assert place in found[0].place
    with pytest.raises(RegisterError, match="arvonia cannot be loaded"):
        load_parliament(folder)


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("elections/2018.csv", "homeland,4", "homeland,3", "seats-do-not-add-up"),
        ("aliases.csv", "The Dawn,the gazette", "The Dawn,", "source-missing"),
    ],
)
def test_a_doubtful_table_is_reported_and_still_loads(folder, name, old, new, code):
    file = folder / name
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert code in codes(folder)
    assert load_parliament(folder).name == "arvonia"


def test_a_name_of_two_that_are_never_the_same_is_reported(folder):
    (folder / "never_same.csv").write_text(
        "left,right,reason,source\ndawn,homeland,two lists,gazette\n", encoding="utf-8"
    )
    with (folder / "aliases.csv").open("a", encoding="utf-8") as file:
        file.write("homeland,The Dawn,gazette\n")
    assert "never-same-shared" in codes(folder)


def test_countries_go_by_name_capital_and_adjective():
    names = country_names()
    assert names["Washington"] == names["American"] == names["U.S."] == "United States"
    assert names["Riyadh"] == names["Saudi"] == "Saudi Arabia"
    assert names["Kathmandu"] == "Nepal"
    assert len(set(names.values())) > 190


@pytest.mark.parametrize("name", [*parliaments(), "common"])
def test_every_packaged_parliament_is_sound(name):
    serious = [
        problem
        for problem in check_parliament(PARLIAMENTS / name)
        if problem.code != "seats-do-not-add-up"
    ]
    assert serious == []


@pytest.mark.parametrize("name", parliaments())
def test_no_result_exceeds_its_chamber(name):
    for election in load_parliament(name).elections:
        assert sum(seats for _, seats in election.results) <= election.chamber.seats


def test_iraq_is_described_thoroughly(iraq):
    people = [each for each in iraq.entities if each.kind is EntityKind.PERSON]
    assert len(people) >= 150
    assert iraq.chamber.absolute_majority == 165
    assert iraq.chamber.two_thirds == 220


def test_folders_of_ones_own_are_searched_first_and_in_order(tmp_path, folder):
    import shutil

    for place, country in (("near", "Nearland"), ("far", "Farland")):
        own = tmp_path / place / "iraq"
        shutil.copytree(folder, own)
        file = own / "parliament.toml"
        file.write_text(file.read_text(encoding="utf-8").replace("Arvonia", country), "utf-8")
    near, far, nowhere = tmp_path / "near", tmp_path / "far", tmp_path / "nowhere"
    assert load_parliament("Iraq", (nowhere, near, far)).country == "Nearland"
    assert load_parliament("iraq", (far, near)).country == "Farland"
    assert load_parliament("iraq", (nowhere,)).country == "Iraq"
    assert load_parliament("lebanon", (near,)).country == "Lebanon"


def test_a_parliament_that_was_changed_on_disk_is_read_anew(folder):
    assert load_parliament(folder).match("Twilight").entity_id is None
    with (folder / "aliases.csv").open("a", encoding="utf-8") as file:
        file.write("dawn,Twilight,the gazette\n")
    assert load_parliament(folder).match("Twilight").entity_id == "dawn"


def test_figures_of_a_bloc_that_won_no_seats_as_such_are_kept(folder):
    with (folder / "elections" / "2018.csv").open("a", encoding="utf-8") as file:
        file.write("dawn-and-homeland,,10=a paper|9=another,gazette\n")
    assert codes(folder) == ["entity-unknown"]
    with (folder / "entities.csv").open("a", encoding="utf-8") as file:
        file.write("dawn-and-homeland,parliamentary-group,Union,,,,the gazette\n")
    assert codes(folder) == []
    election = load_parliament(folder).elections[0]
    assert [f.seats for f in election.figures if f.entity_id == "dawn-and-homeland"] == [10, 9]
    assert "dawn-and-homeland" not in dict(election.results)
