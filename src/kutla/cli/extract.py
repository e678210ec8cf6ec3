"""``kutla extract``: the claims of files, without a ledger."""

from __future__ import annotations

from pathlib import Path

import typer

from kutla.cli.common import DEFAULTS, NO_CLAIM, Form, Format, Parliament, Paths, print_rows, tell
from kutla.cli.models import (
    By,
    Cache,
    Extractor,
    KeyEnv,
    ModelName,
    Parallel,
    Prices,
    Timeout,
    Url,
    make_extractor,
    tell_usage,
)

NOTHING, SOME_SET_ASIDE = 1, 3


def extract(
    paths: Paths,
    parliament: Parliament = DEFAULTS.parliament,
    form: Format = Form.JSONL,
    by: By = Extractor.RULES,
    url: Url = None,
    model: ModelName = None,
    key_env: KeyEnv = "OPENAI_API_KEY",
    cache: Cache = Path(".kutla-answers"),
    parallel: Parallel = 4,
    timeout: Timeout = 120.0,
    prices: Prices = None,
) -> None:
    """Print the claims of files in the interchange form, one JSON object a line."""
    from kutla.cli.plain import plain_claim
    from kutla.pipeline import extract_paths
    from kutla.register import load_parliament

    asked = make_extractor(
        by, url, model, key_env=key_env, cache=cache, parallel=parallel, timeout=timeout
    )
    extraction = extract_paths(paths, load_parliament(parliament), asked)
    if asked is not None:
        tell_usage(asked, prices)
    print_rows([plain_claim(claim) for claim in extraction.claims], form)
    tell(extraction.unread)
    if extraction.documents and not extraction.claims:
        typer.echo(f"kutla: {NO_CLAIM}", err=True)
    if not extraction.claims:
        raise typer.Exit(NOTHING)
    if extraction.unread:
        raise typer.Exit(SOME_SET_ASIDE)


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(extract)
