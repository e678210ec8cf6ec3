"""The command line: what it prints, what it refuses and how, and its exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kutla.example import write_example

NOTHING, BAD_INPUT, SOME_SET_ASIDE = 1, 2, 3


def kutla(*arguments: object, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from kutla.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("press")
    write_example(folder)
    return folder


@pytest.fixture(scope="module")
def briefed(example: Path) -> subprocess.CompletedProcess[str]:
    return kutla("brief", example / "iraq", "-o", "b.html", "--ledger", "l.db", folder=example)


def test_a_brief_is_printed_and_written(example: Path, briefed) -> None:
    assert briefed.returncode == 0, briefed.stderr
    for title in ("WHO HOLDS WHAT", "WHO CAN REACH THE QUOTA", "WHAT COMES NEXT", "Evidence"):
        assert title in briefed.stdout
    page = (example / "b.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "<script" not in page
    assert "http://" not in page.split("<main")[0]


def test_every_number_links_to_a_claim(example: Path, briefed) -> None:
    import re

    page = (example / "b.html").read_text(encoding="utf-8")
    linked = set(re.findall(r'href="#(claim-\d+)"', page))
    there = set(re.findall(r'id="(claim-\d+)"', page))
    assert linked
    assert linked <= there


def test_the_parts_come_as_json(example: Path, briefed) -> None:
    claims = kutla("claims", "--ledger", "l.db", "--kind", "seats", "-f", "jsonl", folder=example)
    first = json.loads(claims.stdout.splitlines()[0])
    assert list(first)[:10] == [
        "kind", "subject", "object", "value", "total", "polarity", "modality", "source", "date", "quote",
    ]  # fmt: skip
    state = json.loads(kutla("state", "--ledger", "l.db", "-f", "json", folder=example).stdout)
    assert {"kind", "standing", "readings", "reason"} <= set(state[0])
    sets = json.loads(kutla("coalitions", "--ledger", "l.db", "-f", "json", folder=example).stdout)
    assert all(each["seats"] >= each["quota"] for each in sets)


def test_what_was_known_early_says_less(example: Path, briefed) -> None:
    early = kutla(
        "state", "--ledger", "l.db", "--valid-on", "2018-06-30", "--known-at", "2018-06-30",
        "-f", "json", folder=example,
    )  # fmt: skip
    late = kutla("state", "--ledger", "l.db", "-f", "json", folder=example)
    assert 0 < len(json.loads(early.stdout)) < len(json.loads(late.stdout))
    assert "Kadhimi" not in early.stdout


def test_a_ledger_of_another_parliament_is_refused_and_left_as_it_is(
    example: Path, briefed
) -> None:
    before = (example / "l.db").read_bytes()
    republic = example / "republic"
    for command in (("brief", republic / "press", "-o", "r.html"), ("state",), ("coalitions",)):
        done = kutla(
            *command, "--parliament", republic / "parliament", "--ledger", "l.db", folder=example
        )
        assert done.returncode == BAD_INPUT
        assert "was read for another parliament" in done.stderr.replace("were", "was")
        assert "--ledger" in done.stderr
    assert (example / "l.db").read_bytes() == before


def test_claims_of_a_file_need_no_ledger(example: Path) -> None:
    done = kutla("extract", example / "iraq" / "2018-05-19-results.txt", folder=example)
    assert done.returncode == 0
    kinds = {json.loads(line)["kind"] for line in done.stdout.splitlines()}
    assert "seats" in kinds


def bad(tmp_path: Path) -> dict[str, Path]:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "bare").mkdir()
    (tmp_path / "big.txt").write_bytes(b"word " * (11 * 1024 * 1024))
    return {each.stem: each for each in tmp_path.iterdir()}


@pytest.mark.parametrize("what", ["empty", "binary", "bare", "big"])
def test_a_file_that_is_no_article_gets_one_sentence(what: str, tmp_path: Path) -> None:
    done = kutla("extract", bad(tmp_path)[what], folder=tmp_path)
    assert done.returncode == NOTHING
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1
    assert what in lines[0]


def test_a_bad_file_does_not_stop_the_others(example: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    done = kutla(
        "extract", example / "iraq" / "2018-05-19-results.txt", tmp_path / "empty.txt",
        folder=tmp_path,
    )  # fmt: skip
    assert done.returncode == SOME_SET_ASIDE
    assert done.stdout
    assert "empty.txt" in done.stderr


def test_an_article_about_something_else_holds_no_claim(tmp_path: Path) -> None:
    (tmp_path / "match.txt").write_text(
        "Rovers beat Wanderers\n\nRovers joined the leaders on Saturday after a late goal.\n\n"
        "The captain leads the scorers with nine. He left the field to applause.\n"
    )
    done = kutla("extract", "match.txt", folder=tmp_path)
    assert done.returncode == NOTHING
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("state", "--ledger", "none.db"), "no such ledger"),
        (("brief", ".", "--parliament", "atlantis"), "atlantis"),
        (("brief", ".", "--valid-on", "soon"), "--valid-on"),
        (("brief", ".", "--known-at", "soon"), "--known-at"),
        (("claims", "--kind", "gossip"), "gossip"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(arguments, says: str, tmp_path: Path) -> None:
    done = kutla(*arguments, folder=tmp_path)
    assert done.returncode == BAD_INPUT
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_stops_early_is_no_fault(example: Path) -> None:
    script = (
        f"{sys.executable} -c 'from kutla.cli import main; main()' extract "
        f"{example / 'iraq'} | head -n 1"
    )
    done = subprocess.run(
        ["bash", "-c", script], cwd=example, capture_output=True, text=True, check=False
    )
    assert done.stdout.count("\n") == 1
    assert "Traceback" not in done.stderr
