"""From a press to a forecast: what was said is heard once it is out, and refused without ground."""

import json
from datetime import UTC, date, datetime

import pytest

from kutla.cli.main import main
from kutla.errors import ForecastError
from kutla.example import write_example
from kutla.forecast import WEIGHTS, find_ground
from kutla.forecast.answer import answer
from kutla.ledger import open_ledger
from kutla.pipeline import extract_paths, picture, record
from kutla.register import load_parliament


@pytest.fixture(scope="module")
def press(tmp_path_factory):
    folder = tmp_path_factory.mktemp("forecast")
    paths = write_example(folder / "all")
    register = load_parliament("iraq")
    with open_ledger(folder / "l.db") as ledger:
        told = [each for each in paths if "iraq" in each.parts]
        record(ledger, extract_paths(told, register), datetime(2024, 1, 1, tzinfo=UTC))
    return folder


def state_of(press, on, parliament="iraq"):
    moment = datetime(on.year, on.month, on.day, 23, tzinfo=UTC)
    with open_ledger(press / "l.db") as ledger:
        return picture(ledger, parliament, known_at=moment, valid_on=on).state


def test_an_alliance_is_heard_from_the_day_it_is_reported(press):
    register = load_parliament("iraq")
    before, after = state_of(press, date(2018, 5, 31)), state_of(press, date(2018, 6, 30))
    found = answer(after, register, earlier=before)
    kinds = {(each.kind, each.groups) for each in found.moved}
    assert ("sits with", frozenset({"iq-sairoon", "iq-nasr"})) in kinds
    assert not find_ground(before, register).signals
    plain = dict(find_ground(before, register).forecast().sits)
    moved = dict(found.forecast.sits)
    nasr = next(group for group in moved if group.id == "iq-nasr")
    assert moved[nasr] > plain[nasr]


def test_every_signal_has_a_stated_weight_and_its_claims(press):
    for each in find_ground(state_of(press, date(2018, 9, 20)), load_parliament("iraq")).signals:
        assert 0 < abs(each.log_odds) <= abs(WEIGHTS[each.kind])
        assert each.claims
        assert each.why


def test_sensitivity_holds_the_answer_itself_and_the_one_without_news(press):
    found = answer(state_of(press, date(2018, 6, 30)), load_parliament("iraq"))
    first = found.forecast.outcomes[0]
    by_heed = dict(found.sensitivity)
    assert by_heed[1.0] == pytest.approx(first.probability)
    assert by_heed[0.0] != pytest.approx(by_heed[2.0])
    assert found.no_government
    assert not found.falls


def test_once_a_government_is_in_it_is_its_fall_that_is_asked(press):
    found = answer(state_of(press, date(2019, 3, 1)), load_parliament("iraq"))
    assert not found.no_government
    (_, soon), (_, later) = found.falls
    assert 0 < soon < later < 1


def test_what_was_said_before_an_election_moves_nothing_after_it(press):
    ground = find_ground(state_of(press, date(2021, 11, 30)), load_parliament("iraq"))
    assert ground.signals == ()
    assert {each.group.id for each in ground.contenders}.isdisjoint(
        {"iq-sairoon", "iq-independents"}
    )
    assert "iq-independents" in {each.id for each in ground.aside}


def test_before_any_cabinet_is_known_it_is_refused(press):
    with pytest.raises(ForecastError, match="names no cabinet"):
        find_ground(state_of(press, date(2010, 6, 1)), load_parliament("iraq"))


def test_places_come_from_parlgov_where_the_register_is_of_it(press):
    register = load_parliament("sweden")
    with open_ledger(press / "empty.db") as ledger:
        on = datetime(2018, 12, 1, tzinfo=UTC)
        state = picture(ledger, "sweden", known_at=on, valid_on=on.date()).state
    found = find_ground(state, register).forecast()
    assert found.placed
    assert found.leads[0][0].id in {"se-s", "se-m"}


def test_the_command_prints_it_for_people_and_machines(press, capsys):
    call = ["forecast", "--ledger", str(press / "l.db"), "--valid-on", "2018-06-30"]
    with pytest.raises(SystemExit) as end:
        main([*call, "--known-at", "2018-06-30", "--json"])
    assert not end.value.code
    read = json.loads(capsys.readouterr().out)
    assert read["governments"][0]["probability"] <= 1
    assert sum(read["prime_minister"].values()) == pytest.approx(1, abs=1e-4)
    assert "one country at a time" in read["cautions"][0]
    with pytest.raises(SystemExit) as end:
        main([*call[:-1], "2010-06-01"])
    assert end.value.code == 2
    assert "names no cabinet" in capsys.readouterr().err
