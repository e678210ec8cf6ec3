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
    Frame("supports", "throw lend voice express give offer pledge reaffirm reiterate renew declare announce", noun="support|backing|weight|endorsement|confidence", link="for|behind|to|in", subjects="POAXCIG", objects="POAXI"),
    Frame("supports", "vote", link="for|in favou?r of", subjects="POAXG", objects="POAX"),
    Frame("opposes", "oppose criticise criticize denounce condemn resist slam blast lambast", subjects=_ANYONE, objects=_ACTED_ON),
    Frame("opposes", "turn vote campaign rally protest move stand", link="against", subjects="POAXG", objects="POAXIC"),
    Frame("opposes", "oust topple unseat overthrow bring_down depose", subjects="POAXG", objects="PX"),
    Frame("opposes", "reject veto block", subjects="POAXCIG", objects="PX"),
    Frame("opposes", "voice express declare announce", noun="opposition|objection|objections|rejection", link="to|of", subjects="POAXCIG", objects="POAXIC"),
    Frame("accuses", "accuse blame charge", subjects=_ANYONE, objects=_ACTED_ON),
    Frame("accuses", "level make bring", noun="accusations|allegations|charges|accusation", link="against|at", subjects=_ANYONE, objects=_ACTED_ON),
    Frame("meets", "meet", subjects="POAXCI", objects="POAXCI"),
    Frame("meets", "meet sit_down confer hold_a_meeting speak", link="with", subjects="POAXCI", objects="POAXCI"),
    Frame("meets", "hold have", noun="meeting|meetings|phone call|summit|contacts|contact", link="with", subjects="POAXCI", objects="POAXCI"),
    Frame("meets", "receive host visit", subjects="PI", objects="P"),
    Frame("backed_by", "back support sponsor fund arm bankroll finance", subjects="CI", objects="OAPXG", is_swapped=True),
    Frame("threatens", "threaten warn", subjects="POAXCIG", objects="POAXCIMG"),
)  # fmt: skip

_RULES = (
    Rule("supports", r"(?P<s>{K:PIAO}) {AUX}(?P<v>{V:voice express declare announce}) (?:his|her|its|their|‹\w\d+›) (?:support|backing) for (?P<d>(?:an?|the) [\"'“‘]?[a-z][\w -]{2,30}?[\"'”’]?)(?= to | as |[,.;]|$)"),
    Rule("opposes", r"(?P<s>{K:POAXIGC}){APP} {AUX}(?P<v>{V:demand urge seek call_for request}) (?:the |his )?(?:resignation|removal|ouster|ousting|dismissal|departure|sacking|exit) of {FILL}(?P<o>{K:PO})", modality=Modality.DEMANDED),
    Rule("supports", r"(?P<s>{K:POAXIG}){APP} {AUX}(?P<v>{V:withdraw pull end drop}) (?:its|his|her|their|all)? ?(?:support|backing) (?:for|from|to) {FILL}(?P<o>{K:POAXI})", polarity=Polarity.NEGATED),
    Rule("backed_by", r"(?P<o>‹[COPIXL]\d+›|Iranian|Iran|Turkish|American|US|U\.S\.|Saudi|Western|Russian|Syrian|Israeli)(?P<v>-(?:backed|aligned|supported|sponsored|funded)) (?:[\w-]+ ){0,4}?(?P<s>{K:OAPXG})"),
    Rule("supports", r"(?P<s>{K:POAXIG}){POS} (?P<v>support|backing|endorsement) (?:for|of) {FILL}(?P<o>{LK:POAX})"),
    Rule("supports", r"(?P<o>{K:PO}){APP} {AUX}(?P<v>{V:have win secure enjoy get obtain gain receive}) (?:the )?(?:support|backing|endorsement|endorsements|recommendation) (?:of|from) {FILL}(?P<s>{LK:POAXIGC})"),
    Rule("supports", r"(?P<o>{K:PO}){APP} (?:is|was|has been|had been) (?P<v>recommended|backed|supported|endorsed) (?:for [^‹›;.]{1,40} )?by {FILL}(?P<s>{LK:POAXIG})"),
    Rule("opposes", r"(?P<s>{K:POAXIGC})(?:{APP}[^‹›.;]{0,80}?,| is| are| was| were|, who (?:is|are))(?: [\w-]+){0,2}? (?P<v>opposed to|critical of|hostile to|against) (?:both )?{FILL}(?P<o>{LK:POAXIC})"),
    Rule("supports", r"(?P<s>{LK:OAXG})(?:,| are| is)? (?P<v>loyal to) {FILL}(?P<o>{K:PO})"),
    Rule("backed_by", r"(?P<s>{LK:OAXG})(?:,| are| is)? (?P<v>loyal to|tied to|allied to|allied with|aligned with) {FILL}(?P<o>{K:C})"),
    Rule("supports", r"(?P<v>pro-)(?P<o>{K:PO}) {FILL}(?P<s>{K:OAX})"),
    Rule("meets", r"(?P<v>meeting|talks|summit) between {FILL}(?P<s>‹[PC]\d+›),? and {FILL}(?P<o>‹[PC]\d+›)"),
    Rule("meets", r"(?P<s>‹P\d+›) and (?P<o>‹P\d+›) {AUX}(?P<v>{V:meet shake_hands hold_talks})"),
    Rule("accuses", rf"(?P<v>accusations|allegations) (?:by|from) {{FILL}}(?P<s>{{K:{_ANYONE}}})[^‹›;]{{0,40}} against {{FILL}}(?P<o>{{K:{_ANYONE}}})"),
)  # fmt: skip

STANCES = Family("stances", frames=_FRAMES, rules=_RULES)
