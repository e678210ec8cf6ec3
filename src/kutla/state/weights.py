"""How much a voice weighs: one visible table, in log-odds.

An independent story that reports a thing in its own voice about doubles the odds (0.7 = ln 2); an
official voice speaks for what it decides; a nameless one hardly moves them. The order official >
named > reported > anonymous > partisan is DESIGN.md's; the sizes are ours and meant to be changed.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kutla.claims import VoiceRole
from kutla.documents import OutletKind
from kutla.errors import SettingsError
from kutla.vocabulary import EntityKind

if TYPE_CHECKING:
    from pathlib import Path

    from kutla.claims import Claim, Voice
    from kutla.documents import Document, Source
    from kutla.register import Register


@dataclass(frozen=True, slots=True)
class Weight:
    """One row of the table."""

    name: str
    log_odds: float


VOUCHED = Weight("vouched", 2.2)
"""An analyst read the words and vouches for them (`an acceptance in review`): nine to one."""
OFFICIAL = Weight("official", 1.6)
NAMED = Weight("named", 1.1)
REPORTED = Weight("reported", 0.7)
ANONYMOUS = Weight("anonymous", 0.2)
PARTISAN = Weight("partisan", 0.1)
WEIGHTS = (VOUCHED, OFFICIAL, NAMED, REPORTED, ANONYMOUS, PARTISAN)


@dataclass(frozen=True, slots=True)
class Weights:
    """The table: how much each sort of voice weighs, in log-odds (0 or more)."""

    vouched: Weight = VOUCHED
    official: Weight = OFFICIAL
    named: Weight = NAMED
    reported: Weight = REPORTED
    anonymous: Weight = ANONYMOUS
    partisan: Weight = PARTISAN

    @property
    def rows(self) -> tuple[Weight, ...]:
        """The rows of the table, in its order."""
        return (
            self.vouched, self.official, self.named, self.reported, self.anonymous, self.partisan,
        )  # fmt: skip


DEFAULT = Weights()
_USED = [DEFAULT]


def use_weights(weights: Weights) -> None:
    """Let every projection of a ledger that names no table use this one: for the edge to set."""
    _USED[0] = weights


def used_weights() -> Weights:
    """Give the table that is used where none is named."""
    return _USED[0]


_MOST = 10.0
"""22,000 to one: more is no weight but a verdict, and verdicts are given in review."""


def load_weights(path: Path) -> Weights:
    """Read a table of one's own: TOML, ``[weights]`` with a number for each row that is changed.

    Raises SettingsError that names the file and the row.
    """
    mend = f"write [weights] and rows like official = {OFFICIAL.log_odds}"
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise SettingsError(f"{path} cannot be read: {fault.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise SettingsError(f"{path} is no TOML ({fault}); {mend}") from None
    rows = told.get("weights")
    if not isinstance(rows, dict) or not rows:
        raise SettingsError(f"{path} has no [weights]; {mend}")
    known = {row.name: row for row in WEIGHTS}
    changed: dict[str, Weight] = {}
    for name, value in rows.items():
        if name not in known:
            raise SettingsError(
                f"{path}: there is no weight {name!r}; there are {', '.join(known)}"
            )
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not is_number or not 0 <= value <= _MOST:
            raise SettingsError(
                f"{path}: {name} = {value!r} should be a number from 0 to {_MOST:g}"
            )
        changed[name] = Weight(name, float(value))
    return replace(DEFAULT, **changed)


_OFFICIAL_NAME = re.compile(
    r"\b(?:electoral commission|election commission|IHEC|court|parliament|council of representatives|"
    r"presidency|joint operations? command|ministry|speaker's office|central bank)\b",
    re.IGNORECASE,
)
_OFFICIAL_KINDS = frozenset({EntityKind.INSTITUTION, EntityKind.MINISTRY})
PARTISAN_OUTLETS = frozenset({OutletKind.PARTY})


def weigh(
    claim: Claim,
    document: Document | Source | None,
    speaker_kind: EntityKind | None,
    weights: Weights = DEFAULT,
) -> Weight:
    """Give the row of the table that a claim's innermost voice falls under."""
    outlet = None if document is None else document.outlet
    is_partisan = outlet is not None and outlet.kind in PARTISAN_OUTLETS
    return _of_voice(claim.speaker, speaker_kind, weights, is_partisan=is_partisan)


def weigh_voice(
    speaker: Voice | None, register: Register, weights: Weights = DEFAULT, *, is_partisan: bool
) -> Weight:
    """Give the row that a voice falls under; ``is_partisan`` says that a party publishes it."""
    known = register.find_entity(speaker.entity_id) if speaker and speaker.entity_id else None
    return _of_voice(speaker, known.kind if known else None, weights, is_partisan=is_partisan)


def _of_voice(
    speaker: Voice | None, speaker_kind: EntityKind | None, weights: Weights, *, is_partisan: bool
) -> Weight:
    if speaker is None or speaker.role is VoiceRole.AGENCY:
        return weights.partisan if is_partisan else weights.reported
    if speaker.is_anonymous:
        return weights.anonymous
    if speaker_kind in _OFFICIAL_KINDS or _OFFICIAL_NAME.search(speaker.name):
        return weights.official
    return weights.named
