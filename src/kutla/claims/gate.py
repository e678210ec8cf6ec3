"""A cheap look before the costly one, for pages that are not about politics."""

from __future__ import annotations

import re

_POLITICAL = re.compile(
    r"\b(?:parliament|government|election|party|parties|coalition|minister|president|premier|lawmaker|MPs?|"
    r"senat|senator|cabinet|militia|opposition|constitution|bloc|speaker|deputies|legislat|ballot|chancellor|"
    r"seats|confidence|alliance|candidate|politic|court|faction|knesset|bundestag|riksdag|majority|mandates|"
    r"lower house|upper house|assembly|chamber|premiership|caucus)",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b(?:parliament|government|election|coalition|minister|premier|lawmaker|MPs?|senat|cabinet|militia|"
    r"opposition|bloc|alliance|faction|seats|deputies|knesset|bundestag|riksdag|premiership)",
    re.IGNORECASE,
)
_FEWEST_CUES = 2


def is_political(body: str) -> bool:
    """Whether a text speaks of politics at all: two words of the trade, one of them strong.

    Rules find "joins" and "leads" in sports and film pages as well; such pages hold no claim.
    """
    cues = {match.casefold() for match in _POLITICAL.findall(body)}
    return len(cues) >= _FEWEST_CUES and bool(_STRONG.search(body))
