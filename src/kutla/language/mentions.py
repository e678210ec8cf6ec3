"""Whom a document speaks of: names by register, network, head nouns and titles, and its memory."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kutla.language.passage import Mention
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from kutla.documents.document import Document
    from kutla.language.passage import Passage
    from kutla.register import Register

_E = EntityKind
HEADS: tuple[tuple[str, EntityKind], ...] = (
    ("coalition|alliance|list|slate|pact", _E.ELECTORAL_ALLIANCE),
    ("bloc|block|parliamentary group|caucus", _E.PARLIAMENTARY_GROUP),
    ("party|movement|union|front|league|congress|trend|current|democrats|socialists|greens|liberals", _E.PARTY),
    ("brigades?|militia|army|battalions?|guards?|fighters|forces|harakat", _E.ARMED_FACTION),
    ("ministry|department", _E.MINISTRY),
    ("parliament|assembly|court|council|commission|government|cabinet|presidency|senate|house|committee|service|command|knesset|bundestag|tribunal|authority|office", _E.INSTITUTION),
    ("organi[sz]ation|group|network", _E.UMBRELLA),
)  # fmt: skip
_HEAD_WORDS = "|".join(words for words, _ in HEADS)
_CAP = r"(?:(?:al|el|as|ash|an|ad|bin|ibn|de|van|von|der|den|di|da|la|le)[- ])?[A-ZÀ-ÞĀ-Ž][\w’'À-ž]*(?:[-/][\w’'À-ž]+)*"
_LINK = r"(?:of|for|and|the|to|de|van|al|in|der|für|du|des|del)"
_CAPPED = rf"{_CAP}(?:(?: {_LINK}){{0,2}} {_CAP}| \([A-Z][\w ]+\)(?= [A-Z]))*"
_ORGANISATION = re.compile(rf"(?:{_CAPPED}) (?:{_HEAD_WORDS})\b|\b(?:Party|Union|Front|Movement|Council|Court|Ministry|Bloc|House|Alliance|Coalition|League|Department|Commission) (?:of|for) (?:the )?{_CAPPED}")
_ACRONYM = re.compile(r"^ ?\(([A-Z][A-Za-z&/-]{1,9})\)")
_TITLE = re.compile(
    r"((?:(?:former|ex-|incumbent|current|outgoing|caretaker|acting|interim|deputy|vice|senior|top|prominent|"
    r"then|late|veteran|[A-Z][a-z]+(?:i|ian|ese|ish|an|ch|ek)|Shia|Shiite|Sunni|Kurdish|US|U\.S\.|UK|party|militia|"
    r"parliament(?:ary)?|foreign|interior|defen[cs]e|finance|oil|prime|attorney|armed forces|secretary|army) )*"
    r"(?:prime minister|premier|PM|president|chancellor|speaker|minister|secretary[- ]general|general secretary|"
    r"secretary of state|secretary|general|governor|mayor|king|queen|sultan|emir|ayatollah|sheikh|cleric|leader|chief|"
    r"head|chairman|chairwoman|chairperson|chair|commander|MP|lawmaker|deputy|senator|legislator|spokesman|"
    r"spokeswoman|spokesperson|ambassador|negotiator|candidate|nominee|politician|director|judge|justice|"
    r"official|analyst|Gen\.|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sen\.|Rep\.|member))\s+$",
    re.IGNORECASE,
)
_NOT_NAMES = frozenset(
    "the a an in on at by but and or if it he she they we this that these those january february march "
    "april may june july august september october november december monday tuesday wednesday thursday "
    "friday saturday sunday islam islamic shia shiite sunni muslim christian kurdish arab comments photo "
    "editing for from with after before following although however meanwhile according during since when "
    "while there here what who where as to of his her its their over some many most both all no not now "
    "today yesterday".split()
)
_PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f",
    "it": "n", "its": "n", "they": "p", "their": "p", "them": "p",
}  # fmt: skip
_GROUP = re.compile(
    r"(?:(?:some|about|around|at least|more than|nearly|over|another|the) )?"
    r"((?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|dozens of)(?: of (?:its|the|his|her|their))? "
    r"(?:[a-z-]+ ){0,2}?(?:MPs|lawmakers|deputies|members of parliament|members|legislators|fighters|militiamen|"
    r"militants|protesters|senators|ministers|activists|people|candidates))\b"
    r"|((?:[A-Z][a-z]+i|[a-z-]*(?:pro|anti)-[A-Za-z]+|armed|opposition|rival|political|allied|militia|Kurdish|Sunni|Shia|Shiite|independent|local) "
    r"(?:(?:armed|political|opposition|militia|parliamentary|opposition|allied) )*"
    r"(?:factions|groups|parties|blocs|members|fighters|militias|lawmakers|MPs|forces|coalitions(?: and political parties)?|allies|actors|candidates))\b"
)
_DESCRIBED = re.compile(
    r"\b[Tt]he (?:(?:Shi'?ite|Shia|Sunni|Kurdish|former|ex-|incumbent|outgoing|country's|new|ruling|militant|armed|far-right|centre-left|centre-right|[A-Z]\w+i) )*"
    r"(?P<head>movement|party|coalition|alliance|bloc|list|group|militia|faction|prime minister|premier|PM|president|"
    r"cleric|speaker|leader|militia leader|chancellor|MP|lawmaker|minister|commander)\b(?! of\b|-)",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"(?:'s|’s|s'|s’|\b(?:his|her|their)) (?:own |new )?(?P<head>coalition|alliance|bloc|party|list|movement)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Name:
    start: int
    end: int
    text: str
    kind: EntityKind | None
    entity_id: str | None = None
    rank: int = 0


def find_mentions(
    document: Document, passages: tuple[Passage, ...], register: Register
) -> tuple[Mention, ...]:
    """Find every actor of a document, in order; names first, then what stands for them."""
    names = _merge([*_registered(document, register), *_organisations(document), *_network(document, passages)])
    mentions = [_with_title(document, name) for name in names]
    mentions = _remember(document, mentions)
    mentions += _acronyms(document, mentions)
    mentions += _groups(document, mentions)
    mentions.sort(key=lambda m: (m.start, -m.end))
    from kutla.language.coreference import resolve_references  # noqa: PLC0415

    return resolve_references(document, passages, tuple(mentions))


def _registered(document: Document, register: Register) -> list[_Name]:
    found = []
    for block in document.blocks:
        text = document.text[block.start : block.end]
        for spot in register.spot(text):
            if len(spot.entity_ids) != 1:
                continue
            entity = register.entity(spot.entity_ids[0])
            start = block.start + spot.start
            found.append(_Name(start, block.start + spot.end, spot.text, entity.kind, entity.id, 3))
    return found


def _organisations(document: Document) -> list[_Name]:
    found = []
    for block in document.blocks:
        text = document.text[block.start : block.end]
        for match in _ORGANISATION.finditer(text):
            words = match.group(0)
            start = match.start()
            first = words.split(" ", 1)
            while len(first) == 2 and (first[0].casefold() in _NOT_NAMES):
                start += len(first[0]) + 1
                first = first[1].split(" ", 1)
            name = text[start : match.end()]
            if " " not in name or not name[0].isupper() and not name.startswith("al-"):
                continue
            kind = kind_of_head(name)
            found.append(_Name(block.start + start, block.start + match.end(), name, kind, None, 2))
    return found


def kind_of_head(name: str) -> EntityKind | None:
    """Read the kind off the head noun: "Green Movement", "Ministry of Oil"."""
    words = re.findall(r"[\w’'-]+", name.casefold())
    ordered = [words[-1], *words[:-1]] if words else []
    for word in ordered:
        for heads, kind in HEADS:
            if re.fullmatch(heads, word):
                return kind
    return None


def _network(document: Document, passages: tuple[Passage, ...]) -> list[_Name]:
    kinds = {"PER": _E.PERSON, "ORG": None, "LOC": _E.PLACE}
    found = []
    for passage in passages:
        for entity in passage.parse.ents:
            if entity.label_ not in kinds or entity.end <= entity.start:
                continue
            start, end = passage.starts[entity.start], passage.ends[entity.end - 1]
            start, end = _trim(document.text, start, end)
            words = document.text[start:end]
            if not words or words.casefold() in _NOT_NAMES or not re.search(r"[A-ZÀ-Þ]", words):
                continue
            kind = kinds[entity.label_]
            if entity.label_ == "ORG":
                kind = kind_of_head(words) or _E.PARTY
            found.append(_Name(start, end, words, kind, None, 1))
    return found


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ")."):
        end -= 1
    words = text[start:end]
    for ending in ("'s", "’s"):
        if words.endswith(ending):
            end -= len(ending)
    title = _LEADING_TITLE.match(text[start:end])
    if title and title.end() < end - start:
        start += title.end()
    return start, end


_LEADING_TITLE = re.compile(
    r"(?:(?:the|prime minister|president|mp|gen\.|mr\.?|mrs\.?|ms\.?|king|speaker|chancellor|minister|leader)\s+)+", re.IGNORECASE
)


def _merge(names: list[_Name]) -> list[_Name]:
    """Of names that overlap keep the longest, of equal ones the surest; a known id is handed on."""
    ordered = sorted(names, key=lambda n: (-(n.end - n.start), -n.rank))
    kept: list[_Name] = []
    for name in ordered:
        over = [k for k in kept if name.start < k.end and k.start < name.end]
        if not over:
            kept.append(name)
        elif len(over) == 1 and name.entity_id and not over[0].entity_id:
            whole = over[0]
            same_head = whole.end - name.end <= 15 and whole.start == name.start
            if same_head or (whole.start, whole.end) == (name.start, name.end):
                kept[kept.index(whole)] = replace(whole, entity_id=name.entity_id, kind=name.kind)
    return sorted(kept, key=lambda n: n.start)


def _with_title(document: Document, name: _Name) -> Mention:
    title = ""
    kind = name.kind
    line = document.text.rfind("\n", 0, name.start) + 1
    before = document.text[max(line, name.start - 80) : name.start]
    match = _TITLE.search(before)
    if match and kind in {None, _E.PERSON, _E.PARTY}:
        title = match.group(1).strip()
        if not name.entity_id and kind_of_head(name.text) is None and name.rank < 3:
            kind = _E.PERSON
    if kind is not _E.PERSON:
        title = ""
    return Mention(name.start, name.end, name.text, name.text, kind, "name", title, name.entity_id)


def _bare(name: str) -> str:
    return re.sub(r"^(?:al|el)[- ]", "", name, flags=re.IGNORECASE).casefold()


def _remember(document: Document, mentions: list[Mention]) -> list[Mention]:
    """Give short forms the fullest name of the document: "Amiri" after "Hadi al-Amiri"."""
    full: dict[str, Mention] = {}
    for mention in mentions:
        for key in _keys(mention):
            known = full.get(key)
            if known is None or len(mention.name) > len(known.name):
                full[key] = mention
    remembered = []
    for mention in mentions:
        best = full.get(_bare(mention.text)) or mention
        if mention.kind is _E.PERSON and " " not in mention.text and best.kind is not _E.PERSON:
            best = mention
        by_id = [m for m in mentions if mention.entity_id and m.entity_id == mention.entity_id and m.kind is mention.kind]
        if by_id and mention.kind is not _E.COUNTRY:
            best = max(by_id, key=lambda m: len(m.text))
        how = "name" if best.name == mention.name else "surname"
        remembered.append(
            replace(mention, name=best.name, kind=mention.kind if mention.entity_id else best.kind, how=how, entity_id=mention.entity_id or best.entity_id)
        )
    return remembered


_GENERIC_TAIL = re.compile(
    rf" (?:{_HEAD_WORDS}|{_HEAD_WORDS.title()})$".replace("?S", "?s"), re.IGNORECASE
)


def _keys(mention: Mention) -> list[str]:
    keys = [_bare(mention.text)]
    words = mention.text.split()
    if mention.kind is _E.PERSON and len(words) > 1:
        keys.append(_bare(words[-1]))
        if len(words) > 2:
            keys.append(_bare(" ".join(words[-2:])))
    short = _GENERIC_TAIL.sub("", mention.text)
    if mention.kind is not _E.PERSON and short != mention.text:
        keys.append(_bare(short))
    return keys


def _acronyms(document: Document, mentions: list[Mention]) -> list[Mention]:
    """Find "(KDP)" behind a name and every later "KDP"."""
    added: list[Mention] = []
    taken = {m.start for m in mentions}
    for mention in mentions:
        match = _ACRONYM.match(document.text[mention.end : mention.end + 14])
        if match is None or mention.kind is _E.PERSON:
            continue
        for again in re.finditer(rf"\b{re.escape(match.group(1))}\b", document.text):
            if again.start() in taken or not _is_kept(document, again.start()):
                continue
            taken.add(again.start())
            added.append(replace(mention, start=again.start(), end=again.end(), text=again.group(0), how="acronym", title=""))
    return added


def _is_kept(document: Document, at: int) -> bool:
    return any(block.start <= at < block.end for block in document.blocks)


def _groups(document: Document, mentions: list[Mention]) -> list[Mention]:
    found = []
    for block in document.blocks:
        text = document.text[block.start : block.end]
        for match in _GROUP.finditer(text):
            numbered = match.group(1)
            start, end = match.span(1 if numbered else 2)
            start, end = block.start + start, block.start + end
            if any(m.start < end and start < m.end for m in mentions):
                continue
            words = document.text[start:end]
            how = "numeral-group" if numbered else "description"
            found.append(Mention(start, end, words, words, _E.GROUP, how))
    return found
