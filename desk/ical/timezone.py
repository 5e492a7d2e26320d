"""VTIMEZONE written from the zone data (RFC 5545 section 3.6.5).

Three shapes, each the plainest that is right around the event: no transition, one STANDARD; regular
summer time, one STANDARD and one DAYLIGHT with a yearly rule; anything else, one observance per
transition. Never RDATE, which Outlook ignores and others misread.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from desk.ical.folding import fold_all
from desk.locale.zones import zone_info

# Names of UTC itself: times in them are written with Z and need no VTIMEZONE.
UTC_ZONES = frozenset(
    {"UTC", "Etc/UTC", "UCT", "Etc/UCT", "Zulu", "Etc/Zulu", "Universal", "Etc/Universal"}
)

# The shortest time between two transitions is a Ramadan's four weeks.
_STEP = timedelta(days=14)
_SECOND = timedelta(seconds=1)
_WEEK = 7
_YEARS_OF_COMPARISON = 8
_FIRST_YEAR, _LAST_YEAR = 2, 9997
_LONG_AGO = 1970
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Transition:
    """A moment the clocks of a zone are changed.

    `at` is the instant (UTC, naive), `before` and `after` are offsets from UTC, `name` the zone's
    abbreviation and `saving` its daylight saving (negative in Dublin's winter) from then on.
    """

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    saving: timedelta

    @property
    def onset(self) -> datetime:
        """The wall time of the change on the clocks as they were before it (RFC 5545, 3.6.5)."""
        return self.at + self.before


@dataclass(frozen=True, slots=True)
class _YearlyRule:
    """The same weekday of the same month at the same wall time; `week` is 1…4, or -1 for the last."""

    month: int
    week: int
    weekday: int

    def __str__(self) -> str:
        return f"FREQ=YEARLY;BYMONTH={self.month};BYDAY={self.week}{_WEEKDAYS[self.weekday]}"


@lru_cache(maxsize=1024)
def vtimezone(zone: str, first: int, last: int) -> bytes:
    """The VTIMEZONE of an IANA zone, right for events from the year `first` to the year `last`.

    Finished lines, to be put into a file as they are; TZID is the IANA name. The neighbouring years
    are covered as well. Raises zones.UnknownZone.
    """
    info = zone_info(zone)
    first, last = max(first - 1, _FIRST_YEAR), min(last + 1, _LAST_YEAR)
    changes = transitions(info, first, last)
    lines = ["BEGIN:VTIMEZONE", f"TZID:{zone}"]
    if not changes:
        lines += _lasting(info, first, None, only=True)
    elif rules := _yearly_rules(info, changes, first, last):
        for change, rule in rules:
            summer = change.after > change.before
            lines += _observance(
                summer, change.onset, change.before, change.after, change.name, str(rule)
            )
    else:
        # Morocco's zone data call the winter the exception; calendars expect a summer.
        winters = [change.after for change in changes if change.saving < timedelta()]
        winter = min(winters) if winters else None
        # Before the first transition the offset must not be guessed either.
        lines += _lasting(info, first, winter)
        for change in changes:
            summer = _is_summer(change.after, change.saving, winter)
            lines += _observance(summer, change.onset, change.before, change.after, change.name)
    lines.append("END:VTIMEZONE")
    return fold_all(lines)


def transitions(info: ZoneInfo, first: int, last: int) -> Sequence[Transition]:
    """Every change of offset from the start of the year `first` to the end of `last`, in UTC."""
    return list(_transitions(info, datetime(first, 1, 1), datetime(last + 1, 1, 1)))


def _transitions(info: ZoneInfo, start: datetime, end: datetime) -> Iterator[Transition]:
    earlier, before = start, _offset(info, start)
    while earlier < end:
        later = min(earlier + _STEP, end)
        if _offset(info, later) != before:
            at = _first_different(info, earlier, later, before)
            local = at.replace(tzinfo=UTC).astimezone(info)
            after = _offset(info, at)
            yield Transition(at, before, after, local.tzname() or "", local.dst() or timedelta())
            earlier, before = at, after
        else:
            earlier = later


def _offset(info: ZoneInfo, at: datetime) -> timedelta:
    return at.replace(tzinfo=UTC).astimezone(info).utcoffset() or timedelta()


def _first_different(
    info: ZoneInfo, same: datetime, different: datetime, offset: timedelta
) -> datetime:
    """The first second in `same`..`different` at which the zone is no longer at `offset`."""
    while different - same > _SECOND:
        middle = same + timedelta(seconds=(different - same) // _SECOND // 2)
        if _offset(info, middle) == offset:
            same = middle
        else:
            different = middle
    return different


def _yearly_rules(
    info: ZoneInfo, changes: Sequence[Transition], first: int, last: int
) -> list[tuple[Transition, _YearlyRule]] | None:
    """Each year's two changes with the rules they follow, or None when they are not that regular."""
    kinds: dict[tuple[object, ...], list[Transition]] = {}
    for change in changes:
        kind = (
            change.onset.month,
            change.onset.weekday(),
            change.onset.time(),
            change.before,
            change.after,
            change.name,
        )
        kinds.setdefault(kind, []).append(change)
    years = list(range(first, last + 1))
    if len(kinds) != 2:
        return None
    found: list[tuple[Transition, _YearlyRule]] = []
    for same in kinds.values():
        if [change.onset.year for change in same] != years:
            return None
        rule = _rule_of(info, same)
        if rule is None:
            return None
        found.append((same[0], rule))
    return found


def _rule_of(info: ZoneInfo, changes: Sequence[Transition]) -> _YearlyRule | None:
    """The rule that all these changes follow, and of several the one that holds longest."""
    onsets = [change.onset for change in changes]
    weeks = {week for week in _weeks(onsets[0]) if all(week in _weeks(onset) for onset in onsets)}
    if not weeks:
        return None
    if len(weeks) > 1:
        end = min(onsets[-1].year + _YEARS_OF_COMPARISON, _LAST_YEAR)
        later = [
            change.onset
            for change in transitions(info, onsets[-1].year, end)
            if change.onset.month == onsets[0].month
        ]
        best = max(sorted(weeks), key=lambda week: sum(week in _weeks(onset) for onset in later))
    else:
        best = next(iter(weeks))
    return _YearlyRule(onsets[0].month, best, onsets[0].weekday())


def _weeks(onset: datetime) -> set[int]:
    """Which of its weekday in its month a day is: 1 to 4 from the front, -1 when the last."""
    weeks: set[int] = set()
    from_front = (onset.day - 1) // _WEEK + 1
    # A fifth weekday is left out: in a month without one nothing would change.
    if from_front <= 4:
        weeks.add(from_front)
    if (onset + timedelta(days=_WEEK)).month != onset.month:
        weeks.add(-1)
    return weeks


def _is_summer(offset: timedelta, saving: timedelta, winter: timedelta | None) -> bool:
    """Whether a period is summer time; `winter` is the offset while the saving is negative."""
    return saving > timedelta() or (not saving and winter is not None and offset > winter)


def _lasting(
    info: ZoneInfo, year: int, winter: timedelta | None, *, only: bool = False
) -> list[str]:
    """The observance in force at the start of a year, as if it had always been.

    The only one of a zone is STANDARD, whatever the zone data call it.
    """
    moment = datetime(year, 1, 1, tzinfo=UTC).astimezone(info)
    offset = moment.utcoffset() or timedelta()
    summer = not only and _is_summer(offset, moment.dst() or timedelta(), winter)
    onset = datetime(min(year, _LONG_AGO), 1, 1)
    return _observance(summer, onset, offset, offset, moment.tzname() or "")


def _observance(
    summer: bool,
    onset: datetime,
    before: timedelta,
    after: timedelta,
    name: str,
    rule: str | None = None,
) -> list[str]:
    kind = "DAYLIGHT" if summer else "STANDARD"
    return [
        f"BEGIN:{kind}",
        f"DTSTART:{onset:%Y%m%dT%H%M%S}",
        *([f"RRULE:{rule}"] if rule else []),
        f"TZOFFSETFROM:{_offset_value(before)}",
        f"TZOFFSETTO:{_offset_value(after)}",
        f"TZNAME:{name}",
        f"END:{kind}",
    ]


def _offset_value(offset: timedelta) -> str:
    """A UTC-OFFSET value: "+0800", and with seconds before zones were agreed (RFC 5545, 3.3.14)."""
    sign = "-" if offset < timedelta() else "+"
    minutes, seconds = divmod(round(abs(offset).total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{sign}{hours:02}{minutes:02}" + (f"{seconds:02}" if seconds else "")
