"""The status bar: where the data lies, what was saved, what is wrong, what is due, what time it is."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStatusBar, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.button import Button
from desk.gui.widgets.keyboard_focus import KeyboardFocus
from desk.gui.widgets.label import ElidedLabel, Label
from desk.gui.widgets.painting import (
    draw_focus_ring,
    draw_frame,
    draw_tinted_icon,
    draw_words,
    painting,
)
from desk.gui.widgets.readiness_bar import ProgressBar
from desk.locale import _, ngettext

_GAP = 6
_PADDING = 8


class StatusItem(KeyboardFocus, QAbstractButton):
    """A small picture with words; when it leads somewhere it can be pressed."""

    def __init__(self, picture: str, tone: str, *, leads: bool = False) -> None:
        super().__init__()
        self._picture = picture
        self._tone = tone
        self._leads = leads
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(current_theme().height.status - 2)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, leads)
        policy = Qt.FocusPolicy.TabFocus if leads else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)

    def say(self, words: str, *, tip: str = "", picture: str = "", tone: str = "") -> None:
        """Other words; without any it hides."""
        self._picture = picture or self._picture
        self._tone = tone or self._tone
        self.setText(words)
        self.setToolTip(tip)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = current_theme()
        width = theme.metrics("note").horizontalAdvance(self.text()) + theme.icon.chip + _GAP
        return QSize(int(width + 0.99) + 2 * _PADDING, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(current_theme().icon.chip + 2 * _PADDING, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            box = QRectF(self.rect())
            if self._leads and self.underMouse():
                draw_frame(painter, box, theme.radius.chip, fill=theme.colour("hover"))
            side = theme.icon.chip
            place = QRectF(_PADDING, (box.height() - side) / 2, side, side)
            draw_tinted_icon(painter, place, self._picture, self._tone)
            room = box.adjusted(_PADDING + side + _GAP, 0, -_PADDING + 1, 0)
            draw_words(painter, room, self.text(), "note", "text2")
            if self.shows_focus:
                draw_focus_ring(painter, box, theme.radius.chip)


class StatusBar(QStatusBar):
    """28 px at the foot of the window.

    `clashes_asked` and `due_asked` when these are pressed, `cancelled` when long work shall stop.
    """

    clashes_asked = Signal()
    due_asked = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setFixedHeight(current_theme().height.status)
        self.setAccessibleName(_("Status"))
        self.setContentsMargins(8, 0, 8, 0)
        self._store = StatusItem("database", "text2")
        self._saved = StatusItem("check-circle", "ok")
        self._clashes = StatusItem("warning", "bad", leads=True)
        self._due = StatusItem("clock", "warn", leads=True)
        self._work = ElidedLabel("", "note", "text2")
        self._bar = ProgressBar(name=_("Progress"))
        self._bar.setMaximumWidth(160)
        self._cancel = Button(_("Cancel"), variant="quiet", dense=True)
        self._cancel.setFixedHeight(current_theme().height.status - 4)
        self._time = Label("", "note", "text2")
        for item in (self._store, self._saved, self._clashes, self._due):
            item.hide()
            self.addWidget(item)
        for widget in (self._work, self._bar, self._cancel):
            widget.hide()
            self.addWidget(widget)
        self.addPermanentWidget(self._time)
        self._clashes.clicked.connect(self.clashes_asked)
        self._due.clicked.connect(self.due_asked)
        self._cancel.clicked.connect(self.cancelled)

    def show_store(self, unit: str, place: str, *, shared: bool) -> None:
        """Whose desk it is and where its data lies; the full place is the tool tip."""
        kind = _("server") if shared else _("local storage")
        self._store.say(
            f"{unit} · {kind}" if unit else kind,
            tip=place,
            picture="hard-drives" if shared else "database",
        )

    def show_saved(self, words: str) -> None:
        """When something was written last."""
        self._saved.say(words)

    def show_counts(self, clashes: int, due: int) -> None:
        """How many clashes there are and how many follow-ups are due; none is not shown."""
        self._clashes.say(
            ngettext("{count} clash", "{count} clashes", clashes).format(count=clashes)
            if clashes
            else "",
            tip=_("Show all findings"),
        )
        self._due.say(
            ngettext("{count} due", "{count} due", due).format(count=due) if due else "",
            tip=_("Show the follow-ups"),
        )

    def show_time(self, words: str) -> None:
        """The date and time with its zone."""
        self._time.setText(words)

    def show_progress(self, done: int, total: int, words: str) -> None:
        """How far long work has come; a total of 0 when nobody knows."""
        for item in (self._work, self._bar, self._cancel):
            item.show()
        self._work.setText(words)
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def hide_progress(self) -> None:
        """The work is over."""
        for item in (self._work, self._bar, self._cancel):
            item.hide()
