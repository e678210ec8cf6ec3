"""What a stream without a name holds, told from its first bytes: an ending, as a file has one."""

from __future__ import annotations

import csv
import json
import re
import zlib

from kutla.documents.readers.pages import is_page
from kutla.documents.records import TEXT_KEYS

SNIFFED = 65_536
"""That many first bytes are looked at."""
_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_IN_WACZ = re.compile(rb"archive/[^\x00]{1,200}\.warc|datapackage\.json")
_SIGNS = (
    (b"%PDF-", ".pdf"),
    (_ZIP, ".docx"),
    (b"\xd0\xcf\x11\xe0", ".docx"),
    (b"WARC/", ".warc"),
)
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|rss|feed|rdf:RDF|nitf|newsItem|newsMessage)\b")
_MAIL = re.compile(
    rb"^(?:from|received|return-path|delivered-to|mime-version|subject|date|message-id|to|"
    rb"content-type|x-[a-z-]+):",
    re.IGNORECASE | re.MULTILINE,
)
_MHTML = re.compile(
    rb"^(?:snapshot-content-location:|content-type:\s*multipart/related)",
    re.IGNORECASE | re.MULTILINE,
)
_FEWEST_FIELDS = 3


def ending_of(head: bytes) -> str:
    """Give the ending of a file that begins so; ``.txt`` where nothing says otherwise."""
    if head.startswith(_GZIP):
        return f"{ending_of(_gunzip(head))}.gz"
    if head.startswith(_ZIP) and _IN_WACZ.search(head):
        return ".wacz"
    for sign, ending in _SIGNS:
        if head.startswith(sign):
            return ending
    if is_page(head):
        return ".html"
    return (".xml" if _XML.match(head) else None) or _mail(head) or _records(head) or ".txt"


def _gunzip(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(head, SNIFFED)
    except zlib.error:
        return b""


def _mail(head: bytes) -> str | None:
    fields = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    if not _MAIL.match(fields) or len(_MAIL.findall(fields)) < _FEWEST_FIELDS:
        return None
    return ".mhtml" if _MHTML.search(fields) else ".eml"


def _records(head: bytes) -> str | None:
    text = head.decode("utf-8-sig", "replace").lstrip()
    first, _, rest = text.partition("\n")
    if text.startswith("{") and rest.lstrip().startswith("{") and _is_json(first):
        return ".jsonl"
    if text.startswith(("{", "[")):
        return ".json" if _is_json(text) or '"' in first else None
    for delimiter in ",;\t|":
        row = next(csv.reader([first], delimiter=delimiter), [])
        if len(row) > 1 and {cell.strip().casefold() for cell in row} & set(TEXT_KEYS):
            return ".csv"
    return None


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
