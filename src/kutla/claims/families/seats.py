"""Seats: who won or holds how many, out of how many; and how many members a bloc has."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kutla.claims.families.family import Family
from kutla.claims.found import Found, argument
from kutla.claims.numerals import read_numeral
from kutla.claims.surface import markers, surface_pattern
from kutla.claims.view import View, letter_of
from kutla.documents.document import BlockRole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.language import Mention
    from kutla.language.patterns import Pattern

_VERBS = (
    "{V:win gain take secure get obtain earn claim capture clinch grab bag net hold have control "
    "possess retain keep receive garner score collect command boast pick_up finish_with end_up_with "
    "emerge_with come_away_with walk_away_with return score_with poll see_off finish_on win_back "
    "account_for muster total occupy scoop land}|on course for|on track for|projected to win|forecast to win|set to win|heading for|(?:reduced|down|cut|fell|falls|collapsed|tumbled|crashed|dropped|slumped|rose|rises|grew|grows|left|shrank|shrunk|slipped|plunged|jumped|jumps|climbed|climbs|soared|soars|leapt|leaps|surged|surges|"
    "sank|stood|stands|sits|sat|stuck|came in) (?:to|with|at)|is (?:down to|up to|at)|was down to"
)
_ABOUT = (
    "(?:(?:only|just|about|around|some|nearly|almost|roughly|approximately|at least|more than|over|"
    "up to|as many as|fewer than|a total of|total of|an estimated|a combined|a mere|a|its|his|her|"
    "their|all|the|another|merely|exactly|now|currently|the largest share of seats,? with|"
    "\\d+(?:\\.\\d+)? ?(?:%|percent|per cent)(?: of the (?:[a-z]+ )?votes?)?,? (?:and|or|for|giving it|translating into)|dismal|record|paltry|whopping|commanding|modest|meagre|respectable|comfortable|surprise|staggering|impressive|disappointing|"
    "the (?:most|highest number of|largest number of|largest share of|biggest share of) (?:parliamentary )?seats,? (?:with|at)) )*"
)
_OF = (
    "(?:(?: out of| of| in|/) ?(?:(?!seats)(?:[a-z][\\w'’]*|‹\\w\\d+›(?:['’]s)?) ){0,4}?"
    "(?P<t>\\d{2,4})(?:[- ](?:seat|member)s?)?)?"
)
_SEATS = (
    "(?: (?:parliamentary|legislative|council|assembly|constituency|direct|(?-i:[A-Z])\\w+|"
    "‹[IXO]\\d+›(?:['’]s)?))? (?:seats?|mandates?|MPs|deputies|lawmakers|parliamentarians|legislators|senators|members(?= (?:in|of|out of) the (?:\\d+-|‹I)))"
    "(?:,? (?:in|of|out of) (?:(?!seats)(?:[a-z][\\w'’-]*|‹\\w\\d+›(?:['’]s)?) ){0,3}?(?P<u>\\d{2,4})"
    "(?:[- ](?:seat|member|strong)| seats| members))?"
)
_GAP = "(?:[^‹›;:]|‹[CELIM]\\d+›){0,110}?"
_LED = (
    r"(?: \([^()]{1,40}\))?(?: of (?:(?:[^‹›;,]|‹[OIA]\d+›){0,80} )?‹[PX]\d+›,?)?"
    r"(?:,? (?:led|headed|chaired|fronted) by (?:[^‹›;]|‹[CILM]\d+›){0,60}?‹[PX]\d+›,?)?"
)
_NUMBER = "(?P<n>{N})"

_CLAUSE = rf"(?<!by )(?P<s>{{LS}}){_LED}{{APP}}{_GAP}(?<![\w-])(?P<v>{_VERBS}) {_ABOUT}{_NUMBER}{_OF}{_SEATS}"
_WITH = rf"(?P<s>{{LS}}){_LED}{{APP}}(?:[^‹›;:,]|‹[ECLI]\d+›){{0,70}}?[ ,(]+(?P<v>with|on|at|holding) {_ABOUT}{_NUMBER}{_OF}{_SEATS}"
_BRACKETED = rf"(?P<s>{{S}})(?: of (?:[^‹›;,()]{{0,40}} )?‹[PX]\d+›)?,? ?\((?P<v>{_ABOUT}{_NUMBER})(?P<w> (?:seats?|MPs|mandates?|deput(?:y|ies)|lawmakers?|members|MKs|MNAs|senators?|legislators))?\)"
_FOR = (
    rf"(?P<v>{_NUMBER}){_OF}{_SEATS}(?: (?:went|go|going|belong|belonging|that went))?"
    r"(?:,? (?:are|were|was|being))?(?: (?:won|held|taken|controlled|secured|occupied) by| for| to)"
    r" {FILL}(?P<s>{LS})(?!['’]s \d)"
)
_BARE = (
    rf"(?<!by )(?P<s>{{LS}}){_LED}{{APP}},?(?: finished| came| ended up)?(?:[^‹›;:,]{{0,24}}?) (?P<v>{_VERBS}|with|on)"
    rf" {_ABOUT}{_NUMBER}(?= each| apiece|[,.;)]| and | while |$)"
)
_OUT_OF = rf"(?P<s>{{LS}}){_LED}{{APP}}{_GAP} (?P<v>with|on|at|has|have|won|took|holds?|held) {_ABOUT}{_NUMBER} (?:out )?of (?:the )?(?P<t>\d{{2,4}})(?! ?(?:per|%))"
_APIECE = r"(?P<s>‹[OXA]\d+›(?:, (?:the )?‹[OXA]\d+›)*,? and (?:the )?‹[OXA]\d+›),? which (?:each )?(?P<v>{V:have hold win take}) (?P<n>{N}) (?:seats?|deput(?:y|ies)|MPs?|lawmakers?|members?) (?:each|apiece)"
_ASIDE = r"(?P<s>{S}),? (?P<v>with) (?:its |his |her |their |just |only )?(?P<n>{N})(?: (?:seats?|deputies|MPs|lawmakers))?(?=,)"
_EACH_BY = (
    r"(?P<v>(?P<n>{N}))(?: seats?)? each (?:by|for|to|from|went to|going to) {FILL}(?P<s>{LS})"
)
_DASHED = r"(?P<s>{S})(?: \([^()]*\))? [-–—] (?P<v>(?P<n>{N}))(?: seats?| MPs| mandates)?(?=[,.;]| and |$)"
_EACH = r"(?P<s>{LS}),? \((?P<v>(?P<n>{N})) each\)"
_LAWMAKERS = r"\b(?:[Tt]he|[Aa]ll|[Aa]ll the|[Ii]ts|whose) (?P<v>(?P<n>{N})) (?:lawmakers|MPs|deputies|seats|legislators|senators|members|elected members) (?:of|from) {FILL}(?:‹P\d+›(?:['’]s?)? )?(?:own |new )?(?P<s>{K:OX})"
_THE_N_OF = r"\b(?:the|and|plus|besides the|of the) (?P<v>(?P<n>{N})) of (?:the )?(?P<s>{K:OX})(?=[,.;:]| and | who | abstain| vot)"
_BELONG = r"(?P<v>(?P<n>{N})) (?:seats |MPs |deputies |lawmakers |members )?(?:belong|come|hail|are|were) (?:to|from|with) {FILL}(?P<s>{K:OX})"
_IN_ASIDE = r"(?P<s>{S})(?: \([^()]*\))?,? \((?:[^()‹›]{0,20}|‹O\d+›), (?P<v>(?P<n>{N})) (?:seats|MPs|deputies|lawmakers|mandates)\)"
_A_GROUP = rf"(?P<s>{{K:OX}})(?: alliance| party| bloc| movement| list| coalition)?{_LED},? (?:which (?:is|was|remains|became) )?(?:with|a|an|the|still|by far)(?: the)? (?:[\w'’-]+ ){{0,4}}?(?P<v>group|bloc|force|faction|caucus|contingent|party|delegation)(?: in (?:the )?(?:‹I\d+›|[a-z ]{{4,20}}))?,? (?:of|with|of some) (?P<n>{{N}}) (?:seats|MPs|deputies|lawmakers|members|legislators|senators)"
_WHICH = r"(?P<s>{K:OX})(?: \([^()]*\))?,? (?:or ‹O\d+›, )?which (?:has|had|holds|held|won|took|commands|(?:finished|came|placed) (?:\w+ )?(?:on|with)|came in with|entered \w+ with) (?P<v>(?:just |only )?(?P<n>{N}))(?=[,.;]| and | seats| MPs| deputies| lawmakers)"
_LED_TO = r"(?P<s>{K:OX}),? (?:which )?(?P<v>entered|entering|returned to|is represented in|sits in) (?:[\w ]{0,20}|(?:the )?‹I\d+›) with (?P<n>{N}) (?:seats|MPs|deputies|lawmakers|members)"
_WHOSE = (
    r"(?P<s>{S}),? whose (?P<v>(?P<n>{N})) (?:MPs|deputies|lawmakers|seats|legislators|senators)"
)
_GIVEN = r"(?P<v>{V:give award hand allot}) (?:‹P\d+›(?:['’]s?)? )?{FILL}(?P<s>{K:OAX})(?: \([^()]*\))? (?P<n>{N})(?: (?:out )?of the \d+)? (?:seats|deputies|MPs|lawmakers|mandates)"
_ONE = r"\bthe (?P<v>(?P<n>only|sole|lone|single)) (?:deputy|representative|MP|lawmaker|member|seat|senator) (?:of|from|for) {FILL}(?P<s>{K:OX})"
_N_FOR = r"[:;,] (?P<v>(?P<n>{N})) (?:for|to) {FILL}(?P<s>{K:OX})"
_WITH_FIRST = r"(?:^|; )[Ww]ith (?:its |just |only |a total of )?(?P<v>(?P<n>{N})) (?:seats|lawmakers|MPs|deputies|members|legislators|senators),? {FILL}(?P<s>{S})"
_TALLY = r"(?P<s>{S})(?:[^‹›;:.]){0,50}? (?:tally|share|total|number of seats|representation|strength|seats|caucus) (?P<v>(?:rose |fell |grew |shrank |dropped |climbed )?(?:from \d+ )?to) (?P<n>{N})(?: seats| deputies| MPs| lawmakers)?(?=[,.;]| (?:from|in|after|seats|and))"
_BY_WINNING = rf"(?<!by )(?P<s>{{S}})(?: \([^()]*\))?{{APP}} {{AUX}}(?P<v>[a-z]+(?:ed|ing)) (?:[^‹›;.,]|‹[A-Z]\d+›){{0,40}}? by (?:winning|taking|securing|gaining|capturing|claiming|picking up|grabbing) {_ABOUT}{_NUMBER}{_OF}{_SEATS}"
_ENDED_ON = r"(?P<s>{S})(?: \([^()]*\))?(?: (?:of|under) [^‹›;,.]{0,30}‹P\d+›)?,? (?:which |that )?(?:lost|gained|dropped|shed|added|picked up) (?:[\w-]+ )?seats,? (?:and |to )?(?P<v>(?:finish|end|land|come|finishing|ending|ended|finished|fell|falling|fall|rose|drop|dropping)(?: up)? (?:on|with|at|to)) (?P<n>{N})\b(?! (?:per|%))"
_RAISED = rf"(?P<s>{{S}}){{APP}} (?:[^‹›;.]|‹[EILC]\d+›){{2,90}}?,? (?:and )?(?P<v>{{V:raise increase boost double expand lift}}|(?:raising|increasing|boosting|expanding|lifting)|{{V:reduce cut}}) (?:its|their) (?:number of seats|seats|tally|share|representation|seat count|presence)(?: in (?:the )?(?:‹I\d+›|[a-z]+))?(?: from \d+)? to {_NUMBER}{_OF}(?:{_SEATS})?"
_THE_MOST = r"(?P<s>{S}){APP} (?:[^‹›;.,]|‹[EI]\d+›){0,50}?(?P<v>with) the (?:most|highest number of|largest number of) (?:parliamentary )?seats,? (?P<n>{N})\b"
_WHOSE_PART = r"(?P<s>{K:OX})(?: alliance| coalition| bloc| list)?, whose [^‹›,;]{3,50}‹[OAX]\d+›(?: party)?(?: ‹[OAX]\d+›)?, (?P<v>won|took|has|holds|got|gained|secured|finished with|came second with|ended up with) {ABOUT}(?P<n>{N})(?: seats)?(?=[,.;]| in | and )".replace(
    "{ABOUT}", _ABOUT
)
_AGAINST_ITS = (
    r" (?:to|against) (?:the )?(?P<s>{K:OX})['’]s? (?P<n>{N})(?= *(?:[,.;]| and | seats))"
)
_HAUL = r"(?P<s>{S}){POS} (?:[\w-]+ ){0,2}?(?:haul|tally|total|bloc|caucus|group|contingent) (?P<v>of) (?P<n>{N}) (?:seats|MPs|deputies|lawmakers|members)"
_KEPT = rf"(?P<s>{{S}}){{APP}} (?:itself )?{{AUX}}(?P<v>{_VERBS}) (?:its|all|all its|his|her|their)(?: own)? (?P<n>{{N}}) (?:seats|MPs|deputies|lawmakers)"
_STRONG = r"(?P<v>(?P<n>{N}))-(?:seat|member|strong|MP) {FILL}(?P<s>{S})"
_OWN = (
    r"(?P<s>{S}){POS} (?P<v>(?P<n>{N}))(?: (?:elected|parliamentary|strong))? "
    r"(?:seats|MPs|deputies|lawmakers|members|mandates|legislators)"
)
_ROW = (
    r"^(?:[-–—•*]\s*|\d+[.)]\s*)?(?P<s>{S})(?: ?\([^()]*\))?\s*(?:[:|–—\t-]\s*)+(?P<v>(?P<n>{N}))"
    r"(?:\s*(?:seats?|MPs))?\s*(?:$|[,.;(|])"
)
_LINE = r"^(?P<s>{S})(?: \([^()]*\))? (?P<v>(?P<n>\d{1,3}))(?: seats)?[.,;]?$"
_NEXT = (
    r"(?:[^‹›;.,]|‹[ICEL]\d+›){0,40}?(?:,|;| and| while| followed by| ahead of| then| plus|, with| against)+ (?:by |with )?{FILL}(?:‹P\d+›['’]s? own )?(?P<s>{S})"
    rf"{_LED}(?: \([^()]*\))?(?:,? (?:with|on|at|has|have|had|gets?|got|won|took|gained|secured|came|"
    rf"received|obtained|possessed|holds?|held|second|third|fourth))* {_ABOUT}(?P<n>{{N}})"
    r"(?P<w> (?:seats?|MPs|mandates?))?(?! ?(?:%|percent|per cent|votes|points|days|years|ministr|"
    r"portfolios|million))(?![\d.,]*\d)"
)
_MORE_THAN = r"(?: in (?:the )?(?:‹[IE]\d+›|(?:[\w'’-]+ ){0,3}?(?:parliament|house|chamber|assembly|election|vote|poll)))*,? (?P<n>{N})(?: seats?)? (?P<v>more|fewer|less|ahead|behind|clear)(?: than| of)? {FILL}(?P<s>{S})"
_IN_OTHER_HOUSE = (
    r"(?: (?:out )?of \d+)?(?: in (?:the )?(?:[\w-]+ ){0,2}?(?:‹I\d+›|house|chamber|parliament))?,? (?:and|plus) (?:another )?"
    r"(?P<n>{N})(?: seats)? in (?:the )?(?:[\w-]+ ){0,2}?(?:‹I\d+›|house|chamber)"
)
_LISTED = r"(?P<s>{S})(?: of (?:[^‹›;,]{0,40} )?‹P\d+›)? (?P<v>(?P<n>\d{1,3}))(?=[,.;]| and )(?! (?:and|per))"
_PAIRED = (
    rf"(?P<s>{{LS}})(?: parties| blocs| lists)?{{APP}} {{AUX}}(?P<v>{_VERBS}|with) (?P<m>{_ABOUT}{{N}}(?:, {{N}})*,? and {{N}})"
    r"(?: (?:seats?|MPs|mandates?|parliamentary seats))?(?:,? respectively)?"
)
_SIZE_JOINED = r"(?P<g>‹G\d+›) {AUX}(?P<v>{V:join sign_up_to back enter}) {FILL}(?P<s>{K:OX})"
_SIZE_TOO = r"(?P<s>{K:OX})(?: \([^()]*\))?, (?:which|that) (?:[^‹›.;]|‹[CLEI]\d+›){2,60}? and (?P<v>includes?|included|comprises|comprised|gathers|groups|numbers|counts|has|had) (?P<g>‹G\d+›)"
_SIZE_OF = (
    r"(?P<s>{K:OX}){APP} {AUX}(?P<v>{V:comprise include number count group command gather have hold "
    r"bring_together contain unite}|(?:made up|composed|consists?|consisting) of|comprising|of) (?:over |more than |about |around |some |nearly |almost |at least )?{FILL}(?P<g>‹G\d+›)"
)
_WORDINGS = (
    *(
        _EACH_BY,
        _DASHED,
        _CLAUSE,
        _WITH,
        _FOR,
        _STRONG,
        _OWN,
        _BARE,
        _OUT_OF,
        _APIECE,
        _ASIDE,
        _EACH,
    ),
    *(_BY_WINNING, _ENDED_ON, _RAISED, _THE_MOST, _WHOSE_PART),
    *(_THE_N_OF, _BELONG, _IN_ASIDE, _A_GROUP, _WHICH, _LED_TO),
    *(_LAWMAKERS, _WHOSE, _GIVEN, _ONE, _N_FOR, _WITH_FIRST, _TALLY, _HAUL, _KEPT),
)
_HOUSE = re.compile(
    r"\b(?:parliament|chamber|assembly|house|senate|congress of deputies|knesset|bundestag|council)\b",
    re.IGNORECASE,
)
_NO_SEATS = {"any", "a single", "no"}
_SINGLE = {"only", "sole", "lone", "single"}
_SHORT_LINE = 8
_LINES_OF_A_TABLE = 15
_SEAT_WORD = re.compile(
    r"\b(?:senators|legislators|MKs|MNAs)\b|\b\d+-(?:seat|member)\b|\b(?:members of (?:the )?(?:[A-Z]|parliament|house|chamber|assembly)|seats?|MPs|mandates?|deputies|lawmakers|parliamentarians)\b"
)
_LED_BY = re.compile(r"(?:led|headed|chaired|backed|founded) by (?:[\w-]+ ){0,3}$")
_WHOSE_IS = re.compile(r", whose [^‹›,;]{3,50}(?: is| are| was) (?:the )?(?:[\w-]+ ){0,3}$")
_LOSS = re.compile(
    r"(?:lost|loses?|losing|short of|shy of|need(?:s|ed)?|requires?|fell by)\b", re.IGNORECASE
)


_SUMMED = re.compile(r"\b(?:together|combined|jointly|between them|collectively)\b", re.IGNORECASE)
_BACKERS = re.compile(
    r"(?: of [^‹›;,.]{3,30})?(?: ?‹G\d+›| (?:deputies|lawmakers|MPs|members|senators))? (?:voting|voted|in favou?r|backing|against)\b|"
    r",? (?:on (?:his|her) side|behind|backing|supporting|in support|in favou?r|who (?:back|support)|from (?:other|the opposition))"
)
_IN_TURN = re.compile(r"(?:, [\w-]+)*,? and [\w-]+(?: \w+)?,? respectively", re.IGNORECASE)


@lru_cache(maxsize=64)
def _compiled(template: str) -> Pattern:
    return surface_pattern(template)


def _read_seats(given: View) -> Iterator[Found]:
    view = _without_counted_groups(given)
    tabular = view.passage.role in {BlockRole.BULLET, BlockRole.TABLE_ROW}
    if not tabular and not _SEAT_WORD.search(_block_text(view)):
        bracketed = list(_compiled(_BRACKETED).finditer(view.tagged))
        if len(bracketed) > 1 and _SEAT_WORD.search(view.analysis.text):
            for match in bracketed:  # "the Union (66) and the Front (57) refused"
                yield from _each(view, match)
        return
    matches = [*_sentences(view), *_compiled(_BRACKETED).finditer(view.tagged)]
    for match in (*matches, *_lines(view, tabular=tabular)):
        yield from _each(view, match)
    yield from _paired(view)
    yield from _following(view, [match.end() for match in matches])
    yield from _in_other_house(view, matches)
    yield from _compared(view, matches)


def _sentences(view: View) -> Iterator[re.Match[str]]:
    """Wordings within sentences, less losses and figures of whoever only leads."""
    text = view.tagged
    for template in _WORDINGS:
        for match in _compiled(template).finditer(text):
            is_leader = _LED_BY.search(text, 0, match.start()) or _WHOSE_IS.search(
                text, 0, match.start()
            )
            is_loss = template != _ENDED_ON and _LOSS.search(text, match.start(), match.end())
            if not is_leader and not is_loss:
                yield match


def _lines(view: View, *, tabular: bool) -> Iterator[re.Match[str]]:
    """Lines of their own ("Greens 12"), rows of tables, and "PS 19, MR 14, Ecolo 13"."""
    yield from _compiled(_LINE).finditer(view.tagged)
    listed = list(_compiled(_LISTED).finditer(view.tagged))
    if len(listed) > 1:
        yield from listed
    if tabular or len(view.parse) <= _SHORT_LINE:
        yield from _compiled(_ROW).finditer(view.tagged)


def _without_counted_groups(view: View) -> View:
    """The passage with "14 lawmakers" as plain words, for here they are a figure and no actor."""
    kept = tuple(m for m in view.passage.mentions if m.how != "numeral-group")
    if len(kept) == len(view.passage.mentions):
        return view
    return View(view.analysis, replace(view.passage, mentions=kept))


def _block_text(view: View) -> str:
    """The paragraph, and the one before: "33 seats" said once lets "nine" mean seats further on.

    A line of its own ("Greens 12") takes what the paragraph before it speaks of.
    """
    is_line = len(view.parse) <= _SHORT_LINE
    nearest = view.passage.block - (_LINES_OF_A_TABLE if is_line else 1)
    same = [p for p in view.analysis.passages if nearest <= p.block <= view.passage.block]
    start = min((p.start for p in same), default=view.passage.start)
    here = (p.end for p in same if p.block == view.passage.block)
    return view.analysis.text[start : max(here, default=view.passage.end)]


def _following(view: View, ends: list[int]) -> Iterator[Found]:
    """Go on after a seat figure: "… and Y 18", "followed by Z with four"."""
    seen: set[int] = set()
    for end in ends:
        at = end
        while at not in seen:
            seen.add(at)
            match = _compiled(_NEXT).match(view.tagged, at)
            if match is None:
                break
            yield from _each(view, match)
            at = match.end()


def _compared(view: View, matches: list[re.Match[str]]) -> Iterator[Found]:
    """Go on after a seat figure with who is told against it: "two more than the Union"."""
    for match in matches:
        further = _compiled(_MORE_THAN).match(view.tagged, match.end())
        value = read_numeral(match.groupdict().get("n") or "")
        by = read_numeral(further["n"]) if further else None
        if further is None or value is None or by is None:
            continue
        is_more = further["v"].casefold() in {"more", "ahead", "clear"}
        yield Found(
            kind="seats",
            subject=argument(view.mentions[markers(further["s"])[-1]]),
            value=value - by if is_more else value + by,
            span=view.tokens_of(*further.span()),
            anchor=view.tokens_of(*further.span("v"))[0],
        )


def _in_other_house(view: View, matches: list[re.Match[str]]) -> Iterator[Found]:
    """Go on after a seat figure with that of the second chamber: "and 12 in the Senate"."""
    for match in matches:
        against = _compiled(_AGAINST_ITS).match(view.tagged, match.end())
        if against:
            yield from _each(view, against)
        further = _compiled(_IN_OTHER_HOUSE).match(view.tagged, match.end())
        named = [view.mentions[i] for i in markers(match["s"])]
        value = read_numeral(further["n"]) if further else None
        if further is None or value is None or len(named) != 1:
            continue
        first = view.tokens_of(*match.span())[0]
        yield Found(
            kind="seats",
            subject=argument(named[0]),
            value=value,
            span=(first, view.tokens_of(*further.span())[1]),
            anchor=view.tokens_of(*further.span("n"))[0],
        )


_PAIR_OF_ITS_OWN = re.compile(r"‹[OAX]\d+›,? and (?:the )?‹[OAX]\d+›,? which ")
_IN_RELATIVE = re.compile(
    r"‹[OA](\d+)›(?: [a-z]+)?(?: \([^()]*\))?,? (?:which|that) [^‹›]*(?:‹C\d+›[^‹›]*)?$"
)
"""Behind "X, leader of Y, which": the figure is Y's."""


def _is_no_figure_of(view: View, match: re.Match[str], holders: tuple[Mention, ...]) -> bool:
    """Whether the number is a sum, another's, or counts people who only stand by somebody."""
    groups = match.groupdict()
    is_of_people = all(letter_of(holder) == "P" for holder in holders)
    is_each = re.match(r" (?:seats )?(?:each|apiece)", view.tagged[match.end() :]) or re.search(
        r"\beach\b", match.group(0)
    )
    if len(holders) > 1 and not is_each:
        return True  # a sum of several lists is nobody's figure
    is_next_pair = groups.get("v") and _PAIR_OF_ITS_OWN.search(
        view.tagged, match.end("s"), match.start("v")
    )
    if len(holders) == 1 and (
        _SUMMED.search(match.group(0)) or _IN_TURN.match(view.tagged, match.end())
    ):
        return True  # "A, B and C together have 60", "25 and 18 respectively"
    is_his_party = is_of_people and re.search(r"\bwho(?:se|['’]s)\b", match.group(0))
    is_behind = is_of_people and (groups.get("w") or _BACKERS.match(view.tagged, match.end()))
    return bool(is_next_pair or is_his_party or is_behind)


def _each(view: View, match: re.Match[str]) -> Iterator[Found]:
    groups = match.groupdict()
    span = view.tokens_of(*match.span())
    named = (view.mentions[i] for i in markers(groups["s"]))
    holders = tuple(dict.fromkeys(_whole(view, holder, span) for holder in named))
    related = _IN_RELATIVE.search(
        match.group(0)[: (match.end("v") if groups.get("v") else match.end()) - match.start()]
    )
    if related and len(holders) == 1 and letter_of(holders[0]) == "P":
        holders = (view.mentions[int(related.group(1))],)
    if _is_no_figure_of(view, match, holders):
        return
    words = groups["n"].casefold()
    value = 1 if words in _SINGLE else 0 if words in _NO_SEATS else read_numeral(words)
    total = read_numeral(groups.get("t") or groups.get("u") or "")
    if value is None or (total is not None and total <= value):
        return
    anchor = view.tokens_of(*match.span("v" if groups.get("v") else "n"))[0]
    for holder in holders:
        if _HOUSE.search(holder.name):
            continue
        first = view.spans[view.mentions.index(holder)][0]
        yield Found(
            kind="seats",
            subject=argument(holder),
            value=value,
            total=total,
            span=(min(first, span[0]), span[1]),
            anchor=anchor,
        )


def _whole(view: View, holder: Mention, span: tuple[int, int]) -> Mention:
    """Climb from B to X in "the X list of A and B won 54 seats": who only makes it up won none."""
    token = view.head_of(holder)
    is_inside = False
    while token.dep_ in {"nmod", "conj", "appos", "flat"}:
        is_inside = is_inside or token.dep_ == "nmod"
        token = token.head
        outer = view.mention_at(token.i)
        is_subject = token.dep_.startswith("nsubj") and span[0] <= token.head.i < span[1]
        if outer and is_inside and is_subject and letter_of(outer) == "O":
            return outer
    return holder


def _paired(view: View) -> Iterator[Found]:
    """Read "KDP and PUK have 25 and 18 seats": names and figures in the same order."""
    for match in _compiled(_PAIRED).finditer(view.tagged):
        holders = [view.mentions[i] for i in markers(match["s"])]
        figures = re.split(r",? and |, ", match["m"])
        values = [read_numeral(re.sub(r"^\D*(?=\d)", "", figure)) for figure in figures]
        if len(holders) != len(values):
            continue
        span = view.tokens_of(*match.span())
        anchor = view.tokens_of(*match.span("v"))[0]
        for holder, value in zip(holders, values, strict=True):
            if value is not None:
                yield Found(
                    kind="seats", subject=argument(holder), value=value, span=span, anchor=anchor
                )


def _read_sizes(view: View) -> Iterator[Found]:
    for template in (_SIZE_JOINED, _SIZE_TOO, _SIZE_OF):
        for match in _compiled(template).finditer(view.tagged):
            group = view.mentions[markers(match["g"])[0]]
            numeral = re.search(r"\d[\d,]*|^\w+(?:-\w+)?", group.text)
            members = re.search(r"MPs|lawmakers|deputies|members|legislators|seats", group.text)
            value = read_numeral(numeral.group(0)) if numeral and members else None
            if value is None:
                continue
            bloc = view.mentions[markers(match["s"])[0]]
            yield Found(
                kind="seats",
                subject=argument(bloc),
                value=value,
                span=view.tokens_of(*match.span()),
                anchor=view.tokens_of(*match.span("v"))[0],
            )


SEATS = Family("seats", readers=(_read_seats, _read_sizes))
