"""The event as a calendar file tells it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from typing import Literal, get_args

from desk.ical.address import clean_uri
from desk.ical.errors import InvalidEvent
from desk.ical.text import clean_line
from desk.locale import zones

# Readers compute zones from the epoch on, and the file holds four digits.
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 9000

Status = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One event in one language.

    `uid` is stored once and for all, `sequence` counts the versions (RFC 5545, 3.8.7.4). `starts`
    and `ends` are wall times (naive) in the IANA `zone`, half-open; the folds choose the pass of an
    hour that occurs twice (PEP 495). An `all_day` event starts and ends at midnight, on its first
    day and on the day after its last. `position` is latitude and longitude in degrees, `conference`
    a link to join by, `url` a page about the event.

    Raises InvalidEvent, zones.UnknownZone, and zones.TimeDoesNotExist for an hour that is skipped.
    """

    uid: str
    sequence: int
    starts: datetime
    ends: datetime
    zone: str
    starts_fold: int = 0
    ends_fold: int = 0
    all_day: bool = False
    title: str
    description: str = ""
    location: str = ""
    status: Status = "CONFIRMED"
    categories: Sequence[str] = ()
    position: tuple[float, float] | None = None
    conference: str | None = None
    url: str | None = None
    starts_at: datetime = field(init=False, repr=False, compare=False)
    """The instant of the start (aware, UTC); of an event of whole days, midnight UTC."""
    ends_at: datetime = field(init=False, repr=False, compare=False)
    """The instant of the end (aware, UTC); of an event of whole days, midnight UTC."""

    def __post_init__(self) -> None:
        if not self.uid or not self.uid.isascii() or not self.uid.isprintable() or " " in self.uid:
            raise InvalidEvent("uid", f"{self.uid!r} is no identifier")
        if self.sequence < 0:
            raise InvalidEvent("sequence", f"{self.sequence} is below zero")
        if not clean_line(self.title):
            raise InvalidEvent("title", "an event needs one")
        if self.status not in get_args(Status):
            raise InvalidEvent("status", f"{self.status!r} is none of {get_args(Status)}")
        if self.position:
            _require_position(*self.position)
        for name, address in (("conference", self.conference), ("url", self.url)):
            if address:
                clean_uri(address, field=name)
        self._require_times()

    def _require_times(self) -> None:
        zones.zone_info(self.zone)
        for name, wall in (("starts", self.starts), ("ends", self.ends)):
            if wall.tzinfo is not None:
                raise InvalidEvent(name, "a wall time carries no zone of its own")
            if not _EARLIEST_YEAR <= wall.year <= _LATEST_YEAR:
                raise InvalidEvent(name, f"the year {wall.year} is in no calendar")
            if wall.microsecond:
                raise InvalidEvent(name, "a calendar knows whole seconds only")
            if self.all_day and wall.time() != time.min:
                raise InvalidEvent(name, "an event of whole days starts and ends at midnight")
        # Kept, because every line about time needs them and zones are slow to ask.
        object.__setattr__(self, "starts_at", self._instant(self.starts, self.starts_fold))
        object.__setattr__(self, "ends_at", self._instant(self.ends, self.ends_fold))
        if self.all_day and self.ends <= self.starts:
            raise InvalidEvent("ends", "the day after the last day comes after the first day")
        if self.ends_at < self.starts_at:
            raise InvalidEvent("ends", "the end lies before the start")

    def _instant(self, wall: datetime, fold: int) -> datetime:
        # A date is the same date everywhere; some zones have days that begin at one o'clock.
        return wall.replace(tzinfo=UTC) if self.all_day else zones.instant(wall, self.zone, fold)


def _require_position(latitude: float, longitude: float) -> None:
    # Written so that a NaN is refused as well.
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise InvalidEvent("position", f"{latitude}, {longitude} is nowhere on earth")
