"""``kutla register`` and ``kutla serve`` as a user types them."""

import csv
import json
import socket

import pytest

from kutla.cli import main


@pytest.fixture
def run(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        code = 0
        try:
            main(arguments)
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return run


def test_a_match_says_alias_rule_and_what_spoke_against_the_others(run):
    code, out, _ = run("register", "match", "President Barzani", "--valid-on", "2012-01-01")
    assert code == 0
    assert "iq-masoud-barzani" in out
    assert "by the recorded name Barzani" in out
    assert "against: iq-masrour-barzani: Masrour Barzani was not president" in out


def test_a_match_as_json_has_every_candidate(run):
    _, out, _ = run("register", "match", "Moqtadha Sadir", "-f", "json")
    (row,) = json.loads(out)
    assert (row["standing"], row["entity_id"]) == ("proposed", None)
    assert row["candidates"][0]["entity_id"] == "iq-muqtada-al-sadr"


def test_nobody_is_exit_code_1(run):
    code, out, _ = run("register", "match", "Quentin Oxley")
    assert (code, "no entity" in out) == (1, True)


def test_a_judgement_decides_until_it_is_undone(run):
    assert "may be" in run("register", "match", "Moqtadha Sadir")[1]
    code, out, _ = run(
        "register", "judge", "same", "Moqtadha Sadir", "Muqtada al-Sadr", "--by", "ana"
    )
    assert (code, "judgement 1" in out) == (0, True)
    assert "Moqtadha Sadir is Muqtada al-Sadr" in run("register", "match", "Moqtadha Sadir")[1]
    assert "ana: Moqtadha Sadir and iq-muqtada-al-sadr are same" in run("register", "judgements")[1]
    assert run("register", "undo", "1", "--by", "bo")[0] == 0
    assert "may be" in run("register", "match", "Moqtadha Sadir")[1]
    assert "no judgement about a name" in run("register", "judgements")[1]


def test_resolver_lines_go_from_ledger_to_ledger(run, tmp_path):
    run("register", "judge", "different", "Halbousi", "iq-haibat-al-halbousi", "--by", "ana")
    run("register", "judge", "same", "iq-fatah", "The Openers", "--by", "ana")
    assert "2 lines" in run("register", "export-resolver", "-o", "r.ijson")[1]
    lines = [json.loads(line) for line in (tmp_path / "r.ijson").read_text().splitlines()]
    assert [line[:3] for line in lines] == [
        ["iq-haibat-al-halbousi", "name:Halbousi", "negative"],
        ["iq-fatah", "name:The Openers", "positive"],
    ]
    told = run("register", "import-resolver", "r.ijson", "--ledger", "other.db")[1]
    assert "2 judgements recorded, 0 known" in told
    again = run("register", "import-resolver", "r.ijson", "--ledger", "other.db")[1]
    assert "0 judgements recorded, 2 known" in again
    assert "iq-fatah" in run("register", "match", "The Openers", "--ledger", "other.db")[1]
    out = run("register", "export-resolver", "--ledger", "other.db")[1]
    assert out == (tmp_path / "r.ijson").read_text()


def test_two_names_and_a_table_of_pairs_are_compared(run, tmp_path):
    code, out, _ = run("register", "compare", "مقتدى الصدر", "Moktada Sadr")
    assert (code, "same (decided)" in out) == (0, True)
    with (tmp_path / "pairs.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["left", "right", "same"])
        table.writerow(["Greta Hansson", "Greta Hanson", "yes"])
        table.writerow(["Badr", "Sadr", "no"])
        table.writerow(["Greta Hansson", "Olga Kern", "yes"])
    out = run("register", "compare", "pairs.csv")[1]
    assert "missed: Greta Hansson | Olga Kern" in out
    assert "3 pairs: precision 1.000, recall 0.500, F1 0.667; 0 wrong automatic merges" in out
    _, out, _ = run("register", "compare", "pairs.csv", "-f", "csv")
    assert len(out.splitlines()) == 4


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["match", "Nasr", "--kind", "wizard"], "no kind 'wizard'"),
        (["match", "Nasr", "--valid-on", "soon"], "no day"),
        (["match", "Nasr", "--parliament", "atlantis"], "no parliament 'atlantis'"),
        (["judge", "same", "…", "Nasr"], "has letters"),
        (["judge", "same", "iq-nasr", "Nasr"], "one already"),
        (["undo", "4"], "no such ledger"),
        (["judgements"], "no such ledger"),
        (["export-resolver"], "no such ledger"),
        (["import-resolver", "gone.ijson"], "gone.ijson"),
        (["compare", "gone.csv"], "no such table of pairs"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(run, arguments, said):
    code, out, err = run("register", *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.splitlines()) == 1


def test_a_table_that_is_none_is_refused_with_its_line(run, tmp_path):
    (tmp_path / "a.csv").write_text("one,two\n")
    (tmp_path / "b.csv").write_text("left,right,same\nA,B,perhaps\n")
    (tmp_path / "c.csv").write_bytes(b"left,right,same\n\xff\xff,B,yes\n")
    (tmp_path / "d.csv").write_text("left,right,same,on\nA,B,yes,May\n")
    assert "a.csv:1: no table of pairs" in run("register", "compare", "a.csv")[2]
    assert "b.csv:2: same is 'perhaps'" in run("register", "compare", "b.csv")[2]
    assert "c.csv cannot be read" in run("register", "compare", "c.csv")[2]
    assert "d.csv cannot be read" in run("register", "compare", "d.csv")[2]


def test_an_undo_of_nothing_is_refused(run):
    run("register", "judge", "unsure", "The Openers", "iq-fatah", "--by", "ana")
    code, _, err = run("register", "undo", "9")
    assert (code, "no judgement 9" in err) == (2, True)


def test_the_served_register_follows_the_judgements(tmp_path):
    from datetime import UTC, datetime

    from kutla.cli.serve import _register_of
    from kutla.ledger import Verdict, open_ledger

    ledger = tmp_path / "k.db"
    register_now = _register_of("iraq", ledger)
    assert register_now().match("The Openers").entity_id is None
    with open_ledger(ledger) as held:
        made = held.judge(
            Verdict.SAME,
            "The Openers",
            other="iq-fatah",
            judged_by="ana",
            recorded_at=datetime(2026, 1, 1, tzinfo=UTC),
        )
        assert register_now().match("The Openers").entity_id == "iq-fatah"
        assert register_now() is register_now()
        held.judge(
            Verdict.UNDO,
            str(made.number),
            judged_by="ana",
            recorded_at=datetime(2026, 1, 2, tzinfo=UTC),
        )
    assert register_now().match("The Openers").entity_id is None


def test_a_port_that_is_taken_is_one_sentence(run):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        code, _, err = run("serve", "--port", str(taken.getsockname()[1]))
    assert code == 2
    assert "cannot be listened on" in err
    assert len(err.splitlines()) == 1


def test_a_host_that_is_none_is_one_sentence(run):
    code, _, err = run("serve", "--host", "no such host", "--port", "0")
    assert (code, "cannot be listened on" in err) == (2, True)
