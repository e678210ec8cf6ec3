"""What a page's own head says where the library that reads it gives nothing: site, headline, day."""

from __future__ import annotations

import html
import re
from datetime import date

from kutla.documents.lines import fold

_TITLE = re.compile(r"<title[^>]{0,200}>(.{1,500}?)</title>", re.IGNORECASE | re.DOTALL)
_HEADLINE = re.compile(r"<h1\b[^>]{0,500}>(.{1,2000}?)</h1>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]{0,1000}>")
_BEHIND = re.compile(r"^(?P<head>.+)\s+[|–—»·:-]\s+(?P<site>[^|»]{2,50})$")
_SEPARATOR = re.compile(r"\s+[|–—»·:-]\s+")
_MOST_WORDS = 5
_DAY = re.compile(
    r"(?:[\"'](?:datePublished|dateCreated)[\"']\s*:\s*[\"']"
    r"|<meta\b[^>]{0,200}?(?:published_time|datePublished|pubdate|DC\.date(?:\.issued)?|\bdate)"
    r"[\"'][^>]{0,100}?content=[\"'])(?P<day>\d{4}-\d\d-\d\d)",
    re.IGNORECASE,
)
_HEAD = 300_000


def find_headline(page: str, title: str | None, site: str | None) -> str | None:
    """Give a page's headline without its site's name: "A – B" stays whole where the page says so."""
    if title is None:
        return None
    heads = _heads(page)
    found = _BEHIND.match(title)
    if found is None or fold(title) in heads:
        return title
    is_site = site is not None and fold(found["site"]) == fold(site)
    is_short = not heads and len(found["site"].split()) <= _MOST_WORDS
    return found["head"] if is_site or is_short or fold(found["head"]) in heads else title


def find_site(page: str, headline: str | None) -> str | None:
    """Give the site's name off the page's title, where the rest of it is the headline."""
    found = _TITLE.search(page[:_HEAD])
    if found is None or headline is None:
        return None
    title = _words(found[1])
    if not fold(headline) or title == headline:
        return None
    if title.startswith(headline):
        sites = _SEPARATOR.split(f"{title[len(headline) :]} ")
        site, is_told = sites[-1], len(sites) > 1 and not sites[0].strip()
    else:
        sites = _SEPARATOR.split(f" {title.removesuffix(headline)}")
        site, is_told = sites[0], title.endswith(headline) and not sites[-1].strip()
    return site.strip() or None if is_told and len(site.split()) <= _MOST_WORDS else None


def find_day(page: str) -> date | None:
    """Give the day a page's head states, however wild: whoever dates the page judges it."""
    found = _DAY.search(page[:_HEAD])
    try:
        return date.fromisoformat(found["day"]) if found is not None else None
    except ValueError:
        return None


def _heads(page: str) -> set[str]:
    return {fold(_words(found[1])) for found in _HEADLINE.finditer(page)}


def _words(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())
