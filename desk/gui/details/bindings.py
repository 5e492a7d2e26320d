"""How a form reads, fills and listens to each kind of editor."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desk.gui.details.localised_field import LocalisedField
from desk.gui.widgets.check_box import CheckBox
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.searchable_combo import Choice, SearchableCombo
from desk.gui.widgets.text_field import TextArea, TextField
from desk.gui.widgets.typed_field import TypedField
from desk.gui.widgets.valued_field import ValuedField

ChoiceOf = Callable[[Any], Choice | None]
Convert = Callable[[Any], Any]

_VALUED = (TextField, TextArea, ComboBox, LocalisedField, TypedField, ValuedField)


@dataclass(slots=True)
class Binding:
    """One field of a row and the editor that shows it.

    `shown` is the stored value the person has seen; `touched` says that the editor may hold
    something else, `refused` that the services would not take it.
    """

    name: str
    label: str
    field: LabeledField
    editor: QWidget
    read: Callable[[], Any]
    """The editor's value as the row holds it; raises UserError when it is none."""
    fill: Callable[[Any], None]
    """Show a stored value without telling anybody."""
    shown: Any = None
    touched: bool = False
    refused: bool = False

    @property
    def inner(self) -> QWidget:
        """The widget that has the keyboard's focus."""
        return self.editor.line if isinstance(self.editor, LocalisedField) else self.editor

    @property
    def own_error(self) -> str:
        """What the editor itself finds wrong with what was typed: a date that is none."""
        return getattr(self.editor, "error", "")

    def words(self) -> str:
        """What the editor holds, to be told."""
        value = self.read()
        if isinstance(value, Mapping):
            return " / ".join(str(words) for words in value.values())
        return "" if value is None else str(value)

    def settle(self) -> None:
        """Let a date, time or number field read what was typed so far."""
        if isinstance(self.editor, TypedField):
            self.editor.take_typed()


def bind(
    name: str,
    label: str,
    field: LabeledField,
    *,
    choice_of: ChoiceOf | None = None,
    to_value: Convert | None = None,
    to_editor: Convert | None = None,
) -> Binding:
    """The binding of an editor by its kind. TypeError for an editor that is none of the known."""
    editor = field.editor
    read: Callable[[], Any]
    fill: Callable[[Any], None]
    if isinstance(editor, SearchableCombo):
        find_choice = choice_of or (lambda key: None)
        combo = editor
        read = lambda: combo.value  # noqa: E731
        fill = lambda key: combo.set_choice(None if key is None else find_choice(key))  # noqa: E731
    elif isinstance(editor, CheckBox):
        box = editor
        read = box.isChecked
        fill = lambda checked: box.setChecked(bool(checked))  # noqa: E731
    elif isinstance(editor, _VALUED):
        valued: Any = editor
        read = lambda: valued.value  # noqa: E731
        fill = valued.set_value
    else:
        raise TypeError(f"a form cannot bind a {type(editor).__name__}")
    return Binding(
        name,
        label,
        field,
        editor,
        read if to_value is None else _converted(read, to_value),
        fill if to_editor is None else _filling(fill, to_editor),
    )


def _converted(read: Callable[[], Any], to_value: Convert) -> Callable[[], Any]:
    return lambda: to_value(read())


def _filling(fill: Callable[[Any], None], to_editor: Convert) -> Callable[[Any], None]:
    return lambda value: fill(to_editor(value))


def listen(binding: Binding, on_key: Callable[[], None], on_choice: Callable[[], None]) -> None:
    """Call `on_key` with each keystroke and `on_choice` when something was chosen or finished."""
    editor = binding.editor
    if isinstance(editor, LocalisedField):
        editor.edited.connect(on_key)
        editor.value_changed.connect(on_choice)
    elif isinstance(editor, CheckBox):
        editor.toggled.connect(on_choice)
    elif isinstance(editor, TypedField):
        editor.textEdited.connect(on_key)
        editor.value_changed.connect(on_choice)
    elif isinstance(editor, SearchableCombo | ComboBox | ValuedField):
        editor.value_changed.connect(on_choice)
    elif isinstance(editor, TextField):
        editor.textEdited.connect(on_key)
        editor.editingFinished.connect(on_choice)
    elif isinstance(editor, TextArea):
        editor.textChanged.connect(on_key)
        editor.value_changed.connect(on_choice)


def can_take_back(editor: QWidget) -> bool:
    """Whether Ctrl+Z means the letters in this editor rather than the last step of the desk."""
    return isinstance(editor, QLineEdit | QPlainTextEdit)
