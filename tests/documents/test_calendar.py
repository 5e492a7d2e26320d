"""Views of the calendar on paper: everything readable, every state told without colour."""

from dataclasses import replace

import pytest

from desk.documents.calendar import (
    GRID_TEMPLATE,
    MONTH_TEMPLATE,
    ROOMS_TEMPLATE,
    Bar,
    Block,
    Closed,
    GridDay,
    Hour,
    MonthDay,
    MonthWeek,
    PaperEvent,
    RoomDay,
    RoomRow,
    Sheet,
    grid_data,
    month_data,
    rooms_data,
)
from desk.documents.compiler import Compiler, Paper
from desk.locale import said
from desk.model.choices import Status
from tests.documents import reading
from tests.documents.lists import LETTERHEAD

SHEET = Sheet(
    "id",
    LETTERHEAD,
    "Kalender",
    "Pekan 49, 30 Nov – 6 Des 2026",
    "Waktu dalam WITA",
    visits=("Kunjungan delegasi Kazakhstan, 5–6 Des 2026",),
    prepared="Cetakan ke-1, 3 Des 2026 10.24 WITA",
)
HOURS = tuple(Hour(hour * 60, f"{hour:02}.00", f"{hour - 3:02}.00") for hour in range(7, 21))
MEETING = PaperEvent("09.00–11.30", "Rapat", "Ruang Pandurata", hosts="M. Faisal", clash=True)
TENTATIVE = PaperEvent("12.00–13.00", "Santap", "Pendopo", Status.TENTATIVE)
OFF = PaperEvent("15.00–16.00", "Audiensi", "Tepian I", Status.CANCELLED)
FAIR = PaperEvent("", "Pameran", "")


def day(*blocks: Block, all_day: tuple[PaperEvent, ...] = ()) -> GridDay:
    events = (*all_day, *(block.event for block in blocks))
    return GridDay("Minggu", "6 Des", "Minggu, 6 Desember 2026", True, all_day, blocks, events)


BUSY = day(
    Block(MEETING, 540, 690, 0, 2),
    Block(TENTATIVE, 660, 780, 1, 2),
    Block(OFF, 900, 960),
    all_day=(FAIR,),
)
EMPTY = GridDay("Senin", "7 Des", "Senin, 7 Desember 2026", False, (), (), ())


def printed(compiler: Compiler, template: str, data: dict[str, object]) -> Paper:
    paper = compiler.pdf(template, data)
    assert paper.missing == ()
    assert paper.remarks == ()
    return paper


def grid(compiler: Compiler, sheet: Sheet = SHEET, days: tuple[GridDay, ...] = (BUSY,)) -> Paper:
    data = grid_data(sheet, days, HOURS, zone="WITA", guest_zone="Astana")
    return printed(compiler, GRID_TEMPLATE, data)


def size_of(pdf: bytes) -> tuple[int, int]:
    """Width and height of the first page in millimetres."""
    words = reading.information(pdf)["Page size"].split()
    width, height = float(words[0]), float(words[2])
    return round(width / 72 * 25.4), round(height / 72 * 25.4)


@pytest.mark.parametrize("language", ["id", "en", "ru", "kk"])
def test_a_day_holds_its_grid_and_its_list_in_each_language(
    compiler: Compiler, language: str
) -> None:
    paper = grid(compiler, replace(SHEET, language=language))
    first, second = reading.page_texts(paper.pdf)
    for word in ("09.00–11.30", "Rapat", "Audiensi", "Pameran", "06.00", "20.00"):
        assert word in first
    for word in ("Rapat", "Santap", "Audiensi", "Pameran", "M. Faisal", "Ruang Pandurata"):
        assert word in second
    assert said(language, "All events in full") in second
    assert said(language, "Page {page} of {pages}").format(page=2, pages=2) in second


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_every_view_is_landscape(compiler: Compiler, paper: str) -> None:
    sheet = replace(SHEET, paper=paper)  # type: ignore[arg-type]
    expected = {"a4": (297, 210), "a3": (420, 297)}[paper]
    assert size_of(grid(compiler, sheet).pdf) == expected
    month = month_data(sheet, ("Sen",) * 7, (week(),))
    assert size_of(printed(compiler, MONTH_TEMPLATE, month).pdf) == expected
    rooms = rooms_data(sheet, (RoomDay("Minggu", (ROOM,)),), HOURS, zone="WITA", guest_zone="")
    assert size_of(printed(compiler, ROOMS_TEMPLATE, rooms).pdf) == expected


def test_states_are_said_in_words_and_explained(compiler: Compiler) -> None:
    text = reading.words(grid(compiler).pdf)
    assert f"Santap ({said('id', 'tentative')})" in text
    assert f"Audiensi ({said('id', 'cancelled')})" in text
    assert f"! Rapat ({said('id', 'clash')})" in text
    for words in ("confirmed", "tentative or proposed", "cancelled or postponed", "clash"):
        assert said("id", words) in text


def test_an_empty_week_says_that_nothing_is_planned(compiler: Compiler) -> None:
    paper = grid(compiler, days=(EMPTY,))
    assert paper.pages == 1
    assert said("id", "Nothing is planned.") in reading.words(paper.pdf)


def test_a_long_list_goes_on_over_pages_with_its_head(compiler: Compiler) -> None:
    many = tuple(
        Block(PaperEvent("09.00", f"Rapat{number}", "Ruang"), 540, 600) for number in range(90)
    )
    pages = reading.page_texts(grid(compiler, days=(day(*many),)).pdf)
    assert len(pages) > 3
    listed = [word for page in pages[1:] for word in page.split() if word.startswith("Rapat")]
    assert listed == [f"Rapat{number}" for number in range(90)]
    for page in pages[1:]:
        assert said("id", "Event and place") in page
        assert "Minggu, 6 Desember 2026" in page


def week(*events: PaperEvent) -> MonthWeek:
    days = [MonthDay(str(number), number > 5, number > 5, ()) for number in range(1, 8)]
    days[2] = replace(days[2], events=events)
    return MonthWeek("49", tuple(days))


def test_a_month_holds_every_event_however_many(compiler: Compiler) -> None:
    events = tuple(PaperEvent("09.00", f"Rapat{number}", "") for number in range(30))
    data = month_data(SHEET, ("Senin",) * 7, (week(*events), week(TENTATIVE), week(OFF)))
    pages = reading.page_texts(printed(compiler, MONTH_TEMPLATE, data).pdf)
    listed = [word for page in pages for word in page.split() if word.startswith("Rapat")]
    assert sorted(listed) == sorted(f"Rapat{number}" for number in range(30))
    assert all("Senin" in page for page in pages)
    text = " ".join(" ".join(pages).split())
    assert f"({said('id', 'tentative')})" in text
    assert f"({said('id', 'cancelled')})" in text


def test_an_ordinary_month_fills_one_page(compiler: Compiler) -> None:
    for count in (4, 5, 6):
        for paper in ("a4", "a3"):
            sheet = replace(SHEET, paper=paper)  # type: ignore[arg-type]
            weeks = tuple(week(TENTATIVE, MEETING) for _each in range(count))
            data = month_data(sheet, ("Senin",) * 7, weeks)
            assert printed(compiler, MONTH_TEMPLATE, data).pages == 1


ROOM = RoomRow(
    "Ruang Pandurata",
    "120 kursi",
    (
        Bar(MEETING, 540, 690, 480, 720, 0, 1200),
        Bar(replace(TENTATIVE, title="Singkat"), 720, 735, 720, 735, 1, 1200),
    ),
    (Closed(900, 1000, "Perbaikan AC"),),
    lanes=2,
)


@pytest.mark.parametrize("language", ["id", "en", "ru", "kk"])
def test_the_plan_of_the_venues_names_rooms_bookings_and_what_is_shut(
    compiler: Compiler, language: str
) -> None:
    sheet = replace(SHEET, language=language)
    days = (RoomDay("Minggu", (ROOM, RoomRow("Tepian I", "", ()))), RoomDay("Senin", ()))
    data = rooms_data(sheet, days, HOURS, zone="WITA", guest_zone="Astana")
    paper = printed(compiler, ROOMS_TEMPLATE, data)
    text = reading.words(paper.pdf)
    for words in ("Ruang Pandurata", "120 kursi", "Rapat", "Singkat", "Perbaikan AC", "Tepian I"):
        assert words in text
    assert paper.pages == 2
    for words in ("set-up and clear-down", "not available", "Nothing is planned."):
        assert said(language, words) in text


def test_many_rooms_go_on_over_pages_with_the_hours_again(compiler: Compiler) -> None:
    rows = tuple(replace(ROOM, name=f"Ruang{number:02}") for number in range(40))
    data = rooms_data(SHEET, (RoomDay("Minggu", rows),), HOURS, zone="WITA", guest_zone="")
    pages = reading.page_texts(printed(compiler, ROOMS_TEMPLATE, data).pdf)
    assert len(pages) > 2
    names = [word for page in pages for word in page.split() if word[:-2] == "Ruang"]
    assert [name for name in names if name != "Ruangan"] == [f"Ruang{n:02}" for n in range(40)]
    assert all("07.00" in page and said("id", "Venue") in page for page in pages)
