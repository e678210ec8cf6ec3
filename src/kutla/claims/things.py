"""What parties take sides on without a name of its own: "the cabinet", "constitutional reform".

``government`` is what one joins, leaves, refuses or forms; ``measure`` what one is for or against;
``talks`` what one walks out of. The words stand as they are, the article in front left out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kutla.claims.claim import Name
from kutla.claims.surface import MARKER

if TYPE_CHECKING:
    from kutla.claims.view import View

_HEADS = {
    "government": (
        "government|cabinet|coalition|administration|alliance|bloc|majority|"
        "parliamentary group|grouping|ruling front"
    ),
    "measure": (
        "bills?|laws?|legislation|budget|motions?|amendments?|reforms?|deal|agreement|accord|pact|"
        "treaty|decisions?|ruling|verdict|plans?|proposals?|resolution|referendum|elections?|"
        "nomination|candidacy|appointment|decree|initiative|postponement|extension|dissolution|"
        "results?|outcome|programme|program|package|roadmap|road map|truce|ceasefire|intervention|"
        "interference|meddling|influence|presence|recount|cuts|levy|tax|sanctions|strikes?|"
        "line-up|mandate|statute|charter|impeachment|amnesty|quota|move|step"
    ),
    "talks": "talks|negotiations|negotiating table|discussions|consultations|table",
}
_NO_ADJECTIVE = (
    "of|for|to|with|without|against|ahead|and|or|but|in|on|at|by|from|that|who|which|is|was|are|were|be|as|than|into|"
    "against|over|after|before|not|it|he|she|they|him|them|until|because|if|when|any of"
)
_NAMED = r"(?! (?:of|led by|headed by|under|with|between|formed by|around) (?:[\w-]+ ){0,3}‹[POAX])"
"""A name behind it says more than the thing: it is read by the frames that ask for names."""
_WORD = r"(?-i:[a-z])[\w-]+"
_TAILS = {
    "government": (
        rf"(?: (?:without|committed to|dominated by|dependent on|that includes?) (?:the |an? )?{_WORD}(?: {_WORD})?"
        rf"| of (?:(?!the )){_WORD}(?: and {_WORD})?(?=[,.;:]|$))?"
    ),
    "measure": (
        rf"(?: (?:of|on|in|for) (?:the |an? )?(?:(?:{_WORD}|‹[CLI]\d+›)"
        rf"(?: (?:and )?(?:{_WORD}|‹[CLI]\d+›)){{0,2}}?)(?=[,.;:]|$| and | but | by | on | in | over | as ))?"
    ),
    "talks": "",
}
_DETERMINER = r"the |an? |any |another |this |that |all |such |his |her |its |their "
_OWNER = r"‹\w\d+›(?:['’]s?)? "
OWNED = "owned"
"""Added to the classes, it lets a name stand before: "Brandt's coalition" (else Brandt is meant)."""
_LEADING = re.compile(r"^(?:the|an?|this|that|such|all|his|her|its|their)\s+", re.IGNORECASE)
_COMPOUND = re.compile(
    r"\s(?:talks?|partners?|leaders?|part(?:y|ies)|members?|MPs|lawmakers|deputies|agreement|deal|"
    r"negotiations?|building|officials?|spokes\w+|ministers?|meeting|formation|sources?|headquarters|"
    r"crisis|allies|camp|bench(?:es)?|supporters|side|group|figures?|posts?|portfolios?|programme|treaty|pact)\b"
    r"|(?: \w+ly)? (?:to|for) (?:form|join|enter|govern|sit|share|jointly|a coalition|the formation)\b"
)


@lru_cache(maxsize=32)
def thing_pattern(classes: str) -> str:
    """Give the pattern, for tagged text, of what belongs to one of these classes.

    Raises KeyError for a class that is not one of ``government``, ``measure``, ``talks``.
    """
    heads = "|".join(_HEADS[name] for name in classes.split() if name != OWNED)
    owner = rf"|{_OWNER}" if OWNED in classes.split() else ""
    return (
        rf"(?<![\w'’-])(?:{_DETERMINER}{owner})?[\"“‘]?(?:(?!(?:{_NO_ADJECTIVE}) )[\w'’-]+,? ){{0,4}}?(?:{heads})\b"
        rf"(?![-'’])(?! (?:{_HEADS['government']})\b){_NAMED}{_TAILS[classes.split(maxsplit=1)[0]]}"
    )


def name_thing(view: View, start: int, end: int) -> Name | None:
    """Give what stands at ``tagged[start:end]`` as a name; None if it only opens a compound."""
    if _COMPOUND.match(view.tagged, end):
        return None
    words = MARKER.sub(lambda m: _plain(view, m), view.tagged[start:end])
    first, last = view.tokens_of(start, end)
    begin, stop = view.offsets(first, last)
    return Name(_LEADING.sub("", words.strip(" \"“‘'")), None, begin, stop)


def _plain(view: View, found: re.Match[str]) -> str:
    mention = view.mentions[int(found.group(2))]
    return f"{mention.name}'s" if mention.how == "pronoun" else mention.name


@lru_cache(maxsize=32)
def _head_pattern(classes: str) -> re.Pattern[str]:
    heads = "|".join(_HEADS[name] for name in classes.split() if name != OWNED)
    return re.compile(rf"(?:{heads})", re.IGNORECASE)


def thing_under(view: View, token: Any, classes: str) -> Name | None:
    """Give the thing whose head is ``token``, with the words before it that belong to it."""
    if view.mention_at(token.i) is not None or not _head_pattern(classes).fullmatch(token.text):
        return None
    first = token.i
    if any(view.mention_at(t.i) for t in view.parse[token.left_edge.i : token.i]):
        return None  # "his cabinet", "Brandt's plan": read by the frames that ask for names
    if _COMPOUND.match(f" {view.parse[token.i + 1 : token.i + 3].text}"):
        return None
    while first > token.left_edge.i and view.parse[first - 1].pos_ not in {"VERB", "ADP", "PUNCT"}:
        first -= 1
    begin, stop = view.offsets(first, token.i + 1)
    words = " ".join(t.text for t in view.parse[first : token.i + 1]).replace(" '", "'")
    return Name(_LEADING.sub("", words), None, begin, stop)
