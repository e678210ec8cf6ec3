"""``kutla evaluate``: score the reader against gold claims."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kutla.cli.common import DEFAULTS, Parliament

if TYPE_CHECKING:
    from kutla.claims import Claim


def evaluate(
    gold: Annotated[Path, typer.Argument(help="A folder of gold: X.jsonl beside X.txt.")],
    articles: Annotated[
        Path | None, typer.Option(help="Where the articles are, if elsewhere.")
    ] = None,
    parliament: Parliament = DEFAULTS.parliament,
    differences: Annotated[
        bool, typer.Option("--differences", help="List what was missed and added.")
    ] = False,
) -> None:
    """Print precision, recall and F1 by kind, and how often the details agree."""
    from kutla.claims.score_table import render_differences, render_score
    from kutla.claims.scoring import evaluate_folder
    from kutla.pipeline import extract_paths
    from kutla.register import load_parliament

    register = load_parliament(parliament)

    def extract(path: Path) -> tuple[Claim, ...]:
        return extract_paths([path], register).claims

    card = evaluate_folder(
        gold, articles, extract, identify=lambda name: register.match(name).entity_id
    )
    typer.echo(render_score(card))
    for problem in card.problems:
        typer.echo(f"kutla: {problem.message}", err=True)
    if differences:
        typer.echo(render_differences(card))


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(evaluate)
