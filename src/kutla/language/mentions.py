"""Whom a document speaks of: every word span that stands for an actor, in order."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kutla.language.coreference import resolve_references
from kutla.language.groups import find_groups, find_new_blocs
from kutla.language.headwords import PORTFOLIO, TITLE_WORDS, kind_of_head
from kutla.language.names import find_names
from kutla.language.naming import Known, bare, key_of, know_names
from kutla.language.passage import Mention
from kutla.language.people import made_whole
from kutla.language.signs import ORGANISED
from kutla.language.spans import NameSpan
from kutla.register import country_names
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from kutla.documents.document import Document
    from kutla.language.passage import Passage
    from kutla.register import Register

_E = EntityKind
_MINISTER_OF = re.compile(
    r"(?<![\w-])((?:(?:former|ex|outgoing|caretaker|acting|interim|deputy|then|state|federal|new)[ -])*"
    r"(?:(?:(?:first |prime |chief )?minister|secretary) (?:of|for) (?:the )?(?:(?-i:[A-Z])\w+(?: and | of | )){1,6}|"
    r"(?:deputy )?(?:speaker|president) of (?:the )?(?:Parliament|House(?: of Representatives)?|Assembly|National Assembly|Senate|"
    r"Chamber(?: of Deputies)?|Knesset|Republic|Council of Representatives) ))$",
    re.IGNORECASE,
)
_SPACES = str.maketrans({"\u00a0": " ", "\u2009": " ", "\u202f": " "})
_ACRONYM = re.compile(
    r"^(?:(?:['’]s)? ?\(([A-ZÀ-Þ][A-Za-zÀ-ž0-9&/-]{1,13})(?:\)|, \d)|, or (?:the )?([A-ZÀ-Þ][A-Za-zÀ-ž&/-]{1,13})(?:,| ))"
)
_AFTER_COMMA = re.compile(r", ([A-ZÀ-Þ]{3,7})(?=,)")
"""Letters that a comma puts behind a party's name: "the Democratic Party, PDK, …"."""
_TITLE = re.compile(
    r"(?<![\w-])((?:(?:ex-|then-|vice-)?(?:former|incumbent|current|outgoing|caretaker|acting|interim|deputy|vice|senior|top|prominent|"
    r"then|late|veteran|[A-Z][a-z]+(?:i|ian|ese|ish|an|ch|ek)|regional|state|federal|national|provincial|Shia|Shiite|Sunni|Kurdish|US|U\.S\.|UK|party|militia|"
    rf"parliament(?:ary)?|{PORTFOLIO.pattern}|attorney|armed forces|secretary|army|under|deputy) )*"
    rf"(?:ex-)?(?:{TITLE_WORDS})(?:\s+(?:Tan Sri|Datuk Seri|Datuk|Dato['’]?|Seri|Tun|Tan|Sri|Sir|Dr\.?|Maulana|Mr\.?|Sheikh|Haji|Prof\.?))*)\s+$",
    re.IGNORECASE,
)


def find_mentions(
    document: Document, passages: tuple[Passage, ...], register: Register
) -> tuple[Mention, ...]:
    """Find every actor of a document, in order; names first, then what stands for them.

    What a name is (person, party, place) is voted on over the whole document; short forms
    ("Amiri", "KDP", "Nasr") get the fullest name it gives.
    """
    document = replace(document, text=_one_line_a_block(document))
    spans = made_whole(document, find_names(document, passages, register))
    known = know_names(document, spans)
    acronyms = _acronyms(document, spans, known)
    whole = {
        each.name.rsplit(" (", 1)[0]: each for each in acronyms.values() if each.name[-1] == ")"
    }
    known = {key: whole.get(each.name, each) for key, each in known.items()} | acronyms
    spans += _further(document, spans, known)
    mentions = [_mention(document, span, known) for span in sorted(spans, key=lambda s: s.start)]
    mentions = _outside_titles(mentions)
    mentions += find_groups(document, mentions)
    mentions += find_new_blocs(document, mentions)
    mentions.sort(key=lambda m: (m.start, -m.end))
    return resolve_references(document, passages, tuple(mentions))


def _one_line_a_block(document: Document) -> str:
    """The text with plain spaces, also where a block is wrapped over lines; offsets stay."""
    pieces, at = [], 0
    for block in document.blocks:
        pieces.append(document.text[at : block.start])
        pieces.append(document.text[block.start : block.end].replace("\n", " "))
        at = block.end
    return "".join([*pieces, document.text[at:]]).translate(_SPACES)


def _outside_titles(mentions: list[Mention]) -> list[Mention]:
    """Leave out the "US" of "US President X", the "Labour" of "Labour Minister Y": titles' own."""
    titles = [
        (
            m.start - len(m.title) - 1,
            m.start,
            m.title.casefold().endswith(("minister", "secretary")),
        )
        for m in mentions
        if m.title
    ]
    return [
        m
        for m in mentions
        if not any(
            a <= m.start and m.end <= b
            for a, b, is_minister in titles
            if m.kind is _E.COUNTRY or (is_minister and PORTFOLIO.fullmatch(m.text))
        )
    ]


def _acronyms(
    document: Document, spans: list[NameSpan], known: dict[str, Known]
) -> dict[str, Known]:
    """Read "Kurdistan Democratic Party (KDP)" and "Farmer-Citizen Movement, or BBB,"."""
    found: dict[str, Known] = {}
    for span in spans:
        match = _ACRONYM.match(document.text[span.end : span.end + 22])
        mine = known.get(key_of(span))
        told = _AFTER_COMMA.match(document.text, span.end) if match is None else None
        if told and mine is not None and mine.kind in ORGANISED and " " in span.text:
            found[bare(told[1])] = mine
        short = (match[1] or match[2]) if match else ""
        if (
            match
            and mine is not None
            and mine.kind is not _E.PERSON
            and _may_be_short(short, span.text, mine.kind)
        ):
            kind = mine.kind if mine.kind is not None else _E.PARTY
            in_brackets = "(" in document.text[span.end : span.end + 4]
            fullest = f"{mine.name} ({short})" if in_brackets else mine.name
            whole = Known(fullest if "(" not in mine.name else mine.name, kind, mine.entity_id)
            found[bare(short)] = whole
            known[key_of(span)] = whole
    return found


_PEOPLE_OF_A_KIND = re.compile(
    r"(?:[\w-]+ )?(?:Communists|Socialists|Greens|Liberals|Conservatives|Republicans|Democrats|Progressives)"
)


def _may_be_short(short: str, name: str, kind: EntityKind | None) -> bool:
    """Whether what stands in brackets may stand for the name before: not "Jambon (N-VA)".

    A word, "National Wisdom Current (Hikma)", is taken after an organisation's name alone.
    """
    if sum(c.isupper() for c in short) < _LETTERS:
        return kind in ORGANISED and " " in name and short not in country_names()
    is_long = len(name.split()) > 1 or _PEOPLE_OF_A_KIND.fullmatch(name) is not None
    return is_long or short[0].casefold() == name[0].casefold()


_LETTERS = 2


def _further(document: Document, spans: list[NameSpan], known: dict[str, Known]) -> list[NameSpan]:
    """Find the known names where no finder saw them: the document's memory."""
    writings = sorted(
        {re.escape(w) for w in _writings(document, spans, known) if len(w) > 1},
        key=len,
        reverse=True,
    )
    if not writings:
        return []
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(writings)})(?![\w-])")
    taken = [(span.start, span.end) for span in spans]
    return [
        NameSpan(match.start(), match.end(), match.group(0), 1)
        for block in document.blocks
        for match in pattern.finditer(document.text, block.start, block.end)
        if not any(a < match.end() and match.start() < b for a, b in taken)
    ]


def _writings(document: Document, spans: list[NameSpan], known: dict[str, Known]) -> set[str]:
    written = {
        span.text
        for span in spans
        if known[key_of(span)].kind is not None or _is_sure(document, span)
    }
    for key, each in known.items():
        if each.kind is None:
            continue
        if each.kind in {_E.INSTITUTION, _E.MINISTRY, _E.COUNTRY}:
            continue  # "Iraqi" is not short for the Iraqi parliament
        for form in (key, key.title(), key.upper(), key.capitalize()):
            if form in document.text and form[:1].isupper():
                written.add(form)
        words = each.name.split()
        if each.kind is _E.PERSON and len(words) > 1:
            written.add(words[-1])
    return {w for w in written if w[:1].isupper() or w[:3] in {"al-", "el-"}}


def _is_sure(document: Document, span: NameSpan) -> bool:
    """Whether words of unknown sort are a name: capitals inside a sentence, never in small letters."""
    before = document.text[max(0, span.start - 2) : span.start]
    is_inside = before[-1:] in {" ", "("} and before[:1].isalpha() | (before[:1] in ",;")
    if not is_inside or len(span.text) <= 2:
        return False
    lower = span.text.casefold()
    if lower not in document.text:
        return True
    return not re.search(rf"(?<![\w-]){re.escape(lower)}(?![\w-])", document.text)


def _mention(document: Document, span: NameSpan, known: dict[str, Known]) -> Mention:
    mine = (
        known.get(key_of(span))
        or known.get(bare(span.text))
        or Known(span.text, span.kind, span.entity_id)
    )
    head = kind_of_head(span.text) if " " in span.text else None
    if mine.kind is _E.PERSON and head is not None and span.entity_id is None:
        mine = Known(span.text, head, None)  # "the Sadr list" is no short form of Sadr
    is_his = span.entity_id in {None, mine.entity_id} and mine.kind is not _E.COUNTRY
    name = mine.name if is_his and not _is_another_name(span, mine.name) else span.text
    kind = span.kind or mine.kind
    title = _title(document, span) if kind in {_E.PERSON, None} else ""
    if title and kind is None:
        kind = _E.PERSON
    how = "name" if name == span.text else "surname"
    return Mention(
        span.start, span.end, span.text, name, kind, how, title, span.entity_id or mine.entity_id
    )


def _is_another_name(span: NameSpan, fullest: str) -> bool:
    """Whether an organisation is written by a second full name, not a short form of the first."""
    words = [w for w in span.text.casefold().split() if w not in {"militia", "militias"}]
    if span.kind in {None, _E.PERSON, _E.COUNTRY} or len(words) < 2:
        return False
    return not set(words) <= set(fullest.casefold().split())


def _title(document: Document, span: NameSpan) -> str:
    line = document.text.rfind("\n", 0, span.start) + 1
    before = document.text[max(line, span.start - 80) : span.start]
    match = _MINISTER_OF.search(before) or _TITLE.search(before)
    return match.group(1).strip() if match else ""
