"""Dragging in a calendar: making, moving, lengthening; the same in every view.

The arithmetic is pure (`grip`, `dragged`); `CalendarDrag` is what a view holds while the button
of the mouse is down.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer, Signal

from desk.gui.models.calendar_rows import CalendarRow

STEP = timedelta(minutes=15)
FINE_STEP = timedelta(minutes=5)
"""What Shift snaps to."""
SCROLL_EVERY = 30
"""Milliseconds between two steps of scrolling at an edge."""
_SCROLL_WITHIN = 28
"""How near to an edge scrolling begins, in logical pixels."""
_STARTS_AFTER = 4
"""How far the mouse goes before a press is a drag, in logical pixels."""
_A_DAY = timedelta(days=1)

DragKind = Literal["create", "move", "starts", "ends"]


@dataclass(frozen=True, slots=True)
class Draft:
    """Something new between two wall times of the view's zone, perhaps in a venue."""

    starts: datetime
    ends: datetime
    venue_id: int | None = None
    all_day: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """Where an event shall go: wall times of the view's zone; no venue leaves the one it has."""

    event_id: int
    starts: datetime
    ends: datetime
    venue_id: int | None = None


@dataclass(frozen=True, slots=True)
class Grip:
    """What was taken hold of: `moment` and `venue_id` are where the mouse was pressed.

    `whole_days` is for what knows no hours: bands, and the cells of a month.
    """

    kind: DragKind
    moment: datetime
    venue_id: int | None = None
    row: CalendarRow | None = None
    whole_days: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """What a drag comes to: wall times of the view's zone and a venue, if the view knows one."""

    starts: datetime
    ends: datetime
    venue_id: int | None = None


def snapped(moment: datetime, step: timedelta) -> datetime:
    """The moment on the grid of a step that is nearest; halves go up."""
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    steps = (moment - midnight + step / 2) // step
    return midnight + steps * step


def dragged(grip: Grip, moment: datetime, venue_id: int | None, step: timedelta) -> Span:
    """What a drag from `grip` to a moment and a venue means, on the grid of `step`.

    Days alone move days alone: the clock times stay. The end stays after the start.
    """
    if grip.kind == "create":
        return _created(grip, moment, step)
    row = grip.row
    assert row is not None
    by = moment - grip.moment
    if grip.whole_days:
        by = timedelta(days=round(by / _A_DAY))
    whole = by % _A_DAY == timedelta()
    if grip.kind == "move":
        starts = row.starts + by if whole else snapped(row.starts + by, step)
        moved_to = venue_id if venue_id != grip.venue_id else None
        return Span(starts, starts + (row.ends - row.starts), moved_to)
    least = _A_DAY if grip.whole_days and row.event.all_day else step
    if grip.kind == "starts":
        starts = row.starts + by if whole else snapped(row.starts + by, step)
        return Span(min(starts, row.ends - least), row.ends)
    ends = row.ends + by if whole else snapped(row.ends + by, step)
    return Span(row.starts, max(ends, row.starts + least))


def _created(grip: Grip, moment: datetime, step: timedelta) -> Span:
    if grip.whole_days:
        days = sorted((grip.moment.date(), moment.date()))
        first, last = (datetime.combine(day, datetime.min.time()) for day in days)
        return Span(first, last + _A_DAY, grip.venue_id)
    anchor = _floored(grip.moment, step)
    other = snapped(moment, step)
    if other <= anchor:
        return Span(min(other, anchor), anchor + step, grip.venue_id)
    return Span(anchor, other, grip.venue_id)


def _floored(moment: datetime, step: timedelta) -> datetime:
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + ((moment - midnight) // step) * step


class DragGround(Protocol):
    """What the drag asks of its view; points are those of the viewport."""

    def moment_at(self, at: QPointF) -> datetime:
        """The wall time at a place, not snapped; beside the ground the nearest."""
        ...

    def venue_at(self, at: QPointF) -> int | None:
        """The venue at a place; None where the view knows none."""
        ...

    def boxes_of(self, starts: datetime, ends: datetime, venue_id: int | None) -> list[QRectF]:
        """Where a time in a venue is drawn, in content coordinates; None is "the same venue"."""
        ...

    def scroll_room(self) -> QRectF:
        """The part of the viewport that scrolls."""
        ...

    def scroll_by(self, across: int, down: int) -> bool:
        """Scroll by that much; whether anything moved."""
        ...


class CalendarDrag(QObject):
    """From press to release. The view passes on its mouse events and paints `span`.

    `changed` comes when the ghost is another one, `finished` with (Grip, Span) when the button is
    let go after a drag; a press without a drag ends silently.
    """

    changed = Signal()
    finished = Signal(object, object)

    def __init__(self, ground: DragGround, parent: QObject) -> None:
        super().__init__(parent)
        self._ground = ground
        self._pressed_at: QPointF | None = None
        self._at = QPointF()
        self._step = STEP
        self._grip: Grip | None = None
        self.span: Span | None = None
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(SCROLL_EVERY)
        self._scrolling.timeout.connect(self._on_scrolling_timeout)

    @property
    def grip(self) -> Grip | None:
        """What is held, None while nothing is."""
        return self._grip

    @property
    def is_dragging(self) -> bool:
        """Whether there is a ghost."""
        return self.span is not None

    def press(self, at: QPointF, grip: Grip) -> None:
        """The button went down on something."""
        self._pressed_at, self._grip, self.span = QPointF(at), grip, None

    def move(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The mouse went on with the button down."""
        if self._grip is None or self._pressed_at is None:
            return
        if self.span is None and (at - self._pressed_at).manhattanLength() < _STARTS_AFTER:
            return
        self._at = QPointF(at)
        fine = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        self._step = FINE_STEP if fine else STEP
        self._follow()
        if self._scroll_steps() != (0, 0):
            if not self._scrolling.isActive():
                self._scrolling.start()
        else:
            self._scrolling.stop()

    def release(self) -> bool:
        """The button went up; whether something was dragged."""
        grip, span = self._grip, self.span
        self._let_go()
        if grip is None or span is None:
            return False
        self.changed.emit()
        row = grip.row
        same = row is not None and (span.starts, span.ends) == (row.starts, row.ends)
        if not (same and span.venue_id is None):
            self.finished.emit(grip, span)
        return True

    def cancel(self) -> bool:
        """Let go without doing anything; whether something was held."""
        held = self._grip is not None
        was_dragging = self.is_dragging
        self._let_go()
        if was_dragging:
            self.changed.emit()
        return held

    def _let_go(self) -> None:
        self._scrolling.stop()
        self._pressed_at = self._grip = self.span = None

    def _follow(self) -> None:
        assert self._grip is not None
        ground = self._ground
        span = dragged(
            self._grip, ground.moment_at(self._at), ground.venue_at(self._at), self._step
        )
        if span != self.span:
            self.span = span
            self.changed.emit()

    def _scroll_steps(self) -> tuple[int, int]:
        room, at = self._ground.scroll_room(), self._at
        return (
            _scroll_step(at.x(), room.left(), room.right()),
            _scroll_step(at.y(), room.top(), room.bottom()),
        )

    def _on_scrolling_timeout(self) -> None:
        across, down = self._scroll_steps()
        if (across, down) == (0, 0) or not self._ground.scroll_by(across, down):
            self._scrolling.stop()
            return
        self._follow()


def _scroll_step(at: float, first: float, last: float) -> int:
    """How far to scroll with the mouse at a place between two edges: the nearer, the faster."""
    if at < first + _SCROLL_WITHIN:
        return -max(2, min(24, round((first + _SCROLL_WITHIN - at) / 2)))
    if at > last - _SCROLL_WITHIN:
        return max(2, min(24, round((at - last + _SCROLL_WITHIN) / 2)))
    return 0
