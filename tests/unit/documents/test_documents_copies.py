"""Which reports are one: copies, parts, shared statements; and what must not be put together."""

import random
from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kutla.documents import CopyIndex, Document, Metadata, Story, copies, group, make_document
from kutla.documents.copies import aligned_share, sketch

WORDS = [
    a + b
    for a in ("har", "lu", "ves", "dor", "mi", "ka", "ren")
    for b in ("bor", "na", "ti", "ko", "sel", "vin", "da", "po")
]
QUOTE = "“" + " ".join(WORDS[:40]) + ",”"


def prose(seed: int, words: int = 200) -> str:
    rng = random.Random(seed)
    return "\n\n".join(
        " ".join(rng.choice(WORDS) for _ in range(20)).capitalize() + "."
        for _ in range(words // 20)
    )


def document(text: str, **metadata: str) -> Document:
    return make_document(text, address="a.txt", metadata=Metadata(**metadata))


def members(stories: tuple[Story, ...]) -> list[int]:
    return [len(story.document_ids) for story in stories]


def kinds(stories: tuple[Story, ...]) -> set[str]:
    return {edge.kind for story in stories for edge in story.copies}


def test_a_copy_with_another_head_and_comments_is_the_same_story() -> None:
    comments = "\n\n3 Comments\n\nKestrel88\n\nYou are wrong, my friend, and you know it."
    stories = group(
        [document(prose(1)), document("A Headline of Its Own\n\n" + prose(1) + comments)]
    )
    assert members(stories) == [2]
    assert kinds(stories) == {"copy"}


def test_different_reports_are_different_stories() -> None:
    stories = group([document(prose(seed)) for seed in range(5)])
    assert members(stories) == [1] * 5
    assert kinds(stories) == set()


def test_a_wire_story_inside_a_longer_text_is_found() -> None:
    stories = group(
        [document(prose(1)), document(prose(2) + "\n\n" + prose(1) + "\n\n" + prose(3))]
    )
    assert members(stories) == [2]
    assert kinds(stories) == {"contains"}
    edge = stories[0].copies[0]
    assert edge.document_id == stories[0].document_ids[1], "the longer one contains the shorter"


def test_a_roundup_does_not_make_one_story_of_the_reports_it_carries() -> None:
    one, two = document(prose(1)), document(prose(2))
    roundup = document(prose(1) + "\n\n" + prose(2))
    for order in ([one, two, roundup], [roundup, one, two], [one, roundup, two]):
        stories = group(order)
        apart = [{one.id, two.id} <= set(story.document_ids) for story in stories]
        assert not any(apart)


def test_reports_that_share_only_a_long_quotation_are_not_merged() -> None:
    one, two = (document(f"{prose(seed, 60)}\n\n{QUOTE} she said.") for seed in (1, 2))
    stories = group([one, two])
    assert members(stories) == [1, 1]
    assert kinds(stories) == {"shared_quote"}


def test_partial_overlap_with_the_outlet_that_is_credited_is_an_edge_and_no_merge() -> None:
    origin = document(prose(1), outlet="Reuters")
    teller = document(
        "\n\n".join(
            [*prose(1).split("\n\n")[:2], prose(2), "The talks have failed, Reuters reported."]
        )
    )
    stories = group([origin, teller])
    assert members(stories) == [1, 1]
    assert kinds(stories) == {"credited_origin"}


def test_shuffled_words_are_no_copy() -> None:
    paragraphs = [" ".join(prose(1).split())[i : i + 70] for i in range(0, 1200, 70)]
    text = ". ".join(paragraphs) + "."
    shuffled = list(paragraphs)
    random.Random(3).shuffle(shuffled)
    one, two = sketch(document(text)), sketch(document(". ".join(shuffled) + "."))
    assert max(aligned_share(one, two)) < 0.5


def test_the_order_of_reading_decides_the_lead_and_not_the_grouping() -> None:
    documents = [
        document(prose(1)),
        document(prose(2)),
        document("Another Headline Here\n\n" + prose(1)),
    ]
    forwards, backwards = group(documents), group(documents[::-1])
    assert {frozenset(s.document_ids) for s in forwards} == {
        frozenset(s.document_ids) for s in backwards
    }
    assert forwards[0].document_ids[0] == documents[0].id


def test_a_document_added_is_compared_only_with_those_that_share_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    index = CopyIndex()
    for seed in range(30):
        index.add(document(prose(seed)))
    compared = []
    original = copies.compare
    monkeypatch.setattr(copies, "compare", lambda a, b: compared.append(a) or original(a, b))
    edges = index.add(document("A New Headline Here\n\n" + prose(7)))
    assert len(edges) == 1
    assert len(compared) == 1


def test_the_same_document_twice_adds_nothing() -> None:
    one = document(prose(1))
    assert members(group([one, one])) == [1]


@pytest.mark.parametrize("kept", [1.0, 0.9, 0.8, 0.7, 0.6])
def test_copies_are_found_at_every_degree_of_cutting(kept: float) -> None:
    found = 0
    for seed in range(30):
        text = prose(seed, 400)
        paragraphs = text.split("\n\n")
        cut = (
            "\n\n".join(paragraphs[: max(1, round(kept * len(paragraphs)))])
            + "\n\nAnd one more sentence follows here at the end."
        )
        found += members(group([document(text), document(cut)])) == [2]
    assert found == 30


def by_brute_force(one: Document, two: Document) -> float:
    a, b = sketch(one).shingles, sketch(two).shingles
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / max(1, min(len(a), len(b)))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(0, 9), min_size=2, max_size=8, unique=True),
    st.lists(st.integers(0, 9), min_size=2, max_size=8, unique=True),
)
def test_the_alignment_is_never_below_that_of_difflib(one: list[int], two: list[int]) -> None:
    a, b = (document("\n\n".join(prose(seed, 20) for seed in seeds)) for seeds in (one, two))
    fast = max(aligned_share(sketch(a), sketch(b)))
    assert fast >= by_brute_force(a, b) - 0.05
