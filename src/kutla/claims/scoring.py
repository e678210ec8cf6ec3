"""How well claims that were read agree with claims that were annotated.

Within a document predicted and gold claims are paired one to one. Two numbers are given, both
named: *lenient* asks for the same kind, the same arguments (fuller or shorter names of one actor
count) and the same value; *strict* asks besides for the same names word by word, the same polarity
and the same modality.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kutla.claims.gold import read_gold
from kutla.claims.kinds import KINDS
from kutla.claims.pairing import DETAILS, has_detail, is_strict, pair_claims
from kutla.claims.scorecard import DetailScore, KindScore, ScoreCard, Tally, merge
from kutla.errors import ClaimError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from kutla.claims.pairing import Claimed, Identify


def score(
    predicted: Sequence[Claimed],
    gold: Sequence[Claimed],
    *,
    name: str = "",
    identify: Identify | None = None,
) -> ScoreCard:
    """Score the predicted claims of one document against its gold claims.

    ``identify`` gives a register's id for a name, so that two aliases agree; ``name`` is what
    the card calls the document.
    """
    pairs: list[tuple[Claimed, Claimed]] = []
    kinds: list[KindScore] = []
    for kind in KINDS:
        ours = [claim for claim in predicted if claim.kind == kind.name]
        theirs = [claim for claim in gold if claim.kind == kind.name]
        if not ours and not theirs:
            continue
        found = pair_claims(ours, theirs, identify)
        strict = sum(is_strict(one, other) for one, other in found)
        tally = Tally(len(found), len(ours), len(theirs))
        kinds.append(KindScore(kind.name, tally, Tally(strict, len(ours), len(theirs))))
        pairs.extend(found)
    hit = {id(claim) for pair in pairs for claim in pair}
    return ScoreCard(
        documents=1,
        kinds=tuple(kinds),
        details=tuple(_detail(detail, pairs) for detail in DETAILS),
        pairs=tuple((name, one, other) for one, other in pairs),
        missed=tuple((name, claim) for claim in gold if id(claim) not in hit),
        spurious=tuple((name, claim) for claim in predicted if id(claim) not in hit),
    )


def evaluate_folder(
    gold_dir: Path,
    articles_dir: Path | None,
    extract: Callable[[Path], Iterable[Claimed]],
    *,
    identify: Identify | None = None,
) -> ScoreCard:
    """Score ``extract``, which reads the claims of an article's file, on a folder of gold.

    Gold whose article is not at hand, or is not the one that was annotated, is left out and listed
    among the card's problems. Raises ClaimError where nothing is left to score.
    """
    read = read_gold(gold_dir, articles_dir)
    problems = tuple(problem for gold in read for problem in gold.problems)
    cards = tuple(
        score(tuple(extract(gold.article)), gold.claims, name=gold.name, identify=identify)
        for gold in read
        if gold.article is not None
    )
    if not cards:
        raise ClaimError(
            f"{gold_dir}: none of the annotated articles is at hand; "
            "say where they are (--articles DIR)"
        )
    return merge(cards, problems)


def _detail(name: str, pairs: list[tuple[Claimed, Claimed]]) -> DetailScore:
    agreed = sum(has_detail(name, one, other) for one, other in pairs)
    return DetailScore(name, agreed, len(pairs))
