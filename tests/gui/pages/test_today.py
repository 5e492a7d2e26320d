from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.models.rows import Group
from desk.gui.pages.today import TodayPage
from desk.gui.pages.today_words import event_chip, event_look
from desk.gui.theme import apply_theme
from desk.gui.widgets.button import Button
from desk.gui.widgets.finding_box import FindingBox
from desk.model.choices import Status
from desk.model.rows.events import EventRow
from desk.services import follow_ups, programme, venues
from desk.services.desk import Desk
from tests.fixtures.events import confirmed_event
from tests.gui.conftest import Clock

MORNING = datetime(2026, 12, 6, 1, 24, tzinfo=UTC)
"""9.24 at the office on the Sunday of the meeting."""


@pytest.fixture
def page(context: Context, sample: int, qtbot: QtBot, qapp: QApplication) -> TodayPage:
    apply_theme(qapp, "light")
    page = TodayPage(context)
    context.committed.connect(page.on_committed)
    page.resize(1232, 760)
    qtbot.addWidget(page)
    page.show()
    page.open(Target("today"))
    return page


def titles(page: TodayPage) -> list[str]:
    rows = page.events.rows
    found = []
    for place in range(rows.rowCount()):
        group, row = rows.group_at(place), rows.row_at(place)
        found.append(f"[{group.title}]" if isinstance(group, Group) else row.title if row else "")
    return found


def event_named(desk: Desk, visit: int, title: str) -> EventRow:
    return next(e for e in programme.events_of_visit(desk, visit) if e.title == title)


def the_box(page: TodayPage, qtbot: QtBot) -> FindingBox:
    """The one clash that is shown."""

    def seen() -> list[FindingBox]:
        return [box for box in page.clashes.findChildren(FindingBox) if box.isVisible()]

    qtbot.waitUntil(lambda: len(seen()) == 1)
    return seen()[0]


def test_a_day_without_events_shows_what_comes_next(page: TodayPage) -> None:
    assert titles(page)[:2] == ["[Saturday, 5 December 2026]", "Arrival and VIP room"]
    assert page._nothing.isVisible()
    assert not page.copy.isVisible()
    assert page.visits[0].isVisible()
    assert not page.visits[1].isVisible()


def test_the_head_says_the_day_and_how_much_there_is(page: TodayPage, clock: Clock) -> None:
    clock.now = MORNING
    page.refresh()
    assert page.header.accessibleName() == "Sunday, 6 December 2026"
    assert page.copy.isVisible()
    assert not page._nothing.isVisible()


def test_an_event_that_is_on_lies_on_the_lip_and_counts_down(
    page: TodayPage, desk: Desk, sample: int
) -> None:
    meeting = event_named(desk, sample, "Business Meeting")
    look = event_look(meeting, meeting.ends_at - timedelta(minutes=6))
    assert look.now
    assert look.time == "09:00–11:30 WITA"
    assert look.second_time == "06:00–08:30 Astana"
    assert look.chips[0].text == "Under way, 6 minutes left"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (-61, "Confirmed"),
        (-60, "In 60 minutes"),
        (-1, "In 1 minute"),
        (0, "Under way"),
        (149, "Under way, 1 minute left"),
        (150, "Over"),
    ],
)
def test_the_chip_tells_how_an_event_stands(
    desk: Desk, sample: int, minutes: int, words: str
) -> None:
    meeting = event_named(desk, sample, "Business Meeting")
    now = meeting.starts_at + timedelta(minutes=minutes)
    assert event_chip(meeting, now).text == words


def test_what_is_not_sure_says_so_even_shortly_before(desk: Desk, sample: int) -> None:
    lunch = event_named(desk, sample, "Lunch")
    assert lunch.status is Status.TENTATIVE
    assert event_chip(lunch, lunch.starts_at - timedelta(minutes=5)).text == "Tentative"


def test_a_cancelled_event_tells_the_reason_instead_of_the_place(desk: Desk, sample: int) -> None:
    lunch = event_named(desk, sample, "Lunch")
    programme.set_event_status(desk, lunch.id, Status.CANCELLED, reason="The guests fast")
    lunch = event_named(desk, sample, "Lunch")
    look = event_look(lunch, lunch.starts_at)
    assert (look.state, look.place, look.chips[0].text) == (
        "cancelled",
        "The guests fast",
        "Cancelled",
    )


def test_the_minute_moves_the_chips(page: TodayPage, clock: Clock, qtbot: QtBot) -> None:
    clock.now = MORNING
    page.refresh()
    clock.now += timedelta(minutes=1)
    page._on_minute_timeout()
    assert page._now == clock.now


def test_midnight_turns_the_page(page: TodayPage, clock: Clock) -> None:
    clock.now = MORNING
    page._on_minute_timeout()
    assert page.header.accessibleName() == "Sunday, 6 December 2026"


def test_a_clash_is_mended_by_its_button(
    page: TodayPage, desk: Desk, sample: int, qtbot: QtBot
) -> None:
    meeting = event_named(desk, sample, "Business Meeting")
    rehearsal = confirmed_event(
        desk,
        title="Choir rehearsal",
        starts=meeting.starts + timedelta(hours=2),
        ends=meeting.starts + timedelta(hours=3),
        venue_id=meeting.venue_id,
    )
    box = the_box(page, qtbot)
    assert "Pandurata Room" in box.accessibleName()
    mends = [key for key in box._remedies.values() if not isinstance(key, int)]
    told: list[tuple[str, bool]] = []
    page.context.told.connect(lambda words, undo: told.append((words, undo)))
    box.remedy_chosen.emit(mends[0])
    moved = programme.get_event(desk, rehearsal)
    assert moved is not None
    assert moved.starts == mends[0].starts
    assert told == [(f"Mended: {mends[0].text}", True)]
    assert not page.clashes.isVisible()


def test_a_room_mend_moves_the_event_there(
    page: TodayPage, desk: Desk, sample: int, qtbot: QtBot
) -> None:
    meeting = event_named(desk, sample, "Business Meeting")
    rehearsal = confirmed_event(
        desk,
        title="Choir rehearsal",
        starts=meeting.starts,
        ends=meeting.ends,
        venue_id=meeting.venue_id,
        layout_id=meeting.layout_id,
    )
    box = the_box(page, qtbot)
    mend = next(
        key
        for key in box._remedies.values()
        if not isinstance(key, int) and key.venue_id is not None
    )
    box.remedy_chosen.emit(mend)
    moved = programme.get_event(desk, rehearsal)
    assert moved is not None
    assert (moved.venue_id, moved.layout_id) == (mend.venue_id, mend.layout_id)
    assert mend.layout_id is not None
    assert venues.get_venue(desk, mend.venue_id) is not None


def test_what_is_late_is_listed(page: TodayPage, desk: Desk, clock: Clock) -> None:
    late = follow_ups.create_follow_up(
        desk, title="Send the list of projects", due_on=clock.now.date() - timedelta(days=6)
    )
    row = next(row for row in page.overdue.rows.rows() if row.id == late)
    place = page.overdue.rows.place_of(row.id)
    words = page.overdue.rows.index(place, 0).data()
    assert words == "Send the list of projects, 27 Nov, 6 days late"


def test_the_day_is_copied_for_a_chat(page: TodayPage, clock: Clock) -> None:
    clock.now = MORNING
    page.refresh()
    page.copy.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("*Sunday, 6 December 2026*\n\n08:15–08:45 WITA (05:15–05:45 Astana)\n")


def test_the_icon_of_a_row_copies_its_event(page: TodayPage) -> None:
    page.delegate.trailing_chosen.emit(1)
    assert QGuiApplication.clipboard().text().startswith("*Arrival and VIP room*")


def test_an_unused_desk_says_how_to_begin(context: Context, qtbot: QtBot, desk: Desk) -> None:
    page = TodayPage(context)
    context.committed.connect(page.on_committed)
    qtbot.addWidget(page)
    page.show()
    page.open(Target("today"))
    assert page._empty.isVisible()
    assert not page._event_card.isVisible()
    asked: list[str] = []
    context.command_asked.connect(asked.append)
    page._empty.primary_chosen.emit()
    assert asked == ["new_visit"]
    page._empty.secondary_chosen.emit()
    assert not page._empty.isVisible()
    assert page.visits[0].isVisible()


def test_the_selection_stays_when_something_is_written(
    page: TodayPage, desk: Desk, sample: int
) -> None:
    arrival = event_named(desk, sample, "Arrival and VIP room")
    page.events.select_key(arrival.id)
    programme.update_event(desk, arrival.id, {"notes": "Flowers"})
    page.refresh()
    assert page.events.current_row().id == arrival.id


def test_the_keyboard_comes_to_the_list_without_opening_details(
    page: TodayPage, context: Context, qtbot: QtBot
) -> None:
    asked: list[object] = []
    context.detail_asked.connect(asked.append)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.visits[0].findChildren(Button)[0].setFocus()
    page.events.selectionModel().clear()
    qtbot.waitUntil(lambda: not page.events.hasFocus())
    asked.clear()

    page.focus_list()
    qtbot.waitUntil(page.events.hasFocus)
    assert page.events.current_row().title == "Arrival and VIP room"
    assert asked == []
