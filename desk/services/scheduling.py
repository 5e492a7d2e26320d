"""Rules every write of an event obeys: derived instants, sane times, tidy removal."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from sqlmodel import col, or_, select

from desk.locale import _
from desk.locale.formats import clock_time, long_date
from desk.locale.words import current_language
from desk.locale.zones import TimeDoesNotExist, UnknownZone, instant, moment
from desk.model.errors import UserError
from desk.model.tables import (
    ClashOverride,
    Event,
    FollowUp,
    Invitation,
    Participation,
    PrecedenceDecision,
    ProducedDocument,
    ProgrammeItem,
    ResourceBooking,
    Venue,
    VenueLayout,
)
from desk.store.derivation import derive
from desk.store.unit_of_work import WorkSession

LONGEST_EVENT = timedelta(days=31)

YEARS = (1900, 2200)
"""The first and last year of anything: what lies outside was mistyped."""


def instant_of(wall: datetime, zone: str, fold: int, field: str) -> datetime:
    """The UTC moment of a wall time. Raises UserError beside the field."""
    try:
        return instant(wall, zone, fold)
    except TimeDoesNotExist as error:
        raise UserError(
            _("On {day} the clock skips {time}; choose another time.").format(
                day=long_date(wall.date(), current_language()),
                time=clock_time(wall, current_language()),
            ),
            field=field,
        ) from error
    except UnknownZone as error:
        raise UserError(
            _("{zone} is not a known time zone.").format(zone=zone), field="zone"
        ) from error


def day_begins(day: date, zone: str) -> datetime:
    """The first moment of a day in a zone, in UTC; also where summer time skips midnight."""
    return moment(datetime.combine(day, time.min), zone).astimezone(UTC)


def refuse_strange_year(day: date, field: str) -> None:
    """Raises UserError beside the field for a year that nobody can mean."""
    first, last = YEARS
    if not first <= day.year <= last:
        raise UserError(
            _("Choose a year from {first} to {last}.").format(first=first, last=last), field=field
        )


def settle(event: Event) -> None:
    """Derive what follows from the wall times and judge them. Raises UserError."""
    if not event.title:
        raise UserError(_("An event needs a title."), field="title")
    refuse_strange_year(event.starts, "starts")
    refuse_strange_year(event.ends, "ends")
    instant_of(event.starts, event.zone, event.starts_fold, "starts")
    instant_of(event.ends, event.zone, event.ends_fold, "ends")
    derive(event)
    if event.ends_at <= event.starts_at:
        raise UserError(_("The end is not after the start."), field="ends")
    if event.ends_at - event.starts_at > LONGEST_EVENT:
        raise UserError(
            _("An event lasts {count} days at most; make several of it.").format(
                count=LONGEST_EVENT.days
            ),
            field="ends",
        )


def shift_event(event: Event, by: timedelta) -> None:
    """Move an event by a length of wall time. Raises UserError when the new time is skipped."""
    event.starts += by
    event.ends += by
    settle(event)


def check_venue(session: WorkSession, event: Event) -> None:
    """The venue is there and the layout is one of its own; a layout of another venue is let go."""
    if event.venue_id is None:
        event.layout_id = None
        return
    if session.get(Venue, event.venue_id) is None:
        raise UserError(_("This venue is not there any more."), field="venue_id")
    if event.layout_id is not None:
        layout = session.get(VenueLayout, event.layout_id)
        if layout is None or layout.venue_id != event.venue_id:
            event.layout_id = None


def refuse_when_invited(session: WorkSession, event_ids: Sequence[int]) -> None:
    """Raises UserError while a guest holds an invitation to one of these events."""
    held = session.exec(
        select(Invitation).where(
            col(Invitation.event_id).in_(event_ids), Invitation.method == "REQUEST"
        )
    ).first()
    if held is not None:
        raise UserError(
            _("Guests hold an invitation. Cancel it instead, so that they can be told.")
        )


def drop_event(session: WorkSession, event: Event) -> None:
    """Delete an event with what is nothing without it; follow-ups stay."""
    for follow_up in session.exec(select(FollowUp).where(FollowUp.event_id == event.id)).all():
        follow_up.event_id = None
        session.keep(follow_up)
    for override in session.exec(
        select(ClashOverride).where(
            or_(ClashOverride.event_id == event.id, ClashOverride.other_event_id == event.id)
        )
    ).all():
        session.drop(override)
    for table in (
        ProgrammeItem,
        ResourceBooking,
        PrecedenceDecision,
        Participation,
        ProducedDocument,
        Invitation,
    ):
        for row in session.exec(select(table).where(table.event_id == event.id)).all():
            session.drop(row)
    session.drop(event)
