"""The events of a reschedule, before and after: struck old, bold new, and what would clash."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desk.gui.models.event_words import hosts_words
from desk.gui.models.rows import CELL_ROLE
from desk.gui.theme.application import current_theme
from desk.gui.widgets.check_box import draw_check
from desk.gui.widgets.chip import ChipLook, chip_width, paint_chip
from desk.gui.widgets.painting import draw_tinted_icon, draw_words
from desk.gui.widgets.row_list import RowDelegate, RowList
from desk.locale import _, current_language
from desk.locale.formats import time_range, weekday_day_month
from desk.model.choices import Severity, Status
from desk.model.rows.events import EventRow
from desk.model.rows.findings import FindingRow
from desk.model.rows.reschedule import RescheduledEvent
from desk.services.choice_words import choice_words

_EITHER = QModelIndex | QPersistentModelIndex
_CHECK = 26
_ARROW = 16


@dataclass(frozen=True, slots=True)
class RescheduleRow:
    """One event of the preview; `checked` is None where every event goes along."""

    event: RescheduledEvent
    checked: bool | None = None

    @property
    def id(self) -> int:
        """The event's."""
        return self.event.before.id


@dataclass(frozen=True, slots=True)
class _Look:
    title: str
    before: str
    after: str
    """Empty where nothing changes."""
    chip: ChipLook | None
    checked: bool | None


def event_when(event: EventRow) -> str:
    """ "Min 6 Des, 09.00–11.30 WITA"."""
    language = current_language()
    day = weekday_day_month(event.starts.date(), language)
    return f"{day}, {time_range(event.starts, event.ends, event.zone, language)}"


def differences(event: RescheduledEvent) -> tuple[str, str]:
    """What is so before and what would be so after; ("when", "") where nothing differs."""
    old, new = event.before, event.after
    pairs = [
        (event_when(old), event_when(new)),
        (old.place or _("No place yet"), new.place or _("No place yet")),
        (_status(old.status), _status(new.status)),
        (hosts_words(old) or _("nobody"), hosts_words(new) or _("nobody")),
    ]
    differing = [pair for pair in pairs if pair[0] != pair[1]]
    if not differing:
        return pairs[0][0], ""
    return " · ".join(pair[0] for pair in differing), " · ".join(pair[1] for pair in differing)


def first_finding(event: RescheduledEvent) -> FindingRow | None:
    """The gravest thing that would be wrong; nothing where nothing changes."""
    return next(iter(event.findings), None) if event.is_changed else None


def _status(status: Status) -> str:
    return choice_words(status)


def look_of(row: RescheduleRow) -> _Look:
    """What the row shows."""
    before, after = differences(row.event)
    chip = None
    finding = first_finding(row.event)
    if finding is not None and finding.severity is Severity.ERROR:
        chip = ChipLook(_("Clash"), "bad", "warning-fill", finding.message)
    elif finding is not None and finding.severity is Severity.WARNING:
        chip = ChipLook(finding.title, "warn", "warning-circle", finding.message)
    return _Look(row.event.before.title, before, after, chip, row.checked)


def sentence_of(row: RescheduleRow) -> str:
    """The row read aloud."""
    before, after = differences(row.event)
    parts = [row.event.before.title, before]
    if after:
        parts.append(_("becomes {after}").format(after=after))
        parts += [finding.message for finding in row.event.findings]
    if row.checked is not None:
        parts.append(_("chosen") if row.checked else _("not chosen"))
    return ", ".join(parts)


class RescheduleDelegate(RowDelegate):
    """52 px: a box to tick, title, old and new in the second line, what clashes at the right."""

    def __init__(self) -> None:
        super().__init__(inset=12)

    def sizeHint(self, option: QStyleOptionViewItem, index: _EITHER) -> QSize:
        return self.group_size(index) or QSize(320, 52)

    def tip_at(self, index: _EITHER, box: QRectF, at: QRectF) -> str:
        look: _Look = index.data(CELL_ROLE)
        return look.chip.tip if look.chip is not None else ""

    def paint_row(
        self, painter: QPainter, box: QRectF, index: _EITHER, state: QStyle.StateFlag
    ) -> None:
        look: _Look = index.data(CELL_ROLE)
        left, right = box.left() + self.inset, box.right() - self.inset
        if look.checked is not None:
            ticked = Qt.CheckState.Checked if look.checked else Qt.CheckState.Unchecked
            draw_check(painter, QRectF(left, box.top(), 18, box.height() - 1), ticked)
            left += _CHECK
        if look.chip is not None:
            height = current_theme().height.chip
            width = min(chip_width(look.chip), (right - left) / 2.5)
            top = box.top() + 7
            paint_chip(painter, QRectF(right - width, top, width, height), look.chip)
            room = right - width - 10 - left
        else:
            room = right - left
        draw_words(painter, QRectF(left, box.top() + 7, room, 18), look.title, "row_title")
        self._paint_difference(painter, QRectF(left, box.top() + 27, right - left, 16), look)

    def _paint_difference(self, painter: QPainter, line: QRectF, look: _Look) -> None:
        if not look.after:
            draw_words(painter, line, look.before, "note", "text2")
            return
        half = (line.width() - _ARROW - 12) / 2
        needed = current_theme().advance("label", look.after)
        # The new words come first where both do not fit.
        width = min(max(half, line.width() - _ARROW - 12 - needed), line.width())
        used = draw_words(
            painter,
            QRectF(line.left(), line.top(), width, line.height()),
            look.before,
            "note",
            "text2",
            struck=True,
        )
        left = line.left() + used + 6
        arrow = QRectF(left, line.top(), _ARROW, line.height())
        draw_tinted_icon(painter, arrow, "arrow-right", "accent")
        left += _ARROW + 6
        room = QRectF(left, line.top(), line.right() - left, line.height())
        draw_words(painter, room, look.after, "label")


class RescheduleList(RowList):
    """The rows; a click or Space on one that has a box says `toggled` with the event's id."""

    toggled = Signal(int)

    def __init__(self) -> None:
        super().__init__(
            look_of, RescheduleDelegate(), words=sentence_of, name=_("Events before and after")
        )
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self._toggle(self.current_row()):
            return
        super().keyPressEvent(event)

    def _toggle(self, row: RescheduleRow | None) -> bool:
        if row is None or row.checked is None:
            return False
        self.toggled.emit(row.id)
        return True

    def _on_clicked(self, index: Any) -> None:
        self._toggle(self.rows.row_at(index.row()))
