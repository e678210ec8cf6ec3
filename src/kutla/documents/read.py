"""``read``: files and folders → Documents, and the files that were set aside with their reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kutla.documents.document import BlockRole, Document, Reading, Unread
from kutla.documents.files import RawText, list_files, read_texts
from kutla.documents.make import make_document
from kutla.documents.repeated import drop_repeated
from kutla.errors import UnreadableDocumentError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_FEWEST_WORDS = 8


def read(paths: Iterable[str | Path], *, elections: tuple[date, ...] = ()) -> Reading:
    """Read files and folders; what cannot be read is set aside with one sentence.

    Two files with the very same text are one document that keeps both addresses
    (``Document.also_at``). ``elections`` are the days of a parliament's elections: they give the
    year to days that a text writes without one.
    """
    unread: list[Unread] = []
    documents: list[Document] = []
    for item in list_files(tuple(Path(path) for path in paths)):
        if isinstance(item, Unread):
            unread.append(item)
            continue
        try:
            reading = _read_one(item, elections)
        except UnreadableDocumentError as error:
            unread.append(Unread(str(item), str(error)))
            continue
        documents.extend(reading.documents)
        unread.extend(reading.unread)
    return Reading(drop_repeated(_merge_same(documents)), tuple(unread))


def read_file(path: str | Path, *, elections: tuple[date, ...] = ()) -> Reading:
    """Read one file: one document, or one a record.

    Raises UnreadableDocumentError where nothing in it can be read; single records that cannot
    are in ``unread``.
    """
    reading = _read_one(Path(path), elections)
    return Reading(_merge_same(reading.documents), reading.unread)


def _read_one(path: Path, elections: tuple[date, ...]) -> Reading:
    documents: list[Document] = []
    unread: list[Unread] = []
    for raw in read_texts(path):
        made = raw if isinstance(raw, Unread) else _make(raw, elections)
        if isinstance(made, Unread):
            unread.append(made)
        else:
            documents.append(made)
    if not documents and len(unread) == 1:
        raise UnreadableDocumentError(unread[0].message)
    return Reading(tuple(documents), tuple(unread))


def _make(raw: RawText, elections: tuple[date, ...]) -> Document | Unread:
    document = make_document(
        raw.text,
        address=raw.address,
        metadata=raw.metadata,
        elections=elections,
        is_extracted=raw.is_extracted,
    )
    told = [block for block in document.blocks if block.role is not BlockRole.HEADLINE]
    words = sum(len(document.text[block.start : block.end].split()) for block in told)
    if words >= _FEWEST_WORDS:
        return document
    return Unread(
        raw.address, f"{raw.address} holds no article; give a file with an article's text"
    )


def _merge_same(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Make one document of those with the very same text; the best outlet and date stay."""
    found: dict[str, Document] = {}
    for document in documents:
        first = found.get(document.id)
        found[document.id] = document if first is None else _merge(first, document)
    return tuple(found.values())


def _merge(one: Document, two: Document) -> Document:
    known = [document for document in (one, two) if document.outlet is not None]
    outlet = max(known, key=lambda d: d.outlet.certainty if d.outlet else 0) if known else one
    dated = two if two.published.certainty > one.published.certainty else one
    return replace(
        one,
        also_at=(*one.also_at, *two.addresses),
        outlet=outlet.outlet,
        published=dated.published,
        byline=one.byline or two.byline,
        section=one.section or two.section,
        headline=one.headline or two.headline,
    )
