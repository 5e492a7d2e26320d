"""Numbers of a printed list, typed back."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desk.rules.list_numbers import list_numbers


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("3, 5-9, 12", (3, 5, 6, 7, 8, 9, 12)),
        ("9 - 7", (7, 8, 9)),
        ("4;4 1", (1, 4)),
        ("2\u20133,", (2, 3)),
        ("", None),
        ("lisa", None),
        ("3, lisa", None),
        ("1-2-3", None),
        ("1234", None),
    ],
)
def test_numbers_and_spans_are_read_and_nothing_else(
    typed: str, numbers: tuple[int, ...] | None
) -> None:
    assert list_numbers(typed) == numbers


@given(some.sets(some.integers(0, 999), min_size=1))
def test_what_is_written_out_is_read_back(numbers: set[int]) -> None:
    assert list_numbers(", ".join(map(str, numbers))) == tuple(sorted(numbers))
