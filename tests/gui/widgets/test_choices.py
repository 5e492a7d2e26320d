from collections.abc import Sequence
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from pytestqt.qtbot import QtBot

from desk.gui.widgets.check_box import CheckBox
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.searchable_combo import Choice, SearchableCombo
from desk.gui.widgets.segmented_buttons import SegmentedButtons
from desk.gui.widgets.tabs import Tabs

# Lists that open below a field are windows of their own, which have no screen here.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

PEOPLE = (
    Choice(1, "M. Fadjroel Rachman", "Duta Besar LBBP RI"),
    Choice(2, "M. Faisal", "Kepala Dinas Kominfo"),
    Choice(3, "Puguh Harjanto", "Kepala DPMPTSP"),
)


def find(text: str) -> Sequence[Choice]:
    return [person for person in PEOPLE if text.casefold() in person.text.casefold()]


@pytest.fixture
def combo(stage: Any) -> SearchableCombo:
    field = SearchableCombo(find)
    stage.show(field)
    stage.focus(field)
    return field


def test_typing_finds_and_enter_takes_the_best(qtbot: QtBot, combo: SearchableCombo) -> None:
    told: list[Choice | None] = []
    combo.value_changed.connect(told.append)

    qtbot.keyClicks(combo, "fai")
    qtbot.keyClick(combo, Qt.Key.Key_Return)

    assert told == [PEOPLE[1]]
    assert (combo.value, combo.text()) == (2, "M. Faisal")


def test_going_on_with_tab_takes_the_first_that_was_found(
    qtbot: QtBot, combo: SearchableCombo
) -> None:
    qtbot.keyClicks(combo, "fa")
    combo.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert combo.choice == PEOPLE[0]


def test_going_on_with_tab_asks_for_what_nobody_knows(stage: Any, qtbot: QtBot) -> None:
    combo = SearchableCombo(find, allows_new=True)
    stage.show(combo)
    stage.focus(combo)
    qtbot.keyClicks(combo, "Rani")

    with qtbot.waitSignal(combo.new_requested) as asked:
        combo.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))

    assert asked.args == ["Rani"]
    # Nothing was made of it, so nothing stands there that is not chosen.
    assert (combo.choice, combo.text()) == (None, "")


def test_a_click_elsewhere_keeps_the_old_choice(qtbot: QtBot, combo: SearchableCombo) -> None:
    combo.set_choice(PEOPLE[2])
    combo.selectAll()
    qtbot.keyClicks(combo, "fa")
    combo.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.MouseFocusReason))
    assert combo.choice == PEOPLE[2]


def test_emptying_the_field_chooses_nobody(qtbot: QtBot, combo: SearchableCombo) -> None:
    combo.set_choice(PEOPLE[0])
    told: list[Choice | None] = []
    combo.value_changed.connect(told.append)

    combo.selectAll()
    qtbot.keyClick(combo, Qt.Key.Key_Delete)
    qtbot.keyClick(combo, Qt.Key.Key_Return)

    assert told == [None]
    assert combo.value is None


def test_words_that_find_nobody_give_way_to_the_old_choice(
    qtbot: QtBot, combo: SearchableCombo
) -> None:
    combo.set_choice(PEOPLE[0])

    combo.selectAll()
    qtbot.keyClicks(combo, "xyz")
    qtbot.keyClick(combo, Qt.Key.Key_Return)

    assert (combo.value, combo.text()) == (1, "M. Fadjroel Rachman")


def test_a_new_name_is_offered_where_that_is_allowed(stage: Any, qtbot: QtBot) -> None:
    field = SearchableCombo(find, allows_new=True)
    stage.show(field)
    stage.focus(field)
    asked: list[str] = []
    field.new_requested.connect(asked.append)

    qtbot.keyClicks(field, "Serik")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert asked == ["Serik"]


def test_escape_puts_the_choice_back(qtbot: QtBot, combo: SearchableCombo) -> None:
    combo.set_choice(PEOPLE[2])
    combo.setText("Pug")

    qtbot.keyClick(combo, Qt.Key.Key_Escape)

    assert combo.text() == "Puguh Harjanto"


def test_a_box_gives_keys_and_tells_only_what_the_person_chose(stage: Any, qtbot: QtBot) -> None:
    box = ComboBox([("firm", "Pasti"), ("tentative", "Sementara")], name="Status")
    stage.show(box)
    told: list[str] = []
    box.value_changed.connect(told.append)

    box.set_value("tentative")
    assert (box.value, told) == ("tentative", [])
    stage.focus(box)
    qtbot.keyClick(box, Qt.Key.Key_Up)

    assert (box.value, told) == ("firm", ["firm"])


def test_other_choices_keep_the_chosen_key(qtbot: QtBot) -> None:
    box = ComboBox([(1, "satu"), (2, "dua")])
    qtbot.addWidget(box)
    box.set_value(2)

    box.set_choices([(2, "two"), (3, "three")])

    assert (box.value, box.currentText()) == (2, "two")
    box.set_value("none of them")
    assert box.value is None


def test_arrows_move_the_choice_of_joined_buttons(stage: Any, qtbot: QtBot) -> None:
    views = SegmentedButtons([("day", "Hari"), ("week", "Pekan"), ("month", "Bulan")], name="View")
    stage.show(views)
    told: list[str] = []
    views.chosen.connect(told.append)

    views.set_current("week")
    qtbot.keyClick(views, Qt.Key.Key_Right)
    qtbot.keyClick(views, Qt.Key.Key_Right)
    qtbot.keyClick(views, Qt.Key.Key_Left)

    assert told == ["month", "week"]
    assert views.current == "week"


def test_tabs_tell_the_key_and_say_their_count(stage: Any, qtbot: QtBot) -> None:
    tabs = Tabs([("detail", "Detail"), ("people", "Orang")], name="Bagian")
    stage.show(tabs)
    told: list[object] = []
    tabs.chosen.connect(told.append)
    narrow = tabs.tabSizeHint(1).width()

    tabs.set_count("people", 13)
    stage.focus(tabs)
    qtbot.keyClick(tabs, Qt.Key.Key_Right)

    assert told == ["people"]
    assert tabs.current == "people"
    assert tabs.accessibleTabName(1) == "Orang 13"
    assert tabs.tabSizeHint(1).width() > narrow

    tabs.set_tabs([("detail", "Detail"), ("people", "People"), ("history", "History")])
    assert (tabs.current, told) == ("people", ["people"])


def test_a_tick_is_set_anywhere_on_its_words(stage: Any, qtbot: QtBot) -> None:
    box = CheckBox("Tanda tangan")
    stage.show(box)

    place = box.rect().center()
    place.setX(box.width() - 4)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=place)

    assert box.isChecked()
