"""The index leaves out only what is not alike: the brute-force twin compares everything."""

import csv
from pathlib import Path

import pytest

from kutla.register import name_likeness
from kutla.register.likeness import PROPOSE_FROM
from kutla.register.lookup import NameIndex

PAIRS = tuple(
    csv.DictReader((Path(__file__).parent / "pairs.csv").read_text(encoding="utf-8").splitlines())
)
NAMES = tuple(dict.fromkeys(name for pair in PAIRS for name in (pair["left"], pair["right"])))


def test_what_is_alike_is_found_by_the_index_as_by_comparing_everything():
    index = NameIndex(NAMES)
    missed, alike = [], 0
    for at, name in enumerate(NAMES[::40]):
        found = index.near(name)
        for other, each in enumerate(NAMES):
            if name_likeness(name, each) >= PROPOSE_FROM:
                alike += 1
                if other not in found:
                    missed.append((name, each))
        assert 40 * at in found
    assert len(missed) <= 0.02 * alike, missed


def test_a_stranger_is_near_few():
    index = NameIndex(NAMES)
    assert len(index.near("Quentin Oxley")) <= 2
    assert index.near("") == ()
    assert index.near("…") == ()


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("Nasrallah", "Nasr Allah"),
        ("Noureddine Bedoui", "Nur al-Din Badawi"),
        ("Patriotic Union of Kurdistan", "PUK"),
        ("PUK", "Patriotic Union of Kurdistan"),
        ("Jan Peter Balkenende", "J. P. Balkenende"),
        ("Tahaluf al-Nasr", "Victory Alliance"),
        ("Javad Zarif", "Jawad Dharif"),
        ("National Accord (Wifaq)", "Wifaq"),
    ],
)
def test_one_name_is_found_from_another_way_of_writing_it(name, asked):
    assert NameIndex([name]).near(asked) == (0,)
