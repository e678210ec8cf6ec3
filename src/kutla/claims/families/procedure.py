"""Procedure: confidence votes, elections, court rulings, sessions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kutla.claims.claim import Modality, Name, Polarity
from kutla.claims.families.family import Family
from kutla.claims.found import Found
from kutla.claims.frames import Frame
from kutla.claims.rules import Rule
from kutla.claims.surface import surface_pattern
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.claims.view import View

_VOTE = (
    "(?:(?:parliamentary |constructive )?(?:no[- ]confidence|confidence|investiture) (?:vote|motion|ballot)|"
    "(?:vote|motion) of (?:no[- ])?(?:confidence|censure)|investiture)"
)
_VOTES = r"(?:[^‹›;.]{0,40}?(?:by|with) (?:a (?:record|total of) |just |only )?(?P<n>{N})(?: votes?)?(?: (?:to|against|votes))?)?"
_RULED = (
    "rule uphold annul overturn reject strike_down order invalidate ratify certify confirm suspend "
    "disqualify acquit convict decide bar overrule approve dismiss ban dissolve sentence jail"
)

_RULES = (
    Rule("confidence_vote", rf"(?P<s>{{K:PIO}}){{APP}} {{AUX}}(?P<v>{{V:win survive pass secure obtain}}) (?:a |the |his |her |its |parliament's )?(?:[\w-]+ ){{0,2}}?{_VOTE}{_VOTES}", polarity=Polarity.AFFIRMED),
    Rule("confidence_vote", rf"(?P<s>{{K:PIO}}){{APP}} {{AUX}}(?P<v>{{V:lose}}) (?:a |the |his |her |its )?(?:[\w-]+ ){{0,2}}?{_VOTE}{_VOTES}", polarity=Polarity.NEGATED),
    Rule("confidence_vote", rf"(?P<s>{{K:PIO}}){{APP}} {{AUX}}(?P<v>{{V:face seek}}) (?:a |the |his |her |its )?(?:[\w-]+ ){{0,2}}?{_VOTE}", modality=Modality.PLANNED),
    Rule("confidence_vote", rf"(?P<v>{_VOTE}) (?:in|against|on|for|over) {{FILL}}(?P<s>{{K:PIO}})"),
    Rule("confidence_vote", r"(?P<v>(?:{V:withdraw take remove}|withdrawal of|withdrawing) (?:its |their |his |the )?(?:confidence|trust)(?: away)?) (?:from|in) {FILL}(?P<s>{K:PIO})"),
    Rule("confidence_vote", rf"(?P<s>{{K:PO}})(?:{{POS}} (?:[\w-]+ ){{0,2}}?(?:government|cabinet|administration|coalition))?{{APP}} {{AUX}}(?P<v>toppled|ousted|brought down|removed|defeated|dismissed|voted out|felled)[^‹›;.]{{0,40}}? {_VOTE}", polarity=Polarity.NEGATED),
    Rule("confidence_vote", r"(?P<s>{K:PO}){APP} {AUX}(?P<v>{V:survive win}) [^‹›;.]{0,30}?vote[^‹›;.]{0,20}? by (?P<n>{N}) (?:votes )?to", polarity=Polarity.AFFIRMED),
    Rule("confidence_vote", r"(?P<v>{V:vote}) (?:no )?confidence in {FILL}(?P<s>{K:PIO})"),
    Rule("confidence_vote", r"(?P<v>{V:approve endorse confirm invest}) {FILL}(?P<s>{K:PI}){POS} (?:new |proposed |partial )?(?:cabinet|government|ministry)(?: [^‹›;.]{0,30}?(?:by|with) (?P<n>{N}) votes)?"),
)  # fmt: skip

_FRAMES = (
    Frame("court_ruling", _RULED, subjects="I", objects="POAXCIMG", needs_object=False),
    Frame("session", "convene adjourn reconvene", subjects="I", objects="I", needs_object=False),
    Frame("session", "hold open begin", noun="session|sitting|first session", subjects="I", objects="I", needs_object=False),
)  # fmt: skip

_COURT = re.compile(r"\b(?:court|tribunal|judiciary|judges?)\b", re.IGNORECASE)
_PARLIAMENT = re.compile(
    r"\b(?:parliament|council of representatives|house|assembly|senate|knesset|bundestag|chamber|"
    r"congress|cortes|diet|legislature|duma|majlis|sejm|riksdag|tweede kamer)\b",
    re.IGNORECASE,
)
_ELECTION = (
    r"(?:(?:early|snap|fresh|new|general|parliamentary|national|federal|presidential|legislative|"
    r"upcoming|next|repeat|local|provincial|regional|municipal|\d{4}|[A-Z][a-z]+ \d{1,2}|first|last|‹[CI]\d+›(?:['’]s)?) )*"
    r"(?:‹E\d+›|elections?|polls|ballot)"
)
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December|Feb|Jan|Sept|Oct|Nov|Dec"
_WEEKDAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_ELECTION_SAID = tuple(
    (surface_pattern(template), modality)
    for template, modality in (
        (rf"(?P<e>{_ELECTION})(?:,| that| which)? (?:were|was|has been|have been|are|is|being)? ?(?P<v>held|took place|take place|taking place)", None),
        (rf"(?P<v>{{V:hold}}) (?:the |its |an? )?(?P<e>{_ELECTION})", None),
        (rf"(?P<v>{{V:call schedule announce set trigger demand}}) (?:for )?(?:the |an? )?(?P<e>{_ELECTION})", Modality.PLANNED),
        (rf"(?P<v>{{V:postpone delay cancel move put_off reschedule bring_forward}}) (?:the |an? |its )?(?P<e>{_ELECTION})", None),
        (rf"(?P<e>{_ELECTION}) {{AUX}}(?P<v>postponed|delayed|cancelled|canceled|moved|called|scheduled|set for|due|put off|brought forward)", None),
        (rf"(?P<e>(?P<v>(?:{_MONTH}|{_WEEKDAY})(?: \d{{1,2}})?|\d{{1,2}} (?:{_MONTH})|last [a-z]+)(?:['’]s)? (?:[a-z]+ ){{0,3}}?(?:elections?|ballot|vote))\b(?! (?:of|on|for))", Modality.ACTUAL),
        (rf"(?P<e>(?:[a-z]+ )?elections?) (?P<v>of|on|in) (?:{_MONTH}|\d{{1,2}} |\d{{4}})", Modality.ACTUAL),
        (rf"(?P<v>in|won|after|following|since|during) (?:the |an? |its |this month's |last month's )?(?P<e>{_ELECTION})", Modality.ACTUAL),
    )
)  # fmt: skip
_DISSOLVED = surface_pattern(
    r"(?P<v>{V:dissolve}|dissolution of) (?:the |‹C\d+›(?:['’]s)? )?(?P<e>‹I\d+›|parliament|the house|the assembly|knesset)"
)
_WAS_DISSOLVED = surface_pattern(
    r"(?P<e>‹I\d+›|parliament|the house|the assembly) (?:has been|have been|had been|was|is|were|be) (?:\w+ )?(?P<v>dissolved)"
)
_QUORUM = surface_pattern(
    r"(?P<v>(?:{V:fail}|failure|unable|lack of|lacked|without|short of|not|no)[^;.‹›]{0,30}?quorum)"
)


def _subject(view: View, text: str) -> Name:
    marker = re.search(r"‹\w(\d+)›", text)
    if marker and re.fullmatch(r"‹\w\d+›", text.strip()):
        mention = view.mentions[int(marker.group(1))]
        return Name(
            mention.name,
            mention.kind or EntityKind.ELECTION,
            mention.start,
            mention.end,
            mention.entity_id,
        )
    plain = re.sub(r"‹\w(\d+)›", lambda m: view.mentions[int(m.group(1))].text, text)
    return Name(plain.strip(), EntityKind.ELECTION)


def _read_elections(view: View) -> Iterator[Found]:
    """Read that an election was held, called, moved, or a parliament dissolved."""
    for pattern, modality in _ELECTION_SAID:
        for match in pattern.finditer(view.tagged):
            is_bare = match["v"].lower() in {"in", "won", "after", "following", "since", "during"}
            span = view.tokens_of(*match.span("e" if is_bare else 0))
            if is_bare and not _has_date(view, span):
                continue
            yield Found(
                kind="election",
                subject=_subject(view, match["e"]),
                span=span,
                anchor=view.tokens_of(*match.span("v"))[0],
                modality=modality,
                polarity=Polarity.AFFIRMED if modality else None,
            )
    dissolved = (*_DISSOLVED.finditer(view.tagged), *_WAS_DISSOLVED.finditer(view.tagged))
    for match in dissolved:
        yield Found(
            kind="election",
            subject=_subject(view, match["e"]),
            span=view.tokens_of(*match.span()),
            anchor=view.tokens_of(*match.span("v"))[0],
        )


def _has_date(view: View, span: tuple[int, int]) -> bool:
    start, end = view.offsets(*span)
    return any(start <= dated.start < end for dated in view.passage.dates)


def _read_quorum(view: View) -> Iterator[Found]:
    """Read that a sitting failed for want of a quorum."""
    houses = [m for m in view.mentions if _PARLIAMENT.search(m.name)]
    for match in _QUORUM.finditer(view.tagged):
        name = houses[0].name if houses else "parliament"
        yield Found(
            kind="session",
            subject=Name(name, EntityKind.INSTITUTION),
            span=view.tokens_of(*match.span()),
            anchor=view.tokens_of(*match.span("v"))[0],
            polarity=Polarity.NEGATED,
        )


def is_plausible(found: Found) -> bool:
    """Whether a ruling is a court's and a session a parliament's."""
    if found.kind == "confidence_vote":
        return not _PARLIAMENT.search(found.subject.name)
    if found.kind == "court_ruling":
        return bool(_COURT.search(found.subject.name))
    if found.kind == "session":
        return bool(_PARLIAMENT.search(found.subject.name))
    return True


PROCEDURE = Family(
    "procedure", frames=_FRAMES, rules=_RULES, readers=(_read_elections, _read_quorum)
)
