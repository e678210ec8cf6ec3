"""Word documents: the paragraphs, headings, lists and tables of a ``.docx``, and its properties."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, Any, BinaryIO

from lxml import etree

from kutla.documents.metadata import Metadata
from kutla.documents.raw import MOST_BYTES, RawText, read_whole
from kutla.documents.records import read_day
from kutla.errors import UnreadableDocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

_DAMAGE = (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, LookupError, EOFError)
_OLE = b"\xd0\xcf\x11\xe0"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DELETED = frozenset(
    f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "txbxContent")
)
"""What is not in the running text; a text box's own paragraphs are read where they end."""
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_SAFE = {"resolve_entities": False, "no_network": True, "load_dtd": False}


def read_word(stream: BinaryIO, name: str) -> Iterator[RawText]:
    """Read a Word document, what was deleted under "track changes" left out."""
    raw = read_whole(stream, name)
    if raw.startswith(_OLE):
        raise UnreadableDocumentError(
            f"{name} is protected by a password or in the old Word format; save it as a plain .docx"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            body = _parse(_part(parts, "word/document.xml", name))
            properties = _properties(parts, name)
    except _DAMAGE as e:
        raise UnreadableDocumentError(
            f"{name} is no Word document that can be read (it may be cut short); save it again"
        ) from e
    except (RuntimeError, OSError, ValueError) as error:  # the zip says that it is locked
        raise UnreadableDocumentError(
            f"{name} is damaged or protected by a password; save it as a plain .docx"
        ) from error
    text = "\n\n".join(_blocks(body))
    if not text.strip():
        raise UnreadableDocumentError(f"{name} is empty; give a file that holds an article")
    yield RawText(name, text, properties)


def _part(parts: zipfile.ZipFile, part: str, name: str) -> bytes:
    size = parts.getinfo(part).file_size
    if size > MOST_BYTES:
        raise UnreadableDocumentError(
            f"{name} unpacks to {size / 1e6:.0f} MB (at most {MOST_BYTES / 1e6:.0f} MB), "
            "which no article does; save its text as .txt"
        )
    with parts.open(part) as unpacked:
        return unpacked.read(MOST_BYTES)


def _parse(raw: bytes) -> Any:
    return etree.fromstring(raw, etree.XMLParser(**_SAFE))


def _properties(parts: zipfile.ZipFile, name: str) -> Metadata:
    if "docProps/core.xml" not in parts.namelist():
        return Metadata()
    core = _parse(_part(parts, "docProps/core.xml", name))
    published = core.findtext(f"{_DC}date")  # when it was typed or saved is another day
    return Metadata(
        headline=_none_if_blank(core.findtext(f"{_DC}title")),
        outlet=_none_if_blank(core.findtext(f"{_DC}publisher")),
        published_on=read_day(published),
    )


def _none_if_blank(words: str | None) -> str | None:
    return (words or "").strip() or None


def _blocks(root: Any) -> Iterator[str]:
    """Give paragraphs, list items behind a sign and table rows with tabs, in order."""
    inside = 0  # of tables: the text of a cell belongs to its row
    row: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag == f"{_W}tbl":
            inside += 1 if event == "start" else -1
        elif event == "end" and element.tag == f"{_W}tc":
            row.append(" ".join(_words(p) for p in element.iter(f"{_W}p")).strip())
        elif event == "end" and element.tag == f"{_W}tr":
            yield "\t".join(row)
            row = []
        elif event == "end" and element.tag == f"{_W}p" and not inside:
            words = _words(element).strip()
            is_item = element.find(f"{_W}pPr/{_W}numPr") is not None
            if words:
                yield f"• {words}" if is_item else words


def _words(paragraph: Any) -> str:
    pieces: list[str] = []
    skipped: Any = None
    for event, element in etree.iterwalk(paragraph, events=("start", "end")):
        if skipped is not None:
            skipped = None if event == "end" and element is skipped else skipped
        elif event == "start" and element.tag in _DELETED:
            skipped = element
        elif event == "start":
            text = element.text if element.tag == f"{_W}t" else None
            pieces.append(text or _BREAKS.get(element.tag, ""))
    return "".join(pieces)
