"""A brief for the terminal: readable without colour, at any width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from kutla.briefs.brief import Brief, Line, Section, Table
from kutla.briefs.words import say_day, say_period, say_voice

if TYPE_CHECKING:
    from rich.console import Console

    from kutla.briefs.brief import Entry

_STYLES = {
    "contested": "bold yellow",
    "settled": "green",
    "superseded": "dim",
    "denied": "magenta",
    "anonymous": "magenta",
    "problem": "bold red",
    "flag": "yellow",
    "open": "yellow",
}


def print_brief(brief: Brief, console: Console) -> None:
    """Print the whole brief."""
    console.print()
    console.print(Text(_title(brief), style="bold"))
    console.print(Text(f"as known at {brief.known_at:%Y-%m-%d %H:%M %Z}", style="dim"))
    for line in brief.summary:
        console.print(Padding(Text(line.text), (0, 0, 0, 2)))
    for section in brief.sections:
        print_section(section, console)
    console.print()
    console.print(Text("Evidence", style="bold"))
    for entry in brief.evidence:
        console.print(Padding(_entry(entry), (0, 0, 0, 2)))


def _title(brief: Brief) -> str:
    return f"{brief.parliament.capitalize()}: the state of play on {say_day(brief.valid_on)}"


def print_section(section: Section, console: Console) -> None:
    """Print one section."""
    console.print()
    console.print(Text(section.title.upper(), style="bold"))
    for part in section.parts:
        if isinstance(part, Line):
            _print_line(part, console, 2)
        elif isinstance(part, Table):
            _print_table(part, console)


def _refs(numbers: tuple[int, ...]) -> str:
    return f" [{', '.join(map(str, numbers))}]" if numbers else ""


def _print_line(line: Line, console: Console, indent: int) -> None:
    text = Text(line.text)
    if line.mark and line.mark not in {"reported", "settled", "open", "flag", "contested"}:
        text.append(f" ({line.mark})", style=_STYLES.get(line.mark, ""))
    elif line.mark in _STYLES:
        text.stylize(_STYLES[line.mark])
    text.append(_refs(line.refs), style="dim")
    console.print(Padding(text, (0, 0, 0, indent)))
    for below in line.below:
        _print_line(below, console, indent + 3)


def _print_table(table: Table, console: Console) -> None:
    shown = RichTable(box=None, pad_edge=False, padding=(0, 2, 0, 0), title_justify="left")
    for index, column in enumerate(table.columns):
        shown.add_column(
            column, justify="right" if index in table.numeric else "left", overflow="fold"
        )
    if table.refs:
        shown.add_column("Claims", style="dim")
    for index, row in enumerate(table.rows):
        cells = list(row)
        if table.refs:
            cells.append(_refs(table.refs[index]).strip())
        shown.add_row(*(Text(cell) for cell in cells))
    console.print(Padding(Text(table.caption, style="italic"), (1, 0, 0, 2)))
    console.print(Padding(shown, (0, 0, 1, 2)))


def _entry(entry: Entry) -> Text:
    claim = entry.item.claim
    published = claim.reported
    said = f"[{entry.number}] {say_voice(entry.item)}, {say_period(published)}: "
    text = Text(said)
    text.append(f"“{' '.join(claim.quote.exact.split())}”", style="italic")
    place = f" ({claim.kind}, {claim.polarity.value}, {claim.modality.value}; certainty {claim.certainty:.2f}; "
    place += f"document {claim.quote.document_id} at {claim.quote.start}–{claim.quote.end})"
    text.append(place, style="dim")
    return text
