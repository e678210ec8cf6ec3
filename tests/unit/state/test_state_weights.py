"""The table of weights, and what falls under which row."""

from dataclasses import replace

import pytest

from kutla.documents import Outlet, OutletKind
from kutla.state import WEIGHTS
from kutla.state.weights import ANONYMOUS, NAMED, OFFICIAL, PARTISAN, REPORTED, VOUCHED, weigh
from kutla.vocabulary import EntityKind
from support.diary import Diary


def test_vouched_outweighs_official_outweighs_named_outweighs_reported_outweighs_anonymous_outweighs_partisan():
    assert WEIGHTS == (VOUCHED, OFFICIAL, NAMED, REPORTED, ANONYMOUS, PARTISAN)
    assert [w.log_odds for w in WEIGHTS] == sorted((w.log_odds for w in WEIGHTS), reverse=True)
    assert PARTISAN.log_odds > 0


@pytest.mark.parametrize(
    ("voice", "row"),
    [
        ("", REPORTED),
        (" | by Ana Rusk", NAMED),
        (" | by anonymous two aides", ANONYMOUS),
        (" | by the Constitutional Court", OFFICIAL),
    ],
)
def test_a_voice_falls_under_its_row(voice, row):
    diary = Diary()
    diary.report("Herald", "2031-05-20", f"Dawn | seats | 47{voice}")
    assert weigh(diary.claims[0], diary.documents[0], None) == row


def test_an_institution_the_register_knows_is_official_under_any_name():
    diary = Diary()
    diary.report("Herald", "2031-05-20", "Dawn | seats | 47 | by The Tally House")
    assert weigh(diary.claims[0], None, EntityKind.INSTITUTION) == OFFICIAL


def test_a_partys_own_outlet_is_partisan_where_it_speaks_itself():
    diary = Diary()
    diary.report("Dawn Daily", "2031-05-20", "Dawn | seats | 47")
    document = replace(diary.documents[0], outlet=Outlet("Dawn Daily", OutletKind.PARTY))
    assert weigh(diary.claims[0], document, None) == PARTISAN
