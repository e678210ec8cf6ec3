"""The library as its users write it: checked by mypy in ``make check``, never run."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import assert_type

import pandas as pd

import kutla
from kutla.briefs import Brief
from kutla.claims import Claim
from kutla.documents import Reading
from kutla.exports.table import Table
from kutla.ledger import Ledger
from kutla.procedure import Stage
from kutla.register import Register
from kutla.state import Answer, State


def from_articles_to_a_brief(folder: Path) -> str:
    register = kutla.load_parliament("iraq")
    assert_type(register, Register)
    found = kutla.extract_paths([folder], register)
    assert_type(found, kutla.Extraction)
    assert_type(found.claims, tuple[Claim, ...])
    now = datetime.now(UTC)
    with kutla.open_ledger(folder / "kutla.db") as ledger:
        assert_type(ledger, Ledger)
        kutla.record(ledger, found, now)
        seen = kutla.picture(ledger, "iraq", known_at=now, valid_on=date(2018, 9, 5))
        state = kutla.project_ledger(ledger, register, valid_on=date(2018, 9, 5), known_at=now)
    assert_type(seen, kutla.Picture)
    assert_type(state, State)
    assert_type(seen.stage, Stage)
    brief = kutla.make_brief(seen)
    assert_type(brief, Brief)
    return kutla.render_html(brief)


def asking_a_ledger(path: Path) -> pd.DataFrame:
    with kutla.open(path) as held:
        assert_type(held, kutla.Opened)
        then = held.state("2018-09-01", known_at=date(2018, 9, 1))
        assert_type(then.value, State)
        assert_type(then.seats, Table)
        assert_type(then.ask(about="Nasr", kind="joins_bloc"), tuple[Answer, ...])
        assert_type(held.diff("2018-09-01").to_pandas(), pd.DataFrame)
        held.state(2018)  # type: ignore[arg-type]
        return then.seats.to_pandas()


def one_room_at_a_time(folder: Path, line: str) -> None:
    assert_type(kutla.read([folder]), Reading)
    assert_type(kutla.to_line(kutla.from_line(line)), str)
    assert_type(kutla.parliaments(), tuple[str, ...])
    kutla.parliaments("iraq")  # type: ignore[call-arg]
    kutla.nothing  # type: ignore[attr-defined]  # noqa: B018
