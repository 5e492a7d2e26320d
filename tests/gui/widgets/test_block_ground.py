"""The ground of a block, kept as a picture where it lies on whole pixels."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from desk.gui.widgets.block_ground import Ground, paint_ground
from desk.gui.widgets.event_rows import EventState


def painted(box: QRectF, ground: Ground, ratio: float) -> QImage:
    image = QImage(round(200 * ratio), round(60 * ratio), QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_ground(painter, box, ground)
    painter.end()
    return image


def differing(one: QImage, other: QImage) -> int:
    """How many pixels differ by more than a shade."""
    return sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 3
        for x in range(one.width())
        for y in range(one.height())
    )


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("state", ["firm", "cancelled"])
def test_the_picture_looks_as_if_it_were_drawn(
    qtbot: QtBot, state: EventState, ratio: float
) -> None:
    ground = Ground("in", state, conflict=True)
    kept = painted(QRectF(10, 10, 150, 18), ground, ratio)
    # A hair beside whole pixels nothing is kept.
    drawn = painted(QRectF(10.0001, 10, 150, 18), ground, ratio)
    assert differing(kept, drawn) == 0
    assert differing(kept, painted(QRectF(10, 10, 150, 18), Ground("in", state, False), ratio)) > 50


def test_at_one_and_a_half_pixels_edges_are_not_smeared(qtbot: QtBot) -> None:
    ground = Ground("in", "firm", conflict=False)
    image = painted(QRectF(10, 10, 150, 18), ground, 1.5)
    inside, outside = image.pixelColor(100, 16), image.pixelColor(100, 13)
    assert outside == Qt.GlobalColor.white
    assert inside != Qt.GlobalColor.white


def test_what_comes_from_another_week_has_no_bar(qtbot: QtBot) -> None:
    box = QRectF(10, 10, 150, 18)
    begun = painted(box, Ground("meet", "firm", False), 1.0)
    going_on = painted(box, Ground("meet", "firm", False, bar=False), 1.0)
    assert begun.pixelColor(11, 19) != begun.pixelColor(80, 19)
    assert going_on.pixelColor(11, 19) == going_on.pixelColor(80, 19)
