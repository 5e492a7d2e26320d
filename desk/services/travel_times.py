"""How long the way from one venue to another takes, as the office notes it."""

from sqlmodel import col, or_, select

from desk.locale import _
from desk.locale.words import current_language
from desk.model.errors import UserError
from desk.model.localised import text_in
from desk.model.rows.places import PlaceName, WayMatrix, WayRow
from desk.model.tables import TravelTime, Venue
from desk.rules.folding import fold
from desk.services.desk import Desk
from desk.services.edits import row_for_change
from desk.store.unit_of_work import WorkSession

LONGEST_WAY = 24 * 60
"""Minutes: what is farther away is a visit of its own."""


def travel_matrix(desk: Desk) -> WayMatrix:
    """All venues and the ways between them that count, the way back included."""
    language = current_language()
    with desk.read() as session:
        places = [
            PlaceName(
                venue.id,
                text_in(venue.name, language),
                ", ".join(part for part in (text_in(venue.building, language), venue.city) if part),
            )
            for venue in sorted(
                session.exec(select(Venue)).all(),
                key=lambda venue: (fold(venue.city), fold(text_in(venue.name, language))),
            )
        ]
        noted = {
            (row.from_venue_id, row.to_venue_id): row.minutes
            for row in session.exec(select(TravelTime)).all()
        }
    ways = {
        (there, here): WayRow(there, here, minutes, inherited=True)
        for (here, there), minutes in noted.items()
    } | {(here, there): WayRow(here, there, minutes) for (here, there), minutes in noted.items()}
    return WayMatrix(tuple(places), ways)


def ways_from(desk: Desk, venue_id: int) -> list[tuple[PlaceName, WayRow]]:
    """Every other venue with the way to it from here, noted or not."""
    matrix = travel_matrix(desk)
    return [
        (place, matrix.way(venue_id, place.id)) for place in matrix.places if place.id != venue_id
    ]


def minutes_between(desk: Desk, from_venue_id: int, to_venue_id: int) -> int | None:
    """The minutes that count from one venue to another; None while nobody noted them."""
    with desk.read() as session:
        rows = {
            (row.from_venue_id, row.to_venue_id): row.minutes
            for row in session.exec(
                select(TravelTime).where(
                    col(TravelTime.from_venue_id).in_((from_venue_id, to_venue_id)),
                    col(TravelTime.to_venue_id).in_((from_venue_id, to_venue_id)),
                )
            )
        }
    return rows.get((from_venue_id, to_venue_id), rows.get((to_venue_id, from_venue_id)))


def set_travel_time(desk: Desk, from_venue_id: int, to_venue_id: int, minutes: int | None) -> None:
    """Note the minutes from one venue to another; None takes them away. Raises UserError.

    What is noted counts for the way back too, until that is noted with other minutes. Taking away
    minutes that a way has from the way back takes away both.
    """
    if from_venue_id == to_venue_id:
        raise UserError(_("A way leads to another venue."), field="to_venue_id")
    if minutes is not None and not 0 <= minutes <= LONGEST_WAY:
        raise UserError(
            _("Give a number from 0 to {most}.").format(most=LONGEST_WAY), field="minutes"
        )
    with desk.work(_("Travel time")) as session:
        row_for_change(session, Venue, from_venue_id)
        row_for_change(session, Venue, to_venue_id)
        there = _noted(session, from_venue_id, to_venue_id)
        back = _noted(session, to_venue_id, from_venue_id)
        if there is not None:
            if minutes is None or (back is not None and back.minutes == minutes):
                session.drop(there)
            elif there.minutes != minutes:
                there.minutes = minutes
                session.keep(there)
        elif back is not None and minutes is None:
            session.drop(back)
        elif minutes is not None and (back is None or back.minutes != minutes):
            session.keep(
                TravelTime(from_venue_id=from_venue_id, to_venue_id=to_venue_id, minutes=minutes)
            )


def drop_travel_times(session: WorkSession, venue_id: int) -> None:
    """Take away the ways from and to a venue that is deleted."""
    for row in session.exec(
        select(TravelTime).where(
            or_(TravelTime.from_venue_id == venue_id, TravelTime.to_venue_id == venue_id)
        )
    ).all():
        session.drop(row)


def _noted(session: WorkSession, from_id: int, to_id: int) -> TravelTime | None:
    return session.exec(
        select(TravelTime).where(
            TravelTime.from_venue_id == from_id, TravelTime.to_venue_id == to_id
        )
    ).first()
