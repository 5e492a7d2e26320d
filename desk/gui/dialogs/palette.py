"""Ctrl+K: finds people, visits, events and venues in any script, books events, runs commands."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desk.gui.context import Context
from desk.gui.dialogs.palette_items import PaletteCommand, PaletteItem, items_for
from desk.gui.dialogs.palette_quick_add import (
    BOOK_ALONE,
    BOOK_AND_OPEN,
    CHOOSE,
    QuickAdd,
    UnderstoodBar,
    underline,
)
from desk.gui.dialogs.palette_rows import PaletteDelegate
from desk.gui.models.rows import Group
from desk.gui.theme.application import current_theme
from desk.gui.widgets.card import Separator
from desk.gui.widgets.key_cap import KeyCap
from desk.gui.widgets.label import Label
from desk.gui.widgets.labeled_field import Sign
from desk.gui.widgets.painting import (
    draw_frame,
    painting,
)
from desk.gui.widgets.row_list import RowList
from desk.locale import _

__all__ = ["Palette", "PaletteCommand", "PaletteItem"]

WAIT = 30
"""Milliseconds after a keystroke before searching, so that fast typing searches once."""

_TOP = 104
_MOST_ROWS_HEIGHT = 420
_HEAD = 58


class _Field(QLineEdit):
    """Takes every key for itself: no command of the window runs below the palette."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


class Palette(QWidget):
    """Lies over the whole window with a scrim; one thing is chosen, a command or a line booked.

    Up and Down move, Enter opens or books, Ctrl+Enter books and opens; Escape, Ctrl+K or a click
    outside close it.
    """

    thing_chosen = Signal(object)
    """A `SearchHit`."""
    command_chosen = Signal(str)
    booked = Signal(int)
    """An event that was booked and shall be opened."""

    def __init__(
        self,
        context: Context,
        commands: Sequence[PaletteCommand],
        parent: QWidget,
        *,
        typed: str = "",
        visit_id: int | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self._context = context
        self._commands = commands
        self._over = parent
        self._before = parent.focusWidget()
        self._panel = _Panel(self)
        self._quick = QuickAdd(context, visit_id)
        self.bar = UnderstoodBar()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self.field = _Field()
        self.field.setObjectName("paletteField")
        self.field.setFrame(False)
        self.field.setPlaceholderText(_("Find, or type an event…"))
        self.field.setAccessibleName(_("Find, book an event or run a command"))
        self.field.setFont(current_theme().font("figure"))
        self.list: RowList = RowList(
            _itself,
            PaletteDelegate(),
            words=_sentence,
            name=_("Found"),
            fits=True,
        )
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = Label("", "body", "text2")
        self._nothing.setContentsMargins(19, 12, 19, 12)
        self._nothing.hide()
        self._fill_panel()
        self._connect()
        self.field.setText(typed)
        parent.installEventFilter(self)
        self.setGeometry(parent.rect())
        self.search()

    def _fill_panel(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(19, 0, 19, 0)
        head.setSpacing(10)
        head.addWidget(Sign("magnifying-glass", "accent", 20))
        head.addWidget(self.field, 1)
        head.addWidget(Label(_("Esc"), "second_line", "text2"))
        top = QWidget()
        top.setFixedHeight(_HEAD)
        top.setLayout(head)
        foot = QHBoxLayout()
        foot.setContentsMargins(19, 0, 19, 0)
        foot.setSpacing(6)
        for keys, words in (
            ("↑↓", _("choose")),
            ("Tab", _("other meaning")),
            (_("Enter"), _("open")),
            ("@", _("venues")),
            ("#", _("visits")),
            (">", _("commands only")),
        ):
            foot.addWidget(KeyCap(keys))
            foot.addWidget(Label(words, "second_line", "text2"))
            foot.addSpacing(10)
        foot.addStretch(1)
        below = QWidget()
        below.setFixedHeight(34)
        below.setLayout(foot)
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(Separator())
        column.addWidget(self.bar)
        column.addSpacing(2)
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        column.addSpacing(6)
        column.addWidget(Separator())
        column.addWidget(below)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._on_field_text_changed)
        self.field.installEventFilter(self)
        self._timer.timeout.connect(self.search)
        self.list.clicked.connect(self._on_list_clicked)
        self.bar.part_chosen.connect(self._on_bar_part_chosen)

    def open(self) -> None:
        """Show it and give it the keyboard."""
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.end(False)

    def close_palette(self) -> None:
        """Give the keyboard back to who had it and go."""
        self._over.removeEventFilter(self)
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def search(self) -> None:
        """Show what fits the words now, the first one chosen."""
        self._timer.stop()
        typed = self.field.text()
        line = self._quick.read(typed) if typed[:1] != ">" else None
        wanted = typed if line is None else line.title
        found: list[PaletteItem | Group] = self._quick.rows() if line is not None else []
        if line is None or wanted:
            found += self._context.attempt(self._things(wanted)) or []
        if typed.strip():
            self.bar.show_line(line, self._panel_width() - 2)
        else:
            self.bar.show_hint(_example(), self._panel_width() - 2)
        underline(self.field, line.parts if line is not None else ())
        self.field.setAccessibleDescription(self.bar.sentence)
        self.list.show_rows(found or [])
        self._nothing.setText(_("Nothing is called “{text}”.").format(text=typed.strip()))
        self._nothing.setVisible(not found and line is None)
        self._choose(0)
        self._place()

    def choose(self) -> None:
        """Open what is chosen."""
        if self._timer.isActive():
            self.search()
        item: PaletteItem | None = self.list.current_row()
        if item is None:
            return
        if item.action == CHOOSE:
            self._quick.choose(item)
            self.search()
            return
        if item.action:
            self._book(open_it=item.action == BOOK_AND_OPEN, alone=item.action == BOOK_ALONE)
            return
        self.close_palette()
        if item.hit is not None:
            self.thing_chosen.emit(item.hit)
        else:
            self.command_chosen.emit(item.command)

    def _things(self, wanted: str) -> Callable[[], list[PaletteItem | Group]]:
        return lambda: items_for(self._context.desk, wanted, self._commands)

    def _book(self, *, open_it: bool = False, alone: bool = False) -> None:
        event_id = self._quick.book(alone=alone)
        if event_id is None:
            return
        self.close_palette()
        if open_it:
            self.booked.emit(event_id)

    def _book_and_open(self) -> None:
        """Ctrl+Enter: as the row of that name; a choice comes first."""
        if self._timer.isActive():
            self.search()
        line = self._quick.line
        if line is not None and line.complete:
            self._book(open_it=True)
        else:
            self.choose()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
            self._place()
        if watched is self.field and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._take_key(event)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            scrim = QColor(theme.colour("scrim"))
            scrim.setAlphaF(theme.opacity.scrim)
            painter.fillRect(self.rect(), scrim)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }
        if key == Qt.Key.Key_Escape or (control and key == Qt.Key.Key_K):
            self.close_palette()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if control:
                self._book_and_open()
            else:
                self.choose()
        elif key in steps:
            self._step(steps[key])
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            # Tab would lead out from under the scrim: it leads to the next thing to choose.
            if self._quick.ask_next():
                self.search()
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        """Move over the headings; one step goes round, a page stops at the ends."""
        items = [
            at for at in range(self.list.rows.rowCount()) if self.list.rows.row_at(at) is not None
        ]
        if not items:
            return
        current = self.list.currentIndex().row()
        at = items.index(current) if current in items else 0
        wanted = at + by
        if abs(by) == 1:
            wanted %= len(items)
        self._choose(max(0, min(len(items) - 1, wanted)))

    def _choose(self, number: int) -> None:
        """Choose the row of that number, headings not counted."""
        rows = self.list.rows.rows()
        if rows:
            self.list.select_key(rows[min(number, len(rows) - 1)].id)
            self.list.scrollTo(self.list.currentIndex())
            if number == 0:
                self.list.scrollToTop()

    def _panel_width(self) -> int:
        return min(current_theme().width.palette, self._over.width() - 32)

    def _place(self) -> None:
        width = self._panel_width()
        top = min(_TOP, max(16, (self.height() - 480) // 2))
        bar = 0 if self.bar.isHidden() else self.bar.minimumHeight()
        room = max(120, self.height() - top - 16 - _HEAD - 34 - 12 - bar)
        height = min(self.list.contents_height(), _MOST_ROWS_HEIGHT, room)
        self.list.setFixedHeight(max(0, height))
        nothing = 0 if self._nothing.isHidden() else self._nothing.sizeHint().height()
        full = _HEAD + 34 + 12 + bar + (height or nothing)
        self._panel.setGeometry(QRect((self.width() - width) // 2, top, width, full))

    def _on_field_text_changed(self) -> None:
        self._timer.start()

    def _on_list_clicked(self) -> None:
        self.choose()

    def _on_bar_part_chosen(self, key: str) -> None:
        if self._quick.ask_again(key):
            self.search()
        self.field.setFocus()


class _Panel(QFrame):
    """The box in the middle."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Find or run a command"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            draw_frame(
                painter,
                QRectF(self.rect()),
                theme.radius.palette,
                fill=theme.colour("surface"),
                edge=theme.colour("line"),
            )


def _example() -> str:
    return _("An event in one line: “{example}”.").format(
        example=_("Courtesy call tomorrow 9-10.30 @pandurata #meeting +faisal !confirmed")
    )


def _itself(item: PaletteItem) -> PaletteItem:
    return item


def _sentence(item: PaletteItem) -> str:
    return ", ".join(part for part in (item.title, item.detail, item.keys) if part)
