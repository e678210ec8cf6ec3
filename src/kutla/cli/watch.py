"""``kutla watch``: add what is new in feeds to a ledger, once or again and again."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kutla.cli.common import DEFAULTS, LedgerPath, Parliament

if TYPE_CHECKING:
    from kutla.documents.feed_memory import FeedMemory
    from kutla.documents.fetching import Fetcher
    from kutla.register import Register

SOME_SET_ASIDE = 3
Feeds = Annotated[
    list[str],
    typer.Argument(
        metavar="FEEDS.opml", help="OPML files, or addresses of feeds.", show_default=False
    ),
]


def watch(
    feeds: Feeds,
    parliament: Parliament = DEFAULTS.parliament,
    ledger: LedgerPath = DEFAULTS.ledger,
    once: Annotated[bool, typer.Option("--once", help="Look once and stop.")] = False,
    every: Annotated[int, typer.Option("--every", min=1, help="Minutes between looks.")] = 30,
) -> None:
    """Add the new items of feeds to a ledger; goes on where it stopped, fetches nothing twice."""
    from kutla.documents.feed_memory import FeedMemory
    from kutla.documents.fetching import Fetcher
    from kutla.documents.watching import list_feeds
    from kutla.register import load_parliament

    register = load_parliament(parliament)
    addresses = list_feeds(feeds)
    fetcher = Fetcher()
    with FeedMemory(_memory_beside(ledger)) as memory:
        while True:
            faults = _look_once(addresses, memory, fetcher, ledger, register)
            if once:
                break
            typer.echo(f"next look in {every} minutes (Ctrl-C stops; nothing is lost)")
            time.sleep(60 * every)
    if faults:
        raise typer.Exit(SOME_SET_ASIDE)


def _memory_beside(ledger: Path) -> Path:
    """Give the file that keeps what was fetched: beside a ledger that is a file, else here."""
    if "://" in str(ledger):
        return Path(f"{ledger.name}.feeds")
    return ledger.with_name(f"{ledger.name}.feeds")


def _look_once(
    addresses: tuple[str, ...],
    memory: FeedMemory,
    fetcher: Fetcher,
    ledger: Path,
    register: Register,
) -> int:
    """Look at every feed once, record what is new, and count what was set aside."""
    from kutla.documents.watching import look, read_held
    from kutla.ledger import open_ledger
    from kutla.pipeline import add, refuse_another_parliament

    elections = tuple(election.held_on.first_on for election in register.elections)
    faults = documents = claims = 0
    for unread in look(addresses, memory, fetcher):
        faults += 1
        typer.echo(f"kutla: {unread.message}", err=True)
    with open_ledger(ledger) as held:
        refuse_another_parliament(held, register)
        for watched in read_held(memory, elections=elections):
            for added in add(held, watched.reading.documents, register, datetime.now(UTC)):
                if added.claims is None:
                    continue
                document = added.document
                outlet = document.outlet.name if document.outlet else "outlet unknown"
                day = document.published.period or "day open"
                typer.echo(f"new: {document.headline or document.address} ({outlet}, {day})")
                documents += 1
                claims += len(added.claims)
            memory.finish(watched.items)
            for unread in watched.reading.unread:
                faults += 1
                typer.echo(f"kutla: {unread.message}", err=True)
    typer.echo(
        f"feeds: {len(addresses)}; new documents: {documents}, with {claims} claims, recorded in "
        f"{ledger}" + (f"; {faults} set aside" if faults else "")
    )
    return faults


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(watch)
