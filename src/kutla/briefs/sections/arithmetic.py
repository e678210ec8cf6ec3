"""Which sets of lists reach the quota, and whom every one needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.briefs.brief import Drawing, Line, Section, Table
from kutla.briefs.drawings import draw_bars, draw_lattice
from kutla.briefs.sections.lines import count, nothing

if TYPE_CHECKING:
    from kutla.coalitions import Coalition, CoalitionPicture
    from kutla.coalitions.questions import Outlook
    from kutla.pipeline import Picture


def arithmetic(picture: Picture) -> Section:
    """Which sets of lists reach the quota under what was refused, and whom every one needs."""
    found = picture.coalitions
    parts: list[Line | Table | Drawing] = []
    if not found.groups:
        return Section(
            "arithmetic", "Who can reach the quota", (nothing("seats, so nothing can be counted"),)
        )
    labels = {group.id: group.label for group in found.groups}
    for each in found.refusals:
        names = " and ".join(sorted(labels[group] for group in each.groups))
        parts.append(
            Line(f"{names} refuse each other{', which is contested' if each.is_contested else ''}.")
        )
    if not found.refusals:
        parts.append(Line("No report says that two lists with seats refuse each other."))
    parts += _readings(found)
    best = (found.with_contested or found.without_contested).best
    parts.insert(0, draw_bars(best, found.groups, found.quota))
    if best:
        parts.append(draw_lattice(best, found.quota))
    if found.unaccounted:
        parts.append(
            Line(f"{found.unaccounted} seats that no report gives to anybody are in no set here.")
        )
    return Section("arithmetic", "Who can reach the quota", tuple(parts))


def _readings(found: CoalitionPicture) -> list[Line | Table]:
    parts: list[Line | Table] = []
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
    return parts


def _outlook_words(quota: int, outlook: Outlook) -> str:
    if not outlook.winning:
        return f"No set of the reported lists reaches {quota}."
    return (
        f"{count(outlook.winning, 'set')} of lists reach {quota}; in "
        f"{count(outlook.minimal, 'of them no list can be spared', 'of them no list can be spared')}."
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
