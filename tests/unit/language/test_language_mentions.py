"""Whom a text speaks of: names at their right ends, short forms, kinds, and what stands for them."""

import pytest

from kutla.documents import Block, Document
from kutla.language import analyse, load_pipeline
from kutla.language.passage import Mention
from kutla.register import Register
from kutla.vocabulary import Chamber, EntityKind

NOWHERE = Register.empty("nowhere", Chamber("House", 100))


def mentions(text: str, register: Register = NOWHERE) -> tuple[Mention, ...]:
    blocks, at = [], 0
    for paragraph in text.split("\n"):
        blocks.append(Block(at, at + len(paragraph)))
        at += len(paragraph) + 1
    document = Document("m" * 16, "memory", text, tuple(blocks))
    return analyse(document, register, load_pipeline()).mentions


def named(text: str, words: str, *, last: bool = False) -> Mention:
    found = [m for m in mentions(text) if m.text == words]
    assert found, f"{words!r} is not among {[m.text for m in mentions(text)]}"
    return found[-1 if last else 0]


STANDS_FOR = [
    # text, the words, whom they stand for
    ("Speaker Rafael Okonkwo arrived. Okonkwo said nothing.", "Okonkwo", "Rafael Okonkwo"),
    (
        "The Coastal Democratic Party (CDP) won 12 seats. The CDP wants the ports.",
        "CDP",
        "Coastal Democratic Party (CDP)",
    ),
    (
        "Ilse Brandt, who leads the Harbour Party, spoke. Her party has grown.",
        "Her party",
        "Harbour Party",
    ),
    (
        "Deputies of the Harbour Party met Prime Minister Tomas Reek.\nThe prime minister smiled.",
        "prime minister",
        "Tomas Reek",
    ),
    (
        "The Meadow Movement founded a new cross-party alliance. Nineteen MPs joined the alliance.",
        "alliance",
        "new cross-party alliance",
    ),
    (
        "Harbour Party leader Ilse Brandt met the leader of the Harbour Party's youth.",
        "Brandt",
        "Ilse Brandt",
    ),
]


@pytest.mark.parametrize(("text", "words", "name"), STANDS_FOR[:5])
def test_words_stand_for_the_fullest_name(text: str, words: str, name: str) -> None:
    assert named(text, words, last=True).name == name


def test_a_title_is_no_part_of_a_name() -> None:
    found = named("Former Interior Minister Ana Sousa resigned.", "Ana Sousa")
    assert found.kind is EntityKind.PERSON
    assert "Minister" in found.title


def test_an_owner_and_what_he_owns_are_two() -> None:
    texts = [m.text for m in mentions("Carlos Vidal's Union Party lost the vote in parliament.")]
    assert "Carlos Vidal" in texts
    assert "Union Party" in texts


def test_a_leader_is_cut_off_his_alliance() -> None:
    texts = [m.text for m in mentions("The Dawn Alliance of Omar Haddad won nine seats.")]
    assert "Dawn Alliance" in texts
    assert "Omar Haddad" in texts


def test_a_patron_is_no_part_of_the_name() -> None:
    texts = [m.text for m in mentions("The Iran-backed Desert Brigades shelled the port.")]
    assert "Desert Brigades" in texts
    assert "Iran" in texts


@pytest.mark.parametrize(
    "text",
    ["An Iraqi Shia militia attacked.", "In May the party met.", "However, Monday was calm."],
)
def test_a_people_a_month_or_a_day_is_no_name(text: str) -> None:
    kinds = {m.kind for m in mentions(text)}
    assert not kinds & {EntityKind.PERSON, EntityKind.PARTY, EntityKind.ARMED_FACTION}


def test_counted_people_are_a_group() -> None:
    found = named("So far 40 MPs have joined the new bloc.", "40 MPs")
    assert found.kind is EntityKind.GROUP


def test_initials_are_a_party() -> None:
    text = "The FPÖ won 57 seats. FPÖ deputies cheered. Herbert Maier of the FPÖ left."
    assert named(text, "FPÖ").kind is EntityKind.PARTY
