"""A score card in words, for the terminal and for closing notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kutla.claims.pairing import Claimed
    from kutla.claims.scorecard import ScoreCard, Tally

_HEAD = (
    f"{'kind':<20}{'gold':>5}{'read':>6}{'hit':>5}   {'P':>5} {'R':>5} {'F1':>5}   {'strict F1':>9}"
)


def render_score(card: ScoreCard) -> str:
    """Write the card as a table by kind, with the overall numbers and the details below."""
    rows = [_HEAD, *(_row(kind.kind, kind.lenient, kind.strict) for kind in card.kinds)]
    rows.append(_row("all (lenient)", card.lenient, card.strict))
    rows.append(_row("all (strict)", card.strict, card.strict))
    rows.append("")
    of = f"of {card.lenient.matched} matched claims agree in"
    rows += [f"{d.accuracy:6.1%} {of} {d.name}" for d in card.details]
    articles = "article" if card.documents == 1 else "articles"
    rows.append(f"{card.documents} {articles} scored")
    rows += [f"! {problem.message}" for problem in card.problems]
    return "\n".join(rows)


def render_differences(card: ScoreCard) -> str:
    """List what was missed (-) and what was read besides (+), document by document."""
    names = sorted({name for name, _ in (*card.missed, *card.spurious)})
    rows: list[str] = []
    for document in names:
        rows.append(document)
        rows += [f"  - {_say(claim)}" for name, claim in card.missed if name == document]
        rows += [f"  + {_say(claim)}" for name, claim in card.spurious if name == document]
    return "\n".join(rows)


def _row(name: str, lenient: Tally, strict: Tally) -> str:
    counts = f"{name:<20}{lenient.gold:>5}{lenient.predicted:>6}{lenient.matched:>5}"
    precision = f"{lenient.precision:5.2f}" if lenient.predicted else f"{'–':>5}"
    recall = f"{lenient.recall:5.2f}" if lenient.gold else f"{'–':>5}"
    return f"{counts}   {precision} {recall} {lenient.f1:5.2f}   {strict.f1:>9.2f}"


def _say(claim: Claimed) -> str:
    said = f"{claim.kind}({claim.subject.name}"
    if claim.object is not None:
        said += f", {claim.object.name}"
    if claim.value is not None:
        said += f", {claim.value}" + (f"/{claim.total}" if claim.total is not None else "")
    moods = [claim.polarity.value, claim.modality.value]
    marks = [mood for mood in moods if mood not in {"affirmed", "actual"}]
    quote = " ".join(claim.quote.exact.split())
    return f"{said}){' ' + ' '.join(marks) if marks else ''}  “{quote[:90]}”"
