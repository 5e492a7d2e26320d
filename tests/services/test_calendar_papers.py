"""Views of the calendar drafted for paper: which days, which events, in which lane."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desk.locale import use_language
from desk.model.choices import DocumentKind, Status
from desk.model.errors import UserError
from desk.model.rows.documents import DocumentDraft
from desk.services import calendar_papers, closed_times, documents, programme, venues, visits
from desk.services.calendar_papers import CalendarChoices, Scope, calendar_draft, scope_of
from desk.services.desk import Desk
from tests.documents.reading import words

SUNDAY = date(2026, 12, 6)
ID = CalendarChoices("id")


def draft(desk: Desk, tab: str, choices: CalendarChoices = ID, days: int = 1) -> DocumentDraft:
    scope = scope_of(tab)
    assert scope is not None
    return calendar_draft(desk, Scope(scope.view, scope.day, days), choices)


def meeting(desk: Desk, title: str, starts: datetime, hours: float = 1, **values: Any) -> int:
    return programme.create_event(
        desk, title=title, starts=starts, ends=starts + timedelta(hours=hours), **values
    )


@pytest.mark.parametrize(
    ("tab", "first", "last"),
    [
        ("day:2026-12-06", SUNDAY, SUNDAY),
        ("week:2026-12-06", date(2026, 11, 30), SUNDAY),
        ("week:2026-11-30", date(2026, 11, 30), SUNDAY),
        ("month:2026-12-06", date(2026, 11, 30), date(2027, 1, 3)),
        ("month:2026-02-10", date(2026, 1, 26), date(2026, 3, 1)),
        ("rooms:2026-12-06", SUNDAY, SUNDAY),
        ("rooms:2026-12-06+3", SUNDAY, date(2026, 12, 8)),
    ],
)
def test_a_tab_names_a_view_and_its_days(tab: str, first: date, last: date) -> None:
    scope = scope_of(tab)
    assert scope is not None
    assert (scope.first, scope.last, scope.words) == (first, last, tab)


@pytest.mark.parametrize(
    "tab", ["", "agenda:2026-12-06", "week", "week:soon", "2026-12-06", "rooms:2026-12-06+x"]
)
def test_other_words_name_no_view(tab: str) -> None:
    assert scope_of(tab) is None


@pytest.mark.parametrize(
    ("view", "first", "last", "tab"),
    [
        ("day", SUNDAY, SUNDAY, "day:2026-12-06"),
        ("week", date(2026, 11, 30), SUNDAY, "week:2026-11-30"),
        ("month", date(2026, 11, 30), date(2027, 1, 3), "month:2026-12-17"),
        ("month", date(2026, 1, 26), date(2026, 3, 1), "month:2026-02-12"),
        ("rooms", SUNDAY, date(2026, 12, 8), "rooms:2026-12-06+3"),
        ("rooms", SUNDAY, date(2026, 12, 10), "rooms:2026-12-06+3"),
        ("agenda", date(2026, 11, 30), date(2026, 12, 20), "week:2026-11-30"),
        ("overview", date(2026, 12, 1), date(2027, 2, 28), "month:2026-12-01"),
    ],
)
def test_every_view_of_the_screen_has_its_paper(
    view: str, first: date, last: date, tab: str
) -> None:
    assert calendar_papers.paper_tab(view, first, last) == tab


@pytest.mark.parametrize(
    ("tab", "language", "period"),
    [
        ("day:2026-12-06", "id", "Minggu, 6 Desember 2026"),
        ("week:2026-12-06", "id", "Pekan 49, 30 Nov – 6 Des 2026"),
        ("week:2026-12-06", "en", "Week 49, 30 Nov – 6 Dec 2026"),
        ("week:2026-12-06", "ru", "Неделя 49, 30 нояб. – 6 дек. 2026 г."),
        ("month:2026-12-06", "id", "Desember 2026"),
        ("rooms:2026-12-06", "en", "Sunday, 6 December 2026"),
    ],
)
def test_the_period_stands_above(
    desk: Desk, sample: int, tab: str, language: str, period: str
) -> None:
    assert draft(desk, tab, CalendarChoices(language)).data["period"] == period


@pytest.mark.parametrize("language", ["id", "en", "ru", "kk"])
@pytest.mark.parametrize("view", ["day", "week", "month", "rooms"])
def test_every_view_of_the_sample_can_be_printed(
    desk: Desk, sample: int, tmp_path: Path, language: str, view: str
) -> None:
    path = tmp_path / "view.pdf"
    made = draft(desk, f"{view}:2026-12-06", CalendarChoices(language))
    paper = documents.produce(desk, made, path)
    assert (paper.missing, paper.remarks) == ((), ())
    events = programme.events_of_visit(desk, sample, language=language)
    title = next(row.title for row in events if row.reference == "2026-001/6")
    assert title in words(path.read_bytes())


def blocks(made: DocumentDraft, place: int = 0) -> list[tuple[str, int, int, int, int]]:
    """Title, minutes and lane of every block of a column."""
    days: list[dict[str, Any]] = made.data["days"]  # type: ignore[assignment]
    return [
        (b["title"], b["starts"], b["ends"], b["lane"], b["lanes"]) for b in days[place]["blocks"]
    ]


def test_an_event_over_midnight_stands_on_both_days(desk: Desk) -> None:
    meeting(desk, "Flight", datetime(2026, 12, 5, 22), 4)
    made = draft(desk, "week:2026-12-06", CalendarChoices("en"))
    assert blocks(made, 5) == [("Flight", 1320, 1440, 0, 1)]
    assert blocks(made, 6) == [("Flight", 0, 120, 0, 1)]
    hours: list[dict[str, Any]] = made.data["hours"]  # type: ignore[assignment]
    assert (hours[0]["minute"], hours[-1]["minute"]) == (0, 1440)


def test_what_ends_at_midnight_does_not_touch_the_next_day(desk: Desk) -> None:
    meeting(desk, "Late", datetime(2026, 12, 5, 22), 2)
    made = draft(desk, "week:2026-12-06", CalendarChoices("en"))
    assert [blocks(made, 5), blocks(made, 6)] == [[("Late", 1320, 1440, 0, 1)], []]


def test_overlapping_events_stand_side_by_side(desk: Desk) -> None:
    meeting(desk, "One", datetime(2026, 12, 6, 9), 2)
    meeting(desk, "Two", datetime(2026, 12, 6, 10), 2)
    meeting(desk, "Three", datetime(2026, 12, 6, 13), 1)
    made = draft(desk, "day:2026-12-06", CalendarChoices("en"))
    assert blocks(made) == [
        ("One", 540, 660, 0, 2),
        ("Two", 600, 720, 1, 2),
        ("Three", 780, 840, 0, 1),
    ]


def test_what_lasts_all_day_stands_above_the_hours(desk: Desk) -> None:
    meeting(desk, "Fair", datetime(2026, 12, 5, 12), 48)
    made = draft(desk, "week:2026-12-06", CalendarChoices("en"))
    days: list[dict[str, Any]] = made.data["days"]  # type: ignore[assignment]
    assert [event["title"] for event in days[6]["all_day"]] == ["Fair"]
    assert [event["time"] for event in days[6]["events"]] == ["All day"]
    assert blocks(made, 5) == [("Fair", 720, 1440, 0, 1)]


def test_states_and_clashes_are_marked(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Pandurata")
    meeting(desk, "One", datetime(2026, 12, 6, 9), 2, venue_id=room)
    meeting(desk, "Two", datetime(2026, 12, 6, 10), 2, venue_id=room)
    off = meeting(desk, "Three", datetime(2026, 12, 6, 15))
    programme.set_event_status(desk, off, Status.CANCELLED, reason="Rain")
    made = draft(desk, "day:2026-12-06", CalendarChoices("en"))
    days: list[dict[str, Any]] = made.data["days"]  # type: ignore[assignment]
    assert [(e["state"], e["clash"]) for e in days[0]["events"]] == [
        ("tentative", True),
        ("tentative", True),
        ("off", False),
    ]
    without = draft(desk, "day:2026-12-06", CalendarChoices("en", show_cancelled=False))
    assert [block[0] for block in blocks(without)] == ["One", "Two"]


def test_the_second_clock_is_that_of_the_guests_as_long_as_they_share_one(
    desk: Desk, sample: int
) -> None:
    made = draft(desk, "day:2026-12-06")
    hours: list[dict[str, Any]] = made.data["hours"]  # type: ignore[assignment]
    assert (hours[0]["clock"], hours[0]["guest"]) == ("07.00", "04.00")
    assert made.data["zones"] == "Jam WITA, abu-abu: Astana"
    assert draft(desk, "month:2026-12-06").data["zones"] == "Jam dalam WITA"


def test_visits_of_the_period_are_named(desk: Desk, sample: int) -> None:
    assert draft(desk, "week:2026-12-06").data["visits"] == [
        "Kunjungan delegasi Kazakhstan (Astana), 5–6 Des 2026"
    ]
    assert draft(desk, "week:2026-11-20").data["visits"] == []


def test_holidays_are_named_in_the_language_of_the_screen_and_shaded(desk: Desk) -> None:
    use_language("id")
    made = draft(desk, "week:2026-12-25")
    assert made.data["visits"] == ["Hari libur: 25 Des Hari Raya Natal (ID)"]
    days: list[dict[str, Any]] = made.data["days"]  # type: ignore[assignment]
    assert [day["rests"] for day in days] == [False] * 4 + [True] * 3
    visits.create_visit(
        desk,
        title="Kunjungan",
        country="KZ",
        first_day=date(2026, 12, 30),
        last_day=date(2026, 12, 30),
    )
    assert draft(desk, "week:2026-12-30", CalendarChoices("ru")).data["visits"][-1] == (
        "Праздничные дни: 1 янв. (ID, KZ) · 2 янв. (KZ)"
    )


def test_a_month_lists_every_day_and_marks_its_neighbours(desk: Desk) -> None:
    meeting(desk, "Flight", datetime(2026, 12, 31, 22), 4)
    made = draft(desk, "month:2026-12-06", CalendarChoices("en"))
    weeks: list[dict[str, Any]] = made.data["weeks"]  # type: ignore[assignment]
    assert [week["number"] for week in weeks] == ["49", "50", "51", "52", "53"]
    assert [day["number"] for day in weeks[0]["days"]][:2] == ["30 Nov", "1 Dec"]
    last = weeks[-1]["days"]
    assert [day["outside"] for day in last] == [False] * 4 + [True] * 3
    assert [[e["time"] for e in day["events"]] for day in last[3:5]] == [["22:00"], ["–02:00"]]


def room_rows(made: DocumentDraft, place: int = 0) -> dict[str, dict[str, Any]]:
    days: list[dict[str, Any]] = made.data["days"]  # type: ignore[assignment]
    return {row["name"]: row for row in days[place]["rows"]}


def test_the_plan_shows_preparation_lanes_and_closed_times(desk: Desk) -> None:
    room = venues.create_venue(desk, name="Pandurata")
    layout = venues.add_layout(
        desk, room, name="U", seats=40, set_up_minutes=60, clear_down_minutes=30
    )
    meeting(desk, "One", datetime(2026, 12, 6, 9), 2, venue_id=room, layout_id=layout)
    meeting(desk, "Two", datetime(2026, 12, 6, 10), 2, venue_id=room)
    meeting(desk, "Later", datetime(2026, 12, 6, 17), 1, venue_id=room)
    closed_times.close_venue(
        desk,
        room,
        starts=datetime(2026, 12, 6, 14),
        ends=datetime(2026, 12, 7, 8),
        reason="Repair",
    )
    row = room_rows(draft(desk, "rooms:2026-12-06", CalendarChoices("en")))["Pandurata"]
    assert [
        (b["title"], b["from"], b["starts"], b["ends"], b["until"], b["lane"], b["next"])
        for b in row["bars"]
    ] == [
        ("One", 480, 540, 660, 690, 0, 1020),
        ("Two", 600, 600, 720, 720, 1, 1200),
        ("Later", 1020, 1020, 1080, 1080, 0, 1200),
    ]
    assert row["closed"] == [{"starts": 840, "ends": 1200, "reason": "Repair"}]
    assert (row["lanes"], row["detail"]) == (2, "40 seats")


def test_venues_without_bookings_can_be_left_out_and_shared_ones_are(desk: Desk) -> None:
    venues.create_venue(desk, name="Empty")
    venues.create_venue(desk, name="Lobby", shared=True)
    room = venues.create_venue(desk, name="Pandurata")
    meeting(desk, "One", datetime(2026, 12, 7, 9), 2, venue_id=room)
    made = draft(desk, "rooms:2026-12-06", CalendarChoices("en"), days=3)
    assert [list(room_rows(made, place)) for place in range(3)] == [["Empty", "Pandurata"]] * 3
    booked = CalendarChoices("en", only_booked=True)
    made = draft(desk, "rooms:2026-12-06", booked, days=3)
    assert [list(room_rows(made, place)) for place in range(3)] == [[], ["Pandurata"], []]


def test_a_reprint_of_the_same_view_says_what_it_replaces(desk: Desk, tmp_path: Path) -> None:
    event = meeting(desk, "One", datetime(2026, 12, 6, 9))
    first = draft(desk, "week:2026-12-06")
    assert (first.kind, first.number, first.replaces) == (DocumentKind.CALENDAR, 1, "")
    documents.produce(desk, first, tmp_path / "week.pdf")
    again = draft(desk, "week:2026-11-30")
    assert (again.number, again.changed) == (2, ())
    programme.move_event(desk, event, starts=datetime(2026, 12, 6, 10))
    assert draft(desk, "week:2026-12-06").changed == ("acara",)
    assert draft(desk, "week:2026-12-07").number == 1
    assert draft(desk, "day:2026-12-06").number == 1


def test_a_strange_language_is_refused(desk: Desk) -> None:
    with pytest.raises(UserError) as refused:
        draft(desk, "week:2026-12-06", CalendarChoices("fr"))
    assert refused.value.field == "language"


def test_the_period_of_the_screen_is_said_in_its_language() -> None:
    assert calendar_papers.period_words(Scope("rooms", SUNDAY, 3), "id") == (
        "Minggu, 6 Desember s.d. Selasa, 8 Desember 2026"
    )
