"""The window's icon: the flower on the dark green of the navigation."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from desk.gui.theme.application import current_theme
from desk.gui.theme.icons import draw_icon
from desk.gui.widgets.painting import draw_frame

_SIDES = (16, 24, 32, 48, 64, 128, 256)


def window_icon() -> QIcon:
    """The icon in the sizes that systems ask for."""
    icon = QIcon()
    for side in _SIDES:
        icon.addPixmap(icon_picture(side))
    return icon


def icon_picture(side: int) -> QPixmap:
    """The icon as a square of so many pixels."""
    theme = current_theme()
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 0, side, side)
        draw_frame(painter, box, side * 0.22, fill=theme.colour("nav"))
        inset = side * 0.16
        flower = box.adjusted(inset, inset, -inset, -inset)
        draw_icon(painter, flower, "flower-lotus", theme.colour("nav_lip"))
    finally:
        painter.end()
    return picture
