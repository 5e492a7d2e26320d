"""What a mark of the small calendar says."""

import pytest

from desk.gui.models.day_words import mark_words
from desk.locale import use_language
from desk.model.rows.overview import DayMark


@pytest.mark.parametrize(
    ("mark", "special", "words"),
    [
        (DayMark(), "", ""),
        (DayMark(events=1), "", "1 event"),
        (DayMark(events=5, visits=1, clashes=2), "", "5 events, 1 visit, 2 with a clash"),
        (DayMark(), "Christmas Day", "Christmas Day"),
        (DayMark(visits=2), "Christmas Day", "Christmas Day, 2 visits"),
    ],
)
def test_a_day_says_what_it_has(mark: DayMark, special: str, words: str) -> None:
    use_language("en")
    assert mark_words(mark, special) == words
