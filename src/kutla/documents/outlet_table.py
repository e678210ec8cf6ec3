"""The packaged table of known outlets; a name or an address → the outlet and its kind."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kutla.documents.document import OutletKind
from kutla.documents.lines import fold
from kutla.errors import DocumentError

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class KnownOutlet:
    """A row of ``outlets.csv``.

    ``is_often_quoted`` is true of agencies, and of broadcasters and papers that others print
    interviews from: "told X" says little of who published a text then.
    """

    name: str
    kind: OutletKind | None
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    is_often_quoted: bool = False


_COLUMNS = ("name", "kind", "often_quoted", "aliases", "domains")
_ADDED: list[KnownOutlet] = []
"""Outlets of the user's own, which go before the shipped ones."""


def add_outlets(path: Path) -> int:
    """Take in a table of one's own, of the columns of ``outlets.csv``; give how many it has.

    ``name`` and ``kind`` must be there. Raises DocumentError with the file, the line and the mend.
    """
    try:
        source = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(f"{path}: cannot be read ({error}); name a UTF-8 table") from None
    rows = list(csv.DictReader(source.splitlines()))
    read: list[KnownOutlet] = []
    for line, row in enumerate(rows, 2):
        cells = {name: (row.get(name) or "").strip() for name in _COLUMNS}
        if not cells["name"]:
            raise DocumentError(f"{path}, line {line}: an outlet without a name; write one")
        if cells["kind"] and cells["kind"] not in {kind.value for kind in OutletKind}:
            known = ", ".join(kind.value for kind in OutletKind)
            raise DocumentError(
                f"{path}, line {line}: {cells['kind']!r} is no kind of outlet; write one of {known}"
            )
        read.append(_outlet(cells))
    _ADDED[:0] = read
    for cached in (known_outlets, _by_name, _by_domain):
        cached.cache_clear()
    return len(read)


def _outlet(cells: dict[str, str]) -> KnownOutlet:
    return KnownOutlet(
        cells["name"],
        OutletKind(cells["kind"]) if cells["kind"] else None,
        tuple(filter(None, cells["aliases"].split("|"))),
        tuple(filter(None, cells["domains"].split("|"))),
        cells["often_quoted"] == "yes",
    )


@cache
def known_outlets() -> tuple[KnownOutlet, ...]:
    """Give the outlets of one's own, and those of the table that is shipped with the product."""
    source = files("kutla.documents").joinpath("outlets.csv").read_text(encoding="utf-8")
    return (*_ADDED, *(_outlet(row) for row in csv.DictReader(source.splitlines())))


@cache
def _by_name() -> dict[str, KnownOutlet]:
    return {
        fold(name): outlet
        for outlet in reversed(known_outlets())
        for name in (outlet.name, *outlet.aliases)
    }


@cache
def _by_domain() -> dict[str, KnownOutlet]:
    return {domain: outlet for outlet in reversed(known_outlets()) for domain in outlet.domains}


def find_outlet(name: str) -> KnownOutlet | None:
    """Find a known outlet by any of its names, with or without "the"."""
    key = fold(name)
    return _by_name().get(key) or _by_name().get(key.removeprefix("the "))


def find_outlet_by_url(url: str) -> KnownOutlet | None:
    """Find a known outlet by the address of a page."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    while "." in host:
        if host in _by_domain():
            return _by_domain()[host]
        host = host.partition(".")[2]
    return None
