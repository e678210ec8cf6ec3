"""The wordings of each kind of claim, one sentence each, in a document that says nothing else."""

from functools import cache
from pathlib import Path

import pytest

from kutla.claims import ClaimDraft
from kutla.claims.agreement import is_compatible_name, is_same_office
from kutla.claims.extract import extract
from kutla.documents import Block, BlockRole, Document
from kutla.language import analyse, load_pipeline
from kutla.register import Register
from kutla.vocabulary import Chamber

MOODS = {
    "": ("affirmed", "actual"),
    "neg": ("negated", "actual"),
    "den": ("denied", "actual"),
    "plan": ("affirmed", "planned"),
    "poss": ("affirmed", "possible"),
    "dem": ("affirmed", "demanded"),
}
SYMMETRIC = {"forms_bloc", "negotiates_with", "meets"}


def rows() -> list[tuple[bool, str, str, str, str, str, str]]:
    """Give the rows of all banks; a sentence written ``"`` is that of the row above."""
    found = []
    last = ""
    banks = sorted(Path(__file__).parent.glob("wordings*.txt"))
    for line in [line for bank in banks for line in bank.read_text(encoding="utf-8").splitlines()]:
        if line.strip() and not line.startswith("#"):
            head, sentence = line.removeprefix("?").split("||")
            kind, subject, obj, value, mood, *_ = (part.strip() for part in head.split("|"))
            last = last if sentence.strip() == '"' else sentence.strip()
            found.append((line[0] != "?", kind, subject, obj, value, mood, last))
    return found


@cache
def nobody() -> Register:
    return Register.empty("nowhere", Chamber("house", 100))


@cache
def claims_of(sentence: str) -> list[ClaimDraft]:
    text = f"{sentence}\n"
    document = Document("d", "d.txt", text, (Block(0, len(sentence), BlockRole.PARAGRAPH),))
    return extract(document, analyse(document, nobody(), load_pipeline()))


def is_read(kind: str, subject: str, obj: str, value: str, mood: str, sentence: str) -> bool:
    for draft in claims_of(sentence):
        said = [draft.subject.name, draft.object.name if draft.object else ""]
        wanted = [[subject, obj], [obj, subject]] if kind in SYMMETRIC else [[subject, obj]]
        agree = any(
            is_compatible_name(said[0], one)
            and (not other or is_compatible_name(said[1], other) or is_same_office(said[1], other))
            for one, other in wanted
        )
        same_value = not value or draft.value == int(value)
        same_mood = (draft.polarity, draft.modality) == MOODS[mood]
        if draft.kind == kind and agree and same_value and same_mood:
            return True
    return False


DEALINGS = {
    "forms_bloc", "joins_bloc", "leaves_bloc", "refuses_bloc", "negotiates_with", "supports",
    "opposes", "accuses", "meets", "backed_by", "threatens", "attacks", "raids", "detains",
    "releases", "controls", "event_other",
}  # fmt: skip


def silences() -> list[str]:
    text = Path(__file__).with_name("silences.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("line", silences(), ids=lambda line: line[:60])
def test_what_is_no_politics_yields_no_dealing(line: str) -> None:
    text = line.replace(" / ", "\n\n")
    blocks, at = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block(at, at + len(part), BlockRole.PARAGRAPH))
        at += len(part) + 2
    document = Document("d", "d.txt", text + "\n", tuple(blocks))
    drafts = extract(document, analyse(document, nobody(), load_pipeline()))
    said = [(d.kind, d.subject.name, d.object and d.object.name) for d in drafts]
    assert [each for each in said if each[0] in DEALINGS] == []


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row[1]}: {row[6][:60]}")
def test_a_wording_is_read(row: tuple[bool, str, str, str, str, str, str]) -> None:
    is_known, *expected = row
    read = is_read(*expected)
    if not is_known:
        assert not read, "it is read now: take the question mark away"
        return
    assert read
