"""What is cut from a text and why; what stays; and where the offsets lie."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kutla.documents import BlockRole, Document, DropReason, make_document

LEAD = "The Harbour List of Ilva Doren has agreed to sit in a cabinet with Common Ground, it said on Monday."
SECOND = "Talks about the ministries began last week and are to end before parliament meets again in Ljubava."
THIRD = "“We will not give up the interior ministry,” said Marek Tolvi, who led the Harbour List in the talks."
FOURTH = "Common Ground won 31 of the 120 seats in the spring election and has governed alone since that day."
BODY = [LEAD, SECOND, THIRD, FOURTH]


def document(*lines: str) -> Document:
    return make_document("\n\n".join(lines), address="a.txt")


def kept(found: Document) -> list[str]:
    return [found.text[block.start : block.end] for block in found.blocks]


def dropped(found: Document) -> list[tuple[str, DropReason]]:
    return [(found.text[span.start : span.end], span.reason) for span in found.dropped]


def test_clean_text_is_left_alone() -> None:
    found = document(*BODY)
    assert kept(found) == BODY
    assert found.dropped == ()


def test_a_headline_is_recognised_and_kept_once() -> None:
    title = "Harbour List Agrees to Cabinet With Common Ground"
    found = document(title, title, *BODY, title)
    assert found.headline == title
    assert found.blocks[0].role is BlockRole.HEADLINE
    assert kept(found) == [title, *BODY]
    assert [reason for _, reason in dropped(found)] == [DropReason.DOUBLED_HEADLINE] * 2


@pytest.mark.parametrize("mark", ["UPDATED: ", "Breaking: ", "UPDATE 2 - "])
def test_the_mark_of_an_update_is_no_part_of_the_headline(mark: str) -> None:
    found = document(f"{mark}Harbour List agrees to cabinet", *BODY)
    assert found.headline == "Harbour List agrees to cabinet"
    assert kept(found)[0] == "Harbour List agrees to cabinet"


def test_without_a_headline_none_is_made_up() -> None:
    assert document(*BODY).headline is None


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("LJUBAVA (Vesk Wire) – ", "LJUBAVA"),
        ("LJUBAVA, Dorna Region – ", "LJUBAVA"),
        ("PORT HAMEL, May 3 (AFP) — ", "PORT HAMEL"),
        ("Vesk (Reuters) - ", "Vesk"),
        ("Ljubava, 3 May 2019 – ", "Ljubava"),
        ("ALT RISSEN: ", "ALT RISSEN"),
        ("(CNN) ", None),
    ],
)
def test_a_paragraph_starts_behind_its_dateline(dateline: str, place: str | None) -> None:
    found = document(dateline + LEAD, SECOND)
    assert found.place == place
    assert kept(found) == [LEAD, SECOND]
    assert dropped(found) == [(dateline.strip(), DropReason.DATELINE)]


@pytest.mark.parametrize(
    "start",
    [
        "Doren – who leads the Harbour List – ",
        "The Harbour List (HL) said that ",
        "WHO: ",
        "Two - perhaps three - ",
    ],
)
def test_a_dash_alone_makes_no_dateline(start: str) -> None:
    sentence = start + "would not sit in a cabinet with anyone from the Common Ground party."
    assert document(sentence, SECOND).place is None


def test_a_standfirst_that_the_lead_repeats_is_dropped() -> None:
    found = document(
        "Cabinet agreed in Ljubava at last", LEAD, f"LJUBAVA (Vesk Wire) – {LEAD}", SECOND
    )
    assert kept(found) == ["Cabinet agreed in Ljubava at last", LEAD, SECOND]
    assert (LEAD, DropReason.REPEATED_STANDFIRST) in dropped(found)


def test_a_standfirst_that_says_more_is_kept() -> None:
    more = "After nine weeks of talks the Harbour List and Common Ground will govern together."
    assert kept(document("Cabinet agreed at last", more, *BODY))[1:] == [more, *BODY]


@pytest.mark.parametrize(
    "caption",
    [
        "Ilva Doren at the parliament in Ljubava on May 16, 2020. Photo: Press office of the Harbour List",
        "Ilva Doren and Marek Tolvi shake hands in Ljubava. Reuters",
        "Marek Tolvi arrives for talks with the president of the republic (AFP)",
        "Supporters of Common Ground in Port Hamel [M. Lund/Getty Images]",
    ],
)
def test_a_caption_above_the_body_is_dropped(caption: str) -> None:
    found = document("Cabinet agreed in Ljubava", "Tuesday, 3 May, 2022 - 09:30", caption, *BODY)
    assert (caption, DropReason.CAPTION) in dropped(found)
    assert kept(found)[1:] == BODY


def test_a_wire_behind_the_last_sentence_is_cut_and_the_sentence_stays() -> None:
    found = document(*BODY[:3], f"{FOURTH} — Reuters")
    assert kept(found) == BODY
    assert dropped(found) == [("— Reuters", DropReason.CREDIT)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Support VeskCourier", DropReason.DONATION),
        ("3,500 €", DropReason.DONATION),
        ("12 DAYS LEFT UNTIL THE END OF MAY", DropReason.DONATION),
        ("https://example.org/some/page", DropReason.LINK),
        ("Read more: The port and its debts", DropReason.RELATED),
        ("Advertisement", DropReason.NAVIGATION),
        ("Share on Facebook", DropReason.NAVIGATION),
        ("Subscribe to our newsletter and never miss a story", DropReason.SUBSCRIBE),
        ("Editing by Nora Quist", DropReason.CREDIT),
        ("© 2023 The Vesk Courier. All rights reserved.", DropReason.BANNER),
    ],
)
def test_furniture_goes_wherever_it_stands(line: str, reason: DropReason) -> None:
    for at in range(1, len(BODY) + 1):
        found = document(*BODY[:at], line, *BODY[at:])
        assert kept(found) == BODY
        assert dropped(found) == [(line, reason)]


@pytest.mark.parametrize(
    "heading", ["Editor Picks", "Related Articles", "You may also like", "Most read"]
)
def test_what_stands_under_a_related_heading_is_cut(heading: str) -> None:
    found = document(
        *BODY, heading, "A museum opens in Port Hamel", "Trains to stop for three days"
    )
    assert kept(found) == BODY
    assert {reason for _, reason in dropped(found)} == {DropReason.RELATED}


def test_a_related_box_inside_the_article_does_not_end_it() -> None:
    found = document(
        *BODY[:3], "Related", "A museum opens", FOURTH, f"Again, {THIRD}", f"And then, {SECOND}"
    )
    assert FOURTH in kept(found)
    assert len(kept(found)) >= 6


def test_comments_are_cut_from_their_heading_on() -> None:
    remarks = [
        "Kestrel88",
        "You are wrong about the port, my friend, and you know it.",
        "OldSailor",
        "Nope.",
    ]
    found = document(*BODY, "VeskCourier", "Notify of", "13 Comments", *remarks)
    assert kept(found) == BODY
    assert DropReason.COMMENT in {reason for _, reason in dropped(found)}


def test_comments_without_a_heading_are_known_by_their_strangers() -> None:
    remarks = [
        "Kestrel88", "You are wrong about the port, my friend, and you know it.",
        "OldSailor", "Why does nobody ask what all of this costs us?",
        "Mina K", "I was there and it was not like that, thanks for nothing.",
    ]  # fmt: skip
    found = document(*BODY, *remarks)
    assert kept(found) == BODY


def test_an_interview_is_not_taken_for_comments() -> None:
    talk = [
        "Vesk Courier", "Why did you join the talks at all, when your own party was against them?",
        "Ilva Doren", "I thought that we owed it to those who voted for us in the spring.",
        "Vesk Courier", "And do you think that you can trust Common Ground this time?",
        "Ilva Doren", "You never know that before, but I believe we can.",
    ]  # fmt: skip
    assert kept(document(*BODY, *talk))[-1] == talk[-1]


def test_the_policy_on_comments_is_named_as_such() -> None:
    policy = [
        "The Vesk Courier moderates all comments before they appear. We welcome comments on the subject.",
        "We will not tolerate insults, spam or any other abuse of those who write to us or of others.",
    ]
    found = document(*BODY, "Comments", *policy, "Post a comment")
    assert kept(found) == BODY
    assert DropReason.COMMENT_POLICY in {reason for _, reason in dropped(found)}


def test_a_heading_before_any_body_cuts_nothing_below() -> None:
    assert kept(document("Comments", *BODY))[-4:] == BODY


@pytest.mark.parametrize("sign", ["- ", "• ", "  •   ", "* ", "1) "])
def test_a_bullet_starts_behind_its_sign(sign: str) -> None:
    rows = ["Harbour List took 42 seats.", "Common Ground took 31 seats."]
    found = make_document("\n".join([*BODY, *(sign + row for row in rows)]), address="a.txt")
    bullets = [block for block in found.blocks if block.role is BlockRole.BULLET]
    assert [found.text[block.start : block.end] for block in bullets] == rows


def test_rows_of_a_table_are_kept_as_such() -> None:
    rows = ["Harbour List: 42", "Common Ground: 31", "Free Valleys: 17 seats", "New Page: 9"]
    found = document(*BODY, *rows)
    assert [
        kept(found)[i] for i, b in enumerate(found.blocks) if b.role is BlockRole.TABLE_ROW
    ] == rows


def test_hand_wrapped_paragraphs_are_put_together() -> None:
    wrapped = "\n\n".join(
        "\n".join(" ".join(p.split()[i : i + 10]) for i in range(0, len(p.split()), 10))
        for p in BODY
    )
    found = make_document(wrapped, address="a.txt")
    assert [" ".join(text.split()) for text in kept(found)] == BODY


def test_a_pull_quote_is_told_once() -> None:
    found = document(*BODY, THIRD)
    assert kept(found) == BODY
    assert dropped(found) == [(THIRD, DropReason.REPEATED_LINE)]


lines = st.lists(
    st.sampled_from([*BODY, "Comments", "Related", "Support VeskCourier", "- Harbour List 42", "3 May 2019",
                     "LJUBAVA (AFP) – The vote was put off again.", "Kestrel88", "Advertisement", "A Title Here",
                     "Ilva Doren. Photo: AFP", "…", "\u00a0", "http://a.b/c"]),
    max_size=25,
)  # fmt: skip


@given(lines, st.sampled_from(["\n", "\n\n", "\r\n", " \n \n"]))
def test_blocks_and_dropped_spans_never_overlap_and_lose_no_letter(
    parts: list[str], sep: str
) -> None:
    text = sep.join(parts)
    found = make_document(text, address="a.txt")
    spans = sorted(
        [(b.start, b.end) for b in found.blocks] + [(d.start, d.end) for d in found.dropped]
    )
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))
    covered = {i for start, end in spans for i in range(start, end)}
    left = "".join(c for i, c in enumerate(text) if i not in covered)
    assert not any(c.isalnum() for c in left)


@given(st.text(max_size=300))
def test_any_text_can_be_cleaned(text: str) -> None:
    found = make_document(text, address="a.txt")
    assert all(text[b.start : b.end].strip() for b in found.blocks)
