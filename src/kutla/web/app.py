"""The application that ``kutla serve`` starts. Statuses of HTTP live here and nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from jinja2 import Environment, FileSystemLoader

from kutla import __version__
from kutla.errors import KutlaError, SettingsError, UnknownEntityError
from kutla.vocabulary import POLITICAL_GROUPS, EntityKind
from kutla.web.answers import answer, error_of, parameters_of, read_json
from kutla.web.properties import PROPERTIES, Settings, read_settings, values_of
from kutla.web.reconciliation import Reconciler, read_limit, read_question

if TYPE_CHECKING:
    from collections.abc import Callable

    from kutla.register import Register

_PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")), autoescape=True
)
_MOST_QUERIES = 1_000
_NAMED = "names"
_MOST_NAMES = 12


def create_app(register_now: Callable[[], Register]) -> FastAPI:
    """Give the application over a register; each request asks for the register as it is now."""
    app = FastAPI(title="kutla", version=__version__, docs_url=None, redoc_url=None)
    app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "POST"])

    @app.exception_handler(KutlaError)
    async def refuse(request: Request, error: KutlaError) -> Response:
        status = 404 if isinstance(error, UnknownEntityError) else 400
        return answer(request, error_of(str(error)), status)

    _add_pages(app, register_now)
    _add_service(app, register_now)
    _add_suggestions(app, register_now)
    return app


def _add_pages(app: FastAPI, register_now: Callable[[], Register]) -> None:
    @app.get("/", response_class=HTMLResponse)
    def index(request: Request) -> str:
        register = register_now()
        own = register.own_entities
        return _PAGES.get_template("index.html.jinja").render(
            name=f"{register.country}: {register.chamber.name}",
            people=sum(each.kind is EntityKind.PERSON for each in own),
            groups=sum(each.kind in POLITICAL_GROUPS for each in own),
            names=sum(len(register.aliases_of(each.id)) for each in own),
            service=f"{_base(request)}/reconcile",
        )

    @app.get("/entity/{entity_id}")
    def entity(entity_id: str) -> Response:
        register = register_now()
        found = register.entity(entity_id)
        if found.id != entity_id:  # merged by judgement: the old address stays good for ever
            return RedirectResponse(f"/entity/{found.id}", 308)
        return HTMLResponse(_entity_page(register, entity_id))


def _add_service(app: FastAPI, register_now: Callable[[], Register]) -> None:
    @app.api_route("/reconcile", methods=["GET", "POST"])
    async def reconcile(request: Request) -> Response:
        asked = await parameters_of(request)
        base = _base(request)
        return answer(request, await run_in_threadpool(_serve, register_now(), asked, base))

    @app.get("/reconcile/preview", response_class=HTMLResponse)
    def preview(id: str = "") -> str:  # noqa: A002 - the API's own name
        return _entity_page(register_now(), id)

    @app.get("/reconcile/properties")
    def properties(request: Request) -> Response:
        kind = request.query_params.get("type", "")
        asked = request.query_params.get("limit")
        limit = read_limit(asked, "limit") if asked else 0
        return answer(request, Reconciler(register_now()).propose_properties(kind, limit))


def _add_suggestions(app: FastAPI, register_now: Callable[[], Register]) -> None:
    @app.get("/reconcile/suggest/{what}")
    def suggest(request: Request, what: str) -> Response:
        reconciler = Reconciler(register_now())
        by_name = {
            "entity": reconciler.suggest_entities,
            "type": reconciler.suggest_types,
            "property": reconciler.suggest_properties,
        }
        if what not in by_name:
            return answer(request, error_of(f"nothing suggests {what!r}; {_known(by_name)}"), 404)
        cursor = request.query_params.get("cursor", "0")
        if not cursor.isdecimal():
            raise SettingsError(f"cursor is {cursor!r}; give a number")
        prefix = request.query_params.get("prefix", "")
        return answer(request, {"result": by_name[what](prefix, int(cursor[:9]))})

    @app.get("/reconcile/flyout/{what}")
    def flyout(request: Request, what: str) -> Response:
        id_ = request.query_params.get("id", "")
        if what == "entity":
            register = register_now()
            text, about = register.entity(id_).name, Reconciler(register).description(id_)
        elif what == "type":
            known = {kind.value: kind.value.replace("-", " ") for kind in EntityKind}
            text, about = known.get(id_, ""), "a kind of entity"
        else:
            found = next((each for each in PROPERTIES if each.id == id_), None)
            text, about = (found.name, found.about) if found else ("", "")
        if not text:
            return answer(request, error_of(f"no {what} {id_!r} has a flyout"), 404)
        html = _PAGES.from_string("<p><b>{{ text }}</b>: {{ about }}</p>")
        return answer(request, {"id": id_, "html": html.render(text=text, about=about)})


def _serve(register: Register, asked: dict[str, Any], base: str) -> Any:
    """Answer what one request asks: queries, one query, an extension, or what the service is."""
    reconciler = Reconciler(register)
    if "queries" in asked:
        queries = read_json(asked["queries"], "queries")
        if not isinstance(queries, dict):
            raise SettingsError("queries: no JSON object of queries by key")
        if len(queries) > _MOST_QUERIES:
            raise SettingsError(f"{len(queries)} queries; send at most {_MOST_QUERIES} at once")
        return {key: {"result": _one(reconciler, query, key)} for key, query in queries.items()}
    if "query" in asked:
        text = asked["query"]
        one = read_json(text, "query") if str(text).lstrip().startswith("{") else {"query": text}
        return {"result": _one(reconciler, one, "query")}
    if "extend" in asked:
        return _extend(reconciler, read_json(asked["extend"], "extend"))
    return reconciler.manifest(base)


def _one(reconciler: Reconciler, query: Any, key: str) -> list[dict[str, Any]]:
    if not isinstance(query, dict):
        raise SettingsError(f'{key}: no query; it reads {{"query": "a name"}}')
    return reconciler.reconcile(read_question(query, key))


def _extend(reconciler: Reconciler, asked: Any) -> dict[str, Any]:
    ids = asked.get("ids") if isinstance(asked, dict) else None
    wanted = asked.get("properties") if isinstance(asked, dict) else None
    if not isinstance(ids, list) or not isinstance(wanted, list):
        raise SettingsError('extend: it reads {"ids": ["…"], "properties": [{"id": "names"}]}')
    properties = [
        (str(each["id"]), read_settings(each.get("settings"), str(each["id"])))
        for each in wanted
        if isinstance(each, dict) and "id" in each
    ]
    if len(properties) != len(wanted):
        raise SettingsError('extend: a property reads {"id": "names"}')
    return reconciler.extend([str(id_) for id_ in ids], properties)


def _entity_page(register: Register, entity_id: str) -> str:
    entity = register.entity(entity_id)
    rows = []
    for each in PROPERTIES:
        if each.is_fetched and each.id != "kind":
            limit = _MOST_NAMES if each.id == _NAMED else 0
            cells = values_of(register, entity.id, each, Settings(limit))
            values = [
                str(next(iter({**cell, "id": ""}.values())) or cell["name"]) for cell in cells
            ]
            if values:
                rows.append((each.name, values))
    return _PAGES.get_template("entity.html.jinja").render(
        name=entity.name,
        id=entity.id,
        description=Reconciler(register).description(entity.id),
        rows=rows,
    )


def _base(request: Request) -> str:
    return str(request.base_url).rstrip("/")


def _known(names: dict[str, Any]) -> str:
    return f"known are {', '.join(names)}"
