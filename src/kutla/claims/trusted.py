"""Claims out of a ledger, read fast: their lines were written by us and checked at the door."""

from __future__ import annotations

import json
from functools import lru_cache

from kutla.claims.claim import Claim, Modality, Polarity, Voice, VoiceRole
from kutla.claims.codec import from_line
from kutla.vocabulary import EntityKind, Period, Quote, Referent, When

_POLARITIES = {each.value: each for each in Polarity}
_MODALITIES = {each.value: each for each in Modality}
_ROLES = {each.value: each for each in VoiceRole}
_KINDS = {each.value: each for each in EntityKind} | {None: None}


def from_ledger_line(line: str, *, place: str) -> Claim:
    """Read a line out of a ledger; raises ClaimError, naming ``place``, where it is damaged."""
    try:
        return from_trusted_line(line)
    except (KeyError, TypeError, ValueError, AttributeError):
        return from_line(line, place=place)


def from_trusted_line(line: str) -> Claim:
    """Read a line that :func:`kutla.claims.codec.to_line` wrote of a claim.

    Gives what ``from_line`` gives, several times as fast; on a line of anybody else's it raises
    whatever it stumbles over.
    """
    keys = json.loads(line)
    name, period = keys["object"], keys["date"]
    claim = Claim(
        kind=keys["kind"],
        subject=Referent(keys["subject"], keys["subject_id"], _KINDS[keys["subject_kind"]]),
        object=(
            None if name is None else Referent(name, keys["object_id"], _KINDS[keys["object_kind"]])
        ),
        value=keys["value"],
        total=keys["total"],
        polarity=_POLARITIES[keys["polarity"]],
        modality=_MODALITIES[keys["modality"]],
        attribution=tuple(
            Voice(
                voice["name"],
                _ROLES[voice["role"]],
                voice["anonymous"],
                voice["id"],
                voice["description"],
            )
            for voice in keys["attribution"]
        ),
        event=When(
            None if period is None else _period(period), keys["event_words"], keys["event_reason"]
        ),
        reported=None if keys["reported"] is None else _period(keys["reported"]),
        quote=Quote(
            keys["document"],
            keys["start"],
            keys["end"],
            keys["quote"],
            keys["prefix"],
            keys["suffix"],
        ),
        method=keys["method"],
        certainty=keys["certainty"],
    )
    object.__setattr__(claim, "_id", keys["id"])  # the ledger's own name for it, which it checks
    return claim


@lru_cache(maxsize=10_000)
def _period(text: str) -> Period:
    return Period.parse(text)
