"""What the frame shows of the desk: status bar, badges, dots in the small calendar."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desk.gui.frame.navigation import Navigation
from desk.gui.frame.status_bar import StatusBar
from desk.locale import _, current_language
from desk.locale.formats import clock_time, guest_times, long_date, medium_date
from desk.locale.zones import wall_time, zone_label

if TYPE_CHECKING:
    from desk.gui.context import Context
    from desk.model.rows.status import DeskStatus

_WEEKS_IN_SIGHT = timedelta(days=41)

_A_FRAME = 20
"""Milliseconds: longer than Qt waits (5) before it paints what has changed."""


class Dials(QObject):
    """Reads the counts after commits, a moment later so that the page comes first."""

    def __init__(
        self, context: "Context", navigation: Navigation, status: StatusBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._navigation = navigation
        self._bar = status
        self._guest_zone = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.read)
        navigation.month_shown.connect(self.mark_days)

    def read_later(self) -> None:
        """Read once, after the page has been painted."""
        self._later.start(_A_FRAME)

    def read(self) -> None:
        """Show the counts as they are now."""
        from desk.services.status import desk_status

        desk = self._context.desk
        status = self._context.attempt(lambda: desk_status(desk))
        if status is None:
            return
        self._bar.show_store(status.unit, status.place, shared=status.shared)
        self._bar.show_counts(status.clashes, status.due)
        self._bar.show_saved(self._saved(status))
        self._navigation.count("follow_ups", status.overdue)
        self._guest_zone = status.guest_zone
        self.show_time(desk.wall_now())
        self.mark_days(self._navigation.calendar.month)

    def show_time(self, now: datetime) -> None:
        """Tell the wall time at the office and at the guests' home."""
        language = current_language()
        zone = self._context.desk.zone
        clock = f"{clock_time(now, language)} {zone_label(zone, now, language)}"
        guests = self._guest_zone and guest_times(now, None, zone, self._guest_zone, language)
        words = f"{long_date(now.date(), language)} · {clock}"
        self._bar.show_time(f"{words} ({guests})" if guests else words)
        self._navigation.show_today(now.date())

    def mark_days(self, month: date) -> None:
        """Put dots below the days of the month in sight that have events."""
        from desk.services.status import days_with_events

        first = month - timedelta(days=month.weekday())
        desk = self._context.desk
        days = self._context.attempt(lambda: days_with_events(desk, first, first + _WEEKS_IN_SIGHT))
        self._navigation.mark(days or ())

    def _saved(self, status: "DeskStatus") -> str:
        if status.saved_at is None:
            return ""
        desk, language = self._context.desk, current_language()
        wall = wall_time(status.saved_at, desk.zone)
        clock = clock_time(wall, language)
        if wall.date() != desk.today():
            return _("Saved {day}, {time}").format(
                day=medium_date(wall.date(), language), time=clock
            )
        return _("Saved {time}").format(time=clock)
