"""Ctrl+G: which day the calendar shall show."""

from datetime import date

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.widgets.date_field import DateField
from desk.gui.widgets.dialog import Dialog
from desk.gui.widgets.labeled_field import LabeledField
from desk.locale import _


class GoToDateDialog(Dialog):
    """Asks for a day, typed in any usual way; `day` is what was chosen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(_("Go to a date"), width=320, parent=parent)
        today = context.desk.today()
        self.field = DateField(today, today=today, name=_("Date"))
        self.body.addWidget(
            LabeledField(
                _("Date"),
                self.field,
                hint=_("For example {date}.").format(
                    date=f"{today.day}/{today.month}/{today.year}"
                ),
            )
        )
        self.add_action(_("Go"), "arrow-right")
        self.field.setFocus()
        self.field.selectAll()

    @property
    def day(self) -> date | None:
        """The day, None while the text is none."""
        return None if self.field.error else self.field.value

    def accept(self) -> None:
        """Close, unless the text is no date: the sentence then stands below it."""
        if self.field.isModified():
            self.field.editingFinished.emit()
        if self.day is None:
            self.field.setFocus()
            return
        super().accept()
