"""What cannot be so, whatever a rule has read: one does not shun one's own party."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kutla.claims.found import Found

_AGAINST_OTHERS = frozenset(
    {
        "accuses",
        "attacks",
        "detains",
        "joins_bloc",
        "meets",
        "negotiates_with",
        "opposes",
        "refuses_bloc",
        "threatens",
    }
)
_OWN = re.compile(
    r"['’]s (?:party|bloc|list|movement|coalition|alliance|camp|supporters|followers)$"
)
_LETTERS = re.compile(r" \([^()]*\)$")


def is_about_himself(found: Found) -> bool:
    """Whether it is told of an actor and his own: "the leader of X is a member of X"."""
    if found.object is None:
        return False
    subject, target = found.subject.name, found.object.name
    if found.kind in _AGAINST_OTHERS and _OWN.search(target):
        return _OWN.sub("", target) == subject
    is_nameless = subject[:1].islower() and found.kind in {"leads", "member_of"}
    return is_nameless and _LETTERS.sub("", target) in subject
