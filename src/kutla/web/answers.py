"""How an answer leaves: JSON, or JSONP for clients that ask with a callback."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from starlette.responses import Response

from kutla.errors import SettingsError

if TYPE_CHECKING:
    from starlette.requests import Request

_CALLBACK = re.compile(r"^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$", re.ASCII)
_LONGEST_CALLBACK = 128
MOST_BYTES = 8_000_000


def answer(request: Request, contents: Any, status: int = 200) -> Response:
    """Write an answer; with ``callback`` as a script that calls it (then always status 200)."""
    text = json.dumps(contents, ensure_ascii=False)
    callback = request.query_params.get("callback")
    if callback is None:
        return Response(text, status, media_type="application/json")
    if len(callback) > _LONGEST_CALLBACK or not _CALLBACK.match(callback):
        refusal = json.dumps(error_of(f"callback is {callback[:40]!r}; give a name of JavaScript"))
        return Response(refusal, 400, media_type="application/json")
    # A script may hold no bare line separators, and a browser must not guess it to be anything else.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("<", "\\u003c")
    return Response(
        f"/**/{callback}({text});",
        media_type="application/javascript",
        headers={"X-Content-Type-Options": "nosniff"},
    )


def error_of(message: str) -> dict[str, str]:
    """Give a refusal as the API writes it."""
    return {"status": "error", "message": message}


async def parameters_of(request: Request) -> dict[str, Any]:
    """Read what a request asks: the address's query, a form, or a JSON body.

    Raises SettingsError where the body is too long or none of these.
    """
    asked: dict[str, Any] = dict(request.query_params)
    if request.method != "POST":
        return asked
    body = await _body_of(request)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise SettingsError("the body is not UTF-8; encode it so") from None
    if kind == "application/json":
        contents = read_json(text, "the body")
        if not isinstance(contents, dict):
            raise SettingsError('the body is no JSON object; send {"queries": {…}}')
        return {
            **asked,
            **(
                contents
                if {"queries", "query", "extend"} & set(contents)
                else {"queries": contents}
            ),
        }
    if kind not in {"", "application/x-www-form-urlencoded"}:
        raise SettingsError(f"the body is {kind}; send application/x-www-form-urlencoded or JSON")
    return {**asked, **dict(parse_qsl(text, keep_blank_values=True))}


async def _body_of(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise SettingsError(f"the body is longer than {MOST_BYTES:,} bytes; send fewer queries")
    return bytes(body)


def read_json(text: Any, place: str) -> Any:
    """Read JSON where it is still text; raises SettingsError that names the place."""
    if not isinstance(text, str):
        return text
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        where = f" at character {error.pos}" if isinstance(error, json.JSONDecodeError) else ""
        raise SettingsError(f"{place}: no JSON{where}; encode it as JSON") from None
