"""What changed day by day, and what comes next by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.briefs.brief import Drawing, Line, Section, Table
from kutla.briefs.sections.lines import count, fact_line
from kutla.briefs.words import cap, say, say_day, say_period

if TYPE_CHECKING:
    from kutla.briefs.numbering import Numbering
    from kutla.pipeline import Picture


def next_steps(picture: Picture, numbering: Numbering) -> Section:
    """The stage of the procedure on the day, what may happen next, by whom, by which majority."""
    stage, state = picture.stage, picture.state
    since = f", since {say_day(stage.since)}" if stage.since else ""
    parts: list[Line | Table | Drawing] = [
        Line(f"On {say_day(state.valid_on)} the stage is: {stage.title}{since}.")
    ]
    if stage.incumbent is not None:
        parts.append(fact_line(stage.incumbent, numbering))
    rows = []
    for option in (*stage.options, *stage.later):
        due = say_day(option.due_on) if option.due_on else ""
        if option.overdue_days > 0:
            due += f" — {count(option.overdue_days, 'day')} overdue"
        majority = option.majority_in_words or "no vote"
        quorum = f"; present: {option.quorum_in_words}" if option.quorum_in_words else ""
        rows.append(
            (
                option.rule.title,
                option.rule.actor,
                majority + quorum,
                due or "no date",
                f"Art. {option.rule.article}",
            )
        )
    if rows:
        columns = ("Step", "Who acts", "Majority", "Due", "Source")
        parts.append(Table("What the constitution allows or asks next", columns, tuple(rows)))
    parts.append(
        Line(
            f"An absolute majority of the {state.chamber.name} is {state.chamber.absolute_majority} of {state.chamber.seats}; two thirds are {state.chamber.two_thirds}."
        )
    )
    parts += [
        Line(
            f"Missed: {m.rule.title} was due on {say_day(m.due_on)}{f', done on {say_day(m.done_on)}' if m.done_on else ', not done yet'} ({count(m.late_days, 'day')} late)."
        )
        for m in stage.missed
    ]
    parts += [fact_line(fact, numbering) for fact in stage.plans]
    if stage.reading is not None:
        others = (
            "; other readings: " + "; ".join(r.name for r in stage.other_readings)
            if stage.other_readings
            else ""
        )
        parts.append(
            Line(f"“{cap(stage.reading.subject)}” is read as by the {stage.reading.name}{others}.")
        )
    past: dict[str, list[int]] = {}
    for precedent in stage.precedents:
        past.setdefault(precedent.rule.title, []).append(precedent.days)
    parts += [
        Line(f"How long it took before — {title}: {', '.join(map(str, days))} days.")
        for title, days in past.items()
    ]
    parts += [Line(note) for note in stage.notes]
    return Section("next", "What comes next", tuple(parts))


def changed(picture: Picture, numbering: Numbering) -> Section:
    """What happened when: the dated facts, oldest first."""
    kinds = {"leads", "member_of", "part_of", "holds_office", "backed_by", "controls", "seats"}
    dated = [f for f in picture.state.facts if f.period is not None and f.kind not in kinds]
    lines = [
        Line(f"{say_period(f.period)}: {cap(say(f))}.", numbering.of_fact(f), f.standing.value)
        for f in sorted(dated, key=lambda f: (f.period.first_on if f.period else f.id, f.id))
    ]
    return Section(
        "timeline",
        "What changed, day by day",
        tuple(lines) or (Line("No report gives a day to anything that changed."),),
    )
