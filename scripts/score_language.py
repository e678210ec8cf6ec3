"""Score the packaged pipeline on the held-out test sets of ``../shared/treebanks``."""

from __future__ import annotations

import sys
from pathlib import Path

import spacy
from spacy.tokens import DocBin
from spacy.training import Example

ROOT = Path(__file__).parents[1]
SETS = ("ewt_test", "gum_test", "gumnews_test", "pudwiki_test")
MEASURES = ("pos_acc", "tag_acc", "lemma_acc", "dep_uas", "dep_las", "ents_f")


def main(corpus: Path) -> None:
    """Print one row a test set."""
    nlp = spacy.load(ROOT / "src" / "kutla" / "language" / "model")
    print("| test set | POS | XPOS | lemma | UAS | LAS | names F |")
    print("|---|---|---|---|---|---|---|")
    for name in SETS:
        gold = DocBin().from_disk(corpus / f"{name}.spacy").get_docs(nlp.vocab)
        examples = [Example(nlp.make_doc(doc.text), doc) for doc in gold]
        for example in examples:  # gold tokens: the scores are the parser's, not the tokeniser's
            example.predicted = spacy.tokens.Doc(
                nlp.vocab,
                words=[t.text for t in example.reference],
                spaces=[bool(t.whitespace_) for t in example.reference],
            )
        scores = nlp.evaluate(examples)
        row = (f"{100 * (scores.get(each) or 0):.1f}" for each in MEASURES)
        print(f"| {name} | {' | '.join(row)} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared/treebanks/corpus")
