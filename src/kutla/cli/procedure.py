"""``kutla procedure``: the stage of the constitution's procedure on a day."""

from __future__ import annotations

import json
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kutla.cli.common import (
    DEFAULTS,
    KnownAt,
    LedgerPath,
    Parliament,
    ValidOn,
    open_picture,
    place_of,
)
from kutla.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from kutla.pipeline import Picture
    from kutla.procedure.reaching import Largest, Reach
    from kutla.procedure.simulating import Branch


def procedure(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[PARLIAMENT]", help="As --parliament.", show_default=False),
    ] = None,
    ledger: LedgerPath = DEFAULTS.ledger,
    parliament: Parliament = DEFAULTS.parliament,
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
    simulate: Annotated[
        bool, typer.Option("--simulate", help="Walk what can follow, as a tree with dates.")
    ] = False,
    depth: Annotated[
        int, typer.Option("--depth", min=1, max=12, help="Steps that --simulate looks ahead.")
    ] = 6,
    ics: Annotated[
        Path | None, typer.Option("--ics", help="Write what is due as a calendar file.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Say the stage, what is due by when, who may act, which majority it takes and who has it.

    Without a ledger --valid-on is needed, and the recorded dates of the parliament alone tell.
    """
    from rich.console import Console

    from kutla.briefs import print_section
    from kutla.briefs.numbering import Numbering
    from kutla.briefs.sections import next_steps
    from kutla.pipeline import procedure_of
    from kutla.procedure.calendar import make_calendar
    from kutla.procedure.reaching import largest_blocs, reaches
    from kutla.procedure.simulating import simulate as walk

    chosen = parliament if name is None else place_of(name)
    with _seen(ledger, chosen, valid_on, known_at) as seen:
        day = seen.state.valid_on
        branches = walk(procedure_of(chosen), seen.stage, on=day, depth=depth)
        if ics is not None:
            made = make_calendar(seen.state.parliament, seen.stage, branches, on=day)
            try:
                ics.write_bytes(made)
            except OSError as fault:
                raise SettingsError(f"--ics: {ics} cannot be written: {fault.strerror}") from None
        reach = reaches(seen.state, seen.stage) if seen.state.seats.rows else ()
        largest = largest_blocs(seen.state, seen.stage, seen.coalitions)
        if as_json:
            told = _plain(seen, reach, largest, branches if simulate else None)
            typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
            return
        console = Console(highlight=False)
        if simulate:
            _print_tree(seen, branches, console)
        else:
            numbering = Numbering({document.id: document for document in seen.documents})
            print_section(next_steps(seen, numbering), console)
            _print_reach(reach, console)
            for each in largest:
                who = f"{each.name} with {each.seats} seats" if each.name else "nobody yet"
                console.print(
                    f"  Largest bloc as read by the {each.reading.name}: {who} ({each.why})."
                )
        if ics is not None:
            console.print(f"\nThe calendar is in {ics}.")


@contextmanager
def _seen(
    ledger: Path, parliament: str, valid_on: str | None, known_at: str | None
) -> Iterator[Picture]:
    """Open the ledger; where there is none and a day is named, look at the recorded dates alone."""
    if "://" in str(ledger) or ledger.exists() or valid_on is None:
        with open_picture(ledger, parliament, valid_on, known_at) as seen:
            yield seen
        return
    with tempfile.TemporaryDirectory() as folder:
        from kutla.ledger import open_ledger

        empty = Path(folder) / "empty.db"
        open_ledger(empty).close()
        with open_picture(empty, parliament, valid_on, known_at) as seen:
            yield seen


def _print_reach(reach: tuple[Reach, ...], console: Console) -> None:
    for each in reach:
        console.print(f"\n  [bold]{each.needed} members[/bold]: {'; '.join(each.acts)}")
        if each.first is not None:
            console.print(
                f"    {each.first.label} holds {each.first.seats}"
                + (f" and lacks {each.lacks}" if each.lacks > 0 else " and has them")
            )
        for coalition in each.sets:
            names = " + ".join(group.label for group in coalition.members)
            console.print(f"    {coalition.seats}: {names}")
        if not each.sets:
            console.print("    no set of the known seats reaches it under what was refused")
        if each.blockers:
            names = ", ".join(group.label for group in each.blockers)
            alone = "alone can prevent it" if len(each.blockers) == 1 else "together can prevent it"
            console.print(f"    {names} {alone}")


def _print_tree(seen: Picture, branches: tuple[Branch, ...], console: Console) -> None:
    from rich.tree import Tree

    from kutla.briefs.words import say_day

    day = say_day(seen.state.valid_on)
    root = Tree(f"On {day}: {seen.stage.title}")

    def grow(tree: Tree, found: tuple[Branch, ...]) -> None:
        for branch in found:
            when = ""
            if branch.by is not None:
                when = f", by {say_day(branch.by)}"
            elif branch.after_days is not None:
                when = f", within {branch.after_days} days"
            how = {"done": "", "fails": "it fails: ", "silence": "time runs out: "}[branch.how]
            articles = ", ".join(dict.fromkeys(f"Art. {rule.article}" for rule in branch.rules))
            source = f" ({articles})" if articles else ""
            back = " — and so on from there, as above" if branch.loop else ""
            grow(tree.add(f"{how}{branch.title}{when}{source}{back}"), branch.then)

    if not branches:
        root.add("nothing tells what can follow")
    grow(root, branches)
    console.print(root)
    console.print("Days are the latest: each step is taken to use the whole of its clock.")


def _plain(
    seen: Picture,
    reach: tuple[Reach, ...],
    largest: tuple[Largest, ...],
    branches: tuple[Branch, ...] | None,
) -> dict[str, object]:
    stage = seen.stage

    def tree(found: tuple[Branch, ...]) -> list[dict[str, object]]:
        return [
            {
                "event": each.event,
                "how": each.how,
                "by": each.by and each.by.isoformat(),
                "within_days": each.after_days,
                "rules": [rule.id for rule in each.rules],
                "loop": each.loop,
                "then": tree(each.then),
            }
            for each in found
        ]

    told: dict[str, object] = {
        "parliament": seen.state.parliament,
        "valid_on": seen.state.valid_on.isoformat(),
        "stage": stage.id,
        "title": stage.title,
        "since": stage.since and stage.since.isoformat(),
        "awaits": stage.awaits,
        "options": [
            {
                "rule": option.rule.id,
                "title": option.rule.title,
                "article": option.rule.article,
                "actor": option.rule.actor,
                "majority": option.rule.majority,
                "needed": option.needed,
                "present": option.present,
                "due_on": option.due_on and option.due_on.isoformat(),
                "overdue_days": option.overdue_days,
                "source": option.rule.source,
            }
            for option in (*stage.options, *stage.later)
        ],
        "missed": [
            {
                "rule": each.rule.id,
                "due_on": each.due_on.isoformat(),
                "done_on": each.done_on and each.done_on.isoformat(),
                "late_days": each.late_days,
            }
            for each in stage.missed
        ],
        "precedents": [
            {"rule": each.rule.id, "started_on": each.started_on.isoformat(), "days": each.days}
            for each in stage.precedents
        ],
        "majorities": [
            {
                "needed": each.needed,
                "acts": list(each.acts),
                "sets": [
                    {"seats": one.seats, "groups": [group.label for group in one.members]}
                    for one in each.sets
                ],
                "blockers": [group.label for group in each.blockers],
            }
            for each in reach
        ],
        "largest_bloc": [
            {
                "reading": each.reading.name,
                "name": each.name,
                "seats": each.seats,
                "as_of": each.why,
            }
            for each in largest
        ],
    }
    if branches is not None:
        told["simulation"] = tree(branches)
    return told


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(procedure)
