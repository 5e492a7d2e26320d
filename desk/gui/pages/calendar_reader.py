"""Reading periods: the one that is shown at once, its neighbours while nobody waits."""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.models.calendar_rows import BandRow, CalendarRow, calendar_rows, clashes_by_event
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
"""What a period is made of: when one of these changes, nothing that was read is right."""
_KEPT = 8
_A_FRAME = 20
"""Milliseconds: longer than Qt waits (5) before it paints what has changed."""
_BETWEEN = 40
"""Milliseconds between two pieces of reading ahead: the mouse and the keyboard come first."""
_A_DAY = timedelta(days=1)

Days = tuple[date, date]
"""The first and the last day, both included."""
Piece = Literal["events", "clashes"]


@dataclass(frozen=True, slots=True)
class Contents:
    """The visits and events of a period; without `judged` no clash and no holiday is told yet."""

    bands: tuple[BandRow, ...]
    rows: tuple[CalendarRow, ...]
    judged: bool
    notes: Mapping[date, str] = field(default_factory=dict[date, str])
    """The names of the holidays here and where the guests come from."""


class PeriodReader(QObject):
    """Gives periods and keeps the ones read last, until something is written.

    A period that is gone to is there with its events in the same frame, its clashes a frame later
    (`judged`), and by then its neighbours are read piece by piece.
    """

    judged = Signal(object)
    """The days whose clashes are known now."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._shown_in = parent
        self._known: dict[Days, Contents] = {}
        self._due: deque[tuple[Days, Piece]] = deque()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.is_held = False
        """Whether reading ahead waits: something is being dragged."""
        context.committed.connect(self._on_context_committed)

    def read(self, days: Days, *, judged: bool) -> Contents:
        """The contents of some days, from what is known or read now; with `judged` all of them."""
        self._read(days, "events")
        if judged:
            self._read(days, "clashes")
        return self._known[days]

    def read_ahead(self, days: Days, neighbours: Iterable[Days]) -> None:
        """From the next frame on read what is still missing of some days, then the neighbours."""
        self._due.clear()
        for each in (days, *neighbours):
            self._due.append((each, "events"))
            self._due.append((each, "clashes"))
        known = self._known.get(days)
        waits = known is not None and known.judged
        self._timer.start(_BETWEEN if waits else _A_FRAME)

    def forget(self) -> None:
        """Something was written: what was read is not right any more."""
        self._known.clear()
        self._due.clear()
        self._timer.stop()

    def _read(self, days: Days, piece: Piece) -> bool:
        """Read one piece unless it is known; whether anything was read."""
        known = self._known.get(days)
        if piece == "events":
            if known is None:
                self._keep(days, self._events(days))
            return known is None
        if known is None or known.judged:
            return False
        self._keep(days, self._with_clashes(days, known))
        return True

    def _events(self, days: Days) -> Contents:
        desk = self._context.desk
        expected = visits.visits_between(desk, *days)
        events = programme.events_between(desk, *days)
        rows = calendar_rows(events, {}, desk.now(), desk.zone)
        return Contents(tuple(BandRow(row) for row in expected), tuple(rows), judged=False)

    def _with_clashes(self, days: Days, known: Contents) -> Contents:
        begins, ends = self._begins(days[0]), self._begins(days[1] + _A_DAY)
        found = clashes_by_event(checks.clash_findings_between(self._context.desk, begins, ends))
        rows = tuple(
            replace(row, clash=found[row.id]) if row.id in found else row for row in known.rows
        )
        return Contents(known.bands, rows, judged=True, notes=self._notes(days, known))

    def _notes(self, days: Days, known: Contents) -> dict[date, str]:
        guests = next((band.visit.country for band in known.bands if band.visit.country), "")
        holidays = holidays_between(self._context.desk, *days, country=guests)
        return {
            day: ", ".join(
                f"{row.name} ({row.country})" if row.country == guests else row.name for row in rows
            )
            for day, rows in holidays.items()
        }

    def _begins(self, day: date) -> datetime:
        midnight = datetime.combine(day, time())
        return moment(midnight, self._context.desk.zone).astimezone(UTC)

    def _keep(self, days: Days, contents: Contents) -> None:
        self._known.pop(days, None)
        self._known[days] = contents
        while len(self._known) > _KEPT:
            del self._known[next(iter(self._known))]

    def _on_timer_timeout(self) -> None:
        if not self._shown_in.isVisible():
            # Nobody looks, and the database may have been closed; it goes on when shown again.
            return
        while self._due and not self.is_held:
            days, piece = self._due.popleft()
            if self._read(days, piece):
                if piece == "clashes":
                    self.judged.emit(days)
                break
        if self._due:
            self._timer.start(_BETWEEN)

    def _on_context_committed(self, changes: Changes) -> None:
        if changes.tables & TABLES:
            self.forget()
