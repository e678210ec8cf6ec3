"""``kutla parliament``: list, show, check, new and the four imports, as a user calls them."""

import contextlib
import io
import json
from pathlib import Path

import pytest

from kutla.cli.main import main

POPOLO = {
    "persons": [{"id": "1", "name": "Ilsa Varro"}],
    "organizations": [
        {"id": "h", "classification": "legislature", "name": "Diet", "seats": 50},
        {"id": "d", "classification": "party", "name": "Dawn"},
    ],
    "memberships": [{"person_id": "1", "organization_id": "h", "on_behalf_of_id": "d"}],
}
ITEM = {"type": "item", "id": "Q42", "labels": {"en": {"value": "Ilsa Varro"}}, "claims": []}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KUTLA_PARLIAMENTS", raising=False)
    return tmp_path


def run(*arguments: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code: object = 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main(("parliament", *arguments))
        except SystemExit as end:
            code = end.code or 0
    return int(str(code)), out.getvalue(), " ".join(err.getvalue().split())


def test_a_parliament_is_begun_filled_checked_listed_and_shown(here):
    code, out, _ = run(
        "new", "arvonia", "--country", "Arvonia", "--chamber", "Diet", "--seats", "9"
    )
    assert (code, out.split(":")[0]) == (0, "parliaments/arvonia")
    assert run("check", "arvonia")[:2] == (0, "arvonia: nothing is wrong\n")
    with (here / "parliaments/arvonia/entities.csv").open("a", encoding="utf-8") as file:
        file.write("dawn,party,Dawn,,,,the gazette\nilsa,person,Ilsa Varro,,,,the gazette\n")
    with (here / "parliaments/arvonia/tenures.csv").open("a", encoding="utf-8") as file:
        file.write("ilsa,leads,dawn,2018,2019,the gazette\n")
    assert run("check", "arvonia")[0] == 0
    listed = run("list")[1]
    assert (
        "arvonia (parliaments/arvonia): Diet, 9 seats, 1 people, 1 lists, parties and groups"
        in listed
    )
    assert "iraq: Council of Representatives" in listed
    assert "led by Ilsa Varro" in run("show", "arvonia", "--valid-on", "2018-06-01")[1]
    assert "led by" not in run("show", "arvonia", "--valid-on", "2020-06-01")[1]


def test_one_of_ones_own_comes_before_the_shipped_one_of_its_name():
    run("new", "spain", "--seats", "7")
    assert "spain (parliaments/spain): Parliament, 7 seats" in run("list")[1]
    assert run("show", "Spain")[1].startswith("Spain: Parliament, 7 seats")


def test_other_places_are_searched_that_the_environment_names(here, monkeypatch):
    run("new", "arvonia", "--to", "elsewhere/arvonia")
    assert run("show", "arvonia")[0] == 2
    monkeypatch.setenv("KUTLA_PARLIAMENTS", str(here / "elsewhere"))
    assert run("show", "arvonia")[0] == 0


def test_a_broken_one_does_not_hide_the_others(here):
    run("new", "arvonia")
    run("new", "zealia")
    with (here / "parliaments/arvonia/entities.csv").open("a", encoding="utf-8") as file:
        file.write("dawn,elephant,Dawn,,,,the gazette\n")
    code, out, err = run("list")
    assert code == 3
    assert "zealia (parliaments/zealia)" in out
    assert "arvonia cannot be loaded: entities.csv:2: no kind 'elephant'" in err
    code, out, err = run("check", "arvonia")
    assert (code, err) == (2, "arvonia: one thing is wrong")
    assert out.startswith("entities.csv:2: no kind 'elephant'; known are ")


def test_a_country_of_parlgov_is_imported_and_works_at_once():
    code, out, _ = run("import", "parlgov", "Portugal", "--since", "2000")
    assert code == 0
    assert out.startswith("parliaments/portugal: ")
    assert "CC0" in out
    assert run("check", "portugal")[0] == 0
    assert "Socialist Party" in run("show", "portugal")[1]


def test_popolo_and_wikidata_are_imported(here):
    (here / "p.json").write_text(json.dumps(POPOLO), encoding="utf-8")
    code, out, _ = run("import", "popolo", "p.json", "--country", "Moldova")
    assert (code, out) == (
        0,
        "parliaments/moldova: 2 entities, 0 more names, 0 elections, 0 cabinets, 1 ties\n",
    )
    (here / "d.json").write_text(f"[\n{json.dumps(ITEM)}\n]\n", encoding="utf-8")
    (here / "ids.txt").write_text("Q42 Q43\n", encoding="utf-8")
    code, out, _ = run(
        "import", "wikidata", "d.json", "--country", "Oman", "--ids", "ids.txt", "--seats", "90"
    )
    assert code == 0
    assert "parliaments/oman: 1 entities" in out
    assert "not made: Q43" in out


def test_a_table_is_imported_with_its_election(here):
    (here / "t.csv").write_text("party,seats\nDawn,4\nDusk,3\n", encoding="utf-8")
    arguments = ("import", "csv", "t.csv", "--country", "Karvenia", "--held-on", "2020-05-03")
    assert run(*arguments)[0] == 0
    assert "2020-05-03: Dawn 4, Dusk 3" in run("show", "karvenia")[1]
    code, _, err = run(*arguments)
    assert (code, "already exists and is not empty; give another place with --to" in err) == (
        2,
        True,
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "nowhere"), "no parliament 'nowhere'; known are belgium, germany, iraq"),
        (("check", "nowhere"), "no parliament 'nowhere'"),
        (("show", "iraq", "--valid-on", "soon"), "'soon' is no day; write it as 2018-09-01"),
        (("new", "My Land"), "'My Land' is no name for a folder; write 'my-land'"),
        (("new", "a/b"), "'a/b' is no name for a folder"),
        (("import", "parlgov", "Utopia"), "ParlGov has no country 'Utopia'; it has Australia"),
        (("import", "parlgov", "Spain", "--since", "2050"), "no election of Spain since 2050"),
        (("import", "popolo", "no.json"), "no.json cannot be read"),
        (("import", "popolo", "bad.txt"), "bad.txt is not JSON"),
        (("import", "csv", "no.csv", "--country", "X"), "no.csv cannot be read"),
        (("import", "csv", "bad.txt", "--country", "X"), "no column called name or party"),
        (("import", "csv", "t.csv", "--country", "", "--held-on", "2020"), "is no day"),
        (("import", "csv", "t.csv", "--country", "", "--held-on", "2020-01-01"), "--country is empty"),
        (("import", "wikidata", "bad.txt", "--country", "X", "--ids", "bad.txt", "--seats", "3"), "no Wikidata id"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_sentence_and_exit_code_2(here, arguments, said):
    (here / "bad.txt").write_text("this is no data\n", encoding="utf-8")
    (here / "t.csv").write_text("party,seats\nDawn,4\n", encoding="utf-8")
    code, _, err = run(*arguments)
    assert code == 2
    assert said in err
    assert "Traceback" not in err
    assert not (here / "parliaments").exists()


def test_rows_come_as_json():
    rows = json.loads(run("list", "-f", "json")[1])
    assert {row["name"]: row["seats"] for row in rows}["lebanon"] == 128
    shown = json.loads(run("show", "sweden", "-f", "json")[1])
    assert {"id", "kind", "name", "names", "ties", "source"} <= set(shown[0])
