"""What was done to one thing, the newest first, each step with what it changed."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.models.rows import CELL_ROLE, ROW_ROLE
from desk.gui.theme.application import current_theme
from desk.gui.widgets.button import Button
from desk.gui.widgets.label import Label
from desk.gui.widgets.painting import MIDDLE_RIGHT, draw_words
from desk.gui.widgets.row_list import RowDelegate, RowList
from desk.locale import _, current_language
from desk.locale.formats import clock_time, day_month
from desk.locale.zones import wall_time
from desk.model.changes import StepKind
from desk.model.rows.history import FieldChange, StepRow
from desk.services import history

_EITHER = QModelIndex | QPersistentModelIndex
_HEAD = 42
_LINE = 17
_MOST_FIELDS = 4


class StepDelegate(RowDelegate):
    """Label and time, who, then each field: what it was, struck, and what it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _EITHER) -> QSize:
        step: StepRow = index.data(ROW_ROLE)
        lines = min(len(step.fields), _MOST_FIELDS)
        return QSize(200, _HEAD + _LINE * lines + (8 if lines else 2))

    def paint_row(
        self, painter: QPainter, box: QRectF, index: _EITHER, state: QStyle.StateFlag
    ) -> None:
        step: StepRow = index.data(ROW_ROLE)
        left, right = box.left() + self.inset, box.right() - self.inset
        when = str(index.data(CELL_ROLE))
        width = current_theme().metrics("note").horizontalAdvance(when) + 1
        tone = "text2" if step.undone else "text"
        title = QRectF(left, box.top() + 5, right - left - width - 8, 18)
        draw_words(painter, title, step.label, "row_title", tone, struck=step.undone)
        place = QRectF(right - width, box.top() + 5, width, 18)
        draw_words(painter, place, when, "note", "text2", MIDDLE_RIGHT)
        second = QRectF(left, box.top() + 23, right - left, 16)
        draw_words(painter, second, _who(step), "note", "text2")
        top = box.top() + _HEAD - 1
        for change in step.fields[:_MOST_FIELDS]:
            self._paint_change(painter, QRectF(left, top, right - left, _LINE), change)
            top += _LINE

    def _paint_change(self, painter: QPainter, line: QRectF, change: FieldChange) -> None:
        at = line.left() + draw_words(painter, line, f"{change.field}: ", "note", "text2")
        room = (line.right() - at) / 2
        if change.before:
            first = QRectF(at, line.top(), room, line.height())
            at += draw_words(painter, first, change.before, "note", "text2", struck=True) + 6
        rest = QRectF(at, line.top(), line.right() - at, line.height())
        draw_words(painter, rest, change.after or "–", "label", "text")


class HistoryList(QWidget):
    """The steps that touched rows of one table; the marked one can be taken back."""

    def __init__(self, context: Context, table: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._table = table
        self.list = RowList(
            self._when, StepDelegate(inset=0), words=_sentence, name=_("History"), fits=True
        )
        self._none = Label(_("Nothing was changed yet."), "note", "text2")
        self.take_back = Button(_("Take this step back"), "arrow-u-up-left", "quiet", dense=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._none)
        column.addWidget(self.list)
        column.addWidget(self.take_back)
        column.addStretch(1)
        self.list.row_chosen.connect(self._on_list_row_chosen)
        self.take_back.clicked.connect(self._on_take_back_clicked)
        self._on_list_row_chosen(None)

    def show_row(self, row_id: int) -> None:
        """Show the steps about one row."""
        self.show_steps(history.steps_about(self._context.desk, self._table, [row_id]))

    def show_steps(self, steps: Sequence[StepRow], *, nothing: str = "") -> None:
        """Show these; `nothing` is what to say when there are none."""
        self._none.setText(nothing or _("Nothing was changed yet."))
        self.list.show_rows(steps)
        self.list.setVisible(bool(steps))
        self._none.setVisible(not steps)
        self._on_list_row_chosen(self.list.current_row())

    def _when(self, step: StepRow) -> str:
        language = current_language()
        at = wall_time(step.at, self._context.desk.zone)
        clock = clock_time(at, language)
        today = at.date() == self._context.desk.today()
        return clock if today else f"{day_month(at.date(), language)} {clock}"

    def _on_list_row_chosen(self, step: StepRow | None) -> None:
        able = step is not None and not step.undone and step.kind is StepKind.DO
        self.take_back.setEnabled(able)
        self.take_back.setVisible(step is not None)

    def _on_take_back_clicked(self) -> None:
        step: StepRow | None = self.list.current_row()
        if step is None:
            return
        done = self._context.attempt(lambda: history.undo_step(self._context.desk, step.id))
        if done is not None:
            self._context.tell(_("Taken back: {step}").format(step=step.label))


def _who(step: StepRow) -> str:
    kinds = {
        StepKind.UNDO: _("undone"),
        StepKind.REDO: _("done again"),
        StepKind.RECORD: _("noted"),
    }
    parts = [step.who, _("taken back") if step.undone else kinds.get(step.kind, "")]
    return " · ".join(part for part in parts if part)


def _sentence(step: StepRow) -> str:
    changes = ", ".join(
        _("{field} from {before} to {after}").format(
            field=change.field, before=change.before or "–", after=change.after or "–"
        )
        for change in step.fields
    )
    return ", ".join(part for part in (step.label, _who(step), changes) if part)
