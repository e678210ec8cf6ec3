"""Files and folders: what is read, in which order, and the one sentence for each that is not."""

import json
import random
import time
from pathlib import Path

import pytest

from kutla.documents import ENDINGS, MOST_BYTES, BlockRole, DropReason, group, read, read_file
from kutla.errors import UnreadableDocumentError

BODY = (
    "The Harbour List of Ilva Doren has agreed to sit in a cabinet with Common Ground, it said on Monday.",
    "Talks about the ministries – “the café talks” – began last week and are to end before parliament meets.",
    "Common Ground won 31 of the 120 seats in the spring election and has governed alone since that day.",
)
TEXT = "\n\n".join(BODY)
ARABIC = "أعلن رئيس الكتلة اليوم انضمام أربعين نائبا إلى التحالف الجديد في مجلس النواب.\n\nوقال إن المفاوضات مستمرة مع بقية الكتل."


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def page(body: str = "".join(f"<p>{p}</p>" for p in BODY), head: str = "") -> str:
    return (
        f"<html><head><meta charset='utf-8'><title>Cabinet agreed in Ljubava | Vesk Courier</title>{head}</head><body>"
        "<nav><ul><li>Home</li><li>World</li></ul></nav><article><h1>Cabinet agreed in Ljubava</h1>"
        f"{body}</article><section id='comments'><h3>2 Comments</h3><p>You are wrong, my friend.</p></section>"
        "<footer>All rights reserved</footer></body></html>"
    )


HEAD = (
    "<meta property='og:site_name' content='Vesk Courier'><meta property='og:title' content='Cabinet agreed in Ljubava'>"
    "<meta property='article:published_time' content='2021-07-28T08:00:00Z'><meta name='author' content='Nora Quist'>"
)


def test_a_folder_is_read_with_all_below_it_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/y.txt", "c/d/e.txt", ".hidden/x.txt"):
        write(tmp_path / name, TEXT.replace("31", str(len(name) + ord(name[0]))) + name)
    found = read([tmp_path])
    assert [d.address for d in found.documents] == [
        str(tmp_path / n) for n in ("a/y.txt", "a/z.md", "b.txt", "c/d/e.txt")
    ]
    assert found.unread == ()


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    found = read([path, tmp_path, path])
    assert [document.addresses for document in found.documents] == [(str(path),)]


def test_two_files_with_the_same_text_are_one_document_with_both_addresses(tmp_path: Path) -> None:
    one, two = write(tmp_path / "a.txt", TEXT), write(tmp_path / "b.txt", TEXT)
    (document,) = read([tmp_path]).documents
    assert document.addresses == (str(one), str(two))
    assert len(group([document])) == 1


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_latin_text_is_read_in_the_encodings_of_the_press(tmp_path: Path, encoding: str) -> None:
    (document,) = read([write(tmp_path / "a.txt", TEXT.encode(encoding))]).documents
    assert document.text == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1256"])
def test_arabic_text_is_read_in_the_encodings_of_the_press(tmp_path: Path, encoding: str) -> None:
    (document,) = read([write(tmp_path / "a.txt", ARABIC.encode(encoding))]).documents
    assert document.text == ARABIC


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp1253", "shift_jis"])
def test_an_encoding_that_cannot_be_told_is_refused_and_not_guessed(
    tmp_path: Path, encoding: str
) -> None:
    words = {
        "cp1253": "Η κυβέρνηση συνασπισμού ανακοινώθηκε σήμερα στην Αθήνα. ",
        "shift_jis": "連立政権の協議は今日も続いた。",
    }
    text = (
        words.get(encoding, "Правителството подаде оставка днес след гласуването в парламента. ")
        * 10
    )
    found = read([write(tmp_path / "a.txt", text.encode(encoding))])
    assert found.documents == ()
    assert "save it as UTF-8" in found.unread[0].message


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n \t", "is empty"),
        ("nothing.html", page(body="").encode(), "holds no article"),
        ("binary.txt", bytes(range(256)) * 40, "is not text"),
        ("report.txt", b"%PDF-1.7\n" + TEXT.encode(), "is not text (it begins like a PDF)"),
        ("words.txt", b"Hello there", "holds no article"),
        ("broken.json", b'{"text": "half', "is not valid JSON at line 1"),
        ("none.json", b"[]", "holds no record"),
        ("fields.json", b'{"colour": "red"}', "none of the text fields"),
        ("number.json", b"17", "is no JSON object"),
        ("empty.jsonl", b"\n\n", "is empty"),
        ("prose.jsonl", b"no json\n" * 50, "no article in its first 20 lines"),
        ("scan.pdf", b"%PDF", "is no PDF that can be read"),
        ("sheet.xlsx", b"PK\x03\x04", "ends in .xlsx"),
        ("README", b"hello", "has no ending"),
    ],
)
def test_a_file_that_is_no_use_has_one_clear_sentence_and_stops_nothing(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    write(tmp_path / "good.txt", TEXT)
    write(tmp_path / name, content)
    found = read([tmp_path])
    assert [document.text for document in found.documents] == [TEXT]
    (unread,) = found.unread
    assert says in unread.message
    assert name in unread.message
    assert "\n" not in unread.message
    assert unread.address == str(tmp_path / name)


def test_a_file_of_fifty_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as handle:
        handle.truncate(50_000_000)
    began = time.perf_counter()
    found = read([path])
    assert time.perf_counter() - began < 1
    assert "too large (50 MB" in found.unread[0].message
    assert MOST_BYTES < 50_000_000


def test_a_folder_without_an_article_and_a_path_that_is_not_there_are_said(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    found = read([tmp_path / "none", tmp_path / "gone.txt"])
    assert "holds no article" in found.unread[0].message
    assert all(ending in found.unread[0].message for ending in ENDINGS)
    assert "does not exist" in found.unread[1].message


@pytest.mark.parametrize("content", [b"", b"\x00\x01" * 99])
def test_the_reader_of_one_file_raises(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UnreadableDocumentError):
        read_file(write(tmp_path / "a.txt", content))


def test_a_web_page_gives_its_article_and_its_metadata(tmp_path: Path) -> None:
    (document,) = read([write(tmp_path / "a.html", page(head=HEAD))]).documents
    assert document.headline == "Cabinet agreed in Ljubava"
    assert [
        document.text[b.start : b.end] for b in document.blocks if b.role is BlockRole.PARAGRAPH
    ] == list(BODY)
    assert document.blocks[0].role is BlockRole.HEADLINE
    assert document.outlet is not None
    assert document.outlet.name == "Vesk Courier"
    assert document.byline == "Nora Quist"
    assert str(document.published.period) == "2021-07-28"
    assert "wrong, my friend" not in document.text


def test_the_encoding_a_page_declares_is_believed(tmp_path: Path) -> None:
    raw = page().replace("utf-8", "windows-1252").encode("cp1252")
    (document,) = read([write(tmp_path / "a.htm", raw)]).documents
    assert "café" in document.text


def test_json_lines_are_read_a_record_a_line_and_a_bad_line_is_set_aside(tmp_path: Path) -> None:
    records = [
        {
            "title": "Cabinet agreed",
            "text": TEXT,
            "outlet": "Vesk Courier",
            "date": "2021-07-28",
            "url": "https://vesk.example/1",
        },
        {
            "headline": "Talks fail",
            "body": TEXT.replace("31", "32"),
            "published_at": "Tue, 3 Aug 2021 10:00:00 GMT",
        },
        {"html": page(head=HEAD).replace("31", "33")},
    ]
    lines = [json.dumps(record) for record in records]
    path = write(tmp_path / "a.jsonl", "\n".join([lines[0], "{bad", *lines[1:], '{"text": ""}']))
    found = read([path])
    one, two, three = found.documents
    assert (one.headline, one.text, str(one.published.period)) == (
        "Cabinet agreed",
        TEXT,
        "2021-07-28",
    )
    assert one.address == f"{path}#1"
    assert (two.headline, str(two.published.period)) == ("Talks fail", "2021-08-03")
    assert three.outlet is not None
    assert [unread.address for unread in found.unread] == [f"{path}#2", f"{path}#5"]
    assert "line 2 is not valid JSON" in found.unread[0].message


@pytest.mark.parametrize("wrap", [lambda r: r, lambda r: [r], lambda r: {"articles": [r]}])
def test_a_json_file_may_hold_one_record_or_a_list(tmp_path: Path, wrap: object) -> None:
    path = write(tmp_path / "a.json", json.dumps(wrap({"text": TEXT, "source": {"name": "Dawn"}})))
    (document,) = read([path]).documents
    assert document.address == str(path)
    assert document.outlet is not None
    assert document.outlet.name == "Dawn"


@pytest.mark.parametrize(
    ("outlets", "is_dropped"), [(["Vesk Courier"] * 4, True), (["A", "B", "C", "D"], False)]
)
def test_lines_that_one_outlet_prints_under_many_reports_are_dropped(
    tmp_path: Path, outlets: list[str], is_dropped: bool
) -> None:
    line = "Vesk Courier, the paper of the harbour towns"
    for number, outlet in enumerate(outlets):
        rng = random.Random(number)
        told = [" ".join(rng.sample("abcdefghijklmnopqrstuvwxyz", 20)) + "." for _ in range(6)]
        record = {"text": "\n\n".join([*told, line]), "outlet": outlet}
        write(tmp_path / f"{number}.json", json.dumps(record))
    found = read([tmp_path]).documents
    assert len(group(found)) == 4
    repeated = [
        d.text[s.start : s.end] for d in found for s in d.dropped if s.reason is DropReason.REPEATED
    ]
    assert repeated == ([line] * 4 if is_dropped else [])


def test_a_report_printed_four_times_is_no_boilerplate(tmp_path: Path) -> None:
    for number in range(4):
        write(
            tmp_path / f"{number}.json",
            json.dumps(
                {"text": f"{TEXT}\n\nEdition number {number} of the day.", "outlet": "Vesk Courier"}
            ),
        )
    for document in read([tmp_path]).documents:
        assert BODY[1] in document.body


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    assert read([tmp_path]) == read([tmp_path])
    (document,) = read([tmp_path]).documents
    assert len(document.id) == 16
