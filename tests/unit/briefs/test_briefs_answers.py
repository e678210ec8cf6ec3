"""What answers look like in the terminal."""

import io

import pytest
from rich.console import Console

from kutla.briefs.answers import print_answers, print_diff, print_timeline, print_why
from kutla.state import WEIGHTS, Question, ask, diff, timeline
from support.diary import Diary


@pytest.fixture
def diary():
    diary = Diary()
    first = diary.report(
        "Herald", "2031-07-01", "Harbour | joins_bloc | Big Tent | possible | by Ana Rusk"
    )
    diary.report(
        "Mirror", "2031-07-01", "Harbour | joins_bloc | Big Tent | possible", copy_of=first
    )
    diary.report("Post", "2031-07-02", "Harbour | refuses_bloc | Big Tent | by anonymous an aide")
    return diary


def printed(show, *arguments):
    out = io.StringIO()
    show(*arguments, Console(file=out, width=100, highlight=False))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def copies(diary):
    by_id = {document.id: document for document in diary.documents}
    return {
        id_: tuple(by_id[i] for i in story.document_ids)
        for story in diary.stories
        for id_ in story.document_ids
    }


def test_both_sides_stand_with_their_claims_and_a_copy_adds_no_story(diary):
    state = diary.state("2031-07-10")
    (fact,) = state.facts
    yes, copy, no = (claim.id for claim in diary.claims)
    answers = ask(state.facts, Question(), {d.id: d for d in diary.documents})
    assert printed(print_answers, answers, copies(diary)) == (
        f"Harbour may join Big Tent  [contested]  day open, fact {fact.id}\n"
        "  1 independent story: Harbour may join Big Tent  (log-odds +1.1)\n"
        f"    Ana Rusk, in Herald, 1 July 2031  {yes}  (also in Mirror)\n"
        "      “Harbour | joins_bloc | Big Tent | possible | by Ana Rusk”\n"
        f"    Mirror, 1 July 2031  {copy}  (of a story counted already)\n"
        "      “Harbour | joins_bloc | Big Tent | possible”\n"
        "  1 independent story: Harbour refuses to join Big Tent  (log-odds +0.2)\n"
        f"    an aide (not named), in Post, 2 July 2031  {no}\n"
        "      “Harbour | refuses_bloc | Big Tent | by anonymous an aide”\n"
        "\n"
        "1 fact, 3 claims, 2 independent stories"
    )


def test_why_shows_every_weight_and_the_place_of_every_quote(diary):
    (fact,) = diary.state("2031-07-10").facts
    documents = {document.id: document for document in diary.documents}
    said = printed(print_why, fact, copies(diary), documents, WEIGHTS)
    for part in (
        "For: Harbour may join Big Tent  (log-odds +1.10, odds 3.0 to 1, from 1 independent story)",
        "   +1.10  named: Ana Rusk, 1 July 2031",
        "       –  reported: Mirror, 1 July 2031; its story is counted already",
        "Against: Harbour refuses to join Big Tent",
        "Herald-0.txt, line 2; claim",
        "; also in Mirror",
        "official 1.6",
    ):
        assert part in said


def test_a_day_that_is_only_a_bound_is_told_from_one_that_is_stated(diary):
    diary.report("Post", "2031-07-05", "Dawn | meets | Meadow | on 2031-07-03")
    lines = printed(print_timeline, timeline(diary.state("2031-07-10"))).splitlines()
    assert [line[:14].strip() for line in lines] == [
        "by 2031-07-01", "by 2031-07-02", "2031-07-03",
    ]  # fmt: skip
    assert "[other side]" in lines[1]


def test_a_diff_says_what_is_compared_and_what_it_was_before(diary):
    before = diary.state("2031-07-01", known_at="2031-07-01")
    after = diary.state("2031-07-01", known_at="2031-07-03")
    said = printed(print_diff, diff(before, after))
    assert said.startswith(
        "Arvonia, 1 July 2031: what came to be known from 2031-07-01 00:00 to 2031-07-03 00:00 UTC"
    )
    assert printed(print_diff, diff(before, before)).endswith("nothing changed")
