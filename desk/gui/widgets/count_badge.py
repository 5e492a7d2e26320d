"""A number in a small round field."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.painting import CENTRE, draw_frame, draw_words, painting

_HEIGHT = 18


def badge_width(count: int) -> float:
    """The width of a badge in logical pixels."""
    return max(24.0, current_theme().advance("chip", str(count)) + 14)


def paint_badge(painter: QPainter, box: QRectF, count: int, *, on_navigation: bool = True) -> None:
    """Paint a badge in the middle of `box`."""
    theme = current_theme()
    place = QRectF(box.left(), box.center().y() - _HEIGHT / 2, box.width(), _HEIGHT)
    fill = "nav_sel" if on_navigation else "mute_bg"
    draw_frame(painter, place, _HEIGHT / 2, fill=theme.colour(fill))
    colour = "nav_text" if on_navigation else "mute"
    draw_words(painter, place, str(count), "chip", colour, CENTRE)


class CountBadge(QWidget):
    """How many; hidden when none. `name` says of what, for screen readers."""

    def __init__(
        self,
        count: int = 0,
        *,
        name: str = "",
        on_navigation: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._count = count
        self._name = name
        self._on_navigation = on_navigation
        self.setFixedHeight(current_theme().height.chip)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(count)

    def set_count(self, count: int) -> None:
        """Another number; nothing is not shown."""
        was_empty = self._count == 0
        self._count = count
        self.setAccessibleName(f"{self._name} {count}".strip())
        if count == 0:
            self.hide()
        elif was_empty and self.parentWidget() is not None:
            self.show()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(badge_width(self._count)), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            paint_badge(
                painter, QRectF(self.rect()), self._count, on_navigation=self._on_navigation
            )
