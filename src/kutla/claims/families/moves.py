"""Moves between blocs that name no bloc: into a cabinet, out of talks, no to a coalition."""

from __future__ import annotations

from kutla.claims.claim import Modality, Polarity
from kutla.claims.families.family import Family
from kutla.claims.frames import Frame
from kutla.claims.rules import Rule
from kutla.claims.things import thing_pattern

_WHO = "POAG"
_COALITION = "government owned"
_AFFIRMED, _ACTUAL = Polarity.AFFIRMED, Modality.ACTUAL
_OUT_OF = f"(?P<d>{thing_pattern('government talks owned')})"
_INTO = f"(?P<d>{thing_pattern('government owned')})"
_NAMED_OR = r"(?:{INTO}(?P<o>{K:OX})|" + _INTO + ")"
_KIND_OF_GROUP = (
    r"(?:breakaway |new |rival |own |separate |joint |political |parliamentary |opposition |electoral |splinter |"
    r"nationalist |centrist |liberal |conservative |pro-[\w-]+ |[\w-]+ist )*"
    r"(?:group|party|bloc|alliance|movement|list|coalition|front|faction|ticket|grouping)"
)
_TALKS = r"(?:talks|negotiations|discussions|consultations|contacts|dialogue)"

_FRAMES = (
    Frame("joins_bloc", "join enter re-enter rejoin", subjects=_WHO, objects="", things=_COALITION),
    Frame("joins_bloc", "participate serve take_part", link="in", subjects="OAG", objects="", things=_COALITION),
    Frame("leaves_bloc", "leave quit exit abandon desert ditch bolt blow_up torpedo", subjects=_WHO, objects="", things="government talks owned"),
    Frame("leaves_bloc", "withdraw pull_out walk_out break_away depart walk_away storm_out bolt drop_out", link="from|of", subjects=_WHO, objects="", things="government talks owned"),
    Frame("leaves_bloc", "depart part_company part_ways break_ranks drop_out fall_out", link="from|with|of", subjects=_WHO, objects="OX", things=_COALITION),
    Frame("leaves_bloc", "blow_up", subjects="PO", objects="I"),
    Frame("negotiates_with", "court woo sound_out approach", subjects="POA", objects="O"),
    Frame("negotiates_with", "reach_out make_overtures", link="to", subjects="POA", objects="O"),
    Frame("negotiates_with", "consult bargain haggle parley", link="with", subjects="POA", objects="POAX"),
    Frame("negotiates_with", "break_off suspend end call_off halt freeze abandon cut_off", noun=_TALKS + "|coalition talks|coalition negotiations|exploratory talks", link="with", subjects=_WHO, objects="POAX", polarity=Polarity.NEGATED),
    Frame("forms_bloc", "join_forces team_up ally go_into_coalition forge_ties close_ranks make_common_cause throw_in_its_lot", link="with", subjects="POAX", objects="POAX"),
    Frame("leaves_bloc", "freeze suspend end cancel renounce", noun="membership|participation", link="in|of", subjects=_WHO, objects="OX", things=_COALITION),
)  # fmt: skip

_TOGETHER = (
    r"(?:{V:govern work cooperate co-operate collaborate rule sit serve ally team_up negotiate talk deal}|{V:share} power|{V:join} forces|"
    r"{V:form} an? (?:[\w-]+ )?(?:government|coalition|cabinet|alliance)|{V:enter} (?:into )?(?:an? )?(?:coalition|government|alliance|talks)|"
    r"{V:go} into (?:a )?(?:government|coalition)|{V:sit} (?:in|at) (?:an?|the|one) (?:[\w-]+ )?(?:government|cabinet|table|coalition))"
)
_PARTNER = r" (?:[a-z]+ ){0,2}?(?:with|under|alongside) {INTO}(?P<o>{LK:POX})"
_RULES = (
    Rule("leaves_bloc", r"(?P<s>{LK:OA})(?: \([^()]*\))?(?:,[^;.‹›]{0,80}(?:‹P\d+›[^;.‹›]{0,20})?,)? {AUX}(?P<v>{V:take pull withdraw lead}) (?:its|all its|their|his) (?:‹G\d+›|(?:[\w-]+ )?(?:lawmakers|deputies|MPs|members|ministers|senators)) (?:out of|from) {FILL}(?P<o>‹[OAX]\d+›)"),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} (?:is|are|was|were|remains?|seems?) (?P<v>unwilling|not willing|not ready|not prepared|not inclined|not interested|reluctant|loath) (?:to|in) " + _TOGETHER + _PARTNER, polarity=_AFFIRMED, modality=_ACTUAL),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} (?:will|would|could|can|does|do|did)(?: not|n['’]t| never) (?:want to |wish to |intend to |agree to |plan to |ever )?(?P<v>" + _TOGETHER + ")" + _PARTNER, polarity=_AFFIRMED, modality=_ACTUAL),
    Rule("negotiates_with", r"(?P<s>{LK:POA}){APP} {AUX}(?P<v>{V:negotiate discuss explore broach hammer_out}) (?:(?:an?|the|its|their|possible) ){0,2}(?:[\w-]+ ){0,2}?(?:coalition|alliance|government|deal|pact|agreement|power-sharing|merger|cooperation|formation of (?:an?|the) (?:[\w-]+ )?(?:government|cabinet))(?: agreement| deal)? with {FILL}(?P<o>{LK:POX})"),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} (?:has|have|had|sees?|saw|with) (?P<v>no (?:intention|plans?|desire|wish|interest|reason|appetite|basis|grounds)) (?:of|to|in|for) " + _TOGETHER + _PARTNER, polarity=_AFFIRMED, modality=_ACTUAL),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} {AUX}(?P<v>{V:dismiss reject rule_out discount scotch shoot_down quash exclude}) (?:the |any |all )?(?:idea|prospect|possibility|notion|talk|suggestion|option|thought|chance)s? of (?:(?:an?|any) )?(?:[\w-]+ )?(?:coalition|alliance|deal|government|cooperation|co-operation|pact|partnership|power-sharing|" + _TOGETHER + ")" + _PARTNER, polarity=_AFFIRMED, modality=_ACTUAL),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} {AUX}(?P<v>{V:exclude rule_out refuse reject}) (?:to )?" + _TOGETHER + _PARTNER, polarity=_AFFIRMED, modality=_ACTUAL),
    Rule("forms_bloc", r"^(?P<s>{K:O}),? (?:and )?(?P<o>{K:O}) (?:to )?(?P<v>form|agree on|seal|sign|strike|reach|announce|clinch|ink|finalise) (?:an? )?(?:new |joint |next |unity |coalition )*(?:government|coalition|alliance|deal|pact|bloc|cabinet)"),
    Rule("joins_bloc", r"(?P<s>{LK:POAG}){APP} {AUX}(?P<v>{V:become} (?:an? )?(?:part|member|partner|component) (?:of|in)) " + _NAMED_OR),
    Rule("joins_bloc", r"(?P<s>{LK:OAG}){APP} {AUX}(?P<v>{V:go come} (?:back )?into|{V:move} (?:over )?(?:in)?to|{V:enter} into|be(?:en)? brought into|be(?:en)? included in|be(?:en)? (?:a )?part of|(?:be |been )?represented in|{V:return} to|{V:get} into) " + _NAMED_OR),
    Rule("joins_bloc", r"(?P<s>{LK:OAG}){APP} {AUX}(?P<v>{V:come climb get jump} (?:on board|aboard)|come in)(?=[,.;]|$| (?:after|if|as|on|too|last|in|with|later|but)\b)"),
    Rule("joins_bloc", r"(?P<s>{K:PG})(?:[^‹›;.]|‹[CLI]\d+›){0,50}? {V:leave quit desert abandon} (?:the|his|her|their) party (?P<v>for) {FILL}(?P<o>{K:OX})"),
    Rule("joins_bloc", r"(?P<s>{K:POA}){POS} (?P<v>entry|return|accession|admission|inclusion) (?:in)?(?:to|in) " + _NAMED_OR),
    Rule("joins_bloc", r"(?P<v>entry|return|accession|inclusion) of {FILL}(?P<s>{K:POA}) (?:in)?(?:to|in) " + _NAMED_OR),
    Rule("joins_bloc", r"(?P<s>{LK:POG}){APP} {AUX}(?P<v>{V:defect cross switch jump} (?:over )?to|{V:jump} ship to|{V:change} sides to|{V:team} up under|{V:sign} up (?:for|with)|{V:rally} to) (?:the (?:camp|ranks|side|benches) of )?{FILL}(?P<o>{K:OX})"),
    Rule("joins_bloc", r"(?P<o>{K:O}){APP} {AUX}(?P<v>{V:admit welcome absorb recruit poach enlist take_in}) {FILL}(?P<s>{K:PG})(?= (?:in)?to its| as a member|[,.;]|$| from)"),
    Rule("leaves_bloc", r"(?P<s>{LK:POAG}){APP} (?:[^‹›.;]{0,80} and )?{AUX}(?P<v>{V:pull withdraw recall}) (?:its|their|his|all|‹\w\d+›(?:['’]s?)?) (?:[\w-]+ ){0,2}?(?:ministers|members|representatives|MPs|‹G\d+›)(?:,[^;.]{0,60},)? (?:out )?(?:of|from) " + _OUT_OF),
    Rule("leaves_bloc", r"(?P<s>{LK:POAG}){APP} {AUX}(?P<v>{V:pull withdraw take lead}) (?:its|their|his|her) (?:‹G\d+›|(?:[\w-]+ )?(?:ministers|members|MPs|party|faction|lawmakers)),? (?:[^‹›.;]{0,30}, )?(?:out )?(?:of|from) " + _OUT_OF),
    Rule("leaves_bloc", r"‹P\d+›{APP} {AUX}(?P<v>{V:pull take lead}) (?:‹O\d+›,? )?(?P<s>‹[OPX]\d+›),? out of " + _OUT_OF),
    Rule("leaves_bloc", r"(?P<s>‹G\d+›) (?:of|from) {FILL}(?P<o>{K:O})(?: (?:under|led by) {FILL}‹P\d+›)?,? {AUX}(?P<v>walked out|walk out|broke away|break away|defected|defect|resigned en masse|split off|bolted)\b"),
    Rule("leaves_bloc", r"(?P<s>{LK:O}){APP} {AUX}(?P<v>pulled out|pull out|walked out|walk out|bolted|dropped out|drop out|jumped ship)(?=[,.;]|$| (?:on \w+day|in \w+|over|after|late|last|too|as well|in protest|when|because|and)\b)"),
    Rule("leaves_bloc", r"(?P<s>‹P\d+›) (?:of|from) {FILL}(?P<o>{K:O}),? {AUX}(?P<v>broke away|defected|split off|bolted)\b"),
    Rule("leaves_bloc", r"(?P<s>{LK:PO}){APP} (?:was|were|has been|have been|had been|is|are|being|been) (?P<v>expelled|ousted|kicked out|thrown out|ejected|dismissed|purged|suspended|booted) (?:from|of|out of) {FILL}(?P<o>{K:OX})"),
    Rule("leaves_bloc", r"(?P<o>{K:O}){APP} {AUX}(?P<v>{V:expel eject oust purge kick_out throw_out}) {FILL}(?P<s>{LK:PG})(?=[,.;]|$| (?:from|for|over|after|on|in|last)\b)"),
    Rule("leaves_bloc", r"(?P<s>{LK:POAG}){APP} {AUX}(?P<v>{V:announce declare confirm}) (?:its|his|her|their) (?:[a-z]+ )?(?:withdrawal|departure|exit|resignation|split|secession) from (?:{INTO}(?P<o>{K:OX})|" + _OUT_OF + ")"),
    Rule("leaves_bloc", r"(?P<v>departure|exit|withdrawal|defection|walkout|resignation|expulsion) of {FILL}(?P<s>{LK:POG}) from " + r"(?:{INTO}(?P<o>{K:OX})|" + _OUT_OF + ")"),
    Rule("leaves_bloc", r"(?P<s>{K:POA}){POS} (?:[\w-]+ )?(?P<v>departure|exit|withdrawal|defection|walkout|expulsion|split|break) from " + r"(?:{INTO}(?P<o>{K:OX})|" + _OUT_OF + ")"),
    Rule("leaves_bloc", r"(?P<s>{K:P}){APP} {AUX}(?P<v>{V:tear_up hand_in hand_back return}) (?:his|her) (?:party|membership) (?:card|membership)(?: of| in| to)? {FILL}(?P<o>{K:OX})"),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} {AUX}(?P<v>{V:vow pledge promise swear}) (?:not to|never to) (?:join|enter|support|back) {INTO}(?P<o>{LK:POX})", polarity=_AFFIRMED, modality=_ACTUAL),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} {AUX}(?P<v>{V:vow pledge promise swear rule_out refuse decline}) (?:not to |never to |to )?(?:join|joining|enter|entering|serve in|serving in|take part in|taking part in|be part of|being part of|sit in|sitting in|participate in|participating in) " + _INTO, polarity=_AFFIRMED, modality=_ACTUAL),
    Rule("refuses_bloc", r"(?P<s>{LK:OAX}){APP} (?:will|would|does|do|did|could|can) (?:not|never) (?:want to |wish to |intend to )?(?P<v>be the junior partner of|prop up|rescue|play second fiddle to|be a junior partner of|bail out|serve as a crutch for) {FILL}(?P<o>{K:POX})", polarity=_AFFIRMED, modality=_ACTUAL),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} (?:do(?:es)?n['’]t|do(?:es)? not|did not|didn['’]t) (?P<v>want)(?: to (?:work|govern|sit|rule|team up|share power|cooperate) with| any deal with| a deal with)? {FILL}(?P<o>{K:OX})(?=[,.;]|$| (?:in|and|as|at|but)\b)", polarity=_AFFIRMED, modality=_ACTUAL),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} {AUX}(?P<v>{V:demand want favour favor insist_on propose}) (?:an? )?(?:[\w-]+ )?(?:government|coalition|cabinet) without {FILL}(?P<o>{K:POX})", polarity=_AFFIRMED, modality=_ACTUAL),
    Rule("refuses_bloc", r"(?P<s>{LK:OX}){APP} {AUX}(?P<v>{V:stay remain keep} (?:out|outside)(?: of)?|{V:sit} out) (?:" + _INTO + r"|(?=[,.;]|$))", polarity=_AFFIRMED, modality=_ACTUAL, office="government"),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} {AUX}(?:{V:want see have}) no (?P<v>part|place|role|interest|business) (?:for (?:it|them|us)self )?in (?:{INTO}(?P<o>{K:OX})|" + _INTO + ")", polarity=_AFFIRMED, modality=_ACTUAL),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} {AUX}(?P<v>{V:spurn rebuff snub reject turn_down}) (?:the |an? )?(?:[\w-]+ ){0,2}?(?:overtures?|advances|offers?|invitations?|approach(?:es)?|olive branch|pleas?) (?:from|of|by) {FILL}(?P<o>{K:POX})", polarity=_AFFIRMED, modality=_ACTUAL),
    Rule("refuses_bloc", r"(?P<s>{LK:POX}){APP} {AUX}(?P<v>{V:spurn rebuff snub}) {FILL}(?P<o>{K:O})", polarity=_AFFIRMED, modality=_ACTUAL),
    Rule("refuses_bloc", r"(?P<s>{K:PO}){APP} {AUX}(?P<v>{V:rebuff spurn reject turn_down}) {FILL}‹[PO]\d+›(?:['’]s?)? (?:plea|offer|call|invitation|request|proposal) to [^‹›;.]{3,40}? with {FILL}(?P<o>{K:OX})", polarity=_AFFIRMED, modality=_ACTUAL),
    Rule("negotiates_with", r"(?P<v>talks|negotiations|discussions|consultations|contacts)(?: [\w-]+){0,3}? (?:between|of) {FILL}(?P<s>{K:POAX}) and {FILL}(?P<o>{K:POAX})(?: [^‹›;,.]{0,30})? (?:broke down|collapsed|failed|fell apart|were suspended|have collapsed|had collapsed|ended without|stalled|broke off|foundered|have broken down)", polarity=Polarity.NEGATED),
    Rule("negotiates_with", r"(?P<v>[Nn]egotiators|[Nn]egotiating teams|[Rr]epresentatives|[Dd]elegations|[Dd]elegates) (?:of|from|for) {FILL}(?P<s>{K:OX}) and {FILL}(?P<o>{K:OX}) {AUX}{V:meet sit_down gather resume reconvene negotiate}"),
    Rule("negotiates_with", r"(?P<v>accord|deal|understanding|agreement|pact|alliance)s? (?:in the making|in the works|being negotiated|under discussion|under negotiation|taking shape) between {FILL}(?P<s>{K:POAX}),? (?:and |with )?{FILL}(?P<o>{LK:POAX})"),
    Rule("negotiates_with", r"(?P<s>{LK:POA}){APP} {AUX}(?P<v>{V:make put} (?:an? )?(?:[\w-]+ )?offers?(?: of (?:its|his|her|their) own)?|{V:extend} an? (?:[\w-]+ )?(?:hand|invitation|offer|olive branch)|{V:make} (?:\w+ )?overtures) to {FILL}(?P<o>{LK:POX})"),
    Rule("negotiates_with", r"(?P<s>{LK:POA}){APP} (?:is|are|was|were|has been|have been|had been|remains?) (?:still |also |now |already |again )?in (?:[\w-]+ ){0,2}?(?P<v>talks|negotiations|contact|discussions|consultations|touch)(?: (?:since|for|in) \w+(?: \w+)?)?(?: about [^‹›;.]{3,40}?)? with {FILL}(?P<o>{LK:POAX})"),
    Rule("forms_bloc", r"(?P<s>{LK:POAX}){APP} {AUX}(?P<v>{V:launch form found create establish set_up unveil present announce start register}) (?:an?|its|their|his|her|one of their|one of his)(?: own,? )? ?" + _KIND_OF_GROUP + r"?,? (?:called |named |dubbed |under the name(?: of)? |known as )?{FILL}(?P<o>{K:OX})"),
    Rule("forms_bloc", r"(?P<s>{LK:POAX}){APP} {AUX}(?P<v>{V:form establish create announce launch found build assemble set_up}) (?:an?|the|its|their|one) (?:[^‹›;.,]|‹G\d+›){0,60}?,? (?:named|called|dubbed|under the name(?: of)?|known as),? {FILL}(?P<o>{K:OX})"),
    Rule("forms_bloc", r"(?P<s>{LK:POAX}){APP} {AUX}(?P<v>{V:announce proclaim declare unveil confirm}|made known) (?:the )?(?:birth|formation|creation|launch|founding|establishment) of (?:an? |the )?(?:" + _KIND_OF_GROUP + r",? )?(?:called |named |dubbed )?{FILL}(?P<o>{K:OX})"),
    Rule("forms_bloc", r"(?P<o>{K:OX}),? (?:which|that) {FILL}(?P<s>{LK:P})(?: (?:himself|herself|had|has))* (?P<v>founded|set up|formed|launched|created|established)\b"),
    Rule("forms_bloc", r"(?P<o>{K:OX}),? (?:which|that)? ?(?:was |were |has been |had been )?(?P<v>set up|formed|launched|created|established)(?: [^‹›;.,]{2,25})? by {FILL}(?P<s>{LK:POG})"),
    Rule("forms_bloc", r"(?P<s>{LK:O}){APP} {AUX}(?P<v>{V:govern rule} (?:together|jointly)|{V:form build} (?:an?|the) (?:[\w-]+ ){0,3}?(?:government|coalition|cabinet|majority|alliance)(?: together| jointly)?|{V:join} forces|{V:band} together|{V:team} up|{V:merge})(?=[,.;]|$| (?:after|on|in|to|for|following|last|by|ahead|before|against)\b)"),
    Rule("forms_bloc", r"(?P<v>alliance|coalition|pact|deal|accord|merger|partnership|agreement|tie-up|union) (?:struck |reached |signed |concluded |sealed |agreed )?(?:last \w+ |on \w+ |in \w+ )?(?:by|between) {FILL}(?P<s>{K:OX}) (?:and|with) {FILL}(?P<o>{K:OX})"),
    Rule("forms_bloc", r"(?P<s>{K:O}) and {FILL}(?P<o>{K:O}) {AUX}(?P<v>{V:merge unite}|{V:seal ink clinch finalise finalize} (?:an?|their|the) (?:[\w-]+ ){0,3}?(?:deal|pact|alliance|agreement|coalition|accord)|{V:bury} the hatchet|{V:present unveil announce register submit} (?:an?|their) (?:joint|common|single|united) (?:list|ticket|slate|candidate)|{V:agree} (?:on|to) (?:an?|the) (?:[\w-]+ ){0,3}?(?:alliance|coalition|merger|pact|government)|{V:run contest} (?:together|jointly|on a (?:joint|common|single) (?:list|ticket)))"),
    Rule("forms_bloc", r"(?P<s>{K:O}){POS} (?:[\w-]+ )?(?P<v>merger|tie-up|union|deal|accord|agreement) with {FILL}(?P<o>{LK:OX})"),
)  # fmt: skip

MOVES = Family("moves", frames=_FRAMES, rules=_RULES)
