"""The days over their hours: a week, or one day."""

from datetime import date, timedelta

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.calendar_columns import (
    HEAD,
)
from desk.gui.widgets.calendar_plane import TimePlane
from desk.locale import current_language
from desk.locale.formats import long_date

ZOOMS = (24, 32, 40, 48, 60, 72, 96, 120)
"""Heights of an hour in logical pixels."""
_ZOOM_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
_MORNING = 7


class TimeGrid(TimePlane):
    """`show_days(first, rows, days=7, now=…)` as often as they change.

    The names of the days and the strip of whole days stay at the top, the hours at the left.
    Ctrl and the wheel, Ctrl+Plus and Ctrl+Minus change the height of an hour; Ctrl+0 puts it back.
    """

    def __init__(self, name: str, today: date, parent: QWidget | None = None) -> None:
        # Qt tells of a size while the view is made.
        self._came_to_morning = False
        super().__init__(name, today, parent)

    # Mouse and keys of its own

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        in_head = at.y() <= HEAD and at.x() >= self.columns().left
        if in_head and not self.drag.is_dragging and self.block_at(at) is None:
            number = self.columns().day_at(self.to_content(at).x())
            self.drag.cancel()
            self.day_asked.emit(self._state.first + timedelta(days=number))
            return
        super().mouseReleaseEvent(event)

    def tip_at(self, at: QPointF) -> str:
        shown = self.columns()
        if at.y() <= HEAD and at.x() >= shown.left:
            day = shown.first + timedelta(days=shown.day_at(self.to_content(at).x()))
            note = shown.notes.get(day, "")
            words = long_date(day, current_language())
            return f"{words}\n{note}" if note else words
        return super().tip_at(at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(1 if event.angleDelta().y() > 0 else -1, keep_at=event.position().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl, key = event.modifiers() & Qt.KeyboardModifier.ControlModifier, Qt.Key(event.key())
        if ctrl and key in _ZOOM_KEYS:
            self._zoom(_ZOOM_KEYS[key])
        elif ctrl and key == Qt.Key.Key_0:
            self.set_hour_height(float(current_theme().height.hour))
        else:
            super().keyPressEvent(event)

    def _zoom(self, by: int, *, keep_at: float | None = None) -> None:
        nearest = min(range(len(ZOOMS)), key=lambda at: abs(ZOOMS[at] - self._state.hour))
        place = max(0, min(len(ZOOMS) - 1, nearest + by))
        self.set_hour_height(float(ZOOMS[place]), keep_at=keep_at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._came_to_morning and self.viewport().height() > 100:
            self._came_to_morning = True
            self.show_hour(_MORNING)
