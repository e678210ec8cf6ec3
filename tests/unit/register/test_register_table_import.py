"""Parliaments made of a table of one's own."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kutla.errors import RegisterError
from kutla.register import check_parliament, load_parliament
from kutla.register.importing import import_table, write_parliament
from kutla.vocabulary import Chamber, EntityKind

DAY = date(2020, 5, 3)
SEATS = """party,seats,aliases,leader
Dawn Coalition,40,DC|The Dawn,Ilsa Varro
Homeland,35,,
Côte Rouge,25,تحالف الساحل,Tomas Brandl; Mira Dawn
"""


@pytest.fixture
def write(tmp_path):
    def to_file(text, encoding="utf-8"):
        path = tmp_path / "house.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return to_file


def test_lists_with_seats_make_an_election(write, tmp_path):
    draft = import_table(write(SEATS), "Arvonia", held_on=DAY)
    folder = write_parliament(draft, tmp_path / "made")
    assert check_parliament(folder) == ()
    register = load_parliament(folder)
    assert register.chamber.seats == 100
    assert register.election_on_or_before(DAY).results == (
        ("arvonia-dawn-coalition", 40),
        ("arvonia-homeland", 35),
        ("arvonia-cote-rouge", 25),
    )
    assert register.match("The Dawn").entity_id == "arvonia-dawn-coalition"
    assert register.match("تحالف الساحل").entity_id == "arvonia-cote-rouge"
    leaders = {t.entity_id for t in register.ties_to("arvonia-cote-rouge") if t.role == "leads"}
    assert leaders == {"arvonia-tomas-brandl", "arvonia-mira-dawn"}


def test_people_with_their_party_make_memberships(write, tmp_path):
    text = (
        "Name;Party;Role;Start_Date;End date;QID;Source\n"
        "Ilsa Varro;Dawn;Speaker;2019;2020-06-30;Q77;the gazette\n"
        "Tomas Brandl;Dawn;;;;;\n"
    )
    draft = import_table(write(text), "Arvonia", chamber=Chamber("Diet", 10))
    folder = write_parliament(draft, tmp_path / "made")
    assert check_parliament(folder) == ()
    register = load_parliament(folder)
    varro = register.entity("arvonia-ilsa-varro")
    assert (varro.kind, varro.wikidata, varro.provenance) == (
        EntityKind.PERSON,
        "Q77",
        "the gazette",
    )
    assert {(t.role, t.other) for t in register.tenures_of(varro.id)} == {
        ("member_of", "arvonia-dawn"),
        ("holds_office", "Speaker"),
    }
    assert register.holders("speaker", date(2020, 6, 30)) == (varro,)
    assert register.holders("speaker", date(2020, 7, 1)) == ()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_any_common_table_is_read(write, delimiter, encoding):
    text = delimiter.join(("List", "Mandates")) + "\r\n" + delimiter.join(("Dawn", "7")) + "\r\n"
    draft = import_table(write(text, encoding), "Arvonia", held_on=DAY)
    assert draft.elections[0].results == (("arvonia-dawn", 7),)


def test_seats_that_are_fewer_than_the_house_leave_the_rest_open(write, tmp_path):
    draft = import_table(write(SEATS), "Arvonia", chamber=Chamber("Diet", 120), held_on=DAY)
    folder = write_parliament(draft, tmp_path / "made")
    assert "open_seats = 20" in (folder / "parliament.toml").read_text(encoding="utf-8")
    assert check_parliament(folder) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", r"house\.csv has no column called name or party; its columns are none"),
        ("who,what\na,b\n", r"no column called name or party; its columns are who, what"),
        ("party,seats\nDawn,many\n", r"house\.csv:2: seats are a whole number, not 'many'"),
        ("party,seats\nDawn,-3\n", r"house\.csv:2: seats are a whole number, not '-3'"),
        ("party,seats\nDawn,3.5\n", r"house\.csv:2: seats are a whole number"),
        ("party,seats\nDawn,3\nDAWN,4\n", r"house\.csv:3: DAWN has seats in an earlier row"),
        ("name,kind\nDawn,elephant\n", r"house\.csv:2: no kind 'elephant'; known are"),
        ("name,from\nDawn,May 2018\n", r"house\.csv:2: .*write 2018, 2018-05 or 2018-05-12"),
        ("name,from,to\nDawn,2018,2017\n", r"house\.csv:2: "),
        ("name,party,office\n,,clerk\n", r"house\.csv:2: a row needs a name or a party"),
        ('party,seats\n"Dawn,3\n', r"house\.csv:\d+ is no CSV"),
        ('"party,seats\n', r"house\.csv:\d+ is no CSV"),
        ("name\nDawn\n", r"does not say how many seats there are; give --seats"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(write, text, said):
    with pytest.raises(RegisterError, match=said) as error:
        import_table(write(text), "Arvonia", held_on=DAY)
    assert "\n" not in str(error.value)


def test_seats_need_the_day_of_the_election(write):
    with pytest.raises(RegisterError, match=r"house\.csv has seats; say with --held-on when"):
        import_table(write(SEATS), "Arvonia")


def test_more_seats_than_the_house_has_are_refused(write):
    with pytest.raises(RegisterError, match="the lists hold 100 of 90 seats; correct --seats"):
        import_table(write(SEATS), "Arvonia", chamber=Chamber("Diet", 90), held_on=DAY)


def test_another_encoding_is_named(write):
    with pytest.raises(RegisterError, match=r"house\.csv is not UTF-8 \(byte \d+\)"):
        import_table(write(SEATS, "cp1256"), "Arvonia", held_on=DAY)


_WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "Zs", "P")), max_size=30)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(_WORDS, st.integers(0, 99)), min_size=1, max_size=8))
def test_whatever_the_names_a_table_is_refused_or_reads_back_alike(tmp_path_factory, rows):
    import csv

    place = tmp_path_factory.mktemp("any")
    with (place / "t.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("party", "seats"), *rows])
    try:
        draft = import_table(place / "t.csv", "Arvonia", held_on=DAY)
    except RegisterError:
        return
    register = load_parliament(write_parliament(draft, place / "made"))
    assert register.elections[0].results == draft.elections[0].results
    assert [each.name for each in register.own_entities] == [each.name for each in draft.entities]


def test_seats_of_nobody_are_refused_with_their_line(write):
    with pytest.raises(RegisterError, match=r"house\.csv:3: seats without a party"):
        import_table(write("party,seats\nDawn,3\n,4\n"), "Arvonia", held_on=DAY)


def test_independents_are_a_group_and_hold_their_seats(write, tmp_path):
    draft = import_table(write("party,seats\nDawn,3\nIndependents,2\n"), "Arvonia", held_on=DAY)
    assert [each.kind for each in draft.entities] == [EntityKind.PARTY, EntityKind.GROUP]
    assert check_parliament(write_parliament(draft, tmp_path / "made")) == ()


def test_a_long_table_is_read_in_a_moment(write):
    import time

    lines = [f"Member {n},Party {n % 40},M. {n}|Mem-{n}" for n in range(5000)]
    path = write("name,party,aliases\n" + "\n".join(lines))
    began = time.perf_counter()
    draft = import_table(path, "Arvonia", chamber=Chamber("Diet", 5000))
    assert (len(draft.entities), len(draft.aliases)) == (5040, 10000)
    assert time.perf_counter() - began < 5
