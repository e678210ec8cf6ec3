"""Surface rules: regular expressions over tagged text, written with a few named pieces.

``{P}`` a person, ``{O}`` a political or armed organisation, ``{A}`` any actor, ``{N}`` a number,
``{POS}`` a possessive ending, ``{APP}`` an aside between commas or brackets, ``{AUX}`` auxiliaries
and adverbs, ``{FILL}`` the small words and generic nouns that may stand before a name. ``{V:win
gain}`` is every form of those verbs (an underscore joins the words of a phrasal verb) ``{LO}``
``{LP}`` ``{LA}`` are lists joined by commas and "and"; ``{TL:OX}`` is one that may break off.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kutla.claims.cues import options_of
from kutla.claims.inflect import verb_forms
from kutla.claims.numerals import NUMERAL
from kutla.language.needs import choices_of, read_part
from kutla.language.patterns import Pattern

if TYPE_CHECKING:
    from kutla.language.needs import Choice, Part

if TYPE_CHECKING:
    from collections.abc import Callable

_EXPANDABLE = re.compile(r"\{([A-Z]+(?::[^{}]+)?)\}")
_LEADER = re.compile(
    r"(?<=›) (?:of|under|led by|headed by) (?:[a-z][\w-]* ){0,3}‹P\d+›(?= \(|,| and|$)"
)
_OWNER = re.compile(r"‹P\d+›(?:['’]s?)? (?=(?:the )?‹)")
_BRACKETED = re.compile(r"(?<=›) \([^()]*\)")
MARKER = re.compile(r"‹([A-Z])(\d+)›")

_AUXILIARIES = (
    "too|has|have|had|is|are|was|were|be|been|being|will|would|could|may|might|can|cannot|should|shall|"
    "must|did|does|do|not|never|n't|to|also|then|now|later|already|still|thus|once again|again|"
    "formally|soon|just|both|all|only|officially|repeatedly|jointly|together|"
    "[a-z]+ly|no longer|(?:late |early )?on [A-Z][a-z]+day(?: (?:night|evening|morning|afternoon))?|"
    "(?:last|this) (?:week|month|year|spring|summer|autumn|winter)|earlier(?: this week)?|at once|"
    "(?:on|in) (?:\\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|"
    "November|December)(?: \\d{1,4})?|in (?:19|20)\\d\\d|at the weekend|overnight|first|finally|in turn|"
    "for (?:months|weeks|years)|in the end|so far|since|in public|openly|though|however"
)
_GOVERNORS = (
    "decide[ds]?|decided|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|aim(?:s|ed|ing)?|want(?:s|ed)?|"
    "agree[ds]?|seek(?:s|ing)?|sought|vow(?:s|ed)?|pledge[ds]?|promise[ds]?|hope[ds]?|"
    "refuse[ds]?|decline[ds]?|fail(?:s|ed)?|tr(?:y|ies|ied|ying)|expected|set|due|likely|unlikely|"
    "ready|willing|unwilling|open|close|near|about|going|prepar(?:e|es|ed|ing)|poised|considering|"
    "manage[ds]?|threaten(?:s|ed|ing)?|offer(?:s|ed)?|able|unable|forced|chose|opted|continue[ds]?|"
    "committed|refusing|declining|reluctant|determined|scheduled|supposed|believed|said|reported|"
    "no (?:intention|plans?|desire|wish)(?: of)?|plans?|an offer|looks?|looked|appears?|appeared|"
    "compet(?:e|es|ed|ing)|vying|racing|scrambl(?:e|es|ed|ing)|struggl(?:e|es|ed|ing)|working|bound|inclined|keen|eager|obliged|asked|urged|persuaded|preparing|began|begun|start(?:s|ed)?|"
    "the (?:first|second|last|latest|only one) to|free|in favou?r of|moving|moved|voted|rush(?:es|ed)|came|come|went on|proceeded|helped|helping"
)
_FILLERS = (
    "the|a|an|its|his|her|their|our|all|both|of|rival|former|current|outgoing|caretaker|incumbent|"
    "new|newly|then|fellow|governing|ruling|opposition|main|largest|biggest|smaller|small|"
    "government|coalition|alliance|bloc|list|leader|leaders|chief|head|chairman|party|parties|"
    "movement|group|faction|member|members|lawmaker|lawmakers|MPs|candidate|candidacy|nominee|"
    "leadership|prime|minister|president|speaker|premier|PM|politician|cleric|supporters|"
    "tycoon|businessman|businesswoman|billionaire|banker|economist|technocrat|academic|lawyer|diplomat|property|media|cousin|nephew|ally|loyalist|protégé|compromise|independent|"
    "representatives|delegates|delegation|officials|envoys|parliamentary|veteran|centrist|conservative|liberal|socialist|nationalist|populist|far-right|far-left|"
    "centre-right|centre-left|center-right|center-left|right-wing|left-wing|Islamist|secular|"
    "several|dozens of|two|three|four|five|six|seven|eight|nine|ten|special|"
    "Sunni|Shia|Shiite|Shi'ite|Kurdish|Arab|Islamic|Christian|pro-[\\w-]+|anti-[\\w-]+|[\\w-]+-led|"
    "[\\w-]+-backed|Iraqi|political|armed|militia|deputy|foreign|finance|interior|defence|defense"
)
ORDINARY = {
    "P": "PX",
    "O": "OAX",
    "A": "POAXCIMG",
    "G": "POAXG",
    "C": "CIM",
    "S": "OXPA",
    "I": "IMOX",
}
_PIECES = {
    "N": NUMERAL,
    "POS": r"(?:['’]s?)",
    "INTO": (
        r"(?:(?:an?|any|the|his|her|its|their) (?:[\w-]+ ){0,3}?(?:coalition|government|cabinet|alliance|bloc|"
        r"administration|pact|majority|line-up|deal|partnership)(?: agreement| deal)? (?:with|of|led by|headed "
        r"by|under|that includes|that included|including|involving|alongside|that depends on|that relies on|dependent on|"
        r"dominated by|headed by|propped up by|tolerated by) )?(?:(?:the |an? )?(?:[\w-]+ ){0,4}?(?:campaigns?|candidacy|bid|nomination|re-election|"
        r"premiership|leadership|presidency|appointment) of )?{FILL}(?:‹[OXA]\d+› (?=‹P))?"
    ),
    "APP": (
        r"(?: (?:MPs|lawmakers|deputies|members|legislators|senators|negotiators|ministers|delegates|"
        r"campaign|camp|team|administration|(?:parliamentary )?(?:faction|bloc|group|movement|alliance|coalition|list|party|parties)))?"
        r"(?: (?:of|from) (?:the )?‹[OXAC]\d+›)?"
        r"(?:,? and (?:other|several|some|most|many|a number of) (?:[\w-]+ ){0,2}?(?:blocs|parties|groups|lists|factions|lawmakers|MPs|forces|allies|partners))?"
        r"(?:(?:,? ?\([^()]{1,60}\))?(?:,(?! whose)(?: [^,;:‹›]*(?:‹\w\d+›[^,;:‹›]*){0,3})(?:, who [^,;:‹›]*(?:‹\w\d+›[^,;:‹›]*){0,2})?"
        r"(?:,(?: and)?| –))?)"
    ),
    "AUX": rf"(?:that )?(?:(?:{_AUXILIARIES}|{_GOVERNORS}),? )*",
    "FILL": rf"(?:(?:{_FILLERS}|‹\w\d+›-(?:backed|aligned|supported|led|allied)|‹[COX]\d+›['’]s|‹[OXA]\d+›(?= ‹P)) )*",
    "DET": r"(?:(?:the|a|an|its|his|her|their|another|any|this|that) )?",
}


_KIND_OF = (
    "(?:far-right|far-left|centre-right|centre-left|right-wing|left-wing|liberal|conservative|"
    "socialist|nationalist|populist|pro-European|smaller|rival|Islamist|Shia|Sunni|Kurdish)"
)


_SORT_OF = "(?:party|movement|alliance|coalition|bloc|list|faction|militia)"
"""What a list may say of a name before it: "and the farmers' protest party BBB"."""


def _one_of(letters: str) -> str:
    ending = "['’]s?" if "P" in letters else "(?:['’]s?)?"
    owner = rf"(?:‹P\d+›{ending} )?"
    sort = (
        rf"(?:(?!and |or |with |of |for |by )[a-z'’-]+ ){{0,3}}?{_SORT_OF} "
        if "O" in letters
        else ""
    )
    before = rf"(?:{_KIND_OF} |{sort})?" if sort else rf"(?:{_KIND_OF} )?"
    ally = r"(?:(?:its|his|her|their) (?:[\w'’-]+ ){0,2}?(?:ally|allies|partner|partners) )?"
    return rf"{owner}{ally}(?:the )?{before}‹[{letters}]\d+›"


def _list_of(letters: str) -> str:
    """Names joined by commas and "and"; "Maliki's" may stand before "State of Law"."""
    unit = _one_of(letters)
    led = r"(?: (?:of|under|led by|headed by) (?:[a-z][\w-]* ){0,3}‹P\d+›(?= \(|,| and))?"
    clause = r"|, (?:which|who|led by|down|up|with) [^,;.‹›]{3,60}(?=, and )"
    aside = (led if "O" in letters else "") + rf"(?: \((?:[^()‹›]|‹\w\d+›){{1,40}}\){clause})?"
    return rf"{unit}(?:(?:{aside}, {unit})*(?:{aside},? and |,? as well as |,? along with ){unit})?"


def _expand(found: re.Match[str]) -> str:
    name = found.group(1)
    if name.startswith("V:"):
        verbs = name[2:].split()
        forms = {form for verb in verbs for form in verb_forms(verb.replace("_", " "))}
        return "(?:" + "|".join(sorted(map(re.escape, forms), key=len, reverse=True)) + ")"
    kind, _, letters = name.partition(":")
    if letters:
        return _OF_LETTERS[kind](letters)
    if name in ORDINARY:
        return rf"‹[{ORDINARY[name]}]\d+›"
    if name[0] == "L" and name[1:] in ORDINARY:
        return _list_of(ORDINARY[name[1:]])
    return _EXPANDABLE.sub(_expand, _PIECES[name])


def _broken_list_of(letters: str) -> str:
    """Names joined by commas or "and" as far as they go: what a verb's object may be."""
    unit = rf"(?:the )?(?:{_KIND_OF} )?‹[{letters}]\d+›(?: \((?:[^()‹›]|‹\w\d+›){{1,40}}\))?"
    return rf"{unit}(?:(?:, and |, | and | as well as ){unit})*"


_OF_LETTERS: dict[str, Callable[[str], str]] = {
    "K": lambda letters: rf"‹[{letters}]\d+›",
    "LK": _list_of,
    "TL": _broken_list_of,
}


_FIRST_STAND_IN = 0xE000
"""Signs for private use: while a template is looked through, each stands for one of its pieces."""
_ALONE = re.compile(_EXPANDABLE.pattern + r"(?![?*+{])")


@lru_cache(maxsize=2048)
def _part_of(piece: str) -> Part:
    return read_part(_EXPANDABLE.sub(_expand, piece))


def _needs(template: str) -> frozenset[Choice]:
    """What a text must hold for the template to match; every piece is looked through only once."""
    signs: dict[str, str] = {}
    short = _ALONE.sub(
        lambda found: signs.setdefault(found[0], chr(_FIRST_STAND_IN + len(signs))), template
    )
    named = {sign: _part_of(piece) for piece, sign in signs.items()}
    return choices_of(_EXPANDABLE.sub(_expand, short), named)


_NAME_FIRST = re.compile(
    r"(?:\(\?<![^()]*\))?\(\?P<\w>\{(?:L?[" + "".join(ORDINARY) + r"]|(?:LK|K|TL):[A-Z]+)\}"
)
_NAME_STARTS = re.compile(f"(?={_one_of('A-Z')})", re.IGNORECASE)
"""Where a name or a list of names can begin, for a template that begins with one."""


@lru_cache(maxsize=2048)
def surface_pattern(template: str) -> Pattern:
    """Make a pattern of a template of named pieces; unknown names raise KeyError."""
    template = template.replace(
        "{APP} {AUX}", "{APP}(?: |, (?!to |do |don|and |or )|,? (?:who|which|that) ){AUX}"
    )
    is_name_first = _NAME_FIRST.match(template) and len(options_of(template)) == 1
    return Pattern(
        lambda: _EXPANDABLE.sub(_expand, template),
        _needs(template),
        starts=_NAME_STARTS if is_name_first else None,
    )


def markers(text: str) -> list[int]:
    """Give the numbers of the mentions that a stretch of tagged text names, in order.

    An owner ("Maliki's" before "State of Law") is not one of them, nor what stands in brackets.
    """
    bare = _LEADER.sub("", _OWNER.sub("", text))
    return [int(number) for _, number in MARKER.findall(_BRACKETED.sub("", bare) or bare)]
