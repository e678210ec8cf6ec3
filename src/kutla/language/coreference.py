"""What stands for a name: "the movement", "the prime minister", "Amiri's alliance"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kutla.language.given_names import sex_of
from kutla.language.leaders import find_heads, find_leaders, leader_of, named_before_comma
from kutla.language.passage import Mention
from kutla.language.pronouns import find_pairs, find_pronouns, named_before
from kutla.language.signs import ORGANISED
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from kutla.documents.document import Document
    from kutla.language.passage import Passage

_E = EntityKind
_DESCRIBED = re.compile(
    r"\b[Tt]he (?:(?:Shi'?ite|Shia|Sunni|Kurdish|former|ex-|incumbent|outgoing|country's|new|ruling|militant|armed|"
    r"far-right|centre-left|centre-right|army|military|(?-i:[A-Z])\w+(?:i|ian|ish|ese|ch|qi)) )*"
    r"(?P<head>movement|party|coalition|alliance|bloc|list|group|militia|faction|prime minister|premier|PM|president|"
    r"cleric|speaker|leader|militia leader|chancellor|MP|lawmaker|minister|commander)\b(?! of (?:the )?(?-i:[A-ZÀ-Þ])|-)",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"(?:'s|’s|s'|s’|\b(?:his|her|their)) (?:own |new )?(?P<head>(?-i:coalition|alliance|bloc|party|list|movement))\b(?! (?:with|partners?|allies|ally|talks|leader)\b)",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"(?<=, )whose (?:own |new )?(?P<head>(?:coalition|alliance|bloc|party|list|movement))\b(?! (?:with|partners?|allies|ally|talks|leader)\b)"
)
_HEAD_KINDS = {
    "movement": {_E.PARTY, _E.PARTY_LIST}, "party": {_E.PARTY, _E.PARTY_LIST},
    "coalition": {_E.ELECTORAL_ALLIANCE, _E.PARTY_LIST, _E.PARLIAMENTARY_GROUP}, "alliance": {_E.ELECTORAL_ALLIANCE, _E.PARTY_LIST, _E.PARLIAMENTARY_GROUP},
    "bloc": ORGANISED, "list": ORGANISED, "group": ORGANISED, "militia": {_E.ARMED_FACTION, _E.UMBRELLA},
    "faction": ORGANISED,
}  # fmt: skip


_NONE = re.compile(r"(?!)")
_AKIN = {
    "bloc": re.compile(r"coalition|alliance|bloc|list|group", re.IGNORECASE),
    "coalition": re.compile(r"alliance|bloc", re.IGNORECASE),
    "alliance": re.compile(r"coalition|bloc|list", re.IGNORECASE),
    "list": re.compile(r"coalition|alliance|bloc", re.IGNORECASE),
    "party": re.compile(r"party|movement|union|congress|league", re.IGNORECASE),
    "group": re.compile(r"brigade|militia|hezbollah|kataib|group|faction", re.IGNORECASE),
}


def resolve_references(
    document: Document, passages: tuple[Passage, ...], names: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """Add the words that stand for names already found, reading from the start."""
    found: list[Mention] = list(names)
    starts = [passage.sentence_start for passage in passages]
    quoted = [(passage.start, passage.end) for passage in passages if passage.quotation]
    for passage in passages:
        found += _described(document, passage, found)
        pronouns = find_pronouns(document, passage, found, starts, quoted)
        found += [_whose_party(document, each, names) for each in pronouns]
        found += find_pairs(document, passage, found)
        found += _owned(document, passage, found)
        found += find_heads(document, passage, found)
        found += find_leaders(document, passage, found)
    unique = {(m.start, m.end): m for m in sorted(found, key=lambda m: m.how == "name")}
    return tuple(sorted(unique.values(), key=lambda m: (m.start, -m.end)))


def _whose_party(document: Document, pronoun: Mention, names: tuple[Mention, ...]) -> Mention:
    """Read "his Harbour Party" as its leader's, where the document says who that is."""
    if pronoun.text.casefold() not in {"his", "her"}:
        return pronoun
    owned = next((m for m in names if m.start == pronoun.end + 1 and m.kind in ORGANISED), None)
    leader = None if owned is None else leader_of(document, owned.name, list(names))
    if leader is None or sex_of(leader.name) == ("f" if pronoun.text.casefold() == "his" else "m"):
        return pronoun
    return replace(pronoun, name=leader.name, kind=leader.kind, entity_id=leader.entity_id)


def _described(document: Document, passage: Passage, found: list[Mention]) -> list[Mention]:
    added = []
    text = document.text[passage.start : passage.end]
    for match in _DESCRIBED.finditer(text):
        head = match["head"].casefold()
        start, end = passage.start + match.start() + 4, passage.start + match.end()
        if _RESTRICTED.match(document.text, end):
            continue  # "the bloc that offers most": whichever it is
        people = _OF_A_PEOPLE.search(match.group(0))
        if people and head in _HEAD_KINDS and not any(people[0] in m.name for m in found):
            words = document.text[start:end]
            if not any(m.start < end and start < m.end for m in found):
                added.append(
                    Mention(start, end, words, words, _E.ELECTORAL_ALLIANCE, "description")
                )
            continue
        if any(m.start < end and start < m.end for m in found):
            continue
        best = (
            _by_role(document, head, match.group(0), named_before(found, start, {_E.PERSON}))
            if head not in _HEAD_KINDS
            else None
        )
        named = named_before_comma(document, start - 4, found)
        if named is not None and head not in _HEAD_KINDS:
            best = named
        apposed = _apposed_to(document, start - 4, end, found) if head in _HEAD_KINDS else None
        if apposed is not None:
            best = apposed
        elif head in _HEAD_KINDS:
            orgs = named_before(found, start, _HEAD_KINDS[head])
            own = _of_the_speaker(document, passage, start, found)
            orgs = [own] if own is not None and own.kind in _HEAD_KINDS[head] else orgs
            exact = [m for m in orgs if head in m.name.casefold()]
            akin = [m for m in orgs if _AKIN.get(head, _NONE).search(m.name)]
            exact = [] if head == "party" else exact
            akin = [] if head == "party" else akin
            best = next(iter((exact or akin or _sure_heads(head, orgs))[-1:]), None)
        if best is not None:
            added.append(
                Mention(
                    start,
                    end,
                    document.text[start:end],
                    best.name,
                    best.kind,
                    "description",
                    "",
                    best.entity_id,
                )
            )
    return added


def _sure_heads(head: str, orgs: list[Mention]) -> list[Mention]:
    """What "the coalition" may mean though its name does not say so: no list, no party."""
    if head not in {"coalition", "alliance"}:
        return orgs
    return [m for m in orgs if not _NO_COALITION.search(m.name)]


_NO_COALITION = re.compile(r"\b(?:[Ll]ist|[Pp]arty|[Mm]ovement|[Uu]nion)\b")
_SPEAKS = re.compile(
    r"^(?:, [^.;]{0,60},)? (?:said|says|told|added|stated|noted|stressed|explained|announced|declared)\b"
)
_OF_HIS_ORG = (
    re.compile(r"^(?:['’]s?)? (?:[\w-]+ ){0,4}?(?:leader|MP|MPs|spokes\w+|member|lawmaker|deputy|chief|whip|chair\w*|president|secretary|official|politician|candidate|head|veteran),? $"),
    re.compile(r"^,? (?:(?:an?|the|who is an?) )?(?:[\w-]+ ){0,5}?(?:of|from|for|in|with) (?:the )?(?:[a-z]+ ){0,3}$|^ (?:of|from) (?:the )?$|^ \($"),
)  # fmt: skip


def _of_the_speaker(
    document: Document, passage: Passage, at: int, found: list[Mention]
) -> Mention | None:
    """Give the organisation of whoever says the sentence: "Ruiz said the party had voted"."""
    for person in found:
        is_here = passage.sentence_start <= person.start and person.end <= at
        if person.kind is not _E.PERSON or not is_here:
            continue
        if _SPEAKS.match(document.text, person.end):
            return _organisation_of(document, person.name, found)
    return None


def _organisation_of(document: Document, name: str, found: list[Mention]) -> Mention | None:
    """Give the party, bloc or movement that the words next to a person's name tie him to."""
    people = [m for m in found if m.kind is _E.PERSON and m.name == name and m.how != "pronoun"]
    orgs = [m for m in found if m.kind in ORGANISED and m.how in {"name", "surname"}]
    for person in people:
        for org in orgs:
            if 0 <= person.start - org.end < _NEXT_TO:
                between = document.text[org.end : person.start]
                if _OF_HIS_ORG[0].match(between) or (
                    between == ", "
                    and _ROLE_OF.search(document.text[max(0, org.start - 40) : org.start])
                ):
                    return org
            if 0 <= org.start - person.end < _NEXT_TO and _OF_HIS_ORG[1].match(
                document.text[person.end : org.start]
            ):
                return org
    return None


_NEXT_TO = 70
_ROLE_OF = re.compile(
    r"\b(?:leader|head|chief|chair\w*|whip|spokes\w+|member|MP|lawmaker|deputy|president|secretary|official) (?:of|for|from|in) (?:the )?$",
    re.IGNORECASE,
)


_RESTRICTED = re.compile(r" (?:that|which|who) (?!is led|was led|won|has \d|had \d)")
_OF_A_PEOPLE = re.compile(r"\b(?:Kurdish|Sunni|Shia|Shiite|Christian|Turkmen|Arab|Druze)\b")


_OF_IT = re.compile(
    r",| (?:of|to which|that|which|who|whose|founded|built|led|headed|chaired|backed|set up|formed|created)\b"
)


def _apposed_to(document: Document, at: int, end: int, found: list[Mention]) -> Mention | None:
    """Give the organisation of which "the list of Maliki" behind a comma says what it is."""
    if document.text[max(0, at - 2) : at] != ", " or not _OF_IT.match(document.text, end):
        return None
    return next(
        (m for m in found if m.kind in ORGANISED and m.how != "pronoun" and m.end == at - 2), None
    )


_SAID_BEFORE = re.compile(r"((?:[\w'’-]+ ){0,3}[\w'’-]+),? $")
_SAID_AFTER = re.compile(
    r"^, (?:(?:the|an?|who is|who was) )?([\w'’ -]{3,40}?)(?=,|\.| who| and| said)"
)


def _roles_of(document: Document, mention: Mention) -> str:
    """The words that say what a person is: his title, "Iraq's premier, X", "X, the premier"."""
    before = _SAID_BEFORE.search(document.text[max(0, mention.start - 40) : mention.start])
    after = _SAID_AFTER.match(document.text[mention.end : mention.end + 60])
    said = [mention.title, before[1] if before and before[0].endswith(", ") else ""]
    said.append(after[1] if after else "")
    return " | ".join(said).casefold().replace("premier", "prime minister")


def _by_role(document: Document, head: str, words: str, people: list[Mention]) -> Mention | None:
    wanted = {"premier": "prime minister", "pm": "prime minister"}.get(head, head)
    former = "former" in words.casefold()
    roles = {m: _roles_of(document, m) for m in people if m.how in {"name", "surname"}}
    held = [m for m, said in roles.items() if re.search(rf"\b{re.escape(wanted)}\b", said)]
    exact = [m for m in held if ("former" in roles[m]) == former]
    names = {m.name for m in exact or held}
    return (exact or held)[-1] if names else None


def _owned(document: Document, passage: Passage, found: list[Mention]) -> list[Mention]:
    """Read "Amiri's alliance", "his coalition" as what he leads, or as that description."""
    added = []
    text = document.text[passage.start : passage.end]
    for match in (*_OWNED.finditer(text), *_WHOSE.finditer(text)):
        at = passage.start + match.start()
        owners = [m for m in found if m.kind is _E.PERSON and at in {m.start, m.end}]
        if match.re is _WHOSE:
            here = [m for m in found if m.start >= passage.sentence_start]
            owners = named_before(here, at, {_E.PERSON})[-1:]
        if not owners:
            continue
        owner = owners[-1]
        led = _led_by(document, owner.name, found, match["head"].casefold())
        is_new = re.search(r"\b(?:own|new)\b", match.group(0))
        own = None if led or is_new else _organisation_of(document, owner.name, found)
        if own is not None and own.kind in _HEAD_KINDS.get(match["head"].casefold(), set()):
            led = own
        start, end = owner.start, passage.start + match.end()
        start = passage.start + match.start("head") if match.re is _WHOSE else start
        apposed = [
            m for m in found if m.start == end + 2 and m.kind in ORGANISED and m.how == "name"
        ]
        if apposed and document.text[end : end + 2] == ", ":
            led = apposed[0]  # "her party, Open Door, won"
        words = f"{owner.name}'s {match['head']}"
        name, kind, entity_id = (
            (led.name, led.kind, led.entity_id) if led else (words, _E.ELECTORAL_ALLIANCE, None)
        )
        added.append(
            Mention(start, end, document.text[start:end], name, kind, "description", "", entity_id)
        )
    return added


_LEADS = re.compile(
    r"^(?:[^.;]{0,60}?\b(?:heads|leads|head of|leader of|led|chairs|chairman of|whose)\b)[^.;]{0,30}$|^(?:'s|’s) (?:\w+ ){0,2}$"
)
_LED_BY = re.compile(r"^,? (?:led|headed|chaired) by [^.;]{0,50}$")


def _led_by(document: Document, name: str, found: list[Mention], head: str) -> Mention | None:
    people = [m for m in found if m.name == name]
    orgs = [m for m in found if m.kind in ORGANISED and m.how == "name"]
    for org in orgs:
        for person in people:
            between = document.text[person.end : org.start] if person.end <= org.start else ""
            reverse = document.text[org.end : person.start] if org.end <= person.start else ""
            led = (between and len(between) < 90 and _LEADS.match(between)) or (
                reverse and _LED_BY.match(reverse)
            )
            if led and (org.kind in _HEAD_KINDS.get(head, set()) or head in org.name.casefold()):
                return org
    return None
