"""Parliaments made of Popolo files, as EveryPolitician publishes them."""

import json
from datetime import date

import pytest

from kutla.errors import RegisterError
from kutla.register import check_parliament, load_parliament
from kutla.register.importing import import_popolo, write_parliament
from kutla.vocabulary import EntityKind

POPOLO = {
    "persons": [
        {
            "id": "p1",
            "name": "Ilsa Varro",
            "other_names": [
                {"name": "Илса Варро", "lang": "ru"},
                {"name": "Ilsa Varro"},
                {"name": "Ilsa Tenn", "lang": "en", "start_date": "1999", "end_date": "2004-03"},
            ],
            "identifiers": [{"scheme": "wikidata", "identifier": "Q1234567"}],
            "sources": [{"url": "https://assembly.example/varro"}],
        },
        {"id": "p2", "given_name": "Tomas", "family_name": "Brandl"},
        {"id": "p3", "name": ""},
    ],
    "organizations": [
        {"id": "house", "classification": "legislature", "name": "Diet of Moldova", "seats": 101},
        {"id": "dawn", "classification": "party", "name": "Dawn", "founding_date": "2001"},
        {"id": "block", "classification": "Faction", "name": "Dawn Faction"},
        {"id": "unsaid", "name": "Homeland"},
        {"id": "club", "classification": "committee", "name": "Committee on Roads"},
    ],
    "memberships": [
        {
            "person_id": "p1",
            "organization_id": "house",
            "on_behalf_of_id": "dawn",
            "legislative_period_id": "t1",
            "role": "member",
        },
        {"person_id": "p1", "organization_id": "dawn", "role": "Leader", "start_date": "2015-02-01"},
        {
            "person_id": "p2",
            "organization_id": "house",
            "on_behalf_of_id": "unsaid",
            "legislative_period_id": "t1",
            "start_date": "2015-06-01",
            "end_date": "2016-05-31",
        },
        {"person_id": "p2", "organization_id": "house", "role": "Speaker"},
        {"person_id": "nobody", "organization_id": "house"},
    ],
    "events": [
        {"id": "t1", "classification": "legislative period", "start_date": "2014-12-09",
         "end_date": "2018"},
        {"id": "e1", "classification": "general election", "start_date": "2014-11-30"},
    ],
}  # fmt: skip


@pytest.fixture
def write(tmp_path):
    def to_file(content, name="moldova.json"):
        path = tmp_path / name
        text = content if isinstance(content, str) else json.dumps(content)
        path.write_text(text, encoding="utf-8")
        return path

    return to_file


@pytest.fixture
def register(write, tmp_path):
    folder = write_parliament(import_popolo(write(POPOLO)), tmp_path / "made")
    assert check_parliament(folder) == ()
    return load_parliament(folder)


def test_people_and_parties_become_entities_with_their_names(register):
    assert (register.country, register.chamber.name, register.chamber.seats) == (
        "Moldova",
        "Diet of Moldova",
        101,
    )
    varro = register.entity(register.match("Илса Варро").entity_id)
    assert (varro.name, varro.kind, varro.wikidata) == ("Ilsa Varro", EntityKind.PERSON, "Q1234567")
    assert varro.provenance == "https://assembly.example/varro"
    assert register.match("Tomas Brandl").standing.value == "decided"


def test_an_earlier_name_is_hers_only_while_she_bore_it(register):
    (old,) = [a for a in register.aliases_of("moldova-ilsa-varro") if a.text == "Ilsa Tenn"]
    assert (old.valid.first_on, old.valid.last_on) == (date(1999, 1, 1), date(2004, 3, 31))


def test_who_people_sit_for_is_a_party_whether_it_is_called_so_or_not(register):
    kinds = {each.name: each.kind for each in register.own_entities}
    assert kinds["Dawn"] is kinds["Homeland"] is EntityKind.PARTY
    assert kinds["Dawn Faction"] is EntityKind.PARLIAMENTARY_GROUP
    assert "Committee on Roads" not in kinds


def test_memberships_take_the_days_of_their_term_unless_they_have_their_own(register):
    ties = {(t.entity_id, t.role, t.other): t.valid for t in register.tenures}
    term = ties["moldova-ilsa-varro", "member_of", "moldova-dawn"]
    assert (term.first_on, term.last_on) == (date(2014, 12, 9), date(2018, 12, 31))
    own = ties["moldova-tomas-brandl", "member_of", "moldova-homeland"]
    assert (own.first_on, own.last_on) == (date(2015, 6, 1), date(2016, 5, 31))
    assert ("moldova-ilsa-varro", "leads", "moldova-dawn") in ties
    assert ("moldova-tomas-brandl", "holds_office", "speaker") in ties


def test_an_election_has_its_day_and_no_seats(register):
    (election,) = register.elections
    assert (election.held_on.first_on, election.results) == (date(2014, 11, 30), ())


def test_without_a_number_of_seats_the_fullest_term_counts(write):
    content = {**POPOLO, "organizations": [{"id": "house", "classification": "legislature"}]}
    assert import_popolo(write(content)).chamber.seats == 2


def test_a_file_that_names_no_country_asks_for_it(write):
    content = {**POPOLO, "organizations": []}
    with pytest.raises(RegisterError, match=r"popolo\.json does not say whose .*--country"):
        import_popolo(write(content, "popolo.json"))
    assert import_popolo(write(content, "popolo.json"), "Arvonia").country == "Arvonia"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", r"moldova\.json is not JSON \(line 1: .*\); is it a Popolo file\?"),
        ("[1, 2]", r'moldova\.json has no list "persons"'),
        ({"persons": {}}, r'has no list "persons"'),
        ({"persons": [], "organizations": []}, r"moldova\.json names no person"),
        ({"persons": [7, None, {"name": None}]}, r"moldova\.json names no person"),
    ],
)
def test_what_is_no_popolo_is_refused_in_one_sentence(write, content, said):
    with pytest.raises(RegisterError, match=said) as error:
        import_popolo(write(content))
    assert "\n" not in str(error.value)


def test_a_file_that_is_missing_or_not_text_is_refused_in_one_sentence(tmp_path):
    with pytest.raises(RegisterError, match=r"cannot be read: No such file"):
        import_popolo(tmp_path / "no.json")
    (tmp_path / "b.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RegisterError, match=r"b\.json is not UTF-8"):
        import_popolo(tmp_path / "b.json")


@pytest.mark.parametrize("junk", [None, 7, "x", [], {}, [None], [7], ["x"], [{}]])
@pytest.mark.parametrize("key", ["organizations", "memberships", "events"])
def test_parts_that_are_something_else_are_passed_over(write, key, junk):
    draft = import_popolo(write({**POPOLO, key: junk}), "Moldova")
    assert len(draft.entities) >= 2


def test_two_people_of_one_name_stay_two(write):
    twice = [{"id": "a", "name": "Ana Pop"}, {"id": "b", "name": "Ana Pop"}]
    draft = import_popolo(write({**POPOLO, "persons": twice}))
    ids = [each.id for each in draft.entities if each.name == "Ana Pop"]
    assert ids == ["moldova-ana-pop", "moldova-ana-pop-2"]


def test_those_who_sit_for_nobody_are_a_group_and_the_unknown_is_left_out(write):
    parties = [
        {"id": "i", "classification": "party", "name": "Independent"},
        {"id": "u", "classification": "party", "name": "unknown"},
    ]
    sits = [
        {"person_id": "p1", "organization_id": "house", "on_behalf_of_id": "i"},
        {"person_id": "p2", "organization_id": "house", "on_behalf_of_id": "u"},
    ]
    content = {**POPOLO, "organizations": parties, "memberships": sits}
    draft = import_popolo(write(content), "Moldova")
    kinds = {each.name: each.kind for each in draft.entities}
    assert kinds["Independent"] is EntityKind.GROUP
    assert "unknown" not in kinds
    assert [tie.entity_id for tie in draft.tenures] == ["moldova-ilsa-varro"]
