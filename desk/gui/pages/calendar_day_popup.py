"""All events of one day, in a list that opens over the month."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.models.calendar_rows import AnyRow, BandRow
from desk.gui.models.choice_words import status_mark
from desk.gui.models.event_words import event_state
from desk.gui.theme.application import current_theme
from desk.gui.widgets.button import Button
from desk.gui.widgets.calendar_looks import event_kind, visit_state
from desk.gui.widgets.chip import ChipKind, ChipLook
from desk.gui.widgets.event_rows import EventRowDelegate, EventRowLook
from desk.gui.widgets.label import Label
from desk.gui.widgets.painting import draw_frame, painting
from desk.gui.widgets.row_list import RowList
from desk.locale import _, current_language
from desk.locale.formats import clock_span, long_date, short_date_range
from desk.model.choices import Severity

_WIDTH = 440
_MOST_ROWS = 7
_EDGE = 1


class DayPopup(QFrame):
    """A list over the month: arrows and Enter, a click opens; Esc or a click beside it closes.

    `row_activated` carries the chosen `AnyRow`, `day_asked` the day when all of it is wanted.
    """

    row_activated = Signal(object)
    day_asked = Signal(object)

    def __init__(self, day: date, rows: Sequence[AnyRow], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.day = day
        title = long_date(day, current_language())
        self.setAccessibleName(title)
        self.list = RowList(_look, EventRowDelegate(), words=_sentence, name=title)
        self.list.show_rows(rows)
        self.open_button = Button(_("Show the whole day"), "calendar-blank", "quiet", dense=True)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 8)
        head.addWidget(Label(title, "row_title"), 1)
        head.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list)
        height = self.list.contents_height()
        most = _MOST_ROWS * current_theme().height.two_line_event_row
        self.list.setFixedHeight(min(height, most))
        self.setFixedWidth(_WIDTH)
        self.list.row_activated.connect(self._on_list_row_activated)
        self.list.clicked.connect(self._on_list_clicked)
        self.open_button.clicked.connect(self._on_open_button_clicked)

    def open_at(self, cell: QRect, within: QRect) -> None:
        """Open over a day; all three are places of the screen. It stays within the window."""
        self.adjustSize()
        size: QSize = self.size()
        left = min(cell.left(), within.right() - size.width() - 8)
        top = min(cell.top(), within.bottom() - size.height() - 8)
        self.move(QPoint(max(left, within.left() + 8), max(top, within.top() + 8)))
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)
        self.list.select_key(self.list.rows.key_at(0) or 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme, box = current_theme(), QRectF(self.rect())
            painter.fillRect(box, theme.colour("surface"))
            draw_frame(painter, box, 0, edge=theme.colour("edge"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _choose(self, row: AnyRow) -> None:
        self.close()
        self.row_activated.emit(row)

    def _on_list_row_activated(self, row: AnyRow) -> None:
        self._choose(row)

    def _on_list_clicked(self) -> None:
        row = self.list.current_row()
        if row is not None:
            self._choose(row)

    def _on_open_button_clicked(self) -> None:
        self.close()
        self.day_asked.emit(self.day)


def _sentence(row: AnyRow) -> str:
    return row.sentence


def _look(row: AnyRow) -> EventRowLook:
    language = current_language()
    if isinstance(row, BandRow):
        visit = row.visit
        return EventRowLook(
            time=short_date_range(visit.first_day, visit.last_day, language),
            title=visit.title,
            place=f"{_('Visit')} {visit.reference}",
            kind="meet",
            state=visit_state(visit.status),
        )
    event = row.event
    chips: list[ChipLook] = []
    if row.clash is not None:
        kind: ChipKind = "bad" if row.clash.severity is Severity.ERROR else "warn"
        chips.append(ChipLook(_("Clash"), kind, "warning-fill"))
    elif event_state(event) != "firm":
        mark = status_mark(event.status)
        of_status: ChipKind = mark.kind  # type: ignore[assignment]
        chips.append(ChipLook(mark.words, of_status, mark.icon))
    return EventRowLook(
        time=clock_span(row.starts, row.ends, language).replace(" – ", "–"),
        title=event.title,
        place=event.venue or event.place or _("no place yet"),
        kind=event_kind(row),
        state=event_state(event),
        chips=tuple(chips),
    )
