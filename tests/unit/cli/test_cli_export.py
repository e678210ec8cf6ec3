"""``kutla export`` and ``kutla import`` on the command line: files written, faults told, exit codes."""

import contextlib
import io
import json
from pathlib import Path

import pytest

from kutla.cli.main import main
from kutla.ledger import open_ledger
from support.republic import make_republic


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return make_republic(tmp_path_factory.mktemp("republic"))


@pytest.fixture
def kutla(place, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ledger, parliament = place

    def call(*arguments, ledger=ledger):
        out, err = io.StringIO(), io.StringIO()
        code = 0
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                main([*map(str, arguments), "-p", parliament, "--ledger", str(ledger)])
            except SystemExit as end:
                code = end.code or 0
        return code, out.getvalue(), err.getvalue()

    return call


def counted(ledger):
    with open_ledger(ledger) as held:
        return len(held.claims()), len(held.documents())


@pytest.mark.parametrize(
    ("form", "begins"),
    [
        ("jsonl", b'{"kind"'), ("csv", b"id,kind"), ("xlsx", b"PK"), ("parquet", b"PAR1"),
        ("ftm", b'{"id"'), ("popolo", b"{\n"), ("gexf", b"<?xml"), ("annotations", b"{\n"),
    ],
)  # fmt: skip
def test_every_form_is_written_to_a_file(kutla, form, begins):
    code, out, err = kutla("export", "--format", form, "-o", "out")
    assert (code, out, err) == (0, "", "written: out\n")
    assert Path("out").read_bytes().startswith(begins)


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_all_tables_go_into_a_folder(kutla, form):
    code, _, err = kutla("export", "--format", form, "--table", "all", "-o", "tables")
    assert (code, err.count("written:")) == (0, 6)
    names = {path.name for path in Path("tables").iterdir()}
    assert names == {
        f"{name}.{form}" for name in ("claims", "facts", "seats", "blocs", "timeline", "documents")
    }


def test_a_form_that_needs_a_file_asks_for_one(kutla):
    for call, what in (
        (("--format", "xlsx"), "a file"),
        (("--format", "csv", "--table", "all"), "a folder"),
    ):
        code, _, err = kutla("export", *call)
        assert (code, f"writes {what}; name it with --output" in err) == (2, True)


def test_a_place_that_cannot_be_written_is_said_in_one_sentence(kutla):
    for form in ("csv", "parquet", "xlsx", "gexf"):
        code, _, err = kutla("export", "--format", form, "-o", "no/such/folder/t")
        assert (code, err) == (2, "kutla: no/such/folder/t: No such file or directory\n")


def test_what_is_exported_is_imported_and_twice_adds_nothing(kutla, place):
    kutla("export", "--format", "jsonl", "--with-documents", "-o", "all.jsonl")
    code, out, err = kutla("import", "all.jsonl", ledger="new.db")
    assert (code, err) == (0, "")
    assert out == "new.db: 7 new claims (0 known), 4 new documents\n"
    assert (
        "0 new claims (7 known), 0 new documents"
        in kutla("import", "all.jsonl", ledger="new.db")[1]
    )
    assert counted("new.db") == counted(place[0])
    held = [kutla("export", "-f", "jsonl", ledger=each)[1] for each in ("new.db", place[0])]
    assert held[0] == held[1]


def test_a_faulty_line_lets_nothing_in_unless_told_to_go_on(kutla):
    good = {"kind": "seats", "subject": "Highland", "value": 3, "quote": "Highland has 3 seats",
            "url": "https://gazette.example/1"}  # fmt: skip
    lines = [
        json.dumps(good),
        "{",
        json.dumps({**good, "value": None}),
        json.dumps({**good, "kind": "joy"}),
    ]
    Path("c.jsonl").write_text("\n".join(lines), encoding="utf-8")
    code, out, err = kutla("import", "c.jsonl", ledger="new.db")
    told = err.splitlines()
    assert (code, out) == (2, "")
    assert [line.partition("c.jsonl, ")[2][:6] for line in told[:3]] == [
        "line 2",
        "line 3",
        "line 4",
    ]
    assert "nothing was recorded" in told[3]
    assert counted("new.db") == (0, 0)
    code, out, _ = kutla("import", "c.jsonl", "--keep-going", ledger="new.db")
    assert (code, "1 new claims" in out) == (3, True)
    assert counted("new.db") == (1, 1)


def test_a_file_without_claims_is_nothing(kutla):
    Path("none.jsonl").write_text("\n", encoding="utf-8")
    code, _, err = kutla("import", "none.jsonl", ledger="new.db")
    assert (code, "hold no claim" in err) == (1, True)


def test_many_faults_are_told_in_part(kutla):
    Path("c.jsonl").write_text("{\n" * 30, encoding="utf-8")
    _, _, err = kutla("import", "c.jsonl", ledger="new.db")
    assert "and 10 more faulty lines" in err
