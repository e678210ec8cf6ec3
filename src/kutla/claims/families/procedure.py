"""Procedure: confidence votes, elections, court rulings, sessions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kutla.claims.claim import Modality, Name, Polarity
from kutla.claims.families.family import Family
from kutla.claims.found import Found, argument
from kutla.claims.frames import Frame
from kutla.claims.numerals import read_numeral
from kutla.claims.rules import Rule
from kutla.claims.surface import surface_pattern
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.claims.view import View

_VOTE = (
    "(?:(?:parliamentary |constructive )?(?:no[- ]confidence|no[- ]trust|confidence|trust|investiture) (?:vote|motion|ballot)|"
    "(?:vote|motion) of (?:no[- ])?(?:confidence|censure)|investiture)"
)
_VOTES = r"(?:[^‹›;.]{0,40}?(?:by|with) (?:a (?:record|total of) |just |only )?(?P<n>{N})(?: votes?)?(?: (?:to|against|votes))?)?"
_RULED = (
    "rule uphold annul overturn reject strike_down order invalidate ratify certify confirm suspend "
    "disqualify acquit convict decide bar overrule approve dismiss ban dissolve sentence jail freeze "
    "halt block lift postpone remove clear declare find throw_out void quash hear grant refer terminate revoke strip end hold"
)

_RULES = (
    Rule("confidence_vote", rf"(?P<s>{{K:PIO}}){{APP}} {{AUX}}(?P<v>{{V:win survive pass secure obtain}}) (?:a |the |his |her |its |parliament's )?(?:[\w-]+ ){{0,2}}?{_VOTE}{_VOTES}", polarity=Polarity.AFFIRMED),
    Rule("confidence_vote", rf"(?P<s>{{K:PIO}}){{APP}} {{AUX}}(?P<v>{{V:lose}}) (?:a |the |his |her |its )?(?:[\w-]+ ){{0,2}}?{_VOTE}{_VOTES}", polarity=Polarity.AFFIRMED),
    Rule("confidence_vote", rf"(?P<s>{{K:P}}){{APP}}(?:[^‹›;.,]|‹C\d+›){{0,70}}? to (?P<v>lose|win|survive) (?:a |the |his |her |its )?(?:[\w-]+ ){{0,2}}?{_VOTE}", polarity=Polarity.AFFIRMED),
    Rule("confidence_vote", rf"(?P<v>{{V:remove oust topple dismiss bring_down unseat}}) {{FILL}}(?P<s>{{K:PI}})(?: from (?:office|power))?[^‹›;.]{{0,30}}? (?:in|through|by|with|after) (?:a |the )?(?:[\w-]+ ){{0,2}}?{_VOTE}", polarity=Polarity.AFFIRMED),
    Rule("confidence_vote", rf"(?P<s>{{K:PIO}}){{APP}} {{AUX}}(?P<v>{{V:face seek}}) (?:a |the |his |her |its )?(?:[\w-]+ ){{0,2}}?{_VOTE}", modality=Modality.PLANNED),
    Rule("confidence_vote", rf"(?P<v>{_VOTE}) (?:in|against|on|for|over) {{FILL}}(?P<s>{{K:PIO}})"),
    Rule("confidence_vote", r"(?P<v>(?:{V:withdraw take remove}|withdrawal of|withdrawing) (?:its |their |his |the )?(?:confidence|trust)(?: away)?) (?:from|in) {FILL}(?P<s>{K:PIO})"),
    Rule("confidence_vote", rf"(?P<s>{{K:PO}})(?:{{POS}} (?:[\w-]+ ){{0,2}}?(?:government|cabinet|administration|coalition))?{{APP}} {{AUX}}(?P<v>toppled|ousted|brought down|removed|defeated|dismissed|voted out|felled)[^‹›;.]{{0,40}}? {_VOTE}", polarity=Polarity.AFFIRMED),
    Rule("confidence_vote", r"(?P<s>{K:PO}){APP} {AUX}(?P<v>{V:survive win}) [^‹›;.]{0,30}?vote[^‹›;.]{0,20}? by (?P<n>{N}) (?:votes )?to", polarity=Polarity.AFFIRMED),
    Rule("confidence_vote", rf"(?P<s>‹P\d+›)(?:['’]s (?:\w+ )?(?:government|cabinet|coalition))?{{APP}} {{AUX}}(?P<v>{{V:survive win pass lose}}) (?:a |the |his |her )?(?:[\w-]+ ){{0,2}}?{_VOTE}{_VOTES}", polarity=Polarity.AFFIRMED),
    Rule("confidence_vote", r"(?P<s>‹P\d+›)(?:['’]s (?:\w+ )?(?:government|cabinet|coalition))?{APP} {AUX}(?P<v>brought down|toppled|ousted|felled|voted down|defeated) (?:when|after|as) (?P<g2>‹G\d+›) {V:vote} for (?:a |the )?(?:motion of )?(?:no[- ]confidence|censure)", polarity=Polarity.AFFIRMED),
    Rule("confidence_vote", r"(?P<s>‹P\d+›){APP} {AUX}(?P<v>invested|confirmed|elected|re-elected|reelected|voted in|endorsed|approved)(?: (?:as )?(?:prime minister|premier|chancellor))?(?: (?:on \w+day|on [A-Z][a-z]+ \d{1,2}|on \d{1,2} [A-Z][a-z]+|yesterday|today|earlier))? (?:by|with) (?:just |only )?(?P<n>{N})(?: (?:votes )?(?:to|against)| votes\b)", polarity=Polarity.AFFIRMED),
    Rule("confidence_vote", rf"(?P<s>‹P\d+›){{APP}} {{AUX}}(?P<v>{{V:ask seek request call_for call schedule}}) {{FILL}}(?:‹I\d+› )?(?:for )?(?:a |the |its )?{_VOTE}", modality=Modality.PLANNED),
    Rule("confidence_vote", rf"(?P<v>{{V:file table submit launch bring lodge}}) (?:a |the |another )?(?:[\w-]+ ){{0,2}}?{_VOTE} (?:against|in) {{FILL}}(?P<s>{{K:PI}})", modality=Modality.PLANNED),
    Rule("confidence_vote", r"(?P<v>{V:give grant}) (?:its |their |his |a vote of |parliamentary )?(?P<w>confidence) to {FILL}(?P<s>{K:PIO})"),
    Rule("confidence_vote", r"(?P<v>{V:give grant withhold deny}) {FILL}(?P<s>‹[PI]\d+›)(?:['’]s (?:\w+ )?(?:cabinet|government))? (?:its |a vote of |their |his )?(?:confidence|trust)(?:[^‹›;.]{0,20}? (?:by|with) (?P<n>{N}) votes)?"),
    Rule("court_ruling", rf"(?P<s>{{K:I}}){{APP}} {{AUX}}(?P<v>{{V:{_RULED}}}) (?:[^‹›;.]|‹[LE]\d+›){{2,60}}?(?:‹[OC]\d+›['’]s (?:[\w-]+ ){{1,3}}?(?:of|for) )?(?P<o>{{K:POAX}})"),
    Rule("confidence_vote", rf"(?P<s>‹P\d+›){{APP}} {{AUX}}(?P<v>voted out|ousted|removed|toppled|unseated|dismissed)\b[^‹›;.]{{0,80}}?{_VOTE}[^‹›;.]{{0,60}}? (?:passed|carried|adopted|approved|succeeded) (?:with|by) (?P<n>{{N}})", polarity=Polarity.AFFIRMED),
    Rule("confidence_vote", rf"(?P<s>‹P\d+›),? whose (?:own )?(?:\w+ )?(?:government|cabinet|coalition) (?:was|had been|has been) (?P<v>toppled|ousted|brought down|felled|defeated|dismissed)[^‹›;.]{{0,40}}? {_VOTE}", polarity=Polarity.AFFIRMED),
    Rule("confidence_vote", rf"(?P<v>{_VOTE}) (?:in|against) (?:the (?:government|cabinet|coalition) of )?{{FILL}}(?P<s>{{K:PI}})(?:[^;.]{{0,80}}?),? (?:with|by) (?P<n>{{N}}) (?:of (?:the )?[^;.,]{{3,40}}? |deputies |MPs |lawmakers |members |votes )?(?:voting |votes )?(?:in favou?r|for it|backing it|to \d)"),
    Rule("confidence_vote", r"(?P<v>{V:vote express}) (?:no )?confidence in {FILL}(?P<s>{K:PIO})(?:['’]s? (?:new )?(?:cabinet|government))?(?: [^‹›;.]{0,40}?(?:by|with) (?P<n>{N}) votes)?"),
    Rule("confidence_vote", r"(?P<v>{V:approve endorse confirm invest}) {FILL}(?P<s>{K:PI}){POS} (?:new |proposed |partial )?(?:cabinet|government|ministry)(?: [^‹›;.]{0,30}?(?:by|with) (?P<n>{N}) votes)?"),
)  # fmt: skip

_SITS = (
    r"(?:the )?(?:new |newly elected |next |outgoing |joint )?(?:parliament|house|assembly|chamber|cabinet|"
    r"council of ministers|legislature|senate|lower house|upper house)"
)
_SITTING = tuple(
    (surface_pattern(template), polarity, modality)
    for template, polarity, modality in (
        (rf"(?P<e>‹I\d+›|{_SITS}){{APP}} {{AUX}}(?P<v>{{V:convene reconvene meet sit}})(?= (?:on|for|in|at|again|this|next|to (?:elect|vote|choose|debate|swear)|since|under|behind|without|by)\b|[,.])", None, None),
        (rf"(?P<e>‹I\d+›|{_SITS}){{APP}} {{AUX}}(?P<v>{{V:hold open begin}}) (?:its|an?|the) (?:[\w-]+ ){{0,3}}?(?:session|sitting|meeting)\b", None, None),
        (r"(?P<v>{V:postpone adjourn delay cancel}|put off|called off) (?:the |its |an? |‹I\d+›(?:['’]s)? )?(?P<e>(?:[\w-]+ ){0,2}?(?:session|sitting)s?)\b", None, None),
        (r"(?P<e>(?:session|sitting|meeting) of {FILL}‹I\d+›) {AUX}(?P<v>held|postponed|adjourned|cancelled|scheduled|set|due|boycotted)", None, None),
        (rf"(?P<e>‹I\d+›|{_SITS}){{APP}} (?:was |has been |is |were )?(?P<v>unable|failed|could not|did not|has not)(?: [^‹›;.]{{0,25}}?)?(?: to)? (?:hold|convene|meet|sit|elect|open|muster|reach|gather)\b", Polarity.NEGATED, Modality.ACTUAL),
        (rf"(?P<v>{{V:summon convene call recall}}) (?P<e>‹I\d+›|{_SITS})(?! (?:for|into) (?:war|account))(?= (?:by|for|on|to|in|back)\b|[,.])", None, Modality.PLANNED),
    )
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
_SITTING_BODY = re.compile(
    _PARLIAMENT.pattern + r"|\b(?:session|sitting|cabinet|council of ministers)", re.IGNORECASE
)
_ELECTION = (
    r"(?:(?:early|snap|fresh|new|general|parliamentary|national|federal|presidential|legislative|"
    r"upcoming|next|repeat|local|provincial|regional|municipal|\d{4}|(?-i:[A-Z])[a-z]+ \d{1,2}|first|second|last|‹[CI]\d+›(?:['’]s)?) )*"
    r"(?:‹E\d+›|elections?|polls?|ballot)"
)
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December|Feb|Jan|Sept|Oct|Nov|Dec"
_WEEKDAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_OF_ELECTION = (
    r"(?:(?!(?:after|before|in|of|the|and|at|for|on|with|to|by|from|until|since)\b)[a-z-]+ ){0,3}?"
)
_ELECTION_SAID = tuple(
    (surface_pattern(template), modality)
    for template, modality in (
        (r"(?P<v>{V:dissolve hold}) (?P<e>early elections?)", Modality.PLANNED),
        (rf"(?P<e>{_ELECTION})(?:,| that| which)? (?:were|was|has been|have been|are|is|being|be)? ?(?P<v>held|took place|take place|taking place)", None),
        (rf"(?P<v>{{V:hold}}) (?:the |its |an? )?(?P<e>{_ELECTION})", None),
        (rf"(?P<v>{{V:call schedule announce set trigger demand}}) (?:for )?(?:the |an? )?(?P<e>{_ELECTION})", Modality.PLANNED),
        (rf"(?P<v>{{V:postpone delay cancel move put_off reschedule bring_forward}}) (?:the |an? |its )?(?P<e>{_ELECTION})", None),
        (rf"(?P<e>{_ELECTION}) (?:could|might|may) (?:well )?be (?P<v>held|called)", Modality.POSSIBLE),
        (rf"(?P<e>{_ELECTION})(?:,| which)? (?:will|would|is to|are to|must|should|to|due to|set to) be (?P<v>held)", Modality.PLANNED),
        (rf"(?P<e>{_ELECTION}) {{AUX}}(?P<v>postponed|delayed|cancelled|canceled|moved|called|scheduled|set for|due(?! to\b)|put off|brought forward)", None),
        (rf"(?P<e>(?<![\w-])(?:\d{{4}} )?(?P<v>(?:{_MONTH}|{_WEEKDAY})(?: \d{{1,2}})?|\b\d{{1,2}} (?:{_MONTH})|last (?:{_MONTH}|{_WEEKDAY}|week|month|year|spring|summer|autumn|winter))(?:['’]s)? {_OF_ELECTION}(?:elections?|ballot|vote|polls?))\b(?! (?:of|on|for))", Modality.ACTUAL),
        (rf"(?P<e>(?:[a-z]+ )?elections? (?P<v>of) (?:\d{{1,2}} (?:{_MONTH})|(?:{_MONTH})(?: \d{{1,2}}(?!\d))?)?(?:,? ?\d{{4}})?)(?<! of )(?![\w-])", Modality.ACTUAL),
        (rf"(?P<e>(?:[a-z]+ )?elections?) (?P<v>on|in) (?:{_MONTH}|\d{{1,2}} |\d{{4}})", Modality.ACTUAL),
        (r"(?P<e>(?P<v>\d{4}) (?:‹[CLI]\d+›(?:['’]s)? )?(?:(?:snap|general|parliamentary|national|federal|presidential|legislative|local|provincial|regional|municipal|state|‹C\d+›) ){0,2}(?:elections?|referendum))\b(?! (?:campaign|commission|results?|manifesto|law|observers|fraud|candidates?|promises?|lists?|programme|system|night|day|cycle|season))", Modality.ACTUAL),
        (r"(?P<v>{V:win lose}) (?:the |an? )(?P<e>(?:snap |early |first |second )?(?:general|parliamentary|presidential|legislative|federal) election)\b", Modality.ACTUAL),
        (rf"(?P<v>in|won|after|following|since|during) (?:the |an? |its |this month's |last month's )?(?P<e>{_ELECTION})", Modality.ACTUAL),
    )
)  # fmt: skip
_DISSOLVED = surface_pattern(
    r"(?P<v>{V:dissolve}|dissolution of) (?:the |‹C\d+›(?:['’]s)? )?(?:\d+(?:st|nd|rd|th) )?(?P<e>‹I\d+›|parliament|the house|the assembly|knesset)"
)
_WANTS_DISSOLVED = surface_pattern(
    r"(?:{V:want demand}|would like) (?:to see )?(?:the )?(?P<e>‹I\d+›|(?:lower )?house|parliament|assembly|chamber|legislature) (?P<v>dissolved)"
)
_WAS_DISSOLVED = surface_pattern(
    r"(?P<e>‹I\d+›|parliament|the house|the assembly) (?:has been|have been|had been|was|is|were|be) (?:\w+ )?(?P<v>dissolved)"
)
_QUORUM = surface_pattern(
    r"(?P<v>(?:{V:fail}|failure|unable|lack of|lacked|without|short of|not|no)[^;.‹›]{0,30}?quorum)"
)


_TIMED = re.compile(
    rf"^(?:(?:the|an?|its|his|(?:{_MONTH})['’]s|(?:{_WEEKDAY})['’]s|last (?:week|month|year)['’]s|this (?:week|month|year)['’]s) )+"
)
"""Words before an election that are its date, not its name."""


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
    return Name(_TIMED.sub("", plain.strip()), EntityKind.ELECTION)


def _read_elections(view: View) -> Iterator[Found]:
    """Read that an election was held, called, moved, or a parliament dissolved."""
    for pattern, modality in _ELECTION_SAID:
        for match in pattern.finditer(view.tagged):
            is_bare = pattern is _ELECTION_SAID[-1][0]
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
    for match in _WANTS_DISSOLVED.finditer(view.tagged):
        yield Found(
            kind="election",
            subject=_subject(view, match["e"]),
            span=view.tokens_of(*match.span()),
            anchor=view.tokens_of(*match.span("v"))[0],
            modality=Modality.DEMANDED,
            polarity=Polarity.AFFIRMED,
        )
    dissolved = (*_DISSOLVED.finditer(view.tagged), *_WAS_DISSOLVED.finditer(view.tagged))
    for match in dissolved:
        yield Found(
            kind="election",
            subject=_subject(view, match["e"]),
            span=view.tokens_of(*match.span()),
            anchor=view.tokens_of(*match.span("v"))[0],
        )


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _has_date(view: View, span: tuple[int, int]) -> bool:
    start, end = view.offsets(*span)
    if _YEAR.search(view.analysis.text, start, end):
        return True
    return any(start <= dated.start < end for dated in view.passage.dates)


def _read_quorum(view: View) -> Iterator[Found]:
    """Read that a sitting failed for want of a quorum."""
    for match in _QUORUM.finditer(view.tagged):
        near = [*view.mentions, *view.analysis.mentions]
        houses = [
            m for m in near if m.kind is EntityKind.INSTITUTION and _PARLIAMENT.search(m.name)
        ]
        name = houses[0].name if houses else "parliament"
        yield Found(
            kind="session",
            subject=Name(name, EntityKind.INSTITUTION),
            span=view.tokens_of(*match.span()),
            anchor=view.tokens_of(*match.span("v"))[0],
            polarity=Polarity.NEGATED,
        )


def _read_sittings(view: View) -> Iterator[Found]:
    """Read that a parliament or cabinet sat, will sit, or did not."""
    for pattern, polarity, modality in _SITTING:
        for match in pattern.finditer(view.tagged):
            name = _subject(view, match["e"])
            if match["e"].startswith("‹") and not _PARLIAMENT.search(name.name):
                continue
            yield Found(
                kind="session",
                subject=_house(view, name),
                span=view.tokens_of(*match.span()),
                anchor=view.tokens_of(*match.span("v"))[0],
                polarity=polarity,
                modality=modality,
            )


_ADJECTIVES = re.compile(
    r"^(?:(?:the|a|an|its|new|newly elected|next|outgoing|joint(?= parl| house))\s+)+",
    re.IGNORECASE,
)


def _house(view: View, name: Name) -> Name:
    """Give the house its name in the document, where "the new assembly" is one that has a name."""
    if name.start is not None:
        return name
    words = _ADJECTIVES.sub("", name.name)
    head = words.split()[-1].casefold()
    named = [
        m
        for m in view.analysis.mentions
        if m.kind == EntityKind.INSTITUTION and head in m.name.casefold().split()
    ]
    return argument(named[0]) if named else Name(words, EntityKind.INSTITUTION)


_COUNTED = surface_pattern(
    r"(?P<g>‹G\d+›)(?:[^‹›;.]|‹[IC]\d+›){0,40}? (?P<v>{V:vote} (?:for|in favou?r of|against)|{V:back support approve endorse reject}) "
    r"(?P<o>‹[PI]\d+›)(?:['’]s?)?(?P<w> (?:new |proposed )?(?:cabinet|government|line-up|ministry))?"
)
_BACKED_BY = surface_pattern(
    r"(?P<s>‹I\d+›|parliament|the (?:lower )?house|the assembly|lawmakers|deputies|MPs){APP} {AUX}(?P<v>{V:back approve endorse reject defeat confirm elect invest} )"
    r"(?:the )?(?:new |proposed )?(?:(?:cabinet|government|line-up) of )?{FILL}(?P<o>‹[PI]\d+›)(?! as (?:\w+ )?(?:speaker|president))(?:['’]s? (?:\w+ )?(?:cabinet|government))?[^‹›;.]{0,40}?\b(?:by|with) (?:just |only )?(?P<n>{N})(?: votes)?(?:,? (?:to|against|votes))"
)
_PEOPLE_OF_HOUSE = re.compile(r"MPs|lawmakers|deputies|members|legislators|senators", re.IGNORECASE)
_FIGURE = re.compile(r"\d[\d,]*|^[\w-]+")


_GOT_VOTES = surface_pattern(
    r"(?P<s>‹P\d+›)(?:, \d\d)?{APP} {AUX}(?P<v>{V:receive get garner secure win obtain poll muster gather manage draw}) (?:to (?:garner|get|win|muster|secure) )?"
    r"(?:only |just |the support of )?(?P<n>{N}) votes\b(?! for (?:president|speaker))"
)
_TRUST = re.compile(r"confidence|trust vote|floor test|vote of trust|investiture", re.IGNORECASE)


def _read_votes_got(view: View) -> Iterator[Found]:
    """Read "X received 71 votes" as a vote of confidence, where the text speaks of one."""
    for match in _GOT_VOTES.finditer(view.tagged):
        if _TRUST.search(view.analysis.text, 0, view.passage.end + _NEAR_VOTE):
            yield Found(
                kind="confidence_vote",
                subject=argument(view.mentions[int(match["s"][2:-1])]),
                value=read_numeral(match["n"]),
                span=view.tokens_of(*match.span()),
                anchor=view.tokens_of(*match.span("v"))[0],
                polarity=Polarity.AFFIRMED,
            )


_NEAR_VOTE = 200


def _read_counted_votes(view: View) -> Iterator[Found]:
    """Read "324 lawmakers backed X", "the house approved X's cabinet by 179 votes to 171"."""
    for match in _COUNTED.finditer(view.tagged):
        group = view.mentions[int(re.findall(r"\d+", match["g"])[0])]
        figure = _FIGURE.search(group.text)
        value = read_numeral(figure.group(0)) if figure else None
        if value is None or value < _MANY or not _PEOPLE_OF_HOUSE.search(group.text):
            continue
        if "against" in match["v"] or "reject" in match["v"]:
            continue
        yield _vote_on(view, match, value)
    for match in _BACKED_BY.finditer(view.tagged):
        yield _vote_on(view, match, read_numeral(match["n"]))


_MANY = 15
"""Fewer than so many are a faction that supports somebody, no vote of the house."""


def _vote_on(view: View, match: re.Match[str], value: int | None) -> Found:
    subject = view.mentions[int(re.findall(r"\d+", match["o"])[0])]
    return Found(
        kind="confidence_vote",
        subject=argument(subject),
        value=value,
        span=view.tokens_of(*match.span()),
        anchor=view.tokens_of(*match.span("v"))[0],
        polarity=Polarity.AFFIRMED,
    )


def is_plausible(found: Found) -> bool:
    """Whether a ruling is a court's, a session a parliament's, and what is led has a name."""
    if found.kind == "leads" and found.object and found.object.kind is EntityKind.INSTITUTION:
        return not found.object.name[:1].islower()
    if found.object is not None and found.object.name == found.subject.name:
        return False
    if found.kind == "confidence_vote":
        return not _PARLIAMENT.search(found.subject.name)
    if found.kind == "court_ruling":
        return bool(_COURT.search(found.subject.name))
    if found.kind == "session":
        return bool(_SITTING_BODY.search(found.subject.name))
    return True


PROCEDURE = Family(
    "procedure",
    frames=_FRAMES,
    rules=_RULES,
    readers=(_read_elections, _read_quorum, _read_sittings, _read_counted_votes, _read_votes_got),
)
