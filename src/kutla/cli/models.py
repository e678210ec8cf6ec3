"""The options that put a model behind an endpoint in the place of the built-in reader."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kutla.claims.endpoint import ModelExtractor


class Extractor(StrEnum):
    """Who reads: the rules that are built in, or a language model."""

    RULES = "rules"
    LLM = "llm"


By = Annotated[
    Extractor,
    typer.Option(
        "--extractor", help="Who reads: the built-in rules, or a model behind --endpoint."
    ),
]
Url = Annotated[
    str | None,
    typer.Option("--endpoint", help="An OpenAI-compatible endpoint, as http://localhost:8000/v1."),
]
ModelName = Annotated[str | None, typer.Option("--model", help="The model to ask for.")]
KeyEnv = Annotated[
    str, typer.Option("--key-env", help="The environment variable that holds the key.")
]
Cache = Annotated[
    Path, typer.Option("--cache", help="A folder of answers, so that none is paid for twice.")
]
Parallel = Annotated[
    int, typer.Option("--parallel", min=1, max=64, help="Questions asked at a time.")
]
Timeout = Annotated[
    float, typer.Option("--timeout", min=0.1, help="Seconds to wait for one answer.")
]
Prices = Annotated[
    str | None,
    typer.Option("--prices", help="Prices of a million tokens in and out, as 0.15,0.60."),
]


def make_extractor(
    by: Extractor,
    url: str | None,
    model: str | None,
    *,
    key_env: str,
    cache: Path,
    parallel: int,
    timeout: float,
) -> ModelExtractor | None:
    """Give the model's extractor, or None for the built-in one.

    Raises SettingsError where the endpoint or the model is not named.
    """
    from kutla.claims.endpoint import Endpoint, ModelExtractor
    from kutla.errors import SettingsError

    if by is Extractor.RULES:
        return None
    if not url or not model:
        raise SettingsError("--extractor llm needs --endpoint URL and --model NAME; give both.")
    if not url.startswith(("http://", "https://")):
        raise SettingsError(f"--endpoint {url!r} is no address; write http://localhost:8000/v1.")
    endpoint = Endpoint(url, model, os.environ.get(key_env) or None, timeout)
    return ModelExtractor(endpoint, cache, parallel)


def tell_usage(extractor: ModelExtractor, prices: str | None) -> None:
    """Say on stderr what the questions took and what did not pass the door."""
    used = extractor.usage
    said = (
        f"kutla: {used.requests} questions answered, {used.cached} from the cache; "
        f"{used.prompt_tokens:,} tokens in, {used.completion_tokens:,} out"
    )
    if prices is not None:
        said += f"; cost {used.cost(*_read_prices(prices)):.4f}"
    typer.echo(said, err=True)
    for each in extractor.rejected:
        typer.echo(f"kutla: {each.document}: left out: {each.reason}", err=True)


def _read_prices(text: str) -> tuple[float, float]:
    from kutla.errors import SettingsError

    try:
        price_in, price_out = (float(part) for part in text.split(","))
    except ValueError:
        raise SettingsError(f"--prices {text!r} is not two numbers; write 0.15,0.60.") from None
    return price_in, price_out
