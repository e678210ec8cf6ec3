"""For and against what has no name of its own: a cabinet, a bill, a deal, the one voted on."""

from __future__ import annotations

from kutla.claims.claim import Modality, Polarity
from kutla.claims.families.family import Family
from kutla.claims.frames import Frame
from kutla.claims.rules import Rule
from kutla.claims.things import thing_pattern
from kutla.claims.votes import read_votes

_WHO = "POAGC"
_GOVERNMENTS = "government"
_MEASURES = "measure"
_BOTH = "government measure"

_FRAMES = (
    Frame("supports", "support back endorse favour favor champion defend tolerate prop_up rally_behind stand_behind stand_by get_behind line_up_behind throw_its_weight_behind put_its_weight_behind", subjects=_WHO, objects="", things=_BOTH),
    Frame("supports", "welcome hail praise approve ratify green-light embrace applaud", subjects=_WHO, objects="", things=_MEASURES),
    Frame("supports", "vote speak_out come_out", link="for|in favou?r of|to (?:approve|back|support|keep|pass)", subjects=_WHO, objects="", things=_BOTH),
    Frame("supports", "throw lend voice express give offer pledge promise reaffirm reiterate renew declare announce", noun="support|backing|weight|endorsement|votes?|blessing|assent|consent", link="for|behind|to", subjects=_WHO, objects="", things=_BOTH),
    Frame("opposes", "oppose reject denounce condemn criticise criticize resist veto block decry slam deplore dispute obstruct", subjects=_WHO, objects="", things=_MEASURES),
    Frame("opposes", "oppose bring_down topple", subjects="POAG", objects="", things=_GOVERNMENTS),
    Frame("opposes", "vote turn rally campaign protest speak_out come_out argue", link="against", subjects=_WHO, objects="", things=_BOTH),
    Frame("opposes", "voice express declare announce", noun="opposition|objections?|rejection", link="to|of", subjects=_WHO, objects="", things=_BOTH),
    Frame("opposes", "object", link="to", subjects=_WHO, objects="", things=_BOTH),
    Frame("opposes", "lead", noun="campaign|charge|resistance|revolt|rebellion|opposition", link="against|to", subjects=_WHO, objects="POX", things=_BOTH),
    Frame("supports", "withdraw pull drop end suspend", noun="support|backing", link="for|from|to|of", subjects="POAG", objects="", things=_GOVERNMENTS, polarity=Polarity.NEGATED),
    Frame("opposes", "sponsor table submit file", noun="no-confidence motion|motion of no confidence|motion of no-confidence|impeachment motion", link="against", subjects="POAG", objects="POX"),
)  # fmt: skip

_NO_ACCEPTING = r"(?:{V:refuse decline} to (?:accept|recogni[sz]e|endorse|abide by)|(?:does|do|did|will|would) not (?:accept|recogni[sz]e))"
_FOR = r"(?:{FILL}(?P<o>{K:PO})|(?P<d>" + thing_pattern("measure government") + "))"
_RULES = (
    Rule("opposes", r"(?P<s>{LK:POAGC}){APP} {AUX}(?P<v>" + _NO_ACCEPTING + r") (?P<d>" + thing_pattern("measure") + ")", polarity=Polarity.AFFIRMED),
    Rule("supports", r"(?P<s>{LK:POAGC}){APP} (?:is|are|was|were|remains?|has been|have been) (?:[a-z]+ ){0,2}?(?:in )?(?P<v>favour of|favor of|supportive of|behind) " + _FOR),
    Rule("opposes", r"(?P<s>{LK:POAGC}){APP}(?:,| is| are| was| were|, who (?:is|are)| remains?)(?: [\w-]+){0,2}? (?P<v>opposed to|against|critical of|hostile to) (?P<d>(?:the |any |an? )?(?:[\w-]+ ){0,3}?(?:government|cabinet|coalition|deal|bill|law|agreement|plan|reform|budget|motion|intervention|interference|influence|elections?|presence|meddling))\b"),
    Rule("opposes", r"(?P<s>{K:POA}),? (?:an?|the|long an?) (?:[\w-]+ ){0,3}?(?P<v>critic|opponent|foe|adversary|enemy) of (?:{FILL}(?P<o>{K:POAXC})|(?P<d>(?:the |any )?(?:[\w-]+ ){0,2}?(?:government|cabinet|coalition|deal|bill|law|agreement|plan|reform|meddling|interference|intervention|influence)))"),
    Rule("opposes", r"(?P<s>{LK:POAXG}){APP} (?:is|are|was|were|remains?) (?:[\w-]+ ){0,2}?(?P<v>(?:dead set |set |firmly |strongly )?against (?:another|a second|a third|a new|a further|any) (?:[\w-]+ )?(?:term|mandate|spell)) (?:for|of) {FILL}(?P<o>{K:P})"),
    Rule("opposes", r"(?P<s>{LK:POAXG}){APP} (?:is|are|has been|have been|was|were) (?:at|in) (?P<v>odds|loggerheads|conflict) with {FILL}(?P<o>{LK:POAXG})"),
    Rule("opposes", r"(?P<s>{LK:POAGX}){APP} {AUX}(?:not|never|n['’]t) (?P<v>vote for|support|back|endorse|deal with|recogni[sz]e) (?P<d>(?:any|anyone|anybody|no) [^‹›,;.\"“]{3,50}(?:\"[^\"]{3,40}\")?)", polarity=Polarity.AFFIRMED),
    Rule("opposes", r"(?P<s>{LK:POAGX}){APP} (?:(?:do|does|did) not|don['’]t|doesn['’]t|didn['’]t) (?:want|wish|intend|plan) to (?P<v>vote for|back|support|endorse) {FILL}(?P<o>{K:PX})", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL),
    Rule("opposes", r"(?P<s>{LK:POAXC}){APP} {AUX}(?:want|wants|wanted) (?:to have )?(?P<v>nothing) to do with {FILL}(?P<o>{LK:POX})", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL),
    Rule("opposes", r"(?P<s>{LK:POAXC}){APP} {AUX}(?:have|has|had) (?P<v>nothing to do|no dealings|no truck) with {FILL}(?P<o>{LK:POX})", polarity=Polarity.AFFIRMED),
    Rule("opposes", r"(?P<s>{LK:POAXG}){APP} (?:has|have|had) (?P<v>no (?:love|sympathy|time)) for {FILL}(?P<o>{LK:POAXC})", polarity=Polarity.AFFIRMED),
    Rule("opposes", r"(?P<s>{LK:POAXG}){APP} {AUX}(?P<v>{V:vow pledge promise threaten plan agree decide}) to (?:vote out|dislodge|turn out|get rid of) {FILL}(?P<o>{K:POX})", modality=Modality.ACTUAL),
    Rule("opposes", r"(?P<s>{LK:POAXGIC}){APP} {AUX}(?P<v>{V:demand insist ask urge}) that {FILL}(?P<o>{K:PX}) (?:should |must )?(?:resign|step down|step aside|quit|go|stand down|leave office|be (?:sacked|dismissed|removed|fired|replaced))", modality=Modality.DEMANDED),
    Rule("opposes", r"(?P<s>{LK:POAXG}){APP} (?:will|would|does|did)(?: not| never|n['’]t) (?:ever )?(?P<v>make|elect|install|accept|have|recogni[sz]e|choose) {FILL}(?P<o>{K:PX}) (?:as |to be )?(?:the |its )?(?:next )?(?:chancellor|prime minister|premier|president|speaker|leader)", polarity=Polarity.AFFIRMED),
    Rule("opposes", r"(?P<s>{LK:POAXG}){APP} {AUX}(?P<v>{V:declare_lose lose declare}) (?:no )?confidence in {FILL}(?P<o>{K:PO})"),
    Rule("opposes", r"(?P<s>{LK:POAXG}){APP} {AUX}(?P<v>{V:break fall_out}) with {FILL}(?P<o>{K:P})"),
    Rule("opposes", r"(?P<s>{LK:POX}){APP} {AUX}(?P<v>{V:call describe dismiss denounce decry brand}) (?P<d>the (?:[\w-]+ ){0,2}?(?:deal|agreement|accord|pact|plan|decision|vote|move|coalition|cabinet|ruling|election|result|law|bill)) (?:as )?(?:an? |the )?[\"“‘]?(?:[\w-]+ ){0,2}?(?:surrender|betrayal|farce|coup|disgrace|mistake|capitulation|sham|fraud|disaster|shame|scandal|unconstitutional|illegal|illegitimate|unacceptable|null and void)"),
    Rule("supports", r"(?P<s>{LK:POX}){APP} {AUX}(?P<v>{V:call describe hail}) (?P<d>the (?:[\w-]+ ){0,2}?(?:deal|agreement|accord|pact|plan|decision|vote|move|coalition|cabinet|ruling|result|law|bill)) (?:as )?(?:an? |the )?[\"“‘]?(?:[\w-]+ ){0,2}?(?:necessity|victory|step forward|historic|breakthrough|triumph|success|good)"),
    Rule("supports", r"(?P<s>{LK:POAXG})['’]?s? ?(?P<v>nominee|candidate|pick|choice) (?:for (?:the )?[\w -]{4,40}? )?(?:is|was|will be) {FILL}(?P<o>{K:P})"),
    Rule("supports", r"(?P<s>{LK:OAXG}){APP} {AUX}(?P<v>{V:put_forward field present}) {FILL}(?P<o>{K:PX}) (?:as (?:its|their|the|his)|for (?:the )?(?:post|presidency|premiership|speaker\w*|job)|to (?:be|become|head|lead|replace|succeed)|as (?:prime minister|premier|speaker|president|candidate))"),
    Rule("supports", r"(?P<o>{K:P}){APP} {AUX}(?P<v>nominated|proposed|fielded|put forward|put up|presented|named|picked|chosen)(?: (?:for|as) [\w -]{3,30}?)? by {FILL}(?P<s>{LK:OA})"),
    Rule("supports", r"(?P<o>{K:P}),? (?:is |was )?(?:the )?(?P<v>nominee|candidate|choice|pick) of {FILL}(?P<s>{LK:OA})"),
    Rule("supports", r"(?P<s>{LK:POAXG}){APP} {AUX}(?P<v>{V:speak_up come_out speak_out} (?:for|in favou?r of)|{V:swing side line_up stand fall_in} behind|{V:back side sympathise sympathize} with|{V:stick cling} (?:with|to|by)|{V:switch swing} (?:back )?(?:to|behind)|{V:plump opt} for|{V:cast} (?:its|their|his|her) (?:votes?|lot|ballots?|\w+ votes) (?:for|with)) {FILL}(?P<o>{K:P})"),
    Rule("supports", r"(?P<o>{K:PO}){APP} (?:can|could|may|might|will|would) (?:[a-z]+ )?(?P<v>count|rely|depend|bank) on (?:the (?:support|backing|votes?|ayes) of )?{FILL}(?P<s>{LK:POAXG})", modality=Modality.ACTUAL),
    Rule("supports", r"(?P<o>{K:PO}){APP} (?:counts|relies|depends|depended|relied|counted) on (?:the )?(?P<v>support|backing|votes?) (?:of|from) {FILL}(?P<s>{LK:POAXG})"),
    Rule("supports", r"(?P<o>{K:PO}){APP} {AUX}(?P<v>recommended|backed|endorsed|supported|propped up|kept in power|kept in office|kept afloat) by {FILL}(?P<s>{LK:POAXG})"),
    Rule("supports", r"(?P<s>{LK:POAXG}){APP} {AUX}(?P<v>{V:drop abandon ditch desert disown}) {FILL}(?P<o>{K:P})(?=[,.;]|$| (?:because|as|after|over|for|and|in|on)\b)", polarity=Polarity.NEGATED),
    Rule("supports", r"(?P<s>{LK:POAXG}){APP} {AUX}(?P<v>{V:refuse decline}) to (?:back|support|endorse|recommend|name|nominate|prop up) {FILL}(?P<o>{K:POX})", polarity=Polarity.NEGATED, modality=Modality.ACTUAL),
    Rule("supports", r"(?P<s>{LK:POAXG}){APP} {AUX}(?P<v>{V:ask urge recommend tell}) (?:to )?{FILL}‹[PIF]\d+› (?:that )?{FILL}(?P<o>‹P\d+›) (?:should )?(?:be (?:given|asked|entrusted|tasked|named|charged)|form|lead|get)"),
    Rule("supports", r"(?P<s>{LK:POAXG}){APP} {AUX}(?P<v>{V:sign submit}) (?:[\w-]+ ){0,3}?(?:declarations?|petitions?|letters?|statements?|oaths?) (?:in favou?r of|in support of|backing|supporting|for) {FILL}(?P<o>{K:P})"),
    Rule("supports", r"(?P<s>{LK:POAXG}) {AUX}(?P<v>{V:join} ‹[POX]\d+› in (?:backing|supporting|endorsing)) {FILL}(?P<o>{K:POX})"),
)  # fmt: skip

SIDES = Family("sides", frames=_FRAMES, rules=_RULES, readers=(read_votes,))
