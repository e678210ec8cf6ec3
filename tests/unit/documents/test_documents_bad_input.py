"""What is broken, hostile or absurd: one clear sentence each, nothing else lost, memory bounded."""

import gzip
import io
import json
import random
import time
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from documents_formats import (
    BODY,
    TEXT,
    docx,
    html_page,
    packed,
    paragraph,
    pdf,
    printed,
    warc_record,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kutla.documents import MOST_BYTES, Document, read, stream
from kutla.documents.decoding import tidy
from kutla.documents.html import nesting


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def pages(*numbers: int) -> list[bytes]:
    return [
        warc_record(n, html_page([told.replace("31", str(40 + n)) for told in BODY]).encode())
        for n in numbers
    ]


@contextmanager
def at_most(megabytes: int) -> Iterator[None]:
    """Python's own memory; the limit of the whole process is measured by ``make bench``."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < megabytes * 1_000_000
    finally:
        tracemalloc.stop()


# web archives


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda r: r[:-60], "length is not what its header says"),
        (lambda r: r.replace(b"Content-Length: ", b"Content-Length: 9"), "cut short"),
        (lambda r: r.replace(b"Content-Length: ", b"Content-Length: -"), "length is not what"),
        (lambda r: r + b"\r\nrubbish between records\r\n", "length is not what its header says"),
    ],
    ids=["cut", "too long", "negative", "rubbish behind"],
)
def test_a_damaged_record_costs_no_other_record(tmp_path: Path, damage, says: str) -> None:
    one, two, three, four = pages(1, 2, 3, 4)
    found = read([write(tmp_path / "a.warc", one + damage(two) + three + four)])
    read_ = {document.address[-1] for document in found.documents}
    assert read_ >= {"1", "3", "4"}
    (unread,) = found.unread
    assert says in unread.message
    assert "a.warc, record" in unread.message


def test_a_damaged_record_of_a_packed_archive_costs_no_other_record(tmp_path: Path) -> None:
    one, two, three, four = (packed([record]) for record in pages(1, 2, 3, 4))
    for number, bad in enumerate((two[:-40], two[:40] + b"\x00" * 9 + two[49:], b"", two[20:])):
        found = read([write(tmp_path / f"{number}.warc.gz", one + bad + three + four)])
        assert [document.address[-1] for document in found.documents] == ["1", "3", "4"]
        assert len(found.unread) == bool(bad)


def test_two_damaged_records_are_two_and_an_end_cut_off_is_one(tmp_path: Path) -> None:
    one, two, three, four, five = (packed([record]) for record in pages(1, 2, 3, 4, 5))
    raw = one + two[:-30] + three[:-30] + four + five[:-30]
    found = read([write(tmp_path / "a.warc.gz", raw)])
    assert [document.address[-1] for document in found.documents] == ["1", "4"]
    assert [unread.address[-2:] for unread in found.unread] == ["#2", "#3", "#5"]


def test_a_file_that_is_no_archive_is_one_sentence(tmp_path: Path) -> None:
    for name, raw in (("a.warc", b"prose " * 99), ("b.warc.gz", gzip.compress(b"prose " * 99))):
        (unread,) = read([write(tmp_path / name, raw)]).unread
        assert name in unread.message
        assert "fetch it again" in unread.message


def test_an_archive_of_pictures_only_is_said(tmp_path: Path) -> None:
    (unread,) = read([write(tmp_path / "a.warc", warc_record(1, b"x", media="image/png"))]).unread
    assert "holds no page, PDF or text" in unread.message


def test_a_bomb_in_a_record_is_not_unpacked(tmp_path: Path) -> None:
    bomb = gzip.compress(b"a" * (3 * MOST_BYTES))
    records = [*pages(1), warc_record(2, bomb, headers="Content-Encoding: gzip\r\n"), *pages(3)]
    path = write(tmp_path / "a.warc.gz", packed(records))
    with at_most(3 * MOST_BYTES // 1_000_000):
        found = read([path])
    assert [document.address[-1] for document in found.documents] == ["1", "3"]
    assert "record 2 (https://vesk.example/2) is too large" in found.unread[0].message


def test_a_long_archive_takes_the_memory_of_one_record(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    film = random.Random(1).randbytes(1_000_000)
    with path.open("wb") as out:
        for number in range(60):
            out.write(warc_record(number, film, media="video/mp4"))
            out.write(pages(number)[0])
    read([write(tmp_path / "warm.html", html_page())])
    with at_most(12):
        assert sum(isinstance(item, Document) for item in stream([path])) == 60


# bombs, depths, sizes


@pytest.mark.parametrize("name", ["a.txt.gz", "a.html.gz", "a.xml.gz", "a.pdf.gz", "a.eml.gz"])
def test_a_packed_bomb_is_cut_off(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, gzip.compress(b"a " * (2 * MOST_BYTES)))
    with at_most(2 * MOST_BYTES // 1_000_000 + 10):
        (unread,) = read([path]).unread
    assert "is too large (at most 20 MB)" in unread.message


def test_a_bomb_in_a_word_document_is_not_unpacked(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", b" " * (3 * MOST_BYTES))
    path = write(tmp_path / "a.docx", out.getvalue())
    with at_most(25):
        (unread,) = read([path]).unread
    assert "unpacks to 60 MB (at most 20 MB)" in unread.message


def test_a_text_as_long_as_a_library_is_refused_at_once(tmp_path: Path) -> None:
    began = time.perf_counter()
    (unread,) = read([write(tmp_path / "a.txt", "word " * 900_000)]).unread
    assert "has 4,500,000 letters (at most 1,000,000)" in unread.message
    assert time.perf_counter() - began < 1


def test_a_line_without_end_is_set_aside_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as out:
        for text in (TEXT, None, TEXT.replace("31", "41")):
            if text is None:
                out.write(b'{"text": "')
                for _ in range(3):
                    out.write(b"a " * (MOST_BYTES // 2))
            else:
                out.write(json.dumps({"text": text}).encode())
            out.write(b"\n")
    with at_most(3 * MOST_BYTES // 1_000_000):
        found = read([path])
    assert [document.address[-2:] for document in found.documents] == ["#1", "#3"]
    assert "line 2 has no end within 20 MB" in found.unread[0].message


def test_a_quotation_mark_that_is_never_closed_is_set_aside(tmp_path: Path) -> None:
    rows = f'title,text\nOne,"{BODY[0]} {BODY[2]}"\nTwo,"' + "open for ever " * (MOST_BYTES // 10)
    found = read([write(tmp_path / "a.csv", rows)])
    assert [document.headline for document in found.documents] == ["One"]
    assert "close its quotation mark" in found.unread[0].message


def test_a_page_of_a_million_elements_is_refused_at_once(tmp_path: Path) -> None:
    markup = f"<html><body>{'<p>x</p>' * 500_000}</body></html>"
    began = time.perf_counter()
    (unread,) = read([write(tmp_path / "a.html", markup)]).unread
    assert "has 1,000,004 HTML tags" in unread.message
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize("depth", [300, 100_000])
def test_html_nested_for_ever_is_set_aside(tmp_path: Path, depth: int) -> None:
    inner = "".join(f"<p>{each}</p>" for each in BODY)
    markup = f"<html><body>{'<div>' * depth}{inner}{'</div>' * depth}</body></html>"
    (unread,) = read([write(tmp_path / "a.html", markup)]).unread
    assert f"nested {depth:,} elements deep" in unread.message
    assert nesting(markup) == depth


def test_paragraphs_and_items_without_an_end_are_not_nested() -> None:
    assert nesting("<html><body><ul>" + "<li>one<p>two<br>" * 500 + "</ul></body></html>") == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", b'{"text":' + b"[" * 100_000),
        ("a.xml", b"<nitf>" + b"<p>" * 100_000),
        ("b.xml", b"<rss><channel>" + b"<item>" * 10_000),
        ("a.docx", docx("<w:p>" * 100_000)),
        (
            "a.eml",
            b"Subject: A\nContent-Type: multipart/mixed; boundary=X\n\n" + b"--X\n" * 100_000,
        ),
    ],
)
def test_any_other_depth_is_set_aside_too(tmp_path: Path, name: str, content: bytes) -> None:
    (unread,) = read([write(tmp_path / name, content)]).unread
    assert name in unread.message
    assert "in its reader" not in unread.message


def test_entities_are_not_expanded_without_end_and_no_file_is_drawn_in(tmp_path: Path) -> None:
    secret = write(
        tmp_path / "secret.txt", "the password is swordfish and nobody must know it ever"
    )
    raw = (
        f'<!DOCTYPE nitf [<!ENTITY x SYSTEM "{secret.as_uri()}">]><nitf><body><body.content>'
        f"<p>&x;</p><p>{BODY[0]}</p></body.content></body></nitf>"
    )
    found = read([write(tmp_path / "a.xml", raw)])
    assert all("swordfish" not in document.text for document in found.documents)


# locked and broken documents


def test_a_locked_pdf_says_so(tmp_path: Path) -> None:
    sign = f"<{'ab' * 32}>"
    raw = pdf(printed(BODY)).replace(
        b"trailer<<",
        f"trailer<</Encrypt<</Filter/Standard/V 1/R 2/P -4/O{sign}/U{sign}>>/ID[<01><01>]".encode(),
    )
    (unread,) = read([write(tmp_path / "a.pdf", raw)]).unread
    assert unread.message.endswith("a.pdf is protected by a password; save it without one")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.pdf", pdf([[]]), "only pictures of pages"),
        ("a.pdf", pdf(printed(BODY))[:200], "is no PDF that can be read"),
        ("a.docx", docx(paragraph(TEXT))[:-80], "may be cut short"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + bytes(600), "protected by a password or in the old Word"),
        ("a.docx", docx(""), "is empty"),
        ("a.eml", b"no header at all\n\nand no mail", "is no mail"),
        ("a.eml", b"Subject: nothing in it\n\n", "holds no article"),
        ("a.mhtml", b"Subject: A\nContent-Type: text/plain\n\nx", "holds no web page"),
        ("a.xml", b"<sitemap><url/></sitemap>", "XML of a kind kutla does not know (<sitemap>)"),
        ("a.xml", b"<nitf><body>", "is not valid XML"),
        ("a.xml", b"<rss version='2.0'><channel/></rss>", "a feed without an entry"),
        ("a.txt.gz", gzip.compress(TEXT.encode())[:-20], "no whole gzip file"),
        ("a.txt.gz", TEXT.encode(), "no whole gzip file"),
    ],
)
def test_a_broken_document_has_its_sentence_and_its_mend(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    write(tmp_path / "good.txt", TEXT)
    found = read([tmp_path, write(tmp_path / name, content)])
    assert [document.text for document in found.documents] == [TEXT]
    (unread,) = found.unread
    assert says in unread.message
    assert name in unread.message
    assert unread.message.count("\n") == 0


@pytest.mark.parametrize(
    "ending",
    [
        "txt",
        "md",
        "html",
        "json",
        "jsonl",
        "csv",
        "warc",
        "warc.gz",
        "xml",
        "pdf",
        "eml",
        "docx",
        "mhtml",
    ],
)
def test_an_empty_file_of_any_kind_is_said(tmp_path: Path, ending: str) -> None:
    (unread,) = read([write(tmp_path / f"a.{ending}", b"")]).unread
    assert f"a.{ending}" in unread.message
    assert any(word in unread.message for word in ("is empty", "holds no record"))


def test_the_rest_of_a_packed_file_that_breaks_off_is_lost_and_nothing_before(
    tmp_path: Path,
) -> None:
    rng = random.Random(3)
    lines = [
        json.dumps({"text": " ".join(BODY).replace("31", str(n)), "x": rng.randbytes(900).hex()})
        for n in range(60)
    ]
    raw = gzip.compress("\n".join(lines).encode())
    found = read([write(tmp_path / "a.jsonl.gz", raw[: len(raw) // 2])])
    assert 10 < len(found.documents) < 60
    assert "damaged or cut short" in found.unread[-1].message


# characters


def test_zero_bytes_controls_and_lone_surrogates_do_not_reach_the_text(tmp_path: Path) -> None:
    hostile = TEXT.replace("Ilva", "Il\u202eva\u2066").replace("Monday", "Mon\x00day\x1b[31m")
    records = [{"text": hostile + " \ud800 \x85", "title": "A\u200f\ntitle\x00"}]
    for name, raw in (("a.txt", hostile.encode()), ("a.json", json.dumps(records).encode())):
        (document,) = read([write(tmp_path / name, raw)]).documents
        assert "Ilva Doren" in document.text
        assert "Monday" in document.text
        assert document.text.encode()
        assert not set(document.text) & set("\x00\x1b\u202e\u2066\u200f")
    assert document.headline == "A title"


@given(st.text(st.characters(codec=None)))
def test_tidying_twice_is_tidying_once_and_leaves_what_can_be_kept(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    once.encode()


def test_the_joiners_of_persian_and_the_letters_of_arabic_stay() -> None:
    for text in ("می‌خواهد", "العبادي والصدر", "Mühlbächer’s “word” – née", "a\u200db"):
        assert tidy(text) == text


def test_a_text_in_two_encodings_is_read_a_line_at_a_time(tmp_path: Path) -> None:
    raw = BODY[1].encode() + b"\n\n" + BODY[1].replace("last", "this").encode("cp1252")
    (document,) = read([write(tmp_path / "a.txt", raw)]).documents
    assert document.text == f"{BODY[1]}\n\n{BODY[1].replace('last', 'this')}"


def test_a_text_cut_off_within_a_letter_is_read_to_there(tmp_path: Path) -> None:
    raw = (TEXT + " café").encode()[:-1]
    assert read([write(tmp_path / "a.txt", raw)]).documents[0].text == TEXT + " caf"


@pytest.mark.parametrize(
    "declared", ["utf-7", "idna", "punycode", "hex", "no-such-thing", "unicode_escape"]
)
def test_an_encoding_that_no_page_is_in_is_not_believed(tmp_path: Path, declared: str) -> None:
    mail = f"Subject: A\nContent-Type: text/plain; charset={declared}\n\n{TEXT}"
    assert "“the café talks”" in read([write(tmp_path / "a.eml", mail)]).documents[0].text
    page = html_page().replace("charset='utf-8'", f"charset='{declared}'")
    assert "“the café talks”" in read([write(tmp_path / "a.html", page)]).documents[0].text


@pytest.mark.parametrize("day", ["1601-01-01", "2999-12-31", "1970-01-01", "0001-01-01"])
def test_a_day_that_no_paper_had_is_set_aside_with_the_reason(tmp_path: Path, day: str) -> None:
    record = json.dumps({"text": TEXT, "date": f"{day}T00:00:00Z"})
    (document,) = read([write(tmp_path / "a.json", record)]).documents
    assert document.published.period is None
    assert f"{day} beside it was set aside" in document.published.reason


def test_a_files_name_may_be_anything(tmp_path: Path) -> None:
    import os

    raw = os.fsencode(tmp_path) + b"/a\xff\n\x1b.txt"
    Path(os.fsdecode(raw)).write_bytes(TEXT.encode())
    (document,) = read([tmp_path]).documents
    assert document.address.encode()
    assert "\n" not in document.address


# anything

FORMATS = {
    ".pdf": pdf(printed(BODY)),
    ".docx": docx("".join(map(paragraph, BODY)), properties="<dc:title>A title</dc:title>"),
    ".warc": b"".join(pages(1, 2)),
    ".warc.gz": packed(pages(1, 2)),
    ".csv": f'title,text,date\nA,"{TEXT}",2021-07-28\n'.encode(),
    ".jsonl": json.dumps({"text": TEXT, "date": "2021-07-28"}).encode(),
    ".xml": f"<rss version='2.0'><channel><item><title>A</title><link>https://v.example/1</link>"
    f"<description>{TEXT}</description></item></channel></rss>".encode(),
    ".eml": f"Subject: A\nDate: Mon, 2 Aug 2021 10:00:00 +0000\n\n{TEXT}".encode(),
    ".html": html_page().encode(),
    ".txt": TEXT.encode(),
}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_no_damage_to_a_file_ends_in_anything_but_documents_and_sentences(
    tmp_path: Path, data: st.DataObject
) -> None:
    ending = data.draw(st.sampled_from(sorted(FORMATS)))
    raw = FORMATS[ending]
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(raw)))
        upto = data.draw(st.integers(at, min(len(raw), at + 60)))
        raw = raw[:at] + data.draw(st.binary(max_size=12)) + raw[upto:]
    raw = raw[: data.draw(st.integers(0, len(raw)))] if data.draw(st.booleans()) else raw
    found = read([write(tmp_path / f"a{ending}", raw)])
    assert found.documents or found.unread
    for document in found.documents:
        document.text.encode()
        assert all(0 <= b.start < b.end <= len(document.text) for b in document.blocks)
    for unread in found.unread:
        assert "\n" not in unread.message
        assert "in its reader" not in unread.message  # a fault that no reader foresaw


def test_the_ranges_that_are_looked_for_are_the_characters_that_go() -> None:
    import sys

    from kutla.documents import decoding

    for code in range(sys.maxunicode + 1):
        assert (decoding._UNTIDY.match(chr(code)) is not None) == (code in decoding._TIDY)
    assert [c for c in decoding._TIDY if c < 128 and not decoding._UNTIDY_ASCII.match(chr(c))] == []
