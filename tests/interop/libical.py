"""libical 3 through ctypes: the parser of Evolution, GNOME Calendar and KOrganizer."""

import ctypes
from collections.abc import Iterator
from ctypes import Structure, c_char_p, c_int, c_int64, c_void_p
from typing import Any

from tests.interop.seen import Moment, SeenCalendar, SeenEvent, SeenPerson, SeenText

MISSING = (
    "libical 3 is missing, and the calendar files are tried on it: install the Debian or Ubuntu"
    " package libical3 (apt-get install libical3)."
)


class _Time(Structure):
    """`struct icaltimetype` of libical 3.0."""

    _fields_ = [
        ("year", c_int),
        ("month", c_int),
        ("day", c_int),
        ("hour", c_int),
        ("minute", c_int),
        ("second", c_int),
        ("is_date", c_int),
        ("is_daylight", c_int),
        ("zone", c_void_p),
    ]


_SIGNATURES: dict[str, tuple[Any, list[Any]]] = {
    "icalparser_parse_string": (c_void_p, [c_char_p]),
    "icalcomponent_free": (None, [c_void_p]),
    "icalcomponent_count_errors": (c_int, [c_void_p]),
    "icalcomponent_isa": (c_int, [c_void_p]),
    "icalcomponent_as_ical_string": (c_char_p, [c_void_p]),
    "icalcomponent_string_to_kind": (c_int, [c_char_p]),
    "icalcomponent_get_first_component": (c_void_p, [c_void_p, c_int]),
    "icalcomponent_get_next_component": (c_void_p, [c_void_p, c_int]),
    "icalcomponent_get_first_property": (c_void_p, [c_void_p, c_int]),
    "icalcomponent_get_next_property": (c_void_p, [c_void_p, c_int]),
    "icalcomponent_get_dtstart": (_Time, [c_void_p]),
    "icalcomponent_get_dtend": (_Time, [c_void_p]),
    "icalcomponent_get_dtstamp": (_Time, [c_void_p]),
    "icalproperty_string_to_kind": (c_int, [c_char_p]),
    "icalproperty_get_value": (c_void_p, [c_void_p]),
    "icalproperty_get_value_as_string": (c_char_p, [c_void_p]),
    "icalproperty_get_parameter_as_string": (c_char_p, [c_void_p, c_char_p]),
    "icalvalue_get_text": (c_char_p, [c_void_p]),
    "icalvalue_get_x": (c_char_p, [c_void_p]),
    "icaltime_as_timet_with_zone": (c_int64, [_Time, c_void_p]),
    "icalrestriction_check": (c_int, [c_void_p]),
    "set_zone_directory": (None, [c_char_p]),
}


class Libical:
    """Parses in this process; every finding of the library is an assertion that fails."""

    def __init__(self) -> None:
        try:
            self._library = ctypes.CDLL("libical.so.3")
        except OSError as error:
            raise FileNotFoundError(MISSING) from error
        for name, (result, arguments) in _SIGNATURES.items():
            function = getattr(self._library, name)
            function.restype, function.argtypes = result, arguments
        # Without zone data of its own it has to understand the VTIMEZONE in the file.
        self._library.set_zone_directory(b"/nonexistent")
        self._any_component = self._component_kind("ANY")
        self._calendar = self._component_kind("VCALENDAR")

    def read(self, file: bytes) -> SeenCalendar:
        """Everything in a file that was parsed without an error and breaks no rule of RFC 5546."""
        root = self._library.icalparser_parse_string(file)
        assert root, "libical found no component"
        try:
            assert self._library.icalcomponent_isa(root) == self._calendar, "not one VCALENDAR"
            assert self._library.icalcomponent_count_errors(root) == 0, self._dump(root)
            # Findings of the check are put into the component as X-LIC-ERROR.
            assert self._library.icalrestriction_check(root) == 1, self._dump(root)
            assert self._library.icalcomponent_count_errors(root) == 0, self._dump(root)
            return SeenCalendar(
                method=self._string(root, "METHOD"),
                name=self._calendar_name(root),
                zones=frozenset(
                    self._string(zone, "TZID") for zone in self._components(root, "VTIMEZONE")
                ),
                events=tuple(self._event(event) for event in self._components(root, "VEVENT")),
            )
        finally:
            self._library.icalcomponent_free(root)

    def _event(self, event: int) -> SeenEvent:
        (organiser,) = self._properties(event, "ORGANIZER")
        ends = self._string(event, "DTEND") and self._library.icalcomponent_get_dtend(event)
        return SeenEvent(
            uid=self._text(event, "UID").text,
            stamp=self._moment(self._library.icalcomponent_get_dtstamp(event)),
            sequence=int(self._string(event, "SEQUENCE")),
            starts=self._moment(self._library.icalcomponent_get_dtstart(event)),
            ends=self._moment(ends) if ends else None,
            summary=self._text(event, "SUMMARY"),
            description=self._text(event, "DESCRIPTION"),
            location=self._text(event, "LOCATION"),
            categories=tuple(map(self._text_of, self._properties(event, "CATEGORIES"))),
            position=self._position(event),
            status=self._string(event, "STATUS"),
            url=self._string(event, "URL"),
            conference=self._string(event, "CONFERENCE"),
            organiser=self._person(organiser),
            attendees=tuple(map(self._person, self._properties(event, "ATTENDEE"))),
        )

    def _person(self, found: int) -> SeenPerson:
        return SeenPerson(
            address=_decoded(self._library.icalproperty_get_value_as_string(found)),
            name=self._parameter(found, "CN"),
            sent_by=self._parameter(found, "SENT-BY"),
            role=self._parameter(found, "ROLE"),
            kind=self._parameter(found, "CUTYPE"),
            answer=self._parameter(found, "PARTSTAT"),
            reply_wanted=self._parameter(found, "RSVP"),
            language=self._parameter(found, "LANGUAGE"),
        )

    def _position(self, event: int) -> tuple[float, float] | None:
        value = self._string(event, "GEO")
        if not value:
            return None
        latitude, longitude = value.split(";")
        return float(latitude), float(longitude)

    def _moment(self, time: _Time) -> Moment:
        if time.is_date:
            return f"{time.year:04}-{time.month:02}-{time.day:02}"
        assert time.zone, "libical knows no zone for a time"
        return self._library.icaltime_as_timet_with_zone(time, time.zone)

    def _text(self, component: int, name: str) -> SeenText:
        found = list(self._properties(component, name))
        assert len(found) <= 1, f"{name} occurs {len(found)} times"
        if not found:
            return SeenText("", "")
        return SeenText(self._text_of(found[0]), self._parameter(found[0], "LANGUAGE"))

    def _text_of(self, found: int) -> str:
        value = self._library.icalproperty_get_value(found)
        return _decoded(self._library.icalvalue_get_text(value))

    def _calendar_name(self, root: int) -> str:
        for found in self._properties(root, "X-WR-CALNAME"):
            value = self._library.icalproperty_get_value(found)
            return _decoded(self._library.icalvalue_get_x(value))
        return ""

    def _string(self, component: int, name: str) -> str:
        found = list(self._properties(component, name))
        assert len(found) <= 1, f"{name} occurs {len(found)} times"
        if not found:
            return ""
        return _decoded(self._library.icalproperty_get_value_as_string(found[0]))

    def _parameter(self, found: int, name: str) -> str:
        return _decoded(
            self._library.icalproperty_get_parameter_as_string(found, name.encode()) or b""
        )

    def _components(self, parent: int, name: str) -> Iterator[int]:
        kind = self._component_kind(name)
        found = self._library.icalcomponent_get_first_component(parent, kind)
        while found:
            yield found
            found = self._library.icalcomponent_get_next_component(parent, kind)

    def _properties(self, component: int, name: str) -> Iterator[int]:
        kind = self._library.icalproperty_string_to_kind(name.encode())
        found = self._library.icalcomponent_get_first_property(component, kind)
        while found:
            yield found
            found = self._library.icalcomponent_get_next_property(component, kind)

    def _component_kind(self, name: str) -> int:
        return self._library.icalcomponent_string_to_kind(name.encode())

    def _dump(self, root: int) -> str:
        return _decoded(self._library.icalcomponent_as_ical_string(root))


def _decoded(value: bytes | None) -> str:
    assert value is not None
    return value.decode("utf-8")
