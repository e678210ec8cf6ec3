"""The forecast in a brief and on its own: always with its base rates, refused with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.briefs.brief import Line, Section, Table
from kutla.briefs.words import say_day
from kutla.errors import KutlaError
from kutla.forecast.answer import answer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kutla.coalitions import Group
    from kutla.forecast.answer import Answer
    from kutla.forecast.news import Signal
    from kutla.pipeline import Picture

TITLE = "Who may govern"
_SHOWN = 8


def likely(picture: Picture, *, limit: int = 3) -> Section:
    """Write the forecast as part of a brief; where it is refused, why."""
    if picture.register is None:
        return Section("forecast", TITLE, (Line("No forecast: who governed before is not known."),))
    try:
        found = answer(picture.state, picture.register, limit=limit)
    except KutlaError as error:
        return Section("forecast", TITLE, (Line(f"No forecast: {error}"),))
    return forecast_section(found)


def forecast_section(found: Answer) -> Section:
    """Write a forecast with all that belongs beside it."""
    told = found.forecast
    label = {each.group.id: each.group.label for each in found.ground.contenders}
    rows = tuple(
        (
            _percent(one.probability),
            str(one.seats),
            f"{found.ground.quota - one.seats} short" if one.is_minority else "",
            say_members(one.members),
        )
        for one in told.outcomes
    )
    parts: list[Line | Table] = [
        Line(f"Seats: {found.ground.seats_from}.{_aside(found)}"),
        Table(
            "Likeliest governments",
            ("probability", "seats", "", "make-up"),
            rows,
            (),
            frozenset({0, 1}),
        ),
    ]
    if told.again is not None:
        same = f"The last cabinet's make-up again ({say_members(told.again.members)})"
        parts.append(Line(f"{same}: {_percent(told.again.probability)}."))
    parts.append(Line(f"The next prime minister's list: {_ranked(told.leads[:5])}."))
    parts.append(Line(f"In the government: {_ranked(told.sits[:6])}."))
    if found.no_government:
        parts.append(Line(f"Still no government: {_days(found.no_government)}."))
    if found.falls:
        parts.append(
            Line(f"The sitting government falls before an election: {_days(found.falls)}.")
        )
    parts += _news(found, label)
    parts.append(
        Line(
            "How often such forecasts were right", below=tuple(Line(each) for each in told.cautions)
        )
    )
    return Section("forecast", TITLE, tuple(parts))


def _aside(found: Answer) -> str:
    left = found.ground.aside
    if not left:
        return ""
    seats = sum(each.seats for each in left)
    return (
        f" {len(left)} small lists and independents with {seats} seats are put aside: any may join."
    )


def _news(found: Answer, label: dict[str, str]) -> list[Line]:
    lines = []
    heeded = sorted(found.ground.signals, key=lambda each: -abs(each.log_odds))
    if heeded:
        below = tuple(Line(_signal(each, label)) for each in heeded[:_SHOWN])
        more = f", the strongest {_SHOWN} of {len(heeded)}" if len(heeded) > _SHOWN else ""
        lines.append(Line(f"What was said that moves the odds{more}", below=below))
        shown = "; ".join(f"× {heed:g}: {_percent(value)}" for heed, value in found.sensitivity)
        lines.append(Line(f"The first, with the news weighed {shown}."))
    else:
        lines.append(
            Line("Nothing that was said moves the odds: this is the arithmetic and the record.")
        )
    if found.before is not None:
        was = "" if found.was is None else f" (the first was at {_percent(found.was)})"
        below = (
            *(Line(f"new: {_signal(each, label)}") for each in found.moved[:_SHOWN]),
            *(Line(f"gone: {_signal(each, label)}") for each in found.gone[:_SHOWN]),
        )
        said = "What moved it" if below else "Nothing moved it"
        lines.append(Line(f"{said} since {say_day(found.before)}{was}", below=below))
    return lines


def _signal(signal: Signal, label: dict[str, str]) -> str:
    who = " + ".join(sorted(label.get(each, each) for each in signal.groups))
    return f"{signal.log_odds:+.2f} {signal.kind}: {who}. {signal.why}"


def say_members(members: Sequence[Group]) -> str:
    """Give the members of a government in a row."""
    return " + ".join(group.label for group in members)


def _ranked(chances: Sequence[tuple[Group, float]]) -> str:
    return ", ".join(f"{group.label} {_percent(chance)}" for group, chance in chances)


def _days(chances: Sequence[tuple[int, float]]) -> str:
    return ", ".join(f"in {days} days {_percent(chance)}" for days, chance in chances)


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %" if share < 0.1 else f"{100 * share:.0f} %"
