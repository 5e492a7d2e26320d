from datetime import date, datetime

import pytest

from desk.locale import use_language
from desk.model.choices import Status
from desk.model.errors import NotThere
from desk.services import plain_text, programme
from desk.services.desk import Desk

SUNDAY = date(2026, 12, 6)


@pytest.fixture(autouse=True)
def indonesian() -> None:
    use_language("id")


def event_named(desk: Desk, visit: int, title: str) -> int:
    return next(e.id for e in programme.events_of_visit(desk, visit) if e.title == title)


def test_an_event_has_both_zones_its_place_and_who_leads(desk: Desk, sample: int) -> None:
    text = plain_text.event_text(desk, event_named(desk, sample, "Business Meeting"))
    assert text.splitlines()[:4] == [
        "*Business Meeting*",
        "Minggu, 6 Desember 2026",
        "09.00–11.30 WITA (06.00–08.30 Astana)",
        "Ruang Pandurata, Kantor Gubernur Kalimantan Timur, Samarinda",
    ]
    assert "M. Syirajudin" in text


def test_a_day_names_what_was_cancelled(desk: Desk, sample: int) -> None:
    lunch = event_named(desk, sample, "Santap siang")
    programme.set_event_status(desk, lunch, Status.CANCELLED, reason="Puasa")
    paragraphs = plain_text.day_text(desk, SUNDAY).split("\n\n")
    assert paragraphs[0] == "*Minggu, 6 Desember 2026*"
    assert [part.splitlines()[1] for part in paragraphs[1:]] == [
        "Kunjungan kehormatan",
        "Business Meeting",
        "~Santap siang~",
        "Kepulangan",
    ]
    # Why is nobody's business outside the office.
    assert "Puasa" not in plain_text.day_text(desk, SUNDAY)


def test_an_empty_day_says_so(desk: Desk) -> None:
    text = plain_text.day_text(desk, SUNDAY)
    assert text.startswith("*Minggu, 6 Desember 2026*\n\n")
    assert len(text.splitlines()) == 3


def test_a_programme_is_told_day_by_day(desk: Desk, sample: int) -> None:
    parts = plain_text.programme_text(desk, sample).split("\n\n")
    assert parts[0].splitlines()[0] == "*Kunjungan delegasi Kazakhstan (Astana)*"
    assert [part for part in parts[1:] if part.startswith("*")] == [
        "*Senin, 30 November 2026*",
        "*Sabtu, 5 Desember 2026*",
        "*Minggu, 6 Desember 2026*",
    ]


def test_an_event_without_a_visit_has_one_zone(desk: Desk) -> None:
    event = programme.create_event(
        desk,
        title="Rapat staf",
        starts=datetime(2026, 12, 6, 9),
        ends=datetime(2026, 12, 6, 10),
        status=Status.CONFIRMED,
    )
    assert plain_text.event_text(desk, event) == (
        "*Rapat staf*\nMinggu, 6 Desember 2026\n09.00–10.00 WITA"
    )


def test_what_is_gone_is_told(desk: Desk) -> None:
    with pytest.raises(NotThere):
        plain_text.event_text(desk, 404)
    with pytest.raises(NotThere):
        plain_text.programme_text(desk, 404)
