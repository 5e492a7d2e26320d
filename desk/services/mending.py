"""Doing what the button of a finding says."""

from sqlmodel import select

from desk.locale import _
from desk.model.errors import NotThere
from desk.model.rows.findings import Mend
from desk.model.tables import ResourceBooking
from desk.services import programme
from desk.services.desk import Desk


def apply_mend(desk: Desk, mend: Mend) -> None:
    """Mend a finding about a written event, as one step that undo takes back. Raises UserError."""
    with desk.work(_("Mend a finding")) as session:
        if mend.starts is not None:
            programme.move_event(desk, mend.event_id, starts=mend.starts, ends=mend.ends)
        changes = {
            name: value
            for name, value in (("venue_id", mend.venue_id), ("layout_id", mend.layout_id))
            if value is not None
        }
        if changes:
            programme.update_event(desk, mend.event_id, changes)
        if mend.resource_id is not None and mend.instead_id is not None:
            booking = session.exec(
                select(ResourceBooking).where(
                    ResourceBooking.event_id == mend.event_id,
                    ResourceBooking.resource_id == mend.resource_id,
                )
            ).first()
            if booking is None:
                raise NotThere(_("This is not there any more; somebody deleted it meanwhile."))
            booking.resource_id = mend.instead_id
            session.keep(booking)
