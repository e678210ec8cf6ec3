"""Bytes to text: the encodings the press really uses, tried in the order of their proof.

A byte order mark decides; then UTF-8, which other encodings hardly ever satisfy by chance; then
UTF-16 without a mark, told by its zero bytes; then Windows-1256 where almost all high bytes are
Arabic letters, and Windows-1252 where they stand alone among Latin ones. Anything else is refused:
a wrong guess would put wrong names into the ledger. A text that is UTF-8 in some lines and Windows
in others (pasted together from two papers) is decoded a line at a time.

What is left is tidied: characters that show nothing and only turn, split or hide words (zero bytes,
terminal codes, bidi controls, soft hyphens) go, since a name with one inside is not found and text
with one in it can show a reader something else than what is quoted.
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
_NEVER = frozenset({"idna", "punycode", "utf-7", "unicode-escape", "raw-unicode-escape"})
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
_LONGEST_CHARACTER = 4
_C1 = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
_HIDDEN = dict.fromkeys(
    [
        *(code for code in range(0x20) if chr(code) not in "\t\n\v\f\r"),
        *(0x7F, 0xAD, 0x200B, 0x200E, 0x200F, 0x061C, 0x2060, 0xFEFF),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        *range(0xFFF9, 0xFFFC),
        *range(0xE0000, 0xE0080),
    ]
)
_LONE = dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
_TIDY = {**_HIDDEN, **_LONE, **_C1, 0x2028: "\n", 0x2029: "\n\n"}
_UNTIDY_ASCII = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_UNTIDY = re.compile(
    "[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x9f\\xad\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060"
    "\\u2066-\\u2069\\ud800-\\udfff\\ufeff\\ufff9-\\ufffb\\U000e0000-\\U000e007f]"
)
"""The keys of the table as ranges, which are found ten times as fast."""
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
        what = "holds zero bytes" if "\x00" in text[:_SAMPLE] else "is full of control characters"
        raise UnreadableDocumentError(
            f"{name} is not text (it {what}); save its text as .txt or .html"
        )
    return tidy(text)


def decode_declared(raw: bytes, encoding: str | None) -> str | None:
    """Decode bytes as they are declared to be; None where that cannot be, or must not be.

    Encodings made for names or programs are not believed: some take hours over a page.
    """
    try:
        if encoding is None or codecs.lookup(encoding).name in _NEVER:
            return None
        return raw.decode(encoding)
    except (LookupError, ValueError):
        return None


def encoding_of(sample: bytes, name: str) -> str:
    """Tell the encoding of a long file from its beginning; ``name`` is for the message.

    Raises UnreadableDocumentError as ``decode`` does.
    """
    decode(sample, name)
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding
    if b"\x00" in sample:
        even, odd = sample[0::2].count(0), sample[1::2].count(0)
        return "utf-16-le" if odd > even else "utf-16-be"
    if _strict(sample, "utf-8") or _without_broken_end(sample) or _is_mixed(sample):
        return "utf-8"
    return "cp1256" if _has_long_runs(sample) else "cp1252"


def tidy(text: str) -> str:
    """Take out what shows nothing: zero bytes, terminal codes, bidi controls, lone surrogates.

    The joiners that Persian and Kurdish are spelled with stay.
    """
    untidy = _UNTIDY_ASCII if text.isascii() else _UNTIDY
    return text.translate(_TIDY) if untidy.search(text) else text


def _decode(raw: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strict(raw, encoding)
    text = _strict(raw, "utf-8") or _without_broken_end(raw)
    if text is not None and "\x00" not in text[:_SAMPLE]:
        return text
    if b"\x00" in raw[:_SAMPLE]:
        return _decode_unmarked_utf16(raw) or text
    return _decode_by_line(raw) if _is_mixed(raw) else _decode_windows(raw)


def _without_broken_end(raw: bytes) -> str | None:
    """Decode UTF-8 that was cut off within its last character."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(raw) - _LONGEST_CHARACTER or "end of data" not in error.reason:
            return None
        return _strict(raw[: error.start], "utf-8")


def _is_mixed(raw: bytes) -> bool:
    """Whether some lines with high bytes are UTF-8, which by chance hardly any line would be."""
    high = [line for line in raw.split(b"\n") if not line.isascii()]
    good = sum(_strict(line, "utf-8") is not None for line in high)
    return 0 < good < len(high)


def _decode_by_line(raw: bytes) -> str | None:
    lines = [_strict(line, "utf-8") or _decode_windows(line) for line in raw.split(b"\n")]
    decoded = [line for line in lines if line is not None]
    return "\n".join(decoded) if len(decoded) == len(lines) else None


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
