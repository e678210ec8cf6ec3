"""``kutla state``: what holds on a day, as known at a moment."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Annotated

import typer

from kutla.cli.asking import open_seen
from kutla.cli.common import (
    DEFAULTS,
    Form,
    Format,
    KnownAt,
    LedgerPath,
    Parliament,
    ValidOn,
    print_rows,
)

if TYPE_CHECKING:
    from kutla.state import State


def state(
    ledger: LedgerPath = DEFAULTS.ledger,
    parliament: Parliament = DEFAULTS.parliament,
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
    form: Format = Form.TEXT,
    show_weights: Annotated[
        bool, typer.Option("--show-weights", help="Print how much each sort of voice weighs.")
    ] = False,
) -> None:
    """List the facts of a day with their standing, and the reason in words."""
    if show_weights:
        _print_weights(form)
        return
    from kutla.cli.plain import plain_fact

    with open_seen(ledger, parliament, valid_on, known_at) as seen:
        if form is not Form.TEXT:
            print_rows([plain_fact(fact) for fact in seen.state.facts], form)
            return
        _print_state(seen.state)


_GROUPS = (
    ("Seats", ("seats",)),
    ("Blocs", ("forms_bloc", "joins_bloc", "leaves_bloc", "refuses_bloc", "negotiates_with", "part_of")),
    ("Offices and candidates", (
        "holds_office", "candidate_for", "withdraws_candidacy", "nominated_for", "appointed_to",
        "resigns", "controls",
    )),
    ("Leaders and members", ("leads", "member_of")),
    ("Procedure", ("election", "session", "confidence_vote", "court_ruling")),
    ("Stances", ("supports", "opposes", "accuses", "threatens", "backed_by", "meets")),
    ("Force", ("attacks", "raids", "detains", "releases")),
    ("Other", ("event_other",)),
)  # fmt: skip


def _print_state(state: State) -> None:
    from kutla.briefs.words import say, say_period, say_voices

    contested = len(state.contested)
    typer.echo(
        f"{state.chamber.name}, {state.valid_on.isoformat()}: {len(state.facts)} facts, "
        f"{contested} contested, {len(state.problems)} problems"
    )
    for title, kinds in _GROUPS:
        facts = state.seats.rows if title == "Seats" else state.of_kind(*kinds)
        sizes = () if title != "Blocs" else tuple(b.size for b in state.blocs if b.size is not None)
        if not facts and not sizes:
            continue
        typer.echo(f"\n{title}")
        for fact in (*sizes, *facts):
            figures = " or ".join(str(a.value) for a in fact.alternatives if a.value is not None)
            said = f"{fact.subject.name}: {figures} seats" if fact.kind == "seats" else say(fact)
            day = "" if fact.kind == "seats" else f" ({say_period(fact.period)})"
            typer.echo(f"  [{fact.standing.value}] {said}{day}")
            typer.echo(f"      {fact.reason}: {say_voices((*fact.support, *fact.dissent))}")
        if title == "Seats":
            typer.echo(f"  {state.seats.accounted} of {state.chamber.seats} accounted for")
    if state.problems:
        typer.echo("\nProblems")
        for problem in state.problems:
            typer.echo(f"  {problem.message}")


def _print_weights(form: Form) -> None:
    from kutla.state import used_weights

    rows = [{"voice": row.name, "log_odds": row.log_odds} for row in used_weights().rows]
    if form is not Form.TEXT:
        print_rows(rows, form)
        return
    typer.echo(f"{'voice':<12}{'log-odds':>9}{'times likelier':>16}")
    for row in used_weights().rows:
        typer.echo(f"{row.name:<12}{row.log_odds:>9.2f}{exp(row.log_odds):>16.1f}")


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(state)
