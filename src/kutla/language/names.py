"""Where the names of a document stand: by register, head noun, network and capital letters."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kutla.documents.document import BlockRole
from kutla.language.capitals import (
    before_letters,
    by_capitals,
    by_pattern,
    find_pairs,
    in_quotation_marks,
)
from kutla.language.given_names import GIVEN_NAMES
from kutla.language.headwords import HEAD_WORDS, PORTFOLIO, TAIL_WORDS, TITLE_WORDS
from kutla.language.party_names import ODD_NAMES
from kutla.language.people import (
    apart,
    less_creed,
    split_land_and_person,
    split_person_of,
    with_given_name,
)
from kutla.language.signs import has_given_name
from kutla.language.spans import HEAD, NETWORK, REGISTER, NameSpan, merge_spans
from kutla.language.trimming import CAP, HAS_HEAD, clean
from kutla.register import AliasMark
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.documents.document import Document
    from kutla.language.passage import Passage
    from kutla.register import Register

_LINK = r"(?:of the|for the|of|for|and|per|pel|de|del|du|des|van|al|der|für)"


_CAPPED = rf"{CAP}(?:(?: {_LINK})? {CAP}| \([A-Z][\w ]+\)(?= [A-Z]))*"


_ORGANISATION = re.compile(
    rf"(?<![\w-])(?:{_CAPPED}) (?:{TAIL_WORDS}|{HEAD_WORDS.title()})\b"
    rf"|\b(?:{_CAPPED} )(?:Party|Union|Front|League|Congress|Movement) of (?:the )?{CAP}(?: {CAP})?"
    rf"|\b(?:Party|Union|Front|Movement|Council|Court|Ministry|Bloc|House|Alliance|Coalition|League|"
    rf"Department|Commission|Bank|Chamber) (?:of|for) (?:the )?{_CAPPED}"
)


_PERSON_OF = re.compile(rf"(?P<who>{CAP} (?:{CAP} ?){{1,3}}) of (?:the )?(?=[A-Z])")


def find_names(
    document: Document, passages: tuple[Passage, ...], register: Register
) -> list[NameSpan]:
    """Find the names of a document, none overlapping another, in order."""
    found = [
        *_registered(document, register),
        *_by_head(document),
        *_by_network(document, passages),
        *by_capitals(document, passages, _demonyms(register)),
        *by_pattern(document, _demonyms(register)),
        *before_letters(document),
        *in_quotation_marks(document),
        *_with_small_letter(document),
    ]
    found = [with_given_name(document.text, _whole_word(document.text, span)) for span in found]
    found = [part for span in found for part in split_person_of(less_creed(span))]
    found = [part for span in found for part in split_land_and_person(document.text, span)]
    found = [part for span in found for part in _less_its_cabinet(document.text, span)]
    found = [less_creed(span) for span in apart(document.text, found)]
    found += find_pairs(document, found)
    shouted = [
        (block.start, block.end)
        for block in document.blocks
        if document.text[block.start : block.end].isupper()
    ]
    titled = _in_title_case(document)
    people = {span.start for span in found if span.label == "PER" and " " in span.text}
    cut = [
        span if _LETTERS_NEXT.match(document.text, span.end) else _less_its_leader(span, people)
        for span in found
    ]
    demonyms = _demonyms(register)
    return merge_spans(
        [
            span
            for span in cut
            if not is_portfolio(document.text, span)
            and not (span.text in _QUARTERS and _OF_A_LAND.match(document.text, span.end))
            and not (span.rank < REGISTER and " " in span.text and _is_shouted(span, shouted))
            and (span.rank == REGISTER or not _is_people(span.text, demonyms))
            and not (span.rank < REGISTER and _is_only_titled(document.text, span, titled))
        ]
    )


_QUARTERS = frozenset({"South", "North", "East", "West", "Central", "New", "Bosnian"})
_OF_A_LAND = re.compile(r"[ -][A-Z]\w+(?:i|ian|ish|ese|an)s?\b")
"""What makes a quarter of the sky part of an adjective: "South Sudanese"."""


def _with_small_letter(document: Document) -> Iterator[NameSpan]:
    """Known parties that no capital letter shows: "sp.a", "+Europa"."""
    for match in ODD_NAMES.finditer(document.text):
        yield NameSpan(match.start(), match.end(), match.group(0), HEAD, "ORG")


def _is_people(words: str, demonyms: frozenset[str]) -> bool:
    """Whether it is a people or its adjective: "Iraqi", "Iraqis"."""
    folded = words.casefold()
    return folded in demonyms or folded.removesuffix("s") in demonyms


def _is_shouted(span: NameSpan, shouted: list[tuple[int, int]]) -> bool:
    """Whether it stands in a headline in capitals, where no capital says that a name begins."""
    return any(start <= span.start < end for start, end in shouted)


_TITLED_WORDS = re.compile(
    r" (?:On|The|Is|Are|Being|To|In|For|With|After|As|By|From|At|Over|A|An) "
)
_LONG_WORD = re.compile(r"(?<![\w'’-])[A-Za-zÀ-ž][\w'’-]{3,}")
_CAPITALS_OF_A_TITLE = 0.8
_WORDS_OF_A_TITLE = 4


def _in_title_case(document: Document) -> list[tuple[int, int]]:
    """Headlines in Which Every Word Has a Capital: there a capital says nothing."""
    found = []
    for block in document.blocks:
        if block.role is not BlockRole.HEADLINE:
            continue
        words = _LONG_WORD.findall(document.text[block.start : block.end])
        capitals = sum(word[0].isupper() for word in words)
        if len(words) > _WORDS_OF_A_TITLE and capitals >= _CAPITALS_OF_A_TITLE * len(words):
            found.append((block.start, block.end))
    return found


def _is_only_titled(text: str, span: NameSpan, titled: list[tuple[int, int]]) -> bool:
    """Whether words have their capitals in such a headline and nowhere else."""
    for start, end in titled:
        if start <= span.start < end:
            last = span.text.rsplit(" ", 1)[-1]
            return last not in text[end:] and not has_given_name(span.text)
    headline_end = text.find("\n")
    if span.start < headline_end and _TITLED_WORDS.search(span.text):
        return span.text not in text[headline_end:]
    return False


_PREFIX = re.compile(r"(?:neo|pro|anti|ex|non|post|ultra|mid|then|all|inter|now)-$", re.IGNORECASE)


HAS_HEAD_LAST = re.compile(rf"\w (?:{TAIL_WORDS})$", re.IGNORECASE)
_TWO_BODIES = re.compile(r"(?P<one>[^,]+?),? and (?:the )?(?P<other>[A-ZÀ-Þ].+)")
_CABINET_OF = re.compile(
    r"(?P<who>.+) (?:government|cabinet|administration|leadership|parliamentarians|faction)"
)


def _less_its_cabinet(text: str, span: NameSpan) -> Iterator[NameSpan]:
    """Read "Harbour government" as Harbour's, "Harbour and Orchard movement" as two, if one half stands alone."""
    if span.rank == REGISTER:
        yield span
        return
    cabinet = _CABINET_OF.fullmatch(span.text)
    if cabinet and _stands_alone(text, cabinet["who"], r" (?:government|cabinet|administration)"):
        yield replace(span, end=span.start + cabinet.end("who"), text=cabinet["who"])
        return
    both = _TWO_BODIES.fullmatch(span.text)
    if both and (
        HAS_HEAD_LAST.search(both["one"])
        or _stands_alone(text, both["one"], rf",? and (?:the )?{re.escape(both['other'])}")
    ):
        yield replace(span, end=span.start + both.end("one"), text=both["one"], label="")
        yield replace(span, start=span.start + both.start("other"), text=both["other"], label="")
        return
    yield span


def _stands_alone(text: str, words: str, tail: str) -> bool:
    """Whether words with a capital stand in the text without what follows them here."""
    return bool(re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])(?!{tail})(?! [A-ZÀ-Þ])", text))


_FRONT_PART = re.compile(r"(?<![\w’'-])(?:\d{1,2}|[A-ZÀ-ÞĀ-Ž][\w’'À-ž.]*)(?:-[\w’'À-ž]+)*-$")


_BACK_PART = re.compile(
    r"(?:-(?:[A-ZÀ-ÞĀ-Ž][\wÀ-ž]*|[a-z]{1,3}-[A-ZÀ-Þ][\wÀ-ž]*))+(?: (?:Force|Party|Front|Movement|Alliance|Union|Bloc)\b)?|(?:[ -](?:al|el)-[A-Z][\w-]+)+"
)


def _whole_word(text: str, span: NameSpan) -> NameSpan:
    """Take in what a hyphen ties to a name: "N-VA", "5-Star Movement", "Georges-Louis Bouchez".

    The end of "neo-Nazi" is no part of the name after it.
    """
    start, end = span.start, span.end
    if text[start - 1 : start] == "-" and start > 1 and text[start - 2].isalnum():
        line = text[max(0, start - 40) : start]
        front = _FRONT_PART.search(line)
        first, _, rest = span.text.partition(" ")
        if front and not _PREFIX.search(front.group(0)):
            start -= len(front.group(0))
        elif rest[:1].isupper():
            start += len(first) + 1
    back = _BACK_PART.match(text, end)
    if back and span.kind is not EntityKind.COUNTRY:
        end = back.end()
    if (start, end) == (span.start, span.end):
        return span
    is_same = span.rank == REGISTER and (start, end) == (span.start, span.end)
    return NameSpan(
        start, end, text[start:end], span.rank if is_same else min(span.rank, HEAD), span.label
    )


_MINISTER_NEXT = re.compile(
    r"(?:,? and [A-Z]\w+(?: [A-Z]\w+)?|, [A-Z]\w+)* (?:[Mm]inister|[Pp]ortfolio|[Ss]ecretary)\b"
)


_PEOPLE_BEFORE = re.compile(
    r"^(?:[A-Z]\w+(?:i|ian|ish|ese|an|ch|ek)|US|UK|Union|Federal) (?=[A-Z])"
)


def is_portfolio(text: str, span: NameSpan) -> bool:
    """Whether it is the field of a minister: "Labour" in "Labour minister X"."""
    if span.text == "Attorney" and text.startswith(" General", span.end):
        return True
    return bool(
        span.rank < REGISTER
        and PORTFOLIO.fullmatch(_PEOPLE_BEFORE.sub("", span.text))
        and (
            _MINISTER_NEXT.match(text, span.end)
            or text[max(0, span.start - 13) : span.start].endswith(("inister of ", "inister for "))
        )
    )


_LEADER_OF = re.compile(
    rf"\w (?:{HEAD_WORDS.title()}) of (?![A-Z]\w+(?:ian|ish|ese|i|ch) )[A-Z][\w'’-]+(?: (?:al-)?[A-Z][\w'’-]+){{1,2}}$"
)


_OF_SOMEONE = re.compile(
    r" of (?!(?:North|South|East|West|New|Saint|San|Saudi|Sri|United|Great|Greater|Upper|Lower|Old) )"
    rf"(?!.*\b(?:{HEAD_WORDS.title()})\b)(?:[A-ZÀ-Þ][\w’'-]+) (?:al-|el-)?[A-ZÀ-Þ][\w’'-]+$"
)


_STATELY = re.compile(
    r"\b(?:Republic|Kingdom|University|Bank|Church|House|State|Court|Ministry|Department|Council|"
    r"Chamber|Assembly|Parliament|Party|Union|Bishop|Archbishop|Governor|Mayor|Region|Province|City)$"
)


_LETTERS_NEXT = re.compile(r" \([A-Z][\w-]*[A-Z]\w*\)")
"""Letters behind "Alliance of Alenka Bratušek (ZaAB)" say that all of it is the name."""

_OF_TITLE = re.compile(rf" of (?:the )?(?!Justice\b)(?:{TITLE_WORDS})\b", re.IGNORECASE)


def _less_its_leader(span: NameSpan, people: set[int]) -> NameSpan:
    """Cut "of Hadi al-Ameri" off "Fatah Alliance of Hadi al-Ameri"."""
    titled = _OF_TITLE.search(span.text)
    if titled:
        return replace(span, end=span.start + titled.start(), text=span.text[: titled.start()])
    at = span.text.find(" of ")
    if at < 0:
        return span
    is_person = (
        span.text[at + len(" of ") :].casefold() in GIVEN_NAMES
        or span.start + at + len(" of ") in people
        or _LEADER_OF.search(span.text)
        or (_OF_SOMEONE.search(span.text, at) and not _STATELY.search(span.text[:at]))
    )
    return replace(span, end=span.start + at, text=span.text[:at]) if is_person else span


def _registered(document: Document, register: Register) -> Iterator[NameSpan]:
    for block in document.blocks:
        text = document.text[block.start : block.end]
        for spot in register.spot(text):
            if len(spot.entity_ids) != 1:
                continue
            entity = register.entity(spot.entity_ids[0])
            start, end = block.start + spot.start, block.start + spot.end
            yield NameSpan(start, end, spot.text, REGISTER, "", entity.kind, entity.id)


def _by_head(document: Document) -> Iterator[NameSpan]:
    for block in document.blocks:
        text = document.text[block.start : block.end]
        for match in _ORGANISATION.finditer(text):
            start, end = block.start + match.start(), block.start + match.end()
            person = _PERSON_OF.match(match.group(0))
            if (
                person
                and not re.search(r"['’]s? ", person["who"])
                and not HAS_HEAD.search(person["who"])
            ):
                yield from clean(document.text, start, start + person.end("who"), NETWORK, "PER")
                start += person.end()
            yield from clean(document.text, start, end, HEAD)


def _by_network(document: Document, passages: tuple[Passage, ...]) -> Iterator[NameSpan]:
    for passage in passages:
        for entity in passage.parse.ents:
            start, end = passage.starts[entity.start], passage.ends[entity.end - 1]
            if entity.label_ in {"PER", "ORG", "LOC"} and end > start:
                yield from clean(document.text, start, end, NETWORK, entity.label_)


@lru_cache(maxsize=16)
def _demonyms(register: Register) -> frozenset[str]:
    return frozenset(
        alias.text.casefold() for alias in register.aliases if alias.mark is AliasMark.DEMONYM
    )
