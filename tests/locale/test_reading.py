"""Dates and times that people write."""

from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.locale.formats import long_date, medium_date, weekday_date
from desk.locale.reading import WeekdayContradiction, parse_clock, parse_date

LANGUAGES = ("id", "en", "ru", "kk")
languages = st.sampled_from(LANGUAGES)
SUNDAY = date(2026, 12, 6)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), languages, languages)
def test_what_the_desk_writes_it_reads_in_any_language(
    day: date, written: str, reading: str
) -> None:
    for write in (long_date, medium_date, weekday_date):
        assert parse_date(write(day, written), reading) == day
    assert parse_date(day.isoformat(), reading) == day
    assert parse_date(f"{day.day}/{day.month}/{day.year}", reading) == day


@pytest.mark.parametrize(
    "text",
    [
        "6 Des 2026",
        "06 Des. 2026",
        "6/12/2026",
        "6-12-2026",
        "06.12.26",
        "2026-12-06",
        "2026/12/6",
        "Min 6 Des 2026",
        "Min, 6/12/2026",
        "MINGGU,6 DESEMBER 2026",
        "Ahad, 6 Desember 2026",
        "Hari Minggu tanggal 6 Desember 2026",
        "6 December 2026",
        "December 6, 2026",
        "Sunday 6th of December 2026",
        " 6-Des-2026 ",
    ],
)
def test_dates_are_read_as_people_write_them(text: str) -> None:
    assert parse_date(text, "id") == SUNDAY


def test_old_and_other_spellings_are_read() -> None:
    assert parse_date("Jum'at, 4 Desember 2026", "id") == date(2026, 12, 4)
    assert parse_date("Jum’at, 4 Desember 2026", "id") == date(2026, 12, 4)
    assert parse_date("3 Agt 2026", "id") == date(2026, 8, 3)
    assert parse_date("2 Nopember 2026", "id") == date(2026, 11, 2)
    assert parse_date("1 Pebruari 2026", "id") == date(2026, 2, 1)
    assert parse_date("9 Sep 2026", "en") == date(2026, 9, 9)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "6",
        "2026",
        "12/2026",
        "6 desember",
        "6/12",
        "Minggu",
        "besok",
        "31/2/2026",
        "2026-13-01",
        "6 Des 2026 9.00",
        "6 Des Des 2026",
        "6/12/206",
        "6/12/20266",
        "1/1/1899",
        "2200-01-01",
        "6+12+2026",
        "6 Des 2026?",
        "12/6/2026/1",
    ],
)
def test_what_is_not_a_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a date"):
        parse_date(text, "id")


def test_a_date_without_a_year_takes_the_one_that_is_offered() -> None:
    assert parse_date("6 desember", "id", default_year=2026) == SUNDAY
    assert parse_date("Min 6/12", "id", default_year=2026) == SUNDAY
    assert parse_date("6 Des 2025", "id", default_year=2026) == date(2025, 12, 6)


def test_a_weekday_that_contradicts_its_date_is_refused_with_both() -> None:
    with pytest.raises(WeekdayContradiction) as caught:
        parse_date("Sen 6 Des 2026", "id")
    assert (caught.value.day, caught.value.named, caught.value.real) == (SUNDAY, 0, 6)
    assert str(caught.value) == "2026-12-06 is a Sunday, not a Monday"
    with pytest.raises(WeekdayContradiction):
        parse_date("Sabtu 6/12", "id", default_year=2026)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(ValueError):
        assert isinstance(parse_date(text, "id"), date)
    with suppress(ValueError):
        assert isinstance(parse_clock(text), time)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9", time(9)),
        ("9.30", time(9, 30)),
        ("09:30", time(9, 30)),
        ("0930", time(9, 30)),
        ("930", time(9, 30)),
        (" 23.59 ", time(23, 59)),
        ("0", time(0)),
    ],
)
def test_times_are_read_with_dots_colons_or_neither(text: str, expected: time) -> None:
    assert parse_clock(text) == expected


@pytest.mark.parametrize("text", ["", "25.00", "24.00", "9.60", "9.3", "1.2.3", "-1", "pagi", "９"])
def test_what_is_not_a_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a time"):
        parse_clock(text)
