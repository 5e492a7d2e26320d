"""A month as rows of weeks: bands over several days, lines of one day, and what has no room.

Pure: days and keys in, places in columns and lanes out. Nothing here knows a pixel.
"""

from calendar import monthrange
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import groupby

WEEK = 7
_A_DAY = timedelta(days=1)
_MORNING = time(6)
"""What ends before it belongs to the evening on which it began."""


@dataclass(frozen=True, slots=True)
class Span:
    """What lies on days, both included: a band over them, or one line of a single day.

    `order` decides among those of one day; spans of one call have orders that compare.
    """

    key: Hashable
    first: date
    last: date
    band: bool
    order: tuple[datetime, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a span that lies in one week.

    `column` counts days from Monday, `lane` lines from the top. `begins` and `ends` say whether
    the span really begins and ends here, or comes from and goes on into another week.
    """

    key: Hashable
    week: int
    column: int
    columns: int
    lane: int
    band: bool
    begins: bool = True
    ends: bool = True


@dataclass(frozen=True, slots=True)
class MonthPlan:
    """Where everything is: `pieces` that are shown, and by day the keys that are only counted."""

    pieces: tuple[Piece, ...]
    hidden: dict[date, tuple[Hashable, ...]]


@dataclass(frozen=True, slots=True)
class Weeks:
    """The weeks of a month that are shown, from a Monday on."""

    month: date
    """The first of the month."""
    first: date
    count: int

    @property
    def last(self) -> date:
        """The Sunday of the last week."""
        return self.first + timedelta(days=WEEK * self.count - 1)

    def monday(self, week: int) -> date:
        """The Monday of a week, counted from 0."""
        return self.first + timedelta(days=WEEK * week)

    def day(self, week: int, column: int) -> date:
        """The day in a column of a week."""
        return self.first + timedelta(days=WEEK * week + column)

    def place_of(self, day: date) -> tuple[int, int] | None:
        """Week and column of a day, None when it is not shown."""
        if not self.first <= day <= self.last:
            return None
        return divmod((day - self.first).days, WEEK)


def weeks_of(day: date) -> Weeks:
    """The weeks that hold the month of a day: four to six, as many as it touches."""
    month = day.replace(day=1)
    first = month - timedelta(days=month.weekday())
    days = month.weekday() + monthrange(day.year, day.month)[1]
    return Weeks(month, first, -(-days // WEEK))


def month_later(day: date, months: int) -> date:
    """The same day so many months later (earlier when negative), or the last one of that month.

    Raises ValueError outside the years of the calendar.
    """
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    if not date.min.year <= year <= date.max.year:
        raise ValueError(f"no month in the year {year}")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def days_touched(starts: datetime, ends: datetime) -> tuple[date, date]:
    """The first and last day that a half-open time between two wall times lies on."""
    last = ends.date()
    if ends.time() == time() and last > starts.date():
        last -= _A_DAY
    return starts.date(), last


def is_band(starts: datetime, ends: datetime, *, all_day: bool) -> bool:
    """Whether it is drawn over its days: all-day, or going on well into another day.

    A dinner until half past midnight stays one line of its evening.
    """
    first, last = days_touched(starts, ends)
    if all_day:
        return True
    return last > first and (last - first > _A_DAY or ends.time() >= _MORNING)


def span_of(key: Hashable, starts: datetime, ends: datetime, *, all_day: bool, number: int) -> Span:
    """An event as a span; `number` decides among those that begin together."""
    if starts.date() == ends.date() and not all_day:
        # Almost everything.
        return Span(key, starts.date(), starts.date(), False, (starts, number))
    first, last = days_touched(starts, ends)
    band = is_band(starts, ends, all_day=all_day)
    return Span(key, first, last if band else first, band, (starts, number))


def plan_month(spans: Iterable[Span], weeks: Weeks, capacity: int) -> MonthPlan:
    """Put everything that touches these weeks into lanes, at most `capacity` in a week.

    Bands come first, the one that begins earlier and lasts longer above; the lines of a day fill
    the lanes left in order of time. Where a day has more than fits, its last lane stays free for
    the words "3 more".
    """
    bands: list[list[Span]] = [[] for _week in range(weeks.count)]
    lines: list[list[Span]] = [[] for _day in range(weeks.count * WEEK)]
    begins, ends = weeks.first, weeks.last
    for span in spans:
        if span.last < begins or span.first > ends:
            continue
        first = max(0, (span.first - begins).days)
        if span.band:
            last = min(weeks.count * WEEK - 1, (span.last - begins).days)
            for week in range(first // WEEK, last // WEEK + 1):
                bands[week].append(span)
        else:
            lines[first].append(span)
    pieces: list[Piece] = []
    hidden: dict[date, tuple[Hashable, ...]] = {}
    for week in range(weeks.count):
        of_days = lines[week * WEEK : (week + 1) * WEEK]
        shown, counted = _plan_week(bands[week], of_days, weeks, week, capacity)
        pieces += shown
        hidden |= counted
    return MonthPlan(tuple(pieces), hidden)


def _plan_week(
    bands: Sequence[Span],
    lines: Sequence[Sequence[Span]],
    weeks: Weeks,
    week: int,
    capacity: int,
) -> tuple[list[Piece], dict[date, tuple[Hashable, ...]]]:
    laned = _in_lanes(bands, weeks.monday(week), week)
    taken: list[set[int]] = [set() for _day in range(WEEK)]
    for piece in laned:
        for column in range(piece.column, piece.column + piece.columns):
            taken[column].add(piece.lane)
    below: list[list[Hashable]] = []
    for column, spans in enumerate(lines):
        lane = 0
        deep_keys: list[Hashable] = []
        for span in sorted(spans, key=_by_order):
            while lane in taken[column]:
                lane += 1
            taken[column].add(lane)
            if lane < capacity:
                laned.append(Piece(span.key, week, column, 1, lane, band=False))
            else:
                # Of a busy day most have no room: nothing more is worked out for them.
                deep_keys.append(span.key)
        below.append(deep_keys)
    # A day on which something lies too deep gives up its last lane for the count.
    rooms = [capacity if max(lanes, default=-1) < capacity else capacity - 1 for lanes in taken]
    shown: list[Piece] = []
    deep: list[Piece] = []
    for piece in laned:
        if piece.columns == 1:
            (shown if piece.lane < rooms[piece.column] else deep).append(piece)
            continue
        for part, fits in _parts(piece, rooms):
            (shown if fits else deep).append(part)
    free = [set(range(room)) for room in rooms]
    for piece in shown:
        for column in range(piece.column, piece.column + piece.columns):
            free[column].discard(piece.lane)
    hidden: dict[date, list[Hashable]] = {}
    for piece in deep:
        for column in range(piece.column, piece.column + piece.columns):
            if free[column]:
                # Other bands pushed it down on their days only; here there is room for it.
                lane = min(free[column])
                free[column].remove(lane)
                shown.append(_part(piece, column, column + 1, lane))
            else:
                hidden.setdefault(weeks.day(week, column), []).append(piece.key)
    for column, keys in enumerate(below):
        if keys:
            hidden.setdefault(weeks.day(week, column), []).extend(keys)
    return shown, {day: tuple(keys) for day, keys in hidden.items()}


def _parts(piece: Piece, rooms: Sequence[int]) -> Iterator[tuple[Piece, bool]]:
    """The piece cut where its lane goes in and out of the room of its days, and whether it fits."""
    end = piece.column + piece.columns
    for fits, run in groupby(range(piece.column, end), key=lambda n: piece.lane < rooms[n]):
        columns = list(run)
        yield _part(piece, columns[0], columns[-1] + 1, piece.lane), fits


def _part(piece: Piece, first: int, end: int, lane: int) -> Piece:
    """The columns of a piece from the first to before the end, in a lane."""
    return replace(
        piece,
        column=first,
        columns=end - first,
        lane=lane,
        begins=piece.begins and first == piece.column,
        ends=piece.ends and end == piece.column + piece.columns,
    )


def _in_lanes(bands: Sequence[Span], monday: date, week: int) -> list[Piece]:
    """The bands of one week, each in the highest lane that is free on all of its days."""
    lanes: list[int] = []
    placed: list[Piece] = []
    sunday = monday + timedelta(days=WEEK - 1)
    for span in sorted(bands, key=lambda one: (one.first, -(one.last - one.first), one.order)):
        column = max(0, (span.first - monday).days)
        end = min(WEEK - 1, (span.last - monday).days)
        # Sorted by their first day, so a lane is free once its latest band has ended.
        lane = next((n for n, until in enumerate(lanes) if until < column), len(lanes))
        if lane == len(lanes):
            lanes.append(end)
        else:
            lanes[lane] = end
        placed.append(
            Piece(
                span.key,
                week,
                column,
                end - column + 1,
                lane,
                band=True,
                begins=span.first >= monday,
                ends=span.last <= sunday,
            )
        )
    return placed


def _by_order(span: Span) -> tuple[datetime, int]:
    return span.order
