"""Mail and saved MHTML pages: the article in a message, in its forwarded part or attached."""

from __future__ import annotations

import email
import io
import re
from email import policy
from typing import TYPE_CHECKING, Any, BinaryIO

from kutla.documents.decoding import decode, decode_declared
from kutla.documents.document import Unread
from kutla.documents.html import read_fragment
from kutla.documents.metadata import Metadata
from kutla.documents.raw import RawText, read_whole
from kutla.documents.readers.pages import make_page
from kutla.documents.readers.pdf import read_pdf
from kutla.documents.readers.text import read_text
from kutla.documents.readers.word import read_word
from kutla.documents.records import read_day
from kutla.errors import UnreadableDocumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from email.message import EmailMessage

_MOST_PARTS = 200
_PASSED_ON = re.compile(r"^\s*(?:(?:fwd?|fw|re|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)
_FORWARDED = re.compile(
    r"^[ \t>]*-{2,}\s*(?:forwarded|original) message\s*-{2,}[ \t]*$|^[ \t>]*begin forwarded message:",
    re.IGNORECASE | re.MULTILINE,
)
_OUTLOOK = re.compile(
    r"^(?=[ \t>*]*from\s*:.{0,300}\n[ \t>*]*(?:sent|date)\s*:)", re.IGNORECASE | re.MULTILINE
)
_FIELD = re.compile(
    r"^[ \t>*]*(from|date|sent|subject|to|cc|reply-to)\s*:[ \t*]*(.*)$", re.IGNORECASE
)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_FEWEST_WORDS = 20
_ATTACHED = {".pdf": read_pdf, ".docx": read_word, ".txt": read_text}


def read_mail(stream: BinaryIO, name: str) -> Iterator[RawText | Unread]:
    """Read a message's text, else its page, and then the documents attached to it."""
    message: Any = email.message_from_bytes(read_whole(stream, name), policy=policy.default)
    if not message.keys():
        raise UnreadableDocumentError(
            f"{name} is no mail (it begins without a header); save its text as .txt"
        )
    found = False
    for number, (each, parts) in enumerate(_messages(message)):
        address = f"{name}#{number}" if number else name
        told = _told(parts, each, address)
        if told is not None:
            found = True
            yield told
        for part in parts:
            for item in _attached(part, address):
                found = True
                yield item
    if not found:
        raise UnreadableDocumentError(
            f"{name} holds no article; save the mail with its text, or the article by itself"
        )


def _messages(message: Any) -> Iterator[tuple[Any, list[Any]]]:
    """Give a message and those attached to it, each with its own parts."""
    waiting, seen = [message], 0
    while waiting:
        top = waiting.pop(0)
        parts: list[Any] = []
        inside = [top]
        while inside and seen < _MOST_PARTS:
            part = inside.pop(0)
            seen += 1
            held = part.get_payload() if part.is_multipart() else None
            if part is not top and part.get_content_maintype() == "message" and held:
                waiting += held if isinstance(held, list) else []
            elif part.is_multipart() and isinstance(held, list):
                inside = [*held, *inside]
            else:
                parts.append(part)
        yield top, parts


def read_mhtml(stream: BinaryIO, name: str) -> Iterator[RawText]:
    """Read a page that a browser saved as one file with its pictures."""
    message: Any = email.message_from_bytes(read_whole(stream, name), policy=policy.default)
    for part in list(message.walk())[:_MOST_PARTS]:
        if _safely(part.get_content_type) == "text/html":
            url = _location(part, "Content-Location")
            url = url or _location(message, "Snapshot-Content-Location")
            yield make_page(_payload(part), name, charset=_charset(part), url=url)
            return
    raise UnreadableDocumentError(f"{name} holds no web page; save it again as .html")


def _told(parts: list[Any], message: EmailMessage, name: str) -> RawText | None:
    plain = _first(parts, "text/plain")
    text = _decoded(plain, name) if plain is not None else ""
    page = _first(parts, "text/html")
    if page is not None and len(text.split()) < _FEWEST_WORDS:
        text = read_fragment(_decoded(page, name))
    if not text.strip():
        return None
    return _unforward(text, _read_header(message), name)


def _unforward(text: str, header: Metadata, name: str) -> RawText:
    """Take what was passed on, with the header that stands before it: it says who wrote it when."""
    told = _SIGNATURE.split(text)[0]
    text = told if len(told.split()) >= _FEWEST_WORDS else text
    mark = _FORWARDED.search(text)
    if mark is None and header.published_on is None:  # passed on, as Outlook does it
        mark = _OUTLOOK.search(text)
    if mark is None:
        return RawText(name, text, header)
    fields: dict[str, str] = {}
    lines = text[mark.end() :].splitlines()
    while lines and (not lines[0].strip() or _FIELD.match(lines[0])):
        line = lines.pop(0)
        found = _FIELD.match(line)
        if found:
            fields[found[1].casefold()] = found[2]
        elif fields:
            break
    inner = Metadata(
        headline=_PASSED_ON.sub("", fields.get("subject", "")).strip() or header.headline,
        published_on=read_day(fields.get("date") or fields.get("sent")),
    )
    return RawText(name, "\n".join(lines), inner)


def _read_header(message: EmailMessage) -> Metadata:
    subject = str(_safely(lambda: message.get("Subject")) or "")
    is_passed_on = _PASSED_ON.match(subject) is not None
    moment = getattr(_safely(lambda: message.get("Date")), "datetime", None)
    return Metadata(
        headline=_PASSED_ON.sub("", subject).strip() or None,
        published_on=moment.date() if moment is not None and not is_passed_on else None,
    )


def _attached(part: Any, name: str) -> Iterator[RawText | Unread]:
    filename = str(_safely(part.get_filename) or "")
    ending = f".{filename.rpartition('.')[2].casefold()}"
    if not _is_attached(part) and ending == ".txt":
        return
    address = f"{name}#{filename}"
    try:
        if ending in {".html", ".htm"}:
            yield make_page(_payload(part), address, charset=_charset(part))
        elif ending in _ATTACHED:
            yield from _ATTACHED[ending](io.BytesIO(_payload(part)), address)
    except UnreadableDocumentError as error:
        yield Unread(address, str(error))


def _first(parts: list[Any], media: str) -> Any:
    shown = (part for part in parts if not _is_attached(part))
    return next((part for part in shown if _safely(part.get_content_type) == media), None)


def _payload(part: Any) -> bytes:
    payload = _safely(lambda: part.get_payload(decode=True))
    return payload if isinstance(payload, bytes) else b""


def _decoded(part: Any, name: str) -> str:
    raw = _payload(part)
    return decode_declared(raw, _charset(part)) or (decode(raw, name) if raw.strip() else "")


def _charset(part: Any) -> str | None:
    charset = _safely(part.get_content_charset)
    return charset if isinstance(charset, str) else None


def _location(part: Any, field: str) -> str | None:
    url = str(_safely(lambda: part.get(field)) or "")
    return url if url.startswith(("http://", "https://")) else None


def _is_attached(part: Any) -> bool:
    return bool(_safely(part.get_content_disposition) == "attachment")


def _safely(read: Callable[[], Any]) -> Any:
    """Read a field of a header; the standard library raises all sorts of things over bad ones."""
    try:
        return read()
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        return None
