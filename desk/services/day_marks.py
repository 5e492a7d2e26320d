"""What the days of a month have, in numbers: for the small calendar."""

from collections import Counter
from datetime import date, time, timedelta

from sqlmodel import col, select

from desk.locale.zones import wall_time
from desk.model.choices import Status
from desk.model.rows.overview import DayMark
from desk.model.tables import Event, Visit
from desk.services import checks
from desk.services.desk import Desk
from desk.services.happening import HAPPENING, between
from desk.services.scheduling import day_begins
from desk.services.visits import LONGEST_VISIT

_OFF = (Status.CANCELLED, Status.POSTPONED)
_A_DAY = timedelta(days=1)


def day_marks(desk: Desk, first: date, last: date) -> dict[date, DayMark]:
    """The days at the office, both included, that have something; what is called off does not count.

    A constant number of statements, whatever is held.
    """
    since, until = day_begins(first, desk.zone), day_begins(last + _A_DAY, desk.zone)
    clashing = {
        event_id
        for finding in checks.clash_findings_between(desk, since, until)
        if not finding.accepted
        for event_id in (finding.event_id, finding.other_event_id)
    }
    events: Counter[date] = Counter()
    visits: Counter[date] = Counter()
    clashes: Counter[date] = Counter()
    held = select(Event.id, Event.starts_at, Event.ends_at).where(
        HAPPENING, col(Event.status).not_in(_OFF)
    )
    expected = select(Visit).where(
        Visit.first_day <= last,
        Visit.last_day >= first,
        Visit.first_day >= first - LONGEST_VISIT,
        col(Visit.status).not_in(_OFF),
    )
    with desk.read() as session:
        for event_id, starts_at, ends_at in session.exec(held, params=between(since, until)):
            starts, ends = wall_time(starts_at, desk.zone), wall_time(ends_at, desk.zone)
            # An event that ends at midnight does not touch the next day.
            at_midnight = ends.time() == time() and ends.date() > starts.date()
            last_day = ends.date() - _A_DAY if at_midnight else ends.date()
            days = _days(starts.date(), last_day, first, last)
            events.update(days)
            if event_id in clashing:
                clashes.update(days)
        for visit in session.exec(expected):
            visits.update(_days(visit.first_day, visit.last_day, first, last))
    return {
        day: DayMark(events[day], visits[day], clashes[day]) for day in sorted({*events, *visits})
    }


def _days(begins: date, ends: date, first: date, last: date) -> list[date]:
    """The days from one to another that lie between the first and the last."""
    begin, end = max(begins, first), min(ends, last)
    return [begin + timedelta(days=more) for more in range((end - begin).days + 1)]
