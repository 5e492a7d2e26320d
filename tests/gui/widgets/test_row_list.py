from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desk.gui.models.rows import Group
from desk.gui.widgets.chip import ChipLook
from desk.gui.widgets.event_rows import EventRowDelegate, EventRowLook
from desk.gui.widgets.row_list import NoteRowDelegate, NoteRowLook, RowList


@dataclass(frozen=True)
class Meeting:
    id: int
    title: str
    state: str = "firm"


MEETINGS = [
    Meeting(1, "Rapat"),
    Meeting(2, "Geladi", "tentative"),
    Meeting(3, "Audiensi", "cancelled"),
]


def look(row: Meeting) -> EventRowLook:
    return EventRowLook(
        "09.00–10.30 WITA",
        row.title,
        "06.00–07.30 Astana",
        "Tepian I",
        state=row.state,  # type: ignore[arg-type]
        chips=(ChipLook("Pasti", "ok", "check"),),
        trailing_icon="whatsapp-logo",
        trailing_tip="Salin",
    )


def words(row: Meeting) -> str:
    return f"{row.title}, 09.00"


@pytest.fixture
def events(stage: Any) -> RowList:
    made = RowList(look, EventRowDelegate(), words=words, name="Acara", fits=True)
    made.show_rows(MEETINGS)
    stage.show(made)
    stage.window.resize(700, 300)
    stage.focus(made)
    return made


def test_a_fitting_list_is_as_high_as_its_rows(events: RowList) -> None:
    assert events.height() == 3 * 56

    events.show_rows([Group("day", "Kamis"), *MEETINGS])
    assert events.height() == 3 * 56 + 28


def test_every_row_says_a_full_sentence(events: RowList) -> None:
    index = events.rows.index(1, 0)

    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Geladi, 09.00"
    assert events.accessibleName() == "Acara"


def test_keys_choose_and_open(qtbot: QtBot, events: RowList) -> None:
    chosen: list[Meeting | None] = []
    opened: list[Meeting] = []
    events.row_chosen.connect(chosen.append)
    events.row_activated.connect(opened.append)

    events.select_key(2)
    qtbot.keyClick(events, Qt.Key.Key_Down)
    qtbot.keyClick(events, Qt.Key.Key_Return)

    assert chosen == [MEETINGS[1], MEETINGS[2]]
    assert opened == [MEETINGS[2]]


def test_the_trailing_icon_is_a_button_of_its_own(qtbot: QtBot, events: RowList) -> None:
    delegate = events.itemDelegate()
    assert isinstance(delegate, EventRowDelegate)
    places: list[object] = []
    delegate.trailing_chosen.connect(places.append)
    box = events.visualRect(events.rows.index(2, 0))

    def click(place: QPoint) -> None:
        qtbot.mouseClick(events.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click(QPoint(box.right() - 20, box.center().y()))
    click(QPoint(box.left() + 200, box.center().y()))

    assert places == [2]


def test_the_selection_stays_through_changes(events: RowList) -> None:
    events.select_key(3)

    events.show_rows([MEETINGS[2], MEETINGS[0]])

    assert events.current_row() == MEETINGS[2]


def test_rows_of_every_kind_paint_without_a_complaint(stage: Any, events: RowList) -> None:
    notes = RowList(
        lambda row: NoteRowLook(row.title, "kedua", "check-circle", "ok", "Hadir", "ok", "10.18"),
        NoteRowDelegate(),
        words=words,
        name="Jawaban",
    )
    notes.show_rows([Group("g", "Tamu"), *MEETINGS])
    stage.show(notes)
    notes.select_key(2)

    image = notes.grab().toImage()

    box = notes.visualRect(notes.rows.index(2, 0))
    assert image.pixelColor(box.left() + 1, box.center().y()).name() == "#1f5a3f"
    assert image.pixelColor(box.left() + 6, box.top() + 3).name() == "#ddf0cf"
    assert events.grab().height() == 168
