"""``kutla power``: who matters, by exact indices, under what was refused and what if."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

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
from kutla.cli.games import Chamber, Contested, Quota, Rules, Seats, open_base


class Index(StrEnum):
    """The indices by name."""

    BANZHAF = "banzhaf"
    SHAPLEY = "shapley"
    DEEGAN = "deegan-packel"
    HOLLER = "holler-packel"
    JOHNSTON = "johnston"


class Played(StrEnum):
    """Which game an index is of; see docs/coalitions.md."""

    FEASIBLE = "feasible"
    RESTRICTED = "restricted"


Indices = Annotated[
    list[Index] | None,
    typer.Option("--index", "-i", help="An index; again for each (Banzhaf and Shapley–Shubik)."),
]
MeaningOf = Annotated[
    Played,
    typer.Option(
        "--meaning", help="Under refusals: swings of feasible sets, or the restricted game."
    ),
]


def power(
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
    index: Indices = None,
    meaning: MeaningOf = Played.FEASIBLE,
) -> None:
    """Say who matters: power indices, exact, under what was refused."""
    from rich.console import Console

    from kutla.briefs import print_section
    from kutla.briefs.games import say_power
    from kutla.coalitions import (
        Meaning,
        banzhaf,
        deegan_packel,
        holler_packel,
        johnston,
        power_rows,
        shapley_shubik,
    )

    base = open_base(
        seats, ledger, parliament, valid_on, known_at,
        quota=quota, chamber=chamber, contested=contested,
    )  # fmt: skip
    game, kept = base.shaped(rule).game, Meaning(meaning.value)
    ways = {
        Index.BANZHAF: lambda: banzhaf(game, meaning=kept),
        Index.SHAPLEY: lambda: shapley_shubik(game, meaning=kept),
        Index.DEEGAN: lambda: deegan_packel(game),
        Index.HOLLER: lambda: holler_packel(game),
        Index.JOHNSTON: lambda: johnston(game, meaning=kept),
    }
    found = [ways[each]() for each in index or (Index.BANZHAF, Index.SHAPLEY)]
    if form is Form.TEXT:
        print_section(say_power(found), Console(highlight=False))
    else:
        print_rows(power_rows(found), form)


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(power)
