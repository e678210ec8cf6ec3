"""What the ledger promises: nothing lost, nothing doubled, nothing changed, nothing unquoted."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from kutla.documents import Copy, Story
from kutla.errors import EntryNotFoundError, LedgerError, LedgerVersionError, QuoteNotFoundError
from kutla.ledger import Recorded, Verdict, open_ledger
from kutla.ledger.schema import GUARDED
from support.diary import Diary, at


def test_what_goes_in_comes_out_whole_after_it_is_reopened(where, diary, add):
    with open_ledger(where) as ledger:
        assert add(ledger, diary) == Recorded(3, 0, 4, 0)
    with open_ledger(where) as ledger:
        assert ledger.documents() == tuple(diary.documents)
        assert ledger.claims() == tuple(diary.claims)
        assert ledger.stories() == diary.stories
        assert ledger.verify() == ()


def test_the_same_thing_twice_adds_nothing(path, diary, add):
    def rows():
        with sqlite3.connect(path) as shell:
            names = [table.name for table in GUARDED]
            return [shell.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names]

    with open_ledger(path) as ledger:
        add(ledger, diary)
        before = rows()
        assert add(ledger, diary, "2031-06-02") == Recorded(0, 3, 0, 4)
    assert rows() == before


def test_a_claim_without_its_quote_is_refused_and_takes_everything_with_it(ledger, diary, add):
    quote = replace(diary.claims[0].quote, exact="Dawn won everything there is")
    diary.claims.append(replace(diary.claims[0], quote=quote))
    with pytest.raises(QuoteNotFoundError, match="nothing was recorded"):
        add(ledger, diary)
    assert ledger.documents() == ()
    assert ledger.claims() == ()


OUTSIDE = (
    "DELETE FROM {}",
    "UPDATE {} SET recorded_at = '1'",
    "TRUNCATE {} CASCADE",
    "REPLACE INTO {0} SELECT * FROM {0}",
)


@pytest.mark.parametrize("table", [table.name for table in GUARDED])
@pytest.mark.parametrize("statement", OUTSIDE)
def test_no_row_can_be_changed_or_deleted_even_from_outside(ledger, diary, add, table, statement):
    if statement.startswith("TRUNCATE") and ledger.engine.dialect.name == "sqlite":
        pytest.skip("SQLite knows no TRUNCATE")
    if statement.startswith("REPLACE") and ledger.engine.dialect.name == "postgresql":
        pytest.skip("PostgreSQL knows no REPLACE")
    add(ledger, diary)
    ledger.judge(Verdict.ACCEPT, diary.claims[0].id, judged_by="mb", recorded_at=at("2031-06-02"))
    one, other = diary.documents[:2]
    edge = Story("s", (one.id, other.id), (Copy(one.id, other.id, "copy", 1.0),))
    ledger.record((), [edge], (), recorded_at=at("2031-06-03"), run="diary/1")
    with (
        pytest.raises(DBAPIError, match="the ledger only grows"),
        ledger.engine.begin() as connection,
    ):
        connection.execute(text(statement.format(table)))


def test_a_moment_without_a_zone_is_the_callers_bug(ledger, diary):
    with pytest.raises(ValueError, match="time zone"):
        ledger.record((), (), (), recorded_at=datetime(2031, 6, 1), run="x")  # noqa: DTZ001


def test_an_earlier_moment_sees_only_what_was_recorded_by_then(ledger, diary, add):
    add(ledger, diary, "2031-06-01")
    later = Diary()
    later.documents, later.claims = list(diary.documents), []
    later._story_of = dict(diary._story_of)
    later.report("Post", "2031-05-30", "Dawn | seats | 48")
    add(ledger, later, "2031-06-10")
    assert len(ledger.documents(known_at=at("2031-06-05"))) == 3
    assert len(ledger.documents(known_at=at("2031-06-10"))) == 4
    assert len(ledger.stories(known_at=at("2031-06-05"))) == 2
    assert ledger.claims(known_at=at("2031-05-01")) == ()


def test_a_later_reading_supersedes_an_earlier_one_and_both_are_kept(ledger, diary, add):
    add(ledger, diary, "2031-06-01", run="diary/1")
    first = tuple(diary.claims)
    diary.claims = [replace(claim, method="diary-better") for claim in first[:2]]
    add(ledger, diary, "2031-06-10", run="diary/2")
    assert ledger.claims() == tuple(diary.claims)
    assert ledger.claims(known_at=at("2031-06-05")) == first


def test_what_both_readings_find_the_same_stands(ledger, diary, add):
    add(ledger, diary, "2031-06-01", run="diary/1")
    add(ledger, diary, "2031-06-10", run="diary/2")
    assert ledger.claims() == tuple(diary.claims)


def test_claims_made_by_hand_stand_beside_every_reading(ledger, diary, add):
    hand, rest = diary.claims[0], diary.claims[1:]
    diary.claims = rest
    add(ledger, diary, "2031-06-01", run="diary/1")
    ledger.record((), (), (hand,), recorded_at=at("2031-06-02"), run="hand")
    assert set(ledger.claims()) == {hand, *rest}


def test_later_knowledge_can_make_two_reports_one_story(ledger, diary, add):
    add(ledger, diary, "2031-06-01")
    diary._story_of[diary.documents[2].id] = "story-0"
    add(ledger, diary, "2031-06-10")
    assert len(ledger.stories(known_at=at("2031-06-05"))) == 2
    assert [len(story.document_ids) for story in ledger.stories()] == [3]


def test_a_judgement_is_taken_back_by_another_and_the_taking_back_too(ledger, diary, add):
    add(ledger, diary)
    about = diary.claims[0].id

    def judge(verdict, what, day):
        return ledger.judge(verdict, what, judged_by="mb", recorded_at=at(day)).number

    number = judge(Verdict.REJECT, about, "2031-06-02")
    undone = judge(Verdict.UNDO, str(number), "2031-06-03")
    assert ledger.judgements() == ()
    judge(Verdict.UNDO, str(undone), "2031-06-04")
    assert [each.number for each in ledger.judgements()] == [number]
    assert ledger.judgements(known_at=at("2031-06-03")) == ()
    assert len(ledger.judgements(known_at=at("2031-06-02"))) == 1


@pytest.mark.parametrize(("verdict", "about"), [(Verdict.REJECT, "nothing"), (Verdict.UNDO, "99")])
def test_a_judgement_on_nothing_is_refused(ledger, verdict, about):
    with pytest.raises(EntryNotFoundError, match=about):
        ledger.judge(verdict, about, judged_by="mb", recorded_at=at("2031-06-02"))


def test_a_newer_ledger_is_refused_with_the_mend(path):
    with open_ledger(path) as ledger, ledger.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(LedgerVersionError, match="newer kutla"):
        open_ledger(path)


def test_a_reader_waits_for_no_writer(path, diary, add):
    with open_ledger(path) as writer:
        add(writer, diary)
        with writer.engine.begin() as held:  # a writer at work, its transaction open
            held.execute(
                text("INSERT INTO runs (method, recorded_at) VALUES ('half done', '2031')")
            )
            seen = []

            def read():
                with open_ledger(path) as reader:
                    seen.append(len(reader.claims()))

            thread = threading.Thread(target=read)
            thread.start()
            thread.join(timeout=3)
            assert seen == [4]


def test_many_may_open_a_new_ledger_at_once(path):
    faults = []

    def begin():
        try:
            open_ledger(path).close()
        except LedgerError as fault:
            faults.append(fault)

    threads = [threading.Thread(target=begin) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []


def test_verify_finds_what_was_altered_behind_its_back(path, diary, add):
    with open_ledger(path) as ledger:
        add(ledger, diary)
    shell = sqlite3.connect(path)
    shell.execute("DROP TRIGGER documents_no_update")
    shell.execute("UPDATE documents SET text = 'nothing of the kind'")
    shell.commit()
    shell.close()
    with open_ledger(path) as ledger:
        found = {problem.code for problem in ledger.verify()}
        assert found == {"guard-gone", "document-altered", "quote-not-found"}


@pytest.mark.parametrize("payload", ['{"kind": "seats"}', "no JSON at all"])
def test_verify_finds_a_claim_that_is_not_what_it_was(path, diary, add, payload):
    with open_ledger(path) as ledger:
        add(ledger, diary)
        claim_id = ledger.claims()[0].id
    shell = sqlite3.connect(path)
    shell.execute("DROP TRIGGER claims_no_update")
    shell.execute("UPDATE claims SET payload = ? WHERE id = ?", (payload, claim_id))
    shell.commit()
    shell.close()
    with open_ledger(path) as ledger:
        told = [(p.code, p.claim_ids) for p in ledger.verify() if p.code != "guard-gone"]
        assert told == [("claim-altered", (claim_id,))]


def test_nothing_is_wrong_with_a_ledger_nobody_touched(ledger, diary, add):
    add(ledger, diary)
    assert ledger.verify() == ()


def test_a_claim_about_a_document_nobody_recorded_is_refused(ledger, diary):
    with pytest.raises(EntryNotFoundError, match="record the document with it"):
        ledger.record((), (), diary.claims, recorded_at=at("2031-06-01"), run="d")
    assert ledger.claims() == ()


def test_a_claim_about_a_document_recorded_earlier_is_taken(ledger, diary, add):
    ledger.record(diary.documents, diary.stories, (), recorded_at=at("2031-06-01"), run="d")
    ledger.record((), (), diary.claims, recorded_at=at("2031-06-02"), run="d")
    assert set(ledger.claims()) == set(diary.claims)


def _no_database(path):
    path.write_text("Dear diary, " * 100)


def _short_note(path):
    path.write_text("x")


def _folder(path):
    path.mkdir()


def _other_database(path):
    shell = sqlite3.connect(path)
    shell.execute("CREATE TABLE claims (a)")
    shell.commit()
    shell.close()


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (_no_database, "is no database"),
        (_short_note, "is no database"),
        (_folder, "is a folder"),
        (_other_database, "of something else"),
    ],
)
def test_what_is_no_ledger_is_refused_in_one_sentence_and_left_alone(path, make, says):
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LedgerError, match=says) as refused:
        open_ledger(path)
    assert "--ledger" in str(refused.value)
    assert "\n" not in str(refused.value)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_ledger_in_a_missing_folder_is_refused(tmp_path):
    with pytest.raises(LedgerError, match="there is no folder"):
        open_ledger(tmp_path / "nowhere" / "kutla.db")


@pytest.mark.parametrize("address", ["nonsense://x", "sqlite+nonsense:///x"])
def test_a_kind_of_database_nobody_knows_is_refused(address):
    with pytest.raises(LedgerError, match="no kind of database"):
        open_ledger(address)


def test_a_read_only_ledger_can_be_read_and_refuses_to_be_written(path, diary, add):
    with open_ledger(path) as ledger:
        add(ledger, diary)
    with open_ledger(f"sqlite:///file:{path}?mode=ro&uri=true") as ledger:
        assert len(ledger.claims()) == 4
        diary.report("Post", "2031-05-22", "Harbour | seats | 31")
        with pytest.raises(LedgerError, match=r"readonly.*nothing was written"):
            add(ledger, diary)


def test_ten_thousand_claims_are_recorded_in_seconds_and_one_more_at_once(ledger):
    diary = Diary()
    for number in range(1000):
        figures = range(10)
        diary.report(f"Paper {number}", "2031-05-20", *[f"Dawn | seats | {n}" for n in figures])
    began = time.perf_counter()
    ledger.record(
        diary.documents, diary.stories, diary.claims, recorded_at=at("2031-06-01"), run="d"
    )
    assert time.perf_counter() - began < 10
    one = Diary()
    one.report("Post", "2031-05-22", "Harbour | seats | 31")
    began = time.perf_counter()
    ledger.record(one.documents, one.stories, one.claims, recorded_at=at("2031-06-02"), run="d")
    assert time.perf_counter() - began < 1


_KILLED = """
import os, signal, sys
from sqlalchemy import event
from support.diary import Diary, at
from kutla.ledger import open_ledger
diary = Diary()
for number in range(3):
    diary.report(f"Paper {number}", "2031-05-20", "Dawn | seats | 47")
with open_ledger(sys.argv[1]) as ledger:
    seen = 0
    @event.listens_for(ledger.engine, "before_cursor_execute")
    def _count(connection, cursor, statement, parameters, context, executemany):
        global seen
        seen += statement.startswith("INSERT")
        if seen == int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)
    ledger.record(diary.documents, diary.stories, diary.claims, recorded_at=at("2031-06-01"), run="d")
"""


@pytest.mark.parametrize("insert", [2, 4, 6])
def test_killed_in_the_middle_nothing_half_recorded_shows(path, insert, diary, add):
    with open_ledger(path) as ledger:
        ledger.documents()
    here = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))  # noqa: PTH120
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, str(path), str(insert)],
        check=False,
        env={**os.environ, "PYTHONPATH": f"{here}:{os.environ.get('PYTHONPATH', '')}"},
    )
    assert done.returncode == -signal.SIGKILL
    with open_ledger(path) as ledger:
        assert ledger.documents() == ()
        assert ledger.claims() == ()
        assert add(ledger, diary).claims_new == 4


def test_killed_while_adding_again_and_again_nothing_is_lost():
    root = Path(__file__).parents[3]
    source = f"{root}:{os.environ.get('PYTHONPATH', '')}"
    done = subprocess.run(
        [sys.executable, "-m", "bench.killing", "6", "30"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": source},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "nothing lost, nothing half there; the last run completed" in done.stdout
