"""A name cut to what belongs to it: titles, articles, owners and patrons taken off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kutla.language.headwords import GENERIC_NAMES, HEAD_WORDS, NO_NAMES, PORTFOLIO, TITLE_WORDS
from kutla.language.spans import NETWORK, NameSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

CAP = r"(?:(?:al|el|as|ash|an|ad|bin|ibn|de|van|von|der|den|di|da|la|le|ten|ter)[- ])?[A-ZÀ-ÞĀ-Ž][\w’'À-ž]*(?:[-/][\w’'À-ž]+)*"


_LEADING_TITLE = re.compile(
    rf"(?:[A-Z]\w+(?:i|ian|ish|ese|an|ch|ek)\s+(?=(?:{TITLE_WORDS})\b))?(?:(?:the|former|ex|acting|caretaker|outgoing|deputy|then|current|incumbent|incoming|longtime|(?:[A-Z]\w+ (?:and [A-Z]\w+ )?)?(?:minister|secretary)|{TITLE_WORDS})\s+)+",
    re.IGNORECASE,
)


HAS_HEAD = re.compile(rf"\b(?:{HEAD_WORDS})\b", re.IGNORECASE)


_KEEPS_ALL = re.compile(r"^(?:Commission|Board|Committee)|\b(?:Council|Ulema|Waqf|Endowment)\b")


_KEEPS_FAITH = re.compile(
    r"(?:Democrat|Union|Front|Party|Movement|Alliance|Social|League|Supreme|State|Republic|Jihad|Agency|Home|Power|Brotherhood|Community|Council|National|Green|Labour|Liberal|Conservative|Socialist|Communist|People|Republican|United|Progressive|Popular)"
)


_FAITH = re.compile(
    r"Islamic|Shia|Shiite|Sunni|Muslim|Christian|Jewish|Druze|Turkmen|Catalan|Basque|Galician|Flemish|"
    r"Kurdish|Arab|Scottish|Election|Parliamentary|Provincial|General|One|All|Our|No|Now|Most|There"
)


def _is_given(first: str, rest: str) -> bool:
    """Whether "Christian" or "Jan" is the given name of what follows."""
    return first in {"Christian", "Jan", "Mark", "Dan", "May", "April", "June", "August"} and bool(
        re.fullmatch(rf"{CAP}(?: {CAP})?", rest)
        and not HAS_HEAD.search(rest)
        and not GENERIC_NAMES.search(rest)
    )


_PEOPLE_OF = re.compile(
    r"(?:Militias|Supporters|Members|Officers|Leaders|Figures|Fighters|Units|Parties|Ministers|Deputies|Lawmakers|"
    r"Delegates|Representatives|Followers|Politicians|Officials|Negotiators|Voters|Troops|Men|Gunmen|Sources) (?:of|from|in) (?:the )?(?=[A-ZÀ-Þ])"
)
_IDEOLOGICAL = re.compile(
    r"(?:Communist|Socialist|Conservative|Liberal|Islamist|Nationalist) (?=[A-ZÀ-Þ]{3,}$)"
)


_PATRON = re.compile(
    r"(?:(?:[A-Z][\w.]*|pro)-(?:[A-Z][a-z]\w*|backed|aligned|supported|sponsored|led|funded)\s+)"
    r"(?:(?:Shia|Shiite|Shi'ite|Sunni|Kurdish|Christian|Islamist)\s+)*"
)


_BODY_THEN_PERSON = re.compile(
    rf"(?P<body>(?:[A-Z][\w.]* )+(?:{HEAD_WORDS.title()})|Parliament|Knesset|Bundestag|Socialists|Communists|Greens|Liberals|Conservatives|Republicans|"
    rf"Democrats|Progressives) [A-Z][\w’'-]+(?: {CAP}){{1,2}}$"
)


_ROLE_WITHIN = re.compile(
    r"(?P<whose>.+?) (?:MP|MEP|MK|MNA|MLA|Senator|Congressman|Deputy|Leader|Chairman|Chairwoman|Chair|Spokesman|Spokeswoman|Secretary-General|Secretary|President|Convener) "
    r"(?P<who>[A-ZÀ-Þ]\S+(?: \S+){0,3})"
)


_STATE_ROLE_WITHIN = re.compile(
    r"(?P<whose>.+?) (?:(?:Deputy|Vice|First|Federal|Union|Provincial|State|Senior|Cabinet|Former|Acting|Interim|Caretaker|Outgoing|Incumbent|Foreign|Interior|Finance|Defen[cs]e|Oil|Justice|"
    r"Health|Education|Home|Energy|Economy|Trade|Prime|Chief|Parliament|House|Assembly|Affairs|State|and) )*"
    r"(?:Minister|PM|Premier|Chancellor|Speaker|Governor|Mayor|King|Commander|Ambassador) "
    r"(?P<who>[A-ZÀ-Þ]\S*(?: \S+){0,4})"
)
"""A country or a body before an office and its holder: "Nepal Prime Minister X"."""
_BEFORE_OFFICE = re.compile(
    r"(?:(?:Deputy|Vice|First|Federal|Union|Provincial|Senior|Cabinet|Former|Then|Acting|Interim|Caretaker|Outgoing|Incumbent|The|New|Foreign|Interior|Finance|"
    r"Defen[cs]e|Oil|Justice|Health|Education|Home|Energy|Economy|Trade|Prime|Chief|Parliament|House|Assembly|State|"
    r"[A-Z]\w+(?:i|ian|ish|ese|ch|ek)|German|American|Korean|Mexican|Moroccan|Dutch|Greek|US|U\.S\.|UK) ?)+"
)


_TITLED_COUNTRY = re.compile(
    rf"(?:US|UK|U\.S\.|United States|[A-Z]\w+(?:i|ian|ish|ese|ch)) (?i:{TITLE_WORDS}|under secretary)"
)


_SOMEONE_OF = re.compile(
    rf"(?P<who>{CAP} (?:{CAP} ?){{1,2}}) (?:of|from) the (?P<whose>[A-Z].*\b(?:{HEAD_WORDS.title()}))"
)


_PLURAL_OWNERS = re.compile(rf"[A-Z]\w+s['’] (?:{HEAD_WORDS.title()})\b")


_TITLE_ALONE = re.compile(
    rf"(?:(?:deputy|vice|assembly|parliament|house|prime|first|second|third|chief|senate|foreign|finance|interior|party|state|cabinet|"
    rf"current|former|new|acting|incumbent|outgoing|incoming|sitting|longtime|vice|majority|minority|lord|council|{PORTFOLIO.pattern}) )*"
    rf"(?:{TITLE_WORDS})s?",
    re.IGNORECASE,
)


_LETTERS_AND = re.compile(r"(?P<one>[A-ZÀ-Þ-]{2,}),? and (?:the )?(?P<other>[A-Z])")
"""Letters are a name of their own: "CPN-UML and Nepali Congress"."""
_OR_OTHER = re.compile(r"(?P<one>.*[^,]),? (?:nor|or|versus|vs\.?) (?:the )?(?P<other>[A-ZÀ-Þ].*)")
_POSSESSIVE = re.compile(r"['’]s?(?=\s)")


def clean(text: str, start: int, end: int, rank: int, label: str = "") -> Iterator[NameSpan]:
    """Cut titles, articles and possessives off, and split "Salvini's League" in two."""
    parts = _in_parts(text[start:end], rank, label)
    if parts is not None:
        for first, last, part_rank, part_label in parts:
            yield from clean(text, start + first, start + last, part_rank, part_label)
        return
    words = text[start:end]
    owner = _POSSESSIVE.search(words)
    if owner and not (
        _OWN_PEOPLE.fullmatch(words[: owner.start()].removeprefix("The "))
        or _PLURAL_OWNERS.match(words)
    ):
        yield from _owners(text, start, start + owner.start(), min(rank, NETWORK))
        yield from clean(text, start + owner.end() + 1, end, rank, label)
        return
    start, end = _trim(text, start, end)
    ministry = _OF_ITS_MINISTER.search(text[start:end])
    end -= len(ministry[0]) if ministry and text.startswith((" Minister", " minister"), end) else 0
    verb = _VERB_WITHIN.search(text, start, end)
    end = verb.start() if verb else end
    field = _AFTER_FIELD.match(text, start, end)
    if field and _FIELD_BEFORE.search(text[max(0, start - 60) : start]):
        start += len(field["field"])  # "Minister of Public Works Administration X Y"
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
    if is_name and "\n" not in words and not _TITLE_ALONE.fullmatch(words):
        yield NameSpan(start, end, words, rank, label)


_OF_ITS_MINISTER = re.compile(rf" of {PORTFOLIO.pattern}$", re.IGNORECASE)
"""What belongs to the man behind it: "the Harbour Party of Energy" Minister X."""
_VERB_WITHIN = re.compile(
    r" (?:won|lost|has|had|is|was|were|are|said|says|told|will|would|took|got|did|does|last|ago|yesterday|who|which) (?=[A-Za-z])"
)
"""Where a run of words has left the name: "Sadr won last October"."""
_FIELD_BEFORE = re.compile(r"\b[Mm]inister (?:of|for) (?:the )?(?:[A-Z]\w+(?:,? and |, | ))*$")
_AFTER_FIELD = re.compile(
    r"(?P<field>(?:Administration|Affairs|Development|Resources|Planning|Security|Works|Services|Defen[cs]e|Interior|Justice|Finance|Health|"
    r"Education|Oil|Labou?r|Transport|Agriculture|Culture|Energy|Trade|Industry|Environment|Welfare|Relations|Reform|Management) )[A-Z]\w+ [A-Z]"
)
_LED = re.compile(
    rf"(?P<who>{CAP}(?: {CAP})*)-(?:led|backed|aligned|headed|run) (?P<body>[A-ZÀ-Þ].+)"
)
_OWN_PEOPLE = re.compile(
    r"(?:\w+ )*(?:People|Peoples|Workers|Women|Farmers|Peasants|Pensioners|Citizens|Socialists?|Democrats?)"
)
_Part = tuple[int, int, int, str]
"""Start and end within the words, rank and label of a part."""


def _in_parts(words: str, rank: int, label: str) -> list[_Part] | None:
    """Split what holds two names: letters and another name, a body or country and its man."""
    size = len(words)
    two = _OR_OTHER.fullmatch(words) or _LETTERS_AND.match(words)
    if two:
        return [(0, two.end("one"), rank, ""), (two.start("other"), size, rank, "")]
    body = _BODY_THEN_PERSON.match(words) if label != "ORG" else None
    if body:
        return [(0, body.end("body"), rank, ""), (body.end("body") + 1, size, NETWORK, "PER")]
    role = _ROLE_WITHIN.fullmatch(words) or _STATE_ROLE_WITHIN.fullmatch(words)
    if role:
        his: _Part = (role.start("who"), size, NETWORK, "PER")
        return (
            [his]
            if _BEFORE_OFFICE.fullmatch(role["whose"])
            else [(0, role.end("whose"), rank, ""), his]
        )
    led = _LED.fullmatch(words)
    if led:
        return [(0, led.end("who"), NETWORK, ""), (led.start("body"), size, rank, label)]
    apart = _SOMEONE_OF.fullmatch(words)
    if apart and not HAS_HEAD.search(apart["who"]):
        return [(0, apart.end("who"), NETWORK, "PER"), (apart.start("whose"), size, rank, "")]
    return [] if _TITLED_COUNTRY.fullmatch(words) else None


def _owners(text: str, start: int, end: int, rank: int) -> Iterator[NameSpan]:
    """Read "Muqtada al-Sadr and Iraq" before an apostrophe as two owners."""
    at = text[start:end].rfind(" and ")
    if at > 0 and not HAS_HEAD.search(text[start:end]):
        yield from clean(text, start, start + at, rank)
        start += at + len(" and ")
    yield from clean(text, start, end, rank)


_NO_NAME_LEFT = re.compile(rf"(?:{HEAD_WORDS.title()})\b|and ")
"""What is no name without the word before it: "League" of "Justice League"."""
_BRACKET_LEFT = re.compile(r"[^()]{1,12}\) (?=[A-ZÀ-Þ])")
_LOWER_START = re.compile(
    r"(?:(?!(?:al|el|as|ash|an|ad|bin|ibn|de|van|von|der|den|di|da|do|dos|del|la|le|ten|ter|zu|af|av)\b)[a-z][a-z-]* )+"
)
"""Small words in front are no part of a name, but for the particles of people's names."""
_ITS_PEOPLE = re.compile(
    r"(?<=\w) (?:(?:Majority |Minority |Deputy )?Leader|MPs?|MKs?|MNAs?|MEPs?|TDs?|Parliamentarians|Lawmakers|Deputies|Senators|Chairman|Chairperson|President|Secretary-General)$|"
    r"(?<=Senate) (?:Majority|Minority)$|(?<=House) (?:Majority|Minority)$"
)
"""What is no part of a party's name though it has a capital: "Harbour MPs"."""
_MILITIA = re.compile(r"(?:(?<= coalition) list|(?<= alliance) list|(?<=\w) militias?)?$")
_MAY_END = re.compile(rf"[A-ZÀ-ÞĀ-Ž(]|(?:{HEAD_WORDS})$")
_COUNTED_NAME = re.compile(
    rf"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten) (?:[A-Z]\w+ )+(?:{HEAD_WORDS.title()})\b"
)
_COUNTED = re.compile(r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten) [A-Z]")


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Take marks, titles, articles and patrons off the front, small words off the end."""
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    while start < end and not text[start].isalnum():
        start += 1
    bracket = _BRACKET_LEFT.match(text, start, end)
    start = bracket.end() if bracket else start
    while end > start and not (text[end - 1].isalnum() or text[end - 1] == ")"):
        end -= 1
    lower = _LOWER_START.match(text[start:end])
    start += lower.end() if lower else 0
    title = _LEADING_TITLE.match(text[start:end])
    if (
        title
        and title.end() < end - start
        and not _NO_NAME_LEFT.match(text, start + title.end(), end)
    ):
        start += title.end()
    first = text[start:end].split(" ", 1)
    is_named = _COUNTED_NAME.match(text, start) or (
        text[max(0, start - 4) : start].casefold() == "the " and _COUNTED.match(text, start)
    )
    while (
        len(first) == 2
        and not is_named
        and first[0].casefold() in NO_NAMES
        and not (
            _FAITH.fullmatch(first[0])
            and (_KEEPS_FAITH.match(first[1]) or _KEEPS_ALL.search(first[1]))
        )
        and not _is_given(first[0], first[1])
    ):
        start += len(first[0]) + 1
        first = text[start:end].split(" ", 1)
    for extra in (_PEOPLE_OF, _IDEOLOGICAL):
        cut = extra.match(text[start:end])
        start += cut.end() if cut else 0
    patron = _PATRON.match(text[start:end])
    if patron and patron.end() < end - start:
        start += patron.end()
    return start, _trim_end(text, start, end)


def _trim_end(text: str, start: int, end: int) -> int:
    """Take off the end what belongs to a man behind the name, and small words."""
    people = _ITS_PEOPLE.search(text[start:end])
    end -= len(people.group(0)) if people else 0
    if text[start:end].endswith(" Secretary") and text.startswith("-General", end):
        end -= len(" Secretary")
    tail = _MILITIA.search(text[start:end])
    if tail and not GENERIC_NAMES.fullmatch(text[start:end]):
        end -= len(tail.group(0))
    last = text[start:end].rsplit(" ", 1)
    while len(last) == 2 and not _MAY_END.match(last[1]):
        end -= len(last[1]) + 1
        last = text[start:end].rsplit(" ", 1)
    return end
