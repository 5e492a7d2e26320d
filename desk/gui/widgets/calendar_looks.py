"""How the rows of a calendar look: blocks, bands over days, the ghost of a drag."""

from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from desk.gui.models.calendar_rows import AnyRow, BandRow, CalendarRow
from desk.gui.models.choice_words import event_colour
from desk.gui.models.event_words import State, event_state
from desk.gui.theme.application import current_theme
from desk.gui.widgets.block_ground import Ground, paint_ground
from desk.gui.widgets.event_block import EventLook, paint_chosen
from desk.gui.widgets.event_rows import EventKind
from desk.gui.widgets.painting import draw_frame, draw_tinted_icon, draw_words
from desk.locale import current_language
from desk.locale.formats import clock_span
from desk.model.choices import Status

BAND_HEIGHT = 22


def event_kind(row: CalendarRow) -> EventKind:
    """The family of colour of an event."""
    return event_colour(row.event.kind)  # type: ignore[return-value]


def event_look(row: CalendarRow, *, selected: bool, first: bool = True) -> EventLook:
    """What the block of an event shows; only its first box says the time."""
    event = row.event
    words = clock_span(row.starts, row.ends, current_language()).replace(" – ", "–")
    return EventLook(
        time=words if first else "… " + words.rpartition("–")[2],
        title=event.title,
        place=event.venue or event.place,
        kind=event_kind(row),
        state=event_state(event),
        conflict=row.clash is not None,
        selected=selected,
    )


def paint_preparation(
    painter: QPainter, first: QRectF, last: QRectF, before: float, after: float, kind: EventKind
) -> None:
    """Marks from `before` above the first box of an event to `after` below its last."""
    colour = QColor(current_theme().colour(f"ev_{kind}_b"))
    colour.setAlphaF(0.55)
    if before:
        painter.fillRect(QRectF(first.left(), first.top() - before, 2, before - 1), colour)
        painter.fillRect(QRectF(first.left(), first.top() - before, 8, 1), colour)
    if after:
        painter.fillRect(QRectF(last.left(), last.bottom() + 1, 2, after - 1), colour)
        painter.fillRect(QRectF(last.left(), last.bottom() + after, 8, 1), colour)


def visit_state(status: Status) -> State:
    """How the band of a visit is drawn."""
    if status in (Status.CANCELLED, Status.POSTPONED):
        return "cancelled"
    return "firm" if status.is_firm else "tentative"


def paint_band(
    painter: QPainter,
    box: QRectF,
    row: AnyRow,
    *,
    selected: bool,
    before: bool = False,
    after: bool = False,
) -> None:
    """A visit or an event of whole days as one line; `before`, `after`: it goes on there."""
    if isinstance(row, BandRow):
        kind, state, conflict = "meet", visit_state(row.visit.status), False
        title, sign = row.visit.title, "airplane-landing"
    else:
        kind, state, conflict = event_kind(row), event_state(row.event), row.clash is not None
        title, sign = row.event.title, "map-pin" if kind in ("in", "travel") else "calendar-blank"
    paint_ground(painter, box, Ground(kind, state, conflict, bar=not before))
    if selected:
        paint_chosen(painter, box)
    _paint_band_words(painter, box, title, _band_sign(state, conflict) or sign, state, after=after)


def _band_sign(state: State, conflict: bool) -> str:
    if conflict:
        return "warning-fill"
    return {"tentative": "hourglass", "cancelled": "x"}.get(state, "")


def _paint_band_words(
    painter: QPainter, box: QRectF, title: str, sign: str, state: State, *, after: bool
) -> None:
    side = 14.0
    left = box.left() + 9
    place = QRectF(left, box.center().y() - side / 2, side, side)
    draw_tinted_icon(painter, place, sign, "bad" if sign == "warning-fill" else "text2")
    left += side + 4
    right = box.right() - (16 if after else 4)
    tone = "text2" if state == "cancelled" else "text"
    words = QRectF(left, box.top(), max(0.0, right - left), box.height())
    draw_words(painter, words, title, "event_title", tone, struck=state == "cancelled")
    if after:
        arrow = QRectF(box.right() - 15, box.center().y() - 6, 12, 12)
        draw_tinted_icon(painter, arrow, "caret-right", "text2")


def paint_ghost(
    painter: QPainter,
    box: QRectF,
    starts: datetime,
    ends: datetime,
    row: CalendarRow | None,
    words: str = "",
) -> None:
    """Where a drag would put something: its times, the title of what is dragged, more words."""
    theme = current_theme()
    fill = theme.colour("lip")
    draw_frame(painter, box, theme.radius.event, fill=fill, edge=theme.colour("accent"), width=1.5)
    line = theme.font_roles["event_title"].line
    inner = box.adjusted(8, 2, -4, -2)
    times = clock_span(starts, ends, current_language()).replace(" – ", "–")
    lines = [times, row.event.title if row is not None else "", words]
    shown = [text for text in lines if text]
    if inner.height() < 2 * line:
        one = " · ".join(shown)
        draw_words(painter, QRectF(inner), one, "event_title", "text")
        return
    top = inner.top() + 1
    for text in shown:
        if top + line > inner.bottom() + 1:
            return
        draw_words(
            painter, QRectF(inner.left(), top, inner.width(), line), text, "event_title", "text"
        )
        top += line
