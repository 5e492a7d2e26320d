"""A field for a date: typed in any usual way, stepped with the arrow keys, or picked."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from desk.gui.theme.icons import icon as themed_icon
from desk.gui.widgets.small_calendar import SmallCalendar
from desk.gui.widgets.typed_field import TypedField
from desk.locale import _, current_language, formats


class DateField(TypedField):
    """Shows `Min 6 Des 2026`; Up and Down change by a day, Page keys by a week.

    `value_changed` carries a `date`, or None when `optional` and empty. `today` marks the day in
    the small calendar (Alt+Down), is where stepping starts in an empty field, and gives the year
    of a date typed without one.
    """

    def __init__(
        self,
        value: date | None = None,
        *,
        today: date,
        optional: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(value, optional=optional, name=name or _("Date"), parent=parent)
        self._today = today
        self._popup: QFrame | None = None
        self.setMinimumWidth(148)
        self._button = QAction(self)
        self._button.setIcon(themed_icon("calendar-blank"))
        self._name_button()
        self.addAction(self._button, QLineEdit.ActionPosition.TrailingPosition)
        # Qt keeps the words a picture's breadth away from the picture.
        self.setTextMargins(0, 0, -14, 0)
        self._button.triggered.connect(self._on_button_triggered)

    @property
    def value(self) -> date | None:
        """The last right date."""
        return self._value

    def retranslate(self) -> None:
        super().retranslate()
        self._name_button()

    def set_today(self, today: date) -> None:
        """Another day is today now."""
        self._today = today

    def read(self, text: str) -> date:
        year = (self._value or self._today).year
        try:
            return formats.parse_date(text, current_language(), default_year=year)
        except formats.WeekdayContradiction as problem:
            # Whoever changes only the number in "Min 6 Des" leaves the old weekday standing.
            if self._value is not None and problem.named == self._value.weekday():
                return problem.day
            right = formats.weekday_date(problem.day, current_language())
            words = _("The weekday does not fit the date: it is {date}.").format(date=right)
            raise ValueError(words) from problem
        except ValueError as problem:
            example = formats.weekday_date(self._value or self._today, current_language())
            words = _("Not a date. Write it like {example}.").format(example=example)
            raise ValueError(words) from problem

    def write(self, value: date) -> str:
        return formats.weekday_date(value, current_language())

    def needed_words(self) -> str:
        return _("A date is needed.")

    def steps(self, fine: bool) -> dict[Qt.Key, int]:
        keys = Qt.Key
        return {keys.Key_Up: 1, keys.Key_Down: -1, keys.Key_PageUp: 7, keys.Key_PageDown: -7}

    def moved(self, amount: int) -> date:
        if self._value is None:
            return self._today
        try:
            return self._value + timedelta(days=amount)
        except OverflowError:
            return self._value

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() == Qt.Key.Key_Down:
            self._on_button_triggered()
        else:
            super().keyPressEvent(event)

    def _name_button(self) -> None:
        self._button.setText(_("Choose from the calendar"))
        self._button.setToolTip(_("Choose from the calendar"))

    def _on_button_triggered(self) -> None:
        if self.isReadOnly():
            return
        self.take_typed()
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
        popup.adjustSize()
        popup.move(self._popup_place(popup))
        popup.show()
        calendar.focus_days()

    def _popup_place(self, popup: QFrame) -> QPoint:
        """Below the field, or above it where the screen ends."""
        below = self.mapToGlobal(QPoint(0, self.height() + 2))
        room = self.screen().availableGeometry()
        if below.y() + popup.height() > room.bottom():
            below.setY(self.mapToGlobal(QPoint(0, -2)).y() - popup.height())
        below.setX(max(room.left(), min(below.x(), room.right() - popup.width())))
        return below

    def _on_day_chosen(self, day: date) -> None:
        self.change(day)
        if self._popup is not None:
            self._popup.close()

    def _on_popup_destroyed(self) -> None:
        self._popup = None
