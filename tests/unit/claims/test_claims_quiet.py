"""Companies, clubs, barracks and schools elect, resign and hold seats too: none of it is a claim."""

from pathlib import Path

import pytest

from kutla.claims.extract import extract
from kutla.documents import Block, BlockRole, Document
from kutla.language import analyse, load_pipeline
from kutla.register import Register
from kutla.vocabulary import Chamber

QUIET = Path(__file__).with_name("quiet.txt").read_text(encoding="utf-8").splitlines()


MATHEMATICIAN = (
    "The mathematician Ivo Conroy died at his New Jersey home on Sunday, his college said. "
    "Conroy's Garden of Cells, a game for one player, sold all over the world, and his Long Ladder is taught in schools. "
    "He met the painter Ada Quint in Lisbon at 4 pm WET on a rainy day and married her a year later. "
)
SENATOR = "Ada Quint's Reform Party holds the majority in the senate. "


def read(text: str) -> set[str]:
    document = Document("d", "d.txt", f"{text}\n", (Block(0, len(text), BlockRole.PARAGRAPH),))
    nobody = Register.empty("nowhere", Chamber("house", 100))
    return {d.kind for d in extract(document, analyse(document, nobody, load_pipeline()))}


def test_a_long_report_that_names_no_house_says_nothing_of_who_leads_or_meets_whom() -> None:
    assert read(MATHEMATICIAN * 4) == set()
    assert "leads" in read(MATHEMATICIAN * 4 + SENATOR)


@pytest.mark.parametrize("line", [line for line in QUIET if line and line[0] != "#"])
def test_what_is_no_parliament_yields_no_claim(line: str) -> None:
    assert read(line) == set()
