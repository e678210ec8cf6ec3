"""Bytes to text: the encodings the press really uses, tried in the order of their proof.

A byte order mark decides; then UTF-8, which other encodings hardly ever satisfy by chance; then
UTF-16 without a mark, told by its zero bytes; then Windows-1256 where almost all high bytes are
Arabic letters, and Windows-1252 where they stand alone among Latin ones. Anything else is refused:
a wrong guess would put wrong names into the ledger.
"""

from __future__ import annotations

import codecs
import re

from kutla.errors import UnreadableDocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "a database"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ARABIC = re.compile(r"[\u0600-\u06ff\u200c-\u200f]")
_HIGH_RUN = re.compile(rb"[\xc0-\xff]+")
_SAMPLE = 65_536
_ALEF_AND_LAM = 0.12
"""In Arabic, Persian and Kurdish these two make up a fifth of all letters and more; in Cyrillic
text read as Arabic the letters on their places are rare."""


def decode(raw: bytes, name: str) -> str:
    """Decode a file's bytes; ``name`` is for the message.

    Raises UnreadableDocumentError where the bytes are no text, or text in no known encoding.
    """
    for signature, thing in _SIGNATURES:
        if raw.startswith(signature):
            raise UnreadableDocumentError(
                f"{name} is not text (it begins like {thing}); save its text as .txt or .html"
            )
    text = _decode(raw)
    if text is None:
        if b"\x00" in raw[:_SAMPLE]:
            raise UnreadableDocumentError(
                f"{name} is not text (it holds zero bytes); save its text as .txt or .html"
            )
        raise UnreadableDocumentError(
            f"{name} is in no encoding kutla can tell (UTF-8, UTF-16, Windows-1252, Windows-1256); "
            "save it as UTF-8"
        )
    if len(_CONTROL.findall(text[:_SAMPLE])) > 0.005 * len(text[:_SAMPLE]):
        raise UnreadableDocumentError(
            f"{name} is not text (it is full of control characters); save its text as .txt"
        )
    return text


def _decode(raw: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strict(raw, encoding)
    text = _strict(raw, "utf-8")
    if text is not None and "\x00" not in text[:_SAMPLE]:
        return text
    if b"\x00" in raw[:_SAMPLE]:
        return _decode_unmarked_utf16(raw)
    return _decode_windows(raw)


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _decode_unmarked_utf16(raw: bytes) -> str | None:
    sample = raw[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < 0.3 * (len(sample) / 2) or min(even, odd) > 0.05 * len(sample):
        return None
    return _strict(raw, "utf-16-le" if odd > even else "utf-16-be")


def _decode_windows(raw: bytes) -> str | None:
    sample = raw[:_SAMPLE]
    if not _has_long_runs(sample):
        return _strict(raw, "cp1252")
    return _strict(raw, "cp1256") if _is_arabic(sample) else None


def _is_arabic(sample: bytes) -> bool:
    """Whether high bytes read as Windows-1256 look like Arabic: its letters, alef and lam often."""
    letters = re.sub(r"[\x00-\xbf\u2010-\u2030\u20ac]", "", sample.decode("cp1256", "replace"))
    arabic = len(_ARABIC.findall(letters))
    frequent = letters.count("\u0627") + letters.count("\u0644")
    return arabic >= 0.9 * len(letters) and frequent >= _ALEF_AND_LAM * arabic


def _has_long_runs(sample: bytes) -> bool:
    """Whether high bytes make up words: in Latin text they stand alone or in twos."""
    runs = _HIGH_RUN.findall(sample)
    return bool(runs) and sum(len(run) >= 3 for run in runs) > 0.2 * len(runs)
