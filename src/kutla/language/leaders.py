"""Who leads: "the head of the Hikma movement", "the Hikma leader" as the person they stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kutla.language.passage import Mention
from kutla.language.signs import ORGANISED
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from kutla.documents.document import Document
    from kutla.language.passage import Passage

_E = EntityKind


def named_before_comma(document: Document, at: int, found: list[Mention]) -> Mention | None:
    """Give the person of whom "the former premier" behind a comma only says who he is."""
    if document.text[max(0, at - 2) : at] != ", ":
        return None
    return next((m for m in found if m.kind is _E.PERSON and m.end == at - 2), None)


_BECOMES = re.compile(
    r"\b(?:elected|re-elected|named|appointed|chosen|as|become|becomes|became|is|was|remains)(?: the| its| a)?(?: new)? $"
)
_HEAD_OF = re.compile(
    r"(?<!deputy )(?<!vice )(?<!vice-)(?<!second )(?<!first )\b(?:[Tt]he |its |their )?(?P<role>leader|head|chief|chairman|secretary[- ]general) of (?:the )?$",
    re.IGNORECASE,
)


def find_heads(document: Document, passage: Passage, found: list[Mention]) -> list[Mention]:
    """Read "the head of the Hikma movement" as whoever the document says leads it."""
    added = []
    for org in found:
        if org.kind not in ORGANISED or not passage.start <= org.start < passage.end:
            continue
        before = _HEAD_OF.search(document.text[max(0, org.start - 40) : org.start])
        follows = document.text[org.end : org.end + 60]
        names_him = any(
            m.kind is _E.PERSON and org.end <= m.start <= org.end + 60 for m in found
        ) and re.match(r",? (?:and [^,.]{0,40} ?)?[A-Z]|, ", follows)
        is_apposition = (
            document.text[max(0, org.start - 60) : org.start].rstrip().count(",") > 0
            and before
            and re.search(
                r", (?:the )?(?:\w+ ){0,2}$",
                document.text[max(0, org.start - 60) : org.start - len(before.group(0))],
            )
        )
        is_told = re.match(r" (?:is|was|remains) (?:the )?[A-Z]", follows)
        if before is None or names_him or is_apposition or is_told:
            continue
        if _BECOMES.search(
            document.text[max(0, org.start - 70) : org.start - len(before.group(0))]
        ):
            continue  # "was elected head of X": no description of somebody else
        start = org.start - len(before.group(0))
        leader = leader_of(document, org.name, found)
        words = document.text[start : org.end]
        name = (
            leader.name
            if leader
            else re.sub(r"^(?:the|its|their) ", "", words, flags=re.IGNORECASE)
        )
        entity_id = leader.entity_id if leader else None
        added.append(Mention(start, org.end, words, name, _E.PERSON, "description", "", entity_id))
    return added


_ITS_LEADER = re.compile(
    r"(?:['’]s?)? (?:party )?(?:leader|chairman|chairwoman|chief|boss|supremo)\b(?! (?:[A-ZÀ-Þ]|in|of)|, [A-ZÀ-Þ]|s\b|['’])"
)


def find_leaders(document: Document, passage: Passage, found: list[Mention]) -> list[Mention]:
    """Read "the Hikma leader" as whoever the document says leads it."""
    added = []
    for org in found:
        if org.kind not in ORGANISED or not passage.start <= org.start < passage.end:
            continue
        follows = _ITS_LEADER.match(document.text, org.end)
        is_definite = document.text[max(0, org.start - 4) : org.start].casefold() == "the "
        if follows is None or not is_definite or org.how == "pronoun":
            continue
        if named_before_comma(document, org.start - 4, found) is not None:
            continue  # "X, the Hikma leader," says who X is
        leader = leader_of(document, org.name, found)
        if leader is not None:
            words = document.text[org.start : follows.end()]
            added.append(
                Mention(
                    org.start,
                    follows.end(),
                    words,
                    leader.name,
                    _E.PERSON,
                    "role",
                    "",
                    leader.entity_id,
                )
            )
    return added


_ROLE = re.compile(r"leader|head|chief|chair|secretary[- ]general|president", re.IGNORECASE)


_TITLE_ROLE = re.compile(
    rf"^(?:['’]s?)? (?:[\w-]+ ){{0,3}}?(?:{_ROLE.pattern})\w*,? $", re.IGNORECASE
)


def leader_of(document: Document, organisation: str, found: list[Mention]) -> Mention | None:
    """Give the person whom the document calls the leader of an organisation; None where nobody."""
    orgs = [m for m in found if m.name == organisation]
    for person in found:
        if person.kind is not _E.PERSON or person.how not in {"name", "surname"}:
            continue
        for org in orgs:
            between = document.text[min(org.end, person.end) : max(org.start, person.start)]
            if "\n" in between or ". " in between:
                continue
            if org.end <= person.start < org.end + 45 and _TITLE_ROLE.search(
                document.text[org.end : person.start]
            ):
                return person
            if person.end <= org.start < person.end + 60 and re.search(
                r"(?:leader|head|chief|chair\w*|secretary[- ]general) of|who (?:leads|heads)|, whose|^['’]s ",
                document.text[person.end : org.start],
            ):
                return person
    return None
