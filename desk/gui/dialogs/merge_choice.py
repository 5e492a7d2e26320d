"""One field in which two entries differ: whose value stays."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from desk.gui.widgets.label import ElidedLabel
from desk.gui.widgets.radio_button import WORDS_AT, RadioButton
from desk.locale import _
from desk.model.rows.same_person import FieldChoice, Which


class MergeChoice(QWidget):
    """Radio buttons side by side: the kept one's, the other's, both where both may stay.

    Left and Right choose, at the ends they stay; Up and Down go to the field above and below.
    """

    def __init__(self, field: FieldChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(field.name)
        self.buttons: dict[Which, RadioButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        words = {Which.KEPT: field.kept_value, Which.GONE: field.gone_value}
        sides = {Which.KEPT: _("of who stays"), Which.GONE: _("of the other")}
        for which in field.choices:
            text = words.get(which, _("Both"))
            if field.restricted and which in sides:
                # Dots alone would not tell the two apart.
                text = f"{text} ({sides[which]})"
            button = RadioButton(" ".join(text.split()), checked=which is field.proposed)
            button.setAccessibleName(f"{field.name}: {text}")
            button.installEventFilter(self)
            self._group.addButton(button)
            self.buttons[which] = button
            if which is not Which.BOTH:
                # Both sides equally wide, however long their words are.
                button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            row.addWidget(button, 1 if which is not Which.BOTH else 0)
        self.first = next(iter(self.buttons.values()))
        self.last = list(self.buttons.values())[-1]

    @property
    def value(self) -> Which:
        """Whose value stays."""
        return next(which for which, button in self.buttons.items() if button.isChecked())

    def focus_chosen(self) -> None:
        """Put the keyboard on what is chosen."""
        self.buttons[self.value].setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        sideways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if sideways is not None:
            names = list(self.buttons)
            place = min(max(names.index(self.value) + sideways, 0), len(names) - 1)
            self.buttons[names[place]].setChecked(True)
            self.focus_chosen()
            return True
        down = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if down is not None:
            self._walk(down)
            return True
        return super().eventFilter(watched, event)

    def _walk(self, by: int) -> None:
        parent = self.parentWidget()
        choices = parent.findChildren(MergeChoice) if parent is not None else [self]
        shown = sorted((c for c in choices if not c.isHidden()), key=lambda c: c.y())
        place = min(max(shown.index(self) + by, 0), len(shown) - 1)
        shown[place].focus_chosen()


class MergeSides(QWidget):
    """One field in which nothing is in question: what the two say, the one that stays stronger."""

    def __init__(self, field: FieldChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(WORDS_AT, 0, 0, 0)
        row.setSpacing(12 + WORDS_AT)
        for which, value in ((Which.KEPT, field.kept_value), (Which.GONE, field.gone_value)):
            stays = value and field.proposed in (which, Which.BOTH)
            label = ElidedLabel(
                " ".join(value.split()) or "–", "body", "text" if stays else "text2"
            )
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            row.addWidget(label, 1)
