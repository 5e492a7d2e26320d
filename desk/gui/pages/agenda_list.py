"""The list of the agenda: rows of events below their days, with the keys of a calendar."""

from datetime import timedelta

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from desk.gui.models.calendar_rows import CalendarRow
from desk.gui.models.choice_words import event_colour, status_mark
from desk.gui.models.event_words import event_guest_time, event_state, event_time, hosts_words
from desk.gui.models.rows import ROW_ROLE
from desk.gui.widgets.calendar_hands import letter_command
from desk.gui.widgets.chip import ChipKind, ChipLook
from desk.gui.widgets.event_rows import EventKind, EventRowDelegate, EventRowLook
from desk.gui.widgets.row_list import RowList
from desk.locale import _
from desk.model.choices import Severity

_EITHER = QModelIndex | QPersistentModelIndex
_QUARTER = timedelta(minutes=15)
_DAY = timedelta(days=1)


class AgendaDelegate(EventRowDelegate):
    """Says the whole event in its tool tip: rows are narrow."""

    def tip_at(self, index: _EITHER, box: QRectF, at: QRectF) -> str:
        trailing = super().tip_at(index, box, at)
        row = index.data(ROW_ROLE)
        if trailing or not isinstance(row, CalendarRow):
            return trailing
        return row.sentence.replace("; ", "\n").removesuffix(".")


class AgendaList(RowList):
    """`move_asked` carries how far the event stood on is to go, `length_asked` how much longer.

    Alt+Up and Alt+Down move by 15 minutes, Alt+Shift+Left and Right by a day, Alt+Shift+Up and
    Down change the length; the letters of the calendar work as in its other views.
    """

    move_asked = Signal(object)
    length_asked = Signal(object)
    command_asked = Signal(str)
    """A command of the window that a letter stands for."""
    menu_asked = Signal(QPoint)
    """The menu of the row stood on, at a place of the screen."""
    copy_asked = Signal(object)
    """The `CalendarRow` whose sign for the chat was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        delegate = AgendaDelegate(inset=20, group_height=36)
        super().__init__(
            agenda_look,
            delegate,
            words=lambda row: row.sentence,
            name=_("Agenda"),
            parent=parent,
        )
        delegate.trailing_chosen.connect(self._on_delegate_trailing_chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
        quarters = {Qt.Key.Key_Up: -_QUARTER, Qt.Key.Key_Down: _QUARTER}
        days = {Qt.Key.Key_Left: -_DAY, Qt.Key.Key_Right: _DAY}
        if held == alt and key in quarters:
            self.move_asked.emit(quarters[key])
        elif held == alt | shift and key in days:
            self.move_asked.emit(days[key])
        elif held == alt | shift and key in quarters:
            self.length_asked.emit(quarters[key])
        elif letter_command(event):
            self.command_asked.emit(letter_command(event))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_asked.emit(event.globalPos())
        else:
            box = self.visualRect(self.currentIndex())
            self.menu_asked.emit(self.viewport().mapToGlobal(box.center()))

    def _on_delegate_trailing_chosen(self, place: int) -> None:
        row = self.rows.row_at(place)
        if row is not None:
            self.copy_asked.emit(row)


def agenda_look(row: CalendarRow) -> EventRowLook:
    """How one event is drawn: time in both zones, bar, title, place and hosts, chips."""
    event = row.event
    colour: EventKind = event_colour(event.kind)  # type: ignore[assignment]
    place = event.place or _("no place yet")
    return EventRowLook(
        time=event_time(event),
        second_time=event_guest_time(event),
        title=event.title,
        place=" · ".join(part for part in (place, hosts_words(event)) if part),
        kind=colour,
        state=event_state(event),
        chips=_chips(row),
        trailing_icon="whatsapp-logo",
        trailing_tip=_("Copy for WhatsApp"),
        now=row.now,
    )


def _chips(row: CalendarRow) -> tuple[ChipLook, ...]:
    chips: list[ChipLook] = []
    if row.clash is not None:
        kind: ChipKind = "bad" if row.clash.severity is Severity.ERROR else "warn"
        chips.append(ChipLook(_("Clash"), kind, "warning-fill"))
    if row.now:
        chips.append(ChipLook(_("On now"), "ok", "record"))
    else:
        mark = status_mark(row.event.status)
        of_status: ChipKind = mark.kind  # type: ignore[assignment]
        chips.append(ChipLook(mark.words, of_status, mark.icon))
    if row.event.visit_reference:
        chips.append(ChipLook(row.event.visit_reference, "mute", "airplane-landing"))
    return tuple(chips)
