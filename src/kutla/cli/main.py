"""One file a command; errors become one sentence and an exit code.

Exit codes: 0 done; 1 nothing found (no article, no claim, no fact); 2 the call or its input is
wrong; 3 some files were set aside, the rest was done; 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kutla import __version__
from kutla.cli import (
    add,
    brief,
    bring,
    claims,
    coalitions,
    diff,
    evaluate,
    example,
    explain,
    export,
    extract,
    forecast,
    ledger,
    parliament,
    power,
    procedure,
    read,
    register,
    review,
    serve,
    state,
    stories,
    timeline,
    watch,
    whatif,
    why,
)
from kutla.errors import KutlaError

if TYPE_CHECKING:
    from collections.abc import Sequence

BAD_INPUT = 2

app = typer.Typer(
    name="kutla",
    help="Who holds what, who sits with whom, and which governments can form or fall.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
COMMANDS = (
    brief, add, watch, ledger, extract, explain, claims, why, timeline, diff, state, coalitions, power, whatif, procedure, forecast, stories, read, evaluate, parliament, register, review, export, bring, serve, example,
)  # fmt: skip
for command in COMMANDS:
    command.add_to(app)


@app.callback(invoke_without_command=True)
def _options(
    version: bool = typer.Option(False, "--version", help="Print the version and stop."),
    weights: Path | None = typer.Option(
        None, "--weights", envvar="KUTLA_WEIGHTS", help="Your table of how much each voice weighs."
    ),
) -> None:
    if weights is not None:
        from kutla.state.weights import load_weights, use_weights

        use_weights(load_weights(weights))
    own = os.environ.get("KUTLA_OUTLETS")
    if own:
        from kutla.documents.outlet_table import add_outlets

        add_outlets(Path(own))
    if version:
        typer.echo(f"kutla {__version__}")
        raise typer.Exit


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; no traceback of a foreseen fault reaches the user."""
    try:
        app(args=None if arguments is None else list(arguments))
    except KutlaError as error:
        typer.echo(f"kutla: {error}", err=True)
        sys.exit(BAD_INPUT)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        typer.echo(f"kutla: {error.filename or 'a file'}: {error.strerror or error}", err=True)
        sys.exit(BAD_INPUT)
