"""A field for a date: typed in any usual way, stepped with the arrow keys, or picked."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.theme.icons import icon as themed_icon
from desk.gui.widgets.small_calendar import SmallCalendar
from desk.gui.widgets.text_field import show_invalid
from desk.locale import _, current_language, formats
from desk.model.errors import UserError


class DateField(QLineEdit):
    """Shows `Min 6 Des 2026`; Up and Down change by a day, Page keys by a week.

    `value_changed` carries a `date`, or None when `optional` and empty. A text that is no date
    stays as typed; `error_changed` carries the sentence for below the field, empty when mended.
    `today` marks the day in the small calendar and is where stepping starts in an empty field.
    """

    value_changed = Signal(object)
    error_changed = Signal(str)

    def __init__(
        self,
        value: date | None = None,
        *,
        today: date,
        optional: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._value = value
        self._today = today
        self._optional = optional
        self._error = ""
        self._popup: QFrame | None = None
        self.setAccessibleName(name or _("Date"))
        self.setFixedHeight(current_theme().height.input)
        self.setMinimumWidth(132)
        self._button = QAction(self)
        self._button.setIcon(themed_icon("calendar-blank"))
        self._button.setText(_("Choose from the calendar"))
        self._button.setToolTip(_("Choose from the calendar"))
        self.addAction(self._button, QLineEdit.ActionPosition.TrailingPosition)
        self._show_value()
        self._connect()

    def _connect(self) -> None:
        self.editingFinished.connect(self._on_editing_finished)
        self.textEdited.connect(self._on_text_edited)
        self._button.triggered.connect(self._on_button_triggered)

    @property
    def value(self) -> date | None:
        """The last right date."""
        return self._value

    @property
    def error(self) -> str:
        """What is wrong with the text, empty when it is a date."""
        return self._error

    def set_value(self, value: date | None) -> None:
        """Show a date without a signal."""
        self._value = value
        self._say("")
        self._show_value()

    def retranslate(self) -> None:
        """Show the date in the language of now."""
        if not self._error:
            self._show_value()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_PageUp: 7,
            Qt.Key.Key_PageDown: -7,
        }
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key == Qt.Key.Key_Down:
            self._on_button_triggered()
        elif key in steps and not self.isReadOnly():
            self.step(steps[key])
        elif key == Qt.Key.Key_Escape and self.isModified():
            self.set_value(self._value)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def step(self, days: int) -> None:
        """Change by days, taking in first what was typed; nothing beyond the calendar's ends."""
        if self.isModified():
            self._take(self.text())
        if self._error:
            return
        try:
            changed = self._today if self._value is None else self._value + timedelta(days=days)
        except OverflowError:
            return
        self._change(changed)
        self._show_value()

    def _show_value(self) -> None:
        words = ""
        if self._value is not None:
            words = formats.weekday_date(self._value, current_language())
        if words != self.text():
            self.setText(words)
        self.setModified(False)
        self.setCursorPosition(0)

    def _take(self, text: str) -> None:
        """Read what was typed: a right date is shown and told, a wrong one is said."""
        if not text.strip():
            if self._optional:
                self._say("")
                self._change(None)
            else:
                self._say(_("A date is needed."))
            return
        try:
            value = formats.parse_date(text, current_language())
        except (ValueError, UserError) as problem:
            self._say(str(problem))
            return
        self._say("")
        self._change(value)
        self._show_value()

    def _change(self, value: date | None) -> None:
        if value != self._value:
            self._value = value
            self.value_changed.emit(value)

    def _say(self, error: str) -> None:
        show_invalid(self, bool(error))
        if error != self._error:
            self._error = error
            self.error_changed.emit(error)

    def _on_editing_finished(self) -> None:
        if self.isModified():
            self._take(self.text())

    def _on_text_edited(self, text: str) -> None:
        # The sentence goes as soon as it is no longer true; a new one waits for the end.
        if self._error:
            try:
                formats.parse_date(text, current_language())
            except (ValueError, UserError):
                return
            self._say("")

    def _on_button_triggered(self) -> None:
        popup = QFrame(self, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        popup.setObjectName("popupFrame")
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(8, 8, 8, 8)
        calendar = SmallCalendar(self._today, on_navigation=False)
        calendar.set_selected(self._value or self._today)
        layout.addWidget(calendar)
        calendar.day_chosen.connect(self._on_day_chosen)
        self._popup = popup
        popup.destroyed.connect(self._on_popup_destroyed)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()
        calendar.focus_days()

    def _on_day_chosen(self, day: date) -> None:
        self._say("")
        self._change(day)
        self._show_value()
        if self._popup is not None:
            self._popup.close()

    def _on_popup_destroyed(self) -> None:
        self._popup = None
