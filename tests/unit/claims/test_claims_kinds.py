from __future__ import annotations

import pytest

from kutla.claims.kinds import KINDS, get_kind
from kutla.errors import UnknownKindError

DESIGN = """
seats member_of leads part_of forms_bloc joins_bloc leaves_bloc refuses_bloc negotiates_with
supports opposes accuses meets backed_by threatens candidate_for withdraws_candidacy nominated_for
appointed_to holds_office resigns controls confidence_vote election court_ruling session attacks
raids detains releases event_other
"""


def test_the_list_is_closed_and_in_the_order_of_the_design():
    assert [kind.name for kind in KINDS] == DESIGN.split()


def test_talks_and_meetings_are_the_only_symmetric_kinds():
    assert {kind.name for kind in KINDS if kind.symmetric} == {"negotiates_with", "meets"}


def test_seats_take_a_number_and_no_object():
    seats = get_kind("seats")
    assert seats.has_value
    assert not seats.object_kinds
    assert not seats.object_required


def test_an_office_lasts_and_a_resignation_happens():
    assert get_kind("holds_office").is_lasting
    assert not get_kind("resigns").is_lasting


def test_whatever_lasts_may_change():
    assert all(kind.is_changeable for kind in KINDS if kind.is_lasting)


def test_no_plover_code_is_forced_where_none_fits():
    for kind in KINDS:
        assert kind.plover.fit in {"exact", "lossy", "none"}
        assert (kind.plover.event is None) == (kind.plover.fit == "none"), kind.name


def test_every_kind_is_defined_with_two_examples_of_its_own():
    examples = [example for kind in KINDS for example in kind.examples]
    assert len(set(examples)) == 2 * len(KINDS)
    assert all(kind.definition.endswith(".") for kind in KINDS)


def test_an_unknown_kind_is_refused_with_the_known_ones_listed():
    with pytest.raises(UnknownKindError, match=r"'seat'.*seats, member_of.*event_other"):
        get_kind("seat")
