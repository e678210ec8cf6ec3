"""Paths, patterns, addresses, standard input → texts; each way to be no use has its sentence."""

from __future__ import annotations

import glob
import gzip
import re
import sys
import zlib
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kutla.documents.document import Unread
from kutla.documents.raw import RawText, peekable
from kutla.documents.readers import READERS
from kutla.documents.sniffing import SNIFFED, ending_of
from kutla.errors import UnreadableDocumentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kutla.documents.fetching import Fetcher

ENDINGS = tuple(READERS)
"""The endings of the files that are read, folded; each may be followed by ``.gz``."""
STDIN = "-"
_ENDINGS_SAID = ", ".join(ENDINGS)
_WEB = re.compile(r"(?P<scheme>https?):/{1,2}(?P<rest>[^/].*)", re.IGNORECASE | re.DOTALL)
_STARS = re.compile(r"[*?\[]")
_PACKED = ".gz"
_SAVED_PAGES = frozenset({".html", ".htm", ".xhtml"})
_FOLDERS = (
    "_files", ".files", "-Dateien", "_fichiers", "_archivos", "_bestanden", "_file", "_filer",
    "_ficheiros", "-filer", "_pliki", "_dosyalar", "_soubory", "_arquivos", "_ملفات",
)  # fmt: skip


def list_files(paths: Iterable[str | Path]) -> Iterator[Path | str | Unread]:
    """List what is at some paths: files as paths, web addresses and standard input as strings.

    Folders are listed with all below them, each in sorted order, and so are patterns
    (``press/**/*.html``). Names that begin with a dot are passed over; other endings are set aside
    with the reason.
    """
    seen: set[Path | str] = set()
    for each in paths:
        for item in _expand(str(each)):
            known = item.resolve() if isinstance(item, Path) else item
            if isinstance(known, Unread):
                yield known
            elif known not in seen:
                seen.add(known)
                yield _judge(item) if isinstance(item, Path) else known


def _expand(name: str) -> Iterator[Path | str | Unread]:
    web = _WEB.fullmatch(name)
    path = Path(name)
    if name == STDIN:
        yield STDIN
    elif web is not None:  # a path made of an address has lost one of its slashes
        yield f"{web['scheme'].casefold()}://{web['rest']}"
    elif path.is_dir():
        yield from _list_folder(path)
    elif path.exists():
        yield path
    elif _STARS.search(name):
        yield from _match(name)
    else:
        yield Unread(name, f"{name} does not exist; check the path")


def _match(pattern: str) -> Iterator[Path | Unread]:
    found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207  # patterns may be absolute
    if not found:
        yield Unread(pattern, f"{pattern} matches no file; check the pattern")
    for name in found:
        if Path(name).is_dir():
            if not pattern.endswith("**"):
                yield from _list_folder(Path(name))
        else:
            yield Path(name)


def _list_folder(folder: Path) -> Iterator[Path | Unread]:
    articles = 0
    paths = sorted(folder.rglob("*"))
    beside = {path.with_name(f"{path.stem}{end}") for path in paths for end in _beside(path)}
    for path in paths:
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_file() and beside.isdisjoint(path.parents):
            articles += _ending(path) in READERS
            yield path
    if not articles:
        yield Unread(
            str(folder),
            f"{folder} holds no article; put files ending in {_ENDINGS_SAID} there",
        )


def _beside(page: Path) -> tuple[str, ...]:
    """Give how browsers call the folder with a saved page's pictures, in their languages."""
    return _FOLDERS if _ending(page) in _SAVED_PAGES else ()


def _ending(path: Path) -> str:
    """Give what a file's name says it is; a packed file is what its inner name says."""
    name = path.name.casefold().removesuffix(_PACKED)
    return f".{name.rpartition('.')[2]}" if "." in name else ""


def _judge(path: Path) -> Path | Unread:
    if _ending(path) in READERS:
        return path
    ending = f"ends in {path.suffix}" if path.suffix else "has no ending"
    return Unread(str(path), f"{path} was skipped: it {ending}, and kutla reads {_ENDINGS_SAID}")


def read_texts(
    item: Path | str, *, stdin: BinaryIO | None = None, fetcher: Fetcher | None = None
) -> Iterator[RawText | Unread]:
    """Read the texts of one file, address or stream: one, or one a record.

    Raises UnreadableDocumentError where the whole is no use, or the rest of it; a single record
    that is none comes as ``Unread``.
    """
    if isinstance(item, Path):
        yield from _read_file(item)
    elif item == STDIN:
        yield from _read_unnamed(stdin or sys.stdin.buffer)
    else:
        yield from _read_web(item, fetcher)


def _read_file(path: Path) -> Iterator[RawText | Unread]:
    ending = _ending(path)
    try:
        with path.open("rb") as stream:
            yield from _read(stream, str(path), ending, is_packed=path.suffix.casefold() == _PACKED)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise UnreadableDocumentError(
            f"{path} cannot be opened ({why.lower()}); check its permissions"
        ) from error


def _read(
    stream: BinaryIO, name: str, ending: str, *, is_packed: bool
) -> Iterator[RawText | Unread]:
    if not is_packed or ending == ".warc":  # an archive's records are packed one by one
        yield from READERS[ending](stream, name)
        return
    try:
        with closing(gzip.GzipFile(fileobj=stream)) as unpacked:
            yield from READERS[ending](unpacked, name)  # type: ignore[arg-type]
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise UnreadableDocumentError(
            f"{name} is no whole gzip file (it is damaged or cut short); fetch it again"
        ) from error


def _read_unnamed(stream: BinaryIO) -> Iterator[RawText | Unread]:
    name = "standard input"
    buffered = peekable(stream, SNIFFED)
    head = buffered.peek(SNIFFED)
    if not head:
        raise UnreadableDocumentError(f"{name} is empty; pipe an article into it")
    ending = ending_of(head)
    is_packed = ending.endswith(_PACKED)
    yield from _read(buffered, name, ending.removesuffix(_PACKED), is_packed=is_packed)


def _read_web(url: str, fetcher: Fetcher | None) -> Iterator[RawText | Unread]:
    # sockets and certificates take a tenth of a second to import
    from kutla.documents.fetching import Fetcher, read_fetched  # noqa: PLC0415

    yield from read_fetched((fetcher or Fetcher()).fetch(url))
