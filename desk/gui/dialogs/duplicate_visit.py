"""Plans a visit once more, on other days."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.dialogs.new_thing import NewThingDialog
from desk.gui.widgets.check_box import CheckBox
from desk.gui.widgets.date_field import DateField
from desk.locale import _, current_language
from desk.locale.formats import short_date_range
from desk.model.errors import UserError
from desk.model.rows.visits import VisitRow
from desk.services.visit_copies import duplicate_visit

_WEEKS = 52
"""The same days of the week, a year later, unless somebody chooses others."""


class DuplicateVisitDialog(NewThingDialog):
    """The first day of the copy, and whether the delegation comes along."""

    def __init__(self, context: Context, visit: VisitRow, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            _("Duplicate “{title}”").format(title=visit.title),
            _("Duplicate visit"),
            text=_("The programme comes along, tentative; letters, prints and answers do not."),
            parent=parent,
        )
        self._visit = visit
        self.first_day = DateField(
            visit.first_day + timedelta(weeks=_WEEKS), today=context.desk.today()
        )
        self.with_delegation = CheckBox(_("With the delegation"), True)
        self.add_field("first_day", _("New first day"), self.first_day)
        self.body.addWidget(self.with_delegation)
        self.first_day.value_changed.connect(self._on_first_day_value_changed)
        self._say_days()
        self.first_day.setFocus()
        self.first_day.selectAll()

    def create(self) -> int:
        """Make the copy."""
        day: date | None = self.first_day.value
        if day is None:
            raise UserError(_("Say when it begins."), field="first_day")
        return duplicate_visit(
            self.context.desk,
            self._visit.id,
            first_day=day,
            with_delegation=self.with_delegation.isChecked(),
        )

    def _say_days(self) -> None:
        day: date | None = self.first_day.value
        if day is not None:
            last = day + (self._visit.last_day - self._visit.first_day)
            days = short_date_range(day, last, current_language())
            self.field("first_day").set_hint(days)

    def _on_first_day_value_changed(self, _day: object) -> None:
        self.field("first_day").set_error("")
        self._say_days()


def ask_duplicate(context: Context, visit: VisitRow, parent: QWidget) -> None:
    """Let somebody duplicate a visit, and show the copy."""
    dialog = DuplicateVisitDialog(context, visit, parent)
    try:
        dialog.exec()
        copy_id = dialog.created_id
    finally:
        dialog.deleteLater()
    if copy_id is not None:
        context.go("visit", copy_id, tab="programme")
        context.tell(_("Visit duplicated, tentative"), undo=True)
