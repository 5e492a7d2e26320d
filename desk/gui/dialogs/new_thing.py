"""What the dialogs for new things have in common: fields, one button, errors beside the field."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.theme.application import current_theme
from desk.gui.widgets.dialog import Dialog
from desk.gui.widgets.label import Label
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.page import ScrollColumn
from desk.gui.widgets.typed_field import TypedField
from desk.gui.widgets.when_field import WhenField
from desk.model.errors import UserError


class NewThingDialog(Dialog):
    """A dialog that makes one thing: `exec()`, then `created_id` (None when it was left).

    Subclasses add fields and give `create`. What it refuses stands beside the field it names and
    the dialog stays open, everything as typed.
    """

    def __init__(
        self,
        context: Context,
        title: str,
        action: str,
        *,
        text: str = "",
        width: int = 440,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, text, width=width, parent=parent)
        self.context = context
        self.created_id: int | None = None
        self._fields: dict[str, LabeledField] = {}
        self._is_closed_up = False
        self._problem = Label("", "note", "bad", wraps=True)
        self._problem.hide()
        self.body.addWidget(self._problem)
        self.action = self.add_action(action, "check")

    def create(self) -> int:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Make the thing and give its id. Raises UserError, its field as in `add_field`."""
        raise NotImplementedError

    def add_field(
        self, name: str, label: str, editor: QWidget, *, hint: str = "", place: bool = True
    ) -> LabeledField:
        """A field; `name` is what a refusal calls it."""
        field = LabeledField(label, editor, hint=hint)
        self._fields[name] = field
        if place:
            self.body.addWidget(field)
        return field

    def add_row(self, *fields: QWidget, column: QVBoxLayout | None = None) -> None:
        """Fields side by side."""
        row = QHBoxLayout()
        row.setSpacing(current_theme().space.field_gap)
        for field in fields:
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        (self.body if column is None else column).addLayout(row)

    def add_columns(self) -> tuple[QVBoxLayout, QVBoxLayout]:
        """Two columns: a wide one for fields, which scrolls in a low window, and a free one."""
        columns = QHBoxLayout()
        columns.setSpacing(16)
        fields = ScrollColumn(margins=(0, 0, 4, 0), spacing=current_theme().space.field_gap)
        right = QVBoxLayout()
        columns.addWidget(fields, 5)
        columns.addLayout(right, 4)
        self.body.addLayout(columns, 1)
        return fields.column, right

    def field(self, name: str) -> LabeledField:
        """The field of that name."""
        return self._fields[name]

    def set_error(self, name: str, words: str) -> None:
        """Say what is wrong beside a field, above all when there is none of that name."""
        field = self._fields.get(name)
        if field is not None:
            field.set_error(words)
        else:
            self._problem.setText(words)
            self._problem.setVisible(bool(words))

    def showEvent(self, event: QShowEvent) -> None:
        if not self._is_closed_up:
            # What is left over stands below the fields, not between them.
            self.body.addStretch(0)
            self._is_closed_up = True
        super().showEvent(event)

    def accept(self) -> None:
        """Make the thing and close; stay open with the sentence when it was refused."""
        for name, field in self._fields.items():
            field.set_error("")
            self._settle(field.editor)
            if field.error:
                self._focus(name)
                return
        self.set_error("", "")
        try:
            self.created_id = self.create()
        except UserError as error:
            self.set_error(error.field or "", error.message)
            self._focus(error.field or "")
            return
        super().accept()

    @staticmethod
    def _settle(editor: QWidget) -> None:
        """Let a date or time read what was typed so far."""
        if isinstance(editor, TypedField):
            editor.take_typed()
        elif isinstance(editor, WhenField):
            editor.settle()

    def _focus(self, name: str) -> None:
        field = self._fields.get(name)
        if field is None:
            return
        editor = field.editor
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(editor, QLineEdit):
            editor.selectAll()
