"""The game a command is asked about: from a ledger or a table of seats, shaped by rules in words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kutla.cli.common import open_picture

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kutla.coalitions import Asked, Chances, Game, SeatTable

Rules = Annotated[
    list[str] | None,
    typer.Option(
        "--rule",
        "-r",
        help='A rule in words, such as "A refuses B"; again for each.',
        show_default=False,
    ),
]
Seats = Annotated[
    Path | None,
    typer.Option("--seats", help="A table `list,seats` to ask about in place of a ledger."),
]
Quota = Annotated[
    str | None, typer.Option("--quota", help="165, 2/3 or 60%; the absolute majority if left out.")
]
Chamber = Annotated[
    int | None, typer.Option("--chamber", help="Seats of the house, where the table lacks some.")
]
Contested = Annotated[
    bool, typer.Option("--contested", help="Heed the refusals that are contested too.")
]


@dataclass(frozen=True)
class Base:
    """What a question starts from, before any rule."""

    game: Game
    columns: Mapping[str, Mapping[str, float]]
    names: Mapping[str, tuple[str, ...]]
    chamber: int
    chances: Chances | None = None

    def shaped(self, rules: list[str] | None) -> Asked:
        """Read the rules onto it."""
        from kutla.coalitions import read_rules

        return read_rules(
            self.game, rules or (), columns=self.columns, names=self.names, chamber=self.chamber
        )


def open_base(
    seats: Path | None,
    ledger: Path,
    parliament: str,
    valid_on: str | None,
    known_at: str | None,
    *,
    quota: str | None,
    chamber: int | None,
    contested: bool,
) -> Base:
    """Give the game of a table, or of a ledger's state."""
    if seats is not None:
        return base_of(read_table(seats), quota, chamber)
    return _from_ledger(ledger, parliament, valid_on, known_at, quota, contested=contested)


def read_table(path: Path) -> SeatTable:
    """Read a table of seats or votes; raises CoalitionError for bytes that are no text."""
    from kutla.coalitions import parse_seats
    from kutla.errors import CoalitionError

    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise CoalitionError(
            f"{path}: byte {error.start} is no UTF-8; save the table as UTF-8 text."
        ) from None
    return parse_seats(text, str(path))


def base_of(table: SeatTable, quota: str | None, chamber: int | None) -> Base:
    """Start from a table, in which no seat is missing if ``chamber`` is None."""
    from kutla.coalitions import game_of

    size = table.seats if chamber is None else chamber
    return Base(game_of(table, quota, chamber), table.columns, {}, size)


def _from_ledger(
    ledger: Path,
    parliament: str,
    valid_on: str | None,
    known_at: str | None,
    quota: str | None,
    *,
    contested: bool,
) -> Base:
    from dataclasses import replace

    from kutla.coalitions import chances_from_state, read_quota
    from kutla.errors import CoalitionError
    from kutla.register import AliasMark, load_parliament

    with open_picture(ledger, parliament, valid_on, known_at) as seen:
        found = seen.coalitions
        chances = chances_from_state(seen.state)
    if not found.groups:
        raise CoalitionError(
            f"{ledger}: no list is given seats on that day; add articles that report a result."
        )
    heeded = found.with_contested if contested else None
    game = (heeded or found.without_contested).game
    if quota is not None:
        game = replace(game, quota=read_quota(quota, found.chamber_seats))
    register = load_parliament(parliament)
    names: dict[str, tuple[str, ...]] = {}
    for alias in register.aliases:
        if alias.entity_id in game.seats_of and alias.mark is AliasMark.DECIDES:
            names[alias.entity_id] = (*names.get(alias.entity_id, ()), alias.text)
    return Base(game, {}, names, found.chamber_seats, chances)
