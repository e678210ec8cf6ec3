"""People's names made whole: given names before them, ranks and parties beside them cut off."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from anyascii import anyascii

from kutla.language.given_names import GIVEN_NAMES
from kutla.language.headwords import TAIL_WORDS, TITLE_WORDS
from kutla.language.regions import REGIONS
from kutla.language.spans import CAPITALS, HEAD, NETWORK, REGISTER, NameSpan
from kutla.language.trimming import HAS_HEAD
from kutla.register import country_names
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.documents.document import Document

_WORD = r"[A-ZÀ-ÞĀ-Ž][\w’'À-ž]+(?:-[A-ZÀ-ÞĀ-Ža-z][\w’'À-ž]*)*"
_BEFORE = re.compile(rf"(?<![\w’'-])(?P<given>{_WORD}) $")
_BOUND = re.compile(
    r"-(?!(?:led|backed|aligned|based|born|held|style|era|run|dominated|linked|loyal|allied|controlled|appointed|friendly|"
    r"supported|sponsored|funded|affiliated|ruled|in|at|to|of|for|the|and|elect|turned)\b)[a-z]{2,}(?![\w-])"
)
_OF_PARTY = re.compile(
    rf"(?P<who>{_WORD}(?: (?:{_WORD}|[A-Z]\.|bin|al-\S+|de|van|von|der))*? {_WORD}) (?:of|from) (?:the )?(?P<whose>[A-ZÀ-Þ].*)"
)
_AFTER_GIVEN = re.compile(r"^ (?:(?:al|el|van|von|de|bin|ul)[- ])?[A-ZÀ-Þ][\w’'-]+")


def is_given(word: str) -> bool:
    """Whether a word is a common given name: "Jean-Yves" by its first half."""
    folded = anyascii(word).casefold()
    return folded in GIVEN_NAMES or folded.split("-")[0] in GIVEN_NAMES


def with_given_name(text: str, span: NameSpan) -> NameSpan:
    """Give the name its given name back: "Stocker" after "Christian ", and "Chan-ocha" whole."""
    if span.rank == REGISTER and span.entity_id and " " in span.text:
        return span
    tail = _BOUND.match(text, span.end) if span.label == "PER" and _has_no_head(span) else None
    end = tail.end() if tail else span.end
    start = span.start
    before = _BEFORE.search(text, max(0, start - 30), start)
    if before and is_given(before["given"]) and _has_no_head(span) and span.label != "PLACE":
        start = before.start("given")
    if (start, end) == (span.start, span.end):
        return span
    is_person = start < span.start
    return NameSpan(
        start, end, text[start:end], max(NETWORK, min(span.rank, NETWORK)),
        "PER" if is_person else span.label,
    )  # fmt: skip


def _has_no_head(span: NameSpan) -> bool:
    return not HAS_HEAD.search(span.text) and span.kind is None and len(span.text.split()) <= _LONG


_LONG = 3


def split_person_of(span: NameSpan) -> Iterator[NameSpan]:
    """Read "Santiago Abascal of Vox" as a man and his party."""
    apart = _OF_PARTY.fullmatch(span.text) if span.kind is None else None
    if (
        apart is None
        or re.search(r"['’]s? ", apart["who"])
        or not is_given(apart["who"].split()[0])
        or HAS_HEAD.search(apart["who"])
    ):
        yield span
        return
    whose = apart.start("whose")
    yield replace(
        span, end=span.start + apart.end("who"), text=apart["who"], rank=NETWORK, label="PER"
    )
    yield replace(span, start=span.start + whose, text=apart["whose"], label="")


_OFFICE_OF = re.compile(
    rf"\b(?:{TITLE_WORDS}|representative|minister|president|monarch|ruler|justice|presidency)"
    r"(?: (?:for|of|and) [\w ]{1,30}?)?(?:,? [a-z]\S*){0,3} (?:of|to|for|from|in)(?: the)? $",
    re.IGNORECASE,
)


def split_land_and_person(text: str, span: NameSpan) -> Iterator[NameSpan]:
    """Read "President of Kenya William Ruto" as a country, or a town, and the man behind it."""
    words = span.text.split(" ")
    is_plain = span.kind is None and len(words) > 1 and not HAS_HEAD.search(span.text)
    if is_plain and _OFFICE_OF.search(text, max(0, span.start - 60), span.start):
        countries = country_names().keys()
        if len(words) == _TWO and words[0] in countries | REGIONS and is_given(words[1]):
            yield replace(span, end=span.start + len(words[0]), text=words[0], label="LOC")
            return
        for at in range(len(words) - _TWO, 0, -1):
            land = " ".join(words[:at])
            if (
                land in countries
                or land in REGIONS
                or (is_given(words[at]) and not is_given(words[0]))
            ):
                cut = span.start + len(land)
                yield replace(span, end=cut, text=land, rank=CAPITALS, label="LOC")
                who = text[cut + 1 : span.end]
                yield replace(span, start=cut + 1, text=who, rank=NETWORK, label="PER")
                return
    yield span


_TWO = 2


_CREED = re.compile(
    r"(?:Democrat|Republican|(?:Social|Christian|Liberal|Free) Democrat|Tory|Socialist|Communist|Conservative|Liberal|Green|Labour|"
    r"Islamist|Independent|Nationalist|Unionist|Progressive|Centrist|(?:US |U\.S\. |United States )?(?:Representative|Senator)) (?=[A-ZÀ-Þ])"
)


def less_creed(span: NameSpan) -> NameSpan:
    """Read "Democrat Ana Ruiz" as Ana Ruiz."""
    creed = _CREED.match(span.text) if span.kind is None else None
    rest = span.text[creed.end() :] if creed else ""
    if not creed or " " not in rest or not is_given(rest.split()[0]) or HAS_HEAD.search(rest):
        return span
    return replace(span, start=span.start + creed.end(), text=rest, rank=NETWORK, label="PER")


def apart(text: str, spans: list[NameSpan]) -> list[NameSpan]:
    """Cut what is two names: "Nepali Congress Sher Bahadur Deuba", "(United) States Joe Biden".

    A span that begins within a country's name loses that part; one that is a known body and then
    a person, each found by itself, goes.
    """
    lands = {
        at: span.end
        for span in spans
        if span.kind is EntityKind.COUNTRY
        for at in range(span.start + 1, span.end)
    }
    bodies = {(span.start, span.end) for span in spans if span.rank >= HEAD}
    people = {(span.start, span.end) for span in spans if span.label == "PER"}
    kept = []
    for span in spans:
        end = lands.get(span.start, span.start)
        if span.start < end < span.end and span.rank < HEAD:
            span = replace(span, start=end + 1, text=text[end + 1 : span.end])  # noqa: PLW2901
        is_two = span.rank < HEAD and any(
            (span.start, cut) in bodies and (cut + 1, span.end) in people
            for cut in range(span.start + 1, span.end)
        )
        if not is_two:
            kept.append(span)
    return kept


_TAILS = re.compile(rf" (?:{TAIL_WORDS})$", re.IGNORECASE)


def made_whole(document: Document, spans: list[NameSpan]) -> list[NameSpan]:
    """Read "Pheu Thai" whole where one place of the document has the Pheu Thai Party."""
    writings: dict[str, set[str]] = {}
    for span in spans:
        short = _TAILS.sub("", span.text)
        if " " in short and short != span.text:
            writings.setdefault(short.split(" ", 1)[0], set()).add(short)
    done: list[NameSpan] = []
    for span in spans:
        longer = [
            words
            for words in writings.get(span.text.split(" ", 1)[0], ())
            if len(words) > len(span.text) and document.text.startswith(words, span.start)
        ]
        if longer and not span.entity_id:
            words = max(longer, key=len)
            span = replace(span, end=span.start + len(words), text=words, label="")  # noqa: PLW2901
        if not done or span.start >= done[-1].end:
            done.append(span)
    return done
