"""``kutla review`` on the command line, with the questions that show what it did."""

import contextlib
import io
import json
from pathlib import Path

import pytest

from kutla.cli.main import main
from kutla.example import write_example


def kutla(*arguments):
    out, err = io.StringIO(), io.StringIO()
    code = 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main([str(each) for each in arguments])
        except SystemExit as end:
            code = end.code or 0
    return code, out.getvalue(), err.getvalue()


@pytest.fixture(scope="module")
def pressed(tmp_path_factory):
    """The republic's press in a ledger: copied for each test that writes."""
    folder = tmp_path_factory.mktemp("press")
    write_example(folder)
    with contextlib.chdir(folder):
        place = "republic/parliament"
        code, _, err = kutla(
            "brief", "republic/press", "-p", place, "--ledger", "l.db", "-o", "b.html"
        )
    assert code == 0, err
    return folder


@pytest.fixture
def ask(pressed, tmp_path, monkeypatch):
    import shutil

    shutil.copytree(pressed, tmp_path / "world")
    monkeypatch.chdir(tmp_path / "world")

    def asked(*arguments):
        place = [] if arguments[:2] == ("review", "log") else ["-p", "republic/parliament"]
        return kutla(*arguments, "--ledger", "l.db", *place)

    return asked


def first_contested(ask):
    rows = json.loads(ask("claims", "--contested", "--json")[1])
    leading = rows[0]["fact"]
    return [row for row in rows if row["fact"] == leading]


def test_the_queue_begins_with_what_is_doubtful(ask):
    code, out, _ = ask("review", "list", "--limit", 3, "--json")
    rows = json.loads(out)
    assert code == 0
    assert [row["urgency"] for row in rows] == sorted((r["urgency"] for r in rows), reverse=True)
    assert all(row["review"] for row in rows)
    code, out, _ = ask("review", "list", "--limit", 3)
    assert "claims to look at, and" in out


def test_rejecting_all_of_one_side_settles_and_undoing_contests_again(ask):
    sides = first_contested(ask)
    reading = sides[-1]["reading"]
    wrong = [row["id"] for row in sides if row["reading"] == reading]
    for id_ in wrong:
        code, out, err = ask("review", "reject", id_, "--by", "mb", "--reason", "misread")
        assert code == 0, err
    assert "turned: " in out
    assert "[contested → " in out
    assert all(
        row["fact"] != sides[0]["fact"]
        for row in json.loads(ask("claims", "--contested", "--json")[1] or "[]")
    )
    code, out, _ = ask("review", "log")
    assert out.count("mb rejected claim") == len(wrong)
    code, out, _ = ask("review", "undo", len(wrong), "--by", "ak")
    assert "newly contested" in out
    assert "[taken back by ak" in ask("review", "log")[1]


def test_why_says_of_a_claim_that_does_not_count_why_it_does_not(ask):
    row = first_contested(ask)[0]
    ask("review", "reject", row["id"], "--by", "mb", "--reason", "misread")
    code, out, err = ask("why", row["id"])
    assert (code, out) == (1, "")
    assert f"claim {row['id']} was rejected by mb (judgement 1): misread" in err
    ask("review", "undo", 1)
    ask("review", "correct", row["id"], "--polarity", "denied", "--by", "ak")
    other = json.loads(ask("review", "log", "--json")[1])[-1]["other"]
    assert f"claim {other} counts in its place" in ask("why", row["id"])[2]
    ask("review", "undo", 3)
    assert "entered in review, and that was undone" in ask("why", other)[2]
    assert "does not bear on 1990-01-01" in ask("why", row["id"], "--valid-on", "1990-01-01")[2]


def test_accepting_says_what_it_weighs_now(ask):
    row = first_contested(ask)[0]
    code, out, _ = ask("review", "accept", row["id"], "--by", "mb")
    assert code == 0
    assert "is accepted, says mb" in out
    assert "+2.2" in out
    shown = json.loads(ask("why", row["fact"], "--json")[1])[0]
    weights = {c["id"]: c["weight"] for side in shown["readings"] for c in side["claims"]}
    assert weights[row["id"]] == 2.2


def test_correcting_puts_another_claim_in_the_place(ask):
    row = json.loads(ask("claims", "--kind", "seats", "--json")[1])[0]
    code, out, err = ask("review", "correct", row["id"], "--value", row["value"] + 1, "--by", "mb")
    assert code == 0, err
    assert "counts in its place" in out
    rows = json.loads(ask("claims", "--kind", "seats", "--json")[1])
    assert row["id"] not in {each["id"] for each in rows}
    assert row["value"] + 1 in {each["value"] for each in rows if each["subject"] == row["subject"]}
    before = json.loads(ask("claims", "--kind", "seats", "--json", "--known-at", "2026-01-01")[1])
    assert before  # the published clock: old papers loaded today, as they are judged today


def test_a_claim_is_added_from_a_document_a_file_and_an_address(ask):
    row = json.loads(ask("claims", "--kind", "seats", "--json")[1])[0]
    common = ("--kind", "seats", "--subject", row["subject"], "--value", 7, "--by", "mb")
    code, _, err = ask("review", "add", row["document"], *common, "--quote", row["quote"])
    assert code == 0, err
    code, _, err = ask("review", "add", row["address"], *common, "--quote", "never said")
    assert (code, "quote it verbatim" in err) == (2, True)
    text = "The Assembly met on Monday.\n\nThe parliament heard that the Harbour party has 7 seats now, a minister said."
    Path("own.txt").write_text(text, encoding="utf-8")
    code, _, err = ask("review", "add", "own.txt", *common, "--quote", "has 7 seats now")
    assert code == 0, err
    page = ("https://example.org/1", "--outlet", "Gazette", "--published", "2031-06-01")
    code, _, err = ask("review", "add", *page, *common, "--quote", "seven seats, no less")
    assert code == 0, err
    code, _, err = ask("review", "add", *page, *common, "--quote", "it holds seven")
    assert code == 0, err
    log = json.loads(ask("review", "log", "--json")[1])
    assert [each["verdict"] for each in log] == ["add"] * 4
    assert {each["claim"]["value"] for each in log} == {7}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("review", "accept", "zzz"), "no claim has the id 'zzz'"),
        (("review", "undo", 99), "no judgement 99"),
        (("review", "correct", "zzz", "--date", "soon"), "'soon' is no day"),
        (("review", "add", "nothing.txt", "--kind", "seats", "--subject", "X", "--quote", "y"), "nothing.txt"),
        (("diff",), "--since DAY"),
        (("diff", "--since", "2099-01-01"), "lies after"),
        (("timeline", "--from", "2031-02-01", "--until", "2031-01-01"), "lies before"),
        (("claims", "--about", "Nobody Such"), "nothing is said about"),
        (("why", "weather"), "no fact"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said_in_one_sentence(ask, arguments, said):
    code, _, err = ask(*arguments)
    assert code == 2
    assert said in err
    assert len(err.strip().splitlines()) == 1


def test_an_empty_answer_has_an_exit_code_of_its_own(ask):
    for arguments in (("review", "log"), ("claims", "--kind", "raids", "--until", "1999-01-01")):
        code, _, err = ask(*arguments)
        assert (code, err.startswith("kutla: ")) == (1, True)


def test_words_that_fit_several_facts_list_them(ask):
    code, out, _ = ask("why", "seats")
    assert code == 1
    assert "ask by id" in out
