"""What the sections share: facts as lines, with when, by whom, and the claims under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.briefs.brief import Line
from kutla.briefs.words import (
    cap,
    say,
    say_day,
    say_period,
    say_reading,
    say_voice,
    say_who,
    shorten,
)
from kutla.claims import Polarity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kutla.briefs.numbering import Numbering
    from kutla.pipeline import Picture
    from kutla.state import Alternative, Evidence, Fact, State

_LATE = "9999-12-31"


def lines_of(facts: Iterable[Fact], numbering: Numbering) -> list[Line]:
    """Say facts, the earliest first."""
    return [fact_line(fact, numbering) for fact in sorted(facts, key=reported_on)]


def reported_on(fact: Fact) -> str:
    """The day a fact is sorted by: its own, else that of its first report, ISO."""
    if fact.period is not None:
        return fact.period.first_on.isoformat()
    days = [i.claim.reported.first_on for i in fact.support if i.claim.reported]
    return min(days).isoformat() if days else _LATE


def fact_line(fact: Fact, numbering: Numbering) -> Line:
    """Say a fact, when, on whose word; a contested one with each side and its words."""
    when = f" ({when_of(fact)})"
    if fact.is_contested:
        yes = next(
            (a for a in fact.alternatives if a.polarity is Polarity.AFFIRMED), fact.alternatives[0]
        )
        sides = tuple(_side(side, numbering) for side in fact.alternatives)
        text = f"Contested{when}: whether {say_reading(fact, yes)}."
        return Line(text, numbering.of_fact(fact), "contested", sides)
    text = f"{cap(say(fact))}{when}, {say_who(fact.support)}."
    return Line(text, numbering.of_fact(fact), fact.standing.value)


def _side(side: Alternative, numbering: Numbering) -> Line:
    item = side.evidence[0]
    word = "Yes" if side.polarity is Polarity.AFFIRMED else "No"
    if side.value is not None:
        word = str(side.value)
    return Line(f"{word} — {said(item)}", numbering.of(side.evidence))


def said(item: Evidence) -> str:
    """A voice and its words."""
    return f"{say_voice(item)}: “{shorten(item.claim.quote.exact)}”"


def chain_of(item: Evidence) -> str:
    """The chain of authority, outermost first."""
    voices = [
        voice.name + (" (not named)" if voice.is_anonymous else "")
        for voice in item.claim.attribution
    ]
    if item.outlet and item.outlet not in voices:
        voices.insert(0, item.outlet)
    return " → ".join(voices) or "the report itself"


def when_of(fact: Fact) -> str:
    """When it was so; else when it was reported; else that the day is open."""
    if fact.period is not None:
        return say_period(fact.period)
    reported = [i.claim.reported for i in fact.support if i.claim.reported is not None]
    if not reported:
        return "day open"
    exact = [period for period in reported if period.is_day]
    if exact:
        return f"reported {say_day(exact[0].first_on)}"
    first = reported[0]
    return f"reported between {say_day(first.first_on)} and {say_day(first.last_on)}"


def flags(
    picture: Picture, numbering: Numbering, *codes: str, only_seats: bool = False
) -> list[Line]:
    """The problems of the named codes, as lines."""
    rows = picture.state.seats.rows
    seat_claims = {i.claim.id for row in rows for i in (*row.support, *row.dissent)}
    return [
        Line(
            sentence(problem.message), refs_of(picture.state, numbering, problem.claim_ids), "flag"
        )
        for problem in picture.state.problems
        if problem.code in codes and (not only_seats or set(problem.claim_ids) & seat_claims)
    ]


def refs_of(state: State, numbering: Numbering, claim_ids: tuple[str, ...]) -> tuple[int, ...]:
    """The numbers of claims given by id."""
    wanted = set(claim_ids)
    return numbering.of(
        item
        for fact in state.facts
        for item in (*fact.support, *fact.dissent)
        if item.claim.id in wanted
    )


def sentence(text: str) -> str:
    """A message with its capital and its full stop."""
    return cap(text) if text.endswith((".", "”")) else f"{cap(text)}."


def nothing(what: str) -> Line:
    """The honest line of an empty section."""
    return Line(f"No report speaks of {what}.")


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
