"""Who says what about whom: names in any spelling, filters, independent stories."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kutla.briefs.words import say
from kutla.claims import Modality, Polarity
from kutla.errors import UnknownEntityError
from kutla.state import Question, ask, find_asked, find_speaker
from kutla.state.finding import find_facts
from support.diary import Diary


@pytest.fixture(scope="module")
def diary():
    diary = Diary()
    first = diary.report(
        "Herald", "2031-07-01", "Harbour | joins_bloc | Big Tent | possible | by Ana Rusk"
    )
    diary.report(
        "Mirror",
        "2031-07-01",
        "Harbour | joins_bloc | Big Tent | possible | by Ana Rusk",
        copy_of=first,
    )
    diary.report("Post", "2031-07-02", "Harbour | refuses_bloc | Big Tent | by Bo Lind")
    diary.report(
        "Courier", "2031-07-05", "Dawn | seats | 47 | on 2031-05-12", "Dawn | meets | Vera Solm"
    )
    diary.report("Post", "2031-07-06", "Bo Lind's camp | meets | Ilsa Varro | denied")
    return diary


@pytest.fixture(scope="module")
def state(diary):
    return diary.state("2031-07-10")


def answer(state, diary, **asked):
    documents = {document.id: document for document in diary.documents}
    asked = dict(asked)
    names = asked.pop("about", ())
    about = tuple(find_asked(name, state.facts, diary.register) for name in names)
    return ask(state.facts, Question(about=about, **asked), documents)


def test_who_says_what_about_whether_harbour_joins_and_how_many_sources_that_is(state, diary):
    (found,) = answer(state, diary, about=["Harbour"], kinds=("joins_bloc",), is_contested=True)
    sides = {side.reading.polarity: side for side in found.sides}
    assert len(sides[Polarity.AFFIRMED].items) == 2
    assert sides[Polarity.AFFIRMED].stories == 1
    assert sides[Polarity.NEGATED].stories == 1
    assert found.stories == 2
    assert [item.is_counted for item in sides[Polarity.AFFIRMED].items] == [True, False]


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        ({"about": ["dawn"]}, {"seats", "meets"}),
        ({"about": ["Sunrise"]}, {"seats", "meets"}),
        ({"about": ["SUNRISE list"]}, {"seats", "meets"}),
        ({"about": ["Dawn", "Vera Solm"]}, {"meets"}),
        ({"about": ["lind"]}, {"meets"}),
        ({"kinds": ("joins_bloc",)}, {"joins_bloc", "refuses_bloc"}),
        ({"kinds": ("refuses_bloc",)}, {"refuses_bloc"}),
        ({"kinds": ("seats", "meets")}, {"seats", "meets"}),
        ({"polarity": Polarity.DENIED}, {"meets"}),
        ({"modality": Modality.POSSIBLE}, {"joins_bloc"}),
        ({"outlet": "post"}, {"refuses_bloc", "meets"}),
        ({"document": "Courier-3"}, {"seats", "meets"}),
        ({"until": date(2031, 6, 1)}, {"seats"}),
        ({"since": date(2031, 7, 2), "until": date(2031, 7, 5)}, {"refuses_bloc", "meets"}),
        ({"is_contested": True}, {"joins_bloc", "refuses_bloc"}),
        ({}, {"seats", "meets", "joins_bloc", "refuses_bloc"}),
        ({"kinds": ("attacks",)}, set()),
    ],
)
def test_what_is_asked_for_is_given(state, diary, asked, kinds):
    found = answer(state, diary, **asked)
    assert {item.claim.kind for each in found for item in each.items} == kinds


def test_a_speaker_is_found_by_a_part_of_the_name(state, diary):
    for words, number in (("Ana Rusk", 2), ("rusk", 2), ("Nobody", 0)):
        speaker = find_speaker(words, diary.register)
        found = answer(state, diary, speaker=speaker)
        assert sum(len(each.items) for each in found) == number


def test_a_name_that_nobody_bears_is_refused_with_the_nearest(state, diary):
    proposed = find_asked("Harbor", state.facts, diary.register)
    assert proposed.note == "“Harbor” is taken for Harbour (harbour); nobody has judged it"
    with pytest.raises(UnknownEntityError, match="nearest names are Big Tent"):
        find_asked("Hrb Tent", state.facts, diary.register)
    with pytest.raises(UnknownEntityError, match=r"nothing is said about 'Summit' \(Summit\)"):
        find_asked("Summit", state.facts, diary.register)


WORDS = st.sampled_from(["joins_bloc", "refuses_bloc", "seats", "meets"])


@given(st.lists(WORDS, unique=True), st.booleans(), st.sampled_from([None, *Polarity]))
def test_asking_for_less_never_gives_more(state, diary, kinds, contested, polarity):
    asked = {"kinds": tuple(kinds), "is_contested": contested, "polarity": polarity}
    all_of_it = {item.claim.id for each in answer(state, diary) for item in each.items}
    found = {item.claim.id for each in answer(state, diary, **asked) for item in each.items}
    assert found <= all_of_it
    assert not kinds or found == {
        item.claim.id
        for kind in kinds
        for each in answer(state, diary, **{**asked, "kinds": (kind,)})
        for item in each.items
    }


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Harbour joins Big Tent", {"joins_bloc", "refuses_bloc"}),
        ("will Sunrise be in contact with Vera Solm?", {"meets"}),
        ("Dawn 47 seats", {"seats"}),
        ("how many seats does Sunrise hold", {"seats"}),
        ("Ilsa Varro", {"meets"}),
        ("Meadow", None),
        ("weather", None),
    ],
)
def test_a_fact_is_found_by_words_that_say_it(state, diary, words, kinds):
    found = find_facts(words, state.facts, diary.register, say)
    if kinds is None:
        assert found == ()
    else:
        assert len(found) == 1
        assert found[0].kind in kinds


def test_a_fact_is_found_by_its_id_and_by_that_of_a_claim(state, diary):
    for fact in state.facts:
        assert find_facts(fact.id, state.facts, diary.register, say) == (fact,)
        assert fact in find_facts(fact.support[0].claim.id, state.facts, diary.register, say)
