"""When a place is open: hours of each weekday, as they are stored."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

MINUTES_OF_A_DAY = 24 * 60

Hours = Mapping[str, Sequence[str]]
"""ISO weekday "1" to "7" to (from, until) as "HH:MM", "24:00" being the end of the day.

A missing day is closed; no day at all means always open."""


def minute_of(clock: str) -> int:
    """The minute of the day of "HH:MM". Raises ValueError for anything else."""
    if len(clock) != 5 or clock[2] != ":" or not (clock[:2] + clock[3:]).isdecimal():
        raise ValueError(f"not a time of the day: {clock!r}")
    hours, minutes = int(clock[:2]), int(clock[3:])
    if minutes > 59 or hours * 60 + minutes > MINUTES_OF_A_DAY:
        raise ValueError(f"not a time of the day: {clock!r}")
    return hours * 60 + minutes


def clock_of(minute: int) -> str:
    """A minute of the day as it is stored: 450 is "07:30", 1440 "24:00"."""
    return f"{minute // 60:02}:{minute % 60:02}"


def wrong_day(hours: Hours) -> str | None:
    """The first weekday whose hours are none, as it was given; None when all are well."""
    for weekday, span in hours.items():
        if weekday not in {"1", "2", "3", "4", "5", "6", "7"} or len(span) != 2:
            return weekday
        try:
            opens, closes = (minute_of(clock) for clock in span)
        except ValueError:
            return weekday
        if opens >= closes:
            return weekday
    return None


def open_minutes(hours: Hours, day: date) -> tuple[int, int] | None:
    """From which to which minute of that day it is open; None when it is closed all day."""
    if not hours:
        return 0, MINUTES_OF_A_DAY
    span = hours.get(str(day.isoweekday()))
    if span is None:
        return None
    opens, closes = span
    return minute_of(opens), minute_of(closes)


def open_span(hours: Hours, day: date) -> tuple[datetime, datetime] | None:
    """The wall times between which it is open on that day; None when it is closed all day."""
    minutes = open_minutes(hours, day)
    if minutes is None:
        return None
    midnight = datetime.combine(day, time.min)
    opens, closes = minutes
    return midnight + timedelta(minutes=opens), midnight + timedelta(minutes=closes)
