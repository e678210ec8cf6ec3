"""What commands share: arguments, days and moments, opening a picture, printing rows."""

from __future__ import annotations

import csv
import json
import os
import re
import sys
from collections import Counter
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kutla.errors import LedgerError, SettingsError
from kutla.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kutla.documents import Unread
    from kutla.pipeline import Picture

DEFAULTS = Settings()
_MOST_ALIKE = 20
NO_CLAIM = "what was read makes no claim about a parliament; give articles that speak of one"

Paths = Annotated[
    list[str],
    typer.Argument(
        help="Files, folders, patterns, web addresses, or - for standard input.",
        show_default=False,
    ),
]


def search_path() -> tuple[Path, ...]:
    """Give the folders in which a user keeps parliaments: KUTLA_PARLIAMENTS, else the setting's."""
    named = os.environ.get("KUTLA_PARLIAMENTS", "")
    folders = [Path(each) for each in named.split(os.pathsep) if each]
    return tuple(folders) or (DEFAULTS.parliaments,)


def place_of(parliament: str) -> str:
    """Give the folder of a parliament of one's own that is called by name, else what was said."""
    from kutla.register import parliaments_in

    own = {name.casefold(): path for name, path in parliaments_in(search_path()).items()}
    found = own.get(parliament.casefold())
    return parliament if found is None else str(found)


Parliament = Annotated[
    str,
    typer.Option(
        "--parliament",
        "-p",
        callback=place_of,
        help="A shipped parliament, one of yours, or a folder with one.",
    ),
]


class DatabaseAddress(type(Path())):  # type: ignore[misc]  # the class of paths is the platform's
    """The URL of a database in place of a path: kept letter by letter, where a path loses slashes."""

    said: str

    @classmethod
    def of(cls, url: str) -> DatabaseAddress:
        """Make one of a URL; its name as a file's is that of the database."""
        place = cls(url.partition("?")[0].rpartition("/")[2] or "ledger")
        place.said = url
        return place

    def __str__(self) -> str:
        return self.said


def read_place(text: str | Path) -> Path:
    """Read what --ledger says: a path, or the URL of a database."""
    return DatabaseAddress.of(str(text)) if "://" in str(text) else Path(text)


LedgerPath = Annotated[
    Path,
    typer.Option(
        "--ledger",
        parser=read_place,
        metavar="PATH|URL",
        help="The ledger: a file, made if missing, or a database's URL (postgresql://…).",
    ),
]
ValidOn = Annotated[
    str | None, typer.Option("--valid-on", help="The day asked about, as 2018-09-01.")
]
KnownAt = Annotated[
    str | None, typer.Option("--known-at", help="What was out by then: a day or a moment.")
]


class Form(StrEnum):
    """How rows are printed."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


Format = Annotated[Form, typer.Option("--format", "-f", help="text, json, jsonl or csv.")]


def read_day(text: str | None, option: str) -> date | None:
    """Read a day; raises SettingsError that names the option."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SettingsError(f"{option}: {text!r} is no day; write it as 2018-09-01") from None


def read_moment(text: str | None, option: str = "--known-at") -> datetime:
    """Read a moment, a day meaning its end, and now where none is given."""
    if text is None:
        return datetime.now(UTC)
    try:
        if len(text) == len("2018-09-01"):
            return datetime.combine(date.fromisoformat(text), time.max, UTC)
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise SettingsError(
            f"{option}: {text!r} is no moment; write 2018-09-01 or 2018-09-01T12:00:00+00:00"
        ) from None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


@contextmanager
def open_picture(
    ledger: Path, parliament: str, valid_on: str | None, known_at: str | None
) -> Iterator[Picture]:
    """Open a ledger that must exist and project it."""
    from kutla.ledger import open_ledger
    from kutla.pipeline import picture, refuse_another_parliament
    from kutla.register import load_parliament

    day, moment = read_day(valid_on, "--valid-on"), read_moment(known_at)
    if "://" not in str(ledger) and not ledger.exists():
        raise LedgerError(
            f"{ledger}: there is no such ledger; make one with `kutla brief PATH --ledger {ledger}`"
        )
    with open_ledger(ledger) as held:
        refuse_another_parliament(held, load_parliament(parliament))
        yield picture(held, parliament, valid_on=day, known_at=moment)


def tell(unread: Iterable[Unread]) -> None:
    """Say what was set aside, on stderr; of what is said of many files alike only the first."""
    alike: Counter[str] = Counter()
    for each in unread:
        form = re.sub(r"\d+", "0", each.message.replace(each.address.partition("#")[0], ""))
        alike[form] += 1
        if alike[form] <= _MOST_ALIKE:
            typer.echo(f"kutla: {each.message}", err=True)
    more = sum(count - _MOST_ALIKE for count in alike.values() if count > _MOST_ALIKE)
    if more:
        typer.echo(f"kutla: {more} more were set aside for the same reasons", err=True)


def print_rows(rows: Sequence[dict[str, object]], form: Form) -> None:
    """Print rows of plain values in one of the machine forms."""
    if form is Form.JSON:
        typer.echo(json.dumps(list(rows), ensure_ascii=False, indent=2))
    elif form is Form.CSV:
        names = list(dict.fromkeys(key for row in rows for key in row))
        writer = csv.DictWriter(sys.stdout, names, lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerow({key: _flat(value) for key, value in row.items()})
    else:
        for row in rows:
            typer.echo(json.dumps(row, ensure_ascii=False))


def _flat(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
