"""The form that saves by itself: what every detail and the overview of a visit are made of.

A field saves 600 ms after the last keystroke, when the focus leaves it, and before the form goes
out of sight. Only what differs is sent, together with what the person had seen, so that nobody's
edit is written over. A refused value stays in its field with the sentence below it.
"""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.details.bindings import Binding, ChoiceOf, Convert, bind, can_take_back, listen
from desk.gui.details.localised_field import LocalisedField, LocalisedLabeledField
from desk.gui.theme.application import current_theme
from desk.gui.widgets.label import Label
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.searchable_combo import SearchableCombo
from desk.locale import _, current_language
from desk.locale.formats import clock_time
from desk.model.errors import ChangedElsewhere, UserError

SAVE_AFTER = 600
"""Milliseconds of quiet after the last keystroke."""

Save = Callable[[int, Mapping[str, Any], Mapping[str, Any]], object]
"""`save(row_id, changes, seen)`: write the changed fields; raises UserError."""
Reload = Callable[[], object]
"""Read the row anew and call `show_values` with it."""


class DetailForm(QWidget):
    """Fields in a column, bound to the columns of one row by name.

    Make it, `add_field(...)` for each column, `add_row(...)` for fields side by side, then
    `show_values(row_id, {column: stored value})` at first and after every commit: a field that is
    being edited is never stepped on. Showing another row saves the one before. `flush()` saves
    what is open and says whether everything could be; hiding the form does it by itself.
    """

    saved = Signal()
    """Something was written."""
    state_changed = Signal(str, bool)
    """The words for a `SavedLabel`, and whether all is well."""

    def __init__(
        self,
        context: Context,
        save: Save,
        *,
        reload: Reload | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.state = ""
        self._good = True
        self._save = save
        self._reload = reload
        self._row_id: int | None = None
        self._bindings: dict[str, Binding] = {}
        self._by_editor: dict[QObject, Binding] = {}
        self._filling = False
        self._saving = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(current_theme().space.field_gap)
        self._problem = Label("", "note", "bad", wraps=True)
        self._problem.hide()
        self.column.addWidget(self._problem)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER)
        self._timer.timeout.connect(self._on_timer_timeout)

    # Building

    def add_field(
        self,
        name: str,
        label: str,
        editor: QWidget,
        *,
        hint: str = "",
        choice_of: ChoiceOf | None = None,
        to_value: Convert | None = None,
        to_editor: Convert | None = None,
        place: bool = True,
    ) -> LabeledField:
        """Bind an editor to a column, with its label above.

        `name` is the column as the service's `changes` name it. Editors: TextField, TextArea,
        ComboBox, SearchableCombo (give `choice_of`: key to Choice), DateField, TimeField,
        CheckBox, LocalisedField. `to_value` turns the editor's value into the column's (it may
        raise UserError), `to_editor` the other way. With `place=False` put the returned field
        somewhere yourself, for example with `add_row`.
        """
        field: LabeledField
        if isinstance(editor, LocalisedField):
            field = LocalisedLabeledField(label, editor, hint=hint)
        else:
            field = LabeledField(label, editor, hint=hint)
        binding = bind(
            name, label, field, choice_of=choice_of, to_value=to_value, to_editor=to_editor
        )
        self._bindings[name] = binding
        self._by_editor[binding.inner] = binding
        binding.inner.installEventFilter(self)
        listen(
            binding,
            on_key=lambda: self._on_edited(binding, at_once=False),
            on_choice=lambda: self._on_edited(binding, at_once=True),
        )
        if place:
            self.column.addWidget(field)
        return field

    def add_row(self, *fields: QWidget, stretches: tuple[int, ...] = ()) -> None:
        """Fields side by side; equal widths unless `stretches` says otherwise."""
        row = QHBoxLayout()
        row.setSpacing(current_theme().space.field_gap)
        for place, field in enumerate(fields):
            stretch = stretches[place] if place < len(stretches) else 1
            row.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def add_widget(self, widget: QWidget) -> None:
        """Anything else in the column, such as a finding below its field."""
        self.column.addWidget(widget)

    # Showing

    @property
    def row_id(self) -> int | None:
        """The row that is shown."""
        return self._row_id

    def field(self, name: str) -> LabeledField:
        """The labelled field of a column, to hint or to focus."""
        return self._bindings[name].field

    def editor(self, name: str) -> QWidget:
        """The editor of a column."""
        return self._bindings[name].editor

    def show_values(self, row_id: int, values: Mapping[str, Any]) -> None:
        """Show stored values; what is being edited in the same row is left alone."""
        if row_id != self._row_id:
            self.leave()
            self._row_id = row_id
            self._say("", good=True)
            self._problem.hide()
            for binding in self._bindings.values():
                binding.touched = binding.refused = False
                binding.field.set_error("")
        for name, value in values.items():
            binding = self._bindings.get(name)
            if binding is None:
                continue
            if binding.touched:
                # `seen` stays what was on screen when the edit began; the service compares.
                continue
            binding.shown = value
            self._fill(binding)

    def set_error(self, name: str, words: str) -> None:
        """Say what is wrong beside a field, or above all of them when there is no such field."""
        binding = self._bindings.get(name)
        if binding is None:
            self._problem.setText(words)
            self._problem.setVisible(bool(words))
        else:
            binding.field.set_error(words)

    def focus_field(self, name: str) -> None:
        """Put the keyboard into a field, its text selected."""
        inner = self._bindings[name].inner
        inner.setFocus(Qt.FocusReason.ShortcutFocusReason)
        select = getattr(inner, "selectAll", None)
        if select is not None:
            select()

    # Saving

    @property
    def is_dirty(self) -> bool:
        """Whether something on screen is not stored."""
        return any(b.touched or b.own_error for b in self._bindings.values())

    def flush(self) -> bool:
        """Save what is open now; False when something was refused and is still on screen."""
        self._timer.stop()
        if self._saving or self._row_id is None:
            return not self.is_dirty
        for binding in self._bindings.values():
            binding.settle()
        self._send()
        return not self.is_dirty

    def leave(self) -> None:
        """Save before the form goes; what is refused is told, because its field goes with it."""
        if self._row_id is None or self.flush():
            return
        for binding in self._bindings.values():
            if binding.touched or binding.own_error:
                self.context.problem_told.emit(
                    _("{field} was not saved: {reason}").format(
                        field=binding.label, reason=binding.field.error or self._problem.text()
                    )
                )
                self._revert(binding)
        self._say("", good=True)

    def revert(self) -> None:
        """Show what is stored in every field."""
        for binding in self._bindings.values():
            self._revert(binding)
        self._problem.hide()
        self._say("", good=True)

    def _send(self) -> None:
        """Save the touched fields; one refused field does not hold up the others."""
        row_id = self._row_id
        assert row_id is not None
        refused: set[str] = set()
        elsewhere: list[tuple[Binding, str]] = []
        while changes := self._changes(refused):
            error = self._try(row_id, changes)
            if error is None:
                continue
            blamed = self._bindings.get(error.field or "")
            if isinstance(error, ChangedElsewhere) and blamed is not None:
                elsewhere.append((blamed, self._take_theirs(blamed, error)))
                continue
            self.set_error(error.field or "", error.message)
            # The sentence may stand beside another field or above: then all of these wait.
            waiting = {blamed.name} if blamed is not None and blamed.name in changes else {*changes}
            for name in waiting:
                self._bindings[name].refused = True
            refused |= waiting
        if not self.is_dirty:
            for binding in self._bindings.values():
                binding.field.set_error("")
            self._problem.hide()
        for binding, words in elsewhere:
            binding.field.set_error(words)
        if self.is_dirty or elsewhere:
            self._say(_("Not saved"), good=False)
        elif self.state and not self._good:
            self._say("", good=True)

    def _try(self, row_id: int, changes: Mapping[str, Any]) -> UserError | None:
        """Write once; what the person has to mend, or None when it was saved."""
        seen = {name: self._bindings[name].shown for name in changes}
        for name in changes:
            # The commit shows the stored values at once, these among them.
            self._bindings[name].touched = False
        self._saving = True
        try:
            self._save(row_id, changes, seen)
        except UserError as error:
            for name in changes:
                self._bindings[name].touched = True
            return error
        finally:
            self._saving = False
        for name, value in changes.items():
            binding = self._bindings[name]
            binding.refused = False
            binding.field.set_error("")
            if binding.shown == seen[name]:
                binding.shown = value
        now = clock_time(self.context.desk.wall_now(), current_language())
        self._say(_("Saved {time}").format(time=now), good=True)
        self.saved.emit()
        return None

    def _changes(self, without: set[str]) -> dict[str, Any]:
        """What differs from what is stored; fields whose text is no value say so themselves."""
        found: dict[str, Any] = {}
        for name, binding in self._bindings.items():
            if not binding.touched or name in without:
                continue
            if binding.own_error:
                continue
            try:
                value = binding.read()
            except UserError as error:
                binding.field.set_error(error.message)
                binding.refused = True
                continue
            if value == binding.shown:
                binding.touched = binding.refused = False
                binding.field.set_error("")
            else:
                found[name] = value
        return found

    def _take_theirs(self, binding: Binding, error: UserError) -> str:
        """Somebody else wrote this field first: show theirs; the sentence says what was typed."""
        typed = binding.words()
        binding.touched = binding.refused = False
        if self._reload is not None:
            self._reload()
        words = error.message
        if typed:
            words += " " + _("You had typed: {text}").format(text=typed)
        return words

    def _revert(self, binding: Binding) -> None:
        binding.touched = binding.refused = False
        self._fill(binding)
        binding.field.set_error("")

    def _fill(self, binding: Binding) -> None:
        # A chosen thing may have been renamed; anything else that is the same is left alone, and
        # with it the cursor.
        renamed = isinstance(binding.editor, SearchableCombo) and not binding.editor.hasFocus()
        if not binding.own_error and not renamed and not self._differs(binding):
            return
        self._filling = True
        binding.fill(binding.shown)
        self._filling = False

    def _say(self, words: str, *, good: bool) -> None:
        self.state, self._good = words, good
        self.state_changed.emit(words, good)

    # What the person does

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        binding = self._by_editor.get(watched)
        if binding is None:
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            return self._escape(binding, event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            back = event.matches(QKeySequence.StandardKey.Undo)
            forth = event.matches(QKeySequence.StandardKey.Redo)
            if (back or forth) and can_take_back(binding.inner) and not binding.touched:
                # Nothing unsaved here: the key means the last step of the desk.
                event.ignore()
                return True
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            kept = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
            if event.reason() not in kept and binding.touched:
                # After the editor itself has seen it: a date is read when its field is left.
                self._timer.start(0)
        return super().eventFilter(watched, event)

    def _escape(self, binding: Binding, event: QKeyEvent) -> bool:
        if not (binding.touched or binding.own_error):
            return False
        if event.type() == QEvent.Type.KeyPress:
            self._timer.stop()
            self._revert(binding)
            # What is left may be right now, and a sentence beside it no longer true.
            self._send()
        event.accept()
        return event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)

    def _on_edited(self, binding: Binding, *, at_once: bool) -> None:
        if self._filling or self._row_id is None:
            return
        if at_once and not binding.touched and not self._differs(binding):
            return
        binding.touched = True
        self._timer.start(0 if at_once else SAVE_AFTER)

    def _differs(self, binding: Binding) -> bool:
        try:
            return bool(binding.read() != binding.shown)
        except UserError:
            return True

    def _on_timer_timeout(self) -> None:
        # A date that is still being typed is not read before its field is left.
        if not self._saving and self._row_id is not None:
            self._send()
