"""The corner of the week: which clocks stand beside the hours, and the strip folded or open."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from desk.gui.theme.application import current_theme
from desk.gui.widgets.keyboard_focus import KeyboardFocus
from desk.gui.widgets.painting import (
    CENTRE,
    draw_focus_ring,
    draw_frame,
    draw_tinted_icon,
    draw_words,
    painting,
)
from desk.locale import _, ngettext

AUTOMATIC, NONE = "automatic", ""
"""The zone of the guests in view; no second zone."""


class ZoneCorner(KeyboardFocus, QAbstractButton):
    """The names of the zones above their hours; a click offers others for the second.

    `zone_chosen` carries AUTOMATIC, NONE or the name of a zone.
    """

    zone_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._labels: tuple[str, ...] = ()
        self._offered: Sequence[tuple[str, str]] = ()
        self._chosen = AUTOMATIC
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._on_clicked)

    def show_zones(
        self, labels: tuple[str, ...], offered: Sequence[tuple[str, str]], chosen: str
    ) -> None:
        """The labels shown, the zones (name, words) to choose from, and what was chosen."""
        self._labels, self._offered, self._chosen = labels, offered, chosen
        words = _("Second zone beside the hours: {zones}").format(zones=", ".join(labels))
        self.setAccessibleName(words)
        self.setToolTip(_("Choose the second zone"))
        self.update()

    def menu(self) -> QMenu:
        """The zones to choose from."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        choices = [
            (AUTOMATIC, _("The guests' zone")),
            *self._offered,
            (NONE, _("No second zone")),
        ]
        for key, words in choices:
            action = QAction(words, menu)
            action.setCheckable(True)
            action.setChecked(key == self._chosen)
            action.setData(key)
            group.addAction(action)
            menu.addAction(action)
        menu.triggered.connect(self._on_menu_triggered)
        return menu

    def _on_clicked(self) -> None:
        self.menu().popup(self.mapToGlobal(QPoint(0, self.height())))

    def _on_menu_triggered(self, action: QAction) -> None:
        self.zone_chosen.emit(str(action.data()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            box = QRectF(self.rect())
            if self.underMouse():
                draw_frame(
                    painter, box.adjusted(2, 2, -2, -2), theme.radius.chip,
                    fill=theme.colour("hover"),
                )  # fmt: skip
            width = box.width() / max(1, len(self._labels))
            for number, words in enumerate(self._labels):
                place = QRectF(number * width, 0, width - 6, box.height())
                role, tone = ("chip", "text") if number == 0 else ("time", "text2")
                draw_words(painter, place, words, role, tone, CENTRE)
            if self.underMouse() or self.shows_focus:
                arrow = QRectF(box.right() - 13, box.center().y() - 5, 10, 10)
                draw_tinted_icon(painter, arrow, "caret-down", "text2")
            if self.shows_focus:
                draw_focus_ring(painter, box.adjusted(2, 2, -2, -2), theme.radius.chip)


class StripToggle(KeyboardFocus, QAbstractButton):
    """Folds the strip of whole days to two lines, or opens it: "+3"."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hidden = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_hidden(self, hidden: int) -> None:
        """How many rows are folded away; 0 while all are shown."""
        self._hidden = hidden
        words = (
            ngettext("Show {count} more of whole days", "Show {count} more of whole days", hidden)
            if hidden
            else _("Show fewer of whole days")
        )
        words = words.format(count=hidden)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
            fill = theme.colour("hover") if self.underMouse() else None
            draw_frame(painter, box, theme.radius.chip, fill=fill)
            words = f"+{self._hidden}" if self._hidden else ""
            icon = QRectF(box.right() - 20, box.center().y() - 7, 14, 14)
            draw_tinted_icon(painter, icon, "caret-down" if self._hidden else "caret-up", "text2")
            room = QRectF(box.left(), box.top(), box.width() - 24, box.height())
            draw_words(painter, room, words, "chip", "text2", CENTRE)
            if self.shows_focus:
                draw_focus_ring(painter, box, theme.radius.chip)
