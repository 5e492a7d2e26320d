"""A new event, booked from nothing with the keyboard alone."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.gui.context import Context
from desk.gui.dialogs.draft_findings import DraftFindings
from desk.gui.dialogs.event_draft import EventDraft, findings_of, is_grave
from desk.gui.dialogs.free_slots import FreeSlotsDialog, Search
from desk.gui.dialogs.lent_field import LentField
from desk.gui.dialogs.lookups import (
    Booking,
    FindVenues,
    find_people,
    find_visits,
    person_of,
    visit_of,
)
from desk.gui.dialogs.new_person import add_person
from desk.gui.dialogs.new_thing import NewThingDialog
from desk.gui.dialogs.new_venue import NewVenueDialog
from desk.gui.models.choice_words import status_mark
from desk.gui.models.event_words import layout_words, zone_line
from desk.gui.theme.application import current_theme
from desk.gui.widgets.button import Button
from desk.gui.widgets.combo_box import ComboBox
from desk.gui.widgets.people_picker import PeoplePicker
from desk.gui.widgets.searchable_combo import Choice, SearchableCombo
from desk.gui.widgets.text_field import TextField
from desk.gui.widgets.when_field import WhenField
from desk.locale import _
from desk.locale.countries import usual_zone
from desk.locale.zones import moment, wall_time
from desk.model.choices import EventKind, Side, Status
from desk.model.errors import UserError
from desk.model.rows.findings import FindingRow, Mend
from desk.model.rows.free_time import FreeSlot
from desk.model.rows.visits import VisitRow
from desk.services import delegation, programme, visits
from desk.services.choice_words import choice_words
from desk.services.resources import get_resource

JUDGE_AFTER = 250
"""Milliseconds of quiet after which the plan is looked at anew."""
_HOUR = timedelta(hours=1)
_MORNING, _EVENING = 8, 18


class NewEventDialog(NewThingDialog):
    """Title, visit, kind, time, room, hosts; what stands in the way is shown while one types.

    What is confirmed and clashes needs a reason: the button then says that it books anyway.
    """

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        *,
        title: str = "",
        visit_id: int | None = None,
        day: date | None = None,
        starts: datetime | None = None,
        ends: datetime | None = None,
        venue_id: int | None = None,
    ) -> None:
        super().__init__(context, _("New event"), _("Add event"), width=780, parent=parent)
        desk = context.desk
        self._visit: VisitRow | None = None
        self._guests: frozenset[int] = frozenset()
        self._findings: Sequence[FindingRow] = ()
        self._day_chosen = day is not None or starts is not None
        begins = starts or self._usual_start(day)
        self.title = TextField(title)
        self.visit = SearchableCombo(find_visits(desk), placeholder=_("Without a visit"))
        self.kind = ComboBox([(kind, choice_words(kind)) for kind in EventKind])
        likely = (Status.IDEA, Status.TENTATIVE, Status.CONFIRMED)
        self.status = ComboBox([(status, status_mark(status).words) for status in likely])
        self.status.set_value(Status.TENTATIVE)
        self.when = WhenField(begins, ends or begins + _HOUR, today=desk.today())
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
        self.findings = DraftFindings(self.venues)
        self.override = TextField(placeholder=_("Who decided it, and why"))
        self.free_button = Button(_("Find a free slot…"), "magnifying-glass", "quiet")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(JUDGE_AFTER)
        self._lay_out()
        self.visit.set_choice(visit_of(desk, visit_id))
        self.venue.set_choice(self.venues.choice(venue_id))
        self._connect()
        self._take_visit()
        self._take_venue()
        self.judge()
        self.title.setFocus()

    def _lay_out(self) -> None:
        left, right = self.add_columns()
        self.resize(780, 650)
        left.addWidget(self.add_field("title", _("Title"), self.title, place=False))
        left.addWidget(self.add_field("visit_id", _("Visit"), self.visit, place=False))
        self.add_row(
            self.add_field("kind", _("Kind"), self.kind, place=False),
            self.add_field("status", _("Status"), self.status, place=False),
            column=left,
        )
        for name, label, editor, about in (
            ("starts", _("Time"), self.when, "starts"),
            ("venue_id", _("Venue"), self.venue, "venue_id"),
            ("layout_id", _("Layout"), self.room_layout, "layout_id"),
            ("place", _("Place in words"), self.place, ""),
            ("hosts", _("Hosts"), self.hosts, "people"),
            ("resources", _("Lent"), self.lent, "resources"),
        ):
            together = QVBoxLayout()
            together.setSpacing(current_theme().space.fine)
            together.addWidget(self.add_field(name, label, editor, place=False))
            if about:
                together.addWidget(self.findings.note(about))
            left.addLayout(together)
        left.addStretch(1)
        QShortcut(QKeySequence("Ctrl+Shift+F"), self, self.find_free)
        self.free_button.setToolTip(_("{words} (Ctrl+Shift+F)").format(words=_("Find a free slot")))
        self.add_aside(self.free_button)
        right.addWidget(self.findings, 1)
        hint = _("Internal: the reason never leaves the office.")
        right.addWidget(
            self.add_field("override", _("Why it stays so"), self.override, hint=hint, place=False)
        )
        self.field("override").hide()

    def _connect(self) -> None:
        self._timer.timeout.connect(self.judge)
        self.free_button.clicked.connect(self.find_free)
        self.visit.value_changed.connect(self._on_visit_value_changed)
        self.when.value_changed.connect(self._on_when_value_changed)
        self.when.error_changed.connect(self._on_anything_changed)
        for field in self.when.fields:
            field.textEdited.connect(self._on_when_text_edited)
        self.venue.value_changed.connect(self._on_venue_value_changed)
        self.venue.new_requested.connect(self._on_venue_new_requested)
        self.room_layout.value_changed.connect(self._on_anything_changed)
        self.status.value_changed.connect(self._on_anything_changed)
        self.kind.value_changed.connect(self._on_anything_changed)
        self.hosts.value_changed.connect(self._on_anything_changed)
        self.hosts.new_requested.connect(self._on_hosts_new_requested)
        self.lent.value_changed.connect(self._on_anything_changed)
        self.findings.mend_chosen.connect(self._on_findings_mend_chosen)

    @property
    def zone(self) -> str:
        """The zone of the times: the visit's, else the office's."""
        return self._visit.zone if self._visit else self.context.desk.zone

    def create(self) -> int:
        starts, ends = self.when.value
        return programme.create_event(
            self.context.desk,
            title=self.title.value,
            starts=starts,
            ends=ends,
            visit_id=self.visit.value,
            zone=self.zone,
            kind=EventKind(self.kind.value),
            status=Status(self.status.value),
            venue_id=self.venue.value,
            layout_id=self.room_layout.value,
            place="" if self.venue.value else self.place.value,
            hosts=[int(str(key)) for key in self.hosts.value],
            resources=self.lent.ids,
            override=self.override.value,
        )

    def set_error(self, name: str, words: str) -> None:
        if name == "override":
            self.field("override").setVisible(bool(words) or is_grave(self._findings))
        super().set_error("starts" if name == "ends" else name, words)

    def judge(self) -> None:
        """Look at the plan as it stands and say what is in its way."""
        self._timer.stop()
        starts, ends = self.when.value
        guest_zone = (
            self._visit.guest_zone or usual_zone(self._visit.country) if self._visit else ""
        )
        self.field("starts").set_hint(zone_line(starts, ends, self.zone, guest_zone or ""))
        draft = self.draft()
        try:
            self._findings = findings_of(self.context.desk, draft)
        except UserError as error:
            self._findings = ()
            self.set_error(error.field or "", error.message)
        else:
            self.field("starts").set_error("")
        self.findings.show_findings(draft, self._findings)
        grave = is_grave(self._findings)
        self.field("override").setVisible(grave)
        self.action.setText(_("Book anyway") if grave else _("Add event"))
        self.action.updateGeometry()

    def find_free(self) -> None:
        """Look for a time when the room and everybody who is in the plan are free."""
        draft = self.draft()
        people = (person_of(self.context.desk, person_id) for person_id in sorted(draft.people))
        search = Search(
            draft.starts.date(),
            max(1, round((draft.ends - draft.starts).total_seconds() / 60)),
            draft.heads,
            [choice for choice in people if choice is not None],
            draft.venue_id,
        )
        dialog = FreeSlotsDialog(self.context, search, self)
        try:
            dialog.exec()
            if dialog.slot is not None:
                self._take_slot(dialog.slot)
        finally:
            dialog.deleteLater()

    def _take_slot(self, slot: FreeSlot) -> None:
        if slot.zone == self.zone:
            starts, ends = slot.starts, slot.ends
        else:
            starts, ends = (
                wall_time(moment(wall, slot.zone), self.zone) for wall in (slot.starts, slot.ends)
            )
        self.when.set_value(starts, ends)
        self._day_chosen = True
        self.venue.set_choice(self.venues.choice(slot.venue_id))
        self._take_venue()
        if slot.layout_id is not None:
            self.room_layout.set_value(slot.layout_id)
        self.judge()

    def draft(self) -> EventDraft:
        """The plan as it stands."""
        starts, ends = self.when.value
        hosts = [int(str(key)) for key in self.hosts.value]
        guests = self._visit.guests if self._visit else 0
        return EventDraft(
            starts=starts,
            ends=ends,
            zone=self.zone,
            venue_id=self.venue.value,
            layout_id=self.room_layout.value,
            people=self._guests | frozenset(hosts),
            status=Status(self.status.value),
            kind=EventKind(self.kind.value),
            visit_id=self.visit.value,
            heads=guests + len(hosts),
            resources=frozenset(self.lent.ids),
        )

    def _booking(self) -> Booking | None:
        starts, ends = self.when.value
        return Booking(starts, ends, self.zone) if ends > starts else None

    def _usual_start(self, day: date | None) -> datetime:
        """The next full hour of the office, or nine o'clock on another day."""
        now = self.context.desk.wall_now()
        nine = time(9, 0)
        if day is not None and day != now.date():
            return datetime.combine(day, nine)
        following = now.replace(minute=0, second=0) + _HOUR
        if _MORNING <= following.hour < _EVENING and following.date() == now.date():
            return following
        tomorrow = now.date() + timedelta(days=1)
        return datetime.combine(now.date() if now.hour < _MORNING else tomorrow, nine)

    def _take_visit(self) -> None:
        """The chosen visit gives the zone, the guests and, while no day was chosen, the day."""
        desk, visit_id = self.context.desk, self.visit.value
        self._visit = visits.get_visit(desk, visit_id) if visit_id is not None else None
        self._guests = frozenset()
        if self._visit is None:
            return
        members = delegation.list_members(desk, self._visit.id)
        self._guests = frozenset(
            m.person_id for m in members if m.person_id is not None and m.side is Side.GUEST
        )
        if not self._day_chosen:
            starts, ends = self.when.value
            to_first = self._visit.first_day - starts.date()
            self.when.set_value(starts + to_first, ends + to_first)

    def _take_venue(self) -> None:
        row = self.venues.row(self.venue.value)
        layouts = [(layout.id, layout_words(layout)) for layout in row.layouts] if row else []
        self.room_layout.set_choices([(None, _("No layout")), *layouts])
        self.field("layout_id").setVisible(bool(layouts))
        self.field("place").setVisible(row is None)

    def _on_visit_value_changed(self, _choice: Choice | None) -> None:
        self._take_visit()
        self.judge()

    def _on_when_value_changed(self, _value: tuple[datetime, datetime]) -> None:
        self._day_chosen = True
        self._timer.start()

    def _on_when_text_edited(self, _text: str) -> None:
        self.field("starts").set_error("")

    def _on_anything_changed(self, _value: object) -> None:
        self._timer.start()

    def _on_venue_value_changed(self, _choice: Choice | None) -> None:
        self._take_venue()
        self._timer.start()

    def _on_venue_new_requested(self, name: str) -> None:
        dialog = NewVenueDialog(self.context, self, name=name)
        try:
            dialog.exec()
            self.venues.forget()
            if dialog.created_id is not None:
                self.venue.set_choice(self.venues.choice(dialog.created_id))
                self._on_venue_value_changed(self.venue.choice)
        finally:
            dialog.deleteLater()

    def _on_hosts_new_requested(self, name: str) -> None:
        choice = person_of(self.context.desk, add_person(self.context, self, name))
        if choice is not None:
            self.hosts.field.set_choice(None)
            self.hosts.add(choice)

    def _on_findings_mend_chosen(self, mend: Mend) -> None:
        if mend.starts is not None:
            starts, ends = self.when.value
            self.when.set_value(mend.starts, mend.ends or mend.starts + (ends - starts))
            self._day_chosen = True
        if mend.venue_id is not None:
            self.venue.set_choice(self.venues.choice(mend.venue_id))
            self._take_venue()
        if mend.layout_id is not None:
            self.room_layout.set_value(mend.layout_id)
        if mend.instead_id is not None:
            kept = [row_id for row_id in self.lent.ids if row_id != mend.resource_id]
            rows = (get_resource(self.context.desk, row_id) for row_id in (*kept, mend.instead_id))
            self.lent.show_resources(row for row in rows if row is not None)
        self.judge()
