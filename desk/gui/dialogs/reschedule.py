"""Reschedules a visit or many of its events, with a preview of what collides."""

from collections.abc import Collection

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desk.gui.context import Context
from desk.gui.dialogs.reschedule_forms import (
    DaysForm,
    Form,
    HostForm,
    PostponeForm,
    ShiftForm,
    VenueForm,
)
from desk.gui.dialogs.reschedule_rows import RescheduleList, RescheduleRow, first_finding
from desk.gui.theme.application import current_theme
from desk.gui.widgets.card import Card
from desk.gui.widgets.dialog import Dialog
from desk.gui.widgets.label import Label
from desk.gui.widgets.labeled_field import LabeledField, Sign
from desk.gui.widgets.segmented_buttons import SegmentedButtons
from desk.gui.widgets.text_field import TextField
from desk.locale import _, current_language, ngettext
from desk.locale.formats import short_date_range
from desk.model.choices import Severity
from desk.model.errors import UserError
from desk.model.rows.reschedule import Change, RescheduledEvent, ReschedulePreview
from desk.model.rows.visits import VisitRow
from desk.services import programme
from desk.services.reschedule import carry_out, preview

WAIT = 120
"""Milliseconds after a change of a field before the preview is made anew."""


class RescheduleDialog(Dialog):
    """How at the top, why below it, then every event before and after with what would clash.

    `chosen` are the events that are ticked at first, all when none is; `way` is one of days,
    postpone, shift, venue and host. Nothing is written before the button is pressed.
    """

    def __init__(
        self,
        context: Context,
        visit: VisitRow,
        parent: QWidget | None = None,
        *,
        chosen: Collection[int] = (),
        way: str = "days",
    ) -> None:
        super().__init__(
            _("Reschedule “{title}”").format(title=visit.title), width=720, parent=parent
        )
        self._context = context
        self._events = programme.events_of_visit(context.desk, visit.id)
        ids = [event.id for event in self._events]
        self._chosen = set(chosen) & set(ids) or set(ids)
        self.shown = ReschedulePreview()
        self.forms: dict[str, Form] = {
            "days": DaysForm(context, visit),
            "postpone": PostponeForm(context, visit),
            "shift": ShiftForm(),
            "venue": VenueForm(context),
            "host": HostForm(context, ids),
        }
        self.ways = SegmentedButtons(
            [
                ("days", _("Other days")),
                ("postpone", _("Postpone")),
                ("shift", _("Shift")),
                ("venue", _("Venue")),
                ("host", _("Host")),
            ],
            name=_("How to reschedule"),
            current=way,
        )
        self.list = RescheduleList()
        self.reason = TextField(placeholder=_("Who decided it, and why"))
        self.reason_field = LabeledField(
            _("Reason"), self.reason, hint=_("It stays in the office and in the history.")
        )
        self._stack = QStackedWidget()
        self._sign = Sign("check-circle", "ok")
        self.summary = Label("", "body", "text2", wraps=True)
        self.action = self.add_action("", "arrows-left-right")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT)
        self._lay_out()
        self._connect()
        self._turn()

    def _lay_out(self) -> None:
        self.body.addWidget(self.ways)
        for form in self.forms.values():
            self._stack.addWidget(form)
        self.body.addWidget(self._stack)
        self.body.addWidget(self.reason_field)
        card = Card(flush=True)
        card.body.addWidget(self.list)
        self.list.setMinimumHeight(5 * 52)
        self.body.addWidget(card, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.summary, 1)
        self.body.addLayout(row)
        # Room for three lines from the start: the dialog does not jump while days are tried.
        self.summary.setMinimumHeight(3 * current_theme().font_roles["body"].line)
        self.summary.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.ways.chosen.connect(self._on_ways_chosen)
        for form in self.forms.values():
            form.changed.connect(self._timer.start)
        self.list.toggled.connect(self._on_list_toggled)
        self.reason.textChanged.connect(self._on_reason_text_changed)
        self._timer.timeout.connect(self.look)

    @property
    def form(self) -> Form:
        """The way that is chosen."""
        return self.forms[self.ways.current]

    def change(self) -> Change | None:
        """What the fields mean now; None while something is missing."""
        ids = tuple(event.id for event in self._events if event.id in self._chosen)
        return self.form.change(ids, self.reason.value.strip())

    def look(self) -> None:
        """See what would become of it, and show that."""
        self._timer.stop()
        change = self.change()
        if change is None:
            same = tuple(RescheduledEvent(event, event) for event in self._events)
            self.shown = ReschedulePreview(events=same)
        else:
            self.shown = preview(self._context.desk, change)
        affected = {row.before.id: row for row in self.shown.events}
        ticks = self.form.chooses_events
        self.list.show_rows(
            RescheduleRow(
                affected.get(event.id, RescheduledEvent(event, event)),
                event.id in self._chosen if ticks else None,
            )
            for event in self._events
        )
        self.list.viewport().update()
        self._say(change)
        self._show_first()

    def _show_first(self) -> None:
        """What collides is in sight, or the first event that changes."""
        rows = self.shown.events
        grave = (row for row in rows if row.severity is Severity.ERROR)
        first = next(grave, None) or next((row for row in rows if row.is_changed), None)
        if first is not None and not self.list.hasFocus():
            self.list.scrollTo(self.list.rows.index(self.list.rows.place_of(first.before.id), 0))

    def accept(self) -> None:
        """Do it, with one way back."""
        self.look()
        change = self.change()
        if change is None:
            self.form.focus_first()
            return
        try:
            carry_out(self._context.desk, change)
        except UserError as error:
            if error.field == "reason":
                self.reason_field.set_error(error.message)
                self.reason.setFocus()
            else:
                self._show_words(error.message, "bad", "warning-circle")
            return
        super().accept()
        self._context.tell(_("Rescheduled"), undo=True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.form.focus_first()

    def _turn(self) -> None:
        """Show the fields of the chosen way."""
        self._stack.setCurrentWidget(self.form)
        # As high as the way in sight, not as the highest.
        for form in self.forms.values():
            form.setVisible(form is self.form)
        self._stack.setFixedHeight(self.form.sizeHint().height())
        self.reason_field.set_error("")
        self.look()

    def _say(self, change: Change | None) -> None:
        shown = self.shown
        changed = sum(row.is_changed for row in shown.events)
        self.action.setText(self.form.action(changed))
        self.action.setEnabled(change is not None and not shown.problem)
        if shown.problem:
            self._show_words(shown.problem, "bad", "warning-circle")
        elif change is None:
            self._show_words(_("Nothing changes yet."), "text2", "info")
        elif shown.clashes:
            self._show_words(self._outcome(changed), "bad", "warning-fill")
        elif shown.warnings:
            self._show_words(self._outcome(changed), "warn", "warning-circle")
        else:
            self._show_words(self._outcome(changed), "text2", "check-circle")

    def _show_words(self, words: str, tone: str, icon: str) -> None:
        self.summary.setText(words)
        self.summary.set_tone(tone)
        self._sign.set_icon(icon, "ok" if icon == "check-circle" else tone)

    def _outcome(self, changed: int) -> str:
        shown, parts = self.shown, []
        if shown.first_day is not None and shown.last_day is not None:
            parts.append(short_date_range(shown.first_day, shown.last_day, current_language()))
        parts.append(
            ngettext("{count} event changes", "{count} events change", changed).format(
                count=changed
            )
        )
        parts.append(
            ngettext("{count} clash", "{count} clashes", shown.clashes).format(count=shown.clashes)
            if shown.clashes
            else _("no clash")
        )
        if shown.warnings:
            words = ngettext(
                "{count} event to look at", "{count} events to look at", shown.warnings
            )
            parts.append(words.format(count=shown.warnings))
        if shown.prints:
            words = ngettext(
                "{count} print is out of date", "{count} prints are out of date", shown.prints
            )
            parts.append(words.format(count=shown.prints))
        if shown.invitations:
            words = ngettext(
                "{count} invitation has to be updated",
                "{count} invitations have to be updated",
                shown.invitations,
            )
            parts.append(words.format(count=shown.invitations))
        told = [
            f"{row.before.title}: {finding.why or finding.title}"
            for row in shown.events
            if (finding := first_finding(row)) is not None and finding.severity is Severity.ERROR
        ]
        return "\n".join([" · ".join(parts), *told[:1]])

    def _on_ways_chosen(self, _way: object) -> None:
        # The keyboard stays here: the arrow keys go on to the next way.
        self._turn()

    def _on_list_toggled(self, event_id: int) -> None:
        self._chosen ^= {event_id}
        self.look()

    def _on_reason_text_changed(self, _text: str) -> None:
        self.reason_field.set_error("")
