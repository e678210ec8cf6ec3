"""Acts of parties that have no kind of their own, and posts asked for, given and kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kutla.claims.claim import Modality, Name, Polarity
from kutla.claims.families.family import Family
from kutla.claims.found import Found, argument
from kutla.claims.rules import Rule
from kutla.claims.subjects import subject_mentions
from kutla.claims.surface import surface_pattern
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.claims.view import View

_SITTING = (
    r"(?:the |a |any |this |all |its |next |coming |early |opening |parliamentary |presidential |municipal |"
    r"snap |local |\w+day['’]s )*(?:sessions?|sittings?|votes?|elections?|polls?|ballot|runoff|parliament|assembly|debate|consultations|"
    r"ceremony|swearing-in|referendum|proceedings|cabinet meetings?)"
)
_RULES = (
    Rule("event_other", r"(?P<s>{LK:POAG}){APP} {AUX}(?P<v>{V:boycott}) (?:{FILL}‹[IEC]\d+›|" + _SITTING + r")"),
    Rule("event_other", r"(?P<s>{LK:POAG}){APP} {AUX}(?P<v>{V:announce declare launch end call_off}) (?:an? |its |their |the )?boycott\b"),
    Rule("event_other", r"(?:" + _SITTING + r"|‹[IEC]\d+›)(?: [^‹›;.]{0,30})? (?:was|were|has been|have been|had been|is|are|being) (?P<v>boycotted) by {FILL}(?P<s>{LK:POAG})"),
    Rule("event_other", r"(?P<s>{LK:OAG}){APP} (?:(?:has|have|had|that|also|it|they|will|would|decided|said|announced|vowed|it would|it will|they would|they will) )*not (?:to )?(?P<v>attend|take part in|participate in|show up for|show up at) (?:{FILL}‹[IEC]\d+›(?:['’]s)? )?" + _SITTING, polarity=Polarity.AFFIRMED, modality=Modality.PLANNED),
    Rule("event_other", r"(?P<s>‹P\d+›){APP} {AUX}(?P<v>{V:return} (?:the|his|her)(?: exploratory)? mandate|{V:hand give} back (?:the|his|her)(?: exploratory)? mandate|{V:hand} (?:the|his|her) mandate back|{V:decline refuse} the mandate)"),
    Rule("event_other", r"(?P<s>{LK:POAG}){APP} {AUX}(?P<v>{V:call_for call organise organize announce declare stage hold}) (?:an? |the )?(?:[\w-]+ )?(?:general strike|sit-ins?|mass protests?|nationwide protests?|demonstrations|civil disobedience|hunger strike|million-man march|protest marches?|street protests?|rallies)\b"),
    Rule("event_other", r"(?P<s>‹P\d+›){APP} {AUX}(?P<v>{V:announce declare}) (?:his|her) (?:final |definitive |complete )?(?:withdrawal|retirement|departure) from (?:political life|politics|public life)"),
    Rule("event_other", r"(?P<s>‹P\d+›){APP} {AUX}(?P<v>{V:quit leave abandon} (?:political life|politics|public life)|{V:retire withdraw} from (?:political life|politics|public life))"),
    Rule("event_other", r"(?P<s>‹C\d+›){APP} {AUX}(?P<v>{V:close shut seal reopen}) (?:its |the )?(?:border|borders|airspace|border crossings?|embassy)\b"),
    Rule("event_other", r"(?P<s>‹C\d+›){APP} {AUX}(?P<v>{V:recall expel summon withdraw}) (?:its|the|‹C\d+›['’]?s?) (?:ambassador|diplomats|envoy)\b"),
    Rule("event_other", r"(?P<s>{LK:PO}){APP} {AUX}(?P<v>{V:mediate}) between\b"),
)  # fmt: skip

_POST = (
    r"(?:(?:[a-z-]+|‹M\d+›),? (?:and )?){0,3}?(?:ministry|ministries|portfolios?|treasury|presidency|speakership|premiership|"
    r"deputy premiership|vice-presidency|governorship|posts? of [a-z ]{3,25})"
)
_POSTS = rf"(?P<d>(?:the |an? |six |four |two |three |five |seven |eight |nine |ten )?{_POST})"
_ASKED = r"{V:demand want seek claim covet request eye insist_on lay_claim_to set_its_sights_on press_for push_for hold_out_for}|{V:ask} for|{V:have} (?:his|her|its|their) eyes? on|{V:be} after"
_GIVEN = r"(?:be|been) (?:given|offered|awarded|handed|allotted|promised|allocated)|{V:get receive secure obtain keep retain take_over}"
_HAD = r"{V:hold control run occupy}"
_HOLDINGS = tuple(
    (modality, surface_pattern(rf"(?P<s>{{LK:POA}}){{APP}} {{AUX}}(?P<v>{verbs}) (?:back )?{_POSTS}(?=[,.;:]|$| (?:for|back|in|and|as|since|to|but|after|at|from|or|under|on|has|which)\b)"))
    for modality, verbs in ((Modality.DEMANDED, _ASKED), (None, _GIVEN), (None, _HAD))
)  # fmt: skip
_HEAD = re.compile(r"^(?:the |an? )?(.*?)\s*(ministr\w+|portfolios?)$", re.IGNORECASE)
_WORDS = frozenset(
    [
        "ministry",
        "ministries",
        "portfolio",
        "portfolios",
        "treasury",
        "presidency",
        "speakership",
        "premiership",
        "governorship",
        "vice",
        "post",
        "posts",
    ]
)


def _read_holdings(view: View) -> Iterator[Found]:
    """Read "Congress gets the finance and home portfolios": one claim a portfolio."""
    if not view.words & _WORDS:
        return
    for modality, pattern in _HOLDINGS:
        for match in pattern.finditer(view.tagged):
            subjects = subject_mentions(view, *match.span("s"))
            for subject in subjects:
                if modality is not Modality.DEMANDED and subject.kind is EntityKind.PERSON:
                    continue  # a person who runs a ministry holds an office
                for post in _posts(view, match["d"]):
                    yield Found(
                        kind="controls",
                        subject=argument(subject),
                        object=Name(post, EntityKind.MINISTRY),
                        span=view.tokens_of(*match.span()),
                        anchor=view.tokens_of(*match.span("v"))[0],
                        modality=modality,
                        by="posts asked for, given or held",
                    )


def _posts(view: View, words: str) -> list[str]:
    plain = re.sub(r"‹\w(\d+)›", lambda m: view.mentions[int(m.group(1))].name, words)
    plain = re.sub(r"^(?:the|an?) ", "", plain)
    head = _HEAD.match(plain)
    if not head or not re.search(r",| and ", head[1]):
        return [plain]
    one = re.sub(r"ies$", "y", head[2]) if head[2].endswith("ies") else head[2].removesuffix("s")
    return [f"{part.strip()} {one}" for part in re.split(r",? and |, ", head[1]) if part.strip()]


ACTS = Family("acts", rules=_RULES, readers=(_read_holdings,))
