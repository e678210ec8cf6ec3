"""Pictures as SVG text, drawn here so that the same drawing serves page and file.

Lists are told apart by label and hatching as well as by colour; every drawing has a title and a
description for those who do not see it.
"""

from __future__ import annotations

import math
from html import escape
from typing import TYPE_CHECKING

from kutla.briefs.brief import Drawing
from kutla.coalitions import by_seats

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kutla.coalitions import Coalition, Group
    from kutla.state import Fact, State

# Okabe–Ito, which the colour-blind tell apart, darkened where white needs it
_COLOURS = ("#0b5394", "#b45309", "#00775a", "#8a3b76", "#a32a00", "#2f6f8f", "#6b6b00", "#4b3f8f")
_HATCHES = ("", "M0 4L4 0", "M0 0L4 4", "M2 0V4", "M0 2H4", "M0 4L4 0M0 0L4 4")
_WIDTH, _HEIGHT = 720, 380
_STYLE = (
    "svg{background:#fff}text{font:13px system-ui,sans-serif;fill:#1a1a1a}"
    ".in{fill:#fff;text-anchor:middle;font-weight:600;paint-order:stroke;stroke:#0009;"
    "stroke-width:3px}.quota{stroke:#1a1a1a;stroke-width:2;"
    "stroke-dasharray:5 4}.part{stroke:#fff;stroke-width:1.5}.band{fill:#888;opacity:.12}"
    ".tie{stroke:#1a1a1a;stroke-width:2}.member{fill:#1a1a1a}.absent{fill:#888;opacity:.5}"
)


def _style(index: int) -> tuple[str, str]:
    return _COLOURS[index % len(_COLOURS)], _HATCHES[
        (index // len(_COLOURS) + index) % len(_HATCHES)
    ]


def _patterns(count: int, prefix: str) -> str:
    found = []
    for index in range(count):
        colour, hatch = _style(index)
        lines = f'<path d="{hatch}" stroke="#fff" stroke-width="1.1" fill="none"/>' if hatch else ""
        found.append(
            f'<pattern id="{prefix}{index}" width="4" height="4" patternUnits="userSpaceOnUse">'
            f'<rect width="4" height="4" fill="{colour}"/>{lines}</pattern>'
        )
    return f"<defs>{''.join(found)}</defs>"


def seat_places(seats: int) -> list[tuple[float, float]]:
    """Give a place in a half circle for each seat, from left to right; radius between .4 and 1."""
    rows = max(1, round(math.sqrt(seats / 4.2)))
    radii = [0.42 + 0.58 * row / max(1, rows - 1) for row in range(rows)] if rows > 1 else [0.8]
    shares = [seats * radius / sum(radii) for radius in radii]
    counts = [math.floor(share) for share in shares]
    by_rest = sorted(range(rows), key=lambda row: shares[row] - counts[row], reverse=True)
    for row in by_rest[: seats - sum(counts)]:
        counts[row] += 1
    places = []
    for radius, count in zip(radii, counts, strict=True):
        for seat in range(count):
            angle = math.pi * (1 - (seat + 0.5) / count)
            places.append((angle, radius))
    places.sort(key=lambda place: (-place[0], place[1]))
    return [(math.cos(angle) * radius, math.sin(angle) * radius) for angle, radius in places]


def draw_hemicycle(state: State) -> Drawing:
    """Draw the chamber: reported seats by list, seats reported for nobody hollow."""
    rows = [row for row in state.seats.rows if row.value]
    owners = [index for index, row in enumerate(rows) for _ in range(row.value or 0)]
    owners = owners[: state.chamber.seats]
    places = seat_places(state.chamber.seats)
    radius = 0.36 * 310 * math.sqrt(4.2 / state.chamber.seats) / 1.9
    dots = []
    for seat, (x, y) in enumerate(places):
        cx, cy = 360 + x * 310, 330 - y * 310
        fill = f'fill="url(#h{owners[seat]})"' if seat < len(owners) else 'class="hollow"'
        dots.append(f'<circle cx="{cx:.1f}" cy="{cy:.1f}" r="{max(2.4, radius):.1f}" {fill}/>')
    labels = _labels(rows, owners, places)
    told = ", ".join(f"{row.subject.name} {row.value}" for row in rows)
    described = (
        f"{told}; {max(0, state.seats.unaccounted)} of {state.chamber.seats} reported for nobody"
    )
    svg = (
        f'<svg viewBox="-40 -14 800 {_HEIGHT}" role="img" aria-labelledby="hemi-t hemi-d" class="hemicycle">'
        f'<title id="hemi-t">The {escape(state.chamber.name)} by reported seats</title>'
        f'<desc id="hemi-d">{escape(described)}</desc>{_patterns(len(rows), "h")}{"".join(dots)}'
        f'<text x="360" y="322" class="big">{state.seats.accounted}</text>'
        f'<text x="360" y="346" class="small">of {state.chamber.seats} seats reported</text>{labels}</svg>'
    )
    return Drawing(svg, f"The chamber by reported seats: {described}.")


def _labels(rows: list[Fact], owners: list[int], places: list[tuple[float, float]]) -> str:
    found = []
    for index, row in enumerate(rows):
        own = [place for place, owner in zip(places, owners, strict=False) if owner == index]
        if len(own) < len(places) * 0.035:
            continue
        angle = sum(math.atan2(y, x) for x, y in own) / len(own)
        x, y = 360 + math.cos(angle) * 332, 326 - math.sin(angle) * 332
        anchor = (
            "middle" if abs(math.cos(angle)) < 0.25 else "end" if math.cos(angle) < 0 else "start"
        )
        short = _short(row.subject.name)
        found.append(
            f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" class="label">{escape(short)} {row.value}</text>'
        )
    return "".join(found)


_TAILS = (" Alliance", " Coalition", " Movement", " Party", " Bloc", " List")
_LONGEST = 18


def _short(name: str) -> str:
    """A label for a drawing: the name without its noun, or initials where that is still long."""
    if name.endswith(" Party") and len(name) > _LONGEST:
        return _initials(name)
    for tail in _TAILS:
        name = name.removesuffix(tail)
    return name if len(name) <= _LONGEST else _initials(name)


def draw_bars(
    best: Sequence[Coalition], groups: Sequence[Group], quota: int, *, most: int = 8
) -> Drawing:
    """Draw sets as bars against the quota, at most so many of them."""
    best = best[:most]
    ids = [group.id for group in groups]
    widest = max([quota, *(each.seats for each in best)], default=quota) * 1.06
    scale = 640 / widest
    bars = []
    for row, each in enumerate(best):
        x, y = 40.0, 34 + row * 34
        for group in each.members:
            width = group.seats * scale
            bars.append(
                f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="24" fill="url(#b{ids.index(group.id)})" class="part"/>'
            )
            initials = _initials(group.label)
            if width <= 11 * len(initials):
                initials = "".join(word[0] for word in group.label.split() if word[0].isupper())
            if initials and width > 11 * len(initials):
                bars.append(
                    f'<text x="{x + width / 2:.1f}" y="{y + 17}" class="in">{escape(initials)}</text>'
                )
            x += width
        bars.append(f'<text x="{x + 6:.1f}" y="{y + 17}" class="label">{each.seats}</text>')
    line = 40 + quota * scale
    height = 46 + 34 * max(1, len(best))
    told = "; ".join(", ".join(g.label for g in each.members) + f" {each.seats}" for each in best)
    svg = (
        f'<svg viewBox="0 0 720 {height}" role="img" aria-labelledby="bars-t bars-d" class="bars">'
        f'<title id="bars-t">Sets of lists that reach {quota}</title>'
        f'<desc id="bars-d">{escape(told or "none")}</desc>{_patterns(len(ids), "b")}{"".join(bars)}'
        f'<line x1="{line:.1f}" y1="22" x2="{line:.1f}" y2="{height - 8}" class="quota"/>'
        f'<text x="{line:.1f}" y="16" text-anchor="middle" class="label">{quota} needed</text></svg>'
    )
    return Drawing(svg, f"The smallest sets of lists against the {quota} needed: {told or 'none'}.")


def stand_alone(drawing: Drawing) -> str:
    """Give a drawing as a file of its own: with its name space and its styles."""
    head, _, rest = drawing.svg.partition(">")
    return f'{head} xmlns="http://www.w3.org/2000/svg"><style>{_STYLE}</style>{rest}\n'


def draw_lattice(best: Sequence[Coalition], quota: int) -> Drawing:
    """Draw who sits in which of the best sets: a column a set, a row a list, a dot a member."""
    groups = by_seats({group for each in best for group in each.members})
    left = 40 + round(7.6 * max((len(group.label) for group in groups), default=0))
    step, top = 34, 40
    parts = []
    for row, group in enumerate(groups):
        y = top + row * 24
        inside = sum(group in each.members for each in best)
        parts.append(
            f'<text x="{left - 14}" y="{y + 4}" text-anchor="end" class="label">{escape(group.label)} {group.seats}</text>'
        )
        if row % 2 == 0:
            parts.append(
                f'<rect x="{left - 8}" y="{y - 12}" width="{len(best) * step + 8}" height="24" class="band"/>'
            )
        parts.append(
            f'<text x="{left + len(best) * step + 8}" y="{y + 4}" class="label">{inside}</text>'
        )
    rows = {group: row for row, group in enumerate(groups)}
    for column, each in enumerate(best):
        x = left + 12 + column * step
        places = sorted(top + rows[group] * 24 for group in each.members)
        parts.append(f'<text x="{x}" y="18" text-anchor="middle" class="label">{each.seats}</text>')
        parts.append(f'<line x1="{x}" y1="{places[0]}" x2="{x}" y2="{places[-1]}" class="tie"/>')
        parts += [f'<circle cx="{x}" cy="{y}" r="6" class="member"/>' for y in places]
        others = [top + row * 24 for row in range(len(groups))]
        parts += [
            f'<circle cx="{x}" cy="{y}" r="3" class="absent"/>' for y in others if y not in places
        ]
    width, height = left + len(best) * step + 40, top + 24 * len(groups) + 4
    told = "; ".join(", ".join(g.label for g in each.members) + f" {each.seats}" for each in best)
    svg = (
        f'<svg viewBox="0 0 {width} {height}" role="img" aria-labelledby="lat-t lat-d" class="lattice">'
        f'<title id="lat-t">Who sits in which set</title><desc id="lat-d">{escape(told or "none")}</desc>'
        f"{''.join(parts)}</svg>"
    )
    return Drawing(
        svg,
        f"Who sits in which of the {len(best)} best sets that reach {quota}: {told or 'none'}.",
    )


def _initials(label: str) -> str:
    words = [word for word in label.split() if word[0].isupper()]
    if len(words) >= 3:
        return "".join(word[0] for word in words)
    return words[0][:9] if words else label[:6]
