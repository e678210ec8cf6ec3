"""Review in the terminal: what to look at, what was decided, and what a decision changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from kutla.briefs.answers import STYLES, counted
from kutla.briefs.words import cap, say, say_period, say_voice, shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from kutla.claims import Claim
    from kutla.ledger.reviewing import Decision
    from kutla.state import Diff, Fact
    from kutla.state.queue import Pending

_DONE = {
    "accept": "accepted",
    "reject": "rejected",
    "correct": "corrected",
    "add": "entered by hand",
    "undo": "undone",
}


def say_claim(claim: Claim) -> str:
    """Say a claim in its own terms: "joins_bloc: Nasr → Islah (denied, possible), May 2018"."""
    target = f" → {claim.object.name}" if claim.object else ""
    value = f" = {claim.value}" if claim.value is not None else ""
    value += f" of {claim.total}" if claim.value is not None and claim.total is not None else ""
    mood = [each.value for each in (claim.polarity, claim.modality)]
    told = ", ".join(each for each in mood if each not in {"affirmed", "actual"})
    when = "" if claim.event.period is None else f", {say_period(claim.event.period)}"
    return f"{claim.kind}: {claim.subject.name}{target}{value}{f' ({told})' if told else ''}{when}"


def print_queue(queue: Sequence[Pending], left: int, console: Console) -> None:
    """Print the claims to look at; ``left`` says how many more there are."""
    for pending in queue:
        item, claim = pending.item, pending.item.claim
        head = Text(f"{claim.id}  ", "bold")
        head.append(say_claim(claim))
        if pending.judged is not None:
            by = pending.judged
            head.append(f"  [{_DONE[by.verdict.value]} by {by.judged_by}]", "green")
        console.print(head)
        said = Text(f"{say_voice(item)}, {say_period(claim.reported)}: ")
        said.append(f"“{shorten(claim.quote.exact, 200)}”", "italic")
        _indented(said, 4, console)
        why = "; ".join(pending.reasons) or "nothing speaks against it"
        standing = f"{why}; under: {say(pending.fact)} [{pending.fact.standing.value}]"
        _indented(Text(standing, "dim"), 4, console)
    more = f", and {left} more (--limit)" if left > 0 else ""
    console.print(f"\n{counted(len(queue), 'claim', 'claims')} to look at{more}")


def print_log(decisions: Sequence[Decision], console: Console) -> None:
    """Print every judgement, oldest first: who, when, what of which claim, and why."""
    for each in decisions:
        one = each.judgement
        about = f"judgement {one.about}" if each.claim is None else f"claim {one.about}"
        line = Text(f"{one.number:>4}  {one.recorded_at:%Y-%m-%d %H:%M}  {one.judged_by} ")
        line.append(f"{_DONE[one.verdict.value]} {about}", "bold")
        if one.reason:
            line.append(f": {one.reason}")
        if each.undone_by is not None:
            by = each.undone_by
            line.append(f"  [taken back by {by.judged_by}, judgement {by.number}]", "dim")
        console.print(line)
        if each.claim is not None:
            _indented(Text(say_claim(each.claim), "dim"), 6, console)
        if each.other is not None:
            _indented(Text(f"now {each.other.id}  {say_claim(each.other)}", "dim"), 6, console)


def print_effect(change: Diff, console: Console) -> None:
    """Print what a decision changed in the state, fact by fact."""
    told: set[str] = set()
    for title, changes in change.sections:
        for each in changes:
            fact, before = each.fact, each.before
            if fact.id in told:
                continue
            told.add(fact.id)
            line = Text(f"{title}: {cap(say(fact))}")
            if each.after is None or before is None:
                line.append(f"  [{fact.standing.value}]", STYLES.get(fact.standing.value, ""))
            else:
                turn = dict.fromkeys((before.standing.value, each.after.standing.value))
                line.append(f"  [{' → '.join(turn)}]")
                odds = (before.alternatives[0].log_odds, each.after.alternatives[0].log_odds)
                told_odds = dict.fromkeys(f"{each:+.1f}" for each in odds)
                line.append(f"  log-odds {' → '.join(told_odds)}", "dim")
            _indented(line, 2, console)
    weighed = [
        (before, after)
        for before in change.before.facts
        for after in change.after.facts
        if before.id == after.id and before.id not in told and _odds(before) != _odds(after)
    ]
    for before, after in weighed:
        sides = " against ".join(f"{odds:+.1f}" for odds in _odds(before))
        now = " against ".join(f"{odds:+.1f}" for odds in _odds(after))
        text = f"weighs otherwise: {cap(say(after))} [{after.standing.value}]  {sides} → {now}"
        _indented(Text(text), 2, console)
    if not told and not weighed:
        day = change.after.valid_on.isoformat()
        _indented(Text(f"nothing of what holds on {day} changes by it"), 2, console)


def _odds(fact: Fact) -> tuple[float, ...]:
    return tuple(each.log_odds for each in fact.alternatives)


def _indented(text: Text, by: int, console: Console) -> None:
    console.print(Padding(text, (0, 0, 0, by), expand=False))
