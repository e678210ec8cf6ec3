"""What a claim says, in one string: claims with the same signature are one reading of one thing.

Two reports whose claims have one signature can stand for each other in a state: only who says it,
how surely and when differ, and that is counted apart. Where the state reads more than the arguments
(a bloc that only its own report names, an office that the quote shows to be another country's, a
happening whose day nobody says), that is part of the signature too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kutla.state.basis import read_basis
from kutla.state.offices import FORMER
from kutla.state.posts import OFFICE_KINDS, land_words

if TYPE_CHECKING:
    from collections.abc import Mapping

_BLOC_KINDS = frozenset({"forms_bloc", "joins_bloc", "leaves_bloc", "refuses_bloc"})
_HAPPENS = frozenset(
    {
        *("accuses", "attacks", "confidence_vote", "court_ruling", "detains", "event_other"),
        *("meets", "negotiates_with", "raids", "releases", "session", "threatens", "election"),
    }
)


def signature(keys: Mapping[str, Any]) -> str:
    """Give the signature of a claim's interchange line, read as JSON."""
    kind = keys["kind"]
    parts = [
        kind,
        *_referent(keys, "subject", always=kind == "seats"),
        *_referent(keys, "object"),
        str(keys.get("value")),
        str(keys.get("total")),
        keys["polarity"],
        keys["modality"],
        keys.get("date") or "",
        FORMER if keys.get("event_words") == FORMER else "",
    ]
    if kind in _BLOC_KINDS and keys.get("object_id") is None:
        parts.append(keys["document"])
    if kind == "seats":
        rests = read_basis(keys["prefix"], keys["quote"], keys["suffix"])
        parts.append(f"{rests.basis}:{rests.is_alone}")
        if keys.get("subject_id") is None:
            parts.append(keys["document"])
    if kind in _HAPPENS and not keys.get("date"):
        parts.append((keys.get("reported") or "")[: len("2018-06")])
    if kind in OFFICE_KINDS:
        parts.append(land_words(keys["prefix"], keys["quote"]))
    return "\x1f".join(parts)


def _referent(keys: Mapping[str, Any], end: str, *, always: bool = False) -> tuple[str, str, str]:
    """Give id, name and kind; the name only where something is read off it."""
    name, known = keys.get(end) or "", keys.get(f"{end}_id") or ""
    reads_name = always or not known or "'s " in name or "’s " in name
    return (
        known,
        " ".join(name.casefold().split()) if reads_name else "",
        keys.get(f"{end}_kind") or "",
    )
