from PySide6.QtGui import QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.gui.theme import apply_theme, current_theme, theme_notifier
from desk.gui.theme.application import theme_of
from desk.gui.theme.palette import build_palette
from desk.gui.theme.style_sheet import build_style_sheet
from desk.gui.theme.theme import Theme
from desk.gui.widgets.button import Button
from desk.gui.widgets.card import Card
from desk.gui.widgets.label import Label
from desk.gui.widgets.text_field import TextField

GROUPS = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)


def test_another_theme_is_told_once_and_changes_palette_and_sheet(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, "light")
    told: list[Theme] = []
    theme_notifier().theme_changed.connect(told.append)

    apply_theme(qapp, "dark")
    apply_theme(qapp, "dark")

    theme_notifier().theme_changed.disconnect(told.append)
    assert [theme.mode for theme in told] == ["dark"]
    assert current_theme().mode == "dark"
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == "#111613"
    assert "#191F1B" in qapp.styleSheet()
    apply_theme(qapp, "light")
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == "#f4f5f2"


def test_widgets_on_screen_change_with_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    card = Card("Kunjungan")
    label, button = Label("Tamu", tone="bad"), Button("Baru", "plus", "primary")
    card.body.addWidget(label)
    card.body.addWidget(button)
    qtbot.addWidget(card)
    card.show()
    place = button.mapTo(card, button.rect().center())
    place.setX(button.mapTo(card, button.rect().topLeft()).x() + 5)

    light = card.grab().toImage()
    apply_theme(qapp, "dark")
    dark = card.grab().toImage()
    apply_theme(qapp, "light")

    assert light.pixelColor(4, 20).name() == "#ffffff"
    assert dark.pixelColor(4, 20).name() == "#191f1b"
    assert light.pixelColor(place).name() == "#1f5a3f"
    assert dark.pixelColor(place).name() == "#a5d58d"


def test_the_palette_sets_every_role_in_every_group(qapp: QApplication) -> None:
    palette = build_palette(theme_of("dark"))

    unset = [
        (group, role)
        for group in GROUPS
        for role in QPalette.ColorRole
        if role not in (QPalette.ColorRole.NColorRoles, QPalette.ColorRole.NoRole)
        and not palette.isBrushSet(group, role)
    ]
    assert unset == []
    assert palette.color(QPalette.ColorRole.Accent).name() == "#a5d58d"
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled.name() == "#a0aaa3"


def test_the_style_sheet_leaves_no_placeholder(qapp: QApplication) -> None:
    for mode in ("light", "dark"):
        assert "@" not in build_style_sheet(theme_of(mode))


def test_figures_have_one_width_and_hyphens_no_gaps(qapp: QApplication) -> None:
    theme = apply_theme(qapp, "light")

    assert theme.advance("row_title", "11.11") == theme.advance("row_title", "00.00")
    assert QFontInfo(theme.font("row_title")).family() == "Inter"
    assert QFontInfo(theme.font("row_title")).weight() == 600
    words = "Follow-ups, H-3"
    assert theme.font("body", words).featureValue(QFont.Tag("tnum")) == 0
    assert theme.metrics("body", words).horizontalAdvance("-") < 7
    assert theme.metrics("body").horizontalAdvance("-") > 8


def test_a_label_takes_the_figures_its_words_need(qtbot: QtBot) -> None:
    label = Label("09.00")
    qtbot.addWidget(label)
    tabular = label.font()

    label.setText("H-3")
    assert label.font() != tabular
    label.setText("10.15")
    assert label.font() == tabular


def test_a_field_keeps_its_size_with_and_without_the_focus(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, "light")
    window = QWidget()
    layout = QVBoxLayout(window)
    first, second = TextField("satu"), TextField("dua")
    layout.addWidget(first)
    layout.addWidget(second)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    second.setFocus()
    qtbot.waitUntil(second.hasFocus)
    before = (first.sizeHint(), first.geometry(), first.cursorRect())

    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    after = (first.sizeHint(), first.geometry(), first.cursorRect())

    assert after == before
