"""Pages from the web, politely: one at a time a host, robots obeyed, everything bounded."""

from __future__ import annotations

import io
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from protego import Protego
from urllib3.exceptions import HTTPError, LocationParseError, MaxRetryError

from kutla.documents.raw import MOST_BYTES, RawText
from kutla.documents.readers import READERS
from kutla.documents.readers.body import read_body
from kutla.documents.sniffing import SNIFFED, ending_of
from kutla.errors import UnreachableError, UnreadableDocumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kutla.documents.document import Unread

AGENT: Final = f"kutla/{version('kutla')}"
"""How kutla calls itself to servers, and the name that robots.txt may address."""
_HEADERS = {"User-Agent": AGENT, "Accept-Encoding": "gzip, deflate"}
_MOST_REDIRECTS = 5
_MOST_ROBOTS = 500_000
_LONGEST_PAUSE = 30.0
_OK, _NOT_MODIFIED, _FAULT = 200, 304, 500
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LATER = frozenset({408, 425, 429})
_LOCKED = frozenset({401, 402, 403, 451})
_NO_TEXT = ("image/", "video/", "audio/", "font/")
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server gave.

    ``url`` is where it was found in the end, ``etag`` and ``last_modified`` what to say next time;
    ``is_new`` is False where it has not changed since.
    """

    url: str
    body: bytes
    media: str = ""
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    is_new: bool = True


@dataclass(slots=True)
class _Host:
    """One server: who is served now, when it was last asked, and what it forbids."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    asked_at: float | None = None
    rules_lock: threading.Lock = field(default_factory=threading.Lock)
    is_known: bool = False
    rules: Protego | None = None
    pause: float = 0.0


class Fetcher:
    """Fetches pages; may be shared by threads, and asks each host for one thing at a time.

    ``pause`` seconds pass between two requests to a host (longer if its robots.txt says so, up to
    half a minute); ``timeout`` seconds are the longest silence, ``most_seconds`` the longest
    download, ``most_bytes`` the largest page, unpacked.
    """

    def __init__(
        self,
        *,
        pause: float = 1.0,
        timeout: float = 20.0,
        most_seconds: float = 60.0,
        most_bytes: int = MOST_BYTES,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._timeout = urllib3.Timeout(connect=min(timeout, 10.0), read=timeout)
        self._pools: dict[str | None, urllib3.PoolManager] = {}
        self._pause, self._most_seconds, self._most_bytes = pause, most_seconds, most_bytes
        self._clock, self._sleep = clock, sleep
        self._hosts: defaultdict[str, _Host] = defaultdict(_Host)
        self._lock = threading.Lock()

    def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Fetched:
        """Fetch a page, following redirects, if it has changed since ``etag`` or that moment.

        Raises UnreachableError where a later try may help, UnreadableDocumentError where none will.
        """
        asked = url
        headers = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        wanted = {name: value for name, value in headers.items() if value}
        for _ in range(_MOST_REDIRECTS + 1):
            if not self._may_fetch(url):
                raise UnreadableDocumentError(
                    f"{url} is closed to programs by the site's robots.txt; save the page in a "
                    "browser and give the file"
                )
            status, found, answer = self._ask(url, wanted, self._most_bytes)
            if status not in _REDIRECTS:
                return _judge(url, status, found, answer)
            url = _follow(url, answer.get("Location") or "")
        raise UnreadableDocumentError(
            f"{asked} leads from one address to the next more than {_MOST_REDIRECTS} times; "
            "give the last one"
        )

    def _may_fetch(self, url: str) -> bool:
        parts = _split(url)
        host = self._host(parts.netloc)
        with host.rules_lock:
            if not host.is_known:
                host.rules = self._read_robots(f"{parts.scheme}://{parts.netloc}")
                host.is_known = True
                delay = host.rules.crawl_delay(AGENT) if host.rules is not None else None
                host.pause = min(float(delay or 0.0), _LONGEST_PAUSE)
        return host.rules is None or host.rules.can_fetch(url, AGENT)

    def _read_robots(self, site: str) -> Protego | None:
        """Read a site's rules; where it has none everything may be fetched."""
        url = f"{site}/robots.txt"
        for _ in range(_MOST_REDIRECTS + 1):
            status, body, answer = self._ask(url, {}, _MOST_ROBOTS, is_cut=True)
            if status in _REDIRECTS:
                url = _follow(url, answer.get("Location") or "")
                continue
            if status >= _FAULT or status in _LATER:
                raise UnreachableError(f"{url} answered {status}; try again later")
            return Protego.parse(body.decode("utf-8", "replace")) if status == _OK else None
        return None

    def _host(self, netloc: str) -> _Host:
        with self._lock:
            return self._hosts[netloc.casefold()]

    def _ask(
        self, url: str, headers: dict[str, str], most: int, *, is_cut: bool = False
    ) -> tuple[int, bytes, Any]:
        """Ask once; gives status, body and the answer's headers."""
        host = self._host(_split(url).netloc)
        with host.lock:
            self._wait(host)
            try:
                answer: Any = self._pool(url).request(
                    "GET",
                    url,
                    headers={**_HEADERS, **headers},
                    preload_content=False,
                    redirect=False,
                )
                try:
                    body = self._read(answer, url, most, is_cut=is_cut)
                finally:
                    answer.close()
            except LocationParseError as error:
                raise UnreadableDocumentError(
                    f"{url} is no web address; write it as https://…"
                ) from error
            except (HTTPError, OSError, UnicodeError) as error:
                raise UnreachableError(
                    f"{url} cannot be reached ({_why(error)}); check the address, or try again later"
                ) from error
            finally:
                host.asked_at = self._clock()
        return int(answer.status), body, answer.headers

    def _pool(self, url: str) -> urllib3.PoolManager:
        """Give the connections for an address: straight, or over the proxy the system names."""
        parts = urlsplit(url)
        proxy = None if proxy_bypass(parts.netloc) else getproxies().get(parts.scheme)
        with self._lock:
            if proxy not in self._pools:
                how: dict[str, Any] = {"num_pools": 16, "retries": False, "timeout": self._timeout}
                self._pools[proxy] = (
                    urllib3.ProxyManager(proxy, **how) if proxy else urllib3.PoolManager(**how)
                )
            return self._pools[proxy]

    def _wait(self, host: _Host) -> None:
        if host.asked_at is not None:
            left = host.asked_at + max(self._pause, host.pause) - self._clock()
            if left > 0:
                self._sleep(left)

    def _read(self, answer: Any, url: str, most: int, *, is_cut: bool) -> bytes:
        if answer.status != _OK:
            return b""
        began, size = self._clock(), 0
        pieces: list[bytes] = []
        while piece := answer.read1(_CHUNK, decode_content=True):
            pieces.append(piece)
            size += len(piece)
            if size > most and not is_cut:
                raise UnreadableDocumentError(
                    f"{url} is too large (more than {most / 1e6:.0f} MB); save its article by itself"
                )
            if size > most:
                break
            if self._clock() - began > self._most_seconds:
                raise UnreachableError(
                    f"{url} took more than {self._most_seconds:.0f} seconds; try again later"
                )
        return b"".join(pieces)[:most]


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise UnreadableDocumentError(f"{url} is no web address; write it as https://…")
    return parts


def _follow(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError:
        return location


def _judge(url: str, status: int, body: bytes, headers: Any) -> Fetched:
    etag, last_modified = headers.get("ETag"), headers.get("Last-Modified")
    if status == _NOT_MODIFIED:
        return Fetched(url, b"", etag=etag, last_modified=last_modified, is_new=False)
    if status >= _FAULT or status in _LATER:
        raise UnreachableError(f"{url} answered {status}; try again later")
    if status in _LOCKED:
        raise UnreadableDocumentError(
            f"{url} is not open to kutla (the site answered {status}); save the page in a browser "
            "and give the file"
        )
    if status != _OK:
        raise UnreadableDocumentError(f"{url} answered {status}; check the address")
    content_type = headers.get("Content-Type") or ""
    media, _, rest = content_type.partition(";")
    charset = rest.rpartition("charset=")[2].strip(" \"'") if "charset=" in rest else None
    return Fetched(url, body, media.strip().casefold(), charset, etag, last_modified)


def _why(error: Exception) -> str:
    cause = error.reason if isinstance(error, MaxRetryError) and error.reason else error
    known = {
        "NameResolutionError": "no such host",
        "ConnectTimeoutError": "no answer in time",
        "ReadTimeoutError": "no answer in time",
        "SSLError": "its certificate is not valid",
        "NewConnectionError": "the connection was refused",
        "ProtocolError": "the connection broke off",
        "IncompleteRead": "the connection broke off",
        "DecodeError": "what it sent cannot be unpacked",
    }
    return known.get(type(cause).__name__, type(cause).__name__)


def read_fetched(page: Fetched) -> Iterator[RawText | Unread]:
    """Read the texts of a fetched page by what it holds, whatever its server calls it.

    Raises UnreadableDocumentError where it holds none.
    """
    if page.media.startswith(_NO_TEXT):
        raise UnreadableDocumentError(
            f"{page.url} is no article ({page.media}); give the address of an article"
        )
    if not page.body.strip():
        raise UnreadableDocumentError(f"{page.url} is empty; check the address")
    ending = ending_of(page.body[:SNIFFED]).removesuffix(".gz")
    if ending in {".html", ".pdf", ".txt"}:
        yield from read_body(
            page.body, page.url, media=page.media, charset=page.charset, url=page.url
        )
    else:
        yield from READERS[ending](io.BytesIO(page.body), page.url)
