"""What the commands that ask a ledger share: opening it, names, days, and how rows are printed."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kutla.cli.common import Form, read_day, read_moment
from kutla.errors import LedgerError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from rich.console import Console

    from kutla.exports import Seen
    from kutla.ledger import Ledger
    from kutla.state import Asked, Fact

NOTHING = 1
_WIDTH = 100

About = Annotated[
    list[str] | None,
    typer.Option("--about", help="A name in any spelling, or an id; twice: both."),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", help="A kind with its topic: joins_bloc takes in who refuses."),
]
AsJson = Annotated[bool, typer.Option("--json", help="The same as --format json.")]


def form_of(form: Form, *, as_json: bool) -> Form:
    """Give the form asked for: ``--json`` is short for one."""
    return Form.JSON if as_json else form


@contextmanager
def open_held(ledger: Path) -> Iterator[Ledger]:
    """Open a ledger that must exist; raises LedgerError where there is none."""
    from kutla.ledger import open_ledger

    if "://" not in str(ledger) and not ledger.exists():
        raise LedgerError(
            f"{ledger}: there is no such ledger; make one with `kutla brief PATH --ledger {ledger}`"
        )
    with open_ledger(ledger) as held:
        yield held


@contextmanager
def open_seen(
    ledger: Path, parliament: str, valid_on: str | None, known_at: str | None
) -> Iterator[Seen]:
    """Open a ledger that must exist and look at it on a day, as known at a moment."""
    from kutla.exports import look

    day, moment = read_day(valid_on, "--valid-on"), read_moment(known_at)
    with open_held(ledger) as held:
        yield look(held, parliament, known_at=moment, valid_on=day)


def check_kinds(kinds: list[str] | None) -> tuple[str, ...]:
    """Give the kinds asked for; raises UnknownKindError for one that there is not."""
    from kutla.claims import get_kind

    return tuple(get_kind(kind).name for kind in kinds or ())


def asked_names(names: list[str] | None, facts: Iterable[Fact], seen: Seen) -> tuple[Asked, ...]:
    """Find whom names mean, and say on stderr what was taken for granted."""
    from kutla.state import find_asked

    facts = tuple(facts)
    found = tuple(
        find_asked(name, facts, seen.register, seen.state.valid_on) for name in names or ()
    )
    for each in found:
        if each.note:
            typer.echo(f"kutla: {each.note}", err=True)
    return found


def days_between(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """Read two days; raises SettingsError where the second lies before the first."""
    first, last = read_day(since, "--from"), read_day(until, "--until")
    if first is not None and last is not None and last < first:
        raise SettingsError(f"--until {last} lies before --from {first}; turn them round")
    return first, last


def console() -> Console:
    """Give a console as wide as the terminal, of a fixed width where there is none."""
    from rich.console import Console

    is_told = sys.stdout.isatty() or "COLUMNS" in os.environ
    return Console(width=None if is_told else _WIDTH, highlight=False)
