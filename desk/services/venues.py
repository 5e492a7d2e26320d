"""What people do with venues and their layouts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

from sqlalchemy import func
from sqlmodel import Session, col, select

from desk.locale import _
from desk.locale.words import current_language
from desk.model.errors import UserError
from desk.model.localised import text_in
from desk.model.rows.venues import LayoutRow, VenueRow
from desk.model.tables import Event, Venue, VenueLayout
from desk.rules.folding import fold
from desk.rules.opening_hours import Hours, wrong_day
from desk.services.bookings import LONGEST_PREPARATION
from desk.services.closed_times import drop_closed_times, move_closed_times
from desk.services.desk import Desk
from desk.services.edits import localised, new_row, row_for_change, set_fields
from desk.services.travel_times import drop_travel_times

MOST_SEATS = 10_000


def list_venues(desk: Desk) -> list[VenueRow]:
    """Every venue by name, with its layouts and how often it is booked from now on."""
    with desk.read() as session:
        upcoming = dict(
            session.exec(
                select(Event.venue_id, func.count())
                .where(
                    col(Event.venue_id).is_not(None),
                    col(Event.long).in_((False, True)),
                    Event.starts_at >= desk.now(),
                )
                .group_by(col(Event.venue_id))
            ).all()
        )
        rows = venue_rows(session, session.exec(select(Venue)).all(), upcoming)
    return sorted(rows, key=lambda row: fold(row.name))


def known_equipment(desk: Desk) -> list[str]:
    """What stands in any venue, each once in order of the alphabet: offered while one types."""
    with desk.read() as session:
        venues = session.exec(select(Venue).order_by(col(Venue.id))).all()
    return sorted(_each_once([word for row in venues for word in row.equipment]), key=fold)


def get_venue(desk: Desk, venue_id: int) -> VenueRow | None:
    """One venue, or None when it was deleted."""
    with desk.read() as session:
        venue = session.get(Venue, venue_id)
        return venue_rows(session, [venue], {})[0] if venue else None


def venue_rows(
    session: Session, venues: Sequence[Venue], upcoming: Mapping[int | None, int]
) -> list[VenueRow]:
    """The venues in the order given, in the language of the screen."""
    language = current_language()
    layouts: dict[int, list[LayoutRow]] = defaultdict(list)
    for row in session.exec(
        select(VenueLayout)
        .where(col(VenueLayout.venue_id).in_([venue.id for venue in venues]))
        .order_by(col(VenueLayout.seats), col(VenueLayout.id))
    ):
        layouts[row.venue_id].append(
            LayoutRow(
                id=row.id,
                venue_id=row.venue_id,
                name=text_in(row.name, language),
                names=row.name,
                seats=row.seats,
                set_up_minutes=row.set_up_minutes,
                clear_down_minutes=row.clear_down_minutes,
            )
        )
    return [
        VenueRow(
            id=venue.id,
            name=text_in(venue.name, language),
            names=venue.name,
            building=text_in(venue.building, language),
            buildings=venue.building,
            city=venue.city,
            address=venue.address,
            zone=venue.zone,
            shared=venue.shared,
            email=venue.email,
            contact=venue.contact,
            notes=venue.notes,
            latitude=venue.latitude,
            longitude=venue.longitude,
            floor=venue.floor,
            equipment=tuple(venue.equipment),
            opening_hours=venue.opening_hours,
            photo=venue.photo,
            layouts=tuple(layouts[venue.id]),
            upcoming=upcoming.get(venue.id, 0),
        )
        for venue in venues
    ]


def create_venue(
    desk: Desk,
    *,
    name: str | Mapping[str, str],
    building: str | Mapping[str, str] = "",
    city: str = "",
    address: str = "",
    zone: str | None = None,
    shared: bool = False,
    email: str = "",
    contact: str = "",
    notes: str = "",
    latitude: float | None = None,
    longitude: float | None = None,
    floor: str = "",
    equipment: Sequence[str] = (),
    opening_hours: Hours | None = None,
) -> int:
    """Note a venue; its id. Raises UserError for a missing name."""
    with desk.work(_("New venue")) as session:
        row = Venue(
            **new_row(
                Venue,
                {
                    "name": localised(name),
                    "building": localised(building),
                    "city": city,
                    "address": address,
                    "zone": zone or desk.zone,
                    "shared": shared,
                    "email": email,
                    "contact": contact,
                    "notes": notes,
                    "latitude": latitude,
                    "longitude": longitude,
                    "floor": floor,
                    "equipment": list(equipment),
                    "opening_hours": {
                        weekday: list(span) for weekday, span in (opening_hours or {}).items()
                    },
                },
            )
        )
        _judge(row)
        return session.keep(row).id


def update_venue(
    desk: Desk,
    venue_id: int,
    changes: Mapping[str, object],
    *,
    seen: Mapping[str, object] | None = None,
) -> None:
    """Change fields of a venue; `seen` as in `edits.set_fields`. Raises UserError."""
    with desk.work(_("Change venue")) as session:
        row = row_for_change(session, Venue, venue_id)
        zone = row.zone
        if set_fields(row, changes, seen):
            _judge(row)
            session.keep(row)
            if row.zone != zone:
                move_closed_times(session, venue_id, row.zone)


def delete_venue(desk: Desk, venue_id: int) -> None:
    """Delete a venue; it can be restored. Raises UserError while events are held there."""
    with desk.work(_("Delete venue")) as session:
        row = row_for_change(session, Venue, venue_id)
        if session.exec(select(Event.id).where(Event.venue_id == venue_id).limit(1)).first():
            raise UserError(
                _("Events are held in {name}; move them to another venue first.").format(
                    name=text_in(row.name, current_language())
                )
            )
        for layout in session.exec(
            select(VenueLayout).where(VenueLayout.venue_id == venue_id)
        ).all():
            session.drop(layout)
        drop_closed_times(session, venue_id=venue_id)
        drop_travel_times(session, venue_id)
        session.drop(row)


def add_layout(
    desk: Desk,
    venue_id: int,
    *,
    name: str | Mapping[str, str],
    seats: int = 0,
    set_up_minutes: int = 0,
    clear_down_minutes: int = 0,
) -> int:
    """Note one way to furnish the venue; its id. Raises UserError."""
    with desk.work(_("New layout")) as session:
        row_for_change(session, Venue, venue_id)
        row = VenueLayout(
            **new_row(
                VenueLayout,
                {
                    "venue_id": venue_id,
                    "name": localised(name),
                    "seats": seats,
                    "set_up_minutes": set_up_minutes,
                    "clear_down_minutes": clear_down_minutes,
                },
            )
        )
        _judge_layout(row)
        return session.keep(row).id


def update_layout(
    desk: Desk,
    layout_id: int,
    changes: Mapping[str, object],
    *,
    seen: Mapping[str, object] | None = None,
) -> None:
    """Change a layout. Raises UserError."""
    with desk.work(_("Change layout")) as session:
        row = row_for_change(session, VenueLayout, layout_id)
        if set_fields(row, changes, seen):
            _judge_layout(row)
            session.add(row)


def delete_layout(desk: Desk, layout_id: int) -> None:
    """Delete a layout; events that used it keep the venue and go without a layout."""
    with desk.work(_("Delete layout")) as session:
        row = row_for_change(session, VenueLayout, layout_id)
        for event in session.exec(select(Event).where(Event.layout_id == layout_id)).all():
            event.layout_id = None
            session.keep(event)
        session.drop(row)


def _judge(row: Venue) -> None:
    if not row.name:
        raise UserError(_("A venue needs a name."), field="name")
    for field, most in (("latitude", 90), ("longitude", 180)):
        degrees = getattr(row, field)
        # Written so that "not a number" is refused as well.
        if degrees is not None and not -most <= degrees <= most:
            raise UserError(
                _("Give degrees from {least} to {most}.").format(least=-most, most=most),
                field=field,
            )
    row.equipment = _each_once(row.equipment)
    if wrong_day(row.opening_hours) is not None:
        raise UserError(_("The place closes after it opens, on each day."), field="opening_hours")


def _each_once(words: Sequence[str]) -> list[str]:
    """Without blanks and without what is there already in another spelling."""
    found: dict[str, str] = {}
    for word in words:
        plain = " ".join(word.split())
        if plain:
            found.setdefault(fold(plain) or plain, plain)
    return list(found.values())


def _judge_layout(row: VenueLayout) -> None:
    if not row.name:
        raise UserError(_("A layout needs a name."), field="name")
    longest = LONGEST_PREPARATION // timedelta(minutes=1)
    for field, most in (
        ("seats", MOST_SEATS),
        ("set_up_minutes", longest),
        ("clear_down_minutes", longest),
    ):
        if not 0 <= getattr(row, field) <= most:
            raise UserError(_("Give a number from 0 to {most}.").format(most=most), field=field)
