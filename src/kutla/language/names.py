"""Where the names of a document stand: by register, head noun, network and capital letters."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kutla.language.given_names import GIVEN_NAMES
from kutla.language.headwords import (
    GENERIC_NAMES,
    HEAD_WORDS,
    NO_NAMES,
    PORTFOLIO,
    TAIL_WORDS,
    TITLE_WORDS,
)
from kutla.language.pipeline import trained_strings
from kutla.register import AliasMark, country_names
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.documents.document import Document
    from kutla.language.passage import Passage
    from kutla.register import Register

_CAP = r"(?:(?:al|el|as|ash|an|ad|bin|ibn|de|van|von|der|den|di|da|la|le|ten|ter)[- ])?[A-ZÀ-ÞĀ-Ž][\w’'À-ž]*(?:[-/][\w’'À-ž]+)*"
_LINK = r"(?:of the|for the|of|for|and|de|del|du|des|van|al|der|für)"
_CAPPED = rf"{_CAP}(?:(?: {_LINK})? {_CAP}| \([A-Z][\w ]+\)(?= [A-Z]))*"
_ORGANISATION = re.compile(
    rf"(?<![\w-])(?:{_CAPPED}) (?:{TAIL_WORDS}|{HEAD_WORDS.title()})\b"
    rf"|\b(?:Party|Union|Front|Movement|Council|Court|Ministry|Bloc|House|Alliance|Coalition|League|"
    rf"Department|Commission|Bank|Chamber) (?:of|for) (?:the )?{_CAPPED}"
)
_LEADING_TITLE = re.compile(
    rf"(?:[A-Z]\w+(?:i|ian|ish|ese|an|ch|ek)\s+(?=(?:{TITLE_WORDS})\b))?(?:(?:the|former|ex|acting|caretaker|outgoing|deputy|then|(?:[A-Z]\w+ (?:and [A-Z]\w+ )?)?(?:minister|secretary)|{TITLE_WORDS})\s+)+",
    re.IGNORECASE,
)
_PERSON_OF = re.compile(rf"(?P<who>{_CAP} (?:{_CAP} ?){{1,3}}) of (?:the )?(?=[A-Z])")
_HAS_HEAD = re.compile(rf"\b(?:{HEAD_WORDS})\b", re.IGNORECASE)
_KEEPS_FAITH = re.compile(
    r"(?:Democrat|Union|Front|Party|Movement|Alliance|Social|League|Supreme|State|Republic|Jihad|Council)"
)
_PATRON = re.compile(
    r"(?:(?:[A-Z][\w.]*|pro)-(?:[A-Z]\w+|backed|aligned|supported|sponsored|led|funded)\s+)"
    r"(?:(?:Shia|Shiite|Shi'ite|Sunni|Kurdish|Christian|Islamist)\s+)*"
)
_BODY_THEN_PERSON = re.compile(
    rf"(?P<body>(?:[A-Z][\w.]* )+(?:{HEAD_WORDS.title()})) [A-Z][\w’'-]+ [A-Z][\w’'-]+$"
)
_ROLE_WITHIN = re.compile(
    r"(?P<whose>.+?) (?:MP|MEP|Senator|Congressman|Deputy|Leader|Chairman|Chairwoman|Spokesman|Spokeswoman|Secretary) "
    r"(?P<who>[A-ZÀ-Þ]\S+(?: \S+){0,3})"
)
_TITLED_COUNTRY = re.compile(
    rf"(?:US|UK|U\.S\.|[A-Z]\w+(?:i|ian|ish|ese|ch)) (?i:{TITLE_WORDS}|under secretary)"
)
_SOMEONE_OF = re.compile(
    rf"(?P<who>{_CAP} (?:{_CAP} ?){{1,2}}) (?:of|from) the (?P<whose>[A-Z].*\b(?:{HEAD_WORDS.title()}))"
)
_PLURAL_OWNERS = re.compile(rf"[A-Z]\w+s['’] (?:{HEAD_WORDS.title()})\b")
_POSSESSIVE = re.compile(r"['’]s?(?=\s)")

REGISTER, HEAD, NETWORK, CAPITALS = 3, 2, 1, 0


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name where it stands; ``rank`` says how it was found, ``label`` what the network says."""

    start: int
    end: int
    text: str
    rank: int
    label: str = ""
    kind: EntityKind | None = None
    entity_id: str | None = None


def find_names(
    document: Document, passages: tuple[Passage, ...], register: Register
) -> list[NameSpan]:
    """Find the names of a document, none overlapping another, in order."""
    found = [
        *_registered(document, register),
        *_by_head(document),
        *_by_network(document, passages),
        *_by_capitals(document, passages, _demonyms(register)),
        *_by_pattern(document, _demonyms(register)),
    ]
    found = [_whole_word(document.text, span) for span in found]
    found += _paired(document, found)
    people = {span.start for span in found if span.label == "PER" and " " in span.text}
    cut = [_less_its_leader(span, people) for span in found]
    return merge_spans([span for span in cut if not _is_portfolio(document.text, span)])


_PREFIX = re.compile(r"(?:neo|pro|anti|ex|non|post|ultra|mid|then|all|inter|now)-$", re.IGNORECASE)
_FRONT_PART = re.compile(r"(?<![\w’'-])(?:\d{1,2}|[A-ZÀ-ÞĀ-Ž][\w’'À-ž.]*)(?:-[\w’'À-ž]+)*-$")
_BACK_PART = re.compile(
    r"(?:-(?:[A-ZÀ-ÞĀ-Ž][\wÀ-ž]*|[a-z]{1,3}-[A-ZÀ-Þ][\wÀ-ž]*))+|[ -](?:al|el)-[A-Z][\w-]+"
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


_PAIR = re.compile(r"(?<![\w-])(?=([A-ZÀ-Þ][\wÀ-ž]+ and [A-ZÀ-Þ][\wÀ-ž]+)(?![\w-]))")
_OFTEN = 2


def _paired(document: Document, found: list[NameSpan]) -> Iterator[NameSpan]:
    """Read "Blue and White" as one name where neither half ever stands without the other."""
    pairs = Counter(match.group(1) for match in _PAIR.finditer(document.text))
    for words, times in pairs.items():
        one, _, other = words.partition(" and ")
        alone = any(
            len(re.findall(rf"(?<![\w-]){re.escape(half)}(?![\w-])", document.text)) > times
            for half in (one, other)
        )
        known = any(span.rank == REGISTER and span.text in {one, other} for span in found)
        if times >= _OFTEN and not alone and not known:
            for match in re.finditer(re.escape(words), document.text):
                yield NameSpan(match.start(), match.end(), words, HEAD, "ORG")


_MINISTER_NEXT = re.compile(r"(?: and [A-Z]\w+)? (?:[Mm]inister|[Pp]ortfolio|[Ss]ecretary)\b")


def _is_portfolio(text: str, span: NameSpan) -> bool:
    """Whether it is the field of a minister: "Labour" in "Labour minister X"."""
    return bool(
        span.rank < REGISTER
        and PORTFOLIO.fullmatch(span.text)
        and _MINISTER_NEXT.match(text, span.end)
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
_OF_TITLE = re.compile(rf" of (?:the )?(?:{TITLE_WORDS})\b", re.IGNORECASE)


def _less_its_leader(span: NameSpan, people: set[int]) -> NameSpan:
    """Cut "of Hadi al-Ameri" off "Fatah Alliance of Hadi al-Ameri"."""
    titled = _OF_TITLE.search(span.text)
    if titled:
        return replace(span, end=span.start + titled.start(), text=span.text[: titled.start()])
    at = span.text.find(" of ")
    if at < 0:
        return span
    is_person = (
        span.start + at + len(" of ") in people
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
            if person and not _HAS_HEAD.search(person["who"]):
                yield from _clean(document.text, start, start + person.end("who"), NETWORK, "PER")
                start += person.end()
            yield from _clean(document.text, start, end, HEAD)


_PLURAL_OF = re.compile(
    rf"(?<![\w-])(?P<who>(?!(?:{TITLE_WORDS})s?\b)[A-Z]\w{{3,}}s) of (?P<of>[A-Z]\w+)(?![\w-])"
)
_TOGETHER = re.compile(
    rf"(?<![\w-])(?P<left>(?!(?:{TITLE_WORDS}|Republic|Kingdom|City|Region)\b)[A-Z]\w{{3,}}) (?:of|for)(?: the)? (?P<right>[A-Z]\w{{2,}})(?![\w-])",
    re.ASCII,
)
_TO_A_PARTY = re.compile(
    rf"(?<![\w-])(?P<name>[A-ZÀ-Þ][\w-]+) (?:co-)?(?:leader|president|chairman|chairwoman|chief|MP|lawmaker|spokesman|"
    rf"spokeswoman|secretary general|deputy) (?=[A-ZÀ-Þ])"
)


_MEMBERS = re.compile(
    r"Brothers|Sisters|Citizens|Sons|Friends|Democrats|Socialists|Greens|Patriots|Guardians|Knights|Workers|"
    r"Farmers|Heirs|Children|Voices|Builders|Defenders|Progressives|Liberals|Conservatives|Communists|Republicans"
)


def _by_pattern(document: Document, demonyms: frozenset[str]) -> Iterator[NameSpan]:
    """Read "Brothers of Italy", "State of Law", and the party in "Umno president X"."""
    strings, countries = trained_strings(), country_names()
    for block in document.blocks:
        text = document.text[block.start : block.end]
        for match in _PLURAL_OF.finditer(text):
            is_ours = match["of"] in countries or _MEMBERS.fullmatch(match["who"])
            if is_ours and match["who"].casefold() not in NO_NAMES | demonyms:
                yield NameSpan(*_at(block.start, match, 0), match.group(0), HEAD, "ORG")
        for match in _TOGETHER.finditer(text):
            words = {match["left"].casefold(), match["right"].casefold()}
            is_noun = words <= strings and match["right"] not in countries
            if (
                is_noun
                and not words & GIVEN_NAMES
                and not {match["left"].casefold(), match["right"].casefold()} & NO_NAMES
            ):
                yield NameSpan(*_at(block.start, match, 0), match.group(0), NETWORK, "ORG")
        for match in _TO_A_PARTY.finditer(text):
            word = match["name"].casefold()
            if (
                word in NO_NAMES | demonyms
                or match["name"] in countries
                or match["name"] in _NO_PARTY
            ):
                continue
            if match["name"] in strings or word not in strings:
                yield NameSpan(*_at(block.start, match, "name"), match["name"], CAPITALS, "ORG")


def _at(start: int, match: re.Match[str], group: int | str) -> tuple[int, int]:
    return start + match.start(group), start + match.end(group)


def _by_network(document: Document, passages: tuple[Passage, ...]) -> Iterator[NameSpan]:
    for passage in passages:
        for entity in passage.parse.ents:
            start, end = passage.starts[entity.start], passage.ends[entity.end - 1]
            if entity.label_ in {"PER", "ORG", "LOC"} and end > start:
                yield from _clean(document.text, start, end, NETWORK, entity.label_)


def _demonyms(register: Register) -> frozenset[str]:
    return frozenset(
        alias.text.casefold() for alias in register.aliases if alias.mark is AliasMark.DEMONYM
    )


def _by_capitals(
    document: Document, passages: tuple[Passage, ...], demonyms: frozenset[str]
) -> Iterator[NameSpan]:
    """Runs of capitalised words: proper nouns, and "Golden" before "Dawn" within a sentence."""
    for passage in passages:
        run: list[int] = []
        for token in [*passage.parse, None]:
            if token is not None and _is_capitalised_name(token, demonyms, document.text):
                run.append(token.i)
                continue
            if token is not None and run and token.text in {"-", "/", "&"}:
                continue
            if any(_is_proper(passage.parse[i]) for i in run):
                start, end = passage.starts[run[0]], passage.ends[run[-1]]
                yield from _clean(document.text, start, end, CAPITALS)
            run = []


def _is_proper(token: Any) -> bool:
    return bool(
        token.pos_ == "PROPN"
        or token.lower_ not in trained_strings()
        or _SHORT_NAME.fullmatch(token.text)
    )


_SHORT_NAME = re.compile(r"[A-ZÄÖÜ][A-Za-zäöü]{0,3}[A-ZÄÖÜ][A-Za-z0-9]{0,3}|[A-Z]\d{2}")
_NO_PARTY = frozenset(
    {
        "MP",
        "MPs",
        "MEP",
        "MEPs",
        "PM",
        "AM",
        "TV",
        "US",
        "UN",
        "EU",
        "UK",
        "USA",
        "GDP",
        "CEO",
        "NGO",
        "NGOs",
    }
    | {
        "BST",
        "GMT",
        "CET",
        "HQ",
        "ID",
        "VIP",
        "TD",
        "TDs",
        "MLA",
        "MLAs",
        "PMs",
        "AFP",
        "AP",
        "DPA",
        "BBC",
        "CNN",
    }
)


def _is_capitalised_name(token: Any, demonyms: frozenset[str], text: str) -> bool:
    if not token.text[:1].isupper():
        return False
    follows = token.nbor(1).text if token.i + 1 < len(token.doc) else ""
    before = token.nbor(-1).lower_ if token.i else ""
    if token.lower_ in GIVEN_NAMES and follows[:1].isupper():
        return True
    if token.lower_ in NO_NAMES:  # a faith is a given name too: "Mohammed Shia al-Sudani"
        return before in GIVEN_NAMES and (follows[:1].isupper() or follows in {"al", "el"})
    if _SHORT_NAME.fullmatch(token.text) and token.text not in _NO_PARTY:
        return True
    is_first = token.i == 0 or token.nbor(-1).text in {'"', ".", ":"}
    is_alone = token.i + 1 >= len(token.doc) or not token.nbor(1).text[:1].isupper()
    if is_first and is_alone:
        strings = trained_strings()
        if token.text in strings or token.lower_ not in strings:
            return bool(token.pos_ == "PROPN" or token.lower_ not in strings)
        return False  # a word that training only saw in small letters: "Protesters"
    if token.pos_ == "PROPN":
        return True
    within = token.i > 0 and token.nbor(-1).text not in {'"', ".", ":"}
    if not within and token.i + 1 < len(token.doc):
        within = (
            text.count(f"{token.text} {token.nbor(1).text}") > 1
            and token.nbor(1).text[:1].isupper()
        )
    return (
        within
        and token.pos_ in {"ADJ", "NOUN"}
        and token.lower_ not in demonyms
        and token.lower_ not in NO_NAMES
    )


def _clean(text: str, start: int, end: int, rank: int, label: str = "") -> Iterator[NameSpan]:
    """Cut titles, articles and possessives off, and split "Salvini's League" in two."""
    words = text[start:end]
    parts = _BODY_THEN_PERSON.match(words)
    if parts and label != "ORG":
        yield from _clean(text, start, start + parts.end("body"), rank, "")
        yield from _clean(text, start + parts.end("body") + 1, end, NETWORK, "PER")
        return
    role = _ROLE_WITHIN.fullmatch(words)
    if role:
        yield from _clean(text, start, start + role.end("whose"), rank, "")
        yield from _clean(text, start + role.start("who"), end, NETWORK, "PER")
        return
    if _TITLED_COUNTRY.fullmatch(words):
        return
    apart = _SOMEONE_OF.fullmatch(words)
    if apart and not _HAS_HEAD.search(apart["who"]):
        yield from _clean(text, start, start + apart.end("who"), NETWORK, "PER")
        yield from _clean(text, start + apart.start("whose"), end, rank, "")
        return
    owner = _POSSESSIVE.search(words)
    if owner and not (
        re.fullmatch(
            r"People|Workers|Women|Farmers|Citizens|Socialists?|Democrats?", words[: owner.start()]
        )
        or _PLURAL_OWNERS.match(words)
    ):
        yield from _owners(text, start, start + owner.start(), min(rank, NETWORK))
        yield from _clean(text, start + owner.end() + 1, end, rank, label)
        return
    start, end = _trim(text, start, end)
    if text.startswith("State ", start) and text[max(0, start - 13) : start].endswith(
        "ecretary of "
    ):
        start += len("State ")  # "Secretary of State X"
    words = text[start:end]
    is_name = (
        re.search(r"[A-ZÀ-ÞĀ-Ž]", words)
        and words.casefold() not in NO_NAMES
        and not GENERIC_NAMES.fullmatch(words)
    )
    if is_name and "\n" not in words and not re.fullmatch(TITLE_WORDS, words, re.IGNORECASE):
        yield NameSpan(start, end, words, rank, label)


def _owners(text: str, start: int, end: int, rank: int) -> Iterator[NameSpan]:
    """Read "Muqtada al-Sadr and Iraq" before an apostrophe as two owners."""
    at = text[start:end].rfind(" and ")
    if at > 0 and not _HAS_HEAD.search(text[start:end]):
        yield from _clean(text, start, start + at, rank)
        start += at + len(" and ")
    yield from _clean(text, start, end, rank)


_COUNTED = re.compile(r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten) [A-Z]")


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Take marks, titles, articles and patrons off the front, small words off the end."""
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] == ")"):
        end -= 1
    title = _LEADING_TITLE.match(text[start:end])
    if title and title.end() < end - start:
        start += title.end()
    first = text[start:end].split(" ", 1)
    is_named = text[max(0, start - 4) : start].casefold() == "the " and _COUNTED.match(text, start)
    while (
        len(first) == 2
        and not is_named
        and first[0].casefold() in NO_NAMES
        and not _KEEPS_FAITH.match(first[1])
    ):
        start += len(first[0]) + 1
        first = text[start:end].split(" ", 1)
    patron = _PATRON.match(text[start:end])
    if patron and patron.end() < end - start:
        start += patron.end()
    last = text[start:end].rsplit(" ", 1)
    while len(last) == 2 and not re.match(rf"[A-ZÀ-ÞĀ-Ž(]|(?:{HEAD_WORDS})$", last[1]):
        end -= len(last[1]) + 1
        last = text[start:end].rsplit(" ", 1)
    return start, end


def merge_spans(spans: list[NameSpan]) -> list[NameSpan]:
    """Of overlapping names keep the surest and fullest; labels and ids of the same words join."""
    ordered = sorted(spans, key=lambda s: (-_worth(s), s.start))
    kept: list[NameSpan] = []
    for span in ordered:
        over = [
            index
            for index, other in enumerate(kept)
            if span.start < other.end and other.start < span.end
        ]
        if not over:
            kept.append(span)
        elif len(over) == 1:
            other = kept[over[0]]
            if (other.start, other.end) == (span.start, span.end) or other.start == span.start:
                kept[over[0]] = _joined(other, span)
    return sorted(kept, key=lambda s: s.start)


_GENERIC_REST = re.compile(rf"(?: (?:{TAIL_WORDS}))+")


def _joined(kept: NameSpan, span: NameSpan) -> NameSpan:
    """What a name learns from a shorter one with which it begins: "Sairoon" in "Sairoon list"."""
    is_same = kept.end == span.end
    rest = kept.text[len(span.text) :]
    is_it = is_same or bool(_GENERIC_REST.fullmatch(rest))
    lends = span.entity_id and not kept.entity_id and is_it
    if lends and (is_same or span.kind is not EntityKind.COUNTRY):
        kept = replace(kept, entity_id=span.entity_id, kind=span.kind)
    return replace(
        kept,
        label=kept.label or span.label,
        rank=max(kept.rank, span.rank) if is_same else kept.rank,
    )


_LITTLE = 0.5


def _worth(span: NameSpan) -> float:
    """Longer wins; a register's or head noun's words win over a little more of capitals."""
    if span.kind is EntityKind.COUNTRY:
        return span.end - span.start + _LITTLE  # "Italia Viva" is no Italy
    return (span.end - span.start) + {REGISTER: 6, HEAD: 4, NETWORK: 1, CAPITALS: 0}[span.rank]
