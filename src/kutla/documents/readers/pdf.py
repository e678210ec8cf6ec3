"""PDFs, above all printouts of web pages: lines put back into paragraphs, page furniture dropped."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, BinaryIO

from kutla.documents.metadata import Metadata
from kutla.documents.raw import RawText, read_whole
from kutla.documents.readers.pdf_pages import Line, drop_furniture, is_reversed, join_paragraphs
from kutla.errors import UnreadableDocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_PAGES = 500
_MOST_LETTERS = 500_000
_LONGEST_SITE = 4
_CELLS_APART = 1.8
"""In heights of a line; words of justified text stand closer."""
_BROKEN_WORD = "\x02"
"""How PDFium gives a hyphen at a line's end: in place of the line's end."""
_BREAKS = frozenset(f"\r\n{_BROKEN_WORD}")


def read_pdf(stream: BinaryIO, name: str) -> Iterator[RawText]:
    """Read a PDF's text.

    Raises UnreadableDocumentError where it is locked, damaged, or pictures of pages only.
    """
    # it loads a library of eight megabytes, which most folders do not need
    import pypdfium2  # noqa: PLC0415

    raw = read_whole(stream, name)
    try:
        file = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocumentError(f"{name} {_why(str(error))}") from error
    try:
        if len(file) > _MOST_PAGES:
            raise UnreadableDocumentError(
                f"{name} has {len(file)} pages (at most {_MOST_PAGES}), which no article has; "
                "print its pages by themselves"
            )
        pages = [_lines_of(file, number) for number in range(len(file))]
        title = str(file.get_metadata_dict().get("Title") or "")
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocumentError(f"{name} is damaged; print or save it again") from error
    finally:
        file.close()
    if not any(pages):
        raise UnreadableDocumentError(
            f"{name} holds no text, only pictures of pages; read it with a text recogniser first"
        )
    kept, url, printed_title = drop_furniture(pages)
    text = join_paragraphs(kept)
    if is_reversed(text):
        raise UnreadableDocumentError(
            f"{name} gives its Arabic letters in a wrong order, as printouts of browsers do; save "
            "the page as .html"
        )
    headline, site = _headline(printed_title or title)
    yield RawText(name, text, Metadata(headline=headline, url=url, outlet=site))


def _why(error: str) -> str:
    if "password" in error.casefold():
        return "is protected by a password; save it without one"
    return "is no PDF that can be read (it may be cut short); print or save it again"


def _headline(title: str) -> tuple[str | None, str | None]:
    """Split a title into headline and site; one that is a file's name or a program's is none."""
    head, _, site = title.strip().rpartition(" | ")
    headline, site = (head, site.strip()) if head else (title.strip(), "")
    if " " not in headline or headline.casefold().startswith(("microsoft word", "untitled")):
        return None, None
    return headline, site if 0 < len(site.split()) <= _LONGEST_SITE else None


def _lines_of(file: Any, number: int) -> list[Line]:
    """Give a page's lines in reading order, each with its place on the page."""
    page = file[number]
    letters = page.get_textpage()
    lines: list[Line] = []
    try:
        height = page.get_height()
        count = letters.count_chars()
        if not 0 < count <= _MOST_LETTERS or height <= 0:
            return []
        start = 0
        codes = [_letter(letters, index) for index in range(count)]
        for end, letter in enumerate((*codes, "\n")):
            if letter in _BREAKS:
                shown = end + (letter == _BROKEN_WORD)
                line = _line(letters, codes, start, shown, height)
                lines += [line] if line is not None else []
                start = end + 1
    finally:
        letters.close()
        page.close()
    return lines


def _letter(letters: Any, index: int) -> str:
    from pypdfium2 import raw  # noqa: PLC0415

    return chr(raw.FPDFText_GetUnicode(letters, index))


def _are_apart(letters: Any, one: int, two: int, distance: float) -> bool:
    """Whether two letters of a line stand as far apart as the cells of a table do."""
    right, left = letters.get_charbox(one)[2], letters.get_charbox(two)[0]
    return bool(left - right > distance)


def _line(letters: Any, codes: list[str], start: int, end: int, page_height: float) -> Line | None:
    seen = [index for index in range(start, end) if not codes[index].isspace()]
    if not seen:
        return None
    left, bottom, _, top = letters.get_charbox(seen[0], loose=True)
    right = letters.get_charbox(seen[-1], loose=True)[2]
    for one, two in pairwise(seen):
        if two > one + 1 and _are_apart(letters, one, two, _CELLS_APART * (top - bottom)):
            codes[one + 1] = "\t"
    text = "".join(codes[start:end]).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Line(text, left, right, bottom, max(top - bottom, 1.0), page_height)
