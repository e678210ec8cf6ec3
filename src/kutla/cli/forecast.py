"""``kutla forecast``: how likely each government is, and how often such forecasts were right."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import typer

from kutla.cli.common import (
    DEFAULTS,
    KnownAt,
    LedgerPath,
    Parliament,
    ValidOn,
    open_picture,
)

if TYPE_CHECKING:
    from pathlib import Path

    from kutla.forecast.answer import Answer
    from kutla.state import State


def forecast(
    ledger: LedgerPath = DEFAULTS.ledger,
    parliament: Parliament = DEFAULTS.parliament,
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
    since: int = typer.Option(1, "--since", min=0, help="Days back to compare with; 0 for none."),
    limit: int = typer.Option(8, "--limit", "-n", min=1, help="Governments shown."),
    every_list: bool = typer.Option(False, "--every-list", help="Tell small lists apart as well."),
    as_json: bool = typer.Option(False, "--json", help="Print it as JSON."),
) -> None:
    """Give the probability of governments, with its base rates; refused where there is no ground."""
    from rich.console import Console

    from kutla.briefs import print_section
    from kutla.briefs.sections.likely import forecast_section
    from kutla.forecast.answer import answer
    from kutla.register import load_parliament

    with open_picture(ledger, parliament, valid_on, known_at) as seen:
        state = seen.state
    register = load_parliament(parliament)
    earlier = _earlier(state, since, ledger, parliament) if since else None
    found = answer(state, register, earlier=earlier, limit=limit, every_list=every_list)
    if as_json:
        typer.echo(json.dumps(forecast_object(found), ensure_ascii=False, indent=2))
    else:
        print_section(forecast_section(found), Console(highlight=False))


def _earlier(state: State, days: int, ledger: Path, parliament: str) -> State | None:
    """Project the same ledger some days before, as it was known then; None before its first day."""
    from kutla.errors import KutlaError

    on = (state.valid_on - timedelta(days=days)).isoformat()
    try:
        with open_picture(ledger, parliament, on, on) as seen:
            return seen.state
    except KutlaError:
        return None


def forecast_object(found: Answer) -> dict[str, object]:
    """Give a forecast as plain values."""
    told = found.forecast
    return {
        "seats_from": found.ground.seats_from,
        "governments": [
            {
                "members": [group.id for group in one.members],
                "seats": one.seats,
                "is_minority": one.is_minority,
                "probability": round(one.probability, 6),
            }
            for one in told.outcomes
        ],
        "same_again": None if told.again is None else round(told.again.probability, 6),
        "prime_minister": {group.id: round(chance, 6) for group, chance in told.leads},
        "in_government": {group.id: round(chance, 6) for group, chance in told.sits},
        "no_government_in_days": dict(found.no_government),
        "falls_in_days": dict(found.falls),
        "signals": [
            {
                "kind": each.kind,
                "groups": sorted(each.groups),
                "log_odds": round(each.log_odds, 3),
                "why": each.why,
                "claims": list(each.claims),
            }
            for each in found.ground.signals
        ],
        "sensitivity": {str(heed): round(value, 6) for heed, value in found.sensitivity},
        "compared_with": None if found.before is None else found.before.isoformat(),
        "first_was": found.was,
        "left_out": round(told.left_out, 6),
        "looked_at": told.looked_at,
        "with_places": told.placed,
        "cautions": list(told.cautions),
    }


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(forecast)
