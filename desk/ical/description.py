"""The DESCRIPTION: when, in words and with offsets, then what, then how to join."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from desk.ical.address import clean_uri
from desk.ical.event import CalendarEvent
from desk.ical.text import clean_text
from desk.locale import DOCUMENT_LANGUAGES, UnknownLanguage, formats, said, zones

_DAY = timedelta(days=1)


def described(event: CalendarEvent, *, language: str, guest_zone: str | None) -> str:
    """The whole text that a calendar shows: `when_lines`, the description, the link to join by.

    The link stands here too, because many calendars ignore CONFERENCE (RFC 7986, 5.11).
    """
    parts = [when_lines(event, language=language, guest_zone=guest_zone)]
    if description := clean_text(event.description):
        parts.append(description)
    if event.conference:
        link = clean_uri(event.conference, field="conference")
        parts.append(said(language, "Join online: {link}").format(link=link))
    return clean_text("\n\n".join(parts))


def when_lines(event: CalendarEvent, *, language: str, guest_zone: str | None) -> str:
    """The localised date and time with zone name and UTC offset, and the guest's when it differs.

    "Minggu, 6 Desember 2026, 09.00–11.30 WITA (UTC+8)", then on a line of its own
    "Waktu Astana: 06.00–08.30 (UTC+5)". Whatever a calendar makes of the zone, these lines stay
    right. An event of whole days has its dates only. Raises UnknownLanguage, zones.UnknownZone.
    """
    require_language(language)
    if guest_zone:
        zones.zone_info(guest_zone)
    if event.all_day:
        return formats.date_range(event.starts.date(), (event.ends - _DAY).date(), language)
    # A visit has many guests and few hours: their lines are the same.
    return _when_lines(event.starts_at, event.ends_at, event.zone, language, guest_zone)


def require_language(language: str) -> None:
    """Raise UnknownLanguage unless invitations are written in `language`."""
    if language not in DOCUMENT_LANGUAGES:
        raise UnknownLanguage(language, DOCUMENT_LANGUAGES)


@lru_cache(maxsize=4096)
def _when_lines(
    starts_at: datetime, ends_at: datetime, zone: str, language: str, guest_zone: str | None
) -> str:
    here = _Clock.at(starts_at, ends_at, zone)
    times, label = here.said(language)
    offset = here.offset
    # Some zones are called by their offset.
    place = label if label == offset else f"{label} ({offset})"
    line = f"{formats.long_date(here.starts.date(), language)}, {times} {place}"
    if not guest_zone:
        return line
    there = _Clock.at(starts_at, ends_at, guest_zone)
    if (there.starts, there.ends) == (here.starts, here.ends):
        return line
    times, label = there.said(language)
    if there.starts.date() != here.starts.date():
        times = f"{formats.long_date(there.starts.date(), language)}, {times}"
    offset = there.offset
    if label != offset:
        times = f"{times} ({offset})"
    return f"{line}\n{said(language, '{zone} time: {times}').format(zone=label, times=times)}"


@dataclass(frozen=True, slots=True)
class _Clock:
    """What the clocks of a zone show from start to end (naive wall times)."""

    zone: str
    starts: datetime
    ends: datetime
    starts_fold: int
    ends_fold: int
    lasting: timedelta
    """The real time from start to end."""

    @classmethod
    def at(cls, starts_at: datetime, ends_at: datetime, zone: str) -> "_Clock":
        info = zones.zone_info(zone)
        starts, ends = starts_at.astimezone(info), ends_at.astimezone(info)
        return cls(
            zone,
            starts.replace(tzinfo=None, fold=0),
            ends.replace(tzinfo=None, fold=0),
            starts.fold,
            ends.fold,
            ends_at - starts_at,
        )

    def said(self, language: str) -> tuple[str, str]:
        """The times, and the zone's name: ("09.00–11.30", "WITA")."""
        label = zones.zone_label(self.zone, self.starts, language)
        times = formats.time_range(self.starts, self.ends, self.zone, language)
        return times.removesuffix(f" {label}"), label

    @property
    def offset(self) -> str:
        """The offset from UTC, or both when the clocks are changed in between: "UTC+1 → UTC+2"."""
        first = zones.utc_offset(self.starts, self.zone, self.starts_fold)
        if self.ends - self.starts == self.lasting:
            return first
        return f"{first} → {zones.utc_offset(self.ends, self.zone, self.ends_fold)}"
