"""Which story a new document belongs to, found without reading the whole ledger.

The hashes of a document's runs of words (see :mod:`kutla.documents.copies`) stand in a table. A new
document is compared with those it shares one with, and only the stories it touches are made anew;
what comes out is what :func:`kutla.documents.group` makes of all documents in their order.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select

from kutla.documents import Copy, Story
from kutla.documents.copies import compare, sketch
from kutla.documents.stories import MERGING, stories_of
from kutla.ledger.payload import read_document
from kutla.ledger.schema import COPIES, DOCUMENTS, SHINGLES, STORIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from kutla.documents import Document
    from kutla.documents.copies import Sketch

_CHUNK = 400
_MOST_COMPARED = 300
"""A document shares a few words with thousands of others where a phrase is everybody's: those with
whom it shares most are compared."""


def add_to_stories(connection: Connection, documents: Iterable[Document], moment: str) -> None:
    """Find the copies of documents that were just added, in their order, and their stories."""
    for document in documents:
        new = sketch(document)
        number = connection.execute(
            select(DOCUMENTS.c.sequence).where(DOCUMENTS.c.id == document.id)
        ).scalar_one()
        edges = [
            edge for old in _alike(connection, new, number) for edge in compare(sketch(old), new)
        ]
        add_copies(connection, edges, moment)
        _add_shingles(connection, number, new)
        _regroup(connection, document.id, moment)


def add_copies(connection: Connection, edges: Iterable[Copy], moment: str) -> None:
    """Add the copies that are not there yet."""
    edges = list(dict.fromkeys(edges))
    names = sorted({edge.document_id for edge in edges})
    known = {
        (row.document_id, row.other_id, row.kind)
        for row in _rows_of(connection, select(COPIES), COPIES.c.document_id, names)
    }
    rows = [
        {
            "document_id": edge.document_id,
            "other_id": edge.other_id,
            "kind": edge.kind,
            "containment": edge.containment,
            "recorded_at": moment,
        }
        for edge in edges
        if (edge.document_id, edge.other_id, edge.kind) not in known
    ]
    if rows:
        connection.execute(COPIES.insert(), rows)


def add_memberships(connection: Connection, stories: Iterable[Story], moment: str) -> None:
    """Add what is new about which document is where in which story."""
    stories = tuple(stories)
    names = [name for story in stories for name in story.document_ids]
    rows = _rows_of(connection, select(STORIES), STORIES.c.document_id, names)
    rows.sort(key=lambda row: row.sequence)
    latest = {row.document_id: (row.story_id, row.position) for row in rows}
    added = [
        {
            "story_id": story.id,
            "document_id": name,
            "position": position,
            "payload": "[]",
            "recorded_at": moment,
        }
        for story in stories
        for position, name in enumerate(story.document_ids)
        if latest.get(name) != (story.id, position)
    ]
    if added:
        connection.execute(STORIES.insert(), added)


def begin_grouping(connection: Connection) -> None:
    """Write the hashes and copies of the documents that a ledger was begun without."""
    last = 0
    while True:
        query = select(DOCUMENTS).where(DOCUMENTS.c.sequence > last)
        rows = connection.execute(query.order_by(DOCUMENTS.c.sequence).limit(_CHUNK)).all()
        if not rows:
            break
        for row in rows:
            _add_shingles(connection, row.sequence, sketch(read_document(row.payload, row.text)))
        last = rows[-1].sequence
    told = select(STORIES.c.payload, STORIES.c.recorded_at).where(STORIES.c.payload != "[]")
    for payload, moment in connection.execute(told.order_by(STORIES.c.sequence)).all():
        add_copies(connection, (Copy(**item) for item in json.loads(payload)), moment)


def _add_shingles(connection: Connection, number: int, new: Sketch) -> None:
    rows = [{"value": value, "document": number} for value in sorted(new.sample | new.quotes)]
    if rows:
        connection.execute(SHINGLES.insert(), rows)


def _alike(connection: Connection, new: Sketch, number: int) -> list[Document]:
    """Give the documents that share a hash with a new one, in the order of the ledger."""
    shared: dict[int, int] = {}
    values = sorted(new.sample | new.quotes)
    for start in range(0, len(values), _CHUNK):
        part = values[start : start + _CHUNK]
        query = select(SHINGLES.c.document, func.count()).group_by(SHINGLES.c.document)
        query = query.where(SHINGLES.c.value.in_(part), SHINGLES.c.document != number)
        for row in connection.execute(query):
            shared[row[0]] = shared.get(row[0], 0) + row[1]
    nearest = sorted(shared, key=lambda each: (-shared[each], each))[:_MOST_COMPARED]
    found = _rows_of(connection, select(DOCUMENTS), DOCUMENTS.c.sequence, nearest)
    found.sort(key=lambda row: row.sequence)
    return [read_document(row.payload, row.text) for row in found]


def _regroup(connection: Connection, document_id: str, moment: str) -> None:
    """Make the stories anew of all that hang together with a document by shared text."""
    members, frontier = {document_id}, [document_id]
    edges: dict[int, Any] = {}
    while frontier:
        found = _edges_of(connection, frontier)
        edges |= {row.sequence: row for row in found}
        ends = {
            end for row in found if row.kind in MERGING for end in (row.document_id, row.other_id)
        }
        frontier = sorted(ends - members)
        members |= ends
    numbers = _rows_of(
        connection, select(DOCUMENTS.c.id, DOCUMENTS.c.sequence), DOCUMENTS.c.id, sorted(members)
    )
    order = [row.id for row in sorted(numbers, key=lambda row: row.sequence)]
    inside = [
        Copy(row.document_id, row.other_id, row.kind, row.containment)
        for _, row in sorted(edges.items())
        if row.document_id in members and row.other_id in members
    ]
    add_memberships(connection, stories_of(order, inside), moment)


def _edges_of(connection: Connection, names: Sequence[str]) -> list[Any]:
    rows: list[Any] = []
    for start in range(0, len(names), _CHUNK):
        part = names[start : start + _CHUNK]
        touches = or_(COPIES.c.document_id.in_(part), COPIES.c.other_id.in_(part))
        rows += connection.execute(select(COPIES).where(touches))
    return rows


def _rows_of(
    connection: Connection, query: Any, column: Any, keys: Sequence[str] | Sequence[int]
) -> list[Any]:
    """Ask for the rows of these keys alone, some at a time."""
    rows: list[Any] = []
    for start in range(0, len(keys), _CHUNK):
        rows += connection.execute(query.where(column.in_(keys[start : start + _CHUNK])))
    return rows
