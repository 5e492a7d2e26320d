"""Dates, times and numbers as they are written in four languages."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from desk.locale import formats
from desk.locale.zones import UnknownZone

LANGUAGES = ("id", "en", "ru", "kk")
BABEL = {"id": "id", "en": "en_GB", "ru": "ru", "kk": "kk"}
SUNDAY = date(2026, 12, 6)
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))


def in_all(function: Callable[..., str], *arguments: object) -> tuple[str, ...]:
    return tuple(function(*arguments, language) for language in LANGUAGES)


def test_long_dates() -> None:
    assert in_all(formats.long_date, SUNDAY) == (
        "Minggu, 6 Desember 2026",
        "Sunday, 6 December 2026",
        "воскресенье, 6 декабря 2026 г.",
        "2026 ж. 6 желтоқсан, жексенбі",
    )


def test_short_dates() -> None:
    assert in_all(formats.medium_date, SUNDAY) == (
        "6 Des 2026",
        "6 Dec 2026",
        "6 дек. 2026 г.",
        "2026 ж. 6 жел.",
    )
    assert in_all(formats.weekday_date, SUNDAY) == (
        "Min 6 Des 2026",
        "Sun 6 Dec 2026",
        "вс, 6 дек. 2026 г.",
        "2026 ж. 6 жел., жс",
    )
    assert in_all(formats.day_month, SUNDAY) == ("6 Des", "6 Dec", "6 дек.", "6 жел.")
    assert in_all(formats.weekday_day_month, SUNDAY) == (
        "Min 6 Des",
        "Sun 6 Dec",
        "вс, 6 дек.",
        "6 жел., жс",
    )


def test_months_stand_alone_as_headings() -> None:
    assert in_all(formats.month_and_year, SUNDAY) == (
        "Desember 2026",
        "December 2026",
        "декабрь 2026 г.",
        "2026 ж. желтоқсан",
    )
    assert [formats.month_names(language)[4] for language in LANGUAGES] == [
        "Mei",
        "May",
        "май",
        "мамыр",
    ]
    assert formats.month_names("id", "abbreviated")[7] == "Agu"


def test_weeks_begin_on_monday() -> None:
    assert formats.weekday_names("id") == (
        "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu",
    )  # fmt: skip
    assert [" ".join(formats.weekday_names(language, "short")) for language in LANGUAGES] == [
        "Sn Sl Rb Km Jm Sb Mg",
        "Mo Tu We Th Fr Sa Su",
        "пн вт ср чт пт сб вс",
        "дс сс ср бс жм сб жс",
    ]
    assert " ".join(formats.weekday_names("id", "abbreviated")) == "Sen Sel Rab Kam Jum Sab Min"


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_and_patterns_are_those_of_cldr(language: str) -> None:
    locale = Locale.parse(BABEL[language])
    for offset in range(366):
        day = date(2028, 1, 1) + timedelta(days=offset)
        # In 2.18 the full Indonesian pattern alone has a leading zero.
        full = format_date(day, "EEEE, d MMMM y" if language == "id" else "full", locale)
        assert formats.long_date(day, language) == full.replace("\u202f", " ")
        medium = "y 'ж'. d MMM" if language == "kk" else "medium"
        assert formats.medium_date(day, language) == format_date(day, medium, locale).replace(
            "\u202f", " "
        )
        alone = formats.month_names(language)[day.month - 1]
        assert alone == locale.months["stand-alone"]["wide"][day.month].lower() or (
            alone == locale.months["stand-alone"]["wide"][day.month]
        )
        abbreviated = formats.weekday_names(language, "abbreviated")[day.weekday()]
        assert abbreviated == locale.days["format"]["abbreviated"][day.weekday()]
        if language != "id":
            short = formats.weekday_names(language, "short")[day.weekday()]
            assert short == locale.days["format"]["short"][day.weekday()]


def test_ranges_of_full_dates() -> None:
    assert in_all(formats.date_range, date(2025, 6, 30), date(2025, 7, 2)) == (
        "Senin, 30 Juni 2025 s.d. Rabu, 2 Juli 2025",
        "Monday, 30 June 2025 to Wednesday, 2 July 2025",
        "понедельник, 30 июня 2025 г. – среда, 2 июля 2025 г.",
        "2025 ж. 30 маусым, дүйсенбі – 2025 ж. 2 шілде, сәрсенбі",
    )


def test_a_shared_year_can_be_written_once() -> None:
    first, last = date(2026, 12, 5), date(2026, 12, 7)
    written = [
        formats.date_range(first, last, language, same_year_once=True) for language in LANGUAGES
    ]
    assert written == [
        "Sabtu, 5 Desember s.d. Senin, 7 Desember 2026",
        "Saturday, 5 December to Monday, 7 December 2026",
        "суббота, 5 декабря – понедельник, 7 декабря 2026 г.",
        "2026 ж. 5 желтоқсан, сенбі – 7 желтоқсан, дүйсенбі",
    ]
    over_new_year = formats.date_range(
        date(2026, 12, 31), date(2027, 1, 1), "id", same_year_once=True
    )
    assert over_new_year == "Kamis, 31 Desember 2026 s.d. Jumat, 1 Januari 2027"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_range_of_one_day_is_that_day(language: str) -> None:
    assert formats.date_range(SUNDAY, SUNDAY, language) == formats.long_date(SUNDAY, language)
    short = formats.short_date_range(SUNDAY, SUNDAY, language)
    assert short == formats.medium_date(SUNDAY, language)


def test_short_ranges_say_once_what_both_days_share() -> None:
    assert in_all(formats.short_date_range, date(2026, 12, 5), date(2026, 12, 7)) == (
        "5–7 Des 2026",
        "5–7 Dec 2026",
        "5–7 дек. 2026 г.",
        "2026 ж. 5–7 жел.",
    )
    assert in_all(formats.short_date_range, date(2025, 6, 30), date(2025, 7, 2)) == (
        "30 Jun – 2 Jul 2025",
        "30 Jun – 2 Jul 2025",
        "30 июн. – 2 июл. 2025 г.",
        "2025 ж. 30 мау. – 2 шіл.",
    )
    assert in_all(formats.short_date_range, date(2026, 12, 31), date(2027, 1, 1)) == (
        "31 Des 2026 – 1 Jan 2027",
        "31 Dec 2026 – 1 Jan 2027",
        "31 дек. 2026 г. – 1 янв. 2027 г.",
        "2026 ж. 31 жел. – 2027 ж. 1 қаң.",
    )


def test_a_range_that_ends_before_it_starts_is_refused() -> None:
    for written in (formats.date_range, formats.short_date_range):
        with pytest.raises(ValueError, match="ends before it starts"):
            written(date(2026, 12, 7), date(2026, 12, 6), "id")


def test_clocks_have_a_dot_in_indonesian_and_a_colon_elsewhere() -> None:
    assert in_all(formats.clock_time, time(9)) == ("09.00", "09:00", "09:00", "09:00")
    assert formats.clock_time(datetime(2026, 12, 6, 23, 5), "id") == "23.05"


def test_times_carry_their_zone() -> None:
    starts, ends = datetime(2026, 12, 6, 9), datetime(2026, 12, 6, 11, 30)
    assert in_all(formats.time_range, starts, ends, "Asia/Makassar") == (
        "09.00–11.30 WITA",
        "09:00–11:30 WITA",
        "09:00–11:30 WITA",
        "09:00–11:30 WITA",
    )
    assert formats.clock_span(starts, ends, "id") == "09.00–11.30"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("id", "09.00–11.30 WITA (06.00–08.30 Astana)"),
        ("en", "09:00–11:30 WITA (06:00–08:30 Astana)"),
        ("ru", "09:00–11:30 WITA (06:00–08:30 Астана)"),
        ("kk", "09:00–11:30 WITA (06:00–08:30 Астана)"),
    ],
)
def test_guests_read_their_own_time_beside_it(language: str, expected: str) -> None:
    starts, ends = datetime(2026, 12, 6, 9), datetime(2026, 12, 6, 11, 30)
    written = formats.time_range(starts, ends, "Asia/Makassar", language, guest_zone="Asia/Almaty")
    assert written == expected


def id_times(starts: datetime, ends: datetime | None, guest_zone: str, fold: int = 0) -> str:
    return formats.time_range(starts, ends, "Asia/Makassar", "id", guest_zone=guest_zone, fold=fold)


def test_guests_whose_clocks_agree_read_one_time() -> None:
    starts, ends = datetime(2026, 12, 6, 9), datetime(2026, 12, 6, 11, 30)
    assert id_times(starts, ends, "Asia/Singapore") == "09.00–11.30 WITA"
    assert id_times(starts, ends, "Asia/Makassar") == "09.00–11.30 WITA"
    assert formats.guest_times(starts, ends, "Asia/Makassar", "Asia/Singapore", "id") is None


def test_a_moment_has_one_time() -> None:
    starts = datetime(2026, 12, 6, 9)
    assert id_times(starts, None, "Asia/Almaty") == "09.00 WITA (06.00 Astana)"
    assert id_times(starts, starts, "Asia/Almaty") == "09.00 WITA (06.00 Astana)"


def test_times_on_another_day_say_which() -> None:
    sunday_evening = datetime(2026, 12, 6, 22)
    assert (
        id_times(sunday_evening, datetime(2026, 12, 7, 1), "Asia/Almaty")
        == "22.00 – Sen 01.00 WITA (19.00–22.00 Astana)"
    )
    assert (
        id_times(datetime(2026, 12, 6, 9), datetime(2026, 12, 6, 11), "America/New_York")
        == "09.00–11.00 WITA (Sab 20.00–22.00 New York)"
    )
    assert (
        id_times(datetime(2026, 12, 6, 12), datetime(2026, 12, 6, 14), "America/New_York")
        == "12.00–14.00 WITA (Sab 23.00 – Min 01.00 New York)"
    )
    assert (
        formats.time_range(sunday_evening, datetime(2026, 12, 7, 1), "Asia/Makassar", "kk")
        == "22:00 – дс 01:00 WITA"
    )


def test_an_end_a_week_later_says_its_date() -> None:
    starts, ends = datetime(2026, 12, 6, 22), datetime(2026, 12, 14, 10)
    assert formats.clock_span(starts, ends, "id") == "22.00 – Sen 14 Des 10.00"
    assert formats.clock_span(starts, datetime(2026, 12, 12, 10), "id") == "22.00 – Sab 10.00"


def test_the_pass_of_an_hour_that_occurs_twice_shows_in_the_guests_time() -> None:
    starts, ends = datetime(2024, 2, 29, 23), datetime(2024, 2, 29, 23, 30)
    written = [
        formats.time_range(starts, ends, "Asia/Almaty", "en", guest_zone="Asia/Makassar", fold=fold)
        for fold in (0, 1)
    ]
    assert written == [
        "23:00–23:30 Astana (Fri 01:00–01:30 WITA)",
        "23:00–23:30 Astana (Fri 02:00–02:30 WITA)",
    ]


def test_a_stored_time_in_a_gap_is_still_shown() -> None:
    starts, ends = datetime(2026, 3, 29, 2, 30), datetime(2026, 3, 29, 4)
    written = formats.time_range(starts, ends, "Europe/Berlin", "en", guest_zone="Asia/Makassar")
    assert written == "02:30–04:00 Berlin (09:30–10:00 WITA)"


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(UnknownZone):
        formats.time_range(datetime(2026, 12, 6, 9), None, "Asia/Astana", "id")


def test_dates_with_times_carry_their_zone() -> None:
    assert in_all(formats.date_time, datetime(2026, 12, 1, 10, 12), "Asia/Makassar") == (
        "1 Des 2026 10.12 WITA",
        "1 Dec 2026 10:12 WITA",
        "1 дек. 2026 г., 10:12 WITA",
        "2026 ж. 1 жел., 10:12 WITA",
    )


def test_numbers_are_grouped_by_three() -> None:
    assert in_all(formats.number, 1234567) == (
        "1.234.567",
        "1,234,567",
        "1\u00a0234\u00a0567",
        "1\u00a0234\u00a0567",
    )
    assert formats.number(1234.56, "id", 1) == "1.234,6"
    assert formats.number(0.5, "en", 2) == "0.50"


@given(st.integers(-(10**9), 10**9))
def test_numbers_are_those_of_cldr(value: int) -> None:
    for language, locale in BABEL.items():
        assert formats.number(value, language) == format_decimal(value, locale=locale)


@pytest.mark.parametrize(
    "written",
    [
        formats.long_date,
        formats.medium_date,
        formats.weekday_date,
        formats.month_and_year,
        formats.day_month,
    ],
)
def test_a_language_without_formats_is_refused(written: Callable[[date, str], str]) -> None:
    with pytest.raises(KeyError):
        written(SUNDAY, "de")
