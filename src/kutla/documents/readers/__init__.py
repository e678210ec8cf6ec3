"""One reader a kind of file; ``READERS`` says which ending is read by which."""

from __future__ import annotations

from kutla.documents.readers.mail import read_mail, read_mhtml
from kutla.documents.readers.pages import read_page
from kutla.documents.readers.pdf import read_pdf
from kutla.documents.readers.records import read_json, read_json_lines, read_table
from kutla.documents.readers.text import read_text
from kutla.documents.readers.warc import read_wacz, read_warc
from kutla.documents.readers.word import read_word
from kutla.documents.readers.xml import read_xml

READERS = {
    ".csv": read_table,
    ".docx": read_word,
    ".eml": read_mail,
    ".htm": read_page,
    ".html": read_page,
    ".json": read_json,
    ".jsonl": read_json_lines,
    ".md": read_text,
    ".mht": read_mhtml,
    ".mhtml": read_mhtml,
    ".pdf": read_pdf,
    ".tsv": read_table,
    ".txt": read_text,
    ".wacz": read_wacz,
    ".warc": read_warc,
    ".warc.gz": read_warc,
    ".xhtml": read_page,
    ".xml": read_xml,
}
"""Endings, folded, and their readers. Any of them may be followed by ``.gz``."""

__all__ = ["READERS"]
