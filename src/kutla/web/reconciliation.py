"""A register as the Reconciliation Service API (0.2) asks it: questions in, plain values out.

Nothing here knows of HTTP. A candidate is a ``match`` only where a curated alias decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from kutla.errors import SettingsError
from kutla.register.folding import fold
from kutla.register.wording import strip_titles
from kutla.vocabulary import EntityKind
from kutla.web.properties import PROPERTIES, Settings, property_called, values_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kutla.register import Candidate, Match, Register
    from kutla.vocabulary import Period

DEFAULT_LIMIT, MOST = 10, 100
VERSIONS = ("0.1", "0.2")
_CLUES = ("valid_on", "office", "context")


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to reconcile: a name, and what else its row says."""

    name: str
    kind: EntityKind | None = None
    limit: int = DEFAULT_LIMIT
    on: date | None = None
    office: str = ""
    context: str = ""


@dataclass(frozen=True)
class Reconciler:
    """Answers for one register; a frozen view of it."""

    register: Register

    def manifest(self, base: str) -> dict[str, Any]:
        """Say what the service is and where its parts are; ``base`` is its address."""
        service = f"{base}/reconcile"

        def suggest(what: str) -> dict[str, str]:
            return {
                "service_url": base,
                "service_path": f"/reconcile/suggest/{what}",
                "flyout_service_url": base,
                "flyout_service_path": f"/reconcile/flyout/{what}?id=${{id}}",
            }

        return {
            "versions": list(VERSIONS),
            "name": f"kutla: {self.register.country or self.register.name}",
            "identifierSpace": f"{base}/entity/",
            "schemaSpace": f"{base}/kind/",
            "documentation": f"{base}/",
            "defaultTypes": self.types(),
            "view": {"url": f"{base}/entity/{{{{id}}}}"},
            "preview": {"url": f"{service}/preview?id={{{{id}}}}", "width": 430, "height": 300},
            "suggest": {what: suggest(what) for what in ("entity", "type", "property")},
            "extend": {
                "propose_properties": {
                    "service_url": base,
                    "service_path": "/reconcile/properties",
                },
                "property_settings": [
                    {
                        "name": "limit",
                        "label": "Limit",
                        "type": "number",
                        "default": 0,
                        "help_text": "The most values a cell gets (0: all)",
                    },
                    {
                        "name": "valid_on",
                        "label": "Valid on",
                        "type": "text",
                        "default": "",
                        "help_text": "Only what held on that day, as 2018-09-01",
                    },
                ],
            },
        }

    def types(self) -> list[dict[str, str]]:
        """Give the kinds that the register holds, the commonest first."""
        count: dict[EntityKind, int] = {}
        for entity in self.register.own_entities or self.register.entities:
            count[entity.kind] = count.get(entity.kind, 0) + 1
        kinds = sorted(count, key=lambda kind: (-count[kind], kind))
        return [type_of(kind) for kind in kinds]

    def reconcile(self, question: Question) -> list[dict[str, Any]]:
        """Give the candidates for a question, best first, with scores from 0 to 100."""
        if not fold(question.name):
            return []
        known = self.register.find_entity(question.name) or self.register.find_by_wikidata(
            question.name
        )
        if known is not None:
            return [self._result(known.id, 1.0, is_match=True, why="its own id")]
        name, context = question.name, question.context
        if question.office:
            titled = f"{question.office} {name}"
            if strip_titles(titled)[0] == strip_titles(name)[0]:
                name = titled
            else:
                context = f"{context} {question.office}".strip()
        match = self.register.match(name, on=question.on, kind=question.kind, context=context)
        ranked = _ranked(match)[: question.limit]
        return [
            self._result(
                each.entity_id,
                each.score,
                is_match=each.entity_id == match.entity_id,
                why=match.reason if each.entity_id == match.entity_id else each.why,
            )
            for each in ranked
        ]

    def _result(self, entity_id: str, score: float, *, is_match: bool, why: str) -> dict[str, Any]:
        entity = self.register.entity(entity_id)
        return {
            "id": entity.id,
            "name": entity.name,
            "description": f"{self.description(entity.id)}; {why}",
            "type": [type_of(entity.kind)],
            "score": round(100 * score, 1),
            "match": is_match,
            "features": [{"id": "name_likeness", "value": round(100 * score, 1)}],
        }

    def description(self, entity_id: str) -> str:
        """Say in a few words who an entity is."""
        entity = self.register.entity(entity_id)
        parts = [entity.kind.value.replace("-", " ")]
        if entity.country and fold(entity.country) != fold(entity.name):
            parts.append(entity.country)
        if entity.valid is not None:
            parts.append(period_in_words(entity.valid))
        return ", ".join(parts)

    def suggest_entities(self, prefix: str, cursor: int = 0) -> list[dict[str, Any]]:
        """Give entities with a name that begins so, or has a word that does, then likely ones."""
        wanted = fold(prefix)
        if not wanted:
            return []
        found: dict[str, int] = {}
        for alias in self.register.aliases:
            key = fold(alias.text)
            rank = 0 if key.startswith(wanted) else 1 if f" {wanted}" in key else None
            if rank is not None:
                entity_id = self.register.entity(alias.entity_id).id
                found[entity_id] = min(rank, found.get(entity_id, rank))
        ids = sorted(found, key=lambda id_: (found[id_], self.register.entity(id_).name))
        others = (each.entity_id for each in _ranked(self.register.match(prefix)))
        ids = list(dict.fromkeys((*ids, *others)))[cursor : cursor + DEFAULT_LIMIT]
        return [
            {
                "id": id_,
                "name": self.register.entity(id_).name,
                "description": self.description(id_),
                "notable": [type_of(self.register.entity(id_).kind)],
            }
            for id_ in ids
        ]

    def suggest_types(self, prefix: str, cursor: int = 0) -> list[dict[str, Any]]:
        """Give the kinds whose name holds these letters."""
        found = (type_of(kind) for kind in EntityKind)
        wanted = [each for each in found if prefix.casefold() in each["name"].casefold()]
        return list(wanted[cursor : cursor + MOST])

    def suggest_properties(self, prefix: str, cursor: int = 0) -> list[dict[str, Any]]:
        """Give the properties whose name or id holds these letters."""
        wanted = prefix.casefold()
        found = [
            {"id": each.id, "name": each.name, "description": each.about}
            for each in PROPERTIES
            if wanted in each.name.casefold() or wanted in each.id
        ]
        return found[cursor : cursor + MOST]

    def propose_properties(self, kind: str, limit: int) -> dict[str, Any]:
        """Give the properties that may be fetched for a kind."""
        found = [
            {"id": each.id, "name": each.name}
            for each in PROPERTIES
            if each.is_fetched and (not kind or not each.kinds or kind in each.kinds)
        ]
        return {"type": kind, "properties": found[:limit] if limit else found, "limit": limit}

    def extend(self, ids: list[str], wanted: list[tuple[str, Settings]]) -> dict[str, Any]:
        """Give values of properties for entities; an id that nobody has gives empty cells."""
        properties = [(property_called(id_), settings) for id_, settings in wanted]
        rows = {
            id_: {
                each.id: values_of(self.register, id_, each, settings)
                for each, settings in properties
            }
            for id_ in ids
        }
        return {
            "meta": [{"id": each.id, "name": each.name} for each, _ in properties],
            "rows": rows,
        }


def _ranked(match: Match) -> list[Candidate]:
    """Give the candidates, those ruled out last."""
    seen = {each.entity_id for each in match.candidates}
    return [*match.candidates, *(each for each in match.against if each.entity_id not in seen)]


def type_of(kind: EntityKind) -> dict[str, str]:
    """Give a kind as the API writes types."""
    return {"id": kind.value, "name": kind.value.replace("-", " ")}


def period_in_words(valid: Period) -> str:
    """Write a period as its first and last day, either of which may be open."""
    first = "" if valid.first_on == date.min else str(valid.first_on)
    last = "" if valid.until_on == date.max else str(valid.last_on)
    return f"{first}–{last}"


def read_question(asked: Mapping[str, Any], place: str) -> Question:
    """Read one query as clients send it; raises SettingsError that names it where it is none."""
    name = asked.get("query")
    if not isinstance(name, str | int | float) or isinstance(name, bool):
        raise SettingsError(f'{place}: no query; it reads {{"query": "a name"}}')
    clues = _clues(asked.get("properties"), place)
    try:
        on = date.fromisoformat(clues["valid_on"]) if clues["valid_on"] else None
    except ValueError:
        raise SettingsError(
            f"{place}: valid_on is {clues['valid_on']!r}; write a day as 2018-09-01"
        ) from None
    return Question(
        str(name).strip(),
        _kind(asked.get("type")),
        read_limit(asked.get("limit"), place),
        on,
        clues["office"],
        clues["context"],
    )


def _kind(asked: Any) -> EntityKind | None:
    """Read a type: an id, an object with one, or a list of which one is taken if it is alone."""
    if isinstance(asked, list):
        asked = asked[0] if len(asked) == 1 else None
    if isinstance(asked, dict):
        asked = asked.get("id")
    return EntityKind(asked) if asked in set(EntityKind) else None


def read_limit(asked: Any, place: str) -> int:
    """Read a limit, at most :data:`MOST`; raises SettingsError where it is no number."""
    if asked is None or asked == "":
        return DEFAULT_LIMIT
    try:
        limit = int(asked)
    except (TypeError, ValueError):
        raise SettingsError(f"{place}: the limit is {asked!r}; give a number") from None
    return min(limit, MOST) if limit > 0 else DEFAULT_LIMIT


def _clues(properties: Any, place: str) -> dict[str, str]:
    """Sort a row's other cells: a day, an office; everything else is context."""
    found: dict[str, list[str]] = {each: [] for each in _CLUES}
    if properties is not None and not isinstance(properties, list):
        raise SettingsError(f"{place}: properties are a list of objects with pid and v")
    for each in properties or ():
        if not isinstance(each, dict) or "pid" not in each or "v" not in each:
            raise SettingsError(f'{place}: a property reads {{"pid": "office", "v": "speaker"}}')
        texts = [
            _text(value) for value in (each["v"] if isinstance(each["v"], list) else [each["v"]])
        ]
        found[each["pid"] if each["pid"] in _CLUES else "context"] += filter(None, texts)
    return {clue: " ".join(texts) for clue, texts in found.items()}


def _text(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("name") or value.get("id") or ""
    return "" if value is None else str(value).strip()
