"""Pictures as SVG text, drawn here so that the same drawing serves page and file.

Lists are told apart by label and hatching as well as by colour; every drawing has a title and a
description for those who do not see it.
"""

from __future__ import annotations

import math
from html import escape
from typing import TYPE_CHECKING

from kutla.briefs.brief import Drawing

if TYPE_CHECKING:
    from kutla.coalitions import CoalitionPicture
    from kutla.state import Fact, State

# Okabe–Ito, which the colour-blind tell apart, darkened where white needs it
_COLOURS = ("#0b5394", "#b45309", "#00775a", "#8a3b76", "#a32a00", "#2f6f8f", "#6b6b00", "#4b3f8f")
_HATCHES = ("", "M0 4L4 0", "M0 0L4 4", "M2 0V4", "M0 2H4", "M0 4L4 0M0 0L4 4")
_WIDTH, _HEIGHT = 720, 380


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


def draw_bars(picture: CoalitionPicture) -> Drawing:
    """Draw the best sets as bars against the quota."""
    best = (picture.with_contested or picture.without_contested).best[:8] or ()
    ids = [group.id for group in picture.groups]
    most = max([picture.quota, *(each.seats for each in best)], default=picture.quota) * 1.06
    scale = 640 / most
    bars = []
    for row, each in enumerate(best):
        x, y = 40.0, 34 + row * 34
        for group in each.members:
            width = group.seats * scale
            bars.append(
                f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="24" fill="url(#b{ids.index(group.id)})" class="part"/>'
            )
            initials = _initials(group.label)
            if width > 11 * len(initials):
                bars.append(
                    f'<text x="{x + width / 2:.1f}" y="{y + 17}" class="in">{escape(initials)}</text>'
                )
            x += width
        bars.append(f'<text x="{x + 6:.1f}" y="{y + 17}" class="label">{each.seats}</text>')
    line = 40 + picture.quota * scale
    height = 46 + 34 * max(1, len(best))
    told = "; ".join(", ".join(g.label for g in each.members) + f" {each.seats}" for each in best)
    svg = (
        f'<svg viewBox="0 0 720 {height}" role="img" aria-labelledby="bars-t bars-d" class="bars">'
        f'<title id="bars-t">Sets of lists that reach {picture.quota}</title>'
        f'<desc id="bars-d">{escape(told or "none")}</desc>{_patterns(len(ids), "b")}{"".join(bars)}'
        f'<line x1="{line:.1f}" y1="22" x2="{line:.1f}" y2="{height - 8}" class="quota"/>'
        f'<text x="{line:.1f}" y="16" text-anchor="middle" class="label">{picture.quota} needed</text></svg>'
    )
    return Drawing(
        svg, f"The smallest sets of lists against the {picture.quota} needed: {told or 'none'}."
    )


def _initials(label: str) -> str:
    words = [word for word in label.split() if word[0].isupper()]
    if len(words) >= 3:
        return "".join(word[0] for word in words)
    return words[0][:9] if words else label[:6]
