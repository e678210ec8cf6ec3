"""What was fetched from feeds already: one small file beside the ledger, so that nothing is twice.

An item goes from *waiting* to *held* (fetched and kept here), then to *done* (in the ledger) or
*refused* (it cannot be had). Each step is one transaction: killed at any moment, the next run goes
on where this one stopped, and what was fetched is not fetched again.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from kutla.documents.fetching import Fetched
from kutla.documents.metadata import Metadata
from kutla.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

    from kutla.documents.feeds import FeedItem

MOST_TRIES = 5
"""An item that cannot be reached is tried that often, once a round, and then given up."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS feed (
    url TEXT PRIMARY KEY, etag TEXT, last_modified TEXT
);
CREATE TABLE IF NOT EXISTS item (
    number INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, identity TEXT UNIQUE, url TEXT,
    feed TEXT NOT NULL, text TEXT NOT NULL, metadata TEXT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('waiting', 'held', 'done', 'refused')),
    tries INTEGER NOT NULL DEFAULT 0, body BLOB, media TEXT, charset TEXT, found_at TEXT
);
CREATE INDEX IF NOT EXISTS item_standing ON item (standing);
"""
_TRACKERS = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "at_medium", "at_campaign")


@dataclass(frozen=True, slots=True)
class KnownItem:
    """An item of a feed as it is kept; ``page`` is what was fetched, None where nothing was."""

    number: int
    url: str | None
    feed: str
    text: str
    metadata: Metadata
    page: Fetched | None = None

    @property
    def address(self) -> str:
        """Where it is, for messages and documents."""
        return self.url or f"{self.feed}#{self.metadata.headline or self.number}"


class FeedMemory:
    """The memory of one watch; only one process may have it open.

    Raises DocumentError where the file is something else, or another watch is at work on it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._rows = sqlite3.connect(path, timeout=0, isolation_level=None)
            self._rows.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._rows.execute("BEGIN EXCLUSIVE")
            self._rows.execute("COMMIT")
            self._rows.executescript(_SCHEMA)
        except sqlite3.OperationalError as error:
            raise DocumentError(
                f"{path} cannot be opened ({error}); if another kutla watch is at work on this "
                "ledger, stop it first"
            ) from error
        except sqlite3.DatabaseError as error:
            raise DocumentError(
                f"{path} is no memory of feeds ({error}); move it away, and every item that is "
                "still in a feed is fetched anew"
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._rows.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            self._rows.execute("BEGIN")
            try:
                yield
            except BaseException:
                self._rows.execute("ROLLBACK")
                raise
            self._rows.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            raise DocumentError(
                f"{self._path} cannot be written ({error}); free some space, and watch again"
            ) from error

    def validators(self, feed: str) -> tuple[str | None, str | None]:
        """Give the ETag and Last-Modified a feed had when its items were last taken down."""
        query = "SELECT etag, last_modified FROM feed WHERE url = ?"
        row = self._rows.execute(query, (feed,)).fetchone()
        return (row[0], row[1]) if row else (None, None)

    def take_down(self, feed: str, fetched: Fetched, items: Iterable[FeedItem]) -> int:
        """Note a feed's items, with what to say to its server next time; counts the new ones."""
        with self._transaction():
            before = self._rows.total_changes
            for item in items:
                standing = "waiting" if item.url else "held"
                self._rows.execute(
                    "INSERT OR IGNORE INTO item (guid, identity, url, feed, text, metadata, "
                    "standing) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (
                        f"{feed} {item.key}",
                        _identity(item.url),
                        item.url,
                        feed,
                        item.text,
                        _write(item.metadata),
                        standing,
                    ),
                )
            found = self._rows.total_changes - before
            self._rows.execute(
                "INSERT OR REPLACE INTO feed VALUES (?, ?, ?)",
                (feed, fetched.etag, fetched.last_modified),
            )
        return found

    def waiting(self) -> tuple[KnownItem, ...]:
        """Give the items that are still to be fetched."""
        return tuple(self._items("waiting"))

    def hold(self, item: KnownItem, page: Fetched | None) -> None:
        """Keep what was fetched of an item; without a page the feed's own text is what there is."""
        kept = (page.body, page.media, page.charset, page.url) if page else (None,) * 4
        self._set(
            item.number, "standing = 'held', body = ?, media = ?, charset = ?, found_at = ?", *kept
        )

    def postpone(self, item: KnownItem) -> bool:
        """Leave an item for the next round; True where it was tried often enough and given up."""
        self._set(item.number, "tries = tries + 1")
        self._set(
            item.number,
            "standing = CASE WHEN tries >= ? THEN 'refused' ELSE standing END",
            MOST_TRIES,
        )
        query = "SELECT standing = 'refused' FROM item WHERE number = ?"
        return bool(self._rows.execute(query, (item.number,)).fetchone()[0])

    def refuse(self, item: KnownItem) -> None:
        """Give an item up."""
        self._set(item.number, "standing = 'refused', text = '', body = NULL")

    def held(self) -> Iterator[KnownItem]:
        """Give the items that were fetched and are not in the ledger yet."""
        yield from self._items("held")

    def finish(self, items: Iterable[KnownItem]) -> None:
        """Note that items are in the ledger; their pages are kept no longer."""
        for item in items:
            self._set(item.number, "standing = 'done', text = '', body = NULL")

    def _set(self, number: int, change: str, *values: object) -> None:
        with self._transaction():
            self._rows.execute(f"UPDATE item SET {change} WHERE number = ?", (*values, number))  # noqa: S608

    def _items(self, standing: str) -> Iterator[KnownItem]:
        query = "SELECT number FROM item WHERE standing = ? ORDER BY number"
        for (number,) in self._rows.execute(query, (standing,)).fetchall():
            query = (
                "SELECT url, feed, text, metadata, body, media, charset, found_at FROM item "
                "WHERE number = ?"
            )
            row = self._rows.execute(query, (number,)).fetchone()
            page = None if row[4] is None else Fetched(row[7], row[4], row[5], row[6])
            yield KnownItem(number, row[0], row[1], row[2], _read(row[3]), page)


def _identity(url: str | None) -> str | None:
    """Give what of an address says which page it is: no fragment, no tracker, no scheme."""
    if url is None:
        return None
    parts = urlsplit(url)
    asked = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not name.casefold().startswith(_TRACKERS)
    ]
    host = parts.netloc.casefold().removeprefix("www.")
    return urlunsplit(("", host, parts.path.rstrip("/"), urlencode(asked), ""))


def _write(metadata: Metadata) -> str:
    return json.dumps(asdict(metadata), default=str)


def _read(line: str) -> Metadata:
    fields: dict[str, Any] = json.loads(line)
    day = fields.pop("published_on")
    return Metadata(**fields, published_on=date.fromisoformat(day) if day else None)
