"""Answers to questions as lines for the terminal: readable without colour, at any width."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kutla.briefs.words import cap, say, say_day, say_period, say_reading, say_voice, shorten

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import Console

    from kutla.documents import Document
    from kutla.state import Answer, Change, Diff, Evidence, Fact, Moment, Side, Weight

STYLES = {
    "settled": "green",
    "contested": "bold yellow",
    "superseded": "dim",
    "retracted": "dim",
    "denied": "magenta",
}


def counted(number: int, one: str, many: str) -> str:
    """Say a number with its noun.

    >>> counted(1, "story", "stories"), counted(2, "story", "stories")
    ('1 story', '2 stories')
    """
    return f"{number} {one if number == 1 else many}"


def _indented(text: Text, by: int, console: Console) -> None:
    console.print(Padding(text, (0, 0, 0, by), expand=False))


def print_answers(
    answers: Sequence[Answer], copies: Mapping[str, tuple[Document, ...]], console: Console
) -> None:
    """Print who says what of each fact, side by side, with the independent stories of each side."""
    for answer in answers:
        print_fact_head(answer.fact, console)
        for side in answer.sides:
            _print_side(answer.fact, side, copies, console)
        console.print()
    claims = sum(len(answer.items) for answer in answers)
    stories = len({item.story_id for answer in answers for item in answer.items})
    console.print(
        f"{counted(len(answers), 'fact', 'facts')}, {counted(claims, 'claim', 'claims')}, "
        f"{counted(stories, 'independent story', 'independent stories')}"
    )


def print_fact_head(fact: Fact, console: Console) -> None:
    """Print a fact's sentence, its standing and its id."""
    standing = fact.standing.value
    head = Text(cap(say(fact)), "bold")
    head.append(f"  [{standing}]", STYLES.get(standing, ""))
    head.append(f"  {say_period(fact.period)}, fact {fact.id}", "dim")
    console.print(head)


def _print_side(
    fact: Fact, side: Side, copies: Mapping[str, tuple[Document, ...]], console: Console
) -> None:
    reading = side.reading
    text = Text(counted(side.stories, "independent story", "independent stories"))
    if len(fact.alternatives) > 1:
        text.append(f": {say_reading(fact, reading)}")
    text.append(f"  (log-odds {reading.log_odds:+.1f})", "dim")
    if side.stories > len({item.story_id for item in side.items}):
        text.append(f"; {counted(len(side.items), 'claim stands', 'claims stand')} for all", "dim")
    _indented(text, 2, console)
    for item in side.items:
        head, quote = claim_lines(item, copies)
        _indented(head, 4, console)
        _indented(quote, 6, console)


def claim_lines(item: Evidence, copies: Mapping[str, tuple[Document, ...]]) -> tuple[Text, Text]:
    """Give the two lines of one claim: whose it is with who copied it, and its words."""
    claim = item.claim
    head = Text(f"{say_voice(item)}, {say_period(claim.reported)}")
    head.append(f"  {claim.id}", "dim")
    if not item.is_counted:
        head.append("  (of a story counted already)", "dim")
    elif also := carried_too(item, copies):
        head.append(f"  (also in {also})", "dim")
    return head, Text(f"“{shorten(claim.quote.exact, 200)}”", "italic")


def carried_too(item: Evidence, copies: Mapping[str, tuple[Document, ...]]) -> str:
    """Name the outlets of the other copies of a claim's story, each once."""
    others = [
        document.outlet.name if document.outlet else document.address
        for document in copies.get(item.claim.quote.document_id, ())
        if document.id != item.claim.quote.document_id
    ]
    return ", ".join(dict.fromkeys(others))


def print_why(
    fact: Fact,
    copies: Mapping[str, tuple[Document, ...]],
    documents: Mapping[str, Document],
    weights: Sequence[Weight],
    console: Console,
) -> None:
    """Print why a fact stands as it does: every claim, its weight, its words and their place."""
    print_fact_head(fact, console)
    _indented(Text(f"{fact.standing.value}: {fact.reason}"), 2, console)
    for number, reading in enumerate(fact.alternatives):
        stories = counted(reading.stories, "independent story", "independent stories")
        odds = math.exp(reading.log_odds)
        text = Text("For: " if number == 0 else "Against: ", "bold")
        text.append(say_reading(fact, reading))
        text.append(f"  (log-odds {reading.log_odds:+.2f}, odds {odds:.1f} to 1, from {stories})")
        console.print()
        console.print(text)
        for item in reading.evidence:
            _print_weighed(item, copies, documents, console)
    console.print()
    table = ", ".join(f"{each.name} {each.log_odds}" for each in weights)
    console.print(
        Text(
            f"Weights: {table}; each times the reader's certainty. Of one story the weightiest "
            "claim counts, a copy adds nothing.",
            "dim",
        )
    )


def _print_weighed(
    item: Evidence,
    copies: Mapping[str, tuple[Document, ...]],
    documents: Mapping[str, Document],
    console: Console,
) -> None:
    claim = item.claim
    weight = f"{item.weight:+.2f}" if item.is_counted else "   –"
    head = Text(f"{weight:>6}  {item.why}, {say_period(claim.reported)}")
    if not item.is_counted:
        head.append("; its story is counted already", "dim")
    _indented(head, 2, console)
    quote = Text(f"“{shorten(claim.quote.exact, 400)}”", "italic")
    _indented(quote, 8, console)
    document = documents.get(claim.quote.document_id)
    where = f"document {claim.quote.document_id}"
    if document is not None:
        line = document.text.count("\n", 0, claim.quote.start) + 1
        where = f"{document.address}, line {line}"
    where += f"; claim {claim.id}, certainty {claim.certainty:.2f}"
    if also := carried_too(item, copies):
        where += f"; also in {also}"
    _indented(Text(where, "dim"), 8, console)


def print_timeline(moments: Sequence[Moment], console: Console) -> None:
    """Print what happened when, a line a reading; "by" where only the report has a day."""
    rows = Table.grid(padding=(0, 2, 0, 0))
    rows.add_column(no_wrap=True, style="dim")
    rows.add_column()
    for moment in moments:
        fact, standing = moment.fact, moment.fact.standing.value
        line = Text(cap(say_reading(fact, moment.reading)))
        if not moment.is_leading:
            line.append("  [other side]" if fact.is_contested else "  [earlier]", "dim")
        elif standing in STYLES:
            line.append(f"  [{standing}]", STYLES[standing])
        stories = counted(moment.reading.stories, "story", "stories")
        line.append(f"  {stories}, fact {fact.id}", "dim")
        rows.add_row(_day(moment), line)
    console.print(rows)


def _day(moment: Moment) -> str:
    period = moment.period
    if moment.is_bound:
        return f"by {period.last_on.isoformat()}"
    return str(period)


def print_diff(diff: Diff, console: Console) -> None:
    """Print what changed between two states, heading by heading, with the reasons."""
    console.print(Text(_what_is_compared(diff), "bold"))
    if diff.is_empty:
        _indented(Text("nothing changed"), 2, console)
    for title, changes in diff.sections:
        if not changes:
            continue
        console.print()
        console.print(Text(f"{title.upper()} ({len(changes)})", "bold"))
        for change in changes:
            _print_change(change, console)


def _what_is_compared(diff: Diff) -> str:
    one, two = diff.before, diff.after
    days = say_day(two.valid_on)
    if one.valid_on != two.valid_on:
        days = f"from {say_day(one.valid_on)} to {days}"
    then, now = (f"{each.known_at:%Y-%m-%d %H:%M}" for each in (one, two))
    known = f"as known at {now} UTC"
    if one.known_at != two.known_at:
        known = f"what came to be known from {then} to {now} UTC"
    return f"{two.parliament.capitalize()}, {days}: {known}"


def _print_change(change: Change, console: Console) -> None:
    fact = change.fact
    standing = fact.standing.value
    line = Text(cap(say(fact)))
    if change.after is not None:
        line.append(f"  [{standing}]", STYLES.get(standing, ""))
    day = f"{say_period(fact.period)}, " if fact.period is not None else ""
    line.append(f"  {day}fact {fact.id}", "dim")
    _indented(line, 2, console)
    if change.before is not None and change.after is not None:
        was, now = _as_it_was(change.before), _as_it_was(change.after)
        if was != now:
            _indented(Text(f"before: {was}"), 5, console)
    for reason in change.reasons:
        _indented(Text(reason, "dim"), 5, console)


def _as_it_was(fact: Fact) -> str:
    return f"{say(fact)} [{fact.standing.value}]"
