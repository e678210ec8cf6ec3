"""A brief as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.briefs.brief import Drawing, Line, Table
from kutla.briefs.words import say_day, say_period, say_voice

if TYPE_CHECKING:
    from kutla.briefs.brief import Brief, Entry


def render_markdown(brief: Brief) -> str:
    """Write the whole brief; claim numbers link to the evidence at the end."""
    out = [f"# {brief.parliament.capitalize()}: the state of play on {say_day(brief.valid_on)}", ""]
    out += [f"*As known at {brief.known_at:%Y-%m-%d %H:%M %Z}.*", ""]
    out += [f"- {line.text}" for line in brief.summary]
    for section in brief.sections:
        out += ["", f"## {section.title}", ""]
        for part in section.parts:
            out += _part(part)
    out += ["", "## Evidence", ""]
    out += [_entry(entry) for entry in brief.evidence]
    return "\n".join(out) + "\n"


def _part(part: Line | Table | Drawing) -> list[str]:
    if isinstance(part, Drawing):
        return []
    if isinstance(part, Line):
        return _line(part, 0)
    head = [*part.columns, *(["Claims"] if part.refs else [])]
    rows = [
        [*row, *([_refs(part.refs[index]).strip()] if part.refs else [])]
        for index, row in enumerate(part.rows)
    ]
    table = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    rule = "|" + "|".join("---" for _ in head) + "|"
    return ["", f"*{part.caption}*", "", "| " + " | ".join(head) + " |", rule, *table, ""]


def _line(line: Line, depth: int) -> list[str]:
    own = f"{'  ' * depth}- {line.text}{_refs(line.refs)}"
    return [own, *(text for below in line.below for text in _line(below, depth + 1))]


def _refs(numbers: tuple[int, ...]) -> str:
    return "".join(f" [[{number}]](#claim-{number})" for number in numbers)


def _entry(entry: Entry) -> str:
    claim = entry.item.claim
    quote = " ".join(claim.quote.exact.split())
    return (
        f'{entry.number}. <a id="claim-{entry.number}"></a>{say_voice(entry.item)}, '
        f"{say_period(claim.reported)}: “{quote}” ({claim.kind}, {claim.polarity.value}, "
        f"{claim.modality.value})"
    )
