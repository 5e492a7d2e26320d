"""The week and the day: hours from top to bottom, days beside one another."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.models.calendar_rows import AnyRow, CalendarRow
from desk.gui.pages.calendar_part import CalendarPart
from desk.gui.pages.calendar_reader import PeriodReader
from desk.gui.pages.calendar_rehearsals import Rehearsals
from desk.gui.widgets.calendar_corner import AUTOMATIC
from desk.gui.widgets.calendar_grid import TimeGrid
from desk.gui.widgets.calendar_plane import DaysLaidOut
from desk.locale import _, current_language
from desk.locale.formats import clock_time, long_date, month_and_year, month_names
from desk.locale.zones import moment, wall_time, zone_label
from desk.model.rows.venues import VenueRow
from desk.services.scheduling import YEARS

_OFFERED = (
    "Asia/Jakarta",
    "Asia/Jayapura",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Asia/Almaty",
    "Europe/Moscow",
    "Europe/Berlin",
    "America/New_York",
    "UTC",
)
"""Zones that are often asked for; those of the guests in view stand before them."""


class DaysPart(CalendarPart):
    """Some days from a first one on, with a second zone beside the hours."""

    days = 7

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.grid = TimeGrid(self.spoken_name(), context.desk.today())
        self.reader = PeriodReader(context, self)
        self._rehearsal: TimeGrid | None = None
        self._rehearsed = Rehearsals[DaysLaidOut]()
        self._second_zone = AUTOMATIC
        self._hours: tuple[object, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)
        self.use_view(self.grid)
        self.grid.zone_chosen.connect(self._on_grid_zone_chosen)
        self.grid.row_chosen.connect(self._on_grid_row_chosen)
        self.grid.drag.changed.connect(self._on_drag_changed)
        self.reader.judged.connect(self._on_reader_judged)

    def spoken_name(self) -> str:
        """What a screen reader calls the grid."""
        raise NotImplementedError

    def refresh(self) -> None:
        self.reader.forget()
        self._show(judged=True)
        self._read_ahead()

    def show_period(self, day: date) -> None:
        first, last = YEARS
        self.day = min(max(day, date(first, 1, 1)), date(last, 12, 31))
        # Which events clash takes as long as the events themselves; a filter has to know.
        self._show(judged=self.filter.which == "clashes")
        self._read_ahead()
        self.title_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read_ahead()

    def _show(self, *, judged: bool) -> None:
        desk = self.context.desk
        first, last = self.period()
        contents = self.reader.read((first, last), judged=judged)
        self.all_rows = list(contents.rows)
        shown = self._kept(contents)
        self.shown_rows = [row for row in shown if isinstance(row, CalendarRow)]
        self.grid.show_days(
            first,
            shown,
            days=self.days,
            now=wall_time(desk.now(), desk.zone),
            notes=contents.notes,
            rehearsed=self._rehearsed.of(first, contents, self.filter),
        )
        self._show_hours()

    def _read_ahead(self) -> None:
        first, last = self.period()
        by = timedelta(days=self.days)
        self.reader.read_ahead((first, last), [(first + by, last + by), (first - by, last - by)])

    def _on_reader_judged(self, days: tuple[date, date]) -> None:
        if days == self.period():
            self._show(judged=True)
            self.title_changed.emit()
            return
        if self._rehearsal is None:
            self._rehearsal = TimeGrid(self.spoken_name(), days[0], self)
        contents = self.reader.read(days, judged=True)
        laid_out = self._rehearsal.rehearse(
            self.grid, days[0], self._kept(contents), contents.notes
        )
        self._rehearsed.keep(days[0], contents, self.filter, laid_out)

    def _on_drag_changed(self) -> None:
        self.reader.is_held = self.grid.drag.is_dragging

    def show_venues(self, rows: Iterable[VenueRow]) -> None:
        venues = list(rows)
        super().show_venues(venues)
        self.grid.preparation = {
            layout.id: (layout.set_up_minutes, layout.clear_down_minutes)
            for venue in venues
            for layout in venue.layouts
        }

    def on_minute(self, now: datetime) -> None:
        self.grid.set_now(now)

    def step(self, by: int) -> None:
        self.show_period(self.day + timedelta(days=by * self.days))

    # The clocks beside the hours

    def second_zone(self) -> str:
        """The second zone beside the hours, empty for none.

        Unless somebody chose one it is the guests' of the event stood on, else of the first
        visit in view.
        """
        if self._second_zone != AUTOMATIC:
            return self._second_zone
        zone = self.context.desk.zone
        return next((guests for guests in self._guest_zones() if guests != zone), "")

    def _guest_zones(self) -> list[str]:
        rows: list[AnyRow] = []
        chosen = self.chosen()
        if chosen is not None:
            rows.append(chosen)
        rows += self.shown_rows
        zones = [
            row.event.guest_zone if isinstance(row, CalendarRow) else row.visit.guest_zone
            for row in rows
        ]
        return list(dict.fromkeys(zone for zone in zones if zone))

    def _show_hours(self) -> None:
        desk, language = self.context.desk, current_language()
        second = self.second_zone()
        zones = (desk.zone, second) if second and second != desk.zone else (desk.zone,)
        first, _last = self.period()
        shown = (zones, first, language, tuple(self._guest_zones()))
        if shown == self._hours:
            return
        self._hours = shown
        begins = datetime.combine(first, datetime.min.time())
        hours: list[tuple[str, ...]] = []
        for hour in range(24):
            wall = begins + timedelta(hours=hour)
            instant = moment(wall, desk.zone).astimezone(UTC)
            walls = [wall, *(wall_time(instant, zone) for zone in zones[1:])]
            hours.append(tuple(clock_time(each, language) for each in walls))
        names = tuple(zone_label(zone, begins, language) for zone in zones)
        offered = dict.fromkeys([*self._guest_zones(), *_OFFERED])
        choices = [
            (zone, zone_label(zone, begins, language)) for zone in offered if zone != desk.zone
        ]
        self.grid.show_hours(names, tuple(hours), choices, self._second_zone)

    def _on_grid_zone_chosen(self, zone: str) -> None:
        self._second_zone = zone
        self._show_hours()

    def _on_grid_row_chosen(self, _row: object) -> None:
        self._show_hours()


class WeekView(DaysPart):
    """Monday to Sunday."""

    name = "week"
    days = 7

    def spoken_name(self) -> str:
        return _("Week")

    def period(self) -> tuple[date, date]:
        monday = self.day - timedelta(days=self.day.weekday())
        return monday, monday + timedelta(days=6)

    def title(self) -> str:
        return week_title(self.period()[0])


class DayView(DaysPart):
    """One day."""

    name = "day"
    days = 1

    def spoken_name(self) -> str:
        return _("Day")

    def period(self) -> tuple[date, date]:
        return self.day, self.day

    def title(self) -> str:
        return long_date(self.day, current_language())


def week_title(monday: date) -> str:
    """ "Week 49, Nov–Dec 2026": the number of ISO 8601 and the months it touches."""
    language = current_language()
    sunday = monday + timedelta(days=6)
    short = month_names(language, "abbreviated")
    if monday.month == sunday.month:
        months = month_and_year(monday, language)
    elif monday.year == sunday.year:
        months = f"{short[monday.month - 1]}–{short[sunday.month - 1]} {sunday.year}"
    else:
        months = (
            f"{short[monday.month - 1]} {monday.year} – {short[sunday.month - 1]} {sunday.year}"
        )
    return _("Week {number}, {months}").format(number=monday.isocalendar().week, months=months)
