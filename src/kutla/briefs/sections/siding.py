"""Who is with whom: blocs, talks, refusals, stances, leaders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.briefs.brief import Drawing, Line, Section, Table
from kutla.briefs.sections.lines import lines_of, nothing
from kutla.briefs.words import say_who, seats_in_words

if TYPE_CHECKING:
    from kutla.briefs.numbering import Numbering
    from kutla.pipeline import Picture
    from kutla.state import Fact


def alliances(picture: Picture, numbering: Numbering) -> Section:
    """Who is with whom: make-up and leaders, blocs, talks, refusals, with their days."""
    state = picture.state
    parts: list[Line | Table | Drawing] = []
    parts.extend(
        _size_line(bloc.referent.name, bloc.size, numbering)
        for bloc in state.blocs
        if bloc.size is not None
    )
    kinds = (
        "forms_bloc",
        "joins_bloc",
        "refuses_bloc",
        "leaves_bloc",
        "negotiates_with",
        "part_of",
    )
    parts += lines_of(state.of_kind(*kinds), numbering)
    parts += lines_of(state.of_kind("supports", "opposes"), numbering)
    leaders = lines_of(state.of_kind("leads", "member_of", "backed_by"), numbering)
    if leaders:
        parts.append(Line("Who leads and belongs to what:", below=tuple(leaders)))
    return Section(
        "alliances", "Who is with whom", tuple(parts) or (nothing("alliances or talks"),)
    )


def _size_line(name: str, size: Fact, numbering: Numbering) -> Line:
    figures = " or ".join(
        seats_in_words(a.value, None).replace("seat", "member") for a in size.alternatives
    )
    return Line(
        f"The {name} is said to have {figures}, {say_who(size.support)}.",
        numbering.of_fact(size),
        size.standing.value,
    )
