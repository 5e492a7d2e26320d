"""An event in the pane at the right."""

from collections.abc import Hashable

from PySide6.QtWidgets import QMenu, QWidget

from desk.gui.context import Context
from desk.gui.details.clipboard import copy_event
from desk.gui.details.detail import Detail
from desk.gui.details.event_documents import EventDocuments
from desk.gui.details.event_findings import EventFindings
from desk.gui.details.event_form import EventForm
from desk.gui.details.event_people import EventPeople
from desk.gui.details.event_rundown import EventRundown
from desk.gui.details.history_list import HistoryList
from desk.gui.dialogs.event_draft import is_clash
from desk.gui.dialogs.find_free import FindFreeDialog
from desk.gui.models.choice_words import status_mark
from desk.gui.theme.icons import icon
from desk.gui.widgets.button import Button
from desk.gui.widgets.chip import ChipLook
from desk.gui.widgets.icon_button import IconButton
from desk.locale import _, current_language
from desk.locale.formats import long_date
from desk.model.choices import Side
from desk.model.rows.events import EventRow
from desk.services import checks, participation, programme


class EventDetail(Detail):
    """Chips, title, day; Detail · People · Documents · History; findings before the fields."""

    tables = frozenset(
        {
            "event",
            "participation",
            "clash_override",
            "visit",
            "venue",
            "venue_layout",
            "delegation_member",
            "person",
            "office",
            "produced_document",
            "programme_item",
            "resource",
            "resource_booking",
            "closed_time",
            "travel_time",
            "special_day",
        }
    )

    def __init__(self, context: Context, row_id: int, parent: QWidget | None = None) -> None:
        super().__init__(context, row_id, parent)
        self.event_row: EventRow | None = None
        self._is_built = False
        self.refresh()

    def _build(self, event: EventRow) -> None:
        """Make the parts, once there is an event to show: it may have been deleted before."""
        self._is_built = True
        context = self.context
        self.findings = EventFindings(context)
        self.form = EventForm(context, event, self.refresh)
        self.people = EventPeople(context)
        self.rundown = EventRundown(context)
        self.documents = EventDocuments(context)
        self.steps = HistoryList(context, "event")
        first = self.add_tab("detail", _("Detail"))
        first.addWidget(self.findings)
        self.put_form(first, self.form)
        first.addStretch(1)
        self.add_tab("people", _("People")).addWidget(self.people)
        self.add_tab("rundown", _("Rundown")).addWidget(self.rundown)
        self.add_tab("documents", _("Documents")).addWidget(self.documents)
        self.add_tab("history", _("History")).addWidget(self.steps)
        self.copy_button = Button(_("Copy for WhatsApp"), "whatsapp-logo", dense=True)
        self.attendance_button = IconButton("list-numbers", _("Attendance list…"), dense=True)
        self.foot.addWidget(self.copy_button)
        self.foot.addWidget(self.attendance_button)
        self.show_saved(self.form)
        self._make_menu()
        self._connect()

    def _make_menu(self) -> None:
        menu = QMenu(self.menu_button)
        for words, picture, slot in (
            (_("Find a free slot…"), "magnifying-glass", self.find_free),
            (_("Duplicate"), "copy", self.duplicate),
            (_("Ends on another day"), "calendar-plus", self.form.when.show_last_day),
            (_("Open the rundown"), "list-numbers", self.rundown.open),
            (_("Place cards…"), "identification-card", self._open_cards),
            (_("Open the visit"), "airplane-landing", self._open_visit),
            (_("Delete"), "trash", self.delete),
        ):
            action = menu.addAction(icon(picture), words)
            action.triggered.connect(slot)
        self.menu_button.setMenu(menu)
        self.menu_button.show()

    def _connect(self) -> None:
        self.copy_button.clicked.connect(self._on_copy_button_clicked)
        self.attendance_button.clicked.connect(self._on_attendance_asked)
        self.documents.attendance_asked.connect(self._on_attendance_asked)
        self.tab_chosen.connect(self._on_tab_chosen)

    def read(self) -> bool:
        desk = self.context.desk
        event = programme.get_event(desk, self.row_id)
        self.event_row = event
        if event is None:
            return False
        if not self._is_built:
            self._build(event)
        people = participation.list_participants(desk, event.id)
        found = checks.findings_of_event(desk, event.id)
        self._show_head(event, clashes=any(map(is_clash, found)))
        self.findings.show_findings(found)
        self.form.show_event(event, [row for row in people if row.side is Side.HOST])
        self.form.show_findings(found)
        self.people.show_people(event, people)
        self.tabs.set_count("rundown", self.rundown.show_event(event))
        self.documents.show_event(event)
        self.tabs.set_count("people", len(people))
        if self.tabs.current == "history":
            self.steps.show_row(event.id)
        return True

    def _show_head(self, event: EventRow, *, clashes: bool) -> None:
        mark = status_mark(event.status)
        chips = [ChipLook(mark.words, mark.kind, mark.icon, event.status_reason)]  # pyright: ignore[reportArgumentType]
        if clashes:
            chips.append(ChipLook(_("Clash"), "bad", "warning-fill"))
        self.set_chips(chips)
        day = long_date(event.starts.date(), current_language())
        parts = (day, event.visit_title, event.reference)
        self.set_title(event.title, " · ".join(part for part in parts if part))

    def commands(self) -> frozenset[str]:
        if self.event_row is None:
            return frozenset()
        return frozenset(
            {
                "delete",
                "duplicate",
                "edit",
                "copy_whatsapp",
                "attendance_list",
                "place_cards",
                "door",
                "print",
                "rundown",
            }
        )

    def run(self, command: str) -> None:
        actions = {
            "delete": self.delete,
            "duplicate": self.duplicate,
            "edit": self.edit,
            "copy_whatsapp": self._on_copy_button_clicked,
            "attendance_list": self._on_attendance_asked,
            "place_cards": self._open_cards,
            "door": self._open_door,
            "print": self._on_attendance_asked,
            "rundown": self.rundown.open,
        }
        actions[command]()

    def edit(self) -> None:
        """Put the keyboard into the title."""
        self.show_tab("detail")
        self.form.focus_field("title")

    def delete(self) -> None:
        """Delete the event; the notice offers to take it back."""
        if self.do(
            lambda: programme.delete_event(self.context.desk, self.row_id), _("Event deleted")
        ):
            self.context.close_detail()

    def find_free(self) -> None:
        """Look for another time and room for the event, and move it there."""
        if self.event_row is None:
            return
        dialog = FindFreeDialog(self.context, self.window(), event=self.event_row)
        try:
            dialog.exec()
        finally:
            dialog.deleteLater()

    def duplicate(self) -> None:
        """Make a tentative copy on the next day and show it."""
        copy = self.context.attempt(
            lambda: programme.duplicate_event(self.context.desk, self.row_id)
        )
        if copy is not None:
            self.context.tell(_("Event duplicated to the next day"), undo=True)
            self.context.show_detail("event", copy)

    def _open_visit(self) -> None:
        if self.event_row is not None and self.event_row.visit_id is not None:
            self.context.go("visit", self.event_row.visit_id)

    def _open_cards(self) -> None:
        self.form.flush()
        self.context.go("place_cards", self.row_id)

    def _open_door(self) -> None:
        self.form.flush()
        self.context.go("door", self.row_id)

    def _on_copy_button_clicked(self) -> None:
        copy_event(self.context, self.row_id)

    def _on_attendance_asked(self) -> None:
        self.form.flush()
        self.context.go("attendance", self.row_id)

    def _on_tab_chosen(self, key: object) -> None:
        if key == "history" and self.event_row is not None and self._is_built:
            self.steps.show_row(self.row_id)

    def show_tab(self, key: Hashable) -> None:
        super().show_tab(key)
        self._on_tab_chosen(key)
