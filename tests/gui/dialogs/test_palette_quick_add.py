"""An event typed into the palette: chips before Enter, choices by the keyboard, one undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.gui.context import Context
from desk.gui.dialogs.palette import Palette
from desk.gui.main_window import MainWindow
from desk.model.choices import Status
from desk.services import history, programme
from desk.services.desk import Desk


@pytest.fixture
def palette(context: Context, sample: int, qtbot: QtBot) -> Palette:
    window = QWidget()
    window.resize(1200, 800)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    palette = Palette(context, [], window)
    palette.open()
    qtbot.waitUntil(palette.field.hasFocus)
    return palette


def typed(palette: Palette, text: str, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.field, text)
    qtbot.waitUntil(lambda: not palette._timer.isActive())


def chips(palette: Palette) -> list[tuple[str, str]]:
    return [(look.text, look.kind) for look in palette.bar.chips]


def titles(palette: Palette) -> list[str]:
    return [row.title for row in palette.list.rows.rows()]


def test_chips_say_what_was_understood_before_enter(palette: Palette, qtbot: QtBot) -> None:
    typed(palette, "Audiensi Dubes sabtu 9-10.30 @pandurata", qtbot)
    assert chips(palette) == [
        ("Audiensi Dubes", "mute"),
        ("Sat 5 Dec 2026", "lip"),
        ("09:00–10:30 WITA", "lip"),
        ("Pandurata Room: free", "ok"),
    ]
    assert titles(palette)[:2] == ["Book “Audiensi Dubes”", "Book and open the details"]


def test_a_room_that_is_taken_and_a_sunday_are_said(palette: Palette, qtbot: QtBot) -> None:
    typed(palette, "Audiensi 6 des 9-10.30 @pandurata !pasti", qtbot)
    assert chips(palette)[1] == ("Sun 6 Dec 2026", "warn")
    assert chips(palette)[3] == ("Pandurata Room: taken", "bad")
    assert palette.bar.sentence.startswith("Pandurata Room, Sun 6 Dec 2026")
    assert palette.field.accessibleDescription() == palette.bar.sentence


def test_what_clashes_is_booked_as_tentative(
    palette: Palette, desk: Desk, context: Context, qtbot: QtBot
) -> None:
    typed(palette, "Audiensi 6 des 9-10.30 @pandurata !pasti", qtbot)
    assert titles(palette)[0] == "Book “Audiensi” as tentative"
    with qtbot.waitSignal(context.told):
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    [event] = [row for row in programme.next_events(desk, limit=50) if row.title == "Audiensi"]
    assert event.status is Status.TENTATIVE


def test_enter_books_and_says_so(
    palette: Palette, context: Context, desk: Desk, qtbot: QtBot
) -> None:
    QTest.keyClicks(palette.field, "Audiensi Dubes sabtu 9-10.30 @pandurata")
    with qtbot.waitSignal(context.told) as told:
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert told.args == ["“Audiensi Dubes” is booked.", True]
    assert not palette.isVisible()
    [event] = [row for row in programme.next_events(desk) if row.title == "Audiensi Dubes"]
    history.undo(desk)
    assert programme.get_event(desk, event.id) is None


def test_what_is_doubtful_is_chosen_with_the_keyboard(
    palette: Palette, context: Context, desk: Desk, qtbot: QtBot
) -> None:
    typed(palette, "Rapat minggu depan jam 9 @tepian", qtbot)
    assert chips(palette)[1] == ("minggu depan?", "warn")
    assert titles(palette)[:2] == ["Sun 6 Dec 2026", "Sun 13 Dec 2026"]
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert chips(palette)[1] == ("Sun 13 Dec 2026", "warn")
    assert titles(palette)[0].startswith("Tepian I")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert titles(palette)[0] == "Book “Rapat”"
    # Typing on keeps what was chosen.
    typed(palette, " !pasti", qtbot)
    assert chips(palette)[1] == ("Sun 13 Dec 2026", "warn")
    with qtbot.waitSignal(context.told):
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
    [event] = [row for row in programme.next_events(desk, limit=50) if row.title == "Rapat"]
    assert (event.starts.day, event.venue) == (13, "Tepian I Meeting Room")


def test_tab_and_a_click_on_a_chip_open_a_choice_again(palette: Palette, qtbot: QtBot) -> None:
    typed(palette, "Rapat minggu depan jam 9 @tepian", qtbot)
    QTest.keyClick(palette.field, Qt.Key.Key_Tab)
    assert titles(palette)[0].startswith("Tepian I")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert chips(palette)[1][0] == "Sun 6 Dec 2026"
    chip = palette.bar._chips[1]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chips(palette)[1] == ("minggu depan?", "warn")
    assert titles(palette)[0] == "Sun 6 Dec 2026"
    # What has one meaning only has nothing to choose.
    qtbot.mouseClick(palette.bar._chips[2], Qt.MouseButton.LeftButton)
    assert titles(palette)[0] == "Sun 6 Dec 2026"
    assert palette.field.hasFocus()


def test_nothing_typed_shows_how_an_event_is_typed(palette: Palette, qtbot: QtBot) -> None:
    assert palette.bar.sentence == (
        "An event in one line: “Courtesy call tomorrow 9-10.30 @pandurata #meeting +faisal"
        " !confirmed”."
    )
    typed(palette, "k", qtbot)
    assert palette.bar.isHidden()


def test_a_choice_by_mouse(palette: Palette, qtbot: QtBot) -> None:
    typed(palette, "Rapat besok 9-10 @tepian", qtbot)
    index = palette.list.rows.index(2, 0)
    place = palette.list.visualRect(index).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert palette.isVisible()
    assert chips(palette)[3] == ("Tepian II Meeting Room: free", "ok")


def test_what_is_missing_is_said_and_cannot_be_booked(palette: Palette, qtbot: QtBot) -> None:
    typed(palette, "Xyzzy besok", qtbot)
    assert palette.bar.sentence == "Say at what time, or “all day”."
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_looking_for_something_shows_no_chips(palette: Palette, qtbot: QtBot) -> None:
    typed(palette, "kaisa", qtbot)
    assert palette.bar.isHidden()
    assert titles(palette) == ["Mankaraev Kaisa Zakirovich"]


def test_control_enter_books_and_opens(window: MainWindow, qtbot: QtBot) -> None:
    window.frame.open_palette("Audiensi Dubes sabtu 9-10.30 @pandurata")
    palette = window.findChild(Palette)
    assert palette is not None
    QTest.keyClick(palette.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    detail = window.frame.body.detail
    qtbot.waitUntil(lambda: detail.is_open)
    assert detail.target is not None
    assert window.context is not None
    event = programme.get_event(window.context.desk, detail.target.row_id or 0)
    assert event is not None
    assert event.title == "Audiensi Dubes"


def test_on_the_page_of_a_visit_the_event_is_part_of_it(
    window: MainWindow, sample: int, qtbot: QtBot
) -> None:
    assert window.context is not None
    desk = window.context.desk
    window.context.go("visit", sample)
    for alone in (False, True):
        window.frame.open_palette("Foto bersama minggu 13-13.15")
        palette = next(row for row in window.findChildren(Palette) if row.isVisible())
        assert titles(palette)[2] == "Book outside the visit"
        if alone:
            QTest.keyClick(palette.field, Qt.Key.Key_Down)
            QTest.keyClick(palette.field, Qt.Key.Key_Down)
        QTest.keyClick(palette.field, Qt.Key.Key_Return)
        booked = [
            row for row in programme.next_events(desk, limit=50) if row.title == "Foto bersama"
        ]
        assert booked[-1].visit_id == (None if alone else sample)
