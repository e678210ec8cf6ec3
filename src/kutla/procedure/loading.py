"""Read ``procedure.toml`` of a parliament; say which key of which file is wrong."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from kutla.errors import ProcedureError
from kutla.procedure.rules import EVENTS, MAJORITIES, Past, Procedure, Reading, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable
    from pathlib import Path

FILE = "procedure.toml"
STAGES = ("unknown", "government-sits", *EVENTS)
GENERIC = Procedure(
    "generic",
    "Majorities of any chamber",
    (),
    (
        Rule(
            id="absolute-majority",
            title="Absolute majority",
            article="general",
            majority="absolute-of-members",
            text="more than half of all members: what a majority government rests on",
        ),
        Rule(
            id="two-thirds",
            title="Two thirds",
            article="general",
            majority="two-thirds-of-members",
            text="what many constitutions ask for their own amendment",
        ),
    ),
    notes=(
        (
            "kutla has no procedure for this parliament: only the majorities that follow from the "
            "number of seats are given, and no step, clock or deadline."
        ),
    ),
    is_generic=True,
)

_RULE_KEYS = frozenset(Rule.__dataclass_fields__)


def load_procedure(parliament: str, *, folder: Path | None = None) -> Procedure:
    """Give the procedure of a parliament, or the generic one where none is shipped.

    ``folder`` is a parliament's folder of one's own. Raises ProcedureError for a malformed file.
    """
    place: Traversable = folder or files("kutla").joinpath("parliaments", parliament)
    file = place.joinpath(FILE)
    is_name = folder is not None or parliament.replace("-", "").isalnum()
    if not is_name or not file.is_file():
        return GENERIC
    where = f"{parliament}/{FILE}"
    try:
        contents = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProcedureError(f"{where} is not readable TOML: {error}.") from error
    return parse_procedure(parliament, contents, where)


def list_procedures() -> tuple[str, ...]:
    """Name the parliaments whose procedure is shipped."""
    folders = files("kutla").joinpath("parliaments").iterdir()
    return tuple(sorted(each.name for each in folders if each.joinpath(FILE).is_file()))


def parse_procedure(parliament: str, contents: dict[str, Any], where: str) -> Procedure:
    """Make a procedure of the contents of its file; raises ProcedureError with the place."""
    known = {"title", "path", "offices", "notes", "rule", "reading", "event"}
    if unknown := sorted(contents.keys() - known):
        raise ProcedureError(f"{where} has keys nobody reads: {', '.join(unknown)}; remove them.")
    path = tuple(contents.get("path", ()))
    for event in path:
        _check(event, EVENTS, f"{where}, path")
    if path and (path[0], path[-1]) != ("election", "investiture"):
        raise ProcedureError(f"{where}, path: it runs from election to investiture, or is empty.")
    rules = tuple(
        _rule(each, f"{where}, rule {place}")
        for place, each in enumerate(contents.get("rule", ()), start=1)
    )
    ids = [rule.id for rule in rules]
    if twice := sorted({each for each in ids if ids.count(each) > 1}):
        raise ProcedureError(f"{where} has two rules called {twice[0]}; rename one.")
    offices = contents.get("offices", {})
    return Procedure(
        parliament,
        str(contents.get("title", parliament)),
        path,
        rules,
        tuple(_reading(each, where) for each in contents.get("reading", ())),
        tuple(sorted((_past(each, where) for each in contents.get("event", ())), key=_when)),
        tuple((office, tuple(map(str.casefold, names))) for office, names in offices.items()),
        tuple(contents.get("notes", ())),
    )


def _when(past: Past) -> date:
    return past.on


def _rule(table: dict[str, Any], where: str) -> Rule:
    if unknown := sorted(table.keys() - _RULE_KEYS):
        raise ProcedureError(f"{where} has keys nobody reads: {', '.join(unknown)}; remove them.")
    _need(table, ("id", "title", "article"), where)
    where = f"{where} ({table['id']})"
    follows = (table.get("failure"), table.get("silence"))
    for event in (table.get("event"), *follows, *table.get("clock_from", ())):
        if event is not None:
            _check(event, EVENTS, where)
    for key in ("majority", "quorum", "initiators_share"):
        if table.get(key) is not None:
            _check(table[key], MAJORITIES, f"{where}, {key}")
    for stage in table.get("when", ()):
        _check(stage, STAGES, f"{where}, when")
    for key in ("valid_from", "valid_until"):
        _day(table.get(key), f"{where}, {key}", optional=True)
    has_clock = "clock_days" in table or "clock_years" in table
    if has_clock != bool(table.get("clock_from")):
        raise ProcedureError(f"{where}: a clock needs both its length and clock_from.")
    if table.get("silence") is not None and not has_clock:
        raise ProcedureError(f"{where}: silence follows a clock that runs out; give the clock.")
    values = dict(table)
    values.update({key: tuple(table[key]) for key in ("clock_from", "when") if key in table})
    return Rule(**values)


def _reading(table: dict[str, Any], where: str) -> Reading:
    _need(table, ("subject", "name", "valid_from", "text", "source"), f"{where}, reading")
    begins = _day(table["valid_from"], f"{where}, reading {table['name']}")
    return Reading(
        table["subject"],
        table["name"],
        begins,
        table["text"],
        table["source"],
        bool(table.get("verified", False)),
    )


def _past(table: dict[str, Any], where: str) -> Past:
    _need(table, ("on", "event", "text", "source"), f"{where}, event")
    on = _day(table["on"], f"{where}, event")
    _check(table["event"], EVENTS, f"{where}, event of {on}")
    verified = bool(table.get("verified", False))
    return Past(on, table["event"], table["text"], table["source"], verified)


def _need(table: dict[str, Any], keys: tuple[str, ...], where: str) -> None:
    if missing := [key for key in keys if key not in table]:
        raise ProcedureError(f"{where} lacks {', '.join(missing)}; add it.")


def _check(name: object, known: Iterable[str], where: str) -> None:
    names = tuple(known)
    if name not in names:
        raise ProcedureError(f"{where}: {name!r} is unknown; known are: {', '.join(names)}.")


def _day(value: object, where: str, *, optional: bool = False) -> Any:
    if value is None and optional:
        return None
    if type(value) is not date:
        raise ProcedureError(f"{where}: {value!r} is no day; write it as 2018-05-12, unquoted.")
    return value
