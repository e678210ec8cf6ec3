"""``kutla diff``: what changed, on the clock of the world or on that of what was known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kutla.cli.asking import AsJson, console, form_of, open_held
from kutla.cli.common import (
    DEFAULTS,
    Form,
    Format,
    KnownAt,
    LedgerPath,
    Parliament,
    ValidOn,
    print_rows,
    read_day,
    read_moment,
)
from kutla.errors import SettingsError

if TYPE_CHECKING:
    from kutla.state import Diff


def diff(
    since: Annotated[
        str | None, typer.Option("--since", help="What came to be known after this day or moment.")
    ] = None,
    from_: Annotated[
        str | None, typer.Option("--from", help="The day that it is compared with.")
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", help="The day; the last, where left out.")
    ] = None,
    ledger: LedgerPath = DEFAULTS.ledger,
    parliament: Parliament = DEFAULTS.parliament,
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
    form: Format = Form.TEXT,
    as_json: AsJson = False,
) -> None:
    """Say what is new, changed, newly contested or settled, ended or withdrawn, and why.

    --since asks what came to be known after a moment; --from and --to what changed in the world
    between two days. Both together ask both.
    """
    from kutla.briefs.answers import print_diff
    from kutla.exports.rows import change_row

    found = _compare(ledger, parliament, since, (from_, to or valid_on), known_at)
    shown = form_of(form, as_json=as_json)
    if shown is Form.TEXT:
        print_diff(found, console())
        return
    rows = [change_row(title, each) for title, changes in found.sections for each in changes]
    print_rows(rows, shown)


def _compare(
    ledger: object,
    parliament: str,
    since: str | None,
    days: tuple[str | None, str | None],
    known_at: str | None,
) -> Diff:
    from pathlib import Path

    from kutla.exports.seen import compare

    if since is None and days[0] is None:
        raise SettingsError(
            "say what to compare with: --since DAY (what came to be known after it) "
            "or --from DAY (the world as it was)"
        )
    now = read_moment(known_at)
    then = now if since is None else read_moment(since, "--since")
    if then > now:
        raise SettingsError(f"--since {since} lies after --known-at; nothing can have come since")
    before, after = read_day(days[0], "--from"), read_day(days[1], "--to")
    with open_held(Path(str(ledger))) as held:
        return compare(held, parliament, known=(then, now), days=(before, after))


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(diff)
