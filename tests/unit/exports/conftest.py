from datetime import date

import pytest

from kutla.exports import Seen
from support.diary import Diary, at


def seen_of(diary, on="2031-07-10", judgements=()):
    state = diary.state(on, judgements=judgements)
    assert state.valid_on == date.fromisoformat(on)
    return Seen.of(state, diary.register, diary.documents, diary.stories, diary.claims, judgements)


@pytest.fixture
def diary():
    diary = Diary()
    first = diary.report(
        "Herald",
        "2031-05-20",
        "Dawn | seats | 47 of 120 | on 2031-05-12",
        "Harbour | seats | 30 | on 2031-05-12",
        "Tomas Dehl | leads | Dawn",
        "Ilsa Varro | holds_office | prime minister",
    )
    diary.report("Mirror", "2031-05-20", "Dawn | seats | 47 of 120 | on 2031-05-12", copy_of=first)
    diary.report(
        "Post",
        "2031-07-02",
        "Dawn | seats | 48 | on 2031-05-12",
        "Harbour | joins_bloc | Big Tent | on 2031-06-01 | by Ana Rusk",
        "Meadow | joins_bloc | Big Tent | possible",
        "the Reed Club | supports | Ilsa Varro | by anonymous two aides",
        "Norland | meets | Vera Solm | denied | on 2031-06-30",
        "Lantern Guard | raids | Harbour | on 2031-06-15",
        "Orchard | part_of | Dawn",
    )
    return diary


@pytest.fixture
def seen(diary):
    return seen_of(diary)


@pytest.fixture
def judged(diary):
    """The same with the third claim rejected."""
    from kutla.ledger import Judgement, Verdict

    wrong = diary.claims[2]
    made = (Judgement(1, Verdict.REJECT, wrong.id, None, "misread", "mb", at("2031-07-03")),)
    return seen_of(diary, judgements=made)
