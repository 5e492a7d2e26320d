from datetime import datetime

import pytest

from desk.ical.description import described, when_lines
from desk.locale import UnknownLanguage
from desk.locale.zones import UnknownZone
from tests.ical.samples import meeting

ALMATY = "Asia/Almaty"


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "id",
            "Minggu, 6 Desember 2026, 09.00–11.30 WITA (UTC+8)\nWaktu Astana: 06.00–08.30 (UTC+5)",
        ),
        (
            "en",
            "Sunday, 6 December 2026, 09:00–11:30 WITA (UTC+8)\nAstana time: 06:00–08:30 (UTC+5)",
        ),
        (
            "ru",
            "воскресенье, 6 декабря 2026 г., 09:00–11:30 WITA (UTC+8)\n"
            "Время (Астана): 06:00–08:30 (UTC+5)",
        ),
        (
            "kk",
            "2026 ж. 6 желтоқсан, жексенбі, 09:00–11:30 WITA (UTC+8)\n"
            "Астана уақыты: 06:00–08:30 (UTC+5)",
        ),
    ],
)
def test_the_date_and_both_times_are_said_with_their_offsets(language: str, lines: str) -> None:
    assert when_lines(meeting(), language=language, guest_zone=ALMATY) == lines


@pytest.mark.parametrize("guest_zone", [None, "Asia/Makassar", "Asia/Singapore"])
def test_a_guest_whose_clock_agrees_is_not_told_twice(guest_zone: str | None) -> None:
    lines = when_lines(meeting(), language="id", guest_zone=guest_zone)
    assert lines == "Minggu, 6 Desember 2026, 09.00–11.30 WITA (UTC+8)"


def test_a_guest_on_another_day_is_told_the_day() -> None:
    lines = when_lines(meeting(), language="en", guest_zone="America/New_York")
    assert lines.split("\n")[1] == ("New York time: Saturday, 5 December 2026, 20:00–22:30 (UTC-5)")


def test_an_event_over_new_year_says_the_day_of_its_end() -> None:
    event = meeting(starts=datetime(2026, 12, 31, 22), ends=datetime(2027, 1, 1, 1))
    assert when_lines(event, language="id", guest_zone=None) == (
        "Kamis, 31 Desember 2026, 22.00 – Jum 01.00 WITA (UTC+8)"
    )


def test_a_change_of_clocks_during_the_event_shows_both_offsets() -> None:
    event = meeting(
        zone="Europe/Berlin",
        starts=datetime(2026, 10, 25, 1),
        ends=datetime(2026, 10, 25, 2, 30),
        ends_fold=1,
    )
    assert when_lines(event, language="en", guest_zone="Asia/Makassar") == (
        "Sunday, 25 October 2026, 01:00–02:30 Berlin (UTC+2 → UTC+1)\n"
        "WITA time: 07:00–09:30 (UTC+8)"
    )


def test_both_passes_of_an_hour_differ_by_their_offset() -> None:
    hour = {"starts": datetime(2024, 2, 29, 23), "ends": datetime(2024, 2, 29, 23, 30)}
    first, second = (
        when_lines(
            meeting(zone=ALMATY, **hour, starts_fold=fold, ends_fold=fold),
            language="en",
            guest_zone=None,
        )
        for fold in (0, 1)
    )
    assert first == "Thursday, 29 February 2024, 23:00–23:30 Astana (UTC+6)"
    assert second == "Thursday, 29 February 2024, 23:00–23:30 Astana (UTC+5)"


def test_a_zone_called_by_its_offset_says_it_once() -> None:
    lines = when_lines(meeting(zone="UTC"), language="en", guest_zone="Etc/GMT-8")
    assert lines == "Sunday, 6 December 2026, 09:00–11:30 UTC\nUTC+8 time: 17:00–19:30"


def test_whole_days_are_dates_alone_up_to_the_last_day() -> None:
    event = meeting(all_day=True, starts=datetime(2025, 6, 30), ends=datetime(2025, 7, 3))
    assert when_lines(event, language="id", guest_zone=ALMATY) == (
        "Senin, 30 Juni 2025 s.d. Rabu, 2 Juli 2025"
    )


def test_the_link_to_join_by_stands_in_the_text_too() -> None:
    event = meeting(description="Agenda:\n\n", conference="https://meet.example/a,b")
    text = described(event, language="en", guest_zone=None)
    assert text == (
        "Sunday, 6 December 2026, 09:00–11:30 WITA (UTC+8)\n\n"
        "Agenda:\n\n"
        "Join online: https://meet.example/a,b"
    )


def test_an_event_without_a_description_says_when() -> None:
    text = described(meeting(description=" \n"), language="en", guest_zone=None)
    assert text == "Sunday, 6 December 2026, 09:00–11:30 WITA (UTC+8)"


def test_a_language_or_zone_that_is_not_known_is_refused() -> None:
    with pytest.raises(UnknownLanguage):
        when_lines(meeting(), language="de", guest_zone=None)
    with pytest.raises(UnknownZone):
        when_lines(meeting(), language="id", guest_zone="Asia/Astana")
