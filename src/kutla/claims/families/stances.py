"""Stances: support, opposition, accusation, meeting, patronage, threat."""

from __future__ import annotations

from kutla.claims.claim import Modality, Polarity
from kutla.claims.families.family import Family
from kutla.claims.frames import Frame
from kutla.claims.rules import Rule

_ANYONE = "POAXCIMG"
_ACTED_ON = "POAXCIM"

_FRAMES = (
    Frame("supports", "support back endorse rally_behind stand_by line_up_behind defend prop_up", subjects="POAXIG", objects="POAXIM"),
    Frame("supports", "throw lend voice express give offer pledge reaffirm reiterate renew declare announce", noun="support|backing|weight|endorsement", link="for|behind|to|in", subjects="POAXCIG", objects="POAXI"),
    Frame("supports", "vote", link="for|in favou?r of", subjects="POAXG", objects="POAX"),
    Frame("opposes", "oppose criticise criticize denounce condemn resist slam blast lambast", subjects=_ANYONE, objects=_ACTED_ON),
    Frame("opposes", "turn vote campaign rally protest move stand", link="against", subjects="POAXG", objects="POAXIC"),
    Frame("opposes", "oust topple unseat overthrow bring_down depose", subjects="POAXG", objects="PX"),
    Frame("opposes", "reject veto block", subjects="POAXCG", objects="PX"),
    Frame("opposes", "voice express declare announce", noun="opposition|objection|objections|rejection", link="to|of", subjects="POAXCIG", objects="POAXIC"),
    Frame("accuses", "accuse blame", subjects=_ANYONE, objects=_ACTED_ON),
    Frame("accuses", "level make bring", noun="accusations|allegations|charges|accusation", link="against|at", subjects=_ANYONE, objects=_ACTED_ON),
    Frame("meets", "meet", subjects="POAXCI", objects="POAXCI"),
    Frame("meets", "meet sit_down confer hold_a_meeting speak", link="with", subjects="POAXCI", objects="POAXCI"),
    Frame("meets", "hold have", noun="meeting|meetings|phone call|summit|contacts|contact", link="with", subjects="POAXCI", objects="POAXCI"),
    Frame("meets", "receive host visit telephone phone welcome", subjects="PI", objects="P"),
    Frame("meets", "pay", noun="visit", link="to", subjects="P", objects="POI"),
    Frame("meets", "visit", noun="headquarters|office|offices|residence|home|house", link="of", subjects="P", objects="POI"),
    Frame("accuses", "lay put pin place", noun="blame|responsibility", link="on", subjects=_ANYONE, objects=_ACTED_ON),
    Frame("accuses", "hold", noun="responsible", subjects=_ANYONE, objects=_ACTED_ON),
    Frame("supports", "stand side", link="by|with|behind", subjects="POAXG", objects="POX"),
    Frame("supports", "give cast lend", noun="votes?|ballots?|blessing|backing|support", link="to|for", subjects="POAXG", objects="PO"),
    Frame("supports", "promise pledge", noun="votes?|ayes", link="to|for", subjects="POAXG", objects="PO"),
    Frame("opposes", "withhold", noun="votes?|support|backing", link="from", subjects="POAXG", objects="PO"),
    Frame("supports", "recommend", subjects="POAXG", objects="P"),
    Frame("opposes", "lash_out hit_out", link="at", subjects="POAXIGC", objects="POAXIC"),
    Frame("opposes", "object", link="to", subjects="POAXIGC", objects="POX"),
    Frame("backed_by", "receive get obtain enjoy", noun="support|backing|funding|money|weapons|arms|aid|training|cash|money and weapons|arms and money|weapons and money", link="from", subjects="OAPXG", objects="CI"),
    Frame("meets", "summon invite", subjects="PI", objects="P"),
    Frame("supports", "champion side rally", link="with|behind|", subjects="POAXIG", objects="POAX"),
    Frame("supports", "give lend promise pledge", noun="votes|ayes|backing|support", link="to|for", subjects="POAXIG", objects="POAX"),
    Frame("opposes", "challenge rebuke deride assail", subjects="POAXIG", objects="PO"),
    Frame("opposes", "call_for demand urge seek", noun="resignation|removal|ouster|dismissal|departure|sacking", link="of", subjects="POAXIGC", objects="PO", modality=Modality.DEMANDED),
    Frame("backed_by", "back support sponsor fund arm bankroll finance", subjects="CI", objects="OAPXG", is_swapped=True),
    Frame("threatens", "threaten warn", subjects="POAXCIG", objects="POAXCIMG"),
)  # fmt: skip

_RULES = (
    Rule("supports", r"(?P<s>{K:PIAO}) {AUX}(?P<v>{V:voice express declare announce}) (?:his|her|its|their|‹\w\d+›) (?:support|backing) for (?P<d>(?:an?|the) [\"'“‘]?[a-z][\w -]{2,30}?[\"'”’]?)(?= to | as |[,.;]|$)"),
    Rule("opposes", r"(?P<s>{K:POAXIGC}){APP} {AUX}(?P<v>{V:demand urge seek call_for request}) (?:the |his )?(?:resignation|removal|ouster|ousting|dismissal|departure|sacking|exit) of {FILL}(?P<o>{K:PO})", modality=Modality.DEMANDED),
    Rule("supports", r"(?P<s>{K:POAXIG}){APP} {AUX}(?P<v>{V:withdraw pull end drop}) (?:its|his|her|their|all)? ?(?:support|backing) (?:for|from|to) {FILL}(?P<o>{K:POAXI})", polarity=Polarity.NEGATED),
    Rule("backed_by", r"(?P<o>‹[COPIXL]\d+›|Iranian|Iran|Turkish|American|US|U\.S\.|Saudi|Western|Russian|Syrian|Israeli)(?P<v>-(?:backed|aligned|supported|sponsored|funded)) (?:[\w-]+ ){0,4}?(?P<s>{K:OAPXG})"),
    Rule("supports", r"(?P<s>{K:POAXIG}){POS} (?P<v>support|backing|endorsement) (?:for|of) {FILL}(?P<o>{LK:POAX})"),
    Rule("supports", r"(?P<o>{K:PO}){APP} {AUX}(?P<v>{V:have win secure enjoy get obtain gain receive}) (?:the )?(?:support|backing|endorsement|endorsements|recommendation) (?:of|from) {FILL}(?P<s>{LK:POAXIG})"),
    Rule("supports", r"(?P<o>{K:PO}){APP} (?:is|was|has been|had been) (?P<v>recommended|backed|supported|endorsed) (?:for [^‹›;.]{1,40} )?by {FILL}(?P<s>{LK:POAXIG})"),
    Rule("opposes", r"(?P<s>{K:POAXIGC}){APP}(?:,| is| are| was| were|, who (?:is|are))(?: [\w-]+){0,2}? (?P<v>opposed to|critical of|hostile to|against) (?:both )?{FILL}(?P<o>{LK:POAXIC})"),
    Rule("opposes", r"(?P<s>{K:POAXIGC}){APP} {AUX}(?P<v>{V:urge call_on ask tell press demand}) {FILL}(?P<o>‹P\d+›)(?: that he| that she)? (?:to|must|should) (?:immediately )?(?:resign|step down|quit|step aside|stand down|leave office|withdraw|return the mandate|give up|vacate)", modality=Modality.DEMANDED),
    Rule("opposes", r"(?P<s>{LK:POAXG}){APP} (?:(?:will|would|may|could|did|does|do|to|has|have|had) )+(?:not|never) (?P<v>support|back|endorse|vote for) {FILL}(?P<o>{K:POX})", polarity=Polarity.AFFIRMED),
    Rule("supports", r"(?P<s>{K:PO}), (?:an?|the|his|her|its|[\w-]+) (?:[\w-]+ ){0,3}?(?P<v>ally|supporter|backer|loyalist|confidant) of {FILL}(?P<o>{K:POA})"),
    Rule("supports", r"(?P<o>{K:P}){APP} {AUX}(?P<v>secured|won|has|had) the (?:ayes|votes|backing) of [^‹›;.]{0,40}?(?P<s>{LK:O})"),
    Rule("backed_by", r"(?P<s>{LK:OAXG})(?:,| are| is| (?:seen as|considered|regarded as))? (?P<v>close to) {FILL}(?P<o>{K:C})"),
    Rule("backed_by", r"(?P<o>{K:C}), (?P<s>‹[OAX]\d+›){POS} (?:main |chief |principal |foreign )?(?P<v>patron|backer|sponsor|paymaster)"),
    Rule("backed_by", r"(?P<s>{K:POAXG}),? (?:an? (?:[\w-]+ ){1,3})?(?P<v>(?<!was )(?<!is )(?<!been )(?<!be )(?:backed|sponsored|funded|armed|bankrolled)) by {FILL}(?P<o>{LK:COAPX})"),
    Rule("backed_by", r"(?P<s>{K:OAXG})(?: movement| group| militia)?{APP} (?:is|are|was|were|has been|have been) (?:[a-z]+ly )?(?P<v>(?:armed|funded|financed|trained|backed|supported|sponsored|equipped|bankrolled)(?: and (?:armed|funded|financed|trained|backed|supported|sponsored|equipped))?) by {FILL}(?P<o>{LK:C})"),
    Rule("opposes", r"(?P<s>{K:POAXIGC}){APP} {AUX}(?P<v>{V:object oppose reject resist block}) (?:to )?(?:the )?(?:nomination|candidacy|appointment|re-election|return|premiership) of {FILL}(?P<o>{K:PX})"),
    Rule("opposes", r"(?P<d2>(?:[Tt]housands of |[Hh]undreds of |[Tt]ens of thousands of )?(?:protesters|demonstrators)) (?:[a-z]+ ){0,2}?(?P<v>demand|demanded|demanding|called for|calling for) (?:the )?(?:resignation|removal|ouster|departure) of {FILL}(?P<o>{K:PO})"),
    Rule("supports", r"(?P<s>{O}),? whose (?:lawmakers|MPs|deputies|members|senators|supporters) {AUX}(?P<v>voted for|backed|back|supported|support|named|endorsed) {FILL}(?P<o>{K:PO})"),
    Rule("opposes", r"(?P<s>{LK:POAXG}){APP} {AUX}(?P<v>{V:oppose reject resist}) (?:any|an?|the) [^‹›;.,]{0,30}? (?:for|of|by|with|led by) {FILL}(?P<o>{K:POX})"),
    Rule("opposes", r"(?P<s>{LK:POAXG}){APP} {AUX}(?P<v>{V:refuse}) to recogni[sz]e {FILL}(?P<o>{K:POX})"),
    Rule("supports", r"(?P<s>{LK:POAXG}){APP} (?:is|are|was|were|remains?) (?:fully |firmly |squarely |solidly |still )?(?P<v>behind) {FILL}(?P<o>{K:PO})"),
    Rule("supports", r"(?P<s>{LK:OAX}){APP} {AUX}(?P<v>{V:name}) {FILL}(?P<o>‹P\d+›)(?=[,.]|$| in (?:the )?(?:binding |parliamentary )?consultations)"),
    Rule("supports", r"(?P<s>{LK:POX}){APP} (?P<v>stays?|stayed|remains?|remained|stuck|sticks) with {FILL}(?P<o>{K:P})"),
    Rule("supports", r"(?P<o>{K:P}){APP} {AUX}(?P<v>{V:have enjoy win get obtain}) the (?:blessing|confidence|trust|support|backing|votes|endorsement) of {FILL}(?P<s>{LK:POAXIC})"),
    Rule("supports", r"(?P<s>{LK:POAXG})(?: members| deputies| lawmakers)?{APP} (?:[a-z]+ )?{AUX}(?P<v>{V:vote}(?: [a-z]+)? to (?:make|elect|install|confirm|keep)) {FILL}(?P<o>{K:P})"),
    Rule("supports", r"(?P<s>{LK:POAXIG}){APP} {AUX}(?P<v>{V:want}) {FILL}(?P<o>‹P\d+›) (?:to be|to become|as) (?:the )?(?:next |new )?(?:prime minister|premier|president|speaker|chancellor)"),
    Rule("opposes", r"(?P<s>{LK:POAXIG}){APP} {AUX}(?:(?:does|do|did) not|no longer|not) (?P<v>want) {FILL}(?P<o>{K:P})(?: back| to (?:be|become|return|stay|serve)| as| in)?", polarity=Polarity.AFFIRMED),
    Rule("opposes", r"(?P<s>{LK:POAXIG}){APP} {AUX}(?P<v>{V:want}) {FILL}(?P<o>{K:P})(?:['’]s (?:head|resignation|removal)| gone| out| to (?:go|resign|step down|quit))", modality=Modality.DEMANDED),
    Rule("opposes", r"(?P<s>{LK:POAXIG}){APP} (?:will|would|does|did|do) not (?P<v>hear of|accept|tolerate|countenance|stomach) {FILL}(?P<o>{K:PO})", polarity=Polarity.AFFIRMED),
    Rule("backed_by", r"(?P<o>{K:C}){APP} (?:is|was|has been|remains) (?:the |its |their )?(?:main |chief |principal |foreign |biggest )?(?P<v>patron|backer|sponsor|paymaster) of {FILL}(?P<s>{LK:OAXG})"),
    Rule("meets", r"(?P<s>‹P\d+›){APP} {AUX}(?P<v>{V:see}) {FILL}(?P<o>‹P\d+›) (?:at|in|on|for|over|again|yesterday|today)\b"),
    Rule("meets", r"(?P<s>‹P\d+›){APP} (?:[^‹›;.]|‹[CL]\d+›){0,40}? for (?P<v>talks|a meeting|consultations|an audience) with {FILL}(?P<o>‹P\d+›)"),
    Rule("accuses", r"(?P<s>{K:POAXIGC}){APP} {AUX}(?P<v>{V:allege claim charge}) (?:that )?{FILL}(?P<o>{K:POAXIC}) (?:had |has |have |was |were |is )?(?:plotted|conspired|rigged|stole|stolen|orchestrated|bribed|betrayed|plotting|conspiring|behind|sabotaged|tried to|bought|lied|broke|broken)"),
    Rule("threatens", r"(?P<s>{K:POAXIGC}){APP} {AUX}(?P<v>{V:threaten}) to (?:attack|strike|bomb|topple|bring down|kill|target|expel|sue|oust|overthrow|sanction|invade|unseat|remove|impeach|withdraw support from|retaliate against) {FILL}(?P<o>{K:POAXIMCG})"),
    Rule("backed_by", r"(?P<s>{K:OA}){APP},? which (?:is|are|was|has been) (?:[a-z]+ )?(?P<v>supported|backed|armed|funded|financed) by {FILL}(?P<o>{LK:C})"),
    Rule("backed_by", r"(?P<d>military|army|junta|establishment)(?P<v>-(?:backed|aligned|supported|sponsored|linked)) (?:[\w-]+ ){0,3}?(?P<s>{K:OAXP})"),
    Rule("accuses", r"(?P<s>{K:POAXIGC}){APP} {AUX}(?P<v>{V:call brand label denounce}) {FILL}(?P<o>‹[PO]\d+›) (?:as )?(?:\"|“|an? (?:[\w-]+ ){0,2}?(?:traitor|liar|risk|threat|criminal|thief|dictator|coward|puppet|agent|fraud|crook|extremist|fascist|terrorist))"),
    Rule("meets", r"(?P<s>‹P\d+›) told (?P<o>‹P\d+›) (?:during|at|in) (?:an?|their|the) (?:[\w-]+ ){0,3}?(?P<v>meeting|talks|audience|dinner)"),
    Rule("meets", r"(?P<s>{K:POI}){APP} {AUX}(?P<v>{V:receive host welcome}) (?:an? |the )?(?:[\w-]+ ){0,2}?(?:‹[OXA]\d+› )?delegation (?:from|of|led by|headed by) {FILL}(?P<o>{K:POX})"),
    Rule("supports", r"(?P<s>{LK:OAXG})(?:,| are| is)? (?P<v>loyal to) {FILL}(?P<o>{K:PO})"),
    Rule("backed_by", r"(?P<s>{LK:OAXG})(?:,| are| is)? (?P<v>loyal to|tied to|allied to|allied with|aligned with) {FILL}(?P<o>{K:C})"),
    Rule("supports", r"(?P<v>pro-)(?P<o>{K:PO}) {FILL}(?P<s>{K:OAX})"),
    Rule("meets", r"(?P<v>meeting|talks|summit) between {FILL}(?P<s>‹[PC]\d+›),? and {FILL}(?P<o>‹[PC]\d+›)"),
    Rule("meets", r"(?P<s>‹P\d+›) and (?P<o>‹P\d+›) {AUX}(?P<v>{V:meet shake_hands hold_talks})"),
    Rule("accuses", rf"(?P<v>accusations|allegations) (?:by|from) {{FILL}}(?P<s>{{K:{_ANYONE}}})[^‹›;]{{0,40}} against {{FILL}}(?P<o>{{K:{_ANYONE}}})"),
)  # fmt: skip

STANCES = Family("stances", frames=_FRAMES, rules=_RULES)
