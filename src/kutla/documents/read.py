"""``read``: files, folders, addresses → Documents, and what was set aside with its reason."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from kutla.documents.decoding import tidy
from kutla.documents.document import BlockRole, Document, Reading, Unread
from kutla.documents.files import list_files, read_texts
from kutla.documents.make import make_document
from kutla.documents.repeated import drop_repeated
from kutla.errors import UnreadableDocumentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from kutla.documents.fetching import Fetcher
    from kutla.documents.raw import RawText

_FEWEST_WORDS = 8
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
MOST_LETTERS = 1_000_000
"""Ten times the longest articles there are; a book would take minutes to clean."""
BATCH = 1_000
"""Documents in one batch of a long reading: enough to see what an outlet repeats."""


def read(
    paths: Iterable[str | Path],
    *,
    elections: tuple[date, ...] = (),
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
) -> Reading:
    """Read files, folders, patterns, web addresses and ``-``; what cannot be read is set aside.

    Two files with the very same text are one document that keeps both addresses
    (``Document.also_at``). ``elections`` are the days of a parliament's elections: they give the
    year to days that a text writes without one. ``stdin`` is what ``-`` stands for.
    """
    return gather(stream(paths, elections=elections, stdin=stdin, fetcher=fetcher))


def read_batches(
    paths: Iterable[str | Path],
    *,
    elections: tuple[date, ...] = (),
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
    size: int = BATCH,
) -> Iterator[Reading]:
    """Read as ``read`` does, in batches: memory is bounded however long the reading.

    What an outlet repeats, and which texts are the same, is told within a batch.
    """
    if size < 1:
        raise ValueError(f"a batch holds at least one document, not {size}")
    items = stream(paths, elections=elections, stdin=stdin, fetcher=fetcher)
    while batch := tuple(islice(items, size)):
        yield gather(batch)


def stream(
    paths: Iterable[str | Path],
    *,
    elections: tuple[date, ...] = (),
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
) -> Iterator[Document | Unread]:
    """Read one document after the other; memory holds one file, or one record of a large one."""
    for item in _stream(paths, elections, stdin, fetcher):
        yield item if isinstance(item, Document) else in_one_line(item)


def in_one_line(unread: Unread) -> Unread:
    """Give the same with what a file made of its message made harmless: one line, no controls."""
    return Unread(_printable(unread.address), " ".join(tidy(unread.message).split()))


def _printable(address: str) -> str:
    """Give an address that can be kept and shown; a file's name may hold any bytes."""
    shown = _CONTROLS.sub(" ", address)
    return shown.encode("utf-8", "backslashreplace").decode("utf-8")


def _stream(
    paths: Iterable[str | Path],
    elections: tuple[date, ...],
    stdin: BinaryIO | None,
    fetcher: Fetcher | None,
) -> Iterator[Document | Unread]:
    for item in list_files(paths):
        if isinstance(item, Unread):
            yield item
            continue
        try:
            for raw in read_texts(item, stdin=stdin, fetcher=fetcher):
                yield raw if isinstance(raw, Unread) else make(raw, elections)
        except UnreadableDocumentError as error:
            yield Unread(str(item), str(error))
        except Exception as error:  # noqa: BLE001  # a library's fault in one file loses no other
            yield Unread(
                str(item),
                f"{item} could not be read ({type(error).__name__} in its reader); save its text "
                "as .txt, and report it with the file",
            )


def read_file(path: str | Path, *, elections: tuple[date, ...] = ()) -> Reading:
    """Read one file: one document, or one a record.

    Raises UnreadableDocumentError where nothing in it can be read; single records that cannot
    are in ``unread``.
    """
    items = tuple(stream([path], elections=elections))
    documents = tuple(item for item in items if isinstance(item, Document))
    unread = tuple(item for item in items if isinstance(item, Unread))
    if not documents and len(unread) == 1:
        raise UnreadableDocumentError(unread[0].message)
    return Reading(_merge_same(documents), unread)


def gather(items: Iterable[Document | Unread]) -> Reading:
    """Put documents together: the same text once, without what their outlets repeat."""
    documents: list[Document] = []
    unread: list[Unread] = []
    for item in items:
        if isinstance(item, Document):
            documents.append(item)
        else:
            unread.append(item)
    return Reading(drop_repeated(_merge_same(documents)), tuple(unread))


def make(raw: RawText, elections: tuple[date, ...]) -> Document | Unread:
    """Make a document of a text, or say that it holds no article."""
    if len(raw.text) > MOST_LETTERS:
        return Unread(
            raw.address,
            f"{raw.address} has {len(raw.text):,} letters (at most {MOST_LETTERS:,}), which no "
            "article has; split it into one file an article",
        )
    document = make_document(
        tidy(raw.text),
        address=_printable(raw.address),
        metadata=raw.metadata.tidied(),
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
