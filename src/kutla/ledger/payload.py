"""Documents and stories as JSON, both ways, nothing lost."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kutla.documents import (
    Block,
    BlockRole,
    Copy,
    DateSource,
    Document,
    Dropped,
    DropReason,
    Outlet,
    OutletKind,
    PublicationDate,
    Source,
    Story,
)
from kutla.vocabulary import Period

if TYPE_CHECKING:
    from collections.abc import Iterable


def document_payload(document: Document) -> str:
    """Write everything of a document but its text, which has a column of its own."""
    contents = asdict(document)
    del contents["text"]
    period = document.published.period
    contents["published"]["period"] = None if period is None else str(period)
    return json.dumps(contents, ensure_ascii=False, sort_keys=True)


def read_document(payload: str, text: str) -> Document:
    """Read back what :func:`document_payload` wrote."""
    contents: dict[str, Any] = json.loads(payload)
    contents["text"] = text
    contents["blocks"] = tuple(
        Block(item["start"], item["end"], BlockRole(item["role"])) for item in contents["blocks"]
    )
    contents["dropped"] = tuple(
        Dropped(item["start"], item["end"], DropReason(item["reason"]))
        for item in contents["dropped"]
    )
    contents["published"] = _published(contents["published"])
    contents["outlet"] = _outlet(contents["outlet"])
    contents["credits"] = tuple(contents["credits"])
    for key, value in contents.items():
        if isinstance(value, list):
            contents[key] = tuple(value)
    return Document(**contents)


def read_source(document_id: str, payload: str) -> Source:
    """Read of a document who published it, when and where; its text and blocks stay unread."""
    contents: dict[str, Any] = json.loads(payload)
    return Source(
        document_id,
        contents["address"],
        contents["headline"],
        _outlet(contents["outlet"]),
        _published(contents["published"]),
    )


def _published(item: dict[str, Any]) -> PublicationDate:
    period = item["period"]
    source = item["date_source"]
    return PublicationDate(
        **{
            **item,
            "period": None if period is None else _period(period),
            "date_source": None if source is None else DateSource(source),
        }
    )


@lru_cache(maxsize=10_000)
def _period(text: str) -> Period:
    return Period.parse(text)


def _outlet(item: dict[str, Any] | None) -> Outlet | None:
    if item is None:
        return None
    kind = item["kind"]
    return Outlet(**{**item, "kind": None if kind is None else OutletKind(kind)})


def stories_from(rows: Iterable[Any], copies: Iterable[Any]) -> tuple[Story, ...]:
    """Make stories of the rows that say which document is in which, and of those of copies.

    Both in the order of recording: of a document's rows the last counts. A ledger that was begun
    without a table of copies has them beside the row.
    """
    latest: dict[str, Any] = {row.document_id: row for row in rows}
    members: dict[str, list[Any]] = {}
    for row in latest.values():
        members.setdefault(row.story_id, []).append(row)
    edges = [Copy(row.document_id, row.other_id, row.kind, row.containment) for row in copies]
    touching: dict[str, list[int]] = {}
    for place, edge in enumerate(edges):
        for end in (edge.document_id, edge.other_id):
            if end in latest:
                touching.setdefault(latest[end].story_id, []).append(place)
    stories = []
    for story_id, found in members.items():
        ordered = sorted(found, key=lambda row: (row.position, row.sequence))
        ids = tuple(row.document_id for row in ordered)
        held = [edges[place] for place in dict.fromkeys(touching.get(story_id, ()))]
        former = [Copy(**item) for item in json.loads(ordered[-1].payload)]
        stories.append(Story(story_id, ids, tuple(dict.fromkeys((*former, *held)))))
    return tuple(stories)
