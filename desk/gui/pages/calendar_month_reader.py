"""Reading months: the one that is shown at once, its neighbours while nobody waits."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.models.calendar_rows import BandRow, CalendarRow, calendar_rows, clashes_by_event
from desk.gui.models.month_layout import Weeks, month_later, weeks_of
from desk.locale.zones import moment
from desk.model.changes import Changes
from desk.services import checks, programme, visits
from desk.services.calendar_days import holidays_between

TABLES = frozenset(
    {
        "event",
        "participation",
        "clash_override",
        "visit",
        "venue",
        "venue_layout",
        "person",
        "delegation_member",
        "resource",
        "resource_booking",
        "closed_time",
        "travel_time",
        "special_day",
        "setting",
    }
)
"""What a month is made of: when one of these changes, nothing that was read ahead is right."""
_KEPT = 6
_A_FRAME = 20
"""Milliseconds: longer than Qt waits (5) before it paints what has changed."""
_BETWEEN = 40
"""Milliseconds between two pieces of reading ahead: the mouse and the keyboard come first."""
_A_DAY = timedelta(days=1)

Piece = Literal["events", "clashes"]


@dataclass(frozen=True, slots=True)
class MonthContents:
    """The visits and events of the weeks of a month, and the holidays among their days.

    Without `judged` neither clashes nor holidays are told yet.
    """

    bands: tuple[BandRow, ...]
    rows: tuple[CalendarRow, ...]
    judged: bool
    notes: Mapping[date, str] = field(default_factory=dict[date, str])


class MonthReader(QObject):
    """Gives months and keeps the ones read last, until something is written.

    A month that is gone to is there with its events in the same frame, its clashes a frame later
    (`judged`), and by then the ones before and after it are read piece by piece.
    """

    judged = Signal(object)
    """The first day of a month whose clashes are known now."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._shown_in = parent
        self._known: dict[date, MonthContents] = {}
        self._due: deque[tuple[Weeks, Piece]] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.is_held = False
        """Whether reading ahead waits: something is being dragged."""
        context.committed.connect(self._on_context_committed)

    def read(self, weeks: Weeks, *, judged: bool) -> MonthContents:
        """The contents of a month, from what is known or read now; with `judged` all of them."""
        self._read(weeks, "events")
        if judged:
            self._read(weeks, "clashes")
        return self._known[weeks.month]

    def read_ahead(self, weeks: Weeks) -> None:
        """From the next frame on read what is still missing of a month, then its neighbours."""
        self._due.clear()
        around = [weeks]
        for by in (1, -1):
            try:
                around.append(weeks_of(month_later(weeks.month, by)))
            except (OverflowError, ValueError):
                continue
        for month in around:
            self._due.append((month, "events"))
            self._due.append((month, "clashes"))
        known = self._known.get(weeks.month)
        waits = known is not None and known.judged
        self._timer.start(_BETWEEN if waits else _A_FRAME)

    def forget(self) -> None:
        """Something was written: what was read is not right any more."""
        self._known.clear()
        self._due.clear()
        self._timer.stop()

    def _read(self, weeks: Weeks, piece: Piece) -> bool:
        """Read one piece of a month unless it is known; whether anything was read."""
        known = self._known.get(weeks.month)
        if piece == "events":
            if known is not None:
                return False
            self._keep(weeks, self._events(weeks))
            return True
        if known is None or known.judged:
            return False
        self._keep(weeks, self._with_clashes(weeks, known))
        return True

    def _events(self, weeks: Weeks) -> MonthContents:
        desk = self._context.desk
        expected = visits.visits_between(desk, weeks.first, weeks.last)
        events = programme.events_between(desk, weeks.first, weeks.last)
        rows = calendar_rows(events, {}, desk.now(), desk.zone)
        return MonthContents(tuple(BandRow(row) for row in expected), tuple(rows), judged=False)

    def _with_clashes(self, weeks: Weeks, known: MonthContents) -> MonthContents:
        begins, ends = self._begins(weeks.first), self._begins(weeks.last + _A_DAY)
        found = clashes_by_event(checks.clash_findings_between(self._context.desk, begins, ends))
        rows = tuple(
            replace(row, clash=found[row.id]) if row.id in found else row for row in known.rows
        )
        days = holidays_between(self._context.desk, weeks.first, weeks.last)
        notes = {day: ", ".join(row.name for row in found) for day, found in days.items()}
        return MonthContents(known.bands, rows, judged=True, notes=notes)

    def _begins(self, day: date) -> datetime:
        midnight = datetime.combine(day, time())
        return moment(midnight, self._context.desk.zone).astimezone(UTC)

    def _keep(self, weeks: Weeks, contents: MonthContents) -> None:
        self._known.pop(weeks.month, None)
        self._known[weeks.month] = contents
        while len(self._known) > _KEPT:
            del self._known[next(iter(self._known))]

    def _on_timer_timeout(self) -> None:
        if not self._shown_in.isVisible():
            # Nobody looks, and the database may have been closed; it goes on when shown again.
            return
        while self._due and not self.is_held:
            weeks, piece = self._due.popleft()
            if self._read(weeks, piece):
                if piece == "clashes":
                    self.judged.emit(weeks.month)
                break
        if self._due:
            self._timer.start(_BETWEEN)

    def _on_context_committed(self, changes: Changes) -> None:
        if changes.tables & TABLES:
            self.forget()
