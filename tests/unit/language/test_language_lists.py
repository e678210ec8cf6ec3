"""What lists of names and what stands beside a name say of it."""

import pytest

from kutla.documents import Block, Document
from kutla.language import analyse, load_pipeline
from kutla.language.party_names import party_names
from kutla.register import Register
from kutla.vocabulary import Chamber, EntityKind

NOWHERE = Register.empty("nowhere", Chamber("House", 100))


def stand_for(text: str) -> dict[str, tuple[str, EntityKind | None]]:
    document = Document("m" * 16, "memory", text, (Block(0, len(text)),))
    found = analyse(document, NOWHERE, load_pipeline()).mentions
    return {mention.text: (mention.name, mention.kind) for mention in found}


def test_names_of_parties_are_known_and_common_words_are_not_among_them():
    assert {"Likud", "Vooruit", "Pheu Thai", "sp.a", "Vetëvendosje"} <= party_names()
    assert not {"Action", "Union", "Iraq", "Left"} & party_names()


@pytest.mark.parametrize("name", ["Vooruit", "sp.a", "+Europa", "Bhumjaithai"])
def test_a_known_party_is_one_where_nothing_else_says_so(name: str):
    assert stand_for(f"On Monday {name} changed its mind.")[name] == (name, EntityKind.PARTY)


@pytest.mark.parametrize("opening", ["Within", "Whether", "Unlike", "Rather"])
def test_a_word_that_opens_a_sentence_is_no_part_of_the_name_behind_it(opening: str):
    found = stand_for(f"{opening} Likud or not, the mood was grim.")
    assert "Likud" in found
    assert not any(opening in words for words in found)


def test_a_list_behind_a_comma_is_the_one_named_before_it():
    found = stand_for(
        "Ana Ruiz, who heads the Harbour list, won. State Front, the list of former minister Ivo Novak, lost."
    )
    assert found["list"][0] == "State Front"


def test_its_leader_is_told_of_the_organisation_next_to_it():
    text = (
        "The Harbour Party governs with the Orchard Union, although its leader, Ana Ruiz, is ill."
    )
    assert stand_for(text)["its"][0] == "Orchard Union"


def test_one_given_name_beside_a_party_is_no_party():
    text = "The post went to GPS and Zahid."
    assert stand_for(text).get("Zahid", ("", None))[1] is not EntityKind.PARTY


def test_the_quarter_of_the_sky_in_a_peoples_adjective_is_no_name():
    assert "South" not in stand_for("The South Sudanese politician John Dut died on Monday.")
