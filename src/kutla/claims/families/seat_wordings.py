"""How seats are worded: patterns over the tagged text of a passage (see ``claims.surface``).

``s`` is who has them, ``n`` how many, ``t`` and ``u`` out of how many, ``v`` the word that says so.
"""

from __future__ import annotations

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
BRACKETED = rf"(?P<s>{{S}})(?: of (?:[^‹›;,()]{{0,40}} )?‹[PX]\d+›)?,? ?\((?P<v>{_ABOUT}{_NUMBER})(?P<w> (?:seats?|MPs|mandates?|deput(?:y|ies)|lawmakers?|members|MKs|MNAs|senators?|legislators))?\)"
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
ENDED_ON = r"(?P<s>{S})(?: \([^()]*\))?(?: (?:of|under) [^‹›;,.]{0,30}‹P\d+›)?,? (?:which |that )?(?:lost|gained|dropped|shed|added|picked up) (?:[\w-]+ )?seats,? (?:and |to )?(?P<v>(?:finish|end|land|come|finishing|ending|ended|finished|fell|falling|fall|rose|drop|dropping)(?: up)? (?:on|with|at|to)) (?P<n>{N})\b(?! (?:per|%))"
_RAISED = rf"(?P<s>{{S}}){{APP}} (?:[^‹›;.]|‹[EILC]\d+›){{2,90}}?,? (?:and )?(?P<v>{{V:raise increase boost double expand lift}}|(?:raising|increasing|boosting|expanding|lifting)|{{V:reduce cut}}) (?:its|their) (?:number of seats|seats|tally|share|representation|seat count|presence)(?: in (?:the )?(?:‹I\d+›|[a-z]+))?(?: from \d+)? to {_NUMBER}{_OF}(?:{_SEATS})?"
_THE_MOST = r"(?P<s>{S}){APP} (?:[^‹›;.,]|‹[EI]\d+›){0,50}?(?P<v>with) the (?:most|highest number of|largest number of) (?:parliamentary )?seats,? (?P<n>{N})\b"
_WHOSE_PART = r"(?P<s>{K:OX})(?: alliance| coalition| bloc| list)?, whose [^‹›,;]{3,50}‹[OAX]\d+›(?: party)?(?: ‹[OAX]\d+›)?, (?P<v>won|took|has|holds|got|gained|secured|finished with|came second with|ended up with) {ABOUT}(?P<n>{N})(?: seats)?(?=[,.;]| in | and )".replace(
    "{ABOUT}", _ABOUT
)
AGAINST_ITS = r" (?:to|against) (?:the )?(?P<s>{K:OX})['’]s? (?P<n>{N})(?= *(?:[,.;]| and | seats))"
_HAUL = r"(?P<s>{S}){POS} (?:[\w-]+ ){0,2}?(?:haul|tally|total|bloc|caucus|group|contingent) (?P<v>of) (?P<n>{N}) (?:seats|MPs|deputies|lawmakers|members)"
_KEPT = rf"(?P<s>{{S}}){{APP}} (?:itself )?{{AUX}}(?P<v>{_VERBS}) (?:its|all|all its|his|her|their)(?: own)? (?P<n>{{N}}) (?:seats|MPs|deputies|lawmakers)"
_STRONG = r"(?P<v>(?P<n>{N}))-(?:seat|member|strong|MP) {FILL}(?P<s>{S})"
_OWN = (
    r"(?P<s>{S}){POS} (?P<v>(?P<n>{N}))(?: (?:elected|parliamentary|strong))? "
    r"(?:seats|MPs|deputies|lawmakers|members|mandates|legislators)"
)
ROW = (
    r"^(?:[-–—•*]\s*|\d+[.)]\s*)?(?P<s>{S})(?: ?\([^()]*\))?\s*(?:[:|–—\t-]\s*)+(?P<v>(?P<n>{N}))"
    r"(?:\s*(?:seats?|MPs))?\s*(?:$|[,.;(|])"
)
LINE = r"^(?P<s>{S})(?: \([^()]*\))? (?P<v>(?P<n>\d{1,3}))(?: seats)?[.,;]?$"
NEXT = (
    r"(?:[^‹›;.,]|‹[ICEL]\d+›){0,40}?(?:,|;| and| while| followed by| ahead of| then| plus|, with| against)+ (?:by |with )?{FILL}(?:‹P\d+›['’]s? own )?(?P<s>{S})"
    rf"{_LED}(?: \([^()]*\))?(?:,? (?:with|on|at|has|have|had|gets?|got|won|took|gained|secured|came|"
    rf"received|obtained|possessed|holds?|held|second|third|fourth))* {_ABOUT}(?P<n>{{N}})"
    r"(?P<w> (?:seats?|MPs|mandates?))?(?! ?(?:%|percent|per cent|votes|points|days|years|ministr|"
    r"portfolios|million))(?![\d.,]*\d)"
)
MORE_THAN = r"(?: in (?:the )?(?:‹[IE]\d+›|(?:[\w'’-]+ ){0,3}?(?:parliament|house|chamber|assembly|election|vote|poll)))*,? (?P<n>{N})(?: seats?)? (?P<v>more|fewer|less|ahead|behind|clear)(?: than| of)? {FILL}(?P<s>{S})"
IN_OTHER_HOUSE = (
    r"(?: (?:out )?of \d+)?(?: in (?:the )?(?:[\w-]+ ){0,2}?(?:‹I\d+›|house|chamber|parliament))?,? (?:and|plus) (?:another )?"
    r"(?P<n>{N})(?: seats)? in (?:the )?(?:[\w-]+ ){0,2}?(?:‹I\d+›|house|chamber)"
)
LISTED = r"(?P<s>{S})(?: of (?:[^‹›;,]{0,40} )?‹P\d+›)? (?P<v>(?P<n>\d{1,3}))(?=[,.;]| and )(?! (?:and|per))"
PAIRED = (
    rf"(?P<s>{{LS}})(?: parties| blocs| lists)?{{APP}} {{AUX}}(?P<v>{_VERBS}|with) (?P<m>{_ABOUT}{{N}}(?:, {{N}})*,? and {{N}})"
    r"(?: (?:seats?|MPs|mandates?|parliamentary seats))?(?:,? respectively)?"
)
SIZE_JOINED = r"(?P<g>‹G\d+›) {AUX}(?P<v>{V:join sign_up_to back enter}) {FILL}(?P<s>{K:OX})"
SIZE_TOO = r"(?P<s>{K:OX})(?: \([^()]*\))?, (?:which|that) (?:[^‹›.;]|‹[CLEI]\d+›){2,60}? and (?P<v>includes?|included|comprises|comprised|gathers|groups|numbers|counts|has|had) (?P<g>‹G\d+›)"
SIZE_OF = (
    r"(?P<s>{K:OX}){APP} {AUX}(?P<v>{V:comprise include number count group command gather have hold "
    r"bring_together contain unite}|(?:made up|composed|consists?|consisting) of|comprising|of) (?:over |more than |about |around |some |nearly |almost |at least )?{FILL}(?P<g>‹G\d+›)"
)
WORDINGS = (
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
    *(_BY_WINNING, ENDED_ON, _RAISED, _THE_MOST, _WHOSE_PART),
    *(_THE_N_OF, _BELONG, _IN_ASIDE, _A_GROUP, _WHICH, _LED_TO),
    *(_LAWMAKERS, _WHOSE, _GIVEN, _ONE, _N_FOR, _WITH_FIRST, _TALLY, _HAUL, _KEPT),
)
