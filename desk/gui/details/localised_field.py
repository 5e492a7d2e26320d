"""An editor for text in several languages, with a small switch between them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desk.gui.models.person_words import language_words
from desk.gui.theme.application import current_theme
from desk.gui.widgets.keyboard_focus import KeyboardFocus
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.painting import CENTRE, draw_focus_ring, draw_frame, draw_words, painting
from desk.gui.widgets.text_field import TextArea, TextField, show_invalid
from desk.locale import _, current_language
from desk.locale.words import DOCUMENT_LANGUAGES
from desk.model.localised import LocalisedText, text_in, with_text

_KEY_WIDTH = 30


class _LanguageKey(KeyboardFocus, QAbstractButton):
    """One language of the switch: dark letters when there is text in it, pale when not."""

    def __init__(self, code: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.code = code
        self._filled = False
        self.setCheckable(True)
        self.setFixedSize(QSize(_KEY_WIDTH, current_theme().height.least_hit))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_filled(False)

    def show_filled(self, filled: bool) -> None:
        """Whether there is text in this language."""
        self._filled = filled
        title = language_words(self.code)
        words = title if filled else _("{language}: no text yet").format(language=title)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            theme = current_theme()
            box = QRectF(self.rect())
            chip = box.adjusted(1, 4, -1, -4)
            if self.isChecked():
                edge = theme.colour("lip_line")
                draw_frame(painter, chip, theme.radius.chip, fill=theme.colour("lip"), edge=edge)
            elif self.underMouse():
                draw_frame(painter, chip, theme.radius.chip, fill=theme.colour("hover"))
            colour = "text" if self._filled or self.isChecked() else "text3"
            draw_words(painter, chip, self.code.upper(), "chip", colour, CENTRE)
            if self.shows_focus:
                draw_focus_ring(painter, chip, theme.radius.chip)


class LanguageSwitch(QWidget):
    """ID EN RU KK: one tab stop, arrows change; `chosen` carries the language code."""

    chosen = Signal(str)

    def __init__(self, languages: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Language of the text"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._keys: dict[str, _LanguageKey] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, code in enumerate(languages):
            key = _LanguageKey(code, self)
            self._keys[code] = key
            self._group.addButton(key, place)
            row.addWidget(key)
        self._group.idClicked.connect(self._on_group_clicked)

    def set_current(self, code: str) -> None:
        """Choose a language without the signal."""
        self._keys[code].setChecked(True)

    def show_filled(self, text: Mapping[str, str]) -> None:
        """Mark the languages that have text."""
        for code, key in self._keys.items():
            key.show_filled(bool(text.get(code)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(self._keys.values())
        place = max(0, min(len(keys) - 1, self._group.checkedId() + step))
        keys[place].setFocus(Qt.FocusReason.TabFocusReason)
        keys[place].click()

    def _on_group_clicked(self, place: int) -> None:
        self.chosen.emit(list(self._keys)[place])


class LocalisedField(QWidget):
    """One text per language; the language of the screen is shown first.

    `value` is language code to text without the empty ones; `edited` comes with each key,
    `value_changed` when the person has finished and it differs. Ctrl+Up and Ctrl+Down change the
    language. `lines` above 1 gives a field of several lines. The switch stands on the label's
    line when the field is shown through `LocalisedLabeledField` (the form does that).
    """

    edited = Signal()
    value_changed = Signal(object)

    def __init__(
        self,
        value: Mapping[str, str] | None = None,
        *,
        lines: int = 1,
        languages: Sequence[str] = DOCUMENT_LANGUAGES,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text: LocalisedText = dict(value or {})
        self._told: LocalisedText = dict(self._text)
        self._placeholder = placeholder
        self._languages = tuple(languages)
        self._language = current_language() if current_language() in languages else languages[0]
        self._showing = False
        self.line: TextField | TextArea = TextArea(lines=lines) if lines > 1 else TextField()
        self.switch = LanguageSwitch(self._languages)
        self.switch.set_current(self._language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._on_line_text_changed)
        self.line.value_changed.connect(self._on_line_value_changed)
        self.switch.chosen.connect(self.set_language)
        self._show()

    @property
    def value(self) -> LocalisedText:
        """The texts that were given."""
        return dict(self._text)

    @property
    def language(self) -> str:
        """The language that is shown."""
        return self._language

    def set_value(self, value: Mapping[str, str]) -> None:
        """Show other texts without a signal; the language stays."""
        self._text = {code: words for code, words in value.items() if words}
        self._told = dict(self._text)
        self._show()

    def set_language(self, code: str) -> None:
        """Show the text of another language."""
        self._finish()
        self._language = code
        self.switch.set_current(code)
        self._show()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._name_line()

    def event(self, event: QEvent) -> bool:
        # The label marks this editor as wrong; the line inside shows it.
        if event.type() == QEvent.Type.DynamicPropertyChange:
            show_invalid(self.line, bool(self.property("invalid")))
        return super().event(event)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                place = self._languages.index(self._language) + step
                self.set_language(self._languages[place % len(self._languages)])
                return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        self._showing = True
        self.line.set_value(self._text.get(self._language, ""))
        self._showing = False
        fallback = text_in(self._text, self._language) or self._placeholder
        self.line.setPlaceholderText(fallback)
        self.switch.show_filled(self._text)
        self._name_line()

    def _name_line(self) -> None:
        title = language_words(self._language)
        self.line.setAccessibleName(f"{self.accessibleName()} ({title})")

    def _finish(self) -> None:
        if self._text != self._told:
            self._told = dict(self._text)
            self.value_changed.emit(self.value)

    def _on_line_text_changed(self) -> None:
        if not self._showing:
            self._text = with_text(self._text, self._language, self.line.value)
            self.switch.show_filled(self._text)
            self.edited.emit()

    def _on_line_value_changed(self, _text: str) -> None:
        self._finish()


class LocalisedLabeledField(LabeledField):
    """Label and language switch on one line, the text below."""

    def __init__(
        self, label: str, editor: LocalisedField, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(label, editor, hint=hint, parent=parent)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.removeWidget(self._label)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._label, 1)
        head.addWidget(editor.switch)
        column.insertLayout(0, head)
        column.setSpacing(0)
        self._label.setBuddy(editor.line)
        QWidget.setTabOrder(editor.line, editor.switch)
