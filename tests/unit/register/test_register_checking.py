"""What a check of a parliament's folder finds, and where."""

from pathlib import Path

import pytest

from kutla.errors import RegisterError
from kutla.register import check_parliament, load_parliament

FILES = {
    "parliament.toml": """name = "arvonia"
country = "Arvonia"
demonym = ["Arvonian"]
languages = ["en"]

[chamber]
name = "Diet"
seats = 10

[elections.2018]
held_on = "2018-05-06"
seats = 10
source = "the gazette"
""",
    "entities.csv": """id,kind,name,valid_from,valid_to,wikidata,source
dawn,party-list,Dawn Coalition,2018,,Q11,the gazette
homeland,party,Homeland,,,Q12,the gazette
renewal,party,Renewal,,,,the gazette
ilsa,person,Ilsa Varro,,,,the gazette
""",
    "aliases.csv": """entity_id,text,language,valid_from,valid_to,mark,note,source
dawn,The Dawn,en,,,,,the gazette
renewal,Renewal Movement,en,,,,,the gazette
""",
    "memberships.csv": """entity_id,role,other,valid_from,valid_to,source
ilsa,member_of,dawn,,,the gazette
renewal,part_of,dawn,2018,2020,the gazette
""",
    "tenures.csv": """entity_id,role,other,valid_from,valid_to,source
ilsa,holds_office,speaker,2018-06-01,,the gazette
""",
    "cabinets.csv": """id,name,valid_from,valid_to,parties,led_by,caretaker,source
c1,First Varro,2018-06-01,2020-01-31,dawn|homeland,dawn,,the gazette
""",
    "never_same.csv": """left,right,reason,source
dawn,homeland,two lists,the gazette
""",
    "elections/2018.csv": """list_id,seats,figures,source
dawn,6,5=a paper|7=another,the gazette
homeland,4,,the gazette
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "arvonia"
    (path / "elections").mkdir(parents=True)
    for name, text in FILES.items():
        (path / name).write_text(text, encoding="utf-8")
    return path


def test_a_sound_folder_has_nothing_wrong(folder):
    assert check_parliament(folder) == ()
    register = load_parliament(folder)
    assert [each.name for each in register.cabinets] == ["First Varro"]
    assert len(register.tenures) == 3


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "said"),
    [
        ("entities.csv", "dawn,party-list", "Dawn!,party-list", "id-not-kebab-case", "entities.csv:2: the id 'Dawn!'"),
        ("entities.csv", "Q12", "Q11", "wikidata-repeated", "entities.csv:3: Q11 is already dawn"),
        ("entities.csv", "Q12", "twelve", "wikidata-unreadable", "entities.csv:3: 'twelve' is no Wikidata id"),
        ("entities.csv", "2018,,Q11", "2018,2017,Q11", "dates-reversed", "entities.csv:2: valid_to (2017) lies before"),
        ("entities.csv", "kind,name", "kind,nmae", "column-unknown", "entities.csv:1: nobody reads a column 'nmae'; did you mean 'name'?"),
        ("entities.csv", "Homeland,,,Q12,the gazette", "Homeland,,,Q12,the gazette,more", "row-too-long", "entities.csv:3 has more cells"),
        ("aliases.csv", "The Dawn", "the", "alias-too-common", "aliases.csv:2: 'the' is a common word"),
        ("aliases.csv", "The Dawn", "...", "alias-empty", "aliases.csv:2: '...' holds no letter"),
        ("aliases.csv", "The Dawn,en,,,,", "The Dawn,en,,,sometimes,", "mark-unknown", "aliases.csv:2: no mark 'sometimes'"),
        ("aliases.csv", "dawn,The Dawn,", "homeland,Dawn Coalition,", "never-same-shared", "aliases.csv:2: "),
        ("memberships.csv", "ilsa,member_of", "ilsa,part_of", "role-misplaced", "memberships.csv:2: ilsa is a person; write member_of"),
        ("memberships.csv", "renewal,part_of", "renewal,member_of", "role-misplaced", "memberships.csv:3: renewal is no person; write part_of"),
        ("memberships.csv", "ilsa,member_of,dawn", "ilsa,admires,dawn", "role-unknown", "memberships.csv:2: no role 'admires'"),
        ("memberships.csv", "renewal,part_of,dawn", "dawn,part_of,dawn", "tie-to-itself", "memberships.csv:3: dawn is tied to itself"),
        ("memberships.csv", "ilsa,member_of,dawn", "ilsa,member_of,dusk", "entity-unknown", "memberships.csv:2: no entity 'dusk'"),
        ("tenures.csv", "speaker", "", "name-missing", "tenures.csv:2: other is empty"),
        ("cabinets.csv", "dawn|homeland", "dawn|dusk", "entity-unknown", "cabinets.csv:2: no entity 'dusk'"),
        ("cabinets.csv", "dawn,,the", "dawn,perhaps,the", "cabinet-unreadable", "cabinets.csv:2: "),
        ("elections/2018.csv", "homeland,4", "dawn,4", "list-repeated", "elections/2018.csv:2: dawn stands 2 times"),
        ("elections/2018.csv", "homeland,4", "ilsa,4", "kind-holds-no-seats", "elections/2018.csv:3: ilsa is a person"),
        ("elections/2018.csv", "homeland,4", "homeland,-4", "seats-unreadable", "elections/2018.csv:3: seats are a whole number"),
        ("elections/2018.csv", "5=a paper", "five=a paper", "seats-unreadable", "elections/2018.csv:2: "),
        ("elections/2018.csv", "homeland,4", "homeland,5", "seats-do-not-add-up", "add up to 11 of 10 seats"),
        ("parliament.toml", "demonym", "demonyms", "key-unknown", "parliament.toml: nobody reads a key 'demonyms'"),
        ("parliament.toml", 'demonym = ["Arvonian"]', 'demonym = "Arvonian"', "key-unreadable", "demonym is a list of words"),
        ("parliament.toml", 'country = "Arvonia"\n', "", "key-missing", "parliament.toml names no country"),
        ("parliament.toml", "seats = 10\nsource", "seats = 12\nopen_seats = 1\nsource", "seats-do-not-add-up", "10 of 12 seats and 1 are said to be open"),
        ("parliament.toml", "elections.2018", "elections.2019", "election-undated", "elections/2018.csv is read by nobody; add [elections.2018]"),
        ("parliament.toml", 'source = "the gazette"', "", "source-missing", "[elections.2018]"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_file_and_line(folder, name, old, new, code, said):
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    messages = {p.code: p.message for p in check_parliament(folder)}
    assert code in messages
    assert said in messages[code]
    assert "\n" not in messages[code]


def test_parties_that_are_each_part_of_the_other_at_one_time_are_reported(folder):
    with (folder / "memberships.csv").open("a", encoding="utf-8") as file:
        file.write("dawn,part_of,renewal,2019,2019,the gazette\n")
    assert [p.code for p in check_parliament(folder)] == ["parts-in-a-circle"]


def test_parties_that_are_each_part_of_the_other_at_different_times_are_not(folder):
    with (folder / "memberships.csv").open("a", encoding="utf-8") as file:
        file.write("dawn,part_of,renewal,2021,2022,the gazette\n")
    assert check_parliament(folder) == ()


def test_a_name_that_two_bore_at_different_times_is_no_fault(folder):
    with (folder / "never_same.csv").open("a", encoding="utf-8") as file:
        file.write("renewal,homeland,two parties,the gazette\n")
    with (folder / "aliases.csv").open("a", encoding="utf-8") as file:
        file.write("renewal,The Old Guard,en,1990,1999,,,the gazette\n")
        file.write("homeland,The Old Guard,en,2000,,,,the gazette\n")
    assert check_parliament(folder) == ()
    file = folder / "aliases.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("1999", "2001"), encoding="utf-8")
    (problem,) = check_parliament(folder)
    assert problem.code == "never-same-shared"
    assert "'The Old Guard' is a name of both homeland and renewal" in problem.message


def test_lines_are_counted_as_an_editor_counts_them_where_a_cell_holds_a_break(folder):
    file = folder / "aliases.csv"
    text = file.read_text(encoding="utf-8").replace(
        "dawn,The Dawn,en,,,,,", 'dawn,The Dawn,en,,,,"two\nlines",'
    )
    file.write_text(text.replace("renewal,Renewal M", "nobody,Renewal M"), encoding="utf-8")
    (problem,) = check_parliament(folder)
    assert problem.place == "aliases.csv:4"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("entities.csv", b"\xff\xfe\x00"),
        ("aliases.csv", b'entity_id,text,source\ndawn,"open'),
        ("parliament.toml", b"\xff"),
        ("elections/2018.csv", b"\x80"),
    ],
)
def test_a_file_that_is_no_table_is_named_and_keeps_the_folder_from_loading(folder, name, content):
    (folder / name).write_bytes(content)
    messages = [p.message for p in check_parliament(folder) if p.code == "file-unreadable"]
    assert messages
    assert messages[0].startswith(name)
    with pytest.raises(RegisterError, match="arvonia cannot be loaded") as error:
        load_parliament(folder)
    assert "\n" not in str(error.value)


def test_what_is_no_folder_is_said_to_be_none(tmp_path):
    (problem,) = check_parliament(tmp_path / "nowhere")
    assert problem.code == "folder-missing"
    assert "kutla parliament new" in problem.message


def test_an_empty_folder_lacks_its_settings(tmp_path):
    assert next(p.code for p in check_parliament(tmp_path)) == "file-missing"
