"""What servers packed a page in, undone within bounds: chunks, gzip, deflate, Brotli."""

from __future__ import annotations

import re
import zlib

from kutla.documents.raw import MOST_BYTES

_CHUNK = re.compile(rb"\s*([0-9a-fA-F]{1,8})[^\r\n]{0,200}\r?\n")
_GZIP = b"\x1f\x8b"
_EITHER_WINDOW, _RAW_WINDOW = 47, -15


class Overlong(Exception):  # noqa: N818  # never leaves this folder
    """What comes out is larger than any article: a bomb, or no article."""


def unpack(payload: bytes, *, chunked: bool = False, encoding: str | None = None) -> bytes:
    """Undo transfer and content encodings.

    Archives often keep the header of an encoding that is undone already: what does not look packed
    is given back as it is. Raises Overlong, and ValueError where the packing is broken.
    """
    if len(payload) > MOST_BYTES:
        raise Overlong
    body = _dechunk(payload) if chunked else payload
    for each in reversed([part.strip() for part in (encoding or "").casefold().split(",")]):
        if each in {"gzip", "x-gzip"}:
            body = gunzip(body) if body.startswith(_GZIP) else body
        elif each == "deflate":
            body = _inflate_any(body)
        elif each == "br":
            body = _unbrotli(body)
    return body


def gunzip(packed: bytes) -> bytes:
    """Undo gzip. Raises Overlong beyond MOST_BYTES, ValueError where it is broken."""
    return _inflate(packed, _EITHER_WINDOW)


def _inflate_any(body: bytes) -> bytes:
    if body.lstrip()[:1] == b"<":
        return body
    try:
        return _inflate(body, _EITHER_WINDOW)
    except ValueError:
        return _inflate(body, _RAW_WINDOW)


def _inflate(packed: bytes, window: int) -> bytes:
    pieces: list[bytes] = []
    room = MOST_BYTES
    try:
        while packed:
            unpacker = zlib.decompressobj(window)
            pieces.append(unpacker.decompress(packed, room + 1))
            room -= len(pieces[-1])
            if room < 0:
                raise Overlong
            if not unpacker.eof:
                raise ValueError("its gzip data is cut short")
            packed = unpacker.unused_data.lstrip(b"\x00")
    except zlib.error as error:
        if pieces and any(pieces):
            return b"".join(pieces)  # rubbish behind a whole member
        raise ValueError("its gzip data is broken") from error
    return b"".join(pieces)


def _unbrotli(packed: bytes) -> bytes:
    import brotli  # noqa: PLC0415  # few pages need it

    if packed.lstrip()[:1] == b"<":
        return packed
    unpacker = brotli.Decompressor()
    try:
        body: bytes = unpacker.process(packed, output_buffer_limit=MOST_BYTES + 1)
    except brotli.error as error:
        raise ValueError("its Brotli data is broken") from error
    if len(body) > MOST_BYTES or not unpacker.is_finished():
        raise Overlong
    return body


def _dechunk(payload: bytes) -> bytes:
    pieces: list[bytes] = []
    at = 0
    while (found := _CHUNK.match(payload, at)) is not None:
        size = int(found[1], 16)
        if not size:
            return b"".join(pieces)
        pieces.append(payload[found.end() : found.end() + size])
        at = found.end() + size
    return b"".join(pieces) if pieces else payload
