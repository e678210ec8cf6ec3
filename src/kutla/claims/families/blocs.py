"""Blocs: formed, joined, left, refused, negotiated."""

from __future__ import annotations

from kutla.claims.claim import Modality, Polarity
from kutla.claims.families.family import Family
from kutla.claims.frames import Frame
from kutla.claims.rules import Rule

_BLOC = (
    "alliance|coalition|bloc|block|pact|partnership|accord|front|grouping|majority|union|"
    "coalition government|unity government|coalition agreement|coalition deal|parliamentary group|"
    "power-sharing deal|agreement|deal|joint list|cabinet|government|caucus|understanding|compromise|memorandum"
)
_TALKS = (
    "(?:exploratory |coalition |further |secret |direct )?talks|negotiations|discussions|consultations|coalition talks|coalition negotiations|contacts|"
    "dialogue|understandings|exploratory talks"
)
_FORM = "form establish create announce forge build launch unveil assemble strike sign cobble_together hammer_out conclude set_up found enter_into seal reach put_together finalise finalize agree_on"

_FRAMES = (
    Frame("forms_bloc", _FORM, noun=_BLOC, link="with|alongside|together with", subjects="POAGX", objects="POAXG"),
    Frame("forms_bloc", "ally team_up join_forces partner merge unite govern link_up band_together", link="with", subjects="POAX", objects="POAX"),
    Frame("forms_bloc", "form establish create launch unveil found build forge assemble", subjects="POX", objects="O"),
    Frame("forms_bloc", "seek want pursue favour favor prefer propose suggest envisage", noun="alliance|coalition|partnership|pact|coalition government|unity government|cabinet|government", link="with", subjects="POAX", objects="POAX", modality=Modality.PLANNED),
    Frame("forms_bloc", "combine", link="with", subjects="POX", objects="OX"),
    Frame("forms_bloc", "go", noun="coalition", link="with", subjects="POAX", objects="POAX"),
    Frame("joins_bloc", "join enter", subjects="POAGX", objects="OX"),
    Frame("joins_bloc", "join enter", noun=_BLOC, link="with|of|led by|headed by|under", subjects="POAGX", objects="POX"),
    Frame("joins_bloc", "sign_up sign_on accede defect switch go_over", link="to|with", subjects="POAGX", objects="OX"),
    Frame("leaves_bloc", "leave quit exit abandon desert ditch", subjects="POAGX", objects="OX"),
    Frame("leaves_bloc", "leave quit exit abandon", noun=_BLOC, link="with|of|led by|headed by", subjects="POAGX", objects="POX"),
    Frame("leaves_bloc", "withdraw pull_out break_away defect split secede resign walk_out break break_ranks", link="from|of|with", subjects="POAGX", objects="OX"),
    Frame("refuses_bloc", "refuse reject decline rule_out exclude spurn rebuff", noun=_BLOC + "|talks|participation|cooperation|contact|contacts|dealings", link="with|in|under|led by|headed by", subjects="POX", objects="POAX", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL),
    Frame("refuses_bloc", "rule_out refuse reject decline exclude", noun="(?:joining|entering|governing with|governing under|sitting with|sitting in|working with|forming|serving under|serving in|serving with|sharing power with|cooperating with|co-operating with|a coalition|any coalition|any deal|any alliance|taking part in)", link="with|under|in|led by|", subjects="POX", objects="POAX", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL),
    Frame("refuses_bloc", "rule_out exclude", subjects="POX", objects="O", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL),
    Frame("negotiates_with", "sit_down", noun="negotiating table|bargaining table|table", link="with", subjects="POAX", objects="POAX"),
    Frame("negotiates_with", "discuss", noun="formation of (?:a|the|a new|the new|the next) government|government formation|forming a government|a coalition|an alliance|possible alliance", link="with", subjects="POAX", objects="POAX"),
    Frame("leaves_bloc", "part_ways bolt break_ties cut_ties split_away withdraw", link="with|from", subjects="POAGX", objects="OX"),
    Frame("joins_bloc", "defect switch cross go_over rally align_itself", link="to", subjects="POAGX", objects="OX"),
    Frame("negotiates_with", "talk", link="to|with", subjects="POAX", objects="OX"),
    Frame("negotiates_with", "negotiate", link="with", subjects="POAX", objects="POAX"),
    Frame("negotiates_with", "hold begin start open resume continue conduct launch have pursue engage_in enter_into restart initiate", noun=_TALKS, link="with", subjects="POACIX", objects="POAXCI"),
    Frame("negotiates_with", "engage", link="in", noun=_TALKS, subjects="POAX", objects="POAX"),
    Frame("negotiates_with", "discuss explore", noun=_BLOC + "|forming a coalition|joining forces|cooperation", link="with", subjects="POAX", objects="POAX"),
)  # fmt: skip

_SIDE = "POAXCI"
_RULES = (
    Rule("forms_bloc", r"(?<! and )(?P<s>{K:POX}){APP}(?: [^‹›;,.]{0,30})? {AUX}(?P<v>{V:form establish create announce launch unveil forge found build assemble set_up present put_together}) (?:an?|the|its|their|one) [^‹›;.]{0,60}?(?:of (?:its|their|his|‹\w\d+›) own|named|called|dubbed|under the name(?: of)?|known as),? {FILL}(?P<o>{K:OX})"),
    Rule("forms_bloc", r"(?<! and )(?P<s>{K:POX}){APP}(?: [^‹›;,.]{0,30})? {AUX}(?P<v>{V:form establish create announce launch unveil forge found build assemble set_up}) "
                       r"(?P<d>(?:an?|the|its|their) (?:[\w'’-]+,? ){0,5}?(?:alliance|coalition|bloc|parliamentary group|grouping|front|coalition government))\b(?! (?:talks|with|agreement|negotiations|partner))"),
    Rule("forms_bloc", r"(?P<v>formation|establishment|creation|launch) of (?P<d>(?:an?|the|its|their) (?:[\w'’-]+,? (?:and )?){0,6}?(?:alliance|coalition|bloc|parliamentary group))\b[^‹›]{0,60}(?:,? by) (?P<s>{K:PO})"),
    Rule("forms_bloc", r"(?P<s>{K:POX}) {AUX}(?P<v>{V:announce declare proclaim unveil confirm}) (?:today |yesterday )?(?:the )?(?:formation|establishment|creation|launch|birth) of (?P<d>(?:an?|the|its|their|this) (?:[\w'’-]+,? (?:and )?){0,6}?(?:alliance|coalition|bloc|parliamentary group|front))\b"),
    Rule("forms_bloc", r"(?P<s>{K:PO}){POS} (?:[\w-]+ ){0,2}?(?P<v>alliance|coalition|pact) with (?P<d>(?:the )?(?:[\w-]+ ){0,2}?[\w-]{3,}s)\b"),
    Rule("forms_bloc", rf"(?P<v>alliance|coalition|pact|partnership|coalition deal|coalition agreement)s? (?:between|of|linking|uniting) {{FILL}}(?P<s>{{K:{_SIDE}}}),? (?:and|with) {{FILL}}(?P<o>{{K:{_SIDE}}})"),
    Rule("forms_bloc", rf"(?P<v>alliance|coalition|pact|partnership)s? (?:between|of|among|uniting|grouping) {{FILL}}(?P<s>{{K:{_SIDE}}}(?:, {{FILL}}{{K:{_SIDE}}})+,? and {{FILL}}{{K:{_SIDE}}})"),
    Rule("forms_bloc", rf"(?P<s>{{K:{_SIDE}}}){{POS}} (?:[\w-]+ ){{0,2}}?(?P<v>alliance|coalition|pact|partnership) with {{FILL}}(?P<o>{{LK:{_SIDE}}})"),
    Rule("forms_bloc", rf"(?P<s>{{K:{_SIDE}}}) (?:and|&) (?P<o>{{K:{_SIDE}}}) {{AUX}}(?P<v>{{V:form establish create announce forge sign strike reach agree_on agree_to conclude}}) (?:to |on )?(?:{{V:form establish create build}} )?(?:an?|their|the) (?:[\w-]+ ){{0,5}}?(?:alliance|coalition|bloc|pact|deal|agreement|government|joint list)"),
    Rule("joins_bloc", r"(?P<s>{LK:POG}) (?:is|are|was|were|remains?) {AUX}(?P<v>close to joining|set to join|expected to join|likely to join|in talks to join|ready to join|about to join)(?:ing)?(?: {FILL}(?P<o>{K:OX}))?", modality=Modality.POSSIBLE),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} (?:has|have|had|with|having) (?P<v>no (?:intention|plans?|desire|wish|interest)) (?:of |to |in )(?:\w+ ){0,3}?(?:join|enter|joining|entering|participate in|participating in|sit in|sitting in|ally with|allying with|govern with|governing with|be part of|take part in)"
                         r"(?: {INTO}(?P<o>{K:POX})|(?P<d> (?:any|a|the|its|this|that|his|her)(?: [\w-]+){0,3}? (?:coalition|alliance|bloc|government|cabinet)))?", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} {AUX}(?P<v>(?:(?:will|would|could|can|wo|does|do|did|is|are|was|were)(?: not|n['’]t| never)|cannot|never)(?: [\w-]+){0,3}? (?:join|joining|enter|entering|sit with|sit in|ally with|allying with|govern with|work with|cooperate with|participate in|serve in|serve under|be part of|take part in|run with|stand with|stay in|be involved in|negotiate with|form an? (?:alliance|coalition) with))"
                         r"(?: {INTO}(?P<o>{LK:POX})|(?P<d> (?:any|a|the|its|this|that|his|her)(?: [\w-]+){0,3}? (?:coalition|alliance|bloc|government|cabinet|movement)))?", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL),
    Rule("refuses_bloc", rf"(?P<s>{{LK:PO}}){{APP}} {{AUX}}(?P<v>{{V:refuse reject decline rule_out exclude}}) (?:to )?(?:any |all )?(?:[\w-]+ ){{0,2}}?(?:join|joining|enter|entering|sit with|sitting with|sit in|govern with|governing with|work with|working with|ally with|serve under|serving under|cooperate with|negotiate with|cooperation with|coalition with|alliance with|deal with|talks with|participate in|take part in|form a (?:coalition|government) with|be part of) {{INTO}}(?P<o>{{LK:{_SIDE}}})", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL),
    Rule("refuses_bloc", rf"(?P<s>{{LK:PO}}){{APP}} {{AUX}}(?P<v>{{V:refuse reject decline turn_down rebuff spurn}}) [^‹›;.]{{0,50}}?(?:proposal|offer|invitation|call|overture|request)s?(?: from| by)?[^‹›;.]{{0,50}}?(?:join|enter|form|govern|sit)[^‹›;.]{{0,40}}? (?:with |by )?{{FILL}}(?P<o>{{LK:{_SIDE}}})", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL),
    Rule("joins_bloc", r"(?P<s>{LK:POGX}){APP} {AUX}(?P<v>{V:join enter}) (?P<d>(?:the )?(?:[\w-]+ ){0,2}?(?:government|cabinet|coalition) of ‹P\d+›)"),
    Rule("joins_bloc", r"(?P<s>{LK:POG}){APP} (?:[^‹›;,.]{0,40} )?{AUX}(?P<v>{V:join enter}) (?P<d>(?:an?|the|his|her|its|their) (?:[\w-]+ ){0,3}?(?:coalition|government|cabinet|alliance|bloc|opposition))\b(?! (?:with|of|led|headed|talks))"),
    Rule("negotiates_with", rf"(?P<v>talks|negotiations|discussions|consultations|dialogue)(?: [\w-]+){{0,4}}? between {{FILL}}(?P<s>{{K:{_SIDE}}}(?:, (?:the (?:[a-z-]+ )?)?{{K:{_SIDE}}})+,? and (?:the (?:[a-z-]+ )?)?{{K:{_SIDE}}})"),
    Rule("leaves_bloc", r"(?P<s>{LK:PO}){APP} {AUX}(?P<v>{V:walk_out_of pull_out_of walk_away_from withdraw_from abandon quit leave}) (?P<d>(?:the |its |their )?(?:exploratory |coalition |government |formation )?(?:talks|negotiations))\b"),
    Rule("leaves_bloc", r"(?P<s>{LK:PO})(?:[^‹›.;]|‹[CILE]\d+›){0,60}? (?P<v>(?:{V:pull withdraw}) (?:its|their|his|all|‹\w\d+›(?:['’]s?)?) (?:[\w-]+ ){0,2}?(?:ministers|members)) (?:out )?(?:of|from) (?P<d>(?:the )?(?:‹\w\d+›(?:['’]s?)? )?(?:[\w'’-]+ ){0,2}?(?:government|cabinet|coalition))"),
    Rule("leaves_bloc", r"(?P<s>‹P\d+›)(?:, [^‹›;]{0,60})?,? who (?:has |had )?(?P<v>left|quit|defected from|broke with|resigned from|split from) {FILL}(?P<o>{K:OX})"),
    Rule("leaves_bloc", r"(?P<s>{LK:POG}){APP} {AUX}(?P<v>{V:leave quit defect split break_away}) (?:from )?{FILL}(?P<o>{K:OX}) (?:to|and|for|in|on|over|last)\b"),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} {AUX}(?P<v>{V:stay remain keep} out of) (?P<d>(?:an?|any|the|his|her|its|‹P\d+›(?:['’]s?)?) (?:[\w'’-]+ ){0,3}?(?:coalition|government|cabinet|alliance|bloc))", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} (?:will|would|could|can) (?P<v>under no circumstances (?:join|enter|govern with|sit with|work with|support|take part in|serve in)) (?:{INTO}(?P<o>{K:POX})|(?P<d>(?:an?|any|the|his|her|its) (?:[\w'’-]+ ){0,3}?(?:coalition|government|cabinet|alliance|bloc)))", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} {AUX}(?P<v>{V:rule_out exclude reject refuse}) (?P<d>(?:an?|any|another) (?:[\w'’-]+ ){0,3}?(?:coalition|alliance|national unity government|unity government))\b(?! (?:with|of|led))", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL),
    Rule("refuses_bloc", r"(?P<s>{LK:PO}) (?:would|will) rather (?:[^‹›;.]{0,40}) than (?P<v>sit|govern|work|share power|join forces) with {FILL}(?P<o>{LK:POX})", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL),
    Rule("forms_bloc", r"(?P<s>{K:PO}){APP} {AUX}(?P<v>{V:propose call_for demand want advocate favour favor}) (?P<d>(?:an?|the) [\"“‘]?(?:[\w'’-]+ ){0,3}?(?:government of [\w ]{3,20}|unity government|coalition government|grand coalition|coalition|alliance|technocratic government|national government))\b(?! (?:with|led))", modality=Modality.DEMANDED),
    Rule("forms_bloc", r"(?P<v>(?:unity |coalition |grand |majority )+(?:government|coalition|cabinet)) (?:of|between|made up of|comprising) {FILL}(?P<s>{K:O}) and {FILL}(?P<o>{K:O})"),
    Rule("forms_bloc", r"(?<!‹O\d› )(?<!‹O\d\d› )(?P<v>{V:bring_together unite}) {FILL}(?P<s>{K:O}) and {FILL}(?P<o>{K:O})"),
    Rule("leaves_bloc", r"(?P<v>{V:take pull lead}) {FILL}(?P<s>{K:O}) out of {FILL}(?P<o>{K:O})"),
    Rule("joins_bloc", r"(?P<s>{K:P})(?:[^‹›;.]|‹[CLI]\d+›){0,50}? {V:leave quit desert abandon} ‹[OX]\d+› (?P<v>for) {FILL}(?P<o>{K:OX})"),
    Rule("forms_bloc", r"(?P<s>{K:POX}){APP} {AUX}(?P<v>{V:govern rule}) (?:together |jointly |in (?:a )?(?:coalition|alliance|tandem) )with {FILL}(?P<o>{LK:OX})"),
    Rule("refuses_bloc", r"(?:[Aa]|[Aa]ny) (?P<v>coalition|alliance|government|pact|deal|partnership|agreement) with {FILL}(?P<o>{K:POX})(?: [^‹›;.]{0,10})? (?:is|was|remains) (?:out of the question|unthinkable|impossible|off the table|not an option|a red line) for {FILL}(?P<s>{LK:PO})", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL),
    Rule("refuses_bloc", r"[Ff]or {FILL}(?P<s>{K:POX}),? (?:an? |any )?(?P<v>coalition|alliance|government|pact|deal|partnership|cooperation) with {FILL}(?P<o>{K:POX}) (?:is|was|remains) (?:out of the question|unthinkable|impossible|off the table|not an option|a red line|a bridge too far)", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} (?:does|do|did|could|can) not (?P<v>see (?:itself|themselves|himself|herself|its future)|imagine|envisage) (?:[a-z]+ ){0,3}?(?:with|alongside) {FILL}(?P<o>{K:POX})", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} (?:will|would|could|can) (?:never|not) (?P<v>make common cause|share a table|sit (?:at|around) (?:one|the same|a) (?:\w+ )?table|join hands|do business|strike a deal|do a deal) with {FILL}(?P<o>{LK:POX})", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} {AUX}(?P<v>{V:vow pledge promise swear}) (?:(?:its|his|her|their) [a-z]+ )?(?:not|never) to (?:join hands|govern|sit|work|ally|cooperate|share power|do a deal|make common cause)(?: [a-z]+){0,3}? with {FILL}(?P<o>{LK:POX})", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} {AUX}(?P<v>{V:slam shut close} the door|{V:turn} (?:its|his|her|their) back) (?:on|to) (?:a coalition with |an alliance with )?{FILL}(?P<o>{K:POX})", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL),
    Rule("leaves_bloc", r"(?P<s>{LK:POX}){APP} {AUX}(?P<v>{V:turn} (?:its|his|her|their) back) on (?P<d>the (?:[\w-]+ ){0,2}?(?:coalition|government|cabinet|alliance))"),
    Rule("leaves_bloc", r"(?P<s>{LK:POX}){APP} {AUX}(?P<v>{V:take pull lead}) (?:(?:his|her|its|their) (?:\w+ )?party|‹[OX]\d+›) out of (?P<d>the (?:[\w-]+ ){0,2}?(?:coalition|government|cabinet|alliance))"),
    Rule("joins_bloc", r"(?P<s>{LK:PX}){APP} {AUX}(?P<v>{V:bring lead take}) (?:(?:his|her) (?:\w+ )?party|‹[OX]\d+›) into (?P<d>the (?:[\w-]+ ){0,2}?(?:coalition|government|cabinet|alliance))"),
    Rule("joins_bloc", r"(?P<s>{LK:POX}){APP} {AUX}(?P<v>{V:throw} in (?:its|his|her|their) lot with|{V:merge} (?:in)?to|{V:cross} over to|{V:cross} the floor to|{V:go} over to) {FILL}(?P<o>{K:OX})"),
    Rule("joins_bloc", r"(?P<s>{LK:POX}){APP} (?:is|are|was|were|remains?) (?P<v>open to|ready for|not averse to) (?:joining|entering) (?:{INTO}(?P<o>{K:OX})|(?P<d>(?:the |a |any )(?:[\w-]+ ){0,2}?(?:coalition|government|cabinet)))", modality=Modality.POSSIBLE),
    Rule("leaves_bloc", r"(?P<s>‹P\d+›){APP} (?:is|are|was) (?P<v>no longer) (?:an? |the )?(?:member|part|MP|deputy) of {FILL}(?P<o>{K:O})", polarity=Polarity.AFFIRMED),
    Rule("negotiates_with", r"(?P<s>{K:POX}) and {FILL}(?P<o>{K:POX}) {AUX}(?P<v>haggling|negotiating|bargaining|wrangling|in talks|in negotiations|talking to each other)"),
    Rule("negotiates_with", r"(?P<s>{K:POX}){APP} {AUX}(?P<v>{V:invite}) {FILL}(?P<o>{LK:POX}) (?:to|for) (?:exploratory |coalition |further |government )*(?:talks|negotiations)", modality=Modality.PLANNED),
    Rule("forms_bloc", r"(?P<v>deal|understanding|accord|memorandum|agreement) (?:between|linking) {FILL}(?P<s>{K:O}) and {FILL}(?P<o>{K:O})"),
    Rule("leaves_bloc", r"(?P<s>{LK:PO}){APP} {AUX}(?P<v>{V:leave quit exit abandon pull_out_of walk_out_of withdraw_from}) (?P<d>(?:the|his|her|its|their|‹P\d+›(?:['’]s?)?) (?:[\w-]+ ){0,3}?(?:coalition|government|cabinet|alliance|bloc|talks))\b(?! (?:with|of|led))"),
    Rule("negotiates_with", rf"(?P<v>talks|negotiations|discussions|consultations|coalition talks|dialogue)(?: [\w-]+){{0,4}}? between {{FILL}}(?P<s>{{K:{_SIDE}}}),? (?:and|with) {{FILL}}(?P<o>{{LK:{_SIDE}}})"),
    Rule("negotiates_with", rf"(?P<s>{{K:{_SIDE}}}){{APP}} (?:(?!\b(?:but|while|as|after|broke|broken|breaks?|ended|suspended|walked|walks?|pulled|quit|left|abandoned|halted|out)\b)[^‹›;,.]){{0,40}}?(?P<v>talks|negotiations|discussions|consultations|coalition talks)(?: [\w-]+){{0,3}}? with {{FILL}}(?P<o>{{LK:{_SIDE}}})"),
    Rule("negotiates_with", rf"(?P<s>{{K:{_SIDE}}}) and (?P<o>{{K:{_SIDE}}}) {{AUX}}(?P<v>{{V:hold begin start open resume continue conduct launch negotiate}}) (?:[\w-]+ ){{0,5}}?(?:talks|negotiations|discussions|a coalition)"),
    Rule("negotiates_with", rf"(?P<s>{{K:{_SIDE}}}){{POS}} (?:[\w-]+ )?(?P<v>talks|negotiations|discussions) with {{FILL}}(?P<o>{{LK:{_SIDE}}})"),
    Rule("leaves_bloc", r"(?P<s>{LK:POX}){APP} {AUX}(?P<v>{V:bolt} from|{V:walk_out_of pull_out_of storm_out_of}) (?P<d>(?:the |its |his |their )?(?:[\w'’-]+ ){0,2}?(?:coalition|government|cabinet|alliance|bloc|talks))\b(?! (?:with|of|led))"),
    Rule("joins_bloc", r"(?P<s>{LK:POX}){APP} {AUX}(?P<v>{V:take_part participate} in|(?:be )?part of) (?P<d>(?:an?|the|his|her|its|their) (?:[\w-]+ ){0,3}?(?:coalition|government|cabinet|alliance|bloc))\b(?! (?:with|of|led|headed|talks))"),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} {AUX}(?P<v>(?:{V:vow pledge promise swear}) (?:not|never|it would not|it would never|he would not|he would never) (?:to )?(?:join|enter|sit|govern|serve|work|cooperate|ally|share power|form a (?:coalition|government)))(?: [a-z]+){0,4}? (?:with|under|in) {INTO}(?P<o>{LK:POX})", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} {AUX}(?P<v>{V:say} (?:no|a firm no) to) (?:a coalition with |an alliance with |governing with |joining )?{FILL}(?P<o>{K:OX})(?=[,.;]| (?:on|in|and|but|after|as)\b)", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} {AUX}(?P<v>{V:reject refuse decline rule_out exclude turn_down}) (?:an?y? |the |all |another )?(?:[\w-]+ ){0,2}?(?:offer|invitation|proposal|form of|kind of|idea of|possibility of|prospect of)? ?(?:to |of )?(?:work(?:ing)?|govern(?:ing)?|sit(?:ting)?|cooperat(?:e|ing|ion)|co-?operation|shar(?:e|ing) power|power-sharing|ally(?:ing)?|coalition|alliance|partnership|deal|pact|reconciliation|rapprochement|serv(?:e|ing))(?: [a-z]+){0,3}? (?:with|under|alongside) {INTO}(?P<o>{LK:POX})", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL),
    Rule("leaves_bloc", r"(?P<s>{LK:PO}){APP} {AUX}(?P<v>expelled|ousted|kicked out|thrown out|suspended) (?:from|of) {FILL}(?P<o>{K:OX})"),
    Rule("leaves_bloc", r"(?P<s>{K:O}){APP} {AUX}(?P<v>{V:break}) (?:ranks )?with {FILL}(?P<o>{K:OX})"),
    Rule("refuses_bloc", r"(?P<s>{LK:OP}){APP} {AUX}(?P<v>{V:sit remain stay go}) (?:on as )?(?:in|into) (?:the )?opposition", polarity=Polarity.AFFIRMED, modality=Modality.ACTUAL, office="government"),
    Rule("leaves_bloc", r"(?P<v>withdrawal|exit|departure|defection) of {FILL}(?P<s>{LK:POG}) from {FILL}(?P<o>{K:OX})"),
    Rule("leaves_bloc", r"(?P<s>{K:PO}){POS} (?P<v>withdrawal|exit|departure|defection) from {FILL}(?P<o>{K:OX})"),
    Rule("joins_bloc", r"(?P<s>{K:PO}){POS} (?P<v>accession to|entry into|joining) {FILL}(?P<o>{K:OX})"),
)  # fmt: skip

BLOCS = Family("blocs", frames=_FRAMES, rules=_RULES)
