"""A ledger in another database, and as lines of JSON: every row as it was."""

import json

import pytest
from sqlalchemy import select

from kutla.errors import LedgerError
from kutla.ledger import Verdict, copying, open_ledger
from kutla.ledger.copying import copy, export_lines, import_lines
from kutla.ledger.reporting import report
from kutla.ledger.schema import TABLES
from support.diary import Diary, at


@pytest.fixture
def other(request, tmp_path):
    """An empty ledger in a database of the other kind than ``ledger``'s."""
    is_postgres = "postgresql" in request.node.callspec.params.values()
    where = tmp_path / "other.db" if is_postgres else request.getfixturevalue("postgres").url()
    with open_ledger(where) as opened:
        yield opened


@pytest.fixture
def full(ledger, diary, add):
    add(ledger, diary, "2031-06-01")
    ledger.judge(Verdict.REJECT, diary.claims[0].id, judged_by="mb", recorded_at=at("2031-06-02"))
    ledger.record(diary.documents, None, diary.claims[:1], recorded_at=at("2031-06-03"), run="d/2")
    return ledger


def contents(ledger):
    with ledger.engine.connect() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table))]
            for table in TABLES
            if table.name != "shingles"
        }


def test_every_row_as_it_is_from_one_database_to_the_other(full, other):
    assert copy(full, other) > 0
    assert contents(other) == contents(full)
    assert other.claims(known_at=at("2031-06-01")) == full.claims(known_at=at("2031-06-01"))
    assert other.verify() == ()


def test_a_copy_goes_on_where_it_was_broken_off_and_follows_what_is_new(
    full, other, monkeypatch, diary
):
    monkeypatch.setattr(copying, "_AT_ONCE", 2)
    seen = []

    def stop(table, rows):
        seen.append(rows)
        if len(seen) == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy(full, other, said=stop)
    copy(full, other)
    assert contents(other) == contents(full)
    later = Diary()
    later.report("Post", "2031-06-05", "Dawn | seats | 48")
    full.record(later.documents, None, later.claims, recorded_at=at("2031-06-06"), run="d/2")
    copy(full, other)
    assert contents(other) == contents(full)
    assert copy(full, other) == 0
    # the copy is a ledger of its own: it numbers its own rows on
    more = Diary()
    more.report("Herald", "2031-06-07", "Dawn | seats | 49")
    other.record(more.documents, None, more.claims, recorded_at=at("2031-06-08"), run="d/2")
    assert other.verify() == ()


def test_onto_another_ledger_is_refused(full, other):
    strange = Diary()
    strange.report("Gull", "2031-05-01", "Harbour | seats | 9")
    other.record(strange.documents, None, strange.claims, recorded_at=at("2031-05-02"), run="d/9")
    before = contents(other)
    with pytest.raises(LedgerError, match="holds another ledger's"):
        copy(full, other)
    assert contents(other) == before


def test_out_and_in_again_is_the_same_ledger(full, other):
    lines = list(export_lines(full))
    assert import_lines(other, lines) == len(lines) - 1
    assert contents(other) == contents(full)
    assert list(export_lines(other)) == lines
    assert other.verify() == ()


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda lines: lines[:-1], "not whole .*missing: 1 judgements"),
        (lambda lines: lines[1:], "line 1: not an export"),
        (lambda lines: [*lines[:2], "{", *lines[2:]], "line 3: not JSON"),
        (lambda lines: [*lines[:2], "[]", *lines[2:]], "line 3: not a row"),
        (lambda lines: [*lines, '{"table": "x"}'], "no row of a ledger"),
        (lambda lines: [each.replace("Dawn", "Dusk") for each in lines], "is not what"),
        (lambda lines: [], "is empty"),
    ],
)
def test_an_export_that_is_damaged_leaves_the_ledger_empty(diary, add, tmp_path, harm, said):
    with open_ledger(tmp_path / "a.db") as ledger, open_ledger(tmp_path / "b.db") as target:
        add(ledger, diary)
        ledger.judge(
            Verdict.REJECT, diary.claims[0].id, judged_by="m", recorded_at=at("2031-06-02")
        )
        with pytest.raises(LedgerError, match=said):
            import_lines(target, harm(list(export_lines(ledger))), name="x.jsonl")
        assert not any(contents(target).values())


def test_a_claim_that_was_altered_on_the_way_is_refused(diary, add, tmp_path):
    with open_ledger(tmp_path / "a.db") as ledger, open_ledger(tmp_path / "b.db") as target:
        add(ledger, diary)
        lines = []
        for line in export_lines(ledger):
            row = json.loads(line)
            if row.get("table") == "claims":
                row["payload"] = row["payload"].replace('"value": 47', '"value": 74')
            lines.append(json.dumps(row))
        with pytest.raises(LedgerError, match=r"line \d+: claim .* is not what it was"):
            import_lines(target, lines)


def test_into_a_ledger_that_holds_something_nothing_is_imported(full, tmp_path, diary, add):
    lines = list(export_lines(full))
    with pytest.raises(LedgerError, match="is not empty"):
        import_lines(full, lines)


def test_the_report_counts_what_is_superseded_and_what_is_copied(full):
    found = report(full)
    assert {table.name: table.rows for table in found.tables}["documents"] == 3
    assert found.superseded == 3
    assert found.copies == 1
    assert 0 < found.copies_size < found.size
    assert [method for method, _ in found.runs] == ["diary/1", "d/2"]


OUTSIDE = {
    "document-altered": "UPDATE documents SET text = text || '.' WHERE sequence = 1",
    "claim-altered": "UPDATE claims SET subject = 'harbour' WHERE sequence = 1",
    "quote-not-found": "UPDATE documents SET text = 'x' WHERE sequence = 1",
    "rows-missing": "DELETE FROM judgements WHERE sequence = 1",
    "row-dangling": "DELETE FROM runs WHERE id = 1",
    "claim-unread": "DELETE FROM read_claims WHERE sequence = 1",
    "guard-gone": "SELECT * FROM claims",
}
TABLE_NAMES = {table.name for table in TABLES}


@pytest.mark.parametrize("code", OUTSIDE)
def test_verify_says_what_was_done_behind_its_back(diary, add, tmp_path, code):
    with open_ledger(tmp_path / "a.db") as ledger:
        add(ledger, diary)
        for _ in range(2):
            ledger.judge(
                Verdict.ACCEPT, diary.claims[0].id, judged_by="m", recorded_at=at("2031-06-02")
            )
        assert ledger.verify() == ()
        table = next(word for word in OUTSIDE[code].split() if word in TABLE_NAMES)
        raw = ledger.engine.raw_connection()
        raw.cursor().execute("PRAGMA foreign_keys = OFF")
        for action in ("update", "delete"):
            raw.cursor().execute(f"DROP TRIGGER {table}_no_{action}")
        raw.cursor().execute(OUTSIDE[code])
        raw.close()
        assert code in {problem.code for problem in ledger.verify()}
