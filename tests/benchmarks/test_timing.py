"""The table of figures."""

from random import Random

import pytest

from tests.benchmarks.draw import Round, spread
from tests.benchmarks.timing import Budget, Figures, Line, figures_of, repeated, table


def test_of_many_numbers_the_median_and_the_95th_of_100() -> None:
    assert figures_of([float(number) for number in range(1, 100)]) == Figures(50, 95)


def test_of_few_numbers_the_highest_stands_for_the_95th() -> None:
    assert figures_of([3.0, 1.0, 2.0]) == Figures(2.0, 3.0)


def test_a_warm_up_is_not_counted() -> None:
    calls: list[int] = []
    repeated(lambda: calls.append(1), 3)
    assert len(calls) == 4


def test_a_budget_may_be_of_the_median_or_of_the_95th() -> None:
    assert str(Budget(16, 33)) == "16 ms, 33 ms p95"
    assert Budget(16, 33).holds(Figures(16, 33))
    assert not Budget(16, 33).holds(Figures(10, 34))
    assert not Budget(high=160, unit="MB").holds(Figures(150, 161))


def test_the_table_says_how_much_of_the_baseline_and_what_is_over() -> None:
    lines = [
        Line("search", Budget(high=30), Figures(10, 20), 2),
        Line("check", Budget(high=2), Figures(1.5, 3)),
        Line("a row", Budget(), Figures(0.5, 1)),
    ]
    assert table(lines).splitlines() == [
        "what   | budget    | median |   p95 | of baseline",
        "search | 30 ms p95 |  10.00 | 20.00 |       x 5.0",
        "check  | 2 ms p95  |   1.50 |  3.00 |             | over",
        "a row  | -         |   0.50 |  1.00",
    ]


def test_numbers_are_spread_within_their_bounds() -> None:
    numbers = spread(Random(1), 30, [2, 3, 4, 5], [9, 9, 9, 9])
    assert sum(numbers) == 30
    assert all(low <= number <= 9 for number, low in zip(numbers, (2, 3, 4, 5), strict=True))
    with pytest.raises(ValueError, match="is not between"):
        spread(Random(1), 40, [2], [9])


def test_a_round_begins_again_and_takes_nothing_twice_at_once() -> None:
    turns = Round(["a", "b", "c"])
    assert turns.take(2) == ["a", "b"]
    assert turns.take(2) == ["c", "a"]
    assert turns.take(9) == ["b", "c", "a"]
