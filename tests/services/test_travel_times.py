"""How long the ways between venues take."""

import pytest

from desk.model.errors import NotThere, UserError
from desk.services import history, travel_times, venues
from desk.services.desk import Desk
from desk.services.travel_times import minutes_between, set_travel_time


@pytest.fixture
def places(desk: Desk) -> tuple[int, int, int]:
    """Samarinda, Balikpapan and Nusantara."""
    return (
        venues.create_venue(desk, name="Pandurata", city="Samarinda"),
        venues.create_venue(desk, name="Sepinggan", city="Balikpapan"),
        venues.create_venue(desk, name="Titik Nol", city="Nusantara"),
    )


def test_a_way_counts_for_the_way_back_until_that_is_noted_too(
    desk: Desk, places: tuple[int, int, int]
) -> None:
    here, there, other = places
    set_travel_time(desk, here, there, 150)
    assert minutes_between(desk, here, there) == 150
    assert minutes_between(desk, there, here) == 150
    assert minutes_between(desk, here, other) is None
    set_travel_time(desk, there, here, 165)
    assert minutes_between(desk, here, there) == 150
    assert minutes_between(desk, there, here) == 165


def test_the_same_minutes_back_are_noted_once(desk: Desk, places: tuple[int, int, int]) -> None:
    here, there, _other = places
    set_travel_time(desk, here, there, 150)
    set_travel_time(desk, there, here, 165)
    set_travel_time(desk, there, here, 150)
    set_travel_time(desk, here, there, 120)
    assert minutes_between(desk, there, here) == 120


def test_taking_the_minutes_away_takes_them_from_both_ways(
    desk: Desk, places: tuple[int, int, int]
) -> None:
    here, there, _other = places
    set_travel_time(desk, here, there, 150)
    set_travel_time(desk, there, here, None)
    assert minutes_between(desk, here, there) is None
    set_travel_time(desk, here, there, 150)
    set_travel_time(desk, there, here, 165)
    set_travel_time(desk, there, here, None)
    assert minutes_between(desk, there, here) == 150


def test_the_matrix_holds_every_venue_by_city_and_says_what_is_inherited(
    desk: Desk, places: tuple[int, int, int]
) -> None:
    here, there, other = places
    set_travel_time(desk, here, there, 150)
    matrix = travel_times.travel_matrix(desk)
    assert [place.where for place in matrix.places] == ["Balikpapan", "Nusantara", "Samarinda"]
    assert (matrix.way(here, there).minutes, matrix.way(here, there).inherited) == (150, False)
    assert (matrix.way(there, here).minutes, matrix.way(there, here).inherited) == (150, True)
    assert matrix.way(here, other).minutes is None
    assert [(place.id, way.minutes) for place, way in travel_times.ways_from(desk, there)] == [
        (other, None),
        (here, 150),
    ]


@pytest.mark.parametrize("minutes", [-1, 1441])
def test_minutes_are_those_of_a_day(desk: Desk, places: tuple[int, int, int], minutes: int) -> None:
    with pytest.raises(UserError, match="Give a number from 0 to 1440") as refused:
        set_travel_time(desk, places[0], places[1], minutes)
    assert refused.value.field == "minutes"


def test_a_way_leads_from_one_venue_to_another(desk: Desk, places: tuple[int, int, int]) -> None:
    with pytest.raises(UserError, match="another venue"):
        set_travel_time(desk, places[0], places[0], 5)
    with pytest.raises(NotThere):
        set_travel_time(desk, places[0], 999, 5)


def test_each_is_one_step_that_says_where_it_begins(
    desk: Desk, places: tuple[int, int, int]
) -> None:
    set_travel_time(desk, places[0], places[1], 150)
    set_travel_time(desk, places[0], places[1], 140)
    step = history.steps(desk)[0]
    assert (step.label, step.about) == ("Travel time", "Pandurata")
    assert [(f.field, f.before, f.after) for f in step.fields] == [("Minutes", "150", "140")]
    history.undo(desk)
    assert minutes_between(desk, places[1], places[0]) == 150


def test_the_ways_of_a_venue_go_and_come_back_with_it(
    desk: Desk, places: tuple[int, int, int]
) -> None:
    here, there, other = places
    set_travel_time(desk, here, there, 150)
    set_travel_time(desk, other, here, 90)
    venues.delete_venue(desk, here)
    assert travel_times.travel_matrix(desk).ways == {}
    history.undo(desk)
    assert minutes_between(desk, here, there) == 150
    assert minutes_between(desk, here, other) == 90
