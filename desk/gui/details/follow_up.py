"""A follow-up in the pane at the right."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.details.detail import Detail
from desk.gui.details.form import DetailForm, Reload
from desk.gui.details.history_list import HistoryList
from desk.gui.dialogs.lookups import (
    event_of,
    find_events,
    find_organisations,
    find_people,
    find_visits,
    organisation_of,
    person_of,
    visit_of,
)
from desk.gui.dialogs.new_person import add_organisation, add_person
from desk.gui.models.choice_words import follow_up_mark
from desk.gui.models.follow_ups import due_words, is_open
from desk.gui.widgets.button import Button
from desk.gui.widgets.chip import ChipKind, ChipLook
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.date_field import DateField
from desk.gui.widgets.searchable_combo import SearchableCombo
from desk.gui.widgets.text_field import TextArea
from desk.locale import _
from desk.model.choices import FollowUpStatus
from desk.model.rows.follow_ups import FollowUpRow
from desk.services import follow_ups


class FollowUpForm(DetailForm):
    """What was promised, who does it until when, how far it has come."""

    def __init__(self, context: Context, reload: Reload) -> None:
        super().__init__(context, self._write, reload=reload)
        desk = context.desk
        self.organisation = SearchableCombo(
            find_organisations(desk), placeholder=_("Which unit"), allows_new=True
        )
        self.person = SearchableCombo(find_people(desk), placeholder=_("Who"), allows_new=True)
        self.visit = SearchableCombo(find_visits(desk), placeholder=_("Without a visit"))
        self.event_field = SearchableCombo(
            find_events(desk, self._visit_id), placeholder=_("The whole visit")
        )
        statuses = [(status, follow_up_mark(status).words) for status in FollowUpStatus]
        due = DateField(None, today=desk.today(), optional=True)
        self.add_field("title", _("What was promised"), TextArea(lines=2))
        self.add_field("due_on", _("Due"), due)
        self.add_field("status", _("Status"), ComboBox(statuses))
        self.add_field(
            "organisation_id",
            _("Unit"),
            self.organisation,
            choice_of=lambda key: organisation_of(desk, key),
        )
        self.add_field(
            "person_id", _("Person"), self.person, choice_of=lambda key: person_of(desk, key)
        )
        self.add_field(
            "evidence",
            _("Evidence"),
            TextArea(lines=2),
            hint=_("The letter, photo or link that shows it was done."),
        )
        self.add_field("source", _("Sentence or event it came from"), TextArea(lines=2))
        self.add_field(
            "visit_id", _("Visit"), self.visit, choice_of=lambda key: visit_of(desk, key)
        )
        self.add_field(
            "event_id", _("Event"), self.event_field, choice_of=lambda key: event_of(desk, key)
        )
        self.add_field("notes", _("Internal notes"), TextArea(lines=3))
        self.organisation.new_requested.connect(self._on_organisation_new_requested)
        self.person.new_requested.connect(self._on_person_new_requested)

    def show_follow_up(self, row: FollowUpRow) -> None:
        """Show what is stored; what is being edited is left alone."""
        self.show_values(
            row.id,
            {
                "title": row.title,
                "due_on": row.due_on,
                "status": row.status,
                "organisation_id": row.organisation_id,
                "person_id": row.person_id,
                "evidence": row.evidence,
                "source": row.source,
                "visit_id": row.visit_id,
                "event_id": row.event_id,
                "notes": row.notes,
            },
        )

    def _visit_id(self) -> int | None:
        return self.visit.value

    def _write(self, row_id: int, changes: Mapping[str, Any], seen: Mapping[str, Any]) -> None:
        desk = self.context.desk
        rest = {name: value for name, value in changes.items() if name != "status"}
        if "visit_id" in rest and "event_id" not in rest:
            # The event belonged to the visit before.
            rest["event_id"] = None
        with desk.work(_("Change follow-up")):
            if rest:
                others = {name: seen[name] for name in rest if name in seen}
                follow_ups.update_follow_up(desk, row_id, rest, seen=others)
            if "status" in changes:
                # Finishing notes the day, so it is not a plain change of a column.
                status = FollowUpStatus(changes["status"])
                follow_ups.set_follow_up_status(desk, row_id, status)

    def _on_organisation_new_requested(self, name: str) -> None:
        choice = add_organisation(self.context, self.window(), name)
        if choice is not None:
            self.organisation.set_choice(choice)
            self.organisation.value_changed.emit(choice)

    def _on_person_new_requested(self, name: str) -> None:
        choice = person_of(self.context.desk, add_person(self.context, self.window(), name))
        if choice is not None:
            self.person.set_choice(choice)
            self.person.value_changed.emit(choice)


class FollowUpDetail(Detail):
    """The promise, and what was changed about it."""

    tables = frozenset({"follow_up", "organisation", "person", "visit", "event"})

    def __init__(self, context: Context, row_id: int, parent: QWidget | None = None) -> None:
        super().__init__(context, row_id, parent)
        self.follow_up: FollowUpRow | None = None
        self.form = FollowUpForm(context, self.refresh)
        self.steps = HistoryList(context, "follow_up")
        first = self.add_tab("detail", _("Detail"))
        self.put_form(first, self.form)
        first.addStretch(1)
        self.add_tab("history", _("History")).addWidget(self.steps)
        self.done_button = Button("", "check", dense=True)
        self.visit_button = Button(_("Open the visit"), "airplane-landing", "quiet", dense=True)
        self.foot.addWidget(self.done_button)
        self.foot.addWidget(self.visit_button)
        self.show_saved(self.form)
        self.done_button.clicked.connect(self._on_done_button_clicked)
        self.visit_button.clicked.connect(self._on_visit_button_clicked)
        self.refresh()

    def read(self) -> bool:
        desk = self.context.desk
        self.follow_up = row = follow_ups.get_follow_up(desk, self.row_id)
        if row is None:
            return False
        mark = follow_up_mark(row.status)
        kind: ChipKind = mark.kind  # type: ignore[assignment]
        chips = [ChipLook(mark.words, kind, mark.icon)]
        if row.overdue_days:
            chips.append(ChipLook(due_words(row, desk.today()), "bad", "calendar-x"))
        self.set_chips(chips)
        reference = f"{row.visit_title} ({row.visit_reference})" if row.visit_title else ""
        self.set_title(row.title, reference)
        self.form.show_follow_up(row)
        self.done_button.setText(_("Done") if is_open(row) else _("Reopen"))
        self.done_button.set_icon_name("check" if is_open(row) else "arrow-u-up-left")
        self.visit_button.setVisible(row.visit_id is not None)
        self.steps.show_row(row.id)
        return True

    def commands(self) -> frozenset[str]:
        return frozenset() if self.follow_up is None else frozenset({"delete", "edit"})

    def run(self, command: str) -> None:
        {"delete": self.delete, "edit": self.edit}[command]()

    def edit(self) -> None:
        """Put the keyboard into what was promised."""
        self.show_tab("detail")
        self.form.focus_field("title")

    def delete(self) -> None:
        """Delete the follow-up; the notice offers to take it back."""
        if self.do(
            lambda: follow_ups.delete_follow_up(self.context.desk, self.row_id),
            _("Follow-up deleted"),
        ):
            self.context.close_detail()

    def _on_done_button_clicked(self) -> None:
        row = self.follow_up
        if row is None:
            return
        self.form.flush()
        status = FollowUpStatus.DONE if is_open(row) else FollowUpStatus.OPEN
        notice = _("Done: {title}") if is_open(row) else _("Open again: {title}")
        self.do(
            lambda: follow_ups.set_follow_up_status(self.context.desk, row.id, status),
            notice.format(title=row.title),
        )

    def _on_visit_button_clicked(self) -> None:
        if self.follow_up is not None and self.follow_up.visit_id is not None:
            self.context.go("visit", self.follow_up.visit_id)
