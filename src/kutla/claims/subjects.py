"""Which of the names before a verb is its subject: "the bloc of X agreed" is about the bloc."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kutla.claims.surface import markers

if TYPE_CHECKING:
    from kutla.claims.view import View
    from kutla.language.passage import Mention

_OF_ITS_LEADER = re.compile(
    r"(?:leader|head|chief|chair\w*|secretary[- ]general|member|commander|president)s? of (?:the )?$",
    re.IGNORECASE,
)
_ORGANISATION_BEFORE = re.compile(
    r"‹[OA](\d+)›(?: (?:movement|party|bloc|alliance|coalition|list|group|faction|militia))?,?"
    r" (?:of|led by|headed by|chaired by|under|run by|founded by) "
    r"(?:the |its |former |ex-)?(?:[a-z][\w-]* |‹[CI]\d+›(?:['’]s)? ){0,4}$"
)
_PREPOSITION = re.compile(
    r" (?:with|by|to|on|in|near|outside|inside|from|under|against|between|at|about|over|without|alongside|"
    r"including|toward|towards|behind|into|among|of) (?:the |its |his |her |their |former |rival )*$"
    r"| (?:and|which|who|that) (?:has|have|had|holds?|held|with) (?:the |only |just |some )*$"
)
_PEOPLE_OF = re.compile(
    r"(?:MPs|members?|lawmakers?|deput(?:y|ies)|ministers?|leaders?|leadership|wing|majority|"
    r"supporters|followers|senators?|legislators?|half|most|some|all|one|rest|representatives?|"
    r"fighters|gunmen|militiam[ae]n|units?|forces|soldiers|officers|police|council|committee|board|"
    r"base|congress|executive|elders|delegat\w+|factions?|part(?:y|ies)|politburo|bureau|negotiators|"
    r"politicians|envoys|figures|heavyweights|backbenchers|rebels|dissidents|voters|"
    r"sources?|officials?|aides?|insiders?|spokes(?:man|woman|person)) (?:of|from|for|in) "
    r"(?:the |its |his |her |their )*$",
    re.IGNORECASE,
)
_MINISTERS_OF = re.compile(r" (?:of|from) (?:the )?‹[OA](\d+)›")
_FORCE_OF = re.compile(r" (?:of|from) (?:the )?(?:‹C\d+›(?:['’]s?)? )?‹I(\d+)›")
_DOING = re.compile(r"(?: \([^()]*\))?(?:,[^,;.]{1,40},)? (?:[a-z]+ly )?[a-z]+ing\b")
"""Behind "with X" it is X who does it: "with X taking the oath"."""
_RELATIVE = re.compile(r"(?: \([^()]*\))?,? (?:who|which|that|whose)\b")


def subject_mentions(view: View, start: int, end: int) -> list[Mention]:
    """Give the mentions that ``tagged[start:end]`` names as a verb's subject; none if it is not one.

    "Head of X and Y met": Y met. "The bloc of X agreed": the bloc. "After a break with X, agreed":
    nobody. Whom "they" stands for is given in full.
    """
    named = [view.mentions[i] for i in markers(view.tagged[start:end])]
    before = view.tagged[:start]
    organisation = _ORGANISATION_BEFORE.search(before)
    if organisation and len(named) == 1 and named[0].kind is not None:
        named = [view.mentions[int(organisation.group(1))]]
    elif _OF_ITS_LEADER.search(before):
        named = named[1:]
    elif (
        _is_governed(before)
        and not _RELATIVE.match(view.tagged, end)
        and not (before.endswith(("with ", "With ")) and _DOING.match(view.tagged, end))
    ):
        return []
    if len(named) == 1 and named[0].text.endswith("ministers"):
        party = _MINISTERS_OF.match(view.tagged, end)
        named = [view.mentions[int(party.group(1))]] if party else named
    elif len(named) == 1 and named[0].how == "description":
        force = _FORCE_OF.match(view.tagged, end)
        named = [view.mentions[int(force.group(1))]] if force else named
    return [each for mention in named for each in view.sharers(mention)]


def _is_governed(before: str) -> bool:
    return bool(_PREPOSITION.search(before)) and not _PEOPLE_OF.search(before)
