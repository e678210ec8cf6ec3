"""The site's name, the headline and the day in a page's head."""

import time

import pytest
from documents_formats import BODY

from kutla.documents.html import read_html
from kutla.documents.page_head import find_day, find_headline, find_site


def page(title: str, headline: str, head: str = "") -> str:
    told = "".join(f"<p>{each}</p>" for each in BODY)
    return f"<html><head><title>{title}</title>{head}</head><body><article><h1>{headline}</h1>{told}</article></body></html>"


@pytest.mark.parametrize(
    ("title", "headline", "site"),
    [
        ("Talks fail | Vesk Courier", "Talks fail", "Vesk Courier"),
        ("Talks fail - Politics - Vesk Courier", "Talks fail", "Vesk Courier"),
        ("Vesk Courier » Talks fail", "Talks fail", "Vesk Courier"),
        ("Iraq - Sadr meets Amiri - Vesk Courier", "Iraq - Sadr meets Amiri", "Vesk Courier"),
        ("Doren: we refuse", "Doren: we refuse", None),
        ("Doren &amp; Tolvi – the pact", "Doren &amp; Tolvi – the pact", None),
        ("Talks fail", "Talks fail", None),
        ("Talks fail | What we know about it so far today", "Talks fail", None),
    ],
)
def test_the_headline_stays_whole_and_the_site_is_what_stands_beside_it(
    title: str, headline: str, site: str | None
) -> None:
    found = read_html(page(title, headline))
    assert found is not None
    text, metadata = found
    assert metadata.headline == headline.replace("&amp;", "&")
    assert metadata.outlet == site
    assert text.splitlines()[0] == metadata.headline


def test_without_a_headline_on_the_page_a_short_end_of_its_title_is_the_site() -> None:
    assert find_headline("<html>", "Talks fail | Vesk Courier", None) == "Talks fail"
    assert find_headline("<html>", "Talks fail | Doren and Tolvi will not meet again", None) == (
        "Talks fail | Doren and Tolvi will not meet again"
    )
    assert find_headline("<html>", None, None) is None
    assert find_site("<html>", "Talks fail") is None


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2021-07-28T08:00:00Z">',
        '<script type="application/ld+json">{"datePublished": "2021-07-28"}</script>',
        '<meta name="DC.date.issued" content="2021-07-28">',
    ],
)
def test_a_stated_day_is_given_as_it_stands(head: str) -> None:
    assert str(find_day(head)) == "2021-07-28"
    assert str(find_day(head.replace("2021", "1601"))) == "1601-07-28"
    assert find_day(head.replace("07-28", "02-30")) is None
    assert find_day("<p>2021-07-28</p>") is None


def test_titles_and_headlines_full_of_signs_are_read_in_a_moment() -> None:
    hostile = (
        "<title>"
        + " - | : » " * 60
        + "</title>"
        + "<h1>"
        + " - " * 400
        + "</h1>" * 400
        + "<meta " * 9000
    )
    began = time.perf_counter()
    find_site(hostile, "- | :")
    find_headline(hostile, " - | : » " * 60, None)
    assert find_day(hostile) is None
    assert time.perf_counter() - began < 1


def test_a_table_of_a_page_is_rows_with_tabs() -> None:
    rows = (("Party list", "Seats"), ("Harbour List", "54"), ("Common Ground", "31"))
    cells = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows)
    found = read_html(page("A", "A").replace("</article>", f"<table>{cells}</table></article>"))
    assert found is not None
    assert [line for line in found[0].splitlines() if "\t" in line] == [
        f"{a}\t{b}" for a, b in rows
    ]
