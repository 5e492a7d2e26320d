"""Search forgives one wrong letter, and says that it did."""

import pytest

from desk.services import people
from desk.services.desk import Desk
from desk.services.finding import find_things


@pytest.mark.parametrize(
    "typed",
    ["manakraev", "mankarev", "mankaraew", "Манкараеф", "kaiza", "mankaraev kaiza", "zakirovic"],
)
def test_a_wrong_letter_still_finds_the_person(desk: Desk, sample: int, typed: str) -> None:
    first = find_things(desk, typed)[0]
    assert (first.kind, first.title) == ("person", "Mankaraev Kaisa Zakirovich")


def test_it_says_so_only_where_nothing_fits_as_typed(desk: Desk, sample: int) -> None:
    assert {hit.why for hit in find_things(desk, "manakraev")} == {"spelled a little otherwise"}
    assert {hit.why for hit in find_things(desk, "mankaraev")} == {""}


def test_the_nearest_comes_first(desk: Desk) -> None:
    for name in ("Bergalievic Example", "Bergaliov Example"):
        people.create_person(desk, name=name)
    titles = [hit.title for hit in find_things(desk, "bergalieov example")]
    assert titles[0] == "Bergaliov Example"


@pytest.mark.parametrize("typed", ["xqxqxqxq", "abai mankuruyev", "kzz", '"mank" OR', "%_%_%_%"])
def test_what_is_not_there_is_not_found(desk: Desk, sample: int, typed: str) -> None:
    assert find_things(desk, typed) == []
