"""Passages that are not about politics though they use its words: sport, trade, long ago."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kutla.claims.found import Found
    from kutla.claims.view import View

_TRADE_AND_SPORT = frozenset(
    [
        "league",
        "leagues",
        "club",
        "clubs",
        "coach",
        "coaches",
        "striker",
        "midfielder",
        "defender",
        "goalkeeper",
        "referee",
        "match",
        "matches",
        "fans",
        "stadium",
        "season",
        "champions",
        "tournament",
        "shareholders",
        "takeover",
        "airline",
        "airlines",
        "carmaker",
        "carmakers",
        "routes",
        "orchestra",
        "choir",
        "film",
        "novel",
        "album",
        "cast",
        "museum",
        "brewery",
        "retailer",
        "insurer",
    ]
)
_POLITICS = frozenset(
    [
        "parliament",
        "parliamentary",
        "government",
        "coalition",
        "cabinet",
        "party",
        "parties",
        "bloc",
        "blocs",
        "minister",
        "ministers",
        "premier",
        "president",
        "election",
        "elections",
        "vote",
        "votes",
        "voted",
        "seats",
        "seat",
        "lawmaker",
        "lawmakers",
        "deputies",
        "mps",
        "mp",
        "opposition",
        "senate",
        "senators",
        "majority",
        "list",
        "faction",
        "factions",
        "candidate",
        "speaker",
        "movement",
        "politicians",
    ]
)
_LONG_AGO = re.compile(
    r"\b(?:1[0-8]\d\d|19[0-3]\d)\b|\b(?:[a-z]+eenth|twelfth|eleventh)[- ]century\b"
)
_DEALINGS = frozenset(
    {
        "forms_bloc",
        "joins_bloc",
        "leaves_bloc",
        "refuses_bloc",
        "negotiates_with",
        "supports",
        "opposes",
        "accuses",
        "meets",
        "threatens",
        "attacks",
    }
)
_POSTS = frozenset(
    {
        "seats",
        "leads",
        "member_of",
        "candidate_for",
        "withdraws_candidacy",
        "nominated_for",
        "appointed_to",
        "holds_office",
        "resigns",
        "confidence_vote",
        "election",
        "session",
    }
)
_OTHER_HOUSES = re.compile(
    r"\b(?:chief executive|shareholders?|company['’]s|[Tt]he (?:company|club)|airline|board of directors|audit committee|merger|"
    r"students?['’]? union|school board|theat(?:re|er)|opera|orchestra|choir|museum|film|festival|album|band['’]s|"
    r"football|soccer|cricket|rugby|tennis|chess|ski|golf|basketball|hockey|stadium|coach|referee|players|striker|"
    r"parish|seminary|trustees|hotel|bakers|yoga|trade group|industry group)\b"
)
_HOUSE_OF_STATE = frozenset(
    [
        "parliament",
        "parliamentary",
        "government",
        "coalition",
        "cabinet",
        "party",
        "parties",
        "bloc",
        "minister",
        "ministers",
        "ministry",
        "premier",
        "presidential",
        "lawmaker",
        "lawmakers",
        "deputies",
        "mps",
        "mp",
        "opposition",
        "senate",
        "senators",
        "faction",
        "chancellor",
        "governor",
        "mayor",
        "politician",
        "politicians",
        "militia",
    ]
)
_STRANGE = frozenset({"forms_bloc", "negotiates_with"})


_OF_A_HOUSE = _DEALINGS - {"attacks", "threatens", "accuses"} | {"leads"}
_SHORT = 150
_FEW = 2


@lru_cache(maxsize=8)
def _is_political(text: str) -> bool:
    """Whether a document speaks of the state at all; a few lines alone are taken to."""
    words = re.findall(r"[a-z]+", text.casefold())
    return len(words) < _SHORT or len(_HOUSE_OF_STATE.intersection(words)) >= _FEW


def is_elsewhere(view: View, found: Found) -> bool:
    """Whether a dealing is read in a sentence about sport, trade or another age.

    Two names of which nothing is known deal with each other only where the sentence itself speaks
    of politics: "Lufthansa and Air Meridian formed an alliance" is no bloc. A post in a company,
    a club or a theatre is no office, unless the sentence speaks of a parliament too. A document
    that nowhere names a party, a parliament or a minister says nothing of who leads whom.
    """
    if found.kind in _OF_A_HOUSE and not _is_political(view.analysis.text):
        return True
    if found.kind in _POSTS:
        is_of_state = view.words & _HOUSE_OF_STATE
        return not is_of_state and bool(_OTHER_HOUSES.search(view.parse.text))
    if found.kind not in _DEALINGS:
        return False
    is_long_ago = _LONG_AGO.search(view.tagged) is not None
    if is_long_ago or view.words & _POLITICS:
        return is_long_ago
    if view.words & _TRADE_AND_SPORT:
        return True
    target = found.object
    is_strange = found.subject.kind is None and (target is None or target.kind is None)
    return found.kind in _STRANGE and is_strange
