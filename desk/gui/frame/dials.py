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
    from collections.abc import Mapping

    from desk.gui.context import Context
    from desk.model.rows.overview import DayMark
    from desk.model.rows.status import DeskStatus

_WEEKS_IN_SIGHT = timedelta(days=41)

_A_FRAME = 20
"""Milliseconds: longer than Qt waits (5) before it paints what has changed."""

_NAMES_AFTER = 300
"""Milliseconds of quiet before the holidays of a month are looked up."""


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
        self._marks: Mapping[date, DayMark] = {}
        self._named: Mapping[date, str] = {}
        self._named_month: date | None = None
        self._names_later = QTimer(self)
        self._names_later.setSingleShot(True)
        self._names_later.timeout.connect(self.name_days)
        navigation.month_shown.connect(self.mark_days)

    def read_later(self) -> None:
        """Read once, after the page has been painted."""
        self._later.start(_A_FRAME)

    def stop(self) -> None:
        """The database goes: nothing is read any more."""
        self._later.stop()
        self._names_later.stop()

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
        # The office may have noted other days meanwhile.
        self._names_later.start(_NAMES_AFTER)

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
        """Mark the days of the month in sight with their events, visits and clashes."""
        from desk.services.day_marks import day_marks

        first = month - timedelta(days=month.weekday())
        desk = self._context.desk
        marks = self._context.attempt(lambda: day_marks(desk, first, first + _WEEKS_IN_SIGHT))
        self._marks = marks or {}
        if month != self._named_month:
            self._named = {}
            self._names_later.start(_NAMES_AFTER)
        self._navigation.mark(self._marks, self._named)

    def name_days(self) -> None:
        """Mark the holidays too: their calendars take a moment to load the first time."""
        from desk.services.calendar_days import holidays_between

        month = self._navigation.calendar.month
        first = month - timedelta(days=month.weekday())
        desk = self._context.desk
        found = self._context.attempt(
            lambda: holidays_between(desk, first, first + _WEEKS_IN_SIGHT)
        )
        self._named_month = month
        self._named = {
            day: ", ".join(row.name for row in rows) for day, rows in (found or {}).items()
        }
        self._navigation.mark(self._marks, self._named)

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
