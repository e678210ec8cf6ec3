"""One question to an endpoint: sent, tried again where that helps, counted and kept."""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import urllib3
from urllib3.exceptions import HTTPError
from urllib3.exceptions import TimeoutError as TooSlow

from kutla.errors import EndpointError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_OK, _BAD_REQUEST, _TOO_MANY, _FAULT = 200, 400, 429, 500
_REFUSED: Final = frozenset({401, 403})
_LONGEST_PAUSE: Final = 60.0
_FIRST_PAUSE: Final = 1.0


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model answers: ``url`` up to ``/v1``, the model's name, and how patient to be.

    ``key`` is sent as a bearer token; ``timeout`` is seconds for one answer, ``tries`` how often
    one question is asked at most.
    """

    url: str
    model: str
    key: str | None = None
    timeout: float = 120.0
    tries: int = 5


@dataclass(frozen=True, slots=True)
class Usage:
    """What the questions took: tokens as the endpoint counts them, and how many were answered."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    requests: int = 0
    cached: int = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.prompt_tokens + other.prompt_tokens,
            self.completion_tokens + other.completion_tokens,
            self.requests + other.requests,
            self.cached + other.cached,
        )

    def cost(self, price_in: float, price_out: float) -> float:
        """Give the cost at prices for a million tokens in and out."""
        return (self.prompt_tokens * price_in + self.completion_tokens * price_out) / 1_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """The text of an answer; ``is_cut`` where the endpoint says that it ran out of tokens."""

    text: str
    is_cut: bool
    usage: Usage


@dataclass
class Asker:
    """Asks an endpoint; ``cache`` is a folder of answers, so that nothing is paid for twice."""

    endpoint: Endpoint
    cache: Path | None = None
    sleep: Callable[[float], None] = time.sleep
    _pool: urllib3.PoolManager = field(default_factory=lambda: urllib3.PoolManager(maxsize=16))
    _knows_schema: bool = True

    def ask(self, messages: list[dict[str, str]], schema: dict[str, Any]) -> Answer:
        """Ask, or give what was answered before.

        Raises EndpointError where the endpoint cannot be reached, refuses the key or the model,
        or fails as often as may be tried.
        """
        kept = self._kept(messages)
        if kept is not None and kept.exists():
            saved = json.loads(kept.read_text(encoding="utf-8"))
            return Answer(saved["text"], saved["is_cut"], Usage(cached=1))
        answer = self._answered(messages, schema)
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            half = kept.with_suffix(".part")
            half.write_text(
                json.dumps({"text": answer.text, "is_cut": answer.is_cut}), encoding="utf-8"
            )
            half.replace(kept)
        return answer

    def _kept(self, messages: list[dict[str, str]]) -> Path | None:
        if self.cache is None:
            return None
        said = json.dumps([self.endpoint.url, self.endpoint.model, messages], sort_keys=True)
        return self.cache / f"{hashlib.sha256(said.encode()).hexdigest()}.json"

    def _answered(self, messages: list[dict[str, str]], schema: dict[str, Any]) -> Answer:
        told = "it did not answer"
        for attempt in range(self.endpoint.tries):
            if attempt:
                self.sleep(min(_LONGEST_PAUSE, _FIRST_PAUSE * 2 ** (attempt - 1)))
            try:
                response = self._post(messages, schema)
            except TooSlow:
                told = f"no answer within {self.endpoint.timeout:g} seconds"
                continue
            except HTTPError as error:
                told = f"it cannot be reached ({type(error).__name__})"
                continue
            status = int(response.status)
            if status == _OK:
                answer = _read(response.data)
                if answer is not None:
                    return answer
                told = "its answer is no chat completion"
            elif status in _REFUSED:
                raise EndpointError(
                    f"{self.endpoint.url} refuses the key (status {status}); "
                    "name the variable that holds it with --key-env"
                )
            elif status == _BAD_REQUEST and self._knows_schema:
                self._knows_schema = False  # an older server: ask for plain JSON from now on
                told = _complaint(response.data) or "it does not take the request"
            elif status == _TOO_MANY or status >= _FAULT:
                told = f"it says {status}"
                self._wait(response)
            else:
                raise EndpointError(
                    f"{self.endpoint.url} says {status}: {_complaint(response.data) or 'no reason'}; "
                    "see whether --endpoint ends in /v1 and --model names a model it has"
                )
        raise EndpointError(
            f"{self.endpoint.url}: {told}, {self.endpoint.tries} times; try again later, or another"
        )

    def _post(self, messages: list[dict[str, str]], schema: dict[str, Any]) -> Any:
        form: dict[str, Any] = {"type": "json_object"}
        if self._knows_schema:
            form = {
                "type": "json_schema",
                "json_schema": {"name": "claims", "strict": True, "schema": schema},
            }
        body = {
            "model": self.endpoint.model,
            "messages": messages,
            "temperature": 0,
            "response_format": form,
        }
        headers = {"Content-Type": "application/json"}
        if self.endpoint.key:
            headers["Authorization"] = f"Bearer {self.endpoint.key}"
        return self._pool.request(
            "POST",
            f"{self.endpoint.url.rstrip('/')}/chat/completions",
            body=json.dumps(body).encode(),
            headers=headers,
            timeout=self.endpoint.timeout,
            retries=False,
        )

    def _wait(self, response: Any) -> None:
        said = str(response.headers.get("Retry-After", ""))
        if said.isdigit():
            self.sleep(min(_LONGEST_PAUSE, float(said)))


def _read(data: bytes) -> Answer | None:
    try:
        read = json.loads(data)
        choice = read["choices"][0]
        text = choice["message"]["content"]
    except (ValueError, LookupError, TypeError):
        return None
    if not isinstance(text, str):
        return None
    counted = read.get("usage") or {}
    usage = Usage(
        int(counted.get("prompt_tokens") or 0), int(counted.get("completion_tokens") or 0), 1
    )
    return Answer(text, choice.get("finish_reason") == "length", usage)


def _complaint(data: bytes) -> str:
    try:
        said = json.loads(data)["error"]
        return str(said["message"] if isinstance(said, dict) else said)[:200]
    except (ValueError, LookupError, TypeError):
        return ""
