"""Facts in English, over every kind, polarity and modality."""

import itertools

import pytest

from kutla.briefs.words import (
    cap,
    say,
    say_day,
    say_period,
    seats_in_words,
    shorten,
    with_article,
)
from kutla.claims import KINDS, Claim, Modality, Polarity
from kutla.state import Alternative, Evidence, Fact, Standing
from kutla.vocabulary import EntityKind, Period, Quote, Referent

HARBOUR = Referent("Harbour Party", "h", EntityKind.PARTY)
MEADOW = Referent("Meadow Alliance", "m", EntityKind.ELECTORAL_ALLIANCE)
ILSE = Referent("Ilse Brandt", "i", EntityKind.PERSON)
PREMIER = Referent("prime minister", None, EntityKind.OFFICE)
MPS = Referent("40 MPs", None, EntityKind.GROUP)


def fact(
    kind, subject=HARBOUR, target=MEADOW, *, polarity="affirmed", modality="actual", value=None
):
    claim = Claim(
        kind=kind,
        subject=subject,
        object=target,
        value=value,
        polarity=Polarity(polarity),
        modality=Modality(modality),
        quote=Quote("d", 0, 4, "said"),
        method="test",
        certainty=1.0,
    )
    item = Evidence(claim, "s", "Gazette", 1.0, is_counted=True, why="named")
    side = Alternative(value, None, claim.polarity, claim.modality, (item,), 1.0)
    return Fact("f", kind, subject, target, Standing.REPORTED, (side,), "one story")


SAYS = [
    (fact("joins_bloc"), "the Harbour Party joined the Meadow Alliance"),
    (fact("joins_bloc", MPS), "40 MPs joined the Meadow Alliance"),
    (fact("joins_bloc", modality="possible"), "the Harbour Party may join the Meadow Alliance"),
    (fact("joins_bloc", modality="planned"), "the Harbour Party is to join the Meadow Alliance"),
    (fact("joins_bloc", polarity="negated"), "the Harbour Party does not join the Meadow Alliance"),
    (
        fact("meets", polarity="denied"),
        "it is denied that the Harbour Party was in contact with the Meadow Alliance",
    ),
    (fact("part_of", MPS), "40 MPs are part of the Meadow Alliance"),
    (fact("leads", ILSE), "Ilse Brandt leads the Meadow Alliance"),
    (fact("holds_office", ILSE, PREMIER), "Ilse Brandt is prime minister"),
    (
        fact("withdraws_candidacy", ILSE, PREMIER),
        "Ilse Brandt withdrew from the race for prime minister",
    ),
    (fact("withdraws_candidacy", ILSE, None), "Ilse Brandt withdrew from the race"),
    (
        fact("forms_bloc", HARBOUR, MEADOW),
        "the Harbour Party formed an alliance with the Meadow Alliance",
    ),
    (
        fact("forms_bloc", HARBOUR, Referent("pro-port coalition")),
        "the Harbour Party formed a pro-port coalition",
    ),
    (fact("resigns", ILSE, None), "Ilse Brandt resigned"),
    (fact("seats", HARBOUR, None, value=31), "the Harbour Party holds 31 seats"),
    (fact("detains", MPS, None), "40 MPs were detained"),
]


@pytest.mark.parametrize(("said", "words"), SAYS, ids=[words for _, words in SAYS])
def test_a_fact_is_said(said: Fact, words: str) -> None:
    assert say(said) == words


@pytest.mark.parametrize(
    ("kind", "polarity", "modality"),
    list(itertools.product([k.name for k in KINDS], Polarity, Modality)),
)
def test_every_kind_can_be_said_in_every_mood(kind: str, polarity: str, modality: str) -> None:
    for target in (MEADOW, None):
        told = say(fact(kind, target=target, polarity=polarity, modality=modality, value=3))
        assert told
        assert "{" not in told
        assert "None" not in told
        assert "  " not in told


def test_days_and_stretches_read_as_in_a_paper() -> None:
    assert say_day(Period.parse("2018-05-03").first_on) == "3 May 2018"
    assert say_period(Period.parse("2018-05")) == "May 2018"
    assert say_period(Period.parse("2018")) == "2018"
    assert say_period(Period.parse("2018-05-03/2018-05-09")) == "3 May 2018 – 9 May 2018"
    assert say_period(None) == "day open"


def test_figures_carry_their_unit() -> None:
    assert seats_in_words(1, None) == "1 seat"
    assert seats_in_words(54, 329) == "54 of 329 seats"


def test_names_take_the_article_that_they_need() -> None:
    assert with_article(HARBOUR) == "the Harbour Party"
    assert with_article(ILSE) == "Ilse Brandt"
    assert with_article(Referent("Sairoon")) == "Sairoon"


def test_long_words_are_cut_at_a_word() -> None:
    assert shorten("one two three", most=9) == "one two …"
    assert cap("on Tuesday") == "On Tuesday"
