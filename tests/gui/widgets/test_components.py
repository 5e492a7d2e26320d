from typing import Any

import pytest
from PySide6.QtCore import QObject, QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desk.gui.theme import apply_theme
from desk.gui.widgets.button import Button
from desk.gui.widgets.check_box import CheckBox
from desk.gui.widgets.chip import Chip, ChipLook, chip_width
from desk.gui.widgets.count_badge import CountBadge
from desk.gui.widgets.detail_pane import DetailPane
from desk.gui.widgets.dialog import Dialog
from desk.gui.widgets.empty_state import EmptyState
from desk.gui.widgets.finding_box import FindingBox, Remedy
from desk.gui.widgets.icon_button import IconButton
from desk.gui.widgets.label import ElidedLabel, Label
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.message_strip import MessageStrip
from desk.gui.widgets.navigation_list import NavigationList, Section
from desk.gui.widgets.page import PageHeader
from desk.gui.widgets.text_field import TextArea, TextField
from desk.gui.widgets.toast import Toast
from tests.gui.gallery import Gallery, build_components, build_frame

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
)
MIDDLE = Qt.MouseButton.LeftButton


def said_name(widget: QWidget) -> str:
    """What a screen reader says for a widget."""
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def shown_chips(widget: QWidget) -> list[str]:
    return [chip.look.text for chip in widget.findChildren(Chip) if chip.isVisible()]


@pytest.mark.parametrize("build", [build_components, build_frame])
def test_everything_one_can_use_has_a_name_and_room_for_the_mouse(qtbot: QtBot, build: Any) -> None:
    page: QWidget = build(Gallery("id").say)
    qtbot.addWidget(page)
    page.show()
    used = [
        widget
        for widget in page.findChildren(QWidget)
        if isinstance(widget, INTERACTIVE)
        and widget.isVisible()
        and not widget.objectName().startswith("qt_")
        # The button inside a field is an action of the field.
        and not isinstance(widget.parent(), QLineEdit)
        # A tab bar's own scroll buttons show only where room is short.
        and not isinstance(widget.parent(), QTabBar)
    ]

    assert len(used) > 5
    unnamed = [widget for widget in used if not said_name(widget).strip()]
    assert [type(widget).__name__ for widget in unnamed] == []
    small = [type(widget).__name__ for widget in used if widget.height() < 28]
    assert small == []


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("build", [build_components, build_frame])
def test_all_components_paint_in_both_themes(
    qtbot: QtBot, qapp: QApplication, build: Any, language: str
) -> None:
    page: QWidget = build(Gallery(language).say)
    qtbot.addWidget(page)
    page.show()

    light = page.grab().toImage()
    apply_theme(qapp, "dark")
    dark = page.grab().toImage()

    assert light.size() == dark.size()
    assert light.pixelColor(230, 5).lightness() > 200 > 60 > dark.pixelColor(230, 5).lightness()


@pytest.mark.parametrize("variant", ["normal", "primary", "quiet", "danger"])
def test_the_focus_ring_moves_nothing(stage: Any, variant: Any) -> None:
    first, second = Button("Cetak", "printer", variant), Button("Lain")
    stage.show(first, second)
    stage.focus(second)
    before = (first.sizeHint(), first.geometry(), second.geometry())
    plain = first.grab().toImage()

    stage.focus(first)
    ringed = first.grab().toImage()

    assert (first.sizeHint(), first.geometry(), second.geometry()) == before
    assert ringed != plain
    # The words stand where they stood: only a ring of 4 px at the edge may differ.
    inner = (6, 6, first.width() - 12, first.height() - 12)
    assert ringed.copy(*inner) == plain.copy(*inner)


def test_a_click_shows_no_ring_but_a_key_does(stage: Any, qtbot: QtBot) -> None:
    button, other = Button("Cetak"), Button("Lain")
    stage.show(button, other)

    qtbot.mouseClick(button, MIDDLE)
    assert button.hasFocus()
    assert not button.shows_focus

    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert button.shows_focus


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_enter_as_by_space(stage: Any, qtbot: QtBot, key: Qt.Key) -> None:
    told: list[str] = []
    with_words, with_picture = Button("Salin"), IconButton("x", "Tutup")
    stage.show(with_words, with_picture)
    with_words.clicked.connect(lambda: told.append("words"))
    with_picture.clicked.connect(lambda: told.append("picture"))
    for button in (with_words, with_picture):
        stage.focus(button)
        qtbot.keyClick(button, key)

    assert told == ["words", "picture"]


def test_enter_on_cancel_cancels(qtbot: QtBot) -> None:
    dialog = Dialog("Acara baru")
    qtbot.addWidget(dialog)
    dialog.add_button("Buat acara", "check", "primary")
    dialog.show()
    dialog.cancel.setFocus()

    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.cancel, Qt.Key.Key_Return)


def test_a_button_is_as_wide_as_its_words_need(qtbot: QtBot) -> None:
    short, long = Button("OK"), Button("Salin untuk WhatsApp", "whatsapp-logo")
    for button in (short, long):
        qtbot.addWidget(button)

    assert (short.height(), Button("x", dense=True).height()) == (32, 28)
    assert short.sizeHint().width() < long.sizeHint().width()
    assert long.minimumSizeHint() == long.sizeHint()


def test_a_finding_says_itself_and_tells_which_remedy_was_chosen(stage: Any, qtbot: QtBot) -> None:
    remedies = [Remedy("keep", "Tetap…", quiet=True), Remedy("move", "Geser")]
    box = FindingBox("bad", "Bentrok 30 menit", "Latihan 11.00", remedies, conflict=True)
    stage.show(box)
    told: list[str] = []
    box.remedy_chosen.connect(told.append)

    buttons = box.findChildren(Button)
    assert [button.text() for button in buttons] == ["Geser", "Tetap…"]
    assert [button.variant for button in buttons] == ["normal", "quiet"]
    for button in buttons:
        qtbot.mouseClick(button, MIDDLE)

    assert told == ["move", "keep"]
    assert box.accessibleName() == "Bentrok 30 menit. Latihan 11.00"
    assert buttons[0].width() == box.width() - 24


def test_a_strip_goes_when_it_is_waved_away(stage: Any, qtbot: QtBot) -> None:
    strip = MessageStrip("warn", "Satu orang, dua ejaan", [Remedy(1, "Gabungkan")])
    stage.show(strip)
    told: list[object] = []
    strip.remedy_chosen.connect(told.append)

    qtbot.mouseClick(strip.findChild(Button), MIDDLE)
    with qtbot.waitSignal(strip.closed):
        qtbot.mouseClick(strip.findChild(IconButton), MIDDLE)

    assert told == [1]
    assert (strip.height(), strip.isVisible()) == (40, False)


def test_an_error_stands_before_the_hint_and_is_said(qtbot: QtBot) -> None:
    field = LabeledField("Judul", TextField("Rapat"), hint="Untuk tamu")
    qtbot.addWidget(field)
    field.show()
    editor = field.editor

    field.set_error("Judul masih kosong.")
    assert (editor.property("invalid"), editor.accessibleDescription()) == (
        True,
        "Judul masih kosong.",
    )
    field.set_error("")

    assert (editor.property("invalid"), editor.accessibleDescription()) == (False, "Untuk tamu")
    assert editor.accessibleName() == "Judul"
    field.set_label("Title")
    assert editor.accessibleName() == "Title"


def test_a_text_is_told_once_it_is_finished(stage: Any, qtbot: QtBot) -> None:
    line, area = TextField("Rapat"), TextArea("Catatan")
    stage.show(line, area)
    told: list[str] = []
    line.value_changed.connect(told.append)
    area.value_changed.connect(told.append)

    stage.focus(line)
    line.selectAll()
    qtbot.keyClicks(line, "Geladi ")
    assert told == []
    stage.focus(area)
    area.selectAll()
    qtbot.keyClicks(area, "Baru")
    stage.focus(line)

    assert told == ["Geladi", "Baru"]


def test_an_area_is_as_high_as_its_words(stage: Any) -> None:
    area = TextArea("satu", lines=2)
    stage.show(area)
    line = area.fontMetrics().lineSpacing()
    least = area.height()
    area.set_value("\n".join(["satu"] * 5))
    assert area.height() == least + 3 * line
    assert area.verticalScrollBar().maximum() == 0
    area.set_value("\n".join(["satu"] * 20))
    assert area.height() == least + (TextArea.MOST_LINES - 2) * line
    assert area.verticalScrollBar().maximum() > 0
    area.set_value("satu " * 100)
    assert area.height() > least
    area.set_value("")
    assert area.height() == least


def test_a_toast_offers_one_way_back_and_stays_in_the_window(stage: Any, qtbot: QtBot) -> None:
    page = QWidget()
    page.setMinimumSize(QSize(600, 300))
    stage.show(page)
    toast = Toast(page)

    toast.show_notice("Acara dihapus", action="Urungkan")
    assert toast.height() == 44
    assert page.rect().contains(toast.geometry())
    page.resize(480, 260)
    assert page.rect().contains(toast.geometry())

    action = next(b for b in toast.findChildren(QAbstractButton) if b.text() == "Urungkan")
    with qtbot.waitSignal(toast.action_chosen):
        qtbot.mouseClick(action, MIDDLE)
    assert not toast.isVisible()


def test_the_navigation_tells_its_section_and_counts_what_waits(stage: Any, qtbot: QtBot) -> None:
    parts = [Section("today", "Hari ini", "sun-horizon"), Section("outbox", "Kotak keluar", "x")]
    sections = NavigationList(parts, name="Bagian")
    stage.show(sections)
    told: list[str] = []
    sections.section_chosen.connect(told.append)

    sections.set_current("today")
    stage.focus(sections)
    qtbot.keyClick(sections, Qt.Key.Key_Down)
    sections.set_count("outbox", 7)

    assert told == ["outbox"]
    index = sections.model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Kotak keluar, 7"
    sections.show_sections([Section("today", "Today", "x"), Section("outbox", "Outbox", "x", 7)])
    assert (sections.current, told) == ("outbox", ["outbox"])


def test_the_detail_pane_turns_its_tabs_and_changes_its_chips(stage: Any, qtbot: QtBot) -> None:
    pane = DetailPane()
    first, second = pane.add_tab("detail", "Detail"), pane.add_tab("people", "Orang")
    here, there = Label("di sini"), Label("di sana")
    first.addWidget(here)
    second.addWidget(there)
    stage.show(pane)

    pane.set_chips([ChipLook("Pasti", "ok"), ChipLook("Bentrok", "bad")])
    pane.set_chips([ChipLook("Batal")])
    pane.set_title("Rapat", "Minggu, 6 Des 2026")

    qtbot.waitUntil(lambda: shown_chips(pane) == ["Batal"])
    assert here.isVisible()
    stage.focus(pane.tabs)
    qtbot.keyClick(pane.tabs, Qt.Key.Key_Right)
    assert (there.isVisible(), here.isVisible()) == (True, False)


def test_a_dialog_takes_enter_for_its_action_and_escape_for_no(qtbot: QtBot) -> None:
    dialog = Dialog("Kirim 6 pesan?", "Tidak dapat ditarik kembali.")
    qtbot.addWidget(dialog)
    action = dialog.add_action("Kirim 6", "paper-plane-tilt")
    dialog.show()

    assert action.isDefault()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == Dialog.DialogCode.Accepted
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == Dialog.DialogCode.Rejected


def test_an_empty_page_offers_what_to_do(stage: Any, qtbot: QtBot) -> None:
    page = EmptyState("users", "Belum ada delegasi", "Tempel daftar.", primary="Tempel…")
    stage.show(page)

    assert page.accessibleName() == "Belum ada delegasi. Tempel daftar."
    assert page.primary is not None
    with qtbot.waitSignal(page.primary_chosen):
        qtbot.mouseClick(page.primary, MIDDLE)


def test_words_that_do_not_fit_are_in_the_tool_tip(stage: Any) -> None:
    label = ElidedLabel("Kunjungan delegasi Kazakhstan", "page")
    stage.show(label)
    label.setFixedWidth(400)
    assert label.toolTip() == ""

    label.setFixedWidth(100)
    label.grab()

    assert label.toolTip() == "Kunjungan delegasi Kazakhstan"


def test_a_name_is_never_read_as_markup(qtbot: QtBot) -> None:
    label = Label("<b>Ana</b> & Budi")
    qtbot.addWidget(label)

    assert label.textFormat() == Qt.TextFormat.PlainText
    assert isinstance(label, QLabel)


def test_the_marks_of_a_header_are_replaced(qtbot: QtBot) -> None:
    header = PageHeader("Kunjungan")
    qtbot.addWidget(header)
    header.show()

    header.set_marks([Chip("Pasti", "ok"), Chip("H-3", "solid")])
    header.set_marks([Chip("Batal")])

    qtbot.waitUntil(lambda: shown_chips(header) == ["Batal"])


def test_a_chip_is_as_wide_as_its_words_and_a_badge_hides_at_nothing(stage: Any) -> None:
    chip, badge = Chip("Pasti", "ok", "check-circle"), CountBadge(3, name="tugas")
    stage.show(chip, badge)

    assert chip.sizeHint().width() == chip_width(chip.look)
    assert badge.accessibleName() == "tugas 3"
    badge.set_count(0)
    assert not badge.isVisible()
    badge.set_count(1)
    assert badge.isVisible()


def test_a_tick_box_paints_each_of_its_states_differently(stage: Any) -> None:
    box = CheckBox("Hadir")
    box.setTristate(True)
    stage.show(box)

    def drawn(state: Qt.CheckState) -> QImage:
        box.setCheckState(state)
        return box.grab().toImage()

    pictures = [drawn(state) for state in Qt.CheckState]
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


def test_an_icon_button_says_its_name_on_screen_and_aloud(qtbot: QtBot) -> None:
    button = IconButton("x", "Tutup")
    qtbot.addWidget(button)

    assert (button.toolTip(), button.accessibleName()) == ("Tutup", "Tutup")
    assert isinstance(button, QObject)
    assert button.rect().contains(QPoint(31, 31))
