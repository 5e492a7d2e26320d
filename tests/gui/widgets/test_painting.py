from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desk.gui.theme import current_theme
from desk.gui.widgets.painting import draw_words, fitted, guarded_paint, painting


class Broken(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), QColor("#123456"))
            raise ValueError("no such colour")


class BrokenRows:
    def __init__(self) -> None:
        self.painted = 0

    @guarded_paint
    def paint(self, painter: QPainter, option: Any, index: Any) -> None:
        painter.setOpacity(0.5)
        self.painted += 1
        raise ValueError("no such row")


@pytest.mark.expected_log("Painting Broken failed.")
def test_a_failing_paint_event_is_logged_and_the_window_lives_on(stage: Any) -> None:
    broken = Broken()
    broken.setFixedSize(40, 40)
    stage.show(broken)

    broken.grab()
    image = broken.grab().toImage()

    assert image.pixelColor(20, 20).name() == "#123456"


@pytest.mark.expected_log("Painting a row of BrokenRows failed.")
def test_a_failing_row_is_logged_and_the_painter_is_as_before() -> None:
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    rows = BrokenRows()

    rows.paint(painter, None, None)
    rows.paint(painter, None, None)

    assert rows.painted == 2
    assert painter.opacity() == 1.0
    assert painter.end()


def test_words_are_elided_where_they_do_not_fit(qapp: Any) -> None:
    full = current_theme().advance("body", "Ruang Pandurata")

    assert fitted("body", "Ruang Pandurata", full) == ("Ruang Pandurata", full)
    shown, width = fitted("body", "Ruang Pandurata", full - 20)
    assert shown.endswith("…")
    assert width <= full - 20


def test_drawn_words_give_their_width(qapp: Any) -> None:
    image = QImage(200, 40, QImage.Format.Format_ARGB32)
    painter = QPainter(image)

    width = draw_words(painter, QRectF(0, 0, 200, 40), "H-3", "chip")

    painter.end()
    assert width == current_theme().advance("chip", "H-3")
