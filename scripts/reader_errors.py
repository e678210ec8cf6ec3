"""Print where the reader errs on the development sets, as the table of docs/evaluate.md.

``python scripts/reader_errors.py tests/gold/world …``; never run it on the held-back set
``unseen``, whose errors nobody is to look at.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from kutla.claims.agreement import is_compatible_name
from kutla.claims.extract import extract
from kutla.claims.gold import read_gold
from kutla.claims.kinds import get_kind
from kutla.claims.pairing import is_strict
from kutla.claims.scoring import score
from kutla.claims.view import View
from kutla.documents import read
from kutla.language import analyse, load_pipeline
from kutla.register import Register
from kutla.vocabulary import Chamber, EntityKind

TYPES = (
    ("missed: both names seen, no wording fits", "wording"),
    ("missed: the subject's name not seen there", "subject"),
    ("missed: the object's name not seen there", "object"),
    ("added: no such claim in the gold", "added"),
    ("found, but a name is not the fullest or another", "names"),
    ("found, but polarity or modality is another", "mood"),
)


def errors_of(folder: Path) -> tuple[Counter[str], Counter[str], int]:
    """Count the errors of one folder of gold by type, and misses by kind; give the gold's size."""
    nobody, pipeline = Register.empty("nowhere", Chamber("house", 100)), load_pipeline()
    types: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    size = 0
    for gold in read_gold(folder, None):
        if gold.article is None:
            continue
        size += len(gold.claims)
        [document] = read([gold.article]).documents or [None]
        if document is None:
            types["wording"] += len(gold.claims)
            continue
        analysis = analyse(document, nobody, pipeline)
        card = score(extract(document, analysis), gold.claims)
        types["added"] += len(card.spurious)
        for _, claim in card.missed:
            kinds[claim.kind] += 1
            names = [
                mention.name
                for passage in analysis.passages
                if passage.start < claim.quote.end and claim.quote.start < passage.end
                for mention in View(analysis, passage).mentions
            ]
            has_subject = any(is_compatible_name(name, claim.subject.name) for name in names)
            is_office = EntityKind.OFFICE in get_kind(claim.kind).object_kinds
            has_object = (
                claim.object is None
                or is_office
                or any(is_compatible_name(name, claim.object.name) for name in names)
            )
            types[
                "wording" if has_subject and has_object else "object" if has_subject else "subject"
            ] += 1
        for _, one, other in card.pairs:
            if not is_strict(one, other):
                same = (one.polarity, one.modality) == (other.polarity, other.modality)
                types["names" if same else "mood"] += 1
    return types, kinds, size


def main(folders: list[str]) -> None:
    """Print the table for the folders given."""
    found = [errors_of(Path(folder)) for folder in folders]
    heads = " | ".join(f"`{Path(folder).name}`" for folder in folders)
    print(f"| error | {heads} |\n|---|{'---|' * len(folders)}")
    for told, name in TYPES:
        cells = " | ".join(str(types[name]) for types, _, _ in found)
        print(f"| {told} | {cells} |")
    print(f"| claims in the gold | {' | '.join(str(size) for _, _, size in found)} |")
    missed: Counter[str] = sum((kinds for _, kinds, _ in found), Counter())
    print(
        "\nMissed most: " + ", ".join(f"{kind} {count}" for kind, count in missed.most_common(12))
    )


if __name__ == "__main__":
    main(sys.argv[1:])
