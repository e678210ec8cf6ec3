"""Following feeds: look at each, fetch what is new, give it as documents; a bad one stops none."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kutla.documents.document import Document, Reading, Unread
from kutla.documents.feeds import parse_feed, parse_opml
from kutla.documents.fetching import read_fetched
from kutla.documents.raw import RawText, read_whole
from kutla.documents.read import gather, make
from kutla.documents.records import prefer
from kutla.errors import UnreachableError, UnreadableDocumentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from kutla.documents.feed_memory import FeedMemory, KnownItem
    from kutla.documents.feeds import FeedItem
    from kutla.documents.fetching import Fetched, Fetcher
    from kutla.documents.metadata import Metadata

_WORKERS = 8
_TEASER = 40
"""A feed that gives fewer words of an item gives no article of it."""
_BATCH = 50
_AT_ONCE = 16
"""So many pages are on their way or in memory at a time."""
_MOST_BYTES = 5_000_000
"""Feeds run to a hundred kilobytes; broken ones are read at a tenth of a megabyte a second."""


@dataclass(frozen=True, slots=True)
class Watched:
    """Items of feeds that were read: what to record, and what to strike off when that is done."""

    reading: Reading
    items: tuple[KnownItem, ...]


def list_feeds(sources: Iterable[str | Path]) -> tuple[str, ...]:
    """Give the addresses of feeds: those named themselves, and those that OPML files list.

    Raises UnreadableDocumentError for a file that lists none.
    """
    feeds: list[str] = []
    for source in map(str, sources):
        if source.startswith(("http://", "https://")):
            feeds.append(source)
            continue
        try:
            with open(source, "rb") as stream:  # noqa: PTH123  # a name as the user gave it
                feeds += parse_opml(read_whole(stream, source), source)
        except OSError as error:
            raise UnreadableDocumentError(
                f"{source} cannot be opened ({(error.strerror or 'error').lower()}); give an OPML "
                "file, or a feed's address"
            ) from error
    return tuple(dict.fromkeys(feeds))


def look(feeds: Iterable[str], memory: FeedMemory, fetcher: Fetcher) -> Iterator[Unread]:
    """Look at feeds and fetch the pages of their new items into the memory, hosts side by side.

    Gives what could not be had; an item that may be had later is tried again in the next round.
    """
    pool = ThreadPoolExecutor(_WORKERS)
    try:
        yield from _look_at_feeds(feeds, memory, fetcher, pool)
        for some in _in_turn(memory.waiting()):
            yield from _fetch_pages(some, memory, fetcher, pool)
    finally:  # stopped by hand: what is under way ends by itself, nothing else begins
        pool.shutdown(wait=False, cancel_futures=True)


def _look_at_feeds(
    feeds: Iterable[str], memory: FeedMemory, fetcher: Fetcher, pool: ThreadPoolExecutor
) -> Iterator[Unread]:
    asked = {pool.submit(_ask, feed, memory.validators(feed), fetcher): feed for feed in feeds}
    for done in as_completed(asked):
        try:
            fetched, items = done.result()
        except UnreadableDocumentError as error:
            yield Unread(asked[done], str(error))
        except Exception as error:  # noqa: BLE001  # a library's fault in one feed stops no other
            yield Unread(asked[done], _fault(asked[done], error))
        else:
            if fetched.is_new:
                memory.take_down(asked[done], fetched, items)


def _fetch_pages(
    items: list[KnownItem], memory: FeedMemory, fetcher: Fetcher, pool: ThreadPoolExecutor
) -> Iterator[Unread]:
    pages = {pool.submit(fetcher.fetch, item.address): item for item in items}
    for done in as_completed(pages):
        item = pages[done]
        try:
            memory.hold(item, done.result())
        except UnreadableDocumentError as error:
            yield from _without_page(item, error, memory)


def _fault(address: str, error: Exception) -> str:
    return (
        f"{address} could not be read ({type(error).__name__} in its reader); report it with the "
        "address"
    )


def _ask(
    feed: str, validators: tuple[str | None, str | None], fetcher: Fetcher
) -> tuple[Fetched, tuple[FeedItem, ...]]:
    fetched = fetcher.fetch(feed, etag=validators[0], last_modified=validators[1])
    if len(fetched.body) > _MOST_BYTES:
        raise UnreadableDocumentError(
            f"{feed} is too large for a feed (at most {_MOST_BYTES / 1e6:.0f} MB); name one of its "
            "parts"
        )
    return fetched, parse_feed(fetched.body, feed, url=fetched.url) if fetched.is_new else ()


def _in_turn(items: tuple[KnownItem, ...]) -> Iterator[list[KnownItem]]:
    """Give items some at a time, a host after the other, so that none keeps the others waiting."""
    turn: Counter[str] = Counter()
    places: dict[int, int] = {}
    for item in items:
        host = urlsplit(item.address).netloc
        places[item.number] = turn[host]
        turn[host] += 1
    ordered = sorted(items, key=lambda item: (places[item.number], item.number))
    for start in range(0, len(ordered), _AT_ONCE):
        yield ordered[start : start + _AT_ONCE]


def _without_page(
    item: KnownItem, error: UnreadableDocumentError, memory: FeedMemory
) -> Iterator[Unread]:
    """Try an item again later, or take what the feed itself gives of it, or give it up."""
    if isinstance(error, UnreachableError) and not memory.postpone(item):
        yield Unread(item.address, f"{error}; it stays on the list of what to fetch")
    elif len(item.text.split()) >= _TEASER:
        memory.hold(item, None)
    else:
        memory.refuse(item)
        yield Unread(item.address, str(error))


def read_held(memory: FeedMemory, *, elections: tuple[date, ...] = ()) -> Iterator[Watched]:
    """Read what the memory holds, some at a time; strike it off with ``memory.finish``.

    ``elections`` are as in ``read``. An item whose page holds no article is read from the feed.
    """
    made: list[Document | Unread] = []
    items: list[KnownItem] = []
    for item in memory.held():
        made.append(_read_item(item, elections))
        items.append(item)
        if len(items) == _BATCH:
            yield Watched(gather(made), tuple(items))
            made, items = [], []
    if items:
        yield Watched(gather(made), tuple(items))


def _read_item(item: KnownItem, elections: tuple[date, ...]) -> Document | Unread:
    try:
        found = _from_page(item, elections)
    except Exception as error:  # noqa: BLE001  # else one page would stop every round to come
        found = Unread(item.address, _fault(item.address, error))
    if isinstance(found, Document) or len(item.text.split()) < _TEASER:
        return found
    own = make(RawText(item.address, item.text, item.metadata), elections)
    return own if isinstance(own, Document) else found


def _from_page(item: KnownItem, elections: tuple[date, ...]) -> Document | Unread:
    if item.page is None:
        return Unread(item.address, f"{item.address} holds no article, only a teaser in its feed")
    try:
        raw = next(read_fetched(item.page))
    except UnreadableDocumentError as error:
        return Unread(item.address, str(error))
    if isinstance(raw, Unread):
        return raw
    return make(replace(raw, address=item.address, metadata=_of(item, raw.metadata)), elections)


def _of(item: KnownItem, page: Metadata) -> Metadata:
    """Put together what a page and its feed say; the page knows better who it is."""
    return replace(prefer(page, item.metadata), url=page.url or item.url)
