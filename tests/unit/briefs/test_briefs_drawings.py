"""Drawings: a place for every seat, ids that do not collide, words for those who do not see."""

import re

import pytest

from kutla.briefs.drawings import draw_bars, draw_hemicycle, draw_lattice, seat_places
from kutla.coalitions import coalitions_from_state
from support.states import fact, make_state


@pytest.mark.parametrize("seats", [1, 2, 7, 61, 120, 150, 329, 736])
def test_every_seat_has_a_place_in_the_half_circle(seats: int) -> None:
    places = seat_places(seats)
    assert len(places) == seats
    assert len({(round(x, 6), round(y, 6)) for x, y in places}) == seats
    assert all(y > -1e-9 and x * x + y * y <= 1.0001 for x, y in places)


def _state():
    return make_state(
        [fact("seats", name, values=(seats,)) for name, seats in (("Harbour", 31), ("Meadow", 24))]
    )


def test_seats_nobody_reports_are_hollow() -> None:
    state = _state()
    svg = draw_hemicycle(state).svg
    assert svg.count('class="hollow"') == state.chamber.seats - 55
    assert svg.count("<circle") == state.chamber.seats


def test_pictures_have_a_title_a_description_and_ids_of_their_own() -> None:
    state = _state()
    found = coalitions_from_state(state)
    best = found.without_contested.best
    pictures = [
        draw_hemicycle(state).svg,
        draw_bars(best, found.groups, found.quota).svg,
        draw_lattice(best, found.quota).svg,
    ]
    ids = [each for svg in pictures for each in re.findall(r'\bid="([^"]+)"', svg)]
    assert len(ids) == len(set(ids))
    for svg in pictures:
        assert "<title" in svg
        assert "<desc" in svg
        assert 'role="img"' in svg
