"""What is denied, and what is contested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.briefs.brief import Line, Section
from kutla.briefs.sections.lines import chain_of, nothing
from kutla.briefs.words import say, say_reading, shorten, with_article
from kutla.claims import Polarity

if TYPE_CHECKING:
    from kutla.briefs.numbering import Numbering
    from kutla.pipeline import Picture
    from kutla.state import Fact


_BETWEEN = {"meets": "Contact", "negotiates_with": "Talks", "forms_bloc": "An alliance"}


def denials(picture: Picture, numbering: Numbering) -> Section:
    """Everything denied, beside the account it denies, with the chain of authority."""
    lines = [
        _denial(fact, numbering)
        for fact in picture.state.facts
        if any(side.polarity is Polarity.DENIED for side in fact.alternatives)
    ]
    return Section("denials", "Denials", tuple(lines) or (nothing("a denial"),))


def _denial(fact: Fact, numbering: Numbering) -> Line:
    told = [(side, item) for side in fact.alternatives for item in side.evidence if item.is_counted]
    sides = tuple(
        Line(
            f"{_VERDICT[side.polarity]} — {chain_of(item)}: “{shorten(item.claim.quote.exact)}”",
            numbering.of([item]),
        )
        for side, item in told
    )
    text = f"{_about(fact)}: {fact.reason}."
    return Line(text, numbering.of_fact(fact), fact.standing.value, sides)


_VERDICT = {Polarity.DENIED: "Denied", Polarity.NEGATED: "Not so", Polarity.AFFIRMED: "Said"}


def _about(fact: Fact) -> str:
    if fact.kind in _BETWEEN and fact.object is not None:
        pair = f"{with_article(fact.subject)} and {with_article(fact.object)}"
        return f"{_BETWEEN[fact.kind]} between {pair}"
    yes = next(
        (a for a in fact.alternatives if a.polarity is Polarity.AFFIRMED), fact.alternatives[0]
    )
    return f"That {say_reading(fact, yes)}" if yes.polarity is Polarity.AFFIRMED else say(fact)


def contested(picture: Picture, numbering: Numbering) -> Section:
    """Every fact on which voices stand against each other, with the reason in words."""
    lines = [
        Line(f"{_topic(fact)}: {fact.reason}.", numbering.of_fact(fact), "contested")
        for fact in picture.state.contested
    ]
    return Section(
        "contested",
        "What is contested",
        tuple(lines) or (Line("Nothing is contested in what was read."),),
    )


def _topic(fact: Fact) -> str:
    if fact.kind == "seats":
        return f"How many seats {with_article(fact.subject)} holds"
    yes = next(
        (a for a in fact.alternatives if a.polarity is Polarity.AFFIRMED), fact.alternatives[0]
    )
    return f"Whether {say_reading(fact, yes)}"
