"""Force: attacks, raids, detentions, releases."""

from __future__ import annotations

from kutla.claims.families.family import Family
from kutla.claims.frames import Frame
from kutla.claims.rules import Rule

_ACTORS = "POAXCIMG"

_FRAMES = (
    Frame("attacks", "attack bomb shell assassinate shoot ambush strike kill abduct kidnap storm", subjects="OAXCIMG", objects=_ACTORS),
    Frame("attacks", "launch carry_out fire conduct stage mount claim", noun="attack|attacks|strike|strikes|rocket attacks|rockets|air strikes|airstrikes|missiles|drone attack|drone attacks", link="against|on|at", subjects="OAXCIMG", objects=_ACTORS),
    Frame("raids", "raid storm search", subjects="AXCIMG", objects=_ACTORS),
    Frame("raids", "raid storm search", noun="headquarters|offices?|homes?|house|base|compound|residences?", link="of|belonging to", subjects="PAXCIMG", objects=_ACTORS),
    Frame("raids", "carry_out conduct launch", noun="raid|raids", link="on|against", subjects="AXCIM", objects=_ACTORS),
    Frame("detains", "detain arrest seize jail imprison capture hold", subjects="AXCIMG", objects="PG"),
    Frame("releases", "release free", subjects="PAXCIMG", objects="PG"),
)  # fmt: skip

_RULES = (
    Rule("raids", r"(?P<s>{K:PAXCIM})(?: \([^()]*\))? {AUX}to (?P<v>raid|storm|search) (?:the )?(?:headquarters|offices?|homes?|base|compound) (?:of|belonging to) {FILL}(?P<o>{K:POAX})"),
    Rule("detains", r"(?P<s>{K:GP}){APP} (?:were|was|have been|has been|had been|are|being) (?:[\w-]+ )?(?P<v>detained|arrested|jailed|imprisoned|taken into custody|rounded up)"),
    Rule("releases", r"(?P<s>{K:GP}){APP} (?:were|was|have been|has been|had been|are) (?:[\w-]+ )?(?P<v>released|freed|set free)"),
)  # fmt: skip

FORCE = Family("force", frames=_FRAMES, rules=_RULES)
