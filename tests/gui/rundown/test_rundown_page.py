"""The rundown typed like a spreadsheet: every key, the mouse, the palette, both views."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desk.gui.context import Context, Target
from desk.gui.dialogs.copy_rundown import CopyRundownDialog
from desk.gui.models.rundown import (
    DRESS,
    INTERNAL,
    ITEM,
    LANGUAGE,
    LEADER,
    LENGTH,
    LOCKED,
    NOTES,
    PLACE,
    START,
)
from desk.gui.pages.rundown import RundownPage
from desk.services import history, programme, rundown, rundown_help
from desk.services.desk import Desk
from tests.gui.rundown.conftest import STARTS, Asked

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Key = Qt.Key
ALT, SHIFT, NONE = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def rows(desk: Desk, page: RundownPage, event: int) -> list[int]:
    """Arrival 09:00, welcome 09:15, photo 09:25, a locked signing at 10:00."""
    made = [
        rundown.add_item(desk, event, title="Arrival", minutes=15),
        rundown.add_item(desk, event, title="Welcome", minutes=10),
        rundown.add_item(desk, event, title="Photo", minutes=15),
        rundown.add_item(desk, event, title="Signing", minutes=30, offset_minutes=60),
    ]
    rundown.update_item(desk, made[3], {"locked": True})
    page.table.setFocus()
    return made


def clock(desk: Desk, event: int) -> list[str]:
    return [f"{r.starts:%H:%M} {r.minutes} {r.title}" for r in rundown.items_of_event(desk, event)]


PLANNED = ["09:00 15 Arrival", "09:15 10 Welcome", "09:25 15 Photo", "10:00 30 Signing"]


def editors(page: RundownPage) -> list[QLineEdit]:
    """The cells that are open; those that were closed go a little later."""
    return [each for each in page.table.viewport().findChildren(QLineEdit) if each.isVisible()]


def editor(page: RundownPage) -> QLineEdit:
    return editors(page)[-1]


def stand(page: RundownPage, row_id: int, column: int) -> None:
    assert page.table.stand_on(row_id, column)
    page.table.setFocus()


def type_into(qtbot: QtBot, page: RundownPage, words: str, key: Key = Key.Key_Return) -> None:
    """Begin to type on the cell stood on, and end with a key."""
    qtbot.keyClicks(page.table, words[0])
    qtbot.keyClicks(editor(page), words[1:])
    qtbot.keyClick(editor(page), key)
    QTest.qWait(0)


def test_an_empty_rundown_offers_the_palette_and_another_event(
    page: RundownPage, qtbot: QtBot, desk: Desk, event: int
) -> None:
    assert page.empty.isVisible()
    assert page.side.isVisible()
    qtbot.keyClick(page.side.common, Key.Key_Down)
    qtbot.keyClick(page.side.common, Key.Key_Down)
    page.side.common.select_key("arrival")
    qtbot.keyClick(page.side.common, Key.Key_Return)
    assert clock(desk, event) == ["09:00 10 Arrival of the guests"]
    assert not page.empty.isVisible()
    page.side.common.select_key("gifts")
    qtbot.mouseClick(page.side.add, Qt.MouseButton.LeftButton)
    assert clock(desk, event)[1] == "09:10 5 Exchange of gifts"


def test_a_rundown_is_written_with_the_keyboard_alone(
    page: RundownPage, qtbot: QtBot, desk: Desk, event: int
) -> None:
    page.table.setFocus()
    page.empty.primary.click()  # type: ignore[union-attr]
    qtbot.keyClicks(editor(page), "Arrival")
    qtbot.keyClick(editor(page), Key.Key_Tab)
    assert page.table.currentIndex().column() == PLACE
    qtbot.keyClicks(editor(page), "Lobby")
    qtbot.keyClick(editor(page), Key.Key_Backtab)
    assert page.table.currentIndex().column() == ITEM
    qtbot.keyClick(editor(page), Key.Key_Escape)
    qtbot.keyClick(page.table, Key.Key_Insert)
    qtbot.keyClicks(editor(page), "Welcome")
    qtbot.keyClick(editor(page), Key.Key_Return)
    # Enter in the last row begins the next one.
    qtbot.waitUntil(lambda: len(rundown.items_of_event(desk, event)) == 3)
    qtbot.keyClicks(editor(page), "Photo")
    qtbot.keyClick(editor(page), Key.Key_Escape)
    assert clock(desk, event) == ["09:00 10 Arrival", "09:10 10 Welcome", "09:20 10 "]
    assert rundown.items_of_event(desk, event)[0].place == "Lobby"


def test_every_cell_writes_its_field(
    page: RundownPage, qtbot: QtBot, desk: Desk, rows: list[int]
) -> None:
    for column, words in (
        (ITEM, "Group photo"),
        (PLACE, "Steps"),
        (LEADER, "Master of ceremonies"),
        (LANGUAGE, "Russian, English"),
        (DRESS, "Batik"),
        (NOTES, "Flags behind"),
        (LENGTH, "20"),
    ):
        stand(page, rows[2], column)
        type_into(qtbot, page, words)
    stand(page, rows[2], START)
    type_into(qtbot, page, "9.30")
    for column in (LOCKED, INTERNAL):
        stand(page, rows[2], column)
        qtbot.keyClick(page.table, Key.Key_Space)
    item = rundown.get_item(desk, rows[2])
    assert item is not None
    assert (item.title, item.place, item.leader, item.language) == (
        "Group photo",
        "Steps",
        "Master of ceremonies",
        "ru,en",
    )
    assert (item.dress, item.notes, item.minutes) == ("Batik", "Flags behind", 20)
    assert (f"{item.starts:%H:%M}", item.locked, item.internal) == ("09:30", True, True)


def test_what_is_no_value_stays_in_its_cell_with_a_sentence(
    page: RundownPage, qtbot: QtBot, desk: Desk, event: int, rows: list[int], asked: Asked
) -> None:
    for column, words, sentence in (
        (START, "25.99", "Not a time. Hours go up to 23:59."),
        (LENGTH, "soon", "Write a whole number, for example 20."),
        (LANGUAGE, "Klingon", "Klingon is not a language the desk knows."),
    ):
        stand(page, rows[0], column)
        type_into(qtbot, page, words)
        qtbot.waitUntil(lambda: bool(editors(page)))
        assert editor(page).text() == words
        assert asked.problems[-1] == sentence
        qtbot.keyClick(editor(page), Key.Key_Escape)
    assert clock(desk, event) == PLANNED


def test_a_longer_row_pushes_the_others_and_the_locked_one_says_so(
    page: RundownPage, qtbot: QtBot, desk: Desk, event: int, rows: list[int], asked: Asked
) -> None:
    stand(page, rows[0], LENGTH)
    type_into(qtbot, page, "45")
    assert clock(desk, event) == [
        "09:00 45 Arrival",
        "09:35 10 Welcome",
        "09:45 15 Photo",
        "10:00 30 Signing",
    ]
    assert asked.told == [
        ("“Signing” is locked and keeps its time; 10 minutes are missing before it.", True)
    ]
    assert "overlap" in page.foot.findings.text()
    history.undo(desk)
    assert clock(desk, event) == PLANNED


def test_rows_that_need_not_follow_stay(
    page: RundownPage, qtbot: QtBot, desk: Desk, event: int, rows: list[int]
) -> None:
    page.bar.follow.click()
    stand(page, rows[0], LENGTH)
    type_into(qtbot, page, "20")
    assert clock(desk, event) == ["09:00 20 Arrival", *PLANNED[1:]]


@pytest.mark.parametrize(
    ("key", "modifiers", "expected"),
    [
        (Key.Key_Down, ALT, ["09:00 10 Welcome", "09:10 15 Arrival", *PLANNED[2:]]),
        (Key.Key_Up, ALT, PLANNED),
        (
            Key.Key_Down,
            ALT | SHIFT,
            ["09:00 20 Arrival", "09:20 10 Welcome", "09:30 15 Photo", PLANNED[3]],
        ),
        (
            Key.Key_Up,
            ALT | SHIFT,
            ["09:00 10 Arrival", "09:10 10 Welcome", "09:20 15 Photo", PLANNED[3]],
        ),
        (
            Key.Key_PageDown,
            ALT,
            [PLANNED[0], "09:20 10 Welcome", "09:30 15 Photo", PLANNED[3]],
        ),
        (
            Key.Key_PageUp,
            ALT,
            [PLANNED[0], "09:10 10 Welcome", "09:20 15 Photo", PLANNED[3]],
        ),
    ],
)
def test_keys_move_and_lengthen_and_stay_on_the_row(
    page: RundownPage,
    qtbot: QtBot,
    desk: Desk,
    event: int,
    rows: list[int],
    key: Key,
    modifiers: Qt.KeyboardModifier,
    expected: list[str],
) -> None:
    stand(page, rows[0], PLACE)
    qtbot.keyClick(page.table, key, modifiers)
    assert clock(desk, event) == expected
    assert page.table.current_row().id == rows[0]
    assert page.table.currentIndex().column() == PLACE


def test_buttons_move_what_follows(
    page: RundownPage, qtbot: QtBot, desk: Desk, event: int, rows: list[int]
) -> None:
    stand(page, rows[0], ITEM)
    page.bar.minutes.set_value(10)
    qtbot.mouseClick(page.bar.later, Qt.MouseButton.LeftButton)
    assert clock(desk, event)[1] == "09:25 10 Welcome"
    qtbot.mouseClick(page.bar.earlier, Qt.MouseButton.LeftButton)
    assert clock(desk, event) == PLANNED


def test_a_row_is_dragged_to_another_place(
    page: RundownPage, qtbot: QtBot, desk: Desk, event: int, rows: list[int], asked: Asked
) -> None:
    stand(page, rows[2], ITEM)
    box = page.table.visualRect(page.rows.index(0, ITEM))

    class Drop(QDropEvent):
        def source(self) -> object:  # type: ignore[override]
            return page.table

    def drop(at: QPoint) -> None:
        event = Drop(
            QPointF(at),
            Qt.DropAction.MoveAction,
            QMimeData(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        page.table.dropEvent(event)

    drop(QPoint(box.left() + 5, box.top() + 2))
    assert [line.split()[-1] for line in clock(desk, event)] == [
        "Photo",
        "Arrival",
        "Welcome",
        "Signing",
    ]
    assert page.table.current_row().id == rows[2]
    drop(QPoint(5, page.table.viewport().height() - 2))
    assert asked.told[-1][0] == "“Signing” is locked and keeps its time."


def test_rows_are_taken_out_and_come_back(
    page: RundownPage, qtbot: QtBot, desk: Desk, event: int, rows: list[int], asked: Asked
) -> None:
    stand(page, rows[0], ITEM)
    qtbot.keyClick(page.table, Key.Key_Down, SHIFT)
    assert "delete" in page.commands()
    page.run("delete")
    assert clock(desk, event) == ["09:00 15 Photo", PLANNED[3]]
    assert asked.told == [("2 rows taken out", True)]
    history.undo(desk)
    assert page.rows.rowCount() == 4
    stand(page, rows[3], ITEM)
    page.run("duplicate")
    assert clock(desk, event)[4] == "10:30 30 Signing"


def test_guests_see_neither_internal_rows_nor_columns(
    page: RundownPage, desk: Desk, event: int, rows: list[int], asked: Asked
) -> None:
    rundown.update_item(desk, rows[1], {"internal": True, "notes": "Secret"})
    page.head.readers.set_current("guests")
    page.head.readers.chosen.emit("guests")
    assert [row.item.title for row in page.rows.rows()] == ["Arrival", "Photo", "Signing"]
    hidden = [c for c in range(11) if page.table.isColumnHidden(c)]
    assert hidden == [5, NOTES, LOCKED, INTERNAL]
    assert page.foot.hidden.text() == "1 internal row hidden"
    page.run("copy_whatsapp")
    assert "Welcome" not in QGuiApplication.clipboard().text()
    page.run("print")
    assert asked.targets[-1] == Target("rundown_paper", event, "guests")
    page.head.readers.set_current("office")
    page.head.readers.chosen.emit("office")
    page.run("copy_whatsapp")
    assert "Secret" in QGuiApplication.clipboard().text()
    page.run("print")
    assert asked.targets[-1] == Target("rundown_paper", event, "office")


def test_the_form_beside_the_table_writes_every_language(
    page: RundownPage, qtbot: QtBot, desk: Desk, rows: list[int]
) -> None:
    stand(page, rows[0], ITEM)
    page._show_fields()
    form = page.side.form
    assert form.row_id == rows[0]
    form.editor("place").setText("Lobby")  # type: ignore[attr-defined]
    form.editor("place").textEdited.emit("Lobby")  # type: ignore[attr-defined]
    form.editor("minutes").change(25)  # type: ignore[attr-defined]
    assert form.flush()
    item = rundown.get_item(desk, rows[0])
    assert item is not None
    assert (item.place, item.minutes) == ("Lobby", 25)
    after = rundown.get_item(desk, rows[1])
    assert after is not None
    assert f"{after.starts:%H:%M}" == "09:25"


def test_how_much_is_left_is_said_below(page: RundownPage, desk: Desk, rows: list[int]) -> None:
    assert page.foot.balance.text() == "1 h 10 min planned of 2 h"
    assert page.foot.left.text() == "30 min left at the end"
    rundown.set_minutes(desk, rows[3], 75, follow=False)
    assert page.foot.left.text() == "15 min past the end"
    assert page.foot.findings.text() == "1 gap · past the end of the event"


def test_another_events_rundown_is_copied(
    page: RundownPage, qtbot: QtBot, context: Context, desk: Desk, event: int, rows: list[int]
) -> None:
    other = programme.create_event(
        desk, title="Other", starts=STARTS, ends=STARTS + timedelta(hours=1)
    )
    dialog = CopyRundownDialog(context, other)
    qtbot.addWidget(dialog)
    assert dialog.list.current_row().title == "Meeting"
    dialog.accept()
    assert dialog.created_id == 4
    assert clock(desk, other) == PLANNED


def test_without_any_other_rundown_the_dialog_says_so(
    qtbot: QtBot, page: RundownPage, context: Context, event: int
) -> None:
    dialog = CopyRundownDialog(context, event)
    qtbot.addWidget(dialog)
    assert not dialog.action.isEnabled()


def test_an_event_that_is_deleted_leaves_a_sentence_and_comes_back(
    page: RundownPage, desk: Desk, event: int, rows: list[int]
) -> None:
    programme.delete_event(desk, event)
    assert page.rows.rowCount() == 0
    assert page.commands() == frozenset()
    history.undo(desk)
    assert page.rows.rowCount() == 4


def test_in_a_narrow_window_the_table_has_the_room(page: RundownPage, rows: list[int]) -> None:
    page.resize(968, 560)
    assert not page.side.isVisible()
    page.bar.side.click()
    assert page.side.isVisible()
    assert page.minimumSizeHint().width() <= 1024 - 56


def test_names_that_are_typed_are_those_of_the_event(
    context: Context, qtbot: QtBot, desk: Desk, sample: int, asked: Asked
) -> None:
    meeting = programme.find_event(desk, "2026-001/6").id
    item = rundown_help.add_common_row(desk, meeting, "remarks")
    page = RundownPage(context)
    qtbot.addWidget(page)
    page.show()
    page.open(Target("rundown", meeting))
    assert page._names()[0] == "M. Syirajudin"
    page.table.stand_on(item, LEADER)
    page.table.edit_cell(LEADER)
    completer = editor(page).completer()
    assert completer is not None
    completer.setCompletionPrefix("syira")
    assert completer.currentCompletion() == "M. Syirajudin"
    page._on_back_clicked()
    assert asked.targets[-1] == Target("visit", sample, "programme")


def test_marked_rows_move_together_and_stay_marked(
    page: RundownPage, qtbot: QtBot, desk: Desk, event: int, rows: list[int]
) -> None:
    stand(page, rows[1], ITEM)
    qtbot.keyClick(page.table, Key.Key_Down, SHIFT)
    assert page.bar._label.text() == "Move 2 marked rows"
    qtbot.keyClick(page.table, Key.Key_PageDown, ALT)
    assert clock(desk, event) == [PLANNED[0], "09:20 10 Welcome", "09:30 15 Photo", PLANNED[3]]
    assert [row.id for row in page.table.selected_rows()] == rows[1:3]
    history.undo(desk)
    assert clock(desk, event) == PLANNED
    stand(page, rows[0], ITEM)
    assert page.bar._label.text() == "Move what follows"


def test_a_row_stood_on_is_marked_alone_whatever_key_is_held(
    page: RundownPage, qtbot: QtBot, rows: list[int]
) -> None:
    # Shift is still held while the program puts somebody on a row.
    qtbot.keyPress(page, Key.Key_Shift, SHIFT)
    stand(page, rows[1], ITEM)
    assert [row.id for row in page.table.selected_rows()] == [rows[1]]
