"""``kutla claims``: what a ledger holds, as it was said."""

from __future__ import annotations

from typing import Annotated

import typer

from kutla.cli.common import (
    DEFAULTS,
    Form,
    Format,
    KnownAt,
    LedgerPath,
    Parliament,
    ValidOn,
    open_picture,
    print_rows,
)
from kutla.errors import UnknownEntityError


def claims(
    ledger: LedgerPath = DEFAULTS.ledger,
    parliament: Parliament = DEFAULTS.parliament,
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
    about: Annotated[str | None, typer.Option(help="A name, as written or registered.")] = None,
    kind: Annotated[str | None, typer.Option(help="A kind of claim: joins_bloc, seats …")] = None,
    contested: Annotated[bool, typer.Option("--contested", help="Only what is contested.")] = False,
    form: Format = Form.TEXT,
) -> None:
    """List the claims that count on a day, who says each, and with which words."""
    from kutla.briefs.words import say_period, say_voice
    from kutla.claims import get_kind
    from kutla.cli.plain import plain_claim
    from kutla.register import load_parliament

    if kind is not None:
        get_kind(kind)
    with open_picture(ledger, parliament, valid_on, known_at) as seen:
        wanted = None
        if about is not None:
            wanted = {about.casefold(), load_parliament(parliament).match(about).entity_id}
        found = [
            item
            for fact in seen.state.facts
            if fact.is_contested or not contested
            for item in (*fact.support, *fact.dissent)
            if (kind is None or item.claim.kind == kind)
            and (wanted is None or _names(item.claim) & wanted)
        ]
    if about is not None and not found:
        what = "contested claim" if contested else "claim"
        raise UnknownEntityError(f"no {what} in {ledger} is about {about!r}; see `kutla claims`")
    if form is not Form.TEXT:
        print_rows([plain_claim(item.claim) for item in found], form)
        return
    for item in found:
        claim = item.claim
        target = f" → {claim.object.name}" if claim.object else ""
        value = f" {claim.value}" if claim.value is not None else ""
        typer.echo(
            f"{claim.id}  {claim.kind}: {claim.subject.name}{target}{value} "
            f"({claim.polarity.value}, {claim.modality.value}), {say_period(claim.event.period)}"
        )
        typer.echo(f"    {say_voice(item)}: “{' '.join(claim.quote.exact.split())}”")


def _names(claim: object) -> set[str | None]:
    from kutla.claims import Claim

    if not isinstance(claim, Claim):
        raise TypeError("names belong to claims")
    referents = [claim.subject, *([claim.object] if claim.object else [])]
    names: set[str | None] = {referent.name.casefold() for referent in referents}
    return names | {referent.entity_id for referent in referents if referent.entity_id}


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(claims)
