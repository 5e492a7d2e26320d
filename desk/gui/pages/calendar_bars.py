"""What stands around the views of the calendar: the period and the views, the filters."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desk.gui.models.calendar_rows import CalendarFilter, CalendarRow
from desk.gui.pages.calendar_views import VIEWS, view_named
from desk.gui.theme.application import current_theme
from desk.gui.widgets.button import Button
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.icon_button import IconButton
from desk.gui.widgets.label import ElidedLabel, Label
from desk.gui.widgets.page import FilterBar
from desk.gui.widgets.segmented_buttons import SegmentedButtons
from desk.locale import _, ngettext
from desk.model.rows.venues import VenueRow

_EVERY_VENUE = -1
_LEAST_TITLE = 118
_TITLE = 206


class CalendarTools(QWidget):
    """Today, earlier, later, what is shown, and in which view: for the toolbar of the window.

    Where the buttons of the views do not fit they become one with a menu.
    """

    today_asked = Signal()
    before_asked = Signal()
    after_asked = Signal()
    view_asked = Signal(object)
    filter_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        today = Button(_("Today"))
        before = IconButton("caret-left", _("Earlier (Alt+Left)"))
        after = IconButton("caret-right", _("Later (Alt+Right)"))
        self._title = _TITLE
        self.range = ElidedLabel("", "section")
        self.range.setMinimumWidth(_LEAST_TITLE)
        self.views = SegmentedButtons(
            [(view.name, view.words) for view in VIEWS], name=_("View of the calendar")
        )
        self.view_menu = Button("")
        self.view_menu.setMenu(self._menu())
        self.filter_button = IconButton("funnel-simple", _("Filter the events (Ctrl+F)"))
        self.filter_button.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (today, before, after):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(self.range, 1)
        row.addWidget(self.views)
        row.addWidget(self.view_menu)
        row.addWidget(self.filter_button)
        self._fixed = (today, before, after, self.view_menu, self.filter_button)
        self.view_menu.hide()
        today.clicked.connect(self.today_asked)
        before.clicked.connect(self.before_asked)
        after.clicked.connect(self.after_asked)
        self.views.chosen.connect(self.view_asked)
        self.filter_button.toggled.connect(self.filter_toggled)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        self._choices = QActionGroup(menu)
        for view in VIEWS:
            action = QAction(view.words, menu)
            action.setCheckable(True)
            action.setData(view.name)
            self._choices.addAction(action)
            menu.addAction(action)
        menu.triggered.connect(self._on_menu_triggered)
        return menu

    def show_view(self, name: str) -> None:
        """Mark the view that is shown."""
        self.views.set_current(name)
        self.view_menu.setText(view_named(name).words)
        self.view_menu.setAccessibleName(
            _("View of the calendar: {view}").format(view=view_named(name).words)
        )
        for action in self._choices.actions():
            action.setChecked(action.data() == name)

    def show_title(self, title: str) -> None:
        """Say which days are shown."""
        self.range.setText(title)
        self.updateGeometry()

    def show_filtering(self, shown: bool) -> None:
        """Whether the bar of filters is open, without the signal."""
        self.filter_button.blockSignals(True)
        self.filter_button.setChecked(shown)
        self.filter_button.blockSignals(False)

    def _wide(self) -> int:
        """The width from which all buttons fit beside the title."""
        compact = self._compact()
        return compact + self.views.sizeHint().width() - self.view_menu.sizeHint().width()

    def _compact(self) -> int:
        # A button of a fixed size does not say so in its hint.
        fixed = sum(max(w.sizeHint().width(), w.minimumWidth()) + 8 for w in self._fixed)
        return fixed + 16 + _LEAST_TITLE

    def sizeHint(self) -> QSize:
        # The widest title so far: the buttons beside it do not move under the mouse.
        title = int(current_theme().advance("section", self.range.text()) + 8)
        self._title = max(self._title, title)
        return QSize(self._wide() + self._title - _LEAST_TITLE, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._compact(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= self._wide()
        self.views.setVisible(is_wide)
        self.view_menu.setVisible(not is_wide)

    def _on_menu_triggered(self, action: QAction) -> None:
        self.view_asked.emit(str(action.data()))


class CalendarFilterBar(FilterBar):
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

    def clear(self) -> None:
        """Show everything again, without the signal."""
        self.which.set_current("all")
        self.venue.set_value(_EVERY_VENUE)

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
