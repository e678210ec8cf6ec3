"""What one rule found in one passage, before mood, voice and date are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kutla.claims.claim import Modality, Name, Polarity

if TYPE_CHECKING:
    from kutla.language.passage import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A claim as one rule reads it.

    ``span`` and ``anchor`` are token indexes of the passage's parse: the words that carry the
    claim, and the predicate. ``polarity`` and ``modality`` are set where the wording itself
    decides them ("refused to"), else None and read off the clause. ``layer`` is ``surface``,
    ``parse`` or ``name`` (read off a title or apposition).
    """

    kind: str
    subject: Name
    object: Name | None = None
    value: int | None = None
    total: int | None = None
    span: tuple[int, int]
    anchor: int
    polarity: Polarity | None = None
    modality: Modality | None = None
    layer: str = "surface"
    by: str = ""
    """What found it, for explanations: the rule's pattern, or the frame's verbs."""


def argument(mention: Mention) -> Name:
    """Give the mention as an argument of a claim."""
    return Name(mention.name, mention.kind, mention.start, mention.end, mention.entity_id)
