"""Names never seen before: whole, under their fullest form, and of the right sort."""

from pathlib import Path

import pytest

from kutla.documents import Block, BlockRole, Document
from kutla.language import analyse, load_pipeline
from kutla.register import Register
from kutla.vocabulary import Chamber, EntityKind

KINDS = {
    "person": {EntityKind.PERSON},
    "org": {
        EntityKind.PARTY,
        EntityKind.PARTY_LIST,
        EntityKind.ELECTORAL_ALLIANCE,
        EntityKind.PARLIAMENTARY_GROUP,
        EntityKind.UMBRELLA,
    },
    "faction": {EntityKind.ARMED_FACTION},
}
BANK = Path(__file__).with_name("names.txt")


def rows() -> list[tuple[str, str, str]]:
    found = []
    for line in BANK.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            head, text = line.split("||")
            sort, name = (part.strip() for part in head.split("|"))
            found.append((sort, name, text.strip()))
    return found


def named(text: str) -> dict[str, set[EntityKind | None]]:
    document = Document("d", "d.txt", text, (Block(0, len(text), BlockRole.PARAGRAPH),))
    nobody = Register.empty("nowhere", Chamber("house", 100))
    found: dict[str, set[EntityKind | None]] = {}
    for mention in analyse(document, nobody, load_pipeline()).mentions:
        found.setdefault(mention.name, set()).add(mention.kind)
    return found


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row[0]}: {row[1]}")
def test_a_name_is_found_whole_and_of_its_sort(row: tuple[str, str, str]) -> None:
    sort, name, text = row
    found = named(text)
    if sort == "none":
        assert name not in found
    else:
        assert found.get(name, set()) & KINDS[sort], found
