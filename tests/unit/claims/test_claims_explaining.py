"""What is said of how a claim was read."""

from kutla.claims.explaining import explain
from kutla.claims.extract import extract
from kutla.documents import Block, BlockRole, Document
from kutla.language import analyse, load_pipeline
from kutla.register import Register
from kutla.vocabulary import Chamber

TEXT = (
    "Ilse Brandt, who leads the Meadow List, said on Monday that she would not join a government "
    "with the Harbour Party. Brandt's office denied that she had met Tomas Reek."
)


def told():
    document = Document("d", "d.txt", TEXT, (Block(0, len(TEXT), BlockRole.PARAGRAPH),))
    analysis = analyse(document, Register.empty("x", Chamber("house", 100)), load_pipeline())
    return document, analysis, {each.claim.kind: each for each in explain(document, analysis)}


def test_every_claim_is_explained_once():
    document, analysis, explained = told()
    assert set(explained) == {draft.kind for draft in extract(document, analysis)}


def test_what_found_it_and_how_sure_that_is():
    leads = told()[2]["leads"]
    assert any("lead" in line for line in leads.found)
    assert leads.found[-1].startswith("certainty 0.")
    assert leads.sentence.startswith("Ilse Brandt, who leads")
    assert "‹P0›" in leads.tagged
    assert ("leads", "VERB") in {(word, tag) for word, tag, _, _ in leads.parse}


def test_whom_the_names_mean():
    refusal = told()[2]["refuses_bloc"]
    assert refusal.names[0].startswith("Ilse Brandt: 'she', a pronoun; person")
    assert refusal.names[1].startswith("Harbour Party: 'Harbour Party', written so")


def test_why_the_mood_and_the_voices_are_as_they_are():
    explained = told()[2]
    assert "the wording itself says affirmed and actual" in explained["refuses_bloc"].mood
    assert "Ilse Brandt (speaker)" in explained["refuses_bloc"].voices[0]
    assert explained["leads"].voices == ("the document says it itself",)
    assert "Ilse Brandt's office denies it" in explained["meets"].mood
