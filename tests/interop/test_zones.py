"""Every zone of the zone data: other programs compute the same instants from our VTIMEZONE."""

import zoneinfo
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache

import pytest

from desk.ical import CalendarEvent, publish_file, request_file
from desk.locale.zones import fold_of, wall_time, zone_info
from tests.ical.samples import GUEST, MEETING, ORGANISER, WRITTEN
from tests.interop.libical import Libical
from tests.interop.node import IcalJs
from tests.interop.seen import SeenCalendar

FIRST, LAST = datetime(2024, 1, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC)
HALF_AN_HOUR = timedelta(minutes=30)


@cache
def changes(zone: str) -> tuple[datetime, ...]:
    """When a zone changes its offset, 2024 to 2028, in half hours of UTC.

    Found by looking at every week, then day, then half hour, unlike our own code, which halves
    intervals.
    """
    info = zone_info(zone)
    spans = [(FIRST, LAST)]
    for step in (timedelta(days=7), timedelta(days=1), HALF_AN_HOUR):
        spans = [
            (start, start + step)
            for first, last in spans
            for start in (first + number * step for number in range(-((first - last) // step)))
            if offset(start, info) != offset(start + step, info)
        ]
    return tuple(end for _start, end in spans)


def offset(moment: datetime, info: zoneinfo.ZoneInfo) -> timedelta:
    return moment.astimezone(info).utcoffset() or timedelta()


@cache
def zones_of_different_history() -> tuple[str, ...]:
    """One zone of each group that shares its offsets from 2024 to 2028."""
    by_history: dict[object, str] = {}
    for zone in sorted(zoneinfo.available_timezones()):
        info = zone_info(zone)
        history = (offset(FIRST, info), *((at, offset(at, info)) for at in changes(zone)))
        by_history.setdefault(history, zone)
    return tuple(by_history.values())


def event_at(zone: str, starts_at: datetime, ends_at: datetime, number: int) -> CalendarEvent:
    return replace(
        MEETING,
        uid=f"event-{number}",
        zone=zone,
        starts=wall_time(starts_at, zone),
        ends=wall_time(ends_at, zone),
        starts_fold=fold_of(starts_at, zone),
        ends_fold=fold_of(ends_at, zone),
    )


def events_around_changes(zone: str) -> Iterator[CalendarEvent]:
    """Before, at and after each change, over it, and far from all of them."""
    minute = timedelta(minutes=1)
    moments = [
        moment + shift
        for moment in changes(zone)
        for shift in (-90 * minute, -minute, timedelta(), minute, 61 * minute)
    ]
    moments += [
        datetime(year, month, 1, 2, tzinfo=UTC) for year in range(2024, 2029) for month in (1, 7)
    ]
    for number, moment in enumerate(moments):
        yield event_at(zone, moment, moment + 45 * minute, number)


def instants(calendar: SeenCalendar) -> list[tuple[object, object]]:
    return [(event.starts, event.ends) for event in calendar.events]


def true_instants(events: list[CalendarEvent]) -> list[tuple[object, object]]:
    return [(int(event.starts_at.timestamp()), int(event.ends_at.timestamp())) for event in events]


def invitation(event: CalendarEvent) -> bytes:
    return request_file(
        event,
        recipient=GUEST,
        organiser=ORGANISER,
        language="en",
        guest_zone=None,
        written=WRITTEN,
    )


def programme(events: list[CalendarEvent]) -> bytes:
    return publish_file(
        events,
        organiser=ORGANISER,
        language="en",
        guest_zone=None,
        calendar_name="",
        written=WRITTEN,
    )


def test_an_invitation_around_any_change_of_any_zone_has_the_right_instants(
    libical: Libical, ical_js: IcalJs
) -> None:
    events = [
        event for zone in zones_of_different_history() for event in events_around_changes(zone)
    ]
    files = [invitation(event) for event in events]
    expected = true_instants(events)
    assert [pair for file in files for pair in instants(libical.read(file))] == expected
    assert [pair for seen in ical_js.read_all(files) for pair in instants(seen)] == expected


def test_a_programme_of_five_years_in_any_zone_has_the_right_instants(
    libical: Libical, ical_js: IcalJs
) -> None:
    events = [list(events_around_changes(zone)) for zone in zones_of_different_history()]
    files = [programme(of_one_zone) for of_one_zone in events]
    expected = list(map(true_instants, events))
    assert [instants(libical.read(file)) for file in files] == expected
    assert [instants(seen) for seen in ical_js.read_all(files)] == expected


def test_every_name_in_the_zone_data_is_understood(libical: Libical, ical_js: IcalJs) -> None:
    noon = datetime(2026, 12, 6, 12, tzinfo=UTC)
    names = sorted(zoneinfo.available_timezones())
    events = [
        event_at(zone, noon, noon + HALF_AN_HOUR, number) for number, zone in enumerate(names)
    ]
    file = programme(events)
    expected = true_instants(events)
    assert instants(libical.read(file)) == expected
    assert instants(ical_js.read(file)) == expected


@pytest.mark.parametrize(
    ("zone", "starts", "fold", "instant"),
    [
        ("Asia/Almaty", datetime(2026, 10, 5, 15), 0, datetime(2026, 10, 5, 10)),
        ("Asia/Almaty", datetime(2024, 2, 29, 23, 30), 0, datetime(2024, 2, 29, 17, 30)),
        ("Asia/Almaty", datetime(2024, 2, 29, 23, 30), 1, datetime(2024, 2, 29, 18, 30)),
        ("Asia/Almaty", datetime(2024, 2, 29, 22, 30), 0, datetime(2024, 2, 29, 16, 30)),
        ("Europe/Berlin", datetime(2026, 10, 25, 2, 30), 0, datetime(2026, 10, 25, 0, 30)),
        ("Europe/Berlin", datetime(2026, 10, 25, 2, 30), 1, datetime(2026, 10, 25, 1, 30)),
        ("Europe/Berlin", datetime(2026, 3, 29, 3, 0), 0, datetime(2026, 3, 29, 1, 0)),
        ("Asia/Makassar", datetime(2026, 12, 6, 9), 0, datetime(2026, 12, 6, 1)),
    ],
)
def test_the_known_instants(
    libical: Libical,
    ical_js: IcalJs,
    zone: str,
    starts: datetime,
    fold: int,
    instant: datetime,
) -> None:
    event = replace(
        MEETING,
        zone=zone,
        starts=starts,
        starts_fold=fold,
        ends=starts + timedelta(hours=5),
    )
    expected = int(instant.replace(tzinfo=UTC).timestamp())
    file = invitation(event)
    assert libical.read(file).events[0].starts == expected
    assert ical_js.read(file).events[0].starts == expected


def test_casablanca_in_the_autumn_of_2026_is_what_the_bundled_zone_data_say(
    libical: Libical, ical_js: IcalJs
) -> None:
    event = replace(
        MEETING,
        zone="Africa/Casablanca",
        starts=datetime(2026, 11, 15, 9),
        ends=datetime(2026, 11, 15, 10),
    )
    bundled = zoneinfo.ZoneInfo("Africa/Casablanca")
    expected = int(event.starts.replace(tzinfo=bundled).timestamp())
    file = invitation(event)
    assert libical.read(file).events[0].starts == expected
    assert ical_js.read(file).events[0].starts == expected
