"""Where things stand in a timeline: a row for each room, time from left to right.

Pure: wall times in, logical pixels out, counted from the left end of the axis. No Qt, no clock.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

USUAL_HOURS = (7, 21)
"""What is shown of a day when nothing happens outside."""
LEAST_BLOCK = 6.0
"""A block is never narrower, however short the event."""
WORDS_INSET = 13.0
"""From the edges of a block to its words: bar and air at the left, air at the right."""
BESIDE_GAP = 8.0
"""Between a block and the words beside it."""
LEAST_BESIDE = 40.0
"""Less room than that beside a block says nothing."""

_A_DAY = timedelta(days=1)
_AN_HOUR = timedelta(hours=1)
_DAY_HOURS = 24


@dataclass(frozen=True, slots=True)
class Axis:
    """Some days side by side, of each the same hours, `hour_width` pixels each.

    Times outside the hours stand at the nearest hour that is shown.
    """

    first: date
    days: int
    from_hour: int
    until_hour: int
    hour_width: float

    @property
    def hours(self) -> int:
        """Hours shown of each day."""
        return self.until_hour - self.from_hour

    @property
    def day_width(self) -> float:
        """How wide one day is."""
        return self.hours * self.hour_width

    @property
    def width(self) -> float:
        """How wide all days are."""
        return self.days * self.day_width

    @property
    def last(self) -> date:
        """The last day shown."""
        return self.first + (self.days - 1) * _A_DAY

    def day_at(self, place: int) -> date:
        """The day at a place from the left."""
        return self.first + place * _A_DAY

    def x_of(self, wall: datetime) -> float:
        """Where a wall time stands; a later one never stands further left."""
        place = (wall.date() - self.first).days
        if place < 0:
            return 0.0
        if place >= self.days:
            return self.width
        into = (wall - datetime.combine(wall.date(), time.min)) / _AN_HOUR - self.from_hour
        return place * self.day_width + min(max(into, 0), self.hours) * self.hour_width

    def wall_at(self, x: float) -> datetime:
        """The wall time that stands there, to the minute; the nearest one outside the axis."""
        x = min(max(x, 0.0), self.width)
        place = min(int(x // self.day_width), self.days - 1)
        minutes = round((x - place * self.day_width) / self.hour_width * 60)
        day = datetime.combine(self.day_at(place), time.min)
        return day + timedelta(hours=self.from_hour, minutes=minutes)

    def day_begins(self, place: int) -> float:
        """Where a day begins."""
        return place * self.day_width


def hours_of(
    first: date,
    days: int,
    times: Iterable[tuple[datetime, datetime]],
    *,
    usual: tuple[int, int] = USUAL_HOURS,
) -> tuple[int, int]:
    """The hours to show of each day, so that every one of the half-open times is seen."""
    low, high = usual
    begins = datetime.combine(first, time.min)
    closes = begins + days * _A_DAY
    for starts, ends in times:
        if ends <= begins or starts >= closes:
            continue
        if starts >= begins:
            low, high = min(low, starts.hour), max(high, starts.hour + 1)
        if ends <= closes:
            # A time that ends at midnight ends with the day before.
            hour = (ends - timedelta(microseconds=1)).hour
            low, high = min(low, hour), max(high, hour + 1)
    return low, min(high, _DAY_HOURS)


@dataclass(frozen=True, slots=True)
class Span:
    """One use of a row: the event's own wall times, and those with set-up and clear-down.

    `words` is how wide its longest line is in the block, `beside` next to it, in pixels.
    """

    key: Hashable
    starts: datetime
    ends: datetime
    bound_from: datetime
    bound_until: datetime
    words: float = 0.0
    beside: float = 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A use as it stands in its row: the block, the preparation around it, room for its words.

    `words_inside` says that the words stand in the block; otherwise they have `words_width` pixels
    from `words_left` on, none when there is no room: right of it, or left where only that is empty.
    `free_left` is from where on the lane is empty before it.
    """

    key: Hashable
    lane: int
    left: float
    right: float
    bound_left: float
    bound_right: float
    words_inside: bool
    words_left: float
    words_width: float
    free_left: float

    @property
    def begins(self) -> float:
        """Where everything that belongs to it begins."""
        return min(self.bound_left, self.words_left)

    @property
    def words_end(self) -> float:
        """Where everything that belongs to it ends."""
        return max(self.bound_right, self.words_left + self.words_width)


@dataclass(frozen=True, slots=True)
class RowLayout:
    """One row with its uses, and how many lanes they need."""

    placed: tuple[Placed, ...]
    lanes: int


def lay_row(spans: Sequence[Span], axis: Axis) -> RowLayout:
    """The uses of one row in the order given; what overlaps, preparation included, gets a lane more.

    What lies wholly outside the axis is left out.
    """
    boxes: dict[Hashable, tuple[float, float, float, float]] = {}
    for span in spans:
        box = _box(span, axis)
        if box is not None:
            boxes[span.key] = box
    lanes: list[list[Span]] = []
    ends: list[float] = []
    told = [span for span in spans if span.key in boxes]
    for span in sorted(told, key=lambda span: (boxes[span.key][0], boxes[span.key][1])):
        bound_left, _left, _right, bound_right = boxes[span.key]
        lane = next((n for n, end in enumerate(ends) if end <= bound_left), len(ends))
        if lane == len(ends):
            ends.append(0.0)
            lanes.append([])
        ends[lane] = bound_right
        lanes[lane].append(span)
    placed: dict[Hashable, Placed] = {}
    for number, members in enumerate(lanes):
        before = 0.0
        following = [boxes[span.key][0] for span in members[1:]] + [axis.width]
        for span, until in zip(members, following, strict=True):
            one = _placed(span, boxes[span.key], number, until, before, axis)
            placed[span.key] = one
            before = one.words_end
    return RowLayout(tuple(placed[span.key] for span in told), len(lanes))


def _box(span: Span, axis: Axis) -> tuple[float, float, float, float] | None:
    """(with set-up, block, end of the block, with clear-down), None when none of it is shown."""
    bound_left, bound_right = axis.x_of(span.bound_from), axis.x_of(span.bound_until)
    left, right = axis.x_of(span.starts), axis.x_of(span.ends)
    begins = datetime.combine(axis.first, time.min)
    closes = begins + axis.days * _A_DAY
    if span.ends <= begins or span.starts >= closes:
        # Only its preparation touches these days; the block itself has no width here.
        return (bound_left, left, right, bound_right) if bound_right > bound_left else None
    if right - left < LEAST_BLOCK:
        left = min(left, axis.width - LEAST_BLOCK)
        right = left + LEAST_BLOCK
    return min(bound_left, left), left, right, max(bound_right, right)


def _placed(
    span: Span,
    box: tuple[float, float, float, float],
    lane: int,
    until: float,
    before: float,
    axis: Axis,
) -> Placed:
    bound_left, left, right, bound_right = box
    inside = right - left - WORDS_INSET
    after = until - bound_right - 2 * BESIDE_GAP
    # Words on the day before would be read as being of that day.
    own_day = axis.x_of(datetime.combine(span.starts.date(), time.min))
    ahead = bound_left - max(before, own_day) - 2 * BESIDE_GAP
    words_left, width = bound_right, 0.0
    stays = right > left and span.words <= inside
    if right > left and not stays:
        if after >= LEAST_BESIDE and after > inside:
            words_left, width = bound_right + BESIDE_GAP, min(span.beside, after)
        elif ahead >= span.beside and inside < LEAST_BESIDE:
            words_left, width = bound_left - BESIDE_GAP - span.beside, span.beside
        else:
            stays = True
    return Placed(
        key=span.key,
        lane=lane,
        left=left,
        right=right,
        bound_left=bound_left,
        bound_right=bound_right,
        words_inside=stays,
        words_left=words_left,
        words_width=width,
        free_left=before,
    )


def row_height(lanes: int, *, one: int, two: int) -> int:
    """How high a row is: `one` for a single lane, `two` for two of them, as much more for each."""
    return one + max(0, lanes - 1) * (two - one)


def closed_hours(
    days: Sequence[tuple[datetime, datetime]], opened: Sequence[tuple[datetime, datetime]]
) -> list[tuple[datetime, datetime]]:
    """What of the days lies outside the opening times, both as half-open wall times in order."""
    left: list[tuple[datetime, datetime]] = []
    for starts, ends in days:
        at = starts
        for opens, closes in sorted(opened):
            if closes <= at or opens >= ends:
                continue
            if opens > at:
                left.append((at, opens))
            at = max(at, closes)
        if at < ends:
            left.append((at, ends))
    return left


def shared_time(one: Span, other: Span) -> tuple[datetime, datetime] | None:
    """The time that two uses of one row both bind it, preparation included; None when never."""
    starts = max(one.bound_from, other.bound_from)
    ends = min(one.bound_until, other.bound_until)
    return (starts, ends) if starts < ends else None


def is_free(
    spans: Iterable[Span],
    closings: Iterable[tuple[datetime, datetime]],
    starts: datetime,
    ends: datetime,
) -> bool:
    """Whether nothing binds a row within a half-open wall time, and it is not closed then."""
    bound = ((span.bound_from, span.bound_until) for span in spans)
    return not any(
        begins < ends and over > starts for times in (bound, closings) for begins, over in times
    )


def hour_step(hour_width: float, words: float) -> int:
    """Every how many hours the axis says the time, so that its words have room."""
    steps = (1, 2, 3, 4, 6, 12, 24)
    return next((step for step in steps if step * hour_width >= words), steps[-1])
