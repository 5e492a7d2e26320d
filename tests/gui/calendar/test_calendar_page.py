"""The calendar page as the host of its views, with real widgets on a real desk."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.dialogs.new_event import NewEventDialog
from desk.gui.dialogs.status_reason import StatusReasonDialog
from desk.gui.models.calendar_rows import BandRow, CalendarFilter, CalendarRow
from desk.gui.pages.calendar import CalendarPage
from desk.gui.pages.calendar_views import VIEWS
from desk.gui.pages.calendar_week import DayView, WeekView, week_title
from desk.gui.remembered import Remembered
from desk.gui.widgets.calendar_drag import Draft, Move
from desk.locale import use_language
from desk.model.choices import Status
from desk.model.rows.events import EventRow
from desk.services import history, programme, venues
from desk.services.desk import Desk
from tests.counting import counted_statements
from tests.gui.asking import Asked
from tests.gui.conftest import SUNDAY, Clock

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ALT = Qt.KeyboardModifier.AltModifier
MONDAY = date(2026, 11, 30)


@pytest.fixture
def page(qtbot: QtBot, context: Context, sample: int, asked: Asked) -> Iterator[CalendarPage]:
    page = CalendarPage(context)
    context.committed.connect(page.on_committed)
    qtbot.addWidget(page)
    qtbot.addWidget(page.toolbar_part())
    page.resize(1100, 700)
    page.show()
    page.open(Target("calendar", tab=SUNDAY.isoformat()))
    yield page
    context.committed.disconnect(page.on_committed)


def event_named(desk: Desk, title: str) -> EventRow:
    found = programme.events_between(desk, date(2026, 11, 1), date(2027, 1, 31))
    return next(event for event in found if event.title == title)


def week_of(page: CalendarPage) -> WeekView:
    part = page.part
    assert isinstance(part, WeekView)
    return part


def shown(page: CalendarPage) -> list[str]:
    return [row.event.title for row in page.part.shown_rows]


def in_dialog(act: Callable[[QDialog], object]) -> None:
    """What is done with the next dialog."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        try:
            act(dialog)
        finally:
            dialog.close()

    QTimer.singleShot(0, look)


# The views


def test_a_week_is_shown_first_with_its_number_and_months(page: CalendarPage) -> None:
    assert page.shown_view == "week"
    assert page.tools.range.text() == "Week 49, Nov–Dec 2026"
    assert "Business Meeting" in shown(page)


@pytest.mark.parametrize(
    ("monday", "english", "indonesian"),
    [
        (date(2026, 11, 30), "Week 49, Nov–Dec 2026", "Pekan 49, Nov–Des 2026"),
        (date(2026, 12, 7), "Week 50, December 2026", "Pekan 50, Desember 2026"),
        (date(2026, 12, 28), "Week 53, Dec 2026 – Jan 2027", "Pekan 53, Des 2026 – Jan 2027"),
        (date(2027, 1, 4), "Week 1, January 2027", "Pekan 1, Januari 2027"),
    ],
)
def test_weeks_are_called_by_number_and_months(monday: date, english: str, indonesian: str) -> None:
    assert week_title(monday) == english
    use_language("id")
    assert week_title(monday) == indonesian


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_every_view_shows_the_event_that_was_chosen(
    page: CalendarPage, desk: Desk, view: object
) -> None:
    meeting = event_named(desk, "Business Meeting")
    page.open(Target("calendar", meeting.id))
    name = view.name  # type: ignore[attr-defined]
    page.run(f"view_{name}")
    assert page.shown_view == name
    assert page.tools.views.current == name
    first, last = page.part.period()
    assert first <= SUNDAY <= last
    if page.part.has_filters:
        assert page.chosen_id() == meeting.id


def test_the_view_shown_last_is_remembered(
    qtbot: QtBot, desk: Desk, sample: int, remembered: Remembered
) -> None:
    context = Context(desk, remembered)
    first = CalendarPage(context)
    qtbot.addWidget(first)
    qtbot.addWidget(first.toolbar_part())
    first.open(Target("calendar"))
    first.show_view("agenda")
    second = CalendarPage(context)
    qtbot.addWidget(second)
    qtbot.addWidget(second.toolbar_part())
    assert second.shown_view == "agenda"


@pytest.mark.parametrize("name", ["day", "week", "month", "agenda"])
def test_filters_work_in_every_view(page: CalendarPage, desk: Desk, name: str) -> None:
    page.show_view(name)
    assert len(shown(page)) > 3
    meeting = event_named(desk, "Business Meeting")
    page.filters.venue.set_value(meeting.venue_id)
    page.refresh()
    assert shown(page) == ["Business Meeting"]
    assert page.filters.isVisibleTo(page)


def test_closing_the_bar_of_filters_shows_everything_again(page: CalendarPage, desk: Desk) -> None:
    page.run("filter")
    assert page.filters.isVisibleTo(page)
    page.filters.which.set_current("clashes")
    page.refresh()
    assert shown(page) == []
    page.tools.filter_button.click()
    assert page.filters.value == CalendarFilter()
    assert not page.filters.isVisibleTo(page)
    assert "Business Meeting" in shown(page)


def test_letters_change_the_view(qtbot: QtBot, page: CalendarPage) -> None:
    qtbot.keyClick(page.part.view, Qt.Key.Key_D)
    assert isinstance(page.part, DayView)
    qtbot.keyClick(page.part.view, Qt.Key.Key_W)
    assert page.shown_view == "week"


def test_a_day_is_shown_by_its_own_view(page: CalendarPage) -> None:
    page.part.day_asked.emit(SUNDAY)
    assert page.part.period() == (SUNDAY, SUNDAY)
    assert page.tools.range.text() == "Sunday, 6 December 2026"


def test_periods_go_by_their_own_length(page: CalendarPage) -> None:
    page.run("period_after")
    assert page.part.period()[0] == MONDAY + timedelta(days=7)
    page.show_view("day")
    page.run("period_before")
    page.run("period_before")
    assert page.part.period()[0] == SUNDAY + timedelta(days=5)


def test_years_that_nobody_can_mean_are_not_shown(page: CalendarPage) -> None:
    page.go_to(date(9999, 12, 29))
    page.run("period_after")
    assert page.part.period()[1].year == 2201
    page.go_to(date(1, 1, 1))
    page.run("period_before")
    assert page.part.period()[0] == date(1900, 1, 1)


def test_where_the_views_do_not_fit_they_are_a_menu(page: CalendarPage) -> None:
    tools = page.tools
    bar = QWidget(page)
    QHBoxLayout(bar).addWidget(tools)
    bar.resize(tools.sizeHint().width() + 60, 60)
    bar.show()
    tools.show()
    assert (tools.views.isVisible(), tools.view_menu.isVisible()) == (True, False)
    bar.resize(tools.minimumSizeHint().width() + 60, 60)
    assert (tools.views.isVisible(), tools.view_menu.isVisible()) == (False, True)
    menu = tools.view_menu.menu()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    assert page.shown_view == "day"
    tools.setParent(None)


def test_the_buttons_of_the_views_do_not_move_with_the_title(page: CalendarPage) -> None:
    hints: set[int] = set()
    for name in ("week", "month", "day", "agenda"):
        page.show_view(name)
        hints.add(page.tools.sizeHint().width())
    assert len(hints) == 1


def test_the_agenda_keeps_its_filters_and_others_show_them_when_asked(
    page: CalendarPage,
) -> None:
    button = page.tools.filter_button
    assert not page.filters.isVisibleTo(page)
    page.show_view("agenda")
    assert page.filters.isVisibleTo(page)
    assert (button.isEnabled(), button.isChecked()) == (False, True)
    page.show_view("week")
    assert not page.filters.isVisibleTo(page)
    button.click()
    assert page.filters.isVisibleTo(page)
    button.click()
    assert not page.filters.isVisibleTo(page)


# What stands in the week


def test_the_visit_stands_above_its_days(page: CalendarPage) -> None:
    grid = week_of(page).grid
    bands = [row for row in grid.rows.rows() if isinstance(row, BandRow)]
    assert [(row.first_day, row.last_day) for row in bands] == [(date(2026, 12, 5), SUNDAY)]
    block = grid.block_of(bands[0])
    assert block is not None
    assert block.pinned


def test_enter_on_a_visit_goes_to_it(qtbot: QtBot, page: CalendarPage, asked: Asked) -> None:
    grid = week_of(page).grid
    band = next(row for row in grid.rows.rows() if isinstance(row, BandRow))
    grid.select_key(band.id)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert asked.targets == [Target("visit", band.visit.id)]


def test_the_guests_clock_stands_beside_the_hours(page: CalendarPage) -> None:
    shown = week_of(page).grid.columns()
    assert shown.zones == ("WITA", "Astana")
    assert shown.hours[9] == ("09:00", "06:00")


def test_another_second_zone_or_none_can_be_chosen(page: CalendarPage) -> None:
    grid = week_of(page).grid
    assert grid.corner is not None
    actions = {str(action.data()): action for action in grid.corner.menu().actions()}
    actions["Asia/Tokyo"].trigger()
    assert grid.columns().hours[9] == ("09:00", "10:00")
    actions[""].trigger()
    assert grid.columns().zones == ("WITA",)


def test_the_line_of_now_follows_the_clock(page: CalendarPage, clock: Clock) -> None:
    clock.now += timedelta(minutes=7)
    page._on_minute_timeout()
    assert week_of(page).grid.columns().now == datetime(2026, 12, 3, 10, 31)


def test_a_holiday_is_named_beside_its_day(page: CalendarPage) -> None:
    page.go_to(date(2026, 12, 25))
    page.refresh()
    note = week_of(page).grid.columns().notes[date(2026, 12, 25)]
    assert note.startswith("Christmas")


def test_a_venue_that_needs_preparation_is_known(page: CalendarPage, desk: Desk) -> None:
    layouts = {
        layout.id: (layout.set_up_minutes, layout.clear_down_minutes)
        for venue in venues.list_venues(desk)
        for layout in venue.layouts
    }
    assert week_of(page).grid.preparation == layouts


# Writing


def test_a_dragged_event_keeps_its_own_zone(page: CalendarPage, desk: Desk, asked: Asked) -> None:
    event_id = programme.create_event(
        desk,
        title="Call from Jakarta",
        starts=datetime(2026, 12, 4, 9, 0),
        ends=datetime(2026, 12, 4, 10, 0),
        zone="Asia/Jakarta",
    )
    row = next(row for row in page.part.all_rows if row.id == event_id)
    assert (row.starts.hour, row.ends.hour) == (10, 11)
    page.move_event(Move(event_id, datetime(2026, 12, 4, 14), datetime(2026, 12, 4, 15)))
    moved = event_named(desk, "Call from Jakarta")
    assert (moved.zone, moved.starts, moved.ends) == (
        "Asia/Jakarta",
        datetime(2026, 12, 4, 13, 0),
        datetime(2026, 12, 4, 14, 0),
    )
    assert moved.starts_at == datetime(2026, 12, 4, 6, tzinfo=UTC)
    assert asked.told[-1] == ("Call from Jakarta moved to Fri 4 Dec 2026, 13:00–14:00 WIB", True)


def test_a_drag_of_the_end_leaves_the_start(page: CalendarPage, desk: Desk, asked: Asked) -> None:
    meeting = event_named(desk, "Business Meeting")
    page.move_event(Move(meeting.id, meeting.starts, datetime(2026, 12, 6, 12)))
    assert event_named(desk, "Business Meeting").ends == datetime(2026, 12, 6, 12)
    assert asked.told[-1][0].startswith("Business Meeting lasts Sun 6 Dec 2026, 09:00–12:00 WITA")


def test_a_drop_that_changes_nothing_writes_nothing(
    page: CalendarPage, desk: Desk, asked: Asked
) -> None:
    meeting = event_named(desk, "Business Meeting")
    before = history.undo_state(desk)
    page.move_event(Move(meeting.id, meeting.starts, meeting.ends, meeting.venue_id))
    assert history.undo_state(desk) == before
    assert asked.told == []


def test_another_room_is_told_by_its_name(page: CalendarPage, desk: Desk, asked: Asked) -> None:
    meeting = event_named(desk, "Business Meeting")
    tepian = next(row for row in venues.list_venues(desk) if "Tepian II" in row.name)
    page.move_event(Move(meeting.id, meeting.starts, meeting.ends, tepian.id))
    assert event_named(desk, "Business Meeting").venue_id == tepian.id
    assert asked.told[-1][0].startswith(f"Business Meeting moved to {tepian.name}")
    history.undo(desk)
    assert event_named(desk, "Business Meeting").venue_id == meeting.venue_id


def test_a_drop_onto_a_clash_tells_it_at_once(page: CalendarPage, desk: Desk, asked: Asked) -> None:
    meeting = event_named(desk, "Business Meeting")
    choir = programme.create_event(
        desk,
        title="Choir",
        starts=datetime(2026, 12, 6, 15, 0),
        ends=datetime(2026, 12, 6, 16, 0),
        venue_id=meeting.venue_id,
        layout_id=meeting.layout_id,
    )
    page.move_event(Move(choir, datetime(2026, 12, 6, 11), datetime(2026, 12, 6, 12)))
    words, undo = asked.told[-1]
    assert words.startswith("Choir moved to Sun 6 Dec 2026, 11:00–12:00 WITA. ")
    assert undo
    assert asked.details == [Target("event", choir)]
    row = page.part.chosen()
    assert isinstance(row, CalendarRow)
    assert row.clash is not None
    assert row.clash.title in words


def test_an_event_that_leaves_the_week_is_followed(page: CalendarPage, desk: Desk) -> None:
    meeting = event_named(desk, "Business Meeting")
    by = timedelta(days=1)
    page.move_event(Move(meeting.id, meeting.starts + by, meeting.ends + by))
    assert page.part.period()[0] == date(2026, 12, 7)
    assert page.chosen_id() == meeting.id


def test_alt_and_down_in_the_week_move_by_a_quarter(
    qtbot: QtBot, page: CalendarPage, desk: Desk
) -> None:
    meeting = event_named(desk, "Business Meeting")
    page.part.select(meeting.id)
    qtbot.keyClick(page.part.view, Qt.Key.Key_Down, ALT)
    assert event_named(desk, "Business Meeting").starts == datetime(2026, 12, 6, 9, 15)
    assert page.chosen_id() == meeting.id
    history.undo(desk)
    assert event_named(desk, "Business Meeting").starts == meeting.starts


def test_a_drawn_time_opens_the_dialog_with_it(page: CalendarPage) -> None:
    seen: list[tuple[datetime, datetime]] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, NewEventDialog)
        seen.append(dialog.when.value)
        dialog.reject()

    in_dialog(look)
    page.create_drawn(Draft(datetime(2026, 12, 4, 13), datetime(2026, 12, 4, 14, 30)))
    in_dialog(look)
    page.create_drawn(Draft(datetime(2026, 12, 4), datetime(2026, 12, 6), all_day=True))
    assert seen == [
        (datetime(2026, 12, 4, 13), datetime(2026, 12, 4, 14, 30)),
        (datetime(2026, 12, 4, 8), datetime(2026, 12, 5, 16)),
    ]


def menu_names(page: CalendarPage) -> list[str]:
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    return [str(action.data()) for action in menu.actions() if not action.isSeparator()]


def test_the_menu_of_an_event_offers_what_can_be_done(
    qtbot: QtBot, page: CalendarPage, desk: Desk
) -> None:
    lunch = event_named(desk, "Lunch")
    assert lunch.status is Status.TENTATIVE
    page.part.select(lunch.id)
    page.part.context_asked.emit(page.part.chosen(), page.mapToGlobal(QPoint(300, 300)))
    assert menu_names(page) == [
        "open", "confirm", "cancel", "duplicate", "copy_whatsapp", "attendance_list", "delete",
    ]  # fmt: skip
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    next(action for action in menu.actions() if action.data() == "confirm").trigger()
    menu.close()
    assert event_named(desk, "Lunch").status is Status.CONFIRMED


def test_empty_ground_has_a_menu_too(page: CalendarPage) -> None:
    page.part.context_asked.emit(None, page.mapToGlobal(QPoint(300, 300)))
    assert menu_names(page) == ["new_event", "go_today"]
    next(menu for menu in page.findChildren(QMenu) if menu.isVisible()).close()


def test_a_cancellation_asks_why(page: CalendarPage, desk: Desk, asked: Asked) -> None:
    page.part.select(event_named(desk, "Lunch").id)

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, StatusReasonDialog)
        dialog.reason.set_value("The guests eat on the way")
        dialog.accept()

    in_dialog(answer)
    page.cancel()
    lunch = event_named(desk, "Lunch")
    assert (lunch.status, lunch.status_reason) == (Status.CANCELLED, "The guests eat on the way")
    assert asked.told[-1] == ("Lunch is cancelled", True)


# Reading


def test_a_week_that_was_read_ahead_asks_nothing_of_the_database(
    qtbot: QtBot, page: CalendarPage
) -> None:
    page.run("period_before")
    qtbot.wait(500)
    with counted_statements() as statements:
        page.run("period_after")
    assert statements == []
    assert "Business Meeting" in shown(page)


def test_another_week_takes_a_few_statements(page: CalendarPage) -> None:
    page.go_to(date(2027, 3, 1))
    with counted_statements() as statements:
        page.go_to(SUNDAY)
    assert "Business Meeting" in shown(page)
    assert len(statements) <= 9


def test_what_is_written_is_read_again(qtbot: QtBot, page: CalendarPage, desk: Desk) -> None:
    qtbot.wait(300)
    programme.create_event(
        desk,
        title="Early call",
        starts=datetime(2026, 12, 9, 7, 0),
        ends=datetime(2026, 12, 9, 7, 30),
    )
    page.run("period_after")
    assert "Early call" in shown(page)
