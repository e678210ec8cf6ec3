"""Each kind of file: what is read of it, where its metadata come from."""

import gzip
import io
import json
import zipfile
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

from kutla.documents import ENDINGS, Document, read, read_batches, stream
from kutla.documents.files import list_files
from kutla.documents.readers.pdf_pages import is_reversed
from kutla.documents.sniffing import ending_of


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def told(number: int) -> list[str]:
    return [each.replace("31", str(40 + number)) for each in BODY]


def one(tmp_path: Path, name: str, content: str | bytes) -> Document:
    found = read([write(tmp_path / name, content)])
    assert found.unread == ()
    (document,) = found.documents
    return document


# tables


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_table_is_read_a_row_a_document(tmp_path: Path, sign: str) -> None:
    rows = [["Title", "Text", "Date", "Source"]]
    rows += [
        [f"Report {n}", "\n".join(told(n)), f"2021-07-{n + 10}", "Vesk Courier"] for n in (1, 2)
    ]
    lines = (sign.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    found = read([write(tmp_path / "a.csv", "\r\n".join(lines))]).documents
    assert [(d.headline, str(d.published.period)) for d in found] == [
        ("Report 1", "2021-07-11"),
        ("Report 2", "2021-07-12"),
    ]
    assert all(d.outlet is not None and d.outlet.name == "Vesk Courier" for d in found)
    assert BODY[1] in found[0].body


def test_a_row_in_another_encoding_or_without_text_costs_no_other_row(tmp_path: Path) -> None:
    def row(number: int) -> str:
        return f'Report {number},"{" ".join(told(number))}"\n'

    raw = (
        b"title,text\n" + row(1).encode() + row(2).encode("cp1252") + b"empty,\n" + row(3).encode()
    )
    found = read([write(tmp_path / "a.csv", raw)])
    assert [d.headline for d in found.documents] == ["Report 1", "Report 2", "Report 3"]
    assert all("“the café talks”" in d.body for d in found.documents)
    assert "line 4 has none of the text fields" in found.unread[0].message


def test_a_table_without_a_text_column_is_given_up_soon(tmp_path: Path) -> None:
    found = read([write(tmp_path / "a.csv", "seats,party\n" + "31,Harbour List\n" * 500)])
    (unread,) = found.unread
    assert "holds no article in its first 20 rows" in unread.message


def test_a_table_may_say_first_what_stands_between_its_cells(tmp_path: Path) -> None:
    document = one(tmp_path, "a.csv", f'sep=;\r\nHeadline, if any;Title;Body Text\r\nx;A;"{TEXT}"')
    assert (document.headline, document.text) == ("A", TEXT)


def test_a_record_may_be_written_as_pages_write_theirs(tmp_path: Path) -> None:
    record = {
        "@type": "NewsArticle",
        "headline": "Cabinet agreed",
        "articleBody": TEXT,
        "datePublished": "2021-07-28T08:00:00Z",
        "author": [{"name": "Nora Quist"}, {"name": "Emil Roth"}],
        "publisher": {"name": "Vesk Courier"},
    }
    document = one(tmp_path, "a.json", json.dumps(record))
    assert (document.headline, document.byline) == ("Cabinet agreed", "Nora Quist, Emil Roth")
    assert str(document.published.period) == "2021-07-28"
    assert document.outlet is not None
    assert document.outlet.name == "Vesk Courier"


def test_html_in_a_record_is_read_as_text(tmp_path: Path) -> None:
    markup = "<div>" + "".join(f"<p>{each}</p>" for each in BODY) + "<script>x()</script></div>"
    document = one(tmp_path, "a.json", json.dumps({"content": markup, "timestamp": 1}))
    assert document.text == TEXT


def test_seconds_since_1970_are_a_day_and_small_numbers_are_none(tmp_path: Path) -> None:
    for number, (value, day) in enumerate(
        [(1627459200, "2021-07-28"), (1627459200000, "2021-07-28"), (28, "None")]
    ):
        record = json.dumps({"text": TEXT.replace("31", str(40 + number)), "published_at": value})
        assert str(one(tmp_path, f"{number}.json", record).published.period) == day


# web archives


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_an_archive_gives_its_pages_and_passes_over_the_rest(tmp_path: Path, name: str) -> None:
    page = html_page(told(2)).encode()
    records = [
        warc_record(1, html_page(told(1)).encode()),
        warc_record(2, gzip.compress(page), headers="Content-Encoding: gzip\r\n"),
        warc_record(3, b"\x89PNG", media="image/png"),
        warc_record(4, b"Moved", status="301 Moved"),
        warc_record(5, "\n\n".join(told(5)).encode(), media="text/plain", kind="conversion"),
        warc_record(6, pdf(printed(told(6))), media="application/pdf"),
    ]
    raw = packed(records) if name.endswith(".gz") else b"".join(records)
    path = write(tmp_path / name, raw)
    found = read([path])
    assert found.unread == ()
    assert [d.address for d in found.documents] == [
        f"{path}#https://vesk.example/{n}" for n in (1, 2, 5, 6)
    ]
    assert str(found.documents[0].published.period) == "2021-07-28"


def test_a_chunked_page_and_one_that_is_unpacked_already_are_read(tmp_path: Path) -> None:
    page = html_page(told(1)).encode()
    chunks = b"".join(
        f"{len(page[at : at + 99]):x}\r\n".encode() + page[at : at + 99] + b"\r\n"
        for at in range(0, len(page), 99)
    )
    records = [
        warc_record(1, chunks + b"0\r\n\r\n", headers="Transfer-Encoding: chunked\r\n"),
        warc_record(2, html_page(told(2)).encode(), headers="Content-Encoding: gzip\r\n"),
        warc_record(3, html_page(told(3)).encode(), headers="Transfer-Encoding: chunked\r\n"),
    ]
    found = read([write(tmp_path / "a.warc", b"".join(records))])
    assert [d.address[-1] for d in found.documents] == ["1", "2", "3"]
    assert all(BODY[1] in document.body for document in found.documents)


def test_a_wacz_gives_the_pages_of_the_archives_in_it(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr(
            "archive/data.warc.gz", packed([warc_record(1, html_page(told(1)).encode())])
        )
        parts.writestr("archive/more.warc", warc_record(2, html_page(told(2)).encode()))
        parts.writestr("datapackage.json", "{}")
    found = read([write(tmp_path / "a.wacz", out.getvalue())])
    assert [document.address[-1] for document in found.documents] == ["1", "2"]
    assert read(["-"], stdin=io.BytesIO(out.getvalue())).unread == ()
    (unread,) = read([write(tmp_path / "b.wacz", out.getvalue()[:300])]).unread
    assert "damaged or cut short" in unread.message


# printouts


def test_a_printout_keeps_its_paragraphs_and_drops_what_is_printed_around_them(
    tmp_path: Path,
) -> None:
    paragraphs = [each for n in range(7) for each in told(n)]
    document = one(tmp_path, "a.pdf", pdf(printed(paragraphs)))
    assert document.text.split("\n\n") == paragraphs
    assert document.headline == "Cabinet agreed in Ljubava"
    assert document.outlet is not None
    assert document.outlet.name == "Vesk Courier"
    assert document.published.period is None  # the hour of printing is not the day of the report


def test_running_heads_go_and_words_broken_at_line_ends_are_mended(tmp_path: Path) -> None:
    head = (40.0, 800.0, 9.0, "Vesk Courier, Tuesday edition, page ")
    first = [
        "The deputies of the Harbour List have agreed on Monday with the represen-",
        "tatives of Common Ground that the well-",
        "known speaker of parliament may stay until the end of the",
    ]
    second = ["session, both sides told reporters in the harbour on the same evening."]
    pages = [
        [
            (*head[:3], f"{head[3]}{n}"),
            *((50.0, 700.0 - 14 * at, 11.0, t) for at, t in enumerate(lines)),
        ]
        for n, lines in enumerate((first, second), 1)
    ]
    document = one(tmp_path, "a.pdf", pdf(pages))
    assert document.text == (
        "The deputies of the Harbour List have agreed on Monday with the representatives of Common "
        "Ground that the well-known speaker of parliament may stay until the end of the session, "
        "both sides told reporters in the harbour on the same evening."
    )


def test_larger_letters_are_a_headline_of_their_own(tmp_path: Path) -> None:
    lines = [(50.0, 700.0, 22.0, "Cabinet agreed"), (50.0, 674.0, 22.0, "in Ljubava")]
    lines += [(50.0, 650.0 - 14 * at, 11.0, each[:90]) for at, each in enumerate(BODY)]
    document = one(tmp_path, "a.pdf", pdf([lines]))
    assert document.text.split("\n\n")[0] == "Cabinet agreed in Ljubava"


def test_cells_far_apart_are_a_row_of_a_table(tmp_path: Path) -> None:
    told = [(50.0, 740.0 - 30 * at, 11.0, each[:90]) for at, each in enumerate(BODY)]
    table = [
        (x, 600.0 - 16 * at, 11.0, cell)
        for at, row in enumerate((("Harbour List", "54"), ("Common Ground", "31")))
        for x, cell in zip((50.0, 220.0), row, strict=True)
    ]
    document = one(tmp_path, "a.pdf", pdf([[*told, *table]]))
    assert document.text.split("\n\n")[3:] == ["Harbour List\t54", "Common Ground\t31"]


def test_arabic_that_a_printout_has_turned_round_is_told() -> None:
    sentence = "أعلن رئيس الكتلة السياسية انضمام أربعين نائبا إلى الحكومة الجديدة"
    assert not is_reversed(sentence)
    assert is_reversed(" ".join(word[::-1] for word in sentence.split()))
    assert not is_reversed(TEXT)


# Word, mail, agencies, feeds


def test_a_word_document_gives_paragraphs_lists_and_tables_without_what_was_deleted(
    tmp_path: Path,
) -> None:
    cells = "".join(f"<w:tc>{paragraph(each)}</w:tc>" for each in ("Harbour List", "31"))
    body = (
        "".join(map(paragraph, BODY))
        + paragraph("A point", "<w:pPr><w:numPr/></w:pPr>")
        + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
        + "<w:p><w:r><w:t>Kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        + "<w:r><w:tab/><w:t>too</w:t></w:r></w:p>"
    )
    document = one(tmp_path, "a.docx", docx(body, properties="<dc:title>Cabinet agreed</dc:title>"))
    assert document.text == f"{TEXT}\n\n• A point\n\nHarbour List\t31\n\nKept\ttoo"
    assert document.headline == "Cabinet agreed"


MAIL = (
    "From: Nora Quist <nora@vesk.example>\nTo: desk@vesk.example\nSubject: {subject}\n"
    "Date: Mon, 2 Aug 2021 10:00:00 +0000\nMIME-Version: 1.0\n"
    "Content-Type: {media}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{body}"
)


def test_a_mail_gives_its_text_its_subject_and_its_day(tmp_path: Path) -> None:
    raw = MAIL.format(subject="Cabinet agreed", media="text/plain", body=TEXT + "\n-- \nNora\n")
    document = one(tmp_path, "a.eml", raw)
    assert (document.headline, str(document.published.period)) == ("Cabinet agreed", "2021-08-02")
    assert document.text.strip() == TEXT


def test_a_mail_of_html_gives_its_paragraphs(tmp_path: Path) -> None:
    body = "<html><body>" + "".join(f"<p>{each}</p>" for each in BODY) + "</body></html>"
    assert (
        one(tmp_path, "a.eml", MAIL.format(subject="A", media="text/html", body=body)).text == TEXT
    )


def test_what_was_passed_on_has_the_day_of_its_own_header(tmp_path: Path) -> None:
    body = (
        "FYI\n\n---------- Forwarded message ---------\nFrom: Desk <d@vesk.example>\n"
        f"Date: Wed, Jul 28, 2021 at 9:00 AM\nSubject: Talks end\nTo: Nora\n\n{TEXT}\n"
    )
    document = one(
        tmp_path, "a.eml", MAIL.format(subject="Fwd: Talks end", media="text/plain", body=body)
    )
    assert (document.headline, str(document.published.period)) == ("Talks end", "2021-07-28")
    assert document.text.strip() == TEXT


def test_what_outlook_passed_on_has_the_day_of_its_own_header(tmp_path: Path) -> None:
    body = (
        "Have a look.\n\nFrom: Desk <d@vesk.example>\nSent: Wednesday, July 28, 2021 9:00 AM\n"
        f"To: Nora\nSubject: Talks end\n\n{TEXT}\n"
    )
    document = one(
        tmp_path, "a.eml", MAIL.format(subject="FW: Talks end", media="text/plain", body=body)
    )
    assert (document.headline, str(document.published.period)) == ("Talks end", "2021-07-28")
    assert document.text.strip() == TEXT


def test_a_mail_attached_to_a_mail_is_read_with_its_own_header(tmp_path: Path) -> None:
    inner = MAIL.format(subject="Talks end", media="text/plain", body=TEXT)
    raw = (
        "Subject: see this\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=X\n\n--X\n"
        f"Content-Type: text/plain\n\nSee.\n--X\nContent-Type: message/rfc822\n\n{inner}\n--X--\n"
    )
    found = read([write(tmp_path / "a.eml", raw)]).documents
    assert [(document.headline, str(document.published.period)) for document in found] == [
        ("Talks end", "2021-08-02")
    ]


def test_documents_attached_to_a_mail_are_read_each(tmp_path: Path) -> None:
    raw = (
        b"From: a@vesk.example\nSubject: Two\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/mixed; boundary=X\n\n--X\nContent-Type: text/plain\n\nSee below.\n"
        b"--X\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n"
        b"Content-Transfer-Encoding: base64\n\n"
    )
    import base64

    raw += base64.encodebytes(pdf(printed(BODY))) + b"--X--\n"
    found = read([write(tmp_path / "m.eml", raw)])
    (document,) = found.documents
    assert document.address.endswith("m.eml#a.pdf")
    assert BODY[0] in document.body


def test_a_page_saved_as_mhtml_is_read_with_its_address(tmp_path: Path) -> None:
    raw = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://vesk.example/1\nSubject: A\n"
        "MIME-Version: 1.0\nContent-Type: multipart/related; type=text/html; boundary=X\n\n--X\n"
        "Content-Type: text/html\nContent-Transfer-Encoding: 8bit\n"
        f"Content-Location: https://vesk.example/1\n\n{html_page()}\n--X--\n"
    )
    document = one(tmp_path, "a.mhtml", raw)
    assert document.headline == "Cabinet agreed in Ljubava"
    assert str(document.published.period) == "2021-07-28"


def test_a_feed_that_was_saved_gives_its_entries(tmp_path: Path) -> None:
    markup = "".join(f"&lt;p&gt;{each}&lt;/p&gt;" for each in BODY)
    raw = (
        "<?xml version='1.0'?><rss version='2.0'><channel><title>Vesk Courier</title><item>"
        f"<title>One</title><link>https://vesk.example/1</link><description>{markup}</description>"
        "<pubDate>Wed, 28 Jul 2021 23:30:00 -0300</pubDate></item>"
        "<item><title>Bare</title><link>https://vesk.example/2</link></item></channel></rss>"
    )
    found = read([write(tmp_path / "a.xml", raw)])
    (document,) = found.documents
    assert (document.address, document.text) == ("https://vesk.example/1", TEXT)
    assert str(document.published.period) == "2021-07-28"  # as its own zone has it
    assert "no text but its headline" in found.unread[0].message


NITF = (
    "<nitf><head><docdata><date.issue norm='20210728T101500Z'/></docdata></head><body><body.head>"
    "<hedline><hl1>Cabinet agreed</hl1></hedline><byline>Nora Quist</byline>"
    "<distributor>Vesk Wire</distributor></body.head><body.content>{}</body.content></body></nitf>"
)
NEWSML = (
    "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><itemMeta>"
    "<provider literal='Vesk Wire'/><versionCreated>2021-07-28T10:15:00Z</versionCreated></itemMeta>"
    "<contentMeta><by>Nora Quist</by><headline>Cabinet agreed</headline></contentMeta><contentSet>"
    "<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><body>{}</body></html></inlineXML>"
    "</contentSet></newsItem>"
)


@pytest.mark.parametrize("form", [NITF, NEWSML], ids=["NITF", "NewsML-G2"])
def test_an_agencys_item_gives_its_text_and_who_wrote_it_when(tmp_path: Path, form: str) -> None:
    document = one(tmp_path, "a.xml", form.format("".join(f"<p>{each}</p>" for each in BODY)))
    assert document.text == TEXT
    assert (document.headline, document.byline) == ("Cabinet agreed", "Nora Quist")
    assert document.outlet is not None
    assert document.outlet.name == "Vesk Wire"
    assert str(document.published.period) == "2021-07-28"


# where texts come from


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        (".txt", TEXT.encode()),
        (".html", html_page().encode()),
        (".json", json.dumps({"text": TEXT}).encode()),
        (".jsonl", b'{"text": "a"}\n{"text": "b"}\n'),
        (".csv", b"title,text\nA,B\n"),
        (".xml", b"<?xml version='1.0'?><rss/>"),
        (".eml", MAIL.format(subject="A", media="text/plain", body=TEXT).encode()),
        (".docx", docx(paragraph("A"))),
        (".pdf", pdf(printed(BODY))),
        (".warc", warc_record(1, b"x")),
        (".warc.gz", packed([warc_record(1, b"x")])),
        (".txt.gz", gzip.compress(TEXT.encode())),
        (".txt", "Talks, a text, and more.\nNo table.".encode("utf-16")),
    ],
)
def test_what_a_stream_holds_is_told_from_its_first_bytes(name: str, raw: bytes) -> None:
    assert ending_of(raw[:65_536]) == name


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        html_page().encode(),
        json.dumps({"text": TEXT}).encode(),
        packed([warc_record(1, html_page().encode())]),
        gzip.compress(TEXT.encode()),
        docx("".join(map(paragraph, BODY))),
    ],
)
def test_standard_input_is_read_as_a_file_is(raw: bytes) -> None:
    found = read(["-"], stdin=io.BytesIO(raw))
    assert found.unread == ()
    assert all(each in found.documents[0].body for each in BODY)
    assert found.documents[0].address.startswith("standard input")


def test_an_empty_standard_input_is_said() -> None:
    assert "standard input is empty" in read(["-"], stdin=io.BytesIO(b"")).unread[0].message


def test_patterns_are_matched_in_order_and_a_pattern_without_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    paths = [write(tmp_path / name, TEXT) for name in ("b.txt", "deep/a.txt", "c.html")]
    listed = list(list_files([str(tmp_path / "**" / "*.txt")]))
    assert listed == [paths[0], paths[1]]
    assert "matches no file" in read([str(tmp_path / "*.pdf")]).unread[0].message


def test_the_folder_that_a_browser_saves_beside_a_page_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "Cabinet agreed.html", html_page())
    for folder in ("Cabinet agreed_files", "other_files"):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder / "advertisement.html", html_page(told(3)))
        write(tmp_path / folder / "script.js", "x()")
    found = read([tmp_path])
    assert sorted(Path(document.address).parent.name for document in found.documents) == sorted(
        [tmp_path.name, "other_files"]
    )
    assert [Path(unread.address).parent.name for unread in found.unread] == ["other_files"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    path = write(tmp_path / "report [1].txt", TEXT)
    assert read([str(path)]).documents[0].address == str(path)


def test_a_page_saved_as_text_is_read_as_a_page(tmp_path: Path) -> None:
    document = one(tmp_path, "a.txt", html_page())
    assert "All rights reserved" not in document.text
    assert document.headline == "Cabinet agreed in Ljubava"


def test_a_packed_file_is_what_its_inner_name_says(tmp_path: Path) -> None:
    assert one(tmp_path, "a.html.gz", gzip.compress(html_page().encode())).headline is not None
    assert ".warc.gz" in ENDINGS


def test_batches_together_are_the_whole(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"text": " ".join(told(n))}) for n in range(7))
    path = write(tmp_path / "a.jsonl", lines)
    batches = list(read_batches([path], size=3))
    assert [len(batch.documents) for batch in batches] == [3, 3, 1]
    whole = read([path]).documents
    assert tuple(d.id for b in batches for d in b.documents) == tuple(d.id for d in whole)
    with pytest.raises(ValueError, match="at least one"):
        next(read_batches([path], size=0))


def test_a_stream_gives_the_first_document_before_the_last_is_there(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", json.dumps({"text": TEXT}) + "\n")
    items = stream([path, tmp_path / "gone.txt"])
    assert isinstance(next(items), Document)
    path.unlink()
    assert "gone.txt does not exist" in next(items).message  # type: ignore[union-attr]
