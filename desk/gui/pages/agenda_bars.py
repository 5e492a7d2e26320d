"""What stands around the agenda: the period in the toolbar, the filters, the weeks at both ends."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.gui.models.agenda import Period
from desk.gui.models.calendar_rows import CalendarFilter, CalendarRow
from desk.gui.widgets.button import Button
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.icon_button import IconButton
from desk.gui.widgets.label import ElidedLabel, Label
from desk.gui.widgets.page import FilterBar
from desk.gui.widgets.segmented_buttons import SegmentedButtons
from desk.locale import _, current_language, ngettext
from desk.locale.formats import short_date_range
from desk.model.rows.venues import VenueRow

_EVERY_VENUE = -1
_A_DAY = timedelta(days=1)


class AgendaTools(QWidget):
    """Today, earlier, later, and what is shown: for the toolbar of the window."""

    today_asked = Signal()
    before_asked = Signal()
    after_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        today = Button(_("Today"))
        before = IconButton("caret-left", _("Earlier (Alt+Left)"))
        after = IconButton("caret-right", _("Later (Alt+Right)"))
        self.range = ElidedLabel("", "section")
        self.range.setMinimumWidth(150)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (today, before, after):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(self.range, 1)
        today.clicked.connect(self.today_asked)
        before.clicked.connect(self.before_asked)
        after.clicked.connect(self.after_asked)

    def show_period(self, period: Period) -> None:
        """Say which days are shown."""
        self.range.setText(short_date_range(period.first, period.last, current_language()))


class AgendaFilterBar(FilterBar):
    """Which events, in which venue; how many there are. `changed` after somebody chose."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.which = SegmentedButtons(
            [
                ("all", _("All")),
                ("confirmed", _("Confirmed")),
                ("tentative", _("Tentative")),
                ("clashes", _("With clashes")),
            ],
            name=_("Which events"),
        )
        self.venue = ComboBox(name=_("Venue"))
        self.venue.setFixedWidth(200)
        self._count = Label("", "note", "text2")
        self.row.addWidget(self.which)
        self.row.addWidget(self.venue)
        self.row.addStretch(1)
        self.row.addWidget(self._count)
        self.which.chosen.connect(self._on_chosen)
        self.venue.value_changed.connect(self._on_chosen)

    @property
    def value(self) -> CalendarFilter:
        """What is chosen."""
        venue_id = self.venue.value
        return CalendarFilter(
            self.which.current, None if venue_id in (None, _EVERY_VENUE) else venue_id
        )

    def show_venues(self, rows: Sequence[VenueRow]) -> None:
        """The venues to choose from; the chosen one stays."""
        choices = [(_EVERY_VENUE, _("Every venue")), *((row.id, row.name) for row in rows)]
        self.venue.set_choices(choices)

    def show_counts(self, rows: Sequence[CalendarRow], shown: int) -> None:
        """How many are shown, and how many of all clash."""
        words = ngettext("{count} event", "{count} events", shown).format(count=shown)
        clashing = sum(row.clash is not None for row in rows)
        if clashing:
            with_clashes = ngettext("{count} with a clash", "{count} with a clash", clashing)
            words = f"{words} · {with_clashes.format(count=clashing)}"
        self._count.setText(words)

    def _on_chosen(self, _choice: object) -> None:
        self.changed.emit()


class AgendaFoot(QWidget):
    """The weeks before and after, to be added to what is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.earlier_button = Button("", "caret-up", "quiet", dense=True)
        self.later_button = Button("", "caret-down", "quiet", dense=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self.earlier_button)
        row.addStretch(1)
        row.addWidget(self.later_button)

    def show_period(self, period: Period) -> None:
        """Say which weeks would be added."""
        language = current_language()
        first, last = period.with_earlier().first, period.first - _A_DAY
        span = short_date_range(first, last, language)
        self.earlier_button.setText(_("Earlier: {days}").format(days=span))
        first, last = period.last + _A_DAY, period.with_later().last
        span = short_date_range(first, last, language)
        self.later_button.setText(_("Later: {days}").format(days=span))
        for button in (self.earlier_button, self.later_button):
            button.updateGeometry()
