"""Moves a visit with its whole programme to other days."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.theme.application import current_theme
from desk.gui.widgets.date_field import DateField
from desk.gui.widgets.dialog import Dialog
from desk.gui.widgets.label import Label
from desk.gui.widgets.labeled_field import LabeledField
from desk.locale import _, current_language, ngettext
from desk.locale.formats import short_date_range
from desk.model.errors import UserError
from desk.model.rows.visits import VisitRow
from desk.services import visits


class MoveVisitDialog(Dialog):
    """The new first day; says at once what becomes of the visit and its events."""

    def __init__(self, context: Context, visit: VisitRow, parent: QWidget | None = None) -> None:
        super().__init__(_("Move “{title}”").format(title=visit.title), parent=parent)
        self._context = context
        self._visit = visit
        self.first_day = DateField(visit.first_day, today=context.desk.today())
        self.field = LabeledField(_("New first day"), self.first_day)
        self.body.addWidget(self.field)
        self._outcome = Label("", "body", "text2", wraps=True)
        # Room for both lines from the start: the dialog does not jump while a day is chosen.
        self._outcome.setMinimumHeight(2 * current_theme().font_roles["body"].line)
        self.body.addWidget(self._outcome)
        self.move_button = self.add_action(_("Move"), "arrows-left-right")
        self.first_day.value_changed.connect(self._on_first_day_value_changed)
        self._show_outcome()
        self.first_day.setFocus()
        self.first_day.selectAll()

    @property
    def days(self) -> int:
        """By how many days, negative for earlier."""
        day: date | None = self.first_day.value
        return 0 if day is None else (day - self._visit.first_day).days

    def accept(self) -> None:
        """Move it, with one way back."""
        if self.first_day.error or not self.days:
            self.first_day.setFocus()
            return
        try:
            visits.move_visit(self._context.desk, self._visit.id, days=self.days)
        except UserError as error:
            self.field.set_error(error.message)
            return
        super().accept()
        self._context.tell(_("Visit moved"), undo=True)

    def _show_outcome(self) -> None:
        visit, language = self._visit, current_language()
        before = short_date_range(visit.first_day, visit.last_day, language)
        by = timedelta(days=self.days)
        after = short_date_range(visit.first_day + by, visit.last_day + by, language)
        self.move_button.setEnabled(bool(self.days))
        if not self.days:
            self._outcome.setText(before)
            return
        moved = ngettext(
            "{count} event moves with it, at the same time of day.",
            "{count} events move with it, at the same time of day.",
            visit.events,
        ).format(count=visit.events)
        self._outcome.setText(f"{before} → {after}. {moved}")

    def _on_first_day_value_changed(self, _day: object) -> None:
        self._show_outcome()
