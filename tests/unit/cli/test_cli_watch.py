"""``kutla watch`` and what ``kutla read`` takes and prints, as a user calls them."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kutla.cli.main import main
from kutla.documents import fetching
from kutla.example import write_example

sys.path.append(str(Path(__file__).parents[1] / "documents"))
from documents_formats import html_page
from documents_site import Site, outlet


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """The example's reports as pages of an outlet, listed in a feed."""
    quick = fetching.Fetcher
    monkeypatch.setattr(fetching, "Fetcher", lambda: quick(pause=0.0, timeout=2.0))
    monkeypatch.chdir(tmp_path)
    write_example(tmp_path / "press")
    with outlet() as made:
        names = []
        for path in sorted((tmp_path / "press" / "iraq").glob("2018-05-*.txt"))[:3]:
            made.put(f"/{path.stem}", html_page(path.read_text().split("\n\n"), path.stem))
            names.append((f"/{path.stem}", path.stem))
        feed = made.feed("/feed", names)
        (tmp_path / "f.opml").write_text(
            f'<opml><body><outline xmlUrl="{feed}"/><outline xmlUrl="{made.url}/gone"/></body></opml>'
        )
        yield made


def call(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code: object = 0
    try:
        main(arguments)
    except SystemExit as end:
        code = end.code or 0
    out = capsys.readouterr()
    return int(str(code)), out.out, out.err


def test_watching_twice_records_each_report_once(site: Site, capsys) -> None:
    code, out, err = call("watch", "f.opml", "--once", "--ledger", "l.db", capsys=capsys)
    assert code == 3  # one feed is gone
    assert out.count("new: ") == 3
    assert "feeds: 2; new documents: 3, with" in out
    assert "/gone answered 404" in err
    code, out, _ = call("watch", f"{site.url}/feed", "--once", "--ledger", "l.db", capsys=capsys)
    assert (code, out.count("new: ")) == (0, 0)
    code, out, _ = call("claims", "--ledger", "l.db", "-f", "jsonl", capsys=capsys)
    assert {"kind", "quote"} <= set(json.loads(out.splitlines()[0]))


def test_a_copy_that_comes_later_joins_the_story_in_the_ledger(site: Site, capsys) -> None:
    from kutla.ledger import open_ledger

    first = site.feed("/one", [("/2018-05-23-denial", "A")])
    second = site.feed("/two", [("/2018-05-24-denial-reprint", "B")])
    for feed in (first, second):
        assert call("watch", feed, "--once", "--ledger", "l.db", capsys=capsys)[0] == 0
    with open_ledger("l.db") as ledger:
        assert [len(story.document_ids) for story in ledger.stories()] == [2]


@pytest.mark.parametrize("named", ["gone.opml", "press"])
def test_what_is_no_list_of_feeds_is_refused(site: Site, capsys, named: str) -> None:
    code, _, err = call("watch", named, "--once", capsys=capsys)
    assert code == 2
    assert named in err
    assert "Traceback" not in err


def test_an_address_is_read_and_printed_as_a_record(site: Site, capsys) -> None:
    code, out, _ = call("read", f"{site.url}/2018-05-23-denial", "-f", "jsonl", capsys=capsys)
    assert code == 0
    record = json.loads(out)
    assert record["outlet"] == "Vesk Courier"
    Path("again.jsonl").write_text(out)
    code, out, _ = call("read", "again.jsonl", "-f", "json", capsys=capsys)
    (again,) = json.loads(out)
    assert (again["outlet"], again["published"]) == (record["outlet"], record["published"])
    assert again["text"] == record["text"]


def test_a_folder_of_pictures_is_not_a_flood_of_sentences(tmp_path: Path, capsys) -> None:
    for number in range(90):
        (tmp_path / f"{number}.jpg").write_bytes(b"x")
    (tmp_path / "empty.txt").write_bytes(b"")
    code, _, err = call("read", str(tmp_path), capsys=capsys)
    assert code == 1
    assert err.count("ends in .jpg") == 20
    assert "empty.txt is empty" in err
    assert err.splitlines()[-1] == "kutla: 70 more were set aside for the same reasons"


def test_a_pattern_that_matches_nothing_ends_in_one_sentence(site: Site, capsys) -> None:
    code, out, err = call("extract", "nothing/*.html", capsys=capsys)
    assert (code, out) == (1, "")
    assert err == "kutla: nothing/*.html matches no file; check the pattern\n"
