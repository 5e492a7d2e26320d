"""The plan of the venues as it is printed: a row for each, its bookings with their preparation."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlmodel import Session, col, select

from desk.documents.calendar import Bar, Closed, Hour, RoomDay, RoomRow
from desk.locale import said_many
from desk.locale.formats import long_date
from desk.locale.zones import wall_time
from desk.model.localised import text_in
from desk.model.rows.events import EventRow
from desk.model.tables import ClosedTime, Venue, VenueLayout
from desk.rules.lanes import lanes_of
from desk.services.calendar_sheets import DAY_MINUTES, Shown
from desk.services.scheduling import day_begins

_A_DAY = timedelta(days=1)


def room_days(
    session: Session,
    shown: Shown,
    days: Sequence[date],
    hours: Sequence[Hour],
    *,
    only_booked: bool,
) -> tuple[RoomDay, ...]:
    """Every day with its venues by name; shared ones stand there only while something is held."""
    language = shown.language
    venues = sorted(
        session.exec(select(Venue)).all(),
        key=lambda venue: text_in(venue.name, language).casefold(),
    )
    layouts = {layout.id: layout for layout in session.exec(select(VenueLayout)).all()}
    closed = session.exec(
        select(ClosedTime)
        .where(
            col(ClosedTime.venue_id).is_not(None),
            ClosedTime.starts_at < day_begins(days[-1] + _A_DAY, shown.zone),
            ClosedTime.ends_at > day_begins(days[0], shown.zone),
        )
        .order_by(col(ClosedTime.starts_at), col(ClosedTime.id))
    ).all()
    seats: dict[int, int] = {}
    for layout in layouts.values():
        seats[layout.venue_id] = max(seats.get(layout.venue_id, 0), layout.seats)
    found: list[RoomDay] = []
    edges = (hours[0].minute, hours[-1].minute)
    for day in days:
        rows: list[RoomRow] = []
        for venue in venues:
            bars = [
                bar
                for row in shown.on(day)
                if row.venue_id == venue.id
                for bar in [_bar(shown, row, day, layouts.get(row.layout_id or 0), edges)]
            ]
            shut = _closed_on(
                [row for row in closed if row.venue_id == venue.id], shown, day, edges
            )
            if not bars and (only_booked or venue.shared):
                continue
            rows.append(
                _row(
                    venue,
                    _in_lanes(bars, edges[1]),
                    shut,
                    seats.get(venue.id, 0),
                    language=language,
                )
            )
        found.append(RoomDay(long_date(day, language), tuple(rows)))
    return tuple(found)


def _row(
    venue: Venue, bars: tuple[Bar, ...], closed: tuple[Closed, ...], seats: int, *, language: str
) -> RoomRow:
    parts = [text_in(venue.building, language)]
    if seats:
        words = said_many(language, "{count} seat", "{count} seats", seats)
        parts.append(words.format(count=seats))
    return RoomRow(
        name=text_in(venue.name, language),
        detail=" · ".join(part for part in parts if part),
        bars=bars,
        closed=closed,
        lanes=max((bar.lane for bar in bars), default=0) + 1,
    )


def _bar(
    shown: Shown, row: EventRow, day: date, layout: VenueLayout | None, edges: tuple[int, int]
) -> Bar:
    """The booking on that day, cut off where the sheet ends."""
    starts, ends = shown.minutes_on(row, day)
    first, last = edges
    before = layout.set_up_minutes if layout is not None and row.status.holds_its_time else 0
    after = layout.clear_down_minutes if layout is not None and row.status.holds_its_time else 0
    prepared_from = starts - before if starts else 0
    prepared_until = ends + after if ends < DAY_MINUTES else ends
    return Bar(
        shown.paper_event(row, time=shown.span_words(row)),
        max(first, starts),
        min(last, ends),
        max(first, min(prepared_from, last)),
        max(first, min(prepared_until, last)),
    )


def _in_lanes(bars: Sequence[Bar], last: int) -> tuple[Bar, ...]:
    """Each bar with its lane and the room behind it."""
    lanes = [lane.lane for lane in lanes_of([(b.prepared_from, b.prepared_until) for b in bars])]

    def following(bar: Bar, lane: int) -> int:
        behind = [
            other.prepared_from
            for other, of_other in zip(bars, lanes, strict=True)
            if of_other == lane and other.prepared_from >= bar.prepared_until and other is not bar
        ]
        return min(behind, default=last)

    return tuple(
        replace(bar, lane=lane, next=following(bar, lane))
        for bar, lane in zip(bars, lanes, strict=True)
    )


def _closed_on(
    rows: Sequence[ClosedTime], shown: Shown, day: date, edges: tuple[int, int]
) -> tuple[Closed, ...]:
    begins = datetime.combine(day, datetime.min.time())
    first, last = edges
    found: list[Closed] = []
    for row in rows:
        starts = _minutes(wall_time(row.starts_at, shown.zone) - begins)
        ends = _minutes(wall_time(row.ends_at, shown.zone) - begins)
        if starts < last and ends > first:
            found.append(Closed(max(first, starts), min(last, ends), row.reason))
    return tuple(found)


def _minutes(length: timedelta) -> int:
    return int(length.total_seconds() // 60)
