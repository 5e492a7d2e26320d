"""The legend at the foot of the rooms' timeline."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.event_block import EventLook, paint_block_ground
from desk.gui.widgets.painting import draw_frame, draw_tinted_icon, draw_words, painting
from desk.gui.widgets.timeline_looks import cross_hatch
from desk.locale import _

HEIGHT = 40
_SAMPLE = 28.0
_GAP = 8.0
_BETWEEN = 24.0

Part = Literal["firm", "tentative", "cancelled", "clash", "prepared", "closed", "shut"]


def legend_words() -> dict[Part, str]:
    """What each sample means."""
    return {
        "firm": _("Confirmed"),
        "tentative": _("Tentative"),
        "cancelled": _("Cancelled"),
        "clash": _("Clash"),
        "prepared": _("Set-up and clear-down"),
        "closed": _("Closed"),
        "shut": _("Outside the opening hours"),
    }


class TimelineLegend(QWidget):
    """A sample and a word for everything that is told by shape; the last ones give way first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = ", ".join(legend_words().values())
        self.setAccessibleName(_("Legend: {words}").format(words=words))

    def sizeHint(self) -> QSize:
        return QSize(600, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            painter.fillRect(QRectF(self.rect()), theme.colour("surface"))
            painter.fillRect(QRectF(0, 0, self.width(), 1), theme.colour("line"))
            left = 16.0
            for part, words in legend_words().items():
                width = theme.advance("note", words)
                if left + _SAMPLE + _GAP + width > self.width() - 8:
                    return
                _paint_sample(painter, QRectF(left, (HEIGHT - 16) / 2 + 0.5, _SAMPLE, 16), part)
                left += _SAMPLE + _GAP
                room = QRectF(left, 1, width + 1, HEIGHT - 1)
                draw_words(painter, room, words, "note", "text2")
                left += width + _BETWEEN


def _paint_sample(painter: QPainter, box: QRectF, part: Part) -> None:
    theme = current_theme()
    if part in ("firm", "tentative", "cancelled", "clash"):
        state = part if part in ("tentative", "cancelled") else "firm"
        look = EventLook("", "", kind="meet", state=state, conflict=part == "clash")
        paint_block_ground(painter, box, look)
        if part == "cancelled":
            middle = QRectF(box.left() + 7, box.center().y() - 0.5, box.width() - 12, 1)
            painter.fillRect(middle, theme.colour("text2"))
        if part == "clash":
            side = 11.0
            sign = QRectF(box.center().x() - 5, box.center().y() - side / 2, side, side)
            draw_tinted_icon(painter, sign, "warning-fill", "bad")
        return
    device = painter.device()
    ratio = device.devicePixelRatio() if device else 1.0
    if part == "prepared":
        fill = QColor(theme.colour("ev_meet_b"))
        fill.setAlphaF(theme.opacity.preparation)
        painter.fillRect(box, fill)
        pen = QPen(theme.colour("ev_meet_b"), 1)
        pen.setDashPattern([1, 2])
        painter.setPen(pen)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    elif part == "closed":
        painter.fillRect(box, theme.colour("sunken"))
        painter.fillRect(box, cross_hatch(ratio))
        draw_frame(painter, box, 0, edge=theme.colour("mute_line"))
    else:
        draw_frame(painter, box, 0, fill=theme.colour("window"), edge=theme.colour("line"))
