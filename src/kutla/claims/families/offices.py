"""Offices: who runs, steps back, is named, takes, holds or leaves one; who controls a ministry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kutla.claims.claim import Modality, Name, Polarity
from kutla.claims.families.family import Family
from kutla.claims.found import Found, argument
from kutla.claims.frames import Frame
from kutla.claims.rules import Rule
from kutla.claims.surface import markers, surface_pattern
from kutla.claims.view import letter_of
from kutla.language.headwords import PORTFOLIO
from kutla.language.regions import REGIONS
from kutla.vocabulary import EntityKind, name_office

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.claims.view import View
    from kutla.language import Mention

_PORTFOLIO = (
    "foreign|interior|defen[cs]e|finance|oil|justice|health|education|energy|economy|electricity|"
    "trade|planning|culture|labou?r|home|housing|transport|agriculture|water|environment|information|"
    "commerce|treasury|homeland security|security|tourism|migration|immigration|business|local government|communities"
)
OFFICE = (
    r"(?:(?:deputy|vice|first deputy|acting|interim|caretaker|assistant)[- ])?"
    r"(?:prime[- ]minister(?:ship|ial post)?|first minister(?: of ‹[CLX]\d+›)?|chief executive(?: of ‹[CLX]\d+›)|premier(?:ship)?|(?-i:PM)\b|chancellor(?:ship)?|"
    r"(?:parliament(?:ary)? )?speaker(?:ship)?(?: of (?:the )?(?:‹I\d+›|parliament|house|council|assembly))?|"
    r"vice[- ]president|(?:regional )?(?:president|presidency)(?: of ‹[CLI]\d+›)?|(?:governor|mayor|chief minister)(?: of (?:the (?:[\w-]+ )?(?:city|town|state|province|region) of )?‹[CLIXO]\d+›)?|premier of ‹[CLX]\d+›|head of (?:state|government)|supreme leader(?: of ‹[CI]\d+›)?|"
    rf"(?:{_PORTFOLIO}|(?<![A-Za-z])(?!the |a |prime |former |new |his |her |its |current |acting |cabinet )[A-Za-z]{{4,}})(?:,? and [a-z]+)? minister\b|minister of (?:{_PORTFOLIO})(?: and \w+)?|minister for [a-z]+|"
    rf"(?:{_PORTFOLIO}) (?:secretary|portfolio)|ministers?\b|formateur|informateur|secretary of (?:state|justice|defen[cs]e|health|energy|education|homeland security|the treasury|commerce|labou?r|transport(?:ation)?|agriculture|the interior)\b(?! of)|(?:police|central bank|intelligence) (?:chief|director)|special (?:envoy|representative) (?:for|to) ‹\w\d+›|national security advis[eo]r|attorney general|lord president|lord chancellor|lord mayor(?: of ‹[CLIXO]\d+›)?|(?:‹[IO]\d+› |senate |house )?(?:majority|minority) leader(?: of (?:the )?(?:‹I\d+›|senate|house))?|(?:government |cabinet |‹[IM]\d+› |presidential |foreign ministry |state department |white house )spokes(?:man|woman|person)|spokes(?:man|woman|person) (?:for|of) (?:the )?(?:‹[IM]\d+›|government)|chief justice|army chief|chief of staff|ambassador(?: (?:to|in) ‹[CLI]\d+›)?|(?:king|queen|sultan|emir|crown prince|governor[- ]general) of ‹[CI]\d+›|central bank governor|commander-in-chief)"
)
_F = rf"(?P<f>{OFFICE})"
_POST = r"(?:the |a |an |its |\d\d-year-old |\d+(?:st|nd|rd|th) |first |second |third |female |woman |youngest |first-ever |‹C\d+›(?:['’]s)? first |currently |now |then |thrice |twice |once |another |himself |herself |country's |their |his |her |next |new |country's |‹C\d+›(?:['’]s)? |federal |top |post of |position of |office of |job of |race for |interim |caretaker )*"
_PARTY_POST = r"(?:party (?:leader|chairman|chairwoman|president|chief)|(?:deputy )?(?:leader|chairman|chairwoman|general secretary|secretary[- ]general)(?: of (?:the )?‹[OAX]\d+›)?)"
_FP = rf"(?P<f>{OFFICE}|{_PARTY_POST})"
_RACE = r"(?:candidacy|candidature|bid|nomination|run|race|contest|campaign|name|hat)"

_TRY_TO_FORM = (
    r"(?:start|starting|begin|beginning|open|opening|hold|holding|lead|leading|launch|conduct|conducting) "
    r"(?:[\w-]+ ){0,2}?(?:talks|negotiations|consultations) (?:on|about|to|for|aimed at|with a view to) (?:the )?"
    r"(?:form|forming|formation of|building|creating|assembling) (?:[\w'’-]+ ){0,4}?(?:government|cabinet|coalition)"
)

_RULES = (
    Rule("withdraws_candidacy", rf"(?P<s>{{P}}){{APP}} {{AUX}}(?:announce[ds]? (?:that )?(?:he|she|‹\w\d+›) (?:was|is|had|would|will)? ?)?(?P<v>{{V:withdraw drop end abandon pull pull_out renounce retract give_up suspend quit leave bow_out drop_out step_aside}})"
                                rf" (?:from |of |out of )?(?:(?:the|his|her|their|‹\w\d+›(?:['’]s)?|as a|prime ministerial) )*{_RACE}(?:(?: for| to become| to be| of| as)+ {_POST}{_F})?"),
    Rule("withdraws_candidacy", rf"(?P<v>withdrawal|withdrawing) (?:of |from )?(?P<s>{{P}}){{POS}}? {_RACE}(?:(?: for| to become| to be| of)+ {_POST}{_F})?"),
    Rule("withdraws_candidacy", rf"(?P<s>{{P}}){{POS}} (?P<v>withdrawal) (?:of|from) (?:his |her |the )?{_RACE}(?:(?: for| to become| to be| of)+ {_POST}{_F})?"),
    Rule("withdraws_candidacy", rf"(?P<s>{{P}}){{APP}} {{AUX}}(?P<v>{{V:withdraw pull_out bow_out drop_out step_aside}}) as (?:a |the )?(?:[\w'’-]+ ){{0,3}}?(?:candidate|nominee|contender) for {_POST}{_F}"),
    Rule("candidate_for", rf"(?P<s>{{P}}){{APP}} {{AUX}}(?:again )?(?P<v>{{V:run stand compete campaign bid vie contend seek contest eye}}) (?:again |once more |in the race )?(?:for |as |to become |to be )?{_POST}{_F}"),
    Rule("candidate_for", rf"(?P<s>{{P}}){{APP}} {{AUX}}(?P<v>{{V:seek pursue want}}) (?:a|another|his|her) (?:\w+ )?term(?: in office)? as {_POST}{_F}"),
    Rule("candidate_for", rf"(?P<s>{{P}}){{POS}} (?:own )?(?P<v>candidacy|candidature|bid|run|campaign|ambition)(?: for(?: an?)? \w+ term)?(?: for| to become| to be| as)+ {_POST}{_F}"),
    Rule("candidate_for", rf"(?P<s>{{P}}){{APP}}(?:, |, who (?:is|was) | {{AUX}}(?:is|was|be|become|remains) )(?:‹[OX]\d+›(?:['’]s)? )?(?:[\w'’-]+ ){{0,4}}?(?P<v>candidate|contender|hopeful|frontrunner|front-runner|choice) (?:for|to become|to be) {_POST}{_F}"),
    Rule("candidate_for", r"(?P<v>{V:field}) (?:the incumbent,? |{DET}(?:own )?candidate,? )?{FILL}(?P<s>{P})"),
    Rule("nominated_for", r"(?P<v>{V:nominate}) {FILL}(?P<s>{P})(?! (?:as|for|to|,))"),
    Rule("appointed_to", r"(?P<s>{P})(?:, \d\d)?, who (?:was|had been|has been|was only) (?P<v>elected|appointed|installed|inaugurated|re-elected|sworn in)(?= (?:last|on|in|earlier|this|two|three|four|after|only|just|by (?:parliament|lawmakers|MPs|the))\b)(?! (?:in|on)? ?[^,.]{0,40}?(?: for the| deputy| MP\b| to parliament| leader| chair))"),
    Rule("appointed_to", r"(?P<s>{P}){APP} {AUX}(?P<v>elected|appointed|named|re-elected|reelected|chosen) (?:to|for) (?:the|that) (?:post|office|position|job)\b(?! of)"),
    Rule("appointed_to", r"(?P<s>{P}){APP} {AUX}(?P<v>sworn in)(?! (?:as|to))"),
    Rule("holds_office", rf"(?P<s>{{P}})(?:, [^‹›;]{{0,40}})?,? who (?:has |had |also |previously |once )*(?P<v>served|serves|worked)(?: (?:for )?(?:an? |\w+ )?(?:\w+ )?(?:terms?|years|months)| twice| briefly)? as {_POST}(?:(?:former|the) )*{_F}"),
    Rule("holds_office", rf"(?P<s>{{P}}){{APP}} (?:has |had |also |then |later |previously |once )*(?P<v>served|serves) (?:for )?(?:[\w-]+ (?:years?|terms?|months) )?as {_POST}{_F}"),
    Rule("candidate_for", r"(?P<s>{P})(?: \([^()]*\))?,? (?:is |was )?an? (?:[\w-]+ ){0,2}?(?P<v>candidate|contender|hopeful) (?:for|in) the (?:[\w-]+ ){0,2}?presidential (?:election|race|vote|poll|contest)", office="president"),
    Rule("candidate_for", r"(?P<s>{P})(?: \([^()]*\))?,? (?:is |was )?an? (?:[\w-]+ ){0,2}?presidential (?P<v>candidate|contender|hopeful)\b", office="president"),
    Rule("appointed_to", r"(?P<s>{P}){APP} {AUX}(?P<v>{V:win secure clinch}) (?:the )?(?P<f>presidency|premiership|speakership)\b(?! (?:for|of))"),
    Rule("appointed_to", rf"(?:cabinet|government|line-up) (?:has|includes|features|with) {{FILL}}(?P<s>{{P}}) (?P<v>as) {_POST}{_F}"),
    Rule("candidate_for", rf"\b(?P<v>names|candidates|contenders) (?:mentioned|floated|circulating|tipped|put forward|discussed) (?:for|as) {_POST}{_F} (?:is|are) {{FILL}}(?P<s>{{LP}})"),
    Rule("candidate_for", rf"(?P<v>candidate|contender|frontrunner) for {_POST}{_F},? (?P<s>{{P}})"),
    Rule("candidate_for", rf"(?P<s>{{P}}){{APP}} {{AUX}}(?P<v>{{V:announce declare submit launch}}) (?:his|her) {_RACE}(?:(?: for| to become| to be)+ {_POST}{_F})"),
    Rule("candidate_for", r"(?P<s>{P}), (?:[\w'’-]+ ){0,3}?prime ministerial (?P<v>candidate|hopeful)", office="prime minister"),
    Rule("candidate_for", rf"(?P<s>‹P\d+›){{POS}} name (?:has been |was |is being |had been )?(?P<v>floated|mentioned|raised|put forward|circulated|suggested|touted) (?:for|as) (?:an? )?(?:[\w-]+ )?(?:candidate for )?{_POST}{_F}"),
    Rule("candidate_for", rf"(?P<s>{{LP}}){{APP}} {{AUX}}(?P<v>seen|viewed|regarded|considered|described) as (?:an? |the )?(?:possible|potential|likely|leading|compromise|consensus|strong|front-running|favou?rite|main) (?:candidate for |contender for |choice for )?{_POST}{_F}", modality=Modality.POSSIBLE),
    Rule("nominated_for", rf"(?<!awmakers )(?<!arliament )(?<!MPs )(?<!eputies )(?P<v>{{V:nominate name propose designate pick choose select put_forward tap back endorse present insist_on}}) {{FILL}}(?P<s>{{P}}),? (?:{{APP}} )?(?:as|for|to be|to become|to serve as) (?:[\w'’-]+ ){{0,3}}?{_POST}{_F}"),
    Rule("nominated_for", rf"(?P<s>{{P}}){{APP}} {{AUX}}(?P<v>nominated|named|proposed|designated|picked|chosen|selected|put forward|tapped|endorsed)(?: by [^,;.]{{1,40}}?)? (?:as|for|to be|to become) (?:[\w'’-]+ ){{0,3}}?{_POST}{_F}"),
    Rule("nominated_for", r"(?P<v>{V:task ask invite charge mandate assign reassign entrust commission}) {FILL}(?P<s>{P}){APP} (?:with|to) (?:try to |attempt to )?(?:form|forming|assemble|assembling|put together|lead|leading) (?:\w+ ){0,3}?(?:government|cabinet|coalition)", office="prime minister"),
    Rule("nominated_for", r"(?P<s>{P}){APP} {AUX}(?P<v>tasked|asked|invited|charged|mandated|assigned|reassigned|entrusted|commissioned)(?: by [^,;.]{1,40}?)? (?:with|to) (?:form|forming|assemble|assembling|put together|lead|leading) (?:\w+ ){0,3}?(?:government|cabinet|coalition)", office="prime minister"),
    Rule("nominated_for", rf"(?P<v>{{V:task ask invite charge mandate assign reassign entrust commission}}) {{FILL}}(?P<s>{{P}}){{APP}} (?:with|to) {_TRY_TO_FORM}", office="prime minister"),
    Rule("nominated_for", rf"(?P<s>{{P}}){{APP}} {{AUX}}(?P<v>tasked|asked|invited|charged|mandated|assigned|reassigned|entrusted|commissioned)(?: by [^,;.]{{1,40}}?)? (?:with|to) {_TRY_TO_FORM}", office="prime minister"),
    Rule("nominated_for", r"(?P<v>{V:give hand entrust grant award}) (?:the |a |his |her )?(?:\w+ )?mandate (?:to form (?:a |the |an )?(?:\w+ )?(?:government|cabinet) )?to {FILL}(?P<s>{P})", office="prime minister"),
    Rule("nominated_for", r"(?P<s>{P}){APP} {AUX}(?P<v>{V:get receive obtain win}) (?:the |a |his |her )?(?:\w+ )?mandate to (?:try to )?(?:form|assemble|build)", office="prime minister"),
    Rule("nominated_for", r"(?P<s>{P}){APP} {AUX}(?P<v>given|handed|entrusted with|granted|awarded) (?:the |a |his |her )?(?:\w+ )?mandate", office="prime minister"),
    Rule("nominated_for", rf"(?P<o2>{{O}}){{POS}}? (?:candidate|nominee|choice|pick) for {_POST}{_F},? (?P<s>{{P}})"),
    Rule("nominated_for", rf"(?P<v>{{V:name appoint designate nominate}}),? {{FILL}}(?P<s>‹P\d+›),? (?:as )?(?:the )?(?:new )?{_F}[- ](?:designate|elect|nominee)"),
    Rule("nominated_for", r"(?P<v>{V:give hand grant entrust}) {FILL}(?P<s>‹P\d+›),? (?:with )?(?:the|a|another|his|her) (?:\w+ )?(?:mandate|task of forming|job of forming|task)\b", office="prime minister"),
    Rule("appointed_to", rf"(?:[Ll]awmakers|[Dd]eputies|MPs|[Pp]arliament|‹I\d+›)(?:[^‹›;,.]|‹[CL]\d+›){{0,30}}? (?P<v>{{V:choose pick select elect vote_in approve confirm}}) {{FILL}}(?P<s>‹P\d+›),? (?:as |to be |to serve as )?{_POST}{_F}"),
    Rule("nominated_for", rf"(?P<f>{OFFICE})[- ](?P<v>designate|nominee),? (?P<s>{{P}})"),
    Rule("appointed_to", rf"(?P<s>{{P}}){{APP}} {{AUX}}(?P<v>appointed|elected|sworn in|confirmed|re-elected|reelected|installed|inaugurated|voted in|named)(?: by [^,;.]{{1,40}}?)?(?: for an? \w+ term)?(?: as| to)?(?: serve as| be)? {_POST}{_FP}"),
    Rule("appointed_to", rf"(?P<v>{{V:elect appoint confirm install re-elect reelect swear_in name}}) {{FILL}}(?P<s>{{P}}),? (?:{{APP}} )?(?:as |to be |to the |to )?{_POST}{_FP}(?! of ‹\w\d+›, as )"),
    Rule("appointed_to", rf"(?P<s>{{P}}){{APP}} {{AUX}}(?P<v>{{V:become take_office_as take_over_as assume take_over}}) (?:[\w'’-]+ ){{0,2}}?{_POST}{_F}"),
    Rule("appointed_to", rf"(?P<v>election|appointment|re-election|swearing-in) of {{FILL}}(?P<s>{{P}}) (?:as|to) {_POST}{_F}"),
    Rule("holds_office", rf"(?:(?:^|\bwith |\bof |\bby |\band |\bmet |(?-i:[A-Z])\w+(?:ian|ish|ese|ch|qi) ))(?P<v>(?:(?:former|incumbent|outgoing|acting|caretaker|current) )*)(?<!for )(?P<f>(?-i:(?=[A-Z])){OFFICE}), (?P<s>{{P}})(?=[,.; ])"),
    Rule("holds_office", rf"(?:[Tt]he |[Ii]ts |[Hh]is |[Hh]er |[Tt]heir |^)(?P<v>(?:(?:former|incumbent|outgoing|acting|caretaker|current) )*)(?-i:[A-Z])\w+(?:i|ian|ish|ese|an|ch|ek) {_F}, (?P<s>{{P}})(?=[,.; ])"),
    Rule("holds_office", rf"\b(?P<v>new|former|outgoing|current|acting|caretaker|interim|incumbent) {_F}, (?P<s>‹P\d+›)(?=,)"),
    Rule("holds_office", rf"(?:the |his |her |their |its |‹[CP]\d+›(?:['’]s)? )(?P<v>(?:(?:former|incumbent|outgoing|acting|caretaker|current) )*){_F}, (?P<s>{{P}})(?=[,.; ])"),
    Rule("nominated_for", rf"(?P<s>{{P}}), (?:(?:the |its )?‹O\d+›(?:['’]s)?|the|its|their) (?P<v>nominee|choice|pick) for {_POST}{_F}"),
    Rule("candidate_for", rf"(?P<s>{{P}}), (?:(?:the |its )?‹O\d+›(?:['’]s)?|the|its|their|his) (?P<v>candidate) for {_POST}{_F}"),
    Rule("candidate_for", rf"(?P<v>{{V:field nominate put_up run}}) (?:{{DET}}|‹\w\d+› )(?:own )?(?:candidate|contender),? (?P<s>{{P}})(?: for {_POST}{_F})?"),
    Rule("appointed_to", rf"(?P<s>{{P}}){{APP}} {{AUX}}(?P<v>{{V:take return}}(?: the| an)?(?: oath)?)(?: \w+)? as {_POST}{_F}"),
    Rule("appointed_to", rf"(?P<v>{{V:bring}} in) {{FILL}}(?P<s>{{P}}) as {_POST}{_F}"),
    Rule("appointed_to", r"(?P<v>{V:elect approve confirm}) (?:a|the) (?:new )?(?:government|cabinet) led by {FILL}(?P<s>{P})", office="prime minister"),
    Rule("appointed_to", rf"with (?:former |[\w-]+ ){{0,4}}?(?P<s>{{P}})(?: (?:of|from) ‹[OXA]\d+›)? (?P<v>as) {_POST}{_F}"),
    Rule("appointed_to", rf"(?P<s>{{P}}){{APP}} {{AUX}}(?P<v>{{V:replace succeed}}) {{FILL}}‹P\d+› as {_POST}{_F}"),
    Rule("appointed_to", rf"(?P<s>{{P}}){{APP}} {{AUX}}(?P<v>{{V:get receive take keep retain move_to return_to stay_on_at stay_at remain_at}}) (?:over )?(?:the )?(?P<d>(?:{_PORTFOLIO}|social affairs|foreign affairs|asylum)(?: (?:ministry|portfolio|department|brief))?)(?=[,.;]| (?:and|in|while|after|from|as)\b)"),
    Rule("candidate_for", rf"(?P<s>{{LP}}){{APP}} {{AUX}}(?P<v>floated|tipped|mentioned|touted|discussed|rumou?red|suggested|named) as (?:an? )?(?:possible |potential |likely |compromise |consensus |next |the )*(?:candidates? for |contenders? for |successors? to )?{_POST}{_F}", modality=Modality.POSSIBLE),
    Rule("candidate_for", r"(?P<v>{V:endorse nominate field back propose}) {FILL}(?P<s>{P}) (?:for|in) the presidential (?:election|race|vote|contest)", office="president"),
    Rule("candidate_for", r"(?P<s>‹P\d+›){APP} {AUX}(?P<v>{V:join enter}) the (?:\w+ )?presidential (?:race|election|contest|field)", office="president"),
    Rule("candidate_for", r"(?P<s>‹P\d+›){APP} (?:is|was|remains|became) (?:an?|the|one of the) (?:[\w-]+ ){0,2}?(?P<v>candidates?|contenders?|hopefuls?) for (?:the )?(?:[\w-]+ |‹O\d+› )?(?:presidential )?nomination (?:for|in) the (?:\d{4} )?(?:‹C\d+› )?presidential", office="president"),
    Rule("nominated_for", rf"(?P<v>{{V:settle agree}} (?:up)?on|{{V:choose pick select name}}) {{FILL}}(?P<s>‹P\d+›)(?:, (?:an?|the|its|his) [^‹›;.,]{{3,60}},)? as (?:its|their|the|a|his|her) (?:\w+ )?(?:man|candidate|choice|pick|nominee|contender) for {_POST}{_F}"),
    Rule("appointed_to", r"(?P<s>‹P\d+›){APP} (?:is|are|will|would)(?: set| due)?(?: to)? (?P<v>take (?:over )?the helm)(?! of)", modality=Modality.PLANNED, office="prime minister"),
    Rule("appointed_to", rf"(?P<s>‹P\d+›), who (?:will|would|is to) (?:[a-z]+ )?(?P<v>serve|act|continue|stay on) as (?:[\w'’-]+ and )?{_POST}{_F}", modality=Modality.PLANNED),
    Rule("candidate_for", rf"(?P<s>‹P\d+›)(?: \([^()]*\))?,? (?:who is )?(?:widely )?(?P<v>tipped|expected|slated|poised|touted|set) to (?:be|become) {_POST}{_F}", modality=Modality.POSSIBLE),
    Rule("appointed_to", rf"(?P<s>‹P\d+›){{APP}} (?:will|would|is to|is set to|is due to) (?P<v>stay on|continue|remain|stay|carry on|return) as {_POST}{_F}", modality=Modality.PLANNED),
    Rule("appointed_to", r"(?P<s>‹P\d+›){APP} (?:is|was|will|would)(?: then| first| also)? (?:to |set to |due to )?(?P<v>lead|head) the (?:new |next |coalition |minority |unity )*(?:government|cabinet|country)\b", modality=Modality.PLANNED, office="prime minister"),
    Rule("withdraws_candidacy", r"(?:candidate|nominee|contender|choice|favou?rite),? (?P<s>‹P\d+›)(?:,| has| had)* (?P<v>withdrew|withdrawn|pulled out|bowed out|dropped out|stepped aside)\b(?! from)"),
    Rule("candidate_for", r"(?P<s>‹P\d+›){APP} (?:is|are|was|were) (?P<v>among) (?:the )?(?:names|candidates|contenders|favou?rites|front-?runners|possible successors)\b", modality=Modality.POSSIBLE),
    Rule("nominated_for", r"(?P<s>‹P\d+›)(?:{APP} |, who [^;.‹›]{2,60}(?:‹[ILC]\d+›[^;.‹›]{0,30}){0,2}, )(?:could|may|might) (?:also |well )?be (?P<v>nominated|named|chosen|picked|proposed|tapped)(?! (?:as|for|to))", modality=Modality.POSSIBLE),
    Rule("withdraws_candidacy", r"(?P<s>{LP}){APP} {AUX}(?P<v>{V:end suspend drop abandon terminate}) (?:his|her|their|‹P\d+›(?:['’]s?)?) (?:\w+ )?presidential (?:campaigns?|bids?|runs?|candidac(?:y|ies))", office="president"),
    Rule("appointed_to", rf"(?P<s>‹P\d+›){{APP}} {{AUX}}(?P<v>{{V:become}}) (?:the )?(?:leader|head|chair\w*) of (?:the )?‹[OA]\d+› and {_POST}{_F}"),
    Rule("candidate_for", rf"(?P<v>{{V:vote}} for) {{FILL}}(?P<s>{{P}}) (?:for|as) {_POST}{_F}"),
    Rule("candidate_for", rf"(?P<s>{{P}}){{APP}} {{AUX}}(?:is|was|remains) (?:the )?(?P<v>nominee|candidate|choice|pick) of {{FILL}}‹[OXA]\d+›(?: for {_POST}{_F})?"),
    Rule("withdraws_candidacy", rf"(?P<s>{{P}}){{APP}} {{AUX}}(?P<v>{{V:abandon drop give_up shelve renounce}}) (?:his|her|‹P\d+›(?:['’]s?)?) (?:plan|bid|ambition|hope|claim|candidacy|quest)s? (?:to become|to be|for|to) {_POST}{_F}"),
    Rule("candidate_for", r"(?P<s>{P}){APP} {AUX}(?P<v>{V:want seek pursue eye}) (?:a |another )(?:second |third |fourth |fifth |new |fresh |further )?term\b(?! (?:as|in office as))"),
    Rule("candidate_for", rf"(?P<s>{{P}}){{APP}} {{AUX}}(?P<v>{{V:want hope aspire}}) to (?:be|become) {_POST}{_F}"),
    Rule("candidate_for", rf"(?P<s>{{P}}){{APP}} {{AUX}}(?P<v>{{V:declare announce express state confirm}}) (?:his|her) (?:readiness|willingness|intention|desire|ambition|wish) to (?:be|become|run for|stand for|serve as) {_POST}{_F}"),
    Rule("candidate_for", r"(?P<s>{P}){APP} (?:is|was|remains|became) (?:still |now |seen as )?the (?:clear |hot |strong |overwhelming )?(?P<v>favou?rite|front-?runner)\b(?! (?:of|for|to)\b)", modality=Modality.POSSIBLE),
    Rule("holds_office", r"\b(?P<v>incumbent),? (?P<s>‹P\d+›)"),
    Rule("holds_office", rf"\b(?P<f>(?=[\w ]+ (?:of|to) ‹[CLIXO]\d+› ‹P){OFFICE}),? (?P<v>(?P<s>‹P\d+›))"),
    Rule("holds_office", r"(?P<f>‹[IM]\d+› spokes(?:man|woman|person)|‹[IO]\d+› (?:majority|minority) leader),? (?P<v>(?P<s>‹P\d+›))"),
    Rule("holds_office", r"\b[Oo]ne of (?:the |its |his |her |their |‹\w\d+›(?:['’]s)? )*(?:\w+ )?(?P<f>(?:vice[- ]president|deputy prime minister|deputy speaker|deputy premier|minister))s, (?P<v>(?P<s>‹P\d+›))"),
    Rule("holds_office", r"(?P<s>‹P\d+›), (?:the |an? )?(?P<v>incumbent)(?=[,.])"),
    Rule("withdraws_candidacy", rf"(?P<s>{{P}}){{APP}} {{AUX}}(?P<v>{{V:withdraw step_aside step_down bow_out}}) as (?:the )?{_F}[- ](?:designate|elect|nominee)"),
    Rule("withdraws_candidacy", r"(?P<s>‹P\d+›){APP} {AUX}(?P<v>dropped out|bowed out|pulled out of the race|dropped out of the race|quit the race)(?! of the| from)"),
    Rule("nominated_for", r"(?P<v>{V:put_forward propose designate}) {FILL}(?P<s>‹P\d+›)(?! (?:as|for|to|,)|['’])"),
    Rule("nominated_for", rf"(?P<v>{{V:nominate name propose designate pick choose put_forward}}) (?:as|for) {_POST}{_F},? {{FILL}}(?P<s>‹P\d+›)"),
    Rule("resigns", rf"(?P<s>{{P}}){{APP}},? who (?:has |had )?(?P<v>stepped down|resigned|stood down|quit)(?: (?:as|from) {_POST}{_FP})?"),
    Rule("resigns", rf"(?P<s>{{LK:PG}}){{APP}} {{AUX}}(?P<v>{{V:resign step_down stand_down}})(?: (?:as|from) {_POST}{_FP})?"),
    Rule("resigns", r"(?P<s>{P}){APP} {AUX}(?P<v>{V:hand_in submit tender offer}) the resignation of (?:his|her|the) (?:government|cabinet)"),
    Rule("resigns", rf"(?P<s>{{P}}){{APP}} {{AUX}}(?P<v>{{V:tender submit announce offer hand_in present}}) (?:his|her|their|the) (?:\w+ )?resignation\b(?: (?:as|from) {_POST}{_FP})?"),
    Rule("resigns", rf"(?P<v>resignations?) of {{FILL}}(?P<s>{{LK:PG}})(?: (?:as|from) {_POST}{_FP})?"),
    Rule("resigns", rf"(?P<s>{{P}}){{POS}} (?P<v>resignation)(?: (?:as|from) {_POST}{_FP})?"),
    Rule("resigns", rf"(?P<s>{{P}}){{APP}} {{AUX}}(?P<v>{{V:quit}}) (?:as |the ){_POST}{_FP}"),
    Rule("holds_office", rf"(?P<s>{{P}}){{APP}},? (?:is|was|has been|who has been|serves as|served as|remains|who is|who was|had been) (?:also )?(?P<v>{_POST}){_F}(?! (?:candidate|nominee|hopeful|designate))"),
    Rule("holds_office", rf"(?P<s>{{P}})(?: \([^()]*\))?, (?P<v>{_POST}(?:(?:former|ex-|current|incumbent|outgoing|then|long-serving|[\w-]+-(?:time|term)|Iraqi|two-time|[A-Z]\w+(?:ese|ian|ish|i|an|ch|ek|ai)) )*){_F}(?! (?:candidate|nominee|hopeful|designate)| of (?:the )?‹[OA])"),
)  # fmt: skip

_MINISTRY = rf"(?:the )?(?:{_PORTFOLIO})(?: and (?:{_PORTFOLIO}))? (?:ministry|ministries|portfolios?)|the ministry of (?:{_PORTFOLIO})"
_CONTROL = (
    Rule("controls", rf"(?P<s>{{LK:OAX}}){{APP}} {{AUX}}(?P<v>{{V:control run hold oversee keep get receive take retain dominate}}) (?:control of )?(?P<d>{_MINISTRY})"),
    Rule("controls", rf"(?P<d>{_MINISTRY}),? (?:which (?:is|was) )?(?:(?:is|was|are|were|remains?) )?(?P<v>controlled|held|run|dominated|headed) by {{FILL}}(?P<s>{{K:OAX}})"),
    Rule("controls", rf"(?P<d>{_MINISTRY}) (?:(?:will|would|is to|are to|should) )?(?P<v>go|goes|went|be given|been given|handed) to {{FILL}}(?P<s>{{K:OAX}})"),
)  # fmt: skip

_ANY = r"(?:[^‹›;.]|‹[CLIOAX]\d+›)"
_SOUGHT = (
    Rule("candidate_for", rf"(?P<v>candidate|nominee|choice|contender|hopeful|favou?rite|frontrunner|name)s? (?:for|to become|in circulation for)(?: the post of| the job of)? {_POST}{_F}(?:,| is| was| remains) {{FILL}}(?P<s>‹P\d+›)"),
    Rule("candidate_for", rf"(?P<v>{{V:settle agree unite rally insist}} (?:on|behind|around)) (?:an? (?:\w+ )?term for )?{{FILL}}(?P<s>‹P\d+›)(?: as| for| to be){_ANY}{{0,30}}? {_POST}{_F}"),
    Rule("candidate_for", rf"(?P<s>‹P\d+›){{APP}} {{AUX}}(?P<v>{{V:get win receive take poll garner}}) (?:only |just )?{{N}} (?:votes|ballots) for {_POST}{_F}"),
    Rule("candidate_for", rf"(?P<s>‹P\d+›){{APP}} (?:could|may|might|can|would like to|hopes to|is likely to|is tipped to|is expected to) (?:well |still |yet )?(?P<v>become|be|end up as|emerge as) {_POST}{_F}(?! again)", modality=Modality.POSSIBLE),
    Rule("candidate_for", rf"(?P<s>‹P\d+›){{APP}} {{AUX}}(?P<v>{{V:throw}} (?:his|her) hat in(?:to)? the ring|{{V:enter join}} the race|{{V:put}} (?:himself|herself) forward|{{V:declare}} (?:his|her) candidacy)(?: for| as)+ {_POST}{_F}"),
    Rule("candidate_for", rf"(?P<v>{{V:want}} to see|{{V:want wish prefer favour favor}}|would like|{{V:push lobby}} for) {{FILL}}(?P<s>‹P\d+›)(?: to be| to become| as| for| in| made){_ANY}{{0,12}}? {_POST}{_F}"),
    Rule("candidate_for", r"(?P<s>‹P\d+›),? whom {FILL}‹[OAXP]\d+› (?P<v>wants?|wanted|wishes|backs|favours|favors|supports|prefers)[^‹›;.]{0,30}?(?:presidential palace|presidency|as president|president)", office="president"),
    Rule("candidate_for", rf"(?P<s>‹P\d+›),? whom {{FILL}}‹[OAXP]\d+› (?P<v>wants?|wanted|wishes|backs|favours|favors|supports|prefers|has put forward|nominated)[^‹›;.]{{0,30}}? {_POST}{_F}"),
    Rule("appointed_to", rf"(?:[Tt]he |‹[CL]\d+›['’]s )(?P<v>new|next|newly elected|newly appointed) {_F}(?: is|,| will be) {{FILL}}(?P<s>‹P\d+›)"),
    Rule("appointed_to", rf"(?P<s>‹P\d+›){{APP}} {{AUX}}(?P<v>{{V:move go return switch}} (?:back )?to|{{V:take_charge_of take_over take_on lead run head}}) (?P<d>(?:the )?(?:(?:{_PORTFOLIO}) (?:ministry|department|portfolio)|[Ff]oreign [Oo]ffice|Treasury|Chancellery|ministry of (?:{_PORTFOLIO})))"),
    Rule("appointed_to", rf"(?P<s>‹P\d+›){{APP}} (?:is|are|will)(?: (?:set|due|expected|going|likely))?(?: to)? (?P<v>be|become|serve as|remain) {_POST}{_F}(?! (?:candidate|nominee))", modality=Modality.PLANNED),
    Rule("appointed_to", r"(?P<s>‹P\d+›){APP} {AUX}(?P<v>{V:take swear}) (?:his|her|the) oath\b(?! as)"),
    Rule("appointed_to", rf"(?P<s>‹P\d+›){{APP}} {{AUX}}(?P<v>{{V:get receive take win land}}) (?:the )?(?:job|post|office|position|role) of {_POST}{_F}"),
    Rule("appointed_to", rf"(?P<v>{{V:pick choose elect select}}) {{FILL}}(?P<s>‹P\d+›) for {_POST}{_F}"),
    Rule("appointed_to", rf"(?:[Kk]ing|[Ss]ultan|[Mm]onarch|[Ee]mir|[Qq]ueen) (?:has |formally |officially |yesterday )*(?P<v>{{V:endorse name appoint confirm swear_in approve}}) {{FILL}}(?P<s>‹P\d+›),? (?:as )?{_POST}{_F}"),
    Rule("nominated_for", r"(?P<v>{V:choose pick tap select ask invite want charge task name designate nominate recommend}),? {FILL}(?P<s>‹P\d+›)(?: with| to)+ (?:head|lead|heading|leading|form|forming) (?:the next |a new |the new |a |the |his |her )?(?:\w+ )?(?:government|cabinet)", office="prime minister"),
    Rule("nominated_for", rf"(?P<v>{{V:propose present submit put_forward suggest}}) {{FILL}}(?P<s>‹P\d+›) to {{FILL}}‹I\d+› (?:as|for) {_POST}{_F}"),
    Rule("nominated_for", r"(?P<v>{V:appoint name designate}) {FILL}(?P<s>‹P\d+›) (?:as )?(?:in)?formateur\b", office="informateur"),
    Rule("nominated_for", r"(?:task|job|mandate)(?: of forming a (?:\w+ )?government| to form a (?:\w+ )?government)? (?:now )?(?P<v>falls?|fell|passes|passed|goes|went|has passed|has fallen) to {FILL}(?P<s>‹P\d+›)", office="prime minister"),
    Rule("resigns", rf"(?P<s>‹P\d+›){{APP}} {{AUX}}(?P<v>{{V:leave quit vacate give_up}}) (?:his|her|the) (?:post|job|office|position|role)(?: (?:as|of) {_POST}{_FP})?"),
    Rule("resigns", r"(?P<s>‹P\d+›){APP} {AUX}(?P<v>{V:give_up leave quit relinquish hand_over}) (?P<d>(?:the )?(?:leadership|chairmanship|presidency))(?: of|\b)"),
    Rule("resigns", rf"(?P<f>{OFFICE}), (?P<s>‹P\d+›), (?:has |had )?(?P<v>stepped down|resigned|quit|stood down)"),
    Rule("resigns", rf"{{V:want demand urge ask}} {{FILL}}(?P<s>‹P\d+›) to (?P<v>resign|step down|stand down|quit|go)(?: (?:as|from) {_POST}{_F})?", modality=Modality.DEMANDED),
    Rule("controls", rf"(?P<d>{_MINISTRY}|(?:[Tt]he )?(?:presidency|speakership|premiership|governorship)) (?:has |have |had )?(?P<v>been in the hands of|belonged to|belongs to|been held by|been with|is held by|is in the hands of|was awarded to|went to|goes to|will go to|was given to|falls to|fell to) {{FILL}}(?P<s>{{K:OAX}})"),
    Rule("controls", rf"(?P<s>{{K:OAX}}){{APP}} {{AUX}}(?P<v>{{V:insist}} on (?:keeping|getting|holding|having)|{{V:claim demand want}}) (?P<d>{_MINISTRY})", modality=Modality.DEMANDED),
    Rule("controls", r"(?P<d>(?:[Ii]nterior|[Ff]inance|[Dd]efen[cs]e|[Ff]oreign [Aa]ffairs|[Jj]ustice|[Oo]il|[Hh]ealth|[Ee]ducation|[Ee]conomy)) (?P<v>goes|went|will go|is to go) to {FILL}(?P<s>{K:OA})"),
)  # fmt: skip

_FRAMES = (
    Frame("controls", "control run hold dominate oversee head", subjects="OA", objects="ML"),
    Frame("controls", "control", subjects="A", objects="X"),
    Frame("controls", "control hold seize capture", noun="ministry|ministries|portfolio|province|city|territory", link="of", subjects="OA", objects="MLX"),
)  # fmt: skip

_NOT_HOLDER = re.compile(
    r"candidate|nominee|designate|hopeful|elect\b|contender|spokes|adviser|office of|aide",
    re.IGNORECASE,
)
_OTHER_BODY = re.compile(
    r"president of (?!the (?:republic|country|state|parliament))", re.IGNORECASE
)
_FORMER = re.compile(r"\b(?:former|ex-?|late|one-time|then|previous|erstwhile)\b", re.IGNORECASE)
_OFFICE = re.compile(re.sub(r"\(\?: (?:of|to) ‹\[CLI\]\d\+›\)\?", "", OFFICE), re.IGNORECASE)


def _read_titles(view: View) -> Iterator[Found]:
    """Read "Prime Minister Haider al-Abadi", "former Speaker X": the title says the office."""
    for index, mention in enumerate(view.mentions):
        if mention.kind != EntityKind.PERSON or not mention.title:
            continue
        found = _OFFICE.search(mention.title)
        found = found or _SECRETARY.search(mention.title) or _opposition(view, mention)
        speaks = _SPEAKS_FOR.fullmatch(mention.title)
        body = _body_before(view, index, mention.title) if speaks or found else ""
        if speaks and body:
            found = speaks
        elif (
            found is None or _NOT_HOLDER.search(mention.title) or _OTHER_BODY.search(mention.title)
        ):
            continue
        first, last = view.wide[index]
        if last <= first or _is_of_a_party(view, index, found.group(0)):
            continue
        words = _PLURAL.sub(r"\1", found.group(0))
        whole = _LONG_OFFICE.search(mention.title)
        words = whole.group(0) if whole else words
        body = body if speaks or _OF_A_BODY.search(words) else ""
        first = view.spans[index - 1][0] if body else first
        region = _region_before(view, index, mention.title)
        named = f"premier of {region}" if region else _with_its_country(mention.title, words)
        office = Name(body + named, EntityKind.OFFICE)
        for holder, end in _sharers(view, index, is_plural=words != found.group(0)):
            yield Found(
                kind="holds_office",
                subject=argument(holder),
                object=office,
                span=(first, end),
                anchor=first,
                polarity=Polarity.AFFIRMED,
                modality=Modality.ACTUAL,
                layer="name",
            )


_FLOATED = surface_pattern(
    r"\b[Nn]ames? of (?P<s>[^;.:]{3,220}?) (?:is|are|was|were|has been|have been)(?: also| now| still)? (?:being )?"
    r"(?P<v>circulat\w+|floated|mentioned|discussed|proposed|put forward|tipped|suggested|raised|considered)\b"
    rf"(?: (?:for|as)(?: candidates? for| possible)? {_POST}(?P<f>{OFFICE})?)?"
)


def _read_floated(view: View) -> Iterator[Found]:
    """Read "the names of A of X, B and C, the Y candidate, are being circulated": all of them."""
    for match in _FLOATED.finditer(view.tagged):
        post = Name(name_office(match["f"]), EntityKind.OFFICE) if match["f"] else None
        for index in markers(match["s"]):
            person = view.mentions[index]
            if person.kind is EntityKind.PERSON:
                yield Found(
                    kind="candidate_for",
                    subject=argument(person),
                    object=post,
                    span=view.tokens_of(*match.span()),
                    anchor=view.tokens_of(*match.span("v"))[0],
                    modality=Modality.POSSIBLE,
                    by="names that are floated: " + match["v"],
                )


_SECRETARY = re.compile(
    r"(?<!general )secretary (?:of|for) [A-Z]\w+(?: and [A-Z]\w+)?", re.IGNORECASE
)
_OPPOSITION = re.compile(r"\b[Oo]pposition $")
_SPEAKS_FOR = re.compile(r"(?:[Cc]hief )?[Ss]pokes(?:man|woman|person)")
_OF_A_BODY = re.compile(
    r"(?:majority|minority) leader|secretary of state|^president$", re.IGNORECASE
)
_CHAMBER = re.compile(r"senate|council|assembly|chamber|commission|court|congress", re.IGNORECASE)


def _region_before(view: View, index: int, title: str) -> str:
    """Give the region whose premier it is: "Bavaria's premier X"."""
    if index == 0 or "premier" not in title.casefold():
        return ""
    before, mention = view.mentions[index - 1], view.mentions[index]
    between = view.analysis.text[before.end : mention.start - len(title) - 1]
    return (
        before.name
        if before.text in REGIONS and between in {"", " ", "'s", "’s", "'s ", "’s "}
        else ""
    )


def _opposition(view: View, mention: Mention) -> re.Match[str] | None:
    """Read "opposition leader X": an office of its own in many a parliament."""
    title = re.fullmatch(r"(?:opposition )?leader", mention.title, re.IGNORECASE)
    before = view.analysis.text[: mention.start - len(mention.title) - 1][-12:]
    if title is None or not ("pposition" in title[0] or _OPPOSITION.search(before)):
        return None
    return re.match(r".+", "opposition leader")


def _body_before(view: View, index: int, title: str) -> str:
    """Give the institution or land right before a title: "State Department" spokeswoman X."""
    if index == 0:
        return ""
    before, mention = view.mentions[index - 1], view.mentions[index]
    is_next = 0 <= mention.start - len(title) - 1 - before.end <= 1
    is_its = not title.casefold().endswith("president") or _CHAMBER.search(before.text)
    return f"{before.text} " if is_next and is_its and letter_of(before) in "IML" else ""


_LONG_OFFICE = re.compile(
    rf"(?:deputy )?(?:{PORTFOLIO.pattern} (?:minister|secretary)$|(?<!prime )(?<!first )(?:minister|secretary) (?:of|for) .+|(?:speaker|president) of .+)",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"(ministers?|president|speaker|premier|secretar|chancellor|governor)s$", re.IGNORECASE
)


def _sharers(view: View, index: int, *, is_plural: bool) -> Iterator[tuple[Mention, int]]:
    """Give who bears a title, with the last token: all of "the former ministers A, B and C"."""
    yield view.mentions[index], view.wide[index][1]
    at = index
    while is_plural and at + 1 < len(view.mentions):
        here, following = view.mentions[at], view.mentions[at + 1]
        between = view.analysis.text[here.end : following.start]
        if following.kind != EntityKind.PERSON or between not in {" and ", ", ", ", and "}:
            return
        at += 1
        yield following, view.wide[at][1]


_ENVOY = re.compile(r"(?:US|U\.S\.|UK|[A-Z]\w+(?:i|ian|ish|ese|ch|an)) (?:ambassador|envoy)\b")
"""An envoy is his country's, whatever country the document is about."""


def _with_its_country(title: str, office: str) -> str:
    """Keep the country of an envoy: "US ambassador"."""
    envoy = _ENVOY.search(title)
    return name_office(envoy.group(0) if envoy else office)


def _is_of_a_party(view: View, index: int, office: str) -> bool:
    """Whether "president" is a party's: "Open VLD president X", "party president X"."""
    if not re.search(r"president|secretary|speaker", office, re.IGNORECASE):
        return False
    mention = view.mentions[index]
    if re.search(r"\bparty\b", mention.title, re.IGNORECASE):
        return True
    lead = view.analysis.text[max(0, mention.start - 60) : mention.start].rstrip()
    lead = lead[: len(lead) - len(mention.title)].rstrip(" ’'s")
    if re.search(r"(?:party|deputy)$", lead, re.IGNORECASE):
        return True
    before = view.mentions[index - 1] if index else None
    at = mention.start - len(mention.title) - 1
    return before is not None and letter_of(before) in "OAX" and 0 <= at - before.end <= 3


OFFICES = Family(
    "offices",
    frames=_FRAMES,
    rules=(*_RULES, *_CONTROL, *_SOUGHT),
    readers=(_read_titles, _read_floated),
)


def is_former(words: str) -> bool:
    """Whether the words say that an office was held and no longer is."""
    return bool(_FORMER.search(words))
