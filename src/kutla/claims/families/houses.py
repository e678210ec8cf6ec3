"""Procedure told at length: votes with their figures, sittings put off, polls to come, courts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kutla.claims.claim import Modality, Name, Polarity
from kutla.claims.families.family import Family
from kutla.claims.found import Found, argument
from kutla.claims.numerals import read_numeral
from kutla.claims.rules import Rule
from kutla.claims.surface import surface_pattern
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.claims.view import View
    from kutla.language import Mention

_NEG, _AFF = Polarity.NEGATED, Polarity.AFFIRMED
_PLANNED, _POSSIBLE, _DEMANDED = Modality.PLANNED, Modality.POSSIBLE, Modality.DEMANDED

_RULES = (
    Rule("confidence_vote", r"(?P<s>‹P\d+›){POS}? ?(?:(?:\w+ )?(?:government|cabinet|coalition) )?{AUX}(?P<v>{V:survive win pass prevail}) (?:narrowly )?by (?:just |only )?(?P<n>{N})(?: votes?)? (?:to|against|votes)", polarity=_AFF),
    Rule("confidence_vote", r"(?P<s>‹P\d+›){POS}? ?(?:(?:\w+ )?(?:government|cabinet|coalition) )?{AUX}(?P<v>{V:lose}|defeated|voted down|rejected) (?:twice |again )?(?:[^‹›;.]{0,40} )?by (?P<n>{N})(?: votes?)? (?:to|against)", polarity=_AFF),
    Rule("confidence_vote", r"(?P<s>‹P\d+›){APP} {AUX}(?P<v>elected|chosen|confirmed|invested)(?: [^‹›;.]{0,12})?(?: ‹C\d+›(?:['’]s)?)? (?:as )?(?:[\w-]+ ){0,3}?(?:prime minister|premier|chancellor|chief minister)(?:[^‹›;.]|‹[ICL]\d+›){0,50}? (?:with|by) (?P<n>{N})(?: votes)?(?: to| against| votes|,| in favou?r)", polarity=_AFF),
    Rule("confidence_vote", r"(?P<v>{V:table submit file lodge sign present prepare draft}) (?:a |the |another )?(?:motion|petition|request) (?:to (?:unseat|oust|topple|remove|question|interpellate|withdraw confidence from)|calling for the (?:removal|ouster) of) {FILL}(?P<s>{K:PI})", modality=_PLANNED),
    Rule("confidence_vote", r"(?P<v>(?:trust|confidence|floor|investiture)[- ](?:vote|test|motion)) (?:in|against|on|of) {FILL}(?P<s>‹[PI]\d+›)"),
    Rule("confidence_vote", r"(?P<s>‹P\d+›){APP} {AUX}(?P<v>{V:face undergo seek take}) (?:a |the |another )?(?:trust vote|floor test|investiture vote|investiture debate|leadership vote in parliament)", modality=_PLANNED),
    Rule("confidence_vote", r"(?P<s>‹P\d+›){APP} {AUX}(?P<v>{V:win secure pass survive clear}) (?:a |the |his |her )?(?:trust vote|floor test|investiture vote)(?:[^‹›;.]{0,30}? (?:with|by) (?P<n>{N}))?", polarity=_AFF),
    Rule("confidence_vote", r"(?P<v>{V:impeach}) {FILL}(?P<s>‹P\d+›)(?:[^‹›;.]{0,40}? (?:with|by) (?P<n>{N}) votes)?", polarity=_AFF),
    Rule("court_ruling", r"(?P<o>‹[POA]\d+›){APP} {AUX}(?P<v>convicted|sentenced|barred|disqualified|acquitted|banned|jailed|disbanded|dissolved|suspended|outlawed|stripped|removed|cleared|unseated)(?:[^‹›;.]|‹[LC]\d+›){0,60}? by {FILL}(?P<s>‹I\d+›)", polarity=_AFF),
    Rule("court_ruling", r"(?P<s>‹I\d+›){APP} {AUX}(?P<v>{V:disband outlaw unseat oust impeach fine}) {FILL}(?P<o>‹[POA]\d+›)"),
)  # fmt: skip

_COURT_SAYS = surface_pattern(
    r"(?P<e>\b(?:an?|the|‹C\d+›['’]s) (?:(?:same|top|high|higher|highest|supreme|constitutional|federal|electoral|"
    r"appeals?|country['’]s|local|district|special|military|accountability|anti-corruption) )*(?:court|tribunal|judges?)"
    r"(?: in ‹[LXC]\d+›)?) {AUX}(?P<v>{V:disband outlaw ban bar disqualify convict sentence jail acquit dissolve unseat "
    r"suspend remove clear release free reinstate}) {FILL}(?P<o>‹[POA]\d+›)"
)
_IS_THE_COURT = re.compile(r"^the (?:same )?(?:court|judges?|tribunal)$", re.IGNORECASE)
_COURT = re.compile(r"\b(?:court|tribunal|judiciary)\b", re.IGNORECASE)
_HOUSE = re.compile(
    r"\b(?:parliament|council of representatives|house|assembly|senate|knesset|bundestag|chamber|congress|cortes|"
    r"legislature|majlis|riksdag|dewan rakyat|nationalrat)\b",
    re.IGNORECASE,
)

_OF_HOUSE = surface_pattern(
    r"(?P<s>‹[IOXP]\d+›){APP} {AUX}(?P<v>{V:back approve endorse reject defeat confirm invest turn_down vote_down}) "
    r"{FILL}(?P<o>‹P\d+›)(?:['’]s? (?:[\w-]+ ){0,2}(?:cabinet|government|line-up))?(?:[^‹›;.]{0,40}?\b(?:by|with) (?:just |only )?(?P<n>{N})(?: votes)?(?:,? (?:to|against|votes)))"
)
_IN_HIS = surface_pattern(
    r"(?P<v>{V:express vote declare} (?:its |their )?confidence in|{V:approve endorse confirm pass reject}|{V:vote} (?:for|in favou?r of|against)) "
    r"(?P<q>his|her|their) (?:new |proposed |partial )?(?:cabinet|government|line-up|ministry)(?:[^‹›;.]{0,40}? by (?:just |only )?(?P<n>{N})(?: votes)? (?:to|against))?"
)
_PUT_OFF = tuple(
    surface_pattern(template)
    for template in (
        (
            r"\b(?P<e>session|sitting|(?:parliamentary|cabinet) (?:session|meeting|sitting))s?\b(?:[^‹›.;,]|‹[CI]\d+›){0,60}? "
            r"(?:was|were|has been|had been|have been|is|being|were again) (?:\w+ ){0,2}?(?P<v>adjourned|postponed|cancelled|canceled|"
            r"called off|put off|suspended|delayed|abandoned)"
        ),
        (
            r"(?P<v>{V:postpone adjourn delay cancel suspend put_off call_off}) (?:the |its |an? |‹[IC]\d+›(?:['’]s)? )?(?:[\w-]+ ){0,2}?"
            r"(?P<e>session|sitting|(?:cabinet|parliamentary) meeting)s?\b"
        ),
    )
)

_KINDS = (
    r"(?:(?:early|snap|fresh|new|general|parliamentary|national|federal|presidential|legislative|upcoming|next|repeat|rerun|"
    r"local|provincial|regional|municipal|another|second|third|fourth|fifth|sixth|midterm|by-|\d{4}|first) )*"
)
_POLLS = rf"(?P<e>{_KINDS}(?:elections?|polls|ballot|by-elections?))"
_ELECTIONS = tuple(
    (surface_pattern(template), polarity, modality)
    for template, polarity, modality in (
        (rf"(?:stage|way|path|door|countdown) (?P<v>for|to|towards?) (?:an? |the )?{_POLLS}", None, _PLANNED),
        (rf"(?P<v>{{V:head}}(?:ed)? (?:back )?(?:for|to|towards?)|on course for) (?:an? |the )?(?:yet )?{_POLLS}", None, _PLANNED),
        (rf"(?P<v>{{V:rule_out exclude reject}}|opposed to|no plans? (?:for|to call)) (?:any |an? |the |holding )*(?P<e>{_KINDS}(?:elections?|polls))", _NEG, None),
        (rf"{_POLLS}(?: in a \w+)? (?:would|could|might|may) (?P<v>follow|loom|be needed|be necessary|come)", None, _POSSIBLE),
        (rf"{_POLLS}(?: (?:planned|scheduled|due|set|slated|originally|expected) [^‹›.;,]{{0,30}})? (?:has been|have been|had been|was|were|is|are|will be) (?:again |once more |\w+ly )?(?P<v>deferred|postponed|put off|delayed|pushed back|moved|brought forward|cancelled|annulled|rescheduled|called off)", None, None),
        (rf"{_POLLS} (?:is|are|was|were|has been|have been|,)? ?(?:now |currently |tentatively )?(?P<v>slated|planned|pencilled in|scheduled|expected|due) (?:for|to be held|to take place|in|on|by)\b", None, _PLANNED),
        (rf"{_POLLS}(?:, | )(?:will|would|is to|are to|must|should|has to|have to) (?P<v>take place|be held|be called|be repeated|go ahead)", None, _PLANNED),
        (rf"(?P<v>{{V:demand urge seek want request}}|{{V:call press push}} for|calls for) (?:an? |the |holding )?(?P<e>{_KINDS}elections?)", None, _DEMANDED),
        (rf"(?P<v>{{V:annul void cancel invalidate}}) (?:the |its )?(?:results? of the |outcome of the )?{_POLLS}", None, None),
    )
)  # fmt: skip
_TO_THE_POLLS = surface_pattern(
    r"(?P<v>{V:go return head} (?:back )?to the (?:polls|ballot box(?:es)?)|{V:cast} (?:their )?(?:ballots|votes)|{V:vote} again (?:on|in)\b)"
)
_IS_FUTURE = re.compile(r"\b(?:will|would|to|set|due|could|may)\b", re.IGNORECASE)


def _first(view: View, pattern: re.Pattern[str], kinds: str = "institution") -> Mention | None:
    """Give the document's first mention of a body of that name."""
    named = (m for m in view.analysis.mentions if m.kind == kinds and pattern.search(m.name))
    return next(named, None)


def _found(view: View, match: re.Match[str], kind: str, subject: Name, **more: object) -> Found:
    return Found(
        kind=kind,
        subject=subject,
        span=view.tokens_of(*match.span()),
        anchor=view.tokens_of(*match.span("v"))[0],
        **more,  # type: ignore[arg-type]
    )


def _plain(view: View, text: str) -> str:
    return re.sub(r"‹\w(\d+)›", lambda m: view.mentions[int(m.group(1))].text, text).strip()


def _read_courts(view: View) -> Iterator[Found]:
    """Read "the same court disbanded X", "a court in Islamabad sentenced X"."""
    for match in _COURT_SAYS.finditer(view.tagged):
        target = view.mentions[int(match["o"][2:-1])]
        known = _first(view, _COURT) if _IS_THE_COURT.match(match["e"]) else None
        words = re.sub(r"^(?:an?|the) ", "", _plain(view, match["e"]), flags=re.IGNORECASE)
        subject = argument(known) if known else Name(words, EntityKind.INSTITUTION)
        if _COURT.search(subject.name):
            yield _found(view, match, "court_ruling", subject, object=argument(target))


def _read_votes(view: View) -> Iterator[Found]:
    """Read a house's vote on a premier or on "his cabinet", with the ayes."""
    for match in _OF_HOUSE.finditer(view.tagged):
        if _HOUSE.search(view.mentions[int(match["s"][2:-1])].name):
            subject = argument(view.mentions[int(match["o"][2:-1])])
            value = read_numeral(match["n"] or "")
            yield _found(view, match, "confidence_vote", subject, value=value, polarity=_AFF)
    for match in _IN_HIS.finditer(view.tagged):
        owner = view.mention_at(view.tokens_of(*match.span("q"))[0])
        is_vote = match["n"] is not None or "confidence" in match["v"].casefold()
        if owner is not None and owner.kind == EntityKind.PERSON and is_vote:
            value = read_numeral(match["n"] or "")
            yield _found(view, match, "confidence_vote", argument(owner), value=value)


def _read_put_off(view: View) -> Iterator[Found]:
    """Read that a sitting was put off: the house the document speaks of does not sit."""
    for pattern in _PUT_OFF:
        for match in pattern.finditer(view.tagged):
            house = _first(view, _HOUSE)
            if "cabinet" in match.group(0).casefold():
                yield _found(view, match, "session", Name("cabinet", EntityKind.INSTITUTION), polarity=_NEG)  # fmt: skip
            elif house is not None:
                yield _found(view, match, "session", argument(house), polarity=_NEG)


def _read_polls(view: View) -> Iterator[Found]:
    """Read polls to come, moved, ruled out or asked for, and voters who go to them."""
    for pattern, polarity, modality in _ELECTIONS:
        for match in pattern.finditer(view.tagged):
            subject = Name(_plain(view, match["e"]), EntityKind.ELECTION)
            yield _found(view, match, "election", subject, polarity=polarity, modality=modality)
    for match in _TO_THE_POLLS.finditer(view.tagged):
        start, end = view.offsets(*view.tokens_of(*match.span()))
        near = [
            d
            for d in view.passage.dates
            if abs(d.start - end) < _NEAR or abs(start - d.start) < _NEAR
        ]
        if near and re.search(
            r"voters|‹C\d+›|country|citizens|people|ers\b|ians\b|nation",
            view.tagged[: match.start()],
        ):
            before = view.tagged[max(0, match.start() - 30) : match.start()]
            modality = _PLANNED if _IS_FUTURE.search(before) else None
            yield _found(view, match, "election", Name("election", EntityKind.ELECTION), modality=modality)  # fmt: skip


_NEAR = 40
"""A date within so many characters says when the voters go."""

HOUSES = Family(
    "procedure at length",
    rules=_RULES,
    readers=(_read_courts, _read_votes, _read_put_off, _read_polls),
)
