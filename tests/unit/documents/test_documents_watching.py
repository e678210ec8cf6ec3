"""Feeds followed: what is new comes once, whatever breaks off; one bad feed stops no other."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from documents_formats import BODY, html_page
from documents_site import Site, outlet

from kutla.documents import Document
from kutla.documents.feed_memory import MOST_TRIES, FeedMemory
from kutla.documents.feeds import parse_feed, parse_opml
from kutla.documents.fetching import Fetcher
from kutla.documents.watching import list_feeds, look, read_held
from kutla.errors import DocumentError, UnreadableDocumentError


@pytest.fixture
def site() -> Iterator[Site]:
    with outlet() as made:
        yield made


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[FeedMemory]:
    with FeedMemory(tmp_path / "l.db.feeds") as made:
        yield made


def quick() -> Fetcher:
    return Fetcher(pause=0.0, timeout=2.0)


def page(number: int) -> str:
    return html_page([told.replace("31", str(40 + number)) for told in BODY], f"Report {number}")


def publish(site: Site, *numbers: int) -> None:
    for number in numbers:
        site.put(f"/{number}", page(number))


def watch(feeds: list[str], memory: FeedMemory) -> tuple[list[Document], list[str]]:
    """One whole round, as the command does it."""
    messages = [unread.message for unread in look(feeds, memory, quick())]
    documents: list[Document] = []
    for watched in list(read_held(memory)):
        documents += watched.reading.documents
        messages += [unread.message for unread in watched.reading.unread]
        memory.finish(watched.items)
    return documents, messages


def test_new_items_come_once_and_are_fetched_once(site: Site, memory: FeedMemory) -> None:
    publish(site, 1, 2, 3)
    feed = site.feed("/feed", [("/1", "Report 1"), ("/2", "Report 2")])
    first, _ = watch([feed], memory)
    assert sorted(document.address for document in first) == [f"{site.url}/1", f"{site.url}/2"]
    assert watch([feed], memory) == ([], [])
    site.feed("/feed", [("/3", "Report 3"), ("/1", "Report 1"), ("/2", "Report 2")])
    assert [document.headline for document in watch([feed], memory)[0]] == ["Report 3"]
    assert [site.asked[f"/{n}"] for n in (1, 2, 3)] == [1, 1, 1]


def test_a_feed_that_has_not_changed_is_asked_for_its_mark_only(
    site: Site, memory: FeedMemory
) -> None:
    publish(site, 1)
    feed = site.feed("/feed", [("/1", "Report 1")], etag='"v1"')
    watch([feed], memory)
    assert memory.validators(feed) == ('"v1"', None)


def test_one_article_in_two_feeds_is_one_item(site: Site, memory: FeedMemory) -> None:
    publish(site, 1)
    site.put("/1?utm_source=rss", page(1))
    feeds = [
        site.feed("/politics", [("/1", "Report 1")]),
        site.feed("/all", [("/1?utm_source=rss", "Report 1")]),
    ]
    assert len(watch(feeds, memory)[0]) == 1
    assert site.asked["/1"] + site.asked["/1?utm_source=rss"] == 1


def test_what_was_fetched_before_a_crash_is_not_fetched_again(site: Site, tmp_path: Path) -> None:
    publish(site, 1, 2)
    feed = site.feed("/feed", [("/1", "Report 1"), ("/2", "Report 2")])
    with FeedMemory(tmp_path / "m") as memory:
        assert list(look([feed], memory, quick())) == []
    with FeedMemory(tmp_path / "m") as memory:  # killed before anything was recorded
        assert len(watch([feed], memory)[0]) == 2
        assert watch([feed], memory)[0] == []
    assert (site.asked["/1"], site.asked["/2"]) == (1, 1)


def test_a_crash_between_feed_and_pages_loses_no_item(site: Site, tmp_path: Path) -> None:
    publish(site, 1, 2)
    feed = site.feed("/feed", [("/1", "Report 1"), ("/2", "Report 2")])

    class Dies(Fetcher):
        def fetch(self, url: str, **how: Any) -> Any:
            if url != feed:
                raise KeyboardInterrupt
            return super().fetch(url, **how)

    with FeedMemory(tmp_path / "m") as memory, pytest.raises(KeyboardInterrupt):
        list(look([feed], memory, Dies(pause=0.0)))
    with FeedMemory(tmp_path / "m") as memory:  # its server now says that nothing has changed
        assert len(watch([feed], memory)[0]) == 2


def test_one_bad_feed_stops_no_other(site: Site, memory: FeedMemory) -> None:
    publish(site, 1)
    good = site.feed("/feed", [("/1", "Report 1")])
    bad = [
        site.put("/page", page(7)),
        site.put("/broken", "<rss><channel><item><title>Half", "application/rss+xml"),
        site.url + "/gone",
        site.answer("/down", 503),
        "http://127.0.0.1:9/feed",
    ]
    documents, messages = watch([bad[0], good, *bad[1:]], memory)
    assert [document.headline for document in documents] == ["Report 1"]
    for part in ("is no feed", "/gone answered 404", "/down answered 503", "127.0.0.1:9"):
        assert any(part in message for message in messages), part


def test_a_fault_that_nobody_foresaw_in_one_feed_or_page_stops_no_other(
    site: Site, memory: FeedMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kutla.documents import watching

    publish(site, 1, 2)
    feeds = [site.feed("/a", [("/1", "Report 1")]), site.feed("/b", [("/2", "Report 2")])]
    parse, made = watching.parse_feed, watching.read_fetched

    def parse_or_fall(raw: bytes, name: str, **how: Any) -> Any:
        return parse(raw, name, **how) if name != feeds[0] else {}["no"]

    monkeypatch.setattr(watching, "parse_feed", parse_or_fall)
    documents, messages = watch(feeds, memory)
    assert [document.headline for document in documents] == ["Report 2"]
    assert "KeyError in its reader" in messages[0]
    monkeypatch.setattr(watching, "parse_feed", parse)
    monkeypatch.setattr(watching, "read_fetched", lambda _: {}["no"])
    assert "KeyError in its reader" in watch(feeds, memory)[1][0]
    monkeypatch.setattr(watching, "read_fetched", made)
    assert watch(feeds, memory) == ([], [])  # it was said, and stops no later round


def test_an_item_that_cannot_be_reached_is_tried_again_and_then_given_up(
    site: Site, memory: FeedMemory
) -> None:
    site.answer("/1", 503)
    feed = site.feed("/feed", [("/1", "Report 1")])
    assert "stays on the list" in watch([feed], memory)[1][0]
    for _ in range(MOST_TRIES + 2):
        watch([feed], memory)
    assert site.asked["/1"] == MOST_TRIES
    assert memory.waiting() == ()


def test_an_item_that_comes_back_is_read_in_the_next_round(site: Site, memory: FeedMemory) -> None:
    site.answer("/1", 503)
    feed = site.feed("/feed", [("/1", "Report 1")])
    assert watch([feed], memory)[0] == []
    publish(site, 1)
    assert len(watch([feed], memory)[0]) == 1


@pytest.mark.parametrize("status", [403, 404])
def test_a_closed_page_is_read_from_the_feed_where_that_tells_enough(
    site: Site, memory: FeedMemory, status: int
) -> None:
    site.answer("/1", status)
    feed = site.feed("/feed", [("/1", "Report 1")], text="".join(f"<p>{told}</p>" for told in BODY))
    (document,) = watch([feed], memory)[0]
    assert document.headline == "Report 1"
    assert BODY[2] in document.body
    assert str(document.published.period) == "2021-07-28"
    assert document.outlet is not None
    assert document.outlet.name == "Vesk Courier"


def test_a_closed_page_with_a_teaser_is_set_aside_once(site: Site, memory: FeedMemory) -> None:
    site.answer("/1", 403)
    feed = site.feed("/feed", [("/1", "Report 1")], text="The Harbour List agrees.")
    assert "is not open" in watch([feed], memory)[1][0]
    assert watch([feed], memory) == ([], [])


def test_what_the_feed_knows_fills_what_the_page_leaves_out(site: Site, memory: FeedMemory) -> None:
    told = "".join(f"<p>{each}</p>" for each in BODY)
    site.put("/1", f"<html><body><article><h1>Report 1</h1>{told}</article></body></html>")
    (document,) = watch([site.feed("/feed", [("/1", "Report 1")])], memory)[0]
    assert str(document.published.period) == "2021-07-28"
    assert document.outlet is not None


def test_only_one_watch_works_on_a_memory(tmp_path: Path) -> None:
    with FeedMemory(tmp_path / "m"), pytest.raises(DocumentError, match="another kutla watch"):
        FeedMemory(tmp_path / "m")


def test_a_file_that_is_no_memory_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "m").write_bytes(b"not a data base, but somebody's notes " * 99)
    with pytest.raises(DocumentError, match="is no memory of feeds"):
        FeedMemory(tmp_path / "m")
    assert (tmp_path / "m").read_bytes().startswith(b"not a data base")


def test_pages_are_not_kept_longer_than_needed(site: Site, tmp_path: Path) -> None:
    publish(site, 1)
    with FeedMemory(tmp_path / "m") as memory:
        watch([site.feed("/feed", [("/1", "Report 1")])], memory)
    rows = sqlite3.connect(tmp_path / "m")
    assert rows.execute("SELECT standing, body FROM item").fetchall() == [("done", None)]
    rows.close()


OPML = """<?xml version="1.0"?><opml version="2.0"><body>
<outline text="Iraq"><outline text="A" type="rss" xmlUrl="https://a.example/feed"/>
<outline text="B" XMLURL="https://b.example/feed"/></outline>
<outline text="A again" xmlUrl="https://a.example/feed"/><outline text="F" xmlUrl="file:///x"/>
</body></opml>"""


def test_an_opml_file_lists_feeds_in_folders_too_each_once() -> None:
    assert parse_opml(OPML.encode(), "f.opml") == (
        "https://a.example/feed",
        "https://b.example/feed",
    )


@pytest.mark.parametrize(
    "content", [b"", b"no xml", b"<opml/>", b"<opml><body><outline text='x'/>"]
)
def test_an_opml_file_without_feeds_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "f.opml"
    path.write_bytes(content)
    with pytest.raises(UnreadableDocumentError, match=r"f\.opml"):
        list_feeds([path])


def test_feeds_may_be_named_themselves(tmp_path: Path) -> None:
    path = tmp_path / "f.opml"
    path.write_text(OPML)
    named = list_feeds(["https://c.example/rss", path])
    assert named == ("https://c.example/rss", "https://a.example/feed", "https://b.example/feed")
    with pytest.raises(UnreadableDocumentError, match="cannot be opened"):
        list_feeds([tmp_path / "gone.opml"])


def test_atom_is_read_as_rss_is() -> None:
    raw = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Vesk Courier</title><entry>
    <id>tag:1</id><title type="html">Cabinet &amp;amp; port</title><link href="/1"/>
    <published>2021-07-28T23:30:00+03:00</published><author><name>Nora Quist</name></author>
    <content type="html">&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two &lt;b&gt;bold&lt;/b&gt;.&lt;/p&gt;</content>
    </entry></feed>"""
    (item,) = parse_feed(raw, "f", url="https://vesk.example/feed")
    assert (item.key, item.url, item.text) == (
        "tag:1",
        "https://vesk.example/1",
        "One.\n\nTwo bold.",
    )
    assert (item.metadata.headline, item.metadata.byline) == ("Cabinet & port", "Nora Quist")
    assert str(item.metadata.published_on) == "2021-07-28"


def test_a_feed_that_grows_while_it_is_unpacked_does_not_grow_memory() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    raw = f'<!DOCTYPE rss [<!ENTITY e0 "ha">{entities}]><rss><channel><title>&e9;</title></channel></rss>'
    try:
        items = parse_feed(raw.encode(), "f")
    except UnreadableDocumentError:
        items = ()
    assert sum(len(item.text) for item in items) < 10_000
