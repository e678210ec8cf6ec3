"""Makers of files as other programs write them: PDFs, Word documents, web archives, mails."""

import gzip
import io
import zipfile
from collections.abc import Iterable

BODY = (
    "The Harbour List of Ilva Doren has agreed to sit in a cabinet with Common Ground, it said on Monday.",
    "Talks about the ministries – “the café talks” – began last week and are to end before parliament meets.",
    "Common Ground won 31 of the 120 seats in the spring election and has governed alone since that day.",
)
TEXT = "\n\n".join(BODY)


def html_page(paragraphs: Iterable[str] = BODY, title: str = "Cabinet agreed in Ljubava") -> str:
    told = "".join(f"<p>{each}</p>" for each in paragraphs)
    return (
        f"<!doctype html><html><head><meta charset='utf-8'><title>{title} | Vesk Courier</title>"
        "<meta property='og:site_name' content='Vesk Courier'>"
        "<meta property='article:published_time' content='2021-07-28T08:00:00Z'></head><body>"
        f"<nav><ul><li>Home</li><li>World</li></ul></nav><article><h1>{title}</h1>{told}</article>"
        "<footer>All rights reserved</footer></body></html>"
    )


def warc_record(
    number: int,
    body: bytes,
    *,
    media: str = "text/html; charset=utf-8",
    kind: str = "response",
    status: str = "200 OK",
    headers: str = "",
    length: int | None = None,
) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{headers}\r\n".encode()
    content = (http if kind == "response" else b"") + body
    said = "application/http; msgtype=response" if kind == "response" else media
    return (
        (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number:036d}>\r\n"
            f"WARC-Target-URI: https://vesk.example/{number}\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
            f"Content-Type: {said}\r\nContent-Length: {len(content) if length is None else length}\r\n\r\n"
        ).encode()
        + content
        + b"\r\n\r\n"
    )


def packed(records: Iterable[bytes]) -> bytes:
    return b"".join(gzip.compress(record, mtime=0) for record in records)


def pdf(pages: Iterable[Iterable[tuple[float, float, float, str]]]) -> bytes:
    """A PDF whose pages hold lines ``(x, y, size, text)`` in Helvetica, on 595 × 842 points."""
    pages = [list(page) for page in pages]
    objects = ["<</Type/Catalog/Pages 2 0 R>>"]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>")
    objects.append("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    for number, page in enumerate(pages):
        drawn = (
            "BT "
            + " ".join(
                f"/F {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(text)}) Tj"
                for x, y, size, text in page
            )
            + " ET"
        )
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {5 + 2 * number} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>"
        )
        objects.append(f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream")
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, 2)
    places = []
    for number, each in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj{each}endobj\n".encode("cp1252"))
    start = out.tell()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    out.write(
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF".encode()
    )
    return out.getvalue()


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def printed(
    paragraphs: Iterable[str], *, width: int = 70, per_page: int = 18
) -> list[list[tuple[float, float, float, str]]]:
    """Pages as a browser prints them: hour and title above, address and page number below."""
    lines: list[tuple[float, str]] = []
    for paragraph in paragraphs:
        gap = 26.0
        row = ""
        for word in [*paragraph.split(), None]:
            if word is None or len(row) + len(word) > width:
                lines.append((gap, row))
                gap, row = 14.0, ""
            row = f"{row} {word}".strip() if word else row
    pages = []
    for at in range(0, len(lines), per_page):
        y, page = 790.0, []
        for gap, row in lines[at : at + per_page]:
            y -= gap
            page.append((50.0, y, 11.0, row))
        number = at // per_page + 1
        page.append((20.0, 822.0, 8.0, "7/30/24, 9:12 AM"))
        page.append((200.0, 822.0, 8.0, "Cabinet agreed in Ljubava | Vesk Courier"))
        page.append((20.0, 14.0, 8.0, "https://vesk.example/politics/cabinet-agreed"))
        page.append((560.0, 14.0, 8.0, f"{number}/{-(-len(lines) // per_page)}"))
        pages.append(page)
    return pages


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str, *, properties: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", "<Types/>")
        parts.writestr(
            "word/document.xml",
            f"<w:document xmlns:w='{WORD}'><w:body>{body}</w:body></w:document>",
        )
        if properties:
            parts.writestr(
                "docProps/core.xml",
                "<c xmlns:dc='http://purl.org/dc/elements/1.1/'>" + properties + "</c>",
            )
    return out.getvalue()


def paragraph(text: str, inside: str = "") -> str:
    return f"<w:p>{inside}<w:r><w:t>{text}</w:t></w:r></w:p>"
