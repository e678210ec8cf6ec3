"""People without a name of their own: "40 MPs", "pro-Iran armed factions"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kutla.language.passage import Mention
from kutla.language.patterns import pattern_of
from kutla.language.signs import ORGANISED
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from kutla.documents.document import Document

_PEOPLE = (
    "MPs|lawmakers|deputies|members of parliament|members|legislators|fighters|militiamen|militants|"
    "protesters|senators|ministers|activists|people|candidates|gunmen|officers|soldiers|guardsmen|men|"
    "workers|supporters|suspects|demonstrators|loyalists|policemen|troops|delegates|councillors|rebels"
)
_NUMBERED = pattern_of(
    r"(?:(?!(?:19|20)\d\d\b)(?<![\d,.])\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})*(?![\d,])|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|"
    r"nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|several|dozens of)"
    rf"(?: of (?:its|the|his|her|their))? (?:[a-z-]+ ){{0,2}}?(?:{_PEOPLE})\b",
    re.IGNORECASE,
)
_DESCRIBED = pattern_of(
    r"(?:[A-Z][a-z]+i|[a-z-]*(?:pro|anti)-[A-Za-z]+|armed|opposition|rival|political|allied|militia|Kurdish|"
    r"Sunni|Shia|Shiite|independent|local|far-right|ultra-Orthodox|left-wing|right-wing) "
    r"(?:(?:armed|political|opposition|militia|parliamentary|allied) )*"
    r"(?:factions|groups|parties|blocs|members|fighters|militias|lawmakers|MPs|forces|"
    r"coalitions(?: and political parties)?|allies|actors|candidates)\b"
)


_FORCES = pattern_of(
    r"(?:[A-Z][a-z]+i |[A-Z]\w+(?:ian|ish|ese) |US |local |riot |military |federal )?"
    r"(?:[Ss]ecurity forces|[Pp]olice(?: officers)?|[Tt]roops|[Ss]oldiers|(?<=[Tt]he )(?:army|military)|"
    r"[Ii]ntelligence services?|(?:[A-Z][a-z]+(?:i|an|ish|ese) )(?:army|military)|(?<=[Tt]he )authorities|[Pp]rosecutors|[Rr]angers)\b(?! (?:chief|commander|general|spokes\w+|officer|director|leader|boss|head)\b)"
)


def find_groups(document: Document, mentions: list[Mention]) -> list[Mention]:
    """Find groups of people that no name covers."""
    found: list[Mention] = []
    for block in document.blocks:
        for pattern, how, kind in (
            (_NUMBERED, "numeral-group", EntityKind.GROUP),
            (_DESCRIBED, "description", EntityKind.GROUP),
            (_FORCES, "description", EntityKind.INSTITUTION),
        ):
            for match in pattern.finditer_in(document.text, block.start, block.end):
                taken = [*mentions, *found]
                if any(m.start < match.end() and match.start() < m.end for m in taken):
                    continue
                words = match.group(0)
                if (
                    _IN_A_NAME.search(document.text[block.start : match.start()])
                    and words[0].isupper()
                ):
                    continue  # the "Thai parties" of "Pheu Thai parties"
                name = words + _tie(document, match.end(), mentions)
                found.append(Mention(match.start(), match.end(), words, name, kind, how))
    return found


_IN_A_NAME = re.compile(r"(?<=[a-z,;] )(?!The )[A-Z][\w’'-]+ $")
_OF = re.compile(r" (?:of|from) (?:the )?(?:(?:dissolved|former|old) )?$")
_TIE = re.compile(
    r" (?:tied|linked|affiliated|close|allied) (?:to|with) (?:the )?(?:[\w'’-]+ ){0,3}$"
)


def _tie(document: Document, end: int, mentions: list[Mention]) -> str:
    """Say whose the group is: " tied to Hashd al-Shaabi"; nothing where the text does not."""
    for mention in mentions:
        if mention.kind is EntityKind.COUNTRY or not 0 < mention.start - end < _NEAR:
            continue
        if _OF.match(document.text[end : mention.start]) and mention.kind in ORGANISED:
            return document.text[end : mention.end]
        between = _TIE.match(document.text[end : mention.start])
        if between:
            return re.sub(r"^( \w+ (?:to|with)).*", r"\1 ", between.group(0)) + mention.name
    return ""


_NEAR = 45
_NEW_BLOC = pattern_of(
    r"(?:form|establish|creat|announc|launch|unveil|found|build|forg|assembl)(?:s|ed|ing|es|e|t)?(?: of)? "
    r"(?:an?|their own|its own|his own) (?P<name>(?:(?:[a-z]+-[\w-]+|new|political|parliamentary|parliamentarian|public-based|broad|"
    r"nationalist|reformist|opposition|cross-sectarian|joint|rival|unified|and)[, ]+){1,6}"
    r"(?:coalition|alliance|bloc|parliamentary group|front|grouping))\b(?! (?:with|of|between|government|talks|agreement|deal))"
)


def find_new_blocs(document: Document, mentions: list[Mention]) -> list[Mention]:
    """Find blocs that are founded before they have a name: "a pro-government coalition"."""
    found = []
    for block in document.blocks:
        for match in _NEW_BLOC.finditer_in(document.text, block.start, block.end):
            start, end = match.span("name")
            if not any(m.start < end and start < m.end for m in mentions):
                name = match["name"]
                kind = EntityKind.PARLIAMENTARY_GROUP
                found.append(Mention(start, end, name, name, kind, "name"))
    return found
