"""A ledger of every earlier schema is brought up to date with every row and answer kept."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from kutla.documents import Copy
from kutla.errors import LedgerVersionError
from kutla.ledger import Verdict, open_ledger
from kutla.ledger.migrate import head
from support.diary import Diary, at

SCHEMAS = sorted(Path(__file__).with_name("schemas").glob("*.sql"))


@pytest.fixture(params=SCHEMAS, ids=lambda path: path.stem)
def old(request, tmp_path):
    path = tmp_path / "old.db"
    shell = sqlite3.connect(path)
    shell.executescript(request.param.read_text(encoding="utf-8"))
    shell.close()
    return path


def rows(path):
    shell = sqlite3.connect(path)
    tables = ("runs", "documents", "stories", "readings", "claims", "read_claims", "judgements")
    found = {table: shell.execute(f"SELECT * FROM {table}").fetchall() for table in tables}
    shell.close()
    return found


def test_every_schema_but_the_present_one_has_its_ledger_here():
    assert [path.stem for path in SCHEMAS] == [f"{n:04}" for n in range(1, int(head()))]


def test_every_row_and_answer_is_kept(old):
    before = rows(old)
    with open_ledger(old) as ledger:
        assert ledger.verify() == ()
        assert len(ledger.documents()) == 3
        assert len(ledger.claims(known_at=at("2031-06-02"))) == 4
        assert len(ledger.claims()) == 3  # the second reading of the first report found one of two
        assert ledger.judgements()[0].verdict is Verdict.REJECT
        (story,) = (each for each in ledger.stories() if len(each.document_ids) > 1)
        assert story.copies == (Copy(*story.document_ids, "copy", 0.8),)
    assert rows(old) == before


def test_it_grows_on_and_is_guarded_as_a_new_one(old):
    diary = Diary()
    diary.report("Post", "2031-06-05", "Dawn | seats | 48")
    with open_ledger(old) as ledger:
        ledger.record(diary.documents, None, diary.claims, recorded_at=at("2031-06-06"), run="d/2")
        assert len(ledger.documents()) == 4
        for statement in ("DELETE FROM copies", "REPLACE INTO runs SELECT * FROM runs"):
            with (
                pytest.raises(DBAPIError, match="only grows"),
                ledger.engine.begin() as connection,
            ):
                connection.execute(text(statement))


def test_one_of_a_later_kutla_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "later.db"
    open_ledger(path).close()
    shell = sqlite3.connect(path)
    shell.execute("UPDATE alembic_version SET version_num = '9999'")
    shell.commit()
    shell.close()
    with pytest.raises(LedgerVersionError, match="newer kutla"):
        open_ledger(path)
