"""Reading: pages and files a second on one core, and the memory a long archive takes."""

from __future__ import annotations

import gzip
import io
import json
import random
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from kutla.documents import Document, read, stream

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ARCHIVE_MB = 300
PAGES_LIMIT, MEMORY_LIMIT_MB = 60, 1_000
_WORDS = [
    "the",
    "harbour",
    "list",
    "has",
    "agreed",
    "on",
    "monday",
    "to",
    "sit",
    "in",
    "a",
    "cabinet",
    "with",
    "common",
    "ground",
    "after",
    "talks",
    "about",
    "ministries",
    "and",
    "seats",
    "that",
    "began",
    "last",
    "week",
    "said",
    "its",
    "leader",
    "while",
    "deputies",
    "from",
    "the",
    "valleys",
    "asked",
    "for",
    "another",
    "vote",
    "in",
    "parliament",
    "before",
    "the",
    "end",
    "of",
    "the",
    "month",
    "and",
    "nobody",
    "denied",
    "it",
]


def sentence(rng: random.Random) -> str:
    return " ".join(rng.choices(_WORDS, k=rng.randrange(12, 30))).capitalize() + "."


def article(rng: random.Random) -> list[str]:
    return [" ".join(sentence(rng) for _ in range(rng.randrange(1, 4))) for _ in range(18)]


def page(seed: int) -> str:
    """A page of about 70 kB as outlets serve it: menus, scripts, related links, comments."""
    rng = random.Random(seed)
    told = "".join(f"<p class='story-text'>{each}</p>" for each in article(rng))
    menu = "".join(
        f"<li class='nav-item'><a href='/s/{n}'>Section {n}</a></li>" for n in range(120)
    )
    related = "".join(
        f"<div class='card'><img src='/i/{n}.jpg'><a href='/r/{n}'>{sentence(rng)[:60]}</a></div>"
        for n in range(40)
    )
    comments = "".join(
        f"<div class='comment'><b>reader{n}</b><p>{sentence(rng)}</p></div>" for n in range(25)
    )
    script = "<script>" + "window.dataLayer=window.dataLayer||[];" * 600 + "</script>"
    return (
        "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Report "
        f"{seed} | Vesk Courier</title><meta property='og:site_name' content='Vesk Courier'>"
        f"<meta property='article:published_time' content='2021-07-28T08:00:00Z'>{script}</head>"
        f"<body><nav><ul>{menu}</ul></nav><main><article><h1>Report {seed}</h1>{told}</article>"
        f"<aside>{related}</aside><section id='comments'>{comments}</section></main>"
        "<footer>All rights reserved</footer></body></html>"
    )


def warc_record(number: int, body: bytes, media: str = "text/html") -> bytes:
    content = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\n\r\n".encode() + body
    return (
        (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:036d}>\r\n"
            f"WARC-Target-URI: https://vesk.example/{number}\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
            f"Content-Type: application/http\r\nContent-Length: {len(content)}\r\n\r\n"
        ).encode()
        + content
        + b"\r\n\r\n"
    )


def write_archive(path: Path, megabytes: int, *, is_packed: bool) -> int:
    """Write an archive of pages among films, as crawls are, and count its pages."""
    rng = random.Random(7)
    film = rng.randbytes(2_000_000)
    pages = 0
    with path.open("wb") as out:
        while out.tell() < megabytes * 1_000_000:
            pages += 1
            for record in (
                warc_record(2 * pages, film, "video/mp4"),
                warc_record(2 * pages + 1, page(pages).encode()),
            ):
                out.write(gzip.compress(record, 1) if is_packed else record)
    return pages


def read_and_weigh(path: str) -> None:
    """What the other process does: read to the end, print documents, seconds, megabytes."""
    began = perf_counter()
    found = sum(isinstance(item, Document) for item in stream([path]))
    seconds = perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([found, seconds, peak]))


def weigh(path: Path) -> tuple[int, float, float]:
    call = [sys.executable, "-c", f"from bench.reading import *; read_and_weigh({str(path)!r})"]
    done = subprocess.run(call, capture_output=True, text=True, check=True)
    found, seconds, peak = json.loads(done.stdout)
    return found, seconds, peak


def rate(work: Callable[[], object], count: int) -> float:
    """Give the best of three runs, after one to warm up."""
    work()
    times = []
    for _ in range(3):
        began = process_time()  # of this process alone: other work on the machine does not count
        work()
        times.append(process_time() - began)
    return count / min(times)


def write_all(folder: Path, names: Iterable[tuple[str, str]]) -> None:
    folder.mkdir()
    for name, content in names:
        (folder / name).write_text(content, encoding="utf-8")


def main() -> None:
    count = 100
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write_all(folder / "html", ((f"{n}.html", page(n)) for n in range(count)))
        told = ["\n\n".join(article(random.Random(n))) for n in range(count)]
        write_all(folder / "txt", ((f"{n}.txt", text) for n, text in enumerate(told)))
        lines = "\n".join(json.dumps({"text": text}) for text in told)
        write_all(folder / "jsonl", [("a.jsonl", lines)])
        rows = io.StringIO()
        rows.write(
            "title,text\n" + "".join(f'Report {n},"{text}"\n' for n, text in enumerate(told))
        )
        write_all(folder / "csv", [("a.csv", rows.getvalue())])
        print(
            "| read whole: decoded, cleaned, dated, grouped by outlet | limit, a second | a second |"
        )
        print("|---|---|---|")
        for kind, limit in (("html", PAGES_LIMIT), ("txt", None), ("jsonl", None), ("csv", None)):
            speed = rate(lambda kind=kind: read([folder / kind]), count)  # type: ignore[misc]
            print(f"| {count} reports as `.{kind}` | {limit or '–'} | {speed:,.0f} |")
        print(
            f"\n| web archive | pages | read | seconds | memory, MB (limit {MEMORY_LIMIT_MB:,}) |"
        )
        print("|---|---|---|---|---|")
        for name, megabytes in (("a.warc", 30), ("b.warc", ARCHIVE_MB), ("c.warc.gz", ARCHIVE_MB)):
            pages = write_archive(folder / name, megabytes, is_packed=name.endswith(".gz"))
            found, seconds, peak = weigh(folder / name)
            print(
                f"| {megabytes} MB `{name[1:]}` | {pages} | {found} | {seconds:.1f} | {peak:.0f} |"
            )
            (folder / name).unlink()


if __name__ == "__main__":
    main()
