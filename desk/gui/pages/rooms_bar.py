"""What stands above the rooms' timeline: days, building, capacity, free times, notes on the day."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desk.gui.models.timeline_rows import LineFilter
from desk.gui.widgets.button import Button
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.label import ElidedLabel
from desk.gui.widgets.labeled_field import LabeledField, Sign
from desk.gui.widgets.number_field import NumberField
from desk.gui.widgets.page import FilterBar
from desk.gui.widgets.segmented_buttons import SegmentedButtons
from desk.gui.widgets.time_field import TimeField
from desk.locale import _, current_language, ngettext
from desk.locale.formats import clock_span, weekday_date, weekday_day_month

DAYS: tuple[int, ...] = (1, 3, 7)
MOST_SEATS = 10_000
_A_DAY = timedelta(days=1)


class FilterPanel(QFrame):
    """A small panel below a button of the bar; closed by Escape, a click elsewhere, a choice."""

    def __init__(self, button: QWidget, name: str) -> None:
        super().__init__(button, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("popupFrame")
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 12, 12, 12)
        self.column.setSpacing(12)
        self.clear_button = Button(_("Do not filter"), None, "quiet", dense=True)
        self.show_button = Button(_("Show"), "check", "primary", dense=True)
        self.clear_button.clicked.connect(self.close)

    def add_buttons(self) -> None:
        """The row at the foot."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.clear_button)
        row.addStretch(1)
        row.addWidget(self.show_button)
        self.column.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def open_below(self, button: QWidget) -> None:
        """Show it, wholly on the screen."""
        self.adjustSize()
        at = button.mapToGlobal(QPoint(0, button.height() + 4))
        room = button.screen().availableGeometry()
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        self.move(at)
        self.show()


class SeatsPanel(FilterPanel):
    """Asks how many people must fit in."""

    def __init__(self, button: QWidget) -> None:
        super().__init__(button, _("Capacity"))
        self.seats = NumberField(30, least=1, most=MOST_SEATS)
        self.column.addWidget(LabeledField(_("Seats at least"), self.seats))
        self.add_buttons()
        self.seats.returnPressed.connect(self.show_button.click)


class FreePanel(FilterPanel):
    """Asks for the time at which a room must be free."""

    def __init__(self, button: QWidget) -> None:
        super().__init__(button, _("Free at a time"))
        self.day = ComboBox(name=_("Day"))
        self.starts = TimeField(time(13), name=_("Free from"))
        self.ends = TimeField(time(15), name=_("Free until"))
        self.day_field = LabeledField(_("Day"), self.day)
        self.ends_field = LabeledField(_("Free until"), self.ends)
        self.column.addWidget(self.day_field)
        times = QHBoxLayout()
        times.setSpacing(12)
        times.addWidget(LabeledField(_("Free from"), self.starts))
        times.addWidget(self.ends_field)
        self.column.addLayout(times)
        self.add_buttons()
        self.ends.returnPressed.connect(self.show_button.click)
        self.starts.returnPressed.connect(self.ends.setFocus)

    def show_days(self, first: date, days: int, chosen: date | None) -> None:
        """The days to choose from."""
        language = current_language()
        each = [first + place * _A_DAY for place in range(days)]
        self.day.set_choices([(day, weekday_date(day, language)) for day in each])
        self.day.set_value(chosen if chosen in each else first)
        self.day_field.setVisible(days > 1)

    @property
    def value(self) -> tuple[datetime, datetime] | None:
        """The time wanted; None while the end is not after the start, which is said."""
        starts, ends = self.starts.value, self.ends.value
        if starts is None or ends is None or self.starts.error or self.ends.error:
            return None
        if ends <= starts:
            self.ends_field.set_error(_("The end is not after the start."))
            return None
        self.ends_field.set_error("")
        return datetime.combine(self.day.value, starts), datetime.combine(self.day.value, ends)


class RoomsBar(FilterBar):
    """How many days, which lines; notes on the days at the right.

    `days_chosen(int)`; `changed` after another filter; `section_toggled(str)` folds a section.
    """

    days_chosen = Signal(int)
    changed = Signal()
    section_toggled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._building, self._seats = "", 0
        self._free: tuple[datetime, datetime] | None = None
        self._first, self._days = date.min, 1
        self._buildings: Sequence[str] = ()
        self._sections: Sequence[tuple[str, str, bool]] = ()
        words = [ngettext("{count} day", "{count} days", n).format(count=n) for n in DAYS]
        self.days = SegmentedButtons(list(zip(DAYS, words, strict=True)), name=_("Days shown"))
        self.rooms_button = Button(_("All rooms"), "funnel-simple")
        self.seats_button = Button("", "users-three")
        self.free_button = Button("", "magnifying-glass")
        self.menu = QMenu(self.rooms_button)
        self.rooms_button.setMenu(self.menu)
        self.seats_panel = SeatsPanel(self.seats_button)
        self.free_panel = FreePanel(self.free_button)
        self.note = ElidedLabel("", "note", "text2")
        self.note_sign = Sign("info", "info", 16)
        for widget in (self.days, self.rooms_button, self.seats_button, self.free_button):
            self.row.addWidget(widget)
        self.row.addStretch(1)
        self.row.addWidget(self.note)
        self.row.addWidget(self.note_sign)
        self._connect()
        self._say()

    def _connect(self) -> None:
        self.days.chosen.connect(self._on_days_chosen)
        self.menu.aboutToShow.connect(self._on_menu_about_to_show)
        self.menu.triggered.connect(self._on_menu_triggered)
        self.seats_button.clicked.connect(self._on_seats_button_clicked)
        self.free_button.clicked.connect(self._on_free_button_clicked)
        self.seats_panel.show_button.clicked.connect(self._on_seats_show_clicked)
        self.seats_panel.clear_button.clicked.connect(self._on_seats_clear_clicked)
        self.free_panel.show_button.clicked.connect(self._on_free_show_clicked)
        self.free_panel.clear_button.clicked.connect(self._on_free_clear_clicked)

    @property
    def value(self) -> LineFilter:
        """Which lines are wanted."""
        return LineFilter(self._building, self._seats, self._free)

    def show_period(self, first: date, days: int) -> None:
        """Other days: the time that must be free goes with them."""
        if self._free is not None and not first <= self._free[0].date() < first + days * _A_DAY:
            starts, ends = self._free
            self._free = (
                datetime.combine(first, starts.time()),
                datetime.combine(first, ends.time()),
            )
        self._first, self._days = first, days
        self.days.set_current(days)
        self._say()

    def show_choices(
        self, buildings: Sequence[str], sections: Sequence[tuple[str, str, bool]]
    ) -> None:
        """What the menu offers: buildings, and sections as (key, words, shown)."""
        self._buildings, self._sections = buildings, sections
        if self._building and self._building not in buildings:
            self._building = ""
        self._say()

    def show_note(self, words: str) -> None:
        """What is to be known about the days."""
        self.note.setText(words)
        self.note_sign.setVisible(bool(words))

    def clear(self) -> None:
        """Show every line again."""
        self._building, self._seats, self._free = "", 0, None
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        self.rooms_button.setText((self._building or _("All rooms")).replace("&", "&&"))
        self.seats_button.setText(
            _("Capacity ≥ {count}").format(count=self._seats) if self._seats else _("Any capacity")
        )
        self.free_button.setText(self._free_words())
        for button in (self.rooms_button, self.seats_button, self.free_button):
            button.updateGeometry()

    def _free_words(self) -> str:
        if self._free is None:
            return _("Free at…")
        language = current_language()
        time_words = clock_span(*self._free, language)
        if self._days > 1:
            day = weekday_day_month(self._free[0].date(), language)
            time_words = f"{day} {time_words}"
        return _("Free {time}").format(time=time_words)

    def _on_days_chosen(self, days: int) -> None:
        self.days_chosen.emit(days)

    def _on_menu_about_to_show(self) -> None:
        self.menu.clear()
        rooms = QActionGroup(self.menu)
        self._add(rooms, _("All rooms"), ("building", ""), checked=not self._building)
        for building in self._buildings:
            self._add(rooms, building, ("building", building), checked=building == self._building)
        self.menu.addSeparator()
        for key, words, shown in self._sections:
            self._add(None, words, ("section", key), checked=shown)

    def _add(
        self, group: QActionGroup | None, words: str, data: tuple[str, str], *, checked: bool
    ) -> None:
        action = self.menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(checked)
        action.setData(data)
        if group is not None:
            group.addAction(action)

    def _on_menu_triggered(self, action: QAction) -> None:
        sort, key = action.data()
        if sort == "section":
            self.section_toggled.emit(key)
        else:
            self._building = key
            self._say()
            self.changed.emit()

    def _on_seats_button_clicked(self) -> None:
        if self._seats:
            self.seats_panel.seats.set_value(self._seats)
        self.seats_panel.open_below(self.seats_button)
        self.seats_panel.seats.setFocus(Qt.FocusReason.PopupFocusReason)
        self.seats_panel.seats.selectAll()

    def _on_seats_show_clicked(self) -> None:
        field = self.seats_panel.seats
        field.take_typed()
        if not field.error and field.value is not None:
            self._seats = field.value
            self.seats_panel.close()
            self._say()
            self.changed.emit()

    def _on_seats_clear_clicked(self) -> None:
        self._seats = 0
        self._say()
        self.changed.emit()

    def _on_free_button_clicked(self) -> None:
        chosen = self._free[0].date() if self._free else None
        self.free_panel.show_days(self._first, self._days, chosen)
        self.free_panel.open_below(self.free_button)
        self.free_panel.starts.setFocus(Qt.FocusReason.PopupFocusReason)
        self.free_panel.starts.selectAll()

    def _on_free_show_clicked(self) -> None:
        self.free_panel.starts.take_typed()
        self.free_panel.ends.take_typed()
        value = self.free_panel.value
        if value is not None:
            self._free = value
            self.free_panel.close()
            self._say()
            self.changed.emit()

    def _on_free_clear_clicked(self) -> None:
        self._free = None
        self._say()
        self.changed.emit()
