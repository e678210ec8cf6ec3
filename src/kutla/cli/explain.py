"""``kutla explain``: which rule fired on which parse, and why a claim is as it is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kutla.cli.common import DEFAULTS, LedgerPath, Parliament

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kutla.claims.explaining import Explanation
    from kutla.documents import Document

_ID = re.compile(r"[0-9a-f]{6,16}")
What = Annotated[str, typer.Argument(help="A file, or the id of a claim in the ledger.")]
Number = Annotated[
    int | None, typer.Option("--claim", "-c", min=1, help="The number of the claim in the file.")
]
Parse = Annotated[bool, typer.Option("--parse", help="Show the parse, a token a line.")]


def explain(
    what: What,
    number: Number = None,
    parse: Parse = False,
    ledger: LedgerPath = DEFAULTS.ledger,
    parliament: Parliament = DEFAULTS.parliament,
) -> None:
    """Explain a claim of a file or a ledger: what found it, and why it reads as it does."""
    from kutla.claims.explaining import explain as explain_document
    from kutla.errors import ClaimError
    from kutla.language import analyse, load_pipeline
    from kutla.register import load_parliament

    document, span = _find(what, ledger)
    register = load_parliament(parliament)
    elections = tuple(election.held_on.first_on for election in register.elections)
    told = explain_document(document, analyse(document, register, load_pipeline(), elections))
    if span is not None:
        told = tuple(
            each for each in told
            if (each.claim.kind, each.claim.quote.start, each.claim.quote.end) == span
        )  # fmt: skip
        if not told:
            raise ClaimError(
                f"claim {what}: the reader of today does not read it off its document any more"
            )
        number = 1
    if number is None:
        _list(told)
        return
    if number > len(told):
        raise ClaimError(f"{what}: there are {len(told)} claims; give --claim 1 to {len(told)}.")
    _show(told[number - 1], parse=parse)


def _find(what: str, ledger: Path) -> tuple[Document, tuple[str, int, int] | None]:
    """Give the document, and kind and place of the claim where one of a ledger is asked about."""
    from kutla.documents import read
    from kutla.errors import ClaimError, LedgerError
    from kutla.ledger import open_ledger

    if Path(what).exists() or not _ID.fullmatch(what):
        reading = read([what])
        if not reading.documents:
            reason = reading.unread[0].message if reading.unread else "there is no article in it"
            raise ClaimError(f"{what}: {reason}")
        return reading.documents[0], None
    if "://" not in str(ledger) and not ledger.exists():
        raise LedgerError(
            f"{what} is no file, and {ledger} is no ledger; name a file, or a claim with --ledger"
        )
    with open_ledger(ledger) as opened:
        claims = [claim for claim in opened.claims() if claim.id.startswith(what)]
        if len({claim.id for claim in claims}) != 1:
            said = "no claim has" if not claims else "several claims have"
            raise ClaimError(f"{ledger}: {said} the id {what}; `kutla claims -f json` gives ids.")
        claim = claims[0]
        documents = {document.id: document for document in opened.documents()}
    quote = claim.quote
    return documents[quote.document_id], (claim.kind, quote.start, quote.end)


def _list(told: Sequence[Explanation]) -> None:
    for number, each in enumerate(told, 1):
        typer.echo(f"{number:3}  {_said(each)}")


def _said(each: Explanation) -> str:
    claim = each.claim
    target = f" → {claim.object.name}" if claim.object else ""
    value = f" = {claim.value}" if claim.value is not None else ""
    mood = [str(each) for each in (claim.polarity, claim.modality)]
    mood = [each for each in mood if each not in {"affirmed", "actual"}]
    value += f" ({', '.join(mood)})" if mood else ""
    quote = " ".join(claim.quote.exact.split())
    return f"{claim.kind}: {claim.subject.name}{target}{value}  “{quote}”"


def _show(each: Explanation, *, parse: bool) -> None:
    typer.echo(_said(each))
    typer.echo(f"\nsentence   {' '.join(each.sentence.split())}")
    typer.echo(f"tagged     {each.tagged}")
    for title, lines in (
        ("found", each.found),
        ("names", each.names),
        ("mood", each.mood),
        ("voices", each.voices),
        ("date", (each.date,)),
    ):
        for place, line in enumerate(lines):
            typer.echo(f"{title if not place else '':10} {line}")
    if parse:
        typer.echo("")
        for word, tag, relation, head in each.parse:
            typer.echo(f"{word:20} {tag:6} {relation:12} {head}")


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command()(explain)
