"""A small outlet on this machine: pages, feeds, robots.txt, and everything that goes wrong."""

import gzip
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Site:
    url: str = ""
    pages: dict[str, Answer | Callable[[Any], Answer]] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    order: list[str] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def put(self, path: str, body: str | bytes, media: str = "text/html", **headers: str) -> str:
        raw = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (200, {"Content-Type": media, **named}, raw)
        return self.url + path

    def answer(self, path: str, status: int, **headers: str) -> str:
        self.pages[path] = (status, {n.replace("_", "-"): v for n, v in headers.items()}, b"x")
        return self.url + path

    def feed(
        self, path: str, items: list[tuple[str, str]], *, etag: str = "", text: str = ""
    ) -> str:
        """A feed of ``(link, headline)`` whose server knows conditional requests."""
        told = f"<description><![CDATA[{text}]]></description>" if text else ""
        body = "".join(
            f"<item><title>{title}</title><link>{self.url}{link}</link><guid>{link}</guid>"
            f"<pubDate>Wed, 28 Jul 2021 08:00:00 GMT</pubDate>{told}</item>"
            for link, title in items
        )
        raw = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Vesk Courier</title>{body}</channel></rss>'.encode()
        tag = etag or f'"{hash(raw)}"'

        def give(request: Any) -> Answer:
            if request.headers.get("If-None-Match") == tag:
                return 304, {"ETag": tag}, b""
            return 200, {"ETag": tag, "Content-Type": "application/rss+xml"}, raw

        self.pages[path] = give
        return self.url + path


@contextmanager
def outlet() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            with site.lock:
                site.asked[self.path] += 1
                site.order.append(self.path)
                site.at_once += 1
                site.most_at_once = max(site.most_at_once, site.at_once)
            try:
                page = site.pages.get(self.path, (404, {}, b"no such page"))
                status, headers, body = page(self) if callable(page) else page
                with site.lock:  # before the client has its answer and may ask again
                    site.at_once -= 1
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                if status != 304:
                    self.send_header(
                        "Content-Length", headers.get("Content-Length", str(len(body)))
                    )
                self.end_headers()
                if status != 304:
                    self.wfile.write(body)
            except (BrokenPipeError, ConnectionResetError):
                pass

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # clients that leave
    site.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
    )
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


def bomb(megabytes: int) -> bytes:
    return gzip.compress(b"a" * (megabytes * 1_000_000))
