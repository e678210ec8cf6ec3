"""``kutla coalitions``, ``power`` and ``whatif`` on a table of seats and on a ledger."""

import contextlib
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from kutla.cli.main import main
from kutla.example import write_example

HOUSE = """list,seats,position
Harbour,40,-2
Meadow,35,2
Orchard,15,0
Lantern,10,-1
"""
RULE = ("--rule", "Harbour refuses Meadow")


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    (tmp_path / "house.csv").write_text(HOUSE, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code: object = 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main(arguments)
        except SystemExit as end:
            code = end.code or 0
    return int(str(code)), out.getvalue(), " ".join(err.getvalue().split())


def answer(*arguments: str) -> str:
    code, out, err = run(*arguments)
    assert code == 0, err
    return " ".join(out.split())


def rows(*arguments: str) -> list[dict[str, object]]:
    code, out, err = run(*arguments, "--format", "json")
    assert code == 0, err
    found: list[dict[str, object]] = json.loads(out)
    return found


ON = ("--seats", "house.csv")


def test_sets_that_reach_the_quota_under_a_refusal(house: Path) -> None:
    said = answer("coalitions", *ON, *RULE)
    assert "4 lists with 100 seats; 51 are needed." in said
    assert "3 sets of lists win; 2 of them can spare none of their lists." in said
    assert "Every one of them needs Orchard." in said
    lists = [row["lists"] for row in rows("coalitions", *ON, *RULE)]
    assert lists == [["Harbour", "Orchard"], ["Meadow", "Orchard", "Lantern"]]


def test_all_sets_not_only_the_minimal_ones(house: Path) -> None:
    assert len(rows("coalitions", *ON, *RULE, "--all")) == 3
    assert len(rows("coalitions", *ON, *RULE, "--all", "--limit", "1")) == 1


def test_the_order_can_be_chosen(house: Path) -> None:
    first, *_ = rows("coalitions", *ON, "--by", "surplus")
    assert first["surplus"] == 4
    first, *_ = rows("coalitions", *ON, "--by", "members")
    assert len(first["lists"]) == 2
    code, _, err = run("coalitions", *ON, "--by", "beauty")
    assert code == 2
    assert "beauty" in err
    assert "members" in err


def test_another_quota(house: Path) -> None:
    assert {row["quota"] for row in rows("coalitions", *ON, "--quota", "2/3")} == {67}
    assert {row["quota"] for row in rows("coalitions", *ON, "--chamber", "120")} == {61}


def test_draws_are_the_same_for_the_same_seed(house: Path) -> None:
    drawn = ("coalitions", *ON, "--sample", "20", "--seed", "4", "--all")
    assert rows(*drawn) == rows(*drawn)
    assert len(rows(*drawn)) == 20


def test_rules_with_chances_give_chances(house: Path) -> None:
    asked = (*RULE, "--rule", "Meadow holds 20 with 25%", "--rule", "Lantern comes with 80%")
    [first, second] = rows("coalitions", *ON, *asked)
    assert (first["lists"], first["governs"]) == (["Harbour", "Orchard"], 1.0)
    assert second["governs"] == pytest.approx(0.75 * 0.8)
    said = answer("coalitions", *ON, *asked, "--draws", "400")
    assert "Over 400 draws" in said
    assert "±" in said


def test_support_from_outside_is_told_apart(house: Path) -> None:
    lists = [
        row["lists"]
        for row in rows("coalitions", *ON, *RULE, "-r", "Orchard supports from outside")
    ]
    assert ["Harbour", "Orchard (outside)"] in lists
    said = answer("coalitions", *ON, *RULE, "-r", "Orchard abstains", "-r", "vote simple")
    assert "101 votes, a yes counted twice and an abstention once are needed" in said
    assert "Harbour 40, Orchard (abstains) 15" in said


def test_drawings_are_svg(house: Path) -> None:
    answer("coalitions", *ON, *RULE, "--svg", "bars.svg", "--lattice", "sets.svg")
    for name in ("bars.svg", "sets.svg"):
        drawn = ET.fromstring((house / name).read_text(encoding="utf-8"))
        assert drawn.tag.endswith("svg")
        assert "Orchard" in ET.tostring(drawn, encoding="unicode")


def test_power_as_shares(house: Path) -> None:
    found = {row["list"]: row for row in rows("power", *ON, *RULE)}
    # Swings, by hand: HO, MOL and HOL win. Orchard swings in 3, Harbour in 2, Meadow, Lantern in 1.
    assert found["Orchard"]["Banzhaf"] == pytest.approx(3 / 7)
    assert found["Harbour"]["Banzhaf"] == pytest.approx(2 / 7)
    assert "restricted" in answer("power", *ON, *RULE, "--meaning", "restricted", "-i", "johnston")


def test_what_a_rule_changes(house: Path) -> None:
    said = answer("whatif", *ON, *RULE)
    assert "Before: 7 sets of lists win" in said
    assert "After: 3 sets of lists win" in said
    assert "Newly needed by all: Orchard." in said
    assert "No longer possible" in said


def test_the_fewest_steps(house: Path) -> None:
    said = answer("whatif", *ON, *RULE, "--govern", "Harbour, Meadow")
    assert "1 step: Harbour and Meadow give up their refusal" in said


def test_a_race_of_two_blocs(house: Path) -> None:
    raced = rows("whatif", *ON, "--race", "Harbour", "--race", "Meadow")
    assert {row["list"] for row in raced} == {"Orchard", "Lantern"}
    said = answer("whatif", *ON, "--race", "Harbour", "--race", "Meadow")
    assert "The undecided can go 9 ways" in said
    code, _, err = run("whatif", *ON, "--race", "Harbour")
    assert (code, "two blocs" in err) == (2, True)


def test_votes_become_seats_and_then_a_question(house: Path) -> None:
    (house / "votes.csv").write_text(
        "list,votes\nHarbour,400000\nMeadow,350000\nOrchard,150000\nLantern,20000\n",
        encoding="utf-8",
    )
    asked = ("whatif", "--votes", "votes.csv", "--method", "dhondt", "--threshold", "5")
    said = answer(*asked, "--chamber", "101")
    assert "Below the threshold: Lantern." in said
    seats = {row["list"]: row["seats"] for row in rows(*asked, "--chamber", "101")}
    assert seats == {"Harbour": 45, "Meadow": 39, "Orchard": 17, "Lantern": 0}
    said = answer(*asked, "--chamber", "101", *RULE)
    assert "101 seats by dhondt" in said
    assert "Newly needed by all: Orchard." in said
    assert run(*asked)[0] == 2


def test_a_tie_of_votes_is_shown(house: Path) -> None:
    (house / "votes.csv").write_text("list,votes\nHarbour,100\nMeadow,100\n", encoding="utf-8")
    asked = ("whatif", "--votes", "votes.csv", "--chamber", "3")
    assert "Votes tie for the last seats" in answer(*asked)
    assert [row["or"] for row in rows(*asked)] == [[1, 2], [1, 2]]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (b"", "is empty"),
        (b"list\nHarbour\n", "line 1: no columns `list` and `seats`"),
        (b"list,seats\nHarbour,many\n", "line 2: 'many' is no number of seats"),
        (b"list,seats\nHarbour,3\nharbour,4\n", "line 3: harbour stands twice"),
        (b"list,seats\n,3\n", "line 2: a list without a name"),
        (b"list,seats\n\xff,3\n", "is no UTF-8"),
    ],
)
def test_a_table_that_is_wrong_is_named_with_its_line(
    house: Path, table: bytes, message: str
) -> None:
    (house / "wrong.csv").write_bytes(table)
    code, out, err = run("coalitions", "--seats", "wrong.csv")
    assert (code, out) == (2, "")
    assert message in err
    assert "wrong.csv" in err


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("Harbour loves Meadow", "'Harbour loves Meadow'"),
        ("Harbour refuses Castle", "Castle"),
        ("Harbour holds 70 with 120%", "at most 100%"),
        ("lift Harbour, Meadow", "no refusal"),
        ("also 65% of population", "population"),
    ],
)
def test_a_rule_that_is_not_understood_says_what_would_be(
    house: Path, rule: str, message: str
) -> None:
    code, _, err = run("whatif", *ON, "--rule", rule)
    assert code == 2
    assert message in err
    assert err.count("kutla:") == 1


def test_nothing_asked_is_said(house: Path) -> None:
    code, _, err = run("whatif", *ON)
    assert (code, "say what changes" in err) == (2, True)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("press")
    write_example(folder)
    with contextlib.chdir(folder):
        assert run("brief", "iraq", "-o", "b.html", "--ledger", "l.db")[0] == 0
    return folder / "l.db"


def test_lists_of_a_ledger_answer_to_their_other_names(ledger: Path) -> None:
    asked = ("--ledger", str(ledger), "--rule", "Fateh, Hikma together")
    found = rows("coalitions", *asked)
    assert found
    for row in found:
        has = {name.split()[0] for name in row["lists"]} & {"Fatah", "National"}
        assert "National Wisdom Movement" in row["lists"] or "Fatah Alliance" not in row["lists"], (
            has
        )


def test_contested_figures_of_a_ledger_have_chances(ledger: Path) -> None:
    said = answer("coalitions", "--ledger", str(ledger), "--unsure")
    assert "WHAT IS NOT SURE" in said
    power = rows("power", "--ledger", str(ledger))
    assert sum(float(row["Banzhaf"]) for row in power) == pytest.approx(1)
