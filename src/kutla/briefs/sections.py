"""The sections of a brief, each read off the picture; no parliament is named in this file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.briefs.brief import Drawing, Line, Section, Table
from kutla.briefs.drawings import draw_bars, draw_hemicycle
from kutla.briefs.words import (
    say,
    say_day,
    say_period,
    say_reading,
    say_voice,
    say_voices,
    seats_in_words,
)
from kutla.claims import Polarity
from kutla.state import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kutla.briefs.numbering import Numbering
    from kutla.coalitions import Coalition
    from kutla.coalitions.questions import Outlook
    from kutla.documents import Document
    from kutla.pipeline import Picture
    from kutla.state import Fact, State

_SHORT = 60


def reports(picture: Picture) -> Section:
    """What was read: files and stories, what is a copy, what was cut away and why."""
    documents = {document.id: document for document in picture.documents}
    rows = []
    for number, story in enumerate(picture.stories, start=1):
        for position, document_id in enumerate(story.document_ids):
            document = documents[document_id]
            label = str(number) if position == 0 else f"{number} (copy)"
            rows.append((label, *_report_row(document)))
    copies = sum(len(story.document_ids) - 1 for story in picture.stories)
    files, stories = len(picture.documents), len(picture.stories)
    told = (
        f"{_count(files, 'report')}, {_count(stories, 'independent story', 'independent stories')}"
    )
    if copies:
        told += f"; {_count(copies, 'is a copy', 'are copies')} of another and adds no voice"
    unread = [Line(f"Not read: {item.message}", mark="problem") for item in picture.unread]
    columns = ("Story", "Outlet", "Report", "Published", "Cut away")
    table = Table("Reports and what was cut away from them", columns, tuple(rows))
    return Section("reports", "The reports", (Line(told + "."), table, *unread))


def _report_row(document: Document) -> tuple[str, str, str, str]:
    published = document.published
    day = say_period(published.period) if published.period else "day open"
    why = (
        published.reason
        if not published.is_exact
        else published.date_source.value
        if published.date_source
        else ""
    )
    outlet = document.outlet.name if document.outlet else "outlet unknown"
    if document.credits:
        outlet += f" (credits {', '.join(document.credits)})"
    counts: dict[str, int] = {}
    for dropped in document.dropped:
        counts[dropped.reason.value] = (
            counts.get(dropped.reason.value, 0) + dropped.end - dropped.start
        )
    cut = "; ".join(f"{reason} ({size} characters)" for reason, size in counts.items())
    title = document.headline or document.address.rsplit("/", 1)[-1]
    return outlet, title, f"{day} — {why}" if why else day, cut or "nothing"


def seats(picture: Picture, numbering: Numbering) -> Section:
    """Who holds what: every figure with who gives it, what is missing, how far to the quota."""
    state = picture.state
    rows, refs = [], []
    for fact in state.seats.rows:
        name = fact.subject.name if fact.subject.is_resolved else f"“{fact.subject.name}”"
        figures = " or ".join(str(a.value) for a in fact.alternatives)
        stories = ", ".join(str(a.stories) for a in fact.alternatives)
        rows.append(
            (
                name,
                figures,
                stories,
                fact.standing.value,
                say_voices((*fact.support, *fact.dissent)),
            )
        )
        refs.append(numbering.of_fact(fact))
    total = next((a.total for f in state.seats.rows for a in f.alternatives if a.total), None)
    parts: list[Line | Table | Drawing] = []
    if not rows:
        return Section(
            "seats", "Who holds what", (Line("No report gives any list a number of seats."),)
        )
    held = f", election of {say_day(state.seats.election_on)}" if state.seats.election_on else ""
    parts.append(draw_hemicycle(state))
    columns = ("List", "Seats", "Stories", "Standing", "Who says so")
    caption = f"Reported seats of the {state.chamber.name}{held}"
    parts.append(Table(caption, columns, tuple(rows), tuple(refs), frozenset({1, 2})))
    accounted = f"Together {state.seats.accounted} of {state.chamber.seats} seats are reported"
    if state.seats.unaccounted > 0:
        accounted += f"; {state.seats.unaccounted} are reported for nobody"
    if total is not None and total != state.chamber.seats:
        accounted += f". A report gives the house {total} seats"
    parts.append(Line(accounted + "."))
    parts.append(_first_lacks(picture))
    parts += _flags(
        picture,
        numbering,
        "list-named-twice",
        "name-not-matched",
        "seats-do-not-add-up",
        only_seats=True,
    )
    return Section("seats", "Who holds what", tuple(parts))


def _first_lacks(picture: Picture) -> Line:
    arithmetic = picture.coalitions
    if arithmetic.first is None:
        return Line(f"An absolute majority takes {arithmetic.quota} seats.")
    first = arithmetic.first
    if arithmetic.first_lacks <= 0:
        return Line(
            f"{first.label} alone has the {arithmetic.quota} seats of an absolute majority."
        )
    return Line(
        f"No list is near the {arithmetic.quota} seats of an absolute majority: {first.label}, "
        f"the first, has {first.seats} and lacks {arithmetic.first_lacks}."
        if first.seats * 2 < arithmetic.quota
        else f"{first.label}, the first list, has {first.seats} of the {arithmetic.quota} seats "
        f"of an absolute majority and lacks {arithmetic.first_lacks}."
    )


def _flags(
    picture: Picture, numbering: Numbering, *codes: str, only_seats: bool = False
) -> list[Line]:
    seat_claims = {
        i.claim.id for row in picture.state.seats.rows for i in (*row.support, *row.dissent)
    }
    lines = []
    for problem in picture.state.problems:
        if problem.code not in codes or (only_seats and not set(problem.claim_ids) & seat_claims):
            continue
        lines.append(
            Line(
                _sentence(problem.message),
                _refs_of(picture.state, numbering, problem.claim_ids),
                "flag",
            )
        )
    return lines


def _refs_of(state: State, numbering: Numbering, claim_ids: tuple[str, ...]) -> tuple[int, ...]:
    wanted = set(claim_ids)
    return numbering.of(
        item
        for fact in state.facts
        for item in (*fact.support, *fact.dissent)
        if item.claim.id in wanted
    )


def alliances(picture: Picture, numbering: Numbering) -> Section:
    """Who is with whom: make-up and leaders, blocs, talks, refusals, with their days."""
    state = picture.state
    parts: list[Line | Table | Drawing] = []
    for bloc in state.blocs:
        if bloc.size is not None:
            parts.append(_size_line(bloc.referent.name, bloc.size, numbering))
    kinds = (
        "forms_bloc",
        "joins_bloc",
        "refuses_bloc",
        "leaves_bloc",
        "negotiates_with",
        "part_of",
    )
    parts += _lines(state.of_kind(*kinds), numbering)
    parts += _lines(state.of_kind("supports", "opposes"), numbering)
    leaders = _lines(state.of_kind("leads", "member_of", "backed_by"), numbering)
    if leaders:
        parts.append(Line("Who leads and belongs to what:", below=tuple(leaders)))
    return Section(
        "alliances", "Who is with whom", tuple(parts) or (_nothing("alliances or talks"),)
    )


def _size_line(name: str, size: Fact, numbering: Numbering) -> Line:
    figures = " or ".join(
        seats_in_words(a.value, None).replace("seat", "member") for a in size.alternatives
    )
    return Line(
        f"The {name} is said to have {figures}, says {say_voices(size.support)}.",
        numbering.of_fact(size),
        size.standing.value,
    )


def _lines(facts: Iterable[Fact], numbering: Numbering) -> list[Line]:
    ordered = sorted(facts, key=lambda f: f.period.first_on if f.period else _reported(f))
    return [fact_line(fact, numbering) for fact in ordered]


def _reported(fact: Fact) -> date:
    from datetime import date as day  # noqa: PLC0415

    days = [i.claim.reported.first_on for i in fact.support if i.claim.reported]
    return min(days) if days else day.max


def fact_line(fact: Fact, numbering: Numbering) -> Line:
    """Say a fact, when, on whose word; a contested one with each side and its words."""
    when = f" ({_when(fact)})"
    if fact.is_contested:
        sides = tuple(
            Line(
                f"{_cap(say_reading(fact, side))}: {_said(side.evidence[0])}",
                numbering.of(side.evidence),
            )
            for side in fact.alternatives
        )
        return Line(f"Contested{when}: {say(fact)}?", numbering.of_fact(fact), "contested", sides)
    text = f"{_cap(say(fact))}{when}, says {say_voices(fact.support)}."
    return Line(text, numbering.of_fact(fact), fact.standing.value)


def _said(item: object) -> str:
    from kutla.state import Evidence  # noqa: PLC0415

    if not isinstance(item, Evidence):
        raise TypeError("a side is told by its evidence")
    return f"{say_voice(item)}: “{_shorten(item.claim.quote.exact)}”"


def _shorten(text: str, most: int = 160) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + " …"


def _when(fact: Fact) -> str:
    if fact.period is not None:
        return say_period(fact.period)
    reported = [i.claim.reported for i in fact.support if i.claim.reported is not None]
    if reported:
        exact = [p for p in reported if p.is_day]
        return f"reported {say_period(exact[0] if exact else reported[0])}"
    return "day open"


def _cap(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sentence(text: str) -> str:
    return _cap(text) if text.endswith((".", "”")) else f"{_cap(text)}."


def _nothing(what: str) -> Line:
    return Line(f"No report speaks of {what}.")


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def offices(picture: Picture, numbering: Numbering) -> Section:
    """Who wants, is named for, holds and leaves which office; who controls a ministry."""
    state = picture.state
    wanted = _lines(
        state.of_kind(
            "candidate_for", "withdraws_candidacy", "nominated_for", "appointed_to", "resigns"
        ),
        numbering,
    )
    held = [
        _holder_line(f, numbering) for f in sorted(state.of_kind("holds_office"), key=_reported)
    ]
    controls = _lines(state.of_kind("controls"), numbering)
    parts = [*wanted, *held, *controls]
    return Section("offices", "Offices and candidacies", tuple(parts) or (_nothing("offices"),))


def _holder_line(fact: Fact, numbering: Numbering) -> Line:
    verb = "was" if fact.standing is Standing.SUPERSEDED else "is"
    office = fact.object.name if fact.object else "in office"
    ended = f" — {fact.reason}" if fact.standing is Standing.SUPERSEDED else ""
    text = f"{fact.subject.name} {verb} {office} ({_when(fact)}), says {say_voices(fact.support)}{ended}."
    return Line(text, numbering.of_fact(fact), fact.standing.value)


def denials(picture: Picture, numbering: Numbering) -> Section:
    """Everything denied, beside the account it denies, with the chain of authority."""
    lines = []
    for fact in picture.state.facts:
        denied = [a for a in fact.alternatives if a.polarity is Polarity.DENIED]
        if not denied:
            continue
        sides = [
            Line(
                f"{'Denied' if side.polarity is Polarity.DENIED else 'Said'} — {_chain(item)}: “{_shorten(item.claim.quote.exact)}”",
                numbering.of([item]),
            )
            for side in fact.alternatives
            for item in side.evidence
            if item.is_counted or side.polarity is not Polarity.DENIED
        ]
        about = f"{fact.subject.name} and {fact.object.name}" if fact.object else fact.subject.name
        topic = fact.kind.replace("_", " ")
        lines.append(
            Line(f"{about}: {topic}.", numbering.of_fact(fact), fact.standing.value, tuple(sides))
        )
    return Section("denials", "Denials", tuple(lines) or (_nothing("a denial"),))


def _chain(item: object) -> str:
    from kutla.state import Evidence  # noqa: PLC0415

    if not isinstance(item, Evidence):
        raise TypeError("a chain is told by its evidence")
    voices = [
        voice.name + (" (not named)" if voice.is_anonymous else "")
        for voice in item.claim.attribution
    ]
    return " → ".join(voices) or item.outlet or "the report itself"


def pressure(picture: Picture, numbering: Numbering) -> Section:
    """Force, accusations, threats, and moves against a government."""
    kinds = (
        "confidence_vote",
        "raids",
        "detains",
        "releases",
        "attacks",
        "accuses",
        "threatens",
        "event_other",
    )
    parts = _lines(picture.state.of_kind(*kinds), numbering)
    marked = tuple(_mark_anonymous(line, picture.state, numbering) for line in parts)
    return Section("pressure", "Pressure and force", marked or (_nothing("pressure or force"),))


def _mark_anonymous(line: Line, state: State, numbering: Numbering) -> Line:
    for fact in state.facts:
        if numbering.of_fact(fact) == line.refs and all(i.claim.is_anonymous for i in fact.support):
            return Line(
                f"{line.text} Nobody is named as the source.", line.refs, "anonymous", line.below
            )
    return line


def arithmetic(picture: Picture) -> Section:
    """Which sets of lists reach the quota under what was refused, and whom every one needs."""
    found = picture.coalitions
    parts: list[Line | Table | Drawing] = []
    if not found.groups:
        return Section(
            "arithmetic", "Who can reach the quota", (_nothing("seats, so nothing can be counted"),)
        )
    labels = {group.id: group.label for group in found.groups}
    for each in found.refusals:
        names = " and ".join(sorted(labels[group] for group in each.groups))
        parts.append(
            Line(f"{names} refuse each other{', which is contested' if each.is_contested else ''}.")
        )
    if not found.refusals:
        parts.append(Line("No report says that two lists with seats refuse each other."))
    readings = [("", found.without_contested)]
    if found.with_contested is not None:
        readings = [
            ("Heeding only what nobody contests", found.without_contested),
            ("Heeding the contested refusals too", found.with_contested),
        ]
    for title, answer in readings:
        if title:
            parts.append(Line(f"{title}:"))
        if answer.outlook is None:
            parts.append(Line(answer.why_not))
            continue
        parts.append(Line(_outlook_words(found.quota, answer.outlook)))
        needed = [group.label for group in answer.outlook.needed_by_all]
        parts.append(Line(_needed_words(needed, has_any=bool(answer.best))))
        if answer.best:
            parts.append(_best_table(answer.best))
    parts.insert(0, draw_bars(found))
    if found.unaccounted:
        parts.append(
            Line(f"{found.unaccounted} seats that no report gives to anybody are in no set here.")
        )
    return Section("arithmetic", "Who can reach the quota", tuple(parts))


def _outlook_words(quota: int, outlook: Outlook) -> str:
    if not outlook.winning:
        return f"No set of the reported lists reaches {quota}."
    return (
        f"{_count(outlook.winning, 'set')} of lists reach {quota}; in "
        f"{_count(outlook.minimal, 'of them no list can be spared', 'of them no list can be spared')}."
    )


def _needed_words(needed: list[str], *, has_any: bool) -> str:
    if not has_any:
        return "So nobody is needed by every one: there is none."
    if not needed:
        return "No list is needed by every one of them."
    return f"Every one of them needs {' and '.join(needed)}."


def _best_table(best: tuple[Coalition, ...]) -> Table:
    rows = tuple(
        (
            ", ".join(f"{g.label} {g.seats}" for g in each.members),
            str(each.seats),
            str(each.surplus),
        )
        for each in best
    )
    caption = "The smallest sets that reach the quota: fewest lists first, then least surplus"
    return Table(caption, ("Lists", "Seats", "Surplus"), rows, (), frozenset({1, 2}))


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
        return f"How many seats {fact.subject.name} holds"
    return f"Whether {say(fact)}"


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
            due += f" — {_count(option.overdue_days, 'day')} overdue"
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
            f"Missed: {m.rule.title} was due on {say_day(m.due_on)}{f', done on {say_day(m.done_on)}' if m.done_on else ', not done yet'} ({_count(m.late_days, 'day')} late)."
        )
        for m in stage.missed
    ]
    parts += [_with_plan(fact, numbering) for fact in stage.plans]
    if stage.reading is not None:
        others = (
            "; other readings: " + "; ".join(r.name for r in stage.other_readings)
            if stage.other_readings
            else ""
        )
        parts.append(
            Line(f"“{_cap(stage.reading.subject)}” is read as by the {stage.reading.name}{others}.")
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


def _with_plan(fact: Fact, numbering: Numbering) -> Line:
    line = fact_line(fact, numbering)
    return Line(f"Planned: {line.text}", line.refs, line.mark, line.below)


def changed(picture: Picture, numbering: Numbering) -> Section:
    """What happened when: the dated facts, oldest first."""
    kinds = {"leads", "member_of", "part_of", "holds_office", "backed_by", "controls", "seats"}
    dated = [f for f in picture.state.facts if f.period is not None and f.kind not in kinds]
    lines = [
        Line(f"{say_period(f.period)}: {_cap(say(f))}.", numbering.of_fact(f), f.standing.value)
        for f in sorted(dated, key=lambda f: (f.period.first_on if f.period else f.id, f.id))  # type: ignore[return-value, arg-type]
    ]
    return Section(
        "timeline",
        "What changed, day by day",
        tuple(lines) or (Line("No report gives a day to anything that changed."),),
    )


def questions(picture: Picture, numbering: Numbering) -> Section:
    """What stays open: names nobody knows, days nobody gives, sums that do not add up."""
    lines = [
        Line(
            _sentence(problem.message),
            _refs_of(picture.state, numbering, problem.claim_ids),
            "open",
        )
        for problem in (*picture.state.problems, *picture.coalitions.problems)
    ]
    return Section("open", "Open questions", tuple(lines) or (Line("None."),))
