"""The rows of the rooms' timeline: a line for each room and resource, with its uses."""

from dataclasses import dataclass
from datetime import date, datetime

from desk.gui.models.calendar_rows import CalendarRow
from desk.gui.models.event_words import event_sentence
from desk.gui.models.timeline_layout import Span, is_free
from desk.locale import _, current_language
from desk.locale.formats import clock_span, time_range

UNPLACED = "unplaced"
ROOMS = "rooms"

WallTimes = tuple[datetime, datetime]
"""Half-open, naive, on the clock of the office."""


@dataclass(frozen=True, slots=True)
class UseRow(CalendarRow):
    """An event in its room, or with one of its resources; wall times of the office.

    `line` is the key of its line, `place` its name. `bound_from` and `bound_until` have set-up and
    clear-down in them; `doubled` is the time for which the line is bound twice, None when never.
    """

    line: str = UNPLACED
    place: str = ""
    bound_from: datetime = datetime.min
    bound_until: datetime = datetime.min
    resource_id: int | None = None
    notes: str = ""
    doubled: WallTimes | None = None
    zone: str = ""

    @property
    def id(self) -> int | str:  # pyright: ignore[reportIncompatibleMethodOverride]
        """The key of the row: the event's id for the use of a room."""
        return self.event.id if self.resource_id is None else f"{self.line}/{self.event.id}"

    @property
    def plain(self) -> CalendarRow:
        """The event alone, as every view shows it."""
        return CalendarRow(self.event, self.starts, self.ends, self.clash, self.now)

    @property
    def span(self) -> Span:
        """Its times for the layout, without the width of its words."""
        return Span(self.id, self.starts, self.ends, self.bound_from, self.bound_until)

    @property
    def has_preparation(self) -> bool:
        """Whether the line is bound for longer than the event lasts."""
        return self.bound_from < self.starts or self.bound_until > self.ends

    @property
    def detail(self) -> str:
        """What stands after the times: what it is lent for, or whose visit it is."""
        if self.resource_id is not None:
            return self.notes or self.event.venue or self.event.place_words
        return self.event.visit_title

    @property
    def sentence(self) -> str:
        """What a screen reader says: the event, its room or resource, its preparation."""
        parts = [event_sentence(self.event, self.clash is not None).removesuffix(".")]
        if self.resource_id is not None:
            parts.append(_("lent: {name}").format(name=self.place))
        if self.has_preparation:
            bound = clock_span(self.bound_from, self.bound_until, current_language())
            parts.append(_("bound {time} with set-up and clear-down").format(time=bound))
        if self.doubled is not None:
            parts.append(self.doubled_words)
        return "; ".join(parts) + "."

    @property
    def doubled_words(self) -> str:
        """ "double-booked 10.45–12.00 WITA"."""
        if self.doubled is None:
            return ""
        shared = time_range(*self.doubled, self.zone, current_language())
        return _("double-booked {time}").format(time=shared)


@dataclass(frozen=True, slots=True)
class Closing:
    """When a line cannot be had, and why."""

    starts: datetime
    ends: datetime
    reason: str

    @property
    def words(self) -> str:
        """ "Closed: repair of the air conditioning"."""
        return _("Closed: {reason}").format(reason=self.reason) if self.reason else _("Closed")


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two uses that bind one line at the same time, preparation included; `second` gives way."""

    first: int | str
    second: int | str
    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """One room or resource with everything that binds it.

    `target` is what a drag onto the line means: the id of a venue, or minus the id of a resource;
    None is the line of events without a room. `shut` lies outside the opening hours.
    """

    key: str
    name: str
    second: str
    target: int | None
    seats: int = 0
    building: str = ""
    uses: tuple[UseRow, ...] = ()
    closings: tuple[Closing, ...] = ()
    shut: tuple[WallTimes, ...] = ()
    overlaps: tuple[Overlap, ...] = ()

    @property
    def is_venue(self) -> bool:
        """Whether events are held there."""
        return self.target is not None and self.target > 0

    def is_free(self, starts: datetime, ends: datetime) -> bool:
        """Whether nothing binds it then, and it is open."""
        held = (use.span for use in self.uses if use.event.status.holds_its_time)
        closed = ((closing.starts, closing.ends) for closing in self.closings)
        return is_free(held, (*closed, *self.shut), starts, ends)

    def taken_by(self, starts: datetime, ends: datetime, *, but: int) -> str:
        """What stands in the way of an event then: a title, or that it is closed; else nothing."""
        for use in self.uses:
            holds = use.event.status.holds_its_time and use.event.id != but
            if holds and use.bound_from < ends and use.bound_until > starts:
                return use.event.title
        for closing in self.closings:
            if closing.starts < ends and closing.ends > starts:
                return closing.words
        return ""


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of one sort below a heading."""

    key: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything that is shown over some days."""

    first: date
    days: int
    zone: str
    sections: tuple[Section, ...] = ()

    @property
    def lines(self) -> list[Line]:
        """Every line in order."""
        return [line for section in self.sections for line in section.lines]

    @property
    def uses(self) -> list[UseRow]:
        """Every use, line by line."""
        return [use for line in self.lines for use in line.uses]


@dataclass(frozen=True, slots=True)
class LineFilter:
    """Which lines are shown: a building, room for so many, free at a wall time."""

    building: str = ""
    seats: int = 0
    free: WallTimes | None = None

    def keeps(self, line: Line) -> bool:
        """Whether a line is shown; what is no room has neither building nor layout."""
        if line.target is None:
            return self == LineFilter()
        if line.is_venue and self.building and line.building != self.building:
            return False
        if line.is_venue and line.seats < self.seats:
            return False
        return self.free is None or line.is_free(*self.free)
