"""A vehicle, an interpreter or a set of equipment in the pane at the right."""

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.details.closed_list import ClosedList
from desk.gui.details.detail import Detail
from desk.gui.details.event_list import EventList
from desk.gui.details.history_list import HistoryList
from desk.gui.details.photo_part import PhotoPart
from desk.gui.details.resource_form import ResourceForm
from desk.gui.models.resources import ICONS, about_words
from desk.gui.widgets.button import Button
from desk.gui.widgets.chip import ChipLook
from desk.locale import _
from desk.model.rows.resources import ResourceRow
from desk.services import resources
from desk.services.choice_words import choice_words


class ResourceDetail(Detail):
    """What it is; when it cannot be had; what it is lent to; what was changed."""

    tables = frozenset({"resource", "resource_booking", "event", "person", "closed_time"})

    def __init__(self, context: Context, row_id: int, parent: QWidget | None = None) -> None:
        super().__init__(context, row_id, parent)
        self.resource: ResourceRow | None = None
        self.photo = PhotoPart(context, _("Photo"), self._write_photo)
        self.form = ResourceForm(context, self.refresh)
        self.closed_times = ClosedList(context)
        self.events = EventList(
            context, _("Lent to nothing"), _("It is free from today on; lend it in an event.")
        )
        self.steps = HistoryList(context, "resource")
        first = self.add_tab("resource", _("Detail"))
        first.addWidget(self.photo)
        self.put_form(first, self.form)
        first.addWidget(self.closed_times)
        first.addStretch(1)
        self.page_button = Button(_("Week and use over the year"), "chart-bar", dense=True)
        second = self.add_tab("events", _("Events"))
        second.addWidget(self.page_button)
        second.addWidget(self.events)
        self.add_tab("history", _("History")).addWidget(self.steps)
        self.delete_button = Button(_("Delete"), "trash", "quiet", dense=True)
        self.foot.addWidget(self.delete_button)
        self.show_saved(self.form)
        self.page_button.clicked.connect(self._on_page_button_clicked)
        self.delete_button.clicked.connect(self.delete)
        self.refresh()

    def read(self) -> bool:
        desk = self.context.desk
        self.resource = row = resources.get_resource(desk, self.row_id)
        if row is None:
            return False
        self.set_chips([ChipLook(choice_words(row.kind), "mute", ICONS[row.kind])])
        about = (row.person, about_words(row), row.owner)
        self.set_title(row.name, " · ".join(part for part in about if part))
        self.photo.show_digest(row.photo)
        self.form.show_resource(row)
        self.closed_times.show_place(resource_id=row.id)
        events = resources.events_of_resource(desk, row.id)
        self.events.show_events(events, desk.now())
        self.tabs.set_count("events", len(events))
        self.steps.show_row(row.id)
        return True

    def commands(self) -> frozenset[str]:
        return frozenset() if self.resource is None else frozenset({"delete", "edit"})

    def run(self, command: str) -> None:
        {"delete": self.delete, "edit": self.edit}[command]()

    def edit(self) -> None:
        """Put the keyboard into the name."""
        self.show_tab("resource")
        self.form.focus_field("name")

    def delete(self) -> None:
        """Delete it; the notice offers to take that back."""
        desk, row_id = self.context.desk, self.row_id
        if self.do(lambda: resources.delete_resource(desk, row_id), _("Resource deleted")):
            self.context.close_detail()

    def _write_photo(self, digest: str) -> None:
        resources.update_resource(self.context.desk, self.row_id, {"photo": digest})

    def _on_page_button_clicked(self) -> None:
        self.context.go("resource", self.row_id)
