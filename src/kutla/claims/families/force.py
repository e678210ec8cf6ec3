"""Force: attacks, raids, detentions, releases."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kutla.claims.claim import Name
from kutla.claims.families.family import Family
from kutla.claims.found import Found, argument
from kutla.claims.frames import Frame
from kutla.claims.numerals import NUMERAL, read_numeral
from kutla.claims.rules import Rule
from kutla.claims.surface import markers, surface_pattern
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kutla.claims.view import View

_ACTORS = "POAXCIMGL"

_FRAMES = (
    Frame("attacks", "attack bomb shell assassinate shoot ambush strike kill abduct kidnap storm target wound injure", subjects="OAXCIMG", objects=_ACTORS),
    Frame("attacks", "launch carry_out fire conduct stage mount claim", noun="attack|attacks|strike|strikes|rocket attacks|rockets|air strikes|airstrikes|missiles|drone attack|drone attacks", link="against|on|at", subjects="OAXCIMG", objects=_ACTORS),
    Frame("attacks", "open_fire fire exchange_fire clash fight trade_fire", link="on|at|with|against", subjects="OAXCIMG", objects=_ACTORS),
    Frame("attacks", "fire use throw hurl lob", noun="tear ?gas|rubber bullets|live rounds|live ammunition|stun grenades|stones|rocks|petrol bombs|water cannon", link="at|on|against|into", subjects="OAXCIMG", objects=_ACTORS),
    Frame("raids", "raid storm search occupy", subjects="AXCIMG", objects=_ACTORS),
    Frame("raids", "raid storm search", noun="headquarters|offices?|homes?|house|base|compound|residences?|depots?|warehouses?|facilit(?:y|ies)|premises|camps?|buildings?|positions", link="of|belonging to", subjects="PAXCIMG", objects=_ACTORS),
    Frame("raids", "carry_out conduct launch", noun="raid|raids", link="on|against", subjects="AXCIM", objects=_ACTORS),
    Frame("detains", "detain arrest seize jail imprison capture hold round_up pick_up apprehend nab take_into_custody", subjects="AXCIMG", objects="PG"),
    Frame("releases", "release free set_free", subjects="PAXCIMG", objects="PG"),
)  # fmt: skip

_RULES = (
    Rule("attacks", r"(?P<s>{K:OAXCIM}){APP} {AUX}(?P<v>{V:strike bomb hit shell target attack pound bombard}) (?:the )?(?:[\w-]+ ){0,2}?(?:positions?|bases?|targets|sites?|headquarters|camps?|depots?|convoys?|fighters|facilities|compounds?) (?:of|belonging to|used by|held by) {FILL}(?P<o>{K:OAXCIM})"),
    Rule("attacks", r"(?P<s>{K:OAX}){APP} {AUX}(?P<v>{V:claim} (?:responsibility for )?)(?:an?|the|several|two|three) (?:[\w-]+ ){0,3}?(?:attacks?|strikes?|bombings?|explosions?) (?:on|against) (?:{FILL}(?P<o>{K:OAXCIML})|(?P<d>(?:the |an? )?(?:[a-z]+ ){0,2}?[a-z]{4,}))(?=[,.;]|$| (?:on|in|at|near|that|which|last|and)\b)"),
    Rule("raids", r"(?P<s>{K:PAXCIM})(?: \([^()]*\))? {AUX}to (?P<v>raid|storm|search) (?:the )?(?:headquarters|offices?|homes?|base|compound|depot|premises) (?:of|belonging to) {FILL}(?P<o>{K:POAX})"),
)  # fmt: skip

_PASSIVE = (
    (
        "detains",
        (
            "detained|arrested|jailed|imprisoned|taken into custody|rounded up|captured|picked up|"
            "apprehended|held (?=in|at|by|for|since|under|on)|remanded|placed under (?:house )?arrest"
        ),
    ),
    ("releases", "released|freed|set free|let go|bailed"),
)
_COUNT = re.compile(rf"(?<![\w-]){NUMERAL}(?![\w-])", re.IGNORECASE)


def _read_passives(view: View) -> Iterator[Found]:
    """Read "14 fighters were detained": whom it befell, and how many; nobody is named as doing it.

    The one detained stands as the subject until the document names who did it (see ``agents``).
    """
    for kind, verbs in _PASSIVE:
        pattern = surface_pattern(
            r"(?P<w>(?:all|all but one of|half of|most of|some of)? ?(?:the )?(?:[a-z]+ )?)"
            r"(?P<s>{K:GPA})(?P<g> (?:fighters|members|supporters|militants|militiamen|activists|officials|leaders))?"
            r"{APP}(?:,? who)?(?: (?:arrested|held|detained|seized|who|,)(?:[^‹›;.,]|‹[CLIMAO]\d+›){0,50}?)? ?"
            r"(?:[a-z]+ )?(?:were|was|have been|has been|had been|are|is) "
            rf"(?:[\w-]+ )?(?P<v>{verbs})"
        )
        for match in pattern.finditer(view.tagged):
            befallen = view.mentions[markers(match["s"])[0]]
            count = _COUNT.search(befallen.text)
            yield Found(
                kind=kind,
                subject=_people_of(argument(befallen), match["g"]),
                value=read_numeral(count.group(0)) if count else None,
                span=view.tokens_of(*match.span()),
                anchor=view.tokens_of(*match.span("v"))[0],
            )


_MEANS = (
    r"(?:[Aa]n? |[Tt]he |[Tt]wo |[Tt]hree |[Ss]everal |[Uu]nknown |[Uu]nidentified |[Mm]asked |[Aa]rmed )*"
    r"(?:katyusha |explosive |armed |suicide |lone )?"
    r"(?:rockets?|mortars?(?: rounds| shells)?|drones?|missiles?|gunm[ae]n|snipers?|militants|bombs?|"
    r"assailants?|attackers?|protesters|demonstrators|rioters|bombers?|air ?strikes?|shells)"
)
_BY_MEANS = surface_pattern(
    rf"(?P<w>{_MEANS})(?: [a-z]+){{0,3}}?,? (?P<v>hit|struck|targeted|attacked|shelled|stormed|wounded|killed|"
    r"shot dead|shot|assassinated|gunned down|abducted|kidnapped|clashed with|"
    r"landed (?:in|near|on|at|inside|outside)|(?:were|was) (?:fired|launched|lobbed) (?:at|on|towards?)|"
    r"fired (?:on|at)|opened fire (?:on|at)|exploded (?:near|outside|at|in)) {FILL}(?P<o>{K:POAXCIMLG})"
)


def _read_means(view: View) -> Iterator[Found]:
    """Read "rockets hit X", "a gunman opened fire on Y": who did it is not known."""
    for match in _BY_MEANS.finditer(view.tagged):
        first, last = view.tokens_of(*match.span())
        words = re.sub(
            r"^(?:an?|the|two|three|several) ", "", match["w"].strip(), flags=re.IGNORECASE
        )
        yield Found(
            kind="attacks",
            subject=Name(words, EntityKind.GROUP),
            object=argument(view.mentions[markers(match["o"])[0]]),
            span=(first, last),
            anchor=view.tokens_of(*match.span("v"))[0],
        )


def _people_of(name: Name, people: str | None) -> Name:
    """Its fighters, not the brigade: "Desert Brigades fighters"."""
    if people is None:
        return name
    return replace(name, name=f"{name.name}{people}", kind=EntityKind.GROUP, entity_id=None)


FORCE = Family("force", frames=_FRAMES, rules=_RULES, readers=(_read_passives, _read_means))
