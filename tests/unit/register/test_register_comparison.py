import time
from datetime import date

import pytest

from kutla.register import Sameness, compare_names


@pytest.mark.parametrize(
    ("left", "right", "sameness", "is_decided"),
    [
        ("Dawn Coalition", "al-Fajr list", Sameness.SAME, True),
        ("Dawn Coalition", "Homeland", Sameness.DIFFERENT, True),
        ("Tomas Varro", "Thomas Varro", Sameness.SAME, False),
        ("Ilsa Varro", "Ilsa Varo", Sameness.DIFFERENT, True),
        ("Varro", "Tomas Varro", Sameness.UNSURE, False),
        ("Reform", "reform", Sameness.UNSURE, False),
        ("Quentin Oxley", "Olga Kern", Sameness.DIFFERENT, False),
        ("Karim Basri", "كريم البصري", Sameness.SAME, False),
    ],
)
def test_recorded_names_decide_and_likeness_proposes(arvonia, left, right, sameness, is_decided):
    found = compare_names(left, right, arvonia)
    assert (found.sameness, found.is_decided) == (sameness, is_decided), found.reason
    turned = compare_names(right, left, arvonia)
    assert (turned.sameness, turned.is_decided) == (sameness, is_decided), turned.reason


def test_a_name_that_changed_hands_is_compared_as_of_a_day(arvonia):
    then = compare_names(
        "National Alliance", "National Alliance of Old", arvonia, on=date(2005, 1, 1)
    )
    now = compare_names("National Alliance", "Homeland", arvonia, on=date(2018, 1, 1))
    assert then.likeness > 0.7
    assert not now.is_decided


def test_without_a_register_nothing_is_decided():
    assert not compare_names("Nasr", "Nasr").is_decided
    assert compare_names("Nasr", "Nasr").sameness is Sameness.SAME
    assert compare_names("", "Nasr").sameness is Sameness.DIFFERENT
    assert compare_names("", "").sameness is Sameness.DIFFERENT


@pytest.mark.parametrize(
    "name",
    [
        "Ali " * 3000,
        "x" * 20_000,
        "Union of " * 500,
        "مقتدى " * 400,
        "(" * 50 + "Nasr",
        "A.B." * 300,
    ],
    ids=lambda name: name[:9],
)
def test_what_is_far_too_long_for_a_name_is_nobodys_and_costs_nothing(arvonia, name):
    began = time.perf_counter()
    assert arvonia.match(name).entity_id is None
    assert compare_names(name, name + "s", arvonia).is_decided is False
    assert time.perf_counter() - began < 2.0
