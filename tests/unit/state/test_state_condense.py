"""A state from claims that stand for many is the state from all of them."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from sqlalchemy import text

from kutla.ledger import Verdict, open_ledger
from kutla.register import load_parliament
from kutla.state import choosing, columns, project_ledger, remembering
from support.press import fill

NOW = datetime(2026, 6, 1, tzinfo=UTC)
DAYS = (date(2012, 3, 3), date(2019, 5, 12), date(2022, 3, 3))


@pytest.fixture(scope="module")
def iraq():
    return load_parliament("iraq")


@pytest.fixture(scope="module")
def press(tmp_path_factory, iraq):
    ledger = open_ledger(tmp_path_factory.mktemp("press") / "kutla.db")
    fill(ledger, 6_000, iraq)
    return ledger


def told(state):
    """All that a state says, but for the names of who speaks where many do."""
    return {
        fact.id: (
            fact.kind,
            fact.subject.key,
            fact.object.key if fact.object else None,
            fact.standing,
            fact.period,
            fact.reason if not fact.is_contested else None,
            [
                (a.value, a.total, a.polarity, a.modality, a.stories, a.log_odds)
                for a in fact.alternatives
            ],
        )
        for fact in state.facts
    }


def shown(state):
    return sum(len(fact.support) + len(fact.dissent) for fact in state.facts)


def states(press, iraq, monkeypatch, valid_on, known_at, most):
    monkeypatch.setattr(choosing, "MOST_OF_A_TERM", 10**9)
    found = []
    for limit in (10**9, most):
        monkeypatch.setattr(choosing, "MOST_SHOWN", limit)
        remembering._HELD.clear()
        found.append(project_ledger(press, iraq, valid_on=valid_on, known_at=known_at))
    return found


@pytest.mark.parametrize("valid_on", DAYS)
@pytest.mark.parametrize("most", [100, 1500])
def test_a_few_speak_and_all_are_counted(press, iraq, monkeypatch, valid_on, most):
    every, few = states(press, iraq, monkeypatch, valid_on, NOW, most)
    assert len(every.facts) > 300
    assert told(few) == told(every)
    assert shown(few) < 0.8 * shown(every)
    assert few.seats.accounted == every.seats.accounted
    assert [p.code for p in few.problems] == [p.code for p in every.problems]


def test_earlier_moments_too(press, iraq, monkeypatch):
    known_at = datetime(2016, 1, 1, tzinfo=UTC)
    every, few = states(press, iraq, monkeypatch, DAYS[2], known_at, 100)
    assert told(few) == told(every)


def test_a_judged_claim_speaks_for_itself(tmp_path, iraq, monkeypatch):
    ledger = open_ledger(tmp_path / "kutla.db")
    fill(ledger, 3_000, iraq)
    state = project_ledger(ledger, iraq, valid_on=DAYS[1], known_at=NOW)
    most = sorted(state.facts, key=lambda fact: -len(fact.support))[:6]
    for number, fact in enumerate(most):
        verdict = Verdict.REJECT if number % 2 else Verdict.ACCEPT
        ledger.judge(verdict, fact.support[0].claim.id, judged_by="ana", recorded_at=NOW)
    every, few = states(ledger, iraq, monkeypatch, DAYS[1], NOW, 100)
    assert told(few) == told(every)
    assert told(every) != told(state)


def test_what_happened_long_ago_is_left_to_the_timeline(press, iraq, monkeypatch):
    monkeypatch.setattr(choosing, "MOST_SHOWN", 100)
    monkeypatch.setattr(choosing, "MOST_OF_A_TERM", 100)
    remembering._HELD.clear()
    state = project_ledger(press, iraq, valid_on=DAYS[1], known_at=NOW)
    told_on = [
        item.claim.reported.first_on
        for fact in state.of_kind("meets", "attacks", "accuses")
        for item in fact.support
    ]
    assert min(told_on) >= date(2018, 4, 7)
    first = [item.claim.reported.first_on for f in state.of_kind("leads") for item in f.support]
    assert min(first) < date(2012, 1, 1)  # who leads what stays until something ends it


def test_columns_are_kept_beside_the_ledger_and_made_anew_when_torn(tmp_path, iraq):
    ledger = open_ledger(tmp_path / "kutla.db")
    fill(ledger, 2_000, iraq)
    whole = columns.columns_of(ledger)
    segments = list((tmp_path / "kutla.db-columns").iterdir())
    assert len(segments) == 1
    (segments[0] / "claim.npy").write_bytes(b"torn")
    columns._OPEN.clear()
    again = columns.columns_of(ledger)
    assert len(again) == len(whole)
    assert again.joined("signature").tolist() == whole.joined("signature").tolist()


def test_columns_follow_the_ledger_in_segments_that_are_joined(tmp_path, iraq):
    whole, grown = (open_ledger(tmp_path / name) for name in ("whole.db", "grown.db"))
    fill(whole, 3_000, iraq)
    rows = {}
    with whole.engine.connect() as connection:
        tables = ("runs", "documents", "stories", "claims", "readings", "read_claims")
        for table in tables:
            rows[table] = [
                dict(r._mapping) for r in connection.execute(text(f"select * from {table}"))
            ]
    cut = [0, *range(250, len(rows["read_claims"]), 250), len(rows["read_claims"])]
    with grown.engine.begin() as connection:
        for table in tables[:-1]:
            insert(connection, table, rows[table])
    for start, end in pairwise(cut):
        with grown.engine.begin() as connection:
            insert(connection, "read_claims", rows["read_claims"][start:end])
        assert len(columns.columns_of(grown)) == end
    one, other = columns.columns_of(whole), columns.columns_of(grown)
    assert 1 < len(other.segments) <= 8
    for state in zip(
        *(
            told(project_ledger(each, iraq, valid_on=DAYS[1], known_at=NOW)).items()
            for each in (whole, grown)
        ),
        strict=True,
    ):
        assert state[0] == state[1]
    assert one.joined("claim").tolist() == other.joined("claim").tolist()
    assert len(list((tmp_path / "grown.db-columns").iterdir())) == len(other.segments)


def insert(connection, table, rows):
    names = ", ".join(rows[0])
    values = ", ".join(f":{name}" for name in rows[0])
    connection.execute(text(f"insert into {table} ({names}) values ({values})"), rows)


def test_another_ledger_in_the_same_place_is_not_taken_for_the_first(tmp_path, iraq):
    first = open_ledger(tmp_path / "kutla.db")
    fill(first, 1_000, iraq)
    assert len(columns.columns_of(first)) == 1_000
    first.close()
    for path in tmp_path.glob("kutla.db*"):
        if path.is_file():
            path.unlink()
    second = open_ledger(tmp_path / "kutla.db")
    assert len(columns.columns_of(second)) == 0


def test_the_same_question_is_answered_from_memory_until_the_ledger_grows(tmp_path, iraq):
    ledger = open_ledger(tmp_path / "kutla.db")
    fill(ledger, 1_000, iraq)
    ask = {"valid_on": DAYS[1], "known_at": NOW}
    first = project_ledger(ledger, iraq, **ask)
    assert project_ledger(ledger, iraq, **ask).facts is first.facts
    fact = first.facts[0]
    ledger.judge(Verdict.REJECT, fact.support[0].claim.id, judged_by="ana", recorded_at=NOW)
    assert project_ledger(ledger, iraq, **ask).facts is not first.facts
