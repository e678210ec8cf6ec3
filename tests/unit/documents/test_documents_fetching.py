"""Pages from the web, from a server on this machine: politely, bounded, each fault one sentence."""

import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from documents_formats import BODY, TEXT, html_page, packed, pdf, printed, warc_record
from documents_site import Site, bomb, outlet

from kutla.documents import read
from kutla.documents.fetching import AGENT, Fetcher
from kutla.errors import UnreachableError, UnreadableDocumentError


@pytest.fixture
def site() -> Iterator[Site]:
    with outlet() as made:
        yield made


def quick(**how: Any) -> Fetcher:
    return Fetcher(**{"pause": 0.0, "timeout": 2.0, **how})


def test_an_address_is_read_as_a_file_is(site: Site) -> None:
    url = site.put("/a", html_page())
    (document,) = read([url], fetcher=quick()).documents
    assert (document.address, document.headline) == (url, "Cabinet agreed in Ljubava")
    assert document.outlet is not None
    assert document.outlet.name == "Vesk Courier"
    assert all(told in document.body for told in BODY)


@pytest.mark.parametrize(
    ("body", "media"),
    [
        (TEXT.encode(), "text/plain; charset=utf-8"),
        (html_page().encode(), "application/octet-stream"),
        (pdf(printed(BODY)), "application/pdf"),
        (pdf(printed(BODY)), "text/html"),
        (b'{"title": "A", "text": "' + " ".join(BODY).encode() + b'"}', "application/json"),
        (packed([warc_record(1, html_page().encode())]), "application/warc"),
    ],
    ids=["text", "untold page", "pdf", "wrongly told pdf", "json", "warc"],
)
def test_what_an_address_holds_is_told_from_its_bytes(site: Site, body: bytes, media: str) -> None:
    found = read([site.put("/a", body, media)], fetcher=quick())
    assert found.unread == ()
    assert BODY[0] in found.documents[0].body


def test_the_servers_encoding_is_believed_before_the_pages(site: Site) -> None:
    page = html_page().replace("utf-8", "ascii").encode("cp1252", "replace")
    (document,) = read(
        [site.put("/a", page, "text/html; charset=windows-1252")], fetcher=quick()
    ).documents
    assert "café" in document.body


def test_robots_are_obeyed_and_read_once(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /private/*.html\n", "text/plain")
    closed, open_ = site.put("/private/a.html", html_page()), site.put("/b.html", html_page())
    found = read(
        [closed, open_, site.put("/c.html", html_page([t + " Or so." for t in BODY]))],
        fetcher=quick(),
    )
    assert [document.address for document in found.documents] == [open_, site.url + "/c.html"]
    assert "robots.txt" in found.unread[0].message
    assert site.asked["/private/a.html"] == 0
    assert site.asked["/robots.txt"] == 1


def test_robots_may_speak_to_kutla_by_name(site: Site) -> None:
    site.put(
        "/robots.txt", "User-agent: kutla\nDisallow: /\n\nUser-agent: *\nAllow: /\n", "text/plain"
    )
    with pytest.raises(UnreadableDocumentError, match=r"robots\.txt"):
        quick().fetch(site.put("/a", html_page()))
    assert AGENT.startswith("kutla/")


def test_a_redirect_into_a_closed_part_is_not_followed(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /closed\n", "text/plain")
    site.put("/closed", html_page())
    with pytest.raises(UnreadableDocumentError, match=r"robots\.txt"):
        quick().fetch(site.answer("/a", 302, Location="/closed"))


def test_redirects_are_followed_but_not_for_ever(site: Site) -> None:
    site.answer("/a", 301, Location="/b")
    site.put("/b", html_page())
    assert quick().fetch(site.url + "/a").url == site.url + "/b"
    with pytest.raises(UnreadableDocumentError, match="more than 5 times"):
        quick().fetch(site.answer("/loop", 302, Location="/loop"))


@pytest.mark.parametrize("target", ["file:///etc/hosts", "ftp://vesk.example/a", "javascript:1"])
def test_a_redirect_leads_to_web_addresses_only(site: Site, target: str) -> None:
    with pytest.raises(UnreadableDocumentError, match="no web address"):
        quick().fetch(site.answer("/a", 302, Location=target))


def test_one_host_is_asked_for_one_thing_at_a_time(site: Site) -> None:
    def slow(_: Any) -> tuple[int, dict[str, str], bytes]:
        time.sleep(0.02)
        return 200, {"Content-Type": "text/html"}, html_page().encode()

    fetcher = quick()
    urls = [f"{site.url}/{n}" for n in range(6)]
    site.pages.update({f"/{n}": slow for n in range(6)})
    threads = [threading.Thread(target=fetcher.fetch, args=(url,)) for url in urls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(site.asked[f"/{n}"] for n in range(6)) == 6
    assert site.most_at_once == 1


def test_between_two_requests_to_a_host_there_is_a_pause(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 7\n", "text/plain")
    slept: list[float] = []
    fetcher = quick(pause=2.0, clock=lambda: 100.0, sleep=slept.append)
    for name in ("/a", "/b"):
        fetcher.fetch(site.put(name, html_page()))
    assert slept == [7.0, 7.0]  # after robots.txt, which is a request too, and between the two


def test_what_has_not_changed_is_not_sent_again(site: Site) -> None:
    url = site.feed("/feed", [("/a", "A")], etag='"one"')
    first = quick().fetch(url)
    assert (first.is_new, first.etag) == (True, '"one"')
    again = quick().fetch(url, etag=first.etag)
    assert (again.is_new, again.body) == (False, b"")


@pytest.mark.parametrize(
    ("status", "says", "later"),
    [
        (404, "answered 404", False),
        (410, "answered 410", False),
        (403, "is not open to kutla", False),
        (401, "is not open to kutla", False),
        (429, "try again later", True),
        (500, "try again later", True),
        (503, "try again later", True),
    ],
)
def test_an_answer_that_is_no_page_says_whether_to_come_back(
    site: Site, status: int, says: str, later: bool
) -> None:
    with pytest.raises(UnreadableDocumentError, match=says) as caught:
        quick().fetch(site.answer("/a", status))
    assert isinstance(caught.value, UnreachableError) is later


def test_the_proxy_of_the_system_is_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", site.url)
    monkeypatch.setenv("no_proxy", "")
    site.put("http://vesk.example/a", html_page())
    assert read(["http://vesk.example/a"], fetcher=quick()).documents[0].headline is not None
    assert site.order == ["http://vesk.example/robots.txt", "http://vesk.example/a"]


def test_a_picture_is_no_article(site: Site) -> None:
    found = read([site.put("/a.png", b"\x89PNG....", "image/png")], fetcher=quick())
    assert "is no article (image/png)" in found.unread[0].message


def test_a_page_without_end_is_cut_off_early(site: Site) -> None:
    url = site.put("/a", bomb(60), Content_Encoding="gzip")
    with pytest.raises(UnreadableDocumentError, match="too large"):
        quick(most_bytes=1_000_000).fetch(url)


def test_what_is_wrongly_packed_or_breaks_off_has_its_sentence(site: Site) -> None:
    with pytest.raises(UnreachableError, match="cannot be unpacked"):
        quick().fetch(site.put("/a", b"no gzip at all" * 99, Content_Encoding="gzip"))
    site.put("/b", b"half a page", Content_Length="5000", Connection="close")
    with pytest.raises(UnreachableError, match=r"broke off|no answer in time"):
        quick(timeout=0.5).fetch(site.url + "/b")


def test_a_server_that_drips_is_left_after_a_while(site: Site) -> None:
    now = iter(range(0, 10_000, 40))
    url = site.put("/a", b"a" * 900_000)
    fetcher = quick(clock=lambda: float(next(now)), sleep=lambda _: None)
    with pytest.raises(UnreachableError, match="took more than 60 seconds"):
        fetcher.fetch(url)


def test_a_host_that_is_not_there_is_said() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    found = read([f"http://127.0.0.1:{port}/a"], fetcher=quick())
    assert "the connection was refused" in found.unread[0].message


@pytest.mark.parametrize(
    "url",
    ["http://", "https://[::1", "http://a b/c", "http://:0/", "https://" + "a" * 300 + ".example/"],
)
def test_an_address_that_is_none_is_said(url: str) -> None:
    found = read([url], fetcher=quick())
    assert found.documents == ()
    assert len(found.unread) == 1
    assert "reader" not in found.unread[0].message
