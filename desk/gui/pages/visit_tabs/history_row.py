"""How one step of the history is painted: when and who, what, and each field before and after."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desk.gui.models.rows import CELL_ROLE
from desk.gui.theme.application import current_theme
from desk.gui.widgets.painting import CENTRE, draw_frame, draw_words
from desk.gui.widgets.row_list import RowDelegate

_TIME = 150
_LINE = 18
_LABEL = 120
_EITHER = QModelIndex | QPersistentModelIndex
MOST_FIELDS = 4
"""Fields shown in a row; more are counted."""


@dataclass(frozen=True)
class HistoryLook:
    """What a row shows; `changes` are (field, before, after); `button` is empty for none."""

    when: str
    who: str
    label: str
    about: str
    changes: tuple[tuple[str, str, str], ...] = ()
    more: str = ""
    button: str = ""
    struck: bool = False


class HistoryRowDelegate(RowDelegate):
    """Paints `HistoryLook`s, as high as their changed fields need."""

    button_chosen = Signal(object)
    """The place in the model whose button was clicked."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _EITHER) -> QSize:
        group = self.group_size(index)
        if group is not None:
            return group
        look: HistoryLook = index.data(CELL_ROLE)
        lines = len(look.changes) + bool(look.more)
        return QSize(320, 48 + (lines * _LINE + 6 if lines else 0))

    def paint_row(
        self, painter: QPainter, box: QRectF, index: _EITHER, state: QStyle.StateFlag
    ) -> None:
        look: HistoryLook = index.data(CELL_ROLE)
        left, top = box.left() + self.inset, box.top() + 7
        draw_words(painter, QRectF(left, top, _TIME - 8, 18), look.when, "row_title")
        draw_words(painter, QRectF(left, top + 18, _TIME - 8, 16), look.who, "note", "text2")
        left += _TIME
        right = box.right() - self.inset
        if look.button:
            self._paint_button(painter, self.button_place(box, look), look.button)
            right = self.button_place(box, look).left() - 12
        room = max(0.0, right - left)
        tone = "text2" if look.struck else "text"
        title = QRectF(left, top, room, 18)
        draw_words(painter, title, look.label, "row_title", tone, struck=look.struck)
        draw_words(painter, QRectF(left, top + 18, room, 16), look.about, "note", "text2")
        top += 40
        for field, before, after in look.changes:
            self._paint_change(painter, QRectF(left, top, room, _LINE), field, before, after)
            top += _LINE
        if look.more:
            draw_words(painter, QRectF(left, top, room, _LINE), look.more, "note", "text2")

    def _paint_change(
        self, painter: QPainter, line: QRectF, field: str, before: str, after: str
    ) -> None:
        draw_words(painter, QRectF(line.left(), line.top(), _LABEL - 8, _LINE), field, "note")
        left = line.left() + _LABEL
        room = max(0.0, line.right() - left)
        width = 0.0
        if before:
            box = QRectF(left, line.top(), room / 2 if after else room, _LINE)
            draw_words(painter, box, "−", "label", "bad")
            words = box.adjusted(12, 0, 0, 0)
            width = 12 + draw_words(painter, words, before, "note", "text2", struck=True) + 10
        if after:
            box = QRectF(left + width, line.top(), max(0.0, room - width), _LINE)
            draw_words(painter, box, "+", "label", "ok")
            draw_words(painter, box.adjusted(12, 0, 0, 0), after, "label")

    def _paint_button(self, painter: QPainter, box: QRectF, words: str) -> None:
        theme = current_theme()
        edge = theme.colour("edge")
        draw_frame(painter, box, theme.radius.control, fill=theme.colour("surface"), edge=edge)
        draw_words(painter, box, words, "label", "text", CENTRE)

    def button_place(self, box: QRectF, look: HistoryLook) -> QRectF:
        """Where the button of a row is painted and takes clicks."""
        theme = current_theme()
        width = theme.metrics("label").horizontalAdvance(look.button) + 20
        height = theme.height.button_dense
        return QRectF(box.right() - self.inset - width, box.top() + 10, width, height)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: _EITHER,
    ) -> bool:
        look = index.data(CELL_ROLE)
        if (
            isinstance(look, HistoryLook)
            and look.button
            and isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() == Qt.MouseButton.LeftButton
        ):
            box = QRectF(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
            if self.button_place(box, look).contains(event.position()):
                self.button_chosen.emit(index.row())
                return True
        return super().editorEvent(event, model, option, index)
