"""How the reasons of a state are worded: who is behind a reading, and what stands against what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.claims import Polarity
from kutla.state.state import Alternative, Standing
from kutla.state.weights import NAMED, OFFICIAL, REPORTED, VOUCHED

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENOUGH_STORIES = 2
_MOST_NAMED = 4


def against(alternatives: Iterable[Alternative]) -> str:
    """Set readings against each other: what each says, who says so, stories and log-odds."""
    return " against ".join(
        f"{words_of(a)} ({_who(a)}; {a.stories} independent "
        f"{'story' if a.stories == 1 else 'stories'}, log-odds {a.log_odds:+.1f})"
        for a in alternatives
    )


def _who(alternative: Alternative) -> str:
    """Name the voices behind a reading, each once, in order of weight: the first few of many."""
    names = dict.fromkeys(
        item.claim.speaker.name if item.claim.speaker else (item.outlet or "a report")
        for item in alternative.evidence
    )
    shown = list(names)[:_MOST_NAMED]
    more = len(names) > len(shown) or alternative.stories > len(alternative.evidence)
    return ", ".join(shown) + (" and others" if more else "")


def words_of(alternative: Alternative) -> str:
    """Give the number that a reading gives, else yes or no."""
    if alternative.value is not None:
        return str(alternative.value)
    return "yes" if alternative.polarity is Polarity.AFFIRMED else "no"


def unopposed(lead: Alternative) -> tuple[Standing, str]:
    """Say how firmly a reading stands against which nobody speaks."""
    if lead.polarity is Polarity.DENIED:
        return Standing.DENIED, "only its denial is on record"
    if lead.stories >= _ENOUGH_STORIES:
        return Standing.SETTLED, f"{lead.stories} independent stories agree and none disagrees"
    if any(item.why.startswith(VOUCHED.name) for item in lead.evidence):
        return Standing.SETTLED, "an analyst vouches for it and nobody disputes it"
    if any(item.why.startswith(OFFICIAL.name) for item in lead.evidence):
        return Standing.SETTLED, "said by an official voice and disputed by none"
    if all(
        not item.why.startswith((OFFICIAL.name, NAMED.name, REPORTED.name))
        for item in lead.evidence
    ):
        return Standing.REPORTED, "one story, on the word of sources it does not name"
    return Standing.REPORTED, "one story, disputed by none"
