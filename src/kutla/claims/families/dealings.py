"""Dealings that verbs alone do not tell: calls, guests, tirades, threats to do something, patrons."""

from __future__ import annotations

from kutla.claims.claim import Modality, Polarity
from kutla.claims.families.family import Family
from kutla.claims.frames import Frame
from kutla.claims.rules import Rule

_ANYONE = "POAXCIMG"
_WRONGS = (
    r"(?:betray\w*|rig(?:ged|ging)?|steal\w*|stole|stolen|sabotag\w*|lied|lying|brib\w*|conspir\w*|plott\w*|"
    r"breach\w*|violat\w*|broken|broke|undermin\w*|blackmail\w*|embezzl\w*|falsif\w*|corrupt\w*|cheat\w*|"
    r"orchestrat\w*|masterminded|hijack\w*|colluded|colluding|incit\w*|bought|buying)"
)
_HARMS = (
    r"(?:attack|strike|bomb|topple|bring down|kill|target|expel|sue|oust|overthrow|sanction|invade|unseat|"
    r"remove|impeach|retaliate against|shut down|shut|close|occupy|storm|block|burn|punish|arrest|withdraw from|"
    r"paralyse|paralyze|bring out|besiege|seize|set fire to|hit|shoot at|shoot|fire on|destroy|blow up|crush|"
    r"boycott|dissolve|sack|dismiss|veto|torpedo|pull the plug on|walk out of|quit|leave|abandon)"
)
_FORCE = r"(?:attack|strike|bomb|kill|target|hit|punish|crush|destroy|retaliate against|avenge|expel|burn|shoot)"
_PREY = (
    r"(?:{FILL}(?P<o>{K:" + _ANYONE + r"}L})|(?P<d>(?:the |all |any |its |their )?(?:[a-z][\w-]+ ){0,2}?[a-z][\w-]+"
    r"(?: carrying \w+)?)(?=[,.;]|$| (?:if|unless|should|over|in|until|after|within|by|and|when|on)\b))"
).replace("}L}", "L}")  # fmt: skip
_GUESTS = (
    r"(?P<d>(?:the )?(?:party |parliamentary |faction |group |bloc |political |opposition )*(?:leaders|heads|chiefs|chairs)"
    r"(?: of (?:the |all )?(?:(?!and\b)[a-z-]+ ){0,2}?(?:parties|lists|blocs|factions|groups|party))?)"
)

_FRAMES = (
    Frame("meets", "phone telephone ring call_up", subjects="P", objects="P"),
    Frame("meets", "meet", link="with", subjects="POAXCIG", objects="POAXCI"),
    Frame("meets", "hold have", noun="meeting|meetings|phone call|telephone call|conversation|video call|summit|tete-a-tete|tête-à-tête|audience|encounter|lunch|dinner|breakfast", link="with", subjects="PC", objects="PC"),
    Frame("meets", "dine lunch breakfast huddle shake_hands come_together", link="with", subjects="POA", objects="POA"),
    Frame("accuses", "launch issue deliver unleash mount make", noun="tirade|broadside|diatribe|verbal attack|scathing attack|blistering attack|stinging attack|fierce attack|furious attack|bitter attack|sharp attack|stinging rebuke", link="on|against|at", subjects="PO", objects="POXCI"),
    Frame("accuses", "point", noun="finger|fingers", link="at", subjects=_ANYONE, objects="POAXCI"),
    Frame("accuses", "pin lay put place", noun="blame|responsibility", link="on", subjects=_ANYONE, objects="POAXCI"),
    Frame("accuses", "suspect", subjects="POAXCI", objects="POAXCI"),
    Frame("backed_by", "arm finance fund bankroll equip train sponsor", subjects="CIX", objects="OAGI", is_swapped=True),
    Frame("backed_by", "get receive obtain take enjoy", noun="support|backing|funding|money|weapons|arms|aid|training|cash|orders|protection|patronage", link="from|of", subjects="OAG", objects="C"),
    Frame("backed_by", "answer report take_orders", link="to|from", subjects="A", objects="C"),
    Frame("threatens", "warn", link="against", subjects="POAXCI", objects="POAXC"),
)  # fmt: skip

_RULES = (
    Rule("accuses", rf"(?P<s>{{K:{_ANYONE}}}){{APP}} {{AUX}}(?P<v>{{V:charge}}) {{FILL}}(?P<o>{{K:POAXCI}}) with (?:[\w-]+ ){{0,2}}?{_WRONGS}\b"),
    Rule("meets", r"(?P<s>‹P\d+›){APP} {AUX}(?P<v>{V:ring phone telephone call}) (?:up )?(?:to \w+ )?{FILL}(?P<o>‹P\d+›)(?= (?:to|on|and|after|late|early|in)\b|[,.;]|$)"),
    Rule("meets", r"(?P<s>‹P\d+›){APP} {AUX}(?P<v>{V:receive meet host welcome})(?: with)? (?:(?:in|at|on|late|early) (?:the )?(?:‹[XLCI]\d+›|\w+)(?: \w+)? ){1,2}{FILL}(?P<o>‹P\d+›)"),
    Rule("meets", r"(?P<s>‹P\d+›) and {FILL}(?P<o>‹P\d+›) {AUX}(?P<v>{V:hold have} (?:an? |their |another )?(?:[\w-]+ )?(?:meeting|phone call|conversation|summit|tete-a-tete|talks)|{V:confer}|{V:shake} hands|{V:come} face to face)"),
    Rule("meets", r"(?P<s>‹P\d+›){APP} {AUX}(?P<v>{V:ring phone telephone call}) {FILL}(?P<o>‹[PX]\d+›)(?: on \w+)? to (?:congratulate|concede|thank|apologi[sz]e|discuss|offer)"),
    Rule("meets", r"(?P<s>‹P\d+›){APP} (?:rang|phoned|telephoned|called) to (?P<v>congratulate|concede|thank|apologise to|apologize to|warn) {FILL}(?P<o>‹P\d+›)"),
    Rule("meets", r"(?P<s>{LK:PI}){APP} {AUX}(?P<v>{V:receive summon invite host see consult}|(?:{V:meet}(?: with)?)) " + _GUESTS + r"(?=[,.;]|$| (?:on|in|at|for|next|this|tomorrow|to|after|from|of)\b)"),
    Rule("meets", r"(?P<s>‹P\d+›)(?:[^‹›;.]|‹[CLI]\d+›){0,60}? (?:after|following|before|during|at|ahead of) (?:an?|his|her|the) (?:[\w-]+ ){0,3}?(?P<v>meeting|conversation|phone call|audience|lunch|dinner)(?: \w+day)? with {FILL}(?P<o>‹P\d+›)"),
    Rule("meets", r"(?P<o>{K:PO}){APP} (?:was|were|has been|is to be|will be|had been) (?P<v>received|summoned|hosted|invited|welcomed)(?: [^‹›;.]{2,20})? by {FILL}(?P<s>{K:P})"),
    Rule("meets", r"(?P<s>{K:PO}){APP} {AUX}(?P<v>refused|denied) an? (?:audience|meeting|hearing) (?:by|with) {FILL}(?P<o>{K:P})", polarity=Polarity.NEGATED, modality=Modality.ACTUAL),
    Rule("meets", r"(?P<s>{K:PO}){APP} {AUX}(?P<v>{V:refuse decline}) (?:even )?to (?:meet|see|receive|speak to|talk to)(?: with)? {FILL}(?P<o>{K:PC})", polarity=Polarity.NEGATED, modality=Modality.ACTUAL),
    Rule("meets", r"(?P<v>meeting|encounter|phone call|conversation|lunch|dinner)(?: (?:on|in|at|late|last) [\w ]{3,20}?)? (?:between|of) {FILL}(?P<s>{K:PCO}),? and {FILL}(?P<o>{K:PCO})"),
    Rule("meets", r"(?P<s>{K:P}){POS} (?:[\w-]+ )?(?P<v>meeting|conversation|phone call|summit) (?:on \w+ )?with {FILL}(?P<o>{K:PC})"),
    Rule("meets", r"(?P<s>{K:PO}){APP} {AUX}(?P<v>{V:visit}|{V:pay} an? (?:[\w-]+ )?visit to) {FILL}(?P<o>{K:P})(?=[,.;]|$| (?:at|in|on|for|last)\b)"),
    Rule("meets", r"(?P<s>{K:P}){APP} {AUX}(?P<v>in (?:direct |close |constant )?(?:touch|contact)) with {FILL}(?P<o>{K:PC})"),
    Rule("meets", r"(?P<s>{K:C}){APP} {AUX}(?P<v>in (?:direct |close |constant )?(?:touch|contact)) with {FILL}(?:‹P\d+›(?:['’]s?)? )?(?P<o>{K:POA})"),
    Rule("accuses", rf"(?P<s>{{K:{_ANYONE}}}){{APP}} {{AUX}}(?P<v>{{V:say claim allege charge insist argue maintain}}),? (?:that )?{{FILL}}(?P<o>{{K:POAXC}}) (?:had |has |have |was |were |is |are )?(?:been )?(?:again |openly |deliberately |secretly |systematically )?{_WRONGS}\b"),
    Rule("accuses", rf"(?P<s>{{K:PO}}){{APP}} {{AUX}}(?P<v>{{V:tell}}) {{FILL}}(?:‹\w\d+›|[a-z]+ers|the [a-z]+) (?:that )?{{FILL}}(?P<o>{{K:POAXC}}) (?:had |has |have |was |were |is |are )(?:[\"“‘])?{_WRONGS}\b"),
    Rule("accuses", r"(?P<s>{LK:POACI}){APP} {AUX}(?P<v>{V:call brand label denounce describe}) {FILL}(?P<o>{K:POAXC})(?: as)?,? [\"“‘]?(?:an? |the |[a-z]+ )?(?:[\w-]+ ){0,3}?(?:traitors?|liars?|threat|criminals?|thie(?:f|ves)|dictators?|cowards?|puppets?|fraud|crooks?|extremists?|fascists?|terrorists?|terrorist organi[sz]ation|terrorist group|disgrace|danger|failure|agents?|militia|gang)\b"),
    Rule("accuses", r"(?P<o>{LK:POAXC}){APP} (?:is|are|was|were|has been|have been|stands|stood) (?:also |widely |repeatedly )?(?P<v>accused|blamed|suspected) (?:of|for) [^‹›;.]{3,80}? by {FILL}(?P<s>{LK:POAXCI})"),
    Rule("accuses", r"(?P<s>{LK:POAXCI}){APP} {AUX}(?P<v>{V:hold}) {FILL}(?P<o>{LK:POAXCI}) (?:fully |solely |directly |personally )?(?:responsible|accountable|to blame)"),
    Rule("accuses", r"(?P<s>‹P\d+›){APP} {AUX}(?P<v>{V:attack lambast blast tear_into lay_into round_on hit_out_at lash_out_at}) {FILL}(?P<o>‹[PO]\d+›) (?:in public|publicly|over|for|on (?:television|social media|Twitter|X)|as|from the rostrum)\b"),
    Rule("accuses", r"(?P<s>{LK:POAXC}){APP} {AUX}(?P<v>{V:launch issue deliver make}) (?:an?|another|his|her) (?:[\w-]+ ){0,2}?(?:scathing|blistering|verbal|fierce|furious|bitter|stinging|withering|unprecedented|sharp|personal) (?:[\w-]+ )?(?:attack|broadside|criticism|rebuke) (?:on|against|of|at) {FILL}(?P<o>{K:POAXC})"),
    Rule("threatens", r"(?P<s>{LK:POAXCIG}){APP} {AUX}(?P<v>{V:threaten}|{V:warn}(?:,? that)? (?:it|he|she|they|we|‹\w\d+›) (?:would|will|could|might)) (?:to )?" + _HARMS + r" " + _PREY, modality=Modality.ACTUAL, polarity=Polarity.AFFIRMED),
    Rule("threatens", r"(?P<s>{LK:POAXCIG}){APP} {AUX}(?P<v>{V:vow promise swear pledge}) (?:to )" + _FORCE + r" " + _PREY, modality=Modality.ACTUAL, polarity=Polarity.AFFIRMED),
    Rule("threatens", r"(?P<s>{LK:POAXCI}){APP} {AUX}(?P<v>{V:threaten} that|{V:warn} that|{V:vow} that) {FILL}(?P<o>{K:POAXC}) (?:would|will) (?:pay|regret|face|suffer|answer|be (?:punished|hit|made to))", modality=Modality.ACTUAL, polarity=Polarity.AFFIRMED),
    Rule("threatens", r"(?P<s>{LK:POAXCI}){APP} {AUX}(?P<v>{V:threaten}) {FILL}(?P<o>{K:POAXC}) with (?:[\w-]+ ){0,2}?(?:sanctions|retaliation|reprisals|war|attack|consequences|expulsion|action|lawsuit|strikes)", modality=Modality.ACTUAL),
    Rule("threatens", r"(?P<s>{LK:POAXCI}){APP} {AUX}(?P<v>{V:give set issue}) {FILL}(?P<o>{K:POAXCI}) (?:an? )?(?:[\w-]+ ){0,2}?(?:ultimatum|deadline|final warning)", modality=Modality.ACTUAL),
    Rule("threatens", r"(?P<s>{LK:POAXCI}){APP} {AUX}(?P<v>{V:issue deliver send}) (?:an? |the )?(?:[\w-]+ ){0,2}?(?:ultimatum|threats?|final warning|warning) (?:to|against) {FILL}(?P<o>{K:POAXCI})", modality=Modality.ACTUAL),
    Rule("backed_by", r"(?P<s>{LK:OAG}),? (?:an? |the )?(?:(?:[\w-]+ ){1,4}?)?(?P<v>close|loyal|linked|tied|allied|aligned|beholden|friendly) (?:to|with) {FILL}(?P<o>{K:C})(?![-'’])"),
    Rule("backed_by", r"(?P<s>{LK:OAG})(?: militia| group| movement| faction| party)?(?:{APP} |, (?:which |that |who )?)(?:(?:is|are|was|were|has been|have been) )?(?:widely |long |openly |largely )?(?P<v>armed|funded|financed|trained|sponsored|equipped|bankrolled|backed|supported)(?:,? (?:and )?(?:armed|funded|financed|trained|backed|supported|sponsored|equipped)){0,2} by {FILL}(?P<o>{LK:CX})"),
    Rule("backed_by", r"(?P<s>{LK:OAGI}),? (?:which|whom|that) {FILL}(?P<o>{K:CX}) (?:has |have |had )?(?:long |also |openly )?(?P<v>arms|armed|funds|funded|finances|financed|backs|backed|supports|supported|trains|trained|sponsors|sponsored)"),
    Rule("backed_by", r"(?P<o>{K:C}){POS} (?:main |chief |closest |most powerful |Lebanese |Iraqi |local |regional |[A-Z][a-z]+ )*(?P<v>prox(?:y|ies)|client|ally|allies),? {FILL}(?P<s>{LK:OA})"),
    Rule("backed_by", r"(?P<s>{LK:OA}),? (?:an?|the|one of) (?:[\w-]+ ){0,3}?(?P<v>prox(?:y|ies)|client|clients|arm|ally|allies) of {FILL}(?P<o>{K:C})"),
    Rule("backed_by", r"(?P<s>{LK:OAG}),? (?:(?:an?|the) (?:[\w-]+ ){1,3}?)?(?P<v>with|has|have|maintains?) (?:[\w-]+ ){0,2}?(?:ties|links|connections) (?:to|with) {FILL}(?P<o>{K:C})"),
    Rule("backed_by", r"(?P<s>{LK:OAG}){APP}(?: |, (?:which|who) ){AUX}{V:have enjoy get win receive retain} (?:the )?(?:[\w-]+ )?(?P<v>backing|support|blessing|patronage|protection) (?:of|from) {FILL}(?P<o>{K:C})"),
    Rule("backed_by", r"(?P<s>{K:OAG}),? (?:an? |the |both |all )?(?P<o>{K:C})-(?P<v>backed|aligned|supported|sponsored|funded|linked|allied|controlled)\b"),
    Rule("backed_by", r"(?P<v>[Pp]ro-)(?P<o>{K:C}) (?:[\w-]+ ){0,2}?{FILL}(?P<s>{K:OA})"),
)  # fmt: skip

DEALINGS = Family("dealings", frames=_FRAMES, rules=_RULES)
