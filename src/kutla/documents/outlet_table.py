"""The packaged table of known outlets; a name or an address → the outlet and its kind."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from kutla.documents.document import OutletKind
from kutla.documents.lines import fold


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


@cache
def known_outlets() -> tuple[KnownOutlet, ...]:
    """Read the table that is shipped with the product."""
    source = files("kutla.documents").joinpath("outlets.csv").read_text(encoding="utf-8")
    return tuple(
        KnownOutlet(
            row["name"],
            OutletKind(row["kind"]) if row["kind"] else None,
            tuple(filter(None, row["aliases"].split("|"))),
            tuple(filter(None, row["domains"].split("|"))),
            row["often_quoted"] == "yes",
        )
        for row in csv.DictReader(source.splitlines())
    )


@cache
def _by_name() -> dict[str, KnownOutlet]:
    return {
        fold(name): outlet for outlet in known_outlets() for name in (outlet.name, *outlet.aliases)
    }


@cache
def _by_domain() -> dict[str, KnownOutlet]:
    return {domain: outlet for outlet in known_outlets() for domain in outlet.domains}


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
