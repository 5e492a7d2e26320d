"""desk/rules/precedence_moves.py: a move decides what was said, and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.precedence_moves import places_after_move


@pytest.mark.parametrize(
    ("shown", "decided", "moved", "to", "places"),
    [
        # To the top: one stands first, the others are as equal as before.
        ("ABCD", 0, "C", 0, {"C": 1, "A": None, "B": None, "D": None}),
        # One up: who stays above it is told apart as well.
        ("ABCD", 0, "C", 1, {"A": 1, "C": 2, "B": None, "D": None}),
        # One down: those it gave way to are told apart.
        ("ABCD", 0, "A", 1, {"B": 1, "A": None, "C": None, "D": None}),
        # What was decided before stays decided.
        ("ABCD", 2, "B", 0, {"B": 1, "A": 2, "C": None, "D": None}),
        ("ABCD", 2, "D", 0, {"D": 1, "A": 2, "B": 3, "C": None}),
        ("ABCD", 3, "A", 1, {"B": 1, "A": 2, "C": 3, "D": None}),
        ("ABCD", 1, "A", 3, {"B": 1, "C": 2, "D": 3, "A": None}),
        ("ABCD", 2, "A", 0, {"A": 1, "B": 2, "C": None, "D": None}),
    ],
)
def test_what_a_move_decides(
    shown: str, decided: int, moved: str, to: int, places: dict[str, int | None]
) -> None:
    assert places_after_move(shown, decided, moved, to) == places


def test_there_is_no_place_outside() -> None:
    with pytest.raises(ValueError, match="no place 3"):
        places_after_move("ABC", 0, "A", 3)


@given(st.data(), st.integers(1, 9))
def test_the_moved_one_stands_where_it_was_put(data: st.DataObject, count: int) -> None:
    shown = list(range(count))
    decided = data.draw(st.integers(0, count))
    moved, to = data.draw(st.sampled_from(shown)), data.draw(st.integers(0, count - 1))
    places = places_after_move(shown, decided, moved, to)
    last = count + 1
    # Shown anew, the undecided stand in the order announced: whom it passed stay passed.
    anew = sorted(shown, key=lambda key: (places[key] or last, key))
    if to < moved:
        assert anew.index(moved) == to
    passed = shown[to:moved] if to < moved else shown[moved + 1 : to + 1]
    for other in passed:
        before = anew.index(moved) < anew.index(other)
        assert before == (to < moved)
    given = sorted(place for place in places.values() if place is not None)
    assert given == list(range(1, len(given) + 1))
