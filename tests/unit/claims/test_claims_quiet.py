"""Companies, clubs, barracks and schools elect, resign and hold seats too: none of it is a claim."""

from pathlib import Path

import pytest

from kutla.claims.extract import extract
from kutla.documents import Block, BlockRole, Document
from kutla.language import analyse, load_pipeline
from kutla.register import Register
from kutla.vocabulary import Chamber

QUIET = Path(__file__).with_name("quiet.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", [line for line in QUIET if line and line[0] != "#"])
def test_what_is_no_parliament_yields_no_claim(line: str) -> None:
    document = Document("d", "d.txt", f"{line}\n", (Block(0, len(line), BlockRole.PARAGRAPH),))
    nobody = Register.empty("nowhere", Chamber("house", 100))
    drafts = extract(document, analyse(document, nobody, load_pipeline()))
    assert [(draft.kind, draft.subject.name) for draft in drafts] == []
