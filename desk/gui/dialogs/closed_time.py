"""When a venue or a resource is closed, and why."""

from datetime import datetime, time, timedelta

from PySide6.QtWidgets import QWidget

from desk.gui.context import Context
from desk.gui.dialogs.new_thing import NewThingDialog
from desk.gui.widgets.text_field import TextField
from desk.gui.widgets.when_field import WhenField
from desk.locale import _
from desk.model.rows.places import ClosedRow
from desk.services import closed_times


class ClosedTimeDialog(NewThingDialog):
    """From when until when, and why; for a venue, for a resource, or for one noted before."""

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        *,
        venue_id: int | None = None,
        resource_id: int | None = None,
        closed: ClosedRow | None = None,
    ) -> None:
        title = _("Close for a time") if closed is None else _("Change a closed time")
        action = _("Add closed time") if closed is None else _("Change")
        super().__init__(context, title, action, width=460, parent=parent)
        self._venue_id = venue_id
        self._resource_id = resource_id
        self._closed = closed
        tomorrow = context.desk.today() + timedelta(days=1)
        starts = closed.starts if closed else datetime.combine(tomorrow, time(7))
        ends = closed.ends if closed else datetime.combine(tomorrow, time(17))
        self.when = WhenField(starts, ends, today=context.desk.today())
        self.when.show_last_day()
        self.reason = TextField(
            closed.reason if closed else "", placeholder=_("Repair, another office, leave…")
        )
        self.add_field("starts", _("Time"), self.when)
        self.add_field("reason", _("Reason"), self.reason)
        self.reason.setFocus()

    def set_error(self, name: str, words: str) -> None:
        super().set_error("starts" if name == "ends" else name, words)

    def create(self) -> int:
        desk = self.context.desk
        starts, ends = self.when.value
        reason = self.reason.value
        if self._closed is not None:
            before = self._closed
            closed_times.change_closed_time(
                desk,
                before.id,
                {"starts": starts, "ends": ends, "reason": reason},
                seen={"starts": before.starts, "ends": before.ends, "reason": before.reason},
            )
            return before.id
        if self._venue_id is not None:
            return closed_times.close_venue(
                desk, self._venue_id, starts=starts, ends=ends, reason=reason
            )
        assert self._resource_id is not None
        return closed_times.close_resource(
            desk, self._resource_id, starts=starts, ends=ends, reason=reason
        )
