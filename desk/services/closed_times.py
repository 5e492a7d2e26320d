"""When a venue or a resource cannot be had: maintenance, another office, a driver's leave."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlmodel import col, select

from desk.locale import _
from desk.model.errors import UserError
from desk.model.rows.places import ClosedRow
from desk.model.tables import ClosedTime, Resource, Venue
from desk.services.desk import Desk
from desk.services.edits import new_row, row_for_change, set_fields
from desk.services.scheduling import instant_of, refuse_strange_year
from desk.store.derivation import derive
from desk.store.unit_of_work import WorkSession

LONGEST_CLOSING = timedelta(days=3 * 366)
"""What is closed for longer does not belong into the list of venues."""


def closed_times(
    desk: Desk,
    *,
    venue_id: int | None = None,
    resource_id: int | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
) -> list[ClosedRow]:
    """When it is closed, in order of time; `since` and `until` are aware moments."""
    with desk.read() as session:
        query = select(ClosedTime).order_by(col(ClosedTime.starts_at), col(ClosedTime.id))
        if venue_id is not None:
            query = query.where(ClosedTime.venue_id == venue_id)
        if resource_id is not None:
            query = query.where(ClosedTime.resource_id == resource_id)
        if since is not None:
            query = query.where(ClosedTime.ends_at > since)
        if until is not None:
            query = query.where(ClosedTime.starts_at < until)
        return [closed_row(row) for row in session.exec(query).all()]


def closed_row(row: ClosedTime) -> ClosedRow:
    """A closed time for screens."""
    return ClosedRow(
        id=row.id,
        venue_id=row.venue_id,
        resource_id=row.resource_id,
        starts=row.starts,
        ends=row.ends,
        zone=row.zone,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        reason=row.reason,
    )


def close_venue(desk: Desk, venue_id: int, *, starts: datetime, ends: datetime, reason: str) -> int:
    """Close a venue between two wall times of its own zone; the id. Raises UserError.

    What is booked there meanwhile stays and shows a finding.
    """
    with desk.work(_("Close for a time")) as session:
        venue = row_for_change(session, Venue, venue_id)
        return _close(session, {"venue_id": venue_id}, starts, ends, venue.zone, reason)


def close_resource(
    desk: Desk, resource_id: int, *, starts: datetime, ends: datetime, reason: str
) -> int:
    """Note that a resource cannot be lent between two wall times of the office; the id."""
    with desk.work(_("Close for a time")) as session:
        row_for_change(session, Resource, resource_id)
        return _close(session, {"resource_id": resource_id}, starts, ends, desk.zone, reason)


def change_closed_time(
    desk: Desk,
    closed_id: int,
    changes: Mapping[str, object],
    *,
    seen: Mapping[str, object] | None = None,
) -> None:
    """Change `starts`, `ends` or `reason`; `seen` as in `edits.set_fields`. Raises UserError."""
    with desk.work(_("Change a closed time")) as session:
        row = row_for_change(session, ClosedTime, closed_id)
        if set_fields(row, changes, seen):
            _settle(row)
            session.add(row)


def reopen(desk: Desk, closed_id: int) -> None:
    """Take a closed time away."""
    with desk.work(_("Open again")) as session:
        session.drop(row_for_change(session, ClosedTime, closed_id))


def drop_closed_times(
    session: WorkSession, *, venue_id: int | None = None, resource_id: int | None = None
) -> None:
    """Take away what goes with a venue or a resource that is deleted."""
    column, row_id = (
        (ClosedTime.venue_id, venue_id)
        if venue_id is not None
        else (ClosedTime.resource_id, resource_id)
    )
    for row in session.exec(select(ClosedTime).where(column == row_id)).all():
        session.drop(row)


def move_closed_times(session: WorkSession, venue_id: int, zone: str) -> None:
    """A venue's zone was mended: what is closed keeps its wall times. Raises UserError."""
    for row in session.exec(select(ClosedTime).where(ClosedTime.venue_id == venue_id)).all():
        row.zone = zone
        _settle(row)
        session.keep(row)


def _close(
    session: WorkSession,
    place: Mapping[str, int],
    starts: datetime,
    ends: datetime,
    zone: str,
    reason: str,
) -> int:
    values = {**place, "starts": starts, "ends": ends, "zone": zone, "reason": reason}
    row = ClosedTime(**new_row(ClosedTime, values))
    _settle(row)
    return session.keep(row).id


def _settle(row: ClosedTime) -> None:
    if not row.reason:
        raise UserError(_("Say why, so that everybody can answer the question."), field="reason")
    refuse_strange_year(row.starts, "starts")
    refuse_strange_year(row.ends, "ends")
    instant_of(row.starts, row.zone, 0, "starts")
    instant_of(row.ends, row.zone, 0, "ends")
    derive(row)
    if row.ends_at <= row.starts_at:
        raise UserError(_("The end is not after the start."), field="ends")
    if row.ends_at - row.starts_at > LONGEST_CLOSING:
        raise UserError(_("Closed for more than three years: delete it instead."), field="ends")
