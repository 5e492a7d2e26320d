"""A field that finds as one types: people, venues, organisations."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)

from desk.gui.theme.application import current_theme
from desk.gui.theme.icons import icon as themed_icon
from desk.gui.widgets.painting import draw_words, painting
from desk.gui.widgets.popup_row import DETAIL_ROLE, ICON_ROLE, PopupRowDelegate
from desk.locale import _

_PADDING = 12
_CARET_ROOM = 30
_CHOICE_ROLE = Qt.ItemDataRole.UserRole + 13


@dataclass(frozen=True)
class Choice:
    """One thing to choose; `detail` (an office, a capacity) tells namesakes apart."""

    key: Hashable
    text: str
    detail: str = ""
    icon: str = ""


class _ChoiceModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.choices: Sequence[Choice] = ()

    def show(self, choices: Sequence[Choice]) -> None:
        self.beginResetModel()
        self.choices = tuple(choices)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.choices)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if not index.isValid():
            return None
        choice = self.choices[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return choice.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{choice.text}, {choice.detail}" if choice.detail else choice.text
        if role == DETAIL_ROLE:
            return choice.detail
        if role == ICON_ROLE:
            return choice.icon
        return choice if role == _CHOICE_ROLE else None


class SearchableCombo(QLineEdit):
    """Type to find, arrows and Enter to choose, Tab takes the first; empty means none.

    `find(text)` gives the choices for what was typed, best first, and for "" the usual ones.
    `value_changed` carries the chosen `Choice` or None. With `allows_new`, a text that was not
    found is offered as a new thing and `new_requested` carries it; otherwise leaving the field
    puts the last choice back.
    """

    value_changed = Signal(object)
    new_requested = Signal(str)

    def __init__(
        self,
        find: Callable[[str], Sequence[Choice]],
        *,
        placeholder: str = "",
        allows_new: bool = False,
        limit: int = 50,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._allows_new = allows_new
        self._limit = limit
        self._choice: Choice | None = None
        self.setPlaceholderText(placeholder)
        self.setFixedHeight(current_theme().height.input)
        self.setMinimumWidth(96)
        caret = QAction(self)
        caret.setIcon(themed_icon("caret-down"))
        caret.setText(_("Show choices"))
        self.addAction(caret, QLineEdit.ActionPosition.TrailingPosition)
        self._model = _ChoiceModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(8)
        self._completer.setWidget(self)
        self._popup = QListView()
        self._popup.setObjectName("popupList")
        self._popup.setMouseTracking(True)
        self._completer.setPopup(self._popup)
        self._popup.setItemDelegate(PopupRowDelegate(self._popup))
        caret.triggered.connect(self._on_caret_triggered)
        self.textEdited.connect(self._on_text_edited)
        self._completer.activated[QModelIndex].connect(  # pyright: ignore[reportIndexIssue]
            self._on_completer_activated
        )

    @property
    def choice(self) -> Choice | None:
        """What is chosen."""
        return self._choice

    @property
    def value(self) -> Any:
        """The key of what is chosen, None when nothing is."""
        return None if self._choice is None else self._choice.key

    def set_choice(self, choice: Choice | None) -> None:
        """Show a choice without a signal."""
        self._choice = choice
        self.setText("" if choice is None else choice.text)
        self.setCursorPosition(0)
        parts = () if choice is None else (choice.text, choice.detail)
        self.setToolTip(" · ".join(part for part in parts if part))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4) and not self._popup.isVisible():
            self._offer("")
            return
        if event.key() == Qt.Key.Key_Escape and self._differs():
            self.set_choice(self._choice)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._differs():
            self._settle(takes_first=True)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.text():
            self._offer("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and self._differs():
            # Going on with Tab takes what stood first in the list; a click elsewhere does not.
            self._settle(takes_first=event.reason() == Qt.FocusReason.TabFocusReason, left=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Without the focus, words that are too long are elided instead of cut."""
        room = QRectF(self.rect()).adjusted(_PADDING, 0, -_CARET_ROOM, 0)
        if self.hasFocus() or current_theme().advance("body", self.text()) <= room.width():
            super().paintEvent(event)
            return
        with painting(self) as painter:
            option = QStyleOptionFrame()
            self.initStyleOption(option)
            panel = QStyle.PrimitiveElement.PE_PanelLineEdit
            self.style().drawPrimitive(panel, option, painter, self)
            tone = "text" if self.isEnabled() else "text3"
            draw_words(painter, room, self.text(), "body", tone)

    def _differs(self) -> bool:
        return self.text() != ("" if self._choice is None else self._choice.text)

    def _offer(self, text: str) -> None:
        choices = list(self._find(text.strip()))[: self._limit]
        typed = text.strip()
        known = any(choice.text.casefold() == typed.casefold() for choice in choices)
        if self._allows_new and typed and not known:
            words = _("Add “{text}”").format(text=typed)
            choices.append(Choice(("new", typed), words, icon="plus"))
        self._model.show(choices)
        if not choices:
            self._popup.hide()
            return
        self._completer.complete(QRect(0, 0, max(self.width(), 240), self.height() + 2))
        self._popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _settle(self, *, takes_first: bool, left: bool = False) -> None:
        """What was typed becomes the choice: none, the only fitting one, the first, or the old."""
        typed = self.text().strip()
        if not typed:
            self._choose(None)
            return
        found = list(self._find(typed))[: self._limit]
        same = [choice for choice in found if choice.text.casefold() == typed.casefold()]
        if len(same) == 1 or (takes_first and same):
            self._choose(same[0])
        elif takes_first and found:
            self._choose(found[0])
        elif takes_first and self._allows_new:
            # A dialog must not open while the focus is on its way to the next field.
            if left:
                QTimer.singleShot(0, self, self._ask_after_leaving)
            else:
                self.new_requested.emit(typed)
        else:
            self.set_choice(self._choice)

    def _ask_after_leaving(self) -> None:
        """Ask for what was typed as a new thing; when none was made the old choice stands."""
        self.new_requested.emit(self.text().strip())
        if self._differs():
            self.set_choice(self._choice)

    def _choose(self, choice: Choice | None) -> None:
        changed = choice != self._choice
        self.set_choice(choice)
        if changed:
            self.value_changed.emit(choice)

    def _on_text_edited(self, text: str) -> None:
        self._offer(text)

    def _on_caret_triggered(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._offer("")

    def _on_completer_activated(self, index: QModelIndex) -> None:
        choice = index.data(_CHOICE_ROLE)
        if choice is None:
            return
        if isinstance(choice.key, tuple) and choice.key[:1] == ("new",):
            self.new_requested.emit(choice.key[1])
            self.set_choice(self._choice)
            return
        self._choose(choice)
