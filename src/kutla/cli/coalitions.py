"""``kutla coalitions``: which sets of lists reach the quota, and whom every one needs."""

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
    open_picture,
    print_rows,
)
from kutla.cli.games import Chamber, Contested, Quota, Rules, Seats, open_base

if TYPE_CHECKING:
    from kutla.briefs import Section
    from kutla.coalitions import Asked, Chances, Coalition

By = Annotated[
    str, typer.Option("--by", help="What is best: members, surplus, in order of weight.")
]
Limit = Annotated[int, typer.Option("--limit", "-n", min=0, help="How many sets are given.")]
Every = Annotated[
    bool, typer.Option("--all", help="Sets with lists to spare too, not only the minimal ones.")
]
Sampled = Annotated[
    int, typer.Option("--sample", min=0, help="Draw so many sets at random instead of the best.")
]
Draws = Annotated[
    int, typer.Option("--draws", min=0, help="Draw so many chambers from what is not sure.")
]
Seed = Annotated[int, typer.Option("--seed", help="The same seed draws the same.")]
Unsure = Annotated[
    bool, typer.Option("--unsure", help="Give the chances of contested figures and refusals.")
]
Picture = Annotated[
    Path | None, typer.Option("--svg", help="Draw the sets given to this file, as bars.")
]
Lattice = Annotated[
    Path | None, typer.Option("--lattice", help="Draw who sits in which set to this file.")
]


def coalitions(
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
    by: By = "members,surplus",
    limit: Limit = 10,
    every: Every = False,
    number: Sampled = 0,
    seed: Seed = 1,
    unsure: Unsure = False,
    draws: Draws = 0,
    svg: Picture = None,
    lattice: Lattice = None,
) -> None:
    """Say which sets of lists reach the quota under what was refused, and what rules change."""
    from rich.console import Console

    from kutla.briefs import print_section
    from kutla.briefs.sections import arithmetic
    from kutla.coalitions import coalition_rows, enumerate_coalitions, find_yardstick, sample

    is_plain_question = seats is None and not (
        rule or quota or contested or every or number or unsure or draws or svg or lattice
    )
    if is_plain_question and form is Form.TEXT:
        with open_picture(ledger, parliament, valid_on, known_at) as seen:
            print_section(arithmetic(seen), Console(highlight=False))
        return
    base = open_base(
        seats, ledger, parliament, valid_on, known_at,
        quota=quota, chamber=chamber, contested=contested or is_plain_question,
    )  # fmt: skip
    asked = base.shaped(rule)
    yardsticks = [find_yardstick(name.strip()) for name in by.split(",")]
    if number:
        found = sample(asked.game, number=number, seed=seed, minimal=not every)
    else:
        found = tuple(
            enumerate_coalitions(asked.game, by=yardsticks, limit=limit, minimal=not every)
        )
    _draw(svg, lattice, asked, found)
    chances = _chances(asked, base.chances if unsure else None)
    if form is not Form.TEXT:
        rows = coalition_rows(found)
        if chances is not None:
            rows = _with_chances(asked, found, chances)
        print_rows(rows, form)
        return
    title = "Drawn at random" if number else "The best sets"
    for section in _sections(asked, found, chances, title, draws, seed):
        print_section(section, Console(highlight=False))


def _chances(asked: Asked, known: Chances | None) -> Chances | None:
    """Put what the rules leave to chance over what the state does."""
    from kutla.coalitions import Chances

    if known is None:
        return asked.chances if asked.has_chances else None
    own = asked.chances
    refusals = {**known.refusals, **own.refusals}
    return Chances({**known.seats, **own.seats}, {**known.joins, **own.joins}, refusals)


def _with_chances(
    asked: Asked, found: tuple[Coalition, ...], chances: Chances
) -> list[dict[str, object]]:
    from kutla.coalitions import reach_of, reach_rows

    return reach_rows((each, reach_of(asked.game, each.ids, chances)) for each in found)


def _sections(
    asked: Asked,
    found: tuple[Coalition, ...],
    chances: Chances | None,
    title: str,
    draws: int,
    seed: int,
) -> list[Section]:
    from kutla.briefs.games import say_reach, say_sets
    from kutla.coalitions import outlook, reach_of, simulate

    sections = [say_sets(asked.game, outlook(asked.game), found, title)]
    if chances is not None:
        reaches = [(each, reach_of(asked.game, each.ids, chances)) for each in found]
        drawn = simulate(asked.game, chances, draws=draws, seed=seed) if draws else None
        sections.append(say_reach(reaches, drawn))
    return sections


def _draw(
    svg: Path | None, lattice: Path | None, asked: Asked, found: tuple[Coalition, ...]
) -> None:
    from kutla.briefs.drawings import draw_bars, draw_lattice, stand_alone

    if svg is not None:
        bars = draw_bars(found, asked.game.groups, asked.game.quota, most=len(found))
        svg.write_text(stand_alone(bars), encoding="utf-8")
    if lattice is not None:
        picture = draw_lattice(found, asked.game.quota)
        lattice.write_text(stand_alone(picture), encoding="utf-8")


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(coalitions)
