"""Who used force where no name stands alone: "supporters of X", "a drone", "two uprisings against"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kutla.claims.claim import Name
from kutla.claims.families.family import Family
from kutla.claims.found import Found, argument
from kutla.claims.frames import Frame
from kutla.claims.rules import Rule
from kutla.claims.surface import MARKER, markers, surface_pattern
from kutla.register import country_names
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.claims.view import View

_TARGETS = "POAXCIMGL"
_PEOPLE = (
    r"(?:supporters|followers|gunmen|militiamen|fighters|militias|loyalists|partisans|members|militants|"
    r"rebels|troops|soldiers|police|police officers|guards|mobs?|crowds?|protesters|demonstrators|rioters|activists)"
)
_MACHINES = (
    r"(?:(?:F-\d+|fighter|war) ?(?:jets?|planes?)|warplanes?|jets|aircraft|helicopters?|(?:explosive )?drones?|"
    r"rockets?|katyusha rockets?|missiles?|mortars?|artillery|snipers?)"
)
_BAND = (
    r"(?P<w>(?:(?:[Aa]n? |[Tt]he |[Mm]asked |[Aa]rmed |[Aa]ngry |[Hh]undreds of |[Tt]housands of |[Dd]ozens of |"
    r"‹[POAC]\d+›(?:['’]s?)? |(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) |(?-i:[A-Z][a-z]+|US) ){0,3}?"
    rf"(?:{_PEOPLE}(?: (?:of|from|loyal to|linked to|allied with|close to) (?:the )?‹[POACX]\d+›(?: and (?:the )?‹[POAX]\d+›)?)?|{_MACHINES})))"
)
_PLACE = (
    r"(?:(?:the |an? )?(?:[\w-]+ ){0,2}?(?:headquarters|offices?|camps?|buildings?|compounds?|gates?|reception building|"
    r"positions|bases?|convoys?|homes?|houses?|residences?|tents|patrols?|bunkers?|depots?|sites?|reception area) (?:of|at|in|belonging to) )?"
)
_PLAIN_PLACE = (
    r"(?P<d>(?:an? |the |(?:the )?(?:protesters|demonstrators)['’] )?(?:[a-z-]+ ){0,2}?(?:compound|camp|headquarters|base|district|embassy|"
    r"consulate|convoy|checkpoint|barracks|airport|parliament|palace|police station|square|crowd|protesters|demonstrators|residence|Green Zone|presidential palace))\b"
)
_DEEDS = (
    r"(?P<v>attacked|stormed|shelled|bombed|bombarded|torched|burned down|burnt down|burned|set fire to|set ablaze|"
    r"ransacked|overran|broke into|occupied|besieged|opened fire on|opened fire at|fired on|fired at|shot at|exchanged fire with|"
    r"clashed with|fought|struck|hit|targeted|killed|wounded|injured|assassinated|abducted|kidnapped|ambushed|"
    r"bombed|pounded|rained down on|fired (?:tear ?gas|rubber bullets|live rounds|live ammunition|stun grenades) (?:at|on|into)|(?:threw|hurled) (?:stones|rocks|bottles|petrol bombs)(?:,? (?:and )?\w+){0,3} at|used (?:tear ?gas|water cannon) (?:against|on)|surrounded and attacked|traded fire with|beat up|raided)"
)
_BANDS = tuple(
    surface_pattern(rf"{_BAND}(?: (?:had|have|has|on \w+|also|then|later|briefly|repeatedly|overnight)){{0,3}} {_DEEDS} {tail}")
    for tail in (rf"(?:five |several |two |three |dozens of )?{_PLACE}{{FILL}}(?P<o>{{K:{_TARGETS}}})", _PLAIN_PLACE)
)  # fmt: skip
_RAIDS = frozenset({"stormed", "broke", "overran", "ransacked", "raided", "occupied", "besieged"})
_PREMISES = re.compile(
    r"parliament|palace|zone|headquarters|residence|embassy|consulate|office", re.IGNORECASE
)
_OF_A_FORCE = re.compile(
    r"(?:gunmen|fighters|militiamen|soldiers|troops|police|guards) (?:of|from) "
)

_FRAMES = (
    Frame("attacks", "fight battle", subjects="OAIG", objects="A"),
    Frame("attacks", "fire", noun="rockets|missiles|mortars|shells|drones|shots", link="at|on|into|towards?", subjects="OAXCIMG", objects=_TARGETS),
    Frame("attacks", "burn_down torch set_fire_to set_ablaze shell bombard ambush assassinate", subjects="OAXCIMG", objects=_TARGETS),
    Frame("attacks", "lead stage wage", noun="uprisings?|revolts?|insurgency|rebellion|insurrection|war|guerrilla war|battles", link="against", subjects="POA", objects="POAXCI"),
)  # fmt: skip
_RULES = (
    Rule("releases", r"(?P<s>{K:PG}){APP} {AUX}(?P<v>{V:walk} free|{V:leave} (?:prison|jail)|out on bail)"),
    Rule("attacks", r"(?P<s>{LK:PA}){APP} (?:was|were|is) (?:in|at) the (?P<v>head|helm) of (?:\w+ )?(?:revolts?|uprisings?|rebellions?) against {FILL}(?P<o>{K:CIAX})"),
    Rule("attacks", r"(?P<s>{LK:POA}){APP} {AUX}(?P<v>{V:lead stage wage mount}) (?:an?|the|two|three|several|another)? ?(?:[\w-]+ ){0,2}?(?:uprisings?|revolts?|rebellions?|insurgency|insurrection|war) against {FILL}(?P<o>{K:CIAX})"),
    Rule("attacks", r"(?P<s>{LK:AOI}){APP} {AUX}(?P<v>{V:claim}) (?:responsibility for )?(?:an?|the) (?:[\w-]+ ){0,3}?(?:attack|strike|bombing|ambush)s? (?:on|against) {FILL}(?P<o>{K:" + _TARGETS + "})"),
    Rule("attacks", r"(?P<s>{K:CIAO})(?:['’]s?|n)? (?:[\w-]+ ){0,2}?(?P<v>air ?strikes?|strikes?|raids?|drone strikes?|attacks?|shelling|bombardment) (?:on|against|at|hit|killed) {FILL}(?P<o>{K:" + _TARGETS + "})"),
    Rule("attacks", r"(?P<s>{LK:AI}){APP} {AUX}(?P<v>{V:shell bombard pound mortar}) (?P<d>the (?:[\w-]+ ){0,2}?(?:district|zone|area|camp|base|compound|village|town|neighbourhood|neighborhood))"),
)  # fmt: skip


def _read_bands(view: View) -> Iterator[Found]:
    """Read "gunmen of X opened fire on Y" and "rockets hit a compound": the band is the subject."""
    if not view.words & _DEED_WORDS:
        return
    for pattern in _BANDS:
        for match in pattern.finditer(view.tagged):
            groups = match.groupdict()
            target = (
                argument(view.mentions[markers(match["o"])[0]])
                if groups.get("o")
                else Name(re.sub(r"^(?:an?|the) ", "", match["d"]), EntityKind.PLACE)
            )
            if groups.get("o") and _OF_A_FORCE.search(match["w"]):
                continue  # "gunmen of X": X is read as the subject
            is_raid = match["v"].split(" ")[0].casefold() in _RAIDS
            is_crowd = bool(re.search(_PEOPLE, match["w"], re.IGNORECASE))
            yield Found(
                kind="raids" if is_raid and is_crowd and _is_premises(target) else "attacks",
                subject=Name(_band(view, match), EntityKind.GROUP),
                object=target,
                span=view.tokens_of(*match.span()),
                anchor=view.tokens_of(*match.span("v"))[0],
                by="who used force: " + match["v"],
            )


_DEED_WORDS = frozenset(re.findall(r"[a-z]+", _DEEDS)) - {"p", "v", "on", "at", "to", "and", "with", "down", "up", "into", "fire"}  # fmt: skip


def _is_premises(target: Name) -> bool:
    return target.kind is not EntityKind.PLACE or bool(_PREMISES.search(target.name))


def _band(view: View, match: re.Match[str]) -> str:
    """The band's words, an owner in front by his name: "Imran Khan's supporters"."""
    owner = view.mention_at(view.tokens_of(*match.span("w"))[0])
    words = _named(view, match["w"])
    if owner is None or owner.how != "pronoun":
        return words
    return f"{owner.name}'s {words.partition(' ')[2]}"


_COUNTED = re.compile(
    r"^(?:an? |the |(?:hundreds|thousands|dozens) of |masked |armed )+", re.IGNORECASE
)


def _named(view: View, words: str) -> str:
    def name(found: re.Match[str]) -> str:
        return view.mentions[int(found.group(2))].name

    return _COUNTED.sub("", MARKER.sub(name, words).strip())


_STRIKE = surface_pattern(
    r"(?:[Aa]n? |[Tt]he |[Tt]wo |[Ss]everal )?(?P<w>‹C\d+›|(?-i:[A-Z][a-z]+(?:i|an|ish|ese|ch)|US|U\.S\.)) (?:[\w-]+ )?"
    r"(?P<v>air ?strikes?|strikes?|air raids?|drone strikes?|shelling|bombardment|missile strikes?) "
    r"(?:(?:on|against|that hit|that killed|hit|killed|targeted|targeting|destroyed) )(?:[a-z-]+ ){0,2}?{FILL}(?P<o>{K:POAXCIMGL})"
)


def _read_strikes(view: View) -> Iterator[Found]:
    """Read "an Israeli air strike on X": the country that the adjective names."""
    for match in _STRIKE.finditer(view.tagged):
        number = markers(match["w"])
        country = view.mentions[number[0]].name if number else country_names().get(match["w"])
        if country is not None:
            yield Found(
                kind="attacks",
                subject=Name(country, EntityKind.COUNTRY),
                object=argument(view.mentions[markers(match["o"])[0]]),
                span=view.tokens_of(*match.span()),
                anchor=view.tokens_of(*match.span("v"))[0],
                by="whose strike: " + match["w"],
            )


_LET_GO = surface_pattern(
    r"(?:[Aa] |[Tt]he |[Aa]n )?(?P<w>(?:[a-z]+ )?(?:court|judges?|tribunal)) (?:on \w+ |has |had |also |later )*"
    r"(?P<v>released|freed|bailed|acquitted and released|ordered the release of|granted bail to|jailed|remanded|sent to prison|ordered the (?:arrest|detention) of) {FILL}(?P<o>{K:P})"
)


def _read_judges(view: View) -> Iterator[Found]:
    """Read "a court released X", "a judge ordered the arrest of Y"."""
    for match in _LET_GO.finditer(view.tagged):
        is_held = bool(re.search(r"jail|remand|prison|arrest|detention", match["v"]))
        yield Found(
            kind="detains" if is_held else "releases",
            subject=Name(match["w"], EntityKind.INSTITUTION),
            object=argument(view.mentions[markers(match["o"])[0]]),
            span=view.tokens_of(*match.span()),
            anchor=view.tokens_of(*match.span("v"))[0],
            by="a judge's order: " + match["v"],
        )


_BY_MACHINE = surface_pattern(
    r"(?P<o>{K:PA}){APP} (?:was|were|has been|had been) (?P<v>killed|assassinated|wounded|injured|targeted|shot) (?:in|by) "
    r"(?P<w>(?:an? |the )?(?:(?:‹C\d+›|(?-i:[A-Z][a-z]+)|US) )?(?:drone|air|missile|rocket|helicopter|suicide)(?: strike| attack| bomber| bombing)?|"
    r"(?:an? |the )?(?:unknown |unidentified |masked |lone )?(?:gunm[ae]n|assailants?|attackers?|snipers?))\b"
)


def _read_passives(view: View) -> Iterator[Found]:
    """Read "X was killed by an American drone"."""
    for match in _BY_MACHINE.finditer(view.tagged):
        yield Found(
            kind="attacks",
            subject=Name(_named(view, match["w"]), EntityKind.GROUP),
            object=argument(view.mentions[markers(match["o"])[0]]),
            span=view.tokens_of(*match.span()),
            anchor=view.tokens_of(*match.span("v"))[0],
            by="by what means: " + match["v"],
        )


CLASHES = Family(
    "clashes",
    frames=_FRAMES,
    rules=_RULES,
    readers=(_read_bands, _read_passives, _read_strikes, _read_judges),
)
