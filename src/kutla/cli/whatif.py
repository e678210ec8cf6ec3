"""``kutla whatif``: what a changed figure, a lifted refusal, a split or a rival bloc changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kutla.cli.common import (
    DEFAULTS,
    Form,
    Format,
    KnownAt,
    LedgerPath,
    Parliament,
    ValidOn,
    print_rows,
)
from kutla.cli.games import (
    Base,
    Chamber,
    Contested,
    Quota,
    Rules,
    Seats,
    base_of,
    open_base,
    read_table,
)

if TYPE_CHECKING:
    from kutla.briefs import Section
    from kutla.coalitions import Apportionment, Game, Race, SeatTable

Govern = Annotated[
    str | None,
    typer.Option("--govern", help='Find the fewest steps that let these govern, as "A, B".'),
]
Racing = Annotated[
    list[str] | None,
    typer.Option("--race", help='One of two rival blocs, as "A, B"; give the option twice.'),
]
Votes = Annotated[
    Path | None,
    typer.Option("--votes", help="Share seats out by this table `list,votes` first."),
]
MethodName = Annotated[
    str, typer.Option("--method", help="How: sainte-lague, sainte-lague-1.7, dhondt, hare, droop …")
]
Bar = Annotated[float, typer.Option("--threshold", help="The threshold, in per cent of the votes.")]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, help="How many sets are given.")]


def whatif(
    ledger: LedgerPath = DEFAULTS.ledger,
    parliament: Parliament = DEFAULTS.parliament,
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
    form: Format = Form.TEXT,
    rule: Rules = None,
    seats: Seats = None,
    quota: Quota = None,
    chamber: Chamber = None,
    contested: Contested = False,
    govern: Govern = None,
    rivals: Racing = None,
    votes: Votes = None,
    method: MethodName = "sainte-lague",
    threshold: Bar = 0.0,
    limit: Limit = 5,
) -> None:
    """Say what the rules given change, against the state as it is; or run a race, or find steps."""
    from rich.console import Console

    from kutla.briefs import print_section
    from kutla.briefs.games import say_seats
    from kutla.coalitions import seat_rows

    if votes is not None:
        table, found = _apportioned(votes, method, threshold, chamber)
        is_asked = rule or rivals or govern
        if form is Form.TEXT:
            print_section(say_seats(table.groups, found), Console(highlight=False))
        elif not is_asked:
            print_rows(seat_rows(table.groups, found), form)
        if not is_asked:
            return
        base = base_of(_seated(table, found), quota, None)
    else:
        base = open_base(
            seats, ledger, parliament, valid_on, known_at,
            quota=quota, chamber=chamber, contested=contested,
        )  # fmt: skip
    _answer(base, rule, rivals, govern, limit, form)


def _answer(
    base: Base,
    rule: list[str] | None,
    rivals: list[str] | None,
    govern: str | None,
    limit: int,
    form: Form,
) -> None:
    from rich.console import Console

    from kutla.briefs import print_section
    from kutla.coalitions import race_rows
    from kutla.errors import CoalitionError

    if rivals:
        if len(rivals) != 2:
            raise CoalitionError('a race is between two blocs: --race "A, B" --race "C, D".')
        ran, section = _race(base, rule, rivals)
        if form is not Form.TEXT:
            print_rows(race_rows(ran), form)
            return
    elif govern is not None:
        section = _steps(base, rule, govern, limit)
    elif rule:
        section = _compared(base, rule, limit)
    else:
        raise CoalitionError('say what changes: --rule "A holds 48", --govern "A, B" or --race.')
    if form is not Form.TEXT:
        print_rows(_plain(section), form)
    else:
        print_section(section, Console(highlight=False))


def _plain(section: Section) -> list[dict[str, object]]:
    from kutla.briefs import Line

    return [{"text": part.text} for part in section.parts if isinstance(part, Line)]


def _ids(base: Base, game: Game, names: str) -> list[str]:
    from kutla.coalitions import find_groups

    return find_groups(game, names, base.names)


def _race(base: Base, rule: list[str] | None, rivals: list[str]) -> tuple[Race, Section]:
    from kutla.briefs.games import say_race
    from kutla.coalitions import race

    game = base.shaped(rule).game
    ran = race(game, _ids(base, game, rivals[0]), _ids(base, game, rivals[1]))
    return ran, say_race(ran)


def _steps(base: Base, rule: list[str] | None, govern: str, limit: int) -> Section:
    from kutla.briefs.games import say_changes
    from kutla.coalitions import smallest_changes

    game = base.shaped(rule).game
    changes = smallest_changes(game, _ids(base, game, govern), limit=limit)
    return say_changes(changes, {group.id: group.label for group in game.groups})


def _compared(base: Base, rule: list[str], limit: int) -> Section:
    from kutla.briefs.games import say_whatif
    from kutla.coalitions import banzhaf, only_in, outlook

    before, after = base.game, base.shaped(rule).game
    gained, lost = only_in(after, before, limit=limit), only_in(before, after, limit=limit)
    return say_whatif(
        outlook(before), outlook(after), gained, lost, (banzhaf(before), banzhaf(after))
    )


def _apportioned(
    votes: Path, method: str, threshold: float, chamber: int | None
) -> tuple[SeatTable, Apportionment]:
    from kutla.coalitions import apportion
    from kutla.errors import CoalitionError

    if chamber is None:
        raise CoalitionError("--votes shares seats out: say how many with --chamber 329.")
    table = read_table(votes)
    counts = {group.id: group.seats for group in table.groups}
    return table, apportion(counts, chamber, method, threshold=threshold / 100)


def _seated(table: SeatTable, found: Apportionment) -> SeatTable:
    from dataclasses import replace

    groups = tuple(replace(group, seats=found.seats[group.id]) for group in table.groups)
    return replace(table, groups=groups)


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(whatif)
