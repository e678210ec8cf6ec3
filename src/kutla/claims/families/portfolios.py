"""Offices told at length: who gets which ministry, wider offices, dismissals, names in the ring."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kutla.claims.claim import Modality, Name, Polarity
from kutla.claims.families.family import Family
from kutla.claims.families.offices import OFFICE
from kutla.claims.found import Found, argument
from kutla.claims.rules import Rule
from kutla.claims.surface import markers, surface_pattern
from kutla.claims.view import letter_of
from kutla.vocabulary import EntityKind, name_office

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.claims.view import View

_AREA = (
    "(?:foreign affairs|internal affairs|home affairs|economic (?:development|affairs)|social (?:affairs|security|welfare)|"
    "european affairs|regional (?:affairs|development)|religious affairs|consumer affairs|public (?:administration|works|security)|"
    "higher education|water resources|human rights|interior|home|defen[cs]e|finances?|treasury|oil|justice|health|education|"
    "energy|economy|electricity|trade|planning|culture|labou?r|housing|transport(?:ation)?|infrastructure|agriculture|environment|"
    "climate|information|communications|telecommunications|tourism|industry|commerce|equality|universities|science|research|"
    "welfare|pensions|asylum|migration|immigration|employment|integration|budget|reconstruction|digitali[sz]ation|youth|innovation)"
)
_AREAS = rf"{_AREA}(?:,? and {_AREA})?"
_MINISTRY = rf"(?:the )?(?:foreign (?:ministry|portfolio)|{_AREAS}(?: (?:ministry|portfolio|department|brief|post|job))?|ministry of {_AREAS}|treasury|foreign office)"
_WIDER = (
    r"(?:national security advis[eo]r|(?:intelligence|army|police|spy|military|‹I\d+›) (?:chief|commander)|"
    r"head of (?:the )?(?:\w+ )?intelligence(?: service| agency)?|chief of (?:the )?(?:army|general) staff|opposition leader|leader of the opposition|"
    r"(?:special )?envoy(?: (?:to|for) ‹[CLI]\d+›)?|(?:under[- ]?)?secretary of (?:state|defen[cs]e)|state secretary|menteri besar|mentri besar(?: of ‹\w\d+›)?|"
    r"first minister(?: of ‹\w\d+›)?|taoiseach|tánaiste|vice[- ]chancellor|attorney[- ]general|prosecutor[- ]general|ombudsman|"
    r"(?:regional )?(?:president|premier|governor|mayor|chief minister|prefect) of (?:the )?‹[CLXI]\d+›|"
    r"‹[IXL]\d+› (?:commissioner|ambassador|envoy|governor|mayor)|european commissioner|central bank (?:governor|chief)|"
    r"judge (?:at|of|on) (?:the )?‹I\d+›|grand mufti|auditor[- ]general|head of (?:the )?‹I\d+›)"
)
_ADJECTIVES = r"(?:(?:the|an?|its|his|her|their|former|ex-|current|incumbent|outgoing|then|acting|caretaker|interim|long-serving|longtime|new|also|country's|[a-z]+-time|influential|powerful) )*"
_F = rf"(?P<f>{OFFICE})"
_W = rf"(?P<f>{_WIDER})"
_NEG, _AFF = Polarity.NEGATED, Polarity.AFFIRMED
_PLANNED, _POSSIBLE, _DEMANDED = Modality.PLANNED, Modality.POSSIBLE, Modality.DEMANDED
_NOT_YET = r"(?! (?:candidate|nominee|hopeful|designate|elect))"
_RINGS = r"(?:candidate|nominee|contender|pick|choice)"

_RULES = (
    Rule("holds_office", rf"(?P<s>‹P\d+›)(?: \([^()]*\))?(?:, \d\d)?, (?P<v>{_ADJECTIVES}){_W}{_NOT_YET}"),
    Rule("holds_office", rf"(?P<s>‹P\d+›){{APP}} (?P<v>is|was|has been|had been|served as|serves as|remains) {_ADJECTIVES}{_W}{_NOT_YET}"),
    Rule("holds_office", rf"\b(?:the|its|his|‹[CL]\d+›['’]s) (?P<v>(?:(?:former|acting|outgoing|current|then|new|incumbent) )*)(?:[a-z]+ )?{_W},? (?P<s>‹P\d+›)"),
    Rule("holds_office", r"(?P<v>(?P<f>[Ll]eader of (?:the )?[Oo]pposition)) in (?:the )?(?:‹I\d+›|parliament|house|assembly|lower house|[A-Z]{2,3}),? (?P<s>‹P\d+›)", cue="leader"),
    Rule("holds_office", rf"(?:‹[CL]\d+›['’]s|\bthe(?: country['’]s)?) (?:former |outgoing |acting |caretaker |incumbent )?(?P<v>conservative|liberal|socialist|centre-left|centre-right|center-left|center-right|right-wing|left-wing|nationalist|populist|interim|technocratic|embattled|Shiite|Shia|Sunni|Kurdish|Christian|pro-Western|pro-European|long-serving|veteran|influential|powerful|far-right|independent) {_F}, (?P<s>‹P\d+›)"),
    Rule("holds_office", rf"(?P<s>‹P\d+›)(?: \([^()]*\))?, \d\d(?: years old)?, (?P<v>{_ADJECTIVES}){_F}{_NOT_YET}"),
    Rule("holds_office", rf"(?P<s>‹P\d+›)(?: \([^()]*\))?(?:,|,? who (?:is|was)|,? (?:is|was)) {_ADJECTIVES}{OFFICE} (?P<v>and) (?:also )?{_ADJECTIVES}{_F}{_NOT_YET}"),
    Rule("holds_office", rf"(?P<s>‹P\d+›)(?: \([^()]*\))?, (?:an? |the )?(?:[a-z-]+ ){{1,3}}(?P<v>and) (?:a )?(?:former |ex-|one-time |current )+{_F}{_NOT_YET}"),
    Rule("holds_office", rf"(?P<s>‹P\d+›)(?:[^‹›.;]|‹[CILOAX]\d+›){{0,80}}? and (?P<v>is|was|had been|has been) (?:also )?{_ADJECTIVES}{_F}{_NOT_YET}(?! (?:elected|named))"),
    Rule("holds_office", rf"(?P<v>{{V:dismiss sack fire remove oust relieve axe}}) {{FILL}}(?P<s>‹P\d+›),? (?:as|from (?:the |his |her )?(?:post|office|job|position) (?:as|of)) {_ADJECTIVES}{_F}", polarity=_NEG),
    Rule("holds_office", rf"(?P<s>‹P\d+›){{APP}} {{AUX}}(?P<v>dismissed|sacked|fired|removed|ousted|relieved)(?: [^‹›;.]{{0,20}})? (?:as|from (?:the |his |her )?(?:post|office|job|position) (?:as|of)) {_ADJECTIVES}{_F}", polarity=_NEG),
    Rule("holds_office", rf"(?P<s>‹P\d+›),? (?:who |which )?{{AUX}}(?P<v>held|holds|occupied|occupies) (?:the )?(?:post|office|position|job) of {_ADJECTIVES}{_F}"),
    Rule("holds_office", rf"(?P<s>‹P\d+›){{POS}} (?P<v>(?:first |second |third |previous |last |eight |two |own )?(?:terms?|tenure|stint|time|years)(?: in office)? as) {_F}"),
    Rule("appointed_to", rf"(?P<v>{{V:make}}) {{FILL}}(?P<s>‹P\d+›) (?:his|her|the|its|an?|new|interim|acting|caretaker)? ?{_F}"),
    Rule("appointed_to", rf"(?P<s>‹P\d+›)(?:, (?:[^‹›;.]|‹\w\d+›){{1,160}}?), (?:was|is|has been|had been) (?P<v>elected|appointed|sworn in|named|confirmed|re-elected)(?: as)? {_ADJECTIVES}{_F}"),
    Rule("appointed_to", rf"(?P<v>{{V:hand give entrust assign award}}) (?P<d>the (?:{_AREAS}) (?:ministry|portfolio|brief)) to {{FILL}}(?P<s>‹P\d+›)"),
    Rule("appointed_to", rf"(?P<d>[Tt]he (?:{_AREAS}) (?:ministry|portfolio|brief)) (?P<v>went|goes|will go|is to go|was given|was handed|has gone|was entrusted|passes) to {{FILL}}(?P<s>‹P\d+›)"),
    Rule("appointed_to", rf"(?P<s>‹P\d+›){{APP}} {{AUX}}(?P<v>{{V:replace succeed}}) {{FILL}}‹P\d+› (?:at|in charge of|as head of) (?P<d>(?:the )?(?:{_AREAS}|{_AREAS} (?:ministry|department)|ministry of {_AREAS}))(?=[,.;]| (?:on|in|after|and)\b)"),
    Rule("appointed_to", r"(?P<v>{V:approve endorse confirm swear_in}) {FILL}(?P<s>‹P\d+›){POS} (?:new |\d+-member |\w+-member )?(?:cabinet|government)(?=[,.]| (?:on|in|after|with|by)\b)", office="prime minister", modality=None),
    Rule("nominated_for", rf"(?P<s>‹P\d+›){{APP}} {{AUX}}(?P<v>tipped|slated|earmarked|lined up|in line|pencilled in|floated|suggested) for (?P<d>{_MINISTRY})", modality=_POSSIBLE),
    Rule("nominated_for", rf"(?P<s>‹P\d+›){{APP}} {{AUX}}(?P<v>offered|promised) (?P<d>{_MINISTRY})(?=[,.;]| (?:in|and|by|as|but)\b)"),
    Rule("nominated_for", rf"(?P<v>{{V:offer promise}}) {{FILL}}(?P<s>‹P\d+›) (?P<d>the (?:{_AREAS})(?: (?:ministry|portfolio|department|brief|post|job))?)(?=[,.;]| (?:in|and|by|as|but)\b)"),
    Rule("nominated_for", rf"(?P<v>nomination|designation|selection|choice) of {{FILL}}(?P<s>‹P\d+›) (?:as|for|to be|to become|to the post of) {_ADJECTIVES}{_F}"),
    Rule("nominated_for", rf"(?P<v>nomination|naming) of {{FILL}}(?P<s>‹P\d+›)(?: as [^‹›;.]{{0,40}}?(?:candidate|nominee|choice)(?: for| to become| to be)+ {_ADJECTIVES}{_F})?"),
    Rule("nominated_for", r"(?P<s>‹P\d+›){POS} (?P<v>nomination)(?! (?:as|for|to)\b)"),
    Rule("holds_office", rf"(?P<s>‹P\d+›) (?:is|was|had been|has been|served as) {_ADJECTIVES}{OFFICE}(?: (?:of|in|for) ‹\w\d+›)?(?: (?:from|between|in|until|since) [^‹›;.,]{{4,24}}?)?,? (?P<v>and)(?: then| later| as)? {_ADJECTIVES}{_F}{_NOT_YET}"),
    Rule("nominated_for", rf"(?P<s>‹P\d+›){{POS}} (?P<v>nomination|designation) (?:as|for|to be|to become|to) {_ADJECTIVES}{_F}"),
    Rule("nominated_for", r"(?P<s>‹P\d+›),? whom {FILL}‹[OPAIC]\d+› {AUX}(?P<v>designated|tasked|nominated|put forward|asked to form|proposed)(?=[,. ])"),
    Rule("nominated_for", r"(?P<s>‹P\d+›),? {AUX}(?:been )?(?P<v>charged|tasked|asked|entrusted|invited) by {FILL}‹\w\d+› (?:with|to) (?:form|forming|assemble|assembling|try to form|put together|lead|leading) ", office="prime minister"),
    Rule("candidate_for", rf"(?P<s>{{LK:P}}){{APP}} {{AUX}}(?:is|are|was|were|among|as|be)? ?(?P<v>the frontrunners?|front-?runners?|favou?rites?|contenders?|candidates?|the favou?rites?|hopefuls?)(?: to be(?:come)?| for| to take over as| to succeed ‹P\d+› as| for the post of) {_ADJECTIVES}{_F}"),
    Rule("candidate_for", rf"(?P<s>‹P\d+›), (?:the |an? )?(?:[a-z-]+ ){{0,2}}?(?P<v>{_RINGS}) (?:of|from|backed by|put up by|fielded by|supported by) {{FILL}}‹[OAX]\d+›"),
    Rule("candidate_for", r"(?P<s>‹P\d+›),? {AUX}(?:been )?(?P<v>put up|fielded|put forward|backed for the (?:post|job)) by {FILL}‹[OAX]\d+›"),
    Rule("candidate_for", r"(?P<o2>‹[OAX]\d+›){POS}? (?:own |official |joint )?(?P<v>candidate|nominee|contender|challenger),? (?P<s>‹P\d+›),? {AUX}(?:got|received|won|took|polled|secured|garnered|obtained|came|finished|lost) "),
    Rule("candidate_for", rf"(?P<v>{{V:challenge defeat beat face}}) {{FILL}}(?P<s>‹P\d+›) (?:for|in the (?:race|contest|vote|election|ballot) for) {_ADJECTIVES}{_F}"),
    Rule("candidate_for", rf"(?P<v>race|contest|run-?off|contenders|rivals|candidates|front-?runners) for {_ADJECTIVES}{_F} (?:is |are |pits |between |included? |were )+(?P<s>{{LK:P}})"),
    Rule("candidate_for", rf"(?P<s>‹P\d+›) and {{FILL}}‹P\d+› (?:are |were |will )?(?P<v>{{V:compete vie contest}}|competing|vying|in the running)(?: for)? {_ADJECTIVES}{_F}"),
    Rule("candidate_for", rf"(?P<v>{{V:support back endorse}}) {{FILL}}(?P<s>‹P\d+›){{POS}} (?:candidacy|bid|nomination|candidature) (?:for|as|to become) {_ADJECTIVES}{_F}"),
    Rule("withdraws_candidacy", rf"(?P<s>‹P\d+›){{APP}} {{AUX}}(?P<v>{{V:rule}} (?:himself|herself) out|{{V:take}} (?:himself|herself) out|{{V:pull withdraw remove}} (?:his|her) name)(?: of the running| of the race| from the (?:race|ballot|running|list|contest))?(?:(?: for| as)+ {_ADJECTIVES}{_F})?"),
    Rule("withdraws_candidacy", rf"(?P<s>‹P\d+›){{APP}} (?:will not|won't|would not|does not want to|said (?:he|she) would not|is not going to|no longer wants to|will no longer) (?P<v>run|stand|seek|be a candidate|contest)(?: again| another term| re-election)?(?: for| as|,| in)+ {_ADJECTIVES}{_F}", polarity=_AFF),
    Rule("resigns", r"(?P<s>‹P\d+›){APP} {AUX}(?P<v>{V:resign quit step_down}) from (?:the |his |her )?(?P<o>‹[IMO]\d+›)"),
    Rule("resigns", rf"(?P<s>‹P\d+›){{APP}} {{AUX}}(?P<v>{{V:hand present deliver tender submit hand_in}} (?:in )?(?:his|her)(?: letter of)? resignation)(?: (?:as|from)(?: ‹C\d+›['’]s)? {_ADJECTIVES}{_F})?"),
    Rule("resigns", rf"(?P<s>‹P\d+›){{APP}} {{AUX}}(?P<v>forced to resign|forced to step down|driven from office|forced to quit)(?: as {_ADJECTIVES}{_F})?"),
    Rule("resigns", r"(?:{V:call} for|{V:demand seek want}|calling for|demanding|calls for|demands for) {FILL}(?:the )?(?P<s>‹P\d+›){POS} (?:immediate )?(?P<v>resignation|departure)", modality=_DEMANDED),
    Rule("resigns", r"(?:{V:call} for|{V:demand seek want}|calling for|demanding|calls for|demands for) the (?:immediate )?(?P<v>resignation|departure) of {FILL}(?P<s>‹[PI]\d+›)", modality=_DEMANDED),
    Rule("resigns", r"(?P<v>{V:call} on|{V:urge press tell ask}|calling on|urging) {FILL}(?P<s>‹P\d+›) to (?:resign|step down|step aside|stand down|quit|leave office|go)\b(?! to)", modality=_DEMANDED),
    Rule("resigns", r"{V:demand insist ask urge} that {FILL}(?P<s>‹P\d+›) (?:should |must |immediately )*(?P<v>resign|step down|stand down|go|quit|leave office)\b", modality=_DEMANDED),
    Rule("resigns", r"(?P<s>{LK:P}){APP} {AUX}(?P<v>{V:tender submit hand_in}) their resignations?"),
    Rule("resigns", rf"(?P<s>‹P\d+›){{APP}} {{AUX}}(?P<v>{{V:bow_out stand_aside step_aside step_back}} as) {_ADJECTIVES}{_F}{_NOT_YET}"),
    Rule("controls", rf"(?P<s>{{LK:OA}}){{APP}} {{AUX}}(?P<v>{{V:get receive land win keep retain secure obtain take}}|given|handed|awarded|allotted|allocated|assigned) (?P<d>(?:the )?(?:(?:{_AREAS}) (?:ministr(?:y|ies)|portfolios?)|(?:speakership|presidency|premiership|deputy premiership|governorship)))(?=[,.;]| (?:and|while|in|under|as|but)\b)"),
    Rule("controls", rf"(?P<d>[Tt]he (?:(?:{_AREAS}) (?:ministry|portfolio)|speakership|presidency|premiership)), (?:[^‹›;.]{{0,40}} )?(?P<v>in) {{FILL}}(?P<s>‹[OA]\d+›) hands"),
)  # fmt: skip

_ONE = r"(?:‹[OXC]\d+›['’]s? )?‹P\d+›(?: \([^()]*\))?(?: (?:of|from) ‹[OXC]\d+›)?"
_NAMES = (
    rf"{_ONE}(?:, (?:[a-z][\w' -]{{0,40}}? )?{_ONE})*(?:,? and (?:[a-z][\w' -]{{0,40}}? )?{_ONE})?"
)
_CANDIDATES = surface_pattern(
    rf"(?P<v>candidates?|contenders?|nominees?|hopefuls|names|front-?runners)(?: (?:are |were )?(?:vying|running|competing|standing))?(?: (?:for|to become) {_ADJECTIVES}{_F})?(?: (?:are|were|being|include|includes|included)|,? (?:including|such as|among them)|:) "
    rf"{{FILL}}(?P<s>{_NAMES})"
)


_CHOSEN = (
    surface_pattern(rf"(?P<v>{{V:elect appoint name choose confirm re-elect}}) {{FILL}}(?P<s>{_NAMES}) as (?:its |the |new )*(?P<f>{OFFICE})s\b"),
    surface_pattern(rf"(?P<s>{_NAMES}),? (?:were|have been|had been) (?P<v>elected|appointed|named|chosen|confirmed|re-elected|sworn in)(?: as)? (?:its |the |new )*(?P<f>{OFFICE})s\b"),
)  # fmt: skip


def _read_chosen(view: View) -> Iterator[Found]:
    """Read "elected X (of A), Y and Z as deputy speakers": each is one."""
    for pattern in _CHOSEN:
        for match in pattern.finditer(view.tagged):
            for index in markers(match["s"]):
                if letter_of(view.mentions[index]) == "P":
                    yield Found(
                        kind="appointed_to",
                        subject=argument(view.mentions[index]),
                        object=Name(name_office(match["f"]), EntityKind.OFFICE),
                        span=view.tokens_of(*match.span()),
                        anchor=view.tokens_of(*match.span("v"))[0],
                    )


def _read_candidates(view: View) -> Iterator[Found]:
    """Read "the other candidates include X, Y and Z": each is one."""
    for match in _CANDIDATES.finditer(view.tagged):
        office = match.groupdict().get("f")
        for index in markers(match["s"]):
            if letter_of(view.mentions[index]) == "P":
                yield Found(
                    kind="candidate_for",
                    subject=argument(view.mentions[index]),
                    object=Name(name_office(office), EntityKind.OFFICE) if office else None,
                    span=view.tokens_of(*match.span()),
                    anchor=view.tokens_of(*match.span("v"))[0],
                )


_TAKES = (
    r"(?:(?:will|is to|is set to|is expected to|would) )?(?P<v>gets?|keeps?|kept|takes?|took|receives?|received|retains?|retained|goes to|went to|"
    r"moves? to|moved to|becomes?|became|be minister (?:of|for)|stays? at|remains? at|returns? to|returned to|heads?|takes? over(?: at)?|took over(?: at)?|"
    r"be (?:the )?(?:new )?minister (?:of|for)|lands?|landed|be in charge of|be given|was given|was handed|was named to|is named to)"
)
_ASIDE = r"(?: \((?:[^()‹›]|‹\w\d+›)*\))?(?:(?: of|, of| from|, from|, also) ‹[OAX]\d+›)?(?:, [^,;‹›]{1,40},)?"
_AREA_END = rf"(?P<d>(?:the )?{_AREAS})(?: (?:ministry|portfolio|department|brief))?(?=[,.;:]| (?:and|while|in|after|from|as)\b|$)"
_GETS = surface_pattern(rf"(?P<s>‹P\d+›){_ASIDE} {_TAKES} {_AREA_END}")
_IS_MINISTER = surface_pattern(
    rf"(?P<s>‹P\d+›){_ASIDE} (?:is|are|was|were|will|would)(?: set| due| expected)?(?: to)? (?:become|be)?(?P<v> ?(?:named |appointed )?(?P<w>minister (?:of|for))) {_AREA_END}"
)
_AND_SO = surface_pattern(
    rf"(?:,|;)?(?: and| while)? {{FILL}}(?P<s>‹P\d+›){_ASIDE},? (?:to |for |at |minister (?:of|for) )?{_AREA_END}"
)
_IN_BRACKETS = surface_pattern(rf"(?P<s>‹P\d+›) \((?P<d>{_AREAS})\)")
_FOR_HIM = surface_pattern(
    rf"(?:^|[;,.:] ?)(?P<d>(?:the )?{_AREAS}) (?P<v>for|goes to|went to|to) {{FILL}}(?P<s>‹P\d+›)"
)


def _read_portfolios(view: View) -> Iterator[Found]:
    """Read "X keeps foreign affairs, Y the interior and Z of the League goes to culture"."""
    for pattern in (_GETS, _IS_MINISTER):
        for match in pattern.finditer(view.tagged):
            anchor = view.tokens_of(*match.span("v"))[0]
            yield _given(view, match, match.start(), anchor)
            at = match.end()
            while further := _AND_SO.match(view.tagged, at):
                yield _given(view, further, further.start("s"), anchor)
                at = further.end()
    for match in _FOR_HIM.finditer(view.tagged):
        yield _given(view, match, match.start("d"), view.tokens_of(*match.span("v"))[0])
    for match in _IN_BRACKETS.finditer(view.tagged):
        anchor = view.tokens_of(*match.span("s"))[0]
        given = _given(view, match, match.start(), anchor)
        yield Found(
            kind="holds_office",
            subject=given.subject,
            object=given.object,
            span=given.span,
            anchor=anchor,
            layer="name",
        )


def _given(view: View, match: re.Match[str], start: int, anchor: int) -> Found:
    area = re.sub(r"^the ", "", match["d"], flags=re.IGNORECASE)
    words = match.groupdict().get("w")
    area = f"{words} {area}" if words else area
    return Found(
        kind="appointed_to",
        subject=argument(view.mentions[int(match["s"][2:-1])]),
        object=Name(area, EntityKind.OFFICE),
        span=view.tokens_of(start, match.end()),
        anchor=anchor,
    )


PORTFOLIOS = Family(
    "offices at length", rules=_RULES, readers=(_read_portfolios, _read_candidates, _read_chosen)
)
