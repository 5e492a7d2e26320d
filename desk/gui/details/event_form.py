"""The form of an event: everything about it but its people."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.details.form import SAVE_AFTER, DetailForm, Reload
from desk.gui.details.localised_field import LocalisedField
from desk.gui.dialogs.lent_field import LentField
from desk.gui.dialogs.lookups import (
    Booking,
    FindVenues,
    find_people,
    find_zones,
    person_of,
    zone_of,
)
from desk.gui.dialogs.new_person import add_person
from desk.gui.dialogs.new_venue import NewVenueDialog
from desk.gui.models.choice_words import status_mark
from desk.gui.models.event_words import (
    finding_kind,
    layout_words,
    preparation_words,
    short_words,
    zone_line,
)
from desk.gui.theme.application import current_theme
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.field_note import FieldNote
from desk.gui.widgets.labeled_field import LabeledField
from desk.gui.widgets.people_picker import PeoplePicker
from desk.gui.widgets.searchable_combo import Choice, SearchableCombo
from desk.gui.widgets.text_field import TextArea, TextField
from desk.gui.widgets.when_field import WhenField
from desk.locale import _, current_language
from desk.locale.formats import clock_time
from desk.model.choices import EventKind, Side, Status
from desk.model.errors import Blocked, ChangedElsewhere, UserError
from desk.model.rows.events import EventRow, ParticipantRow
from desk.model.rows.findings import FindingRow
from desk.services import participation, programme, resources
from desk.services.choice_words import choice_words

_STATUS_COLUMNS = ("status", "status_reason")
_NEEDS_REASON = (Status.CANCELLED, Status.POSTPONED)


class EventForm(DetailForm):
    """Saves each field by itself; the times are one field, saved together."""

    def __init__(self, context: Context, event: EventRow, reload: Reload) -> None:
        super().__init__(context, self._write, reload=reload)
        self._event = event
        self._pending: tuple[datetime, datetime] | None = None
        self._is_blocked = False
        """Confirming was refused: what is typed as the reason says why it is done all the same."""
        self._notes: dict[str, FieldNote] = {}
        desk = context.desk
        self.when = WhenField(event.starts, event.ends, today=desk.today())
        self.when_field = LabeledField(_("Time"), self.when)
        self.venues = FindVenues(desk, self._booking)
        self.venue = SearchableCombo(
            self.venues, placeholder=_("Find or add a venue"), allows_new=True
        )
        self.room_layout = ComboBox([(None, _("No layout"))])
        self.place = TextField(placeholder=_("For example the airport or a plant"))
        self.hosts = PeoplePicker(
            find_people(desk),
            name=_("Hosts"),
            placeholder=_("Add a host"),
            first_words=_("leads"),
        )
        self.lent = LentField(context)
        self.status = ComboBox([(status, status_mark(status).words) for status in Status])
        self.reason = TextField(placeholder=_("Who decided it, and why"))
        self._when_timer = QTimer(self)
        self._when_timer.setSingleShot(True)
        self._when_timer.setInterval(SAVE_AFTER)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.add_field("title", _("Title"), LocalisedField())
        self._add_with_note(self.when_field, "starts")
        venue = self.add_field(
            "venue_id", _("Venue"), self.venue, choice_of=self.venues.choice, place=False
        )
        self._add_with_note(venue, "venue_id")
        layout = self.add_field("layout_id", _("Layout"), self.room_layout, place=False)
        self._add_with_note(layout, "layout_id")
        self.add_field("place", _("Place in words"), self.place)
        self._add_with_note(LabeledField(_("Hosts"), self.hosts), "people")
        self._add_with_note(LabeledField(_("Lent"), self.lent), "resources")
        kinds = ComboBox([(kind, choice_words(kind)) for kind in EventKind])
        self.add_row(
            self.add_field("status", _("Status"), self.status, place=False),
            self.add_field("kind", _("Kind"), kinds, place=False),
        )
        self.add_field("status_reason", _("Reason"), self.reason)
        self.add_field("dress", _("Dress"), LocalisedField())
        self.add_field("description", _("Description for guests"), LocalisedField(lines=3))
        self.add_field(
            "notes",
            _("Internal notes"),
            TextArea(lines=3),
            hint=_("Only the office reads these; guests never do."),
        )
        self.add_field("zone", _("Time zone"), SearchableCombo(find_zones), choice_of=zone_of)

    def _add_with_note(self, field: QWidget, about: str) -> None:
        together = QVBoxLayout()
        together.setSpacing(current_theme().space.fine)
        together.addWidget(field)
        together.addWidget(self._notes.setdefault(about, FieldNote()))
        self.column.addLayout(together)

    def _connect(self) -> None:
        self._when_timer.timeout.connect(self.save_when)
        self.when.value_changed.connect(self._on_when_value_changed)
        self.venue.new_requested.connect(self._on_venue_new_requested)
        self.status.value_changed.connect(self._on_status_value_changed)
        self.hosts.value_changed.connect(self._on_hosts_value_changed)
        self.hosts.new_requested.connect(self._on_hosts_new_requested)
        self.lent.value_changed.connect(self._on_lent_value_changed)

    # Showing

    def show_event(self, event: EventRow, hosts: Sequence[ParticipantRow]) -> None:
        """Show what is stored; what is being edited is left alone."""
        self._event = event
        self.venues.forget()
        self._show_layouts(event)
        self.show_values(
            event.id,
            {
                "title": event.titles,
                "venue_id": event.venue_id,
                "layout_id": event.layout_id,
                "place": event.place_words,
                "status": event.status,
                "kind": event.kind,
                "status_reason": event.status_reason,
                "dress": event.dresses,
                "description": event.descriptions,
                "notes": event.notes,
                "zone": event.zone,
            },
        )
        if self._pending is None and not self._typing_when:
            self.when.set_value(event.starts, event.ends)
            self._say_zones()
        self.field("place").setVisible(event.venue_id is None)
        self._show_reason(event.status)
        self.lent.show_resources(resources.resources_of_event(self.context.desk, event.id))
        self.hosts.set_choices(
            [
                Choice(
                    row.person_id,
                    row.name,
                    ", ".join(part for part in (row.office, row.organisation) if part),
                )
                for row in hosts
                if row.side is Side.HOST and row.person_id is not None
            ]
        )

    def show_findings(self, findings: Sequence[FindingRow]) -> None:
        """Say beside each field what was found about it, the gravest only."""
        for about, note in self._notes.items():
            first = next((finding for finding in findings if finding.field == about), None)
            if first is None:
                note.say("info", "")
            else:
                note.say(finding_kind(first), short_words(first))

    def _show_layouts(self, event: EventRow) -> None:
        row = self.venues.row(event.venue_id)
        layouts = row.layouts if row else ()
        choices = [(layout.id, layout_words(layout)) for layout in layouts]
        self.room_layout.set_choices([(None, _("No layout")), *choices])
        field = self.field("layout_id")
        field.setVisible(bool(layouts))
        chosen = next((layout for layout in layouts if layout.id == event.layout_id), None)
        field.set_hint(preparation_words(chosen) if chosen else "")

    def _show_reason(self, status: Status) -> None:
        shown = status in _NEEDS_REASON or self._is_blocked or bool(self._event.status_reason)
        self.field("status_reason").setVisible(shown)

    def _say_zones(self) -> None:
        starts, ends = self.when.value
        self.when_field.set_hint(zone_line(starts, ends, self._event.zone, self._event.guest_zone))

    # Saving

    @property
    def is_dirty(self) -> bool:
        """Whether something on screen is not stored."""
        return super().is_dirty or self._pending is not None or bool(self.when.error)

    def flush(self) -> bool:
        """Save what is open now; False when something was refused and is still on screen."""
        self.when.settle()
        self.save_when()
        return super().flush()

    def revert(self) -> None:
        """Show what is stored in every field."""
        self._drop_when()
        super().revert()

    def leave(self) -> None:
        """Save before the form goes; what is refused is told, because its field goes with it."""
        self.when.settle()
        self.save_when()
        words = self.when_field.error
        if words:
            self.context.problem_told.emit(
                _("{field} was not saved: {reason}").format(field=_("Time"), reason=words)
            )
            self._drop_when()
        super().leave()

    def hideEvent(self, event: QHideEvent) -> None:
        self._when_timer.stop()
        super().hideEvent(event)

    def save_when(self) -> None:
        """Write the times that are on screen."""
        self._when_timer.stop()
        if self._pending is None:
            return
        starts, ends = self._pending
        seen = {"starts": self._event.starts, "ends": self._event.ends}
        self._pending = None
        try:
            programme.update_event(
                self.context.desk,
                self._event.id,
                {"starts": starts, "ends": ends, "starts_fold": 0, "ends_fold": 0},
                seen=seen,
            )
        except ChangedElsewhere as error:
            self._drop_when()
            self.when_field.set_error(error.message)
            self._say(_("Not saved"), good=False)
        except UserError as error:
            self._pending = (starts, ends)
            self.when_field.set_error(error.message)
            self._say(_("Not saved"), good=False)
        else:
            self.when_field.set_error("")
            self._tell_saved()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A field with words of its own to take back has seen Escape before.
        if event.key() == Qt.Key.Key_Escape and self._pending is not None:
            self._drop_when()
            self._say("", good=True)
        else:
            super().keyPressEvent(event)

    def _tell_saved(self) -> None:
        now = clock_time(self.context.desk.wall_now(), current_language())
        self._say(_("Saved {time}").format(time=now), good=True)
        self.saved.emit()

    @property
    def _typing_when(self) -> bool:
        return bool(self.when.error) or any(field.isModified() for field in self.when.fields)

    def _drop_when(self) -> None:
        self._pending = None
        self.when.set_value(self._event.starts, self._event.ends)
        self.when_field.set_error("")
        self._say_zones()

    def _write(self, row_id: int, changes: Mapping[str, Any], seen: Mapping[str, Any]) -> None:
        of_status = {name: changes[name] for name in _STATUS_COLUMNS if name in changes}
        rest = {name: value for name, value in changes.items() if name not in of_status}
        if not of_status:
            programme.update_event(self.context.desk, row_id, rest, seen=seen)
        elif not rest:
            self._write_status(row_id, of_status, seen)
        else:
            with self.context.desk.work(_("Change event")):
                others = {name: seen[name] for name in rest}
                programme.update_event(self.context.desk, row_id, rest, seen=others)
                self._write_status(row_id, of_status, seen)

    def _write_status(
        self, row_id: int, changes: Mapping[str, Any], seen: Mapping[str, Any]
    ) -> None:
        stored = programme.get_event(self.context.desk, row_id)
        if stored is not None and stored.status != seen.get("status", stored.status):
            raise ChangedElsewhere(
                _(
                    "Somebody else changed this meanwhile. Their version is shown; nothing was lost."
                ),
                field="status",
            )
        status = Status(changes.get("status", self._event.status))
        asked = status in _NEEDS_REASON or self._is_blocked
        reason = changes.get("status_reason", self.reason.value if asked else "")
        override = reason if self._is_blocked else ""
        try:
            programme.set_event_status(
                self.context.desk, row_id, status, reason=reason, override=override
            )
        except Blocked as error:
            self._is_blocked = True
            self._show_reason(status)
            self.focus_field("status_reason")
            raise UserError(error.message, field="status_reason") from error
        except UserError as error:
            raise UserError(error.message, field="status_reason") from error
        self._is_blocked = False

    def _booking(self) -> Booking | None:
        starts, ends = self.when.value
        return Booking(starts, ends, self._event.zone, self._event.id) if ends > starts else None

    def _on_when_value_changed(self, value: tuple[datetime, datetime]) -> None:
        self._pending = value
        self._say_zones()
        self._when_timer.start()

    def _on_status_value_changed(self, status: str) -> None:
        self._is_blocked = False
        self._show_reason(Status(status))
        if Status(status) in _NEEDS_REASON:
            self.focus_field("status_reason")

    def _on_hosts_value_changed(self, keys: Sequence[int]) -> None:
        desk, event_id = self.context.desk, self._event.id

        def write() -> bool:
            participation.set_hosts(desk, event_id, list(keys))
            return True

        if self.context.attempt(write):
            self._tell_saved()

    def _on_lent_value_changed(self, _keys: object) -> None:
        desk, event_id, wanted = self.context.desk, self._event.id, self.lent.ids

        def write() -> bool:
            resources.set_resources(desk, event_id, wanted)
            return True

        if self.context.attempt(write):
            self._tell_saved()

    def _on_hosts_new_requested(self, name: str) -> None:
        choice = person_of(self.context.desk, add_person(self.context, self.window(), name))
        if choice is not None:
            self.hosts.field.set_choice(None)
            self.hosts.add(choice)

    def _on_venue_new_requested(self, name: str) -> None:
        dialog = NewVenueDialog(self.context, self.window(), name=name)
        try:
            dialog.exec()
            self.venues.forget()
            if dialog.created_id is not None:
                self.venue.set_choice(self.venues.choice(dialog.created_id))
                self.venue.value_changed.emit(self.venue.choice)
        finally:
            dialog.deleteLater()
