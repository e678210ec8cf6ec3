"""``kutla register``: who a name stands for, and what analysts decide about names."""

from __future__ import annotations

import getpass
import sys
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kutla.cli.common import (
    DEFAULTS,
    Form,
    Format,
    LedgerPath,
    Parliament,
    ValidOn,
    print_rows,
    read_day,
)

if TYPE_CHECKING:
    from kutla.ledger import Judgement, Ledger
    from kutla.register import Register
    from kutla.vocabulary import EntityKind

register = typer.Typer(
    help="Ask who a name stands for; judge names the same or different.", no_args_is_help=True
)


class Answer(StrEnum):
    """What an analyst says of two names."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


Kind = Annotated[
    str | None, typer.Option("--kind", help="What the text says it is: person, party, ministry …")
]
Context = Annotated[str, typer.Option("--context", help="Words that stand around the name.")]
By = Annotated[str | None, typer.Option("--by", help="Who judges; you, where left out.")]
Reason = Annotated[str, typer.Option("--reason", help="Why, in a few words.")]


@register.command("match")
def match(
    name: Annotated[str, typer.Argument(help="A name as a paper writes it.")],
    parliament: Parliament = DEFAULTS.parliament,
    ledger: LedgerPath = DEFAULTS.ledger,
    valid_on: ValidOn = None,
    kind: Kind = None,
    context: Context = "",
    form: Format = Form.TEXT,
) -> None:
    """Say who a name stands for, by which rule, and what spoke against the others."""
    from kutla.briefs.names import describe_match, match_row

    asked = _judged_register(parliament, ledger)
    found = asked.match(
        name, on=read_day(valid_on, "--valid-on"), kind=_kind(kind), context=context
    )
    if form is Form.TEXT:
        typer.echo(describe_match(found, asked), nl=False)
    else:
        print_rows([match_row(found, asked)], form)
    if not found.candidates:
        raise typer.Exit(1)


@register.command("compare")
def compare(
    left: Annotated[str, typer.Argument(help="A name, or a table of pairs (FILE.csv).")],
    right: Annotated[str | None, typer.Argument(help="Another name.")] = None,
    parliament: Parliament = DEFAULTS.parliament,
    ledger: LedgerPath = DEFAULTS.ledger,
    valid_on: ValidOn = None,
    form: Format = Form.TEXT,
) -> None:
    """Say whether two names are one; of a table with left, right and same: how often rightly."""
    from kutla.briefs.names import comparison_row, describe_comparison, describe_score
    from kutla.register import compare_names

    asked = _judged_register(parliament, ledger)
    day = read_day(valid_on, "--valid-on")
    if right is None:
        rows, score = describe_score(Path(left), asked, day)
        if form is Form.TEXT:
            typer.echo(score, nl=False)
        else:
            print_rows(rows, form)
        return
    found = compare_names(left, right, asked, on=day)
    if form is Form.TEXT:
        typer.echo(describe_comparison(found), nl=False)
    else:
        print_rows([comparison_row(found)], form)


@register.command("judge")
def judge(
    answer: Annotated[Answer, typer.Argument(help="same, different or unsure.")],
    left: Annotated[str, typer.Argument(help="A name as written, or an entity's id.")],
    right: Annotated[str, typer.Argument(help="The entity's id or name, or another name.")],
    parliament: Parliament = DEFAULTS.parliament,
    ledger: LedgerPath = DEFAULTS.ledger,
    by: By = None,
    reason: Reason = "",
) -> None:
    """Record that two names, or a name and an entity, are the same, different or unsure."""
    from kutla.errors import RegisterError
    from kutla.ledger import Verdict, open_ledger
    from kutla.register import load_parliament
    from kutla.register.folding import fold

    asked = load_parliament(parliament)
    if not fold(left) or not fold(right):
        raise RegisterError("a name to be judged has letters; write both names")
    about, other = _as_judged(asked, left, right)
    is_known = answer is Answer.SAME and asked.match(about).entity_id == other
    if about == other or is_known:
        raise RegisterError(f"{left!r} and {right!r} are one already ({other}); nothing to judge")
    with open_ledger(ledger) as held:
        made = held.judge(
            Verdict(answer.value),
            about,
            other=other,
            judged_by=by or getpass.getuser(),
            recorded_at=datetime.now(UTC),
            reason=reason,
        )
    typer.echo(
        f"judgement {made.number}: {about} and {other} are {answer.value}, says {made.judged_by}; "
        f"`kutla register undo {made.number}` takes it back"
    )


@register.command("undo")
def undo(
    number: Annotated[int, typer.Argument(min=1, help="The judgement's number.")],
    ledger: LedgerPath = DEFAULTS.ledger,
    by: By = None,
    reason: Reason = "",
) -> None:
    """Take a judgement back; both are kept, and an undo can be undone."""
    from kutla.ledger import Verdict

    with _existing(ledger) as held:
        made = held.judge(
            Verdict.UNDO,
            str(number),
            judged_by=by or getpass.getuser(),
            recorded_at=datetime.now(UTC),
            reason=reason,
        )
    typer.echo(f"judgement {made.number}: judgement {number} is taken back, says {made.judged_by}")


@register.command("judgements")
def judgements(
    parliament: Parliament = DEFAULTS.parliament,
    ledger: LedgerPath = DEFAULTS.ledger,
    form: Format = Form.TEXT,
) -> None:
    """List the judgements about names that stand, and those that contradict each other."""
    from kutla.register import identity_of, load_parliament

    with _existing(ledger) as held:
        made = _about_names(held)
    if form is not Form.TEXT:
        print_rows([_row(each) for each in made], form)
        return
    for each in made:
        why = f" ({each.reason})" if each.reason else ""
        typer.echo(
            f"{each.number}  {each.recorded_at:%Y-%m-%d %H:%M}  {each.judged_by}: "
            f"{each.about} and {each.other} are {each.verdict}{why}"
        )
    for problem in identity_of(made, load_parliament(parliament)).problems:
        typer.echo(f"! {problem.message}")
    if not made:
        typer.echo(f"{ledger}: no judgement about a name")


@register.command("import-resolver")
def import_resolver(
    file: Annotated[Path, typer.Argument(help="A resolver file of nomenklatura.")],
    parliament: Parliament = DEFAULTS.parliament,
    ledger: LedgerPath = DEFAULTS.ledger,
) -> None:
    """Record the decisions of a resolver file; what stands already is passed over."""
    from kutla.ledger import Verdict, open_ledger
    from kutla.register import load_parliament, read_resolver_lines

    asked = load_parliament(parliament)
    with file.open(encoding="utf-8") as lines:
        read = list(read_resolver_lines(lines, str(file)))
    now, added = datetime.now(UTC), 0
    with open_ledger(ledger) as held:
        known = {(j.verdict.value, j.about, j.other, j.judged_by) for j in held.judgements()}
        for line in read:
            about, other = _as_judged(asked, line.left, line.right)
            if (line.verdict, about, other, line.user) not in known and about != other:
                held.judge(
                    Verdict(line.verdict),
                    about,
                    other=other,
                    judged_by=line.user,
                    recorded_at=now,
                    reason=line.note,
                )
                added += 1
    typer.echo(f"{ledger}: {added} judgements recorded, {len(read) - added} known already")


@register.command("export-resolver")
def export_resolver(
    parliament: Parliament = DEFAULTS.parliament,
    ledger: LedgerPath = DEFAULTS.ledger,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file; printed where left out.")
    ] = None,
) -> None:
    """Write the judgements about names that stand as a resolver file of nomenklatura."""
    from kutla.register import load_parliament, resolver_lines

    with _existing(ledger) as held:
        lines = list(resolver_lines(_about_names(held), load_parliament(parliament)))
    text = "".join(f"{line}\n" for line in lines)
    if output is None:
        sys.stdout.write(text)
        return
    output.write_text(text, encoding="utf-8")
    typer.echo(f"{output}: {len(lines)} lines")


def _as_judged(asked: Register, left: str, right: str) -> tuple[str, str]:
    """Give the name first and the entity second, an entity by its id where a name decides one."""
    about, other = (" ".join(each.split()) for each in (left, right))
    if asked.find_entity(about) is not None and asked.find_entity(other) is None:
        about, other = other, about
    known = asked.find_entity(other) or asked.find_by_wikidata(other)
    return about, known.id if known is not None else asked.match(other).entity_id or other


def _judged_register(parliament: str, ledger: Path) -> Register:
    """Give a register with the judgements of the ledger, if there is one."""
    from kutla.ledger import open_ledger
    from kutla.register import judged, load_parliament

    asked = load_parliament(parliament)
    if "://" not in str(ledger) and not ledger.exists():
        return asked
    with open_ledger(ledger) as held:
        return judged(asked, held.judgements())


def _existing(ledger: Path) -> Ledger:
    from kutla.errors import LedgerError
    from kutla.ledger import open_ledger

    if "://" not in str(ledger) and not ledger.exists():
        raise LedgerError(f"{ledger}: there is no such ledger; `kutla register judge` makes one")
    return open_ledger(ledger)


def _about_names(held: Ledger) -> tuple[Judgement, ...]:
    answers = {each.value for each in Answer}
    return tuple(each for each in held.judgements() if each.verdict.value in answers)


def _kind(text: str | None) -> EntityKind | None:
    from kutla.errors import SettingsError
    from kutla.vocabulary import EntityKind

    if text is None:
        return None
    try:
        return EntityKind(text)
    except ValueError:
        known = ", ".join(EntityKind)
        raise SettingsError(f"--kind: no kind {text!r}; known are {known}") from None


def _row(each: Judgement) -> dict[str, object]:
    return {
        "number": each.number,
        "verdict": each.verdict.value,
        "about": each.about,
        "other": each.other,
        "judged_by": each.judged_by,
        "recorded_at": each.recorded_at.isoformat(),
        "reason": each.reason,
    }


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.add_typer(register, name="register")
